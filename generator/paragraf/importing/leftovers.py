"""What must not be published as it stands: personal numbers, paths of a computer, unfilled templates, secrecy."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from paragraf.importing.document import Line
from paragraf.vocabulary import personal_numbers


class Leftover(StrEnum):
    """What was found; its value is what a report calls it."""

    PERSONAL_NUMBER = "personnummer"
    LIKELY_PERSONAL_NUMBER = "troligt personnummer"
    PATH = "sökväg på en dator"
    TEMPLATE = "rest av en mall"
    PROTECTED = "skyddade personuppgifter eller sekretess"


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftoverFound:
    """Something of a line that a human must look at before anything is public."""

    line: int
    """Number of the line in the source."""
    kind: Leftover
    text: str
    """As it stands there; a personal number without its last four digits."""


_DIGITS = re.compile(r"(?:18|19|20)\d{6}(?=\D?\d{4})|\d{6}")
_PATH = re.compile(
    r"file:/{1,3}\S+|(?<![A-Za-z0-9])[A-Za-z]:\\(?:[^\s\\]+\\?)+|(?<![\w\\])\\\\[\w.$-]+\\[^\s]+"
    r"|(?<![\w/.])/(?:Users|home|Volumes)/[\w.-]+/\S+",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"<\s*(?:ange|skriv|fyll|välj|infoga|klicka|namn|datum|titel|rubrik|text|diarienummer|dnr|ärende)\b[^<>]{0,80}>"
    r"|\[\s*(?:ange|skriv|fyll i|välj|infoga|klicka|här skrivs|namn|datum|text|rubrik)\b[^\[\]]{0,80}\]"
    r"|\{\{?\s*[\wåäö. ]{2,40}\s*\}?\}|«[^«»]{1,60}»"
    r"|klicka (?:eller tryck )?här för att (?:ange|skriva|välja|lägga till)[^.]{0,60}"
    r"|(?:ange|skriv|välj) (?:text|datum|ett datum|namn|rubrik|titel|ett objekt)(?: här)?\.(?=\s|$)"
    r"|välj ett (?:datum|objekt)\b|skriv (?:texten |text )?här\b|fel! (?:bokmärket|hittar inte|källan|okänt)[^.]{0,60}"
    r"|lorem ipsum|\b(?:20)?\d\d/[A-ZÅÄÖ]{2,6}/X{2,}|\b[A-ZÅÄÖ]{2,6}[ -]?(?:20\d\d|ÅÅÅÅ|XXXX)[/:-]X{2,}"
    r"|\bX{4}-X{2}-X{2}\b|\bÅÅÅÅ-MM-DD\b|\b20\d\d-(?:X{2}|\d\d)-X{2}\b|(?:§|dnr|nr)\s?X{1,4}\b|\bx{2,}/x{2,}\b|\bX{3,}\b",
    re.IGNORECASE,
)
_IN_TEMPLATES = ("<", "[", "{", "«", "klicka", "ange", "skriv", "välj", "fel!", "lorem", "xx", "åååå", "§", "nr")
"""One of these stands in all that the pattern finds, in lower case: few lines have any, and the pattern is slow. So it
is with the two below."""
_SIGNS_ONLY_IN_CAPITALS = re.compile(r"[xX]{3,}")
_SIX_DIGITS = re.compile(r"\d{6}")
_IN_PATHS = ("file:/", ":\\", "\\\\", "/users/", "/home/", "/volumes/")
_IN_PROTECTED = ("skydd", "sekretess", "kvarskrivning")
_PROTECTED = re.compile(
    r"\b(?:skydda(?:d|de|t) (?:personuppgift|identitet|folkbokföring)\w*"
    r"|sekretess(?:marker(?:ing|ad|at|ade)|belag[dt]a?|skydda\w*)"
    r"|omfattas av sekretess|sekretess enligt|kvarskrivning|skyddad adress)\b",
    re.IGNORECASE,
)


def leftovers(lines: Iterable[Line]) -> tuple[LeftoverFound, ...]:
    """Everything of that kind in the lines, in their order. Linear in the text."""
    return tuple(found for line in lines for find in _worthwhile(line.text) for found in find(line))


def _worthwhile(text: str) -> Iterator[Callable[[Line], Iterator[LeftoverFound]]]:
    """The finders that may find something in a line: nearly every line has none."""
    lower = text.casefold()
    if _SIX_DIGITS.search(text):
        yield _personal_numbers
    for signs, find in _FINDERS:
        for sign in signs:
            if sign in lower:
                yield find
                break


def _personal_numbers(line: Line) -> Iterator[LeftoverFound]:
    for one in personal_numbers.find(line.text):
        kind = Leftover.PERSONAL_NUMBER if one.is_certain else Leftover.LIKELY_PERSONAL_NUMBER
        digits = _DIGITS.match(line.text, one.start)
        yield LeftoverFound(line=line.number, kind=kind, text=f"{digits[0] if digits else ''}-XXXX")


def _paths(line: Line) -> Iterator[LeftoverFound]:
    for match in _PATH.finditer(line.text):
        yield LeftoverFound(line=line.number, kind=Leftover.PATH, text=match.group())


def _templates(line: Line) -> Iterator[LeftoverFound]:
    for match in _TEMPLATE.finditer(line.text):
        words = match.group()
        if _SIGNS_ONLY_IN_CAPITALS.fullmatch(words) and not words.isupper():
            continue
        yield LeftoverFound(line=line.number, kind=Leftover.TEMPLATE, text=words)


def _protected(line: Line) -> Iterator[LeftoverFound]:
    if match := _PROTECTED.search(line.text):
        yield LeftoverFound(line=line.number, kind=Leftover.PROTECTED, text=match.group())


_FINDERS: tuple[tuple[tuple[str, ...], Callable[[Line], Iterator[LeftoverFound]]], ...] = (
    (_IN_PROTECTED, _protected),
    (_IN_PATHS, _paths),
    (_IN_TEMPLATES, _templates),
)
"""Signs of which one stands in all that a finder finds, in lower case, and the finder."""
