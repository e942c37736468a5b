"""What stands above the label of a § and is a part of it: recipients and the number of the case.

Exp: Sökanden
     Ekonomikontoret
KS/2012:104
§ 42 Bokslut

As a rule recipients are the last words of a §, and stand above the label of the next one as well. Which § they belong
to is told by the whole document: whether pages begin with them, or the first § has them above it, and whether the
last § ends without any.
"""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.ids import CaseNumber
from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.document import Break, ItemBlock, LaidOut
from paragraf.importing.headings import INLINE
from paragraf.vocabulary.headings import kind_of

_MOST_LINES = 12
_WIDEST = 60
"""Characters of a line of recipients, at most."""
_MOST_GAPS = 2
"""Blank lines between the recipients and the label, at most: above and below the number of the case."""
_FEWEST = 2
"""§§ with recipients above them, for an order."""


def with_above(laid: LaidOut, items: Sequence[ItemBlock]) -> list[ItemBlock]:
    """The same §§, from what stands above their labels on, where that is the document's order throughout."""
    blocks = [
        _recipients_above(laid, item.start, items[place - 1].body_start if place else 0)
        for place, item in enumerate(items)
    ]
    found = [first for first in blocks if first is not None]
    if len(found) < _FEWEST or _names_recipients(laid, items[-1].body_start, len(laid.lines)):
        return list(items)
    begin = sum(_begins_page(laid, first) for first in found)
    if blocks[0] is None and begin * 2 <= len(found):
        return list(items)
    return [item if first is None else _from(laid, item, first) for item, first in zip(items, blocks, strict=True)]


def _recipients_above(laid: LaidOut, start: int, lowest: int) -> int | None:
    """Index of the first line of the recipients that stand above a label; None without any."""
    gaps = lines = 0
    for index in range(start - 1, lowest - 1, -1):
        line = laid.lines[index]
        text = line.line.text
        if line.own_head or line.furniture or len(text) > _WIDEST or text.endswith("."):
            return None
        gaps, lines = gaps + line.blank, lines + (not line.blank)
        if gaps > _MOST_GAPS or lines > _MOST_LINES:
            return None
        if not line.blank and _names(text, line.line.cells):
            return index
        if line.page is Break.CERTAIN:
            return None
    return None


def _names(text: str, cells: Sequence[str]) -> bool:
    """Whether a line says to whom a decision is sent: "Exp: Sökanden"."""
    inline = INLINE.fullmatch(text)
    words = cells[0] if cells else inline["heading"] if inline else text
    return kind_of(" ".join(words.split())) == "expedieras"


def _names_recipients(laid: LaidOut, start: int, end: int) -> bool:
    return any(_names(line.line.text, line.line.cells) for line in laid.lines[start:end] if not line.blank)


def _begins_page(laid: LaidOut, index: int) -> bool:
    """Whether only furniture and blank lines stand between a page's beginning and the line."""
    while laid.lines[index].page is not Break.CERTAIN and not laid.lines[index].own_head:
        index -= 1
        if index < 0 or not laid.lines[index].blank:
            return index < 0
    return True


def _from(laid: LaidOut, item: ItemBlock, first: int) -> ItemBlock:
    cases: list[CaseNumber] = []
    above: list[int] = []
    for index in range(first, item.start):
        line = laid.lines[index]
        if not line.blank and (numbers := case_numbers_in(line.line.text)):
            cases += numbers
        elif not line.blank:
            above.append(index)
    known = tuple(dict.fromkeys((*item.case_numbers, *cases)))
    return replace(item, start=first, end=first, case_numbers=known, above=tuple(above))
