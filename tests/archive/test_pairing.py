"""Which § handles which agenda item: what is certain, and what is left out."""

import pytest

from paragraf.archive import Comparison, build, index_meeting
from paragraf.ids import CaseNumber, MeetingId, ParagraphNumber
from paragraf.model import Agenda, AgendaItem, Meeting, Minutes, Organisation, Paragraph
from publishing.meetings import HELD, day

Row = tuple[str, str] | tuple[str, str, dict[str, object]]
"""Title, case numbers with blanks between, other facts."""


def cases(text: str) -> tuple[CaseNumber, ...]:
    return tuple(CaseNumber(written=one, key=one) for one in text.split())


def held(agenda: list[Row], minutes: list[Row]) -> Meeting:
    """Agenda items from 1 and §§ from 1, so that punkt-1 and p1 come first."""
    return Meeting(
        id=MeetingId("SAN", HELD),
        body_name="Socialnämnden",
        agenda=Agenda(
            items=tuple(
                AgendaItem(number=number, title=row[0], case_numbers=cases(row[1]), **(row[2] if len(row) > 2 else {}))
                for number, row in enumerate(agenda, 1)
            )
        ),
        minutes=Minutes(
            paragraphs=tuple(
                Paragraph(
                    number=ParagraphNumber(number),
                    title=row[0],
                    case_numbers=cases(row[1]),
                    **(row[2] if len(row) > 2 else {}),
                )
                for number, row in enumerate(minutes, 1)
            )
        ),
    )


def paired(agenda: list[Row], minutes: list[Row]) -> str:
    return " ".join(
        f"{item.removeprefix('punkt-')}={paragraph.removeprefix('p')}"
        for item, paragraph in index_meeting(held(agenda, minutes)).pairs.items()
    )


@pytest.mark.parametrize(
    ("agenda", "minutes", "expected"),
    [
        # by case number, whatever the titles say
        ([("Budget", "1"), ("Taxa", "2")], [("Ny taxa", "2"), ("Budget 2024", "1")], "1=2 2=1"),
        # two §§ of one case: told apart by title, else not at all
        ([("Budget", "1"), ("Bokslut", "1")], [("Bokslut", "1"), ("Budget", "1")], "1=2 2=1"),
        ([("Budget", "1")], [("Budget del 1", "1"), ("Budget del 2", "1")], ""),
        # several cases in one item
        ([("Tillsyn", "1 2")], [("Tillsyn", "2 1")], "1=1"),
        ([("Tillsyn", "1 2")], [("Tillsyn a", "1"), ("Tillsyn b", "2")], ""),
        ([("Tillsyn a", "1"), ("Tillsyn b", "2")], [("Tillsyn", "1 2")], ""),
        # by title, case and dashes apart
        ([("Rapport  från Förvaltningen –", "")], [("rapport från förvaltningen -", "7")], "1=1"),
        ([("Rapport", ""), ("Rapport", "")], [("Rapport", "")], ""),
        ([("Rapport", "1")], [("Rapport", "2")], ""),
        ([("Rapport", ""), ("Rapport", "1")], [("Rapport", "1"), ("Rapport", "")], "1=2 2=1"),
        # formal items
        ([("Mötets öppnande", "")], [("Sammanträdets inledning", "")], "1=1"),
        ([("Val av justerare", "")], [("Val av justerare och tid för justering", "")], "1=1"),
        ([("Upprop", ""), ("Upprop av ersättare", "")], [("Upprop och närvaro", "")], ""),
        ([("Information", "")], [("Övriga frågor", "")], ""),
    ],
)
def test_pairs(agenda: list[Row], minutes: list[Row], expected: str) -> None:
    assert paired(agenda, minutes) == expected


def test_both_ways_through_the_archive() -> None:
    one = held([("Budget", "1"), ("Annat", "")], [("Val", ""), ("Ny budget", "1")])
    archive = build(Organisation(name=""), (one,))
    assert one.agenda is not None
    assert one.minutes is not None
    (budget, other), (election, new_budget) = one.agenda.items, one.minutes.paragraphs
    assert archive.handled_in(one, budget) is new_budget
    assert archive.handled_in(one, other) is None
    assert archive.agenda_item_of(one, new_budget) is budget
    assert archive.agenda_item_of(one, election) is None


@pytest.mark.parametrize(
    ("agenda", "minutes", "expected"),
    [
        # a new case and title
        ([("Budget", "1")], [("Budget", "1"), ("Brådskande", "9")], Comparison(added=("p2",))),
        # nothing is said of what may be an item of another name
        ([("Budget", "1"), ("Rapport", "")], [("Budget", "1"), ("Rapport om läget", "")], Comparison()),
        # without case number it is new when every item has found its §
        ([("Budget", "1")], [("Budget", "1"), ("Uttalande", "")], Comparison(added=("p2",))),
        ([("Budget", "1")], [("Budget", "1"), ("Mötets avslutning", "")], Comparison()),
        ([("A", "1"), ("B", "")], [("A", "1"), ("C", "", {"added": day("2023-04-25")})], Comparison(added=("p2",))),
        (
            [("Budget", "1"), ("Taxa", "2"), ("Plan", "3", {"outcome": "utgår"})],
            [("Budget", "1", {"outcome": "bordläggning"}), ("Taxa", "2", {"outcome": "utgår"})],
            Comparison(withdrawn=("punkt-2", "punkt-3"), tabled=("punkt-1",)),
        ),
        ([], [("Budget", "1")], Comparison()),
    ],
)
def test_how_minutes_differ_from_the_agenda(agenda: list[Row], minutes: list[Row], expected: Comparison) -> None:
    assert index_meeting(held(agenda, minutes)).comparison == expected
