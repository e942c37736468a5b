"""What elected members are elected to, in words: by body, by role, now and before."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from paragraf.archive import Membership, Person
from paragraf.model import Body
from paragraf.pages import words
from paragraf.pages.body import shown_bodies
from paragraf.pages.index import Index
from paragraf.pages.place import Place
from paragraf.vocabulary.attendance import is_substitute

MEMBER = "ledamot"
"""The role that needs not be said."""
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y", "á": "a", "à": "a"})


def current(index: Index, person: Person) -> list[Membership]:
    """The mandates that run on the day of the site, in the order of the bodies."""
    running = [one for one in person.memberships if one.holds(index.day)]
    return [one for body in shown_bodies(index) for one in running if one.body == body.code]


def by_surname(people: Iterable[Person]) -> list[Person]:
    """As in a Swedish register: by the last word of the name, then by the others."""
    return sorted(people, key=lambda one: (swedish(surname(one)), swedish(one.name), one.slug))


def surname(person: Person) -> str:
    """The last word of a name."""
    return person.name.split()[-1]


def swedish(text: str) -> str:
    """A text for sorting: å, ä and ö after z."""
    return text.casefold().translate(_ALPHABET)


def person_row(place: Place, person: Person) -> dict[str, Any]:
    """Somebody in a register: name, parties, and every mandate of today in short."""
    index = place.index
    return {
        "name": person.name,
        "href": place.to(f"{person.path}/"),
        "party": person.parties[-1] if person.parties else "",
        "mandates": [
            {"code": one.body, "name": index.body(one.body).name, "role": one.role if one.role != MEMBER else ""}
            for one in current(index, person)
        ],
    }


def mandate_row(place: Place, one: Membership) -> dict[str, Any]:
    """A mandate in a table: to what, as what, for which party, from when to when."""
    body = place.index.body(one.body)
    return {
        "body": body.name,
        "href": place.to(f"{body.slug}/"),
        "role": one.role,
        "party": one.party or "",
        "first": words.when(one.valid_from) if one.valid_from else None,
        "last": words.when(one.valid_to) if one.valid_to else None,
        "current": one.holds(place.index.day),
        "ahead": one.valid_from is not None and one.valid_from > place.index.day,
    }


def sitting(people: Iterable[Person], body: Body, day: date) -> list[tuple[Person, Membership]]:
    """Those who sit in a body on a day, each with the mandate that says so, in the register's order."""
    return [
        (person, one)
        for person in by_surname(people)
        for one in person.memberships
        if one.body == body.code and one.holds(day)
    ]


def seats_and_substitutes(those: Iterable[tuple[Person, Membership]]) -> tuple[int, int]:
    """How many of them are members, and how many substitutes."""
    roles = [is_substitute(one.role) for _, one in those]
    return roles.count(False), roles.count(True)


def party_names(index: Index) -> dict[str, str]:
    """Code of a party -> its name."""
    return {party.code: party.name for party in index.organisation.parties}
