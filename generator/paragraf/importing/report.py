"""The report of an import, in Swedish: where every line went and what a human should look at."""

from collections import Counter
from collections.abc import Sequence

from paragraf.importing.document import Entry, FieldsRead, Line

_KINDS = {"kallelse": "kallelsen", "protokoll": "protokollet"}


def report_text(read: FieldsRead, lines: Sequence[Line]) -> str:
    """Markdown for import-rapport.md."""
    meeting = read.meeting
    items = meeting.minutes.paragraphs if meeting.minutes else meeting.agenda.items if meeting.agenda else ()
    parts = [
        f"# Import av {_KINDS[read.kind]} {meeting.id.date.isoformat()}",
        f"{meeting.body_name}. Källa: {escape(read.request.source.name)}, {len(lines)} rader, SHA-256 {read.sha256}.",
        f"{len(items)} {'paragrafer' if meeting.minutes else 'punkter'}, {len(meeting.files)} bilagor"
        f" och {len(read.tray)} oplacerade dokument. Mötet är ett utkast och syns inte på webbplatsen.",
        "## Att granska",
        _notes(read, lines),
        "## Oplacerade dokument",
        _tray(read),
        "## Vart varje rad tog vägen",
        _summary(read.ledger, lines),
        _table(read.ledger),
    ]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text of the source as plain words in a table or list."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("`", "\\`").replace("[", "\\[")


def _notes(read: FieldsRead, lines: Sequence[Line]) -> str:
    found = []
    missed = {number for entry in read.ledger if entry.destination == "import-rapport.md" for number in _numbers(entry)}
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
    counts: Counter[str] = Counter()
    for entry in ledger:
        counts[entry.destination] += entry.last - entry.first + 1
    accounted = sum(counts.values())
    share = 100 * accounted // len(lines)
    return f"{accounted} av {len(lines)} rader är redovisade ({share} %)."


def _table(ledger: Sequence[Entry]) -> str:
    rows = ["| Rader | Till |", "|---|---|"]
    for entry in ledger:
        span = str(entry.first) if entry.first == entry.last else f"{entry.first}–{entry.last}"
        rows.append(f"| {span} | {entry.destination} |")
    return "\n".join(rows)
