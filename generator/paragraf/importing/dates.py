"""Dates and clock times as agendas and minutes print them."""

import re
from datetime import date, time

from paragraf.model import TimeSpan

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) ((?:19|20)\d\d)\b", re.IGNORECASE)
CLOCK = r"(?:kl(?:ockan|\.)?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d"
"""A clock time: 13:10, 9.00, kl. 13.10."""
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d|\.\d)")
_SPAN = re.compile(rf"{CLOCK}(?:\s*(?:-|–|—|till)\s*{CLOCK})?", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The first date in a text, as 2023-05-24 or 24 maj 2023; None without one or when the day does not exist."""
    try:
        if match := _ISO.search(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _WORDS.search(text):
            return date(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    except ValueError:
        return None
    return None


def find_clock(text: str) -> time | None:
    """The first clock time in a text."""
    match = _CLOCK.search(text)
    return time(int(match[1]), int(match[2])) if match else None


def find_spans(text: str) -> tuple[tuple[TimeSpan, ...], str]:
    """Every span of time (13:00-17:00, kl. 9.00–12.00) and the text without them."""
    spans = []
    for match in _SPAN.finditer(text):
        clocks = [time(int(hour), int(minute)) for hour, minute in _CLOCK.findall(match.group())]
        if clocks:
            spans.append(TimeSpan(start=clocks[0], end=clocks[1] if len(clocks) > 1 else None))
    rest = " ".join(_SPAN.sub(" ", text).split())
    return tuple(spans), rest.strip(" ,;")
