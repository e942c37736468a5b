"""The items of a document among those that the meeting folder has: which file each one becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf.importing.accounting import ITEMS
from paragraf.importing.dates import find_dates
from paragraf.importing.dividers import letters
from paragraf.importing.document import FieldsRead
from paragraf.importing.joining import Piece, inserted, join, names_of, ordered, supplementary
from paragraf.importing.records import DocumentRecord, Memory, checksum
from paragraf.model import Meeting
from paragraf.writing.items import item_text

_DIGITS = {"kallelse": 2, "protokoll": 3}
_FRONT = 60
"""Lines of a supplement in which the day when it was sent is looked for."""
_SENT = ("tillägg", "kompletter", "utskick", "utskickad", "utsänd", "extra ärende")


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemsMerged:
    """What the items become."""

    texts: Mapping[str, str]
    """Path from the meeting folder -> text, of every item that the document writes."""
    paths: Mapping[str, str]
    """Path that an item of the document would have alone -> the one that it gets."""
    moved: Mapping[str, str]
    """Path of `texts` -> path where that item lies now."""
    notes: tuple[str, ...] = ()


def merge_items(
    read: FieldsRead,
    alone: Sequence[str],
    there: Meeting,
    folder: Path,
    memory: Memory,
    earlier: Sequence[DocumentRecord],
) -> ItemsMerged:
    """`alone`: paths of the document's items as it would be alone; `there`: the meeting in the folder; `earlier`: what
    the document was imported as before.
    """
    old, new = pieces(there, read.kind), pieces(read.meeting, read.kind)
    joined = join(old, new, by_number_alone=read.variant != "tillägg")
    notes: tuple[str, ...] = ()

    def path(one: Piece) -> str:
        return f"{read.kind}/{one.file}"

    if read.variant == "tillägg":
        late = {name for one in memory.documents if one.variant == "tillägg" for name in one.files}
        sent = lambda one: path(one) not in late  # noqa: E731
        more = lambda was, one: _says_more((folder / path(was)).read_text("utf-8"), one)  # noqa: E731
        slots, notes = supplementary(old, new, joined, sent, more, added_on(read))
    elif read.variant == "utdrag":
        slots = inserted(old, new, joined)
    else:
        mine = {name for one in earlier for name in one.files}
        slots = ordered(old, new, joined, lambda one: path(one) not in mine or is_edited(folder, path(one), memory))
    texts: dict[str, str] = {}
    paths: dict[str, str] = {}
    moved: dict[str, str] = {}
    for slot, name in zip(slots, names_of(slots, digits=_DIGITS[read.kind]), strict=True):
        if slot.new is None:
            continue
        paths[alone[slot.new]] = f"{read.kind}/{name}"
        if not slot.stays:
            texts[f"{read.kind}/{name}"] = item_text(slot.item)
            if slot.old:
                moved[f"{read.kind}/{name}"] = f"{read.kind}/{slot.old}"
    return ItemsMerged(texts=texts, paths=paths, moved=moved, notes=notes)


def pieces(meeting: Meeting, kind: str) -> tuple[Piece, ...]:
    """The items of an agenda, or the §§ of minutes."""
    if kind == "protokoll":
        return meeting.minutes.paragraphs if meeting.minutes else ()
    return meeting.agenda.items if meeting.agenda else ()


def is_edited(folder: Path, path: str, memory: Memory) -> bool:
    """Whether a file is another than an import left it, or none has written it."""
    base = memory.written(path)
    return base is None or checksum((folder / path).read_bytes()) != base.left


def added_on(read: FieldsRead) -> date:
    """The day when a supplement was sent, as its front tells it; else the day of the import, or that of the meeting
    when it has been.
    """
    meeting = read.meeting.id.date
    ends = next((entry.first for entry in read.ledger if entry.destination.startswith(ITEMS)), _FRONT)
    for line in read.lines[: min(ends, _FRONT)]:
        if any(word in line.text.casefold() for word in _SENT):
            days = [day for day in find_dates(line.text) if day < meeting]
            if days:
                return days[0]
    return min(read.request.today, meeting)


def _says_more(sent: str, one: Piece) -> bool:
    """Whether a supplement tells anything of an item besides what stands in its file: text, sections, documents."""
    if not (one.text or one.sections or one.unlisted):
        return False
    return letters(item_text(one)) != letters(sent)
