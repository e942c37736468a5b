"""A meeting to write."""

from dataclasses import replace
from datetime import date

from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    Meeting,
    Minutes,
    Paragraph,
)

MEETING = Meeting(id=MeetingId("SAN", date(2023, 4, 26)), body_name="Social- och arbetsmarknadsnämnden")


def paragraph(**given: object) -> Paragraph:
    return replace(Paragraph(title="Avgifter", number=ParagraphNumber(45)), **given)


def minutes(*paragraphs: Paragraph) -> Meeting:
    return replace(MEETING, minutes=Minutes(paragraphs=paragraphs))
