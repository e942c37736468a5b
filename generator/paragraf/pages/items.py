"""What pages say of an item wherever it is named: label, address, outcome, where it stands."""

from collections.abc import Iterable
from typing import Any

from paragraf.archive import Case, Handling, Located, Phase, is_proposal
from paragraf.model import AgendaItem, Body, Paragraph, Presenter
from paragraf.model.derived import decision, item_type, outcome
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.place import Place
from paragraf.vocabulary.items import OUTCOMES

QUIET_TYPES = ("formalia", "information", "delegationsbeslut", "meddelanden")
"""Types that say little about what was decided."""


def number_label(item: AgendaItem | Paragraph) -> str:
    """§ 45, Punkt 9, or nothing for an item without number."""
    if item.number is None:
        return ""
    return f"§ {item.number}" if isinstance(item, Paragraph) else f"Punkt {item.number}"


def corrections_view(item: AgendaItem | Paragraph) -> list[dict[str, Any]]:
    """What was put right after the document was public."""
    return [{"date": words.when(one.date), "by": one.by, "was": one.was, "now": one.now} for one in item.corrections]


def full_label(place: Place, located: Located) -> str:
    """SAN § 45/2023 · SAN punkt 9, 26 april 2023"""
    body, day = located.meeting_id.body, located.meeting_id.date
    if isinstance(located.item, Paragraph) and located.item.number is not None:
        return f"{body} § {located.item.number}/{day.year}"
    number = number_label(located.item).lower()
    return f"{body} {number}, {words.long_date(day)}" if number else f"{body} {words.long_date(day)}"


def body_name(place: Place, located: Located) -> str:
    """The body's name as the meeting gave it."""
    return located.meeting.body_name or place.index.body(located.meeting_id.body).name


def item_link(place: Place, located: Located) -> dict[str, Any]:
    """An item in a list: label, title, address."""
    return {
        "label": number_label(located.item),
        "full": full_label(place, located),
        "title": located.item.title,
        "href": place.to(f"{located.ref.path}/"),
    }


def row(place: Place, located: Located) -> dict[str, Any]:
    """An item in a table or list of decisions."""
    item = located.item
    return {
        **item_link(place, located),
        "body": body_name(place, located),
        "code": located.meeting_id.body,
        "date": words.when(located.meeting_id.date),
        "time": f"{item.at:%H.%M}" if item.at else "",
        "iso_time": f"{item.at:%H:%M}" if item.at else "",
        "cases": [case_link(place, case) for case in place.index.archive.cases_of(item)],
        "outcome": outcome_words(place, located),
        "type": item_type(item),
        "quiet": is_quiet(item),
        "late": words.when(item.added) if item.added else None,
        "summary": words.shortened(plain(decision(item) or ""), 220),
    }


def case_link(place: Place, case: Case) -> dict[str, str]:
    """A case by its number."""
    return {"number": case.written, "title": case.title, "href": place.to(f"{case.path}/")}


def is_quiet(item: AgendaItem | Paragraph) -> bool:
    """Whether an item is formalia or plain information, so that "senast beslutat" leaves it out."""
    return item_type(item) in QUIET_TYPES or outcome(item) == "information"


def outcome_words(place: Place, located: Located) -> str:
    """Bifall, Återremiss, Förslag till kommunstyrelsen…; empty without a decision."""
    found = outcome(located.item)
    if found is None or located.phase is Phase.AGENDA:
        return ""
    body = place.index.body(located.meeting_id.body)
    if is_proposal(located.item, body):
        return proposal_words(place, body)
    return OUTCOMES.get(found, found)


def proposal_words(place: Place, body: Body) -> str:
    """What a preparing body's decision is: a proposal to the next one."""
    parent = place.index.organisation.body(body.parent) if body.parent else None
    return f"Förslag till {_definite(parent.name)}" if parent else "Förslag till beslut"


def _definite(name: str) -> str:
    """A body's name inside a sentence: Kommunstyrelsen -> kommunstyrelsen."""
    return name[:1].lower() + name[1:]


def search_numbers(located: Located) -> list[str]:
    """What an item can be found by, though its text does not say it: 23/SAN/115, § 45."""
    return [*(number.written for number in located.item.case_numbers), number_label(located.item)]


def presenters_text(presenters: Iterable[Presenter]) -> list[str]:
    """Jo Exempel, förvaltningschef"""
    return [f"{one.name}, {one.title}" if one.title else one.name for one in presenters]


def plain(markdown: str) -> str:
    """A short Markdown text without its marks and tables, for summaries."""
    text = words.LINK.sub(r"\1", words.TABLE_ROW.sub("", markdown))
    return words.MARKS.sub("", words.BULLET.sub("– ", text))


def case_steps(index: Index, case: Case) -> list[Handling]:
    """The course of a case: §§, and agenda items that no public § has handled yet."""
    return [
        step
        for step in case.handlings
        if step.phase is Phase.MINUTES or step.slug not in index.archive.index_by_id[step.meeting_id].pairs
    ]


def handling_view(place: Place, step: Handling) -> dict[str, Any]:
    """One step of a case's course."""
    archive = place.index.archive
    located = archive.item_by_ref[step.ref]
    planned = step.phase is Phase.AGENDA and step.meeting_id.date >= place.index.day
    return {
        **item_link(place, located),
        "body": body_name(place, located),
        "date": words.when(step.meeting_id.date),
        "phase": step.phase.value,
        "planned": planned,
        "outcome": outcome_words(place, located),
        "summary": words.shortened(plain(decision(step.item) or ""), 300) if step.phase is Phase.MINUTES else "",
    }
