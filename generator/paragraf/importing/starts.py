"""Where items begin: every line that could be a head is weighed, and the best consistent series of numbers chosen.

That numbers rise by one is the strongest sign there is: it needs no certain form of head, and a reference in running
text, a numbered list or an attached extract breaks it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from paragraf.importing.chains import Start, best_chain
from paragraf.importing.document import LaidOut
from paragraf.importing.evidence import Surroundings, evidence, same_beginning, surroundings
from paragraf.importing.listing import Listing, find_listing
from paragraf.importing.numbering import ITEMS, PARAGRAPHS, in_order, numbered
from paragraf.model import ParagraphSet

_FRONT = 150
"""Lines among which the first page says which §§ follow."""
_STATED = re.compile(
    r"(?:^|\s{2,}|[.…_]\s*|sekreterare\s+)(?:(?:avser|justerade|omfattar) )?paragraf(?:er)?(?:na)?\s*:?\s*"
    r"(?P<which>§*\s*\d[\d§\s,–-]*(?:och\s+§*\s*\d+)?)\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|^[IVX]+[.)]?\s")
_HOPELESS = -4.0
_FEWEST = {"punkt": 1, **dict.fromkeys(PARAGRAPHS, 1), "decimal": 3, "roman": 3}
"""Form -> how many heads make a series, where it is not two."""
_NEAR = 8
"""Lines with text from "4." to "4.1", at most."""
_ODD = ("decimal", "roman")
"""Forms in which much else is written: only a series from the first number on is one."""
_STRONG = 5.0
"""Evidence with which a head stands for itself, also when its number breaks the series."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Starts:
    """Where the parts of the document begin."""

    items: tuple[Start, ...]
    """In the order of the document."""
    continued: tuple[Start, ...]
    """Heads that only go on with an item: "forts. § 58", the head repeated on the next page."""
    listing: Listing


def stated_numbers(laid: LaidOut) -> frozenset[int]:
    """The numbers that the first page says are in the minutes ("Paragrafer 26–38"); empty when it says nothing."""
    found: set[int] = set()
    for line in laid.lines[:_FRONT]:
        if match := _STATED.search(line.line.text):
            try:
                which = ParagraphSet.parse(match["which"])
            except ValueError:
                continue
            for first, last in which.ranges:
                found |= set(range(first.number, min(last.number, first.number + 500) + 1))
    return frozenset(found)


def find_starts(laid: LaidOut, stated: frozenset[int]) -> Starts:
    """The heads of the document's own items, and its list of them; `stated`: numbers that the front page names."""
    minutes = laid.kind == "protokoll"
    at = surroundings(laid)
    at.stated = stated if minutes else frozenset()
    plain = _candidates(at, 0, ITEMS)
    forms = PARAGRAPHS if minutes else ITEMS
    from_one = not minutes and laid.variant != "tillägg"
    begun = _best([start for start in plain if start.numbered.form in forms], from_one=from_one)
    first = begun[0].index if begun else len(laid.lines)  # a list further on is an attached document's
    listing = find_listing(laid, plain, forms, first)
    at.listed = {number: title for number, title in listing.entries if number}
    starts = _candidates(at, listing.end, forms)
    items = _best(starts, from_one=from_one)
    if minutes:
        others, continued = _outside(at, starts, items)
    else:
        items = _without_chapters(at, items)
        others, continued = _between(laid, starts, items), ()
    return Starts(items=tuple(sorted((*items, *others), key=_index)), continued=continued, listing=listing)


def _index(start: Start) -> int:
    return start.index


def _candidates(at: Surroundings, first: int, forms: tuple[str, ...]) -> list[Start]:
    found = []
    for index in range(first, len(at.laid.lines)):
        line = at.laid.lines[index]
        if line.blank or not _NUMBER.search(line.line.text[:40] + line.line.text[-8:]):
            continue
        for one in numbered(line.line, forms):
            weight = evidence(at, index, one)
            if weight > _HOPELESS:
                found.append(Start(index=index, numbered=one, weight=weight))
    return found


def _best(starts: Sequence[Start], *, from_one: bool) -> tuple[Start, ...]:
    """The best series in one form of heads; of two that are alike the one that begins first."""
    best: tuple[float, tuple[Start, ...]] = (0.0, ())
    for form in dict.fromkeys(start.numbered.form for start in starts):
        own = [start for start in starts if start.numbered.form == form and not start.numbered.continued]
        total, chain = best_chain(own, from_one=from_one or form in _ODD)
        chain = tuple(chain)
        if len(chain) < _FEWEST.get(form, 2 if from_one else 1):
            total -= 4.0  # a single number is no series
        if form in _ODD and chain and chain[0].number.number > 1:
            continue
        if chain and chain[0].index > 250:
            total -= 10.0
        if total > best[0]:
            best = total, chain
    return best[1]


def _outside(
    at: Surroundings, starts: Sequence[Start], items: Sequence[Start]
) -> tuple[tuple[Start, ...], tuple[Start, ...]]:
    """Strong heads that break the series (a number twice, or out of order), and those that go on with an item."""
    taken = {start.index for start in items}
    looks = {start.numbered.look for start in items}
    others: list[Start] = []
    continued: list[Start] = []
    for start in starts:
        if start.index in taken or not items or start.index < items[0].index:
            continue
        current = max((one for one in (*items, *others) if one.index < start.index), key=_index)
        if not start.numbered.continued and at.closed[start.index] and not at.after_head[start.index]:
            continue
        same = start.number == current.number
        again = same and _same_head(at, current, start)
        if again or (start.numbered.continued and (same or start.weight > 0)):
            continued.append(start)
        elif start.weight >= _STRONG and start.numbered.look in looks:
            others.append(start)
    return tuple(others), tuple(continued)


def _same_head(at: Surroundings, first: Start, second: Start) -> bool:
    """Whether a number stands again with the same title, or with none at the top of a page."""
    if second.numbered.rest:
        return same_beginning(second.numbered.rest, first.numbered.rest)
    return at.top[second.index] or at.after_head[second.index]


def _between(laid: LaidOut, starts: Sequence[Start], items: Sequence[Start]) -> tuple[Start, ...]:
    """Heads in another form that fill a gap in the numbers of an agenda: "4A" between "4." and "5."."""
    found: list[Start] = []
    for first, second in zip_longest(items, items[1:]):
        end = second.index if second else len(laid.lines)
        wanted = [
            start
            for start in starts
            if first.index < start.index < end and start.weight > 1.0 and _is_between(first, start, second)
        ]
        parts = best_chain([start for start in wanted if "." in start.number.suffix], from_one=False)[1]
        if parts and _texts(laid, first.index, parts[0].index) <= _NEAR and in_order(parts[0].number)[2] == 1:
            found += parts
            continue
        wanted = [start for start in wanted if "." not in start.number.suffix and second is not None]
        gap = second is not None and second.number.number - first.number.number > 1
        if gap or any(start.number.suffix for start in wanted):
            found += best_chain(wanted, from_one=False)[1]
    return tuple(found)


def _is_between(first: Start, start: Start, second: Start | None) -> bool:
    if second is None:
        return start.number.number == first.number.number and bool(start.number.suffix)
    return in_order(first.number) < in_order(start.number) < in_order(second.number)


def _without_chapters(at: Surroundings, items: Sequence[Start]) -> tuple[Start, ...]:
    """The items up to where a dense list ends and numbers go on pages later: the chapters of what is attached."""
    distances = [_texts(at.laid, first.index, second.index) for first, second in pairwise(items)]
    for place in range(2, len(distances)):
        dense = all(distance <= 5 for distance in distances[:place])
        if dense and distances[place] > 25 and not at.after_head[items[place + 1].index]:
            later = distances[place + 1 :]
            if not later or sum(distance > 5 for distance in later) * 2 > len(later):
                return tuple(items[: place + 1])
    return tuple(items)


def _texts(laid: LaidOut, first: int, last: int) -> int:
    return sum(not line.blank for line in laid.lines[first:last])
