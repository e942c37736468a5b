"""How long it takes from a meeting to its adjustment, and from that to the notice (KL 5:69, 6:35, 8:12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from paragraf.figures.activity import held
from paragraf.ids import MeetingId
from paragraf.model import Rules
from paragraf.publishing.calendar import ANNOUNCED_WITHIN
from paragraf.publishing.public import PublicArchive


@dataclass(frozen=True, kw_only=True, slots=True)
class Delay:
    """One adjustment that is public. A meeting has several when some §§ were adjusted before the others."""

    meeting_id: MeetingId
    adjusted: int | None
    """Days from the meeting to the adjustment; None: the minutes do not say the day."""
    adjusted_limit: int
    """Days that the law, or the body's own rules, allow."""
    announced: int | None
    """Days from the adjustment to the notice; None: one of the days is not known."""

    @property
    def body(self) -> str:
        """Code of the body."""
        return self.meeting_id.body


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """How some numbers of days lie."""

    days: tuple[int, ...]
    """Each of them, the least first; at least one."""
    within: int
    """How many of them are within their limit."""

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.days)


NOTICE_LIMIT = ANNOUNCED_WITHIN.days
"""Days from the adjustment to the notice that the law allows."""


def delays(public: PublicArchive) -> tuple[Delay, ...]:
    """Every public adjustment of a held meeting, in the order of the archive.

    Calendar days. A day that lies before the one it is counted from is a slip of the pen and counts as unknown.
    """
    return tuple(_delays(public))


def _delays(public: PublicArchive) -> Iterator[Delay]:
    for meeting in held(public):
        body = public.archive.organisation.body(meeting.id.body)
        for one in meeting.adjustments:
            adjusted = (one.adjusted - meeting.id.date).days if one.adjusted else None
            announced = (one.announced - one.adjusted).days if one.announced and one.adjusted else None
            yield Delay(
                meeting_id=meeting.id,
                adjusted=_known(adjusted),
                adjusted_limit=(body.rules if body else Rules()).adjustment_days,
                announced=_known(announced),
            )


def _known(days: int | None) -> int | None:
    return days if days is not None and days >= 0 else None


def spread(pairs: Iterable[tuple[int | None, int]]) -> Spread | None:
    """The spread of days with their limits, the unknown ones left out; None when none is known."""
    known = sorted((days, limit) for days, limit in pairs if days is not None)
    if not known:
        return None
    return Spread(days=tuple(days for days, _ in known), within=sum(days <= limit for days, limit in known))
