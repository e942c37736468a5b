"""A meeting: one folder, at most one agenda and one set of minutes."""

from dataclasses import dataclass, field
from datetime import date, time

from paragraf.ids import MeetingId
from paragraf.model.draft import Draft
from paragraf.model.items import NOWHERE, AgendaItem, Paragraph, Source
from paragraf.model.paragraph_set import ParagraphSet


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeSpan:
    """From when to when; several of them where a meeting was adjourned."""

    start: time
    end: time | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendee:
    """Someone who was called, took part or adjusts."""

    name: str
    party: str | None = None
    """Code without parentheses, as written; None: said nothing."""
    role: str | None = None
    """ordförande, förvaltningschef…"""
    serves_for: str | None = None
    """Name of the member in whose place a substitute serves."""
    serves_for_party: str | None = None
    paragraphs: ParagraphSet | None = None
    """None: the whole meeting."""
    remote: bool = False
    """Took part at a distance (KL 5:16, 6:24)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AttendanceGroup:
    """People under one label of the document."""

    label: str
    """The document's own words: Beslutande ledamöter."""
    people: tuple[Attendee, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjustment:
    """Some §§ were certified as correct, and that was announced (KL 5:69, 8:12)."""

    paragraphs: ParagraphSet | None = None
    """None: all of the meeting."""
    adjusted: date | None = None
    """None: okänt, the minutes only say that it was done."""
    announced: date | None = None
    """The day the notice went up."""
    removed: date | None = None
    """The day the notice was taken down."""
    adjusters: tuple[Attendee, ...] = ()
    place: str = ""
    """Where the minutes are kept (KL 8:12)."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """§§ that exist but are not on the web (`ej på webben`)."""

    paragraphs: ParagraphSet
    reason: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancellation:
    """The meeting was not held (`inställt`)."""

    date: date
    """The day that was decided."""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """A kallelse: stays as it was sent when the minutes come."""

    published: date | None = None
    """Public from this day; None: not public."""
    times: tuple[TimeSpan, ...] = ()
    place: str = ""
    called: tuple[AttendanceGroup, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    """In file order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Minutes:
    """A protokoll."""

    paragraphs: tuple[Paragraph, ...] = ()
    """In file order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachmentFile:
    """A file in bilagor/. The bytes stay on disk."""

    path: str
    """From the meeting folder, NFC: bilagor/utredning.pdf."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal."""
    title: str = ""
    """Of a Markdown attachment: its heading; else empty."""
    text: str = ""
    """Of a Markdown attachment: what follows the heading; else empty."""
    text_line: int = field(default=0, compare=False)
    """Line of the text's first line."""

    @property
    def is_markdown(self) -> bool:
        """Whether it becomes a page with its text instead of a download."""
        return self.path.endswith(".md")


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """One body on one day."""

    id: MeetingId
    body_name: str
    """Full name of the body; without organisation.yml as the author wrote it."""
    kind: str = "ordinarie"
    """ordinarie or extra."""
    times: tuple[TimeSpan, ...] = ()
    """As held; of a meeting with only an agenda see Agenda.times."""
    place: str = ""
    draft: Draft = Draft.NONE
    """What of it is private whatever the dates say (`utkast`)."""
    cancelled: Cancellation | None = None
    moved_to: date | None = None
    original: str | None = None
    """The signed document, a path in bilagor/."""
    attendance: tuple[AttendanceGroup, ...] | None = None
    """None: unknown."""
    adjustments: tuple[Adjustment, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    agenda: Agenda | None = None
    minutes: Minutes | None = None
    files: tuple[AttachmentFile, ...] = ()
    """What lies in bilagor/, sorted by path."""
    tray: tuple[str, ...] = ()
    """Names in oplacerat/: unclaimed documents of an import, never public."""
    source: Source = field(default=NOWHERE, compare=False)
