"""Votes by name that stand in an annex: to the § that it names, or that refers to it."""

import tempfile
from pathlib import Path

import pytest

from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment

MINUTES = """SALTVIKS KOMMUN   PROTOKOLL   Sida 1 (3)
Kommunfullmäktige   2021-03-15

Plats och tid   Rådhuset, kl. 18.00–20.00
Beslutande   Lo Granat (L), ordförande
   Ivar Brandt (M)
   Siv Exempel (S)
   Bo Ek (S)
   Eva Al (C)
Paragrafer   4–6
\fSALTVIKS KOMMUN   PROTOKOLL   Sida 2 (3)
Kommunfullmäktige   2021-03-15

§ 4 Val av justerare

Beslut
Bo Ek (S) utses att justera protokollet.

§ 5 Ny taxa för hamnen
Dnr KS 2021/12

Omröstning
Ja-röst för bifall till förslaget, nej-röst för avslag. Rösterna framgår av bilaga 1.

Beslut
Taxan antas.

§ 6 Meddelanden

Beslut
Informationen noteras.
\fSALTVIKS KOMMUN   PROTOKOLL   Sida 3 (3)
Kommunfullmäktige   2021-03-15

"""
CROSSES = """
Nr   Ledamot              Ja   Nej   Avst
1    Lo Granat (L)        X
2    Ivar Brandt (M)      X
3    Siv Exempel (S)           X
4    Bo Ek (S)                 X
5    Eva Al (C)                      X
     Summa                2    2     1
"""
ANNEXES = {
    "named in the heading": f"Bilaga 1 till § 5\nOmröstningslista\n{CROSSES}",
    "only the annex referred to": f"Bilaga 1\n{CROSSES}",
    "named in the head of the table": """Omröstningsprotokoll

Ledamöter            § 5, omr. 1
                     Ja   Nej   Avst
Lo Granat (L)        X
Ivar Brandt (M)      X
Siv Exempel (S)           X
Bo Ek (S)                 X
Eva Al (C)                      X
""",
    "a word for each": """Omröstningsresultat § 5

Namn              Parti   Röst
Lo Granat         L       Ja
Ivar Brandt       M       Ja
Siv Exempel       S       Nej
Bo Ek             S       Nej
Eva Al            C       Avstår
Antal ja: 2, nej: 2
""",
    "names after each word": """Voteringslista, 5 §

Ja: Lo Granat (L), Ivar Brandt (M)
Nej: Siv Exempel (S), Bo Ek (S)
Avstår: Eva Al (C)
""",
    "names below each word": """VOTERINGSLISTA
Ärende: § 5 Ny taxa för hamnen

Ja
Lo Granat (L)
Ivar Brandt (M)
Nej
Siv Exempel (S)
Bo Ek (S)
Avstår
Eva Al (C)
""",
}


def read(annex: str) -> FieldsRead:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "protokoll.txt"
        source.write_text(MINUTES + annex, "utf-8")
        return read_fields(segment(lay_out(extract(Request(source=source, target=Path(folder))))))


@pytest.mark.parametrize("form", ANNEXES)
def test_a_vote_in_an_annex_stands_in_its_paragraph(form: str) -> None:
    found = read(ANNEXES[form])
    minutes = found.meeting.minutes
    assert minutes
    fourth, fifth, sixth = minutes.paragraphs
    assert [one.kind for one in fifth.sections] == ["omrostning", "beslut"]
    rows = [row for row in fifth.sections[0].text.split("\n") if row.startswith("| ") and "(" in row]
    assert rows == [
        *("| Lo Granat (L) | ja |", "| Ivar Brandt (M) | ja |", "| Siv Exempel (S) | nej |", "| Bo Ek (S) | nej |"),
        "| Eva Al (C) | avstår |",
    ]
    assert [one.text for one in sixth.sections] == ["Informationen noteras."]
    assert (fourth.unlisted, fifth.unlisted, sixth.unlisted, found.tray) == ((), (), (), ())


def test_a_vote_of_which_nobody_says_the_paragraph_is_told_and_not_given_to_one() -> None:
    found = read(f"Bilaga 7\n{CROSSES}")
    told = [note.text for note in found.notes if note.text.startswith("Omröstningen säger inte")]
    assert told == [
        "Omröstningen säger inte vilken paragraf den gäller: Lo Granat (L) ja; Ivar Brandt (M) ja; "
        "Siv Exempel (S) nej; Bo Ek (S) nej; Eva Al (C) avstår."
    ]
    minutes = found.meeting.minutes
    assert minutes and not any("| Ledamot" in one.text for item in minutes.paragraphs for one in item.sections)
