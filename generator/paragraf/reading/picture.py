"""The municipality's coat of arms: a PNG beside organisation.yml, with its measures so that pages need not jump.

SVG is not taken: it can run scripts in the reader's browser.
"""

import struct
from pathlib import Path

from paragraf.ids import nfc
from paragraf.model import Picture
from paragraf.reading.files import Entry, digest, opened, reason
from paragraf.reading.report import Report

MAX_SIZE = 200_000
"""In bytes: it is on every page."""
MAX_SIDE = 2000
"""In pixels."""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
"""Signature, length and name of the first chunk (PNG 3rd ed., 5.2 and 11.2.1); width and height follow."""
_START = len(_PNG) + 8


def read_picture(folder: Path, name: str, line: int, report: Report) -> Picture | None:
    """The picture `name` in `folder`, which `line` of organisation.yml asks for; None and a problem if it is none."""
    if Path(name).name != name or name.startswith("."):
        report.add("fel-form", line, f"”{name}” är inget filnamn.", "Lägg bilden bredvid organisation.yml.")
        return None
    path = next((one for one in folder.iterdir() if nfc(one.name) == nfc(name)), None)
    if path is None:
        report.add("saknad-fil", line, f"Filen ”{name}” finns inte bredvid organisation.yml.")
        return None
    try:
        with opened(path) as file:
            start = file.read(_START)
    except OSError as error:
        report.add("går-inte-att-läsa", line, f"Filen ”{name}” {reason(error)}.")
        return None
    measured = digest(Entry(path=path, shown=name, name=name, is_folder=False), report)
    if measured is None:
        return None
    size, sha256 = measured
    if not start.startswith(_PNG) or len(start) < _START:
        report.add("fel-bild", line, f"”{name}” är ingen PNG-bild.")
        return None
    width, height = struct.unpack(">II", start[len(_PNG) :])
    if size > MAX_SIZE or not 0 < width <= MAX_SIDE or not 0 < height <= MAX_SIDE:
        report.add("fel-bild", line, f"”{name}” är för stor: {width} × {height} bildpunkter, {size} byte.")
        return None
    return Picture(path=nfc(name), size=size, sha256=sha256, width=width, height=height)
