"""Stage 1, extract: a file becomes numbered lines."""

import hashlib
from pathlib import Path

from paragraf.formats.apart import read_apart
from paragraf.formats.line import UnreadableError
from paragraf.formats.plain import read_text
from paragraf.importing.document import Extracted, Note, Request, refuse
from paragraf.reading.files import opened, reason

LARGEST = {".txt": 20_000_000, ".pdf": 200_000_000, ".docx": 100_000_000, ".docm": 100_000_000}
"""File ending -> bytes of a document that is read: some 5,000 pages of text, or pictures in proportion."""
OTHERS = {
    ".doc": "Öppna filen i Word eller LibreOffice och spara den som .docx.",
    ".odt": "Öppna filen i LibreOffice eller Word och spara den som .docx eller PDF.",
    ".rtf": "Öppna filen i Word eller LibreOffice och spara den som .docx.",
    ".dotx": "Öppna mallen i Word och spara den som .docx.",
}
"""Known endings that are not read -> what to do."""


def extract(request: Request) -> Extracted:
    """Read the source file; write its lines. Raises ImportRefusedError when it cannot be read."""
    source = request.source
    ending = source.suffix.lower()
    if ending not in LARGEST:
        raise refuse(
            str(source),
            "okänt-filformat",
            f"Filen har ändelsen ”{source.suffix}”; här läses {', '.join(sorted(LARGEST))}.",
            suggestion=OTHERS.get(ending, "Spara dokumentet som PDF, Word (.docx) eller text (.txt)."),
        )
    data = read_bytes(source)
    try:
        reading = read_text(data) if ending == ".txt" else read_apart(ending, data)
    except UnreadableError as error:
        raise refuse(str(source), error.code, error.message, line=error.line, suggestion=error.suggestion) from error
    if not any(line.text for line in reading.lines):
        raise refuse(str(source), "tom-fil", "Filen innehåller ingen text.")
    return Extracted(
        request=request,
        sha256=hashlib.sha256(data).hexdigest(),
        lines=reading.lines,
        notes=tuple(Note(line=line, text=text) for line, text in reading.notes),
    )


def read_bytes(source: Path) -> bytes:
    """The bytes of a document of a known ending. Raises ImportRefusedError."""
    largest = LARGEST[source.suffix.lower()]
    try:
        # A link to a file is followed: where the source lies is its owner's matter.
        with opened(source.resolve()) as file:
            data = file.read(largest + 1)
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else "är en länk som leder tillbaka till sig själv"
        raise refuse(str(source), "filen-saknas", f"Filen {why}.") from error
    if len(data) > largest:
        message = f"Filen är större än {largest // 1_000_000} MB, som är det mesta som läses av ett dokument."
        raise refuse(str(source), "för-stor-fil", message)
    return data
