"""What an import remembers of itself: import.json in the meeting folder, by which a later one sees what was edited.

It holds checksums and the facts as they were last written, lies beside import-rapport.md and is never public: pages are
made of what reading gives, and reading passes it by.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paragraf.ids import parse_folder

RECORD = "import.json"
_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A file as an import left it."""

    left: str
    """SHA-256 of the bytes on disk."""
    told: str
    """SHA-256 of what the document itself gave, before links were carried over from what lay there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRecord:
    """A document that has been imported."""

    kind: str
    variant: str
    source: str
    """Name of its file."""
    sha256: str
    files: Mapping[str, Written] = field(default_factory=dict)
    """Path from the meeting folder -> as it was left."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Name that a file would have had -> the one that it got, since something else had it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """All that was imported to a meeting folder."""

    facts: str = ""
    """mote.yml as an import last left it."""
    documents: tuple[DocumentRecord, ...] = ()

    def written(self, path: str) -> Written | None:
        """A file as the latest import that wrote it left it."""
        return next((one.files[path] for one in reversed(self.documents) if path in one.files), None)

    def of_bytes(self, sha256: str) -> DocumentRecord | None:
        """The document of these bytes."""
        return next((one for one in self.documents if one.sha256 == sha256), None)


def checksum(content: str | bytes) -> str:
    """SHA-256 of a file's content, hexadecimal."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def read_memory(folder: Path) -> Memory:
    """What import.json says; nothing when it is not there or cannot be read: then everything counts as edited."""
    try:
        data = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        documents = tuple(_document(one) for one in data["dokument"]) if data["version"] == _VERSION else ()
        return Memory(facts=str(data["mote.yml"]), documents=documents)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def memory_text(memory: Memory) -> str:
    """The text of import.json."""
    data = {
        "om": "Skriven av paragraf import, som här minns vad den själv har skrivit. Ändra inte filen.",
        "version": _VERSION,
        "dokument": [
            {
                "slag": one.kind,
                "variant": one.variant,
                "källa": one.source,
                "sha256": one.sha256,
                "filer": {path: [file.left, file.told] for path, file in sorted(one.files.items())},
                "omdöpta": dict(sorted(one.renamed.items())),
            }
            for one in memory.documents
        ],
        "mote.yml": memory.facts,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def imported(target: Path) -> dict[str, Path]:
    """SHA-256 of every document that has been imported to a content folder -> its meeting folder."""
    return {one.sha256: folder for folder in meeting_folders(target) for one in read_memory(folder).documents}


def meeting_folders(target: Path) -> Iterator[Path]:
    """The folders of a content folder that are named as meetings are, sorted."""
    for folder in sorted(target.glob("*/*")):
        try:
            parse_folder(folder.name)
        except ValueError:
            continue
        yield folder


def _document(data: Mapping[str, Any]) -> DocumentRecord:
    return DocumentRecord(
        kind=data["slag"],
        variant=data["variant"],
        source=data["källa"],
        sha256=data["sha256"],
        files={path: Written(left=left, told=told) for path, (left, told) in data["filer"].items()},
        renamed=dict(data["omdöpta"]),
    )
