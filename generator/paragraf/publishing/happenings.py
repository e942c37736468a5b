"""What has happened and when, as dated facts of the public archive: what feeds and "nytt sedan sist" tell.

Nothing here follows a clock: a happening has the day that its author wrote, so the same content gives the same feeds.
What leaves the public archive leaves the happenings too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paragraf.archive import ItemRef, Located
from paragraf.model import Meeting, ParagraphSet
from paragraf.publishing.notices import Notice
from paragraf.publishing.public import PublicArchive
from paragraf.publishing.publicity import adjustment_of


class Happened(StrEnum):
    """The kinds of happenings."""

    AGENDA = "kallelse"
    """An agenda was published."""
    LATE_ITEM = "sen punkt"
    """An item was added to an agenda that had been published."""
    MINUTES = "protokoll"
    """§§ became public: they were adjusted, and usually that was announced."""
    NOTICE = "anslag"
    """A notice of adjusted §§ went up."""
    CORRECTION = "rättelse"
    CANCELLED = "inställt"
    MOVED = "flyttat"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One thing that happened to a meeting."""

    kind: Happened
    day: date
    meeting: Meeting
    key: str
    """Which one of its kind within the meeting, the same as long as the fact is: 2023-05-04, p45-2023-05-10."""
    items: tuple[Located, ...] = ()
    """The items that it is about, in document order."""
    paragraphs: ParagraphSet | None = None
    """Of a notice: which §§; None: all."""
    notice: Notice | None = None
    """Of a notice, and of §§ that were announced."""

    @property
    def name(self) -> str:
        """What the happening is called for ever: san/2023-04-26/protokoll/2023-05-04."""
        return "/".join(filter(None, (self.meeting.id.path, self.kind.name.lower(), self.key)))

    @property
    def refs(self) -> tuple[ItemRef, ...]:
        """The items' own names."""
        return tuple(one.ref for one in self.items)


def happenings(public: PublicArchive) -> tuple[Happening, ...]:
    """Everything dated that has happened, the newest first; on one day by body and meeting.

    In a draft also what lies ahead; what has no date at all has not happened.
    """
    found = [one for meeting in public.archive.meetings for kind in KINDS for one in kind(public, meeting)]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.meeting.id, one.name)))


def _agenda(public: PublicArchive, meeting: Meeting) -> Iterator[Happening]:
    agenda = meeting.agenda
    if agenda is None or agenda.published is None:
        return
    rows = public.archive.index_by_id[meeting.id].agenda
    sent = tuple(one for one in rows if not _is_late(one, agenda.published))
    yield Happening(kind=Happened.AGENDA, day=agenda.published, meeting=meeting, key="", items=sent)
    for one in rows:
        if one.item.added and _is_late(one, agenda.published):
            yield Happening(kind=Happened.LATE_ITEM, day=one.item.added, meeting=meeting, key=one.slug, items=(one,))


def _is_late(one: Located, published: date) -> bool:
    return one.item.added is not None and one.item.added > published


def _off(public: PublicArchive, meeting: Meeting) -> Iterator[Happening]:
    """Of a moved meeting no day is known on which that was decided: it is told together with its agenda."""
    items = public.archive.index_by_id[meeting.id].agenda
    if meeting.cancelled:
        yield Happening(kind=Happened.CANCELLED, day=meeting.cancelled.date, meeting=meeting, key="", items=items)
    elif meeting.moved_to and meeting.agenda and meeting.agenda.published:
        key = meeting.moved_to.isoformat()
        yield Happening(kind=Happened.MOVED, day=meeting.agenda.published, meeting=meeting, key=key, items=items)


def _minutes(public: PublicArchive, meeting: Meeting) -> Iterator[Happening]:
    """The §§ by the day on which they became public. Of old minutes that tell no day it is the day of the meeting."""
    by_day: dict[date, list[Located]] = {}
    for one in public.archive.index_by_id[meeting.id].minutes:
        adjustment = adjustment_of(meeting, one.paragraph.number)
        if adjustment is not None and not public.standing(one).unadjusted:
            by_day.setdefault(adjustment.announced or adjustment.adjusted or meeting.id.date, []).append(one)
    posted = {notice.announced: notice for notice in public.notices.get(meeting.id, ())}
    for day, items in by_day.items():
        yield Happening(
            kind=Happened.MINUTES,
            day=day,
            meeting=meeting,
            key=day.isoformat(),
            items=tuple(items),
            notice=posted.get(day),
        )


def _notices(public: PublicArchive, meeting: Meeting) -> Iterator[Happening]:
    for notice in public.notices.get(meeting.id, ()):
        covered = notice.paragraphs
        key = notice.announced.isoformat() + (f"-{covered.ranges[0][0]}" if covered and covered.ranges else "")
        items = tuple(
            one
            for one in public.archive.index_by_id[meeting.id].minutes
            if covered is None or (one.paragraph.number is not None and covered.covers(one.paragraph.number))
        )
        yield Happening(
            kind=Happened.NOTICE,
            day=notice.announced,
            meeting=meeting,
            key=key,
            items=items,
            paragraphs=covered,
            notice=notice,
        )


def _corrections(public: PublicArchive, meeting: Meeting) -> Iterator[Happening]:
    index = public.archive.index_by_id[meeting.id]
    for one in (*index.agenda, *index.minutes):
        for day in dict.fromkeys(correction.date for correction in one.item.corrections):
            key = f"{one.slug}-{day.isoformat()}"
            yield Happening(kind=Happened.CORRECTION, day=day, meeting=meeting, key=key, items=(one,))


KINDS: tuple[Callable[[PublicArchive, Meeting], Iterator[Happening]], ...] = (
    _agenda,
    _off,
    _minutes,
    _notices,
    _corrections,
)
