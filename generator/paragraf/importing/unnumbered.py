"""Agendas whose items have no numbers: titles under a heading, with bullets, after times of day, or in a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.casenumbers import split_case
from paragraf.importing.columns import Column, columns_at, in_columns
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import ItemBlock, LaidLine, LaidOut
from paragraf.importing.flow import bullet
from paragraf.importing.headings import heading_at
from paragraf.importing.itemfacts import JOINING, is_fact
from paragraf.importing.labels import labelled
from paragraf.importing.metas import is_signed
from paragraf.importing.names import column_names
from paragraf.importing.tablerows import Cells
from paragraf.vocabulary.documents import AGENDA_LISTS, ITEM_LISTS
from paragraf.vocabulary.headings import kind_of

_TIMED = re.compile(rf"(?P<time>{CLOCK}(?:\s*[-–—]\s*(?:{CLOCK})?)?)\s+(?P<rest>\S.*)", re.IGNORECASE)
_WITHIN = 90
"""Lines with text from the beginning among which the list begins."""
_LONGEST = 130
_AS_TITLE = ("delegationsbeslut", "meddelanden", "anteckning", "dagens", "jav", "ovrigt", "justering", "overklagande")
"""Kinds of sections whose heading is as often the title of an item."""


@dataclass(kw_only=True, slots=True)
class _Entry(Cells):
    """An item while it is read."""

    start: int
    body_start: int
    end: int = 0
    in_section: bool = False


def unnumbered_items(laid: LaidOut) -> tuple[int, list[ItemBlock]]:
    """Index of the line over the first item, and the items with their lines; none when nothing says where they begin.

    The line is the first item's own where none stands over it.
    """
    texts = [index for index, line in enumerate(laid.lines) if not line.blank][:_WITHIN]
    for index in reversed(texts):
        columns = columns_at(laid.lines[index])
        text = " ".join(laid.lines[index].line.text.casefold().split()).rstrip(" :")
        if columns or (text in (*ITEM_LISTS, *AGENDA_LISTS) and index != texts[0]):
            entries = _entries(laid, index + 1, columns)
            if len(entries) > 1:
                return index, _blocks(entries, columns)
    timed = [index for index in texts if _TIMED.fullmatch(laid.lines[index].line.text) and _is_title(laid.lines[index])]
    if len(timed) > 2:
        return timed[0], _blocks(_entries(laid, timed[0], ()), ())
    return 0, []


def _is_title(line: LaidLine) -> bool:
    match = _TIMED.fullmatch(" ".join(line.line.text.split()))
    return match is not None and match["rest"][0].isupper()


def _entries(laid: LaidOut, begin: int, columns: Sequence[Column]) -> list[_Entry]:
    found: list[_Entry] = []
    lines = laid.lines
    texts = [index for index in range(begin, len(lines)) if not lines[index].blank]
    bullets = sum(bullet(lines[index].line.text) is not None for index in texts[:1]) > 0
    timed = bool(texts) and _TIMED.fullmatch(lines[texts[0]].line.text) is not None
    for place, index in enumerate(texts):
        line = lines[index]
        after = [lines[at] for at in texts[place + 1 : place + 3]]
        gap = any(not one.furniture for one in lines[texts[place - 1] + 1 : index]) if place else True
        if is_signed(lines, index, len(lines)) or _ends(line, gap=gap):
            break
        cells = in_columns(line.line, columns) if columns else {}
        if _begins(found, line, cells, after, gap=gap, bullets=bullets, timed=timed):
            found.append(_Entry(start=index, body_start=index + 1))
            _take(found[-1], line, cells, first=True)
        elif not found:
            return []
        elif not found[-1].in_section and _take(found[-1], line, cells, first=False, gap=gap):
            found[-1].body_start = index + 1
        else:
            found[-1].in_section = True
        found[-1].end = index + 1
    return found


def _ends(line: LaidLine, *, gap: bool) -> bool:
    """Whether what follows the list begins: the next field of a first page, or an invitation to answer."""
    head = labelled(line.line.text)
    return (
        gap
        and head is not None
        and head.colon
        and head.name in ("people", "chair", "secretary", "from", "where", "when")
    )


def _begins(
    found: Sequence[_Entry], line: LaidLine, cells: dict[str, str], after: Sequence[LaidLine], **at: bool
) -> bool:
    """Whether a line is the first one of an item."""
    text = " ".join(line.line.text.split())
    title = cells.get("title", "") if cells else text
    if at["timed"] and _TIMED.fullmatch(text):
        return True
    if at["bullets"]:
        return bullet(text) is not None and line.line.indent <= 3 and not (found and found[-1].in_section)
    if not title or not title[0].isupper() or len(title) > _LONGEST or is_fact(text) or is_fact(title):
        return False
    if not found:
        return True
    last = found[-1]
    if cells and (line.line.row or at["gap"] or "time" in cells):
        return True
    if _is_section(text) or (last.words and JOINING.search(last.words[-1])) or title.endswith((".", ":", ";", ",")):
        return False
    if last.in_section:
        # A title after sections stands alone, over its own facts or sections.
        over = bool(after) and (is_fact(after[0].line.text) or _is_section(after[0].line.text))
        return at["gap"] and bullet(text) is None and over
    if at["timed"] or line.line.wrapped is not None or line.line.heading:
        return at["gap"] or not (line.line.soft or line.line.wrapped)
    return True


def _is_section(text: str) -> bool:
    return bool(heading_at([text], after_blank=True)) and kind_of(text) not in _AS_TITLE


def _take(entry: _Entry, line: LaidLine, cells: dict[str, str], *, first: bool, gap: bool = False) -> bool:
    """Take a line of the head of an item; False when it is the beginning of its text."""
    if cells:
        for name, text in cells.items():
            entry.take(name, text)
        return True
    text = " ".join(line.line.text.split())
    if first:
        text = bullet(text) or text
        if match := _TIMED.fullmatch(text):
            entry.time, text = match["time"], match["rest"]
        parts = [" ".join(cell.split()) for cell in line.line.cells if cell.strip() and cell.strip() in text]
        for part in parts[1:] if len(parts) > 1 else []:
            if entry.take_fact(part):
                text = text.replace(part, "", 1)
            elif _are_names(part):
                entry.presenters = f"{entry.presenters}, {part}".strip(", ")
                text = text.replace(part, "", 1)
        entry.words.append(" ".join(text.split()))
        return True
    if entry.take_fact(text):
        return True
    if gap or _is_section(text) or not (text[0].islower() or JOINING.search(entry.words[-1])):
        return False
    entry.words.append(text)
    return True


def _are_names(text: str) -> bool:
    names, left = column_names(text)
    return bool(names) and not left and all(" " in name for name, _ in names)


def _blocks(entries: Sequence[_Entry], columns: Sequence[Column]) -> list[ItemBlock]:
    found = []
    for place, entry in enumerate(entries):
        end = entries[place + 1].start if place + 1 < len(entries) else entry.end
        numbers, title = split_case(" ".join(entry.words))
        names, unsure = entry.names()
        found.append(
            ItemBlock(
                number=None,
                start=entry.start,
                end=end,
                title=title or "(utan rubrik)",
                case_numbers=tuple(dict.fromkeys((*numbers, *entry.cases))),
                presenters=names,
                time=entry.time,
                papers=entry.listed(columns),
                page=entry.page,
                body_start=min(entry.body_start, end),
                unsure=unsure,
            )
        )
    return found
