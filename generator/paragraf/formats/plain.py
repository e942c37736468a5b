"""Plain text as lines."""

import re

from paragraf.formats.line import Line, Reading, UnreadableError
from paragraf.formats.signs import BLANKS, NO_TEXT
from paragraf.ids import nfc

_COLUMNS = re.compile(r"\t+| {3,}")


def read_text(data: bytes) -> Reading:
    """Lines of a UTF-8 text: any line ends, with or without byte order mark, composed or decomposed letters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            "fel-teckenkodning",
            f"Filen är inte UTF-8: tecknet {data[error.start]:#04x} på rad {line} går inte att tyda.",
            "Spara om filen med teckenkodningen UTF-8.",
            line=line,
        ) from error
    rows = NO_TEXT.sub(" ", nfc(text).replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    if rows and not rows[-1]:
        rows.pop()
    found = []
    page = 1
    paged = any("\f" in row for row in rows)
    for number, row in enumerate(rows, 1):
        page += row.count("\f") if number > 1 else 0
        body = row.lstrip("\f")
        stripped = body.strip(BLANKS + "\f\v")
        lead = body[: len(body) - len(body.lstrip(BLANKS))]
        found.append(
            Line(
                number=number,
                text=stripped,
                indent=len(lead) if stripped else 0,
                soft=bool(stripped) and body.rstrip("\f\v")[-1:] in tuple(BLANKS),
                empty=not body,
                new_page="\f" in row,
                page=page if paged else 0,
                cells=_cells(stripped),
            )
        )
    return Reading(lines=tuple(found), pages=page if paged else 0)


def _cells(text: str) -> tuple[str, ...]:
    cells = tuple(cell.strip(BLANKS) for cell in _COLUMNS.split(text)) if "\t" in text or "   " in text else ()
    return cells if len(cells) > 1 else ()
