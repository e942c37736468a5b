"""What pages say of an item wherever it is named: label, address, outcome, its step in a case."""

import re
from collections.abc import Iterable
from typing import Any

from paragraf.archive import Case, Handling, Located, Phase, is_proposal
from paragraf.model import AgendaItem, Paragraph, Presenter
from paragraf.model.derived import clauses, decision, is_quiet, item_type
from paragraf.pages import words
from paragraf.pages.decision import without_marker
from paragraf.pages.index import Index
from paragraf.pages.outcome import outcome_words
from paragraf.pages.place import Place

_AT_ONCE = re.compile(
    r"(?:paragrafen|ärendet|punkten|beslutet) (?:justeras omedelbart|förklaras omedelbart justera[dt])\.?",
    re.IGNORECASE,
)
"""A clause about the minutes, not about the matter; the § says itself that it was adjusted at once."""
_NUMBER = re.compile(r"(?:(?<=^\d[.)])|(?<=\s\d[.)])) ")
"""The blank after the number of a clause."""
_LEFT_OVER = re.compile(r"\s(?:\d{1,2}[.)]|–) …$")
"""The number of a clause of which nothing is left."""


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


def agenda_item_link(place: Place, located: Located) -> dict[str, Any] | None:
    """The item of the agenda that a § handled; None for what stood on no public agenda, and for agenda items."""
    if not isinstance(located.item, Paragraph):
        return None
    archive = place.index.archive
    found = archive.agenda_item_of(located.meeting, located.item)
    return item_link(place, archive.located(located.meeting, found)) if found else None


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
        "proposal": located.phase is Phase.MINUTES and is_proposal(item, place.index.body(located.meeting_id.body)),
        "type": item_type(item),
        "formal": item_type(item) == "formalia",
        "quiet": is_quiet(item),
        "late": words.when(item.added) if item.added else None,
        "summary": in_short(decision(item) or "", 220),
        "points": points(decision(item) or ""),
    }


def case_link(place: Place, case: Case) -> dict[str, str]:
    """A case by its number."""
    return {"number": case.written, "title": case.title, "href": place.to(f"{case.path}/")}


def item_filters(place: Place, located: Located, kind: str) -> dict[str, str]:
    """What the search can be narrowed by."""
    return {"organ": body_name(place, located), "år": str(located.meeting_id.date.year), "typ": kind}


def neighbours(place: Place, located: Located) -> dict[str, Any]:
    """The items before and after this one in the same document."""
    before, after = place.index.archive.item_neighbours(located)
    return {
        "previous": item_link(place, before) if before else None,
        "next": item_link(place, after) if after else None,
    }


def search_numbers(located: Located) -> list[str]:
    """What an item can be found by, though its text does not say it: 23/SAN/115, § 45."""
    return [*(number.written for number in located.item.case_numbers), number_label(located.item)]


def presenters_text(presenters: Iterable[Presenter]) -> list[str]:
    """Jo Exempel, förvaltningschef"""
    return [f"{one.name}, {one.title}" if one.title else one.name for one in presenters]


def points(text: str, most: int = 3) -> dict[str, Any]:
    """A decision in short, as plain text: its first clauses with their own numbers, and how many are left out.

    Empty for a decision that is one clause, which is told as running text.
    """
    found = clauses(text)
    if len(found) < 2:
        return {"clauses": [], "left": 0}
    split = [without_marker(clause.text.split("\n")) for clause in found[:most]]
    return {
        "clauses": [{"number": marker or "–", "text": words.shortened(plain(said), 160)} for marker, said in split],
        "left": max(0, len(found) - most),
    }


def in_short(text: str, limit: int) -> str:
    """A decision as running text of at most `limit` characters, without the clause that the § is adjusted at once.

    A number stays with its clause; a clause that is left alone has none.
    """
    rows = text.split("\n")
    found = [(one, without_marker(rows[one.first : one.last + 1])[1]) for one in clauses(text)]
    told = [one for one, said in found if not _AT_ONCE.fullmatch(said.strip())]
    for one, said in reversed(found if told else []):
        if one not in told:
            del rows[one.first : one.last + 1]
        elif len(told) < min(2, len(found)):
            rows[one.first : one.last + 1] = [said]
    line = words.shortened(plain("\n".join(rows)), limit)
    return _NUMBER.sub("\u00a0", _LEFT_OVER.sub(" …", line))


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
    """One step of a case's course; `planned` lies ahead, `state` says in words what else is to be known of it."""
    archive = place.index.archive
    located = archive.item_by_ref[step.ref]
    meeting = archive.meeting_by_id[step.meeting_id]
    agenda = step.phase is Phase.AGENDA
    off = "Sammanträdet ställdes in" if meeting.cancelled else "Sammanträdet flyttades" if meeting.moved_to else ""
    ahead = agenda and step.meeting_id.date >= place.index.day
    late = agenda and not ahead and not off
    return {
        **item_link(place, located),
        "body": body_name(place, located),
        "date": words.when(step.meeting_id.date),
        "phase": step.phase.value,
        "planned": ahead and not off,
        "state": off if agenda else "",
        "waiting": "Protokollet är inte publicerat än" if late else "",
        "outcome": outcome_words(place, located),
        "proposal": step.is_proposal and not agenda,
        "summary": "" if agenda else words.shortened(plain(decision(step.item) or ""), 300),
        "points": points("" if agenda else decision(step.item) or ""),
        "agenda_item": agenda_item_link(place, located),
    }
