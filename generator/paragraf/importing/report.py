"""The report of an import, in Swedish: where every line went and what a human should look at."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from paragraf.importing.document import Entry, FieldsRead, Line
from paragraf.importing.ledger import REPORT
from paragraf.problems import Problem, Severity

_REVIEW = "## Att granska"

_KINDS = {"kallelse": "kallelsen", "protokoll": "protokollet"}


def report_text(read: FieldsRead, lines: Sequence[Line]) -> str:
    """Markdown for import-rapport.md."""
    meeting = read.meeting
    # After an agenda and minutes were joined the meeting has both: the report is about the one just read.
    minutes = meeting.minutes.paragraphs if meeting.minutes and read.kind == "protokoll" else ()
    items = minutes or (meeting.agenda.items if meeting.agenda else ())
    parts = [
        f"# Import av {_KINDS[read.kind]} {meeting.id.date.isoformat()}",
        f"{meeting.body_name}. Källa: {escape(read.request.source.name)}, {len(lines)} rader, SHA-256 {read.sha256}.",
        f"{'Paragrafer' if minutes else 'Punkter'}: {len(items)}. Bilagor: {len(meeting.files)}."
        f" Oplacerade dokument: {len(read.tray)}. Mötet är ett utkast och syns inte på webbplatsen.",
        _REVIEW,
        _notes(read, lines),
        "## Oplacerade dokument",
        _tray(read),
        "## Vart varje rad tog vägen",
        _summary(read.ledger, lines),
        _table(read.ledger),
    ]
    return "\n\n".join(parts) + "\n"


def to_review(folder: Path) -> tuple[Problem, ...]:
    """What the reports in a meeting folder still list under "Att granska": an author strikes out what is done."""
    path = folder / REPORT
    try:
        rows = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    except (OSError, UnicodeDecodeError):
        return ()
    found: list[Problem] = []
    below = False
    for number, row in enumerate(rows, 1):
        if row.startswith("#"):
            below = row == _REVIEW
        elif below and row.startswith("- "):
            message = re.sub(r"\\(.)", r"\1", row.removeprefix("- "))
            found.append(
                Problem(path=REPORT, line=number, code="granska-import", message=message, severity=Severity.INFO)
            )
    return tuple(found)


def escape(text: str) -> str:
    """Text of the source as plain words in a table or list."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("`", "\\`").replace("[", "\\[")


def _notes(read: FieldsRead, lines: Sequence[Line]) -> str:
    found = []
    missed = {number for entry in read.ledger if entry.destination == REPORT for number in _numbers(entry)}
    for note in read.notes:
        text = f"Rad {note.line}: {escape(note.text)}" if note.line else escape(note.text)
        if note.line in missed:
            text += f" Där står: {escape(lines[note.line - 1].text)}"
        found.append(f"- {text}")
    return "\n".join(found) or "Inget."


def _numbers(entry: Entry) -> range:
    return range(entry.first, entry.last + 1)


def _tray(read: FieldsRead) -> str:
    if not read.tray:
        return "Inga."
    return "Flytta ett dokument till bilagor/ och länka det från sitt ärende, eller ta bort det.\n\n" + "\n".join(
        f"- {file.path}: {escape(file.title)}" for file in read.tray
    )


def _summary(ledger: Sequence[Entry], lines: Sequence[Line]) -> str:
    accounted = sum(entry.last - entry.first + 1 for entry in ledger)
    share = 100 * accounted // len(lines)
    return f"{accounted} av {len(lines)} rader är redovisade ({share} %)."


def _table(ledger: Sequence[Entry]) -> str:
    rows = ["| Rader | Till |", "|---|---|"]
    for destination, run in groupby(ledger, key=lambda entry: entry.destination):
        entries = list(run)
        first, last = entries[0].first, entries[-1].last
        rows.append(f"| {first if first == last else f'{first}–{last}'} | {destination} |")
    return "\n".join(rows)
