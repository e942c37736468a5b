"""What became of an item, in words: Bifall, Återremiss till förvaltningen, Bordlagt till 18 november 2026."""

import re

from paragraf.archive import Located, Phase, is_proposal
from paragraf.model.derived import decision, outcome
from paragraf.pages import words
from paragraf.pages.place import Place
from paragraf.pages.proposal import proposal_words
from paragraf.vocabulary.items import OUTCOMES

UNDECIDED = ("återremiss", "bordläggning", "utgår", "information")
"""Outcomes after which nothing is decided in the matter."""
_REFERRED_TO = re.compile(
    r"återremi\w+[^.\n]{0,60}?\btill "
    r"(?P<to>(?:[\w-]+ och )?[\w-]*(?:nämnden|styrelsen|förvaltningen|kontoret|utskottet))\b",
    re.IGNORECASE,
)


def outcome_words(place: Place, located: Located) -> str:
    """The outcome of a §; empty for an item of an agenda, and where it could only be said that something is decided."""
    found = outcome(located.item)
    if found is None or located.phase is Phase.AGENDA:
        return ""
    if is_proposal(located.item, place.index.body(located.meeting_id.body)):
        return proposal_words(place.index, located)
    if found == "beslut":
        return ""
    if found == "återremiss" and (match := _REFERRED_TO.search(decision(located.item) or "")):
        return f"Återremiss till {match['to'].lower()}"
    if found == "bordläggning":
        return _tabled(place, located)
    return OUTCOMES.get(found, found)


def _tabled(place: Place, located: Located) -> str:
    """Until when, where the body has taken the case up again or has called to it."""
    days = [
        step.meeting_id.date
        for case in place.index.archive.cases_of(located.item)
        for step in case.handlings
        if step.meeting_id.body == located.meeting_id.body and step.meeting_id.date > located.meeting_id.date
    ]
    return f"Bordlagt till {words.long_date(min(days))}" if days else OUTCOMES["bordläggning"]
