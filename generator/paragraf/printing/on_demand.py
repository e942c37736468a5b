"""`paragraf pdf`: one document of one meeting, as it is public on a day. What is not public is not in it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf.archive import Archive, Phase
from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.ids import ParagraphNumber
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.site import make_index
from paragraf.printing.contents import extract, whole
from paragraf.printing.document import Kind, Printed
from paragraf.printing.layout import layout
from paragraf.printing.make import make_pdf, read_arms
from paragraf.problems import Problem, Severity
from paragraf.publishing.names import finder
from paragraf.publishing.public import publish
from paragraf.reading import read_content

_NAMES = {Phase.AGENDA: ("Kallelsen", "publik"), Phase.MINUTES: ("Protokollet", "publikt")}
_ADVICE = "Med --utkast görs dokumentet ändå, märkt på varje sida."


class OrderError(Exception):
    """The document cannot be made; the message says in Swedish why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What somebody asks for."""

    folder: Path
    """The meeting's, in a content folder: content/san/2023-04-26."""
    kind: Kind | None
    """None: the minutes when they are public, else the agenda."""
    number: ParagraphNumber | None = None
    """Of the § of an extract."""
    day: date
    draft: bool = False
    """True: what is not public is there too, and every page says so."""


def on_demand(order: Order) -> tuple[str, bytes, tuple[Problem, ...]]:
    """The file's own name, its bytes, and the problems of the meeting's folder; no bytes when one of them is an error.

    Raises OrderError for what is not there or not public, MissingLibraryError without Pango, ChangedFileError when the
    coat of arms changes meanwhile.
    """
    folder = order.folder.resolve()
    content = folder.parent.parent
    if not (folder / "mote.yml").is_file():
        raise OrderError(
            f"{order.folder} är ingen mapp för ett sammanträde: där finns ingen mote.yml. "
            "Ange en som content/san/2023-04-26."
        )
    read = read_content(content)
    archive = build_archive(read.organisation, read.meetings)
    place = folder.relative_to(content).as_posix()
    found = sorted({*read.problems, *run_checks(archive, read.pages)})
    problems = tuple(one for one in found if one.path == "organisation.yml" or f"{one.path}/".startswith(f"{place}/"))
    if any(one.severity is Severity.ERROR for one in problems):
        return "", b"", problems
    public = publish(archive, order.day, draft=order.draft)
    index = make_index(public)
    document = _document(order, archive, index, place)
    if finder(person.name for person in read.organisation.protected)(layout(document)[0]):
        raise OrderError("Ett skyddat namn står i dokumentet. Skriv personens alias i texten.")
    return document.name, make_pdf(document, read_arms(index.organisation, content)), problems


def _document(order: Order, archive: Archive, index: Index, place: str) -> Printed:
    written = next((one for one in archive.meetings if one.id.path == place), None)
    meeting = next((one for one in index.archive.meetings if one.id.path == place), None)
    if written is None:
        raise OrderError(f"{order.folder} går inte att läsa som ett sammanträde. Kör paragraf check.")
    if meeting is None:
        raise OrderError(f"Ingenting av sammanträdet är publikt {order.day}. {_ADVICE}")
    if order.kind is Kind.EXTRACT:
        return _extract(order, written, meeting, index)
    within = index.archive.index_by_id[meeting.id]
    agenda = order.kind is Kind.AGENDA or (order.kind is None and not within.minutes)
    phase = Phase.AGENDA if agenda else Phase.MINUTES
    if within.agenda if agenda else within.minutes:
        return whole(index, meeting, phase)
    name, public = _NAMES[phase]
    if not (written.agenda and written.agenda.items if agenda else written.minutes):
        raise OrderError(f"{name} finns inte i {order.folder}.")
    raise OrderError(f"{name} är inte {public} {order.day}. {_ADVICE}")


def _extract(order: Order, written: Meeting, meeting: Meeting, index: Index) -> Printed:
    rows = index.archive.index_by_id[meeting.id].minutes
    found = next((one for one in rows if one.paragraph.number == order.number), None)
    if found is not None:
        return extract(index, found)
    numbers = [one.number for one in (written.minutes.paragraphs if written.minutes else ()) if one.number]
    if order.number in numbers:
        raise OrderError(f"§ {order.number} är inte publik {order.day}. {_ADVICE}")
    known = f"Där finns {words.numbers(map(str, numbers))}." if numbers else "Där finns inga paragrafer."
    raise OrderError(f"§ {order.number} finns inte i protokollet. {known}")
