"""Which files are meant on the command line: files, folders and patterns, each file once."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from paragraf.importing.extract import LARGEST
from paragraf.reading.files import opened

_CHUNK = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """The files to import."""

    files: tuple[Path, ...]
    """Each once, folders' files in the order of their names."""
    repeated: tuple[Path, ...] = ()
    """Named more than once, or a link to another one."""
    passed_by: int = 0
    """Files in folders that are of other kinds."""


def find_sources(arguments: Iterable[Path]) -> Sources:
    """The files that are meant. What is not there stays in the list: importing it says so."""
    files: dict[Path, Path] = {}
    repeated: list[Path] = []
    passed_by = 0
    for argument in arguments:
        for path in _expanded(argument):
            if path.parent != argument.parent and not argument.is_file() and path.suffix.lower() not in LARGEST:
                passed_by += 1
            elif (real := _resolved(path)) in files:
                repeated.append(path)
            else:
                files[real] = path
    return Sources(files=tuple(files.values()), repeated=tuple(repeated), passed_by=passed_by)


def _expanded(argument: Path) -> Iterator[Path]:
    """A folder's files, those that a pattern means (where no shell has done it), else the argument."""
    if argument.is_dir():
        for path in sorted(argument.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in path.relative_to(argument).parts)
            if path.is_file() and not hidden:
                yield path
    elif not argument.exists() and any(sign in argument.name for sign in "*?["):
        yield from sorted(argument.parent.glob(argument.name)) or [argument]
    else:
        yield argument


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return path.absolute()


def checksum_of(path: Path) -> str | None:
    """SHA-256 of a file; None when it cannot be read, which importing it tells."""
    sha = hashlib.sha256()
    try:
        with opened(path.resolve()) as file:
            while chunk := file.read(_CHUNK):
                sha.update(chunk)
    except (OSError, RuntimeError, ValueError):
        return None
    return sha.hexdigest()


def first_of_each(files: Iterable[Path], known: Mapping[str, Path]) -> Iterator[tuple[Path, Path | None, bool]]:
    """Every file, with what it is the same as: a folder where its bytes have been imported, or (True) another file.

    Under another ending it is not the same: a Word document named .pdf cannot be read, but its copy named .docx can.
    """
    seen: dict[tuple[str, str], Path] = {}
    for path in files:
        sha = checksum_of(path)
        if sha is None:
            yield path, None, False
        elif sha in known:
            yield path, known[sha], False
        elif twin := seen.get((sha, path.suffix.lower())):
            yield path, twin, True
        else:
            seen[sha, path.suffix.lower()] = path
            yield path, None, False
