"""Items that are rows of a table: what each cell says, by the row of headings above them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from paragraf.ids import CaseNumber
from paragraf.importing.casenumbers import case_numbers_in, split_case
from paragraf.importing.chains import Start
from paragraf.importing.columns import Column, columns_at, in_columns, named_cells, placed
from paragraf.importing.document import ItemBlock, LaidLine, LaidOut, Line
from paragraf.importing.flow import bullet
from paragraf.importing.headings import heading_at
from paragraf.importing.itemfacts import JOINING, LABELLED, PRESENTED, TIME, is_fact
from paragraf.importing.names import column_names
from paragraf.importing.numbering import ITEMS, numbered


@dataclass(kw_only=True, slots=True)
class Cells:
    """What the cells of an item's row have said so far."""

    words: list[str] = field(default_factory=list)
    cases: list[CaseNumber] = field(default_factory=list)
    presenters: str = ""
    time: str = ""
    papers: list[str] = field(default_factory=list)
    page: str = ""

    def take(self, name: str, text: str) -> None:
        """Take a cell; `name`: of its column. Facts are told by what they are: a cell can have been moved."""
        if self.take_fact(text):
            return
        if name == "presenter":
            self.presenters = _beside(self.presenters, text)
        elif name == "papers":
            if self.papers and text[0].islower():
                self.papers[-1] += f" {text}"
            else:
                self.papers.append(bullet(text) or text)
        elif name == "time":
            self.time = self.time or text
        elif name == "page":
            self.page = text
        elif name != "number":
            self.words.append(text)

    def take_fact(self, text: str) -> bool:
        """Take a cell or line that is nothing but a case number, a time or a labelled presenter."""
        if numbers := case_numbers_in(text):
            self.cases += numbers
        elif match := PRESENTED.fullmatch(text):
            self.presenters = f"{self.presenters}, {match['who']}".strip(", ")
        elif match := TIME.fullmatch(text):
            self.time = self.time or match["time"]
        else:
            return False
        return True

    def names(self) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """Who presents, as (name, title), and what is told of names that could not be read."""
        names, left = column_names(self.presenters)
        return ((), (f"Vem som föredrar kunde inte tolkas: ”{self.presenters}”.",)) if left else (names, ())

    def listed(self, columns: Sequence[Column]) -> tuple[str, tuple[str, ...]]:
        """Heading of the column of papers, and what it lists."""
        heading = next((one.heading for one in columns if one.name == "papers"), "")
        return (heading, tuple(self.papers)) if self.papers else ("", ())


def _beside(before: str, text: str) -> str:
    """The names of a cell with those of its next line: a whole name begins a line of its own."""
    whole = not column_names(before)[1] and before.rpartition(",")[2].strip().count(" ")
    title = text[:1].islower() and not before.endswith("-")
    apart = before and before[-1] not in ",-" and whole and (title or " " in text)
    return f"{before}{',' if apart else ''} {text}".strip()


def tables_of(laid: LaidOut, starts: Sequence[Start]) -> dict[int, tuple[Column, ...]]:
    """Index of the first line of every item that is a row of a table -> the table's columns."""
    found: dict[int, tuple[Column, ...]] = {}
    columns: tuple[Column, ...] = ()
    at = 0
    for start in starts:
        for line in laid.lines[at : start.index]:
            columns = (columns_at(line) if line.line.text else ()) or columns
        at = start.index
        columns = columns if _is_row(laid.lines[at], start, columns) else ()
        if columns:
            found[at] = columns
    return found


def _is_row(line: LaidLine, start: Start, columns: Sequence[Column]) -> bool:
    """Whether an item's first line has its number and its title where the columns say."""
    if not columns or line.blank:
        return False
    cells = in_columns(line.line, columns)
    return _after_number(cells.get("number", "") or cells.get("title", ""), start) is not None and len(cells) > 1


def _after_number(cell: str, start: Start) -> str | None:
    """What follows the item's number in a cell; None when it does not stand there."""
    found = (one.rest for one in numbered(Line(number=0, text=cell), ITEMS) if one.number == start.number)
    return next(found, None)


def row_item(laid: LaidOut, start: Start, limit: int, columns: Sequence[Column]) -> ItemBlock:
    """The item that a row of a table is, with the facts under it; `limit`: where the next item begins."""
    row = Cells()
    end = _take_row(row, laid.lines[start.index : limit], start, columns) + start.index
    place = end
    while place < limit and (laid.lines[place].blank or row.take_fact(laid.lines[place].line.text)):
        place += 1
        end = end if laid.lines[place - 1].blank else place
    names, unsure = row.names()
    numbers, title = split_case(" ".join(row.words))
    return ItemBlock(
        number=start.number,
        start=start.index,
        end=start.index,
        title=title or "(utan rubrik)",
        case_numbers=tuple(dict.fromkeys((*numbers, *row.cases))),
        presenters=names,
        time=row.time or start.numbered.time,
        papers=row.listed(columns),
        page=row.page,
        body_start=end,
        unsure=unsure if title else (*unsure, "Rubriken saknas."),
    )


def _take_row(row: Cells, lines: Sequence[LaidLine], start: Start, columns: Sequence[Column]) -> int:
    """Take the lines of a row; returns how many they are."""
    first, facts, at = lines[0].line, False, ""
    for count, line in enumerate(lines):
        cells = {} if line.blank else in_columns(line.line, columns)
        if not count:
            at = "number" if "number" in cells else "title"
            row.words += [rest] if (rest := _after_number(cells[at], start)) else []
        elif line.line.row != first.row or (not first.row and line.blank and not line.furniture):
            return count
        elif line.presents:
            row.presenters = _beside(row.presenters, " ".join(line.line.text.split()))
            continue
        elif len(cells) == 1 and not first.row and "title" in cells:
            facts = facts or is_fact(cells["title"])
            if not is_fact(cells["title"]) and (facts or not _goes_on(row, cells["title"], lines[count - 1], columns)):
                return count
        for name, text in named_cells(line.line, columns) if cells else ():
            if count or name != at:
                row.take(name, text)
    return len(lines)


def _goes_on(row: Cells, text: str, above: LaidLine, columns: Sequence[Column]) -> bool:
    """Whether words that stand alone in the column of titles found no room on the line above."""
    if heading_at([text], after_blank=True) or LABELLED.match(text):
        return False
    if not row.words or text[0].islower() or JOINING.search(row.words[-1]):
        return True
    title = next((one for one in columns if one.name == "title"), columns[0])
    limit = min((one.start for one in columns if one.start > title.start), default=0)
    starts = [start for start, _ in placed(above.line) if title.start - 3 <= start < limit]
    if not starts or above.line.row:
        return False
    length = len(text.split()[0]) + 1
    if not above.line.spans:
        return starts[0] + len(row.words[-1]) + length >= limit
    left, right = next(span for span in above.line.spans if span[0] == starts[0])
    return right + (right - left) / max(len(row.words[-1]), 1) * length >= limit
