"""Documents attached to an item, in text without pages: told by a head that is not the meeting's own."""

from pathlib import Path
from typing import Any

import pytest

from paragraf import importing
from paragraf.importing.document import LaidLine, Line
from paragraf.importing.letterheads import begins_letter, is_named
from paragraf.reading import read_meeting
from paragraf.show import meeting_as_json

AGENDA = """ Region Fjällmarken KALLELSE 1 (6)
Trafiknämnden
Datum 2015-03-02

Plats Regionhuset, rum Lommen
Tid Torsdagen den 12 mars 2015 kl 09.00

1 Upprop

2 Linje 14 till sjukhuset
Dnr TN 2015/31

Sammanfattning
Linjen förlängs från torget till sjukhuset. Kostnaden är 400 000 kronor.

Underlag
• Beslutsunderlag Linje 14
• Synpunkter från resenärer
{attached}
 Region Fjällmarken KALLELSE 5 (6)
Trafiknämnden
Datum 2015-03-02

3 Färdtjänst, ny taxa
Dnr TN 2015/40

Förslag till beslut
Taxan antas.
 Region Fjällmarken KALLELSE 6 (6)
Trafiknämnden
Datum 2015-03-02

4 Övrigt
"""
HEADS = {
    "the sender before what it is": """ Region Fjällmarken BESLUTSUNDERLAG 1 (1)
Trafikkontoret 2015-02-20

Linje 14

Beslut""",
    "a page of a count of its own": """ Trafikkontoret Dnr TN 2015/31 1 (1)
Datum 2015-02-20

Linje 14

Beslut""",
    "the day last": " Linje 14 2015-02-20",
    "the sender and the day over the title": """ Trafikkontoret
2015-02-20

Linje 14

Beslut""",
    "an extract of another body's minutes": """ TRAFIKRÅDET PROTOKOLLSUTDRAG 7 (12)
Linje 14

Beslut""",
}


@pytest.mark.parametrize("name", HEADS)
def test_an_attached_document_begins_with_a_head_of_its_own(name: str, tmp_path: Path) -> None:
    head = HEADS[name]
    kind = next((one for one in ("Protokollsutdrag ", "Beslutsunderlag ") if one.strip().upper() in head), "")
    listed = f"{kind}Linje 14"
    text = f"{head}\n\nTrafiken prövas i ett år. Bussen går varje halvtimme.\n\nSiv Exempel\nTrafikchef"
    agenda = AGENDA.replace("Beslutsunderlag Linje 14", listed)
    items = imported(agenda.format(attached=text), tmp_path)
    assert [one["title"] for one in items] == ["Upprop", "Linje 14 till sjukhuset", "Färdtjänst, ny taxa", "Övrigt"]
    assert [section["heading"] for section in items[1]["sections"]] == ["Sammanfattning", "Underlag"]
    assert [one["title"] for one in items[1]["attachments"] if one["file"]] == [listed]


def test_who_signs_an_extract_stands_in_it(tmp_path: Path) -> None:
    signed = "Beslut\n\natt pröva trafiken i ett år\n\nJusteras\n\nSiv Exempel"
    agenda = AGENDA.replace("Beslutsunderlag Linje 14", "Protokollsutdrag Linje 14")
    head = HEADS["an extract of another body's minutes"].removesuffix("\n\nBeslut")
    items = imported(agenda.format(attached=f"{head}\n\n{signed}"), tmp_path)
    file = next(one["file"] for one in items[1]["attachments"] if one["file"])
    assert next(tmp_path.rglob(Path(file).name)).read_text("utf-8").endswith("Justeras\n\nSiv Exempel\n")


@pytest.mark.parametrize(
    ("first", "listed", "named"),
    [
        ("Motion till fullmäktige 2020-02-20", ["Motion"], True),
        ("Bilaga 2: Internbudget 2021", ["Internbudget 2021"], True),
        ("Bilaga 1 2020-10-30", ["Internbudget 2021"], True),
        ("Internbudget 2021", ["Internbudget 2021"], True),
        ("Yttrande 2020-02-20", ["Motion"], False),
        ("Motionen besvarades 2020-02-20", ["Motion"], False),
        ("Internbudget 2021", [], False),
    ],
)
def test_the_first_line_of_a_document_that_is_listed(first: str, listed: list[str], named: bool) -> None:
    assert is_named(first, listed) is named


def test_a_title_with_no_day_above_it_is_no_letter() -> None:
    lines = [LaidLine(line=Line(number=at, text=text, empty=not text)) for at, text in enumerate(("Bo Ek", "", "Taxa"))]
    assert not begins_letter(lines, ["Taxa"])


def imported(text: str, place: Path) -> list[dict[str, Any]]:
    """The items of an agenda as text, as `paragraf show --json` has them."""
    source = place / "kallelse.txt"
    source.write_text(text, encoding="utf-8")
    result = importing.run(source, place / "content")
    assert result.folder is not None, result.problems
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None
    found: list[dict[str, Any]] = meeting_as_json(meeting)["items"]
    return found
