"""Where a meeting stands: its steps on different days."""

from dataclasses import replace
from datetime import date

import pytest

from paragraf.model import Agenda, AgendaItem, Body, BodyKind, Cancellation, Meeting, Paragraph, Rules, Section
from paragraf.publishing.status import stage, steps
from publishing.meetings import SAN, adjustment, day, meeting, paragraph, public

ROWS = tuple(paragraph(number) for number in (44, 45, 46))
AGENDA = Agenda(published=date(2023, 4, 19), items=(AgendaItem(number=1, title="Ärende 44"),))
SPLIT = (adjustment("45", "2023-04-26", "2023-04-27"), adjustment("övriga", "2023-05-03", "2023-05-04"))


def told(one: Meeting, on: str, body: Body = SAN) -> list[str]:
    """The stage, then each step: "x text §§ day", with x for what is done."""
    found = public(one, on=on, body=body)
    shown = found.archive.meetings[0]
    rows = [
        f"{'x' if step.done else '-'} {step.text} "
        + (f"§ {step.paragraphs} " if step.paragraphs else "")
        + (step.day.isoformat() if step.day else "")
        for step in steps(found, shown)
    ]
    return [str(stage(found, shown)), *(row.strip() for row in rows)]


def test_a_meeting_from_call_to_the_end_of_the_time_for_appeal() -> None:
    one = meeting(*ROWS, agenda=AGENDA, adjustments=SPLIT)
    called = "x Kallelsen publicerades 2023-04-19"
    assert told(one, "2023-04-19") == ["kallat", called, "- Sammanträder 2023-04-26"]
    assert told(one, "2023-04-26") == [
        "kallat",
        called,
        "- Sammanträder 2023-04-26",
    ]
    assert told(one, "2023-04-27") == [
        "delvis justerat",
        called,
        "x Sammanträdde 2023-04-26",
        "x Justerades 2023-04-26",
        "- Övriga paragrafer publiceras senare",
        "x Anslogs 2023-04-27",
        "- Anslaget till och med 2023-05-19",
    ]
    assert told(one, "2023-05-20") == [
        "justerat",
        called,
        "x Sammanträdde 2023-04-26",
        "x Justerades § 45 2023-04-26",
        "x Justerades § övriga 2023-05-03",
        "x Anslogs § 45 2023-04-27",
        "x Anslogs § 44, 46 2023-05-04",
        "x Tiden för överklagande gick ut § 45 2023-05-19",
        "- Anslaget till och med § 44, 46 2023-05-25",
    ]


def test_a_meeting_without_a_public_agenda_is_planned() -> None:
    assert told(meeting(agenda=Agenda(published=date(2023, 4, 19))), "2023-04-20") == [
        "planerat",
        "x Sammanträdesdagen publicerades 2023-04-19",
        "- Sammanträder 2023-04-26",
    ]


def test_a_meeting_without_minutes_is_not_said_to_have_been_held() -> None:
    assert told(meeting(agenda=AGENDA), "2023-05-01") == [
        "kallat",
        "x Kallelsen publicerades 2023-04-19",
        "x Sammanträdesdag 2023-04-26",
        "- Protokollet är inte publicerat",
    ]


def test_a_cancelled_and_a_moved_meeting_end_there() -> None:
    cancelled = meeting(agenda=AGENDA, cancelled=Cancellation(date=day("2023-04-24")))
    assert told(cancelled, "2023-05-01") == [
        "inställt",
        "x Kallelsen publicerades 2023-04-19",
        "x Sammanträdet ställdes in 2023-04-24",
    ]
    assert told(meeting(agenda=AGENDA, moved_to=day("2023-05-10")), "2023-05-01") == [
        "flyttat",
        "x Kallelsen publicerades 2023-04-19",
        "x Sammanträdet är flyttat till 2023-05-10",
    ]


def test_unadjusted_minutes_say_so() -> None:
    body = replace(SAN, rules=Rules(unadjusted_visible=True))
    assert told(meeting(*ROWS), "2023-05-01", body) == [
        "ojusterat",
        "x Sammanträdde 2023-04-26",
        "- Protokollet är inte justerat",
    ]
    assert told(meeting(*ROWS, adjustments=SPLIT[:1]), "2023-04-28", body) == [
        "delvis justerat",
        "x Sammanträdde 2023-04-26",
        "x Justerades 2023-04-26",
        "- Övriga paragrafer är inte justerade",
        "x Anslogs 2023-04-27",
        "- Anslaget till och med 2023-05-19",
    ]


def test_old_minutes_that_only_say_that_they_are_adjusted() -> None:
    assert told(meeting(*ROWS, adjustments=(adjustment(None, None),)), "2023-05-01") == [
        "justerat",
        "x Sammanträdde 2023-04-26",
        "x Justerat, dagen är inte känd",
    ]


def test_a_notice_that_was_taken_down() -> None:
    down = adjustment(None, "2023-05-03", "2023-05-04", removed=day("2023-05-26"))
    assert told(meeting(*ROWS, adjustments=(down,)), "2023-06-01")[-3:] == [
        "x Anslogs 2023-05-04",
        "x Tiden för överklagande gick ut 2023-05-25",
        "x Anslaget togs ned 2023-05-26",
    ]


def decided(words: str, appeal: str | None = None) -> Paragraph:
    return paragraph(44, appeal=appeal, sections=(Section(heading="Beslut", kind="beslut", text=words),))


@pytest.mark.parametrize(
    ("one", "kind", "expected"),
    [
        (decided("Utskottet antar planen."), BodyKind.COMMITTEE, True),
        (decided("Utskottet antar planen."), BodyKind.SUBCOMMITTEE, False),
        (decided("Utskottet antar planen.", "laglighetsprövning"), BodyKind.SUBCOMMITTEE, True),  # delegated
        (decided("Nämnden beviljar bistånd.", "förvaltningsbesvär"), BodyKind.COMMITTEE, False),
        (decided("Nämnden yttrar sig.", "ej överklagbart"), BodyKind.COMMITTEE, False),
    ],
)
def test_the_time_for_appeal_is_told_where_it_runs(one: Paragraph, kind: BodyKind, expected: bool) -> None:
    held = meeting(one, adjustments=(adjustment(None, "2023-05-03", "2023-05-04"),))
    rows = told(held, "2023-06-01", replace(SAN, kind=kind))
    assert ("x Tiden för överklagande gick ut 2023-05-25" in rows) is expected


def test_the_time_for_appeal_is_told_where_no_paragraph_is_shown() -> None:
    held = meeting(adjustments=(adjustment("44–46", "2023-05-03", "2023-05-04"),))
    assert "x Tiden för överklagande gick ut 2023-05-25" in told(held, "2023-06-01")


def test_nothing_is_said_to_have_gained_legal_force() -> None:
    one = meeting(*ROWS, agenda=AGENDA, adjustments=SPLIT)
    assert "laga kraft" not in " ".join(told(one, "2030-01-01"))
