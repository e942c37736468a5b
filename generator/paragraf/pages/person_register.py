"""The register of elected members: by body, by party and by name; those who sit no more apart."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from paragraf.archive import Person
from paragraf.pages import words
from paragraf.pages.body import shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.mandates import (
    by_surname,
    current,
    party_names,
    person_row,
    seats_and_substitutes,
    sitting,
    surname,
)
from paragraf.pages.page import Page
from paragraf.pages.parties import party_codes, party_href
from paragraf.pages.place import Place

PATH = "personer/"


def person_register(index: Index) -> Iterator[Page]:
    """The register, on one page."""
    place = Place(index=index, path=PATH)
    people = index.people.all
    now = [one for one in people if current(index, one)]
    coming = [one for one in people if one not in now and any(_ahead(index, one))]
    before = [one for one in people if one not in now and one not in coming and one.memberships]
    unknown = [one for one in people if not one.memberships]
    yield Page(
        path=PATH,
        key="register personer",
        template="people.html",
        title="Förtroendevalda",
        description="De förtroendevalda och deras uppdrag, efter organ, parti och namn.",
        context={
            "frame": frame(
                place,
                label="Förtroendevalda",
                toc=[
                    (label, anchor)
                    for label, anchor, there in (
                        ("Efter organ", "organ", now),
                        ("Efter parti", "partier", now),
                        ("Efter namn", "namn", now),
                        ("Tidigare förtroendevalda", "tidigare", before),
                    )
                    if there
                ],
            ),
            "total": words.count_of(len(now), "förtroendevald", "förtroendevalda"),
            "bodies": list(_bodies(place)),
            "parties": list(_parties(place, now)),
            "letters": _letters(place, now),
            "others": [
                {"id": anchor, "heading": heading, "text": text, "people": [person_row(place, one) for one in those]}
                for anchor, heading, text, those in (
                    ("kommande", "Tillträder senare", "", by_surname(coming)),
                    ("tidigare", "Tidigare förtroendevalda", "", by_surname(before)),
                    (
                        "utan-uppdrag",
                        "Nämns i protokollen",
                        "De nämns som förtroendevalda i protokollen. Vilka uppdrag de har haft är inte ifyllt här.",
                        by_surname(unknown),
                    ),
                )
                if those
            ],
        },
    )


def _ahead(index: Index, person: Person) -> Iterator[bool]:
    for one in person.memberships:
        if one.valid_from is not None and one.valid_from > index.day:
            yield True


def _bodies(place: Place) -> Iterator[dict[str, Any]]:
    index = place.index
    for body in shown_bodies(index):
        those = sitting(index.people.all, body, index.day)
        if those:
            members, substitutes = seats_and_substitutes(those)
            chair = next((person for person, one in those if one.role.casefold() == "ordförande"), None)
            yield {
                "name": body.name,
                "href": place.to(f"{body.slug}/#ledamoter"),
                "chair": {"name": chair.name, "href": place.to(f"{chair.path}/")} if chair else None,
                "members": members,
                "substitutes": substitutes,
            }


def _parties(place: Place, now: Iterable[Person]) -> Iterator[dict[str, Any]]:
    names = party_names(place.index)
    held = [{one.party for one in current(place.index, person)} for person in now]
    for code in party_codes(place.index):
        count = sum(code in parties for parties in held)
        if count:
            yield {"code": code, "name": names.get(code, code), "href": party_href(place, code), "count": count}


def _letters(place: Place, people: Iterable[Person]) -> list[dict[str, Any]]:
    found = groupby(by_surname(people), key=lambda one: surname(one)[:1].upper())
    return [{"label": letter, "people": [person_row(place, one) for one in those]} for letter, those in found]
