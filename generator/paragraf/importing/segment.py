"""Stage 3, segment: front page, list of items, items, dividers, and what lies between them."""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.ids import CaseNumber
from paragraf.importing.above import with_above
from paragraf.importing.agendas import with_listed, with_times_above, without_breaks, without_columns, without_parts
from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.chains import Start
from paragraf.importing.dividers import find_divider
from paragraf.importing.document import (
    Break,
    Divider,
    ItemBlock,
    LaidOut,
    Region,
    Segmented,
    refuse,
)
from paragraf.importing.foreign import foreign_pages
from paragraf.importing.headers import read_head, titles_apart
from paragraf.importing.headings import heading_at
from paragraf.importing.initials import without_initials
from paragraf.importing.letterheads import begins_letter, is_named, listed_above
from paragraf.importing.likeness import same_words
from paragraf.importing.listing import Listing
from paragraf.importing.metas import meta_spans
from paragraf.importing.presenting import with_presenters
from paragraf.importing.sections import is_adjusted_mark
from paragraf.importing.starts import Starts, find_starts, stated_numbers
from paragraf.importing.tablerows import row_item, tables_of
from paragraf.importing.unnumbered import unnumbered_items

CONTINUED_HEAD = "fortsatt rubrik"


def segment(laid: LaidOut) -> Segmented:
    """Read the laid out lines; write the parts. Raises ImportRefusedError when there is no item."""
    laid = with_presenters(without_breaks(laid))
    starts = find_starts(laid, stated_numbers(laid))
    minutes = laid.kind == "protokoll"
    heading, plain = (0, []) if minutes or _surely_numbered(laid, starts) else unnumbered_items(laid)
    if not starts.items and not plain:
        what = "§" if minutes else "punkt"
        raise refuse(
            str(laid.request.source),
            "inga-ärenden",
            f"Dokumentet har ingen {what} som går att känna igen.",
            suggestion="Väntade rader som ”§ 45 - Titel”." if what == "§" else "Väntade rader som ”2 - Titel”.",
        )
    listing = Listing(start=heading, end=plain[0].start) if plain else starts.listing
    laid = laid if plain else without_continued(laid, starts.continued)
    if not plain and not minutes:
        laid, kept = without_initials(laid, starts.items)
        laid, starts = without_parts(laid, kept), replace(starts, items=kept)
    starts = replace(starts, items=with_times_above(laid, starts.items))
    limits = [*(start.index for start in starts.items[1:]), len(laid.lines)]
    width = _width(laid)
    apart = titles_apart(laid.lines, [start.index for start in starts.items])
    tables = {} if minutes else tables_of(laid, starts.items)
    headers = plain or [
        row_item(laid, start, limit, tables[start.index])
        if start.index in tables
        else _header(laid, start, limit, width, apart=apart)
        for start, limit in zip(starts.items, limits, strict=True)
    ]
    headers = with_above(laid, headers) if minutes else headers
    foreign = () if minutes else foreign_pages(laid, headers)
    items: list[ItemBlock] = []
    dividers: list[Divider] = []
    regions, metas = _before_items(laid, listing.end, headers[0])
    for index, block in enumerate(headers):
        limit = headers[index + 1].start if index + 1 < len(headers) else len(laid.lines)
        limit = _page_of(laid, limit, block.body_start)
        elsewhere = meta_spans(laid, block.body_start, limit)
        end = _end_of_item(laid, block, elsewhere[0][0] if elsewhere else limit, headers)
        end = next((page for page in foreign if block.body_start <= page < end), end)
        items.append(replace(block, end=end))
        for first, last in _outside(end, limit, elsewhere):
            found = _dividers_between(laid, first, last, headers)
            dividers += found
            regions += _regions(first, last, index, found, laid, follows=first in foreign)
        metas += elsewhere
    if not minutes:
        items, dividers, regions = with_listed(laid, listing, items, dividers, regions)
        laid = without_columns(laid, items[0].start)
    return Segmented(
        laid=laid,
        front=(0, listing.start if listing.end else items[0].start),
        metas=tuple(metas),
        listing=(listing.start, listing.end),
        listed=listing.entries,
        items=tuple(items),
        dividers=tuple(dividers),
        regions=tuple(regions),
    )


def _surely_numbered(laid: LaidOut, starts: Starts) -> bool:
    """Whether the numbers are those of items, and not of the clauses of a proposal in one of them."""
    if not starts.items:
        return False
    above = next((one for one in reversed(laid.lines[: starts.items[0].index]) if not one.blank), None)
    return bool(starts.listing.entries) or above is None or not heading_at([above.line.text], after_blank=True)


def _outside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What lies between two lines and in none of the spans."""
    found = []
    for first, last in spans:
        if start < first:
            found.append((start, first))
        start = max(start, last)
    return [*found, (start, end)] if start < end else found


def _width(laid: LaidOut) -> int:
    """Length of the document's full lines."""
    lengths = sorted(len(line.line.text) for line in laid.lines if not line.blank)
    return lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else 0


def without_continued(laid: LaidOut, continued: Sequence[Start]) -> LaidOut:
    """The document with heads that only go on with an item as furniture, their repeated titles too."""
    lines = list(laid.lines)
    for start in continued:
        lines[start.index] = replace(lines[start.index], furniture=CONTINUED_HEAD)
    return replace(laid, lines=tuple(lines))


def _before_items(laid: LaidOut, start: int, first: ItemBlock) -> tuple[list[Region], list[tuple[int, int]]]:
    """What stands between the list of items and the first one: more of the front page, or an attached document."""
    end = _page_of(laid, first.start, start)
    if not start or all(line.blank for line in laid.lines[start:end]):
        return [], []
    if any(line.page_number and line.furniture for line in laid.lines[start:end]):
        return [Region(start=start, end=end, item=0, divided=False, closed=False)], []
    return [], [(start, end)]


def _header(laid: LaidOut, start: Start, limit: int, width: int, *, apart: bool) -> ItemBlock:
    """The head of an item: its lines up to a heading, or up to where the column or the title ends."""
    lines = laid.lines[start.index : limit]
    agenda = laid.kind == "kallelse"
    header, count = read_head(lines, start.number, start.numbered.rest, agenda=agenda, width=width, apart=apart)
    first, cases = start.index, header.case_numbers
    if not cases and (above := _case_above(laid, start.index)):
        first, cases = above[0], above[1]
    return ItemBlock(
        number=start.number,
        start=first,
        end=first,
        title=header.title or "(utan rubrik)",
        case_numbers=cases,
        presenters=header.presenters,
        time=header.time or start.numbered.time,
        body_start=start.index + count,
        references=tuple(start.index + place for place in header.references),
        unsure=header.unsure if header.title else (*header.unsure, "Rubriken saknas."),
    )


def _case_above(laid: LaidOut, index: int) -> tuple[int, tuple[CaseNumber, ...]] | None:
    """The case number that stands straight above a head, after a space or at the top of a page."""
    above = index - 1
    while above >= 0 and laid.lines[above].blank and index - above < 3:
        above -= 1
    if above < 1 or laid.lines[above].blank or not laid.lines[above - 1].blank:
        return None
    cases = case_numbers_in(laid.lines[above].line.text)
    return (above, cases) if cases else None


def _page_of(laid: LaidOut, start: int, lowest: int) -> int:
    """The first line of the page head that stands straight before an item."""
    index = start
    while index > lowest:
        above = laid.lines[index - 1]
        if not above.blank or (above.furniture and not above.own_head):
            break
        index -= 1
    heads = [at for at in range(index, start) if laid.lines[at].own_head]
    return heads[0] if heads else start


def _end_of_item(laid: LaidOut, block: ItemBlock, limit: int, items: Sequence[ItemBlock]) -> int:
    """Index after the item's last line: where a divider or an attached document begins, or the next item."""
    closed = False
    for index in range(block.body_start, limit):
        line = laid.lines[index]
        if line.page_number == 1 and line.furniture and _begins_page(laid, index):
            return _page_start(laid, index, block.body_start)
        if line.blank:
            continue
        if closed and not line.own_head:
            if line.page is not Break.NONE or not heading_at([line.line.text], after_blank=False):
                return index
            closed = False
        if line.page is not Break.NONE and find_divider(laid, index, items):
            return index
        if _names_itself(laid, block, index):
            return _page_start(laid, index, block.body_start)
        if is_adjusted_mark(line.line.text):
            closed = True
    return limit


def _names_itself(laid: LaidOut, block: ItemBlock, index: int) -> bool:
    """Whether a page that is none of the document's own begins with the name of something that the item lists.

    Where a blank alone says that a page may begin, the name stands on its own, with text below it.
    """
    above = index
    if laid.lines[index].page is Break.POSSIBLE:
        listed = listed_above(laid.lines[block.body_start : index])
        if _stands_alone(laid, index):
            return is_named(laid.lines[index].line.text, listed)
        if begins_letter(laid.lines[index : index + 20], listed):
            return True
    while above > block.body_start and laid.lines[above].page is not Break.CERTAIN:
        above -= 1
        if laid.lines[above].own_head or not laid.lines[above].blank:
            return False
    if laid.lines[above].page is not Break.CERTAIN or laid.lines[above].own_head:
        return False
    name = laid.lines[index].line.text
    return any(same_words(name, line.line.text) for line in laid.lines[block.body_start : above] if not line.blank)


def _stands_alone(laid: LaidOut, index: int) -> bool:
    """Whether an empty line and then text, no heading, follow a line."""
    below = laid.lines[index + 1 : index + 3]
    if laid.lines[index].line.text.startswith("-") or len(below) < 2 or not below[0].line.empty or below[1].blank:
        return False
    return not heading_at([below[1].line.text], after_blank=True)


def _begins_page(laid: LaidOut, index: int) -> bool:
    return any(laid.lines[at].page is not Break.NONE for at in range(max(0, index - 25), index + 1))


def _page_start(laid: LaidOut, index: int, lowest: int) -> int:
    """The line with which the page of a page label begins."""
    at = index
    while at > lowest and laid.lines[at].page is Break.NONE:
        at -= 1
    return at


def _dividers_between(laid: LaidOut, start: int, end: int, items: Sequence[ItemBlock]) -> list[Divider]:
    found: list[Divider] = []
    index = start
    while index < end:
        line = laid.lines[index]
        divider = find_divider(laid, index, items) if line.line.text and line.page is not Break.NONE else None
        if divider:
            found.append(divider)
        index = divider.end if divider else index + 1
    return found


def _regions(
    start: int, end: int, item: int, dividers: Sequence[Divider], laid: LaidOut, *, follows: bool
) -> list[Region]:
    """What lies before, between and after dividers, where anything but blank lines and furniture does.

    `follows`: what lies before the first divider is of the item, since the next one has a page of its own.
    """
    borders = [(start, item)] + [(divider.end, divider.item) for divider in dividers]
    ends = [divider.start for divider in dividers] + [end]
    minutes, total = laid.kind == "protokoll", len(laid.lines)
    found = []
    for place, ((first, owner), last) in enumerate(zip(borders, ends, strict=True)):
        if any(not line.blank for line in laid.lines[first:last]):
            divided = minutes or follows or place > 0
            found.append(
                Region(start=first, end=last, item=owner, divided=divided, closed=minutes or (divided and last < total))
            )
    return found
