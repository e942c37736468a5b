"""What the search knows of a page beside its text: its day, and the parts of its compound words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from paragraf.archive import Located
from paragraf.pages.compounds import parts, words
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.words import long_date


def with_search_data(index: Index, pages: Mapping[str, Page]) -> dict[str, Page]:
    """The pages, each with what is found by and shown in the search, under the key `found` of its frame."""
    told = {path: (day, text) for path, day, text in _texts(index) if path in pages}
    known = words(text for _, text in told.values())
    views = {
        path: {"datum": long_date(day), "delord": " ".join(parts(text, known))} for path, (day, text) in told.items()
    }
    return {path: _with(page, views[path]) if path in views else page for path, page in pages.items()}


def _with(page: Page, found: Mapping[str, str]) -> Page:
    return replace(page, context={**page.context, "frame": {**page.context["frame"], "found": found}})


def _texts(index: Index) -> Iterator[tuple[str, date, str]]:
    """Address, day and text of everything that is found by its words."""
    archive = index.archive
    for located in archive.item_by_ref.values():
        yield f"{located.ref.path}/", located.meeting_id.date, _text(located)
    for one in archive.attachments.values():
        text = one.file.text if one.file else ""
        yield f"{one.path}/", one.meeting_id.date, f"{one.title}\n{text}"
    for case in archive.cases.values():
        yield f"{case.path}/", case.handlings[-1].meeting_id.date, case.title
    for meeting in archive.meetings:
        yield f"{meeting.id.path}/", meeting.id.date, ""


def _text(located: Located) -> str:
    item = located.item
    return "\n".join((item.title, item.text, *(section.text for section in item.sections)))
