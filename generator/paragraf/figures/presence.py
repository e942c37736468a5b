"""Who fills the seats of a body at its meetings, as the minutes say."""

from collections.abc import Iterator
from dataclasses import dataclass

from paragraf.figures.activity import held
from paragraf.ids import MeetingId, nfc
from paragraf.model import Meeting
from paragraf.publishing.public import PublicArchive
from paragraf.vocabulary.attendance import decides, is_substitute


@dataclass(frozen=True, kw_only=True, slots=True)
class Presence:
    """One held meeting whose minutes tell who served, of a body whose members are known for that day."""

    meeting_id: MeetingId
    seats: int
    """Members of the body that day, substitutes not counted."""
    members: int
    """Those of them who are named among the serving, at any § of the meeting."""
    others: int
    """Others who are named among the serving, at any §: substitutes, who may have served in the same seat in turn."""

    @property
    def unfilled(self) -> int:
        """Seats for which nobody at all is named."""
        return max(0, self.seats - self.members - self.others)


def presence(public: PublicArchive) -> tuple[Presence, ...]:
    """Every meeting that can be counted, in the order of the archive."""
    return tuple(_presence(public))


def _presence(public: PublicArchive) -> Iterator[Presence]:
    for meeting in held(public):
        seats, serving = _seats(public, meeting), _serving(meeting)
        if seats and serving:
            members = seats & serving
            yield Presence(meeting_id=meeting.id, seats=len(seats), members=len(members), others=len(serving - members))


def _seats(public: PublicArchive, meeting: Meeting) -> frozenset[str]:
    body = public.archive.organisation.body(meeting.id.body)
    return frozenset(
        _key(term.name)
        for term in (body.members if body else ())
        if not is_substitute(term.role)
        and (term.valid_from is None or term.valid_from <= meeting.id.date)
        and (term.valid_to is None or meeting.id.date <= term.valid_to)
    )


def _serving(meeting: Meeting) -> frozenset[str]:
    return frozenset(
        _key(one.name)
        for group in meeting.attendance or ()
        for one in group.people
        if decides(group.label) or one.serves_for
    )


def _key(name: str) -> str:
    return " ".join(nfc(name).casefold().split())
