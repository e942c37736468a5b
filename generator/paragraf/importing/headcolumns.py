"""Heads of items in columns: title, presenters and time beside each other, each wrapped in its own column."""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.headings import heading_at
from paragraf.importing.itemfacts import LABELLED, is_fact
from paragraf.importing.numbering import is_reference

_NEAR = 10
"""Thousandths of the page's width within which two cells begin at the same place."""
_MOST = 8
"""Lines that a head is wrapped over, at most."""
_STRAIGHT = frozenset("-\u2010\u00ad/")
"""Signs after which a word goes on without a blank."""


def unwrapped(lines: Sequence[LaidLine]) -> tuple[LaidLine, int]:
    """The first line with the cells of the lines that it is wrapped over, and how many lines that is.

    A line goes on with it when every cell begins where a column does. One that stands in the first column alone must be
    a word that found no room there: else it is what comes under the head.
    """
    first = lines[0].line
    if len(first.spans) < 2 or len(first.spans) != len(first.cells):
        return lines[0], 1
    cells, count = list(first.cells), 1
    last = first
    while count < min(len(lines), _MOST):
        places = _places(first, lines[count], last)
        if not places:
            break
        last = lines[count].line
        for place, text in zip(places, last.cells or (last.text,), strict=True):
            cells[place] = _joined(cells[place], text)
        count += 1
    if count == 1:
        return lines[0], 1
    text = " ".join(cell for cell in cells if cell)
    return replace(lines[0], line=replace(first, text=text, cells=tuple(cells))), count


def _places(first: Line, line: LaidLine, last: Line) -> list[int]:
    """In which columns of the first line a line's cells stand; nothing: it is no more of them."""
    here = line.line
    told = is_fact(here.text) or LABELLED.match(here.text)
    if is_reference(here.text) or line.presents or (not here.cells and told):
        return []
    if line.blank or line.page is not Break.NONE or line.own_head or not here.spans:
        return []
    starts = [start for start, _ in first.spans]
    places = [next((at for at, start in enumerate(starts) if abs(start - left) <= _NEAR), -1) for left, _ in here.spans]
    if -1 in places or len(set(places)) < len(places) or len(places) != len(here.cells or (here.text,)):
        return []
    limits = [*starts[1:], 1000]
    if any(right > limits[place] for place, (_, right) in zip(places, here.spans, strict=True)):
        return []
    if places != [0]:
        return places
    wrapped = _found_no_room(starts, last, here, limits[0]) and not heading_at([here.text], after_blank=True)
    return places if wrapped else []


def _found_no_room(starts: Sequence[int], before: Line, here: Line, limit: int) -> bool:
    """Whether the first word of a line in the first column is too long to have stood on the line before."""
    (start, end), (left, right) = before.spans[0], here.spans[0]
    if abs(start - starts[0]) > _NEAR or not any(len(word) > 2 for word in (before.cells or (before.text,))[0].split()):
        return False  # a number in a column of its own is never wrapped
    word = (right - left) * len(here.text.split()[0]) / len(here.text)
    return end + word + _NEAR > limit - _NEAR


def _joined(before: str, text: str) -> str:
    if not before:
        return text
    return before + text if before[-1] in _STRAIGHT and text[0].islower() else f"{before} {text}"
