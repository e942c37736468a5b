"""Where a meeting's folder lies, held alone while it is written, and cleared of what a killed import left behind."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from paragraf.ids import MeetingId, parse_folder, slugify
from paragraf.importing.document import FieldsRead, ImportRefusedError, refuse
from paragraf.importing.ledger import FACTS
from paragraf.model import Organisation
from paragraf.problems import why_not_written
from paragraf.reading import read_organisation

try:
    import fcntl
except ImportError:  # Windows: a batch has one process there
    fcntl = None  # type: ignore[assignment]

IS_SERIAL = fcntl is None
"""Whether two processes must not import to the same content folder at once."""

_BESIDE = re.compile(r"\.(?P<name>\d{4}-\d\d-\d\d(?:-\d+)?)\.\w{8}")


@contextmanager
def held(target: Path) -> Iterator[None]:
    """Be the only import that writes to the content folder, also among processes; made when it is not there.

    The system lets go of it when the process is killed. Raises ImportRefusedError when the folder cannot be written.
    """
    try:
        if target.exists() and not target.is_dir():
            raise refuse(str(target), "ingen-mapp", "Målet är en fil; väntade en mapp.")
        new = not target.exists()
        descriptor = _lock(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    try:
        yield
    finally:
        os.close(descriptor)
        if new:
            with suppress(OSError):  # it holds something, as it should
                target.rmdir()


def _lock(target: Path) -> int:
    while True:
        target.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(target, os.O_RDONLY)
        if fcntl is None:
            return descriptor
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        # Another import may have taken the empty folder away while this one waited.
        with suppress(FileNotFoundError):
            if target.stat().st_ino == os.fstat(descriptor).st_ino:
                return descriptor
        os.close(descriptor)


def cannot_write(place: Path, error: OSError) -> ImportRefusedError:
    """What is said when a folder cannot be written; then nothing of the import is there."""
    return refuse(
        str(place),
        "går-inte-att-skriva",
        f"Mappen gick inte att skriva: {why_not_written(error)}. Inget är ändrat.",
        suggestion="Kontrollera rättigheter och diskutrymme.",
    )


def sweep(body: Path) -> None:
    """Take away what a killed import left in a body's folder; a meeting that it had moved aside is put back.

    Only for the one who holds the content folder: what another import is writing looks the same.
    """
    for beside in sorted(body.glob(".*")) if body.is_dir() else ():
        match = _BESIDE.fullmatch(beside.name)
        if match is None or beside.is_symlink() or not beside.is_dir():
            continue
        folder = body / match["name"]
        if (beside / "old").is_dir() and not folder.exists():
            (beside / "old").rename(folder)
        shutil.rmtree(beside)


def organisation_of(target: Path) -> Organisation | None:
    """What organisation.yml says; None without one. Raises ImportRefusedError when it cannot be read."""
    path = target / "organisation.yml"
    if not path.is_file():
        return None
    organisation, problems = read_organisation(path)
    if organisation is None:
        raise ImportRefusedError(*problems)
    return organisation


def place(read: FieldsRead, target: Path, organisation: Organisation | None) -> tuple[str, Path]:
    """Code of the body and the meeting's folder: as organisation.yml has it, else as the documents tell."""
    name, day = read.meeting.body_name, read.meeting.id.date
    if organisation:
        body = organisation.find_body(name, day)
        if body is None:
            raise refuse(
                str(read.request.source),
                "okänt-organ",
                f"Organet ”{name}” finns inte i organisation.yml.",
                suggestion="Skriv in det där, eller som alias för ett organ som finns.",
            )
        return body.code, target / MeetingId(body=body.code, date=day).path
    for folder in sorted(path for path in target.iterdir() if path.is_dir()) if target.is_dir() else ():
        facts = next(iter(sorted(folder.glob(f"*/{FACTS}"))), None)
        if facts is not None and _is_of(facts, name):
            return name, folder / MeetingId(body=name, date=day).folder
    return name, target / slugify(read.unit or name) / MeetingId(body=name, date=day).folder


def _is_of(facts: Path, name: str) -> bool:
    """Whether a meeting folder is of the same body. Only the line that says so is looked at."""
    try:
        parse_folder(facts.parent.name)
        lines = facts.read_text(encoding="utf-8").splitlines()
    except (ValueError, OSError):
        return False
    return any(line.startswith("organ:") and slugify(line.removeprefix("organ:")) == slugify(name) for line in lines)
