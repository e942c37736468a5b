"""What each block of an attached document is: text, columns or a heading."""

import re
from collections.abc import Sequence
from enum import StrEnum

from paragraf.importing.blocks import DOTS, LONG, Block
from paragraf.importing.flow import ORDERED, bullet
from paragraf.importing.rows import is_row

_ENDED = re.compile(r"[.:;!?][”\"]?$")
_NARROW = 40
"""Lines that never get longer than this stand in columns."""


class Shape(StrEnum):
    """What a block of lines is."""

    TEXT = "text"
    COLUMNS = "columns"
    HEADING = "heading"


def shapes_of(blocks: Sequence[Block]) -> list[Shape]:
    """The shape of every block."""
    found = _as_elsewhere(blocks, [_shape(blocks, index) for index in range(len(blocks))])
    return _lists_of_values(blocks, found)


def _as_elsewhere(blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[Shape]:
    """A short line that heads text in one place heads a short sentence too."""
    headings = {block.lines[0].text for block, shape in zip(blocks, shapes, strict=True) if shape is Shape.HEADING}
    found = list(shapes)
    for index, block in enumerate(blocks[:-1]):
        over_text = shapes[index + 1] is Shape.TEXT and blocks[index + 1].lines[-1].text.endswith(".")
        if shapes[index] is Shape.TEXT and over_text and _is_short(block) and block.lines[0].text in headings:
            found[index] = Shape.HEADING
    return found


def _lists_of_values(blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[Shape]:
    """Three or more lines one after the other that end with a value are a table: "Januari 13,5" / "Februari 12"."""
    found = list(shapes)
    start = 0
    for index in range(len(blocks) + 1):
        if index < len(blocks) and shapes[index] is Shape.TEXT and _ends_with_value(blocks[index]):
            continue
        if index - start > 2:
            found[start:index] = [Shape.COLUMNS] * (index - start)
        start = index + 1
    return found


def _ends_with_value(block: Block) -> bool:
    return len(block.lines) == 1 and re.fullmatch(r"\D{2,40} [-+]?\d[\d.,]*", block.lines[0].text) is not None


def _shape(blocks: Sequence[Block], index: int) -> Shape:
    block = blocks[index]
    if any(DOTS.search(line.text) for line in block.lines):
        return Shape.COLUMNS
    if block.heading:
        return Shape.HEADING
    if is_tabular(block):
        return Shape.COLUMNS
    if _heads_text(blocks, index):
        return Shape.HEADING
    if _is_narrow(block) and any(
        is_tabular(other) or _is_narrow(other)
        for other in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    ):
        return Shape.COLUMNS
    return Shape.TEXT


def is_tabular(block: Block) -> bool:
    rows = [is_row(line.text) for line in block.lines]
    if len(rows) == 2 and rows == [False, True]:
        # The head of a table over its first row; a sentence would go on with words.
        return len(block.lines[1].text.split()) > 3 and not block.lines[1].text[0].islower()
    return sum(rows) * 2 > len(rows)


def _is_narrow(block: Block) -> bool:
    if any(bullet(line.text) is not None or ORDERED.match(line.text) for line in block.lines[:1]):
        return False
    return len(block.lines) > 1 and max(len(line.text) for line in block.lines) < _NARROW


def _heads_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether a short line alone stands over running text, after text that has ended; two such lines may stand so."""
    if not _is_short(blocks[index]) or index + 1 == len(blocks):
        return False
    following = blocks[index + 1]
    over_text = _is_running(following)
    over_other = _is_short(following) and index + 2 < len(blocks) and _is_running(blocks[index + 2])
    before = blocks[index - 1] if index else None
    if before and (_is_narrow(before) or is_tabular(before)):
        over_other = False  # the last cell of a table, over the heading that follows it
    ended = before is None or before.heading or _ENDED.search(before.lines[-1].text) is not None
    if over_text and not ended and before and _is_short(before):
        above = blocks[index - 2] if index > 1 else None
        return above is None or above.heading or _ENDED.search(above.lines[-1].text) is not None
    return ended and (over_text or over_other)


def _is_short(block: Block) -> bool:
    text = block.lines[0].text
    if len(block.lines) > 1 or len(text) > 70 or not text[:1].isupper() or text[-1] in '.,:;!?)”"%':
        return False
    return not is_row(text) and bullet(text) is None and not re.search(r"\d{4}-\d\d-\d\d", text)


def _is_running(block: Block) -> bool:
    first = block.lines[0].text
    if len(first) < LONG or not first[0].isupper() or is_tabular(block):
        return False
    return len(block.lines) > 1 or block.lines[-1].text.endswith((".", ":"))
