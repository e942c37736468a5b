"""How the minutes differ from the agenda, computed. Only what is certain is said: see archive.pairing."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paragraf.archive import Located, MeetingIndex
from paragraf.archive.naming import normalised
from paragraf.model import Publicity
from paragraf.model.derived import item_type
from paragraf.pages import words
from paragraf.pages.items import item_link
from paragraf.pages.place import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One thing in which an item of one document is not as in the other."""

    kind: str
    """tillagd, tillagd sent, utgick, bordlagd, rubrik, ordning."""
    text: str
    """In words, to stand alone: Ärendet stod inte i kallelsen, det lades till vid sammanträdet."""
    short: str
    """For a table: Tillagd vid sammanträdet."""
    was: str = ""
    """Of a changed title: the one on the agenda."""
    now: str = ""
    """Of a changed title: the one in the minutes."""


def differences_of(place: Place, located: Located) -> list[dict[str, str]]:
    """What differs for an item of an agenda or a §, as data for templates."""
    meeting = place.index.archive.index_by_id[located.meeting_id]
    return differences_by_slug(meeting).get(located.slug, [])


def differences_by_slug(meeting: MeetingIndex) -> dict[str, list[dict[str, str]]]:
    """Slug of an agenda item and of the § that handles it -> what differs between them; none for those without."""
    found: dict[str, list[dict[str, str]]] = {}
    for slug, row in _found(meeting).items():
        views = [
            {"kind": one.kind, "text": one.text, "short": one.short, "was": one.was, "now": one.now} for one in row
        ]
        found[slug] = found[meeting.pairs.get(slug, slug)] = views
    return found


def differences_view(place: Place, meeting: MeetingIndex) -> list[dict[str, Any]]:
    """Every difference of a meeting with a link to the § (or the agenda item), in the order of the documents."""
    located = {one.slug: one for one in (*meeting.agenda, *meeting.minutes)}
    return [
        {**item_link(place, located[meeting.pairs.get(slug, slug)]), "short": one.short, "was": one.was, "now": one.now}
        for slug, row in _found(meeting).items()
        for one in row
    ]


def _found(index: MeetingIndex) -> dict[str, list[Difference]]:
    """Slug of an agenda item (of an added §: its own) -> its differences."""
    minutes = {one.slug: one for one in index.minutes}
    moved = _moved([index.pairs[one.slug] for one in index.agenda if one.slug in index.pairs], list(minutes))
    found: dict[str, list[Difference]] = {}
    for one in index.agenda:
        handled = minutes.get(index.pairs.get(one.slug, ""))
        row = [*_of_item(one, index)]
        if handled:
            row += _of_title(one, handled)
            row += _of_order(handled, moved)
        if row:
            found[one.slug] = row
    for slug in index.comparison.added:
        found[slug] = [
            Difference(
                kind="tillagd",
                text="Ärendet stod inte i kallelsen. Det lades till vid sammanträdet.",
                short="Tillagt vid sammanträdet",
            )
        ]
    return found


def _of_item(one: Located, index: MeetingIndex) -> list[Difference]:
    found = []
    if one.item.added:
        day = words.long_date(one.item.added)
        found.append(
            Difference(
                kind="tillagd sent",
                text=f"Ärendet lades till på dagordningen sent, {day}.",
                short=f"Tillagt sent, {day}",
            )
        )
    if one.slug in index.comparison.withdrawn:
        found.append(
            Difference(kind="utgick", text="Ärendet utgick och behandlades inte vid sammanträdet.", short="Utgick")
        )
    if one.slug in index.comparison.tabled:
        found.append(Difference(kind="bordlagd", text="Ärendet bordlades: beslutet sköts upp.", short="Bordlagt"))
    return found


def _of_title(one: Located, handled: Located) -> list[Difference]:
    was, now = one.item.title, handled.item.title
    whole = all(item.publication.level is not Publicity.TITLE for item in (one.item, handled.item))
    if item_type(handled.item) == "formalia" or not whole or normalised(was) == normalised(now):
        return []
    return [
        Difference(
            kind="rubrik",
            text=f"Rubriken är ändrad. I kallelsen: ”{was}”. I protokollet: ”{now}”.",
            short="Ändrad rubrik",
            was=was,
            now=now,
        )
    ]


def _of_order(handled: Located, moved: dict[str, str]) -> list[Difference]:
    word = moved.get(handled.slug)
    if word is None:
        return []
    return [
        Difference(
            kind="ordning",
            text=f"Ärendet togs upp {word} än dagordningen angav.",
            short=f"Togs upp {word}",
        )
    ]


def _moved(planned: Sequence[str], held: Sequence[str]) -> dict[str, str]:
    """Slugs of §§ that were not handled in their turn -> tidigare or senare. As few as explain the new order."""
    places = {slug: number for number, slug in enumerate(held)}
    row = [places[slug] for slug in planned]
    in_turn = _longest_rising(row)
    held_turn = {number: turn for turn, number in enumerate(sorted(row))}
    return {
        slug: "tidigare" if held_turn[number] < turn else "senare"
        for turn, (slug, number) in enumerate(zip(planned, row, strict=True))
        if number not in in_turn
    }


def _longest_rising(row: Sequence[int]) -> set[int]:
    """The numbers of a longest rising part of a row of different numbers."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in row:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: set[int] = set()
    number_or_none = ends[-1] if ends else None
    while number_or_none is not None:
        found.add(number_or_none)
        number_or_none = before[number_or_none]
    return found
