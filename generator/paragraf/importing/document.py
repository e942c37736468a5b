"""What passes between the stages of an import: frozen data, each stage's output the next one's input."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from paragraf.ids import CaseNumber, ParagraphNumber
from paragraf.model import AttachmentFile, Meeting
from paragraf.problems import Problem


class ImportRefusedError(Exception):
    """Nothing was written; the problems say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def refuse(path: str, code: str, message: str, *, line: int = 0, suggestion: str = "") -> ImportRefusedError:
    """An ImportRefusedError with one problem."""
    return ImportRefusedError(Problem(path=path, line=line, code=code, message=message, suggestion=suggestion))


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is asked for: the start of every import."""

    source: Path
    """The document."""
    target: Path
    """Content folder, or an empty folder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the source: the same facts whatever the format, so that no later stage asks which one it was.

    PDF: a line as it stands on the page. Word: a paragraph, or a paragraph's height of a table row. Text: a row.
    """

    number: int
    """From 1, through the whole document."""
    text: str
    """NFC, without blanks at its ends. A row of cells: the cells that are not empty with one blank between them, or in
    plain text as they stood there. A bullet of any kind is "- ", an automatic number of Word stands as printed."""
    indent: int = 0
    """Plain text alone: blanks before it; a page break or a lost bullet leaves one."""
    soft: bool = False
    """The sentence goes on in the next line, most often: a blank stood after it, or geometry says so."""
    wrapped: bool | None = None
    """Whether the paragraph goes on in the next line, where the source itself tells (PDF by geometry, Word always).
    None: it does not; ask the words."""
    empty: bool = False
    """Not even a blank stood there. PDF and Word: the space between two paragraphs."""
    new_page: bool = False
    """A page begins with it, for certain."""
    page: int = 0
    """Page of the source on which it stands, from 1; 0: the format has no pages (Word, text without form feeds)."""
    down: float = 0.0
    """How far down its page, from 0 (top edge) to 1 (bottom edge); 0.0: the format has no geometry."""
    cells: tuple[str, ...] = ()
    """What stands side by side on the line, in columns: at least two, or none. PDF: by wide gaps and ruled tables;
    Word: a table's cells; text: by tabs or three blanks. A cell that is empty on this line is "", so that places agree
    between the lines of a table of Word or a ruled one of PDF."""
    row: int = 0
    """Lines of one table row have the same number, from 1 through the document (Word, ruled tables of PDF); 0: unknown
    or no table."""
    bold: bool = False
    """All of its letters are bold."""
    heading: int = 0
    """1-6: a heading by its style in Word, or by being larger or bolder than the running text in PDF; 0: not so, or
    unknown. Levels tell which of two headings is above the other in the same document and nothing more."""
    furniture: str = ""
    """What the format itself calls furniture (a header, a footer of Word): sidhuvud, sidfot; else empty."""


class Break(StrEnum):
    """How surely a page begins with a line."""

    NONE = ""
    POSSIBLE = "possible"
    """One leading blank: a page break or a bullet."""
    CERTAIN = "certain"
    """A form feed, a page head or a page foot says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidLine:
    """A line and what it is on its page."""

    line: Line
    furniture: str = ""
    """Swedish name of the page furniture that it is: sidhuvud, sidfot, brevhuvud, länkmål; empty: text."""
    page: Break = Break.NONE
    page_number: int = 0
    """What a page label nearby says of an attached document's own page: 2 of "2(5)"; 0: nothing."""
    own_head: bool = False
    """Part of the head of the agenda's or minutes' own pages."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands there for a reader: blank line or furniture."""
        return bool(self.furniture) or not self.line.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted:
    """Stage 1: the document as numbered lines."""

    request: Request
    sha256: str
    """Of the source's bytes."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidOut:
    """Stage 2: which lines are text and which are furniture, and where pages begin."""

    request: Request
    sha256: str
    kind: str
    """protokoll or kallelse."""
    variant: str = ""
    """tillägg (of an agenda), utdrag (of minutes); empty: the document itself."""
    days: tuple[date, ...] = ()
    """All days of a meeting that went on for several."""
    date: date
    body: str
    """Full name."""
    lines: tuple[LaidLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemBlock:
    """An item or a §, from its number to its last line."""

    number: ParagraphNumber
    start: int
    """Index of the first line."""
    end: int
    """Index after the last line."""
    title: str
    case_numbers: tuple[CaseNumber, ...] = ()
    presenters: tuple[tuple[str, str], ...] = ()
    """Of the column Föredragande: name and title."""
    time: str = ""
    """As printed."""
    body_start: int = 0
    """Index of the first line after number, title, column and time."""
    unsure: tuple[str, ...] = ()
    """What in the header could be read in more than one way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Divider:
    """A page that introduces the attached documents of an item."""

    item: int
    """Index of the item."""
    start: int
    end: int
    numbered: bool
    """It names number or case number, not only the title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """Lines of attached documents between two certain borders."""

    start: int
    end: int
    item: int
    """Index of the item that they follow or whose divider stands before them."""
    divided: bool
    """A divider says so, or the documents follow their § at once; False: they only come after the last item."""
    closed: bool
    """The next border is certain: nothing of another item can lie here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Segmented:
    """Stage 3: the parts of the document."""

    laid: LaidOut
    front: tuple[int, int]
    listing: tuple[int, int]
    """The list of items; empty when there is none."""
    listed: tuple[tuple[str, str], ...]
    """Number and title of each entry of that list."""
    items: tuple[ItemBlock, ...]
    dividers: tuple[Divider, ...]
    regions: tuple[Region, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """An attached document."""

    start: int
    end: int
    item: int | None
    """Index of the item that it belongs to; None: the tray."""
    title: str
    listed: bool
    """Under that title in the item's own list."""
    path: str
    """From the meeting folder: bilagor/utredning.md."""
    how: str
    """Swedish: why it belongs there, or why not."""
    sure: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Where a run of lines went."""

    first: int
    """Line numbers, both included."""
    last: int
    destination: str
    """A file of the meeting folder, or Swedish words for what is not taken along."""
    in_order: bool = False
    """The words of the lines stand in that file, all of them and in this order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that a human should look at."""

    line: int
    """0: the whole document."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldsRead:
    """Stage 4: the meeting as data, the texts of its documents, and the account of every line."""

    request: Request
    sha256: str
    lines: tuple[Line, ...]
    kind: str
    """protokoll or kallelse."""
    unit: str
    """What all case numbers name (SAN); empty when they do not agree."""
    meeting: Meeting
    """With its Markdown attachments."""
    tray: tuple[AttachmentFile, ...]
    """Documents whose owner is not certain."""
    ledger: tuple[Entry, ...]
    """Every line of the source once, in order."""
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Stage 5: the folder that stands on disk."""

    folder: Path
    meeting: Meeting
    ledger: tuple[Entry, ...]
    notes: tuple[Note, ...]
