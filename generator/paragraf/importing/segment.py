"""Stage 3, segment: front page, list of items, items, dividers, and what lies between them."""

from collections.abc import Sequence

from paragraf.ids import ParagraphNumber
from paragraf.importing.dividers import find_divider
from paragraf.importing.document import (
    Break,
    Divider,
    ItemBlock,
    LaidLine,
    LaidOut,
    Region,
    Segmented,
    refuse,
)
from paragraf.importing.headers import parse_header
from paragraf.importing.headings import heading_at
from paragraf.importing.sections import is_adjusted_mark
from paragraf.importing.starts import is_column, item_starts, listing_of, numbered_starts


def segment(laid: LaidOut) -> Segmented:
    """Read the laid out lines; write the parts. Raises ImportRefusedError when there is no item."""
    listing, listed = listing_of(laid)
    starts = item_starts(laid, max(listing[1], 0), dict(listed))
    if not starts and (starts := numbered_starts(laid)):
        listing, listed = (0, 0), ()
    if not starts:
        what = "§" if laid.kind == "protokoll" else "punkt"
        raise refuse(
            str(laid.request.source),
            "inga-ärenden",
            f"Dokumentet har ingen {what} som går att känna igen.",
            suggestion="Väntade rader som ”§ 45 - Titel”." if what == "§" else "Väntade rader som ”2 - Titel”.",
        )
    limits = [*(start for start, _ in starts[1:]), len(laid.lines)]
    headers = [_header(laid, start, number, limit) for (start, number), limit in zip(starts, limits, strict=True)]
    items: list[ItemBlock] = []
    dividers: list[Divider] = []
    regions = _before_items(laid, listing[1], headers[0])
    for index, block in enumerate(headers):
        limit = headers[index + 1].start if index + 1 < len(headers) else len(laid.lines)
        limit = _page_of(laid, limit, block.body_start)
        end = _end_of_item(laid, block, limit, headers)
        items.append(_with_end(block, end))
        found = _dividers_between(laid, end, limit, headers)
        dividers += found
        regions += _regions(end, limit, index, found, laid)
    _check_order(laid, starts)
    return Segmented(
        laid=laid,
        front=(0, listing[0] if listing[1] else items[0].start),
        listing=listing,
        listed=listed,
        items=tuple(items),
        dividers=tuple(dividers),
        regions=tuple(regions),
    )


def _before_items(laid: LaidOut, start: int, first: ItemBlock) -> list[Region]:
    """What stands between the list of items and the first one, and is neither."""
    end = _page_of(laid, first.start, start)
    if not start or all(line.blank for line in laid.lines[start:end]):
        return []
    return [Region(start=start, end=end, item=0, divided=False, closed=False)]


def _header(laid: LaidOut, start: int, number: ParagraphNumber, limit: int) -> ItemBlock:
    """The head of an item: its lines up to a heading, or up to where the column or the title ends."""
    agenda = laid.kind == "kallelse"
    parts: list[str] = []
    index, has_column, gap = start, False, False
    while index < limit:
        line = laid.lines[index]
        text = line.line.text
        if line.own_head:
            break
        if line.blank:
            gap = gap or (bool(parts) and not line.furniture)
            index += 1
            continue
        following = next((one.line.text for one in laid.lines[index + 1 : index + 2]), "")
        if parts and heading_at([text, following], after_blank=True):
            break
        if parts and gap and not (agenda and not has_column and is_column(text)):
            break
        if parts and not gap and (is_adjusted_mark(text) or (not agenda and _is_sentence(laid.lines[index - 1], line))):
            break
        if parts and line.page is not Break.NONE and line.line.indent and has_column:
            break
        parts.append(text)
        has_column = has_column or is_column(text)
        gap = False
        index += 1
    header = parse_header(" ".join(parts), agenda=agenda)
    return ItemBlock(
        number=number,
        start=start,
        end=start,
        title=header.title,
        case_numbers=header.case_numbers,
        presenters=header.presenters,
        time=header.time,
        body_start=index,
        unsure=header.unsure,
    )


def _is_sentence(before: LaidLine, line: LaidLine) -> bool:
    """Whether a line is a §'s text and not more of its title: a whole sentence under a line that is not wrapped."""
    text = line.line.text
    return not before.line.soft and text[0].isupper() and text.endswith(".")


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
        if is_adjusted_mark(line.line.text):
            closed = True
    return limit


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


def _regions(start: int, end: int, item: int, dividers: Sequence[Divider], laid: LaidOut) -> list[Region]:
    """What lies before, between and after dividers, where anything but blank lines and furniture does."""
    borders = [(start, item)] + [(divider.end, divider.item) for divider in dividers]
    ends = [divider.start for divider in dividers] + [end]
    minutes, total = laid.kind == "protokoll", len(laid.lines)
    found = []
    for place, ((first, owner), last) in enumerate(zip(borders, ends, strict=True)):
        if any(not line.blank for line in laid.lines[first:last]):
            divided = minutes or place > 0
            found.append(
                Region(start=first, end=last, item=owner, divided=divided, closed=minutes or (divided and last < total))
            )
    return found


def _with_end(block: ItemBlock, end: int) -> ItemBlock:
    return ItemBlock(
        number=block.number,
        start=block.start,
        end=end,
        title=block.title,
        case_numbers=block.case_numbers,
        presenters=block.presenters,
        time=block.time,
        body_start=block.body_start,
        unsure=block.unsure,
    )


def _check_order(laid: LaidOut, starts: Sequence[tuple[int, ParagraphNumber]]) -> None:
    seen: dict[ParagraphNumber, int] = {}
    for index, number in starts:
        line = laid.lines[index].line.number
        if number in seen:
            raise refuse(
                str(laid.request.source),
                "dubbelt-nummer",
                f"Nummer {number} förekommer två gånger: på rad {seen[number]} och rad {line}.",
                line=line,
            )
        seen[number] = line
