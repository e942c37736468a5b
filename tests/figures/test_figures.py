"""Figures: those of the example municipality counted by hand, and what holds of every archive."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from paragraf import figures
from paragraf.archive import build
from paragraf.figures import Activity, Presence, Shelf
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AttendanceGroup,
    Attendee,
    Body,
    Cancellation,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    ParagraphSet,
    Rules,
    Section,
    Term,
    Withheld,
)
from paragraf.publishing.public import PublicArchive, publish
from paragraf.reading import read_content
from strategies.archives import Drawn, archives
from strategies.dealer import DAY

ROOT = Path(__file__).parent.parent.parent
APRIL = date(2023, 4, 26)


@cache
def example() -> PublicArchive:
    read = read_content(ROOT / "content")
    return publish(build(read.organisation, read.meetings), date(2026, 11, 22))


def test_a_year_of_a_committee_counted_by_hand() -> None:
    """§§ 17–22 and 44–49; 18, 19, 45, 46 and 48 decide something, 20 and 47 are shown by title only."""
    (row,) = (one for one in figures.activity(example()) if (one.body, one.year) == ("BUN", 2023))
    assert row == Activity(body="BUN", year=2023, meetings=2, paragraphs=12, decisions=5, proposals=0)


def test_a_year_of_a_preparing_body_counted_by_hand() -> None:
    """§§ 31–34: one of formalia, three proposals to the board."""
    (row,) = (one for one in figures.activity(example()) if (one.body, one.year) == ("KSAU", 2023))
    assert row == Activity(body="KSAU", year=2023, meetings=1, paragraphs=4, decisions=0, proposals=3)


def test_days_of_a_committee_counted_by_hand() -> None:
    own = [one for one in figures.delays(example()) if one.body == "BUN"]
    assert [(one.adjusted, one.announced, one.adjusted_limit) for one in own] == [(None, None, 14), (7, 1, 14)]


def test_seats_of_a_committee_counted_by_hand() -> None:
    """Of seven members six served in April, and one substitute; all seven in September."""
    own = [one for one in figures.presence(example()) if one.meeting_id.body == "BUN"]
    assert [(one.seats, one.members, one.others, one.unfilled) for one in own] == [(7, 6, 1, 0), (7, 7, 0, 0)]


def test_what_the_example_lacks() -> None:
    """The committee's meeting of last week waits for its adjustment; 2023 has all its minutes, three with agendas."""
    assert [(str(one.id), waits) for one, waits in figures.without_minutes(example())] == [("SAN 2026-11-18", True)]
    (row,) = (one for one in figures.shelves(example()) if (one.body, one.year) == ("SAN", 2023))
    assert row == Shelf(body="SAN", year=2023, meetings=5, minutes=5, agendas=3)
    assert [(one.first, one.last) for one in figures.holes(example()) if one.body == "SAN" and one.year == 2023] == [
        (1, 43),
        (96, 105),
    ]


# Small meetings


def paragraph(number: int, title: str = "Avgifter", words: str = "Nämnden antar avgifterna.") -> Paragraph:
    sections = (Section(heading="Beslut", kind="beslut", text=words),) if words else ()
    return Paragraph(title=title, number=ParagraphNumber(number), sections=sections)


def meeting(day: date, *paragraphs: Paragraph, **facts: object) -> Meeting:
    adjusted = Adjustment(adjusted=day + timedelta(days=7), announced=day + timedelta(days=8))
    given_facts: dict[str, object] = {"adjustments": (adjusted,), "minutes": Minutes(paragraphs=paragraphs), **facts}
    return Meeting(id=MeetingId("SAN", day), body_name="Socialnämnden", **given_facts)  # type: ignore[arg-type]


def public(*meetings: Meeting, members: tuple[Term, ...] = (), day: date = date(2023, 12, 31)) -> PublicArchive:
    body = Body(code="SAN", name="Socialnämnden", members=members, rules=Rules(adjustment_days=10))
    return publish(build(Organisation(name="Exempelby", bodies=(body,)), meetings), day)


def test_formalia_and_information_are_no_decisions() -> None:
    found = figures.activity(
        public(
            meeting(
                APRIL,
                paragraph(1, "Val av justerare"),
                paragraph(2, "Information från förvaltningen", "Informationen noteras."),
                paragraph(3),
                paragraph(4, words=""),
                paragraph(5, "Avgifter", "Nämnden återremitterar ärendet."),
            )
        )
    )
    assert found == (Activity(body="SAN", year=2023, meetings=1, paragraphs=5, decisions=2, proposals=0),)


def test_outcomes_are_those_of_the_decisions() -> None:
    there = public(meeting(APRIL, paragraph(1), paragraph(2), paragraph(3, words="Nämnden återremitterar ärendet.")))
    assert figures.outcomes(there) == Counter({"bifall": 2, "återremiss": 1})


def test_only_what_was_held_counts() -> None:
    ahead = date(2023, 6, 1)
    called = Agenda(published=APRIL)
    there = public(
        meeting(APRIL, paragraph(1)),
        meeting(date(2023, 5, 1), adjustments=(), minutes=None, agenda=called),
        meeting(date(2023, 5, 2), adjustments=(), minutes=None, agenda=called, cancelled=Cancellation(date=APRIL)),
        meeting(date(2023, 5, 3), adjustments=(), minutes=None, agenda=called, moved_to=ahead),
        meeting(ahead, paragraph(9)),
        day=date(2023, 5, 20),
    )
    assert [one.id.date for one in figures.held(there)] == [APRIL]
    assert [one.id.date for one in figures.past(there)] == [APRIL, date(2023, 5, 1)]
    assert [(one.id.date, waits) for one, waits in figures.without_minutes(there)] == [(date(2023, 5, 1), False)]


@pytest.mark.parametrize(("day", "waits"), [(date(2023, 5, 8), True), (date(2023, 5, 9), False)])
def test_minutes_are_late_when_the_bodys_own_days_and_two_more_have_passed(day: date, waits: bool) -> None:
    there = public(meeting(APRIL, adjustments=(), minutes=None, agenda=Agenda(published=APRIL)), day=day)
    assert [late for _, late in figures.without_minutes(there)] == [waits]


def test_every_adjustment_counts_and_unknown_days_do_not() -> None:
    several = (
        Adjustment(paragraphs=ParagraphSet.parse("1"), adjusted=APRIL, announced=APRIL + timedelta(days=3)),
        Adjustment(paragraphs=ParagraphSet.parse("övriga"), adjusted=APRIL + timedelta(days=11)),
        Adjustment(paragraphs=ParagraphSet.parse("9")),
    )
    found = figures.delays(public(meeting(APRIL, paragraph(1), paragraph(2), adjustments=several)))
    assert [(one.adjusted, one.announced) for one in found] == [(0, 3), (11, None), (None, None)]
    spread = figures.spread((one.adjusted, one.adjusted_limit) for one in found)
    assert spread is not None
    assert (spread.days, spread.middle, spread.within) == ((0, 11), 5.5, 1)
    assert figures.spread([(None, 14)]) is None


def attended(*people: Attendee, label: str = "Beslutande") -> tuple[AttendanceGroup, ...]:
    return (AttendanceGroup(label=label, people=people),)


def test_seats_are_filled_by_members_and_substitutes() -> None:
    members = (
        Term(name="Siv Exempel", party="S", role="ordförande"),
        Term(name="Bo Exempel", party="C"),
        Term(name="Li Exempel", party="M", valid_to=date(2022, 12, 31)),
        Term(name="Åke Exempel", party="V"),
        Term(name="Ann Exempel", party="S", role="ersättare"),
    )
    people = (
        Attendee(name="SIV Exempel", role="ordförande"),
        Attendee(name="Ann Exempel", party="S", serves_for="Bo Exempel", paragraphs=ParagraphSet.parse("1")),
    )
    there = public(meeting(APRIL, paragraph(1), attendance=attended(*people)), members=members)
    (found,) = figures.presence(there)
    assert found == Presence(meeting_id=MeetingId("SAN", APRIL), seats=3, members=1, others=1)
    assert found.unfilled == 1


def test_who_only_listens_fills_no_seat() -> None:
    people = attended(Attendee(name="Siv Exempel", party="S"), label="Ej tjänstgörande ersättare")
    there = public(meeting(APRIL, paragraph(1), attendance=people), members=(Term(name="Siv Exempel", party="S"),))
    assert figures.presence(there) == ()


def test_holes_lie_between_meetings_and_withheld_numbers_are_none() -> None:
    known = meeting(date(2023, 5, 10), adjustments=(), minutes=None, agenda=Agenda(published=APRIL))
    there = public(
        meeting(APRIL, paragraph(3), paragraph(4)),
        known,
        meeting(
            date(2023, 6, 14),
            paragraph(8),
            paragraph(10),
            withheld=(Withheld(paragraphs=ParagraphSet.parse("9"), reason="individärende"),),
        ),
        meeting(date(2023, 9, 20), paragraph(11)),
    )
    assert [(one.first, one.last, [day.id.date for day in one.known]) for one in figures.holes(there)] == [
        (1, 2, []),
        (5, 7, [date(2023, 5, 10)]),
    ]


def test_numbers_beside_a_meeting_that_waits_may_be_its_own() -> None:
    early = Adjustment(paragraphs=ParagraphSet.parse("3"), adjusted=APRIL, announced=APRIL)
    late = Adjustment(paragraphs=ParagraphSet.parse("övriga"), adjusted=date(2024, 1, 8), announced=date(2024, 1, 9))
    waits = meeting(APRIL, paragraph(3), paragraph(4), adjustments=(early, late))
    there = public(meeting(date(2023, 2, 1), paragraph(1)), waits, meeting(date(2023, 6, 14), paragraph(5)))
    assert there.waiting == {waits.id}
    assert figures.holes(there) == ()


def test_nothing_is_told_where_numbers_do_not_rise() -> None:
    assert figures.holes(public(meeting(APRIL, paragraph(9)), meeting(date(2023, 5, 10), paragraph(3)))) == ()


# Every archive


@settings(max_examples=60)
@given(archives(faulty=True))
def test_sums_agree_and_nobody_sits_twice(drawn: Drawn) -> None:
    there = publish(build(drawn.organisation, drawn.meetings), DAY)
    rows = figures.activity(there)
    whole = figures.total(rows)
    assert whole.meetings == len(figures.held(there)) <= len(there.archive.meetings)
    assert whole.paragraphs == sum(len(one.minutes) for one in there.archive.index_by_id.values())
    assert whole.decisions + whole.proposals <= whole.paragraphs
    assert figures.outcomes(there).total() == whole.decisions
    assert all(one.members <= one.seats for one in figures.presence(there))
    assert all(0 <= one.minutes <= one.meetings and one.agendas <= one.meetings for one in figures.shelves(there))
    assert figures.documents(there).all <= len(there.archive.attachments)
    own = [figures.documents(there, code) for code in there.archive.by_body]
    assert sum(one.all for one in own) == figures.documents(there).all
    late = figures.without_minutes(there)
    assert sum(one.meetings - one.minutes for one in figures.shelves(there)) == len(late)


@settings(max_examples=60)
@given(archives(faulty=True))
def test_nothing_private_is_counted(drawn: Drawn) -> None:
    """What readers see nothing of could as well not have been written, and before the first day there is nothing."""
    there = publish(build(drawn.organisation, drawn.meetings), DAY)
    seen = [one for one in drawn.meetings if one.id in there.archive.meeting_by_id]
    assert counted(publish(build(drawn.organisation, seen), DAY)) == counted(there)
    before = publish(build(drawn.organisation, drawn.meetings), DAY.replace(year=2023, month=1))
    assert counted(before) == ((), (), (), (), (), Counter(), 0)


def counted(there: PublicArchive) -> tuple[object, ...]:
    return (
        figures.activity(there),
        figures.delays(there),
        figures.presence(there),
        figures.shelves(there),
        tuple((one.body, one.year, one.first, one.last) for one in figures.holes(there)),
        figures.outcomes(there),
        figures.documents(there).all,
    )
