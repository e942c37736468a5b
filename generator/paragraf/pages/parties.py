"""The parties: how many seats they have in each body, and who bears their name there."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Membership, Person
from paragraf.ids import slugify
from paragraf.pages import words
from paragraf.pages.body import shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.mandates import (
    MEMBER,
    by_surname,
    current,
    party_names,
    person_row,
    seats_and_substitutes,
    sitting,
)
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.vocabulary.attendance import is_substitute

PATH = "partier/"


def party_pages(index: Index) -> Iterator[Page]:
    """All parties on one page, and a page for each."""
    codes = party_codes(index)
    yield _overview(index, codes)
    for code in codes:
        yield _party(index, code)


def party_codes(index: Index) -> list[str]:
    """The parties that anybody has been elected for, those with most mandates today first; one for each address."""
    counts: dict[str, int] = {}
    for person in index.people.all:
        for code in person.parties:
            counts.setdefault(code, 0)
        for one in current(index, person):
            if one.party:
                counts[one.party] = counts.get(one.party, 0) + 1
    found: dict[str, str] = {}
    for code in sorted(counts, key=lambda one: (-counts[one], one)):
        if slugify(code):
            found.setdefault(slugify(code), code)
    return list(found.values())


def party_href(place: Place, code: str) -> str:
    """The page of a party; empty for what is no party (-)."""
    path = f"{PATH}{slugify(code)}/"
    return place.to(path) if slugify(code) and path in place.index.known else ""


def party_paths(people: tuple[Person, ...]) -> Iterator[str]:
    """Addresses of the parties' pages."""
    yield from {f"{PATH}{slugify(code)}/" for person in people for code in person.parties if slugify(code)}


def _overview(index: Index, codes: list[str]) -> Page:
    place = Place(index=index, path=PATH)
    names = party_names(index)
    bodies = [body for body in shown_bodies(index) if sitting(index.people.all, body, index.day)]
    seats = {body.code: sitting(index.people.all, body, index.day) for body in bodies}
    rows = []
    for code in codes:
        counts = [_seats(seats[body.code], code) for body in bodies]
        if sum(counts):
            rows.append({**_link(place, code, names), "counts": counts})
    totals = [sum(not is_substitute(one.role) for _, one in seats[body.code]) for body in bodies]
    without = [total - sum(row["counts"][position] for row in rows) for position, total in enumerate(totals)]
    return Page(
        path=PATH,
        key="partier",
        template="parties.html",
        title="Partier",
        description="Partierna och hur många ledamöter de har i varje organ.",
        context={
            "frame": frame(place, label="Partier", crumbs=(("Förtroendevalda", "personer/"),)),
            "bodies": [{"code": one.code, "name": one.name, "href": place.to(f"{one.slug}/")} for one in bodies],
            "rows": rows,
            "without": without if any(without) else [],
            "totals": totals,
            "others": [_link(place, code, names) for code in codes if code not in {row["code"] for row in rows}],
        },
    )


def _seats(those: list[tuple[Person, Membership]], code: str) -> int:
    return sum(one.party == code and not is_substitute(one.role) for _, one in those)


def _seats_text(those: list[tuple[Person, Membership]]) -> str:
    """11 ledamöter, 5 ersättare"""
    members, substitutes = seats_and_substitutes(those)
    counted = ((members, "ledamot", "ledamöter"), (substitutes, "ersättare", "ersättare"))
    return ", ".join(words.count_of(count, one, several) for count, one, several in counted if count)


def _link(place: Place, code: str, names: dict[str, str]) -> dict[str, Any]:
    return {"code": code, "name": names.get(code, code), "href": place.to(f"{PATH}{slugify(code)}/")}


def _party(index: Index, code: str) -> Page:
    place = Place(index=index, path=f"{PATH}{slugify(code)}/")
    name = party_names(index).get(code, code)
    people = [one for one in index.people.all if code in one.parties]
    groups = []
    for body in shown_bodies(index):
        those = [(person, one) for person, one in sitting(people, body, index.day) if one.party == code]
        if those:
            those.sort(key=lambda pair: (is_substitute(pair[1].role), pair[1].role == MEMBER))
            groups.append(
                {
                    "name": body.name,
                    "href": place.to(f"{body.slug}/"),
                    "seats": _seats_text(those),
                    "people": [
                        {
                            "name": person.name,
                            "href": place.to(f"{person.path}/"),
                            "note": "" if one.role == MEMBER else one.role,
                        }
                        for person, one in those
                    ],
                }
            )
    sitting_now = {person.slug for person in people for one in current(index, person) if one.party == code}
    former = by_surname(person for person in people if person.slug not in sitting_now)
    return Page(
        path=place.path,
        key=f"parti {slugify(code)}",
        template="party.html",
        title=name,
        description=f"{name}: förtroendevalda i varje organ.",
        context={
            "frame": frame(
                place,
                label=name,
                crumbs=(("Förtroendevalda", "personer/"), ("Partier", PATH)),
                filters={"typ": "Sida"},
            ),
            "name": name,
            "code": code,
            "total": len(sitting_now),
            "groups": groups,
            "former": [person_row(place, one) for one in former],
        },
    )
