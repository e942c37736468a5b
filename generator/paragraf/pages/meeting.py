"""One meeting: where it stands, what was on the agenda, what was decided, who was there, and the documents."""

from collections.abc import Iterable, Iterator
from typing import Any

from paragraf.archive import Located, MeetingIndex, Phase
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.attachments import attachment_view
from paragraf.pages.differences import differences_by_slug, differences_view
from paragraf.pages.frame import frame, thing
from paragraf.pages.glossary import party_names, with_words
from paragraf.pages.index import Index
from paragraf.pages.items import item_link, row
from paragraf.pages.outcome import outcome_words
from paragraf.pages.page import Page
from paragraf.pages.people import adjustments_view, groups_view
from paragraf.pages.place import Place
from paragraf.pages.standing import gaps_of, meeting_status, steps_view


def meeting_pages(index: Index) -> Iterator[Page]:
    """A page for each public meeting."""
    for meeting in index.archive.meetings:
        yield meeting_page(index, meeting)


def meeting_page(index: Index, meeting: Meeting) -> Page:
    """The page of one meeting."""
    path = f"{meeting.id.path}/"
    place = Place(index=index, path=path, meeting=meeting.id)
    body = index.body(meeting.id.body)
    name = meeting.body_name or body.name
    day = words.long_date(meeting.id.date)
    within = index.archive.index_by_id[meeting.id]
    parts = [
        ("Beslut", "beslut", bool(within.minutes)),
        ("Dagordning", "dagordning", bool(within.agenda)),
        ("Närvaro", "narvaro", bool(within.minutes or (meeting.agenda and meeting.agenda.called))),
        ("Justering", "justering", bool(meeting.adjustments)),
        ("Bilagor", "bilagor", bool(within.attachments)),
    ]
    context = {
        "frame": frame(
            place,
            label=day,
            crumbs=((name, f"{body.slug}/"), (str(meeting.id.date.year), f"{body.slug}/{meeting.id.date.year}/")),
            toc=[(label, anchor) for label, anchor, there in parts if there],
            filters={"organ": name, "år": str(meeting.id.date.year), "typ": "Sammanträde"},
            data=(_event(place, meeting, name),),
        ),
        "head": meeting_head(place, meeting),
        "status": meeting_status(index, meeting),
        "steps": steps_view(index, meeting),
        "differences": differences_view(place, within) if within.minutes else [],
        "agenda": with_gaps(index, meeting, Phase.AGENDA, _agenda_rows(place, within)),
        "agenda_href": place.to(f"{path}kallelse/") if within.agenda else "",
        "decisions": with_gaps(index, meeting, Phase.MINUTES, [(one, row(place, one)) for one in within.minutes]),
        "waiting": meeting.id in index.public.waiting,
        "minutes_href": place.to(f"{path}protokoll/") if within.minutes else "",
        "attendance": groups_view(place, meeting.attendance) if meeting.attendance is not None else None,
        "called": groups_view(place, meeting.agenda.called) if meeting.agenda else [],
        "adjustments": adjustments_view(place, meeting),
        "attachments": [attachment_view(one, place) for one in within.attachments],
        "original": original_link(place, meeting),
        **_neighbours(place, meeting),
    }
    return Page(
        path=path,
        key=f"sammanträde {meeting.id}",
        template="meeting.html",
        title=f"{name} {day}",
        description=f"{name} {words.weekday(meeting.id.date)} {day}: dagordning, beslut, närvaro och handlingar.",
        context=with_words(context, party_names(index.organisation, meeting.id.date)),
    )


def meeting_head(place: Place, meeting: Meeting) -> dict[str, Any]:
    """What stands at the top of everything that belongs to a meeting."""
    agenda = meeting.agenda
    times = meeting.times or (agenda.times if agenda else ())
    body = place.index.body(meeting.id.body)
    return {
        "body": meeting.body_name or body.name,
        "body_href": place.to(f"{body.slug}/"),
        "href": place.to(f"{meeting.id.path}/"),
        "date": words.when(meeting.id.date),
        "extra": meeting.kind == "extra",
        "time": words.time_spans(times),
        "place": meeting.place or (agenda.place if agenda else ""),
        "cancelled": {"date": words.when(meeting.cancelled.date), "reason": meeting.cancelled.reason}
        if meeting.cancelled
        else None,
        "moved_to": _moved_to(place, meeting),
        "moved_from": [
            {"date": words.when(one.id.date), "href": place.to(f"{one.id.path}/")}
            for one in place.index.archive.by_body[meeting.id.body]
            if one.moved_to == meeting.id.date
        ],
    }


def _moved_to(place: Place, meeting: Meeting) -> dict[str, Any] | None:
    """The day that a meeting was moved to, with a link when that meeting has a page."""
    if meeting.moved_to is None:
        return None
    body = place.index.archive.by_body[meeting.id.body]
    found = next((one for one in body if one.id.date == meeting.moved_to), None)
    return {"date": words.when(meeting.moved_to), "href": place.to(f"{found.id.path}/") if found else ""}


def with_gaps(
    index: Index, meeting: Meeting, phase: Phase, rows: Iterable[tuple[Located, dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The items of a document in order, and between them what readers are told of those that are not shown."""
    shown: list[tuple[int, dict[str, Any]]] = []
    last = 0
    for located, view in rows:
        number = located.item.number
        last = last if number is None else number if isinstance(number, int) else number.number
        shown.append((last, view))
    return [view for _, view in sorted([*shown, *gaps_of(index, meeting, phase)], key=lambda pair: pair[0])]


def original_link(place: Place, meeting: Meeting) -> dict[str, Any] | None:
    """The signed document, where it is public: on its own page when an item lists it, else the file itself."""
    if not meeting.original:
        return None
    found = place.index.attachment_of_file(meeting.id, meeting.original)
    if found:
        return attachment_view(found, place)
    file = next((one for one in meeting.files if one.path == meeting.original), None)
    if file is None:
        return None
    return {
        "href": place.to(original_path(meeting)),
        "type": words.file_type(file),
        "size": words.size(file.size),
    }


def original_path(meeting: Meeting) -> str:
    """Where a signed document lies that no item lists."""
    return f"{meeting.id.path}/protokoll/{words.file_name(meeting.original or '')}"


def _agenda_rows(place: Place, within: MeetingIndex) -> Iterator[tuple[Located, dict[str, Any]]]:
    """The agenda with the § of each item, what became of it, and what differs but for that."""
    minutes = {one.slug: one for one in within.minutes}
    differences = differences_by_slug(within)
    for one in within.agenda:
        handled = minutes.get(within.pairs.get(one.slug, ""))
        told = [other for other in differences.get(one.slug, []) if other["kind"] not in ("bordlagd", "utgick")]
        yield (
            one,
            {
                **row(place, one),
                "handled": item_link(place, handled) if handled else None,
                "handled_outcome": outcome_words(place, handled) if handled else "",
                "differences": told,
            },
        )


def _neighbours(place: Place, meeting: Meeting) -> dict[str, Any]:
    before, after = place.index.archive.neighbours(meeting)
    return {
        key: {
            "label": words.long_date(one.id.date),
            "title": f"(sammanträde {one.id.ordinal})" if one.id.ordinal > 1 else "",
            "href": place.to(f"{one.id.path}/"),
        }
        if one
        else None
        for key, one in (("previous", before), ("next", after))
    }


def _event(place: Place, meeting: Meeting, name: str) -> dict[str, Any]:
    times = meeting.times or (meeting.agenda.times if meeting.agenda else ())
    start = f"T{times[0].start:%H:%M}" if times else ""
    status = "EventCancelled" if meeting.cancelled else "EventRescheduled" if meeting.moved_to else "EventScheduled"
    location = meeting.place or (meeting.agenda.place if meeting.agenda else "")
    return thing(
        place,
        "Event",
        place.path,
        name=f"Sammanträde med {name}",
        startDate=meeting.id.date.isoformat() + start,
        eventStatus=f"https://schema.org/{status}",
        location={"@type": "Place", "name": location} if location else None,
        organizer={"@type": "GovernmentOrganization", "name": name},
    )
