"""Heads of §§, headings that no table has, and decisions without a heading, by their form alone."""

import tempfile
from pathlib import Path

import pytest

from paragraf.importing.document import Line, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.flow import goes_on, measure
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment
from paragraf.model import Paragraph

FRONT = "PROTOKOLL\nMiljönämnden\nSammanträdesdatum 2024-02-14\nPlats och tid  Kommunhuset kl. 9.00\n\n"


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The §§ of minutes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "protokoll.txt"
        source.write_text(FRONT + text, encoding="utf-8")
        read = read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder) / "content")))))
    assert read.meeting.minutes
    return read.meeting.minutes.paragraphs


def outline(one: Paragraph) -> list[str]:
    """The text of a § and its sections: "Heading [kind] text"."""
    return [*([one.text] if one.text else []), *(f"{it.heading} [{it.kind}] {it.text}" for it in one.sections)]


HEADS = {
    "§ 2                                     Dnr:\n2022-000207, 2022-000208\nAvtal om sotning i byarna\n": (
        *("Avtal om sotning i byarna", ["2022-000207", "2022-000208"]),
    ),
    "§ 2 Bygglov för ett hus vid ån, Granen 5                       MBN 2021-390\nHus AB\n\n": (
        *("Bygglov för ett hus vid ån, Granen 5", ["MBN 2021-390"]),
    ),
    "§ 2 Anmälningar\na) Protokoll från samverkan\nb) Beslut om tillsyn\n": ("Anmälningar", []),
    "§ 2 Val av två ledamöter som ska justera dagens protokoll med\nordföranden\nTur: Bo Ek (C)\n": (
        *("Val av två ledamöter som ska justera dagens protokoll med ordföranden", []),
    ),
}


@pytest.mark.parametrize("text", HEADS)
def test_what_stands_below_a_title_is_none_of_it(text: str) -> None:
    found = paragraphs(f"§ 1 Upprop\nUpprop förrättas.\n\n{text}\n\n§ 3 Avslutning\nMötet avslutas.\n")[1]
    assert (found.title, [case.written for case in found.case_numbers]) == HEADS[text]


RUNS = "Marken ägs av kommunen och behövs inte längre för dess verksamhet."


def test_a_short_line_between_headings_of_the_table_is_a_heading() -> None:
    text = f"§ 1 Köp av mark\n\nSammanfattning\n{RUNS}\n\nPåverkan på grannarna\n{RUNS}\n\nBeslut\nMarken köps.\n"
    assert outline(paragraphs(text)[0])[1] == f"Påverkan på grannarna [ovrigt] {RUNS}"


def test_a_line_that_stands_over_text_in_several_items_is_a_heading() -> None:
    one = f"Beslut\nMarken köps.\n\nSå räknar vi\n{RUNS}\n\n"
    first, second = paragraphs(f"§ 1 Köp av mark\n\n{one}§ 2 Köp av skog\n\n{one}")
    assert outline(first) == outline(second) == ["Beslut [beslut] Marken köps.", f"Så räknar vi [ovrigt] {RUNS}"]


@pytest.mark.parametrize(
    "line", ["Lisa Berg", "Storgatan 5", "Följande synpunkter har kommit in:", "Ärendet utgår i dag", "- Ett led"]
)
def test_names_addresses_leads_and_entries_are_no_headings(line: str) -> None:
    text = f"§ 1 Köp av mark\n\nSammanfattning\n{RUNS}\n\n{line}\n\n{RUNS}\n\nBeslut\nMarken köps.\n"
    assert [section.heading for section in paragraphs(text)[0].sections] == ["Sammanfattning", "Beslut"]


def test_recipients_are_no_headings() -> None:
    one = f"Sammanfattning\n{RUNS}\n\nBeslut\nMarken köps.\n\nBeslutet skickas till\nEkonomienheten\n\n"
    for found in paragraphs(f"§ 1 Köp av mark\n\n{one}§ 2 Köp av skog\n\n{one}"):
        assert [section.heading for section in found.sections][-1] == "Beslutet skickas till"


DECISIONS = {
    ("Rapport", "Bo Ek redovisar läget.\n\nNämnden lägger rapporten till handlingarna."): (
        "Nämnden lägger rapporten till handlingarna."
    ),
    ("Val av ledamot i rådet", "Till ledamot efter Stig Holm väljs Gun Palm (S)."): (
        "Till ledamot efter Stig Holm väljs Gun Palm (S)."
    ),
    ("Interpellation om skolmaten", "Interpellationen besvaras.\n\nInterpellationen förklaras besvarad."): (
        "Interpellationen förklaras besvarad."
    ),
    ("Bidrag", "Förslag till beslut\nBidraget beviljas.\n\nMiljönämnden beslutar enligt förslaget."): (
        "Miljönämnden beslutar enligt förslaget."
    ),
    ("Rapport", "Bo Ek redovisar läget. Han svarar på frågor."): "",
    ("Rapport", "Kommunstyrelsen godkänner planen varje år."): "",
    ("Bidrag", "Ärendebeskrivning\nNämnden godkänner sådana bidrag.\n\nBidraget är nytt i år."): "",
}


@pytest.mark.parametrize(("title", "text"), DECISIONS)
def test_decisions_at_the_end_of_a_paragraph_without_a_heading(title: str, text: str) -> None:
    found = paragraphs(f"§ 1 Upprop\nUpprop förrättas.\n\n§ 2 {title}\n\n{text}\n")[1]
    decided = [section.text for section in found.sections if section.kind == "beslut"]
    assert "".join(decided) == DECISIONS[title, text]


def test_a_line_that_was_broken_by_hand_goes_on() -> None:
    lines = [
        Line(number=1, text="Nämnden hade i maj frågat grannarna om de godtar det", wrapped=False),
        Line(number=2, text="nya förslaget. De har inte svarat.", wrapped=False),
        Line(number=3, text="att godkänna förslaget", wrapped=False),
    ]
    by = measure(lines)
    assert goes_on(lines[0], lines[1], by)
    assert not goes_on(lines[1], lines[2], by)
    assert not goes_on(Line(number=1, text="rökfria platser", wrapped=False), lines[1], by)


def test_clauses_with_bare_numbers_and_below_who_decides() -> None:
    text = "§ 1 Bänkar\nBeslut\n1 Förslaget bifalls\n2 Enheten får i uppdrag att ställa ut bänkar\n\n"
    text += "§ 2 Plan\nBeslut\nNämnden föreslår kommunfullmäktige besluta\nPlanen antas.\n\n"
    text += "§ 3 Avgift\nBeslut\n1 Mkr avsätts till vägen.\n"
    numbered, proposed, sum_of_money = (one.sections[0].text for one in paragraphs(text))
    assert numbered == "1. Förslaget bifalls\n2. Enheten får i uppdrag att ställa ut bänkar"
    assert proposed == "Nämnden föreslår kommunfullmäktige besluta\n\nPlanen antas."
    assert sum_of_money == "1 Mkr avsätts till vägen."


def test_who_tells_presents_an_item_of_information() -> None:
    told = "Förbundschefen Bo Ek berättar om läget."
    text = f"§ 1 Förvaltningschefen informerar\nBo Ek berättar om läget.\n\n§ 2 Förbundschefens rapport\n{told}\n\n"
    first, second, third = paragraphs(f"{text}§ 3 Taxa\nBo Ek berättar om läget.\n")
    assert [[who.name for who in one.presenters] for one in (first, second, third)] == [["Bo Ek"], ["Bo Ek"], []]
