"""Front pages in two columns whose labels stand in the middle of their cells, or at their foot.

Plats och tid   Kommunhuset, klockan 13.00
                Vera Ek (S), ordförande
Beslutande      Isak Al (M)
                Åsa Öst (C)

What is beside a label and above it belongs to it. How far its cell reaches is told by ruled lines, by the distances
between lines (smaller within a cell than between two), or by the words: a person is no place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paragraf.importing.document import LaidLine
from paragraf.importing.labels import Labelled, labelled
from paragraf.importing.people import people
from paragraf.importing.rollheads import PEOPLE

_NEAR_TEXT, _NEAR_PAGE = 2, 10
"""Characters, or thousandths of the page's width, within which two texts begin at the same place."""
_APART = 1.08
"""Times the distance between two lines of a cell from which they stand in different ones."""
_OFF_TEXT, _OFF_PAGE = 0.6, 0.35
"""Lines by which a label is off the middle of its cell, at most."""
_NOT_PEOPLE = ("when where", "when", "where", "date", "of", "paragraphs")
"""Labels whose values are no people."""
_MEMBER = re.compile(r"\([A-ZÅÄÖ]\w{0,4}\)|,\s+(?:\d:[ae] )?(?:vice )?ordf", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cell:
    """What a label stands beside, as places among the lines."""

    first: int
    label: int
    """Of the line that the label stands on."""
    last: int


def with_labels_first(lines: Sequence[LaidLine], parts: frozenset[int] = frozenset()) -> list[LaidLine]:
    """The same lines, with every label above all that stands beside it. A line that had to be parted for that becomes
    two with the same number. Nothing is moved past a line whose number `parts` has.
    """
    found = list(lines)
    at = floor = below = 0  # below: how many lines from the floor belong to the label before, as many stood over it
    while at < len(found):
        head = _head(found[at])
        cell = _cell(found, at, floor, below, parts) if head else None
        if cell:
            below = max(2 * at - cell.first - cell.last, 0)
            those = _label_first(found[cell.first : cell.last + 1])
            found[cell.first : cell.last + 1] = those
            at = floor = cell.first + len(those)
        else:
            below = 0 if head else below
            at += 1
    return found


def _head(line: LaidLine) -> Labelled | None:
    """The label in the left column."""
    return None if line.blank else labelled(_placed(line)[0][1])


def _placed(line: LaidLine) -> list[tuple[int, str]]:
    """Where each text on a line begins, from the left: in characters, thousandths of the page's width, or cells."""
    cells = line.line.cells or (line.line.text,)
    if line.line.row:
        return [(place * 100, cell) for place, cell in enumerate(cells) if cell]
    if line.line.spans:
        return [(start, cell) for (start, _), cell in zip(line.line.spans, cells, strict=False) if cell]
    found, at = [], 0
    for cell in cells:
        at = max(line.line.text.find(cell, at), at)
        found.append((at + line.line.indent, cell))
        at += len(cell)
    return [(start, cell) for start, cell in found if cell]


def _cell(lines: Sequence[LaidLine], at: int, floor: int, below: int, parts: frozenset[int]) -> _Cell | None:
    """The cell of the label on a line, when some of it stands above the label: from the floor on."""
    placed = _placed(lines[at])
    column = placed[1][0] if len(placed) > 1 else 0
    first = at
    while first > floor and lines[first].line.number not in parts and _is_beside(lines[first - 1], lines[at], column):
        first -= 1
        column = column or _placed(lines[first])[0][0]
    if first == at:
        return None
    last = at
    while last + 1 < len(lines) and lines[last + 1].line.number not in parts:
        following = lines[last + 1]
        if not _is_beside(following, lines[at], column) and not _is_rest(following, lines[at], column):
            break
        last += 1
    if lines[at].line.row:
        return _Cell(first=first, label=at, last=last)
    return _by_distance(lines, first, at, last) or _by_words(lines, first, at, last, below)


def _is_beside(line: LaidLine, label: LaidLine, column: int) -> bool:
    """Whether nothing stands on a line but what is in the column beside a label, and on the same page or row."""
    one, other = line.line, label.line
    if line.blank or line.own_head or (one.page, one.row) != (other.page, other.row):
        return False
    start, left = _placed(line)[0][0], _placed(label)[0][0]
    near = _NEAR_PAGE if one.spans else _NEAR_TEXT
    return start > left + near and (not column or abs(start - column) <= near)


def _is_rest(line: LaidLine, label: LaidLine, column: int) -> bool:
    """Whether a label goes on in the next line: "Beslutande" over "ledamöter"."""
    one, other = line.line, label.line
    if line.blank or (one.page, one.row) != (other.page, other.row) or not column:
        return False
    (start, text), *values = _placed(line)
    near = _NEAR_PAGE if one.spans else _NEAR_TEXT
    same = abs(start - _placed(label)[0][0]) <= near and text[0].islower()
    return same and len(values) <= 1 and all(abs(left - column) <= near for left, _ in values)


def _by_distance(lines: Sequence[LaidLine], first: int, at: int, last: int) -> _Cell | None:
    """The cell whose lines stand closer to each other than to those above and below, with the label in its middle or
    beside its last line.
    """
    beside = [place for place in range(first, last + 1) if _has_value(lines[place], lines[at])]
    gaps = [_down(lines, after) - _down(lines, before) for before, after in pairwise(beside)]
    low = min(gaps, default=0.0)
    if low <= 0:
        return None
    top = bottom = next(place for place, one in enumerate(beside) if one >= at or one == beside[-1])
    if beside[top] < at:
        return None  # nothing stands beside it or below
    while top and gaps[top - 1] <= low * _APART:
        top -= 1
    while bottom < len(gaps) and gaps[bottom] <= low * _APART:
        bottom += 1
    if beside[top] >= at:
        return None
    above, under = beside[top] - 1, max(beside[bottom], at) + 1
    if _is_near(lines, above, beside[top], low) or _is_near(lines, beside[bottom], under, low):
        return None
    labels = [place for place in range(at, under) if place == at or not _is_beside(lines[place], lines[at], 0)]
    middle = (_down(lines, beside[top]) + _down(lines, beside[bottom])) / 2
    off = abs((_down(lines, at) + _down(lines, labels[-1])) / 2 - middle)
    printed = bool(lines[at].line.page_height)
    centred = off <= low * _OFF_PAGE if printed else off <= _OFF_TEXT and beside[bottom] > at
    at_foot = printed and beside[bottom] == labels[-1]
    return _Cell(first=beside[top], label=at, last=under - 1) if centred or at_foot else None


def _has_value(line: LaidLine, label: LaidLine) -> bool:
    """Whether something stands in the right column."""
    placed = _placed(line)
    head = labelled(placed[0][1])
    return len(placed) > 1 or bool(head and head.value) or _is_beside(line, label, 0)


def _down(lines: Sequence[LaidLine], place: int) -> float:
    """How far down a line stands: in points, or in lines where the source has no geometry."""
    line = lines[place].line
    return line.down * line.page_height if line.page_height else float(place)


def _is_near(lines: Sequence[LaidLine], above: int, below: int, low: float) -> bool:
    """Whether two lines after each other are as close as lines of one cell."""
    if above < 0 or below >= len(lines) or lines[above].blank or lines[below].blank:
        return False
    if lines[above].line.page != lines[below].line.page:
        return False
    return _down(lines, below) - _down(lines, above) <= low * _APART


def _by_words(lines: Sequence[LaidLine], first: int, at: int, last: int, below: int) -> _Cell | None:
    """The cell of a label of people below a time or place, or below another label that has people above and below."""
    head = _head(lines[at])
    if not head or head.name not in PEOPLE:
        return None
    if below:
        first += below
        return _Cell(first=first, label=at, last=last) if first < at and last - at >= at - first else None
    before = next((one for one in reversed(lines[:first]) if not one.blank), None)
    above = _head(before) if before else None
    if not above or above.name not in _NOT_PEOPLE:
        return None
    top = next((place for place in range(first, at) if _MEMBER.search(lines[place].line.text)), at)
    if top == at or not all(people(lines[place].line.text) for place in range(top, at)):
        return None
    return _Cell(first=top, label=at, last=at)


def _label_first(cell: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a cell: first those of its label, then what stands beside it."""
    start = min(_placed(line)[0][0] for line in cell)
    labels: list[LaidLine] = []
    values: list[LaidLine] = []
    for line in cell:
        (left, text), *others = _placed(line)
        near = _NEAR_PAGE if line.line.spans else _NEAR_TEXT
        if left - start > near:
            values.append(line)
            continue
        head = labelled(text)
        if not others and head and head.value:
            text, others = head.label, [(0, head.value)]
        labels.append(_only(line, [text], line.line.indent))
        if others:
            values.append(_only(line, [text for _, text in others], 0))
    return [*labels, *values]


def _only(line: LaidLine, texts: Sequence[str], indent: int) -> LaidLine:
    """A line with some of its texts."""
    cells = tuple(texts) if len(texts) > 1 else ()
    return replace(line, line=replace(line.line, text=" ".join(texts), cells=cells, spans=(), indent=indent))
