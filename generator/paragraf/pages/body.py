"""A body: what it answers for, its meetings all together and year by year, and who sits in it."""

from collections.abc import Iterator
from typing import Any

from paragraf.figures import held, past
from paragraf.model import Body, BodyKind, Meeting
from paragraf.model.derived import is_quiet
from paragraf.pages import words
from paragraf.pages.frame import frame, thing
from paragraf.pages.index import Index
from paragraf.pages.members import seats, terms
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.publishing.status import Stage, stage

KINDS = {
    BodyKind.COUNCIL: "Fullmäktige",
    BodyKind.BOARD: "Styrelse",
    BodyKind.COMMITTEE: "Nämnd",
    BodyKind.SUBCOMMITTEE: "Utskott",
}
LATEST = 12
"""How many held meetings a body's own page shows; its years show all."""
STAGES = {
    Stage.CANCELLED: "Inställt",
    Stage.MOVED: "Flyttat",
    Stage.PLANNED: "Planerat",
    Stage.CALLED: "Kallat",
    Stage.UNADJUSTED: "Inte justerat",
    Stage.PARTLY_ADJUSTED: "Delvis justerat",
    Stage.ADJUSTED: "Justerat",
}
"""How far a meeting has come, in a list."""
TOPICS = 3
"""How many items of a coming agenda are named in a list of meetings."""


def body_pages(index: Index) -> Iterator[Page]:
    """A page for each body, and one for each of its years."""
    for body in shown_bodies(index):
        yield body_page(index, body, None)
        for code, year in index.archive.by_year:
            if code == body.code:
                yield body_page(index, body, year)


def shown_bodies(index: Index) -> list[Body]:
    """The bodies of the organisation, and those that only their meetings know."""
    known = [body for body in index.organisation.bodies if body.published]
    codes = {body.code for body in known}
    return [*known, *(index.body(code) for code in index.archive.by_body if code not in codes)]


def body_anchor(body: Body) -> str:
    """Where a body stands on the pages of statistics and of what is here."""
    return f"organ-{body.slug}"


def _summed(place: Place, body: Body) -> list[dict[str, str]]:
    """Where the body is summed up, as far as there is anything to sum up."""
    public = place.index.public
    told = (("Statistik", "statistik/", held(public)), ("Vad som finns här", "vad-som-finns/", past(public)))
    return [
        {"label": label, "href": place.to(f"{path}#{body_anchor(body)}")}
        for label, path, meetings in told
        if any(one.id.body == body.code for one in meetings)
    ]


def body_page(index: Index, body: Body, year: int | None) -> Page:
    """The page of a body, or of one of its years."""
    path = f"{body.slug}/{year}/" if year else f"{body.slug}/"
    place = Place(index=index, path=path)
    archive = index.archive
    meetings = archive.by_year[body.code, year] if year else archive.by_body.get(body.code, ())
    years = sorted({meeting.id.date.year for meeting in archive.by_body.get(body.code, ())}, reverse=True)
    parent = index.organisation.body(body.parent) if body.parent and body.is_preparing else None
    children = [one for one in shown_bodies(index) if one.parent == body.code and one.is_preparing]
    earlier = [meeting_row(place, one) for one in reversed(meetings) if one.id.date < index.day]
    coming = [one for one in meetings if one.id.date >= index.day]
    sitting = terms(place, body) if not year else []
    context = {
        "frame": frame(
            place,
            label=str(year) if year else body.name,
            crumbs=((body.name, f"{body.slug}/"),) if year else (),
            filters={"organ": body.name, "typ": "Organ"} if not year else None,
            data=(thing(place, "GovernmentOrganization", path, name=body.name),) if not year else (),
        ),
        "name": body.name,
        "code": body.code,
        "kind": KINDS[body.kind],
        "task": body.task if not year else "",
        "year": year,
        "years": [
            {"label": str(one), "href": place.to(f"{body.slug}/{one}/"), "current": one == year} for one in years
        ],
        "parent": {"name": parent.name, "href": place.to(f"{parent.slug}/")} if parent else None,
        "children": [{"name": one.name, "href": place.to(f"{one.slug}/")} for one in children],
        "terms": sitting,
        "seats": seats(index, body) if not year else [],
        "next": meeting_row(place, coming[0]) if coming and not year else None,
        "coming": [{**meeting_row(place, one), **topics(place, one)} for one in coming],
        "held": earlier if year else earlier[:LATEST],
        "summed": _summed(place, body) if not year else [],
        "people": place.to("personer/") if sitting else "",
    }
    title = f"{body.name} {year}" if year else body.name
    return Page(
        path=path,
        key=f"organ {body.code} {year}" if year else f"organ {body.code}",
        template="body.html",
        title=title,
        description=f"{title}: {words.count_of(len(meetings), 'sammanträde', 'sammanträden')} med kallelser, "
        "beslut och handlingar.",
        context=context,
    )


def meeting_row(place: Place, meeting: Meeting) -> dict[str, Any]:
    """A meeting in a list or table: when, where, how far it has come, its documents and §§."""
    within = place.index.archive.index_by_id[meeting.id]
    times = meeting.times or (meeting.agenda.times if meeting.agenda else ())
    path = f"{meeting.id.path}/"
    numbers = [one.paragraph.number for one in within.minutes if one.paragraph.number is not None]
    return {
        "href": place.to(path),
        "body": meeting.body_name or place.index.body(meeting.id.body).name,
        "date": words.when(meeting.id.date),
        "time": words.time_spans(times),
        "place": meeting.place or (meeting.agenda.place if meeting.agenda else ""),
        "extra": meeting.kind == "extra",
        "state": _state(place.index, meeting),
        "moved_to": words.when(meeting.moved_to) if meeting.moved_to else None,
        "second": meeting.id.ordinal if meeting.id.ordinal > 1 else None,
        "agenda_href": place.to(f"{path}kallelse/") if within.agenda else "",
        "agenda_count": words.count_of(len(within.agenda), "punkt", "punkter") if within.agenda else "",
        "minutes_href": place.to(f"{path}protokoll/") if within.minutes else "",
        "numbers": words.numbers(str(one) for one in numbers),
    }


def _state(index: Index, meeting: Meeting) -> str:
    """How far a meeting has come, in a word or two; of one whose day is past, that its minutes are not public yet."""
    found = stage(index.public, meeting)
    waiting = found in (Stage.PLANNED, Stage.CALLED) and meeting.id.date < index.day
    return "Väntar på protokoll" if waiting else STAGES[found]


def topics(place: Place, meeting: Meeting) -> dict[str, Any]:
    """What a coming meeting will handle: a few items that are no formalia, and how many more there are."""
    if meeting.cancelled or meeting.moved_to:
        return {"topics": []}
    agenda = [one.item.title for one in place.index.archive.index_by_id[meeting.id].agenda if not is_quiet(one.item)]
    rest = len(agenda) - TOPICS
    return {
        "topics": agenda[:TOPICS],
        "more_topics": f"och {words.count_of(rest, 'ärende', 'ärenden')} till" if rest > 0 else "",
    }
