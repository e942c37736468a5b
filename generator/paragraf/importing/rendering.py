"""The text of a section as Markdown: votes and tables as tables, lists as lists, the rest as paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paragraf.importing.document import LaidLine, Note
from paragraf.importing.flow import Measure, begins_entry, pieces
from paragraf.importing.hyphens import clean
from paragraf.importing.lists import list_pieces
from paragraf.importing.markup import Form, Piece, escape, markdown
from paragraf.importing.rollcall import RollCall, differences, roll_call_markdown
from paragraf.importing.tables import as_they_stand, grid_of, runs_of_cells, table_markdown
from paragraf.importing.votes import find_roll_call
from paragraf.vocabulary.documents import DELEGATION_COLUMNS
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_ROW = re.compile(
    r"(?P<system>(?!\d{4}-\d\d-\d\d)/?\S*\d{4,}\S*)\s+(?P<document>(?:[A-ZÅÄÖ]{2,6} )?\S*\d\S*[/-]\S*\d)\s+"
    r"(?P<text>\S.*)"
)
_LISTS = (*ATTACHMENT_KINDS, "expedieras")
_TABLES = ("delegationsbeslut", "meddelanden")
"""Kinds of lists that may be tables."""
_CERTAIN = 3
"""Cells of a line from which its own gaps tell more than its words."""
_INDENTED = 3
"""Blanks from which an indent is a column of the page, and not a lost bullet or a page break."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """The text of a section."""

    text: str
    notes: tuple[Note, ...] = ()
    rearranged: frozenset[int] = frozenset()
    """Numbers of lines whose words stand in another order than in the source."""


def section_text(kind: str, lines: Sequence[LaidLine], by: Measure, *, inner: frozenset[int] = frozenset()) -> Rendered:
    """The Markdown of a section. `inner`: numbers of lines that are headings within it."""
    columns = max((len(line.line.cells) for line in lines), default=0)
    if kind == "delegationsbeslut" and columns < _CERTAIN and (table := delegation_table(lines)):
        return Rendered(text=table)
    lines = _without_margin(lines)
    if kind == "omrostning":
        return _vote(lines, by, inner)
    return _mixed(kind, lines, by, inner)


def _vote(lines: Sequence[LaidLine], by: Measure, inner: frozenset[int]) -> Rendered:
    call = find_roll_call(lines, by)
    if call is None:
        return _mixed("omrostning", lines, by, inner)
    texts = [line.line.text for line in (*lines[: call.start], *lines[call.end :]) if not line.blank]
    around = " ".join([*texts, call.before, call.after])
    before = _mixed("omrostning", [*lines[: call.start], *_part(lines[call.start], call.before)], by, inner)
    after = _mixed("omrostning", [*_part(lines[call.end - 1], call.after), *lines[call.end :]], by, inner)
    notes = (*before.notes, *_doubts(call, around, lines[call.start].line.number), *after.notes)
    numbers = frozenset(line.line.number for line in lines[call.start : call.end] if not line.blank)
    return Rendered(
        text="\n\n".join(part for part in (before.text, roll_call_markdown(call), after.text) if part),
        notes=notes,
        rearranged=before.rearranged | numbers | after.rearranged,
    )


def _part(line: LaidLine, words: str) -> tuple[LaidLine, ...]:
    """A line with only some of its words."""
    return (replace(line, line=replace(line.line, text=words, cells=())),) if words else ()


def _doubts(call: RollCall, around: str, line: int) -> tuple[Note, ...]:
    found = []
    if told := differences(call, around):
        found.append(Note(line=line, text=f"Omröstningens namn stämmer inte med resultatet: {told}."))
    if call.unread:
        found.append(Note(line=line, text=f"Rösten går inte att läsa för {', '.join(call.unread)}."))
    return tuple(found)


def _mixed(kind: str, lines: Sequence[LaidLine], by: Measure, inner: frozenset[int]) -> Rendered:
    """Tables where columns are, running text between them."""
    runs = [] if kind in _LISTS and kind not in _TABLES else runs_of_cells(lines)
    parts: list[Piece] = []
    notes: list[Note] = []
    moved: set[int] = set()
    position = 0
    for start, end in runs:
        grid = grid_of(lines[start:end], by)
        if grid is None or len(grid.rows) < 2 or (kind == "beslut" and len(grid.rows) < 3):
            continue
        parts += _text(kind, lines[position:start], by, inner)
        position = end
        if grid.certain:
            parts.append(Piece(form=Form.MADE, text=table_markdown(grid)))
            moved.update(grid.lines)
        else:
            parts.append(Piece(form=Form.MADE, text=as_they_stand(lines[start:end])))
            text = "Tabellens kolumner är osäkra; raderna står som i dokumentet."
            notes.append(Note(line=lines[start].line.number, text=text))
    parts += _text(kind, lines[position:], by, inner)
    return Rendered(text=markdown(parts), notes=tuple(notes), rearranged=frozenset(moved))


def _text(kind: str, lines: Sequence[LaidLine], by: Measure, inner: frozenset[int]) -> list[Piece]:
    found: list[Piece] = []
    start = 0
    for place in [*(at for at, line in enumerate(lines) if line.line.number in inner), len(lines)]:
        part = lines[start:place]
        found += (
            list_pieces(kind, part, by) if kind in _LISTS else pieces(part, by, clauses=kind in ("beslut", "forslag"))
        )
        if place < len(lines):
            found.append(Piece(form=Form.HEADING, text=clean(lines[place].line.text)))
        start = place + 1
    return found


def _without_margin(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """Lines that all stand in a column of the page lose its indent; a bullet's own hanging indent goes with it."""
    texts = [line for line in lines if not line.blank]
    indents = [line.line.indent for line in texts]
    in_column = sum(indent >= _INDENTED for indent in indents)
    hanging = bool(texts) and any(begins_entry(line.line.text) for line in texts)
    if not in_column or (in_column < len(texts) - 1 and not hanging):
        return list(lines)
    return [
        replace(line, line=replace(line.line, indent=0)) if not line.blank and not line.line.cells else line
        for line in lines
    ]


def delegation_table(lines: Sequence[LaidLine]) -> str:
    """Rows of system number, document number and text, each over one or more lines; empty for other text."""
    rows: list[list[str]] = []
    for line in lines:
        if line.blank:
            continue
        text = " ".join(line.line.text.split())
        if match := _ROW.fullmatch(text):
            rows.append([match["system"], match["document"], match["text"]])
        elif rows:
            rows[-1][2] += f" {text}"
        else:
            return ""
    if not rows:
        return ""
    table = [DELEGATION_COLUMNS, ("---",) * 3, *rows]
    cells = [[escape(cell).replace("|", "\\|") for cell in row] for row in table]
    return "\n".join(f"|{'|'.join(row)}|" if row[0] == "---" else f"| {' | '.join(row)} |" for row in cells)
