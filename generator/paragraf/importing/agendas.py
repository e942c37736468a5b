"""What only agendas have: breaks and rows between their items, tables of items, items that only the list names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from paragraf.ids import ParagraphNumber
from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.chains import Start
from paragraf.importing.columns import columns_at
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import Divider, ItemBlock, LaidLine, LaidOut, Region
from paragraf.importing.flow import bullet
from paragraf.importing.headers import parse_header, read_head
from paragraf.importing.headings import heading_at
from paragraf.importing.listing import Listing
from paragraf.importing.numbering import ITEMS, in_order, numbered
from paragraf.importing.tablerows import row_item, tables_of
from paragraf.vocabulary.documents import AGENDA_PARTS, LOOSE_AGENDA_PARTS

PAUSE = "paus i dagordningen"
COLUMNS = "rubriker över dagordningens spalter"
DAY = "dag i dagordningen"
PART = "avdelning i dagordningen"
TIME_ROW = "klockslag i dagordningen"
_SPAN = rf"{CLOCK}(?:\s*[-–—]\s*{CLOCK})?"
_PAUSE = re.compile(
    rf"(?:{_SPAN}\s+)?(?:(?:kort )?paus|lunch(?:paus|rast)?|fika(?:paus)?|kaffe(?:paus|rast)?|rast|bensträckare"
    rf"|middag|gruppmöten?)(?:\s+(?:ca\s+)?{_SPAN}|\s+\d{{1,2}} min\w*)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,?(?: den)? \d{1,2}(?::?e)? (?:januari|februari|mars|april|maj|juni"
    r"|juli|augusti|september|oktober|november|december)",
    re.IGNORECASE,
)
_PAUSE_AT = re.compile(rf"{_SPAN}\s+(?:paus|lunch|fika|kaffe|middag)\b.{{0,60}}", re.IGNORECASE)
_PART = re.compile(rf"(?:(?:[A-H]|[IVX]{{1,4}})[.)]?\s+)?(?:{'|'.join(AGENDA_PARTS)})\s*:?", re.IGNORECASE)

_TIME_ROW = re.compile(
    rf"(?:tid|klockan|kl\.?)?\s*:?\s*(?P<time>{_SPAN})(?:\s+(?:{'|'.join(AGENDA_PARTS)}))?", re.IGNORECASE
)
_LOOSE_PART = re.compile(rf"(?:{'|'.join(LOOSE_AGENDA_PARTS)})", re.IGNORECASE)


def without_breaks(laid: LaidOut) -> LaidOut:
    """The document with what is no item of an agenda as furniture: breaks of its timetable ("Paus 14.50–15.10") and
    rows that say what sort of items follow ("Informationsärenden"); over a bullet such words head a list.
    """
    if laid.kind != "kallelse":
        return laid
    several = sum(_is_day(line) for line in laid.lines) > 1
    lines = list(laid.lines)
    below = ""
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index].blank:
            text, entry = lines[index].line.text, bullet(below) is not None
            said = _between_items(lines[index], several)
            lines[index] = replace(lines[index], furniture="" if said == PART and entry else said)
            below = text
    return replace(laid, lines=tuple(lines))


def without_parts(laid: LaidOut, starts: Sequence[Start]) -> LaidOut:
    """The document with rows straight above an item that only say what sort of items follow: "Övriga frågor".

    The same words are as often an item's title or its text. They are a row of their own where they stand apart from
    what is above them and look like a heading, are among the words for such rows, or stand alone in a row of a table.
    """
    lines = list(laid.lines)
    for start in starts:
        over = lines[start.index - 1] if start.index > 1 else None
        if over and not over.blank and lines[start.index - 2].blank and _TIME_ROW.fullmatch(over.line.text):
            lines[start.index - 1] = replace(over, furniture=TIME_ROW)
    tables = tables_of(laid, starts)
    for first, second in pairwise(starts):
        last = next(at for at in range(second.index - 1, first.index - 1, -1) if not lines[at].blank)
        line = lines[last].line
        text = " ".join(line.text.split())
        row = bool(line.row) and first.index in tables and second.index in tables and not case_numbers_in(text)
        apart = last > first.index and (row or (lines[last - 1].blank and not lines[last - 1].furniture))
        if not apart or not text[0].isupper() or text.count(" ") > 5 or re.search(r"[.:;,!?\d)]$", text):
            continue
        looks = bool(line.heading or line.bold or (text.isupper() and len(text) > 5))
        above = [one.line.text for one in lines[first.index : last] if not one.blank]
        if heading_at([text], after_blank=True) or heading_at(above[-1:], after_blank=True):
            continue
        if row or _LOOSE_PART.fullmatch(text) or (looks and not lines[first.index].line.text.endswith(text)):
            lines[last] = replace(lines[last], furniture=PART)
    return replace(laid, lines=tuple(lines))


def with_times_above(laid: LaidOut, starts: Sequence[Start]) -> tuple[Start, ...]:
    """The beginnings of items with the time of a row straight above: "Kl. 09.15"; the next ones have none."""
    found = []
    for start in starts:
        above = laid.lines[start.index - 1] if start.index else None
        match = _TIME_ROW.fullmatch(above.line.text) if above and above.furniture == TIME_ROW else None
        one = start.numbered
        found.append(replace(start, numbered=replace(one, time=one.time or match["time"])) if match else start)
    return tuple(found)


def _is_day(line: LaidLine) -> bool:
    """Whether a line is nothing but a day of the week and its date: over the items of that day."""
    return not line.blank and _DAY.fullmatch(" ".join(line.line.text.split())) is not None


def without_columns(laid: LaidOut, end: int) -> LaidOut:
    """The document with the row of headings over a table of items as furniture."""
    lines = [
        replace(line, furniture=COLUMNS) if index < end and not line.blank and columns_at(line) else line
        for index, line in enumerate(laid.lines)
    ]
    return replace(laid, lines=tuple(lines))


def _between_items(line: LaidLine, several_days: bool) -> str:
    if line.blank:
        return line.furniture
    if several_days and _is_day(line):
        return DAY
    text = " ".join(line.line.text.split())
    return PAUSE if _PAUSE.fullmatch(text) or _PAUSE_AT.fullmatch(text) else PART if _PART.fullmatch(text) else ""


def with_listed(
    laid: LaidOut, listing: Listing, items: list[ItemBlock], dividers: list[Divider], regions: list[Region]
) -> tuple[list[ItemBlock], list[Divider], list[Region]]:
    """The items of an agenda with those that only its list names: "1. Upprop" needs no page of its own.

    An item that stands there too gets what only its entry says: its time, who presents it, the number of its case.
    """
    if any(item.number is None for item in items):
        return items, dividers, regions
    listed = {one.number: one for one in _listed_items(laid, listing)}
    items = [_with_row(item, listed.pop(item.number, None)) for item in items]
    every = sorted([*items, *listed.values()], key=lambda item: in_order(item.number or ParagraphNumber(0)))
    place = {at: every.index(item) for at, item in enumerate(items)}
    return (
        every,
        [replace(one, item=place[one.item]) for one in dividers],
        [replace(one, item=place[one.item]) for one in regions],
    )


def _with_row(item: ItemBlock, row: ItemBlock | None) -> ItemBlock:
    """An item with what only its entry of the list says."""
    if row is None:
        return item
    return replace(
        item,
        case_numbers=item.case_numbers or row.case_numbers,
        presenters=item.presenters or row.presenters,
        time=item.time or row.time,
        page=row.page,
    )


def _listed_items(laid: LaidOut, listing: Listing) -> Iterator[ItemBlock]:
    """The entries of the list as items of their own."""
    starts = []
    for (number, _), (first, _) in zip(listing.entries, listing.rows, strict=True):
        those = [one for one in numbered(laid.lines[first].line, ITEMS) if number and str(one.number) == number]
        starts += [Start(index=first, numbered=one, weight=0.0) for one in those[:1]]
    tables = tables_of(laid, starts)
    entries = {rows[0]: (title, rows[1]) for (_, title), rows in zip(listing.entries, listing.rows, strict=True)}
    for start in starts:
        title, end = entries[start.index]
        if columns := tables.get(start.index):
            yield replace(row_item(laid, start, end, columns), end=end)
        else:
            yield _listed_item(laid, start, title, end)


def _listed_item(laid: LaidOut, start: Start, title: str, end: int) -> ItemBlock:
    """An item that is nothing but an entry of the list."""
    said = parse_header(f"{start.number}. {title}", agenda=True)
    head, count = read_head(laid.lines[start.index : end], start.number, start.numbered.rest, agenda=True, width=0)
    return ItemBlock(
        number=start.number,
        start=start.index,
        end=end,
        title=said.title or "(utan rubrik)",
        case_numbers=head.case_numbers or said.case_numbers,
        presenters=head.presenters or said.presenters,
        time=start.numbered.time or head.time or said.time,
        body_start=start.index + count,
        unsure=said.unsure,
    )
