"""One § on its own page: the decision first in sight, what it rests on, who served, who gets it, what came after."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Located, Phase
from paragraf.model import Paragraph
from paragraf.model.derived import item_type, recipients
from paragraf.pages import words
from paragraf.pages.appeal import appeal_view
from paragraf.pages.citation import citation
from paragraf.pages.course import course_view, handlings_around
from paragraf.pages.differences import differences_of
from paragraf.pages.frame import absolute, frame, thing
from paragraf.pages.glossary import party_names, with_words
from paragraf.pages.index import Index
from paragraf.pages.items import (
    agenda_item_link,
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
from paragraf.pages.markdown import inline
from paragraf.pages.notes import notes
from paragraf.pages.outcome import outcome_words
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.requests import accessible_request
from paragraf.pages.sections import sections_view
from paragraf.pages.served import served_view
from paragraf.pages.standing import paragraph_state
from paragraf.pages.versions import item_document
from paragraf.vocabulary.items import ATTACHMENT_KINDS, OPENNESS, TYPES

_AT_A_GLANCE = ("omrostning", "reservation", "jav", "anteckning", "sarskilt_yttrande")
"""Kinds of sections that a reader of a decision should not miss."""


def paragraph_pages(index: Index) -> Iterator[Page]:
    """A page for each public §."""
    for located in index.archive.item_by_ref.values():
        if located.phase is Phase.MINUTES:
            yield paragraph_page(index, located)


def paragraph_page(index: Index, located: Located) -> Page:
    """The page of one §."""
    path = f"{located.ref.path}/"
    place = Place(index=index, path=path, meeting=located.meeting_id)
    paragraph = located.paragraph
    body = body_name(place, located)
    number = number_label(paragraph)
    day = words.long_date(located.meeting_id.date)
    title = f"{number} {paragraph.title}".strip()
    sections = sections_view(located, place, level=3)
    decisions, proposals, summary, main = _sorted(sections)
    appeal = appeal_view(place, located)
    context = {
        "frame": frame(
            place,
            label=number or paragraph.title,
            crumbs=(
                (body, f"{index.body(located.meeting_id.body).slug}/"),
                (day, f"{located.meeting_id.path}/"),
            ),
            toc=[(section["heading"], section["id"]) for section in (*summary, *main)],
            filters=item_filters(place, located, "Beslut"),
            numbers=search_numbers(located),
            data=(_document(place, located, title),),
        ),
        "number": number,
        "title": paragraph.title,
        "body": {"name": body, "href": place.to(f"{index.body(located.meeting_id.body).slug}/")},
        "meeting": {"date": words.when(located.meeting_id.date), "href": place.to(f"{located.meeting_id.path}/")},
        "minutes": place.to(f"{located.meeting_id.path}/protokoll/#{located.slug}"),
        "cases": [case_link(place, case) for case in index.archive.cases_of(paragraph)],
        "presenters": presenters_text(paragraph.presenters),
        "type": TYPES.get(item_type(paragraph), ""),
        "outcome": outcome_words(place, located),
        "state": paragraph_state(index, located),
        "notes": notes(place, located),
        "openness": OPENNESS.get(paragraph.openness or "", ""),
        "decisions": decisions,
        "glance": _glance(paragraph, sections, appeal),
        "proposals": proposals,
        "intro_html": place.html(index.links.texts_of(located.ref).text, level=2),
        "sections": [*summary, *main],
        "attachments": [item_document(place, located, *pair) for pair in index.archive.attachments_of(located)],
        "accessible": _accessible(place, located),
        "recipients": [{"html": inline(one, resolve=place.resolve)} for one in recipients(paragraph)],
        "served": served_view(place, located),
        "corrections": corrections_view(paragraph),
        "appeal": appeal,
        "mentions": [{**item_link(place, one), "label": full_label(place, one)} for one in index.mentions_of(path)],
        "agenda_item": agenda_item_link(place, located),
        "differences": differences_of(place, located),
        "course": [course_view(place, case, located) for case in index.archive.cases_of(paragraph)],
        "handlings": handlings_around(place, located),
        **neighbours(place, located),
        "citation": citation(located),
        "address": absolute(place, path),
    }
    return Page(
        path=path,
        key=paragraph_key(located),
        template="paragraph.html",
        title=f"{title} – {body} {day}",
        description=words.shortened(plain(_summary(located)), 200),
        context=with_words(context, party_names(index.organisation, located.meeting_id.date)),
    )


def paragraph_key(located: Located) -> str:
    """What the page is about, whatever its address: § SAN 45/2023."""
    paragraph_id = located.paragraph_id
    if paragraph_id is None:
        return f"paragraf {located.ref.path}"
    return f"§ {paragraph_id.body} {paragraph_id.number}/{paragraph_id.year}"


Sections = list[dict[str, Any]]


def _sorted(sections: Sections) -> tuple[Sections, Sections, Sections, Sections]:
    """Decisions, proposals, summaries and the rest; what stands beside the text is in none of them."""
    decisions = [section for section in sections if section["kind"] == "beslut"]
    proposals = [section for section in sections if section["kind"] == "forslag"]
    summary = [section for section in sections if section["kind"] == "sammanfattning"]
    taken = [*decisions, *proposals, *summary]
    return decisions, proposals, summary, [one for one in sections if one not in taken and not _is_beside(one)]


def _is_beside(section: dict[str, Any]) -> bool:
    """Whether a section is shown beside the text: a list of documents, or those who get the decision."""
    if section["kind"] == "expedieras":
        return True
    return section["kind"] in ATTACHMENT_KINDS and (bool(section.get("attachments")) or not section.get("html"))


def _glance(paragraph: Paragraph, sections: Sections, appeal: dict[str, Any] | None) -> list[dict[str, str]]:
    """Links to votes, reservations and corrections, and to how one appeals while one can."""
    found = []
    for section in sections:
        if section["kind"] in _AT_A_GLANCE:
            result = f": {section['vote']['result']}" if section.get("vote") else ""
            found.append({"label": f"{section['heading']}{result}", "href": f"#{section['id']}"})
    days = [words.long_date(one.date) for one in paragraph.corrections]
    if days:
        found.append({"label": f"Rättad {words.listing(days)}", "href": "#rattelser"})
    if appeal and appeal.get("deadline") and not appeal["over"]:
        found.append({"label": f"Kan överklagas till och med {appeal['deadline']['long']}", "href": "#overklaga"})
    return found


def _accessible(place: Place, located: Located) -> str:
    """A letter that asks for the §'s files in a form that everyone can read; empty when there are none."""
    files = {
        one.path: one.title
        for _, one in place.index.archive.attachments_of(located)
        if one.file and not one.file.is_markdown
    }
    if not files:
        return ""
    return accessible_request(place, titles=list(files.values()), belongs=citation(located), path=place.path)


def _summary(located: Located) -> str:
    wanted = ("beslut", "sammanfattning", "arendebeskrivning")
    texts = {section.kind: section.text for section in reversed(located.item.sections) if section.text}
    return next((texts[kind] for kind in wanted if kind in texts), located.item.text or located.item.title)


def _document(place: Place, located: Located, title: str) -> dict[str, Any]:
    meeting = located.meeting_id
    return thing(
        place,
        "DigitalDocument",
        place.path,
        name=title,
        identifier=str(located.paragraph_id or ""),
        inLanguage="sv",
        dateCreated=meeting.date.isoformat(),
        publisher={"@type": "GovernmentOrganization", "name": body_name(place, located)},
        isPartOf=thing(
            place,
            "DigitalDocument",
            f"{meeting.path}/protokoll/",
            name=f"Protokoll {body_name(place, located)} {meeting.date.isoformat()}",
        ),
    )
