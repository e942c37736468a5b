"""Places within a § of law: andra stycket, 2 st., första stycket 3, punkt 3, 3 p, andra meningen, and a bare 3."""

import re
from dataclasses import dataclass

from paragraf.references.grammar import AND, GAP, MAYBE, TO

_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")
_ORDINAL = "|".join(_ORDINALS)
_LAW_WORD = r"[^\W\d_]{0,40}(?:lag|balk|förordning)"
# A bare number is a point only where the text does not go on to count something: "9 § 3 LSS", not "9 § 3 personer".
_POINT = rf"[1-9]\d?(?![\w§]|[.:/]\d|-\d\d|{GAP}(?:kap|§|st\b|p\b)|{GAP}(?!(?:och|samt|eller|i)\s|{_LAW_WORD})[a-zåäö])"
_POINTS = rf"{_POINT}(?:(?:{AND}|{TO}){_POINT}){{0,12}}"

_NAMED = (
    rf"{GAP}(?:{_ORDINAL}){GAP}(?:stycke(?:t|na)?|st\.?|mening(?:en)?|men\.?|punkt(?:en)?|p\.?)(?!\w)"
    rf"|{GAP}(?:stycke(?:t)?|st\.?){MAYBE}[1-9](?!\w)"
    rf"|{GAP}[1-9]\d?{MAYBE}(?:st|p|men)(?:\.|\b)"
    rf"|,?{GAP}(?:punkt(?:en|erna)?|p|pkt)\.?{MAYBE}[1-9]\d?(?!\w)"
)
MOMENT = rf"(?:{_NAMED}|{GAP}{_POINTS}){{0,3}}"
"""Everything of the kind that can follow a §; may be empty."""
NAMED_MOMENT = rf"(?:{_NAMED}){{0,3}}"
"""The same without bare numbers: what can follow the name of a statute."""

_PLACE = re.compile(
    rf"(?P<ordinal>{_ORDINAL})\s++(?P<unit>[a-zå]++)|(?P<word>[a-z]++)\.?\s*+(?P<after>\d++)"
    r"|(?P<before>\d++)\s*+(?P<short>st|p|men)\b|(?P<bare>\d++)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A place within a §."""

    part: int | None = None
    """Stycke."""
    point: str | None = None
    """Punkt; of several the first."""
    sentence: int | None = None
    """Mening."""


def read_moment(text: str) -> Moment:
    """The place that a text matched by MOMENT names."""
    found: dict[str, int] = {}
    for place in _PLACE.finditer(text):
        unit = place["unit"] or place["word"] or place["short"] or "punkt"
        number = _ORDINALS.index(place["ordinal"]) + 1 if place["ordinal"] else 0
        number = number or int(place["after"] or place["before"] or place["bare"])
        field = "part" if unit.startswith("st") else "sentence" if unit.startswith("men") else "point"
        found.setdefault(field, number)
    point = found.get("point")
    return Moment(part=found.get("part"), point=str(point) if point else None, sentence=found.get("sentence"))
