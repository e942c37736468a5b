"""Following without an account: the page that explains how, and what each page says of how it can be followed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from paragraf.pages import words
from paragraf.pages.body import shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.proposal import in_sentence
from paragraf.publishing.outside import CALENDAR, DATA, MEETING_CALENDAR, NEWS

PATH = "folj/"
OPEN_DATA = "oppna-data/"


def following_page(index: Index) -> Iterator[Page]:
    """The page with every feed and calendar, and what the reader's browser remembers."""
    place = Place(index=index, path=PATH)
    rows = [_row(place, "", "Allt", calendar=True), _row(place, "anslag/", "Anslag om justerade protokoll")]
    rows += [_row(place, f"{body.slug}/", body.name, calendar=True) for body in shown_bodies(index)]
    yield Page(
        path=PATH,
        key="följ",
        template="following.html",
        title="Följ kommunens beslut",
        description="Flöden, kalendrar och nytt sedan sist, utan konto.",
        context={
            "frame": frame(place, label="Följ"),
            "rows": rows,
            "data_href": place.to(OPEN_DATA),
        },
    )


def _row(place: Place, page: str, name: str, *, calendar: bool = False) -> dict[str, str]:
    return {
        "name": name,
        "href": place.to(page),
        "feed": place.to(f"{page}{NEWS}"),
        "calendar": place.to(f"{page}{CALENDAR}") if calendar else "",
    }


def with_following(index: Index, pages: Mapping[str, Page]) -> dict[str, Page]:
    """The pages, each with how what it is about can be followed, under the key `follow` of its context."""
    views = dict(_views(index))
    return {
        path: replace(page, context={**page.context, "follow": views[path]}) if path in views else page
        for path, page in pages.items()
    }


def _views(index: Index) -> Iterator[tuple[str, dict[str, Any]]]:
    """Address of a page -> how it can be followed."""
    every = ("", "Allt nytt")
    notices = ("anslag/", "Anslag om justerade protokoll")
    yield "", _view(index, "", feeds=(every, notices))
    yield PATH, _view(index, PATH, feeds=(every, notices))
    yield (
        "anslag/",
        _view(
            index, "anslag/", feeds=(notices, every), name="anslagen", feed="anslag/", feed_words="Flöde med nya anslag"
        ),
    )
    bodies = {}
    for body in shown_bodies(index):
        path = f"{body.slug}/"
        bodies[body.code] = (path, body.name)
        yield (
            path,
            _view(
                index,
                path,
                feeds=((path, body.name), every),
                name=body.name,
                feed=path,
                feed_words="Flöde med allt nytt",
                key=body.slug,
                calendar=f"{path}{CALENDAR}",
                calendar_words="Kalender med sammanträden",
                data=f"{path}{DATA}",
            ),
        )
    for meeting in index.archive.meetings:
        path = f"{meeting.id.path}/"
        body_path, body_name = bodies[meeting.id.body]
        yield (
            path,
            _view(
                index,
                path,
                feeds=((body_path, body_name),),
                name=f"{body_name} {words.long_date(meeting.id.date)}",
                heading="Följ sammanträdet",
                feed=body_path,
                feed_words=f"Flöde med allt nytt från {in_sentence(body_name)}",
                calendar=f"{path}{MEETING_CALENDAR}",
                calendar_words="Lägg sammanträdet i kalendern",
                data=f"{path}{DATA}",
            ),
        )
    for case in index.archive.cases.values():
        path = f"{case.path}/"
        yield (
            path,
            _view(
                index,
                path,
                feeds=((path, f"{case.written} {case.title}"),),
                name=f"{case.written} {case.title}",
                heading="Följ ärendet",
                feed=path,
                feed_words="Flöde för det här ärendet",
                key=case.path,
                data=f"{path}{DATA}",
            ),
        )


def _view(
    index: Index,
    path: str,
    *,
    feeds: tuple[tuple[str, str], ...],
    name: str = "",
    heading: str = "",
    feed: str = "",
    feed_words: str = "",
    key: str = "",
    calendar: str = "",
    calendar_words: str = "",
    data: str = "",
) -> dict[str, Any]:
    """`feeds` are told to the browser; the rest is what the reader is shown, nothing of it without a name."""
    place = Place(index=index, path=path)
    return {
        "feeds": [{"title": title, "href": place.to(f"{page}{NEWS}")} for page, title in feeds],
        "name": name,
        "heading": heading or f"Följ {name[:1].lower()}{name[1:]}",
        "key": key,
        "feed": place.to(f"{feed}{NEWS}") if name else "",
        "feed_words": feed_words,
        "calendar": place.to(calendar) if calendar else "",
        "calendar_words": calendar_words,
        "data": place.to(data) if data else "",
        "help": place.to(PATH),
    }
