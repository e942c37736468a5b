"""Whose document it is: by a word for the document, by who decides in it, by the letters before its §§, by a choice."""

from collections import Counter
from pathlib import Path

import pytest

from paragraf import importing
from paragraf.importing.bodies import body_of
from paragraf.importing.deciding import deciding_body
from paragraf.importing.document import Line

MINUTES = "PROTOKOLL\n2023-02-03\n\n§ 1 Upprop\n\nUppropet förrättas.\n"


@pytest.mark.parametrize(
    ("first", "name"),
    [
        (["Björkvikens kommunalförbund", "Direktionsprotokoll", "2023-02-03"], "Direktionen"),
        (["Socialnämndsprotokoll 2023-02-03"], "Socialnämnden"),
        (["Kallelse till styrelsemöte"], "Styrelsen"),
        (["KOMMUNFULLMÄKTIGEPROTOKOLL"], "Kommunfullmäktige"),
        (["Nämndprotokoll", "Miljö- och byggnämnden"], "Miljö- och byggnämnden"),
        (["Protokoll fört vid sammanträde med förbundsdirektionen", "2023-02-03"], "Förbundsdirektionen"),
        (["Protokoll fört vid sammanträde med Kommunalförbundet Sjöarnas direktion"], "Direktionen"),
        (["Kallelse till Lindby kommuns valnämnd"], "Valnämnd"),
        (["KSAU-protokoll 2023-02-03"], "Kommunstyrelsens arbetsutskott"),
        (["KPR-protokoll 2023-02-03"], "KPR"),
        (["Protokoll", "Fördragslista"], ""),
    ],
)
def test_words_for_documents_name_the_body(first: list[str], name: str) -> None:
    assert body_of(first, Counter(), None) == name


@pytest.mark.parametrize(
    ("texts", "name", "number"),
    [
        (["Protokoll", "Direktionen beslutar att välja Bo Ek.", "Direktionens beslut"], "Direktionen", 2),
        (["Nämnden beslutar", "Miljönämnden beslutar att avslå.", "Nämnden beslutar"], "Miljönämnden", 2),
        (
            ["Kommunstyrelsen beslutade 2023-01-04 att avvakta.", "Enligt fullmäktiges beslut gäller taxan.", "Sn § 4"],
            "Socialnämnden",
            3,
        ),
        (["MTN § 4", "MTN § 5", "KS § 8"], "MTN", 1),
    ],
)
def test_who_decides_in_the_text_names_the_body(texts: list[str], name: str, number: int) -> None:
    found = deciding_body([Line(number=at, text=text) for at, text in enumerate(texts, 1)])
    assert found and (found[0], found[1].line) == (name, number)


def test_a_text_in_which_nobody_decides_names_none() -> None:
    assert deciding_body([Line(number=1, text="Vi beslutade att äta lunch."), Line(number=2, text="§ 4 Val")]) is None


def test_the_report_tells_that_the_body_is_taken_from_the_text(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    many = "".join(f"Talare {number} yttrar sig i frågan.\n\n" for number in range(1, 80))
    text = f"{MINUTES}\n{many}§ 2 Budget\n\nDirektionen beslutar\natt fastställa budgeten.\n"
    source.write_text(text, encoding="utf-8")
    result = importing.run(source, tmp_path / "content")
    assert result.written and result.written.read.meeting.body_name == "Direktionen"
    told = [note.text for note in result.written.read.notes if "Organets" in note.text]
    first = "Organets namn står inte på första sidan."
    assert told == [f"{first} ”Direktionen” beslutar oftast i texten. Är det fel, välj med --organ."]


def test_a_body_that_is_chosen_is_the_body_whatever_the_document_tells(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    source.write_text(MINUTES, encoding="utf-8")
    refused = importing.run(source, tmp_path / "content")
    assert [one.suggestion for one in refused.problems] == ["Säg vilket det är, till exempel --organ SN."]
    chosen = importing.run(source, tmp_path / "content", body="bun")
    assert chosen.written and chosen.written.read.meeting.body_name == "Barn- och utbildningsnämnden"
