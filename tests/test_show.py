"""`show` gives just the fields that docs/show.md describes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AgendaItem,
    AttachmentEntry,
    AttendanceGroup,
    Attendee,
    Cancellation,
    Correction,
    Draft,
    Meeting,
    Minutes,
    Paragraph,
    ParagraphSet,
    Section,
    TimeSpan,
    Waiver,
    Withdrawal,
    Withheld,
)
from paragraf.problems import problem
from paragraf.show import groups, meeting_as_json, status

DOCUMENTATION = Path(__file__).parent.parent / "docs" / "show.md"
DAY = date(2023, 4, 26)
SIV = Attendee(name="Siv Exempel", party="S", role="ordförande")
ANN = Attendee(name="Ann Exempel", party="M")
VOTE = "Ja: bifall\nNej: avslag\n\n| Ledamot | Röst |\n|---|---|\n| Siv Exempel (S) | ja |"

EVERYTHING = Meeting(
    id=MeetingId("SAN", DAY),
    body_name="Socialnämnden",
    times=(TimeSpan(start=time(13), end=time(14, 30)), TimeSpan(start=time(15))),
    cancelled=Cancellation(date=DAY, reason="skäl"),
    attendance=(AttendanceGroup(label="Beslutande", people=(SIV,)),),
    adjustments=(Adjustment(adjusted=DAY, adjusters=(ANN,)),),
    withheld=(Withheld(paragraphs=ParagraphSet.parse("46"), reason="skäl"),),
    agenda=Agenda(published=DAY),
    minutes=Minutes(
        paragraphs=(
            Paragraph(
                title="Avgifter",
                number=ParagraphNumber(45, "a"),
                unlisted=(AttachmentEntry(title="Karta", file="bilagor/x.pdf", kind="bilaga", listed=False),),
                corrections=(Correction(date=DAY, by="Kim", was="15", now="10"),),
                withdrawal=Withdrawal(date=DAY, reason="skäl"),
                waivers=(Waiver(code="lucka", who="Kim", date=DAY, reason="skäl"),),
                sections=(Section(heading="Votering", kind="omrostning", text=VOTE),),
            ),
        )
    ),
)


def fields_of(value: Any) -> Iterator[str]:
    """The name of every field in a JSON value, without the words that are data themselves."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from () if name == "counts" else fields_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields_of(inner)


def test_the_documentation_names_every_field_and_no_other() -> None:
    shown = set(fields_of(meeting_as_json(EVERYTHING, (problem("lucka", "san/x", 1, "m"),))))
    text = DOCUMENTATION.read_text("utf-8")
    # A field is the first cell of a row, or stands in the row of the small object that holds it.
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", text, re.MULTILINE)
    described = {name for name, _ in rows}
    inside = {
        name
        for holder, words in rows
        if holder
        in ("attendance", "cancelled", "not_on_web", "publication", "corrections", "withdrawal", "waivers", "ballots")
        for name in re.findall(r"`([a-z_]+)`", words)
    } - {"full", "maskad", "rubrik", "ingen"}
    assert shown == described | inside


def test_values_of_a_person_and_a_vote() -> None:
    data = meeting_as_json(EVERYTHING)
    assert data["time"] == "13:00-14:30, 15:00"
    assert data["place"] is None
    assert data["attendance"]["groups"] == [
        {
            "label": "Beslutande",
            "people": [
                {
                    "name": "Siv Exempel",
                    "party": "S",
                    "role": "ordförande",
                    "serves_for": None,
                    "paragraphs": None,
                    "remote": False,
                }
            ],
        },
        {
            "label": "Justerare",
            "people": [
                {
                    "name": "Ann Exempel",
                    "party": "M",
                    "role": None,
                    "serves_for": None,
                    "paragraphs": None,
                    "remote": False,
                }
            ],
        },
    ]
    assert data["items"][0]["votes"] == [
        {
            "yes_means": "bifall",
            "no_means": "avslag",
            "counts": {"ja": 1, "nej": 0, "avstår": 0, "frånvarande": 0, "jäv": 0},
            "ballots": [{"name": "Siv Exempel", "party": "S", "vote": "ja"}],
        }
    ]


def test_adjusters_are_one_group_and_named_once() -> None:
    meeting = replace(
        EVERYTHING,
        attendance=(AttendanceGroup(label="justerare", people=(ANN,)), AttendanceGroup(label="Övriga")),
        adjustments=(Adjustment(adjusters=(ANN,)), Adjustment(adjusters=(SIV, ANN))),
    )
    assert groups(meeting) == (
        AttendanceGroup(label="justerare", people=(ANN, SIV)),
        AttendanceGroup(label="Övriga"),
    )


def test_of_an_agenda_those_who_were_called() -> None:
    called = AttendanceGroup(label="Kallade", people=(SIV,))
    agenda = Agenda(called=(called,), times=(TimeSpan(start=time(9)),), place="Lillsjön")
    meeting = replace(EVERYTHING, minutes=None, agenda=agenda, place="Annan sal")
    data = meeting_as_json(meeting)
    assert groups(meeting) == (called,)
    assert (data["phase"], data["time"], data["place"]) == ("kallelse", "09:00", "Lillsjön")


@pytest.mark.parametrize(
    ("draft", "of_agenda", "of_minutes"),
    [
        (Draft.NONE, False, False),
        (Draft.MINUTES, False, True),
        (Draft.SUPPLEMENT, True, False),
        (Draft.ALL, True, True),
    ],
)
def test_a_draft_is_what_is_shown_or_a_part_of_it(draft: Draft, of_agenda: bool, of_minutes: bool) -> None:
    minutes = replace(EVERYTHING, draft=draft)
    agenda = replace(minutes, minutes=None, agenda=Agenda())
    assert (meeting_as_json(agenda)["draft"], meeting_as_json(minutes)["draft"]) == (of_agenda, of_minutes)


@pytest.mark.parametrize(
    ("adjustments", "immediate", "expected"),
    [
        ((), False, "ojusterat"),
        ((), True, "delvis justerat"),
        ((Adjustment(),), False, "justerat"),
        ((Adjustment(paragraphs=ParagraphSet.parse("44–45")),), False, "justerat"),
        ((Adjustment(paragraphs=ParagraphSet.parse("45")),), False, "delvis justerat"),
        ((Adjustment(paragraphs=ParagraphSet.parse("45")),), True, "justerat"),
        (
            (Adjustment(paragraphs=ParagraphSet.parse("45")), Adjustment(paragraphs=ParagraphSet(rest=True))),
            False,
            "justerat",
        ),
    ],
)
def test_status_of_minutes(adjustments: tuple[Adjustment, ...], immediate: bool, expected: str) -> None:
    paragraphs = (
        Paragraph(title="A", number=ParagraphNumber(44), immediate=immediate),
        Paragraph(title="B", number=ParagraphNumber(45)),
    )
    meeting = Meeting(
        id=MeetingId("SAN", DAY), body_name="SAN", adjustments=adjustments, minutes=Minutes(paragraphs=paragraphs)
    )
    assert status(meeting) == expected


def test_status_without_minutes() -> None:
    bare = Meeting(id=MeetingId("SAN", DAY), body_name="SAN")
    assert [
        status(bare),
        status(replace(bare, agenda=Agenda(items=(AgendaItem(number=1, title="A"),)))),
        status(replace(bare, moved_to=DAY)),
        status(replace(bare, moved_to=DAY, cancelled=Cancellation(date=DAY))),
    ] == ["planerat", "kallat", "flyttat", "inställt"]
