"""One agenda item as it was sent, and the § in which it was handled."""

from collections.abc import Iterator

from paragraf.archive import Located, Phase
from paragraf.model import AgendaItem
from paragraf.model.derived import item_type
from paragraf.pages import words
from paragraf.pages.attachments import entry_view
from paragraf.pages.frame import frame, thing
from paragraf.pages.index import Index
from paragraf.pages.items import (
    body_name,
    case_link,
    corrections_view,
    full_label,
    item_link,
    number_label,
    plain,
    presenters_text,
    search_numbers,
)
from paragraf.pages.page import Page
from paragraf.pages.paragraph import item_filters, neighbours, notes
from paragraf.pages.place import Place
from paragraf.pages.sections import sections_view
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
    handled = index.archive.handled_in(located.meeting, item)
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
        "handled": item_link(place, index.archive.located(located.meeting, handled)) if handled else None,
        "intro_html": place.html(index.links.texts_of(located.ref).text, level=2),
        "sections": sections,
        "attachments": [
            entry_view(entry, attachment, place)
            for entry, attachment in index.archive.attachments_of(located)
            if not entry.listed
        ],
        "mentions": [{**item_link(place, one), "label": full_label(place, one)} for one in index.mentions_of(path)],
        **neighbours(place, located),
    }
    texts = [section.text for section in item.sections if section.text]
    return Page(
        path=path,
        key=f"punkt {located.ref.path}",
        template="agenda_item.html",
        title=f"{number} {item.title} – {name} {day}".strip(),
        description=words.shortened(plain(item.text or next(iter(texts), item.title)), 200),
        context=context,
    )
