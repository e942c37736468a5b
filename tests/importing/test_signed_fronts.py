"""Front pages and annexes as they are signed: labels cut in two, titles before names, days without a year, lists."""

import tempfile
from datetime import date
from pathlib import Path

import pytest

from paragraf.importing.dates import next_day
from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.people import people
from paragraf.importing.segment import segment
from paragraf.vocabulary.voting import meanings

FRONT = """LINDBY KOMMUN                SAMMANTRÄDESPROTOKOLL
Kulturnämnden                2024-12-11

Plats och tid        Biblioteket, kl. 13.00-15.00

Beslutande           Anna Ek (S), ordförande
                     Bo Al (M)

{more}
Utses att justera    Bo Al (M)

{signed}
§ 7 Taxor

Kulturnämndens beslut
Taxorna fastställs.

§ 8 Val

Kulturnämndens beslut
Bo Al (M) väljs.
"""
NOTICE = """BEVIS
Justeringen har tillkännagivits genom anslag
"""


def read(*, more: str = "", signed: str = "", annex: str = "") -> FieldsRead:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "protokoll.txt"
        source.write_text(FRONT.format(more=more, signed=signed) + annex, encoding="utf-8")
        return read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder) / "content")))))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tisdagen den 17 december, kl. 08:30", date(2024, 12, 17)),
        ("den 7 januari", date(2025, 1, 7)),
        ("30 februari", None),
        ("den 17 december 2023", None),
        ("kl. 08:30", None),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text: str, day: date | None) -> None:
    assert next_day(text, date(2024, 12, 11)) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ekonomichef, Eva Sand § 8", ("Eva Sand", "ekonomichef", "8")),
        ("Avdelningschef Kultur, Eva Sand", ("Eva Sand", "avdelningschef Kultur", "")),
        ("Handläggare integration, Eva Sand, §§ 7-8", ("Eva Sand", "handläggare integration", "7-8")),
    ],
)
def test_a_title_stands_before_a_name(text: str, told: tuple[str, str, str]) -> None:
    (one,) = people(text)
    assert (one.name, one.role, str(one.paragraphs or "").replace("–", "-")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eva Sand (Bygdens bästa)", ("Eva Sand", "Bygdens bästa", None, None)),
        ("Eva Sand (Dalpartiet), ordförande", ("Eva Sand", "Dalpartiet", "ordförande", None)),
        ("Eva Sand (Vår framtid) ersätter Bo Al (M)", ("Eva Sand", "Vår framtid", None, "Bo Al")),
    ],
)
def test_a_party_can_be_written_out(text: str, told: tuple[str, str, str | None, str | None]) -> None:
    (one,) = people(text)
    assert (one.name, one.party, one.role, one.serves_for) == told


def test_a_workplace_in_parentheses_is_no_party() -> None:
    assert [one.party for one in people("Eva Sand (Kommunrevisionen)")] in ([], [None])


def test_those_of_a_list_whose_titles_are_labels_elsewhere_are_there() -> None:
    found = read(more="Övriga närvarande\n\nHandläggare, Eva Sand                 § 8\nSekreterare, Lo Vik\n")
    groups = {one.label: [who.name for who in one.people] for one in found.meeting.attendance or ()}
    assert groups["Övriga närvarande"] == ["Eva Sand", "Lo Vik"]


TWO_LINES = {
    "in columns": """Justeringens         Kommunhuset
plats och tid        Tisdagen den 17 december, kl. 08:30
""",
    "columns are lost": """Justeringens Kommunhuset, tisdagen den 17 december
plats och tid
""",
}
DAYS = {
    "in columns": """Datum för                               Datum för
anslagsuppsättande   2024-12-18         anslagsnedtagande   2025-01-09
Protokollets         Kommunhuset
förvaringsplats
""",
    "columns are lost": """Datum för Datum för
anslagsuppsättande 2024-12-18 anslagsnedtagande 2025-01-09
Protokollets Kommunhuset
förvaringsplats
""",
}


@pytest.mark.parametrize("form", TWO_LINES)
def test_labels_over_two_lines_tell_of_the_adjustment(form: str) -> None:
    found = read(signed=f"{TWO_LINES[form]}\n{NOTICE}Organ Kulturnämnden 2024-12-11\n{DAYS[form]}")
    (one,) = found.meeting.adjustments
    told = (one.adjusted, one.announced, one.removed, one.place)
    assert told == (date(2024, 12, 17), date(2024, 12, 18), date(2025, 1, 9), "Kommunhuset")


def test_names_that_sign_beside_each_other_are_nobody_more() -> None:
    found = read(signed="Underskrifter\nOrdförande ...................\nAnna Ek Bo Al § 8\n")
    assert [one.label for one in found.meeting.attendance or ()] == ["Beslutande", "Justerare"]


ANNEX = """\fKulturnämnden 2024-12-11
Förteckning över beslutande samt röster

Ledamöter                                   § 8
                                            Ja      Nej     Avst
Anna Ek (S), ordförande                     X
Bo Al (M), ej § 7                                   X
Tjänstgörande ersättare
Siv Ro (C) för Eva Dal (C)                                  X
Summa                                       1       1       1
Ej tjänstgörande ersättare
Lo Vik (C)
"""
LOST = """\fKulturnämnden 2024-12-11
Förteckning över beslutande samt röster

Ledamöter § 8
Ja Nej Avst
Anna Ek (S), ordförande X
Bo Al (M), ej § 7 X
Tjänstgörande ersättare
Siv Ro (C) för Eva Dal (C) X
Summa 1 1 1
Ej tjänstgörande ersättare
Lo Vik (C)
"""


@pytest.mark.parametrize("annex", [ANNEX, LOST])
def test_a_list_of_who_decided_is_no_paragraph(annex: str) -> None:
    found = read(annex=annex)
    minutes = found.meeting.minutes
    assert minutes and [str(one.number) for one in minutes.paragraphs] == ["7", "8"]
    groups = {one.label: [who.name for who in one.people] for one in found.meeting.attendance or ()}
    assert groups["Ledamöter"] == ["Anna Ek", "Bo Al"]
    assert groups["Tjänstgörande ersättare"] == ["Siv Ro"]
    assert groups["Ej tjänstgörande ersättare"] == ["Lo Vik"]
    votes = [one.text for one in minutes.paragraphs[1].sections if one.kind == "omrostning"]
    assert [("| Siv Ro (C) | avstår |" in text) for text in votes] == ([True] if annex == ANNEX else [])


def test_what_somebody_votes_for_is_what_the_vote_means() -> None:
    text = "Den som röstar för nämndens förslag röstar ja. Den som röstar för avslag röstar nej."
    assert meanings(text) == {"ja": "nämndens förslag", "nej": "avslag"}


AGENDA = """KALLELSE
Kulturnämnden
Sammanträdesdatum 2024-12-11

1    Mötet öppnas

2    Anmälningsärenden

Anmälningsärenden
     - Beslut av länsstyrelsen
     - Protokoll från bolaget

3    Taxor (RM240123)

     Taxorna har inte ändrats sedan biblioteket byggdes om för fyra år sedan,
     Arkivet.

4    Mötet avslutas

Anna Ek                        Lo Vik
Kulturnämndens ordförande      Sekreterare
"""


def test_a_list_below_its_title_once_more_and_names_that_sign_an_agenda(tmp_path: Path) -> None:
    source = tmp_path / "kallelse.txt"
    source.write_text(AGENDA, encoding="utf-8")
    agenda = read_fields(
        segment(lay_out(extract(Request(source=source, target=tmp_path / "content"))))
    ).meeting.agenda
    assert agenda
    told = [(one.title, one.text, [(part.kind, part.text) for part in one.sections]) for one in agenda.items]
    words = "Taxorna har inte ändrats sedan biblioteket byggdes om för fyra år sedan, Arkivet."
    assert told == [
        ("Mötet öppnas", "", []),
        ("Anmälningsärenden", "", [("meddelanden", "- Beslut av länsstyrelsen\n- Protokoll från bolaget")]),
        ("Taxor", words, []),
        ("Mötet avslutas", "", []),
    ]
    assert [case.written for case in agenda.items[2].case_numbers] == ["RM240123"]
