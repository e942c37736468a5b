"""From everything that is written to what is public on a day. Pages, links and search see nothing else."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from paragraf.archive import Archive, ItemRef, Located, MeetingIndex, Phase, assemble
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import AgendaItem, Body, Draft, Organisation
from paragraf.publishing.look import Look, look, numbers_between
from paragraf.publishing.notices import Notice, notices
from paragraf.publishing.protected import Aliases
from paragraf.publishing.publicity import SHOWN, Standing, State, rulebook
from paragraf.publishing.view import view


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Numbers of a document that are not shown, and what readers are told of it."""

    phase: Phase
    first: ParagraphNumber | None
    """Also of an agenda; None: an item without number."""
    last: ParagraphNumber | None
    """The same as first when it is one number."""
    state: State
    """NOT_ON_WEB, WITHDRAWN, LATER or MISSING."""
    reason: str = ""
    """The author's words; empty when there are none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stub:
    """What is left at the address of a withdrawn item: neither title nor names."""

    ref: ItemRef
    number: ParagraphNumber
    """Of the § or the agenda item."""
    date: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicArchive:
    """What is public on a day; no private value can be reached from it."""

    archive: Archive
    """Of the same types as the whole one, and with the same addresses."""
    day: date
    draft: bool
    """True: everything is in it, and every page has to say so."""
    standings: Mapping[ItemRef, Standing] = field(repr=False)
    """How each item in the archive stands; in a draft also those that are not public."""
    gaps: Mapping[MeetingId, tuple[Gap, ...]] = field(repr=False)
    """What is not shown of a meeting, agenda before minutes, in order of number; no entry when there is nothing."""
    stubs: tuple[Stub, ...]
    """Addresses of withdrawn items. An item without number has none: its address is made of its title."""
    waiting: frozenset[MeetingId]
    """Meetings whose minutes are public in part: other §§ are shown when they have been adjusted."""
    notices: Mapping[MeetingId, tuple[Notice, ...]] = field(repr=False)
    """Of each meeting that has any, in the order they were announced."""
    aliases: frozenset[str]
    """What stands in the place of protected names: nothing is gathered about who bears one."""

    def standing(self, located: Located) -> Standing:
        """How an item of the archive stands."""
        return self.standings[located.ref]


def publish(archive: Archive, day: date, *, draft: bool = False) -> PublicArchive:
    """The part of an archive that is public on a day; with `draft` all of it, but for aliases and waivers."""
    organisation = archive.organisation
    aliases = Aliases(organisation.protected)
    seen = [
        look(index, rulebook(organisation, index.meeting, day), aliases, draft=draft)
        for index in archive.index_by_id.values()
    ]
    views = [(one, index) for one in seen if (index := view(one))]
    bodies = {index.meeting.id.body for _, index in views}
    shown = assemble(
        shown_organisation(organisation, day, bodies, aliases, draft=draft),
        [index for _, index in views],
        {key: case.slug for key, case in archive.cases.items()},
    )
    gaps = {index.meeting.id: _gaps(one) for one, index in views}
    posted = {index.meeting.id: _notices(one, index, day) for one, index in views}
    return PublicArchive(
        archive=shown,
        day=day,
        draft=draft,
        standings=MappingProxyType(
            {item.ref: one.standings[item.slug] for one, index in views for item in (*index.agenda, *index.minutes)}
        ),
        gaps=MappingProxyType({id: found for id, found in gaps.items() if found}),
        stubs=tuple(stub for one, _ in views for stub in _stubs(one)),
        waiting=frozenset(index.meeting.id for one, index in views if one.waits and one.minutes_are_open),
        notices=MappingProxyType({id: found for id, found in posted.items() if found}),
        aliases=frozenset(person.alias for person in organisation.protected),
    )


def shown_organisation(
    organisation: Organisation, day: date, meeting: Iterable[str], aliases: Aliases, *, draft: bool
) -> Organisation:
    """The organisation without unpublished bodies, without what begins after the day, and without protected names.

    A body that begins later is there all the same when it has called to a meeting (`meeting`: codes of bodies).
    """
    called = set(meeting)
    bodies = [
        body
        for body in organisation.bodies
        if draft or (body.published and (body.code in called or _begun(body.valid_from, day)))
    ]
    codes = {body.code for body in bodies}

    def shown(body: Body) -> Body:
        return replace(
            body,
            parent=body.parent if body.parent in codes else None,
            aliases=tuple(alias for alias in body.aliases if draft or _begun(alias.valid_from, day)),
            members=tuple(aliases.term(one) for one in body.members if draft or _begun(one.valid_from, day)),
        )

    return replace(
        organisation,
        bodies=tuple(shown(body) for body in bodies),
        parties=tuple(party for party in organisation.parties if draft or _begun(party.valid_from, day)),
        protected=(),
    )


def _begun(valid_from: date | None, day: date) -> bool:
    return valid_from is None or valid_from <= day


def _notices(seen: Look, index: MeetingIndex, day: date) -> tuple[Notice, ...]:
    known = (number for number, one in seen.numbers.items() if one.state not in (State.LATER, State.CLOSED))
    return () if Draft.MINUTES in seen.book.closed else notices(index.meeting, known, day)


def _stubs(seen: Look) -> Iterable[Stub]:
    for one in (*seen.index.agenda, *seen.index.minutes):
        number = _number(one)
        if seen.standings[one.slug].state is State.WITHDRAWN and number and one.item.withdrawal and not seen.draft:
            withdrawal = one.item.withdrawal
            yield Stub(ref=one.ref, number=number, date=withdrawal.date, reason=withdrawal.reason)


def _number(one: Located) -> ParagraphNumber | None:
    if isinstance(one.item, AgendaItem):
        return None if one.item.number is None else ParagraphNumber(one.item.number)
    return one.item.number


_TOLD = (State.NOT_ON_WEB, State.WITHDRAWN)


def _gaps(seen: Look) -> tuple[Gap, ...]:
    """The gaps of a meeting; in a draft there are none."""
    if seen.draft:
        return ()
    agenda = {number: seen.standings[one.slug] for one in seen.index.agenda if (number := _number(one))}
    nameless = [
        Gap(phase=one.phase, first=None, last=None, state=standing.state, reason=standing.reason)
        for one in (*seen.index.agenda, *seen.index.minutes)
        if (standing := seen.standings[one.slug]).state in _TOLD and _number(one) is None
    ]
    return (
        *_joined(Phase.AGENDA, {number: one for number, one in agenda.items() if one.state in _TOLD}, ()),
        *(gap for gap in nameless if gap.phase is Phase.AGENDA),
        *_joined(Phase.MINUTES, _told_numbers(seen), [n for n, one in seen.numbers.items() if one.state in SHOWN]),
        *(gap for gap in nameless if gap.phase is Phase.MINUTES),
    )


def _told_numbers(seen: Look) -> dict[ParagraphNumber, Standing]:
    """The §§ that are said not to be shown, and the holes in the series of those that readers know of.

    A hole is explained alike whether or not something is written of the number: that is not for readers to know.
    """
    told = {number: one for number, one in seen.numbers.items() if one.state in _TOLD}
    known = sorted(told.keys() | {number for number, one in seen.numbers.items() if one.state in SHOWN})
    hole = Standing(state=State.LATER if seen.waits else State.MISSING)
    holes = {
        number: hole
        for before, after in pairwise(known)
        for number in numbers_between(before, after)
        if number not in (before, after)
    }
    return {**told, **holes}


def _joined(
    phase: Phase, numbers: Mapping[ParagraphNumber, Standing], shown: Collection[ParagraphNumber]
) -> Iterable[Gap]:
    """Gaps in order; neighbours with the same state and reason are one, unless something is shown between them."""
    open_gap: Gap | None = None
    for number in sorted(numbers):
        one = numbers[number]
        last = open_gap.last if open_gap else None
        follows = last and number.number <= last.number + 1 and not any(last < other < number for other in shown)
        if open_gap and follows and (open_gap.state, open_gap.reason) == (one.state, one.reason):
            open_gap = replace(open_gap, last=number)
            continue
        if open_gap:
            yield open_gap
        open_gap = Gap(phase=phase, first=number, last=number, state=one.state, reason=one.reason)
    if open_gap:
        yield open_gap
