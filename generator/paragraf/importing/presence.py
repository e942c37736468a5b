"""For which part of a meeting someone was there: §§, times and distance, as they stand after a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.ids import ParagraphNumber
from paragraf.importing.dates import CLOCK
from paragraf.model import ParagraphSet

_BEFORE = r"[\s,(–-]*"
_NOT = (
    r"ej|inte|utom|förutom|frånvarande|ej närvarande|(?:deltar|deltog|deltagit) (?:ej|inte)|med undantag (?:av|för)"
    r"|undantaget|jävi?g?|anmäl(?:er|de|t) jäv"
)
_FROM_WORDS = r"fr\.?\s?o\.?\s?m\.?|från(?: och med)?|anlände|ankom|kom|inträdde|inträder"
_TO_WORDS = r"t\.?\s?o\.?\s?m\.?|till(?: och med)?"
_ONLY = r"föredragande(?: av)?|föredrar|under|för|på|vid|gäller|deltog|deltar|närvarande|beslutande|i"
_SET = re.compile(
    rf"{_BEFORE}(?P<words>(?:(?<![^\W\d_])(?:{_NOT}|{_FROM_WORDS}|{_TO_WORDS}|del(?:ar)? av|{_ONLY})\s+)*)"
    rf"(?P<which>§+\s*\d[\d\s,§a-zåäö.–-]*?)\s*\)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:{_FROM_WORDS})\s+(?:vid\s+|till\s+)?§*\s*(?P<first>\d+)(?:\s*(?:[-–,]|{_TO_WORDS})\s*(?:{_TO_WORDS})?\s*§*\s*(?P<last>\d+))?",
    re.IGNORECASE,
)
_TO = re.compile(rf"(?:{_TO_WORDS})\s+§*\s*(?P<last>\d+)", re.IGNORECASE)
_HOURS = r"kl(?:ockan|\.)?\s*\d{1,2}\s*[-–—]\s*\d{1,2}(?![\d.:])"
_SPAN = rf"(?:{_HOURS}|(?:kl(?:ockan|\.)?\s*)?{CLOCK}(?:\s*(?:[-–—]|till)\s*(?:kl\.?\s*)?{CLOCK})?)"
_TIME = re.compile(
    rf"{_BEFORE}(?P<time>(?:(?<![^\W\d_])(?:{_FROM_WORDS}|{_TO_WORDS}|lämnade(?: sammanträdet| mötet)?|gick|avvek"
    rf"|mellan|under|efter|före|närvarande|deltog|deltar)\s+)*{_SPAN}(?:\s*(?:,|;|och|samt)\s*{_SPAN})*)\s*\)?$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?:(?P<not>[\s,(–-]+(?:{_NOT})\s+(?:på\s+|vid\s+)?)|\s*[,(]\s*)"
    r"(?P<which>\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?:\s*(?:,|och|samt)\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?)*)\)?$",
    re.IGNORECASE,
)
"""§§ without a sign: they are numbers of the document, or those that someone was not at."""
_REMOTE = re.compile(
    r"[\s,(]*\b(?:(?:deltar |deltog |närvarande )?(?:på|via) distans|distans(?:deltagande)?|digitalt"
    r"|via (?:teams|länk|video\w*|webb\w*))\b\)?",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"[\s,(]*\b(?:p\.?\s?g\.?\s?a\.?|på grund av)\s+jäv\b\)?$", re.IGNORECASE)
_MOST = 5
"""Things said after a name, at most."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Presence:
    """What is said of the part of the meeting that someone took part in."""

    paragraphs: ParagraphSet | None = None
    """None: the whole meeting, or only times say."""
    times: tuple[str, ...] = ()
    """As printed: kl. 9.00–11.30."""
    remote: bool = False


def presence_after(text: str, known: Sequence[ParagraphNumber]) -> tuple[str, Presence] | None:
    """The text without what it says last of §§, times and distance, and that; None when it cannot be told what it says.

    `known`: the §§ of the document, for "fr.o.m. § 45".
    """
    plain = _with_signs(text, known)
    sets: list[ParagraphSet] = []
    times: list[str] = []
    remote = False
    for _ in range(_MOST):
        before = plain
        if match := _REMOTE.search(plain):
            remote, plain = True, f"{plain[: match.start()]}{plain[match.end() :]}".strip(" ,")
        if match := _BECAUSE.search(plain):
            plain = plain[: match.start()]
        if match := _TIME.search(plain):
            times.insert(0, match["time"].strip())
            plain = plain[: match.start()].strip(" ,")
        if match := _SET.search(plain):
            which = paragraph_set(f"{match['words']}{match['which']}", known)
            if which is None:
                return None
            sets.insert(0, which)
            plain = plain[: match.start()].strip(" ,")
        if plain == before:
            break
    if (
        "§" in plain
        or len(sets) > 2
        or (sets and any(re.match(r"lämnade|gick|avvek", one, re.IGNORECASE) for one in times))
    ):
        return None
    which = _together(sets)
    if sets and which is None:
        return None
    if which and any(re.match(_FROM_WORDS, one, re.IGNORECASE) for one in times):
        which = _onwards(which, known)
    return plain, Presence(paragraphs=which, times=tuple(times), remote=remote)


def _with_signs(text: str, known: Sequence[ParagraphNumber]) -> str:
    """The text with a sign before the §§ that it says last: "Bo Ek (S) ej 13"."""
    match = _NUMBERS.search(text)
    if not match or "§" in text:
        return text
    numbers = {one.number for one in known}
    if not all(int(one) in numbers for one in re.findall(r"\d+", match["which"])):
        return text
    return f"{text[: match.start()]}{match['not'] or ', '}§§ {match['which']}{')' if '(' in match.group() else ''}"


def _together(sets: Sequence[ParagraphSet]) -> ParagraphSet | None:
    """What sets of §§ after each other say: "§§ 44–49 (ej § 45)"; None when they say nothing together."""
    if len(sets) < 2:
        return sets[0] if sets else None
    first, second = sets
    if second.excluded and not first.excluded and not first.partly:
        return ParagraphSet.of(number for number in _numbers(first) if second.covers(number))
    if not any(one.excluded or one.partly for one in sets):
        return ParagraphSet(ranges=(*first.ranges, *second.ranges))
    return None


def _numbers(one: ParagraphSet) -> list[ParagraphNumber]:
    return [ParagraphNumber(number) for first, last in one.ranges for number in range(first.number, last.number + 1)]


def _onwards(which: ParagraphSet, known: Sequence[ParagraphNumber]) -> ParagraphSet | None:
    """The §§ from a single one on, of someone who came at it."""
    if len(which.ranges) != 1 or which.excluded or which.ranges[0][0] != which.ranges[0][1]:
        return which
    return _range(which.ranges[0][0].number, max((one.number for one in known), default=0))


def paragraph_set(text: str, known: Sequence[ParagraphNumber] = ()) -> ParagraphSet | None:
    """The §§ of "§§ 47, 50–52", "ej § 40", "fr.o.m. § 45"; None when they cannot be told."""
    plain = " ".join(text.split()).strip(" ,.")
    plain = re.sub(rf"^(?:(?:{_ONLY})\s+)+(?=\S)", "", plain, flags=re.IGNORECASE)
    without = re.match(rf"(?:{_NOT})\s+", plain, re.IGNORECASE)
    if without:
        plain = re.sub(rf"^(?:(?:{_ONLY})\s+)+", "", plain[without.end() :], flags=re.IGNORECASE)
    if match := _FROM.fullmatch(plain):
        last = int(match["last"]) if match["last"] else max((one.number for one in known), default=0)
        return None if without else _range(int(match["first"]), last)
    if match := _TO.fullmatch(plain):
        return None if without else _range(min((one.number for one in known), default=1), int(match["last"]))
    if (match := re.fullmatch(r"§*\s*(\d+)\s*[-–]", plain)) and known and not without:
        return _range(int(match[1]), max(one.number for one in known))
    try:
        return ParagraphSet.parse(f"ej {plain}" if without else plain)
    except ValueError:
        return None


def _range(first: int, last: int) -> ParagraphSet | None:
    if not 0 < first <= last:
        return None
    return ParagraphSet(ranges=((ParagraphNumber(first), ParagraphNumber(last)),))
