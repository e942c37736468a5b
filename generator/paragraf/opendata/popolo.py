"""People, organisations, mandates and votes in the words of Popolo (popoloproject.com). Only elected members."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paragraf.archive import ItemRef, Located, Membership, Person
from paragraf.model.derived import Ballot, Vote, votes
from paragraf.opendata.ground import Ground, head, iso, party_id, person_id
from paragraf.publishing.outside import Document
from paragraf.vocabulary.open_data import OPTIONS

MUNICIPALITY = "kommun"
"""What the municipality itself is called in the data."""

Voters = Mapping[tuple[ItemRef, int, str, str | None], Person]
"""Item, number of the vote, name and party as the minutes write them -> who that was."""


def people_data(here: Ground, where: Document) -> dict[str, Any]:
    """Everybody who is elected, and what they are elected to."""
    return {
        **head(where, "personer"),
        "persons": [
            {
                "id": person_id(one),
                "url": where.to(f"{one.path}/"),
                "name": one.name,
                "parties": [party_id(code) for code in one.parties],
            }
            for one in here.people
        ],
        "organizations": list(_organizations(here)),
        "memberships": [membership(here, person, one) for person in here.people for one in person.memberships],
    }


def membership(here: Ground, person: Person, one: Membership) -> dict[str, Any]:
    """A mandate."""
    return {
        "person_id": person_id(person),
        "name": person.name,
        "organization_id": f"{here.body(one.body).slug}/",
        "on_behalf_of_id": party_id(one.party),
        "role": one.role,
        "start_date": iso(one.valid_from),
        "end_date": iso(one.valid_to),
    }


def _organizations(here: Ground) -> Iterator[dict[str, Any]]:
    organisation = here.archive.organisation
    whole = {"id": MUNICIPALITY, "name": organisation.name, "classification": organisation.kind, "parent_id": None}
    yield whole
    for body in here.bodies:
        parent = organisation.body(body.parent) if body.parent else None
        yield {
            "id": f"{body.slug}/",
            "name": body.name,
            "classification": body.kind.value,
            "parent_id": f"{parent.slug}/" if parent else MUNICIPALITY,
        }
    named = {party.code: party.name for party in organisation.parties}
    borne = dict.fromkeys(code for person in here.people for code in person.parties)
    voted = dict.fromkeys(ballot.party for vote in _all_votes(here) for ballot in vote.ballots if ballot.party)
    seen = set()
    for code in (*named, *borne, *voted):
        if party_id(code) not in seen:
            seen.add(party_id(code))
            name = named.get(code, code)
            yield {"id": party_id(code), "name": name, "classification": "parti", "parent_id": None}


def _all_votes(here: Ground) -> Iterator[Vote]:
    for index in here.archive.index_by_id.values():
        for located in index.minutes:
            yield from votes(located.item)


def voters(here: Ground) -> Voters:
    """Who cast each vote, as far as that is certain."""
    return {(one.ref, one.number, one.name, one.party): person for person in here.people for one in person.votes}


def vote_events(here: Ground, located: Located, known: Voters) -> list[dict[str, Any]]:
    """The votes of an item, in order."""
    return [_event(here, located, number, vote, known) for number, vote in enumerate(votes(located.item), 1)]


def event_id(located: Located, number: int) -> str:
    """What a vote is called in the data."""
    return f"{located.ref.path}/#omrostning-{number}"


def _event(here: Ground, located: Located, number: int, vote: Vote, known: Voters) -> dict[str, Any]:
    groups = dict.fromkeys(ballot.party for ballot in vote.ballots if ballot.party)
    yes, no = vote.count("ja"), vote.count("nej")
    return {
        "id": event_id(located, number),
        "yes_means": vote.yes_means,
        "no_means": vote.no_means,
        "start_date": located.meeting_id.date.isoformat(),
        "organization_id": f"{here.body(located.meeting_id.body).slug}/",
        "result": "pass" if yes > no else "fail" if no > yes else None,
        "counts": _counts(vote.ballots),
        "group_results": [
            {"group_id": party_id(code), "counts": _counts(one for one in vote.ballots if one.party == code)}
            for code in groups
        ],
        "votes": [_ballot(located, number, one, known) for one in vote.ballots],
    }


def _counts(ballots: Iterable[Ballot]) -> list[dict[str, Any]]:
    counted = Counter(ballot.vote for ballot in ballots)
    return [{"option": OPTIONS[vote], "value": counted[vote]} for vote in OPTIONS if counted[vote]]


def _ballot(located: Located, number: int, one: Ballot, known: Voters) -> dict[str, Any]:
    person = known.get((located.ref, number, one.name, one.party))
    return {
        "voter_id": person_id(person) if person else None,
        "voter": one.name,
        "group_id": party_id(one.party),
        "option": OPTIONS[one.vote],
    }
