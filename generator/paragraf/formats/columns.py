"""Newspaper columns: rows that were read across a page are put after each other, column by column."""

from collections.abc import Sequence
from itertools import pairwise

from paragraf.formats.rows import Row

_FEWEST = 5
"""Rows with text on both sides of a gutter that make columns of it."""
_PROSE = 20
"""Characters of a line of running text in a column, at least."""
_FILLED = 0.8
"""Part of its column that a line of running text fills; names and values fill less."""
_LOWER = 0.25
"""Part of the lines that begin with a small letter in running text."""


def in_columns(rows: Sequence[Row], width: float) -> list[Row]:
    """The rows of a page in reading order, with `column` and `edge` set where there are columns."""
    gutter = _gutter(rows, width)
    found: list[Row] = []
    band: list[Row] = []
    for row in rows:
        if gutter and row.upright and not row.number and not _crosses(row, gutter):
            band.append(row)
        else:
            found += [*_split(band, gutter), row]
            band = []
    return [*found, *_split(band, gutter)]


def _gutter(rows: Sequence[Row], width: float) -> float:
    """Where most rows with text on both sides have their gap; 0: nowhere."""
    gaps = [
        (left.right, right.left)
        for row in rows
        for left, right in pairwise(row.cells)
        if not row.number and len(left.text) >= _PROSE and len(right.text) >= _PROSE
    ]
    middles = [(left + right) / 2 for left, right in gaps if 0.25 * width < (left + right) / 2 < 0.75 * width]
    counted = [(sum(left < middle < right for left, right in gaps), middle) for middle in middles]
    count, best = max(counted, default=(0, 0.0))
    return best if count >= _FEWEST else 0.0


def _crosses(row: Row, gutter: float) -> bool:
    return any(cell.left < gutter < cell.right for cell in row.cells)


def _split(band: Sequence[Row], gutter: float) -> list[Row]:
    """The left parts of rows, then the right ones, where both are running text; else the rows as they were."""
    left = [part for row in band if (part := _part(row, gutter, left=True))]
    right = [part for row in band if (part := _part(row, gutter, left=False))]
    if not (_is_prose(left) and _is_prose(right)):
        return list(band)
    for column, rows in ((1, left), (2, right)):
        edge = max(row.right for row in rows)
        for row in rows:
            row.column, row.edge = column, edge
    return [*left, *right]


def _part(row: Row, gutter: float, *, left: bool) -> Row | None:
    cells = [cell for cell in row.cells if (cell.right <= gutter) is left]
    if not cells:
        return None
    first = next(word for word in row.words if word.left >= cells[0].left)
    return Row(cells, row.top, row.bottom, row.bold, row.height, first.right - first.left, 0.0)


def _is_prose(rows: Sequence[Row]) -> bool:
    if len(rows) < _FEWEST or any(len(row.cells) > 1 for row in rows):
        return False
    start, end = min(row.left for row in rows), max(row.right for row in rows)
    filled = sum((row.right - start) / (end - start) for row in rows) / len(rows)
    lower = sum(row.cells[0].text[0].islower() for row in rows)
    return filled > _FILLED and lower > _LOWER * len(rows)
