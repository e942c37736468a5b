"""Dates and clock times as agendas and minutes print them."""

import re
from datetime import date, time, timedelta

from paragraf.model import TimeSpan

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uari)?|feb(?:r(?:uari)?)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DASH = r"[-\u2010-\u2015\u2212]"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?::?e)?"
_UNTIL = rf"\s*(?:{_DASH}{{1,2}}|och|till|samt)\s*"
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?<![\d/.:])(?<!\d-){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?(?P<between>{_DASH}|[./])\s?(?P<number>\d\d)\s?(?P=between)\s?(?P<day>\d\d)"
        rf"(?:{_UNTIL}(?P<last>\d\d)(?![-/.:\d]))?",
        rf"{_DAY}(?:{_UNTIL}(?P<last>\d{{1,2}})(?::?e)?)?\s+{_MONTH}\s*,?\s*(?:{_YEAR}|{_DASH}?(?P<short>\d\d)(?![.:]))",
        rf"(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})(?:\s|\s?{_DASH}\s?|,\s?){_YEAR}",
        rf"(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})\s?{_DASH}\s?(?P<short>\d\d)",
        rf"(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}",
        rf"(?P<short>\d\d){_DASH}(?P<number>\d\d){_DASH}(?P<day>\d\d)(?!{_DASH})",
        r"(?P<year>20\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)",
    )
)
_YEARLESS = re.compile(rf"(?<![\d/.:-]){_DAY}\s+{_MONTH}(?![\w])(?!\s*,?\s*\d{{2,4}}(?![.:\d]))", re.IGNORECASE)
_HOUR = r"(?:[01]?\d|2[0-3])"
_SAID = r"kl(?:ockan|\.)?\s*"
CLOCK = rf"(?:{_SAID})?{_HOUR}[.:][0-5]\d(?!\d)"
"""A clock time: 13:10, 9.00, kl. 13.10."""
_TO = rf"\s*(?:{_DASH}{{1,2}}|till|t\.?o\.?m\.?|ca)\s*"
_CLOCK = re.compile(rf"(?<![\d:])(?<!\d\.)({_HOUR})(?:[.:]([0-5]\d))?(?!\d|[.:]\d)")
_SPAN = re.compile(
    rf"(?<![\d§/-])(?:(?:ca\s+)?{CLOCK}(?:{_TO}{CLOCK})?"
    rf"|{_SAID}{_HOUR}(?![\d/]|[.:]\d)(?:{_TO}(?:{CLOCK}|(?:{_SAID})?{_HOUR}(?![\d/]|[.:]\d)))?)",
    re.IGNORECASE,
)
PAUSED = re.compile(r"\b(?:ajourner\w*|paus\w*|rast\w*|avbrott\w*|lunch\w*|uppehåll\w*|fika\w*)\b", re.IGNORECASE)
"""Words before the times of a break."""


def find_dates(text: str) -> tuple[date, ...]:
    """Every day that a text names, in its order: 2024-03-05, den 5 mars 2024, 5–6 mars 2024, 24-03-05, 5/3 2024."""
    return tuple(dict.fromkeys(day for _, _, days in placed_dates(text) for day in days))


def placed_dates(text: str) -> list[tuple[int, int, tuple[date, ...]]]:
    """Every day or run of days that a text names, with where it begins and ends."""
    found: list[tuple[int, int, tuple[date, ...]]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            free = all(match.end() <= start or end <= match.start() for start, end, _ in found)
            if free and (days := _days(match)):
                found.append((match.start(), match.end(), days))
    return sorted(found)


def find_date(text: str) -> date | None:
    """The first day that a text names; None without one."""
    return next(iter(find_dates(text)), None)


def next_day(text: str, after: date) -> date | None:
    """The first day that a text names without its year, as the one that comes next: "tisdagen den 24 maj"."""
    match = _YEARLESS.search(text)
    if match is None:
        return None
    for year in (after.year, after.year + 1):
        try:
            day = date(year, _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
        except ValueError:
            continue
        if day >= after:
            return day
    return None


def without_dates(text: str) -> str:
    """The text without the days it names."""
    for form in _FORMS:
        text = form.sub(lambda match: " " if _days(match) else match.group(), text)
    return " ".join(text.split())


def _days(match: re.Match[str]) -> tuple[date, ...]:
    """The days of one expression; none when they do not exist."""
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else 2000 + int(found["short"])
    month = _MONTHS.index(found["month"][:3].lower()) + 1 if found.get("month") else int(found["number"])
    try:
        first = date(year, month, int(found["day"]))
        last = date(year, month, int(found["last"])) if found.get("last") else first
    except ValueError:
        return ()
    count = (last - first).days
    return tuple(first + timedelta(days=day) for day in range(count + 1)) if 0 <= count < 5 else (first,)


def find_clock(text: str) -> time | None:
    """The first clock time in a text."""
    spans, _ = find_spans(text)
    return spans[0].start if spans else None


def find_spans(text: str) -> tuple[tuple[TimeSpan, ...], str]:
    """Every span of time (13:00-17:00, kl. 9.00–12.00, kl 13) and the text without them."""
    spans = tuple(_span(match) for match in _SPAN.finditer(text))
    rest = " ".join(_SPAN.sub(" ", text).split())
    return spans, rest.strip(" ,;")


def _span(match: re.Match[str]) -> TimeSpan:
    clocks = [time(int(hour), int(minute or 0)) for hour, minute in _CLOCK.findall(match.group())]
    return TimeSpan(start=clocks[0], end=clocks[1] if len(clocks) > 1 else None)


def held_spans(text: str) -> tuple[TimeSpan, ...]:
    """When a meeting was held: the spans of a text, less the breaks that it names ("ajournering 14.30–14.45")."""
    spans = list(_SPAN.finditer(text))
    pause = PAUSED.search(text)
    if pause is None or not spans or spans[0].start() > pause.start():
        return tuple(_span(match) for match in spans)
    held = [_span(match) for match in spans if match.start() < pause.start()]
    breaks = [_span(match) for match in spans if match.start() > pause.start()]
    return _less(held, breaks)


def _less(held: list[TimeSpan], breaks: list[TimeSpan]) -> tuple[TimeSpan, ...]:
    for pause in breaks:
        if pause.end is None:
            continue
        for place, one in enumerate(held):
            if one.end is not None and one.start < pause.start < pause.end < one.end:
                held[place : place + 1] = [
                    TimeSpan(start=one.start, end=pause.start),
                    TimeSpan(start=pause.end, end=one.end),
                ]
                break
    return tuple(held)
