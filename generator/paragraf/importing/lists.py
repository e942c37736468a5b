"""Lists of documents and recipients: one a line, or several on a line between commas."""

import re
from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import LaidLine
from paragraf.importing.flow import Measure, pieces
from paragraf.importing.markup import Form, Piece
from paragraf.importing.names import NAME, TITLE_ENDINGS

_COMMA = re.compile(r"\s*[,;]\s+(?![^()]*\))|\s+samt\s+(?![^()]*\))")
_AND = re.compile(r"\s+och\s+(?![^()]*\))")
_OFFICES = (
    *(
        "nämnden",
        "nämnd",
        "styrelsen",
        "fullmäktige",
        "utskottet",
        "kontoret",
        "förvaltningen",
        "enheten",
        "avdelningen",
    ),
    *(
        "rådet",
        "bolaget",
        "verket",
        "gruppen",
        "kommun",
        "regionen",
        "stiftelsen",
        "föreningen",
        "skolan",
        "revisorerna",
    ),
    *("sökanden", "sökande", "akten", "diariet", "registrator", "fören", "verksamheten", "sektionen", "staben", "ab"),
    *("en", "na", "are", "erna"),
    *TITLE_ENDINGS,
)


def list_pieces(kind: str, lines: Sequence[LaidLine], by: Measure) -> list[Piece]:
    """The entries of a list of underlag or recipients, and what stands between them."""
    found = pieces(lines, by, entries=True)
    plain = [piece for piece in found if piece.form is Form.BULLET and not piece.marked]
    if len(plain) != 1 or len(found) > 2:
        return found
    split = _recipients(plain[0].text) if kind == "expedieras" else _documents(plain[0].text)
    return [
        one
        for piece in found
        for one in ([replace(piece, text=part) for part in split] if piece is plain[0] else [piece])
    ]


def _recipients(text: str) -> list[str]:
    """ "Ekonomienheten, kommunstyrelsen och Bo Ek, HR-chef": three; a title stays with its name."""
    parts = [part for part in _COMMA.split(text.rstrip(".")) if part.strip()]
    joined: list[str] = []
    for part in parts:
        of_person = joined and re.fullmatch(NAME, joined[-1]) and part[0].islower() and part.endswith(TITLE_ENDINGS)
        half = joined and joined[-1].endswith("-")
        if of_person or half:
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    last = _AND.split(joined[-1]) if joined else []
    if len(last) == 2 and not last[0].endswith("-") and all(_is_recipient(one) for one in last):
        joined[-1:] = last
    return [part.strip() for part in joined] or [text]


def _is_recipient(text: str) -> bool:
    return bool(re.fullmatch(NAME, text)) or text.casefold().endswith(_OFFICES)


def _documents(text: str) -> list[str]:
    """ "Tjänsteskrivelse 2024-02-01, Förslag till taxa": a document begins with a capital, a date does not."""
    parts = [part for part in re.split(r"[,;]\s+(?=[A-ZÅÄÖ])(?![^()]*\))", text) if part.strip()]
    # Document and person: "Motion, Bo Ek (S)" is one.
    if any(re.match(rf"{NAME}(?:\s\(|$)", part) for part in parts[1:]):
        return [text]
    return [part.strip() for part in parts] or [text]
