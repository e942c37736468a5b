"""What of a meeting is public on a day. Everything that no rule here opens is closed."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from paragraf.ids import ParagraphNumber
from paragraf.model import (
    Adjustment,
    AgendaItem,
    Draft,
    Meeting,
    Organisation,
    Paragraph,
    Publicity,
    Rules,
    Withheld,
    draft_part,
)


class State(StrEnum):
    """How an item stands to the public."""

    PUBLIC = "offentlig"
    MASKED = "maskad"
    """Shown; the author has removed something."""
    TITLE = "rubrik"
    """Only number and title are shown."""
    NOT_ON_WEB = "ej på webben"
    """Only that the number exists is shown, and why."""
    WITHDRAWN = "återkallad"
    """Was public; only a stub is left."""
    LATER = "publiceras senare"
    """The day has not come: not adjusted, not announced, not sent, not yet added."""
    MISSING = "saknas"
    """A number within the series that nothing is written of."""
    CLOSED = "publiceras inte"
    """It is a draft, the meeting's body is not published, or it was before the archive's first day."""


WITH_TEXT = (State.PUBLIC, State.MASKED)
"""States in which everything that the author wrote for readers is shown."""
SHOWN = (*WITH_TEXT, State.TITLE)
"""States in which an item is in the public archive."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A state and what readers are told of its reason."""

    state: State
    reason: str = ""
    """The author's words: "26 kap. 1 § OSL"; empty when there are none."""
    adjusted: date | None = None
    """Of a §: the day it was adjusted; None: not yet, or unknown."""
    announced: date | None = None
    """Of a §: the day its adjustment was announced."""
    unadjusted: bool = False
    """Of a §: shown before its adjustment, since the body's rules say so; every page says it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rulebook:
    """What decides about all of a meeting's items, looked up once."""

    day: date
    closed: Draft
    """The parts of the meeting that are public on no day."""
    rules: Rules


def rulebook(organisation: Organisation, meeting: Meeting, day: date) -> Rulebook:
    """The rules for one meeting on one day. A body that organisation.yml does not know is closed, if it knows any."""
    body = organisation.body(meeting.id.body)
    unknown = body is None and bool(organisation.bodies)
    unpublished = body is not None and not body.published
    too_old = organisation.archive_start is not None and meeting.id.date < organisation.archive_start
    return Rulebook(
        day=day,
        closed=Draft.ALL if unknown or unpublished or too_old else meeting.draft,
        rules=body.rules if body else Rules(),
    )


def is_public(adjustment: Adjustment, meeting: Meeting, day: date) -> bool:
    """Whether an adjustment opens its §§: announced, else adjusted, not later than the day, and the meeting held.

    An unknown day of adjustment (okänt) counts as past.
    """
    dates = (meeting.id.date, adjustment.adjusted, adjustment.announced)
    return all(one is None or one <= day for one in dates)


def adjustment_of(meeting: Meeting, number: ParagraphNumber | None) -> Adjustment | None:
    """The adjustment that covers a §: one that names it, else "övriga", else one of the whole meeting.

    Of several the latest counts. "Del av § 9" does not open § 9. A § without number is only covered
    by the last two.
    """
    named, rest, whole = [], [], []
    for one in meeting.adjustments:
        if one.paragraphs is None:
            whole.append(one)
        elif one.paragraphs.rest:
            rest.append(one)
        elif number is not None and not one.paragraphs.partly and one.paragraphs.covers(number):
            named.append(one)
    candidates = named or rest or whole
    return max(candidates, key=lambda one: one.announced or one.adjusted or date.min, default=None)


def agenda_is_public(meeting: Meeting, book: Rulebook) -> bool:
    """Whether the agenda has been published (kallelse: publicerad)."""
    published = meeting.agenda.published if meeting.agenda else None
    return Draft.AGENDA not in book.closed and published is not None and published <= book.day


def agenda_item_standing(meeting: Meeting, item: AgendaItem, book: Rulebook) -> Standing:
    """How an agenda item stands on a day; a late item (Tillagd) is public from its own day."""
    if draft_part(item) in book.closed:
        return Standing(state=State.CLOSED)
    if not agenda_is_public(meeting, book) or (item.added is not None and item.added > book.day):
        return Standing(state=State.LATER)
    return _as_written(item, book, Standing(state=State.PUBLIC))


def paragraph_standing(meeting: Meeting, paragraph: Paragraph, book: Rulebook) -> Standing:
    """How a § stands on a day."""
    standing = number_standing(meeting, paragraph.number, book)
    if standing.state in SHOWN:
        return _as_written(paragraph, book, standing)
    return standing


def number_standing(meeting: Meeting, number: ParagraphNumber | None, book: Rulebook) -> Standing:
    """How a § number stands on a day by mote.yml alone, whether or not a file of it exists."""
    if Draft.MINUTES in book.closed:
        return Standing(state=State.CLOSED)
    adjustment = adjustment_of(meeting, number)
    standing = Standing(state=State.PUBLIC)
    if adjustment is not None and is_public(adjustment, meeting, book.day):
        standing = replace(standing, adjusted=adjustment.adjusted, announced=adjustment.announced)
    elif book.rules.unadjusted_visible and meeting.id.date <= book.day:
        known = adjustment is not None and (adjustment.adjusted is None or adjustment.adjusted <= book.day)
        standing = replace(
            standing, unadjusted=not known, adjusted=adjustment.adjusted if adjustment and known else None
        )
    else:
        return Standing(state=State.LATER)
    for one in meeting.withheld:
        if _withholds(one, number):
            return replace(standing, state=State.NOT_ON_WEB, reason=one.reason)
    return standing


def _withholds(one: Withheld, number: ParagraphNumber | None) -> bool:
    """Whether `ej på webben` closes a §; what it cannot be known to leave open it closes."""
    if number is None:
        return one.paragraphs.excluded or one.paragraphs.rest
    return one.paragraphs.rest or one.paragraphs.covers(number)


_LEVELS = {Publicity.MASKED: State.MASKED, Publicity.TITLE: State.TITLE, Publicity.NONE: State.NOT_ON_WEB}


def _as_written(item: AgendaItem | Paragraph, book: Rulebook, standing: Standing) -> Standing:
    """The standing of an item whose day has come, by what its own facts say.

    A withdrawn item is closed whatever the day of its withdrawal: what somebody wanted off the web does not come
    back by a build for another date. Before that day nobody is told of it either.
    """
    if item.withdrawal and item.withdrawal.date > book.day:
        return Standing(state=State.LATER)
    if item.withdrawal:
        return replace(standing, state=State.WITHDRAWN, reason=item.withdrawal.reason)
    if item.publication.level is Publicity.FULL:
        return standing
    return replace(standing, state=_LEVELS[item.publication.level], reason=item.publication.reason)
