"""A new meeting for a secretary to fill in."""

from datetime import date
from pathlib import Path

from paragraf.ids import MeetingId
from paragraf.model import (
    Agenda,
    AgendaItem,
    AttendanceGroup,
    Attendee,
    Body,
    Draft,
    Meeting,
    Organisation,
    Section,
)
from paragraf.writing.folder import write_meeting

SUBSTITUTE = "ersättare"


def new_meeting(body: Body, day: date, content: Path) -> Path:
    """Write the folder of a meeting with an agenda to go on with, private until the author says otherwise.

    Called are those who have a mandate that day. Returns the folder; raises FileExistsError when it holds something.
    """
    meeting = _blank(body, day)
    folder = content / meeting.id.path
    write_meeting(meeting, folder, organisation=Organisation(name="", bodies=(body,)))
    return folder


def _blank(body: Body, day: date) -> Meeting:
    items = (
        AgendaItem(
            number=1,
            title="Sammanträdets inledning",
            sections=(
                Section(
                    heading="Ärendebeskrivning",
                    kind="arendebeskrivning",
                    text="1. Upprop\n2. Val av justerare\n3. Godkännande av dagordning\n4. Anmälan av jäv",
                ),
            ),
        ),
        AgendaItem(number=2, title="Sammanträdets avslutning"),
    )
    return Meeting(
        id=MeetingId(body.code, day),
        body_name=body.name,
        draft=Draft.ALL,
        agenda=Agenda(called=_called(body, day), items=items),
    )


def _called(body: Body, day: date) -> tuple[AttendanceGroup, ...]:
    serving = body.members_on(day)
    groups = (
        ("ledamöter", [term for term in serving if term.role != SUBSTITUTE]),
        (SUBSTITUTE, [term for term in serving if term.role == SUBSTITUTE]),
    )
    return tuple(
        AttendanceGroup(
            label=label,
            people=tuple(
                Attendee(
                    name=term.name, party=term.party, role=None if term.role in ("ledamot", SUBSTITUTE) else term.role
                )
                for term in terms
            ),
        )
        for label, terms in groups
        if terms
    )
