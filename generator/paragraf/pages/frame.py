"""What every page has around its content: breadcrumbs, list of contents, search data, structured data."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from paragraf.pages.place import Place

WEIGHTS = {"Beslut": "2", "Ärende": "1.5", "Punkt på dagordning": "0.5", "Handling": "0.5"}
"""How much the words of a kind of page weigh in the search: what was decided comes before what was on the agenda."""
Crumb = tuple[str, str]
"""Words and address from the root of the site."""


def frame(
    place: Place,
    *,
    label: str,
    crumbs: Sequence[Crumb] = (),
    toc: Iterable[tuple[str, str]] = (),
    filters: Mapping[str, str] | None = None,
    numbers: Sequence[str] = (),
    data: Sequence[Mapping[str, Any]] | None = (),
    indexed: bool = True,
) -> dict[str, Any]:
    """The frame of a page that is called `label` in its breadcrumbs.

    `toc` are words and anchors, shown when there are at least three; `filters` are Pagefind's (organ, år, typ); None
    keeps the page out of our own search; `numbers` are found by it, though the page's text does not say them;
    `indexed` false keeps it out of others' too; `data` is schema.org's; None: not even the breadcrumbs are told
    as such, since the page's label is a person's name.
    """
    trail = [{"label": words, "href": place.to(path)} for words, path in (("Start", ""), *crumbs)]
    contents = [{"label": words, "href": f"#{anchor}"} for words, anchor in toc]
    graph = [*(data or ()), _breadcrumbs(place, label, crumbs)] if data is not None and (crumbs or data) else []
    return {
        "root": place.root,
        "crumbs": trail,
        "label": label,
        "toc": contents if len(contents) > 2 else [],
        "filters": dict(filters) if filters is not None else None,
        "weight": WEIGHTS.get(filters.get("typ", ""), "1") if filters else "1",
        "numbers": " ".join(numbers),
        "indexed": indexed and not place.index.draft,
        "json_ld_html": json_ld(graph) if graph else "",
    }


def json_ld(graph: Sequence[Mapping[str, Any]]) -> str:
    """Structured data as it can stand in a script element: no character in it can end the element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(graph)}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028")


def absolute(place: Place, path: str) -> str:
    """The public address of a page; an empty text when the site does not know its own."""
    address = place.index.organisation.address
    return f"{address.rstrip('/')}/{path}" if address else ""


def thing(place: Place, kind: str, path: str, **facts: Any) -> dict[str, Any]:
    """A thing of schema.org with its address, when that is known; facts without value are left out."""
    found = {"@type": kind, "@id": absolute(place, path), "url": absolute(place, path), **facts}
    return {key: value for key, value in found.items() if value not in ("", None, [], {})}


def _breadcrumbs(place: Place, label: str, crumbs: Sequence[Crumb]) -> dict[str, Any]:
    trail = [("Start", ""), *crumbs, (label, place.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": words}
            | ({"item": absolute(place, path)} if place.index.organisation.address else {})
            for number, (words, path) in enumerate(trail, 1)
        ],
    }
