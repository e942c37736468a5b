"""The lines that are drawn on a PDF page: they tell the columns and rows of a table."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.words import Turn

_MOST = 20_000
"""Objects of a page that are looked at: maps and drawings have more."""
_MOST_RULES = 3_000
_THIN = 2.5
"""Points across a line, at most."""
_SHORTEST = 7.0
"""Points along a line, at least."""
_NEAR = 3.0
"""Points within which two lines stand at the same place."""


@dataclass(slots=True)
class Rules:
    """Lines on a page, upright and from the top left corner."""

    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    """x, top, bottom."""
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)
    """y, left, right."""

    def columns(self, top: float, bottom: float) -> list[float]:
        """Where vertical lines cross this height, from left to right; fewer than three make no columns."""
        middle = (top + bottom) / 2
        found: list[float] = []
        for x in sorted(x for x, upper, lower in self.vertical if upper - _NEAR <= middle <= lower + _NEAR):
            if not found or x - found[-1] > _NEAR:
                found.append(x)
        return found if len(found) > 2 else []

    def above(self, left: float, right: float, top: float, bottom: float) -> float:
        """The height of the last line above the middle of this box that crosses half its width; -1: none."""
        middle = (top + bottom) / 2
        covered: dict[int, float] = {}
        for y, start, end in self.horizontal:
            if y <= middle and end > left and start < right:
                # The edges of cells beside each other make one line.
                place = round(y / _NEAR)
                covered[place] = covered.get(place, 0.0) + min(end, right) - max(start, left)
        return max((place * _NEAR for place, width in covered.items() if width * 2 >= right - left), default=-1.0)


def rules_of(page: pdfium.PdfPage, turn: Turn) -> Rules:
    """The lines and the edges of the boxes of a page."""
    found = Rules()
    count = raw.FPDFPage_CountObjects(page)
    if count > _MOST:
        return found
    edges = [ctypes.c_float() for _ in range(4)]
    for place in range(count):
        item = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        _add(found, *turn.box(left, bottom, right, top))
        if len(found.vertical) + len(found.horizontal) > _MOST_RULES:
            return Rules()
    return found


def _add(found: Rules, left: float, right: float, top: float, bottom: float) -> None:
    across, down = right - left, bottom - top
    if across < _THIN and down < _THIN:
        return
    if across < _THIN:
        if down > _SHORTEST:
            found.vertical.append(((left + right) / 2, top, bottom))
    elif down < _THIN:
        if across > _SHORTEST:
            found.horizontal.append(((top + bottom) / 2, left, right))
    elif across > _SHORTEST and down > _SHORTEST:
        found.vertical += [(left, top, bottom), (right, top, bottom)]
        found.horizontal += [(top, left, right), (bottom, left, right)]
