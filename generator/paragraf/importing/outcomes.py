"""What came of a file of an import, as a summary, as JSON and for the way from one process to another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from paragraf.importing.accounting import shares
from paragraf.importing.document import Conflict, Row, Where, Written
from paragraf.importing.leftovers import LeftoverFound, leftovers
from paragraf.model import Draft
from paragraf.problems import Problem


class Status(StrEnum):
    """How it went; its value is what a reader is told."""

    IMPORTED = "importerad"
    UNCHANGED = "redan importerad"
    ATTACHED = "lagd som bilaga"
    TRAY = "oplacerad bilaga"
    CONFLICT = "ändrad för hand"
    FAILED = "inte importerad"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a file. Holds nothing of its text but what somebody must look at."""

    source: Path
    status: Status
    folder: Path | None = None
    """The meeting's folder; None when nothing was written."""
    kind: str = ""
    """kallelse, protokoll, tillägg or utdrag."""
    body: str = ""
    date: str = ""
    """ÅÅÅÅ-MM-DD."""
    items: int = 0
    attachments: int = 0
    tray: int = 0
    lines: int = 0
    shares: Mapping[Where, tuple[int, int]] = field(default_factory=dict)
    """Sort of place -> lines and per cent."""
    problems: tuple[Problem, ...] = ()
    """Why nothing was written, or what a human should look at."""
    leftovers: tuple[tuple[LeftoverFound, int], ...] = ()
    """What must not be public as it stands, with its page."""
    kept: tuple[str, ...] = ()
    """Files that stay as they were edited."""
    draft: Draft = Draft.ALL
    """What of the meeting is a draft now."""
    conflicts: tuple[Conflict, ...] = ()
    rows: tuple[Row, ...] = ()
    """Where every line went; empty unless asked for."""

    @property
    def failed(self) -> bool:
        """Whether the command ends with status 1 because of it."""
        return self.status in (Status.FAILED, Status.CONFLICT)

    @property
    def accounted(self) -> int:
        """Per cent of the lines whose place the account tells."""
        return sum(share for _, share in self.shares.values())

    def as_json(self) -> dict[str, Any]:
        """The form that `paragraf import --json` prints."""
        return {
            "file": str(self.source),
            "outcome": str(self.status),
            "folder": str(self.folder) if self.folder else None,
            "kind": self.kind or None,
            "body": self.body or None,
            "date": self.date or None,
            "items": self.items,
            "attachments": self.attachments,
            "tray": self.tray,
            "lines": self.lines,
            "accounted": self.accounted,
            "shares": {str(place): {"lines": count, "percent": share} for place, (count, share) in self.shares.items()},
            "problems": [one.as_json() for one in self.problems],
            "leftovers": [
                {"line": one.line, "page": page, "kind": str(one.kind), "text": one.text}
                for one, page in self.leftovers
            ],
            "kept": list(self.kept),
            "conflicts": [one.path for one in self.conflicts],
            "rows": [_row(one) for one in self.rows],
        }


def outcome_of(source: Path, written: Written, problems: tuple[Problem, ...], *, accounts: bool) -> Outcome:
    """What a written import came to; `accounts`: with where every line went."""
    read = written.read
    meeting = read.meeting
    items = meeting.minutes.paragraphs if meeting.minutes else meeting.agenda.items if meeting.agenda else ()
    return Outcome(
        source=source,
        status=Status.UNCHANGED if written.unchanged else Status.IMPORTED,
        folder=written.folder,
        kind=read.variant or read.kind,
        body=meeting.body_name,
        date=meeting.id.date.isoformat(),
        items=len(items),
        attachments=len(meeting.files),
        tray=len(read.tray),
        lines=len(read.lines),
        shares=shares(written.rows),
        problems=problems,
        leftovers=tuple((one, read.lines[one.line - 1].page) for one in leftovers(read.lines)),
        kept=written.kept,
        draft=written.draft,
        rows=written.rows if accounts else (),
    )


def _row(row: Row) -> dict[str, Any]:
    return {
        "first": row.first,
        "last": row.last,
        "pages": list(row.pages) if row.pages[0] else None,
        "place": str(row.where),
        "to": row.destination,
        "section": row.section or None,
    }
