"""Calendars of meetings (RFC 5545), for the site, each body and each meeting.

A meeting that is moved stays the same event on its new day: the meeting that is then called to bears the name (UID)
of the one that was moved. A calendar that has it already moves it; nobody gets two. A cancelled one is still told, as
cancelled, so that it vanishes from the calendars that have it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from paragraf.feeds.telling import body_name, title_of
from paragraf.ids import UNPRINTABLE, MeetingId
from paragraf.model import Meeting, TimeSpan
from paragraf.pages import words
from paragraf.publishing.outside import document, stable_name
from paragraf.publishing.public import PublicArchive

KEPT = timedelta(days=366)
"""So long a meeting stays in the calendars of the site and its bodies; its own file is always there."""
ZONE = "Europe/Stockholm"
Chain = tuple[Meeting, ...]
"""One meeting, or the days between which it has been moved, in that order: all are one event."""


def chains(meetings: Iterable[Meeting]) -> list[Chain]:
    """Meetings with those that they were moved to. A meeting moved to a day that is not called to yet stands alone."""
    known = {meeting.id: meeting for meeting in meetings}
    by_day: dict[tuple[str, date], list[MeetingId]] = {}
    for id in known:
        by_day.setdefault((id.body, id.date), []).append(id)
    follows: dict[MeetingId, MeetingId] = {}
    for id, meeting in known.items():
        new = by_day.get((id.body, meeting.moved_to), []) if meeting.moved_to else []
        heir = next((other for other in new if other != id and other not in follows.values()), None)
        if heir:
            follows[id] = heir
    # Of meetings that were moved to and fro none is the first: the earliest then is.
    starts = [id for id in known if id not in set(follows.values())]
    seen: set[MeetingId] = set()
    found = []
    for start in (*starts, *known):
        row = []
        one: MeetingId | None = start
        while one is not None and one not in seen:
            seen.add(one)
            row.append(known[one])
            one = follows.get(one)
        if row:
            found.append(tuple(row))
    return sorted(found, key=lambda chain: chain[0].id)


def calendar(public: PublicArchive, linked: Sequence[Chain], path: str, name: str, *, old: bool = False) -> bytes:
    """The calendar at `path` with an event for each chain; without a name it is one event's. `old`: however old."""
    made = Calendar()
    made.add("prodid", "-//Paragraf//Paragraf//SV")
    made.add("version", "2.0")
    if name:
        made.add("name", _clean(name))
        made.add("x-wr-calname", _clean(name))
        made.add("refresh-interval", vDuration(timedelta(days=1)), parameters={"VALUE": "DURATION"})
    made.add_component(_zone())
    for chain in linked:
        if old or _day(chain[-1]) >= public.day - KEPT:
            made.add_component(_event(public, chain, path))
    return bytes(made.to_ical())


def _event(public: PublicArchive, chain: Chain, path: str) -> Event:
    meeting = chain[-1]
    where = document(public.archive.organisation, path)
    agenda = meeting.agenda
    event = Event()
    event.add("uid", str(stable_name(public.archive.organisation, f"{chain[0].id.path}/")))
    facts = sorted({day for one in chain for day in _facts(public, one)}) or [meeting.id.date]
    event.add("dtstamp", datetime.combine(facts[-1], time(), UTC))
    moves = sum(one.moved_to is not None for one in chain)
    event.add("sequence", (facts[-1] - facts[0]).days + moves + (meeting.cancelled is not None))
    _when(event, meeting.times or (agenda.times if agenda else ()), meeting)
    event.add("summary", _clean(title_of(public, _summary(public, meeting))))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    place = meeting.place or (agenda.place if agenda else "")
    if place:
        event.add("location", _clean(place))
    if where.address:
        event.add("url", where.to(f"{meeting.id.path}/"))
    event.add("description", _clean("\n".join(_description(public, chain, where.to(f"{meeting.id.path}/")))))
    return event


def _facts(public: PublicArchive, meeting: Meeting) -> Iterator[date]:
    """The days on which something of the event was decided or said."""
    agenda = meeting.agenda
    if agenda and agenda.published:
        yield agenda.published
    if agenda:
        yield from (item.added for item in agenda.items if item.added)
    if meeting.cancelled:
        yield meeting.cancelled.date
    for one in meeting.adjustments:
        yield from (day for day in (one.adjusted, one.announced) if day)


def _when(event: Event, times: Sequence[TimeSpan], meeting: Meeting) -> None:
    """From the first hour to the last; the whole day where no hours are said, as of a new day not yet called to."""
    day = _day(meeting)
    if not times or meeting.moved_to:
        event.add("dtstart", day)
        return
    start = datetime.combine(day, times[0].start, ZoneInfo(ZONE))
    event.add("dtstart", start)
    if times[-1].end:
        end = datetime.combine(day, times[-1].end, ZoneInfo(ZONE))
        event.add("dtend", end if end > start else end + timedelta(days=1))


def _day(meeting: Meeting) -> date:
    return meeting.moved_to or meeting.id.date


def _summary(public: PublicArchive, meeting: Meeting) -> str:
    extra = ", extra sammanträde" if meeting.kind == "extra" else ""
    state = "Inställt: " if meeting.cancelled else ""
    return f"{state}{body_name(public, meeting)}{extra}"


def _description(public: PublicArchive, chain: Chain, href: str) -> Iterator[str]:
    """What is to be handled, late items marked; where it all stands."""
    meeting = chain[-1]
    if meeting.cancelled:
        reason = f": {meeting.cancelled.reason}" if meeting.cancelled.reason else ""
        yield f"Sammanträdet är inställt{reason}."
    moved = [one for one in chain if one.moved_to]
    if moved:
        yield f"Flyttat från {words.long_date(moved[-1].id.date)}."
    for item in meeting.agenda.items if meeting.agenda else ():
        number = f"{item.number}. " if item.number is not None else ""
        hour = f"{item.at:%H.%M} " if item.at else ""
        late = f" (tillagd {item.added.isoformat()})" if item.added else ""
        yield f"{hour}{number}{item.title}{late}"
    if href.startswith("http"):
        yield href


def _zone() -> Timezone:
    """Swedish time by the rule that has held since 1996, so that a calendar needs no table of its own."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for kind, name, month, before, after, start in (
        (TimezoneDaylight, "CEST", 3, 1, 2, datetime(1996, 3, 31, 2)),
        (TimezoneStandard, "CET", 10, 2, 1, datetime(1996, 10, 27, 3)),
    ):
        part = kind()
        part.add("dtstart", start)
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1su"))
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _clean(text: str) -> str:
    return "\n".join(UNPRINTABLE.sub("", line) for line in text.split("\n"))
