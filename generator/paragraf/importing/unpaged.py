"""Heads and feet of pages in text that tells no pages: what stands around page numbers that grow by one.

Text that is copied out of a document, or that a case system exports, has lost the page breaks. What is left of them is
that the same lines stand there again, together, on lines of their own or on one, above or below a page number that
grows. Only the document's own pages are told here: attached documents count theirs anew.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paragraf.importing.document import Line
from paragraf.importing.frames import Framing
from paragraf.importing.furniture import FOOT, HEAD, Marks
from paragraf.importing.likeness import kind_of_document
from paragraf.vocabulary.documents import ADJUSTED_MARKS, DOCUMENT_TYPES, ITEM_LISTS, PAGE_WORDS
from paragraf.vocabulary.headings import UNKNOWN, kind_of

_FIRST = 12
"""Lines with text from the beginning among which the head of the first page stands."""
_PAGE_LINES = 90
"""Lines with text of a page, at most: the first page has no number sometimes."""
_MOST = 10
"""Lines with text of a frame above and below its page number, at most."""
_APART = 12
"""Lines with text between two numbers that nothing else says are pages', at least for most of them."""
_NUMBER = re.compile(r"\d+")
_OF_ALL = re.compile(
    r"(?<!\d)(?P<page>\d{1,4})\s?(?:\(\s?(?:(?:av|of)\s)?(?P<of>\d{1,4})\s?\)|(?:av|of|/)\s?(?P<total>\d{1,4}))(?![\d-])"
)
_PAGE = re.compile(rf"\b{PAGE_WORDS}\s*:?\s*(?P<page>\d{{1,4}})\b", re.IGNORECASE)
_DASHED = re.compile(r"[-–—]\s?(?P<page>\d{1,4})\s?[-–—]")
_AT_EDGE = re.compile(r"(?:^|[^\d\s].*\s)(?P<page>\d{1,3})$|(?P<first>\d{1,3})\s+[^\d\s].*")
_ITEM = re.compile(
    r"§|[^\W\d][\w/.-]{0,11}\s?§\s?\d+(?!\s?[-–,\d])|(?:punkt|paragraf|ärende|bilaga)\s+\d|\d+[.)]?\s+[^\W\d]{3}",
    re.IGNORECASE,
)
_ORGAN = ("organ", "instans", "nämnd", "myndighet", "beslutande organ")
"""Labels of a notice of adjustment: the body and the day below them are its facts."""
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


class _Text:
    """The lines with text of a document, by their place among each other."""

    def __init__(self, lines: Sequence[Line], framing: Framing) -> None:
        self.indexes = [index for index, line in enumerate(lines) if line.text]
        self.lines = [lines[index] for index in self.indexes]
        self.content = [_is_content(line) and not framing.is_head(line.text) for line in self.lines]
        # What is content is unlike all else: no head or foot goes over it.
        self.shapes = [
            f"§{place}" if content else _NUMBER.sub("#", " ".join(line.text.casefold().split()))
            for place, (line, content) in enumerate(zip(self.lines, self.content, strict=True))
        ]
        self.counts = Counter(self.shapes)
        self.keys = [
            " ".join(sorted(framing.parts(line.text))) or shape
            for line, shape in zip(self.lines, self.shapes, strict=True)
        ]
        """What a line of a frame is: the parts of a head that it is made of, else its words."""
        self.framing = framing


def mark_unpaged(marks: Marks, framing: Framing) -> tuple[frozenset[int], frozenset[int]]:
    """Mark heads and feet of the document's own pages; write the indexes of heads, and those with which pages begin.

    Nothing is marked where the source tells its pages.
    """
    if any(line.page for line in marks.lines):
        return frozenset(), frozenset()
    text = _Text(marks.lines, framing)
    numbered = _page_numbers(text)
    anchors = {*numbered, *_heads_again(text, numbered)}
    if len(anchors) < 2:
        return frozenset(), frozenset()
    known = {place for place, index in enumerate(text.indexes) if index in marks.furniture} - anchors
    frames = _grown(text, anchors, known)
    heads: set[int] = set()
    starts: set[int] = set()
    first = min(anchors)
    for frame in frames:
        at = sorted(frame)
        if first in frame and first < _FIRST:
            # The first page's head says what the document is.
            at = [place for place in at if place in numbered and _OF_ALL.search(text.lines[place].text)]
        begin = next((place for place in at if place in anchors or framing.parts(text.lines[place].text)), None)
        for place in at:
            is_head = begin is not None and place >= begin and place not in known
            marks.mark(FOOT, text.indexes[place])
            if is_head:
                marks.furniture[text.indexes[place]] = HEAD
                heads.add(text.indexes[place])
        if begin is not None:
            starts.add(text.indexes[begin])
    _mark_last(marks, text, {text.shapes[place] for frame in frames[1:] for place in frame} - {"#"})
    return frozenset(heads), frozenset(starts)


def _is_content(line: Line) -> bool:
    """Whether a line can never be furniture, however often it stands there."""
    text = " ".join(line.text.casefold().split())
    if _ITEM.match(text) or text.startswith(_SAYS) or text.rstrip(" :") in ITEM_LISTS:
        return True
    page = _OF_ALL.search(text)  # "Kommunstyrelsen 1 (7)" is no § of kommunstyrelsen
    return kind_of(line.text) != UNKNOWN and not (page and page["of"])


def _page_numbers(text: _Text) -> list[int]:
    """Places of page numbers that grow by one from the first page on."""
    by_words: dict[str, list[_Page]] = {}
    for place, line in enumerate(text.lines):
        page = None if text.content[place] and not _AT_EDGE.match(line.text) else _page(line, place)
        if page:
            # On left pages the number stands first, on right ones last.
            words = " ".join(sorted(_NUMBER.sub("#", line.text.casefold()).split()))
            by_words.setdefault(f"{words} {page.total}", []).append(page)
    found: set[int] = set()
    for those in by_words.values():
        for first in range(min(len(those), 3)):
            run = _run(those[first:])
            if _is_of_pages(run, text):
                found.update(page.place for page in run)
                break
    return sorted(found)


def _run(those: Sequence[_Page]) -> list[_Page]:
    run = [those[0]]
    for page in those[1:]:
        # A page without its number, or a number that was cut off, does not end the run.
        if run[-1].number < page.number <= run[-1].number + 2:
            run.append(page)
    return run


def _is_of_pages(run: Sequence[_Page], text: _Text) -> bool:
    first = run[0]
    if len(run) < 2 or first.number > 3 or run[1].number - first.number > 1:
        return False
    if all(text.content[page.place] for page in run) or not _is_on_first_pages(run, text):
        return False
    if first.sure:
        return True
    apart = sorted(after.place - before.place for before, after in pairwise(run))
    if apart[0] < 3 or apart[len(apart) // 2] < _APART:
        return False
    if len(run) > 3 or text.framing.names(text.lines[first.place].text):
        return True
    beside = [{text.shapes[at] for at in _around(page.place, text)} for page in run]
    return bool(set.intersection(*beside[-2:]))


def _is_on_first_pages(run: Sequence[_Page], text: _Text) -> bool:
    """Whether a run begins where the document does: in its head, or at the foot of a page as long as the others."""
    first = run[0]
    if first.place < _FIRST:
        return True
    kind = kind_of_document(text.lines[first.place].text)
    if first.place > _PAGE_LINES * first.number or (kind and kind not in DOCUMENT_TYPES):
        return False
    long = (run[-1].place - first.place) / (run[-1].number - first.number)
    return first.number > 1 or 0.5 * long < first.place < 1.7 * long


def _around(place: int, text: _Text) -> Iterator[int]:
    return (at for at in (place - 1, place + 1) if 0 <= at < len(text.lines))


def _page(line: Line, place: int) -> _Page | None:
    words = " ".join(line.text.split())
    if match := _OF_ALL.search(words):
        total = int(match["of"] or match["total"])
        if 1 <= int(match["page"]) <= total:
            return _Page(place=place, number=int(match["page"]), total=total, sure=True)
    if match := _PAGE.search(words) or _DASHED.fullmatch(words):
        return _Page(place=place, number=int(match["page"]), total=0, sure=True)
    match = _AT_EDGE.fullmatch(words)
    return _Page(place=place, number=int(match["page"] or match["first"]), total=0, sure=False) if match else None


def _heads_again(text: _Text, numbered: Sequence[int]) -> Iterator[int]:
    """Places of lines that come again and are made of what heads are; else of the document's first lines again."""
    blocks: list[list[int]] = []
    for place, (key, shape) in enumerate(zip(text.keys, text.shapes, strict=True)):
        if text.content[place] or key == shape:
            continue
        if blocks and blocks[-1][-1] == place - 1:
            blocks[-1].append(place)
        elif not (place and text.lines[place - 1].text.casefold().rstrip(" :") in _ORGAN):
            blocks.append([place])
    parts = [{part for place in block for part in text.keys[place].split()} for block in blocks]
    named = [
        place
        for block, those in zip(blocks, parts, strict=True)
        if _is_head(those) and sum(those <= others for others in parts) > 1
        for place in block
    ]
    yield from named
    if numbered or named or len(text.lines) < _FIRST:
        return
    words = [" ".join(line.text.casefold().split()) for line in text.lines]
    for first in range(3):
        pair = words[first : first + 2]
        if len("".join(pair)) < 20 or text.content[first] or text.content[first + 1]:
            continue
        again = [place + at for place in range(len(words) - 1) if words[place : place + 2] == pair for at in (0, 1)]
        if len(again) > 2:
            yield from again
            return


def _is_head(parts: set[str]) -> bool:
    """Whether lines of these parts together can be nothing but a head."""
    return len(parts - {"etikett"}) > 1 and ("dag" in parts or len(parts) > 2)


def _grown(text: _Text, anchors: set[int], known: set[int]) -> list[set[int]]:
    """The frames around page numbers and heads: what stands beside them on most pages, in whatever order."""
    frames: list[set[int]] = []
    for place in sorted(anchors):
        # A foot that is known by its words can stand between the two parts of a head.
        if frames and all(at in known for at in range(max(frames[-1]) + 1, place)):
            frames[-1].update(range(max(frames[-1]) + 1, place + 1))
        else:
            frames.append({place})
    for _ in range(_MOST):
        held = [{text.keys[place] for place in frame} for frame in frames]
        beside: dict[str, list[tuple[int, int]]] = {}
        for number, frame in enumerate(frames):
            for at in (min(frame) - 1, max(frame) + 1):
                if not 0 <= at < len(text.lines) or text.content[at] or text.keys[at] in held[number] - {"etikett"}:
                    continue
                beside.setdefault(text.keys[at], []).append((number, at))
        more = [one for key, those in beside.items() if _belongs(text, key, those, held, known) for one in those]
        if not more:
            break
        for number, at in more:
            frames[number].add(at)
    return frames


def _belongs(
    text: _Text, key: str, those: Sequence[tuple[int, int]], held: Sequence[set[str]], known: set[int]
) -> bool:
    """Whether a line that stands beside these frames is part of them."""
    if all(at in known for _, at in those):
        return True
    pages = len({number for number, _ in those} | {number for number, keys in enumerate(held) if key in keys})
    if pages < 2 and not (key in ("avsändare", "rubrik") and key in text.keys[:3]):
        return False
    if text.framing.parts(text.lines[those[0][1]].text):
        return pages * 3 >= len(held)
    # A recipient at the end of many a § stands elsewhere too.
    return pages * 2 >= len(held) and pages * 5 >= text.counts[key] * 3


def _mark_last(marks: Marks, text: _Text, shapes: set[str]) -> None:
    """The last lines of the document, when they are a foot."""
    for place in reversed(range(len(text.lines))):
        if text.shapes[place] not in shapes and text.indexes[place] not in marks.furniture:
            return
        marks.mark(FOOT, text.indexes[place])
