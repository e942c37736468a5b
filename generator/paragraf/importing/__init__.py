"""Importing: the text of an agenda or of minutes becomes a meeting folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paragraf.importing.document import Conflict, ImportRefusedError, Request, Written
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.report import to_review
from paragraf.importing.segment import segment
from paragraf.importing.write import write
from paragraf.problems import Problem, Severity

__all__ = ["STAGES", "Conflict", "ImportResult", "run", "to_review"]

STAGES: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("extract", extract),
    ("lay out", lay_out),
    ("segment", segment),
    ("read fields", read_fields),
    ("write", write),
)
"""What an import does, in order. Each stage is a function of what the one before it gives; see document.py."""


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
    choose: Callable[[Conflict], bool] | None = None,
) -> ImportResult:
    """Import a document into a content folder, or an empty folder. Never raises for what the document holds.

    `replace`: the document's text replaces what was edited by hand. `choose` is asked of every file that was edited
    and that the document says something new of; without it such a file refuses the import.
    """
    state: Any = Request(source=source, target=target, replace=replace, choose=choose)
    try:
        for _, stage in STAGES:
            state = stage(state)
    except ImportRefusedError as refused:
        return ImportResult(folder=None, problems=refused.problems, conflicts=refused.conflicts)
    written: Written = state
    lines = written.read.lines
    notes = tuple(
        Problem(
            path=str(source),
            line=note.line,
            code="granska-import",
            message=f"{page}{note.text}",
            severity=Severity.INFO,
        )
        for note in written.notes
        for page in [f"Sida {lines[note.line - 1].page}: " if note.line and lines[note.line - 1].page else ""]
    )
    return ImportResult(folder=written.folder, problems=notes, written=written)
