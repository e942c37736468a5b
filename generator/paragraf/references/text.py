"""Markdown, as far as linking must know it: what is left alone, and where links go in."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)")
_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+$")
_DEFINITION = re.compile(r" {0,3}\[(?P<id>[^\[\]\n]{1,200})\]:[ \t]*+\S")
_INDENTED = re.compile(r"(?: {4}|\t)")
_LIST = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_TICKS = re.compile(r"`++")
_BLANK_LINE = re.compile(r"\n[ \t]*+\n")
_BRACKET = re.compile(r"\\.|\[|\]")
_AUTOLINK = re.compile(r"<[^<>\s]{1,2000}>")
_URL = re.compile(
    r"(?<![\w/])(?:https?://|www\.|mailto:|tel:)[^\s<>|()\[\]\ufffc]{1,2000}|(?<![\w.@])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_DESTINATION = re.compile(r"\((?:[^()\\\n]|\\.|\([^()\n]*+\))*+\)|\[[^\[\]\n]{0,200}\]")

Span = tuple[int, int]


def protected(markdown: str) -> tuple[Span, ...]:
    """The spans that are never linked in: code, headings, links, images, definitions, addresses. Sorted, not nested."""
    blocks = list(_blocks(markdown))
    spans = [*blocks, *_inline(markdown, blocks)]
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _lines(markdown: str) -> Iterator[tuple[int, str]]:
    position = 0
    for line in markdown.split("\n"):
        yield position, line
        position += len(line) + 1


def _blocks(markdown: str) -> Iterator[Span]:
    """Fenced and indented code, headings, definitions of links."""
    fence, opened = "", 0
    blank, in_list = True, False
    before: Span | None = None
    for position, line in _lines(markdown):
        end = position + len(line)
        marker = _FENCE.match(line)
        if fence:
            if marker and marker[1].startswith(fence) and not line.strip(" `~"):
                yield opened, end
                fence = ""
            before = None
            continue
        if marker:
            fence, opened, before = marker[1], position, None
            continue
        if line.strip():
            if _LIST.match(line):
                in_list = True
            elif blank and not line[0].isspace():
                in_list = False
            if _ATX.match(line) or _DEFINITION.match(line) or (blank and not in_list and _INDENTED.match(line)):
                yield position, end
            elif before and _UNDERLINE.match(line):
                yield before[0], end
            # A line of indented code makes the next indented line code too.
            blank = bool(_INDENTED.match(line)) and blank and not in_list
            before = (position, end)
        else:
            blank, before = True, None
    if fence:
        yield opened, len(markdown)


def _inline(markdown: str, blocks: list[Span]) -> Iterator[Span]:
    """Code spans, links, images, autolinks, bare addresses."""
    position = 0
    for start, end in [*sorted(blocks), (len(markdown), len(markdown))]:
        for paragraph in _paragraphs(markdown, position, start):
            yield from _spans(markdown, *paragraph)
        position = max(position, end)


def _paragraphs(markdown: str, start: int, end: int) -> Iterator[Span]:
    """Inline constructs do not reach over a blank line."""
    position = start
    for blank in _BLANK_LINE.finditer(markdown, start, end):
        yield position, blank.start()
        position = blank.end()
    yield position, end


def _spans(markdown: str, start: int, end: int) -> Iterator[Span]:
    code = list(_code(markdown, start, end))
    yield from code
    yield from ((m.start(), m.end()) for m in _AUTOLINK.finditer(markdown, start, end))
    yield from ((m.start(), m.end()) for m in _URL.finditer(markdown, start, end))
    yield from _links(markdown, start, end, code)


def _code(markdown: str, start: int, end: int) -> Iterator[Span]:
    """A run of backticks closes with the next run of the same length."""
    runs = [match.span() for match in _TICKS.finditer(markdown, start, end)]
    later: dict[int, list[int]] = {}
    for index, (first, last) in enumerate(runs):
        later.setdefault(last - first, []).append(index)
    for indexes in later.values():
        indexes.reverse()
    index = 0
    while index < len(runs):
        first, last = runs[index]
        same = later[last - first]
        while same and same[-1] <= index:
            same.pop()
        if same and not (first and markdown[first - 1] == "\\"):
            yield first, runs[same[-1]][1]
            index = same[-1]
        index += 1


def _links(markdown: str, start: int, end: int, code: list[Span]) -> Iterator[Span]:
    """[text](address), [text][id], and images: each bracket closes the nearest open one."""
    open_at: list[int] = []
    skip = iter([*code, (end, end)])
    hidden = next(skip)
    for match in _BRACKET.finditer(markdown, start, end):
        position = match.start()
        while hidden[1] <= position and hidden[1] < end:
            hidden = next(skip)
        if hidden[0] <= position < hidden[1] or match[0][0] == "\\":
            continue
        if match[0] == "[":
            open_at.append(position)
        elif open_at:
            first = open_at.pop()
            destination = _DESTINATION.match(markdown, position + 1, end)
            if destination:
                yield (first - 1 if first > start and markdown[first - 1] == "!" else first), destination.end()
