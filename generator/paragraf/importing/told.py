"""Who adjusts, chairs and keeps the minutes, where only a sentence says it: "Till justerare valdes Bo Ek"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.frontrows import Row
from paragraf.importing.labels import labelled
from paragraf.importing.names import NAME, PARTY, without_title
from paragraf.importing.people import people

_CHOSEN = r"(?:väljs|valdes|utses|utsågs|utsetts|valts|utser|utse|utsåg|väljer|välja|valde)"
_ADJUSTER = r"(?:justera\b|justerare\b|justerings(?:person|man|män)\w*|protokolls?justerare\b)"
_ADJUSTS = (
    re.compile(rf"(?P<names>{NAME}[^.\n]*?)\s+(?:(?:har|är)\s+)?{_CHOSEN}\b[^.\n]*?\b{_ADJUSTER}"),
    re.compile(rf"(?i:{_ADJUSTER})[^.\n]*?\b{_CHOSEN}\s*:?\s+(?:(?!(?:att|till)\b)[a-zåäö-]+\s+)?(?P<names>{NAME}[^.\n]*)"),
    re.compile(rf"\b(?i:justeras)\s+(?:[a-zåäö]+\s+){{0,6}}?av\s+(?P<names>{NAME}[^.\n]*)"),
    re.compile(rf"\b{_CHOSEN}\s+(?:[a-zåäö]+\s+)?(?P<names>{NAME}[^.\n]*)"),
)
"""From what says most to what says least."""
_CHAIR_TOO = re.compile(rf"\b(?i:jämte|tillsammans med|förutom|utöver)\s+(?:[\w:]+\s+){{0,2}}?ordföranden?\s+{NAME}")
"""The chair, who signs beside those who are chosen."""
_SUBSTITUTE = re.compile(r"\b(?:med|ersättare|i stället|istället)\b")
_WITH_PARTY = re.compile(rf"(?P<name>{NAME})(?:\s+{PARTY.format('party')})?")
_SECRETARY = r"(?:[\w-]*[Ss]ekreterare|[Pp]rotokollförare)"
_IS = r"(?:är|var|har varit)(?: vid (?:mötet|sammanträdet))?"
_LEADS = r"(?:leder|ledde) (?:mötet|sammanträdet)"
_OFFICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (office, re.compile(rf"{form}\.?"))
    for office, form in (
        ("secretary", rf"{_SECRETARY} {_IS} (?P<names>{NAME})"),
        ("secretary", rf"(?P<names>{NAME}) (?:{_IS} {_SECRETARY}|(?:för|förde|har fört|skrev) protokoll(?:et)?)"),
        ("secretary", rf"(?:Dagens p|P)rotokoll(?:et)? (?:förs|fördes|har förts|skrevs) av (?P<names>{NAME})"),
        ("secretary", rf"Till {_SECRETARY} {_CHOSEN} (?P<names>{NAME})"),
        ("chair", rf"(?:Mötesordf|Ordf)öranden? {_IS} (?P<names>{NAME})"),
        ("chair", rf"(?P<names>{NAME}) (?:{_IS} (?:mötes)?ordförande|{_LEADS})"),
    )
)
_MOST_ROWS = 4
"""Lines of the sentences, at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a sentence of a front page says."""

    office: str
    """adjusters, secretary or chair."""
    people: tuple[tuple[str, str | None], ...]
    """Name and party."""
    lines: tuple[int, ...]


def adjusters(text: str) -> tuple[tuple[str, str | None], ...]:
    """(name, party) of those chosen to adjust by a sentence: "X väljs att tillsammans med ordförande justera"."""
    found: dict[str, str | None] = {}
    for sentence in re.split(r"(?<=[.\n])\s+", text):
        if not re.search(r"\bjuster|protokolls?justerare", sentence, re.IGNORECASE):
            continue
        plain = _CHAIR_TOO.sub("jämte ordföranden", sentence)
        for pattern in _ADJUSTS:
            if match := pattern.search(plain):
                for one in _WITH_PARTY.finditer(_SUBSTITUTE.split(match["names"])[0]):
                    found.setdefault(without_title(one["name"], "")[0], one["party"])
                break
    return tuple(found.items())


def told_in(rows: Sequence[Row]) -> tuple[tuple[Told, ...], list[Row]]:
    """Who adjusts, chairs and keeps the minutes by sentences among the rows of a front page, and the other rows."""
    told: list[Told] = []
    left: list[Row] = []
    place = 0
    while place < len(rows):
        found, end = _told_at(rows, place)
        told += found
        if not found:
            left.append(rows[place])
        place = end
    return tuple(told), left


def _told_at(rows: Sequence[Row], start: int) -> tuple[list[Told], int]:
    """What the sentences that begin with a row say, and the place after them; nothing where any of them says more."""
    words: list[str] = []
    numbers: list[int] = []
    first = rows[start].cells[0][0]
    label = labelled(first)
    if people(first) or (label and not label.value):
        return [], start + 1
    for place in range(start, min(start + _MOST_ROWS, len(rows))):
        cells = rows[place].cells
        if len(cells) > 1 or (words and labelled(cells[0][0]) and words[-1].endswith((".", ":"))):
            break
        words.append(cells[0][0])
        numbers.append(cells[0][1])
        said = [one for one in re.split(r"(?<=[a-zåäö)])\.\s+(?=[A-ZÅÄÖ])", " ".join(words)) if one]
        found = [one for sentence in said if (one := _told(sentence, tuple(numbers)))]
        if found and len(found) == len(said) and " ".join(words).endswith("."):
            return found, place + 1
    return [], start + 1


def _told(sentence: str, lines: tuple[int, ...]) -> Told | None:
    for office, pattern in _OFFICES:
        if match := pattern.fullmatch(sentence):
            return Told(office=office, people=((match["names"], None),), lines=lines)
    if re.search(r"\d", sentence) or _SUBSTITUTE.search(sentence):
        return None  # it says more
    if re.search(_CHOSEN, sentence) or " justeras " in sentence:
        those = adjusters(sentence)
        return Told(office="adjusters", people=those, lines=lines) if those else None
    return None
