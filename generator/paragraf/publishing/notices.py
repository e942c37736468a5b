"""Notices (anslag) of adjusted §§: one per adjustment that was announced (KL 8:12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import Adjustment, Meeting, ParagraphSet
from paragraf.publishing.calendar import DAY, last_appeal_day
from paragraf.publishing.publicity import adjustment_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """What the notice board says of some adjusted §§."""

    meeting_id: MeetingId
    body_name: str
    paragraphs: ParagraphSet | None
    """The §§ by number; as mote.yml writes them where no number is known; None: the whole meeting."""
    adjusted: date | None
    """None: unknown."""
    announced: date
    last_appeal_day: date
    """Three weeks later, or the next weekday (KL 13:5)."""
    earliest_removal: date
    """The day after: the notice stays for the whole period."""
    removed: date | None
    """The day it was taken down, if it has been."""
    place: str
    """Where the minutes are kept; empty when not said."""

    def is_posted(self, day: date) -> bool:
        """Whether the notice is up on a day."""
        return self.announced <= day < (self.removed or self.earliest_removal)

    def appeal_is_over(self, day: date) -> bool:
        """Whether the time for appeal has run out on a day; says nothing about whether someone appealed."""
        return day > self.last_appeal_day


def notices(meeting: Meeting, numbers: Iterable[ParagraphNumber], day: date) -> tuple[Notice, ...]:
    """The notices of a meeting that were up on a day or before it, in the order they were announced.

    `numbers` are the §§ that readers know of: those that are shown, and those that are said not to be on the web.
    """
    known = sorted(numbers)
    found = [
        Notice(
            meeting_id=meeting.id,
            body_name=meeting.body_name,
            paragraphs=_covered(meeting, adjustment, known),
            adjusted=adjustment.adjusted,
            announced=adjustment.announced,
            last_appeal_day=last_appeal_day(adjustment.announced),
            earliest_removal=last_appeal_day(adjustment.announced) + DAY,
            removed=adjustment.removed,
            place=adjustment.place,
        )
        for adjustment in meeting.adjustments
        if adjustment.announced is not None and adjustment.announced <= day
    ]
    return tuple(sorted(found, key=lambda notice: notice.announced))


def _covered(meeting: Meeting, adjustment: Adjustment, known: Sequence[ParagraphNumber]) -> ParagraphSet | None:
    """The numbers of an adjustment; one that is only partly covered ("del av § 9") keeps its words."""
    if adjustment.paragraphs is not None and adjustment.paragraphs.partly:
        return adjustment.paragraphs
    covered = [number for number in known if adjustment_of(meeting, number) is adjustment]
    return ParagraphSet.of(covered) if covered else adjustment.paragraphs
