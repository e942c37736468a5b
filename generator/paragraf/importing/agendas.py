"""What only agendas have: breaks and rows between their items, tables of items, items that only the list names."""

import re
from dataclasses import replace

from paragraf.ids import ParagraphNumber
from paragraf.importing.columns import columns_at
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import Divider, ItemBlock, LaidLine, LaidOut, Region
from paragraf.importing.headers import parse_header, read_head
from paragraf.importing.listing import Listing
from paragraf.importing.numbering import ITEMS, numbered
from paragraf.vocabulary.documents import AGENDA_PARTS

PAUSE = "paus i dagordningen"
COLUMNS = "rubriker över dagordningens spalter"
DAY = "dag i dagordningen"
PART = "avdelning i dagordningen"
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


def without_breaks(laid: LaidOut) -> LaidOut:
    """The document with what is no item of an agenda as furniture: breaks of its timetable ("Paus 14.50–15.10") and
    rows that say what sort of items follow ("Informationsärenden").
    """
    if laid.kind != "kallelse":
        return laid
    several = sum(_is_day(line) for line in laid.lines) > 1
    return replace(laid, lines=tuple(replace(line, furniture=_between_items(line, several)) for line in laid.lines))


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
    """The items of an agenda with those that only its list names: "1. Upprop" needs no page of its own."""
    numbers = {str(item.number) for item in items}
    only = [
        _listed_item(laid, number, title, rows)
        for (number, title), rows in zip(listing.entries, listing.rows, strict=True)
        if number and number not in numbers
    ]
    if any(item.number is None for item in items):
        return items, dividers, regions
    items = [_with_row(laid, listing, item) for item in items]
    every = sorted([*items, *only], key=lambda item: item.number or ParagraphNumber(0))
    place = {at: every.index(item) for at, item in enumerate(items)}
    return (
        every,
        [replace(one, item=place[one.item]) for one in dividers],
        [replace(one, item=place[one.item]) for one in regions],
    )


def _with_row(laid: LaidOut, listing: Listing, item: ItemBlock) -> ItemBlock:
    """An item with what only its entry of the list says: its time, who presents it, the number of its case."""
    for (number, title), rows in zip(listing.entries, listing.rows, strict=True):
        if number == str(item.number):
            row = _listed_item(laid, number, title, rows)
            return replace(
                item,
                case_numbers=item.case_numbers or row.case_numbers,
                presenters=item.presenters or row.presenters,
                time=item.time or row.time,
            )
    return item


def _listed_item(laid: LaidOut, number: str, title: str, rows: tuple[int, int]) -> ItemBlock:
    """An item that is nothing but an entry of the list."""
    lines = laid.lines[rows[0] : rows[1]]
    said = parse_header(f"§ {number} {title}", agenda=True)
    one = next(one for one in numbered(lines[0].line, ITEMS) if one.number == said.number)
    head, count = read_head(lines, one.number, one.rest, agenda=True, width=0)
    return ItemBlock(
        number=one.number,
        start=rows[0],
        end=rows[1],
        title=said.title or "(utan rubrik)",
        case_numbers=head.case_numbers or said.case_numbers,
        presenters=head.presenters or said.presenters,
        time=one.time or head.time or said.time,
        body_start=rows[0] + count,
        unsure=said.unsure,
    )
