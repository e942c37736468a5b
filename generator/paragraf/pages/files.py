"""Put the site's files in place."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from paragraf.ids import nfc
from paragraf.pages.page import SiteFile
from paragraf.reading.files import opened, reason

_CHUNK = 1 << 20


class ChangedFileError(Exception):
    """A file is not what it was when it was read; the message says in Swedish which, and what to do."""


def write_files(files: Iterable[SiteFile], folder: Path) -> None:
    """Write or copy each file below `folder`.

    Raises ChangedFileError when a file to copy has changed since it was read, or cannot be read any more: nobody has
    decided that it is public. Raises OSError when a file cannot be written.
    """
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file.content, bytes):
            target.write_bytes(file.content)
        else:
            _copy(file.content, target, file.sha256)


def _copy(source: Path, target: Path, sha256: str) -> None:
    sha = hashlib.sha256()
    with target.open("wb") as copy:
        for chunk in _chunks(source):
            sha.update(chunk)
            copy.write(chunk)
    if sha.hexdigest() != sha256:
        raise ChangedFileError(f"Filen {source} ändrades medan webbplatsen byggdes. Kör om när den är färdig.")


def _chunks(source: Path) -> Iterator[bytes]:
    """The bytes of a plain file, never through a link."""
    try:
        with opened(_on_disk(source)) as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise ChangedFileError(f"Filen {source} {reason(error)}. Kör om när den är på plats.") from error


def _on_disk(path: Path) -> Path:
    """Where a file lies whose name we know in NFC: macOS writes names decomposed."""
    if path.exists() or path.name.isascii():
        return path
    return next((other for other in path.parent.iterdir() if nfc(other.name) == path.name), path)
