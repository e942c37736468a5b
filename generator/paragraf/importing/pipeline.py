"""The stages of an import in their order, and one file through them."""

from collections.abc import Callable
from typing import Any

from paragraf.importing.document import ImportRefusedError, Note, Request, Written
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.outcomes import Outcome, Status, outcome_of
from paragraf.importing.report import rows_of_report
from paragraf.importing.segment import segment
from paragraf.importing.write import write
from paragraf.problems import Problem, problem

STAGES: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("extract", extract),
    ("lay out", lay_out),
    ("segment", segment),
    ("read fields", read_fields),
    ("write", write),
)
"""What an import does, in order. Each stage is a function of what the one before it gives; see document.py."""


def through_stages(request: Request) -> Written:
    """Import a document. Raises ImportRefusedError, and then nothing has been written."""
    state: Any = request
    for _, stage in STAGES:
        state = stage(state)
    written: Written = state
    return written


def to_look_at(written: Written) -> tuple[Problem, ...]:
    """What a human should look at, by line of the source and with its page."""
    source, lines, missed = str(written.read.request.source), written.read.lines, rows_of_report(written.read)
    return tuple(
        problem(
            "granska-import",
            source,
            note.line,
            f"{_page(note, written)}{note.text}",
            f"Där står: {lines[note.line - 1].text.strip()}" if note.line in missed else "",
        )
        for note in written.notes
    )


def _page(note: Note, written: Written) -> str:
    page = written.read.lines[note.line - 1].page if note.line else 0
    return f"Sida {page}: " if page else ""


def import_file(request: Request, accounts: bool = False) -> Outcome:
    """Import a document; say what came of it. Never raises for what the document holds."""
    try:
        written = through_stages(request)
    except ImportRefusedError as refused:
        status = Status.CONFLICT if refused.conflicts else Status.FAILED
        return Outcome(source=request.source, status=status, problems=refused.problems, conflicts=refused.conflicts)
    return outcome_of(request.source, written, to_look_at(written), accounts=accounts)
