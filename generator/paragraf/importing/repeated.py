"""Running heads and feet: what stands again and again at the same place of its page, whatever the words are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.document import Line
from paragraf.importing.frames import Framing
from paragraf.importing.furniture import FOOT, HEAD, Marks
from paragraf.vocabulary.documents import ADJUSTED_MARKS, PAGE_WORDS
from paragraf.vocabulary.headings import KINDS

_AT_MOST = 14
"""Lines with text from the top or the bottom of a page among which its head or foot is looked for."""
_SAME_PLACE = 10.0
"""Points that the same line may stand higher or lower on another page."""
_EDGE = 84.0
"""Points from the edge of a page that are head or foot for certain: two such pages are enough."""
_PAGES_BETWEEN = 3
"""Pages with another head, or none, between two of a run: first pages, odd and even ones.

Attached documents can lie between two pages that have the number of their page of all: "2 (14)" and "9 (14)".
"""
_BESIDE = 5
"""Lines of a head below the one with the page's number, at most."""
_FEWEST = 3
"""Pages with a number that say what else their heads have."""
_NUMBER = re.compile(r"\d+")
_ITEM = re.compile(
    r"§|[^\W\d][\w/.-]{0,11}\s?§\s?\d+(?!\s?[-–,\d])|\d+\s?[a-z]?\s?§|(?:punkt|paragraf|ärende|bilaga)\s+\d",
    re.IGNORECASE,
)
"""Begins a § or an item, or names an attached document: never furniture, however regular."""
_LISTED = re.compile(r"\d+[.)]?\s+[^\W\d]{3}")
"""Begins as an item does. So does the foot of left pages: "4 Kommunstyrelsens protokoll"."""
_PAGE = re.compile(rf"\b{PAGE_WORDS}\s*:?\s*\d|\d\s?(?:\(\d+\)|/\s?\d|av \d)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?<![\d-])(\d{1,4})(?:\s?\(\d+\)|\s?/\s?\d+| av \d+)?$")
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

    @property
    def edge(self) -> float:
        """Points to the nearest edge; 0: no geometry."""
        return min(_from_top(self.line), _from_bottom(self.line))


@dataclass(slots=True)
class _Run:
    """The same line on one page after the other."""

    places: list[_Place] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """The number that grows with the page, on each; empty: none does."""

    def takes(self, place: _Place) -> bool:
        """Whether the line is the next one of this run; if so it is added."""
        last = self.places[-1]
        step = place.page - last.page
        if step < 1 or not _same_place(last, place):
            return False
        gone, come = _changed(last.numbers, place.numbers)
        if any(new - old != step for old, new in zip(gone, come, strict=True)):
            return False
        if step > _PAGES_BETWEEN and not (come and _PAGE.search(place.line.text)):
            return False
        if len(self.places) > 1 and bool(self.pages) is not bool(come):
            return False
        if come:
            self.pages += [come[0]] if self.pages else [gone[0], come[0]]
        self.places.append(place)
        return True


def _changed(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[list[int], list[int]]:
    """Numbers that went and that came. Left and right pages have the same numbers in turned order."""
    if before == after:
        return [], []
    old, new = Counter(before), Counter(after)
    return sorted((old - new).elements()), sorted((new - old).elements())


def mark_repeated(marks: Marks, framing: Framing) -> frozenset[int]:
    """Mark running heads and feet of a document whose pages are known; write the indexes of the document's own ones.

    A head reaches from the top of a page down to the first line that is not repeated, a foot from the bottom up. What
    stands at the same place of three pages, or has the page's number, is furniture even when text stands outside it.
    Page numbers of attached documents become labels.
    """
    pages = _pages(marks.lines)
    if len(pages) < 2:
        return frozenset()
    own: set[int] = set()
    for kind, from_top in ((HEAD, True), (FOOT, False)):
        edges = [(page, (those if from_top else those[::-1])[:_AT_MOST]) for page, those in pages]
        runs = [run for run in _runs(marks.lines, edges) if _is_furniture(run, len(pages), from_top=from_top)]
        runs += _below_numbers(edges, runs, marks.lines)
        repeated = {place.index: run for run in runs for place in _furniture_of(run)}
        inside = {index for index, run in repeated.items() if _stands_alone(run)}
        for page, those in edges:
            chain = list(_chain(those, repeated, marks))
            if from_top and page > 1:
                chain += _named(those, chain, marks, framing)
            for index in dict.fromkeys((*chain, *(index for index in those if index in inside))):
                marks.mark(kind, index)
                run = repeated.get(index)
                if (run and _is_own(run, len(pages))) or (index in chain and framing.is_head(marks.lines[index].text)):
                    own.add(index)
                elif run and run.pages:
                    at = next(place for place, one in enumerate(run.places) if one.index == index)
                    marks.labels[index] = run.pages[at]
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
            if _LISTED.match(words) and not 0 < place.edge < _EDGE:
                continue
            runs = open_runs.setdefault(" ".join(sorted(_NUMBER.sub("#", words).split())), [])
            if not any(run.takes(place) for run in runs[-6:]):
                runs.append(_Run(places=[place]))
    return [run for runs in open_runs.values() for run in runs]


def _below_numbers(
    edges: Sequence[tuple[int, Sequence[int]]], runs: Sequence[_Run], lines: Sequence[Line]
) -> list[_Run]:
    """The other lines of the document's own heads: the same ones beside its page numbers, however far between."""
    numbered = max((run for run in runs if run.pages), key=lambda run: len(run.places), default=None)
    if numbered is None or len(numbered.places) < _FEWEST:
        return []
    on_page = dict(edges)
    found: dict[tuple[int, str], _Run] = {}
    for one in numbered.places:
        for rank, index in enumerate(on_page[one.page][: one.rank + _BESIDE], 0):
            text = " ".join(lines[index].text.casefold().split())
            if rank == one.rank or _ITEM.match(text) or text.rstrip(":") in _WORDINGS:
                continue
            place = _Place(index=index, page=one.page, rank=rank, line=lines[index], numbers=())
            found.setdefault((rank - one.rank, text), _Run()).places.append(place)
    return [run for run in found.values() if len(run.places) * 5 >= len(numbered.places) * 4]


def _from_top(line: Line) -> float:
    return line.down * line.page_height


def _from_bottom(line: Line) -> float:
    return (1 - line.down) * line.page_height


def _same_place(one: _Place, other: _Place) -> bool:
    if one.line.page_height and other.line.page_height:
        # Pages that lie on their side are lower: heads are measured from the top, feet from the bottom.
        top, bottom = (abs(of(one.line) - of(other.line)) for of in (_from_top, _from_bottom))
        return min(top, bottom) < _SAME_PLACE
    return one.rank == other.rank


def _is_furniture(run: _Run, pages: int, *, from_top: bool) -> bool:
    if len(run.places) < 2:
        return False
    first = run.places[0]
    if run.pages and case_numbers_in(first.line.text):
        return False  # §§ on pages of their own, whose cases came in one after the other
    if not first.line.page_height and not from_top and not run.pages:
        return len(run.places) * 5 > pages * 3  # the last recipient of many a § is the same
    at_edge = first.edge < _EDGE if first.line.page_height else first.rank == 0
    return len(run.places) > 2 or at_edge or bool(run.pages) or pages == 2


def _stands_alone(run: _Run) -> bool:
    """Whether a run is furniture even where lines between it and the edge of the page are text."""
    first = run.places[0]
    if not first.line.page_height:
        return False
    if run.pages and _PAGE.search(first.line.text):
        return True
    return first.edge < _EDGE and (bool(run.pages) or len(run.places) > 2)


def _furniture_of(run: _Run) -> list[_Place]:
    """The lines of a run that say nothing new: the head of a table that goes on says something the first time."""
    first = run.places[0]
    is_table_head = len(first.line.cells) > 1 and first.rank > 0 and not run.pages
    return run.places[1:] if is_table_head and first.edge > _EDGE else run.places


def _chain(indexes: Sequence[int], repeated: dict[int, _Run], marks: Marks) -> Iterator[int]:
    """Indexes from the edge on, as long as they are furniture; a line between two that are is so too."""
    for place, index in enumerate(indexes):
        if index in repeated or index in marks.furniture:
            yield index
            continue
        line = marks.lines[index]
        between = place > 0 and indexes[place + 1 : place + 2] and indexes[place + 1] in repeated
        if not between or not 0 < min(_from_top(line), _from_bottom(line)) < _EDGE:
            return
        yield index


def _named(indexes: Sequence[int], chain: Sequence[int], marks: Marks, framing: Framing) -> list[int]:
    """What goes on below the head of a page, or is all of it, and by its words can be nothing else.

    It has the day of the meeting or the number of this very page: heads of attached documents have their own.
    """
    found: list[int] = []
    taken: list[int] = []
    for index in indexes[len(chain) :]:
        line = marks.lines[index]
        parts = framing.parts(line.text)
        number = _PAGE_NUMBER.search(line.text) if "sida" in parts else None
        if not parts or (number and int(number[1]) != line.page):
            break
        found.append(index)
        if framing.is_head(line.text) and (number or "dag" in parts):
            taken = list(found)
    return taken


def _is_own(run: _Run, pages: int) -> bool:
    """Whether a head or foot is the document's own: it begins on one of the first pages and stands on most of them."""
    return run.places[0].page <= 2 and (len(run.places) * 2 >= pages or run.places[-1].page >= pages - 1)
