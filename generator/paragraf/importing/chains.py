"""The best consistent series of numbers among all lines that could begin an item."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.ids import ParagraphNumber
from paragraf.importing.numbering import Numbered, in_order

MOST = 1500
"""Candidates weighed against each other; of more, those with the most evidence."""
_MOST_OF_A_STEP = 4.0
"""That _step gives at most."""
_COST = 1.5
"""What a head must be worth by itself or by its place in the series."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """A line that may begin an item."""

    index: int
    numbered: Numbered
    weight: float
    """Of the evidence around it; see evidence.py."""

    @property
    def number(self) -> ParagraphNumber:
        """As read."""
        return self.numbered.number


def best_chain(starts: Sequence[Start], *, from_one: bool) -> tuple[float, tuple[Start, ...]]:
    """The series of rising numbers with the most evidence, and how much it is; `from_one`: such series begin at 1."""
    if len(starts) > MOST:
        least = sorted((start.weight for start in starts), reverse=True)[MOST - 1]
        starts = [start for start in starts if start.weight >= least][:MOST]
    totals: list[float] = []
    before: list[int] = []
    # In the order of their worth: what cannot make the best beginning better by any step is not weighed.
    ranked: list[tuple[float, int]] = []
    for place, start in enumerate(starts):
        best, link = _beginning(start, from_one=from_one), -1
        for worth, other in ranked:
            if -worth + _MOST_OF_A_STEP < best:
                break
            step = _step(starts[other], start)
            if step is not None and (totals[other] + step, -other) > (best, -link if link >= 0 else 1):
                best, link = totals[other] + step, other
        totals.append(best + start.weight - _COST)
        before.append(link)
        insort(ranked, (-totals[-1], place))
    if not totals:
        return 0.0, ()
    place = max(range(len(totals)), key=lambda one: (totals[one], -one))
    total, chain = totals[place], []
    while place >= 0:
        chain.append(starts[place])
        place = before[place]
    return total, tuple(reversed(chain))


def _beginning(start: Start, *, from_one: bool) -> float:
    if not from_one:
        return 0.0
    return 2.0 if start.number.number <= 1 else -min(0.5 * start.number.number, 4.0)


def _step(first: Start, second: Start) -> float | None:
    """What it is worth that one head follows the other; None when it cannot."""
    if second.index <= first.index or in_order(second.number) <= in_order(first.number):
        return None
    if "." in second.number.suffix and not _follows(first.number, second.number):
        return None
    gap = second.number.number - first.number.number - 1
    value = 2.5 if gap < 0 else 3.0 if gap == 0 else -min(0.8 * gap, 5.0)
    return value + (1.0 if first.numbered.look == second.numbered.look else -1.0)


def _follows(first: ParagraphNumber, second: ParagraphNumber) -> bool:
    """Whether a number like 4.2 follows straight on another: no timetable or list of sums does."""
    part = in_order(second)[2]
    return in_order(first)[2] == part - 1 if second.number == first.number else part == 1
