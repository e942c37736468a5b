"""Attendance that is told by who was away: "Samtliga närvarande med undantag av Eva Al (S). Som ersättare inträder …".

Those who are named were absent and must never be read as present. Who was there, the text does not say: the report does
that it is to be written by hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import Note
from paragraf.importing.frontfields import Value
from paragraf.importing.names import NAME, SERVES
from paragraf.importing.people import people
from paragraf.model import Attendee

_ONE = rf"{NAME}(?:\s*\((?:[A-Za-zÅÄÖåäö]{{1,6}}|-)\))?"
_TITLED = rf"(?:(?!(?:och|samt|för|i|vars|som|ersättare)\b)[a-zåäö][\w-]*\s+){{0,3}}{_ONE}"
_THOSE = rf"{_TITLED}(?:(?:\s*,\s*|\s*,?\s+(?:och|samt)\s+){_TITLED})*"
_EXCEPT = re.compile(
    r"(?:\b(?i:samtliga|alla|hela|fulltalig\w*|ledamöter(?:na)?|fullmäktige)\b[^;:()]{0,80}?"
    r"\b(?i:med undantag (?:av|för)|förutom|utom)\s*:?"
    rf"|(?<=\S)\s(?i:ej närvarande|frånvarande|förhindrade?)\s*:)\s+(?P<those>{_THOSE})"
)
_SUBSTITUTED = re.compile(rf"{_ONE}\s*,?\s+(?:(?i:{SERVES})|för)\s+{_ONE}")
"""Who serves, and for whom."""
_REMOTE = re.compile(r"distans|digital|länk|teams", re.IGNORECASE)
"""The exception is from how they took part."""
_NAMED = re.compile(_ONE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Excepted:
    """Attendance told by who was away."""

    rest: tuple[Value, ...]
    """What the group says besides."""
    numbers: tuple[int, ...]
    """Of the lines that tell it."""
    serving: tuple[Attendee, ...]
    """Substitutes, with whom they serve for."""
    note: Note


def excepted(values: Sequence[Value]) -> Excepted | None:
    """What a group says by whom it excepts; None when it names those who were there."""
    text = " ".join(value for value, _ in values)
    away = _EXCEPT.search(text)
    if away is None or _REMOTE.search(text, away.start(), away.end() + 50):
        return None
    absent = [person for name in _NAMED.findall(away["those"]) for person in people(name)]
    pairs = [match for match in _SUBSTITUTED.finditer(text, away.end()) if people(match.group())]
    serving = [person for match in pairs for person in people(match.group())]
    spans = [match.span() for match in (away, *pairs)]
    rest: list[Value] = []
    told: list[Value] = []
    begin = 0
    listed = False
    for value in values:
        end = begin + len(value[0])
        is_away = not people(value[0]) and any(value[0].startswith(one.name) for one in absent)
        is_told = is_away or any(start < end and begin < stop for start, stop in spans)
        # A bare name on the line after may be one more who was away: "med undantag av" above a list.
        listed = begin < away.end() <= end or (listed and _NAMED.fullmatch(value[0]) is not None)
        (told if is_told or listed else rest).append(value)
        begin = end + 1
    numbers = tuple(number for _, those in told for number in those)
    return Excepted(
        rest=tuple(rest),
        numbers=numbers,
        serving=tuple(serving),
        note=Note(line=numbers[0], text=_note(" ".join(value for value, _ in told), absent, serving)),
    )


def _note(text: str, absent: Sequence[Attendee], serving: Sequence[Attendee]) -> str:
    away = ", ".join(one.name for one in absent)
    said = f"Närvaron är skriven som löpande text, ”{text}”: skriv in de närvarande för hand. Frånvarande: {away}."
    if serving:
        said += f" Ersättare som är inlästa: {', '.join(f'{one.name} för {one.serves_for}' for one in serving)}."
    return said
