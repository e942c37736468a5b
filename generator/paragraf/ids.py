"""Identifiers: what a meeting, a §, a case and an address are called, and how they are read, written and sorted.

Only the standard library is imported here: every other module leans on this one.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "a", "ø": "o", "é": "e", "ü": "u", "ß": "ss"})
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_NUMBER = re.compile(r"(\d{1,4})\s?([a-zåäö]?)", re.IGNORECASE)
YEARS = range(1800, 2200)
"""Of days that can be meant."""
_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d))?")


# Control characters; NEL, LS and PS, which some readers take for line ends; direction marks that make text lie.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def nfc(text: str) -> str:
    """Text in composed form (macOS writes names decomposed)."""
    return unicodedata.normalize("NFC", text)


def slugify(text: str) -> str:
    """An address part of any text: lower case ASCII letters, digits and single hyphens; may be empty."""
    folded = nfc(text).lower().translate(_FOLD)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


@dataclass(frozen=True, order=True, slots=True)
class ParagraphNumber:
    """The number of a § within its series: 45 or 12 a."""

    number: int
    """1–9999."""
    suffix: str = ""
    """A lower case letter, or nothing."""

    @classmethod
    def parse(cls, text: str) -> "ParagraphNumber":
        """Read "45", "12a" or "12 A"; raises ValueError for anything else."""
        match = _NUMBER.fullmatch(text.strip())
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), match[2].lower())

    def __str__(self) -> str:
        return f"{self.number}{self.suffix}"

    @property
    def slug(self) -> str:
        """The last part of the address: p45, p12a."""
        return f"p{self.number}{slugify(self.suffix)}"


@dataclass(frozen=True, order=True, slots=True)
class ParagraphId:
    """The legal address of a decision. Numbers run per body and calendar year."""

    body: str
    """Code of the body as in organisation.yml: SAN."""
    year: int
    number: ParagraphNumber

    def __str__(self) -> str:
        return f"{self.body} § {self.number}/{self.year}"


@dataclass(frozen=True, order=True, slots=True)
class MeetingId:
    """A meeting: body, day, and which meeting of that day it is."""

    body: str
    """Code of the body."""
    date: date
    ordinal: int = 1

    @property
    def folder(self) -> str:
        """Name of the meeting's folder: 2023-04-26, or 2023-04-26-2 for the second one of a day."""
        return self.date.isoformat() + (f"-{self.ordinal}" if self.ordinal > 1 else "")

    @property
    def path(self) -> str:
        """Path in content/ and on the site: san/2023-04-26."""
        return f"{slugify(self.body)}/{self.folder}"

    def __str__(self) -> str:
        return f"{self.body} {self.folder}"


def parse_folder(name: str) -> tuple[date, int]:
    """Date and ordinal of a meeting folder's name; raises ValueError when the name is not of that form."""
    match = _FOLDER.fullmatch(name)
    if not match or int(name[:4]) not in YEARS:
        raise ValueError(name)
    return date.fromisoformat(match[1]), int(match[2] or 1)


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How a municipality writes case numbers, as a template of words.

    ÅÅÅÅ and ÅÅ stand for the year, ENHET for letters, NR for the serial number, PLAN for a plan code and
    HNR for a handling's number; every other character stands for itself, but blank and hyphen for each other.
    """

    template: str
    """"ÅÅ/ENHET/NR"."""
    handling: str = ""
    """Template of a single handling's number: "ÅÅ/ENHET/NR-HNR"; empty when handlings have none."""
    valid_from: date | None = None
    valid_to: date | None = None
    needs_label: bool = False
    """True: is only a case number in running text after a label such as Dnr."""

    def holds(self, day: date | None) -> bool:
        """Whether the pattern was in use on a day (None: any day)."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


_TOKENS = {
    "ÅÅÅÅ": r"(?P<year>(?:19|20)\d\d)",
    "ÅÅ": r"(?P<year>\d\d)",
    "ENHET": r"(?P<unit>[A-ZÅÄÖa-zåäö]{1,12})",
    "PLAN": r"(?P<plan>\d+(?:\.\d+)*)",
    "HNR": r"(?P<handling>\d{1,6})",
    "NR": r"(?P<serial>\d{1,7})",
}
_TOKEN = re.compile("|".join(_TOKENS))
_TEMPLATE_LITERAL = {" ": r"[ \u00a0-]", "-": r"[ \u00a0-]"}


@cache
def template_regex(template: str) -> str:
    """The regular expression source of a number template (groups: year, unit, serial, plan, handling)."""
    parts: list[str] = []
    position = 0
    for token in _TOKEN.finditer(template):
        parts += [_TEMPLATE_LITERAL.get(char, re.escape(char)) for char in template[position : token.start()]]
        parts.append(_TOKENS[token.group()])
        position = token.end()
    parts += [_TEMPLATE_LITERAL.get(char, re.escape(char)) for char in template[position:]]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number as an author wrote it, with the key under which all spellings of it are one case."""

    written: str
    """As written: "23/SAN/115", "KSN 2015-1345"."""
    key: str
    """The same for every spelling: "23/SAN/115", "KSN-2015-1345"."""
    handling: str = ""
    """The handling's own number within the case: "5" of 23/SAN/13-5."""

    def __str__(self) -> str:
        return self.written

    @property
    def slug(self) -> str:
        """The case's address part: 23-san-115."""
        return slugify(self.key)


def case_number(written: str, patterns: tuple[NumberPattern, ...] = (), day: date | None = None) -> CaseNumber | None:
    """Read a case number by the declared patterns; without patterns any text with a digit is accepted as it stands.

    Returns None when patterns are declared and none of those that held on `day` fits.
    """
    text = _DASHES.sub("-", " ".join(nfc(written).split()))
    for pattern in patterns:
        if not pattern.holds(day):
            continue
        for template, is_handling in ((pattern.template, False), (pattern.handling, True)):
            match = re.fullmatch(template_regex(template), text, re.IGNORECASE) if template else None
            if match:
                handling = match.groupdict().get("handling") if is_handling else None
                return CaseNumber(written.strip(), _key(pattern.template, match), (handling or "").lstrip("0"))
    if patterns or not any(char.isdigit() for char in text):
        return None
    return CaseNumber(written.strip(), text.upper().replace(" ", "-"))


def _key(template: str, match: re.Match[str]) -> str:
    """The template filled with normalised values: upper case, no leading zeros in serial numbers."""
    found = match.groupdict()
    values = {
        "ÅÅÅÅ": found.get("year") or "",
        "ÅÅ": found.get("year") or "",
        "ENHET": (found.get("unit") or "").upper(),
        "PLAN": found.get("plan") or "",
        "NR": (found.get("serial") or "").lstrip("0") or "0",
        "HNR": "",
    }
    return _TOKEN.sub(lambda token: values[token.group()], template).replace(" ", "-")
