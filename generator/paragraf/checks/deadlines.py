"""Days that the law or a body's own rules set. A missed one is a fact of signed minutes: it only warns."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from paragraf.archive import Archive
from paragraf.checks.texts import facts_path
from paragraf.model import AuthorPage, Body, BodyKind, Draft, Meeting, Rules
from paragraf.problems import Problem, problem
from paragraf.publishing.calendar import ANNOUNCED_WITHIN, last_appeal_day

COUNCIL_CALL_DAYS = 7
"""KL 5:13."""
_USUAL_CALL = timedelta(days=7)
"""How long before a meeting its agenda mostly goes out: the day of an example."""


def adjusted_in_time(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """Minutes are adjusted within 14 days of the meeting, or what the body has decided (KL 5:69, 6:35)."""
    for meeting, body in _meetings(archive):
        days = (body.rules if body else Rules()).adjustment_days
        for one in meeting.adjustments:
            if one.adjusted and one.adjusted > meeting.id.date + timedelta(days=days):
                late = (one.adjusted - meeting.id.date).days
                message = f"Justerat {one.adjusted}, {late} dagar efter sammanträdet; gränsen är {days}."
                yield problem("sen-justering", facts_path(meeting), one.line, message)


def announced_in_time(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """An adjustment is announced at the latest on the second day after it (KL 8:12)."""
    for meeting, _ in _meetings(archive):
        for one in meeting.adjustments:
            if one.adjusted and one.announced and one.announced > one.adjusted + ANNOUNCED_WITHIN:
                late = (one.announced - one.adjusted).days
                message = f"Anslaget {one.announced}, {late} dagar efter justeringen {one.adjusted}; gränsen är 2."
                yield problem("sent-anslag", facts_path(meeting), one.line, message)


def removed_late_enough(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A notice stays up until the time for appeal has run out (KL 8:12, 13:5)."""
    for meeting, _ in _meetings(archive):
        for one in meeting.adjustments:
            last = last_appeal_day(one.announced) if one.announced else None
            if last and one.removed and one.announced and one.announced <= one.removed <= last:
                message = f"Nedtaget {one.removed}, men anslaget ska sitta uppe till och med {last}."
                yield problem("tidigt-nedtaget", facts_path(meeting), one.line, message)


def called_in_time(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """An agenda is out as many days before the meeting as the rules say (fullmäktige one week, KL 5:13)."""
    for meeting, body in _meetings(archive):
        days = body.rules.call_days if body else None
        if days is None and body and body.kind is BodyKind.COUNCIL:
            days = COUNCIL_CALL_DAYS
        published = meeting.agenda.published if meeting.agenda else None
        if days is None or published is None or published > meeting.id.date:
            continue
        early = (meeting.id.date - published).days
        if early < days:
            message = f"Kallelsen är publicerad {published}, {early} dagar före sammanträdet; gränsen är {days}."
            yield problem("sen-kallelse", facts_path(meeting), 0, message)


def called_some_day(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """An agenda that is no draft has the day on which it was published; without it nobody ever sees it."""
    for meeting, _ in _meetings(archive):
        agenda = meeting.agenda
        if agenda and agenda.items and not agenda.published and Draft.AGENDA not in meeting.draft:
            message = "Kallelsen har ingen dag då den publicerades, så inget av den blir publikt."
            example = meeting.id.date - _USUAL_CALL
            advice = f"Skriv ”publicerad: {example}”, men med rätt dag, indraget under ”kallelse:”."
            yield problem("kallelse-utan-dag", facts_path(meeting), 0, message, advice)


def _meetings(archive: Archive) -> Iterator[tuple[Meeting, Body | None]]:
    """Meetings that were not called off, with their bodies."""
    bodies = {body.code: body for body in archive.organisation.bodies}
    yield from ((one, bodies.get(one.id.body)) for one in archive.meetings if not one.cancelled and not one.moved_to)
