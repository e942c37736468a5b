"""One § on its own page: the decision first in sight, what it rests on, who was there, who gets it."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Case, Located, Phase, is_proposal
from paragraf.model import Paragraph, Publicity
from paragraf.model.derived import item_type, recipients
from paragraf.pages import words
from paragraf.pages.attachments import entry_view
from paragraf.pages.frame import frame, thing
from paragraf.pages.index import Index
from paragraf.pages.items import (
    body_name,
    case_link,
    case_steps,
    corrections_view,
    full_label,
    handling_view,
    item_link,
    number_label,
    outcome_words,
    plain,
    presenters_text,
    proposal_words,
    search_numbers,
)
from paragraf.pages.markdown import inline
from paragraf.pages.page import Page
from paragraf.pages.people import groups_view
from paragraf.pages.place import Place
from paragraf.pages.sections import sections_view
from paragraf.pages.standing import appeal_view, paragraph_state
from paragraf.vocabulary.items import ATTACHMENT_KINDS, OPENNESS, TYPES

NEAR = 3
"""How many steps of a case are shown before and after a § on its page."""


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
    shown = [section for section in sections if section["kind"] not in ("beslut", "forslag")]
    main = [section for section in shown if not _is_beside(section)]
    context = {
        "frame": frame(
            place,
            label=number or paragraph.title,
            crumbs=(
                (body, f"{index.body(located.meeting_id.body).slug}/"),
                (day, f"{located.meeting_id.path}/"),
            ),
            toc=[(section["heading"], section["id"]) for section in main],
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
        "decisions": [section for section in sections if section["kind"] == "beslut"],
        "is_proposal": proposal_words(place, index.body(located.meeting_id.body))
        if is_proposal(paragraph, index.body(located.meeting_id.body))
        else "",
        "intro_html": place.html(index.links.texts_of(located.ref).text, level=2),
        "sections": main,
        "proposals": [section for section in sections if section["kind"] == "forslag"],
        "attachments": [entry_view(*pair, place) for pair in index.archive.attachments_of(located)],
        "recipients": [{"html": inline(one, resolve=place.resolve)} for one in recipients(paragraph)],
        "attendance": groups_view(located.meeting.attendance or (), paragraph.number),
        "corrections": corrections_view(paragraph),
        "appeal": appeal_view(index, located),
        "mentions": [{**item_link(place, one), "label": full_label(place, one)} for one in index.mentions_of(path)],
        "agenda_item": _agenda_item(place, located),
        "course": [_course(place, case, located) for case in index.archive.cases_of(paragraph)],
        **neighbours(place, located),
        "citation": f"{body}, protokoll {located.meeting_id.date.isoformat()}, {number or paragraph.title}",
    }
    return Page(
        path=path,
        key=paragraph_key(located),
        template="paragraph.html",
        title=f"{title} – {body} {day}",
        description=words.shortened(plain(_summary(located)), 200),
        context=context,
    )


def paragraph_key(located: Located) -> str:
    """What the page is about, whatever its address: § SAN 45/2023."""
    paragraph_id = located.paragraph_id
    if paragraph_id is None:
        return f"paragraf {located.ref.path}"
    return f"§ {paragraph_id.body} {paragraph_id.number}/{paragraph_id.year}"


def item_filters(place: Place, located: Located, kind: str) -> dict[str, str]:
    """What the search can be narrowed by."""
    return {"organ": body_name(place, located), "år": str(located.meeting_id.date.year), "typ": kind}


def notes(place: Place, located: Located) -> list[dict[str, Any]]:
    """What a reader has to know before reading: masked, title only, handled again."""
    index, item = place.index, located.item
    found: list[dict[str, Any]] = []
    reason = f" Skäl: {item.publication.reason}." if item.publication.reason else ""
    if item.publication.level is Publicity.TITLE:
        found.append(
            {
                "text": f"Ärendet redovisas inte på webben, bara dess nummer och rubrik.{reason}",
                "request": index.organisation.registrar,
            }
        )
    elif item.publication.level is Publicity.MASKED:
        found.append(
            {
                "text": f"Uppgifter har tagits bort ur texten innan den publicerades.{reason}",
                "request": index.organisation.registrar,
            }
        )
    again = index.archive.handled_again(located)
    if again:
        latest = index.archive.item_by_ref[again[-1].ref]
        found.append({"text": "Ärendet har behandlats igen:", "link": _named(place, latest)})
    return found


def neighbours(place: Place, located: Located) -> dict[str, Any]:
    """The items before and after this one in the same document."""
    before, after = place.index.archive.item_neighbours(located)
    return {
        "previous": item_link(place, before) if before else None,
        "next": item_link(place, after) if after else None,
    }


def _named(place: Place, located: Located) -> dict[str, Any]:
    return {**item_link(place, located), "label": full_label(place, located)}


def _is_beside(section: dict[str, Any]) -> bool:
    """Whether a section is shown beside the text: a list of documents, or those who get the decision."""
    if section["kind"] == "expedieras":
        return True
    return section["kind"] in ATTACHMENT_KINDS and (bool(section.get("attachments")) or not section.get("html"))


def _summary(located: Located) -> str:
    wanted = ("beslut", "sammanfattning", "arendebeskrivning")
    texts = {section.kind: section.text for section in reversed(located.item.sections) if section.text}
    return next((texts[kind] for kind in wanted if kind in texts), located.item.text or located.item.title)


def _agenda_item(place: Place, located: Located) -> dict[str, Any] | None:
    archive = place.index.archive
    assert isinstance(located.item, Paragraph)
    found = archive.agenda_item_of(located.meeting, located.item)
    return item_link(place, archive.located(located.meeting, found)) if found else None


def _course(place: Place, case: Case, located: Located) -> dict[str, Any]:
    """The course of a case around this §: of a long one only the nearest steps, and how many there are."""
    steps = case_steps(place.index, case)
    here = next(number for number, step in enumerate(steps) if step.ref == located.ref)
    first = max(0, min(here - NEAR, len(steps) - 2 * NEAR - 1))
    shown = steps[first : first + 2 * NEAR + 1]
    return {
        **case_link(place, case),
        "steps": [{**handling_view(place, step), "current": step.ref == located.ref} for step in shown],
        "all": words.count_of(len(steps), "steg", "steg") if len(shown) < len(steps) else "",
    }


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
