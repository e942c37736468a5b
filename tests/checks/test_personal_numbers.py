"""Personal numbers in text. Only documented test numbers, and numbers made of them, stand here."""

import pytest

from paragraf.vocabulary.personal_numbers import find


@pytest.mark.parametrize(
    "text",
    [
        "191212121212",
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "Född 121212\u20131212, bor här.",
        "121212\u22121212",
        "121212 1212",
        "121212\u00a01212",
        "1212121212",
        "640823-3234",
        "640883-3231",
        "(640823-3234)",
        "Nr640823-3234",
    ],
)
def test_certain_numbers(text: str) -> None:
    assert [found.is_certain for found in find(text)] == [True]


@pytest.mark.parametrize("text", ["640823-3235", "19640823-3235", "196408233235", "640823\u20133235", "0701011231"])
def test_what_may_be_a_number(text: str) -> None:
    assert [found.is_certain for found in find(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "802411-8310",  # organisationsnummer: no such month
        "641323-3234",
        "640823-0004",
        "640800-3234",
        "640823-XXXX",
        "640823-32341",
        "5640823-3234",
        "2023-04-26",
        "23/SAN/115",
        "6408233235",
        "640823 3235",
        "123-640823-3234",
        "010-121 21 21",
    ],
)
def test_other_digits(text: str) -> None:
    assert list(find(text)) == []


def test_places() -> None:
    text = "A 640823-3234 och\n121212-1212."
    assert [text[found.start : found.start + 6] for found in find(text)] == ["640823", "121212"]
