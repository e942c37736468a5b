"""Who sits in a body, term by term: the chairs, the members and the substitutes."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from paragraf.model import Body, Term, holds
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.place import Place

_CHAIRS = ("ordförande", "1:e vice", "förste vice", "vice ordförande", "2:e vice", "andra vice")
_SUBSTITUTE = "ersättare"
_GROUPS = ("Presidium", "Ledamöter", "Ersättare")


def terms(place: Place, body: Body) -> list[dict[str, Any]]:
    """The terms of a body, the present one first, then the others from the newest."""
    periods = sorted({(one.valid_from, one.valid_to) for one in body.members}, key=_newest, reverse=True)
    found = [
        {
            "label": _period(start, end),
            "current": holds(start, end, place.index.day),
            "ahead": start is not None and start > place.index.day,
            "groups": _groups(
                place, body, [one for one in body.members if (one.valid_from, one.valid_to) == (start, end)]
            ),
        }
        for start, end in periods
    ]
    return sorted(found, key=lambda one: not one["current"])


def seats(index: Index, body: Body) -> list[dict[str, Any]]:
    """How many members each party has on the day of the site, the most first; substitutes not counted."""
    sitting = [one for one in body.members if holds(one.valid_from, one.valid_to, index.day) and _group(one) < 2]
    counted = Counter(one.party or "utan parti" for one in sitting)
    names = {party.code: party.name for party in index.organisation.parties}
    return [
        {"party": party, "name": names.get(party, ""), "count": count}
        for party, count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]


def _groups(place: Place, body: Body, members: Sequence[Term]) -> list[dict[str, Any]]:
    """The chair, the members, the substitutes, each group in the order in which its author wrote it."""
    names = {party.code: party.name for party in place.index.organisation.parties}
    groups = []
    for number, label in enumerate(_GROUPS):
        people = [
            {
                "name": one.name,
                "href": _href(place, body, one),
                "party": one.party or "",
                "party_name": names.get(one.party or "", ""),
                "role": one.role if one.role not in ("ledamot", _SUBSTITUTE) else "",
            }
            for one in sorted((one for one in members if _group(one) == number), key=_rank)
        ]
        if people:
            groups.append({"label": label, "people": people})
    return groups


def _href(place: Place, body: Body, term: Term) -> str:
    day = term.valid_from or term.valid_to or place.index.day
    found = place.index.people.find(term.name, term.party, body.code, day)
    return place.to(f"{found.path}/") if found else ""


def _group(term: Term) -> int:
    if _rank(term) < len(_CHAIRS):
        return 0
    return 2 if term.role.casefold().startswith(_SUBSTITUTE) else 1


def _rank(term: Term) -> int:
    role = term.role.casefold()
    return next((rank for rank, start in enumerate(_CHAIRS) if role.startswith(start)), len(_CHAIRS))


def _newest(period: tuple[date | None, date | None]) -> tuple[date, date]:
    return (period[0] or date.min, period[1] or date.max)


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{words.long_date(start)}–{words.long_date(end)}"
    if start:
        return f"från {words.long_date(start)}"
    return f"till {words.long_date(end)}" if end else ""
