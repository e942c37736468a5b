"""One meeting folder as a model. Everything wrong with it becomes a problem; nothing is raised."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from paragraf.ids import MeetingId, nfc, parse_folder, slugify
from paragraf.model import Agenda, AgendaItem, Body, Meeting, Minutes, Organisation, Paragraph, Source
from paragraf.problems import Problem, did_you_mean, problem
from paragraf.reading.attachments import read_attachments
from paragraf.reading.files import MAX_YAML, Entry, list_folder, read_text
from paragraf.reading.item_rules import item_problems
from paragraf.reading.items import Context, read_agenda_item, read_paragraph
from paragraf.reading.meeting_facts import MeetingFacts, read_meeting_facts
from paragraf.reading.meeting_rules import meeting_problems
from paragraf.reading.report import Report
from paragraf.reading.waivers import apply_waivers

_Item = TypeVar("_Item", AgendaItem, Paragraph)

FACTS_FILE = "mote.yml"
FOLDERS = ("kallelse", "protokoll", "bilagor", "oplacerat")
IGNORED = ("import-rapport.md", "import.json")
_ALMOST_DAY = re.compile(r"(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(?!\d)")


def read_meeting(
    folder: Path, organisation: Organisation | None = None, *, root: Path | None = None
) -> tuple[Meeting | None, tuple[Problem, ...]]:
    """The meeting in a folder and everything wrong with it, in order; None when it is no meeting of a known body.

    Paths in problems count from `root` (the content folder); without it the folder is one that lies alone. Without an
    organisation any body is accepted and case numbers are not checked. Never raises.
    """
    shown = nfc(folder.relative_to(root).as_posix() if root else folder.name or folder.resolve().name)
    problems: list[Problem] = []
    if folder.is_symlink():
        message = "Mappen är en symbolisk länk, som kan leda ut ur innehållet. Den läses inte."
        return None, (problem("symbolisk-länk", shown, 0, message, "Lägg själva mappen här."),)
    entries = list_folder(folder, shown, problems)
    by_name = {entry.name: entry for entry in entries}
    if not entries:
        if not problems:
            problems.append(problem("tom-mapp", shown, 0, f"Mappen är tom; den ska minst ha {FACTS_FILE}."))
        return None, tuple(problems)
    problems += _strangers(entries)
    named = _from_name(folder.name, shown, problems, is_alone=root is None)
    facts = _facts(by_name.get(FACTS_FILE), folder, shown, problems)
    day = (named[0] if named else None) or (facts.day if facts else None)
    where = Report(f"{shown}/{FACTS_FILE}")
    if facts and named and facts.day and facts.day != named[0]:
        line = facts.lines["datum"]
        message = f"datum är {facts.day} men mappen heter {folder.name}."
        where.add("fel-mapp", line, message, "Rätta datumet, eller döp om mappen.")
    body = _body(facts, day, folder, organisation, root, where)
    context = Context(
        day=day or date.min,
        patterns=organisation.number_patterns if organisation else (),
        own_names=_own_names(body[1], facts),
    )
    items = _items(by_name.get("kallelse"), context, read_agenda_item, problems)
    paragraphs = _items(by_name.get("protokoll"), context, read_paragraph, problems)
    files = read_attachments(by_name["bilagor"], problems) if "bilagor" in by_name else ()
    tray = (
        list_folder(by_name["oplacerat"].path, by_name["oplacerat"].shown, problems) if "oplacerat" in by_name else ()
    )
    problems += where.problems
    if facts is None or day is None or body[0] is None or (root and named is None):
        # Without a meeting its items can still be looked through: all problems in one run.
        problems += item_problems((*items, *paragraphs), files)
        return None, tuple(sorted(apply_waivers(problems, (*items, *paragraphs))))
    agenda = facts.agenda or (Agenda() if items else None)
    meeting = Meeting(
        id=MeetingId(body=body[0], date=day, ordinal=named[1] if named else 1),
        body_name=body[1].name if body[1] else facts.body or "",
        kind=facts.kind,
        times=facts.times,
        place=facts.place,
        draft=facts.draft,
        cancelled=facts.cancelled,
        moved_to=facts.moved_to,
        original=facts.original,
        attendance=facts.attendance,
        adjustments=facts.adjustments,
        withheld=facts.withheld,
        agenda=replace(agenda, items=items) if agenda else None,
        minutes=Minutes(paragraphs=paragraphs) if paragraphs else None,
        files=files,
        tray=tuple(entry.name for entry in tray),
        source=Source(path=shown),
    )
    problems += item_problems((*items, *paragraphs), files)
    problems += meeting_problems(meeting, facts.lines)
    return meeting, tuple(sorted(apply_waivers(problems, (*items, *paragraphs))))


def _strangers(entries: tuple[Entry, ...]) -> list[Problem]:
    """What lies in a meeting folder and is not read."""
    found = []
    for entry in entries:
        known = FOLDERS if entry.is_folder else (FACTS_FILE, *IGNORED)
        if entry.name not in known:
            what = "Mappen" if entry.is_folder else "Filen"
            advice = did_you_mean(entry.name, (*FOLDERS, FACTS_FILE)) or "Bilagor ligger i bilagor/."
            found.append(problem("okänd-fil", entry.shown, 0, f"{what} läses inte av någon.", advice))
    return found


def _from_name(name: str, shown: str, problems: list[Problem], *, is_alone: bool) -> tuple[date, int] | None:
    """Date and ordinal of the folder's name; None when it has none, as only a folder that lies alone may."""
    try:
        return parse_folder(nfc(name))
    except ValueError:
        if is_alone:
            return None
        message = f"”{nfc(name)}” är inte ett datum i kalendern."
        advice = "Mappen ska heta som 2023-04-26, och dagens andra sammanträde som 2023-04-26-2."
        if meant := _meant(nfc(name)):
            message = f"”{nfc(name)}” är inte en dag så som mappar ska heta."
            advice = f"Döp om mappen till {meant}, eller till {meant}-2 om dagen redan har ett sammanträde."
        problems.append(problem("mappnamn", shown, 0, message, advice))
        return None


def _meant(name: str) -> str:
    """The name that a folder should have had, when it begins with a day in another form: 2023-4-6, 20230406."""
    match = _ALMOST_DAY.match(name)
    if not match:
        return ""
    year, month, day = (int(part) for part in match.groups())
    meant = f"{year}-{month:02}-{day:02}"
    try:
        parse_folder(meant)
    except ValueError:
        return ""
    return meant


def _facts(entry: Entry | None, folder: Path, shown: str, problems: list[Problem]) -> MeetingFacts | None:
    report = Report(f"{shown}/{FACTS_FILE}")
    if entry is None or entry.is_folder:
        if not any(one.path == report.path for one in problems):
            report.add("saknad-fil", 0, f"{FACTS_FILE} saknas; den säger organ och datum.")
        problems += report.problems
        return None
    text = read_text(entry, report, limit=MAX_YAML)
    facts = read_meeting_facts(text, report) if text is not None else None
    problems += report.problems
    return facts


def _body(
    facts: MeetingFacts | None,
    day: date | None,
    folder: Path,
    organisation: Organisation | None,
    root: Path | None,
    report: Report,
) -> tuple[str | None, Body | None]:
    """Code of the body, and the body itself when the organisation knows it."""
    if facts is None or not facts.body or day is None:
        return None, None
    parent = nfc(folder.parent.name)
    line = facts.lines["organ"]
    if organisation is None or not organisation.bodies:
        slug = slugify(facts.body)
        if root and slug != parent:
            return parent.upper(), None
        return (facts.body if " " not in facts.body else slug.upper()), None
    body = organisation.find_body(facts.body, day)
    if body is None:
        words = [word for one in organisation.bodies for word in (one.code, one.name, *(a.name for a in one.aliases))]
        advice = did_you_mean(facts.body, words) or f"Där finns: {', '.join(one.code for one in organisation.bodies)}."
        report.add("okänt-organ", line, f"Organet ”{facts.body}” finns inte i organisation.yml den dagen.", advice)
        return None, None
    if root and parent != body.slug:
        message = f"organ är {facts.body}, men sammanträdet ligger i mappen {parent}/."
        report.add("fel-mapp", line, message, f"Flytta mappen till {body.slug}/, eller rätta organ.")
    return body.code, body


def _own_names(body: Body | None, facts: MeetingFacts | None) -> tuple[str, ...]:
    """What the meeting's own body is called."""
    if body:
        return (body.name, body.code, *(alias.name for alias in body.aliases))
    return (facts.body,) if facts and facts.body else ()


def _items(
    folder: Entry | None,
    context: Context,
    read: Callable[[str, str, Context, Report], _Item | None],
    problems: list[Problem],
) -> tuple[_Item, ...]:
    """The items of kallelse/ or protokoll/, in the order of their file names."""
    if folder is None or not folder.is_folder:
        return ()
    items: list[_Item] = []
    before = len(problems)
    for entry in list_folder(folder.path, folder.shown, problems):
        if entry.is_folder or not entry.name.endswith(".md"):
            message = f"Bara filer som slutar på .md läses i {folder.name}/."
            problems.append(problem("okänd-fil", entry.shown, 0, message, "Bilagor ligger i bilagor/."))
            continue
        report = Report(entry.shown)
        text = read_text(entry, report)
        item = read(text, entry.name, context, report) if text is not None else None
        items += [item] if item else []
        problems += report.problems
    if not items and len(problems) == before:
        message = f"Mappen {folder.name}/ är tom."
        problems.append(
            problem("utan-punkter", folder.shown, 0, message, "Lägg dit en fil per punkt, eller ta bort den.")
        )
    return tuple(items)
