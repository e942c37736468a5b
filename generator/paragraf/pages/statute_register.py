"""Decisions by the statutes that they cite, whatever their number: on one page, or a page for each statute."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import ItemRef, Phase
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import full_label, item_link
from paragraf.pages.links import Law, LawPlace
from paragraf.pages.page import Page
from paragraf.pages.place import Place

LIMIT = 1000
"""So many rows stand on one page at most, unless a single statute has more."""
PATH = "lagrum/"


def statute_register(index: Index, limit: int = LIMIT) -> Iterator[Page]:
    """The register, and a page for each statute when there are more than `limit` rows."""
    place = Place(index=index, path=PATH)
    laws = index.links.laws
    is_split = sum(len(_refs(index, one)) for law in laws for one in law.places) > limit
    views = [_law(place, law) for law in laws]
    shown = [
        {**view, "places": [], "href": place.to(_path(law))} if is_split else view
        for law, view in zip(laws, views, strict=True)
    ]
    yield _page(place, "register lagrum", "Lagrum", shown, is_split=is_split)
    for law in laws if is_split else ():
        inner = Place(index=index, path=_path(law))
        yield _page(inner, f"register lagrum {law.sfs}", law.name, [_law(inner, law)])


def _page(place: Place, key: str, title: str, laws: list[dict[str, Any]], *, is_split: bool = False) -> Page:
    return Page(
        path=place.path,
        key=key,
        template="statutes.html",
        title=title,
        description="Beslut och punkter ordnade efter de lagar som de hänvisar till.",
        context={
            "frame": frame(place, label=title, crumbs=() if place.path == PATH else (("Lagrum", PATH),)),
            "title": title,
            "laws": laws,
            "is_split": is_split,
        },
    )


def _path(law: Law) -> str:
    return f"{PATH}{_id(law)}/"


def _id(law: Law) -> str:
    return f"sfs-{law.sfs.replace(':', '-')}"


def _law(place: Place, law: Law) -> dict[str, Any]:
    """A statute, and for each place in it the items that cite it, the latest first."""
    index = place.index
    located = {one: [index.archive.item_by_ref[ref] for ref in _refs(index, one)] for one in law.places}
    return {
        "id": _id(law),
        "href": f"#{_id(law)}",
        "name": law.name,
        "count": len({item.ref for items in located.values() for item in items}),
        "places": [
            {
                "label": one.label,
                "url": one.url,
                "items": [{**item_link(place, item), "label": full_label(place, item)} for item in items],
            }
            for one, items in located.items()
        ],
    }


def _refs(index: Index, place: LawPlace) -> list[ItemRef]:
    """Those that cite a place, the latest first; an agenda item only as long as no § that came of it does."""
    cited = set(place.refs)
    return [ref for ref in reversed(place.refs) if _paragraph_of(index, ref) not in cited]


def _paragraph_of(index: Index, ref: ItemRef) -> ItemRef | None:
    """The § that an agenda item became."""
    if ref.phase is not Phase.AGENDA:
        return None
    slug = index.archive.index_by_id[ref.meeting_id].pairs.get(ref.slug)
    return ItemRef(meeting_id=ref.meeting_id, phase=Phase.MINUTES, slug=slug) if slug else None
