"""Attached documents as they looked: whole pages of a PDF become a file of their own, with a text version beside."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from paragraf.formats.apart import split_apart
from paragraf.formats.line import UnreadableError
from paragraf.importing.document import Document, FieldsRead, LaidLine, Original, refuse
from paragraf.importing.extract import read_bytes
from paragraf.model import AttachmentEntry

AS_TEXT = "som-text"
"""Ends the name of a text version's file."""


def own_pages(lines: Sequence[LaidLine], start: int, end: int) -> tuple[int, int]:
    """First and last page of lines start to end, when nothing else than furniture stands on them; else (0, 0)."""
    pages = [line.line.page for line in lines[start:end] if line.line.page]
    if not pages:
        return 0, 0
    first, last = pages[0], pages[-1]
    before, after = start - 1, end
    while before >= 0 and lines[before].line.page == first:
        if not lines[before].blank:
            return 0, 0
        before -= 1
    while after < len(lines) and lines[after].line.page == last:
        if not lines[after].blank:
            return 0, 0
        after += 1
    return first, last


def text_version(one: Document) -> AttachmentEntry:
    """The entry that links the text version of a document that is also there as it looked."""
    return AttachmentEntry(title=f"{one.title}, som text", file=one.path, kind="bilaga", listed=False)


def split_out(read: FieldsRead) -> dict[str, bytes]:
    """Path -> bytes of every original. Raises ImportRefusedError when the source has changed or cannot be split."""
    if not read.originals:
        return {}
    source: Path = read.request.source
    data = read_bytes(source)
    if hashlib.sha256(data).hexdigest() != read.sha256:
        raise refuse(str(source), "filen-saknas", "Filen ändrades medan den lästes.", suggestion="Importera den igen.")
    try:
        return {one.path: _pages(data, one) for one in read.originals}
    except UnreadableError as error:
        raise refuse(str(source), error.code, error.message, suggestion=error.suggestion) from error


def _pages(data: bytes, one: Original) -> bytes:
    return split_apart(data, one.first, one.last)
