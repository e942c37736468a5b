"""Days off and last days of appeal: computed ones against the calendar, and against notices that really were posted."""

from datetime import date

import pytest

from paragraf.publishing.calendar import DAY, easter, holidays, is_weekday, last_appeal_day


@pytest.mark.parametrize(
    "day", ["2011-04-24", "2016-03-27", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
)
def test_easter(day: str) -> None:
    assert easter(date.fromisoformat(day).year) == date.fromisoformat(day)


def test_the_days_off_of_a_year() -> None:
    assert {day.isoformat(): name for day, name in holidays(2026).items()} == {
        "2026-01-01": "nyårsdagen",
        "2026-01-06": "trettondedag jul",
        "2026-04-03": "långfredagen",
        "2026-04-06": "annandag påsk",
        "2026-05-01": "första maj",
        "2026-05-14": "Kristi himmelsfärdsdag",
        "2026-06-06": "nationaldagen",
        "2026-06-19": "midsommarafton",
        "2026-06-20": "midsommardagen",
        "2026-10-31": "alla helgons dag",
        "2026-12-24": "julafton",
        "2026-12-25": "juldagen",
        "2026-12-26": "annandag jul",
        "2026-12-31": "nyårsafton",
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-18", True),  # Thursday before midsommarafton
        ("2026-06-19", False),
        ("2026-06-20", False),
        ("2026-06-21", False),
        ("2026-06-22", True),
        ("2027-06-18", True),  # Midsummer Day is the Saturday after the 19th
        ("2027-06-25", False),
        ("2027-11-05", True),  # allhelgonaafton is a weekday in law
        ("2026-01-05", True),  # and so is trettondagsafton
        ("2027-05-07", True),  # the Friday after Kristi himmelsfärdsdag
    ],
)
def test_on_which_days_a_period_can_end(day: str, expected: bool) -> None:
    assert is_weekday(date.fromisoformat(day)) is expected


@pytest.mark.parametrize(
    ("announced", "last", "removal"),
    [
        ("2019-01-22", "2019-02-12", "2019-02-13"),  # Enköping
        ("2011-04-04", "2011-04-26", "2011-04-27"),  # Sunne: three weeks later is annandag påsk
        ("2018-04-03", "2018-04-24", "2018-04-25"),  # Kramfors
        ("2025-12-03", "2025-12-29", "2025-12-30"),  # julafton, then Christmas and a week-end
        ("2026-04-10", "2026-05-04", "2026-05-05"),  # första maj is a Friday
        ("2026-05-29", "2026-06-22", "2026-06-23"),  # midsommarafton
        ("2025-12-10", "2026-01-02", "2026-01-03"),  # nyårsafton and nyårsdagen
        ("2023-05-04", "2023-05-25", "2023-05-26"),
    ],
)
def test_the_last_day_of_appeal(announced: str, last: str, removal: str) -> None:
    found = last_appeal_day(date.fromisoformat(announced))
    assert (found.isoformat(), (found + DAY).isoformat()) == (last, removal)
