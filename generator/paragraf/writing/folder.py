"""Writes a meeting folder whole, or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from paragraf.ids import nfc
from paragraf.model import Meeting, Organisation
from paragraf.writing.meeting import meeting_files


def write_meeting(
    meeting: Meeting,
    folder: Path,
    binary: Mapping[str, Path] | None = None,
    organisation: Organisation | None = None,
) -> None:
    """Write a meeting's folder; `binary` says where the attachments that are not Markdown are copied from.

    Raises ValueError when the format cannot hold the meeting or an attachment's bytes are not given, FileExistsError
    when the folder already holds something, OSError when it cannot be written. Then nothing has been written.
    """
    sources = {nfc(path): source for path, source in (binary or {}).items()}
    missing = [file.path for file in meeting.files if not file.is_markdown and nfc(file.path) not in sources]
    if missing:
        raise ValueError(f"Filer saknas: {', '.join(missing)}.")
    write_folder({**meeting_files(meeting, organisation), **sources}, folder)


def write_folder(files: Mapping[str, str | bytes | Path], folder: Path, *, replace: bool = False) -> None:
    """Write files (path in the folder -> text, bytes, or the file to copy) beside the folder, then put it in place.

    An existing folder that holds something is only taken away with `replace`; what lay there is then gone.
    Raises ValueError for a path that leaves the folder, FileExistsError, OSError.
    """
    if not replace and folder.exists() and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, "Mappen finns redan och är inte tom", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        new, old = beside / "new", beside / "old"
        new.mkdir()
        for path, content in files.items():
            _write(new / _inside(path), content)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(beside)


def _inside(path: str) -> PurePosixPath:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or not parts.name:
        raise ValueError(f"Sökvägen ”{path}” leder ut ur mappen.")
    return parts


def _write(target: Path, content: str | bytes | Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, target)
        return
    with target.open("wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
        file.flush()
        os.fsync(file.fileno())
