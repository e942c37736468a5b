"""A meeting as data, for `paragraf show --json`. Every field is described in docs/show.md."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from paragraf.model import (
    Adjustment,
    AgendaItem,
    AttachmentEntry,
    AttendanceGroup,
    Attendee,
    Draft,
    Item,
    Meeting,
    Paragraph,
    ParagraphSet,
    TimeSpan,
)
from paragraf.model.derived import Vote, attachments, decision, item_type, outcome, proposal, recipients, votes
from paragraf.problems import Problem
from paragraf.vocabulary.items import VOTES

Json = dict[str, Any]

ADJUSTERS = "Justerare"


def meeting_as_json(meeting: Meeting, problems: Iterable[Problem] = ()) -> Json:
    """The furthest document of a meeting (the minutes, else the agenda) with what mote.yml says, as plain values."""
    items: Sequence[AgendaItem | Paragraph] = ()
    if meeting.minutes:
        items = meeting.minutes.paragraphs
    elif meeting.agenda:
        items = meeting.agenda.items
    agenda = None if meeting.minutes else meeting.agenda
    shown = Draft.MINUTES if meeting.minutes else Draft.AGENDA | Draft.SUPPLEMENT
    return {
        "body": meeting.body_name,
        "date": meeting.id.date.isoformat(),
        "phase": "protokoll" if meeting.minutes else "kallelse",
        "status": status(meeting),
        "kind": meeting.kind,
        "draft": bool(meeting.draft & shown),
        "time": _spans(agenda.times if agenda and agenda.times else meeting.times),
        "place": (agenda.place if agenda and agenda.place else meeting.place) or None,
        "agenda_published": _day(meeting.agenda.published) if meeting.agenda else None,
        "cancelled": meeting.cancelled
        and {"date": meeting.cancelled.date.isoformat(), "reason": meeting.cancelled.reason},
        "moved_to": _day(meeting.moved_to),
        "original": meeting.original,
        "attendance": {"groups": [_group(group) for group in groups(meeting)]},
        "adjustments": [_adjustment(one) for one in meeting.adjustments],
        "not_on_web": [{"paragraphs": str(one.paragraphs), "reason": one.reason} for one in meeting.withheld],
        "items": [item_as_json(item) for item in items],
        "tray": list(meeting.tray),
        "problems": [problem.as_json() for problem in problems],
    }


def status(meeting: Meeting) -> str:
    """Where a meeting stands by its own facts: whatever day it is."""
    if meeting.cancelled:
        return "inställt"
    if meeting.moved_to:
        return "flyttat"
    if not meeting.minutes:
        return "kallat" if meeting.agenda and meeting.agenda.items else "planerat"
    adjusted = [_is_adjusted(meeting, paragraph) for paragraph in meeting.minutes.paragraphs]
    if adjusted and all(adjusted):
        return "justerat"
    return "delvis justerat" if any(adjusted) else "ojusterat"


def groups(meeting: Meeting) -> tuple[AttendanceGroup, ...]:
    """Who took part, the adjusters as a group of their own; of a meeting with only an agenda those who were called."""
    if not meeting.minutes and meeting.agenda:
        return meeting.agenda.called
    found = list(meeting.attendance or ())
    adjusters = {(one.name, one.party): one for adjustment in meeting.adjustments for one in adjustment.adjusters}
    named = next((group for group in found if group.label.casefold() == ADJUSTERS.casefold()), None)
    if named:
        adjusters = {key: one for key, one in adjusters.items() if key not in {(p.name, p.party) for p in named.people}}
        found[found.index(named)] = AttendanceGroup(label=named.label, people=(*named.people, *adjusters.values()))
    elif adjusters:
        found.append(AttendanceGroup(label=ADJUSTERS, people=tuple(adjusters.values())))
    return tuple(found)


def item_as_json(item: AgendaItem | Paragraph) -> Json:
    """An agenda item or a §."""
    number = item.number if isinstance(item, Paragraph) else None
    return {
        "number": item.number if isinstance(item, AgendaItem) else None,
        "paragraph": number.number if number else None,
        "suffix": number.suffix if number else "",
        "title": item.title,
        "case_numbers": [case.written for case in item.case_numbers],
        "presenters": [presenter.name for presenter in item.presenters],
        "time": _clock(item.at) if item.at else None,
        "text": item.text,
        "sections": [
            {"heading": section.heading, "kind": section.kind, "text": section.text} for section in item.sections
        ],
        "decision": decision(item),
        "proposal": proposal(item),
        "attachments": [_attachment(entry) for entry in attachments(item)],
        "recipients": list(recipients(item)),
        "votes": [_vote(vote) for vote in votes(item)],
        "type": item_type(item),
        "outcome": outcome(item),
        **_stated(item),
    }


def _stated(item: Item) -> Json:
    """The facts that readers meet as notices beside the text."""
    return {
        "related": [case.written for case in item.related],
        "added": _day(item.added),
        "appeal": item.appeal,
        "openness": item.openness,
        "immediate": item.immediate,
        "publication": {"level": str(item.publication.level), "reason": item.publication.reason},
        "corrections": [
            {"date": one.date.isoformat(), "by": one.by, "was": one.was, "now": one.now} for one in item.corrections
        ],
        "withdrawal": item.withdrawal and {"date": item.withdrawal.date.isoformat(), "reason": item.withdrawal.reason},
        "waivers": [
            {"code": one.code, "who": one.who, "date": one.date.isoformat(), "reason": one.reason}
            for one in item.waivers
        ],
    }


def _group(group: AttendanceGroup) -> Json:
    return {"label": group.label, "people": [_person(person) for person in group.people]}


def _person(person: Attendee) -> Json:
    return {
        "name": person.name,
        "party": person.party,
        "role": person.role,
        "serves_for": person.serves_for,
        "paragraphs": _set(person.paragraphs),
        "remote": person.remote,
    }


def _adjustment(one: Adjustment) -> Json:
    return {
        "paragraphs": _set(one.paragraphs),
        "adjusted": _day(one.adjusted),
        "announced": _day(one.announced),
        "removed": _day(one.removed),
        "adjusters": [person.name for person in one.adjusters],
        "place": one.place or None,
    }


def _attachment(entry: AttachmentEntry) -> Json:
    return {
        "title": entry.title,
        "kind": entry.kind,
        "file": entry.file,
        "published": entry.file is not None and entry.withheld is None,
        "reason": entry.withheld,
        "listed": entry.listed,
    }


def _vote(vote: Vote) -> Json:
    return {
        "yes_means": vote.yes_means,
        "no_means": vote.no_means,
        "counts": {word: vote.count(word) for word in VOTES},
        "ballots": [{"name": one.name, "party": one.party, "vote": one.vote} for one in vote.ballots],
    }


def _is_adjusted(meeting: Meeting, paragraph: Paragraph) -> bool:
    if paragraph.immediate:
        return True
    for one in meeting.adjustments:
        if one.paragraphs is None or one.paragraphs.rest:
            return True
        if paragraph.number and one.paragraphs.covers(paragraph.number):
            return True
    return False


def _spans(times: tuple[TimeSpan, ...]) -> str | None:
    return ", ".join(_clock(one.start) + (f"-{_clock(one.end)}" if one.end else "") for one in times) or None


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _set(paragraphs: ParagraphSet | None) -> str | None:
    return str(paragraphs) if paragraphs else None
