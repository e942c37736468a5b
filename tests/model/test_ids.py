"""Numbers, folders and case numbers: every spelling that has been seen is read, and read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.ids import (
    CaseNumber,
    MeetingId,
    NumberPattern,
    ParagraphId,
    ParagraphNumber,
    case_number,
    parse_folder,
    slugify,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("23/SAN/115", "23-san-115"),
        ("ÄON 0186", "aon-0186"),
        ("Tjänsteskrivelse – internkontroll, år 2022", "tjansteskrivelse-internkontroll-ar-2022"),
        ("A\u030aterremiss", "aterremiss"),
        ("…", ""),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize(("text", "number", "slug"), [("45", "45", "p45"), ("12 A", "12a", "p12a")])
def test_paragraph_number(text: str, number: str, slug: str) -> None:
    read = ParagraphNumber.parse(text)
    assert (str(read), read.slug) == (number, slug)


@pytest.mark.parametrize("text", ["", "§ 4", "a", "12aa", "12345", "4-5"])
def test_what_is_no_paragraph_number(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        ParagraphNumber.parse(text)


def test_paragraphs_sort_by_body_year_number_and_letter() -> None:
    names = [("SAN", 2023, "100"), ("KS", 2024, "1"), ("SAN", 2023, "12a"), ("SAN", 2023, "12"), ("KS", 2023, "9")]
    ids = sorted(ParagraphId(body, year, ParagraphNumber.parse(number)) for body, year, number in names)
    assert [str(one) for one in ids[:2]] == ["KS § 9/2023", "KS § 1/2024"]
    assert [str(one) for one in ids[2:]] == ["SAN § 12/2023", "SAN § 12a/2023", "SAN § 100/2023"]


def test_meeting_folders() -> None:
    second = MeetingId("SÄN", date(2023, 4, 26), 2)
    assert second.path == "san/2023-04-26-2"
    assert parse_folder("2023-04-26-2") == (date(2023, 4, 26), 2)
    assert parse_folder("2023-04-26") == (date(2023, 4, 26), 1)


@pytest.mark.parametrize("name", ["2023-04-26-1", "2023-4-26", "2023-02-30", "möte", "2023-04-26-2-3"])
def test_what_is_no_meeting_folder(name: str) -> None:
    with pytest.raises(ValueError):
        parse_folder(name)


SPELLINGS = [
    # template, handling, written, key, handling number
    ("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR", "23/SAN/115", "23/SAN/115", ""),
    ("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR", "23/san/0115", "23/SAN/115", ""),
    ("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR", "23/SAN/13-5", "23/SAN/13", "5"),
    ("ENHET ÅÅÅÅ/NR", "ENHET ÅÅÅÅ/NR-HNR", "KS\u00a02018/00124", "KS-2018/124", ""),
    ("ENHET ÅÅÅÅ/NR", "ENHET ÅÅÅÅ/NR-HNR", "SN 2023/0045-3", "SN-2023/45", "3"),
    ("ENHET-ÅÅÅÅ-NR", "", "KSN 2015-1345", "KSN-2015-1345", ""),
    ("ENHET-ÅÅÅÅ-NR", "", "KSN\u20112015\u20131345", "KSN-2015-1345", ""),
    ("ÅÅENHETNR", "", "20RS6891", "20RS6891", ""),
    ("ENHET.ÅÅÅÅ.NR", "", "KU.2017.3", "KU.2017.3", ""),
    ("ÅÅÅÅ-NR", "", "2016-000003", "2016-3", ""),
    ("NR/ÅÅ", "", "0263/20", "263/20", ""),
    ("ÅÅÅÅ/ENHET NR PLAN", "", "2018/KS 0041 001", "2018/KS-41-001", ""),
    ("PLAN-NR-ÅÅÅÅ", "", "1.2.4-182-2013", "1.2.4-182-2013", ""),
]


@pytest.mark.parametrize(("template", "handling", "written", "key", "number"), SPELLINGS)
def test_every_spelling_has_the_same_key(template: str, handling: str, written: str, key: str, number: str) -> None:
    assert case_number(written, (NumberPattern(template, handling),)) == CaseNumber(written, key, number)


def test_a_pattern_holds_for_its_time_only() -> None:
    old = NumberPattern("NR/ÅÅ", valid_to=date(2020, 12, 31))
    new = NumberPattern("ENHET-ÅÅÅÅ-NR", valid_from=date(2021, 1, 1))
    assert case_number("263/20", (old, new), date(2020, 5, 1)) == CaseNumber("263/20", "263/20")
    assert case_number("263/20", (old, new), date(2021, 5, 1)) is None
    assert case_number("SLK-2023-01047", (old, new), date(2021, 5, 1)) == CaseNumber("SLK-2023-01047", "SLK-2023-1047")


def test_without_patterns_any_number_is_taken_as_it_stands() -> None:
    assert case_number(" ks 2018/124 ") == CaseNumber("ks 2018/124", "KS-2018/124")
    assert case_number("saknas") is None
