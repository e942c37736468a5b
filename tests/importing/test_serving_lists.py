"""A first page that leaves who served to a table on the next one, and tells who presents and when what is announced."""

import tempfile
from pathlib import Path

from importing.test_attendance import shown
from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment
from paragraf.model import Minutes

ROWS = (
    "LEDAMÖTER                    Närv   JA   NEJ\n\n"
    "Eva Lund (S), ordförande      1\n"
    "Bo Ek (M)\n"
    "Tjg ersättare: Mia Falk (M)   1\n"
    "Lisa Strand (C)               1\n"
    "Ulf Berg (C)\n\n"
    "Ej tjänstgörande ersättare:\n"
    "Jan Ask (S)\n"
)
FRONT = (
    "PROTOKOLL\nMiljönämnden\n2024-02-14\n\n"
    "Plats och tid        Gäddan, kl 13.00-15.00\n\n"
    "Beslutande           Enligt tjänstgöringslista\n\n"
    "Övriga deltagare     Siv Sol, sekreterare\n"
    "                     Ola Dahl, ekonom, kl 13.10-13.50,\n"
    "                     föredragande av § 5\n\n"
    "Justering            2024-02-14 (§ 4)\n"
    "                     2024-02-20 (§§ 5-6)\n\n"
    "Anslagstid           2024-02-15 t o m 2024-03-08 (§ 4)\n"
    "                     2024-02-21 t o m 2024-03-14 (§§ 5-6)\n\n"
)
ITEMS = (
    "§ 4\nTaxa för bryggor\n\nNämndens beslut\nTaxan antas.\n\n"
    "§ 5\nBokslut\n\nNämndens beslut\nBokslutet godkänns.\n\n"
    "§ 6\nMeddelanden\n\nNämndens beslut\nMeddelandena läggs till handlingarna.\n"
)


def read(rows: str = ROWS) -> FieldsRead:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "protokoll.txt"
        source.write_text(f"{FRONT}{rows}\n{ITEMS}", encoding="utf-8")
        return read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder) / "content")))))


def groups(read: FieldsRead) -> dict[str, list[str]]:
    return {one.label: [shown(who) for who in one.people] for one in read.meeting.attendance or ()}


def test_a_substitute_below_a_member_without_a_mark_serves_for_that_member() -> None:
    assert groups(read()) == {
        "Övriga deltagare": ["Siv Sol [sekreterare]", "Ola Dahl [ekonom, kl 13.10-13.50] 5"],
        "LEDAMÖTER": ["Eva Lund S [ordförande]", "Mia Falk M för Bo Ek M", "Lisa Strand C"],
        "Ej tjänstgörande ersättare": ["Jan Ask S"],
    }


def test_below_a_member_with_a_mark_nobody_says_for_whom() -> None:
    found = read(ROWS.replace("Bo Ek (M)\n", "Bo Ek (M)                     1\n"))
    assert groups(found)["LEDAMÖTER"][1:3] == ["Bo Ek M", "Mia Falk M"]
    said = "Vem som tjänstgör för vem går inte att utläsa: ”Tjg ersättare: Mia Falk (M)   1”."
    assert said in [one.text for one in found.notes]


def test_a_member_without_a_mark_stands_with_space_around() -> None:
    assert groups(read(ROWS.replace("Bo Ek (M)\n", "\nBo Ek (M)\n\n"))) == groups(read())


def test_where_columns_are_lost_the_list_below_the_table_is_of_its_own() -> None:
    lost = "\n".join(" ".join(line.split()) for line in ROWS.split("\n"))
    assert groups(read(lost)) == groups(read())


def test_who_presents_is_told_of_the_paragraphs() -> None:
    minutes = read().meeting.minutes
    assert isinstance(minutes, Minutes)
    assert [[(who.name, who.title) for who in one.presenters] for one in minutes.paragraphs] == [
        [],
        [("Ola Dahl", "ekonom")],
        [],
    ]


def test_days_with_their_own_paragraphs_are_notices_of_their_own() -> None:
    assert [
        (str(one.paragraphs), f"{one.adjusted}", f"{one.announced}", f"{one.removed}")
        for one in read().meeting.adjustments
    ] == [
        ("4", "2024-02-14", "2024-02-15", "2024-03-08"),
        ("5–6", "2024-02-20", "2024-02-21", "2024-03-14"),
    ]
