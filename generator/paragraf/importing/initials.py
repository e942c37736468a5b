"""Columns of an agenda that only say by letters who or which unit prepares the items: "OFB  MH" beside the titles."""

import re
from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.casenumbers import case_numbers_in, split_case
from paragraf.importing.chains import Start
from paragraf.importing.document import LaidLine, LaidOut, Line, Note
from paragraf.importing.numbering import ITEMS, numbered
from paragraf.importing.tablerows import tables_of

_LETTERS = r"[A-ZÅÄÖ]{2,4}(?:\s+[A-ZÅÄÖ]{2,4}){0,2}"
_CELL = re.compile(_LETTERS)
_AT_END = re.compile(rf"(?P<title>\d.*[a-zåäö\d)”\"?!])\s+(?P<letters>{_LETTERS})")
"""A row whose columns are lost: a title and the letters, before the number of the case."""
_LEAST = 3
"""Items with such letters, at least: fewer are words of titles."""


def without_initials(laid: LaidOut, starts: Sequence[Start]) -> tuple[LaidOut, tuple[Start, ...]]:
    """The agenda without the column and the beginnings of its items without it; the report tells of it once.

    It is one where most items have nothing but such letters in a cell between title and case number, or at the same
    place of the row where the columns are lost. An abbreviation that ends one title or two stays.
    """
    tables = tables_of(laid, starts)
    rows = [start.index for start in starts if start.index not in tables]
    found = {at: read for at in rows if (read := _without(laid.lines[at].line))}
    if len(found) < _LEAST or len(found) * 2 <= len(starts):
        return laid, tuple(starts)
    lines = list(laid.lines)
    for at, (line, _) in found.items():
        lines[at] = replace(lines[at], line=line)
    those = ", ".join(dict.fromkeys(letters for _, letters in found.values()))
    note = Note(
        line=laid.lines[min(found)].line.number,
        text=f"Spalten med bokstäver efter titlarna ({those}) är inte med i ärendena.",
    )
    return replace(laid, lines=tuple(lines), notes=(*laid.notes, note)), tuple(_again(one, lines) for one in starts)


def _again(start: Start, lines: Sequence[LaidLine]) -> Start:
    """A beginning with what its line says now."""
    old = start.numbered
    readings = numbered(lines[start.index].line, ITEMS)
    same = next((one for one in readings if (one.form, one.number) == (old.form, old.number)), old)
    return replace(start, numbered=same)


def _without(line: Line) -> tuple[Line, str] | None:
    """The first line of an item without such letters, and they; None: there are none."""
    if not line.cells:
        cases, rest = split_case(line.text)
        match = _AT_END.fullmatch(rest)
        if not match or (cases and not line.text.startswith(rest)):
            return None
        case = line.text[len(rest) :].strip()  # in a cell of its own: the title can go on below
        title = match["title"]
        cells = (title, case) if case else ()
        return replace(line, text=f"{title} {case}".strip(), cells=cells), match["letters"]
    those = [at for at, cell in enumerate(line.cells) if at and _CELL.fullmatch(cell)]
    after = line.cells[those[-1] + 1 :] if those else ()
    if not those or not all(case_numbers_in(cell) for cell in after if cell):
        return None
    letters = " ".join(" ".join(line.cells[at].split()) for at in those)
    return _cut(line, those), letters


def _cut(line: Line, those: Sequence[int]) -> Line:
    """A line without some of its cells; what stands after them stays where it stood."""
    if line.row:
        cells = tuple("" if at in those else cell for at, cell in enumerate(line.cells))
        return replace(line, text=" ".join(cell for cell in cells if cell), cells=cells)
    kept = [at for at in range(len(line.cells)) if at not in those]
    cells = tuple(line.cells[at] for at in kept)
    text = " ".join(cells) if line.spans else _blanked(line, those)
    spans = tuple(line.spans[at] for at in kept) if len(line.spans) == len(line.cells) else line.spans
    return replace(line, text=text, cells=cells if len(cells) > 1 else (), spans=spans)


def _blanked(line: Line, those: Sequence[int]) -> str:
    """The text with blanks in the place of cells, so that the next ones keep their columns."""
    text, begin = line.text, 0
    for at, cell in enumerate(line.cells):
        place = text.find(cell, begin)
        begin = place + len(cell)
        if at in those:
            text = f"{text[:place]}{' ' * len(cell)}{text[begin:]}"
    return text.rstrip()
