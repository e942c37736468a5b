"""Rows of a front page: what stands side by side, with labels that are wrapped over two lines put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine
from paragraf.importing.labels import labelled
from paragraf.importing.people import people
from paragraf.vocabulary.front import PARTIES

MARK = re.compile(
    r"(?:X|x|✓|√|1|tjg\.?|ej tjg\.?|tjänstg\w*|ja|nej|avst\w*|närv\.?|närvarande|frånv\w*|parti|röst\w*|tjänstgör för"
    r"|§+ ?\d+[a-z]?|–|-)",
    re.IGNORECASE,
)
"""A cell of an attendance table that is a mark, or the head of a column of them."""
_COLUMN = 24
"""Blanks before a line of plain text from which it stands in the second column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What stands side by side."""

    cells: tuple[tuple[str, int], ...]
    """Texts and the numbers of their lines."""
    indented: bool = False
    """The first cell stands far to the right."""


def rows_of(lines: Sequence[LaidLine]) -> list[Row]:
    """The rows of these lines, without blank ones and furniture."""
    found: list[Row] = []
    before = False
    for line in lines:
        if line.blank:
            before = False
            continue
        texts = [" ".join(cell.split()) for cell in line.line.cells] or [" ".join(line.line.text.split())]
        cells = tuple((text, line.line.number) for text in _with_parties([text for text in texts if text]))
        row = Row(cells=cells, indented=line.line.indent >= _COLUMN)
        joined = _joined(found[-1], row) if found and (before or _is_open(found[-1])) else None
        if joined:
            found[-1] = joined
        else:
            found.append(row)
        before = True
    return found


def _with_parties(texts: list[str]) -> list[str]:
    """A party in a cell of its own before a name goes with the name: "C | Bo Ek"."""
    found: list[str] = []
    for text in texts:
        named = len(found) > 1 and bool(people(found[-2]))
        if found and found[-1] in PARTIES and not named and " " in text and text[0].isupper():
            found[-1] = f"({found[-1]}) {text}"
        else:
            found.append(text)
    return found


def _joined(first: Row, second: Row) -> Row | None:
    """Two rows whose labels go on from the one to the other: "Datum för anslags | Datum för anslags" over
    "uppsättande | nedtagande"; None when no label does.
    """
    cells = list(first.cells)
    if len(cells) == len(second.cells) == 1 and second.cells[0][0][0].islower():
        head = labelled(cells[0][0])
        if head and head.value and _goes_on(head.label, second.cells[0][0]):
            return Row(cells=((f"{head.label} {second.cells[0][0].rstrip(' :')}: {head.value}", cells[0][1]),))
    at, used = -1, 0
    for text, number in second.cells:
        place = next((i for i in range(at + 1, len(cells)) if _goes_on(cells[i][0], text)), None)
        if place is not None:
            cells[place] = (f"{cells[place][0]} {text}", cells[place][1])
            at, used = place, used + 1
        elif used:
            end = next((i for i in range(at + 1, len(cells)) if _is_part(cells[i][0])), len(cells))
            cells.insert(end, (text, number))
        else:
            return None
    return Row(cells=tuple(cells), indented=first.indented) if used else None


def _is_open(row: Row) -> bool:
    """Whether a label of a row ends in the middle, so that the next row of a table goes on with it."""
    return any(re.search(r"\b(?:för|av|på|hos)$", text) for text, _ in row.cells)


def _goes_on(label: str, text: str) -> bool:
    """Whether a text in lower case is the rest of a label."""
    if not text[0].islower() or len(text) > 40:
        return False
    whole = f"{label} {text}".rstrip(" :")
    found = labelled(whole)
    return found is not None and not found.value and len(found.label) == len(whole)


def _is_part(text: str) -> bool:
    return labelled(text) is not None or re.match(r"datum (?:för|då|när)", text, re.IGNORECASE) is not None
