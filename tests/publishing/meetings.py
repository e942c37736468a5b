"""Short forms for meetings in tests."""

from datetime import date
from typing import Any

from paragraf.archive import build
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AgendaItem,
    AttendanceGroup,
    Attendee,
    Body,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    ParagraphSet,
)
from paragraf.publishing.public import PublicArchive, publish

SAN = Body(code="SAN", name="Socialnämnden")
HELD = date(2023, 4, 26)


def day(text: str) -> date:
    return date.fromisoformat(text)


def paragraph(number: int | str | None, title: str = "", **facts: Any) -> Paragraph:
    named = None if number is None else ParagraphNumber.parse(str(number))
    return Paragraph(number=named, title=title or f"Ärende {number}", **facts)


def adjustment(paragraphs: str | None, adjusted: str | None, announced: str | None = None, **facts: Any) -> Adjustment:
    return Adjustment(
        paragraphs=None if paragraphs is None else ParagraphSet.parse(paragraphs),
        adjusted=day(adjusted) if adjusted else None,
        announced=day(announced) if announced else None,
        **facts,
    )


def meeting(*paragraphs: Paragraph, body: str = "SAN", held: date = HELD, **facts: Any) -> Meeting:
    """A meeting with minutes; without §§ one that has none."""
    minutes = Minutes(paragraphs=paragraphs) if paragraphs else None
    return Meeting(id=MeetingId(body, held), body_name=body, minutes=minutes, **facts)


def public(*meetings: Meeting, on: str = "2023-06-01", body: Body = SAN, draft: bool = False) -> PublicArchive:
    """What is public of meetings on a day."""
    organisation = Organisation(name="Exempelköping", bodies=(body,))
    return publish(build(organisation, meetings), day(on), draft=draft)


def shown(found: PublicArchive) -> list[str]:
    """Addresses of the items that are shown."""
    return [ref.slug for ref in found.archive.item_by_ref]


def gaps(found: PublicArchive) -> list[str]:
    """The gaps of all meetings: "kallelse 3–4 ej på webben: skäl"."""
    return [
        f"{gap.phase} {gap.first}–{gap.last} {gap.state}: {gap.reason}".removesuffix(": ")
        for row in found.gaps.values()
        for gap in row
    ]


ROWS = tuple(paragraph(number) for number in (44, 45, 46))
PAST = (adjustment(None, "2023-05-03", "2023-05-04"),)
SENT = Agenda(
    published=day("2023-04-19"),
    place="Sottern",
    called=(AttendanceGroup(label="kallade", people=(Attendee(name="Siv"),)),),
    items=(
        AgendaItem(number=1, title="Ärende 44"),
        AgendaItem(number=2, title="Sent", added=day("2023-04-24")),
        AgendaItem(number=3, title="Ännu senare", added=day("2023-04-19")),
    ),
)
