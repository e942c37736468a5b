"""What a preparing body decides is a proposal: to whom, and what became of it."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Handling, Located, Phase, is_proposal
from paragraf.ids import MeetingId
from paragraf.model import AgendaItem, Body, Paragraph
from paragraf.model.derived import decision, outcome
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.place import Place
from paragraf.vocabulary.headings import is_own_proposal

_DID = {"återremiss": "återremitterade ärendet", "bordläggning": "bordlade ärendet", "utgår": "tog inte upp ärendet"}
"""Outcomes that leave a proposal undecided -> what the body did."""


def proposal_view(place: Place, located: Located) -> dict[str, Any] | None:
    """A decision that only is a proposal: `status` in words, and a link to where it went on; None for others."""
    index = place.index
    if located.phase is not Phase.MINUTES or not is_proposal(located.item, index.body(located.meeting_id.body)):
        return None
    to = proposal_words(index, located)
    handled = list(_handled(index, located))
    decided = next((step for step in handled if _decides(step)), None)
    step = decided or (handled[-1] if handled else None)
    return {
        "status": to if decided else f"{to} – inte beslutat än",
        "text": _what_happened(index, step) if step else "",
        "link": _link(place, step) if step else None,
        "decided": decided is not None,
    }


def is_proposed(item: AgendaItem | Paragraph, heading: str) -> bool:
    """Whether a decision's section is the proposal, of an item that holds one: "Beslut" beside it is the body's own."""
    headings = [section.heading for section in item.sections if section.kind == "beslut"]
    return is_own_proposal(heading) or not any(is_own_proposal(one) for one in headings)


def proposal_words(index: Index, located: Located) -> str:
    """Förslag till kommunfullmäktige: as the decision's heading says, else to the body that this one prepares for."""
    body = index.body(located.meeting_id.body)
    named = _named_target(index, located.item, located.meeting_id)
    parent = index.organisation.body(body.parent) if body.parent else None
    target = named or parent
    return f"Förslag till {in_sentence(target.name)}" if target else "Förslag till beslut"


def in_sentence(name: str) -> str:
    """A body's name inside a sentence: Kommunstyrelsen -> kommunstyrelsen."""
    return name[:1].lower() + name[1:]


def _decides(step: Handling) -> bool:
    """Whether a step settles the matter: a decision that is neither a proposal nor puts it off."""
    held = step.phase is Phase.MINUTES and not step.is_proposal
    return held and bool(decision(step.item)) and outcome(step.item) not in _DID


def _named_target(index: Index, item: AgendaItem | Paragraph, meeting: MeetingId) -> Body | None:
    for section in item.sections:
        _, mark, target = section.heading.casefold().partition("förslag till ")
        if section.kind == "beslut" and mark:
            return index.organisation.find_body(target.strip(" :"), meeting.date)
    return None


def _handled(index: Index, located: Located) -> Iterator[Handling]:
    """The steps of the same cases in the bodies above this one, from this meeting on."""
    above = set(_above(index, located.meeting_id.body))
    for case in index.archive.cases_of(located.item):
        for step in case.handlings:
            paired = index.archive.index_by_id[step.meeting_id].pairs
            waits = step.phase is Phase.MINUTES or step.slug not in paired
            if waits and step.meeting_id.body in above and step.meeting_id.date >= located.meeting_id.date:
                yield step


def _above(index: Index, code: str) -> Iterator[str]:
    seen = {code}
    parent = index.body(code).parent
    while parent and parent not in seen:
        seen.add(parent)
        yield parent
        parent = index.body(parent).parent


def _what_happened(index: Index, step: Handling) -> str:
    body = index.body(step.meeting_id.body).name
    day = words.kept_date(step.meeting_id.date)
    if step.phase is Phase.AGENDA:
        return f"{body} {'ska behandla' if step.meeting_id.date >= index.day else 'skulle behandla'} ärendet {day}:"
    if step.is_proposal:
        return f"{body} lämnade sitt förslag {day}:"
    return f"{body} {_DID.get(outcome(step.item) or '', 'beslutade')} {day}:"


def _link(place: Place, step: Handling) -> dict[str, str]:
    number = step.item.number
    sign = "punkt" if step.phase is Phase.AGENDA else "§"
    label = f"{step.meeting_id.body} {sign} {number}" if number is not None else step.item.title
    return {"label": label, "href": place.to(f"{step.ref.path}/")}
