"""Registers: all cases, decisions by statute, and the notices of adjusted §§."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, full_label, item_link
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.standing import meeting_notices, notice_view
from paragraf.pages.words import when


def register_pages(index: Index) -> Iterator[Page]:
    """The three registers."""
    yield case_register(index)
    yield statute_register(index)
    yield notice_register(index)


def case_register(index: Index) -> Page:
    """All cases, by the year in which they were last dealt with."""
    place = Place(index=index, path="arenden/")
    rows: list[dict[str, Any]] = []
    for case in index.archive.cases.values():
        last = case.handlings[-1].meeting_id
        rows.append({**case_link(place, case), "date": when(last.date), "body": last.body, "year": last.date.year})
    rows.sort(key=lambda one: (one["year"], one["date"]["iso"], one["number"]), reverse=True)
    years = [{"year": year, "cases": list(group)} for year, group in groupby(rows, key=lambda one: one["year"])]
    return Page(
        path="arenden/",
        key="register ärenden",
        template="cases.html",
        title="Ärenden",
        description="Alla ärenden med diarienummer, det senast behandlade först.",
        context={
            "frame": frame(place, label="Ärenden", toc=[(str(one["year"]), f"ar-{one['year']}") for one in years]),
            "years": years,
        },
    )


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
        laws.append({"id": f"sfs-{law.sfs.replace(':', '-')}", "name": law.name, "sfs": law.sfs, "places": places})
    return Page(
        path="lagrum/",
        key="register lagrum",
        template="statutes.html",
        title="Lagrum",
        description="Beslut och punkter ordnade efter de lagar som de hänvisar till.",
        context={
            "frame": frame(place, label="Lagrum", toc=[(law["name"], law["id"]) for law in laws]),
            "laws": laws,
        },
    )


def notice_register(index: Index) -> Page:
    """The notices of adjusted §§: those that are up, and those whose time is over."""
    place = Place(index=index, path="anslag/")
    found = [one for meeting in index.archive.meetings for one in meeting_notices(index, meeting)]
    found.sort(key=lambda one: (one.announced, one.meeting_id), reverse=True)
    views = [{**view, "href": place.to(view["path"])} for view in (notice_view(index, one) for one in found)]
    return Page(
        path="anslag/",
        key="register anslag",
        template="notices.html",
        title="Anslag om justerade protokoll",
        description="Tillkännagivanden av justerade protokoll, med sista dag för överklagande.",
        context={
            "frame": frame(place, label="Anslag"),
            "posted": [one for one in views if one["posted"]],
            "past": [one for one in views if not one["posted"]],
            "board": index.organisation.notice_board,
        },
    )
