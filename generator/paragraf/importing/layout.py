"""Stage 2, lay out: what is text, what is furniture, where pages begin."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from paragraf.importing.dates import find_date
from paragraf.importing.document import Break, Extracted, LaidLine, LaidOut, Line
from paragraf.importing.frames import Framing
from paragraf.importing.furniture import (
    HEAD,
    Marks,
    mark_attached_heads,
    mark_letterheads,
    mark_page_labels,
    mark_repeated_heads,
    mark_running_heads,
    mark_single_lines,
)
from paragraf.importing.identity import declared_bodies, identify
from paragraf.importing.repeated import mark_repeated
from paragraf.importing.unpaged import mark_unpaged
from paragraf.vocabulary.documents import DATE_LABELS, DOCUMENT_TYPES, PAGE_WORDS

_PAGE = re.compile(rf"\s+(?:{PAGE_WORDS})?\s*\d+ ?(?:\(\d+\)|av \d+)$", re.IGNORECASE)
"""The number of a page, last on a line of its head: "SAMMANTRÄDESPROTOKOLL Sida 3(12)"."""
_PAGE_ALONE = re.compile(rf"(?:{PAGE_WORDS}\s*)?\d+ ?\(\d+\)|{PAGE_WORDS}", re.IGNORECASE)


def lay_out(extracted: Extracted) -> LaidOut:
    """Read the lines; write the document's kind, date and body, and each line's place on its page."""
    lines = extracted.lines
    request = extracted.request
    found = identify(lines, request.source, declared_bodies(request.target), named=request.body)
    kind, day, body = found.kind, found.days[0], found.body
    marks = Marks(lines)
    for index, line in enumerate(lines):
        if line.furniture:
            marks.mark(line.furniture, index)
    framing = Framing(body=body, days=found.days)
    repeated = mark_repeated(marks, framing)
    mark_single_lines(marks)
    unpaged, begun = mark_unpaged(marks, framing)
    mark_attached_heads(marks, framing)
    heads = _own_heads(lines, kind, day, body, marks)
    for start, head in heads.items():
        marks.mark(HEAD, *(index for index in head if not (start == min(heads) and lines[index].text == body)))
        marks.mark(HEAD, start)
        for index in (start, *head):
            marks.labels.pop(index, None)  # a page of ours, not of an attached document
    mark_letterheads(marks)
    mark_page_labels(marks)
    for index in repeated | unpaged:
        marks.labels.pop(index, None)
    certain = _certain_starts(lines, heads, marks) | begun | marks.begins
    mark_running_heads(marks, sorted(certain))
    may_start = [index for index in range(len(lines)) if _possible(lines, index) is Break.POSSIBLE]
    mark_repeated_heads(marks, sorted(certain), may_start)
    own = {index for start, head in heads.items() for index in (start, *head)}
    own |= {index for index in repeated | unpaged if marks.furniture.get(index) == HEAD}
    laid = tuple(
        LaidLine(
            line=line,
            furniture=marks.furniture.get(index, ""),
            page=Break.CERTAIN if index in certain else _possible(lines, index),
            page_number=marks.labels.get(index, 0),
            own_head=index in own,
        )
        for index, line in enumerate(lines)
    )
    return LaidOut(
        request=extracted.request,
        sha256=extracted.sha256,
        kind=kind,
        variant=found.variant,
        date=day,
        days=found.days,
        body=body,
        lines=laid,
        notes=(*extracted.notes, *found.notes),
    )


def _unpaged(line: Line) -> str:
    """The words of a line in lower case, without a page number after them."""
    return _PAGE.sub("", line.text).casefold()


def _own_heads(lines: Sequence[Line], kind: str, day: date, body: str, marks: Marks) -> dict[int, list[int]]:
    """First line of every page head of the document itself -> its other lines."""
    types = {words for words, found in DOCUMENT_TYPES.items() if found == kind}
    with_body: dict[int, list[int]] = {}
    without: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if _unpaged(line) in types:
            with_body[index] = _head_from(lines, index, day, body, marks)
            without[index] = [at for at in with_body[index] if _unpaged(lines[at]) != body.casefold()]
    own = {start: head for start, head in with_body.items() if any(_is_date_line(lines[at], day) for at in head)}
    if not own:
        return {}
    # A decision can begin with the body's name alone on a line: the name is furniture only where heads have it.
    tails = Counter(_unpaged(lines[head[-1]]) == body.casefold() for head in own.values() if head)
    name_is_last = tails[True] > len(own) / 2
    first = min(own)
    return {
        start: head
        if start == first or name_is_last or _unpaged(lines[head[-1]]) != body.casefold()
        else without[start]
        for start, head in own.items()
    }


def _is_date_line(line: Line, day: date) -> bool:
    return find_date(line.text) == day and len(line.text) < 60


def _head_from(lines: Sequence[Line], start: int, day: date, body: str, marks: Marks) -> list[int]:
    """Lines of a page head after its first: date, body, signatures, each at most once and nothing between."""
    found: list[int] = []
    seen: set[str] = set()
    index = start + 1
    while index < len(lines):
        text = lines[index].text
        if text:
            if _is_date_line(lines[index], day):
                role = "date"
            elif text.casefold() in DATE_LABELS:
                role = "label"
            elif _unpaged(lines[index]) == body.casefold():
                role = "body"
            elif _PAGE_ALONE.fullmatch(text):
                role = f"page {text.isalpha()}"
            elif index in marks.furniture:
                role = f"furniture {text}"
            else:
                break
            if role in seen:
                break
            seen.add(role)
            found.append(index)
        index += 1
    return found


def _certain_starts(lines: Sequence[Line], heads: dict[int, list[int]], marks: Marks) -> set[int]:
    starts = {index for index, line in enumerate(lines) if line.new_page} | set(heads)
    for foot in marks.after_foot:
        following = foot + 1
        while following < len(lines) and (not lines[following].text or marks.furniture.get(following) == "länkmål"):
            following += 1
        if following < len(lines):
            starts.add(following)
    return starts


def _possible(lines: Sequence[Line], index: int) -> Break:
    line = lines[index]
    if not line.text or not 1 <= line.indent <= 2:
        return Break.NONE
    return Break.NONE if index and lines[index - 1].empty else Break.POSSIBLE
