"""What an import refuses, with the exact words; then nothing is written."""

import os
from pathlib import Path

import pytest

from importing.cases import CASES, files_of
from paragraf import importing, writing
from paragraf.importing.document import Entry, Line
from paragraf.importing.extract import LARGEST
from paragraf.importing.ledger import problems_of
from paragraf.reading import read_content, read_meeting

AGENDA = """\
 KALLELSE
Sammanträdesdatum 2024-02-14

Kultur- och fritidsnämnden
Tid Plats
17:00-19:00 Biblioteket

Övriga
Nils Hagberg, Kulturchef
 KALLELSE
Sammanträdesdatum 2024-02-14

1 – Upprop Föredragande  17:00

2 - Bidrag 2024 (KFN 2024/17) Föredragande Nils Hagberg 17:10

Beslutsunderlag

 Tjänsteskrivelse bidrag 2024
 Bidrag 2024
2
KFN 2024/17
 Tjänsteskrivelse Sida 1 av 1

Förslag inför sammanträdet.
"""


def message(source: Path, target: Path) -> list[str]:
    """What is said when an import is refused."""
    result = importing.run(source, target)
    assert result.folder is None
    assert not target.exists() or files_of(target) == {}
    return [str(problem).removeprefix(f"{source}") for problem in result.problems]


BAD = {
    "tom": (b"\n \n", ": fel [tom-fil] Filen innehåller ingen text."),
    "latin1": (
        "KALLELSE\nSocialnämnden å".encode("latin-1"),
        ":2: fel [fel-teckenkodning] Filen är inte UTF-8: tecknet 0xe4 på rad 2 går inte att tyda. "
        "Spara om filen med teckenkodningen UTF-8.",
    ),
    "brev": (
        b"Hej!\nDet var ett trevligt brev.\n",
        ": fel [okänt-dokument] Dokumentet börjar varken som en kallelse eller som ett protokoll. "
        "Dess första sida ska ha ordet KALLELSE eller PROTOKOLL.",
    ),
    "utan-datum": (
        "PROTOKOLL\nSocialnämnden\n§ 1 Upprop\n".encode(),
        ": fel [datum-saknas] Sammanträdets datum syns inte på första sidan; "
        "väntade till exempel ”Sammanträdesdatum 2023-05-24”.",
    ),
    "fel-datum": (
        "PROTOKOLL\nSammanträdesdatum 2023-02-30\nSocialnämnden\n§ 1 Upprop\n".encode(),
        ": fel [datum-saknas] Sammanträdets datum syns inte på första sidan; "
        "väntade till exempel ”Sammanträdesdatum 2023-05-24”.",
    ),
    "utan-organ": (
        "PROTOKOLL\nSammanträdesdatum 2023-02-03\n§ 1 Upprop\n".encode(),
        ": fel [organ-saknas] Organets namn syns inte på första sidan; "
        "väntade en rad som ”Socialnämnden” eller ”Kommunstyrelsen”. Säg vilket det är, till exempel --organ SN.",
    ),
    "utan-paragrafer": (
        "PROTOKOLL\nSammanträdesdatum 2023-02-03\nSocialnämnden\n\nInget hände.\n".encode(),
        ": fel [inga-ärenden] Dokumentet har ingen § som går att känna igen. Väntade rader som ”§ 45 - Titel”.",
    ),
    "utan-punkter": (
        "KALLELSE\nSammanträdesdatum 2023-02-03\nSocialnämnden\n\nInget ska hända.\n".encode(),
        ": fel [inga-ärenden] Dokumentet har ingen punkt som går att känna igen. Väntade rader som ”2 - Titel”.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    data, expected = BAD[name]
    source = tmp_path / f"{name}.txt"
    source.write_bytes(data)
    assert message(source, tmp_path / "content") == [expected]


def test_a_missing_file(tmp_path: Path) -> None:
    expected = ": fel [filen-saknas] Filen finns inte, eller försvann medan den lästes."
    assert message(tmp_path / "borta.txt", tmp_path / "content") == [expected]


def test_what_is_no_plain_file(tmp_path: Path) -> None:
    folder, pipe, loop, device = (tmp_path / f"{name}.txt" for name in ("mapp", "ror", "slinga", "noll"))
    folder.mkdir()
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    device.symlink_to("/dev/zero")
    said = {
        folder: "Filen är en mapp.",
        pipe: "Filen är ingen vanlig fil.",
        loop: "Filen är en länk som leder tillbaka till sig själv.",
        device: "Filen är ingen vanlig fil.",
    }
    for source, why in said.items():
        assert message(source, tmp_path / "content") == [f": fel [filen-saknas] {why}"]


def test_a_link_to_a_document_is_followed(tmp_path: Path) -> None:
    source = tmp_path / "senaste.txt"
    source.symlink_to(CASES / "kultur-protokoll.txt")
    assert importing.run(source, tmp_path / "content").folder is not None


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    source = tmp_path / "stor.txt"
    with source.open("wb") as file:
        file.truncate(LARGEST[".txt"] + 1)
    expected = ": fel [för-stor-fil] Filen är större än 20 MB, som är det mesta som läses av ett dokument."
    assert message(source, tmp_path / "content") == [expected]


def test_lines_without_number_and_comments_are_text(tmp_path: Path) -> None:
    source = tmp_path / "lang.txt"
    text = (CASES / "kultur-protokoll.txt").read_text("utf-8")
    source.write_text(f"{text}\n<!-- inte dold -->\n" + "ord\n" * 200_000, "utf-8")
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    written = "".join(path.read_text("utf-8") for path in folder.rglob("*.md") if path.name != "import-rapport.md")
    assert "<\\!-- inte dold -->" in written
    assert written.count("ord") >= 200_000


def test_another_format(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.odt"
    source.write_bytes(b"x")
    expected = (
        ": fel [okänt-filformat] Filen har ändelsen ”.odt”; här läses .docm, .docx, .pdf, .txt. "
        "Öppna filen i LibreOffice eller Word och spara den som .docx eller PDF."
    )
    assert message(source, tmp_path / "content") == [expected]


def test_a_target_that_is_a_file(tmp_path: Path) -> None:
    target = tmp_path / "content"
    target.write_text("hej", encoding="utf-8")
    result = importing.run(CASES / "kultur-protokoll.txt", target)
    assert [str(problem) for problem in result.problems] == [
        f"{target}: fel [ingen-mapp] Målet är en fil; väntade en mapp."
    ]
    assert target.read_text("utf-8") == "hej"


def test_the_same_document_twice(tmp_path: Path) -> None:
    source = CASES / "kultur-protokoll.txt"
    first = importing.run(source, tmp_path)
    assert first.folder is not None
    before = files_of(tmp_path)
    second = importing.run(source, tmp_path)
    assert second.written is not None
    assert (second.folder, second.problems, second.written.unchanged) == (first.folder, (), True)
    assert files_of(tmp_path) == before


def test_a_body_that_the_organisation_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(
        "namn: Rönnby kommun\norgan:\n  - kod: SN\n    namn: Socialnämnden\n", encoding="utf-8"
    )
    before = files_of(tmp_path)
    result = importing.run(CASES / "kultur-protokoll.txt", tmp_path)
    assert [str(problem).removeprefix(str(CASES)) for problem in result.problems] == [
        "/kultur-protokoll.txt: fel [okänt-organ] Organet ”Kultur- och fritidsnämnden” finns inte i organisation.yml. "
        "Skriv in det där, eller som alias för ett organ som finns."
    ]
    assert files_of(tmp_path) == before


def test_an_organisation_gives_the_folder_and_the_code(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(
        "namn: Rönnby kommun\norgan:\n  - kod: KULT\n    namn: Kultur- och fritidsnämnden\n", encoding="utf-8"
    )
    result = importing.run(CASES / "kultur-protokoll.txt", tmp_path)
    assert result.folder == tmp_path / "kult" / "2024-02-14"
    content = read_content(tmp_path)
    assert [meeting.id.path for meeting in content.meetings] == ["kult/2024-02-14"]
    assert [str(problem) for problem in content.problems if problem.severity == "fel"] == []


def test_agenda_and_minutes_become_one_meeting(tmp_path: Path) -> None:
    agenda = tmp_path / "kallelse.txt"
    agenda.write_text(AGENDA, encoding="utf-8")
    content = tmp_path / "content"
    first = importing.run(agenda, content)
    assert first.folder is not None
    (first.folder / "bilagor" / "karta.png").write_bytes(b"\x89PNG")
    (first.folder / "mote.yml").write_text(
        (first.folder / "mote.yml").read_text("utf-8").replace("kallelse:\n", "kallelse:\n  publicerad: 2024-02-07\n"),
        encoding="utf-8",
    )
    sent = {path: (first.folder / path).read_bytes() for path in ("bilagor/karta.png", "bilagor/" + LETTER)}
    sent |= {f"kallelse/{path.name}": path.read_bytes() for path in (first.folder / "kallelse").iterdir()}

    second = importing.run(CASES / "kultur-protokoll.txt", content)
    assert second.folder == first.folder
    for path, data in sent.items():
        assert (second.folder / path).read_bytes() == data, path
    meeting, problems = read_meeting(second.folder)
    assert meeting is not None
    assert meeting.agenda is not None
    assert meeting.minutes is not None
    assert [str(problem) for problem in problems if problem.severity == "fel"] == []
    assert str(meeting.agenda.published) == "2024-02-07"
    assert [item.title for item in meeting.agenda.items] == ["Upprop", "Bidrag 2024"]
    assert [str(item.number) for item in meeting.minutes.paragraphs] == ["11", "12", "12a", "13", "14"]
    # The letter of the agenda and that of the minutes have the same title and other words: both are kept.
    assert "Förslag inför sammanträdet." in (second.folder / "bilagor" / LETTER).read_text("utf-8")
    other = LETTER.replace(".md", "-2.md")
    assert "31 ansökningar" in (second.folder / "bilagor" / other).read_text("utf-8")
    paragraph = (second.folder / "protokoll" / PARAGRAPH).read_text("utf-8")
    assert f"- [Tjänsteskrivelse bidrag 2024](bilagor/{other})" in paragraph
    report = (second.folder / "import-rapport.md").read_text("utf-8")
    assert report.index("# Import av protokollet 2024-02-14") < report.index("# Import av kallelsen 2024-02-14")
    assert f"| bilagor/{other} |" in report


LETTER = "tjansteskrivelse-bidrag-2024.md"
PARAGRAPH = "012-bidrag-till-foreningar-och-studieforbund-2024.md"


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agenda = tmp_path / "kallelse.txt"
    agenda.write_text(AGENDA, encoding="utf-8")
    content = tmp_path / "content"
    importing.run(agenda, content)
    before = files_of(content)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.folder.os, "fsync", full)
    result = importing.run(CASES / "kultur-protokoll.txt", content)
    assert [str(problem) for problem in result.problems] == [
        f"{content}/kfn/2024-02-14: fel [går-inte-att-skriva] Mappen gick inte att skriva: "
        "disken är full. Inget är ändrat. Kontrollera rättigheter och diskutrymme."
    ]
    assert files_of(content) == before


def test_a_line_that_went_nowhere_is_found() -> None:
    lines = [Line(number=number, text=text) for number, text in enumerate(("Alfa", "Beta", "Gamma"), 1)]
    kept = [Entry(first=1, last=3, destination="a.md", in_order=True)]
    assert list(problems_of(kept, lines, {"a.md": "Alfa Beta\n\nGam-ma"})) == []
    assert list(problems_of(kept, lines, {"a.md": "Alfa Gamma"})) == [
        (2, "Raden ”Beta” står inte på sin plats i a.md.")
    ]
    assert list(problems_of(kept, lines, {"a.md": "Beta Alfa Gamma"})) == [
        (2, "Raden ”Beta” står inte på sin plats i a.md.")
    ]
    gap = [
        Entry(first=1, last=1, destination="sidhuvud"),
        Entry(first=3, last=3, destination=""),
    ]
    assert list(problems_of(gap, lines, {})) == [
        (2, "Raderna 2–2 är inte redovisade."),
        (3, "Raderna 3–3 hör inte till någon del av dokumentet."),
    ]
    facts = [Entry(first=1, last=3, destination="mote.yml")]
    assert list(problems_of(facts, lines, {"mote.yml": "alfa: beta"})) == [
        (3, "”gamma” i raden ”Gamma” står inte i mote.yml.")
    ]
