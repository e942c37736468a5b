"""One meeting as the public may see it: the same types, with everything else gone.

What is kept is built anew from what is public; nothing of the whole meeting is carried along.
Addresses, and which § handles which agenda item, are those of the whole meeting: were they told from the public
part alone, a private title could make them another's.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from paragraf.archive import Attachment, Comparison, Located, MeetingIndex, Phase
from paragraf.archive.documents import LINK, file_path, with_uses
from paragraf.ids import ParagraphNumber
from paragraf.model import (
    NOWHERE,
    AgendaItem,
    AttachmentEntry,
    AttachmentFile,
    AttendanceGroup,
    Attendee,
    Meeting,
    Paragraph,
    ParagraphSet,
)
from paragraf.publishing.protected import Aliases
from paragraf.publishing.publicity import (
    SHOWN,
    WITH_TEXT,
    Rulebook,
    Standing,
    State,
    agenda_is_public,
    agenda_item_standing,
    is_public,
    number_standing,
    paragraph_standing,
)

Standings = Mapping[str, Standing]
"""Slug of an item -> how it stands."""
Numbers = Mapping[ParagraphNumber, Standing]
"""§ number that is written anywhere in the meeting -> how it stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One meeting on one day: the questions that every part of the view asks."""

    index: MeetingIndex
    book: Rulebook
    draft: bool
    """Everything is shown."""
    aliases: Aliases
    standings: Standings
    numbers: Numbers

    def shows(self, slug: str) -> bool:
        """Whether an item is in the view."""
        return self.draft or self.standings[slug].state in SHOWN

    def shows_text(self, slug: str) -> bool:
        """Whether all that an item says is in the view."""
        return self.draft or self.standings[slug].state in WITH_TEXT

    @property
    def minutes_are_open(self) -> bool:
        """Whether the day of any § has come."""
        standings = (*self.numbers.values(), *(self.standings[one.slug] for one in self.index.minutes))
        return self.draft or any(one.state not in (State.LATER, State.CLOSED) for one in standings)

    @property
    def waits(self) -> bool:
        """Whether the day of some § has not come."""
        standings = (*self.numbers.values(), *(self.standings[one.slug] for one in self.index.minutes))
        return any(one.state is State.LATER for one in standings)


def look(index: MeetingIndex, book: Rulebook, aliases: Aliases, *, draft: bool) -> Look:
    """Decide about every item and number of a meeting."""
    meeting = index.meeting
    standings: dict[str, Standing] = {}
    numbers: dict[ParagraphNumber, Standing] = {
        number: number_standing(meeting, number, book)
        for withheld in meeting.withheld
        if not withheld.paragraphs.excluded
        for first, last in withheld.paragraphs.ranges
        for number in numbers_between(first, last)
    }
    for one in index.agenda:
        if isinstance(one.item, AgendaItem):
            standings[one.slug] = agenda_item_standing(meeting, one.item, book)
    for one in index.minutes:
        standings[one.slug] = paragraph_standing(meeting, one.paragraph, book)
        if one.paragraph.number is not None:
            numbers[one.paragraph.number] = standings[one.slug]
    return Look(
        index=index,
        book=book,
        draft=draft,
        aliases=aliases,
        standings=MappingProxyType(standings),
        numbers=MappingProxyType(numbers),
    )


def numbers_between(first: ParagraphNumber, last: ParagraphNumber) -> tuple[ParagraphNumber, ...]:
    """The numbers from one to another: both as written, and every whole number between."""
    between = (ParagraphNumber(number) for number in range(first.number + 1, last.number))
    return tuple(dict.fromkeys((first, *between, last)))


def view(seen: Look) -> MeetingIndex | None:
    """The public index of a meeting; None when nothing of the meeting is public."""
    meeting = shown_meeting(seen)
    if meeting is None:
        return None
    index, files = seen.index, public_files(seen)
    items = {
        one.slug: shown_item(one.item, seen, files, whole=seen.shows_text(one.slug))
        for one in (*index.agenda, *index.minutes)
        if seen.shows(one.slug)
    }
    agenda, minutes = meeting.agenda, meeting.minutes
    meeting = replace(
        meeting,
        agenda=agenda and replace(agenda, items=tuple(items[one.slug] for one in index.agenda if one.slug in items)),
        minutes=minutes
        and replace(minutes, paragraphs=tuple(items[one.slug] for one in index.minutes if one.slug in items)),
        files=tuple(_file(file, files) for file in meeting.files if file.path in files),
    )
    located = {
        one.slug: Located(meeting=meeting, phase=one.phase, item=items[one.slug], slug=one.slug)
        for one in (*index.agenda, *index.minutes)
        if one.slug in items
    }
    told = {slug for slug in located if seen.shows_text(slug)}
    pairs = {item: paragraph for item, paragraph in index.pairs.items() if item in told and paragraph in told}
    listed = {
        slug: tuple((_entry(entry, files), name) for entry, name in lines)
        for slug, lines in index.listed.items()
        if slug in told
    }
    return MeetingIndex(
        meeting=meeting,
        agenda=tuple(one for one in located.values() if one.phase is Phase.AGENDA),
        minutes=tuple(one for one in located.values() if one.phase is Phase.MINUTES),
        pairs=MappingProxyType(pairs),
        comparison=_comparison(index.comparison, pairs, told) if meeting.agenda else Comparison(),
        attachments=tuple(_attachments(index.attachments, listed, located, meeting.files)),
        listed=MappingProxyType(listed),
    )


def shown_meeting(seen: Look) -> Meeting | None:
    """The facts of mote.yml that are public, with items and files as they were; None when nothing is public.

    How the meeting was held (times, place, who was there) belongs to the minutes and is public with the first §.
    """
    meeting, day, draft, aliases = seen.index.meeting, seen.book.day, seen.draft, seen.aliases
    adjustments = tuple(
        replace(
            one,
            adjusters=aliases.attendees(one.adjusters),
            removed=one.removed if draft or (one.removed and one.removed <= day) else None,
        )
        for one in meeting.adjustments
        if draft or (not seen.book.closed and is_public(one, meeting, day))
    )
    agenda = meeting.agenda if draft or agenda_is_public(meeting, seen.book) else None
    held = seen.minutes_are_open
    if not (draft or agenda or adjustments or held):
        return None
    return Meeting(
        id=meeting.id,
        body_name=meeting.body_name,
        kind=meeting.kind,
        times=meeting.times if held else (),
        place=meeting.place if held else "",
        draft=meeting.draft,
        cancelled=meeting.cancelled if draft or (meeting.cancelled and meeting.cancelled.date <= day) else None,
        moved_to=meeting.moved_to,
        original=meeting.original if draft or original_is_public(seen) else None,
        attendance=shown_attendance(seen) if held else None,
        adjustments=adjustments,
        withheld=meeting.withheld if draft else (),
        agenda=agenda and replace(agenda, called=aliases.groups(agenda.called)),
        minutes=meeting.minutes if held else None,
        files=meeting.files,
    )


def original_is_public(seen: Look) -> bool:
    """Whether the signed document holds nothing but what is public: every § is, in full, and none is missing."""
    numbers = sorted(seen.numbers)
    series = numbers_between(numbers[0], numbers[-1]) if numbers else ()
    standings = [seen.standings[one.slug] for one in seen.index.minutes]
    return (
        bool(standings)
        and not seen.index.meeting.withheld
        and all(number in seen.numbers for number in series)
        and all(one.state is State.PUBLIC and not one.unadjusted for one in standings)
    )


def public_files(seen: Look) -> frozenset[str]:
    """Paths of the files that a public item links, and of the signed document when that is public."""
    index = seen.index
    secret = {
        file_path(entry.file)
        for lines in index.listed.values()
        for entry, _ in lines
        if entry.file and entry.withheld is not None
    }
    linked = {
        one.file.path
        for one in index.attachments
        if one.file and any(seen.shows_text(use.ref.slug) for use in one.uses)
    }
    original = index.meeting.original
    if original and (seen.draft or original_is_public(seen)):
        linked.add(original)
    return frozenset(linked - secret)


def shown_item(
    item: AgendaItem | Paragraph, seen: Look, files: Collection[str], *, whole: bool
) -> AgendaItem | Paragraph:
    """An item with all that is meant for readers, or (`whole` false) with number, title and reason alone."""
    if not whole:
        bare = AgendaItem if isinstance(item, AgendaItem) else Paragraph
        return replace(bare(title=item.title, publication=item.publication), number=item.number)
    day, draft, aliases = seen.book.day, seen.draft, seen.aliases
    return replace(
        item,
        presenters=tuple(aliases.presenter(one) for one in item.presenters),
        unlisted=tuple(_entry(entry, files) for entry in item.unlisted),
        added=item.added if draft or (item.added and item.added <= day) else None,
        corrections=tuple(aliases.correction(one) for one in item.corrections if draft or one.date <= day),
        waivers=(),
        text=without_private_links(item.text, files),
        sections=tuple(
            replace(aliases.section(one), text=without_private_links(aliases.section(one).text, files))
            for one in item.sections
        ),
        source=NOWHERE,
        file="",
    )


def without_private_links(text: str, files: Collection[str]) -> str:
    """Markdown in which a link to a file that is not public has become its words."""
    return LINK.sub(lambda link: link[0] if file_path(link["file"]) in files else link["title"], text)


def shown_attendance(seen: Look) -> tuple[AttendanceGroup, ...] | None:
    """Who was there. While §§ wait for their day, only as far as it concerns §§ that readers know of.

    Someone who only came for §§ that are not shown is not named.
    """
    groups = seen.index.meeting.attendance
    if groups is None or seen.draft:
        return groups and seen.aliases.groups(groups)
    people = ((group, [_attendee(one, seen) for one in group.people]) for group in groups)
    kept = tuple(replace(group, people=tuple(one for one in row if one)) for group, row in people)
    return seen.aliases.groups(kept)


def _attendee(one: Attendee, seen: Look) -> Attendee | None:
    wanted = one.paragraphs
    if wanted is None:
        return one
    inside = replace(wanted, excluded=False)
    covered = [number for number in seen.numbers if inside.covers(number)]
    known = [number for number in covered if seen.numbers[number].state not in (State.LATER, State.CLOSED)]
    if seen.waits:
        if wanted.excluded:
            return replace(one, paragraphs=replace(ParagraphSet.of(known), excluded=True) if known else None)
        one = replace(one, paragraphs=replace(ParagraphSet.of(known), partly=wanted.partly))
    shown = [number for number in covered if seen.numbers[number].state in SHOWN]
    return one if shown or wanted.excluded or not (covered or seen.waits) else None


def _file(file: AttachmentFile, files: Collection[str]) -> AttachmentFile:
    return replace(file, text=without_private_links(file.text, files)) if file.is_markdown else file


def _entry(entry: AttachmentEntry, files: Collection[str]) -> AttachmentEntry:
    path = file_path(entry.file or "")
    return replace(entry, file=None) if path and path not in files else entry


def _comparison(whole: Comparison, pairs: Mapping[str, str], told: Collection[str]) -> Comparison:
    """What is public of the differences: a struck or tabled item is told of by its §."""
    return Comparison(
        added=tuple(slug for slug in whole.added if slug in told),
        withdrawn=tuple(slug for slug in whole.withdrawn if slug in pairs),
        tabled=tuple(slug for slug in whole.tabled if slug in pairs),
    )


def _attachments(
    whole: Iterable[Attachment],
    listed: Mapping[str, tuple[tuple[AttachmentEntry, str], ...]],
    located: Mapping[str, Located],
    files: Iterable[AttachmentFile],
) -> Iterator[Attachment]:
    """The attachments that public items use, told of by those items alone."""
    by_path = {file.path: file for file in files}
    lines: dict[str, list[tuple[Located, AttachmentEntry]]] = {}
    for slug, one in located.items():
        for entry, name in listed.get(slug, ()):
            lines.setdefault(name, []).append((one, entry))
    filed = {one.slug for one in whole if one.slug in lines and one.file}
    for one in whole:
        if one.slug in lines:
            file = by_path.get(one.file.path) if one.file else None
            twin = one.same_as if one.same_as in filed else None
            yield with_uses(replace(one, file=file, same_as=twin), lines[one.slug])
