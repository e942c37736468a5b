"""How days, sizes and lists are written for readers. Words that stand alone are in theme/partials/texts.html."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from paragraf.ids import slugify
from paragraf.model import AttachmentFile, TimeSpan

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
LINK = re.compile(r"!?\[([^\]]{0,500})\]\([^)]{0,1000}\)")
"""A link in Markdown."""
TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
"""A line of a Markdown table."""
BULLET = re.compile(r"^\s{0,3}[-*+]\s+", re.MULTILINE)
"""The mark of an entry in a list; a dash in running text."""
MARKS = re.compile(r"[*`]|(?m:^\s{0,3}(?:#{1,6}|>)\s+)")
"""Marks of Markdown that a plain summary leaves out."""
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

FILE_TYPES = {
    "csv": "CSV",
    "doc": "Word",
    "docx": "Word",
    "jpg": "bild",
    "jpeg": "bild",
    "md": "text",
    "mp4": "film",
    "odt": "OpenDocument",
    "pdf": "PDF",
    "png": "bild",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "txt": "text",
    "xls": "Excel",
    "xlsx": "Excel",
    "zip": "ZIP",
}
"""Ending of a file name -> what a reader calls it."""


def long_date(day: date) -> str:
    """26 april 2023"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def kept_date(day: date) -> str:
    """26 april 2023 within a sentence: the day never stays behind at the end of a line."""
    return long_date(day).replace(" ", "\u00a0", 1)


def weekday(day: date) -> str:
    """onsdag"""
    return WEEKDAYS[day.weekday()]


def when(day: date) -> dict[str, str]:
    """A day for templates: for machines, for reading, and in parts for a date block."""
    return {
        "iso": day.isoformat(),
        "long": long_date(day),
        "weekday": weekday(day),
        "day": str(day.day),
        "month": MONTHS[day.month - 1][:3],
        "year": str(day.year),
    }


def time_spans(times: Sequence[TimeSpan]) -> str:
    """13.00–14.30, 15.00–16.10"""
    return ", ".join(f"{span.start:%H.%M}–{span.end:%H.%M}" if span.end else f"{span.start:%H.%M}" for span in times)


def size(count: int) -> str:
    """A number of bytes: 812 byte, 14 kB, 2,3 MB."""
    if count < 1000:
        return f"{count} byte"
    if count < 1_000_000:
        return f"{round(count / 1000)} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def file_type(file: AttachmentFile) -> str:
    """What a reader calls the kind of file: PDF, Word, bild."""
    ending = file.path.rpartition(".")[2].lower()
    return FILE_TYPES.get(ending, ending.upper())


def listing(words: Sequence[str]) -> str:
    """a, b och c"""
    return " och ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def count_of(number: int, one: str, many: str) -> str:
    """1 paragraf, 12 paragrafer"""
    return f"{number} {one if number == 1 else many}"


def numbers(written: Iterable[str]) -> str:
    """§ 45 · §§ 44–58, the first and the last; empty without any."""
    found = list(written)
    if len(found) < 2:
        return f"§\u00a0{found[0]}" if found else ""
    return f"§§\u00a0{found[0]}–{found[-1]}"


def shortened(text: str, limit: int = 200) -> str:
    """The text on one line, cut at a word when it is longer than `limit`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rpartition(" ")[0].rstrip(",;:–- ") + " …"


def file_name(path: str) -> str:
    """Name under which an attachment's file is published: ASCII, with its ending."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    return f"{slugify(stem or ending) or 'fil'}{dot}{slugify(ending)}" if stem else slugify(ending) or "fil"
