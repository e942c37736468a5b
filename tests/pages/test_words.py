"""Days, sizes, lists and colours as readers see them."""

from datetime import date, time

import pytest

from paragraf.ids import ParagraphNumber
from paragraf.model import AttachmentFile, Attendee, ParagraphSet, TimeSpan
from paragraf.pages import words
from paragraf.pages.items import in_short, plain
from paragraf.pages.people import paragraphs_text, person_view


def test_a_day() -> None:
    assert words.when(date(2023, 4, 26)) == {
        "iso": "2023-04-26",
        "long": "26 april 2023",
        "weekday": "onsdag",
        "day": "26",
        "month": "apr",
        "year": "2023",
    }


def test_times() -> None:
    spans = (TimeSpan(start=time(13), end=time(14, 30)), TimeSpan(start=time(15)))
    assert words.time_spans(spans) == "13.00–14.30, 15.00"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (21_600, "22 kB"), (2_340_000, "2,3 MB")]
)
def test_sizes(count: int, text: str) -> None:
    assert words.size(count) == text


@pytest.mark.parametrize(
    ("path", "text"), [("a.PDF", "PDF"), ("a.docx", "Word"), ("a.heic", "HEIC"), ("b/a.csv", "CSV")]
)
def test_file_types(path: str, text: str) -> None:
    assert words.file_type(AttachmentFile(path=path, size=1, sha256="")) == text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("bilagor/Ärende 1.PDF", "arende-1.pdf"),
        ("bilagor/å.b.csv", "a-b.csv"),
        ("bilagor/karta", "karta"),
        ("§.pdf", "fil.pdf"),
    ],
)
def test_names_of_published_files(path: str, name: str) -> None:
    assert words.file_name(path) == name


def test_lists_and_counts() -> None:
    assert [words.listing(["a", "b", "c"][:count]) for count in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert [words.count_of(count, "punkt", "punkter") for count in (0, 1, 2)] == ["0 punkter", "1 punkt", "2 punkter"]


def test_a_long_text_is_cut_at_a_word() -> None:
    assert words.shortened("Ett  två\ntre fyra", 12) == "Ett två …"
    assert words.shortened("Ett  två\ntre", 12) == "Ett två tre"


def test_a_summary_has_no_marks_but_a_dash_for_an_entry() -> None:
    text = "**Nämnden** antar [planen](bilagor/x.md):\n\n- ett\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    assert words.shortened(plain(text)) == "Nämnden antar planen: – ett"


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("1. Lovet ges.\n2. Paragrafen justeras omedelbart.", "Lovet ges."),
        ("1. Ett.\n2. Två.\n3. Paragrafen justeras omedelbart.", "1.\xa0Ett. 2.\xa0Två."),
        ("Nämnden antar:\n\n- Planen.\n- Paragrafen förklaras omedelbart justerad.", "Nämnden antar: Planen."),
        ("Paragrafen justeras omedelbart.", "Paragrafen justeras omedelbart."),
        ("1. Skatten är oförändrad.\n2. Budgetpropositionen fastställs.", "1.\xa0Skatten är oförändrad. …"),
        ("", ""),
    ],
)
def test_a_decision_in_short_tells_the_matter_and_no_number_without_its_clause(decision: str, told: str) -> None:
    assert in_short(decision, 40) == told


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("45", "§\xa045"),
        ("44–49, 51", "§§\xa044–49, 51"),
        ("ej § 40", "ej §\xa040"),
        ("del av § 9", "del av §\xa09"),
        ("övriga", "övriga paragrafer"),
    ],
)
def test_sets_of_paragraphs(written: str, text: str) -> None:
    assert paragraphs_text(ParagraphSet.parse(written)) == text


def test_a_person() -> None:
    person = Attendee(
        name="Bo Exempel",
        party="C",
        serves_for="Inga Exempel",
        serves_for_party="C",
        remote=True,
        paragraphs=ParagraphSet.parse("44–49"),
    )
    assert person_view(person)["note"] == "ersätter Inga Exempel (C), deltog på distans, §§\xa044–49"
    assert person_view(person, ParagraphNumber(45))["note"] == "ersätter Inga Exempel (C), deltog på distans"
