"""The whole agenda and the whole minutes, each on one page made for print."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from paragraf.archive import Located, Phase
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.differences import differences_by_slug
from paragraf.pages.frame import absolute, frame, thing
from paragraf.pages.glossary import party_names, with_words
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, corrections_view, number_label, presenters_text
from paragraf.pages.meeting import meeting_head, original_link, with_gaps
from paragraf.pages.notes import closed_text
from paragraf.pages.page import Page
from paragraf.pages.people import adjustments_view, groups_view
from paragraf.pages.place import Place
from paragraf.pages.sections import sections_view
from paragraf.pages.standing import meeting_status, paragraph_state
from paragraf.pages.versions import item_document


def document_pages(index: Index) -> Iterator[Page]:
    """The agenda and the minutes of each meeting that has them."""
    for meeting in index.archive.meetings:
        within = index.archive.index_by_id[meeting.id]
        if within.agenda:
            yield document_page(index, meeting, Phase.AGENDA, within.agenda)
        if within.minutes:
            yield document_page(index, meeting, Phase.MINUTES, within.minutes)


def document_page(index: Index, meeting: Meeting, phase: Phase, items: tuple[Located, ...]) -> Page:
    """One document of a meeting, whole."""
    path = f"{meeting.id.path}/{phase.value}/"
    place = Place(index=index, path=path, meeting=meeting.id)
    body = index.body(meeting.id.body)
    name = meeting.body_name or body.name
    day = words.long_date(meeting.id.date)
    heading = "Kallelse" if phase is Phase.AGENDA else "Protokoll"
    context = {
        "frame": frame(
            place,
            label=heading,
            crumbs=((name, f"{body.slug}/"), (day, f"{meeting.id.path}/")),
            toc=[(f"{number_label(one.item)} {one.item.title}".strip(), one.slug) for one in items],
            data=(
                thing(
                    place,
                    "DigitalDocument",
                    path,
                    name=f"{heading} {name} {meeting.id.date.isoformat()}",
                    inLanguage="sv",
                    publisher={"@type": "GovernmentOrganization", "name": name},
                ),
            ),
        ),
        "heading": heading,
        "phase": phase.value,
        "head": _head(place, meeting, phase),
        "items": with_gaps(index, meeting, phase, _items(place, items)),
        "attendance": _people(place, meeting, phase),
        "adjustments": adjustments_view(place, meeting) if phase is Phase.MINUTES else [],
        "original": original_link(place, meeting) if phase is Phase.MINUTES else None,
        "status": meeting_status(index, meeting) if phase is Phase.MINUTES else None,
        "address": absolute(place, path),
    }
    return Page(
        path=path,
        key=f"{phase.value} {meeting.id}",
        template="document.html",
        title=f"{heading} {name} {day}",
        description=f"Hela {'kallelsen' if phase is Phase.AGENDA else 'protokollet'} på en sida: {name} {day}.",
        context=with_words(context, party_names(index.organisation, meeting.id.date)),
    )


def _head(place: Place, meeting: Meeting, phase: Phase) -> dict[str, Any]:
    """Time and place as that document says them: the agenda stays as it was sent."""
    head = meeting_head(place, meeting)
    if phase is Phase.AGENDA and meeting.agenda:
        agenda = meeting.agenda
        head["time"] = words.time_spans(agenda.times) or head["time"]
        head["place"] = agenda.place or head["place"]
        head["published"] = words.when(agenda.published) if agenda.published else None
    return head


def _people(place: Place, meeting: Meeting, phase: Phase) -> list[dict[str, Any]]:
    if phase is Phase.AGENDA:
        return groups_view(place, meeting.agenda.called) if meeting.agenda else []
    return groups_view(place, meeting.attendance or ())


def _items(place: Place, items: tuple[Located, ...]) -> Iterator[tuple[Located, dict[str, Any]]]:
    """The items; the minutes also tell what they do otherwise than the agenda, which stays as it was sent."""
    differences = differences_by_slug(place.index.archive.index_by_id[items[0].meeting_id])
    states = _states(place, items)
    for one in items:
        told = differences.get(one.slug, []) if one.phase is Phase.MINUTES else []
        yield one, {**_item(place, one), "differences": told, "state": states.get(one.slug)}


def _item(place: Place, located: Located) -> dict[str, Any]:
    item = located.item
    return {
        "id": located.slug,
        "number": number_label(item),
        "title": item.title,
        "href": place.to(f"{located.ref.path}/"),
        "time": f"{item.at:%H.%M}" if item.at else "",
        "cases": [case_link(place, case) for case in place.index.archive.cases_of(item)],
        "presenters": presenters_text(item.presenters),
        "late": words.when(item.added) if item.added else None,
        "closed": closed_text(located),
        "corrections": corrections_view(item),
        "intro_html": place.html(place.index.links.texts_of(located.ref).text, level=3),
        "sections": sections_view(located, place, level=4, prefix=f"{located.slug}-"),
        "unlisted": [
            item_document(place, located, entry, attachment)
            for entry, attachment in place.index.archive.attachments_of(located)
            if not entry.listed
        ],
    }


def _states(place: Place, items: tuple[Located, ...]) -> dict[str, dict[str, str]]:
    """Where the §§ stand that are not adjusted, or not together with most of them: that is told once, above them."""
    states = {one.slug: paragraph_state(place.index, one) for one in items if one.phase is Phase.MINUTES}
    most = Counter(state["text"] for state in states.values()).most_common(1)
    usual = most[0][0] if most else ""
    return {slug: state for slug, state in states.items() if state["key"] == "unadjusted" or state["text"] != usual}
