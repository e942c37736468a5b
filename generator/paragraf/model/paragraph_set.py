"""Sets of §§ as minutes write them: "44–49", "48, 50–52", "övriga", "ej § 40", "del av § 9"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from paragraf.ids import ParagraphNumber

_RANGE = re.compile(r"(\d+ ?[a-zåäö]?)(?:\s*(?:--?|[\u2010-\u2015\u2212])\s*(\d+ ?[a-zåäö]?))?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:,|och|samt)\s*")


MOST_RANGES = 200
"""More than any line of minutes says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphSet:
    """Which §§ of a meeting something covers."""

    ranges: tuple[tuple[ParagraphNumber, ParagraphNumber], ...] = ()
    """First and last §, both included; a single § is a range of one."""
    excluded: bool = False
    """"ej §§ 82–87": all but the ranges."""
    partly: bool = False
    """"del av § 159"."""
    rest: bool = False
    """"övriga": what no other adjustment of the meeting covers; the ranges are empty."""

    @classmethod
    def parse(cls, text: str) -> "ParagraphSet":
        """Read any of the forms above, with or without §; raises ValueError when it is none of them."""
        rest = text.strip()
        if rest.casefold() in ("övriga", "övriga paragrafer"):
            return cls(rest=True)
        excluded = bool(match := re.match(r"(?:ej|utom|inte)\s+", rest, re.IGNORECASE))
        rest = rest[match.end() :] if match else rest
        partly = bool(match := re.match(r"del(?:ar)? av\s+", rest, re.IGNORECASE))
        rest = rest[match.end() :] if match else rest
        ranges = []
        parts = _SEPARATOR.split(re.sub(r"§+\s*", "", rest).strip())
        if len(parts) > MOST_RANGES:
            raise ValueError(text)
        for part in parts:
            found = _RANGE.fullmatch(part.strip())
            if not found:
                raise ValueError(text)
            first = ParagraphNumber.parse(found[1])
            last = ParagraphNumber.parse(found[2]) if found[2] else first
            if last < first:
                raise ValueError(text)
            ranges.append((first, last))
        return cls(ranges=tuple(ranges), excluded=excluded, partly=partly)

    @classmethod
    def of(cls, numbers: Iterable[ParagraphNumber]) -> "ParagraphSet":
        """The smallest set of ranges that covers just these numbers."""
        ranges: list[tuple[ParagraphNumber, ParagraphNumber]] = []
        for number in sorted(numbers):
            last = ranges[-1][1] if ranges else None
            if last and not last.suffix and not number.suffix and number.number == last.number + 1:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        return cls(ranges=tuple(ranges))

    def covers(self, number: ParagraphNumber) -> bool:
        """Whether a § is in the set; of "övriga" that is unknown here and the answer is no."""
        inside = any(first <= number <= last for first, last in self.ranges)
        return inside != self.excluded

    def __str__(self) -> str:
        if self.rest:
            return "övriga"
        words = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in self.ranges)
        return f"{'ej ' if self.excluded else ''}{'del av ' if self.partly else ''}{words}"
