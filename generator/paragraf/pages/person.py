"""One elected member: mandates, attendance, votes and reservations, as the minutes say them and no more.

Minutes tell who was there, and in whose place a substitute served. That somebody is not named says nothing for sure,
so nobody is ever said to have been absent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paragraf.archive import Attendance, CastVote, ItemRef, Person
from paragraf.ids import MeetingId
from paragraf.model import Attendee
from paragraf.model.derived import votes
from paragraf.pages import words
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import full_label, item_link
from paragraf.pages.mandates import MEMBER, mandate_row, party_names
from paragraf.pages.page import Page
from paragraf.pages.parties import party_href
from paragraf.pages.people import paragraphs_text
from paragraf.pages.place import Place
from paragraf.vocabulary.attendance import decides, only_listens

SERVED, THERE, REPLACED = "Tjänstgjorde", "Närvarade", "Ersattes"
"""What the minutes say about attendance."""
Replaced = Mapping[str, list[tuple[MeetingId, Attendee]]]
"""Slug of a member -> who served in the member's place, and when."""


def person_pages(index: Index) -> Iterator[Page]:
    """A page for each elected member."""
    replaced = replacements(index)
    for person in index.people.all:
        yield person_page(index, person, replaced.get(person.slug, []))


def replacements(index: Index) -> Replaced:
    """Who served in whose place."""
    found: dict[str, list[tuple[MeetingId, Attendee]]] = {}
    for meeting in index.archive.meetings:
        for group in meeting.attendance or ():
            for one in group.people:
                if not one.serves_for:
                    continue
                member = index.people.find(one.serves_for, one.serves_for_party, meeting.id.body, meeting.id.date)
                if member:
                    found.setdefault(member.slug, []).append((meeting.id, one))
    return found


def person_page(index: Index, person: Person, replaced: Iterable[tuple[MeetingId, Attendee]] = ()) -> Page:
    """The page of one elected member; `replaced`: who served in the member's place."""
    place = Place(index=index, path=f"{person.path}/")
    mandates = [mandate_row(place, one) for one in person.memberships]
    rows = sorted(_attendance(place, person, replaced), key=lambda row: (row["iso"], row["href"]), reverse=True)
    names = party_names(index)
    return Page(
        path=place.path,
        key=f"person {person.slug}",
        template="person.html",
        title=person.name,
        description=f"{person.name}: uppdrag, närvaro, omröstningar och reservationer enligt protokollen.",
        is_kept=False,
        context={
            "frame": frame(
                place,
                label=person.name,
                crumbs=(("Förtroendevalda", "personer/"),),
                filters={"typ": "Förtroendevald"},
                data=None,
            ),
            "name": person.name,
            "parties": [
                {"code": code, "name": names.get(code, ""), "href": party_href(place, code)} for code in person.parties
            ],
            "mandates": [row for row in mandates if row["current"] or row["ahead"]],
            "former": [row for row in mandates if not row["current"] and not row["ahead"]],
            "sums": _sums(rows),
            "attendance": rows,
            "votes": [_vote(place, one) for one in sorted(person.votes, key=_latest_first)],
            "reservations": [
                {
                    **item_link(place, located),
                    "label": full_label(place, located),
                    "date": words.when(located.meeting_id.date),
                }
                for located in (index.archive.item_by_ref[ref] for ref in reversed(person.reservations))
            ],
        },
    )


def _attendance(
    place: Place, person: Person, replaced: Iterable[tuple[MeetingId, Attendee]]
) -> Iterator[dict[str, Any]]:
    for one in person.attendance:
        yield {**_meeting(place, one.meeting_id), "how": _how(one), "text": _told(one), "other": None}
    for meeting, other in replaced:
        party = f" ({other.party})" if other.party else ""
        found = place.index.people.find(other.name, other.party, meeting.body, meeting.date)
        yield {
            **_meeting(place, meeting),
            "how": REPLACED,
            "text": "av",
            "other": {
                "name": f"{other.name}{party}",
                "href": place.to(f"{found.path}/") if found else "",
                "when": paragraphs_text(other.paragraphs) if other.paragraphs else "",
            },
        }


def _meeting(place: Place, meeting: MeetingId) -> dict[str, Any]:
    body = place.index.body(meeting.body)
    return {
        "iso": meeting.date.isoformat(),
        "date": words.when(meeting.date),
        "href": place.to(f"{meeting.path}/"),
        "body": body.name,
        "code": body.code,
    }


def _how(one: Attendance) -> str:
    return SERVED if one.serves_for or decides(one.label) else THERE


def _told(one: Attendance) -> str:
    """What else the minutes say: som ordförande, för Inga Exempel, §§ 34–37."""
    said = ["utan att tjänstgöra" if only_listens(one.label) and not one.serves_for else ""]
    if _how(one) == THERE and not only_listens(one.label):
        said.append(f"under ”{one.label}”")
    if one.role and one.role.casefold() != MEMBER:
        said.append(f"som {one.role}")
    said.append(f"för {one.serves_for}" if one.serves_for else "")
    said.append("på distans" if one.remote else "")
    said.append(paragraphs_text(one.paragraphs) if one.paragraphs else "")
    return ", ".join(filter(None, said))


def _sums(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """By body: how many meetings of each kind; a meeting that is named twice under one kind counts once."""
    seen = {(row["code"], row["body"], row["how"], row["href"]) for row in rows}
    counted = Counter((code, body, how) for code, body, how, _ in seen)
    return [
        {
            "code": code,
            "body": body,
            "text": words.listing(
                [
                    f"{how.lower()} vid {words.count_of(count, 'sammanträde', 'sammanträden')}"
                    for how in (SERVED, THERE, REPLACED)
                    if (count := counted[code, body, how])
                ]
            ),
        }
        for code, body in sorted({(code, body) for code, body, _ in counted})
    ]


def _latest_first(one: CastVote) -> tuple[int, ItemRef, int]:
    return -one.ref.meeting_id.date.toordinal(), one.ref, one.number


def _vote(place: Place, one: CastVote) -> dict[str, Any]:
    located = place.index.archive.item_by_ref[one.ref]
    return {
        **item_link(place, located),
        "label": full_label(place, located),
        "date": words.when(located.meeting_id.date),
        "which": f"omröstning {one.number}" if len(votes(located.item)) > 1 else "",
        "vote": one.vote.capitalize(),
    }
