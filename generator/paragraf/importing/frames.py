"""What heads of pages are made of: a line that holds nothing else is a head wherever it stands."""

import re
from dataclasses import dataclass
from datetime import date

from paragraf.importing.dates import find_dates
from paragraf.vocabulary.documents import DATE_LABELS, DOCUMENT_TYPES, PAGE_WORDS

_DATE = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|(?:den )?\d{1,2}(?::e)? [a-zåäö]{3,9} \d{4}"
)
_LABEL = re.compile(rf"(?:{'|'.join(sorted(DATE_LABELS, key=len, reverse=True))})\b:?")
_TYPE = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, DOCUMENT_TYPES), key=len, reverse=True))})\b(?:\s+nr\.?\s*\d+(?:/\d+)?)?:?"
)
_PAGE = re.compile(
    rf"(?:(?:{PAGE_WORDS})(?!\w)\s*:?\s*(?:\d+\s*(?:\(\d+\)|(?:av|of|/)\s*\d+)?)?|\d+\s?\(\d+\)|\d+\s?/\s?\d+(?![\d/-])"
    r"|\d+ av \d+|nr\.?\s*\d+(?:/\d+)?)"
)
_SENDER = re.compile(r"(?:[a-zåäöé-]+ ){1,2}(?:kommun|stad|kommunalförbund)\b|region [a-zåäöé-]+(?: län)?")
_BETWEEN = re.compile(r"[\s,;|·:–-]+")
_NUMBER = re.compile(r"\d{1,3}$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Framing:
    """What is known of the document whose pages have heads."""

    body: str
    """Its full name."""
    days: tuple[date, ...]
    """Of the meeting."""

    def parts(self, text: str) -> frozenset[str]:
        """Which parts of a head a line is made of, all of it; none when it holds anything else.

        organ, dag, rubrik (what document it is), etikett (Sammanträdesdatum), sida, avsändare.
        """
        rest = " ".join(text.casefold().split())
        found: set[str] = set()
        if len(rest) > 140:
            return frozenset()
        while rest:
            name, length = self._next(rest)
            if not name:
                return frozenset()
            found.add(name)
            rest = _BETWEEN.sub("", rest[length:], count=1) if _BETWEEN.match(rest[length:]) else rest[length:]
        return frozenset(found)

    def is_head(self, text: str) -> bool:
        """Whether a line is made of two such parts or more: a name or a day alone can be a recipient or a fact."""
        return len(self.parts(text) - {"etikett"}) > 1

    def names(self, text: str) -> bool:
        """Whether a line names the body or says what document it is, among other words."""
        words = text.casefold()
        return self.body.casefold() in words or any(re.search(rf"\b{re.escape(one)}", words) for one in DOCUMENT_TYPES)

    def _next(self, rest: str) -> tuple[str, int]:
        """The part with which a text begins, and its length."""
        body = self.body.casefold()
        if rest.startswith(body) and not rest[len(body) : len(body) + 1].isalpha():
            return "organ", len(body)
        if match := _DATE.match(rest):
            days = find_dates(match[0])
            return ("dag", match.end()) if days and set(days) <= set(self.days) else ("", 0)
        for name, pattern in (("etikett", _LABEL), ("rubrik", _TYPE), ("sida", _PAGE), ("avsändare", _SENDER)):
            if match := pattern.match(rest):
                return name, match.end()
        match = _NUMBER.match(rest)
        return ("sida", match.end()) if match else ("", 0)
