"""What must hold within one item: its headings, attachments, links and votes. Each rule is a generator."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from urllib.parse import unquote

from paragraf.ids import slugify
from paragraf.model import AttachmentEntry, AttachmentFile, Item, Section
from paragraf.model.derived import attachment_entry, list_entries, meanings_of_vote, table_cells
from paragraf.problems import Problem, did_you_mean, problem
from paragraf.vocabulary.headings import KINDS, UNKNOWN
from paragraf.vocabulary.items import ATTACHMENT_KINDS, RUN_BY_BROWSERS, VOTES

Files = Mapping[str, AttachmentFile]

_MARKED = re.compile(r"\([^()]*(?:publi\w+|sekretess|hemlig|maskerad|\bosl\b)[^)]*", re.IGNORECASE)
_LINK = re.compile(r"(?<!\\)\[(?P<title>[^\]\n]*)\]\((?P<file><[^>\n]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_CODE = re.compile(r"^( {0,3})(`{3,}|~{3,}).*?^ {0,3}\2[`~]*[ \t]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_MANY = 300
_MOST_UNKNOWN = 50


def item_problems(items: Iterable[Item], files: Iterable[AttachmentFile]) -> Iterator[Problem]:
    """Everything that breaks a rule in the items of a meeting, whose attachments are given."""
    known = {file.path: file for file in files}
    for item in items:
        for rule in ITEM_RULES:
            yield from rule(item, known)


def headings(item: Item, files: Files) -> Iterator[Problem]:
    """A section's heading is one of those in the table."""
    unknown = [section for section in item.sections if section.kind == UNKNOWN]
    for section in unknown[:_MOST_UNKNOWN]:
        message = f"Rubriken ”{section.heading}” finns inte i tabellen över rubriker."
        yield problem("okänd-rubrik", item.source.path, section.line, message, _near_heading(section.heading))
    if len(unknown) > _MOST_UNKNOWN:
        message = f"Här finns {len(unknown)} okända rubriker; bara de första {_MOST_UNKNOWN} visas."
        yield problem("okänd-rubrik", item.source.path, unknown[_MOST_UNKNOWN].line, message)


def attachment_entries(item: Item, files: Files) -> Iterator[Problem]:
    """A document is linked, or marked as not published, or neither; what is linked lies in bilagor/."""
    path = item.source.path
    for entry, beside in _entries(item):
        if entry.file is not None and (entry.withheld is not None or _MARKED.search(beside)):
            message = f"”{entry.title}” är länkad och ändå märkt som inte publicerad. Filen skulle ligga öppet."
            yield problem("länkad-och-dold", path, entry.line, message, "Ta bort länken och filen, eller märkningen.")
        if entry.file is not None:
            yield from _target(entry.file, files, path, entry.line, is_attachment=True)
        if entry.withheld == "":
            message = f"”{entry.title}” publiceras inte, men skälet saknas."
            yield problem("utan-skäl", path, entry.line, message, "Skriv ”(publiceras inte: 26 kap. 1 § OSL)”.")
        if not entry.title or "](" in entry.title:
            message = "Raden går inte att läsa: den ska vara en handling som ”[Titel](bilagor/fil.pdf)” eller ”Titel”."
            yield problem("fel-form", path, entry.line, message, "Skriv en handling per rad.")


def lists(item: Item, files: Files) -> Iterator[Problem]:
    """A section that names documents is a list."""
    for section in item.sections:
        if section.kind in ("underlag", "bilagor") and section.text and not list_entries(section.text):
            message = f"”{section.heading}” har ingen lista, så inga handlingar läses."
            advice = "Skriv varje handling på en egen rad som börjar med ”- ”."
            yield problem("ensam-text", item.source.path, section.line, message, advice)


def links(item: Item, files: Files) -> Iterator[Problem]:
    """A link in the text leads to an attachment of the meeting, or out on the web."""
    blocks = [(item.text, item.text_line)]
    blocks += [(one.text, one.text_line) for one in item.sections if one.kind not in ATTACHMENT_KINDS]
    for text, first_line in blocks:
        if "](" not in text:
            continue
        visible = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
        for number, line in enumerate(visible.split("\n"), first_line):
            for link in _LINK.finditer(line):
                target = link["file"].strip("<>").split(' "')[0].strip()
                target = target.partition("#")[0] or target
                if not target.startswith("#") and not _ELSEWHERE.match(target):
                    yield from _target(target, files, item.source.path, number, is_attachment=False)


def votes(item: Item, files: Files) -> Iterator[Problem]:
    """A vote says what ja and nej mean, and each ballot is one of the known words (KL 5:54–56)."""
    for place, section in enumerate(item.sections):
        if section.kind == "omrostning":
            yield from _meanings(item, place)
            yield from _ballots(item.source.path, section)


ITEM_RULES: tuple[Callable[[Item, Files], Iterator[Problem]], ...] = (
    headings,
    attachment_entries,
    lists,
    links,
    votes,
)
"""In the order in which they are tried."""


def file_problems(target: str, files: Files, path: str, line: int) -> Iterator[Problem]:
    """What is wrong with a file that mote.yml names."""
    yield from _target(target, files, path, line, is_attachment=True)


def _target(target: str, files: Files, path: str, line: int, *, is_attachment: bool) -> Iterator[Problem]:
    if target in files:
        if is_run(target):
            message = f"”{target}” är av ett slag som kan köra program hos den som öppnar det, och publiceras inte."
            yield problem(
                "körbar-fil", path, line, message, "Spara den som PDF eller bild, eller packa den i en zip-fil."
            )
        return
    parts = target.replace("\\", "/").split("/")
    if target.startswith(("/", "\\", "~")) or ".." in parts or re.match(r"[A-Za-z]:|file:", target):
        message = f"”{target}” leder ut ur sammanträdets mapp."
        yield problem("utanför-mappen", path, line, message, "Lägg filen i bilagor/ och skriv ”bilagor/filnamn”.")
    elif _ELSEWHERE.match(target):
        message = f"”{target}” är en adress, men handlingar är filer i bilagor/."
        yield problem(
            "utanför-mappen", path, line, message, "Lägg filen i bilagor/, eller skriv länken i löpande text."
        )
    elif is_attachment or target.startswith("bilagor/") or not target:
        yield problem("saknad-fil", path, line, f"Filen ”{target}” finns inte.", _near_file(target, files))
    else:
        message = f"Länken ”{target}” leder inte till någon fil."
        yield problem("saknad-fil", path, line, message, _near_file(target, files) or "Länkar räknas från mötets mapp.")


def is_run(name: str) -> bool:
    """Whether a browser, or a web server, runs a file with such a name instead of showing it."""
    return name.rpartition(".")[2].strip().lower() in RUN_BY_BROWSERS


def _near_file(target: str, files: Files) -> str:
    """The file that was meant: the same name but for case and punctuation, else one spelt nearly so."""
    if not files:
        return "Mappen bilagor/ är tom."
    wanted = slugify(unquote(target).removeprefix("bilagor/"))
    # Comparing spellings is slow: not for folders of thousands of files.
    candidates = list(files) if len(files) <= _MANY else []
    same = next((file for file in candidates if slugify(file.removeprefix("bilagor/")) == wanted), "")
    near = same or next(iter(get_close_matches(target, candidates, n=1, cutoff=0.8)), "")
    return f"Menade du ”{near}”?" if near else ""


def _entries(item: Item) -> Iterator[tuple[AttachmentEntry, str]]:
    """Every attachment, and what the author wrote beside its link."""
    for section in item.sections:
        if section.kind in ATTACHMENT_KINDS:
            for one in list_entries(section.text):
                line = section.text_line + one.line
                entry = attachment_entry(one.text, kind=section.kind, listed=True, line=line)
                yield entry, _LINK.sub("", one.text)
    yield from ((entry, entry.title) for entry in item.unlisted)


def _meanings(item: Item, place: int) -> Iterator[Problem]:
    section = item.sections[place]
    lines = [line.strip().lstrip("-* ") for line in section.text.split("\n")]
    stated = set(meanings_of_vote(item.sections, place))
    # A closed vote (KL 5:56) has neither table nor sides.
    if len(stated) < 2 and (stated or any(table_cells(line) for line in lines)):
        missing = [side for side in ("ja", "nej") if side not in stated]
        message = f"Omröstningen säger inte vad {' och '.join(missing)} betyder."
        advice = f"Skriv en rad ”{missing[0].title()}: bifall till …”."
        yield problem("rösttabell", item.source.path, section.line, message, advice)


def _ballots(path: str, section: Section) -> Iterator[Problem]:
    rows = [(number, table_cells(line)) for number, line in enumerate(section.text.split("\n"), section.text_line)]
    rows = [(number, cells) for number, cells in rows if cells]
    if not rows:
        return
    line, head = rows[0]
    if [cell.casefold() for cell in head] != ["ledamot", "röst"]:
        message = f"Tabellens huvud är ”{' | '.join(head)}” men ska vara ”Ledamot | Röst”."
        yield problem("rösttabell", path, line, message, "Skriv ”| Ledamot | Röst |” och en rad per ledamot.")
        return
    for number, cells in rows[1:]:
        if len(cells) != 2 or not cells[0]:
            message = f"Raden ”{' | '.join(cells)}” ska vara en ledamot och en röst."
            yield problem("rösttabell", path, number, message, "Skriv ”| Siv Exempel (S) | ja |”.")
        elif cells[1].casefold() not in VOTES:
            message = f"Rösten ”{cells[1]}” för {cells[0]} är inte {', '.join(VOTES[:-1])} eller {VOTES[-1]}."
            yield problem("okänd-röst", path, number, message, did_you_mean(cells[1], VOTES))


@cache
def _near_heading(heading: str) -> str:
    known = (wording.capitalize() for wordings in KINDS.values() for wording in wordings)
    return did_you_mean(heading, known)
