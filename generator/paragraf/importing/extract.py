"""Stage 1, extract: a file becomes numbered lines."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from paragraf.ids import nfc
from paragraf.importing.document import Extracted, Line, Request, refuse
from paragraf.reading.files import opened, reason

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Control characters that some PDFs leave in their text: they say nothing, and no file of ours can hold them."""
LARGEST = 20_000_000
"""Bytes of a document: some 5,000 pages."""
_BLANKS = " \t\u00a0\u2007\u202f"


def extract(request: Request) -> Extracted:
    """Read the source file; write its lines. Raises ImportRefusedError when it cannot be read as text."""
    source = request.source
    reader = EXTRACTORS.get(source.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(EXTRACTORS))
        raise refuse(
            str(source),
            "okänt-filformat",
            f"Filen har ändelsen ”{source.suffix}”; här läses {known}.",
            suggestion="Spara dokumentet som text (UTF-8).",
        )
    try:
        # A link to a file is followed: where the source lies is its owner's matter.
        with opened(source.resolve()) as file:
            data = file.read(LARGEST + 1)
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else "är en länk som leder tillbaka till sig själv"
        raise refuse(str(source), "filen-saknas", f"Filen {why}.") from error
    if len(data) > LARGEST:
        message = f"Filen är större än {LARGEST // 1_000_000} MB, som är det mesta som läses av ett dokument."
        raise refuse(str(source), "för-stor-fil", message)
    lines = reader(source, data)
    if not any(line.text for line in lines):
        raise refuse(str(source), "tom-fil", "Filen innehåller ingen text.")
    return Extracted(request=request, sha256=hashlib.sha256(data).hexdigest(), lines=lines)


def text_lines(source: Path, data: bytes) -> tuple[Line, ...]:
    """Lines of a UTF-8 text: any line ends, with or without byte order mark, composed or decomposed letters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse(
            str(source),
            "fel-teckenkodning",
            f"Filen är inte UTF-8: tecknet {data[error.start]:#04x} på rad {line} går inte att tyda.",
            line=line,
            suggestion="Spara om filen med teckenkodningen UTF-8.",
        ) from error
    found = []
    rows = _NO_TEXT.sub(" ", nfc(text).replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    if rows and not rows[-1]:
        rows.pop()
    for number, row in enumerate(rows, 1):
        body = row.lstrip("\f")
        stripped = body.strip(_BLANKS + "\f\v")
        lead = body[: len(body) - len(body.lstrip(_BLANKS))]
        found.append(
            Line(
                number=number,
                text=stripped,
                indent=len(lead) if stripped else 0,
                soft=bool(stripped) and body.rstrip("\f\v")[-1:] in tuple(_BLANKS),
                empty=not body,
                new_page="\f" in row,
            )
        )
    return tuple(found)


EXTRACTORS: dict[str, Callable[[Path, bytes], tuple[Line, ...]]] = {".txt": text_lines}
"""File ending -> function. Other formats join here and give the same lines."""
