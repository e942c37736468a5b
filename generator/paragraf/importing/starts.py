"""Where items begin: the document's own list of them, and the lines that are heads of items of ours."""

import re
from collections.abc import Sequence

from paragraf.ids import ParagraphNumber
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import Break, LaidLine, LaidOut
from paragraf.importing.headers import starts_item, starts_paragraph
from paragraf.importing.sections import is_adjusted_mark
from paragraf.vocabulary.documents import ITEM_LISTS

_ENDS_WITH_TIME = re.compile(rf"\s{CLOCK}$", re.IGNORECASE)


def listing_of(laid: LaidOut) -> tuple[tuple[int, int], tuple[tuple[str, str], ...]]:
    """The list of items on its own page: from its heading to the next page head."""
    lines = laid.lines
    for index, line in enumerate(lines[:400]):
        text = line.line.text
        begins = not line.blank and (starts_paragraph(text) or _agenda_item(laid, text))
        if index and begins and _after_head(lines, index):
            break  # The items have begun: a list further on belongs to an attached document.
        if line.furniture or text.casefold().rstrip(":") not in ITEM_LISTS:
            continue
        end = index + 1
        while end < len(lines) and not lines[end].own_head:
            end += 1
        entries: list[tuple[str, str]] = []
        for one in lines[index + 1 : end]:
            text = one.line.text
            if one.blank:
                continue
            number = starts_paragraph(text) or starts_item(text, sure=False)
            if number:
                title = re.sub(r"^\D*\d+\s?[a-z]?\s*[-–.]?\s+", "", text)
                entries.append((str(number), re.sub(r"[\s.]*\.\s?\.[\s.]*\d+$", "", title)))
            elif entries:
                entries[-1] = (entries[-1][0], f"{entries[-1][1]} {text}")
        if entries:
            return (index, end), tuple(entries)
    return (0, 0), ()


def _agenda_item(laid: LaidOut, text: str) -> bool:
    return laid.kind == "kallelse" and starts_item(text, sure=False) is not None


def item_starts(laid: LaidOut, first: int, listed: dict[str, str]) -> list[tuple[int, ParagraphNumber]]:
    """Index and number of every line that begins an item of ours, not of an attached document."""
    lines = laid.lines
    has_heads = sum(line.own_head and line.page is Break.CERTAIN for line in lines) > 1
    found: list[tuple[int, ParagraphNumber]] = []
    closed = False
    for index in range(first, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        text = line.line.text
        if is_adjusted_mark(text):
            closed = True
        after_head = _after_head(lines, index)
        minutes = laid.kind == "protokoll"
        number = starts_paragraph(text) if minutes else starts_item(text, sure=not after_head)
        if number is None:
            continue
        follows = not found or _follows(found[-1][1], number)
        if listed:
            known = str(number) in listed and _same_beginning(listed[str(number)], text)
            in_order = not found or number > found[-1][1]
            in_place = after_head or (known and (not has_heads or not closed or follows))
            good = in_order and in_place
        elif after_head:
            good = not found or number > found[-1][1]
        else:
            good = follows and (not has_heads or not closed) and _may_begin(lines, index)
        if good and (found or after_head or not has_heads):
            found.append((index, number))
            closed = False
    return found


def numbered_starts(laid: LaidOut) -> list[tuple[int, ParagraphNumber]]:
    """The same of an agenda that is nothing but a numbered list, "1. Upprop": two entries or more, from 1 on."""
    found: list[tuple[int, ParagraphNumber]] = []
    for index, line in enumerate(laid.lines):
        number = None if line.blank else starts_item(line.line.text, sure=False)
        if number and not number.suffix and number.number == len(found) + 1:
            found.append((index, number))
    return found if laid.kind == "kallelse" and len(found) > 1 else []


def _follows(before: ParagraphNumber, number: ParagraphNumber) -> bool:
    if number.number == before.number:
        return number.suffix > before.suffix
    return number.number == before.number + 1


def _same_beginning(title: str, text: str) -> bool:
    plain = _letters(title)
    return bool(plain) and plain[:12] in _letters(text)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())


def _after_head(lines: Sequence[LaidLine], index: int) -> bool:
    """Whether only blank lines and furniture stand between a page head of ours and the line."""
    above = index - 1
    while above >= 0 and lines[above].blank:
        if lines[above].own_head:
            return True
        above -= 1
    return above < 0 or lines[above].own_head


def _may_begin(lines: Sequence[LaidLine], index: int) -> bool:
    """Whether an item can begin on a line in the middle of a page: nothing goes on from the line above."""
    above = lines[index - 1] if index else None
    if above is None or above.blank or is_adjusted_mark(above.line.text):
        return True
    if is_column(lines[index].line.text):
        return True
    return is_column(above.line.text) or _ENDS_WITH_TIME.search(above.line.text) is not None


def is_column(text: str) -> bool:
    """Whether a line has the heading of the column Föredragande."""
    return bool(re.search(r"\bföredragande\b", text, re.IGNORECASE))
