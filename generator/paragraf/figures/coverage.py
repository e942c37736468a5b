"""What the archive holds and what is missing from it, told from nothing but what is public.

What lies behind a hole is not for readers to know; that there is one, anybody can see from the numbers.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from paragraf.archive import Attachment, Phase
from paragraf.ids import ParagraphNumber
from paragraf.model import Meeting, Rules
from paragraf.publishing.calendar import ANNOUNCED_WITHIN
from paragraf.publishing.public import PublicArchive


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A body's meetings of a year whose day has passed, cancelled and moved ones not counted."""

    body: str
    year: int
    meetings: int
    minutes: int
    """How many of them have any § here."""
    agendas: int
    """How many of them have an agenda here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hole:
    """Numbers in a body's § series of a year that no meeting here has."""

    body: str
    year: int
    first: int
    last: int
    before: Meeting
    """The meeting after the hole."""
    after: Meeting | None
    """The meeting before the hole; None: the hole begins the year."""
    known: tuple[Meeting, ...]
    """Meetings between them of which there are no minutes here, in time order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Documents:
    """The attachments that the public items name, each once for every meeting."""

    here: int
    withheld: Counter[str]
    """Not published -> how many; by the author's own reason, empty where none was given."""
    elsewhere: int
    """Not on the site, and nothing is said of why."""

    @property
    def all(self) -> int:
        """Every one of them."""
        return self.here + self.withheld.total() + self.elsewhere


def past(public: PublicArchive) -> tuple[Meeting, ...]:
    """Every meeting that should have been held: before the day of the site, neither cancelled nor moved."""
    return tuple(
        one for one in public.archive.meetings if one.id.date < public.day and not one.cancelled and not one.moved_to
    )


def shelves(public: PublicArchive) -> tuple[Shelf, ...]:
    """Every body and year with a past meeting, sorted."""
    rows: dict[tuple[str, int], list[Meeting]] = {}
    for meeting in past(public):
        rows.setdefault((meeting.id.body, meeting.id.date.year), []).append(meeting)
    index = public.archive.index_by_id
    return tuple(
        Shelf(
            body=body,
            year=year,
            meetings=len(those),
            minutes=sum(bool(index[one.id].minutes) for one in those),
            agendas=sum(bool(index[one.id].agenda) for one in those),
        )
        for (body, year), those in sorted(rows.items())
    )


def without_minutes(public: PublicArchive) -> tuple[tuple[Meeting, bool], ...]:
    """Past meetings without any § here, the latest first; True: the time for adjustment and notice still runs."""
    missing = [one for one in past(public) if not public.archive.index_by_id[one.id].minutes]
    missing.sort(key=lambda one: (-one.id.date.toordinal(), one.id))
    return tuple((one, _due(public, one) >= public.day) for one in missing)


def _due(public: PublicArchive, meeting: Meeting) -> date:
    body = public.archive.organisation.body(meeting.id.body)
    days = (body.rules if body else Rules()).adjustment_days
    return meeting.id.date + timedelta(days=days) + ANNOUNCED_WITHIN


def without_agenda(public: PublicArchive) -> tuple[Meeting, ...]:
    """Past meetings with §§ but no agenda here, the latest first."""
    index = public.archive.index_by_id
    found = [one for one in past(public) if index[one.id].minutes and not index[one.id].agenda]
    return tuple(sorted(found, key=lambda one: (-one.id.date.toordinal(), one.id)))


def holes(public: PublicArchive) -> tuple[Hole, ...]:
    """Holes between the meetings of a body's year, and before its first; within a meeting see PublicArchive.gaps.

    A number that is said not to be shown is known, so it is no hole. Where the numbers of a year do not rise from
    meeting to meeting nothing is told: a second series, or numbers that were given twice. Nor is it beside a meeting
    some of whose §§ wait for their day: the numbers may be theirs.
    """
    return tuple(
        hole for (body, year), those in public.archive.by_year.items() for hole in _holes(public, body, year, those)
    )


def _holes(public: PublicArchive, body: str, year: int, meetings: tuple[Meeting, ...]) -> Iterator[Hole]:
    spans = [(meeting, numbers) for meeting in meetings if (numbers := _numbers(public, meeting))]
    if any(max(one) > min(other) for (_, one), (_, other) in pairwise(spans)):
        return
    before: list[tuple[Meeting | None, int]] = [(None, 0), *((meeting, max(numbers)) for meeting, numbers in spans)]
    for (after, last), (meeting, numbers) in zip(before, spans, strict=False):
        if min(numbers) > last + 1 and not {after and after.id, meeting.id} & public.waiting:
            yield Hole(
                body=body,
                year=year,
                first=last + 1,
                last=min(numbers) - 1,
                before=meeting,
                after=after,
                known=tuple(_between(public, meetings, after, meeting)),
            )


def _between(
    public: PublicArchive, meetings: tuple[Meeting, ...], after: Meeting | None, before: Meeting
) -> Iterator[Meeting]:
    for one in meetings:
        if (after is None or one.id > after.id) and one.id < before.id and not one.cancelled and not one.moved_to:
            yield one


def _numbers(public: PublicArchive, meeting: Meeting) -> list[int]:
    """Every number of a meeting that readers know of."""
    shown = [one.paragraph.number for one in public.archive.index_by_id[meeting.id].minutes]
    told: list[ParagraphNumber | None] = [
        end for gap in public.gaps.get(meeting.id, ()) if gap.phase is Phase.MINUTES for end in (gap.first, gap.last)
    ]
    return [one.number for one in (*shown, *told) if one is not None]


def documents(public: PublicArchive, body: str | None = None) -> Documents:
    """The attachments of a body, or of all; one that is here in another place (same_as) is counted where it is."""
    found = [one for one in public.archive.attachments.values() if body is None or one.meeting_id.body == body]
    missing = [one for one in found if one.file is None]
    return Documents(
        here=len(found) - len(missing),
        withheld=Counter(one.withheld for one in missing if one.withheld is not None),
        elsewhere=sum(one.withheld is None and not _is_here_as(one) for one in missing),
    )


def _is_here_as(one: Attachment) -> bool:
    return one.same_as is not None
