"""Lines with something in columns become tables, where it is certain which column a cell belongs to."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import Measure, begins_entry
from paragraf.importing.hyphens import join
from paragraf.importing.markup import escape

_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,\u00a0]*(?:%|kr|tkr|mkr|mnkr)?|[-–]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_GAP = re.compile(r"\s{2,}")
_FEWEST = 2
"""Rows of a table."""
_CERTAIN = 3
"""Parts of a line between gaps of two blanks that are cells for certain; one such gap may be a slip."""
_NEAR = 1
"""Characters, or thousandths of the page, between cells that begin at the same place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table: rows of as many cells each."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    """Numbers of the source lines that it takes."""
    certain: bool
    """It is known which column every cell belongs to."""


def runs_of_cells(lines: Sequence[LaidLine]) -> list[tuple[int, int]]:
    """Places of the first line and after the last line of every run of rows; blank lines and furniture are within."""
    found: list[tuple[int, int]] = []
    start = last = -1
    for place, line in enumerate(lines):
        if line.blank:
            continue
        if _is_row(line.line):
            start, last = (place if start < 0 else start), place
        elif start >= 0 and not _continues(lines, last, place):
            found.append((start, last + 1))
            start = -1
        elif start >= 0:
            last = place
    if start >= 0:
        found.append((start, last + 1))
    return [(first, end) for first, end in found if sum(_is_row(one.line) for one in lines[first:end]) >= _FEWEST]


def _is_row(line: Line) -> bool:
    """Whether a line has columns, and not only a number or bullet with a wide gap after it."""
    if not line.cells:
        return len(_GAP.split(line.text)) >= _CERTAIN
    return not (len(line.cells) == 2 and begins_entry(line.text))


def _continues(lines: Sequence[LaidLine], last: int, place: int) -> bool:
    """Whether a line without cells is more of the row above: rows follow, and it goes on with the row's words."""
    line, above = lines[place].line, lines[last].line
    if any(one.blank and not one.furniture for one in lines[last + 1 : place]):
        return False
    if above.row and line.row == above.row:
        return True
    following = next((one.line for one in lines[place + 1 :] if not one.blank), None)
    small = line.text[0].islower() or line.text[0] in "(0123456789"
    return len(line.text) <= 60 and following is not None and _is_row(following) and (small or line.indent > 3)


def grid_of(lines: Sequence[LaidLine], by: Measure) -> Grid | None:
    """The table that a run of lines makes; None when they make none."""
    texts = [one.line for one in lines if not one.blank]
    rows = _ruled(texts, by) if any(line.row for line in texts) else None
    rows = rows or _placed(texts, by) or (_counted(texts, by) if any(line.cells for line in texts) else None)
    if rows is None:
        return None
    cells, certain = rows
    cells = _without_repeated_head(cells)
    return Grid(rows=tuple(cells), lines=tuple(line.number for line in texts), certain=certain)


_Rows = tuple[list[tuple[str, ...]], bool]


def _ruled(texts: Sequence[Line], by: Measure) -> _Rows | None:
    """Lines that say which row they are of: their cells agree."""
    width = _width(texts)
    found: list[tuple[int, list[str]]] = []
    certain = True
    for line in texts:
        cells = list(line.cells) or [line.text]
        if len(cells) != width:
            certain = certain and not line.cells
            cells = (
                (cells + [""] * width)[:width]
                if len(cells) < width
                else [*cells[: width - 1], " ".join(cells[width - 1 :])]
            )
        if found and line.row and found[-1][0] == line.row:
            found[-1] = (line.row, [_joined(old, new, by) for old, new in zip(found[-1][1], cells, strict=True)])
        else:
            found.append((line.row, cells))
    return [tuple(cells) for _, cells in found], certain


def _width(texts: Sequence[Line]) -> int:
    """How many cells most rows have."""
    return Counter(len(line.cells) for line in texts if line.cells).most_common(1)[0][0]


def _joined(first: str, second: str, by: Measure) -> str:
    return join(first, second, words=by.words) if first and second else first or second


def _placed(texts: Sequence[Line], by: Measure) -> _Rows | None:
    """Lines that say where their cells stand, by geometry or blanks: cells over each other are of one column."""
    spans = [_spans(line) for line in texts]
    if not any(len(one) > 1 and (line.spans or _GAP.search(line.text)) for one, line in zip(spans, texts, strict=True)):
        return None
    columns = _columns(spans)
    if len(columns) < 2:
        return None
    found: list[list[str]] = []
    certain = True
    for _line, own in zip(texts, spans, strict=True):
        cells = [""] * len(columns)
        for start, end, words in own:
            place = _column_of(columns, start, end)
            if place is None or cells[place]:
                certain = False
                place = place if place is not None else len(columns) - 1
            cells[place] = f"{cells[place]} {words}".strip()
        if found and not cells[0] and _is_rest(found[-1], cells):
            found[-1] = [_joined(old, new, by) for old, new in zip(found[-1], cells, strict=True)]
        else:
            found.append(cells)
    return [tuple(cells) for cells in found], certain


def _is_rest(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line without a first cell goes on with the row above: no number of its own stands in it."""
    return not any(cell and _NUMBER.fullmatch(cell) for cell in cells) or all(
        not old for old, new in zip(above, cells, strict=True) if new
    )


def _spans(line: Line) -> list[tuple[int, int, str]]:
    """Beginning, end and words of every cell of a line, in characters from the margin or thousandths of the page."""
    if line.spans:
        cells = line.cells or (line.text,)
        return [(start, end, words) for (start, end), words in zip(line.spans, cells, strict=False) if words]
    found: list[tuple[int, int, str]] = []
    for match in re.finditer(r"\S+(?:\s\S+)*", line.text):
        found.append((line.indent + match.start(), line.indent + match.end(), match.group()))
    return found


def _columns(spans: Sequence[Sequence[tuple[int, int, str]]]) -> list[tuple[int, int]]:
    """Beginning and end of every column: cells that overlap belong to the same one, if no line has two of them."""
    full = [own for own in spans if len(own) > 1]
    merged: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for own in full for start, end, _ in own):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _column_of(columns: Sequence[tuple[int, int]], start: int, end: int) -> int | None:
    within = [place for place, (first, last) in enumerate(columns) if start < last and end > first]
    if len(within) == 1:
        return within[0]
    near = [place for place, (first, _) in enumerate(columns) if abs(first - start) <= _NEAR]
    return near[0] if len(near) == 1 else None


def _counted(texts: Sequence[Line], by: Measure) -> _Rows | None:
    """Cells without places: certain only while every row has as many of them."""
    width = _width(texts)
    found: list[list[str]] = []
    certain = True
    for line in texts:
        if len(line.cells) == width:
            found.append(list(line.cells))
        elif not line.cells and found:
            # More of a cell: of the last one that is text, which is the one that gets long.
            longest = max(
                range(width), key=lambda place: (not _NUMBER.fullmatch(found[-1][place]), len(found[-1][place]))
            )
            found[-1][longest] = _joined(found[-1][longest], line.text, by)
        else:
            certain = False
            cells = list(line.cells) or [line.text]
            found.append(
                (cells + [""] * width)[:width]
                if len(cells) <= width
                else [*cells[: width - 1], " ".join(cells[width - 1 :])]
            )
    return ([tuple(cells) for cells in found], certain) if found else None


def _without_repeated_head(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """A head that is printed again on a new page stands once."""
    return [row for place, row in enumerate(rows) if not place or row != rows[0]]


def is_value(cell: str) -> bool:
    """Whether a cell is a number, an amount or a share."""
    return bool(_NUMBER.fullmatch(cell))


def has_head(grid: Grid) -> bool:
    """Whether the first row names the columns: words over values, or short words without any value."""
    first, others = grid.rows[0], grid.rows[1:]
    if not others or any(_DATE.search(cell) or (is_value(cell) and not _YEAR.fullmatch(cell)) for cell in first):
        return False
    named = sum(bool(cell) for cell in first)
    over_values = any(
        any(is_value(row[place]) or re.search(r"\d", row[place]) for row in others) and not is_value(cell)
        for place, cell in enumerate(first)
        if cell
    )
    return named * 2 > len(first) and over_values and all(len(cell) <= 40 for cell in first)


def table_markdown(grid: Grid, *, head: Sequence[str] = ()) -> str:
    """The table as Markdown, numbers to the right; `head`: names of the columns when the source has none."""
    rows = list(grid.rows)
    names = tuple(head) or (rows.pop(0) if has_head(grid) else ("",) * len(rows[0]))
    rules = []
    for place in range(len(names)):
        values = [row[place] for row in rows if row[place]]
        rules.append("---:" if values and all(is_value(value) for value in values) else "---")
    lines = [_row(names), f"|{'|'.join(rules)}|", *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escape(' '.join(cell.split())).replace('|', chr(92) + '|') for cell in cells)} |"


def as_they_stand(lines: Sequence[LaidLine]) -> str:
    """Lines in a fenced code block, columns kept by their blanks."""
    rows = [
        "   ".join(one.line.cells) if one.line.cells and not _GAP.search(one.line.text) else one.line.text
        for one in lines
        if not one.blank
    ]
    text = "\n".join(rows)
    longest = max((len(ticks) for ticks in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
