"""One agenda item as it was sent, and the § in which it was handled."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Located, Phase
from paragraf.model import AgendaItem
from paragraf.model.derived import item_type
from paragraf.pages import words
from paragraf.pages.citation import citation
from paragraf.pages.course import course_view, handlings_around
from paragraf.pages.differences import differences_of
from paragraf.pages.frame import absolute, frame, thing
from paragraf.pages.glossary import with_words
from paragraf.pages.index import Index
from paragraf.pages.items import (
    body_name,
    case_link,
    corrections_view,
    full_label,
    item_filters,
    item_link,
    neighbours,
    number_label,
    plain,
    presenters_text,
    search_numbers,
)
from paragraf.pages.meeting import meeting_head
from paragraf.pages.notes import notes
from paragraf.pages.outcome import outcome_words
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.sections import sections_view
from paragraf.pages.versions import item_document
from paragraf.vocabulary.items import OPENNESS, TYPES


def agenda_item_pages(index: Index) -> Iterator[Page]:
    """A page for each public agenda item."""
    for located in index.archive.item_by_ref.values():
        if located.phase is Phase.AGENDA:
            yield agenda_item_page(index, located)


def agenda_item_page(index: Index, located: Located) -> Page:
    """The page of one agenda item."""
    path = f"{located.ref.path}/"
    place = Place(index=index, path=path, meeting=located.meeting_id)
    item = located.item
    assert isinstance(item, AgendaItem)
    body = index.body(located.meeting_id.body)
    name = body_name(place, located)
    number = number_label(item)
    day = words.long_date(located.meeting_id.date)
    sent = located.meeting.agenda.published if located.meeting.agenda else None
    sections = sections_view(located, place, level=3)
    context = {
        "frame": frame(
            place,
            label=number or item.title,
            crumbs=(
                (name, f"{body.slug}/"),
                (day, f"{located.meeting_id.path}/"),
                ("Kallelse", f"{located.meeting_id.path}/kallelse/"),
            ),
            toc=[(section["heading"], section["id"]) for section in sections],
            filters=item_filters(place, located, "Punkt på dagordning"),
            numbers=search_numbers(located),
            data=(thing(place, "DigitalDocument", path, name=f"{number} {item.title}".strip(), inLanguage="sv"),),
        ),
        "number": number,
        "title": item.title,
        "body": {"name": name, "href": place.to(f"{body.slug}/")},
        "meeting": {"date": words.when(located.meeting_id.date), "href": place.to(f"{located.meeting_id.path}/")},
        "time": f"{item.at:%H.%M}" if item.at else "",
        "iso_time": f"{item.at:%H:%M}" if item.at else "",
        "cases": [case_link(place, case) for case in index.archive.cases_of(item)],
        "presenters": presenters_text(item.presenters),
        "type": TYPES.get(item_type(item), ""),
        "late": words.when(item.added) if item.added else None,
        "notes": notes(place, located),
        "corrections": corrections_view(item),
        "openness": OPENNESS.get(item.openness or "", ""),
        "head": meeting_head(place, located.meeting),
        "sent": words.when(sent) if sent else None,
        "handled": _handled(place, located, item),
        "planned": located.meeting_id.date >= index.day,
        "differences": differences_of(place, located),
        "intro_html": place.html(index.links.texts_of(located.ref).text, level=2),
        "sections": sections,
        "attachments": [
            item_document(place, located, entry, attachment)
            for entry, attachment in index.archive.attachments_of(located)
            if not entry.listed
        ],
        "mentions": [{**item_link(place, one), "label": full_label(place, one)} for one in index.mentions_of(path)],
        "course": [course_view(place, case, located) for case in index.archive.cases_of(item)],
        "handlings": handlings_around(place, located),
        **neighbours(place, located),
        "citation": citation(located),
        "address": absolute(place, path),
    }
    texts = [section.text for section in item.sections if section.text]
    return Page(
        path=path,
        key=f"punkt {located.ref.path}",
        template="agenda_item.html",
        title=f"{number} {item.title} – {name} {day}".strip(),
        description=words.shortened(plain(item.text or next(iter(texts), item.title)), 200),
        context=with_words(context),
    )


def _handled(place: Place, located: Located, item: AgendaItem) -> dict[str, Any] | None:
    """The § in which the item was handled, and what became of it."""
    archive = place.index.archive
    paragraph = archive.handled_in(located.meeting, item)
    if paragraph is None:
        return None
    found = archive.located(located.meeting, paragraph)
    return {**item_link(place, found), "outcome": outcome_words(place, found)}
