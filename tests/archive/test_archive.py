"""Indexes over the whole content: items, §§, neighbours and cases."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from paragraf.archive import Archive, Phase, build, is_proposal
from paragraf.ids import CaseNumber, MeetingId, ParagraphId, ParagraphNumber
from paragraf.model import (
    Agenda,
    AgendaItem,
    Body,
    BodyKind,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    Section,
)

BODIES = (
    Body(code="KF", name="Kommunfullmäktige", kind=BodyKind.COUNCIL),
    Body(code="KS", name="Kommunstyrelsen", kind=BodyKind.BOARD, parent="KF"),
    Body(code="KSAU", name="Arbetsutskottet", kind=BodyKind.SUBCOMMITTEE, parent="KS"),
)
ORGANISATION = Organisation(name="Exempelköping", bodies=BODIES)


def cases(text: str) -> tuple[CaseNumber, ...]:
    """Case numbers with blanks between them; a handling's number stands after a colon."""
    pairs = (one.partition(":") for one in text.split())
    return tuple(
        CaseNumber(written=f"{key}-{handling}" if handling else key, key=key, handling=handling)
        for key, _, handling in pairs
    )


def paragraph(number: int | None, title: str = "", on: str = "", related: str = "", decided: str = "") -> Paragraph:
    return Paragraph(
        number=None if number is None else ParagraphNumber(number),
        title=title or f"Ärende {number}",
        case_numbers=cases(on),
        related=cases(related),
        sections=(Section(heading="Beslut", kind="beslut", text=decided),) if decided else (),
    )


def meeting(body: str, day: str, *items: Paragraph | AgendaItem, ordinal: int = 1) -> Meeting:
    paragraphs = tuple(one for one in items if isinstance(one, Paragraph))
    agenda = tuple(one for one in items if isinstance(one, AgendaItem))
    return Meeting(
        id=MeetingId(body, date.fromisoformat(day), ordinal),
        body_name=body,
        agenda=Agenda(items=agenda) if agenda else None,
        minutes=Minutes(paragraphs=paragraphs) if paragraphs else None,
    )


def archive(*meetings: Meeting) -> Archive:
    return build(ORGANISATION, meetings)


def test_meetings_are_sorted_and_know_their_neighbours() -> None:
    days = [("KS", "2023-05-10", 1), ("KF", "2023-05-29", 1), ("KS", "2022-11-02", 1), ("KS", "2023-05-10", 2)]
    found = archive(*(meeting(body, day, ordinal=ordinal) for body, day, ordinal in days))
    assert [str(one.id) for one in found.meetings] == [
        "KF 2023-05-29",
        "KS 2022-11-02",
        "KS 2023-05-10",
        "KS 2023-05-10-2",
    ]
    middle = found.by_body["KS"][1]
    before, after = found.neighbours(middle)
    assert (before and before.id.folder, after and after.id.folder) == ("2022-11-02", "2023-05-10-2")
    assert found.neighbours(found.by_body["KF"][0]) == (None, None)
    assert {key: len(row) for key, row in found.by_year.items()} == {("KF", 2023): 1, ("KS", 2022): 1, ("KS", 2023): 2}


def test_a_paragraph_is_found_by_its_legal_address() -> None:
    found = archive(
        meeting("KS", "2023-05-10", paragraph(45), paragraph(46)), meeting("KS", "2022-05-10", paragraph(45))
    )
    one = found.paragraph_by_id[ParagraphId("KS", 2023, ParagraphNumber(45))]
    assert one.ref.path == "ks/2023-05-10/p45"
    before, after = found.item_neighbours(one)
    assert (before, after and after.slug) == (None, "p46")


def test_a_number_that_was_given_twice_leads_to_the_earlier_paragraph() -> None:
    found = archive(meeting("KS", "2023-06-10", paragraph(45, "Senare")), meeting("KS", "2023-05-10", paragraph(45)))
    assert found.paragraph_by_id[ParagraphId("KS", 2023, ParagraphNumber(45))].meeting_id.folder == "2023-05-10"
    assert len(found.item_by_ref) == 2


def test_addresses_of_items() -> None:
    found = archive(
        meeting(
            "KS",
            "2023-05-10",
            AgendaItem(number=1, title="Upprop"),
            AgendaItem(number=1, title="Samma nummer"),
            AgendaItem(title="Protokoll"),
            AgendaItem(title="P 45"),
            AgendaItem(title="Paus"),
            Paragraph(number=ParagraphNumber(12, "a"), title="Bokstav"),
            paragraph(None, "Paus"),
            paragraph(45),
        )
    )
    assert [ref.slug for ref in found.item_by_ref] == [
        "punkt-1",
        "punkt-1-2",
        "protokoll-2",
        "p-45",
        "paus",
        "p12a",
        "paus-2",
        "p45",
    ]


def test_a_case_runs_through_bodies_in_time_order() -> None:
    found = archive(
        meeting("KF", "2023-05-29", paragraph(9, "Antagen budget", "7")),
        meeting(
            "KS",
            "2023-05-10",
            AgendaItem(number=3, title="Budget", case_numbers=cases("7")),
            paragraph(45, "Budget", "7:5"),
        ),
        meeting("KSAU", "2023-05-10", paragraph(20, "Budget", "7", decided="Utskottet antar budgeten.")),
        meeting("KF", "2024-05-29", AgendaItem(number=2, title="Budget följs upp", case_numbers=cases("7:8"))),
    )
    case = found.cases["7"]
    assert [f"{step.meeting_id} {step.phase} {step.slug} {step.is_proposal}" for step in case.handlings] == [
        "KSAU 2023-05-10 protokoll p20 True",
        "KS 2023-05-10 kallelse punkt-3 False",
        "KS 2023-05-10 protokoll p45 False",
        "KF 2023-05-29 protokoll p9 False",
        "KF 2024-05-29 kallelse punkt-2 False",
    ]
    assert (case.title, case.written, case.path) == ("Antagen budget", "7", "arenden/7")
    first = found.paragraph_by_id[ParagraphId("KSAU", 2023, ParagraphNumber(20))]
    assert [step.slug for step in found.handled_again(first)] == ["p9"]
    last = found.paragraph_by_id[ParagraphId("KF", 2023, ParagraphNumber(9))]
    assert found.handled_again(last) == ()


def test_cases_belong_together_whichever_says_so() -> None:
    """Two numbers of one item alone do not: a list of delegated decisions would join strangers."""
    found = archive(
        meeting(
            "KS",
            "2023-05-10",
            paragraph(45, on="1 2", related="3 9 1"),
            paragraph(46, on="3"),
            paragraph(47, on="4", related="3"),
        )
    )
    assert {key: case.related for key, case in found.cases.items()} == {
        "1": ("3",),
        "2": ("3",),
        "3": ("1", "2", "4"),
        "4": ("3",),
    }


def test_cases_with_the_same_address_are_told_apart_by_body() -> None:
    found = archive(
        meeting("KF", "2023-06-10", paragraph(45, on="KSN-1")), meeting("KS", "2023-05-10", paragraph(45, on="KSN/1"))
    )
    assert {key: case.slug for key, case in found.cases.items()} == {"KSN-1": "kf-ksn-1", "KSN/1": "ksn-1"}


@pytest.mark.parametrize(
    ("body", "title", "decided", "expected"),
    [
        ("KSAU", "Taxa", "Utskottet antar taxan.", True),
        ("KSAU", "Information om läget", "Utskottet tackar.", False),
        ("KSAU", "Taxa", "Ärendet återremitteras.", False),
        ("KSAU", "Taxa", "", False),
        ("KS", "Taxa", "Kommunstyrelsen föreslår kommunfullmäktige att anta taxan.", True),
        ("KS", "Taxa", "Kommunstyrelsen beslutar att anta taxan och föreslår fullmäktige medel.", False),
        ("KS", "Taxa", "Kommunstyrelsen antar taxan.", False),
        ("KF", "Taxa", "Fullmäktige föreslår styrelsen att anta taxan.", False),
    ],
)
def test_proposals(body: str, title: str, decided: str, expected: bool) -> None:
    assert is_proposal(paragraph(1, title, decided=decided), ORGANISATION.body(body)) is expected


def test_an_unknown_body_decides_for_itself() -> None:
    assert not is_proposal(paragraph(1, decided="Nämnden antar taxan."), None)


def test_an_archive_cannot_be_changed() -> None:
    found = archive(meeting("KS", "2023-05-10", paragraph(45)))
    with pytest.raises(TypeError):
        found.cases["1"] = None  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        found.meetings = ()  # type: ignore[misc]


def test_an_agenda_item_is_no_paragraph() -> None:
    found = archive(meeting("KS", "2023-05-10", AgendaItem(number=1, title="Upprop")))
    one = next(iter(found.item_by_ref.values()))
    assert (one.phase, one.paragraph_id) == (Phase.AGENDA, None)
    with pytest.raises(TypeError, match="ks/2023-05-10/punkt-1 is an item of an agenda"):
        _ = one.paragraph
