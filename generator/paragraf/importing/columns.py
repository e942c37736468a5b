"""Tables of an agenda's items: which column each cell of a row stands in, by the row of headings above them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine, Line
from paragraf.vocabulary.documents import AGENDA_COLUMNS

_NEAR_TEXT, _NEAR_PAGE = 2, 15
"""How far to the left of its heading a cell may begin: characters, thousandths of the page's width."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column."""

    name: str
    """Key of AGENDA_COLUMNS."""
    heading: str
    """As printed."""
    start: int


def columns_at(line: LaidLine) -> tuple[Column, ...]:
    """The columns that a row of headings names; empty when the line is none, or has no titles of items."""
    found = []
    for start, cell in _headings(line.line):
        name = _name_of(cell)
        if not name:
            return ()
        found.append(Column(name=name, heading=cell.rstrip(":"), start=start))
    return tuple(found) if len(found) > 1 and any(one.name == "title" for one in found) else ()


def _headings(line: Line) -> list[tuple[int, str]]:
    """Headings and where they begin; in plain text two blanks part them, since a narrow column leaves no more."""
    if line.spans or line.row or not line.cells:
        return placed(line)
    return [(match.start() + line.indent, match.group()) for match in re.finditer(r"\S+(?: \S+)*", line.text)]


def _name_of(cell: str) -> str:
    """Key of AGENDA_COLUMNS for a heading, also of two words: "Ärende/rubrik"; empty: it is none."""
    words = cell.casefold().rstrip(":.*")
    for one in (words, *re.split(r"\s*/\s*|\s+och\s+", words)):
        for name, those in AGENDA_COLUMNS.items():
            if one in those:
                return name
    return ""


def in_columns(line: Line, columns: Sequence[Column]) -> dict[str, str]:
    """What the cells of a row say, by the names of the columns."""
    found: dict[str, str] = {}
    for name, cell in named_cells(line, columns):
        found[name] = f"{found[name]} {cell}" if name in found else cell
    return found


def named_cells(line: Line, columns: Sequence[Column]) -> list[tuple[str, str]]:
    """The cells of a row, each with the name of the column that it stands in."""
    near = _NEAR_PAGE if line.spans else 0 if "" in line.cells else _NEAR_TEXT
    found = []
    for start, cell in placed(line):
        column = max((one for one in columns if one.start <= start + near), key=_start, default=columns[0])
        found.append((column.name, cell))
    return found


def _start(column: Column) -> int:
    return column.start


def placed(line: Line) -> list[tuple[int, str]]:
    """The cells of a line that are not empty, and where each begins."""
    if line.spans and len(line.spans) == len(line.cells):
        return [
            (start, " ".join(cell.split())) for (start, _), cell in zip(line.spans, line.cells, strict=True) if cell
        ]
    if line.row:
        return [(place, " ".join(cell.split())) for place, cell in enumerate(line.cells) if cell]
    found, at = [], 0
    for cell in (one for one in line.cells or (line.text,) if one):
        at = max(line.text.find(cell, at), at)
        found.append((at + line.indent, " ".join(cell.split())))
        at += len(cell)
    return found
