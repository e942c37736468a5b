"""One meeting on one day: how each of its items and numbers stands, decided once and asked often."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from paragraf.archive import MeetingIndex
from paragraf.ids import ParagraphNumber
from paragraf.publishing.protected import Aliases
from paragraf.publishing.publicity import (
    SHOWN,
    WITH_TEXT,
    Rulebook,
    Standing,
    State,
    agenda_item_standing,
    number_standing,
    paragraph_standing,
)

Range = tuple[ParagraphNumber, ParagraphNumber]
Standings = Mapping[str, Standing]
"""Slug of an item -> how it stands."""
Numbers = Mapping[ParagraphNumber, Standing]
"""§ number that is written anywhere in the meeting -> how it stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One meeting on one day: the questions that every part of the view asks."""

    index: MeetingIndex
    book: Rulebook
    draft: bool
    """Everything is shown."""
    aliases: Aliases
    standings: Standings
    numbers: Numbers

    def shows(self, slug: str) -> bool:
        """Whether an item is in the view."""
        return self.draft or self.standings[slug].state in SHOWN

    def shows_text(self, slug: str) -> bool:
        """Whether all that an item says is in the view."""
        return self.draft or self.standings[slug].state in WITH_TEXT

    @property
    def minutes_are_open(self) -> bool:
        """Whether the day of any § has come."""
        standings = (*self.numbers.values(), *(self.standings[one.slug] for one in self.index.minutes))
        return self.draft or any(one.state not in (State.LATER, State.CLOSED) for one in standings)

    @property
    def waits(self) -> bool:
        """Whether the day of some § has not come."""
        standings = (*self.numbers.values(), *(self.standings[one.slug] for one in self.index.minutes))
        return any(one.state is State.LATER for one in standings)


def look(index: MeetingIndex, book: Rulebook, aliases: Aliases, *, draft: bool) -> Look:
    """Decide about every item and number of a meeting."""
    meeting = index.meeting
    standings: dict[str, Standing] = {}
    ranges = [pair for one in meeting.withheld if not one.paragraphs.excluded for pair in one.paragraphs.ranges]
    numbers: dict[ParagraphNumber, Standing] = {
        number: number_standing(meeting, number, book) for number in dict.fromkeys(_numbers(ranges))
    }
    for one in index.agenda:
        standings[one.slug] = agenda_item_standing(meeting, one.agenda_item, book)
    for one in index.minutes:
        standings[one.slug] = paragraph_standing(meeting, one.paragraph, book)
        if one.paragraph.number is not None:
            numbers[one.paragraph.number] = standings[one.slug]
    return Look(
        index=index,
        book=book,
        draft=draft,
        aliases=aliases,
        standings=MappingProxyType(standings),
        numbers=MappingProxyType(numbers),
    )


def _numbers(ranges: Sequence[Range]) -> Iterator[ParagraphNumber]:
    """The ends of all ranges and every whole number between them, each range's part that no other has counted."""
    for pair in ranges:
        yield from pair
    reached = 0
    for start, end in sorted((first.number + 1, last.number) for first, last in ranges):
        yield from (ParagraphNumber(number) for number in range(max(start, reached), end))
        reached = max(reached, end)


def numbers_between(first: ParagraphNumber, last: ParagraphNumber) -> tuple[ParagraphNumber, ...]:
    """The numbers from one to another: both as written, and every whole number between."""
    between = (ParagraphNumber(number) for number in range(first.number + 1, last.number))
    return tuple(dict.fromkeys((first, *between, last)))
