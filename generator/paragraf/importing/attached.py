"""The text of an attached document as Markdown: its paragraphs, lists and sure headings; columns as they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.flow import ORDERED, Form, Measure, Piece, bullet, escape, goes_on, join, markdown, measure
from paragraf.vocabulary.headings import KINDS

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?P<title>[A-ZÅÄÖ].*)")
_DOTS = re.compile(r"\.{4,}\s*\d*$|(?:\. ){4,}")
_VALUE = re.compile(r"[-+−<>=]*\d[\d.,:/%]*%?|-|–|kr|%|tkr|mkr|ja|nej|JA|NEJ|DELVIS")
_ENDED = re.compile(r"[.:;!?][”\"]?$")
_WORDINGS = frozenset(wording for wordings in KINDS.values() for wording in wordings)
_LONG = 60
"""A line of running text is at least this long."""
_NARROW = 40
"""Lines that never get longer than this stand in columns."""


class Shape(StrEnum):
    """What a block of lines is."""

    TEXT = "text"
    COLUMNS = "columns"
    HEADING = "heading"


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Lines without a blank line between them."""

    lines: tuple[Line, ...]
    page: bool = False
    """A page may begin with it."""
    heading: bool = False
    """By its number or its words."""
    near: bool = False
    """Just one empty line stands before it."""


def attached_markdown(lines: Sequence[LaidLine]) -> str:
    """The Markdown of a document's lines. Every word stands there, in its order; furniture does not."""
    blocks = _blocks(lines, _chapters(lines))
    running = [line for block in blocks if not _is_tabular(block) for line in block.lines]
    by = measure((line for line in running if not _DOTS.search(line.text)), share=0.9)
    blocks = _wrapped_together(blocks, by)
    shapes = _as_elsewhere(blocks, [_shape(blocks, index) for index in range(len(blocks))])
    parts: list[str] = []
    numbered, level, index = 0, 1, 0
    while index < len(blocks):
        if shapes[index] is Shape.HEADING:
            text = " ".join(blocks[index].lines[0].text.split())
            match = _NUMBERED.fullmatch(text)
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


def _chapters(lines: Sequence[LaidLine]) -> frozenset[int]:
    """Numbers of lines that are headings of chapters: "1 Inledning", "2 Bakgrund", each one more than the last."""
    found: list[int] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        match = _NUMBERED.fullmatch(line.line.text) if not line.blank else None
        if not match or match["number"] != str(len(found) + 1) or re.search(r"[\d.,;:]", match["title"]):
            continue
        wrapped = following is not None and following.line.text[:1].islower()
        if len(match["title"]) < _LONG and not wrapped:
            found.append(line.line.number)
    return frozenset(found)


def _blocks(lines: Sequence[LaidLine], chapters: frozenset[int]) -> list[Block]:
    found: list[Block] = []
    blanks: list[LaidLine] = []
    for line in lines:
        if line.blank:
            blanks.append(line)
            continue
        # A page that begins with a capital or a figure begins a new block; with a small letter the sentence goes on.
        above = found[-1].lines if found else ()
        notes = len(above) > 1 and _next_note(above[-2].text, above[-1])
        new_page = line.page is not Break.NONE and (notes or not line.line.text[0].islower())
        if blanks or not found or new_page:
            near = len(blanks) == 1 and blanks[0].line.empty
            found.append(Block(lines=(line.line,), page=line.page is not Break.NONE, near=near))
        else:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line.line))
        blanks = []
    return [part for block in found for part in _split_headings(block, chapters)]


def _split_headings(block: Block, chapters: frozenset[int]) -> list[Block]:
    """A heading that stands straight over its text becomes a block of its own."""
    parts: list[Block] = []
    rest = list(block.lines)
    while rest and (rest[0].number in chapters or _is_sure_heading(rest[0])):
        first = Block(lines=(rest.pop(0),), page=block.page and not parts, near=block.near and not parts, heading=True)
        parts.append(first)
    if not rest:
        return parts
    parts.append(replace(block, lines=tuple(rest)) if not parts else Block(lines=tuple(rest)))
    return parts


def _is_sure_heading(line: Line) -> bool:
    """A known heading of letters, or a numbered one below a chapter: "2.1 Syfte"."""
    if line.text.casefold().rstrip(":") in _WORDINGS and line.text[:1].isupper():
        return True
    match = _NUMBERED.fullmatch(line.text)
    if not match or "." not in match["number"] or _DOTS.search(line.text):
        return False
    return len(line.text) <= 90 and not line.text.endswith((".", ",", ";")) and not _is_row(line.text)


def _wrapped_together(blocks: Sequence[Block], by: Measure) -> list[Block]:
    """Documents with double spacing have an empty line after every line: put their paragraphs together again."""
    single = sum(len(block.lines) == 1 and block.near and block.lines[0].soft for block in blocks)
    double = single * 2 > len(blocks)
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before and not block.page and _continues(before, block, by, double=double):
            found[-1] = replace(before, lines=(*before.lines, *block.lines))
        else:
            found.append(block)
    return found


def _continues(before: Block, block: Block, by: Measure, *, double: bool) -> bool:
    first, second = before.lines[-1], block.lines[0]
    if len(first.text) < max(_LONG, int(by.width * 0.6)) or _is_row(first.text) or before.heading or block.heading:
        return False
    if second.indent or bullet(second.text) is not None:
        return False
    if _next_clause(before.lines[0].text, first, second):
        return False
    ended = bool(_ENDED.search(first.text))
    if second.text[0].islower() or second.text[0] == "(":
        return not ended
    return double and block.near and first.soft and (not ended or len(first.text) >= by.width * 0.9)


def _next_clause(before: str, first: Line, second: Line) -> bool:
    """Whether a line that begins with "att" is a clause of its own: after another one, or after a sentence."""
    if not re.match(r"att\s", second.text):
        return False
    return bool(re.search(r"[;.]$" if not re.match(r"att\s", before) else r"(?:[,;.]|\boch|\bsamt)$", first.text))


def _next_note(before: str, second: Line) -> bool:
    """Whether a line is the next one of the notes at the foot of a page: "2 Rapport 2022" after "1 Lagen"."""
    this, following = (re.match(r"(\d{1,2})\s+\S", text) for text in (before, second.text))
    return bool(this and following and int(following[1]) == int(this[1]) + 1)


def _as_elsewhere(blocks: Sequence[Block], shapes: Sequence[Shape]) -> list[Shape]:
    """A short line that heads text in one place heads a short sentence too."""
    headings = {block.lines[0].text for block, shape in zip(blocks, shapes, strict=True) if shape is Shape.HEADING}
    found = list(shapes)
    for index, block in enumerate(blocks[:-1]):
        over_text = shapes[index + 1] is Shape.TEXT and blocks[index + 1].lines[-1].text.endswith(".")
        if shapes[index] is Shape.TEXT and over_text and _is_short(block) and block.lines[0].text in headings:
            found[index] = Shape.HEADING
    return found


def _shape(blocks: Sequence[Block], index: int) -> Shape:
    block = blocks[index]
    if any(_DOTS.search(line.text) for line in block.lines):
        return Shape.COLUMNS
    if block.heading:
        return Shape.HEADING
    if _is_tabular(block):
        return Shape.COLUMNS
    if _heads_text(blocks, index):
        return Shape.HEADING
    if _is_narrow(block) and any(
        _is_tabular(other) or _is_narrow(other)
        for other in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    ):
        return Shape.COLUMNS
    return Shape.TEXT


def _is_tabular(block: Block) -> bool:
    return sum(_is_row(line.text) for line in block.lines) * 2 > len(block.lines)


def _is_row(text: str) -> bool:
    """Whether a line is mostly values: "Badhuset 12 400 -3 100 9 300"."""
    parts = text.split()
    values = sum(bool(_VALUE.fullmatch(part)) for part in parts)
    short = sum(len(part) <= 4 for part in parts)
    return (
        (values >= 2 and values * 2 > len(parts))
        or (values == len(parts) > 0)
        or (len(parts) >= 8 and short * 5 >= len(parts) * 4)
        or bool(re.search(r"\S {4,}\S", text))
    )


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
    ended = before is None or before.heading or _ENDED.search(before.lines[-1].text) is not None
    if over_text and not ended and before and _is_short(before):
        above = blocks[index - 2] if index > 1 else None
        return above is None or above.heading or _ENDED.search(above.lines[-1].text) is not None
    return ended and (over_text or over_other)


def _is_short(block: Block) -> bool:
    text = block.lines[0].text
    if len(block.lines) > 1 or len(text) > 70 or not text[:1].isupper() or text[-1] in '.,:;!?)”"%':
        return False
    return not _is_row(text) and bullet(text) is None and not re.search(r"\d{4}-\d\d-\d\d", text)


def _is_running(block: Block) -> bool:
    first = block.lines[0].text
    if len(first) < _LONG or not first[0].isupper() or _is_tabular(block):
        return False
    return len(block.lines) > 1 or block.lines[-1].text.endswith((".", ":"))


def _columns(run: Sequence[Block]) -> str:
    """Lines as they stand, in a code block, with a blank line where one stood."""
    return "\n\n".join("\n".join(f"    {line.text}" for line in block.lines) for block in run)


def _text(run: Sequence[Block], by: Measure) -> str:
    found: list[Piece] = []
    for block in run:
        last: Line | None = None
        for line in block.lines:
            if last is not None and found and _same_piece(found[-1].text, last, line, by):
                before = found[-1]
                text = join(before.text, line, soft=last.soft)
                found[-1] = Piece(form=before.form, text=text, marker=before.marker)
            else:
                found.append(_piece(line, block, last, found[-1] if found else None))
            last = line
    return _in_runs(found)


def _same_piece(before: str, first: Line, second: Line, by: Measure) -> bool:
    """Whether a line goes on with the piece that begins with the words `before`."""
    if (second.indent and not second.text[0].islower()) or bullet(second.text) is not None:
        return False
    if _next_clause(before, first, second) or _next_note(before, second):
        return False
    # Blocks were put together where a sentence goes on over an empty line.
    return goes_on(first, second, by) or (first.soft and len(first.text) >= max(_LONG, by.width * 0.6))


def _piece(line: Line, block: Block, last: Line | None, before: Piece | None) -> Piece:
    words = bullet(line.text)
    if words is not None:
        return Piece(form=Form.BULLET, text=words)
    if match := ORDERED.match(line.text):
        return Piece(form=Form.ORDERED, text=line.text[match.end() :], marker=match["marker"])
    # A bullet that was lost leaves one blank. So does a page break, straight after the line before it.
    in_list = before is not None and before.form is Form.BULLET and before.text.endswith((",", ";"))
    lost = 1 <= line.indent <= 2 and last is None and (not block.page or in_list)
    return Piece(form=Form.BULLET if lost else Form.PARAGRAPH, text=line.text)


def _in_runs(found: Sequence[Piece]) -> str:
    """Numbered lists are rendered one by one, so that text after one is not taken into it."""
    parts: list[str] = []
    start = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or (found[index].form is Form.ORDERED) != (found[start].form is Form.ORDERED):
            parts.append(markdown(found[start:index]))
            start = index
    return "\n\n".join(parts)
