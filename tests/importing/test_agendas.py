"""Agendas in the forms that secretaries print them: tables with columns, divisions, numbers of every sort."""

import tempfile
from pathlib import Path

import pytest

from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment
from paragraf.model import AgendaItem

FRONT = "Kallelse\nMiljönämnden\nSammanträdesdatum 2024-02-14\nTid 09:00–12:00\nPlats Kommunhuset, Gäddan\n\n"


def read(text: str) -> FieldsRead:
    """An agenda read as a meeting."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "kallelse.txt"
        source.write_text(text, encoding="utf-8")
        return read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder) / "content")))))


def items(text: str) -> tuple[AgendaItem, ...]:
    agenda = read(FRONT + text).meeting.agenda
    assert agenda
    return agenda.items


def shown(text: str) -> list[str]:
    """Each item as number, title, case numbers, who presents and when."""
    found = []
    for one in items(text):
        cases = " ".join(case.written for case in one.case_numbers)
        people = "; ".join(f"{who.name}, {who.title}" if who.title else who.name for who in one.presenters)
        at = f"{one.at:%H.%M}" if one.at else ""
        found.append(" | ".join(part for part in (str(one.number or "-"), one.title, cases, people, at) if part))
    return found


def test_a_table_with_numbers_case_numbers_presenters_and_pages() -> None:
    text = (
        "Ärendelista\n\n"
        "Nr   Ärende                                   Dnr            Föredragande      Sida\n\n"
        "     Formalia\n"
        "1    Upprop                                                                     3\n\n"
        "     Informationsärenden\n"
        "2    Lägesrapport om sjöarna                  MN 2024/21     Eva Lund           5\n"
        "     och vattendragen\n"
        "3    Ekonomi, februari                        MN 2024/3      Bo Ek              6\n"
        "                                                             Lisa Strand\n"
        "3a   Avgifter för tillsyn                     MN 2024/17     Mia Falk          22\n"
    )
    assert shown(text) == [
        "1 | Upprop",
        "2 | Lägesrapport om sjöarna och vattendragen | MN 2024/21 | Eva Lund",
        "3 | Ekonomi, februari | MN 2024/3 | Bo Ek; Lisa Strand",
        "- | 3 a – Avgifter för tillsyn | MN 2024/17 | Mia Falk",
    ]
    told = [note.text for note in read(FRONT + text).notes]
    assert "Sidnumren i ärendelistan följer inte med: 3, 5, 6, 22." in told


def test_a_table_with_times_first_and_roles_that_present() -> None:
    text = (
        "Tid     Nr  Ärende                                  Föredragande\n"
        "13.00   1   Sammanträdet öppnas                     Ordföranden\n"
        "13.10   2   Tillsynsplan 2024                       Karin Holm, miljöchef\n"
        "            MN 2024-15\n"
        "13.40   3   Strandskydd, Ekudden 1:4                Jan Alm\n"
        "            MN 2023-411                             Sara Vik\n"
        "14.10       Kaffe\n"
        "14.30   4   Delegationsbeslut                       Sekreteraren\n"
    )
    assert shown(text) == [
        "1 | Sammanträdet öppnas | Ordföranden | 13.00",
        "2 | Tillsynsplan 2024 | MN 2024-15 | Karin Holm, miljöchef | 13.10",
        "3 | Strandskydd, Ekudden 1:4 | MN 2023-411 | Jan Alm; Sara Vik | 13.40",
        "4 | Delegationsbeslut | Sekreteraren | 14.30",
    ]


def test_a_table_with_text_and_facts_below_its_rows() -> None:
    text = (
        "Tid    Nr   Ärende\n\n09:00  1    Upprop\n\n       2    Tillsyn av avlopp\n            Dnr MN 2024-9\n"
        "            Föredragande: Bo Ek\n\n            Bygden har gamla anläggningar.\n\n"
        "            Förslag till beslut: Planen antas.\n\n09:30  3    Avslutning\n"
    )
    assert shown(text) == ["1 | Upprop | 09.00", "2 | Tillsyn av avlopp | MN 2024-9 | Bo Ek", "3 | Avslutning | 09.30"]
    second = items(text)[1]
    assert (second.text, [one.text for one in second.sections]) == (
        "Bygden har gamla anläggningar.",
        ["Planen antas."],
    )


FRONTS = {
    "Kallelse till sammanträde med Tekniska nämnden\n\nTid: 2024-09-11 kl. 08:30\nPlats: Eken\n": "Tekniska nämnden",
    "KALLELSE/FÖREDRAGNINGSLISTA\nSocialnämnden\n2024-09-11 kl. 18.00, Folkets hus\n": "Socialnämnden",
}


@pytest.mark.parametrize("front", FRONTS)
def test_minutes_that_a_proposal_rests_on_name_neither_body_nor_day(front: str) -> None:
    text = (
        "\nÄrende 1\nUpprop\n\nÄrende 2\nTaxa\nDnr: KS 2024/54\nKommunstyrelsens förslag till beslut\nTaxan antas.\n"
        "Beslutsunderlag\nKommunstyrelsens protokoll 2024-05-30 § 88\nArbetsutskottets protokoll 2024-05-28 § 55\n"
    )
    meeting = read(front + text).meeting
    assert (meeting.body_name, meeting.id.date.isoformat()) == (FRONTS[front], "2024-09-11")


def test_roman_numbers() -> None:
    text = "Dagordning\n\nI    Upprop\nII   Val av justerare\nIII  Uppföljning i oktober (MN 2023:45)\n"
    text += "IV   Övriga frågor\n\nVälkomna!\nLena Berg\nordförande\n"
    assert shown(text) == [
        "1 | Upprop",
        "2 | Val av justerare",
        "3 | Uppföljning i oktober | MN 2023:45",
        "4 | Övriga frågor",
    ]
    assert not items(text)[-1].text
    assert all("kunde inte tolkas" not in note.text for note in read(FRONT + text).notes)


def test_numbers_in_two_parts() -> None:
    text = "1.    Inledning\n1.1   Upprop\n1.2   Val av justerare\n2.    Ekonomi\n2.1   Delårsrapport (MN 2024/12)\n"
    text += "      Bo Ek föredrar.\n3.    Övrigt\n3.1   Nästa möte\n"
    assert shown(text) == [
        "1 | Inledning",
        "- | 1.1 – Upprop",
        "- | 1.2 – Val av justerare",
        "2 | Ekonomi",
        "- | 2.1 – Delårsrapport | MN 2024/12",
        "3 | Övrigt",
        "- | 3.1 – Nästa möte",
    ]


def test_sums_and_chapters_are_no_numbers_in_two_parts() -> None:
    text = (
        "1. Upprop\n\n2. Taxa\n\n2.5 Miljoner kronor per år är avgifterna i dag.\n\n3. Plan\n\n3.2 Syfte\n\n4. Övrigt\n"
    )
    assert shown(text) == ["1 | Upprop", "2 | Taxa", "3 | Plan", "4 | Övrigt"]


def test_a_supplement_begins_at_any_number() -> None:
    text = (
        "Tilläggskallelse\nMiljönämnden\nSammanträde 2024-05-21 kl. 13:00\n\nTillkommande ärenden\n\n"
        "Ärende 12 b\nYttrande över tillsyn\nMN 2024/88\n\nFörslag till beslut\nYttrandet antas.\n\n"
        "Extra ärende, nr 17\nVal av ersättare\n\nFörslag till beslut\nBo Ek (S) väljs.\n"
    )
    found = read(text)
    assert found.variant == "tillägg"
    agenda = found.meeting.agenda
    assert agenda
    assert [(one.number, one.title) for one in agenda.items] == [
        (None, "12 b – Yttrande över tillsyn"),
        (17, "Val av ersättare"),
    ]


def test_rows_above_items_that_could_be_their_text() -> None:
    text = (
        "1. Upprop\n\n2. Budget\n\nMuntligt underlag\n\n3. Taxa\nFörslag till beslut: Taxan antas.\n\nÖvrigt\n\n"
        "4. Nya motioner\nMuntligt underlag\n5. Nästa möte\n"
    )
    assert [(one.title, one.text) for one in items(text)] == [
        ("Upprop", ""),
        ("Budget", "Muntligt underlag"),
        ("Taxa", ""),
        ("Nya motioner", "Muntligt underlag"),
        ("Nästa möte", ""),
    ]


def test_a_title_that_begins_with_an_abbreviation() -> None:
    text = "1. Upprop\n\n2. Taxa\nFöredragande: VA-chef Nils Ström\nKl. 09:45\n"
    assert shown(text) == ["1 | Upprop", "2 | Taxa | Nils Ström, VA-chef | 09.45"]


def test_times_on_rows_above_the_items() -> None:
    text = (
        "Nr. Ärendebenämning                        Föredragande\n\n"
        "    Kl. 09.00\n1.  Mötets öppnande\n2.  Protokollsjustering\n\n"
        "    Kl. 09.15\n3.  Näringslivsrapport                     Jan Lund, näringslivschef\n\n"
        "    Kl. 10.00 Beslutsärenden\n4.  Svar på remiss om                      Ulf Öst\n    avfallsplan\n"
        "    KS 2025/8\n"
    )
    assert shown(text) == [
        "1 | Mötets öppnande | 09.00",
        "2 | Protokollsjustering",
        "3 | Näringslivsrapport | Jan Lund, näringslivschef | 09.15",
        "4 | Svar på remiss om avfallsplan | KS 2025/8 | Ulf Öst | 10.00",
    ]


def test_a_time_below_a_title_is_that_item_s() -> None:
    text = "1. Upprop\nKl. 09.00\n\n2. Taxa\n\nKl. 09.45\n\n3. Plan\n"
    assert shown(text) == ["1 | Upprop | 09.00", "2 | Taxa | 09.45", "3 | Plan"]
