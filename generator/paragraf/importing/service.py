"""Who served, who adjusts and what is adjusted, by what the minutes say."""

from collections.abc import Iterator, Sequence
from datetime import date

from paragraf.importing.document import LaidLine
from paragraf.importing.front import Front
from paragraf.importing.names import adjusters, serving_substitutes
from paragraf.importing.sections import adjusted_on
from paragraf.model import Adjustment, AttendanceGroup, Attendee, Paragraph, ParagraphSet, Section

ADJUSTERS = "Justerare"
SERVING = "Tjänstgörande ersättare"

Body = tuple[str, tuple[Section, ...], LaidLine | None]
"""Text before the sections, the sections, and the line that says that the § is adjusted."""


def attendance_of(
    front: Front, paragraphs: Sequence[Paragraph], adjusting: tuple[Attendee, ...]
) -> tuple[AttendanceGroup, ...] | None:
    """The front page's groups; where it is missing, the substitutes who by the text serve for someone.

    `adjusting`: those who are to adjust minutes that do not yet say that they are adjusted.
    """
    to_adjust = (AttendanceGroup(label=ADJUSTERS, people=adjusting),) if adjusting else ()
    if front.groups:
        return (*front.groups, *to_adjust)
    serving = tuple(one for place, paragraph in enumerate(paragraphs) for one in _serving(paragraph, place == 0))
    groups = (AttendanceGroup(label=SERVING, people=serving),) if serving else ()
    return (*groups, *to_adjust) or None


def _serving(paragraph: Paragraph, at_roll_call: bool) -> Iterator[Attendee]:
    """Who serves for whom by a §: in the first one for the whole meeting, in another one for that §."""
    only = None if at_roll_call or not paragraph.number else ParagraphSet.of([paragraph.number])
    for section in paragraph.sections:
        for name, party, other, other_party in serving_substitutes(section.text):
            yield Attendee(name=name, party=party, serves_for=other, serves_for_party=other_party, paragraphs=only)


def adjustments_of(
    front: Front, elected: tuple[Attendee, ...], paragraphs: Sequence[Paragraph], bodies: Sequence[Body]
) -> tuple[Adjustment, ...]:
    """What the minutes themselves say of their adjustment; without a word of it, none."""
    marked = [(one.number, mark) for one, (_, _, mark) in zip(paragraphs, bodies, strict=True) if mark and one.number]
    by_day: dict[str, list[int]] = {}
    for place, (_, mark) in enumerate(marked):
        by_day.setdefault(adjusted_on(mark), []).append(place)
    if not marked and not front.adjusted:
        return ()
    if not marked:
        by_day = {"": []}
    return tuple(
        Adjustment(
            paragraphs=None
            if len(places) in (0, len(paragraphs))
            else ParagraphSet.of(number for place in places if (number := marked[place][0])),
            adjusted=date.fromisoformat(day) if day else front.adjusted,
            announced=front.announced,
            removed=front.removed,
            adjusters=elected,
        )
        for day, places in by_day.items()
    )


def elected_in(paragraphs: Sequence[Paragraph]) -> tuple[Attendee, ...]:
    """Those whom the text elects to adjust the minutes."""
    text = "\n\n".join(section.text for one in paragraphs for section in one.sections)
    return tuple(Attendee(name=name, party=party) for name, party in adjusters(text))
