"""Folders and files as they lie on disk: names in NFC, no links, every failure a problem."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from paragraf.ids import UNPRINTABLE, nfc
from paragraf.problems import Problem, problem
from paragraf.reading.report import Report

MAX_YAML = 1_000_000
MAX_MARKDOWN = 10_000_000
_LEFTOVERS = re.compile(r"\..*|Thumbs\.db|desktop\.ini|.*~|~\$.*|#.*#", re.IGNORECASE)
_CHUNK = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A file or folder that may be read."""

    path: Path
    """Where it lies; the name as the disk has it."""
    shown: str
    """Path from the content folder, NFC, with forward slashes."""
    name: str
    """NFC."""
    is_folder: bool


def list_folder(path: Path, shown: str, problems: list[Problem]) -> tuple[Entry, ...]:
    """What lies in a folder, by name. Editors' left-overs are passed over; links and odd things become problems."""
    try:
        with os.scandir(path) as scan:
            found = [(entry.name, _mode(entry)) for entry in scan if not _LEFTOVERS.fullmatch(entry.name)]
    except OSError as error:
        problems.append(problem("går-inte-att-läsa", shown or ".", 0, f"Mappen {reason(error)}."))
        return ()
    entries: dict[str, Entry] = {}
    for raw, mode in sorted(found):
        name = nfc(raw.encode("utf-8", "replace").decode())
        place = f"{shown}/{name}" if shown else name
        if name != nfc(raw) or UNPRINTABLE.search(name) or "\n" in name or "\t" in name:
            printable = UNPRINTABLE.sub("?", place).replace("\n", "?").replace("\t", "?")
            message = "Filnamnet innehåller tecken som inte är UTF-8 eller inte går att skriva ut."
            problems.append(problem("inte-utf-8", printable, 0, message, "Döp om filen."))
        elif stat.S_ISLNK(mode):
            message = "Det här är en symbolisk länk, som kan leda ut ur innehållet. Den läses inte."
            problems.append(problem("symbolisk-länk", place, 0, message, "Lägg själva filen här."))
        elif name in entries:
            message = f"Två filer heter ”{name}”, med å, ä och ö kodade på olika sätt. Bara den ena läses."
            problems.append(problem("samma-namn", place, 0, message, "Ta bort eller döp om den ena."))
        elif not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            problems.append(problem("går-inte-att-läsa", place, 0, "Det här är varken en fil eller en mapp."))
        else:
            entries[name] = Entry(path=path / raw, shown=place, name=name, is_folder=stat.S_ISDIR(mode))
    return tuple(entries[name] for name in sorted(entries))


def read_text(entry: Entry, report: Report, *, limit: int = MAX_MARKDOWN) -> str | None:
    """A text file with Unix line ends and in NFC; None when it cannot be read, which has then been reported."""
    try:
        with opened(entry.path) as file:
            data = file.read(limit + 1)
    except OSError as error:
        report.add("går-inte-att-läsa", 0, f"Filen {reason(error)}.")
        return None
    if len(data) > limit:
        message = f"Filen är större än {limit // 1_000_000} MB, som är det mesta som läses av en sådan fil."
        report.add("för-stor-fil", 0, message)
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """Bytes as text; None when they are not UTF-8 or hold characters that no text should."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Offsets count from after the byte order mark, when there is one.
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        line = data.count(b"\n", 0, start) + 1
        if error.reason == "unexpected end of data":
            message = "Filen slutar mitt i ett tecken: den kan vara halvskriven."
            report.add("inte-utf-8", line, message, "Vänta tills filen är färdigskriven och kör om.")
            return None
        found = f"byte 0x{data[start]:02X}"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            found = "UTF-16"
        elif data[start] >= 0xA0:
            found += f", som i Windows-1252 är ”{data[start : start + 1].decode('latin-1')}”"
        report.add("inte-utf-8", line, f"Texten är inte UTF-8: här står {found}.", "Spara filen med kodningen UTF-8.")
        return None
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    bad = UNPRINTABLE.search(text)
    if bad is None:
        return text
    line = text.count("\n", 0, bad.start()) + 1
    report.add("styrtecken", line, f"Raden innehåller det osynliga tecknet U+{ord(bad[0]):04X}.", "Ta bort tecknet.")
    return None


def digest(entry: Entry, report: Report) -> tuple[int, str] | None:
    """Size and SHA-256 of a file as it was when it was read; None when it cannot be read."""
    total, sha = 0, hashlib.sha256()
    try:
        with opened(entry.path) as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                sha.update(chunk)
    except OSError as error:
        report.add("går-inte-att-läsa", 0, f"Filen {reason(error)}.")
        return None
    return total, sha.hexdigest()


def reason(error: OSError) -> str:
    """Why something could not be read, in Swedish, to follow "Filen" or "Mappen"."""
    words = {
        errno.ENOENT: "finns inte, eller försvann medan den lästes",
        errno.ENOTDIR: "är ingen mapp",
        errno.EISDIR: "är en mapp",
        errno.EACCES: "får inte läsas: rättigheterna tillåter det inte",
        errno.EPERM: "får inte läsas: rättigheterna tillåter det inte",
        errno.ELOOP: "är en symbolisk länk, som inte läses",
        errno.EIO: "gick inte att läsa: disken svarade med fel",
        errno.ENXIO: "är ingen vanlig fil",
        errno.ENAMETOOLONG: "har ett för långt namn",
    }
    known = words.get(error.errno or 0)
    return known or f"gick inte att läsa ({errno.errorcode.get(error.errno or 0, 'okänt fel')})"


def _mode(entry: os.DirEntry[str]) -> int:
    """The kind of an entry; a file that vanished since counts as a file: reading it will tell."""
    if entry.is_symlink():
        return stat.S_IFLNK
    try:
        if entry.is_dir(follow_symlinks=False):
            return stat.S_IFDIR
        return stat.S_IFREG if entry.is_file(follow_symlinks=False) else stat.S_IFIFO
    except OSError:
        return stat.S_IFREG


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file for reading: never through a link, never waiting for a pipe. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor, no path)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EISDIR if stat.S_ISDIR(os.fstat(descriptor).st_mode) else errno.ENXIO, "")
        yield file
