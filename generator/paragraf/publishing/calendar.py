"""Swedish days off, computed, and the periods of law that end on the next weekday."""

from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
APPEAL = timedelta(weeks=3)
"""From the day the adjustment was announced (KL 13:5)."""
ANNOUNCED_WITHIN = timedelta(days=2)
"""From the day of adjustment to that of its notice (KL 8:12)."""


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, century_rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * century_rest + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> dict[date, str]:
    """Public holidays but Sundays (lag 1989:253), and the eves that count like them (lag 1930:173 § 2)."""
    sunday = easter(year)
    midsummer = _saturday_from(date(year, 6, 20))
    return {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        sunday - 2 * DAY: "långfredagen",
        sunday + DAY: "annandag påsk",
        date(year, 5, 1): "första maj",
        sunday + 39 * DAY: "Kristi himmelsfärdsdag",
        date(year, 6, 6): "nationaldagen",
        midsummer - DAY: "midsommarafton",
        midsummer: "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 24): "julafton",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
        date(year, 12, 31): "nyårsafton",
    }


def is_weekday(day: date) -> bool:
    """Whether a period of law can end on a day: no Saturday, Sunday, public holiday or eve that counts like one."""
    return day.weekday() < 5 and day not in holidays(day.year)


def next_weekday(day: date) -> date:
    """The day itself when a period can end on it, else the next one that it can end on (lag 1930:173)."""
    while not is_weekday(day):
        day += DAY
    return day


def last_appeal_day(announced: date) -> date:
    """The last day on which an appeal must have reached the court (KL 13:5, lag 1930:173)."""
    return next_weekday(announced + APPEAL)


def _saturday_from(day: date) -> date:
    return day + (5 - day.weekday()) % 7 * DAY
