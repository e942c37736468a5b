"""The report of an import, in Swedish: what must go, what a human should look at, and where every line went."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from paragraf.importing.accounting import place_of, shares
from paragraf.importing.document import Entry, FieldsRead, Line, Row, Where
from paragraf.importing.drafting import told_of
from paragraf.importing.ledger import REPORT
from paragraf.importing.leftovers import Leftover, leftovers
from paragraf.model import Draft, Meeting
from paragraf.problems import Problem, Severity

_LEFTOVERS = "## Får inte bli offentligt"
_REVIEW = "## Att granska"
_KINDS = {
    ("kallelse", ""): "kallelsen",
    ("kallelse", "tillägg"): "tillägget till kallelsen",
    ("protokoll", ""): "protokollet",
    ("protokoll", "utdrag"): "utdraget ur protokollet",
}
_TITLE = "# Import av "


def report_text(read: FieldsRead, rows: Sequence[Row], kept: Sequence[str] = (), *, draft: Draft) -> str:
    """Markdown for import-rapport.md; `kept`: files that were edited by hand and stay as they are; `draft`: what of the
    meeting is not public.
    """
    meeting, lines = read.meeting, read.lines
    items = meeting.minutes.paragraphs if meeting.minutes else meeting.agenda.items if meeting.agenda else ()
    pages = max((line.page for line in lines), default=0)
    size = f"{f'{pages} sidor, ' if pages else ''}{len(lines)} rader"
    parts = [
        f"{_TITLE}{_KINDS[read.kind, read.variant]} {meeting.id.date.isoformat()}",
        f"{meeting.body_name}. Källa: {escape(read.request.source.name)}, {size}, SHA-256 {read.sha256}.",
        *_leftovers(read),
        f"{'Paragrafer' if meeting.minutes else 'Punkter'}: {len(items)}. Bilagor: {len(meeting.files)}."
        f" Oplacerade dokument: {len(read.tray)}. {told_of(draft)}",
        *_undated(meeting),
        _REVIEW,
        _notes(read, lines),
        *_kept(kept),
        "## Oplacerade dokument",
        _tray(read),
        "## Vart varje rad tog vägen",
        _summary(read.ledger, lines),
        *_shares(rows),
        _table(read.ledger),
        *_sections(rows),
    ]
    return "\n\n".join(parts) + "\n"


def joined_reports(new: str, old: str) -> str:
    """The new report above those of the meeting's other documents; an earlier one of the same document goes."""
    parts = re.split(rf"^(?={_TITLE})", old, flags=re.MULTILINE)
    same = _source_of(new)
    kept = [part.strip("\n") for part in parts if part.strip() and _source_of(part) != same]
    return "\n\n".join([new.strip("\n"), *kept]) + "\n"


def _source_of(report: str) -> tuple[str, str]:
    """Which document a report is about: its title, and the name of the file when a meeting can have several."""
    title = report.partition("\n")[0]
    source = re.search(r"Källa: (.*), (?:\d+ sidor, )?\d+ rader", report)
    several = any(_KINDS[one] in title for one in _KINDS if one[1])
    return title, source[1] if source and several else ""


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
            below = row in (_LEFTOVERS, _REVIEW)
        elif below and row.startswith("- "):
            message = re.sub(r"\\(.)", r"\1", row.removeprefix("- "))
            found.append(
                Problem(path=REPORT, line=number, code="granska-import", message=message, severity=Severity.INFO)
            )
    return tuple(found)


def escape(text: str) -> str:
    """Text of the source as plain words in a table or list."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("`", "\\`").replace("[", "\\[")


def _leftovers(read: FieldsRead) -> list[str]:
    """What must not be published as it stands, by kind."""
    found = leftovers(read.lines)
    if not found:
        return []
    rows = [
        f"- {place_of(one.line, read.lines)}: {one.kind}: {escape(one.text)}"
        for one in sorted(found, key=lambda one: (list(Leftover).index(one.kind), one.line))
    ]
    return [_LEFTOVERS, "\n".join(rows)]


def _undated(meeting: Meeting) -> list[str]:
    """That nothing but the draft holds §§ back whose adjustment has no day: an unknown day counts as past."""
    if all(one.adjusted or one.announced for one in meeting.adjustments):
        return []
    return [
        "Dokumentet säger inte vilken dag det justerades, så i mote.yml står ”justerat: okänt”. Då blir paragraferna "
        "publika så snart ”utkast” är borta. Skriv in dagarna för justering och anslag först, om du har dem."
    ]


def _kept(kept: Sequence[str]) -> list[str]:
    if not kept:
        return []
    told = "De är ändrade för hand, och därför står kanske inte dokumentets alla ord i dem."
    return ["## Filer som står kvar som de var", told, "\n".join(f"- {path}" for path in sorted(kept))]


def _notes(read: FieldsRead, lines: Sequence[Line]) -> str:
    missed = rows_of_report(read)
    found = []
    for note in read.notes:
        text = escape(note.text + (f" Där står: {lines[note.line - 1].text}" if note.line in missed else ""))
        found.append(f"- {place_of(note.line, lines)}: {text}" if note.line else f"- {text}")
    return "\n".join(found) or "Inget."


def rows_of_report(read: FieldsRead) -> frozenset[int]:
    """The lines of the source that are nowhere but in the report."""
    return frozenset(
        number for entry in read.ledger if entry.destination == REPORT for number in range(entry.first, entry.last + 1)
    )


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


def _shares(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return []
    told = ["| Slag | Rader | Andel |", "|---|---|---|"]
    return [
        "\n".join([*told, *(f"| {place} | {count} | {share} % |" for place, (count, share) in shares(rows).items())])
    ]


def _sections(rows: Sequence[Row]) -> list[str]:
    """The items' lines by section."""
    told = [row for row in rows if row.where is Where.ITEM]
    if not told:
        return []
    paged = any(row.pages[0] for row in told)
    table = [f"| Ärende | Avsnitt | Rader |{' Sida |' if paged else ''}", f"|---|---|---|{'---|' if paged else ''}"]
    for row in told:
        page = f" {span(*row.pages)} |" if paged else ""
        table.append(f"| {row.destination} | {escape(row.section)} | {span(row.first, row.last)} |{page}")
    return ["## Ärendenas avsnitt", "\n".join(table)]


def span(first: int, last: int) -> str:
    """ "3" or "3–5"."""
    return str(first) if first == last else f"{first}–{last}"


def _table(ledger: Sequence[Entry]) -> str:
    rows = ["| Rader | Till |", "|---|---|"]
    for destination, run in groupby(ledger, key=lambda entry: entry.destination):
        entries = list(run)
        first, last = entries[0].first, entries[-1].last
        rows.append(f"| {span(first, last)} | {destination} |")
    return "\n".join(rows)
