"""How much the bodies do: meetings, §§ and decisions by body and year."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paragraf.archive import Located, is_proposal
from paragraf.model import Meeting
from paragraf.model.derived import decision, is_quiet, outcome
from paragraf.publishing.public import PublicArchive


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """What a body did in a year, as far as it is public."""

    body: str
    """Code; empty in a sum over bodies."""
    year: int
    """0 in a sum over years."""
    meetings: int
    """Held, as their minutes or notices say: see held()."""
    paragraphs: int
    """§§ that are shown, those shown by title only included."""
    decisions: int
    """§§ that decide something in a matter: no formalia, no reports, no proposals to another body."""
    proposals: int
    """§§ in which the body proposes to another body how to decide."""


def held(public: PublicArchive) -> tuple[Meeting, ...]:
    """The meetings that are known to have been held: a § or an adjustment of theirs is public, and the day has come.

    One that was cancelled or moved is none, nor one of which there is only an agenda.
    """
    return tuple(
        meeting
        for meeting in public.archive.meetings
        if meeting.id.date <= public.day
        and not meeting.cancelled
        and not meeting.moved_to
        and (meeting.adjustments or public.archive.index_by_id[meeting.id].minutes)
    )


def activity(public: PublicArchive) -> tuple[Activity, ...]:
    """Every body and year with a held meeting, sorted by body and year."""
    rows: dict[tuple[str, int], list[Meeting]] = {}
    for meeting in held(public):
        rows.setdefault((meeting.id.body, meeting.id.date.year), []).append(meeting)
    return tuple(_row(public, body, year, rows[body, year]) for body, year in sorted(rows))


def _row(public: PublicArchive, body: str, year: int, meetings: list[Meeting]) -> Activity:
    shown = [one for meeting in meetings for one in public.archive.index_by_id[meeting.id].minutes]
    decided = [one for one in shown if _decides(one)]
    proposed = sum(_proposes(public, one) for one in decided)
    return Activity(
        body=body,
        year=year,
        meetings=len(meetings),
        paragraphs=len(shown),
        decisions=len(decided) - proposed,
        proposals=proposed,
    )


def total(rows: Iterable[Activity], *, body: str = "", year: int = 0) -> Activity:
    """The sum of some rows, under the name of a body or a year that they share."""
    those = tuple(rows)
    return Activity(
        body=body,
        year=year,
        meetings=sum(one.meetings for one in those),
        paragraphs=sum(one.paragraphs for one in those),
        decisions=sum(one.decisions for one in those),
        proposals=sum(one.proposals for one in those),
    )


def outcomes(public: PublicArchive) -> Counter[str]:
    """How the decisions went: key of vocabulary.items.OUTCOMES -> how many of the §§ that Activity.decisions counts."""
    return Counter(outcome(one.item) or "beslut" for one in _decisions(public))


def _decisions(public: PublicArchive) -> Iterator[Located]:
    for meeting in held(public):
        for one in public.archive.index_by_id[meeting.id].minutes:
            if _decides(one) and not _proposes(public, one):
                yield one


def _decides(one: Located) -> bool:
    return bool(decision(one.item)) and not is_quiet(one.item)


def _proposes(public: PublicArchive, one: Located) -> bool:
    return is_proposal(one.item, public.archive.organisation.body(one.meeting_id.body))
