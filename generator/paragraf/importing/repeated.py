"""Running heads and feet: what stands again and again at the same place of its page, whatever the words are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from paragraf.importing.document import Line
from paragraf.importing.furniture import FOOT, HEAD, Marks
from paragraf.vocabulary.documents import ADJUSTED_MARKS
from paragraf.vocabulary.headings import KINDS

_AT_MOST = 14
"""Lines with text from the top or the bottom of a page among which its head or foot is looked for."""
_SAME_PLACE = 0.012
"""Parts of a page's height that the same line may stand higher or lower on another page: ten points on A4."""
_EDGE = 0.1
"""Part of a page's height that is head or foot for certain: two such pages are enough."""
_PAGES_BETWEEN = 3
"""Pages with another head, or none, between two of a run: first pages, odd and even ones."""
_NUMBER = re.compile(r"\d+")
_ITEM = re.compile(r"§|(?:punkt|paragraf|ärende)\s+\d|\d+[.)]?\s+[^\W\d]{3}", re.IGNORECASE)
"""Begins a § or an item: never furniture, however regular."""
_SAYS = tuple(mark.casefold() for mark in ADJUSTED_MARKS)
"""Last on the page of many a §, and a fact."""
_WORDINGS = frozenset(wording for wordings in KINDS.values() for wording in wordings)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """A line near an edge of its page."""

    index: int
    page: int
    rank: int
    """Lines with text between it and the edge."""
    line: Line
    numbers: tuple[int, ...]


@dataclass(slots=True)
class _Run:
    """The same line on one page after the other."""

    places: list[_Place] = field(default_factory=list)
    counting: tuple[bool, ...] = ()
    """Which of its numbers grow with the page; known from the second page on."""

    def takes(self, place: _Place) -> bool:
        """Whether the line is the next one of this run; if so it is added."""
        last = self.places[-1]
        pages = place.page - last.page
        if not 0 < pages <= _PAGES_BETWEEN or not _same_place(last, place):
            return False
        steps = [after - before for before, after in zip(last.numbers, place.numbers, strict=True)]
        counting = tuple(step != 0 for step in steps)
        if any(step not in (0, pages) for step in steps) or (len(self.places) > 1 and counting != self.counting):
            return False
        self.counting = counting
        self.places.append(place)
        return True


def mark_repeated(marks: Marks) -> frozenset[int]:
    """Mark running heads and feet of a document whose pages are known; write the indexes of the document's own ones.

    A head reaches from the top of a page down to the first line that is not repeated, a foot from the bottom up. Page
    numbers of attached documents become labels.
    """
    pages = _pages(marks.lines)
    if len(pages) < 2:
        return frozenset()
    own: set[int] = set()
    for kind, from_top in ((HEAD, True), (FOOT, False)):
        edges = [(page, (those if from_top else those[::-1])[:_AT_MOST]) for page, those in pages]
        runs = [run for run in _runs(marks.lines, edges) if _is_furniture(run, len(pages), from_top=from_top)]
        repeated = {place.index: run for run in runs for place in _furniture_of(run)}
        for _, those in edges:
            for index in _chain(those, repeated, marks):
                marks.mark(kind, index)
                run = repeated.get(index)
                if run and _is_own(run, len(pages)):
                    own.add(index)
                elif run and any(run.counting):
                    place = next(one for one in run.places if one.index == index)
                    marks.labels[index] = place.numbers[run.counting.index(True)]
    return frozenset(own)


def _pages(lines: Sequence[Line]) -> list[tuple[int, list[int]]]:
    """Number of page -> indexes of its lines with text."""
    found: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page and line.text and not line.furniture:
            found.setdefault(line.page, []).append(index)
    return list(found.items())


def _runs(lines: Sequence[Line], edges: Sequence[tuple[int, Sequence[int]]]) -> list[_Run]:
    open_runs: dict[str, list[_Run]] = {}
    for page, indexes in edges:
        for rank, index in enumerate(indexes):
            line = lines[index]
            words = " ".join(line.text.casefold().split())
            if words.startswith(_SAYS) or _ITEM.match(words) or words.rstrip(":") in _WORDINGS or len(words) > 200:
                continue
            numbers = tuple(int(number) for number in _NUMBER.findall(words) if len(number) < 16)
            place = _Place(index=index, page=page, rank=rank, line=line, numbers=numbers)
            runs = open_runs.setdefault(_NUMBER.sub("#", words), [])
            if not any(run.takes(place) for run in runs[-6:]):
                runs.append(_Run(places=[place]))
    return [run for runs in open_runs.values() for run in runs]


def _same_place(one: _Place, other: _Place) -> bool:
    if one.line.down and other.line.down:
        return abs(one.line.down - other.line.down) < _SAME_PLACE
    return one.rank == other.rank


def _is_furniture(run: _Run, pages: int, *, from_top: bool) -> bool:
    if len(run.places) < 2:
        return False
    down = run.places[0].line.down
    if not down and not from_top and not any(run.counting):
        return len(run.places) * 5 > pages * 3  # the last recipient of many a § is the same
    at_edge = (down < _EDGE or down > 1 - _EDGE) if down else run.places[0].rank == 0
    return len(run.places) > 2 or at_edge or any(run.counting) or pages == 2


def _furniture_of(run: _Run) -> list[_Place]:
    """The lines of a run that say nothing new: the head of a table that goes on says something the first time."""
    first = run.places[0]
    is_table_head = len(first.line.cells) > 1 and first.rank > 0 and not any(run.counting)
    return run.places[1:] if is_table_head and _EDGE < first.line.down < 1 - _EDGE else run.places


def _chain(indexes: Sequence[int], repeated: dict[int, _Run], marks: Marks) -> Iterator[int]:
    """Indexes from the edge on, as long as they are furniture; a line between two that are is so too."""
    for place, index in enumerate(indexes):
        if index in repeated or index in marks.furniture:
            yield index
            continue
        down = marks.lines[index].down
        between = place > 0 and indexes[place + 1 : place + 2] and indexes[place + 1] in repeated
        if not between or not (0 < down < _EDGE or down > 1 - _EDGE):
            return
        yield index


def _is_own(run: _Run, pages: int) -> bool:
    """Whether a head or foot is the document's own: it begins on one of the first pages and stands on most of them."""
    return run.places[0].page <= 2 and (len(run.places) * 2 >= pages or run.places[-1].page >= pages - 1)
