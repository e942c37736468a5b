"""A case as its readers follow it: where it stands, its course around a §, the handling before and after."""

from typing import Any

from paragraf.archive import Case, Handling, Located, Phase
from paragraf.model.derived import decision, outcome
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, case_steps, handling_view, number_label
from paragraf.pages.place import Place
from paragraf.pages.proposal import in_sentence

NEAR = 3
"""How many steps of a case are shown before and after a § on its page."""
_OPEN = {
    "återremiss": "Pågår: {body} återremitterade ärendet {day}.",
    "bordläggning": "Pågår: {body} bordlade ärendet {day}.",
    "utgår": "Pågår: ärendet utgick från dagordningen {day}.",
}
"""Outcomes after which a case goes on -> what is said of it."""


def case_status(index: Index, case: Case) -> dict[str, str]:
    """Where a case stands in one sentence, with a key for its looks: planned, open, decided, told."""
    steps = case_steps(index, case)
    ahead = next((step for step in steps if _is_ahead(index, step)), None)
    if ahead:
        return {"key": "planned", "text": f"Planeras till {_day(ahead)} i {_body(index, ahead)}."}
    held = [step for step in steps if step.phase is Phase.MINUTES and decision(step.item)]
    if steps and steps[-1].phase is Phase.AGENDA and not _is_off(index, steps[-1]):
        last = steps[-1]
        text = f"Pågår: stod på dagordningen {_day(last)}. Protokollet är inte publicerat än."
        return {"key": "open", "text": text}
    if not held:
        off = f"Pågår: sammanträdet {_day(steps[-1])} blev inte av." if steps and _is_off(index, steps[-1]) else ""
        return {"key": "open", "text": off or "Inget beslut är publicerat än."}
    last = held[-1]
    how = outcome(last.item) or ""
    told = {"body": _body(index, last), "day": _day(last)}
    if how in _OPEN:
        return {"key": "open", "text": _OPEN[how].format_map(told)}
    if last.is_proposal:
        return {
            "key": "open",
            "text": "Pågår: {body} lämnade ett förslag {day}. Inget beslut är publicerat.".format_map(told),
        }
    if how == "information":
        return {"key": "told", "text": "Redovisat för {body} {day}.".format_map(told)}
    return {"key": "decided", "text": "Beslutat {day} av {body}.".format_map(told)}


def course_view(place: Place, case: Case, located: Located) -> dict[str, Any]:
    """The course of a case around an item: of a long one only the nearest steps, and how many there are."""
    steps = case_steps(place.index, case)
    here = next((number for number, step in enumerate(steps) if step.ref == located.ref), 0)
    first = max(0, min(here - NEAR, len(steps) - 2 * NEAR - 1))
    shown = steps[first : first + 2 * NEAR + 1]
    return {
        **case_link(place, case),
        "status": case_status(place.index, case),
        "steps": [{**handling_view(place, step), "current": step.ref == located.ref} for step in shown],
        "all": words.count_of(len(steps), "steg", "steg") if len(shown) < len(steps) else "",
    }


def handlings_around(place: Place, located: Located) -> list[dict[str, Any]]:
    """For each case of an item that is handled more than once: the handling before and the one after."""
    found = []
    for case in place.index.archive.cases_of(located.item):
        steps = case_steps(place.index, case)
        here = next((number for number, step in enumerate(steps) if step.ref == located.ref), None)
        if here is None or len(steps) < 2:
            continue
        before = steps[here - 1] if here else None
        after = steps[here + 1] if here + 1 < len(steps) else None
        found.append({"number": case.written, "previous": _step(place, before), "next": _step(place, after)})
    return found


def _step(place: Place, step: Handling | None) -> dict[str, Any] | None:
    if step is None:
        return None
    number = number_label(step.item)
    label = (number if step.phase is Phase.MINUTES else number.lower()) or step.item.title
    return {
        "label": f"{step.meeting_id.body} {label},",
        "title": words.long_date(step.meeting_id.date),
        "href": place.to(f"{step.ref.path}/"),
    }


def _is_ahead(index: Index, step: Handling) -> bool:
    return step.phase is Phase.AGENDA and step.meeting_id.date >= index.day and not _is_off(index, step)


def _is_off(index: Index, step: Handling) -> bool:
    meeting = index.archive.meeting_by_id[step.meeting_id]
    return bool(meeting.cancelled or meeting.moved_to)


def _body(index: Index, step: Handling) -> str:
    """A body's name as it stands inside a sentence."""
    return in_sentence(index.body(step.meeting_id.body).name)


def _day(step: Handling) -> str:
    return words.kept_date(step.meeting_id.date)
