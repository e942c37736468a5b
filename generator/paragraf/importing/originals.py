"""Attached documents as they looked: whole pages of a PDF become a file of their own, with a text version beside."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from paragraf.formats.apart import split_apart
from paragraf.formats.line import UnreadableError
from paragraf.importing.document import Document, FieldsRead, LaidLine, Note, Original, refuse
from paragraf.importing.extract import read_bytes
from paragraf.importing.links import relinked
from paragraf.model import AgendaItem, AttachmentEntry, Minutes, Paragraph

Piece = TypeVar("Piece", AgendaItem, Paragraph)

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


def split_out(read: FieldsRead) -> tuple[dict[str, bytes], FieldsRead]:
    """Path -> bytes of every original, and the same document where those that cannot be split out safely are text
    alone. Raises ImportRefusedError when the source has changed since it was read.
    """
    if not read.originals:
        return {}, read
    source: Path = read.request.source
    data = read_bytes(source)
    if hashlib.sha256(data).hexdigest() != read.sha256:
        raise refuse(str(source), "filen-saknas", "Filen ändrades medan den lästes.", suggestion="Importera den igen.")
    found: dict[str, bytes] = {}
    for one in read.originals:
        try:
            found[one.path] = split_apart(data, one.first, one.last)
        except UnreadableError as error:
            read = _as_text_alone(read, one, error.message)
    return found, read


def _as_text_alone(read: FieldsRead, one: Original, why: str) -> FieldsRead:
    """The document with the text version of an attached document in the place of its pages."""
    text = one.path.removesuffix(".pdf") + f"-{AS_TEXT}.md"
    stem = next((file.path for file in (*read.meeting.files, *read.tray) if file.path == text), one.path)
    line = next((line.number for line in read.lines if line.page == one.first), 0)
    note = Note(
        line=line, text=f"{why} {stem} har texten; lägg själv dokumentet i bilagor/ om det ska visas som det såg ut."
    )
    meeting = read.meeting
    minutes, agenda = meeting.minutes, meeting.agenda
    if minutes:
        paragraphs = tuple(_with_text(item, one.path, stem) for item in minutes.paragraphs)
        meeting = replace(meeting, minutes=Minutes(paragraphs=paragraphs))
    if agenda:
        meeting = replace(
            meeting, agenda=replace(agenda, items=tuple(_with_text(item, one.path, stem) for item in agenda.items))
        )
    return replace(read, meeting=meeting, notes=(*read.notes, note))


def _with_text(item: Piece, original: str, text: str) -> Piece:
    """An item with links to the text version alone."""
    entries = tuple(replace(one, file=text) if one.file == original else one for one in item.unlisted)
    named = any(f"]({original})" in section.text for section in item.sections)
    return replace(
        item,
        sections=tuple(replace(one, text=relinked(one.text, {original: text})) for one in item.sections),
        unlisted=tuple(
            one
            for place, one in enumerate(entries)
            if one.file != text or (not named and all(other.file != text for other in entries[:place]))
        ),
    )
