"""Elected members: who is one, who is whom, and what the minutes say that they did."""

from datetime import date

import pytest

from paragraf.archive import Person, build, elected
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    AttendanceGroup,
    Attendee,
    Body,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    ParagraphSet,
    Section,
    Term,
)

SPRING, AUTUMN = date(2023, 4, 26), date(2023, 9, 20)
VOTE = "Ja: bifall\nNej: avslag\n\n| Ledamot | Röst |\n|---|---|\n| {name} | nej |"


def term(name: str, party: str | None, start: int = 2023, end: int = 2026, role: str = "ledamot") -> Term:
    return Term(name=name, party=party, role=role, valid_from=date(start, 1, 1), valid_to=date(end, 12, 31))


def meeting(day: date, *people: Attendee, sections: tuple[Section, ...] = ()) -> Meeting:
    paragraph = Paragraph(title="Avgifter", number=ParagraphNumber(day.month), sections=sections)
    return Meeting(
        id=MeetingId("SAN", day),
        body_name="Socialnämnden",
        attendance=(AttendanceGroup(label="Närvarande", people=people),),
        minutes=Minutes(paragraphs=(paragraph,)),
    )


def found(members: tuple[Term, ...], *meetings: Meeting) -> dict[str, Person]:
    bodies = (Body(code="SAN", name="Socialnämnden", members=members),)
    people = elected(build(Organisation(name="Exempelby", bodies=bodies), meetings))
    assert [person.slug for person in people] == sorted({person.slug for person in people})
    return {person.slug: person for person in people}


def test_a_member_of_a_body_has_mandates_attendance_votes_and_reservations() -> None:
    sections = (
        Section(heading="Omröstning", kind="omrostning", text=VOTE.format(name="Åsa Exempel (S)")),
        Section(heading="Reservation", kind="reservation", text="Åsa\nExempel (S) reserverar sig."),
    )
    there = Attendee(name="Åsa Exempel", party="S", role="ordförande", paragraphs=ParagraphSet.parse("ej 9"))
    (person,) = found(
        (term("Åsa Exempel", "S", role="ordförande"), term("Åsa Exempel", "S", 2019, 2022)),
        meeting(SPRING, there),
        meeting(AUTUMN, Attendee(name="Åsa Exempel", party="S"), sections=sections),
    ).values()
    assert (person.name, person.path, person.parties) == ("Åsa Exempel", "personer/asa-exempel", ("S",))
    assert [(one.valid_from, one.role) for one in person.memberships] == [
        (date(2023, 1, 1), "ordförande"),
        (date(2019, 1, 1), "ledamot"),
    ]
    assert [(one.meeting_id.date, one.label, one.role) for one in person.attendance] == [
        (SPRING, "Närvarande", "ordförande"),
        (AUTUMN, "Närvarande", None),
    ]
    assert [(one.ref.path, one.number, one.vote) for one in person.votes] == [("san/2023-09-20/p9", 1, "nej")]
    assert [ref.path for ref in person.reservations] == ["san/2023-09-20/p9"]


def test_a_name_with_a_party_is_elected_and_officials_are_not() -> None:
    people = found(
        (),
        meeting(
            SPRING,
            Attendee(name="Bo Exempel", party="C", serves_for="Inga Exempel"),
            Attendee(name="Jo Exempel", role="förvaltningschef"),
        ),
    )
    assert list(people) == ["bo-exempel"]


def test_a_name_without_party_is_the_one_who_sits_in_the_body() -> None:
    chair = Attendee(name="Siv Exempel", role="ordförande")
    people = found((term("Siv Exempel", "S"),), meeting(SPRING, chair), meeting(date(2022, 5, 1), chair))
    assert [one.meeting_id.date for one in people["siv-exempel"].attendance] == [SPRING]


def test_who_has_changed_party_is_one_person() -> None:
    people = found((term("Siv Exempel", "S", 2015, 2018), term("Siv Exempel", "M", 2019, 2022)))
    assert people["siv-exempel"].parties == ("S", "M")
    assert list(people) == ["siv-exempel"]


def test_two_parties_at_once_are_two_people_and_the_first_keeps_the_address() -> None:
    sections = (Section(heading="Reservation", kind="reservation", text="Siv Exempel (M) reserverar sig."),)
    people = found(
        (term("Siv Exempel", "M"), term("Siv Exempel", "S", 2019, 2026)),
        meeting(SPRING, Attendee(name="Siv Exempel", role="ordförande"), sections=sections),
    )
    assert {slug: person.parties for slug, person in people.items()} == {
        "siv-exempel": ("S",),
        "siv-exempel-m": ("M",),
    }
    assert [len(person.attendance) for person in people.values()] == [0, 0]
    assert [len(person.reservations) for person in people.values()] == [0, 1]


@pytest.mark.parametrize("text", ["Siv Exempelsson (S) reserverar sig.", "Gunsiv Exempel (S) reserverar sig."])
def test_a_reservation_names_the_whole_name(text: str) -> None:
    sections = (Section(heading="Reservation", kind="reservation", text=text),)
    people = found((term("Siv Exempel", "S"),), meeting(SPRING, sections=sections))
    assert people["siv-exempel"].reservations == ()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Bo Exempel (C) reserverar sig till förmån för Siv Exempel (S) m.fl. yrkande.", 0),
        ("Bo Exempel (C) reserverar sig i enlighet med yrkandet av Siv Exempel (S).", 0),
        ("Bo Exempel (C) till förmån för\nett yrkande av Siv Exempel (S), och Åsa Exempel (V).", 0),
        ("Mot beslutet och till förmån för eget yrkande reserverar sig Siv Exempel (S).", 1),
        ("- Bo Exempel (C) till förmån för yrkandet från Åsa Exempel (V)\n- Siv Exempel (S)", 1),
        ("Bo Exempel (C) till förmån för Åsas yrkande, och Siv Exempel (S) utan motivering.", 1),
    ],
)
def test_a_reservation_is_not_made_by_whom_it_is_made_for(text: str, made: int) -> None:
    sections = (Section(heading="Reservation", kind="reservation", text=text),)
    people = found((term("Siv Exempel", "S"),), meeting(SPRING, sections=sections))
    assert len(people["siv-exempel"].reservations) == made


def test_a_member_without_party_is_elected_too() -> None:
    people = found((term("Siv Exempel", None),), meeting(SPRING, Attendee(name="Siv Exempel", role="ledamot")))
    assert len(people["siv-exempel"].attendance) == 1
    assert people["siv-exempel"].parties == ()
