"""The blocks of an attached document: lines between blank lines, with headings on their own, put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.flow import Measure, bullet
from paragraf.importing.rows import is_row
from paragraf.vocabulary.documents import DOCUMENT_KINDS
from paragraf.vocabulary.headings import KINDS

NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?P<title>[A-ZÅÄÖ].*)")
DOTS = re.compile(r"\.{4,}\s*\d*$|(?:\. ){4,}")
LONG = 60
"""A line of running text is at least this long."""
_ENDED = re.compile(r"[.:;!?][”\"]?$")
_WORDINGS = frozenset(wording for wordings in KINDS.values() for wording in wordings) - set(DOCUMENT_KINDS)


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


def chapters(lines: Sequence[LaidLine]) -> frozenset[int]:
    """Numbers of lines that are headings of chapters: "1 Inledning", "2 Bakgrund", each one more than the last."""
    found: list[int] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        match = NUMBERED.fullmatch(line.line.text) if not line.blank else None
        if not match or match["number"] != str(len(found) + 1) or re.search(r"[\d.,;:]", match["title"]):
            continue
        wrapped = following is not None and following.line.text[:1].islower()
        if len(match["title"]) < LONG and not wrapped:
            found.append(line.line.number)
    return frozenset(found)


def blocks_of(lines: Sequence[LaidLine], chapters: frozenset[int]) -> list[Block]:
    found: list[tuple[Block, list[Line]]] = []
    blanks: list[LaidLine] = []
    for line in lines:
        if line.blank:
            blanks.append(line)
            continue
        # A page that begins with a capital or a figure begins a new block; with a small letter the sentence goes on.
        above = found[-1][1] if found else []
        notes = len(above) > 1 and next_note(above[-2].text, above[-1])
        new_page = line.page is not Break.NONE and (notes or not line.line.text[0].islower())
        if blanks or not found or new_page:
            near = len(blanks) == 1 and blanks[0].line.empty
            found.append((Block(lines=(), page=line.page is not Break.NONE, near=near), [line.line]))
        else:
            above.append(line.line)
        blanks = []
    whole = (replace(block, lines=tuple(own)) for block, own in found)
    return [part for block in whole for part in _split_headings(block, chapters)]


def _split_headings(block: Block, chapters: frozenset[int]) -> list[Block]:
    """A heading that stands straight over its text becomes a block of its own."""
    parts: list[Block] = []
    rest = list(block.lines)
    while rest and (rest[0].number in chapters or _is_sure_heading(rest[0])):
        first = Block(lines=(rest.pop(0),), page=block.page and not parts, near=block.near and not parts, heading=True)
        parts.append(first)
    if len(rest) > 1 and _heads_block(rest[0], rest[1]) and not block.page:
        parts.append(Block(lines=(rest.pop(0),), near=block.near and not parts, heading=True))
    if not rest:
        return parts
    parts.append(replace(block, lines=tuple(rest)) if not parts else Block(lines=tuple(rest)))
    return parts


def _heads_block(line: Line, below: Line) -> bool:
    """Whether a short line that is not wrapped stands straight over running text."""
    text = line.text
    if line.soft or line.indent or len(text) > LONG or not text[0].isupper() or text[-1] in ".,:;!?%":
        return False
    if is_row(text) or bullet(text) is not None or re.search(r"\d{4}-\d\d-\d\d|@", text):
        return False
    return below.soft and len(below.text) >= LONG and not below.text[0].islower() and not is_row(below.text)


def _is_sure_heading(line: Line) -> bool:
    """A known heading of letters, or a numbered one below a chapter: "2.1 Syfte"."""
    if line.text.casefold().rstrip(":") in _WORDINGS and line.text[:1].isupper():
        return True
    match = NUMBERED.fullmatch(line.text)
    if not match or "." not in match["number"] or DOTS.search(line.text):
        return False
    return len(line.text) <= 90 and not line.text.endswith((".", ",", ";")) and not is_row(line.text)


def wrapped_together(blocks: Sequence[Block], by: Measure) -> list[Block]:
    """Documents with double spacing have an empty line after every line: put their paragraphs together again."""
    single = sum(len(block.lines) == 1 and block.near and block.lines[0].soft for block in blocks)
    double = single * 2 > len(blocks)
    found: list[tuple[Block, list[Line]]] = []
    for block in blocks:
        if found and not block.page and _continues(*found[-1], block, by, double=double):
            found[-1][1].extend(block.lines)
        else:
            found.append((block, list(block.lines)))
    return [replace(block, lines=tuple(lines)) for block, lines in found]


def _continues(before: Block, lines: Sequence[Line], block: Block, by: Measure, *, double: bool) -> bool:
    """Whether a block goes on with the text of the one before it, which has grown to these lines."""
    first, second = lines[-1], block.lines[0]
    if len(first.text) < max(LONG, int(by.width * 0.6)) or is_row(first.text) or before.heading or block.heading:
        return False
    if second.indent or bullet(second.text) is not None:
        return False
    if next_clause(lines[0].text, first, second):
        return False
    ended = bool(_ENDED.search(first.text))
    if second.text[0].islower() or second.text[0] == "(":
        return not ended
    return double and block.near and first.soft and (not ended or len(first.text) >= by.width * 0.9)


def next_clause(before: str, first: Line, second: Line) -> bool:
    """Whether a line that begins with "att" is a clause of its own: after another one, or after a sentence."""
    if not re.match(r"att\s", second.text):
        return False
    return bool(re.search(r"[;.]$" if not re.match(r"att\s", before) else r"(?:[,;.]|\boch|\bsamt)$", first.text))


def next_note(before: str, second: Line) -> bool:
    """Whether a line is the next one of the notes at the foot of a page: "2 Rapport 2022" after "1 Lagen"."""
    this, following = (re.match(r"(\d{1,2})\s+\S", text) for text in (before, second.text))
    return bool(this and following and int(following[1]) == int(this[1]) + 1)
