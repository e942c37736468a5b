"""Who served, who adjusts and what is adjusted, by what the minutes say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from paragraf.importing.front import Front
from paragraf.importing.frontstate import Notice
from paragraf.importing.names import serving_substitutes
from paragraf.importing.sections import ItemBody, adjusted_on
from paragraf.importing.told import adjusters
from paragraf.model import Adjustment, AttendanceGroup, Attendee, Paragraph, ParagraphSet

ADJUSTERS = "Justerare"
SERVING = "Tjänstgörande ersättare"


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
    front: Front, elected: tuple[Attendee, ...], paragraphs: Sequence[Paragraph], bodies: Sequence[ItemBody]
) -> tuple[Adjustment, ...]:
    """What the minutes themselves say of their adjustment; without a word of it, none.

    §§ that were adjusted at once stand apart: the notice on the front page is of the others.
    """
    if len(front.all_notices) > 1:
        return _by_notice(front, elected, paragraphs)
    notice = front.all_notices[0] if front.all_notices else Notice()
    marked = [(one, body.mark) for one, body in zip(paragraphs, bodies, strict=True) if body.mark and one.number]
    by_day: dict[tuple[bool, str], list[Paragraph]] = {}
    for one, mark in marked:
        by_day.setdefault((one.immediate, adjusted_on(mark)), []).append(one)
    told = bool(notice.adjusted or notice.announced)
    if told and all(immediate for immediate, _ in by_day):
        by_day[False, ""] = []
    whole = Adjustment(
        adjusted=notice.adjusted or (front.to_adjust if marked or told else None),
        announced=notice.announced,
        removed=notice.removed,
        adjusters=elected,
        place=notice.kept_at,
    )
    others = ParagraphSet(rest=True) if len(by_day) > 1 else None
    return tuple(
        replace(
            Adjustment(adjusters=elected) if immediate and told else whole,
            paragraphs=others
            if not those
            else None
            if len(those) == len(paragraphs)
            else ParagraphSet.of(one.number for one in those if one.number),
            adjusted=date.fromisoformat(day) if day else None if immediate and told else whole.adjusted,
        )
        for (immediate, day), those in by_day.items()
    )


def _by_notice(front: Front, elected: tuple[Attendee, ...], paragraphs: Sequence[Paragraph]) -> tuple[Adjustment, ...]:
    """One adjustment for every notice; one that names no §§ is of those that no other names."""
    immediate = [one.number for one in paragraphs if one.immediate and one.number]
    places = {notice.kept_at for notice in front.all_notices if notice.kept_at}
    place = places.pop() if len(places) == 1 else ""  # said once, of all
    found = []
    for notice in dict.fromkeys(front.all_notices):
        which = notice.paragraphs
        own = next((day for some, day in front.some_adjusted if some == which), None)
        at_once = which is not None and immediate and all(which.covers(number) for number in immediate)
        small = at_once and which is not None and not all(which.covers(one.number) for one in paragraphs if one.number)
        found.append(
            Adjustment(
                paragraphs=which or ParagraphSet(rest=True),
                adjusted=notice.adjusted or own or (None if small else front.to_adjust),
                announced=notice.announced,
                removed=notice.removed,
                adjusters=elected,
                place=notice.kept_at or place,
            )
        )
    unnamed = [one for one in found if one.paragraphs == ParagraphSet(rest=True)]
    if len(unnamed) > 1:
        # Which of them is of which §§ nobody says: the first one stands for all.
        return (replace(unnamed[0], paragraphs=None),)
    return tuple(found)


def elected_in(paragraphs: Sequence[Paragraph]) -> tuple[Attendee, ...]:
    """Those whom the text elects to adjust the minutes."""
    text = "\n\n".join(text for one in paragraphs for text in (one.text, *(part.text for part in one.sections)))
    return tuple(Attendee(name=name, party=party) for name, party in adjusters(text))
