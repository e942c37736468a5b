"""What can be read in a file: its bytes, and what lies packed in gzip, in the zip that a Word file is, in a PDF.

Memory and work are bounded: a large file comes in pieces, and of what is packed only the first part is unpacked.
"""

import mmap
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

LARGEST = 64_000_000
"""Bytes that are unpacked of a file."""
PIECE = 16_000_000
"""Bytes that are read of a file at a time."""
OVERLAP = 1000
"""Bytes that a piece has in common with the next one: what stands on the border is whole in one of them."""
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_TEXT = (".xml", ".rels", ".txt", ".html", ".csv", ".md")
_STREAM = re.compile(rb"stream\r?\n(?=[\x48\x58\x68\x78])")
_REST_OF_CHARACTER = range(0x80, 0xC0)


def readable(file: Path) -> Iterator[bytes]:
    """The bytes of a file, unless it is only a wrapping, and of each text that is packed in it."""
    if not file.stat().st_size:
        return
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data[:2] == _GZIP:
            yield _inflated(data[:LARGEST], 31, LARGEST) or data[:LARGEST]
            return
        yield from _pieces(data)
        if data[:4] == _ZIP:
            yield from _members(file)
        elif data[:5] == _PDF:
            yield from _streams(data)


def _pieces(data: mmap.mmap) -> Iterator[bytes]:
    """The data in overlapping pieces, none of which begins or ends within a character of UTF-8."""
    start = 0
    while start < len(data):
        end = _border(data, min(start + PIECE, len(data)))
        yield data[start:end]
        start = _border(data, end - OVERLAP) if end < len(data) else end


def _border(data: mmap.mmap, at: int) -> int:
    for place in range(at, min(at + 4, len(data))):
        if data[place] not in _REST_OF_CHARACTER:
            return place
    return at


def _members(file: Path) -> Iterator[bytes]:
    """The texts of a zip file; nothing of what is damaged or locked."""
    left = LARGEST
    try:
        with zipfile.ZipFile(file) as container:
            for member in container.infolist():
                if left > 0 and member.filename.lower().endswith(_TEXT):
                    with container.open(member) as packed:
                        found = packed.read(left)
                    left -= len(found)
                    yield found
    except (OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile, zlib.error):
        return


def _streams(data: mmap.mmap) -> Iterator[bytes]:
    """The packed streams of a PDF: its properties are in one of them."""
    left = LARGEST
    for stream in _STREAM.finditer(data):
        end = data.find(b"endstream", stream.end())
        found = _inflated(data[stream.end() : min(end, stream.end() + LARGEST)], 15, left) if end > 0 else b""
        left -= len(found)
        yield found
        if left <= 0 or end < 0:
            return


def _inflated(data: bytes, window: int, most: int) -> bytes:
    """What zlib makes of the data, as far as it can."""
    try:
        return zlib.decompressobj(window).decompress(data, most)
    except zlib.error:
        return b""
