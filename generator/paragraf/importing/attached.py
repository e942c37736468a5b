"""The text of an attached document as Markdown: its paragraphs, lists and sure headings; columns as they stand."""

import re
from collections.abc import Sequence

from paragraf.importing.blocks import (
    DOTS,
    LONG,
    NUMBERED,
    Block,
    blocks_of,
    chapters,
    next_clause,
    next_note,
    wrapped_together,
)
from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import ORDERED, Measure, bullet, goes_on, measure
from paragraf.importing.hyphens import clean, join
from paragraf.importing.markup import Form, Piece, escape, markdown
from paragraf.importing.shapes import Shape, is_tabular, shapes_of

_LEADERS = re.compile(r"\s*(?:\.\s?){5,}\s*")
"""Dots between a chapter and its page in a table of contents."""


def attached_markdown(lines: Sequence[LaidLine]) -> str:
    """The Markdown of a document's lines. Every word stands there, in its order; furniture does not."""
    blocks = blocks_of(lines, chapters(lines))
    running = [line for block in blocks if not is_tabular(block) for line in block.lines]
    by = measure((line for line in running if not DOTS.search(line.text)), share=0.9)
    blocks = wrapped_together(blocks, by)
    shapes = shapes_of(blocks)
    parts: list[str] = []
    numbered, level, index = 0, 1, 0
    while index < len(blocks):
        if shapes[index] is Shape.HEADING:
            text = " ".join(blocks[index].lines[0].text.split())
            match = NUMBERED.fullmatch(text)
            wanted = 2 + match["number"].count(".") if match else numbered + 1
            numbered = wanted if match else max(numbered, 1)
            level = min(wanted if match else max(wanted, 2), level + 1)  # no level is skipped
            parts.append(f"{'#' * level} {escape(text)}")
            index += 1
            continue
        last = index
        while last + 1 < len(blocks) and shapes[last + 1] is shapes[index]:
            last += 1
        run = blocks[index : last + 1]
        parts.append(_columns(run) if shapes[index] is Shape.COLUMNS else _text(run, by))
        index = last + 1
    return "\n\n".join(part for part in parts if part)


def _columns(run: Sequence[Block]) -> str:
    """Lines as they stand, in a fenced code block (an indented one would go on a list above it)."""
    text = "\n\n".join("\n".join(_LEADERS.sub(" … ", line.text).strip() for line in block.lines) for block in run)
    longest = max((len(ticks) for ticks in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _text(run: Sequence[Block], by: Measure) -> str:
    found: list[Piece] = []
    for block in run:
        last: Line | None = None
        for line in block.lines:
            if last is not None and found and _same_piece(found[-1].text, last, line, by):
                before = found[-1]
                text = join(before.text, line.text, soft=last.soft, words=by.words)
                found[-1] = Piece(form=before.form, text=text, marker=before.marker)
            else:
                found.append(_piece(line, block, last, found[-1] if found else None))
            last = line
    return _in_runs(found)


def _same_piece(before: str, first: Line, second: Line, by: Measure) -> bool:
    """Whether a line goes on with the piece that begins with the words `before`."""
    if (second.indent and not second.text[0].islower()) or bullet(second.text) is not None:
        return False
    if next_clause(before, first, second) or next_note(before, second):
        return False
    # Blocks were put together where a sentence goes on over an empty line.
    return goes_on(first, second, by) or (first.soft and len(first.text) >= max(LONG, by.width * 0.6))


def _piece(line: Line, block: Block, last: Line | None, before: Piece | None) -> Piece:
    whole = clean(line.text)
    words = bullet(whole)
    if words is not None:
        return Piece(form=Form.BULLET, text=words)
    if match := ORDERED.match(whole):
        return Piece(form=Form.ORDERED, text=whole[match.end() :], marker=match["marker"])
    # A bullet that was lost leaves one blank. So does a page break, straight after the line before it.
    in_list = before is not None and before.form is Form.BULLET and before.text.endswith((",", ";"))
    lost = 1 <= line.indent <= 2 and last is None and (not block.page or in_list)
    return Piece(form=Form.BULLET if lost else Form.PARAGRAPH, text=whole)


def _in_runs(found: Sequence[Piece]) -> str:
    """Numbered lists are rendered one by one, so that text after one is not taken into it."""
    parts: list[str] = []
    start = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or (found[index].form is Form.ORDERED) != (found[start].form is Form.ORDERED):
            parts.append(markdown(found[start:index]))
            start = index
    return "\n\n".join(parts)
