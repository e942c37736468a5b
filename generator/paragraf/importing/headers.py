"""The head of an item: number, title over several lines, case number, who presents it, time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from paragraf.ids import CaseNumber, ParagraphNumber
from paragraf.importing.casenumbers import LABEL, case_numbers_in, split_case
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.evidence import is_column
from paragraf.importing.flow import begins_entry
from paragraf.importing.headcolumns import unwrapped
from paragraf.importing.headings import heading_at
from paragraf.importing.itemfacts import JOINING, LABELLED, is_fact
from paragraf.importing.names import column_names, timed_names
from paragraf.importing.numbering import ITEMS, PARAGRAPHS, is_reference, numbered
from paragraf.importing.presenting import names_alone
from paragraf.importing.sections import is_adjusted_mark
from paragraf.vocabulary.headings import kind_of

_COLUMN = re.compile(r"\s*\bföredragande\b\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"föredragande\b\s*:?\s*(?=\S)", re.IGNORECASE)
"""Stands in the cell of the names that it is the label of."""
_PRESENTED = re.compile(r"(?:föredragande|föredrar|föredras av)\s*:\s*(?P<who>\S.*)", re.IGNORECASE)
_AT = re.compile(rf"(?:tid|klockan|kl\.?)?\s*:?\s*(?P<time>{CLOCK}(?:\s*[-–—]\s*{CLOCK})?)", re.IGNORECASE)
_TIME_AT_END = re.compile(rf"\s+(?P<time>{CLOCK}(?:\s*[-–—]\s*{CLOCK})?)$", re.IGNORECASE)
_NO_NUMBER = re.compile(rf"^{LABEL}$", re.IGNORECASE)
"""A label whose number stands on the next line."""
_LEADERS = re.compile(r"[\s.…_]*[.…_]{3,}[\s.…_]*\d*$")
_MOST_LINES = 12
_TITLES = ("delegationsbeslut", "meddelanden", "anteckning", "dagens", "jav", "ajournering", "justering", "ovrigt")
"""Kinds of sections whose heading can also be the title of an item."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What the lines at the head of an item say."""

    number: ParagraphNumber
    title: str
    case_numbers: tuple[CaseNumber, ...]
    presenters: tuple[tuple[str, str], ...]
    """Name and title."""
    time: str
    unsure: tuple[str, ...]
    references: tuple[int, ...] = ()
    """Which of the lines only say where else the item has been: "Au § 18"."""


@dataclass(kw_only=True, slots=True)
class _Head:
    """What has been read of a head so far."""

    words: list[str] = field(default_factory=list)
    cases: list[CaseNumber] = field(default_factory=list)
    presenters: list[tuple[str, str]] = field(default_factory=list)
    time: str = ""
    last: LaidLine | None = None
    """The line whose words were the last ones of the title."""
    references: list[int] = field(default_factory=list)


def parse_header(text: str, *, agenda: bool) -> Header:
    """Read the joined lines of a head: "2 - Titel (23/SAN/115) Föredragande Bo Ek, Eva Al 13:10"."""
    found = numbered(Line(number=0, text=text), ITEMS if agenda else PARAGRAPHS)
    if not found:
        raise ValueError(text)
    return _header(found[0].number, found[0].rest, agenda=agenda)


def read_head(
    lines: Sequence[LaidLine], number: ParagraphNumber, rest: str, *, agenda: bool, width: int, apart: bool = False
) -> tuple[Header, int]:
    """The head that the first of the lines begins, and how many lines it has; `rest`: what follows its number there.

    `width`: length of the document's full lines. `apart`: a blank line or a fact follows the titles of the document.
    """
    head = _Head(last=lines[0])
    first, end = unwrapped(lines)
    if end > 1:
        whole = [one.rest for one in numbered(first.line, ITEMS if agenda else PARAGRAPHS) if one.number == number]
        rest = whole[0] if whole else f"{rest} {first.line.text.removeprefix(lines[0].line.text)}"
    _take_words(head, first, rest, agenda=agenda)
    gap = False
    for index in range(end, min(len(lines), 60)):
        line = lines[index]
        text = line.line.text
        if line.own_head or len(head.words) > _MOST_LINES:
            break
        if line.blank:
            gap = gap or not line.furniture
            continue
        if not head.words and not agenda and is_reference(text):
            head.references.append(index)
            continue
        if _take_fact(head, line, agenda=agenda, gap=gap):
            end = index + 1
            continue
        following = lines[index + 1].line.text if index + 1 < len(lines) else ""
        if is_adjusted_mark(text) or (heading_at([text, following], after_blank=True) and not _is_title(head, text)):
            break
        last = apart and not gap and not text.endswith(".") and is_closed(lines, index)
        if head.words and not last and not _goes_on(head, line, gap=gap, agenda=agenda, width=width):
            break
        if not head.words and gap and line.page is Break.CERTAIN:
            break
        head.words.append(text)
        head.last, gap, end = line, False, index + 1
    header = _header(number, " ".join(head.words), agenda=agenda)
    return (
        Header(
            number=number,
            title=header.title,
            case_numbers=tuple(dict.fromkeys((*header.case_numbers, *head.cases))),
            presenters=(*header.presenters, *head.presenters),
            time=header.time or head.time,
            unsure=header.unsure,
            references=tuple(place for place in head.references if place < end),
        ),
        end,
    )


def is_closed(lines: Sequence[LaidLine], index: int) -> bool:
    """Whether a blank line, or one with a fact of the item, follows a line straight below."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is None or (below.blank and not below.furniture) or is_fact(below.line.text)


def titles_apart(lines: Sequence[LaidLine], starts: Sequence[int]) -> bool:
    """Whether the titles of a document stand apart from the text below them: its items begin at these lines."""
    close = sum(not is_closed(lines, at) and not lines[at + 1].line.text[:1].islower() for at in starts)
    return len(starts) > 3 and close * 4 <= len(starts)


def _take_words(head: _Head, line: LaidLine, rest: str, *, agenda: bool) -> None:
    """The first line's words; cells that are nothing but a case number or a time stand apart."""
    for cell in (" ".join(cell.split()) for cell in line.line.cells):
        place = rest.find(cell) if cell and cell != rest else -1
        if place < 0:
            continue
        if found := case_numbers_in(cell):
            head.cases += found
        elif agenda and (match := _AT.fullmatch(cell)):
            head.time = head.time or match["time"]
        elif agenda and place > 0 and (names := names_alone(_LABEL.sub("", cell, count=1).strip(" ,"))):
            head.presenters += names
        else:
            continue
        rest = f"{rest[:place]} {rest[place + len(cell) :]}".strip()
    rest = _NO_NUMBER.sub("", rest)
    if rest and (found := case_numbers_in(rest)):
        head.cases += found
    elif rest:
        head.words.append(" ".join(rest.split()))


def _is_title(head: _Head, text: str) -> bool:
    """Whether words that can head a section are the title of an item that has none yet: "Meddelanden"."""
    return not head.words and kind_of(text) in _TITLES


def _take_fact(head: _Head, line: LaidLine, *, agenda: bool, gap: bool) -> bool:
    """Take a line that is nothing but a case number, a presenter or a time."""
    text = line.line.text
    cells = [cell for cell in line.line.cells if cell] or [text]
    numbers = [case_numbers_in(cell) for cell in cells]
    if all(numbers):
        head.cases += [one for those in numbers for one in those]
        return True
    if agenda and not gap and len(cells) > 1 and all(_is_fact(cell) for cell in cells):
        for cell in cells:
            head.cases += case_numbers_in(cell)
            head.presenters += names_alone(cell.strip(" ,"))
            head.time = head.time or (match["time"] if (match := _AT.fullmatch(cell)) else "")
        return True
    if line.presents:
        head.presenters += names_alone(text)
        return True
    if match := _PRESENTED.fullmatch(text):
        names, time, left = timed_names(match["who"])
        if names and not left and not match["who"].endswith(","):
            head.presenters += names
            head.time = head.time or time
            return True
    if agenda and not any(is_column(word) for word in head.words) and (match := _AT.fullmatch(text)):
        head.time = head.time or match["time"]
        return True
    return False


def _is_fact(cell: str) -> bool:
    return bool(case_numbers_in(cell) or names_alone(cell.strip(" ,")) or _AT.fullmatch(cell))


def _goes_on(head: _Head, line: LaidLine, *, gap: bool, agenda: bool, width: int) -> bool:
    """Whether a line is more of the title."""
    text, last = line.line.text, head.last
    column = any(is_column(word) for word in head.words)
    if agenda and is_column(text) and not column:
        return True
    if gap or last is None:
        return False
    if agenda and column:
        return line.page is Break.NONE
    before = last.line.text
    if begins_entry(text) and not re.match(r"[-–]", text):
        return False
    if last.line.wrapped is True or last.line.soft:
        return True
    if text[0].islower() or text[0] in "(&" or JOINING.search(before) or before.count("(") > before.count(")"):
        return True
    if last.line.heading or line.line.heading or last.line.bold:
        return last.line.heading == line.line.heading and last.line.bold == line.line.bold
    if len(before) > 12 and before.isupper() and text.isupper():
        return True
    if text.endswith(".") or before.endswith(".") or LABELLED.match(text):
        return False
    limit = width
    if last.line.cells and len(head.words) == 1 and (place := before.find(last.line.cells[-1])) > 0:
        before, limit = before[:place].rstrip(), place  # a case number or a time stands to the right of the title
    return limit > 0 and len(before) + 1 + len(text.split()[0]) > limit


def _header(number: ParagraphNumber, text: str, *, agenda: bool) -> Header:
    rest = _LEADERS.sub("", " ".join(text.split()))
    time = ""
    presenters: tuple[tuple[str, str], ...] = ()
    numbers: tuple[CaseNumber, ...] = ()
    unsure: list[str] = []
    if agenda:
        rest, time = _split_time(rest)
        if column := _COLUMN.search(rest):
            presenters, after = column_names(rest[column.end() :])
            rest = rest[: column.start()].rstrip()
            if not time:
                rest, time = _split_time(rest)
            numbers, after = split_case(after)
            if after:
                rest = f"{rest} {after}"
                unsure.append(f"Titeln fortsätter efter namnen i kolumnen Föredragande: ”{after}”.")
    more, rest = split_case(rest)
    return Header(
        number=number,
        title=rest.strip(" -–"),
        case_numbers=(*numbers, *more),
        presenters=presenters,
        time=time,
        unsure=tuple(unsure),
    )


def _split_time(text: str) -> tuple[str, str]:
    match = _TIME_AT_END.search(f" {text}")
    return (f" {text}"[: match.start()].strip(), match["time"]) if match else (text, "")
