"""What was dealt with: items of an agenda and §§ of minutes. Text is kept as the author wrote it."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from paragraf.ids import CaseNumber, ParagraphNumber


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where something stands."""

    path: str
    """File, relative to the content folder."""
    line: int = 0
    """Line, from 1; 0: the file as a whole."""


NOWHERE = Source(path="")


class Publicity(StrEnum):
    """How much of an item is published (Publicering)."""

    FULL = "full"
    MASKED = "maskad"
    """The text is public; the author has removed something from it."""
    TITLE = "rubrik"
    """Number and title only."""
    NONE = "ingen"
    """Only that the number is not on the web."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """The fact Publicering: how much, and why."""

    level: Publicity = Publicity.FULL
    reason: str = ""
    """Shown to readers: "26 kap. 1 § OSL"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Presenter:
    """Someone who presented an item."""

    name: str
    title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachmentEntry:
    """One line of a list of attachments, or a fact Bilaga."""

    title: str
    file: str | None = None
    """Path from the meeting folder (bilagor/utredning.pdf); None: the document is not here."""
    withheld: str | None = None
    """Why it is not published; empty text: marked without reason; None: not marked."""
    kind: str = "underlag"
    """Key of vocabulary.attachments: underlag, bilaga, meddelande…"""
    listed: bool = True
    """False: the item's own list does not name it; it came by a fact Bilaga."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """The fact Rättelse: what was put right after the minutes were public (FL 36 §)."""

    date: date
    by: str
    was: str
    now: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawal:
    """The fact Återkallad: the item left the web, its address stays as a stub."""

    date: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver:
    """The fact Undantag: someone took responsibility for a problem."""

    code: str
    who: str
    date: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A heading of second level and the text under it."""

    heading: str
    """As the author wrote it."""
    kind: str
    """Key of vocabulary.headings: beslut, underlag…; ovrigt when the table does not know the heading."""
    text: str
    """Markdown without blank lines at its ends; may be empty."""
    line: int = field(default=0, compare=False)
    """Line of the heading."""
    text_line: int = field(default=0, compare=False)
    """Line of the text's first line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """What an agenda item and a § have in common."""

    title: str
    """Without number."""
    case_numbers: tuple[CaseNumber, ...] = ()
    """The item's own (fact Diarienummer)."""
    presenters: tuple[Presenter, ...] = ()
    at: time | None = None
    """Clock time when the item is planned (fact Tid)."""
    type: str | None = None
    """Stated type (fact Typ); None: derived, see vocabulary.types."""
    outcome: str | None = None
    """Stated outcome (fact Utfall); None: derived."""
    unlisted: tuple[AttachmentEntry, ...] = ()
    """Facts Bilaga."""
    added: date | None = None
    """Late item: the day it was added (fact Tillagd)."""
    related: tuple[CaseNumber, ...] = ()
    """Cases of other diaries that belong together with this one (fact Hör ihop)."""
    appeal: str | None = None
    """How the decision is appealed (fact Överklagande): key of vocabulary.appeals."""
    openness: str | None = None
    """öppet, stängt or delvis (fact Offentlighet; KL 6:25)."""
    immediate: bool = False
    """Adjusted at the meeting (fact Omedelbar justering: ja)."""
    publication: Publication = Publication()
    corrections: tuple[Correction, ...] = ()
    withdrawal: Withdrawal | None = None
    waivers: tuple[Waiver, ...] = ()
    text: str = ""
    """Markdown before the first section."""
    text_line: int = field(default=0, compare=False)
    """Line of the text's first line."""
    sections: tuple[Section, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem(Item):
    """A punkt of an agenda."""

    number: int | None = None
    file: str = ""
    """Name of the file in kallelse/, which also gives the order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph(Item):
    """A § of minutes."""

    number: ParagraphNumber | None = None
    file: str = ""
    """Name of the file in protokoll/."""
