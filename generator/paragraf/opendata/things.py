"""Meetings, cases and bodies as JSON: what their pages show, and of people only elected members."""

from collections.abc import Iterator, Mapping
from typing import Any

from paragraf.archive import Attachment, Attendance, Case, Handling, Located, Person, Phase, is_proposal
from paragraf.ids import MeetingId
from paragraf.model import AgendaItem, Body, Meeting, Paragraph
from paragraf.model.derived import decision, item_type, outcome, proposal
from paragraf.opendata.ground import (
    Ground,
    attachment_id,
    body_ref,
    case_ref,
    head,
    iso,
    meeting_ref,
    person_id,
)
from paragraf.opendata.popolo import Voters, membership, vote_events
from paragraf.pages.attachment import file_view
from paragraf.publishing.outside import CALENDAR, DATA, NEWS, Document, bare_text
from paragraf.publishing.publicity import adjustment_of
from paragraf.publishing.status import concerns_appeal

Present = Mapping[MeetingId, list[tuple[Person, Attendance]]]
"""Who of the elected was at each meeting."""


def present(here: Ground) -> Present:
    """The elected members of each meeting's attendance, by name."""
    found: dict[MeetingId, list[tuple[Person, Attendance]]] = {}
    for person in here.people:
        for one in person.attendance:
            found.setdefault(one.meeting_id, []).append((person, one))
    return found


def body_data(here: Ground, body: Body, where: Document) -> dict[str, Any]:
    """A body with its mandates and meetings."""
    path = f"{body.slug}/"
    parent = here.archive.organisation.body(body.parent) if body.parent else None
    return {
        **head(where, "organ"),
        "id": path,
        "url": where.to(path),
        "code": body.code,
        "name": body.name,
        "classification": body.kind.value,
        "parent": body_ref(parent, where) if parent else None,
        "founding_date": iso(body.valid_from),
        "dissolution_date": iso(body.valid_to),
        "feed": where.to(f"{path}{NEWS}"),
        "calendar": where.to(f"{path}{CALENDAR}"),
        "members": [
            membership(here, person, one)
            for person in here.people
            for one in person.memberships
            if one.body == body.code
        ],
        "meetings": [meeting_ref(here, one, where) for one in reversed(here.archive.by_body.get(body.code, ()))],
    }


def case_data(here: Ground, case: Case, where: Document) -> dict[str, Any]:
    """A case with its course."""
    path = f"{case.path}/"
    return {
        **head(where, "arende"),
        "id": path,
        "url": where.to(path),
        "number": case.written,
        "title": case.title,
        "feed": where.to(f"{path}{NEWS}"),
        "handlings": [_handling(here, one, where) for one in case.handlings],
        "related": [case_ref(here.archive.cases[key], where) for key in case.related if key in here.archive.cases],
    }


def _handling(here: Ground, step: Handling, where: Document) -> dict[str, Any]:
    decided = step.phase is Phase.MINUTES
    return {
        "id": f"{step.ref.path}/",
        "url": where.to(f"{step.ref.path}/"),
        "body": body_ref(here.body(step.meeting_id.body), where),
        "date": step.meeting_id.date.isoformat(),
        "document": step.phase.value,
        "number": None if step.item.number is None else str(step.item.number),
        "title": step.item.title,
        "outcome": outcome(step.item) if decided else None,
        "is_proposal": step.is_proposal,
        "decision": bare_text(decision(step.item) or "") if decided else "",
        "meeting": where.to(f"{step.meeting_id.path}/{DATA}"),
    }


def meeting_data(here: Ground, meeting: Meeting, where: Document, known: Voters, there: Present) -> dict[str, Any]:
    """A meeting with its documents."""
    index = here.archive.index_by_id[meeting.id]
    path = f"{meeting.id.path}/"
    agenda = meeting.agenda
    times = meeting.times or (agenda.times if agenda else ())
    return {
        **head(where, "sammantrade"),
        "id": path,
        "url": where.to(path),
        "body": body_ref(here.body(meeting.id.body), where),
        "date": meeting.id.date.isoformat(),
        "kind": meeting.kind,
        "status": meeting_ref(here, meeting, where)["status"],
        "times": [{"start": f"{one.start:%H:%M}", "end": f"{one.end:%H:%M}" if one.end else None} for one in times],
        "place": meeting.place or (agenda.place if agenda else ""),
        "agenda_published": iso(agenda.published) if agenda else None,
        "cancelled": (
            {"date": meeting.cancelled.date.isoformat(), "reason": meeting.cancelled.reason}
            if meeting.cancelled
            else None
        ),
        "moved_to": iso(meeting.moved_to),
        "adjustments": list(_adjustments(here, meeting)),
        "attendance": [_attendance(person, one) for person, one in there.get(meeting.id, ())],
        "agenda": [_agenda_item(here, one, where, index.pairs) for one in index.agenda],
        "minutes": [_paragraph(here, one, where, known) for one in index.minutes],
        "not_shown": [
            {
                "document": gap.phase.value,
                "first": None if gap.first is None else str(gap.first),
                "last": None if gap.last is None else str(gap.last),
                "state": gap.state.value,
                "reason": gap.reason,
            }
            for gap in here.public.gaps.get(meeting.id, ())
        ],
        "attachments": [_attachment(one, where) for one in index.attachments],
    }


def _adjustments(here: Ground, meeting: Meeting) -> Iterator[dict[str, Any]]:
    dated = [(one.announced, number) for number, one in enumerate(meeting.adjustments) if one.announced]
    # The notices are those adjustments, in the order in which they were announced.
    notices = zip(sorted(dated), here.public.notices.get(meeting.id, ()), strict=False)
    last = {number: one.last_appeal_day for (_, number), one in notices if concerns_appeal(here.public, one)}
    for number, one in enumerate(meeting.adjustments):
        yield {
            "paragraphs": str(one.paragraphs or ""),
            "adjusted": iso(one.adjusted),
            "announced": iso(one.announced),
            "last_appeal_day": iso(last.get(number)),
            "removed": iso(one.removed),
        }


def _attendance(person: Person, one: Attendance) -> dict[str, Any]:
    return {
        "person_id": person_id(person),
        "name": person.name,
        "party": one.party or "",
        "group": one.label,
        "role": one.role or "",
        "serves_for": one.serves_for or "",
        "paragraphs": str(one.paragraphs or ""),
        "remote": one.remote,
    }


def _agenda_item(here: Ground, one: Located, where: Document, pairs: Mapping[str, str]) -> dict[str, Any]:
    item = one.agenda_item
    handled = pairs.get(one.slug)
    return {
        "id": f"{one.ref.path}/",
        "url": where.to(f"{one.ref.path}/"),
        "number": item.number,
        "title": item.title,
        "type": item_type(item),
        "time": f"{item.at:%H:%M}" if item.at else None,
        "added": iso(item.added),
        "cases": _cases(here, item),
        "proposal": bare_text(proposal(item) or ""),
        "handled_in": f"{one.meeting_id.path}/{handled}/" if handled else None,
        "attachments": _attachments(here, one),
    }


def _paragraph(here: Ground, one: Located, where: Document, known: Voters) -> dict[str, Any]:
    item = one.paragraph
    standing = here.public.standing(one)
    adjustment = adjustment_of(one.meeting, item.number)
    return {
        "id": f"{one.ref.path}/",
        "url": where.to(f"{one.ref.path}/"),
        "number": str(item.number) if item.number else None,
        "title": item.title,
        "type": item_type(item),
        "outcome": outcome(item),
        "is_proposal": is_proposal(item, here.body(one.meeting_id.body)),
        "cases": _cases(here, item),
        "decision": bare_text(decision(item) or ""),
        "adjusted": iso(adjustment.adjusted) if adjustment else None,
        "announced": iso(adjustment.announced) if adjustment else None,
        "publication": standing.state.value,
        "reason": standing.reason,
        "corrections": [{"date": iso(found.date), "was": found.was, "now": found.now} for found in item.corrections],
        "vote_events": vote_events(here, one, known),
        "attachments": _attachments(here, one),
    }


def _cases(here: Ground, item: AgendaItem | Paragraph) -> list[str]:
    return [f"{case.path}/" for case in here.archive.cases_of(item)]


def _attachments(here: Ground, one: Located) -> list[str]:
    return list(dict.fromkeys(attachment_id(found) for _, found in here.archive.attachments_of(one)))


def _attachment(one: Attachment, where: Document) -> dict[str, Any]:
    view = file_view(one)
    return {
        "id": attachment_id(one),
        "url": where.to(f"{one.path}/"),
        "title": one.title,
        "file": where.to(f"{one.path}/{view['name']}") if view else None,
        "size": one.file.size if one.file else None,
        "sha256": one.file.sha256 if one.file else None,
        "withheld": one.withheld,
    }
