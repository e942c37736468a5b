"""Of whom a day tells: who took part, whom the law protects, who is elected later."""

from dataclasses import replace

from paragraf.archive import build
from paragraf.model import (
    Agenda,
    AttendanceGroup,
    Attendee,
    Body,
    Organisation,
    ParagraphSet,
    Party,
    ProtectedPerson,
    Section,
    Term,
    Withheld,
)
from paragraf.publishing.public import publish
from publishing.meetings import PAST, ROWS, adjustment, day, meeting, paragraph, public


def attended(*people: Attendee, **facts: object) -> dict[str, str]:
    """Name -> §§ of those that the public meeting of 2023-05-01 names."""
    one = meeting(*ROWS, attendance=(AttendanceGroup(label="övriga", people=people),), **facts)
    groups = public(one, on="2023-05-01").archive.meetings[0].attendance
    assert groups is not None
    return {person.name: str(person.paragraphs or "") for person in groups[0].people}


def test_attendance_tells_nothing_of_paragraphs_that_wait() -> None:
    split = (adjustment("45", "2023-04-26"), adjustment("övriga", "2023-05-03"))
    people = {"Siv": None, "Bo": "44–46", "Ann": "46", "Jo": "ej 46", "Kim": "ej 45", "Lo": "45"}
    rows = [Attendee(name=name, paragraphs=words and ParagraphSet.parse(words)) for name, words in people.items()]
    assert attended(*rows, adjustments=split) == {"Siv": "", "Bo": "45", "Jo": "", "Kim": "ej 45", "Lo": "45"}


def test_who_only_came_for_what_is_not_on_the_web_is_not_named() -> None:
    off = (Withheld(paragraphs=ParagraphSet.parse("46"), reason="individärende"),)
    people = {"Bo": "44–46", "Ann": "46", "Kim": "ej 46", "Lo": "99"}
    rows = [Attendee(name=name, paragraphs=ParagraphSet.parse(words)) for name, words in people.items()]
    found = attended(*rows, adjustments=(adjustment(None, "2023-04-27"),), withheld=off)
    assert found == {"Bo": "44–46", "Kim": "ej 46", "Lo": "99"}


def test_protected_people_have_their_alias_in_every_field_of_names() -> None:
    organisation = Organisation(
        name="Exempelköping",
        bodies=(Body(code="SAN", name="Socialnämnden", members=(Term(name="Siv  Exempel"),)),),
        protected=(ProtectedPerson(name="Siv Exempel", alias="Ledamot 1"),),
    )
    vote = Section(heading="Omröstning", kind="omrostning", text="Siv Exempel begär.\n| SIV EXEMPEL (S) | ja |")
    one = meeting(
        paragraph(44, sections=(vote,)),
        adjustments=(replace(PAST[0], adjusters=(Attendee(name="Siv Exempel"),)),),
        attendance=(
            AttendanceGroup(
                label="x",
                people=(Attendee(name="Bo", serves_for="Siv Exempel"), Attendee(name="Siv Exempel-Ek")),
            ),
        ),
    )
    for draft in (False, True):
        found = publish(build(organisation, (one,)), day("2023-06-01"), draft=draft).archive
        seen = found.meetings[0]
        assert found.organisation.bodies[0].members[0].name == "Ledamot 1"
        assert found.organisation.protected == ()
        assert seen.adjustments[0].adjusters[0].name == "Ledamot 1"
        assert seen.attendance is not None
        assert [(person.name, person.serves_for) for person in seen.attendance[0].people] == [
            ("Bo", "Ledamot 1"),
            ("Siv Exempel-Ek", None),
        ]
        assert seen.minutes is not None
        assert seen.minutes.paragraphs[0].sections[0].text == "Siv Exempel begär.\n| Ledamot 1 (S) | ja |"


def test_bodies_and_members_of_the_future_and_unpublished_bodies_are_not_told_of() -> None:
    later = {"valid_from": day("2023-07-01")}
    organisation = Organisation(
        name="Exempelköping",
        bodies=(
            Body(code="SAN", name="Socialnämnden", parent="X", members=(Term(name="Ny", **later), Term(name="Nu"))),
            Body(code="X", name="Dold", published=False),
            Body(code="NY", name="Kommande", **later),
            Body(code="KALL", name="Har kallat", **later),
        ),
    )
    called = meeting(body="KALL", held=day("2023-07-05"), agenda=Agenda(published=day("2023-06-01")))
    found = publish(build(organisation, (called,)), day("2023-06-01")).archive.organisation
    assert [(body.code, body.parent, [term.name for term in body.members]) for body in found.bodies] == [
        ("SAN", None, ["Nu"]),
        ("KALL", None, []),
    ]


def test_a_party_that_begins_later_is_not_told_of() -> None:
    parties = tuple(
        Party(code=code, name=code, valid_from=day(start)) for code, start in (("A", "2020-01-01"), ("B", "2027-01-01"))
    )
    archive = build(Organisation(name="Exempelby", parties=parties), ())
    shown_on = {
        on: [one.code for one in publish(archive, day(on)).archive.organisation.parties]
        for on in ("2026-12-31", "2027-01-01")
    }
    assert shown_on == {"2026-12-31": ["A"], "2027-01-01": ["A", "B"]}
