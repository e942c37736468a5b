"""Every text that an author wrote and that may be public some day, with file and line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paragraf.archive import Archive
from paragraf.model import (
    AgendaItem,
    AttendanceGroup,
    Attendee,
    AuthorPage,
    Draft,
    Item,
    Meeting,
    Organisation,
    Paragraph,
    Publicity,
    draft_part,
)

ORGANISATION = "organisation.yml"


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicText:
    """A piece of text that becomes public when its day comes."""

    text: str
    path: str
    line: int
    """Line of the text's first line; 0: the file as a whole."""
    is_name: bool = False
    """A field that holds a person's name: a protected name there is replaced by its alias."""
    is_draft: bool = False
    """Of what is private until its author says otherwise."""


def public_texts(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[PublicText]:
    """What is private whatever the day (Publicering, Återkallad, ej på webben, closed bodies) is not among them."""
    yield from _organisation(archive.organisation)
    for page in pages:
        head = f"{page.title}\n{page.description}"
        yield PublicText(text=head, path=page.source.path, line=0)
        yield PublicText(text=page.body, path=page.source.path, line=page.source.line)
    for meeting in archive.meetings:
        if is_closed(archive.organisation, meeting):
            continue
        yield from _facts(meeting)
        for item in items(meeting):
            yield from _item(meeting, item)
        yield from _files(archive, meeting)


def items(meeting: Meeting) -> tuple[AgendaItem | Paragraph, ...]:
    """All items of a meeting, agenda first."""
    agenda = meeting.agenda.items if meeting.agenda else ()
    return (*agenda, *(meeting.minutes.paragraphs if meeting.minutes else ()))


def facts_path(meeting: Meeting) -> str:
    """The meeting's mote.yml."""
    return f"{meeting.source.path}/mote.yml"


def is_closed(organisation: Organisation, meeting: Meeting) -> bool:
    """Whether nothing of the meeting is public on any day; a draft may be, when it is done."""
    body = organisation.body(meeting.id.body)
    start = organisation.archive_start
    return (body is not None and not body.published) or (start is not None and meeting.id.date < start)


def level(meeting: Meeting, item: Item) -> Publicity:
    """How much of an item can ever be public."""
    if item.withdrawal:
        return Publicity.NONE
    if isinstance(item, Paragraph) and item.number:
        number = item.number
        if any(one.paragraphs.rest or one.paragraphs.covers(number) for one in meeting.withheld):
            return Publicity.NONE
    return item.publication.level


def has_text(meeting: Meeting, item: Item) -> bool:
    """Whether the item's whole text can be public."""
    return level(meeting, item) in (Publicity.FULL, Publicity.MASKED)


def _item(meeting: Meeting, item: Item) -> Iterator[PublicText]:
    path, draft = item.source.path, draft_part(item) in meeting.draft
    yield PublicText(text=item.publication.reason, path=path, line=0, is_draft=draft)
    if level(meeting, item) is Publicity.NONE:
        return
    yield PublicText(text=item.title, path=path, line=item.source.line, is_draft=draft)
    if not has_text(meeting, item):
        return
    yield PublicText(text=item.text, path=path, line=item.text_line, is_draft=draft)
    for section in item.sections:
        yield PublicText(text=section.heading, path=path, line=section.line, is_draft=draft)
        free, rows = section.text, ""
        if section.kind == "omrostning":
            lines = section.text.split("\n")
            free = "\n".join("" if line.lstrip().startswith("|") else line for line in lines)
            rows = "\n".join(line if line.lstrip().startswith("|") else "" for line in lines)
        yield PublicText(text=free, path=path, line=section.text_line, is_draft=draft)
        if rows:
            yield PublicText(text=rows, path=path, line=section.text_line, is_name=True, is_draft=draft)
    facts = [number.written for number in (*item.case_numbers, *item.related)]
    facts += [entry.title for entry in item.unlisted]
    facts += [f"{one.was}\n{one.now}" for one in item.corrections]
    yield PublicText(text="\n".join(facts), path=path, line=0, is_draft=draft)
    names = [one.by for one in item.corrections] + [f"{one.name}\n{one.title}" for one in item.presenters]
    yield PublicText(text="\n".join(names), path=path, line=0, is_name=True, is_draft=draft)


def _facts(meeting: Meeting) -> Iterator[PublicText]:
    """What mote.yml says in words. Its lines are not kept."""
    agenda = meeting.agenda
    called = [agenda.place if agenda else "", meeting.cancelled.reason if meeting.cancelled else ""]
    yield from _told(meeting, Draft.AGENDA, called, agenda.called if agenda else (), ())
    held = [meeting.place, *(one.place for one in meeting.adjustments), *(one.reason for one in meeting.withheld)]
    adjusters = [person for one in meeting.adjustments for person in one.adjusters]
    yield from _told(meeting, Draft.MINUTES, held, meeting.attendance or (), adjusters)


def _told(
    meeting: Meeting, part: Draft, words: Sequence[str], groups: Sequence[AttendanceGroup], more: Sequence[Attendee]
) -> Iterator[PublicText]:
    """The words, labels and people of one part of the facts."""
    people = [*(person for group in groups for person in group.people), *more]
    told = [*words, *(group.label for group in groups), *(person.role or "" for person in people)]
    names = [name for person in people for name in (person.name, person.serves_for or "")]
    path, draft = facts_path(meeting), part in meeting.draft
    yield PublicText(text="\n".join(told), path=path, line=0, is_draft=draft)
    yield PublicText(text="\n".join(names), path=path, line=0, is_name=True, is_draft=draft)


def _files(archive: Archive, meeting: Meeting) -> Iterator[PublicText]:
    """Names and texts of the files that an item with text of its own names, and the original."""
    parts: dict[str, Draft] = {meeting.original: Draft.MINUTES} if meeting.original else {}
    for one in archive.index_by_id[meeting.id].attachments:
        for item in (archive.item_by_ref[use.ref].item for use in one.uses):
            if one.file and has_text(meeting, item):
                parts[one.file.path] = parts.get(one.file.path, Draft.NONE) | draft_part(item)
    for file in meeting.files:
        if file.path not in parts:
            continue
        path, draft = f"{meeting.source.path}/{file.path}", parts[file.path] in meeting.draft
        yield PublicText(text=file.path.removeprefix("bilagor/"), path=path, line=0, is_draft=draft)
        if file.is_markdown:
            yield PublicText(text=file.title, path=path, line=1, is_draft=draft)
            yield PublicText(text=file.text, path=path, line=file.text_line, is_draft=draft)


def _organisation(organisation: Organisation) -> Iterator[PublicText]:
    """What organisation.yml says to readers; names of members are fields for names."""
    words = [*organisation.glossary.values(), *(link.label for link in organisation.links)]
    words += [person.alias for person in organisation.protected]
    members = [member for body in organisation.bodies for member in body.members]
    yield PublicText(text="\n".join([*words, *(member.role for member in members)]), path=ORGANISATION, line=0)
    yield PublicText(text="\n".join(member.name for member in members), path=ORGANISATION, line=0, is_name=True)


def groups_of(meeting: Meeting) -> tuple[AttendanceGroup, ...]:
    """Everyone who was called or took part, under their labels."""
    return (*(meeting.attendance or ()), *(meeting.agenda.called if meeting.agenda else ()))
