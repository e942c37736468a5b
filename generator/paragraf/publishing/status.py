"""Where a meeting stands on the day of the site, as steps in order, each with its date and in words.

A decision is never said to have gained legal force: whether somebody appealed is not known here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paragraf.archive import Phase
from paragraf.model import Meeting, ParagraphSet
from paragraf.publishing.notices import Notice
from paragraf.publishing.public import PublicArchive

BY_LEGALITY = "laglighetsprövning"
"""The way of appeal (Överklagande) for which the time of KL 13:5 runs."""


class Stage(StrEnum):
    """How far a meeting has come: one word for lists."""

    CANCELLED = "inställt"
    MOVED = "flyttat"
    PLANNED = "planerat"
    """Its day is public, no agenda of it."""
    CALLED = "kallat"
    UNADJUSTED = "ojusterat"
    """Its minutes are shown before adjustment."""
    PARTLY_ADJUSTED = "delvis justerat"
    ADJUSTED = "justerat"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step of a meeting."""

    text: str
    """In words, without paragraphs and date: "Anslaget till och med"."""
    day: date | None
    """None: unknown."""
    done: bool
    """False: lies ahead, or is still going on."""
    paragraphs: ParagraphSet | None = None
    """Which §§ it concerns; None: all."""


def stage(public: PublicArchive, meeting: Meeting) -> Stage:
    """How far a meeting of the public archive has come."""
    if meeting.cancelled:
        return Stage.CANCELLED
    if meeting.moved_to:
        return Stage.MOVED
    if meeting.id in public.waiting:
        return Stage.PARTLY_ADJUSTED
    unadjusted = [public.standing(one).unadjusted for one in public.archive.index_by_id[meeting.id].minutes]
    if any(unadjusted):
        return Stage.UNADJUSTED if all(unadjusted) else Stage.PARTLY_ADJUSTED
    if unadjusted or meeting.adjustments:
        return Stage.ADJUSTED
    return Stage.CALLED if _has_agenda(public, meeting) else Stage.PLANNED


def steps(public: PublicArchive, meeting: Meeting) -> tuple[Step, ...]:
    """The steps of a meeting of the public archive, in order. A cancelled or moved meeting has no more after that."""
    found: list[Step] = []
    for part in STEPS:
        found += part(public, meeting)
        if part is _off and (meeting.cancelled or meeting.moved_to):
            break
    return tuple(found)


def concerns_appeal(public: PublicArchive, notice: Notice) -> bool:
    """Whether the time for appeal runs for any § of a notice, as far as readers can know.

    A preparing body's decisions are not appealed (KL 13:2) unless the § says so;
    nor does it for what is appealed in another way.
    """
    index = public.archive.index_by_id[notice.meeting_id]
    body = public.archive.organisation.body(notice.meeting_id.body)
    ways = [
        one.item.appeal
        for one in index.minutes
        if notice.paragraphs is None or (one.paragraph.number and notice.paragraphs.covers(one.paragraph.number))
    ]
    if body and body.is_preparing:
        return BY_LEGALITY in ways
    return not ways or any(way in (None, BY_LEGALITY) for way in ways)


def _has_agenda(public: PublicArchive, meeting: Meeting) -> bool:
    """Whether readers know of anything that is to be handled, if only that it is not shown."""
    gaps = any(gap.phase is Phase.AGENDA for gap in public.gaps.get(meeting.id, ()))
    return gaps or bool(public.archive.index_by_id[meeting.id].agenda)


def _called(public: PublicArchive, meeting: Meeting) -> Iterator[Step]:
    if meeting.agenda and meeting.agenda.published:
        planned = stage(public, meeting) is Stage.PLANNED
        text = "Sammanträdesdagen publicerades" if planned else "Kallelsen publicerades"
        yield Step(text=text, day=meeting.agenda.published, done=True)


def _off(public: PublicArchive, meeting: Meeting) -> Iterator[Step]:
    if meeting.cancelled:
        yield Step(text="Sammanträdet ställdes in", day=meeting.cancelled.date, done=True)
    elif meeting.moved_to:
        yield Step(text="Sammanträdet är flyttat till", day=meeting.moved_to, done=True)


def _held(public: PublicArchive, meeting: Meeting) -> Iterator[Step]:
    """That a meeting took place is known from its minutes, not from the calendar."""
    if meeting.minutes or meeting.adjustments:
        yield Step(text="Sammanträdde", day=meeting.id.date, done=True)
    elif meeting.id.date >= public.day:
        yield Step(text="Sammanträder", day=meeting.id.date, done=False)
    else:
        yield Step(text="Sammanträdesdag", day=meeting.id.date, done=True)


def _adjusted(public: PublicArchive, meeting: Meeting) -> Iterator[Step]:
    known = sorted(meeting.adjustments, key=lambda one: one.adjusted or one.announced or meeting.id.date)
    for one in known:
        text = "Justerades" if one.adjusted else "Justerat, dagen är inte känd"
        yield Step(text=text, day=one.adjusted, done=True, paragraphs=one.paragraphs if len(known) > 1 else None)
    if stage(public, meeting) is Stage.UNADJUSTED:
        yield Step(text="Protokollet är inte justerat", day=None, done=False)
    elif meeting.id in public.waiting:
        yield Step(text="Övriga paragrafer publiceras senare", day=None, done=False)
    elif stage(public, meeting) is Stage.PARTLY_ADJUSTED:
        yield Step(text="Övriga paragrafer är inte justerade", day=None, done=False)
    elif not known and not meeting.minutes and meeting.id.date < public.day:
        yield Step(text="Protokollet är inte publicerat", day=None, done=False)


def _posted(public: PublicArchive, meeting: Meeting) -> Iterator[Step]:
    notices = public.notices.get(meeting.id, ())
    for notice in notices:
        which = notice.paragraphs if len(meeting.adjustments) > 1 else None
        yield Step(text="Anslogs", day=notice.announced, done=True, paragraphs=which)
    for notice in notices:
        which = notice.paragraphs if len(meeting.adjustments) > 1 else None
        over = notice.appeal_is_over(public.day)
        if over and concerns_appeal(public, notice):
            day = notice.last_appeal_day
            yield Step(text="Tiden för överklagande gick ut", day=day, done=True, paragraphs=which)
        if notice.removed:
            yield Step(text="Anslaget togs ned", day=notice.removed, done=True, paragraphs=which)
        elif not over:
            yield Step(text="Anslaget till och med", day=notice.last_appeal_day, done=False, paragraphs=which)


STEPS: tuple[Callable[[PublicArchive, Meeting], Iterator[Step]], ...] = (_called, _off, _held, _adjusted, _posted)
