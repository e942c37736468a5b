"""The three registers: cases, decisions by statute, and the notices of adjusted §§."""

from collections.abc import Iterator
from itertools import groupby

from paragraf.pages.appeal import how_to_appeal
from paragraf.pages.case_register import case_register
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.standing import meeting_notices, notice_view
from paragraf.pages.statute_register import statute_register


def register_pages(index: Index) -> Iterator[Page]:
    """The three registers; those of cases and statutes on as many pages as they need."""
    yield from case_register(index)
    yield from statute_register(index)
    yield notice_register(index)


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
