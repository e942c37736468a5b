"""The document's own list of its items: a dense run of numbers that come again further on, with their titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.chains import Start
from paragraf.importing.document import Break, LaidLine, LaidOut
from paragraf.importing.evidence import same_beginning
from paragraf.importing.headings import heading_at
from paragraf.importing.itemfacts import JOINING, LABELLED
from paragraf.importing.numbering import in_order
from paragraf.vocabulary.documents import ITEM_LISTS

_PAGE_AT_END = re.compile(r"(?:[\s.…_]*[.…_]{2,}[\s.…_]*|\s{2,}|\t)(?:s(?:id(?:an?)?)?\.?\s*)?\d{1,4}$")
_FACT = re.compile(r"föredragande|dnr\b|diarie\w+", re.IGNORECASE)
_WITHIN = 900
"""Lines from the beginning among which the list stands."""
_WRAPPED = 4
"""Lines of text of the longest entry."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """The list of items."""

    start: int = 0
    end: int = 0
    """Index after its last line; as `start` when there is none."""
    entries: tuple[tuple[str, str], ...] = ()
    """Number and title of each; the number is empty where none is printed."""
    rows: tuple[tuple[int, int], ...] = ()
    """First and last line of each entry."""


def find_listing(laid: LaidOut, starts: Sequence[Start], forms: tuple[str, ...], first: int) -> Listing:
    """The list; `starts`: every line that begins with a number, `forms`: how the items themselves can be numbered.

    `first`: index of the line that seems to begin the first item, or the first entry: the list is not below it.
    """
    for run in _runs(laid, [start for start in starts if start.index < _WITHIN]):
        if run[0].index > first:
            continue
        later = [start for start in starts if start.index > run[-1].index and start.numbered.form in forms]
        again = sum(_comes_again(laid, one, later) for one in run)
        headed = _heading_above(laid, run[0].index)
        most = again * 2 >= len(run) or (laid.kind == "kallelse" and headed is not None)
        if again and most and (len(run) > 1 or headed is not None):
            return _listing(laid, run, run[0].index if headed is None else headed)
    return _unnumbered(laid, starts, first)


def _runs(laid: LaidOut, starts: Sequence[Start]) -> list[list[Start]]:
    """Numbers in one form that rise, each but a few lines below the one before, with no section between."""
    found: list[list[Start]] = []
    for form in dict.fromkeys(start.numbered.form for start in starts):
        run: list[Start] = []
        for start in (one for one in starts if one.numbered.form == form):
            rises = not run or in_order(start.number) > in_order(run[-1].number)
            if run and not (rises and _dense(laid, run[-1].index, start.index)):
                found.append(run)
                run = []
            run.append(start)
        if run:
            found.append(run)
    return sorted(found, key=lambda one: (-len(one), one[0].index))


def _dense(laid: LaidOut, first: int, last: int) -> bool:
    between = [line for line in laid.lines[first + 1 : last] if not line.blank and not line.presents]
    if len(between) >= _WRAPPED:
        return False
    return not any(heading_at([line.line.text], after_blank=True) and not _is_fact(line.line.text) for line in between)


def _is_title(line: LaidLine) -> bool:
    """Whether a line below the first one of an entry is more of its title: no fact, and no label of its own."""
    return not (line.presents or _is_fact(line.line.text) or LABELLED.match(line.line.text))


def _is_fact(text: str) -> bool:
    """Whether a line of an entry says something else than its title: number of the case, who presents."""
    return bool(case_numbers_in(text) or _FACT.match(text))


def _comes_again(laid: LaidOut, one: Start, later: Sequence[Start]) -> bool:
    title = _title(one.numbered.rest) or _title(laid.lines[min(one.index + 1, len(laid.lines) - 1)].line.text)
    return any(
        other.number == one.number and (not title or same_beginning(title, _near(laid, other))) for other in later
    )


def _near(laid: LaidOut, start: Start) -> str:
    texts = [line.line.text for line in laid.lines[start.index + 1 : start.index + 8] if not line.blank]
    return " ".join([start.numbered.rest, *texts[:3]])


def _title(text: str) -> str:
    return _PAGE_AT_END.sub("", text).strip()


def _heading_above(laid: LaidOut, index: int) -> int | None:
    """The line "Ärendelista" that stands over the list, if one does."""
    seen = 0
    for above in range(index - 1, -1, -1):
        line = laid.lines[above]
        if line.blank:
            continue
        if _is_heading(line.line.text):
            return above
        seen += 1
        if seen > 2:
            break
    return None


def _is_heading(text: str) -> bool:
    return " ".join(text.casefold().split()).rstrip(" :") in ITEM_LISTS


def _listing(laid: LaidOut, run: Sequence[Start], start: int) -> Listing:
    entries: list[tuple[str, str]] = []
    rows: list[tuple[int, int]] = []
    limits = [*(one.index for one in run[1:]), min(len(laid.lines), run[-1].index + 12)]
    paged = sum(bool(_PAGE_AT_END.search(laid.lines[one.index].line.text)) for one in run) * 2 > len(run)
    for one, limit in zip(run, limits, strict=True):
        end = _entry_end(laid, one.index, limit, paged=paged, last=one is run[-1])
        below = (line for line in laid.lines[one.index + 1 : end] if not line.blank)
        words = (line.line.text for line in takewhile(_is_title, below))
        entries.append((str(one.number), _title(" ".join([one.numbered.rest, *words]))))
        rows.append((one.index, end))
    return Listing(start=start, end=rows[-1][1], entries=tuple(entries), rows=tuple(rows))


def _entry_end(laid: LaidOut, start: int, limit: int, *, paged: bool, last: bool) -> int:
    """Index after the last line of an entry: up to the next one; the last one is wrapped as the words tell."""
    if not last:
        return limit
    end = start + 1
    text = laid.lines[start].line.text
    while end < limit and not laid.lines[end].blank and laid.lines[end].page is Break.NONE:
        following = laid.lines[end].line.text
        fact = laid.lines[end].presents or _is_fact(following)
        goes_on = fact or laid.lines[end - 1].line.soft or following[0].islower() or JOINING.search(text)
        if (paged and _PAGE_AT_END.search(text)) or not (goes_on or paged):
            break
        text = laid.lines[end].line.text
        end += 1
    return end


def _unnumbered(laid: LaidOut, starts: Sequence[Start], first: int) -> Listing:
    """A list of titles and pages without numbers, under its heading."""
    heading = next(
        (at for at, line in enumerate(laid.lines[: min(first, _WITHIN)]) if _is_heading(line.line.text)), None
    )
    if heading is None:
        return Listing()
    taken = {start.index for start in starts}
    rows: list[tuple[int, int]] = []
    begin = end = heading + 1
    while end < len(laid.lines) and end not in taken and not laid.lines[end].own_head:
        line = laid.lines[end]
        end += 1
        if not line.blank and _PAGE_AT_END.search(line.line.text):
            rows.append((begin, end))
            begin = end
        elif end - begin > _WRAPPED * 2:
            break
    if len(rows) < 2:
        return Listing()
    titles = [" ".join(line.line.text for line in laid.lines[a:b] if not line.blank) for a, b in rows]
    return Listing(
        start=heading,
        end=rows[-1][1],
        entries=tuple(("", _title(title)) for title in titles),
        rows=tuple(rows),
    )
