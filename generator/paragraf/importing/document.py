"""What passes between the stages of an import: frozen data, each stage's output the next one's input."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from paragraf.formats.line import Line as Line
from paragraf.ids import CaseNumber, ParagraphNumber
from paragraf.model import AttachmentFile, Draft, Meeting
from paragraf.problems import Problem


class ImportRefusedError(Exception):
    """Nothing was written; the problems say why."""

    def __init__(self, *problems: Problem, conflicts: tuple["Conflict", ...] = ()) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.conflicts = conflicts


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
    replace: bool = False
    """The document's own text replaces what has been edited by hand."""
    body: str = ""
    """Code or name of the body, as somebody who knows says; empty: the document tells."""
    choose: Callable[["Conflict"], bool] | None = None
    """Asked of every file that was edited by hand and that the document now says something else of: True replaces it.
    None: nobody can be asked, and such a file refuses the import."""
    today: date = field(default_factory=date.today)
    """When the import is made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """A file that was edited by hand since it was imported, or never was, and that would now become another text."""

    path: str
    """From the meeting folder."""
    now: str | None
    """As it lies on disk; None: it has been deleted, or is not text."""
    new: str | None
    """As the document has it; None: it is not text."""


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
    presents: bool = False
    """Nothing but the names of those who present the item above."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands there for a reader: blank line or furniture."""
        return bool(self.furniture) or not self.line.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that a human should look at."""

    line: int
    """0: the whole document."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted:
    """Stage 1: the document as numbered lines."""

    request: Request
    sha256: str
    """Of the source's bytes."""
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    """What the format itself tells: pages of pictures, comments, tracked changes."""


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
    notes: tuple[Note, ...] = ()
    """Of the stage before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemBlock:
    """An item or a §, from its number to its last line."""

    number: ParagraphNumber | None
    """None: an agenda without numbers."""
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
    papers: tuple[str, tuple[str, ...]] = ("", ())
    """Heading of the column of a table that lists what the item rests on, and what it lists."""
    page: str = ""
    """Number in the column of a table that says on which page the item stands; not taken along."""
    body_start: int = 0
    """Index of the first line after number, title, column and time."""
    references: tuple[int, ...] = ()
    """Indexes of lines before the title that say where else the item has been: "Au § 18". They stand in its text."""
    above: tuple[int, ...] = ()
    """Indexes of lines above number and title that are the last ones of its text: to whom the decision is sent."""
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
    metas: tuple[tuple[int, int], ...] = ()
    """Parts elsewhere that tell what a front page does: attendance, notices of adjustment, signatures."""
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
    pages: tuple[int, int] = (0, 0)
    """First and last page of the source, when it has pages that can be split out and these hold nothing else."""
    original: str = ""
    """From the meeting folder: those pages as a file, bilagor/utredning.pdf; `path` is then its text version."""


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


class Where(StrEnum):
    """What sort of place a line went to; its value is what a reader is told."""

    ITEM = "ärenden"
    FACTS = "uppgifter om mötet"
    ATTACHMENT = "bilagor"
    TRAY = "oplacerat"
    FRAME = "sidans ram och tomma rader"
    REPORT = "bara i rapporten"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A run of lines that went to the same place."""

    first: int
    """Line numbers, both included."""
    last: int
    destination: str
    """As in Entry."""
    where: Where
    section: str = ""
    """Of an item's file: the heading under which they stand; rubrik och fakta, or text, before the first one."""
    pages: tuple[int, int] = (0, 0)
    """First and last page of the source; 0: it has none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """Pages of the source that become a file."""

    path: str
    """From the meeting folder."""
    first: int
    last: int
    """Page numbers, both included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldsRead:
    """Stage 4: the meeting as data, the texts of its documents, and the account of every line."""

    request: Request
    sha256: str
    lines: tuple[Line, ...]
    kind: str
    """protokoll or kallelse."""
    variant: str = ""
    """tillägg, utdrag or empty, as in LaidOut."""
    unit: str
    """What all case numbers name (SAN); empty when they do not agree."""
    meeting: Meeting
    """With its Markdown attachments."""
    tray: tuple[AttachmentFile, ...]
    """Documents whose owner is not certain."""
    ledger: tuple[Entry, ...]
    """Every line of the source once, in order."""
    notes: tuple[Note, ...]
    originals: tuple[Original, ...] = ()
    """Attached documents as pages of the source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Stage 5: the folder that stands on disk."""

    folder: Path
    read: FieldsRead
    rows: tuple[Row, ...]
    """Where every line went, in order."""
    notes: tuple[Note, ...]
    """What a human should look at."""
    kept: tuple[str, ...] = ()
    """Files that were edited by hand and stay as they are."""
    draft: Draft = Draft.ALL
    """What of the meeting is a draft now."""
    unchanged: bool = False
    """The same bytes had been imported: nothing was written."""
