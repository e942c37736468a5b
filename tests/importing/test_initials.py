"""Columns of letters beside the titles of an agenda, and what stands over the names that sign it."""

import pytest

from importing.test_agendas import FRONT, read, shown

ROWS = [
    ("1.", "Upprop", "", ""),
    ("2.", "Taxa för bryggor i", "SBK  LN", "MN 2024/21"),
    ("", "småbåtshamnen", "", ""),
    ("3.", "Revidering av GDPR", "SBK  OA", "MN 2024/22"),
    ("4.", "Tillsyn av enskilda avlopp", "TK", ""),
    ("5.", "Remiss om buller", "SBK  LN", "MN 2024/23"),
]
TITLES = [
    "1 | Upprop",
    "2 | Taxa för bryggor i småbåtshamnen | MN 2024/21",
    "3 | Revidering av GDPR | MN 2024/22",
    "4 | Tillsyn av enskilda avlopp",
    "5 | Remiss om buller | MN 2024/23",
]


def columns(rows: list[tuple[str, str, str, str]]) -> str:
    return "\n\n".join(f"{number:4}{title:40}{letters:12}{case}".rstrip() for number, title, letters, case in rows)


def test_a_column_of_letters_is_no_part_of_the_titles() -> None:
    text = columns(ROWS).replace("\n\n    småbåt", "\n    småbåt") + "\n"
    assert shown(text) == TITLES
    notes = [one.text for one in read(FRONT + text).notes if "Spalten" in one.text]
    assert notes == ["Spalten med bokstäver efter titlarna (SBK LN, SBK OA, TK) är inte med i ärendena."]


def test_where_the_columns_are_lost_the_letters_end_the_titles() -> None:
    text = (
        "1. Upprop\n\n2. Taxa för bryggor i SBK LN MN 2024/21\nsmåbåtshamnen\n\n"
        "3. Tillsyn av enskilda avlopp TK\n\n4. Remiss om buller SBK LN MN 2024/23\n"
    )
    assert shown(text) == [
        "1 | Upprop",
        "2 | Taxa för bryggor i småbåtshamnen | MN 2024/21",
        "3 | Tillsyn av enskilda avlopp",
        "4 | Remiss om buller | MN 2024/23",
    ]


def test_letters_of_a_few_titles_stay() -> None:
    text = "1. Upprop\n\n2. Revidering av GDPR\n\n3. Information om LSS\n\n4. Taxa för bryggor\n\n5. Remiss om buller\n"
    assert [one.partition(" | ")[2] for one in shown(text)][1:3] == ["Revidering av GDPR", "Information om LSS"]
    assert not [one for one in read(FRONT + text).notes if "Spalten" in one.text]


@pytest.mark.parametrize(
    "closing", ["Sjövik den 3 februari 2024", "Sjövik 2024-02-03", "Om du inte kan komma, ring Bo."]
)
def test_what_stands_over_the_names_that_sign_is_no_text_of_the_last_item(closing: str) -> None:
    agenda = read(f"{FRONT}1. Upprop\n\n2. Taxa för bryggor\n\n3. Övriga frågor\n\n{closing}\n\nEva Lund\nOrdförande\n")
    assert agenda.meeting.agenda
    assert agenda.meeting.agenda.items[-1].sections == ()
