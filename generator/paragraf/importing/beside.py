"""Recipients in the margin beside a decision: what stands side by side there is no row, but two texts.

Kommunstyrelsens beslut
Exp till         Marken säljs för 15 kronor per kvm. Köparen betalar
Sökanden         kostnaden för fastighetsbildningen.
"""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import LaidLine
from paragraf.importing.headings import heading_at
from paragraf.vocabulary.headings import kind_of

_DECISIONS = ("beslut", "forslag")
_NEAR_TEXT, _NEAR_PAGE = 1, 10
"""Characters, or thousandths of the page's width, within which two texts begin at the same place."""
_WIDEST = 40
"""Characters of an entry of the margin, at most."""


def without_recipients_beside(
    lines: Sequence[LaidLine], own_names: tuple[str, ...]
) -> tuple[list[LaidLine], frozenset[int]]:
    """The same lines with recipients below the decision that they stand beside, and the numbers of those lines.

    They stand beside it when the decision's heading is in the column of its text: where headings have a margin of
    their own, the recipients are what stands to the right of theirs.
    """
    found: list[LaidLine] = []
    apart: set[int] = set()
    index = 0
    while index < len(lines):
        column = _column(lines, index, own_names)
        if column is None:
            found.append(lines[index])
            index += 1
            continue
        end = _end(lines, index, column, own_names)
        texts, margin = _parted(lines[index:end], column)
        found += [*texts, _blank(lines[index]), *margin, _blank(lines[index])]
        apart.update(line.line.number for line in lines[index:end] if not line.blank)
        index = end
    return found, frozenset(apart)


def _column(lines: Sequence[LaidLine], index: int, own_names: tuple[str, ...]) -> int | None:
    """Where the decision's column begins, when the line begins with recipients beside one."""
    placed = _placed(lines[index])
    if len(placed) != 2 or kind_of(placed[0][1], own_names) != "expedieras":
        return None
    column = placed[1][0]
    for line in reversed(lines[:index]):
        if line.blank:
            continue
        above = _placed(line)
        if len(above) != 1 or not _is_at(line, above[0][0], column):
            return None
        kind = kind_of(above[0][1], own_names)
        if kind in _DECISIONS and not above[0][1].endswith("."):
            return column
        if heading_at([above[0][1]], after_blank=True, own_names=own_names):
            return None
    return None


def _end(lines: Sequence[LaidLine], start: int, column: int, own_names: tuple[str, ...]) -> int:
    """Index after the last line of the decision and of what stands beside it."""
    gap = False
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.blank:
            gap = gap or not line.furniture
            continue
        placed = _placed(line)
        at_text = _is_at(line, placed[-1][0], column)
        in_margin = len(placed) == 1 and placed[0][0] < column and len(placed[0][1]) <= _WIDEST
        further = len(placed) == 1 and placed[0][0] > column  # a list's hanging indent
        two = len(placed) == 2 and at_text and len(placed[0][1]) <= _WIDEST
        heading = gap and heading_at([placed[-1][1]], after_blank=True, own_names=own_names)
        if heading or not (two or (at_text and len(placed) == 1) or further or (in_margin and not gap)):
            return index
        gap = False
    return len(lines)


def _parted(lines: Sequence[LaidLine], column: int) -> tuple[list[LaidLine], list[LaidLine]]:
    """The lines of the text, with its pages and gaps, and those of the margin."""
    texts: list[LaidLine] = []
    margin: list[LaidLine] = []
    for line in lines:
        placed = _placed(line) if not line.blank else []
        if line.blank or (len(placed) == 1 and (placed[0][0] >= column or _is_at(line, placed[0][0], column))):
            texts.append(line)
            continue
        margin.append(_only(line, placed[0]))
        if len(placed) > 1:
            texts.append(_only(line, placed[1]))
    return texts, margin


def _placed(line: LaidLine) -> list[tuple[int, str]]:
    """Where each text on a line begins, from the left: in characters, or in thousandths of the page's width."""
    cells = [" ".join(cell.split()) for cell in (line.line.cells or (line.line.text,))]
    if line.line.spans:
        return [(start, cell) for (start, _), cell in zip(line.line.spans, cells, strict=False) if cell]
    found, at = [], 0
    for raw, cell in zip(line.line.cells or (line.line.text,), cells, strict=True):
        at = max(line.line.text.find(raw, at), at)
        found.append((at + line.line.indent, cell))
        at += len(raw)
    return [(start, cell) for start, cell in found if cell]


def _is_at(line: LaidLine, start: int, column: int) -> bool:
    return abs(start - column) <= (_NEAR_PAGE if line.line.spans else _NEAR_TEXT)


def _only(line: LaidLine, placed: tuple[int, str]) -> LaidLine:
    return replace(line, line=replace(line.line, text=placed[1], cells=(), spans=(), indent=0))


def _blank(line: LaidLine) -> LaidLine:
    return replace(line, line=replace(line.line, text="", cells=(), spans=(), indent=0, empty=True), furniture="")
