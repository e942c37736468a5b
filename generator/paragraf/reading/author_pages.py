"""sidor/: ordinary pages, with front matter that is read as strictly as every other YAML."""

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from paragraf.ids import slugify
from paragraf.model import AuthorPage, Source
from paragraf.problems import Problem
from paragraf.reading import strict_yaml
from paragraf.reading.files import Entry, digest, list_folder, read_text
from paragraf.reading.item_rules import is_run
from paragraf.reading.markdown_rules import no_comments
from paragraf.reading.report import Report
from paragraf.reading.shapes import NUMBER, TEXT, Field, Record
from paragraf.reading.typed import Values, read_record

FRONT_MATTER = Record(
    fields=(
        Field(key="titel", shape=TEXT, about="sidans titel, om den inte är dess första rubrik"),
        Field(key="beskrivning", shape=TEXT, about="en mening för sökmotorer"),
        Field(key="ordning", shape=NUMBER, about="sidans plats bland de andra"),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFile:
    """A picture or the like beside the authors' pages."""

    path: Path
    """Where it lies."""
    sha256: str
    """As it was when it was read."""


_ADDRESS_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OWN_FILES = ("assets/paragraf/", "manifest.json", "pagefind.", "pagefind/", "sitemap.xml")
_TITLE = re.compile(r"^#\s+(?P<title>\S.*?)\s*#*$", re.MULTILINE)


def read_pages(
    folder: Entry, taken: Collection[str], problems: list[Problem]
) -> tuple[tuple[AuthorPage, ...], Mapping[str, PageFile]]:
    """The Markdown files of sidor/ and its folders, by path; and its other files (images), by path.

    `taken` are the first parts of addresses that are others'.
    """
    pages: list[AuthorPage] = []
    others: dict[str, PageFile] = {}
    for entry in _files(folder, problems):
        report = Report(entry.shown)
        path = entry.shown.removeprefix(f"{folder.shown}/")
        if not _can_be_published(path, taken, report):
            problems += report.problems
            continue
        if not entry.name.endswith(".md"):
            if measured := digest(entry, report):
                others[path] = PageFile(path=entry.path, sha256=measured[1])
        elif page := _page(entry, path, report):
            pages.append(page)
        problems += report.problems
    return tuple(pages), MappingProxyType(others)


def _can_be_published(path: str, taken: Collection[str], report: Report) -> bool:
    """Whether a file can have the address that its name gives it; reported when not."""
    *folders, name = path.split("/")
    stem = name.removesuffix(".md")
    first = folders[0] if folders else stem
    better = "/".join(slugify(part) or "sida" for part in (*folders, stem))
    if is_run(name):
        message = f"”{name}” är av ett slag som kan köra program hos den som öppnar det, och publiceras inte."
        report.add("körbar-fil", 0, message, "Spara den som PDF eller bild.")
    elif path.startswith(_OWN_FILES):
        report.add("sidnamn", 0, f"Adressen ”{path}” är webbplatsens egen.", "Döp om filen.")
    elif name.endswith(".md") and slugify(first) in taken:
        report.add("sidnamn", 0, f"Adressen ”{first}/” är webbplatsens egen.", "Döp om filen.")
    elif name.endswith(".md") and stem.lower() == "readme":
        report.add("sidnamn", 0, "Filen läses inte som en sida.", "Startsidan heter index.md.")
    elif name.endswith(".md") and not all(map(_ADDRESS_PART.fullmatch, (*folders, stem))):
        report.add("sidnamn", 0, f"”{path}” kan inte bli en adress.", f"Döp den till ”{better}.md”.")
    else:
        return True
    return False


def _files(folder: Entry, problems: list[Problem]) -> Iterator[Entry]:
    waiting = deque([folder])
    while waiting:
        inner = waiting.popleft()
        entries = list_folder(inner.path, inner.shown, problems)
        waiting.extend(entry for entry in entries if entry.is_folder)
        yield from (entry for entry in entries if not entry.is_folder)


def _page(entry: Entry, path: str, report: Report) -> AuthorPage | None:
    text = read_text(entry, report)
    if text is None:
        return None
    front = _front_matter(text, report)
    if front is None:
        return None
    found, body, first_line = front
    no_comments(body.split("\n"), first_line, report)
    heading = _TITLE.search(body)
    title = found["titel"] or (heading["title"] if heading else "")
    if not title:
        message = "Sidan har varken ”titel:” överst eller någon rubrik."
        report.add("punkt-utan-rubrik", first_line, message, "Börja sidan med ”# Rubrik”.")
        return None
    return AuthorPage(
        path=path,
        title=title,
        description=found["beskrivning"] or "",
        order=found["ordning"],
        body=body,
        source=Source(path=entry.shown, line=first_line),
    )


def _front_matter(text: str, report: Report) -> tuple[Values, str, int] | None:
    """What stands between two lines of hyphens at the top, the rest, and the line on which the rest begins.

    None when the second line of hyphens is missing, which is reported.
    """
    nothing = Values(line=1)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return nothing, text, 1
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        report.add("yaml-form", 1, "”---” börjar sidans uppgifter, men de avslutas aldrig.", "Avsluta dem med ”---”.")
        return None
    body = "\n".join(lines[end + 1 :])
    if not any(line.strip() for line in lines[1:end]):
        return nothing, body, end + 2
    node = strict_yaml.parse("\n".join(lines[1:end]), report, first_line=2)
    return (read_record(node, FRONT_MATTER, report) if node else nothing), body, end + 2
