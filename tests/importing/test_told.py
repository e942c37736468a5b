"""Who adjusts by a sentence, whom people speak for, notices after the last §, titles over two lines."""

import tempfile
from datetime import date
from pathlib import Path

import pytest

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.people import people
from paragraf.importing.segment import segment
from paragraf.importing.told import adjusters
from paragraf.model import Paragraph
from paragraf.vocabulary.voting import meanings

SENTENCES = {
    "Att jämte ordföranden Eva Al justera protokollet valdes Bo Ek.": ["Bo Ek"],
    "Att jämte ordförande Eva Al justeras protokollet av Bo Ek.": ["Bo Ek"],
    "Till justeringsperson valdes Bo Ek (S).": ["Bo Ek S"],
    "Till justerare utses ledamoten Bo Ek (M) och Eva Al (S).": ["Bo Ek M", "Eva Al S"],
    "Bo Ek (S) utses att jämte ordföranden justera protokollet.": ["Bo Ek S"],
    "Protokollet justeras av Bo Ek (M) jämte ordföranden.": ["Bo Ek M"],
    "Nämnden utser Bo Ek (S) med Eva Al (M) som ersättare att justera.": ["Bo Ek S"],
    "Justeringen äger rum den 5 maj.": [],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_who_adjusts_by_a_sentence(text: str) -> None:
    assert [" ".join(part for part in one if part) for one in adjusters(text)] == SENTENCES[text]


OFFICES = {
    "Eva Al, ordförande (S)": ["Eva Al S ordförande"],
    "Eva Al ordförande (S) §§ 4–6": ["Eva Al S ordförande 4–6"],
    "Eva Al, ordförande (S), Bo Ek (M), Lo By, 2:e vice ordförande (C)": [
        *("Eva Al S ordförande", "Bo Ek M", "Lo By C 2:e vice ordförande"),
    ],
    "Bo Ek (S) tjänstgörande § 4": ["Bo Ek S tjänstgörande 4"],
    "Bo Ek, Skogsarbetarnas Riksförbund": ["Bo Ek Skogsarbetarnas Riksförbund"],
    "Bo Ek, Sveriges Lärare, Eva Al, Vision, § 4": ["Bo Ek Sveriges Lärare", "Eva Al Vision 4"],
    "Kommunal: Bo Ek": ["Bo Ek Kommunal"],
    "Bo Ek (Vision)": ["Bo Ek Vision"],
    "Bo Ek, Funktionsrätt Talby, på distans": ["Bo Ek Funktionsrätt Talby"],
    "Bo Ek, SPF Seniorerna, Eva Al, PRO, § 4": ["Bo Ek SPF Seniorerna", "Eva Al PRO 4"],
    "Bo Ek; huvudskyddsombud": ["Bo Ek huvudskyddsombud"],
    "Jan Al (S), Norrbergs kommun": ["Jan Al S Norrbergs kommun"],
    "Bo Ek, Eva Al": ["Bo Ek", "Eva Al"],
    "Ordförande Justeringsperson": [],
}


@pytest.mark.parametrize("text", OFFICES)
def test_roles_and_whom_people_speak_for(text: str) -> None:
    said = [(one.name, one.party, one.role, one.paragraphs) for one in people(text)]
    assert [" ".join(str(part) for part in parts if part) for parts in said] == OFFICES[text]


KNOWN = tuple(ParagraphNumber(number) for number in range(12, 20))
SERVING = {
    "Bo Ek (S) ej 13": "Bo Ek S ej 13",
    "Bo Ek (S) (ej 13, 15)": "Bo Ek S ej 13, 15",
    "Bo Ek (S), 12–14": "Bo Ek S 12–14",
    "Bo Ek (S), §§ 15-18, kl 9-11": "Bo Ek S kl 9-11 15–18",
    "Bo Ek (S) §§ 12–16 kl 13.15–15.00": "Bo Ek S kl 13.15–15.00 12–16",
    "Bo Ek (S) ers Eva Al (S)": "Bo Ek S för Eva Al",
    "Bo Ek (S) tgj Eva Al (S) § 13": "Bo Ek S för Eva Al 13",
    "Bo Ek (S) i Eva Als (S) ställe": "Bo Ek S för Eva Al",
    "Bo Ek (S), i Eva Al:s ställe": "Bo Ek S för Eva Al",
    "Bo Ek ÖL": "Bo Ek ÖL",
    "Bo Ek VD": "Bo Ek VD",
}


@pytest.mark.parametrize("text", SERVING)
def test_for_whom_and_for_which_paragraphs_people_serve(text: str) -> None:
    [one] = people(text, KNOWN)
    serves = f"för {one.serves_for}" if one.serves_for else None
    parts = (one.name, one.party, one.role, serves, one.paragraphs)
    assert " ".join(str(part) for part in parts if part) == SERVING[text]
    assert one.name == "Bo Ek"


def test_a_number_that_is_no_paragraph_says_no_presence() -> None:
    assert people("Bo Ek (S), 412", KNOWN) == ()


def test_what_yes_and_no_mean_on_one_line() -> None:
    found = {"ja": "frågan avgörs i dag", "nej": "ärendet återremitteras"}
    assert meanings("Ja-röst: frågan avgörs i dag. Nej-röst: ärendet återremitteras.") == found
    assert meanings("Ja: frågan avgörs i dag\nNej: ärendet återremitteras") == found


FRONT = """NORRBERGS RÄDDNINGSFÖRBUND   Sida 1 (3)

Direktionens protokoll den 5 mars 2024

Plats: Brandstationen i Norrberg
Tid: kl. 09.00–11.00
Paragrafer: 4–7

Direktionens ledamöter
Eva Al, ordförande (S)
Bo Ek (M)

Fackliga organisationer
Lo By, Skogsarbetarnas Riksförbund

Att jämte ordföranden Eva Al justera protokollet valdes
Bo Ek. Sekreterare är Ann Öst.
\fNORRBERGS RÄDDNINGSFÖRBUND   Sida 2 (3)

4 § Öppnande

Ordföranden hälsade välkommen.

5 § Plan för åren som kommer
2025–2027, beslut om samråd
Diarienummer 2024-000157

Direktionen beslutar
att sända planen på samråd.

Underlag
• Tillstånd för verksamheter med brandfarliga varor i förbundet under perioden
  september–november
• Karta

6 § Hyresavtal

Direktionen beslutar
att godkänna avtalet,
att paragrafen justeras omedelbart.

7 § Avslutning

Mötet avslutades.
"""
SIGNED = """

Vid protokollet                    Justeras

Ann Öst                            Eva Al             Bo Ek
Sekreterare                        Ordförande         Justeringsperson
"""
NOTICES = """
Anslagsbevis

6 §
Justerad                  2024-03-05

\fNORRBERGS RÄDDNINGSFÖRBUND   Sida 3 (3)

Anslaget uppsatt          2024-03-05
Anslaget tas ned          2024-03-27

Övriga paragrafer
Justerade                 2024-03-12
Anslaget uppsatt          2024-03-13
Anslaget tas ned          2024-04-04

Protokollet förvaras      Brandstationen i Norrberg
"""


def read(text: str) -> FieldsRead:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "protokoll.txt"
        source.write_text(text, "utf-8")
        return read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder))))))


def test_people_in_two_columns_are_read_down_each_of_them() -> None:
    text = FRONT.replace("Eva Al, ordförande (S)\n", "Eva Al, ordförande (S)           Jan Ny (L)\n")
    text = text.replace("Bo Ek (M)\n", "Bo Ek (M)       Per Sol (C)\nUlf Berg (S)     Siv Näs (V)\n")
    groups = read(text).meeting.attendance
    assert groups
    assert [one.name for one in groups[0].people] == ["Eva Al", "Bo Ek", "Ulf Berg", "Jan Ny", "Per Sol", "Siv Näs"]
    assert not any(one.serves_for for one in groups[0].people)


def paragraphs(found: FieldsRead) -> tuple[Paragraph, ...]:
    assert found.meeting.minutes
    return found.meeting.minutes.paragraphs


def test_groups_and_who_adjusts_when_only_sentences_tell() -> None:
    found = read(FRONT + SIGNED + NOTICES)
    groups = {one.label: [person.name for person in one.people] for one in found.meeting.attendance or ()}
    assert groups == {
        "Direktionens ledamöter": ["Eva Al", "Bo Ek"],
        "Fackliga organisationer": ["Lo By"],
        "Sekreterare": ["Ann Öst"],
    }
    assert {person.name for one in found.meeting.adjustments for person in one.adjusters} == {"Bo Ek"}


def test_the_last_line_of_a_title_stands_over_its_case_number() -> None:
    fifth = paragraphs(read(FRONT + SIGNED + NOTICES))[1]
    assert fifth.title == "Plan för åren som kommer 2025–2027, beslut om samråd"
    assert [one.written for one in fifth.case_numbers] == ["2024-000157"]


def test_an_entry_goes_on_below_the_words_of_its_bullet() -> None:
    listed = paragraphs(read(FRONT + SIGNED + NOTICES))[1].sections[-1].text
    assert listed == (
        "- Tillstånd för verksamheter med brandfarliga varor i förbundet under perioden september–november\n- Karta"
    )


def test_each_notice_after_the_last_paragraph_is_of_its_own() -> None:
    found = read(FRONT + SIGNED + NOTICES)
    place = "Brandstationen i Norrberg"
    assert [
        (str(one.paragraphs), one.adjusted, one.announced, one.removed, one.place) for one in found.meeting.adjustments
    ] == [
        ("6", date(2024, 3, 5), date(2024, 3, 5), date(2024, 3, 27), place),
        ("övriga", date(2024, 3, 12), date(2024, 3, 13), date(2024, 4, 4), place),
    ]
    assert [str(one.number) for one in paragraphs(found)] == ["4", "5", "6", "7"]


@pytest.mark.parametrize("end", [SIGNED, SIGNED.replace("                    Justeras", ""), NOTICES, SIGNED + NOTICES])
def test_signatures_and_notices_are_no_text_of_the_last_paragraph(end: str) -> None:
    last = paragraphs(read(FRONT + end))[-1]
    assert (last.title, last.text, last.sections) == ("Avslutning", "Mötet avslutades.", ())
