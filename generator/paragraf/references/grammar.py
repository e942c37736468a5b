"""Pieces of patterns that several families share.

Every repetition in this package is bounded or possessive, so that no text, however long or odd, makes finding slower
than proportional to its length.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

MASK = "\ufffc"
"""Stands for every character that is taken or protected: no pattern matches it."""

BLANK = r"[ \t\u00a0\u2009\u202f]"
GAP = rf"(?>{BLANK}{{1,6}}(?:\n{BLANK}{{0,12}})?|\n{BLANK}{{0,12}})"
"""Blanks with at most one line break: a reference can be broken over two lines, not over two paragraphs."""
MAYBE = rf"(?:{GAP})?"
COMMA = rf"(?:{MAYBE},{MAYBE}|{MAYBE})"
"""Perhaps a comma; never a blank line."""
DASH = rf"(?:{BLANK}{{0,2}}(?:[-\u2010-\u2015\u2212]){{1,3}}{BLANK}{{0,2}})"
AND = rf"(?:{MAYBE},{MAYBE}(?:(?:och|samt){GAP})?|{GAP}(?:och|eller|samt|resp\.?|respektive|&){GAP})"
TO = rf"(?:{DASH}|{GAP}(?:till|t\.o\.m\.|tom){GAP})"

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH = "|".join(f"{month[:3]}(?:{month[3:]}|\\.)?" for month in _MONTHS if len(month) > 3) + "|maj"
_YEAR = r"(?:19|20)\d\d"

FULL_DATE = (
    rf"(?:{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:e|:e))?{GAP}(?:{MONTH}){GAP}{_YEAR}"
    rf"|(?:[12]\d|3[01]|[1-9])/(?:1[0-2]|[1-9]){BLANK}{_YEAR})"
)
SHORT_DATE = rf"(?:(?:[12]\d|3[01]|[1-9]){GAP}(?:{MONTH})|(?:[12]\d|3[01]|[1-9])/(?:1[0-2]|[1-9]))"
"""Without year: the last such day up to the day of the text."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NAMED = re.compile(r"(\d{1,2})(?:\s?:?e)?\s++([a-zA-Z]{3})[a-zA-Z]*+\.?(?:\s++(\d{4}))?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:\s(\d{4}))?")


def read_date(text: str, upto: date) -> date | None:
    """The day that a FULL_DATE or SHORT_DATE names; None when there is no such day."""
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day)
    if match := _NAMED.fullmatch(text):
        month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match[2].lower()))
        return _dated(match[3], month, int(match[1]), upto)
    if match := _SLASHED.fullmatch(text):
        return _dated(match[3], int(match[2]), int(match[1]), upto)
    return None


def _dated(year: str | None, month: int, day: int, upto: date) -> date | None:
    if year:
        return _day(int(year), month, day)
    this_year = _day(upto.year, month, day)
    return this_year if this_year is None or this_year <= upto else _day(upto.year - 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def member_spans(span: tuple[int, int], members: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The span that each member of a list is linked by: the first with what stands before, the last with what follows.

    `members` says where each begins and where what belongs to it ends.
    """
    starts = [span[0], *(start for start, _ in members[1:])]
    ends = [*(min(keep, following) for (_, keep), (following, _) in pairwise(members)), span[1]]
    return list(zip(starts, ends, strict=True))


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans (in order) made invisible to every pattern; offsets stay."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], MASK * (end - start)]
        position = end
    return "".join([*parts, text[position:]])
