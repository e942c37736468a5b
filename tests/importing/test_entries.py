"""What is an entry of a list, and what only goes on with the sentence or the entry before."""

import pytest

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import Measure, measure, pieces
from paragraf.importing.markup import Form
from paragraf.importing.sections import read_body
from paragraf.importing.statements import informants


def laid(text: str) -> list[LaidLine]:
    rows = enumerate(text.split("\n"), 1)
    return [LaidLine(line=Line(number=at, text=row, empty=not row)) for at, row in rows]


def by(lines: list[LaidLine]) -> Measure:
    return measure(line.line for line in lines)


@pytest.mark.parametrize("rest", ["3.", "3. Ingen begär ordet.", "2) och därefter ärende 5."])
def test_a_number_that_ends_a_sentence_begins_no_entry(rest: str) -> None:
    lines = laid(f"Dagordningen godkänns med den ändringen att ärende 7 behandlas före ärende\n{rest}")
    found = pieces(lines, by(lines))
    assert [one.form for one in found] == [Form.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden ska ta ställning till följande frågor innan det första sammanträdet är slut\n1. Taxan\n2. Budgeten",
        "1. Taxan för renhållning höjs med fyra procent från och med den första januari nästa år\n2. Budgeten",
        "Nämnden ska ta ställning till följande frågor innan årets första sammanträde i mars är slut:\n3. Taxan",
    ],
)
def test_numbers_in_order_or_after_a_sentence_begin_entries(text: str) -> None:
    lines = laid(text)
    found = pieces(lines, by(lines))
    assert [one.form for one in found].count(Form.ORDERED) == text.count("\n") + (text[0] == "1")


@pytest.mark.parametrize("end", ["2012-09-04", "dnr 851-3310-2012", "mål nr 2719-12", "(2012-09-04)"])
def test_an_entry_that_ends_with_its_day_or_number_is_whole(end: str) -> None:
    lines = laid(f"Länsstyrelsens meddelande om platser för nyanlända i länet, {end}\nSkrivelse från de anhöriga")
    assert len(pieces(lines, by(lines), entries=True)) == 2


@pytest.mark.parametrize("word", ["Barnchecklista", "Barnkonsekvensanalys", "Miljökonsekvensbeskrivning"])
def test_a_word_that_can_head_a_section_is_a_document_among_others(word: str) -> None:
    lines = laid(f"Beslutsunderlag\nFörslag till riktlinjer\n{word}\n\nReservation\nBo Ek (S) reserverar sig.")
    body = read_body(lines, ("Nämnden",), by(lines))
    assert [section.heading for section in body.sections] == ["Beslutsunderlag", "Reservation"]
    lines = laid(f"Beslutsunderlag\nFörslag till riktlinjer\n\n{word}\nBeslutet rör inga barn i kommunen.")
    assert [one.heading for one in read_body(lines, ("Nämnden",), by(lines)).sections] == ["Beslutsunderlag", word]


def test_a_title_before_the_name_of_who_informs() -> None:
    assert informants("Ekonom Siv Exempel informerar om utfallet.") == (("Siv Exempel", "ekonom"),)
