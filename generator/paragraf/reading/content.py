"""A whole content folder: organisation, meetings and pages. A faulty meeting never stops the others."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from paragraf.ids import ParagraphId
from paragraf.model import AuthorPage, Meeting, Organisation
from paragraf.problems import Problem, problem
from paragraf.reading.author_pages import PageFile, read_pages
from paragraf.reading.files import Entry, list_folder
from paragraf.reading.meeting import read_meeting
from paragraf.reading.organisation import RESERVED, read_organisation

ORGANISATION_FILE = "organisation.yml"
ADDRESS_FILE = "adresser.yml"
PAGES_FOLDER = "sidor"


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """Everything that authors wrote, and everything wrong with it."""

    organisation: Organisation
    """Without name and bodies when organisation.yml is missing or cannot be read."""
    meetings: tuple[Meeting, ...]
    """In the order of their folders."""
    pages: tuple[AuthorPage, ...]
    page_files: Mapping[str, PageFile]
    """Pictures and the like in sidor/: path from there -> file."""
    problems: tuple[Problem, ...]
    """Sorted by file and line."""


def read_content(folder: Path) -> Content:
    """Read a content folder. Never raises: what cannot be read is a problem."""
    problems: list[Problem] = []
    entries = list_folder(folder, "", problems)
    by_name = {entry.name: entry for entry in entries}
    if not entries and not problems:
        message = "Mappen är tom; den ska ha organisation.yml och en mapp per organ."
        problems.append(problem("tom-mapp", ".", 0, message))
    organisation = _organisation(by_name.get(ORGANISATION_FILE), bool(entries), problems)
    pages = by_name.get(PAGES_FOLDER)
    taken = RESERVED.union(body.slug for body in organisation.bodies) if organisation else RESERVED
    author_pages, page_files = read_pages(pages, taken, problems) if pages and pages.is_folder else ((), {})
    problems += _same_address_twice(author_pages)
    meetings: list[Meeting] = []
    known = (ORGANISATION_FILE, ADDRESS_FILE, organisation.arms.path if organisation and organisation.arms else "")
    for place in _meeting_folders(entries, known, problems):
        meeting, found = read_meeting(place.path, organisation, root=folder)
        problems += found
        meetings += [meeting] if meeting else []
    problems += _same_paragraph_twice(meetings)
    return Content(
        organisation=organisation or Organisation(name=""),
        meetings=tuple(meetings),
        pages=author_pages,
        page_files=page_files,
        problems=tuple(sorted(set(problems))),
    )


def _organisation(entry: Entry | None, has_content: bool, problems: list[Problem]) -> Organisation | None:
    if entry is None:
        if has_content and not any(one.path == ORGANISATION_FILE for one in problems):
            message = "organisation.yml saknas, så organ och diarienummer kontrolleras inte."
            problems.append(problem("utan-organisation", ORGANISATION_FILE, 0, message))
        return None
    organisation, found = read_organisation(entry.path)
    problems += found
    return organisation


def _meeting_folders(entries: tuple[Entry, ...], known: Container[str], problems: list[Problem]) -> Iterator[Entry]:
    """Every folder in a body's folder; `known` are the files beside those folders that are read elsewhere."""
    for entry in entries:
        if not entry.is_folder:
            if entry.name not in known:
                problems.append(problem("okänd-fil", entry.shown, 0, "Filen läses inte av någon.", "Ta bort den."))
            continue
        if entry.name == PAGES_FOLDER:
            continue
        for inner in list_folder(entry.path, entry.shown, problems):
            if inner.is_folder:
                yield inner
            else:
                message = f"I {entry.name}/ läses bara mappar för sammanträden."
                problems.append(problem("okänd-fil", inner.shown, 0, message, "Lägg filen i ett sammanträdes mapp."))


def _same_address_twice(pages: tuple[AuthorPage, ...]) -> Iterator[Problem]:
    """stod.md and stod/index.md would have the same address."""
    first: dict[str, AuthorPage] = {}
    for page in pages:
        address = page.path.removesuffix(".md").removesuffix("/index")
        if (other := first.setdefault(address, page)) is not page:
            message = f"Sidan får samma adress som {other.source.path}."
            yield problem("sidnamn", page.source.path, 0, message, "Döp om den ena, eller ta bort den.")


def _same_paragraph_twice(meetings: list[Meeting]) -> Iterator[Problem]:
    """Numbers of §§ run through a body's year: the same one in two meetings is one too many."""
    first: dict[ParagraphId, Meeting] = {}
    for meeting in meetings:
        for one in meeting.minutes.paragraphs if meeting.minutes else ():
            if one.number is None:
                continue
            key = ParagraphId(meeting.id.body, meeting.id.date.year, one.number)
            other = first.setdefault(key, meeting)
            if other is not meeting:
                message = f"{key} finns redan i {other.source.path}. Numren löper genom hela året."
                advice = "Rätta numret i det ena protokollet."
                yield problem("dubbel-paragraf", one.source.path, one.source.line, message, advice)
