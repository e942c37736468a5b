"""To whom a § is sent, told above its label, or below its text as is the custom."""

from pathlib import Path

from paragraf import importing
from paragraf.model.derived import recipients
from paragraf.reading import read_meeting

HEAD = "Talby kommun\nKommunstyrelsen      2013-05-14     {page}\n\n"
FRONT = """Plats och tid      Kommunhuset, kl 09:00-11:00

Beslutande         Anna Ek (S), ordförande
                   Bo Al (M)

Justerare          Bo Al
Paragrafer         7-9
"""
FIRST = """Exp: Vägföreningen
     Ekonomikontoret
KS/2013:4
§ 7 Bidrag till vägar

Föreningen har sökt bidrag.

Kommunstyrelsen beslutar
att bevilja bidraget.
"""
SECOND = """Exp: Sökanden

§ 8 Ansökan om arrende

Platsen ligger vid hamnen.

Kommunstyrelsen beslutar
att avslå ansökan.
"""
LAST = """§ 9 Övrigt

Ingen begär ordet.
"""


def sent(place: Path, *pages: str) -> dict[str, tuple[str, ...]]:
    """§ -> to whom it is sent and the numbers of its cases, by an import of pages under a head."""
    source = place / "protokoll.txt"
    head = [HEAD.format(page=number) for number in range(1, len(pages) + 2)]
    source.write_text("\f".join(f"{one}{two}" for one, two in zip(head, (FRONT, *pages), strict=True)), "utf-8")
    result = importing.run(source, place / "ut")
    assert result.folder is not None
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None and meeting.minutes is not None
    return {
        str(one.number): (*recipients(one), *(case.written for case in one.case_numbers))
        for one in meeting.minutes.paragraphs
    }


def test_what_stands_above_a_label_at_the_top_of_its_page_is_of_that_paragraph(tmp_path: Path) -> None:
    assert sent(tmp_path, FIRST, SECOND, LAST) == {
        "7": ("Vägföreningen", "Ekonomikontoret", "KS/2013:4"),
        "8": ("Sökanden",),
        "9": (),
    }


def test_a_first_paragraph_tells_the_order_where_they_share_a_page(tmp_path: Path) -> None:
    assert sent(tmp_path, f"{FIRST}\n{SECOND}\n{LAST}") == {
        "7": ("Vägföreningen", "Ekonomikontoret", "KS/2013:4"),
        "8": ("Sökanden",),
        "9": (),
    }


def test_what_stands_below_a_text_is_of_the_paragraph_before(tmp_path: Path) -> None:
    below = FIRST.partition("§ 7")
    first, second, last = (f"{below[1]}{below[2]}", SECOND.partition("§ 8")[2], LAST)
    text = f"{first}\nExp: Vägföreningen\n\n§ 8{second}\nExp: Sökanden\n\n{last}\nExp: Akten\n"
    assert sent(tmp_path, text) == {"7": ("Vägföreningen",), "8": ("Sökanden",), "9": ("Akten",)}
