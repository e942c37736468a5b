"""Single lines and blocks of text as the format can hold them: what is normalised, what is refused."""

import re
from datetime import time

from paragraf.ids import UNPRINTABLE, nfc
from paragraf.model import ParagraphSet, TimeSpan
from paragraf.model.fences import fence_after

_HEADING = re.compile(r"^(?:#\s+\S|##(?!#)| {1,3}##?\s)")
_UNWRITABLE = re.compile(f"{UNPRINTABLE.pattern}|[\ud800-\udfff]")


def one_line(value: str, what: str) -> str:
    """A value that stands on one line: NFC, tabs as blanks, without blanks at its ends.

    Raises ValueError (Swedish, naming `what`) for a value with a line break or a control character: no line of the
    format can hold it, and to drop it would change what was said.
    """
    text = nfc(value).replace("\t", " ").strip()
    if "\n" in text:
        raise ValueError(f"{what} kan inte skrivas: ”{text}” innehåller radbrytning.")
    _refuse_unprintable(text, what)
    return text


def word(value: str, what: str, forbidden: tuple[str, ...]) -> str:
    """A value that stands between separators; raises ValueError when it holds one of them, or nothing."""
    text = one_line(value, what)
    if not text:
        raise ValueError(f"{what} kan inte skrivas: värdet är tomt.")
    if found := next((mark for mark in forbidden if mark in text), None):
        raise ValueError(f"{what} kan inte skrivas: ”{text}” innehåller ”{found}”, som skiljer värden åt.")
    return text


def block(text: str, what: str, *, structured: bool = True) -> str:
    """Markdown of several lines: NFC, Unix line ends, no blank lines at its ends.

    In a structured file raises ValueError for a heading of first or second level outside a code fence, and for a fence
    that is never closed: they would be read as part of the document's own structure.
    """
    lines = [line.rstrip() if not line.strip() else line for line in re.split(r"\r\n|\r|\n", nfc(text))]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    _refuse_unprintable("".join(lines), what)
    fence = ""
    for line in lines if structured else ():
        fence = fence_after(line, fence)
        if not fence and _HEADING.match(line):
            raise ValueError(f"{what} kan inte skrivas: raden ”{line}” skulle läsas som en rubrik.")
    if fence:
        raise ValueError(f"{what} kan inte skrivas: ett kodblock ({fence}) avslutas inte.")
    return "\n".join(lines)


def clock(at: time) -> str:
    """13.00, as Swedish minutes write it."""
    return f"{at.hour:02}.{at.minute:02}"


def spans(times: tuple[TimeSpan, ...]) -> str:
    """13.00–14.30, 15.00–16.10."""
    return ", ".join(clock(span.start) + (f"–{clock(span.end)}" if span.end else "") for span in times)


def paragraphs(these: ParagraphSet) -> str:
    """§ 44–49, ej § 40 or del av § 9: the set as it stands after a name."""
    if these.rest or not these.ranges:
        raise ValueError("Paragrafer för en person måste räknas upp.")
    bare = str(ParagraphSet(ranges=these.ranges))
    return f"{'ej ' if these.excluded else ''}{'del av ' if these.partly else ''}§ {bare}"


def yes(value: bool) -> str:
    """Ja or nej."""
    return "ja" if value else "nej"


def _refuse_unprintable(text: str, what: str) -> None:
    if bad := _UNWRITABLE.search(text):
        raise ValueError(f"{what} kan inte skrivas: texten innehåller det osynliga tecknet U+{ord(bad[0]):04X}.")
