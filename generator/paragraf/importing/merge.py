"""A document and the folder of its meeting: what is written, what stays, and what somebody has to be asked about.

Three texts decide: the file on disk, the file as an import left it, and what the document now says. A file that nobody
has edited is written anew, one that the document says nothing new of stays, and only one where both have changed is a
conflict.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from paragraf.importing.accounting import ITEMS
from paragraf.importing.document import Conflict, FieldsRead, Note
from paragraf.importing.factsmerge import merge_facts
from paragraf.importing.itemsmerge import is_edited, merge_items
from paragraf.importing.ledger import FACTS
from paragraf.importing.links import relinked, with_links_of
from paragraf.importing.records import DocumentRecord, Memory, checksum
from paragraf.model import Meeting

Files = dict[str, str | bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What an import will do to a meeting folder that is there."""

    files: Files
    """To be written; path from the folder -> content."""
    removed: frozenset[str] = frozenset()
    """Files that the document no longer has and that nobody has edited, or that have got another name."""
    conflicts: tuple[Conflict, ...] = ()
    asked: Mapping[str, str | bytes] = field(default_factory=dict)
    """What replaces a file of `conflicts` when the answer is yes."""
    kept: tuple[str, ...] = ()
    """Files of the document that were edited by hand, or deleted, and stay so."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Path that a file of the document would have alone -> the one it gets, where they differ."""
    told: Mapping[str, str] = field(default_factory=dict)
    """Path of every file of the document -> SHA-256 of what the document itself gave."""
    notes: tuple[Note, ...] = ()


def make_plan(read: FieldsRead, own: Mapping[str, str | bytes], there: Meeting, folder: Path, memory: Memory) -> Plan:
    """`own`: every file of the document as it would be alone; `there`: the meeting that the folder holds."""
    earlier = earlier_of(read, memory)
    attached = {path: data for path, data in own.items() if not path.startswith(ITEMS) and path != FACTS}
    paths = _attachment_paths(attached, folder, earlier, memory)
    items = merge_items(read, [path for path in own if path.startswith(ITEMS)], there, folder, memory, earlier)
    found = _Decisions(folder, memory, replace=read.request.replace, compare=read.variant == "utdrag")
    for path, text in items.texts.items():
        found.take(path, relinked(text, paths), at=items.moved.get(path, path))
    for path, content in attached.items():
        found.take(paths.get(path, path), content)
    notes = [*items.notes, *found.facts(str(own[FACTS]), read)]
    gone, left = _gone(earlier, {*found.told, *items.paths.values()}, memory, folder)
    gone |= {old for new, old in items.moved.items() if new != old}
    notes += [f"{path} finns inte längre i dokumentet, men är ändrad för hand och står kvar." for path in sorted(left)]
    return Plan(
        files=found.files,
        removed=frozenset(gone),
        conflicts=tuple(found.conflicts),
        asked=found.asked,
        kept=tuple(found.kept),
        paths={old: new for old, new in {**paths, **items.paths}.items() if old != new},
        told=found.told,
        notes=tuple(Note(line=0, text=text) for text in notes),
    )


class _Decisions:
    """Decides file by file."""

    def __init__(self, folder: Path, memory: Memory, *, replace: bool, compare: bool) -> None:
        self.folder, self.memory, self.replace, self.compare = folder, memory, replace, compare
        self.files: Files = {}
        self.asked: Files = {}
        self.conflicts: list[Conflict] = []
        self.kept: list[str] = []
        self.told: dict[str, str] = {}

    def take(self, path: str, content: str | bytes, *, at: str = "") -> None:
        """What becomes of one file; `at`: the path where it lies now, when it gets another name."""
        lies = self.folder / (at or path)
        disk = lies.read_bytes() if lies.is_file() else None
        base = self.memory.written(at or path)
        self.told[path] = checksum(content)
        text = _text(disk)
        new = with_links_of(content, text) if isinstance(content, str) and text is not None else content
        stays = disk if at and at != path and disk is not None else None
        untouched = base is not None and disk is not None and base.left == checksum(disk)
        if disk == _data(new):
            pass
        elif self.replace or (disk is None and base is None) or (untouched and not self.compare):
            self.files[path] = new
            return
        elif base is not None and base.told == self.told[path]:
            # The document says what it said: what has been edited, or deleted, since then stays so.
            self.kept.append(path)
        else:
            self.conflicts.append(Conflict(path=path, now=text, new=_text(_data(new))))
            self.asked[path] = new
        if stays is not None:
            self.files[path] = stays

    def facts(self, new: str, read: FieldsRead) -> list[str]:
        """mote.yml; gives in Swedish what the document says otherwise, when it only adds to what is there."""
        now = (self.folder / FACTS).read_text(encoding="utf-8")
        only_fill = bool(read.variant) and not self.replace
        merged = merge_facts(now, self.memory.facts, new, read.kind, only_fill=only_fill, replace=self.replace)
        self.files[FACTS] = merged.text
        if not merged.differing:
            return []
        if not only_fill:
            self.conflicts.insert(0, Conflict(path=FACTS, now=merged.text, new=merged.asked))
            self.asked[FACTS] = merged.asked
            return []
        keys = ", ".join(key.rpartition("/")[2] for key in merged.differing)
        return [f"Dokumentet har andra uppgifter om {keys} än mote.yml, som står kvar. Jämför med källan."]


def earlier_of(read: FieldsRead, memory: Memory) -> tuple[DocumentRecord, ...]:
    """What this document was imported as before: of agendas and minutes there is one, of others one of each name."""
    same = [one for one in memory.documents if (one.kind, one.variant) == (read.kind, read.variant)]
    return tuple(one for one in same if not read.variant or one.source == read.request.source.name)


def _attachment_paths(
    attached: Mapping[str, str | bytes], folder: Path, earlier: Sequence[DocumentRecord], memory: Memory
) -> dict[str, str]:
    """Names for attachments: those that they had, else free ones; what has the same bytes is the same file.

    A file that another document has too is not written over.
    """
    paths: dict[str, str] = {}
    had = {name: path for one in earlier for name, path in one.renamed.items()}
    mine = {path for one in earlier for path in one.files} - _of_others(earlier, memory)
    for wanted, content in attached.items():
        path, number = had.get(wanted, wanted), 1
        stem, dot, ending = wanted.rpartition(".")
        taken = {*paths.values(), *(other for other in attached if other != wanted)}
        while (path not in mine and not _is_free(path, folder, content)) or (path != wanted and path in taken):
            number += 1
            path = f"{stem}-{number}{dot}{ending}"
        paths[wanted] = path
    return paths


def _of_others(earlier: Sequence[DocumentRecord], memory: Memory) -> set[str]:
    return {path for one in memory.documents if one not in earlier for path in one.files}


def _is_free(path: str, folder: Path, content: str | bytes) -> bool:
    lies = folder / path
    return not lies.exists() or (lies.is_file() and lies.read_bytes() == _data(content))


def _gone(
    earlier: Sequence[DocumentRecord], stay: Collection[str], memory: Memory, folder: Path
) -> tuple[set[str], set[str]]:
    """Files that the document brought before and has no longer: those that go, and those that were edited."""
    old = {path for one in earlier for path in one.files} - set(stay) - _of_others(earlier, memory) - {FACTS}
    there = {path for path in old if (folder / path).is_file()}
    edited = {path for path in there if is_edited(folder, path, memory)}
    return there - edited, edited


def _data(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _text(data: bytes | None) -> str | None:
    try:
        return data.decode("utf-8") if data is not None else None
    except UnicodeDecodeError:
        return None
