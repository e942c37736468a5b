"""Registers: cases, decisions by statute, and the notices of adjusted §§."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from paragraf.pages.appeal import how_to_appeal
from paragraf.pages.case_register import case_register
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import full_label, item_link
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.standing import meeting_notices, notice_view


def register_pages(index: Index) -> Iterator[Page]:
    """The three registers; that of cases on as many pages as it needs."""
    yield from case_register(index)
    yield statute_register(index)
    yield notice_register(index)


def statute_register(index: Index) -> Page:
    """Decisions by the statutes that they cite."""
    place = Place(index=index, path="lagrum/")
    laws: list[dict[str, Any]] = []
    for law in index.links.laws:
        places = [
            {
                "label": one.label,
                "url": one.url,
                "items": [
                    {**item_link(place, located), "label": full_label(place, located)}
                    for located in (index.archive.item_by_ref[ref] for ref in one.refs)
                ],
            }
            for one in law.places
        ]
        uses = len({ref for one in law.places for ref in one.refs})
        laws.append(
            {
                "id": f"sfs-{law.sfs.replace(':', '-')}",
                "name": law.name,
                "count": uses,
                "places": places,
            }
        )
    return Page(
        path="lagrum/",
        key="register lagrum",
        template="statutes.html",
        title="Lagrum",
        description="Beslut och punkter ordnade efter de lagar som de hänvisar till.",
        context={
            "frame": frame(place, label="Lagrum"),
            "laws": laws,
        },
    )


def notice_register(index: Index) -> Page:
    """The notices of adjusted §§: those that are up, and those whose time is over."""
    place = Place(index=index, path="anslag/")
    found = [one for meeting in index.archive.meetings for one in meeting_notices(index, meeting)]
    found.sort(key=lambda one: (one.announced, one.meeting_id), reverse=True)
    views = [{**view, "href": place.to(view["path"])} for view in (notice_view(index, one) for one in found)]
    past = groupby((one for one in views if not one["posted"]), key=lambda one: one["announced"]["year"])
    return Page(
        path="anslag/",
        key="register anslag",
        template="notices.html",
        title="Anslag om justerade protokoll",
        description="Tillkännagivanden av justerade protokoll, med sista dag för överklagande.",
        context={
            "frame": frame(place, label="Anslag"),
            "posted": [one for one in views if one["posted"]],
            "past": [{"year": year, "rows": list(rows)} for year, rows in past],
            "appeal_help": how_to_appeal(place),
            "board": index.organisation.notice_board,
        },
    )
