"""The page that says what the archive holds and what is missing: by body and year, §§, documents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from paragraf.archive import Phase
from paragraf.figures import Hole, Shelf, documents, holes, shelves, without_agenda, without_minutes
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.body import body_anchor, shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.requests import document_request
from paragraf.publishing.public import Gap
from paragraf.publishing.publicity import State

PATH = "vad-som-finns/"
TITLE = "Vad som finns här"
_KINDS: tuple[tuple[State, str], ...] = (
    (State.NOT_ON_WEB, "Publiceras inte på webben"),
    (State.WITHDRAWN, "Har tagits bort från webben"),
    (State.LATER, "Är inte justerade eller anslagna än"),
    (State.MISSING, "Saknas, utan att det sägs varför"),
)
"""States of numbers that are not shown -> what readers are told, in the order of the page."""


def coverage_page(index: Index) -> Iterator[Page]:
    """The page of what is here."""
    place = Place(index=index, path=PATH)
    rows = shelves(index.public)
    years = sorted({one.year for one in rows})
    missing = [_without_minutes(place, *one) for one in without_minutes(index.public)]
    gaps = list(_gaps(place))
    series = list(_series(place, holes(index.public)))
    agendas = [_meeting(place, one) for one in without_agenda(index.public)]
    sections = (
        ("Protokoll per organ och år", "protokoll", bool(rows)),
        ("Sammanträden utan protokoll", "utan-protokoll", bool(rows)),
        ("Paragrafer som inte visas", "paragrafer", bool(gaps)),
        ("Nummer som saknas", "nummer", bool(series)),
        ("Handlingar", "handlingar", bool(rows)),
        ("Protokoll utan kallelse", "utan-kallelse", bool(agendas)),
    )
    organisation = index.organisation
    days = [one.id.date for one in index.archive.meetings]
    yield Page(
        path=PATH,
        key="vad som finns",
        template="coverage.html",
        title=TITLE,
        description="Vilka protokoll, paragrafer och handlingar som finns på webbplatsen, och vad som saknas.",
        context={
            "frame": frame(
                place,
                label=TITLE,
                toc=[(label, anchor) for label, anchor, there in sections if there],
                filters={"typ": "Sida"},
            ),
            "start": words.when(organisation.archive_start) if organisation.archive_start else None,
            "first": words.when(min(days)) if days else None,
            "day": words.when(index.day),
            "meetings": words.count_of(len(days), "sammanträde", "sammanträden"),
            "paragraphs": words.count_of(
                sum(len(one.minutes) for one in index.archive.index_by_id.values()), "paragraf", "paragrafer"
            ),
            "years": [str(year) for year in years],
            "shelves": list(_matrix(place, rows, years)),
            "missing": missing,
            "gaps": gaps,
            "series": series,
            "documents": _documents(index),
            "agendas": agendas,
            "request": document_request(
                place, title="skriv vilken", belongs="skriv organ, datum, paragraf eller diarienummer", path=PATH
            ),
            "statistics": place.to("statistik/"),
        },
    )


def _matrix(place: Place, rows: Sequence[Shelf], years: Sequence[int]) -> Iterator[dict[str, Any]]:
    found = {(one.body, one.year): one for one in rows}
    for body in shown_bodies(place.index):
        own = [found.get((body.code, year)) for year in years]
        if any(own):
            yield {
                "id": body_anchor(body),
                "name": body.name,
                "href": place.to(f"{body.slug}/"),
                "cells": [_cell(place, body.slug, one) if one else None for one in own],
            }


def _cell(place: Place, slug: str, one: Shelf) -> dict[str, Any]:
    return {
        "text": f"{one.minutes} av {one.meetings}",
        "href": place.to(f"{slug}/{one.year}/"),
        "whole": one.minutes == one.meetings,
        "width": f"{100 * one.minutes / one.meetings:.0f}",
    }


def _meeting(place: Place, meeting: Meeting) -> dict[str, Any]:
    name = meeting.body_name or place.index.body(meeting.id.body).name
    return {"name": name, "date": words.when(meeting.id.date), "href": place.to(f"{meeting.id.path}/")}


def _without_minutes(place: Place, meeting: Meeting, waits: bool) -> dict[str, Any]:
    view = _meeting(place, meeting)
    title = f"Protokoll {view['name']} {meeting.id.date.isoformat()}"
    path = f"{meeting.id.path}/"
    return {
        **view,
        "waits": waits,
        "request": "" if waits else document_request(place, title=title, belongs=title, path=path),
    }


def _gaps(place: Place) -> Iterator[dict[str, Any]]:
    """§§ that are told not to be shown, by what is told of them and then by the author's reason."""
    found = [
        (meeting, gap)
        for meeting in place.index.archive.meetings
        for gap in place.index.public.gaps.get(meeting.id, ())
        if gap.phase is Phase.MINUTES
    ]
    for state, label in _KINDS:
        own = [(meeting, gap) for meeting, gap in found if gap.state is state]
        if own:
            reasons: Counter[str] = Counter()
            for _, gap in own:
                reasons[gap.reason] += count(gap)
            yield {
                "label": label,
                "count": words.count_of(reasons.total(), "paragraf", "paragrafer"),
                "reasons": [
                    {"text": reason or "inget skäl angivet", "count": number} for reason, number in _ordered(reasons)
                ]
                if state in (State.NOT_ON_WEB, State.WITHDRAWN)
                else [],
                "rows": [
                    {**_meeting(place, meeting), "numbers": _numbers(gap), "reason": gap.reason} for meeting, gap in own
                ],
            }


def count(gap: Gap) -> int:
    """How many numbers a gap has: a letter (§ 12 a) counts with its number."""
    return gap.last.number - gap.first.number + 1 if gap.first and gap.last else 1


def _ordered(reasons: Counter[str]) -> list[tuple[str, int]]:
    return sorted(reasons.items(), key=lambda one: (-one[1], one[0]))


def _numbers(gap: Gap) -> str:
    ends = [str(one) for one in dict.fromkeys((gap.first, gap.last)) if one is not None]
    return words.numbers(ends) or "en paragraf utan nummer"


def _series(place: Place, found: Sequence[Hole]) -> Iterator[dict[str, Any]]:
    """The holes by body, each with what stands before and after it."""
    start = place.index.organisation.archive_start
    for body in shown_bodies(place.index):
        own = [one for one in found if one.body == body.code]
        if own:
            yield {
                "name": body.name,
                "count": words.count_of(sum(one.last - one.first + 1 for one in own), "nummer", "nummer"),
                "rows": [
                    {
                        "year": str(one.year),
                        "numbers": words.numbers([str(number) for number in dict.fromkeys((one.first, one.last))]),
                        "after": _meeting(place, one.after) if one.after else None,
                        "before": _meeting(place, one.before),
                        "early": one.after is None and start is not None and start.year == one.year,
                        "known": [_meeting(place, meeting) for meeting in one.known],
                    }
                    for one in own
                ],
            }


def _documents(index: Index) -> dict[str, Any]:
    found = documents(index.public)
    return {
        "all": found.all,
        "here": found.here,
        "withheld": found.withheld.total(),
        "elsewhere": found.elsewhere,
        "reasons": [
            {"text": reason or "inget skäl angivet", "count": number} for reason, number in _ordered(found.withheld)
        ],
        "bodies": [
            {
                "name": body.name,
                "figures": [own.all, own.here, own.withheld.total(), own.elsewhere],
            }
            for body in shown_bodies(index)
            if (own := documents(index.public, body.code)).all
        ],
    }
