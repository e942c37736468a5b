"""Numbers of items as a line prints them: "§ 45 -", "KSAU § 33/2024", "45 §", "Punkt 5", "4A.", "4)"."""

import re
from dataclasses import dataclass, replace

from paragraf.ids import ParagraphNumber
from paragraf.importing.dates import CLOCK
from paragraf.importing.document import Line
from paragraf.vocabulary.documents import BODY_CODES

_DASH = r"[-\u2010-\u2015]"
_SERIES = r"(?:(?P<series>[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][a-zåäö]{1,4}):?\s*)?"
_SUFFIX = r"(?:\s?(?P<suffix>[a-hj-zA-HJ-Z])(?![\wåäöÅÄÖ-]))?"
_FORMS: dict[str, re.Pattern[str]] = {
    "§": re.compile(
        rf"{_SERIES}§\s*(?P<number>\d{{1,4}})(?![-–]\d){_SUFFIX}(?:/(?P<year>\d{{4}}|\d\d)(?!\d))?\s*[.:)]?\s*(?:{_DASH}\s*)?(?P<rest>.*)"
    ),
    "paragraf": re.compile(rf"(?i:paragraf)\s+(?P<number>\d{{1,4}}){_SUFFIX}\s*[.:]?\s*(?:{_DASH}\s*)?(?P<rest>.*)"),
    "n §": re.compile(rf"(?P<number>\d{{1,4}}){_SUFFIX}\s?§(?!\s?\d)\s*[.:]?\s*(?:{_DASH}\s*)?(?P<rest>.*)"),
    "punkt": re.compile(
        rf"(?i:(?:(?:extra|nytt|sent|tillkommande|kompletterande)\s+)?(?:punkt|ärende)|ärendenr|tilläggsärende|extraärende|p\.)"
        rf"[,:]?\s*(?:nr\.?\s*)?(?P<number>\d{{1,3}}){_SUFFIX}\s*[.:)]?\s*(?:{_DASH}\s*)?(?P<rest>.*)"
    ),
    "dash": re.compile(
        rf"(?P<number>\d{{1,3}})(?:\s?(?P<suffix>[a-hj-zA-HJ-Z]))?\s*{_DASH}(?:\s+|(?=[A-ZÅÄÖ]))(?P<rest>\S.*)"
    ),
    "dot": re.compile(r"(?P<number>\d{1,3})(?:\s?(?P<suffix>[a-hj-zA-HJ-Z]))?[.:](?:\s+(?P<rest>\S.*)|$)"),
    "paren": re.compile(r"(?P<number>\d{1,3})(?:\s?(?P<suffix>[a-hj-zA-HJ-Z]))?\)\s*(?P<rest>.*)"),
    "decimal": re.compile(r"(?P<number>\d{1,2})\.(?P<part>[1-9]\d?)\.?\s+(?P<rest>[A-ZÅÄÖ”\"(].*)"),
    "roman": re.compile(r"(?P<roman>[IVX]{1,6})[.)]?\s+(?P<rest>[A-ZÅÄÖ”\"(].*)"),
    "bare": re.compile(r"(?P<number>\d{1,3})(?P<suffix>[a-hj-zA-HJ-Z])?(?:\s+(?P<rest>[^\d\s§–—-].*)|$)"),
}
PARAGRAPHS = ("§", "paragraf", "n §")
"""Forms of §§ of minutes; an agenda can have them too."""
ITEMS = ("punkt", "dash", "dot", "paren", "bare", "decimal", "roman", *PARAGRAPHS)
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = [f"{tens}{ones}" for tens in ("", "X", "XX", "XXX") for ones in _ONES][1:]
"""Of 1, 2, 3 and so on."""
_NO_SERIES = frozenset(
    ("se", "jfr", "enl", "av", "ur", "till", "från", "samt", "och", "vid", "med", "per", "kap", "enligt")
)
CONTINUED = re.compile(
    r"\(?\s*\b(?:forts(?:\.|ättning(?: på| av| från)?|)|fortsatt)(?![a-zåäö])\s*:?\s*\)?", re.IGNORECASE
)

_TIMED = re.compile(
    rf"(?P<time>{CLOCK}(?:\s*{_DASH}\s*(?:{CLOCK})?)?)\s+(?P<rest>(?:[A-ZÅÄÖ]{{2,6}}\s*)?(?:§|\d|(?i:punkt|ärende)\s).*)",
    re.IGNORECASE,
)
"""A time of day before a number: the first column of many a timetable."""
_REFERENCES = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\s*§+\s*\d{1,4}(?:/\d{2,4})?[\s,;]*)+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbered:
    """A line that begins with a number, read in one form."""

    form: str
    number: ParagraphNumber
    rest: str
    """What follows the number on the line."""
    series: str = ""
    """Abbreviation before the §: KSAU."""
    year: str = ""
    """After the number: 2024 or 24."""
    continued: bool = False
    """The line says that it goes on with an item that has begun: "forts. § 58"."""
    margin: bool = False
    """The number has a cell of its own."""
    time: str = ""
    """Before the number: 13.10."""

    @property
    def look(self) -> tuple[str, str, bool]:
        """What the heads of one document have in common."""
        return self.form, self.series.casefold(), bool(self.year)


def is_reference(text: str) -> bool:
    """Whether a line only says under which §§ other bodies had the item before: "Au § 18", "Au § 27  Bun § 9"."""
    return _REFERENCES.fullmatch(text.strip()) is not None


def numbered(line: Line, forms: tuple[str, ...]) -> tuple[Numbered, ...]:
    """Every reading of a line as the head of an item, in the forms asked for."""
    text = " ".join(line.text.split())
    timed = _TIMED.fullmatch(text)
    text = timed["rest"] if timed else text
    plain = CONTINUED.sub(" ", text, count=1).strip() if len(text) < 160 else text
    plain = plain if plain != text and re.search(r"\d", plain) else text
    found = [one for form in forms if (one := _read(plain, form, continued=plain != text))]
    if timed:
        return tuple(replace(one, time=timed["time"]) for one in found)
    cells = [" ".join(cell.split()) for cell in line.cells if cell]
    if len(cells) > 1:
        found += [one for form in forms for one in _in_margin(cells, form) if one.form not in {f.form for f in found}]
    return tuple(found)


def _read(text: str, form: str, *, continued: bool = False, margin: bool = False) -> Numbered | None:
    match = _FORMS[form].fullmatch(text)
    if not match:
        return None
    parts = match.groupdict()
    series, rest = parts.get("series") or "", (match["rest"] or "").strip()
    if (series and not _is_series(series)) or rest.startswith((",", ";", ")", "§")):
        return None
    number = _number(parts)
    if number is None:
        return None
    return Numbered(
        form=form,
        number=number,
        rest=rest,
        series=series,
        year=parts.get("year") or "",
        continued=continued,
        margin=margin,
    )


def _number(parts: dict[str, str | None]) -> ParagraphNumber | None:
    """The number; "4.2" has ".2" as its suffix. None: letters that are no Roman number."""
    if roman := parts.get("roman"):
        value = _ROMAN.index(roman) + 1 if roman in _ROMAN else 0
        return ParagraphNumber(value) if value else None
    suffix = f".{parts['part']}" if parts.get("part") else (parts.get("suffix") or "").lower()
    return ParagraphNumber(int(parts["number"] or 0), suffix)


def in_order(number: ParagraphNumber) -> tuple[int, str, int]:
    """By what numbers are sorted: 4 before 4a, 4.2 before 4.10."""
    letter, _, part = number.suffix.partition(".")
    return number.number, letter, int(part or 0)


def _is_series(word: str) -> bool:
    if word.casefold() in _NO_SERIES:
        return False
    return word.isupper() or word.casefold() in BODY_CODES or len(word) <= 4


def _in_margin(cells: list[str], form: str) -> list[Numbered]:
    """The number in a cell that is not the first: "Val av justerare | § 45"."""
    found = []
    for place, cell in enumerate(cells[1:], 1):
        one = _read(cell, form, margin=True) if form in PARAGRAPHS else None
        if one and not one.rest:
            others = " ".join([*cells[:place], *cells[place + 1 :]])
            found.append(
                Numbered(form=form, number=one.number, rest=others, series=one.series, year=one.year, margin=True)
            )
    return found
