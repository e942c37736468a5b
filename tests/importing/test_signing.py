"""Who signs at the end of a front page or of the document, titles that name the body, and heads of lists."""

from pathlib import Path

from paragraf import importing
from paragraf.model import Meeting
from paragraf.reading import read_meeting

MINUTES = """NORRBERGS RÄDDNINGSFÖRBUND   Sida 1 (3)

Direktionens protokoll 2024-03-05

Plats: Brandstationen i Norrberg
Tid: kl. 09.00–11.00
Paragrafer: 4–5

Närvarande
Eva Al, ordförande (S)
Bo Ek (M)

Justeringens tid och plats: Brandstationen 2024-03-08

Bo Ek
Justeringsperson

Eva Al
Ordförande

§ 4 Dagordning

Direktionen beslutar
att godkänna dagordningen.

§ 5 Övrigt

Inga övriga frågor.

Vid protokollet

Siv Pil
"""
AGENDA = """TALBY KOMMUN
Tekniska nämnden
Kallelse 2024-03-05

Plats och tid: Kommunhuset, kl 13.00

Ärenden
1. Val av justerare
2. Dagordning
3. Budget 2025

Eva Al                     Bo Ek
Ordförande                 Sekreterare
"""


def imported(place: Path, text: str) -> tuple[Meeting, str]:
    """The meeting that a document becomes, and the report."""
    (place / "dokument.txt").write_text(text, "utf-8")
    result = importing.run(place / "dokument.txt", place / "ut")
    assert result.folder is not None
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None
    return meeting, (result.folder / "import-rapport.md").read_text("utf-8")


def test_who_signs_below_the_last_paragraph_and_on_the_front_page(tmp_path: Path) -> None:
    meeting, report = imported(tmp_path, MINUTES)
    assert meeting.minutes is not None
    assert meeting.minutes.paragraphs[-1].text == "Inga övriga frågor."
    assert [(one.label, [who.name for who in one.people]) for one in meeting.attendance or ()] == [
        ("Närvarande", ["Eva Al", "Bo Ek"]),
        ("Vid protokollet", ["Siv Pil"]),
        ("Justerare", ["Bo Ek"]),
    ]
    assert "tolkades inte" not in report


def test_the_head_of_a_list_is_no_place_and_who_signs_is_not_called(tmp_path: Path) -> None:
    meeting, report = imported(tmp_path, AGENDA)
    assert meeting.agenda is not None
    assert "Ärenden" not in report.split("## Oplacerade dokument")[0]
    assert "Kommunhuset, Ärenden" not in (tmp_path / "ut/tekniska-namnden/2024-03-05/mote.yml").read_text("utf-8")
    assert not meeting.agenda.called
