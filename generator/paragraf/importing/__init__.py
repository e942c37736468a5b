"""Importing: the text of an agenda or of minutes becomes a meeting folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from paragraf.importing.batch import import_all
from paragraf.importing.document import Conflict, ImportRefusedError, Request, Written
from paragraf.importing.outcomes import Outcome, Status
from paragraf.importing.pipeline import STAGES, through_stages, to_look_at
from paragraf.importing.report import to_review
from paragraf.importing.sources import find_sources
from paragraf.problems import Problem

__all__ = [
    "STAGES",
    "Conflict",
    "ImportResult",
    "Outcome",
    "Status",
    "find_sources",
    "import_all",
    "run",
    "to_review",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportResult:
    """What came of an import."""

    folder: Path | None
    """The meeting's folder; None: nothing was written, the problems say why."""
    problems: tuple[Problem, ...]
    """Why nothing was written, or what a human should look at (upplysning)."""
    written: Written | None = None
    """What was written, and where every line went."""
    conflicts: tuple[Conflict, ...] = ()
    """Files that were edited by hand, when they are why nothing was written."""


def run(
    source: Path,
    target: Path,
    *,
    replace: bool = False,
    body: str = "",
    choose: Callable[[Conflict], bool] | None = None,
) -> ImportResult:
    """Import a document into a content folder, or an empty folder. Never raises for what the document holds.

    `replace`: the document's text replaces what was edited by hand. `body`: its code or name, whatever the document
    tells. `choose` is asked of every file that was edited
    and that the document says something new of; without it such a file refuses the import.
    """
    try:
        written = through_stages(Request(source=source, target=target, replace=replace, body=body, choose=choose))
    except ImportRefusedError as refused:
        return ImportResult(folder=None, problems=refused.problems, conflicts=refused.conflicts)
    return ImportResult(folder=written.folder, problems=to_look_at(written), written=written)
