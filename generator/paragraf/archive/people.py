"""Elected members (förtroendevalda): who they are, where they sit, and what the minutes say that they did.

Only those whom the municipality has elected: people among the members of a body in organisation.yml, and people whom
an attendance or a vote names with a party. Officials, presenters and members of the public are nobody here.

People have no number: they are told apart by name, and by party where the same name stands for two parties at once.
Given the public archive the answer holds nothing but what is public; a protected person is the alias that pages show.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from paragraf.archive.naming import Names, word_slug
from paragraf.archive.types import Archive, ItemRef
from paragraf.ids import MeetingId, nfc
from paragraf.model import Attendee, Meeting, ParagraphSet, Term, holds
from paragraf.model.derived import Ballot, votes


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """A mandate in a body, as organisation.yml says."""

    body: str
    """Code of the body."""
    party: str | None
    role: str
    """ordförande, ledamot, ersättare…"""
    valid_from: date | None
    valid_to: date | None

    def holds(self, day: date) -> bool:
        """Whether the mandate runs on a day."""
        return holds(self.valid_from, self.valid_to, day)


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance:
    """That someone was at a meeting, as its minutes say."""

    meeting_id: MeetingId
    label: str
    """The document's own words for the group: Beslutande ledamöter."""
    party: str | None
    role: str | None
    serves_for: str | None
    """Name of the member in whose place a substitute serves."""
    paragraphs: ParagraphSet | None
    """None: the whole meeting."""
    remote: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CastVote:
    """How someone voted in one omröstning."""

    ref: ItemRef
    number: int
    """Which of the item's votes, from 1."""
    name: str
    """As the minutes write it."""
    party: str | None
    vote: str
    """One of vocabulary.items.VOTES."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One elected member."""

    name: str
    slug: str
    """Last part of the address personer/<slug>/."""
    parties: tuple[str, ...]
    """Codes in the order in which they were first borne; usually one."""
    memberships: tuple[Membership, ...]
    """The latest first, then by body."""
    attendance: tuple[Attendance, ...]
    """In time order."""
    votes: tuple[CastVote, ...]
    """In time order."""
    reservations: tuple[ItemRef, ...]
    """§§ with a reservation that names the person, in time order."""

    @property
    def path(self) -> str:
        """The person's address on the site: personer/siv-exempel."""
        return f"personer/{self.slug}"


Fact = Membership | Attendance | CastVote
Some = TypeVar("Some", Membership, Attendance, CastVote)


@dataclass(frozen=True, slots=True)
class _Trace:
    """One place where somebody is named, before it is known who it is."""

    name: str
    party: str | None
    first: date
    last: date
    fact: Fact
    elects: bool
    """The place itself tells that the person is elected."""


def elected(archive: Archive) -> tuple[Person, ...]:
    """Every elected member of an archive, sorted by slug.

    The same name with another party is the same person where one party follows the other, and somebody else where
    both are borne at the same time. Without party (Siv Exempel, ordförande) it is whoever of that name sits in the
    body that day; nobody if that is uncertain.
    """
    traces: dict[str, list[_Trace]] = {}
    for trace in sorted(_traces(archive), key=lambda one: (one.first, one.name)):
        traces.setdefault(_key(trace.name), []).append(trace)
    groups = [group for key in traces for group in _told_apart(traces[key])]
    groups.sort(key=lambda group: (group[0].first, _key(group[0].name), group[0].party or ""))
    names = Names()
    found = []
    reserved = _Reservations(archive)
    bearers = Counter(_key(group[0].name) for group in groups)
    for group in groups:
        name = group[-1].name
        parties = tuple(dict.fromkeys(one.party for one in group if one.party))
        alone = bearers[_key(name)] == 1
        slug = word_slug(name)
        found.append(
            Person(
                name=name,
                slug=names.new(slug, word_slug(f"{name} {parties[0] if parties else 2}")),
                parties=parties,
                memberships=tuple(
                    sorted(_facts(group, Membership), key=lambda one: (-_day(one.valid_from).toordinal(), one.body))
                ),
                attendance=tuple(sorted(_facts(group, Attendance), key=lambda one: one.meeting_id.date)),
                votes=tuple(sorted(_facts(group, CastVote), key=lambda one: one.ref.meeting_id.date)),
                reservations=tuple(reserved.of(name, None if alone else parties)),
            )
        )
    return tuple(sorted(found, key=lambda person: person.slug))


def _traces(archive: Archive) -> Iterator[_Trace]:
    for body in archive.organisation.bodies:
        for term in body.members:
            yield _of_term(body.code, term)
    for meeting in archive.meetings:
        day = meeting.id.date
        for group in meeting.attendance or ():
            for one in group.people:
                yield _Trace(one.name, one.party, day, day, _attendance(meeting, group.label, one), bool(one.party))
        for located in archive.index_by_id[meeting.id].minutes:
            for number, vote in enumerate(votes(located.item), 1):
                for ballot in vote.ballots:
                    cast = _cast(located.ref, number, ballot)
                    yield _Trace(ballot.name, ballot.party, day, day, cast, bool(ballot.party))


def _of_term(body: str, term: Term) -> _Trace:
    fact = Membership(body=body, party=term.party, role=term.role, valid_from=term.valid_from, valid_to=term.valid_to)
    return _Trace(term.name, term.party, _day(term.valid_from), term.valid_to or date.max, fact, True)


def _cast(ref: ItemRef, number: int, ballot: Ballot) -> CastVote:
    return CastVote(ref=ref, number=number, name=ballot.name, party=ballot.party, vote=ballot.vote)


def _attendance(meeting: Meeting, label: str, one: Attendee) -> Attendance:
    return Attendance(
        meeting_id=meeting.id,
        label=label,
        party=one.party,
        role=one.role,
        serves_for=one.serves_for,
        paragraphs=one.paragraphs,
        remote=one.remote,
    )


def _told_apart(traces: list[_Trace]) -> Iterator[list[_Trace]]:
    """The people behind one name, each with the places where that person is named."""
    sure = [one for one in traces if one.elects]
    groups: list[list[_Trace]] = []
    for party in dict.fromkeys(one.party for one in sure if one.party):
        borne = [one for one in sure if one.party == party]
        before = next((group for group in groups if max(one.last for one in group) < borne[0].first), None)
        if before is None:
            groups.append(borne)
        else:
            before.extend(borne)
    nameless = [one for one in traces if one.party is None]
    if not groups and any(one.elects for one in nameless):
        groups.append([])
    for one in nameless:
        if (home := _home(one, groups)) is not None:
            home.append(one)
    for group in groups:
        if group:
            yield sorted(group, key=lambda one: one.first)


def _home(one: _Trace, groups: list[list[_Trace]]) -> list[_Trace] | None:
    """Whose a place without party is: the only one's who can be meant, or nobody's."""
    if one.elects:
        return groups[0] if len(groups) == 1 else None
    body = one.fact.meeting_id.body if isinstance(one.fact, Attendance) else None
    sitting = [
        group
        for group in groups
        if any(isinstance(other.fact, Membership) and _sits(other.fact, body, one.first) for other in group)
    ]
    if body is None:
        # Nobody but elected members votes.
        sitting = groups
    return sitting[0] if len(sitting) == 1 else None


def _sits(membership: Membership, body: str | None, day: date) -> bool:
    return membership.body == body and membership.holds(day)


def _facts(group: Iterable[_Trace], kind: type[Some]) -> list[Some]:
    return [one.fact for one in group if isinstance(one.fact, kind)]


_ROW = re.compile(r"\n(?:[ \t]*\n|[ \t]*(?:[-*+]|\d+[.)])[ \t])")
# "Bo reserverar sig till förmån för Ann Exempel (M) yrkande": Ann does not.
_OTHERS = re.compile(r"\b(?:till förmån för|i enlighet med) (?!eget|egna|sitt|sina|det egna)[^.;,]*")


class _Reservations:
    """The sections in which reservations stand, and whom they name."""

    def __init__(self, archive: Archive) -> None:
        self._texts = [
            (located.ref, _OTHERS.sub("", " ".join(_ROW.sub("; ", nfc(section.text)).casefold().split())))
            for meeting in sorted(archive.meetings, key=lambda meeting: (meeting.id.date, meeting.id))
            for located in archive.index_by_id[meeting.id].minutes
            for section in located.item.sections
            if section.kind == "reservation"
        ]

    def of(self, name: str, parties: tuple[str, ...] | None) -> Iterator[ItemRef]:
        """The items with a reservation that names somebody; with `parties` only together with one of them."""
        ends = r"(?!\w)" if parties is None else rf"\s*\((?:{'|'.join(re.escape(one.casefold()) for one in parties)})\)"
        pattern = re.compile(rf"(?<!\w){re.escape(_key(name))}{ends}")
        yield from dict.fromkeys(ref for ref, text in self._texts if pattern.search(text))


def _day(day: date | None) -> date:
    return day or date.min


def _key(name: str) -> str:
    return " ".join(nfc(name).casefold().split())
