"""What is public on a day: each rule by itself. That nothing else is, test_leak.py shows."""

from dataclasses import replace
from datetime import date, time

import pytest

from paragraf.archive import build
from paragraf.ids import MeetingId, ParagraphId, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AgendaItem,
    AttachmentFile,
    AttendanceGroup,
    Attendee,
    Cancellation,
    Draft,
    Organisation,
    ParagraphSet,
    Publication,
    Publicity,
    Rules,
    Section,
    TimeSpan,
    Withdrawal,
    Withheld,
)
from paragraf.publishing.public import publish
from paragraf.publishing.publicity import State, adjustment_of
from publishing.meetings import HELD, PAST, ROWS, SAN, SENT, adjustment, day, gaps, meeting, paragraph, public, shown


@pytest.mark.parametrize(
    ("adjusted", "announced", "on", "expected"),
    [
        ("2023-05-03", "2023-05-04", "2023-05-03", []),
        ("2023-05-03", "2023-05-04", "2023-05-04", ["p44", "p45", "p46"]),
        ("2023-05-03", None, "2023-05-02", []),
        ("2023-05-03", None, "2023-05-03", ["p44", "p45", "p46"]),
        (None, None, "2023-04-25", []),
        (None, None, "2023-04-26", ["p44", "p45", "p46"]),
        (None, "2023-05-04", "2023-05-03", []),
        ("2023-05-05", "2023-05-04", "2023-05-04", []),  # announced before it was adjusted: an error, kept back
    ],
)
def test_a_paragraph_is_public_when_its_adjustment_was_announced(
    adjusted: str | None, announced: str | None, on: str, expected: list[str]
) -> None:
    assert shown(public(meeting(*ROWS, adjustments=(adjustment(None, adjusted, announced),)), on=on)) == expected


def test_minutes_without_adjustment_are_not_public() -> None:
    assert public(meeting(*ROWS)).archive.meetings == ()


def test_an_immediately_adjusted_paragraph_is_public_before_the_others() -> None:
    one = meeting(
        *ROWS,
        adjustments=(adjustment("45", "2023-04-26", "2023-04-27"), adjustment("övriga", "2023-05-03", "2023-05-04")),
    )
    early = public(one, on="2023-05-01")
    assert shown(early) == ["p45"]
    assert early.waiting == {one.id}
    assert gaps(early) == []
    late = public(one, on="2023-05-04")
    assert shown(late) == ["p44", "p45", "p46"]
    assert late.waiting == frozenset()
    assert late.standing(late.archive.paragraph_by_id[paragraph_id(45)]).adjusted == day("2023-04-26")
    assert late.standing(late.archive.paragraph_by_id[paragraph_id(46)]).announced == day("2023-05-04")


def paragraph_id(number: int) -> ParagraphId:
    return ParagraphId("SAN", HELD.year, ParagraphNumber(number))


def test_unadjusted_minutes_are_shown_and_marked_where_the_rules_say_so() -> None:
    one = meeting(*ROWS, adjustments=(adjustment("45", "2023-05-03", "2023-05-10"),))
    body = replace(SAN, rules=Rules(unadjusted_visible=True))
    found = public(one, on="2023-05-04", body=body)
    assert {ref.slug: standing.unadjusted for ref, standing in found.standings.items()} == {
        "p44": True,
        "p45": False,  # adjusted, only not announced
        "p46": True,
    }
    assert shown(public(one, on="2023-04-25", body=body)) == []


@pytest.mark.parametrize(
    ("paragraphs", "number", "expected"),
    [
        (("45", "övriga"), 45, 0),
        (("45", "övriga"), 44, 1),
        (("del av 45", "övriga"), 45, 1),
        (("del av 45",), 45, None),
        (("ej 45",), 44, 0),
        (("ej 45",), 45, None),
        (("44–46", "45"), 45, 1),  # both name it: the later one counts
        (("45", None), 46, 1),
        (("övriga", None), 46, 0),
        (("övriga",), None, 0),
        (("ej 45",), None, None),
    ],
)
def test_which_adjustment_covers_a_paragraph(
    paragraphs: tuple[str | None, ...], number: int | None, expected: int | None
) -> None:
    rows = tuple(adjustment(words, f"2023-05-0{place + 1}") for place, words in enumerate(paragraphs))
    found = adjustment_of(meeting(*ROWS, adjustments=rows), None if number is None else ParagraphNumber(number))
    assert found == (None if expected is None else rows[expected])


def test_levels_of_publicity() -> None:
    told = {"text": "Text", "presenters": (), "sections": (Section(heading="Beslut", kind="beslut", text="Ja"),)}
    one = meeting(
        *(
            paragraph(44 + place, publication=Publication(level=level, reason=f"skäl {level}"), **told)
            for place, level in enumerate(Publicity)
        ),
        adjustments=PAST,
    )
    found = public(one)
    items = {one.slug: one.item for one in found.archive.item_by_ref.values()}
    assert {slug: (item.title, item.text, len(item.sections)) for slug, item in items.items()} == {
        "p44": ("Ärende 44", "Text", 1),
        "p45": ("Ärende 45", "Text", 1),
        "p46": ("Ärende 46", "", 0),
    }
    assert [standing.state for standing in found.standings.values()] == [State.PUBLIC, State.MASKED, State.TITLE]
    assert gaps(found) == ["protokoll 47–47 ej på webben: skäl ingen"]


def test_what_is_not_on_the_web_is_said_and_holes_are_told() -> None:
    one = meeting(
        *(paragraph(number) for number in (44, 46, 47, 52)),
        adjustments=PAST,
        withheld=(
            Withheld(paragraphs=ParagraphSet.parse("46"), reason="individärende"),
            Withheld(paragraphs=ParagraphSet.parse("48–50"), reason="individärenden"),
        ),
    )
    found = public(one)
    assert shown(found) == ["p44", "p47", "p52"]
    assert gaps(found) == [
        "protokoll 45–45 saknas",
        "protokoll 46–46 ej på webben: individärende",
        "protokoll 48–50 ej på webben: individärenden",
        "protokoll 51–51 saknas",
    ]
    assert found.archive.meetings[0].withheld == ()


def test_numbers_that_wait_are_no_holes_of_their_own() -> None:
    one = meeting(
        *(paragraph(number) for number in (44, 45, 47, 48)),
        adjustments=(adjustment("44, 47", "2023-04-26", "2023-04-27"), adjustment("övriga", "2023-07-01")),
        withheld=(Withheld(paragraphs=ParagraphSet.parse("49"), reason="individärende"),),
    )
    assert gaps(public(one)) == ["protokoll 45–46 publiceras senare"]


def test_a_withdrawn_paragraph_leaves_a_stub_and_never_comes_back() -> None:
    one = meeting(
        paragraph(44),
        paragraph(45, withdrawal=Withdrawal(date=day("2023-05-20"), reason="personuppgifter")),
        paragraph(None, "Anmälan", withdrawal=Withdrawal(date=day("2023-05-20"), reason="personuppgifter")),
        adjustments=PAST,
    )
    found = public(one)
    assert [(stub.ref.path, str(stub.number), stub.date, stub.reason) for stub in found.stubs] == [
        ("san/2023-04-26/p45", "45", day("2023-05-20"), "personuppgifter")
    ]
    assert gaps(found) == [
        "protokoll 45–45 återkallad: personuppgifter",
        "protokoll None–None återkallad: personuppgifter",
    ]
    earlier = public(one, on="2023-05-19")
    assert shown(earlier) == ["p44"]
    assert earlier.stubs == ()
    assert earlier.gaps == {}


@pytest.mark.parametrize(
    "closed",
    [
        {"meeting": {"draft": Draft.ALL}},
        {"body": {"published": False}},
        {"body": {"code": "KS"}},
        {"organisation": {"archive_start": date(2023, 4, 27)}},
    ],
)
def test_meetings_that_are_closed_whatever_their_dates_say(closed: dict[str, dict[str, object]]) -> None:
    one = meeting(*ROWS, adjustments=PAST, **closed.get("meeting", {}))
    body = replace(SAN, **closed.get("body", {}))
    organisation = Organisation(name="Exempelköping", bodies=(body,), **closed.get("organisation", {}))
    assert publish(build(organisation, (one,)), day("2023-06-01")).archive.meetings == ()


ON_AGENDA, ADDED, IN_MINUTES = ["punkt-1"], ["punkt-2", "punkt-3"], ["p44", "p45", "p46"]


@pytest.mark.parametrize(
    ("draft", "there"),
    [
        (Draft.NONE, [*ON_AGENDA, *ADDED, *IN_MINUTES]),
        (Draft.MINUTES, [*ON_AGENDA, *ADDED]),
        (Draft.SUPPLEMENT, [*ON_AGENDA, *IN_MINUTES]),
        (Draft.MINUTES | Draft.SUPPLEMENT, ON_AGENDA),
        (Draft.ALL, []),
    ],
)
def test_what_is_a_draft_is_private_whatever_the_dates_say(draft: Draft, there: list[str]) -> None:
    one = meeting(*ROWS, agenda=SENT, adjustments=PAST, draft=draft)
    found = public(one)
    assert shown(found) == there
    assert bool(found.notices) == ("p44" in there)
    assert shown(public(one, draft=True)) == [*ON_AGENDA, *ADDED, *IN_MINUTES]


@pytest.mark.parametrize("rules", [Rules(), Rules(unadjusted_visible=True)])
def test_while_the_minutes_are_a_draft_the_meeting_is_as_without_them(rules: Rules) -> None:
    held: dict[str, object] = {
        "times": (TimeSpan(start=time(13)),),
        "place": "Mälaren",
        "attendance": (AttendanceGroup(label="beslutande", people=(Attendee(name="Bo"),)),),
        "adjustments": PAST,
        "withheld": (Withheld(paragraphs=ParagraphSet.parse("45"), reason="individärende"),),
        "original": "bilagor/protokoll.pdf",
        "files": (AttachmentFile(path="bilagor/protokoll.pdf", size=1, sha256="a"),),
    }
    body = replace(SAN, rules=rules)
    without = public(meeting(agenda=SENT), body=body)
    assert len(shown(without)) == 3
    for rows in (ROWS, ()):
        assert public(meeting(*rows, agenda=SENT, draft=Draft.MINUTES, **held), body=body) == without
        assert public(meeting(*rows, draft=Draft.MINUTES, **held), body=body).archive.meetings == ()


def test_without_organisation_every_body_is_accepted() -> None:
    one = meeting(*ROWS, adjustments=PAST)
    assert shown(publish(build(Organisation(name=""), (one,)), day("2023-06-01"))) == ["p44", "p45", "p46"]


def test_an_agenda_is_public_from_its_day_and_a_late_item_from_its_own() -> None:
    agenda = Agenda(
        published=day("2023-04-19"),
        items=(AgendaItem(number=1, title="Först"), AgendaItem(number=2, title="Sent", added=day("2023-04-24"))),
    )
    one = meeting(agenda=agenda, times=(TimeSpan(start=time(13)),), place="Sottern")
    assert public(one, on="2023-04-18").archive.meetings == ()
    assert shown(public(one, on="2023-04-19")) == ["punkt-1"]
    found = public(one, on="2023-04-24")
    assert shown(found) == ["punkt-1", "punkt-2"]
    # How the meeting was held belongs to the minutes.
    assert (found.archive.meetings[0].times, found.archive.meetings[0].place) == ((), "")
    assert (found.archive.meetings[0].attendance, found.archive.meetings[0].minutes) == (None, None)


def test_a_cancellation_is_told_from_its_day() -> None:
    agenda = Agenda(published=day("2023-04-19"))
    one = meeting(agenda=agenda, cancelled=Cancellation(date=day("2023-04-24"), reason="få ärenden"))
    assert public(one, on="2023-04-23").archive.meetings[0].cancelled is None
    assert public(one, on="2023-04-24").archive.meetings[0].cancelled == one.cancelled


def test_an_unpublished_agenda_is_gone_though_its_minutes_are_public() -> None:
    agenda = Agenda(items=(AgendaItem(number=1, title="Ärende 44"),))
    found = public(meeting(*ROWS, agenda=agenda, adjustments=PAST))
    assert shown(found) == ["p44", "p45", "p46"]
    assert found.archive.meetings[0].agenda is None


def test_a_draft_shows_everything_with_its_standing() -> None:
    one = meeting(*ROWS, draft=Draft.ALL, adjustments=(Adjustment(adjusted=day("2023-07-01")),))
    found = public(one, draft=True)
    assert shown(found) == ["p44", "p45", "p46"]
    assert {standing.state for standing in found.standings.values()} == {State.CLOSED}
    assert (found.gaps, found.stubs, found.draft) == ({}, (), True)


def test_pairs_are_those_of_the_whole_meeting() -> None:
    """Of two items of one name the public one alone would be taken for the § that handles the other."""
    agenda = Agenda(
        published=day("2023-04-19"),
        items=(
            AgendaItem(number=1, title="Rapport", publication=Publication(level=Publicity.NONE)),
            AgendaItem(number=2, title="Rapport"),
        ),
    )
    found = public(meeting(paragraph(44, "Rapport"), agenda=agenda, adjustments=PAST)).archive
    index = found.index_by_id[MeetingId("SAN", HELD)]
    assert [one.slug for one in index.agenda] == ["punkt-2"]
    assert index.pairs == {}
    assert index.comparison.added == ()


def test_a_gap_does_not_reach_over_what_is_shown() -> None:
    off = (Withheld(paragraphs=ParagraphSet.parse("45, 46"), reason="individärende"),)
    one = meeting(*(paragraph(number) for number in (44, 45, "45a", 46)), adjustments=PAST, withheld=off)
    assert shown(public(one)) == ["p44", "p45a"]
    assert gaps(public(one)) == [
        "protokoll 45–45 ej på webben: individärende",
        "protokoll 46–46 ej på webben: individärende",
    ]


def test_all_but_some_numbers_can_be_kept_off_the_web() -> None:
    off = (Withheld(paragraphs=ParagraphSet.parse("ej 44, 50"), reason="individärenden"),)
    one = meeting(*ROWS, paragraph(None, "Anmälan"), adjustments=PAST, withheld=off)
    assert shown(public(one)) == ["p44"]
    assert gaps(public(one)) == [
        "protokoll 45–46 ej på webben: individärenden",
        "protokoll None–None ej på webben: individärenden",
    ]


def test_others_off_the_web_leave_nothing() -> None:
    """What "övriga" is cannot be known of `ej på webben`: everything stays closed."""
    off = (Withheld(paragraphs=ParagraphSet.parse("övriga"), reason="individärenden"),)
    assert shown(public(meeting(*ROWS, paragraph(None), adjustments=PAST, withheld=off))) == []


def test_a_difference_is_told_by_a_paragraph_that_is() -> None:
    agenda = Agenda(published=day("2023-04-19"), items=(AgendaItem(number=1, title="Taxa"),))
    struck = paragraph(44, "Taxa", outcome="utgår")
    for level, expected in ((Publicity.FULL, ("punkt-1",)), (Publicity.TITLE, ())):
        one = meeting(
            replace(struck, publication=Publication(level=level)), paragraph(45), agenda=agenda, adjustments=PAST
        )
        assert public(one).archive.index_by_id[one.id].comparison.withdrawn == expected


def test_a_draft_has_no_stubs() -> None:
    one = meeting(paragraph(45, withdrawal=Withdrawal(date=HELD, reason="fel")), adjustments=PAST)
    assert (len(public(one).stubs), len(public(one, draft=True).stubs)) == (1, 0)
