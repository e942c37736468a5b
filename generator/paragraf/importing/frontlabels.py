"""Which words of a front page are labels, and where a line is cut before one."""

import re
from collections.abc import Iterator

from paragraf.importing.bodies import is_body_name
from paragraf.importing.dates import find_date, without_dates
from paragraf.importing.frontfields import Field
from paragraf.importing.labels import Labelled
from paragraf.importing.people import people
from paragraf.importing.rollheads import PEOPLE

SINGLE = ("paragraphs", "adjusted", "announced", "removed", "date", "appeal", "of")
"""Labels with one value, which stands on one line."""
DATED = ("date", "adjusted", "announced", "removed", "appeal")
_DOTS = re.compile(r"\s*[.._…]{4,}\s*|\s*\.{3,}\s*")
_INNER = re.compile(
    r"(?<=[\d.…_)])\s+(?=(?:datum (?:för|då|när)|anslaget|anslagsdatum|nedtag\w*|uppsatt|paragraf(?:er)?\b"
    r"|sista (?:dag|datum)|förvaringsplats|underskrift|sammanträdesdatum|tid:|plats:|justerat\b))"
    r"|(?<=^underskrifter)\s+|(?<=^underskrift)\s+(?=sekreterare|ordförande)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?<=\S)\s+(?=paragraf(?:er)?\s*:?\s*§*\s*\d[\d\s,§–-]*$)", re.IGNORECASE)
_NUMBERS = r"\d{1,4}(?:\s*(?:[,–-]|och|samt)\s*\d{1,4})*"
_WHICH = re.compile(
    rf"(?:(?:för|avser|gäller|justering av)\s+)?(?:(?:paragraf(?:er|en|erna)?\s*:?\s*)?§+\s*(?P<which>{_NUMBERS})"
    rf"|(?P<which_too>{_NUMBERS})\s*§+|(?:protokollets )?övriga(?: delar| §§| paragrafer(?:na)?)?(?: av protokollet)?)"
    r"\s*:?",
    re.IGNORECASE,
)
"""Which §§ a notice is of."""


def notice_of(text: str, current: Field, *, signed: bool) -> Labelled | None:
    """Of which §§ what follows in a notice is, when a line says nothing else: "57 §", "Övriga paragrafer"."""
    if not signed and current.name not in ("notice", "adjusting", "kept", *DATED):
        return None
    if not (match := _WHICH.fullmatch(text)):
        return None
    numbers = match["which"] or match["which_too"]
    which = f"§ {numbers}" if numbers else "övriga"
    return Labelled(name="paragraphs", label="", value=which, colon=True)


def pieces_of(cell: str) -> Iterator[str]:
    """The cell cut where a label stands in its middle, without lines to sign on."""
    text = _DOTS.sub("    ", cell)
    for part in re.split(r"\s{4,}", text):
        for piece in _INNER.split(part):
            for one in _BESIDE.split(piece):
                if one.strip():
                    yield one.strip()


def is_meant(head: Labelled, current: Field, *, signed: bool) -> bool:
    """Whether words that can be a label are one: alone, with a colon, or before a value of the right kind."""
    value = head.value
    if not value or head.colon:
        return not (head.name in ("from", "numbered") and not value)
    if head.name in PEOPLE:
        return bool(people(value)) or _elsewhere(value)
    if head.name == "date" and head.label.casefold() == "datum":
        return find_date(value) is not None
    if head.name in DATED:
        return find_date(value) is not None or len(value) < 25
    if head.name == "when":
        return any(char.isdigit() for char in value)
    if head.name == "where":
        return value[0].isupper()
    if head.name == "adjusting":
        return len(head.label) > 10 or find_date(value) is not None
    if head.name == "paragraphs":
        if head.label.startswith("§"):
            return re.fullmatch(r"[\d\s,§–-]+", value) is not None and (signed or current.name not in PEOPLE)
        return value.lstrip("§ ")[:1].isdigit()
    if head.name == "of":
        return is_body_name(without_dates(value).strip(" ,"))
    if head.name in ("from", "numbered"):
        return False
    return head.name != "signatures" or len(value) < 60


def _elsewhere(value: str) -> bool:
    """Whether a value says that those are told elsewhere, or tells of all of them: "Samtliga utom Bo Ek"."""
    return re.match(r"(?:(?i:enligt|enl\.?|se)|Samtliga|Alla|Hela|Fulltalig\w*)\b", value) is not None
