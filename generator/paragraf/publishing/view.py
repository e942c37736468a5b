"""One meeting as the public may see it: the same types, with everything else gone.

What is kept is built anew from what is public; nothing of the whole meeting is carried along.
Addresses, and which § handles which agenda item, are those of the whole meeting: were they told from the public
part alone, a private title could make them another's.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from paragraf.archive import Attachment, Comparison, Located, MeetingIndex, Phase
from paragraf.archive.documents import file_path, with_uses, without_private_links
from paragraf.model import (
    NOWHERE,
    AgendaItem,
    AttachmentEntry,
    AttachmentFile,
    AttendanceGroup,
    Attendee,
    Draft,
    Meeting,
    Paragraph,
    ParagraphSet,
)
from paragraf.publishing.look import Look, numbers_between
from paragraf.publishing.publicity import SHOWN, State, agenda_is_public, is_public

SomeItem = TypeVar("SomeItem", AgendaItem, Paragraph)


def view(seen: Look) -> MeetingIndex | None:
    """The public index of a meeting; None when nothing of the meeting is public."""
    meeting = shown_meeting(seen)
    if meeting is None:
        return None
    index, files = seen.index, public_files(seen)
    items = {one.slug: shown_item(one, seen, files) for one in index.agenda if seen.shows(one.slug)}
    paragraphs = {one.slug: shown_paragraph(one, seen, files) for one in index.minutes if seen.shows(one.slug)}
    kept = tuple(_file(file, files) for file in meeting.files if file.path in files)
    meeting = replace(
        meeting,
        original=meeting.original if any(file.path == meeting.original for file in kept) else None,
        agenda=meeting.agenda and replace(meeting.agenda, items=tuple(items.values())),
        minutes=meeting.minutes and replace(meeting.minutes, paragraphs=tuple(paragraphs.values())),
        files=kept,
    )
    shown: dict[str, AgendaItem | Paragraph] = {**items, **paragraphs}
    located = {
        one.slug: Located(meeting=meeting, phase=one.phase, item=shown[one.slug], slug=one.slug)
        for one in (*index.agenda, *index.minutes)
        if one.slug in shown
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
        if draft or (Draft.MINUTES not in seen.book.closed and is_public(one, meeting, day))
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
        draft=meeting.draft if draft else Draft.NONE,
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


def shown_item(one: Located, seen: Look, files: Collection[str]) -> AgendaItem:
    """An agenda item with all that is meant for readers, or with number, title and reason alone."""
    item = one.agenda_item
    if seen.shows_text(one.slug):
        return _whole(item, seen, files)
    return AgendaItem(number=item.number, title=item.title, publication=item.publication)


def shown_paragraph(one: Located, seen: Look, files: Collection[str]) -> Paragraph:
    """A § with all that is meant for readers, or with number, title and reason alone."""
    paragraph = one.paragraph
    if seen.shows_text(one.slug):
        return _whole(paragraph, seen, files)
    return Paragraph(number=paragraph.number, title=paragraph.title, publication=paragraph.publication)


def _whole(item: SomeItem, seen: Look, files: Collection[str]) -> SomeItem:
    day, draft, aliases = seen.book.day, seen.draft, seen.aliases
    sections = (aliases.section(one) for one in item.sections)
    return replace(
        item,
        presenters=tuple(aliases.presenter(one) for one in item.presenters),
        unlisted=tuple(_entry(entry, files) for entry in item.unlisted),
        added=item.added if draft or (item.added and item.added <= day) else None,
        corrections=tuple(aliases.correction(one) for one in item.corrections if draft or one.date <= day),
        waivers=(),
        text=without_private_links(item.text, files),
        sections=tuple(replace(one, text=without_private_links(one.text, files)) for one in sections),
        source=NOWHERE,
        file="",
    )


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
    for attachment in whole:
        if attachment.slug in lines:
            file = by_path.get(attachment.file.path) if attachment.file else None
            twin = attachment.same_as if attachment.same_as in filed else None
            yield with_uses(replace(attachment, file=file, same_as=twin), lines[attachment.slug])
