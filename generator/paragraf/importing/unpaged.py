"""Heads and feet of pages in text that tells no pages: the head of the first page that comes again, its number one up.

Text that is copied out of a document, or that a case system exports, has lost the page breaks. What is left of them is
that the same lines stand there again, with a page number that grows by one. Only the document's own pages are told
here: the first head stands among the first lines of the document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import Line
from paragraf.importing.furniture import FOOT, HEAD, Marks
from paragraf.vocabulary.documents import ADJUSTED_MARKS, ITEM_LISTS
from paragraf.vocabulary.headings import UNKNOWN, kind_of

_FIRST = 12
"""Lines with text from the beginning among which the first head stands."""
_MOST = 8
"""Lines with text of a head, or of a foot."""
_NUMBER = re.compile(r"\d+")
_OF_ALL = re.compile(
    r"(?<!\d)(?P<page>\d{1,4})\s?(?:\(\s?(?:(?:av|of)\s)?(?P<of>\d{1,4})\s?\)|(?:av|of|/)\s?(?P<total>\d{1,4}))(?![\d-])"
)
_PAGE = re.compile(r"\b(?:sida|sid\.?|page)\s*:?\s*(?P<page>\d{1,4})\b", re.IGNORECASE)
_AT_END = re.compile(r"(?:^|[^\d\s].*\s)(?P<page>\d{1,3})$")
_ITEM = re.compile(r"§|(?:punkt|paragraf|ärende|bilaga)\s+\d|\d+[.)]?\s+[^\W\d]{3}", re.IGNORECASE)
_SAYS = tuple(mark.casefold() for mark in ADJUSTED_MARKS)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """A page number in a line."""

    place: int
    """Of the line among those with text."""
    number: int
    total: int
    """0: the line does not say."""
    sure: bool
    """The words say that it is a page's."""


def mark_unpaged(marks: Marks) -> tuple[frozenset[int], frozenset[int]]:
    """Mark heads and feet of the document's own pages; write the indexes of heads, and those with which pages begin.

    Nothing is marked where the source tells its pages.
    """
    lines = marks.lines
    if any(line.page for line in lines):
        return frozenset(), frozenset()
    texts = [index for index, line in enumerate(lines) if line.text]
    # What is content is unlike all else: no head or foot goes over it.
    shapes = [f"§{index}" if _is_content(lines[index]) else _shape(lines[index]) for index in texts]
    heads: set[int] = set()
    starts: set[int] = set()
    for places in _runs(lines, texts, shapes):
        up, down = _reach(shapes, places, -1), _reach(shapes, places, 1)
        first = places[0]
        for place in places:
            # Above the first page's number nothing can be a foot; what stands there is its head.
            top = place - up
            head = max(place - _head_above(shapes, first, place), 0)
            for at in range(max(top, 0), place + down + 1):
                line = lines[texts[at]]
                if place == first and not (at == place and _OF_ALL.search(line.text)):
                    continue  # the first page's head says what the document is
                is_head = at >= head
                marks.mark(HEAD if is_head else FOOT, texts[at])
                if is_head:
                    heads.add(texts[at])
            starts.add(texts[head])
        _mark_last_foot(marks, texts, shapes, places, up)
    return frozenset(heads), frozenset(starts)


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.text.casefold().split()))


def _is_content(line: Line) -> bool:
    """Whether a line can never be furniture, however often it stands there."""
    text = " ".join(line.text.casefold().split())
    if _ITEM.match(text) or text.startswith(_SAYS) or text.rstrip(" :") in ITEM_LISTS:
        return True
    page = _OF_ALL.search(text)  # "Kommunstyrelsen 1 (7)" is no § of kommunstyrelsen
    return kind_of(line.text) != UNKNOWN and not (page and page["of"])


def _runs(lines: Sequence[Line], texts: Sequence[int], shapes: Sequence[str]) -> list[list[int]]:
    """Places of page numbers that begin among the first lines and grow by one; else of a head that comes again."""
    for first in range(min(_FIRST, len(texts))):
        page = _page(lines[texts[first]], first)
        if page is None or page.number > 2 or _is_content(lines[texts[first]]):
            continue
        run = [page]
        for place in range(first + 1, len(texts)):
            if shapes[place] != shapes[first]:
                continue
            other = _page(lines[texts[place]], place)
            if other and other.number == run[-1].number + 1 and other.total == page.total:
                run.append(other)
        places = [one.place for one in run]
        if len(run) > 1 and (page.sure or len(run) > 3 or _reach(shapes, places, -1) or _reach(shapes, places, 1)):
            return [places]
    return _repeated(lines, texts)


def _page(line: Line, place: int) -> _Page | None:
    text = " ".join(line.text.split())
    if match := _OF_ALL.search(text):
        total = int(match["of"] or match["total"])
        if 1 <= int(match["page"]) <= total:
            return _Page(place=place, number=int(match["page"]), total=total, sure=True)
    if match := _PAGE.search(text):
        return _Page(place=place, number=int(match["page"]), total=0, sure=True)
    match = _AT_END.match(text)
    return _Page(place=place, number=int(match["page"]), total=0, sure=False) if match else None


def _repeated(lines: Sequence[Line], texts: Sequence[int]) -> list[list[int]]:
    """Places of the second line of a head without numbers: two first lines of the document that come again together."""
    words = [" ".join(lines[index].text.casefold().split()) for index in texts]
    if len(words) < _FIRST:
        return []
    for first in range(3):
        pair = words[first : first + 2]
        if len("".join(pair)) < 20 or any(_is_content(lines[texts[at]]) for at in (first, first + 1)):
            continue
        again = [place + 1 for place in range(len(words) - 1) if words[place : place + 2] == pair]
        if len(again) > 1:
            return [again]
    return []


def _reach(shapes: Sequence[str], places: Sequence[int], step: int) -> int:
    """How many lines above or below the page numbers are the same on all pages but the first or the last one."""
    those = places[1:] if step < 0 and len(places) > 2 else places
    count = 0
    while count < _MOST:
        at = [place + step * (count + 1) for place in those]
        if any(place < 0 or place >= len(shapes) or place in places for place in at):
            break
        if len({shapes[place] for place in at}) > 1 or (len(at) == 1):
            break
        count += 1
    return count


def _head_above(shapes: Sequence[str], first: int, place: int) -> int:
    """How many lines above a page number are those of the first page's head."""
    count = 0
    while count < first and shapes[place - count - 1] == shapes[first - count - 1]:
        count += 1
    return count


def _mark_last_foot(marks: Marks, texts: Sequence[int], shapes: Sequence[str], places: Sequence[int], up: int) -> None:
    """The last lines of the document, when they are the foot that stands before the heads of its pages."""
    if len(places) < 2:
        return
    head = _head_above(shapes, places[0], places[-1])
    foot = shapes[places[-1] - up : places[-1] - head]
    if foot and shapes[-len(foot) :] == foot:
        marks.mark(FOOT, *texts[-len(foot) :])
