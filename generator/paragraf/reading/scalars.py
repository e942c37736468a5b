"""One line of text turned into a value. Every function raises ValueError, or WrongValueError with its own message."""

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import TypeVar

from paragraf.ids import YEARS, NumberPattern, template_regex
from paragraf.model import ParagraphSet, TimeSpan
from paragraf.problems import did_you_mean
from paragraf.reading.report import short

_Value = TypeVar("_Value")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_DASH = re.compile(r"\s*[\u2010-\u2015\u2212-]\s*")


class WrongValueError(ValueError):
    """A value that cannot be read, for a reason better told than by the form alone."""

    def __init__(self, code: str, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.suggestion = suggestion


def day(text: str) -> date:
    """2023-04-26."""
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(text)
    if int(match[1]) not in YEARS:
        raise WrongValueError("datum-finns-inte", f"Året i {text} kan inte stämma.")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise WrongValueError("datum-finns-inte", f"Dagen {text} finns inte i kalendern.") from error


def day_or_unknown(text: str) -> date | None:
    """2023-04-26, or okänt."""
    return None if text.casefold() == "okänt" else day(text)


def clock(text: str) -> time:
    """13.10 or 13:10."""
    match = _TIME.fullmatch(text)
    if not match:
        raise ValueError(text)
    return time(int(match[1]), int(match[2]))


def spans(text: str) -> tuple[TimeSpan, ...]:
    """13.00–14.30, 15.00–16.10."""
    found = []
    for part in text.split(","):
        start, *end = _DASH.split(part.strip())
        if len(end) > 1:
            raise ValueError(text)
        found.append(TimeSpan(start=clock(start), end=clock(end[0]) if end else None))
    return tuple(found)


def yes_or_no(text: str) -> bool:
    """Ja or nej."""
    if text.casefold() not in ("ja", "nej"):
        raise ValueError(text)
    return text.casefold() == "ja"


def number(text: str) -> int:
    """A whole number from 0 to 9999."""
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def paragraphs(text: str) -> ParagraphSet:
    """48, or 44–47, 49, or övriga."""
    return ParagraphSet.parse(text)


def one_of(words: Iterable[str]) -> Callable[[str], str]:
    """A reader of a closed list, in any case."""
    known = {word.casefold(): word for word in words}

    def choose(text: str) -> str:
        if found := known.get(text.casefold()):
            return found
        message = f"”{short(text)}” finns inte att välja på; det ska vara {either(known.values())}."
        raise WrongValueError("okänt-värde", message, did_you_mean(text, known.values()))

    return choose


def either(words: Iterable[str]) -> str:
    """Words as an alternative: a, b eller c."""
    *first, last = words
    return f"{', '.join(first)} eller {last}" if first else last


def web_address(text: str) -> str:
    """https://www.example.se."""
    if not re.fullmatch(r"https?://[^\s/]+\S*", text):
        raise ValueError(text)
    return text


def site_address(text: str) -> str:
    """https://moten.example.se/kommun, with a slash at its end; a path may follow the host, but no ? or #."""
    if not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", text):
        raise ValueError(text)
    return f"{text.rstrip('/')}/"


def mail_address(text: str) -> str:
    """kommun@example.se."""
    if not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text):
        raise ValueError(text)
    return text


def colour(text: str) -> str:
    """1b4f72, as #1b4f72."""
    if not re.fullmatch(r"#?[0-9a-fA-F]{6}", text):
        raise ValueError(text)
    return f"#{text.removeprefix('#').lower()}"


def template(text: str) -> str:
    """A template of case numbers; see NumberPattern."""
    if "NR" not in text.replace("HNR", ""):
        raise ValueError(text)
    try:
        re.compile(template_regex(NumberPattern(text).template))
    except re.error as error:
        raise ValueError(text) from error
    return text


def in_folder(text: str) -> str:
    """bilagor/x.pdf."""
    if not re.fullmatch(r"bilagor/[^/]+", text):
        raise ValueError(text)
    return text
