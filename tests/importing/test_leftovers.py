"""What an import finds that must not be published as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.importing.document import Line
from paragraf.importing.leftovers import (
    _IN_PATHS,
    _IN_PROTECTED,
    _IN_TEMPLATES,
    _PATH,
    _PROTECTED,
    _TEMPLATE,
    leftovers,
)

FOUND = {
    "Sökanden, 191212121212, har överklagat.": [("personnummer", "19121212-XXXX")],
    "Pnr 121212-1212": [("personnummer", "121212-XXXX")],
    "Pnr 121212-1213": [("troligt personnummer", "121212-XXXX")],
    "Fil: file:///C:/Users/sven/Dokument/kallelse.docx": [
        ("sökväg på en dator", "file:///C:/Users/sven/Dokument/kallelse.docx")
    ],
    r"Se G:\Nämnd\2024\underlag.xlsx": [("sökväg på en dator", r"G:\Nämnd\2024\underlag.xlsx")],
    r"Se \\server01\gemensam\underlag.xlsx": [("sökväg på en dator", r"\\server01\gemensam\underlag.xlsx")],
    "<Ange förslag till beslut>": [("rest av en mall", "<Ange förslag till beslut>")],
    "Dnr 23/SAN/XX": [("rest av en mall", "23/SAN/XX")],
    "[Skriv här]": [("rest av en mall", "[Skriv här]")],
    "Klicka här för att ange text.": [("rest av en mall", "Klicka här för att ange text")],
    "Justerat XXXX-XX-XX": [("rest av en mall", "XXXX-XX-XX")],
    "Fel! Bokmärket är inte definierat.": [("rest av en mall", "Fel! Bokmärket är inte definierat")],
    "Personen har skyddade personuppgifter.": [
        ("skyddade personuppgifter eller sekretess", "skyddade personuppgifter")
    ],
}
NOTHING = (
    "Bankgiro 5217-4321, telefon 0582-68 50 00, org.nr 212000-1926",
    "KS 2024-00123, 2024-03-12 § 45, 23/SAN/115",
    "och/eller 3 < 4 > 2",
    "Beslutet gäller fastigheten Berg 1:4 och xxl-hallen.",
    "Se https://www.exempel.test/home/sida och avsnitt [3].",
)


@pytest.mark.parametrize("text", FOUND)
def test_what_is_found(text: str) -> None:
    assert [(one.kind.value, one.text) for one in leftovers([Line(number=7, text=text)])] == FOUND[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_none(text: str) -> None:
    assert leftovers([Line(number=7, text=text)]) == ()


def test_they_come_in_the_order_of_the_lines() -> None:
    lines = [Line(number=3, text="XXXX-XX-XX 191212121212"), Line(number=9, text="<Ange namn>")]
    assert [(one.line, one.kind.name) for one in leftovers(lines)] == [
        (3, "PERSONAL_NUMBER"),
        (3, "TEMPLATE"),
        (9, "TEMPLATE"),
    ]


@given(st.from_regex(_TEMPLATE, fullmatch=True))
def test_few_lines_need_the_slow_pattern_and_none_is_missed(text: str) -> None:
    assert any(sign in text.casefold() for sign in _IN_TEMPLATES)


@given(st.from_regex(_PATH, fullmatch=True))
def test_no_line_with_a_path_is_passed_by(text: str) -> None:
    assert any(sign in text.casefold() for sign in _IN_PATHS)


@given(st.from_regex(_PROTECTED, fullmatch=True))
def test_no_line_about_protection_is_passed_by(text: str) -> None:
    assert any(sign in text.casefold() for sign in _IN_PROTECTED)
