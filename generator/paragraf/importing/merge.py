"""An agenda and minutes of one meeting in one folder: what each brings, and names of files that do not collide."""

from collections.abc import Mapping
from dataclasses import replace

from paragraf.importing.document import FieldsRead
from paragraf.model import AgendaItem, Meeting, Minutes, Paragraph


def merged(there: Meeting, new: Meeting, kind: str) -> Meeting:
    """The meeting that stood there with the new document; facts that the new one does not know stay."""
    if kind == "kallelse":
        published = there.agenda.published if there.agenda else None
        agenda = replace(new.agenda, published=published) if new.agenda else there.agenda
        return replace(there, id=new.id, draft=True, agenda=agenda, files=new.files, tray=new.tray)
    return replace(
        there,
        id=new.id,
        draft=True,
        times=new.times or there.times,
        place=new.place or there.place,
        attendance=new.attendance or there.attendance,
        adjustments=new.adjustments or there.adjustments,
        minutes=new.minutes,
        files=new.files,
        tray=new.tray,
    )


def with_other_paths(read: FieldsRead, renamed: Mapping[str, str]) -> FieldsRead:
    """The same with some files under other names, in links, lists and the account too."""
    if not renamed:
        return read
    meeting = read.meeting
    minutes, agenda = meeting.minutes, meeting.agenda
    if minutes:
        minutes = Minutes(paragraphs=tuple(_paragraph(one, renamed) for one in minutes.paragraphs))
    if agenda:
        agenda = replace(agenda, items=tuple(_item(one, renamed) for one in agenda.items))
    return replace(
        read,
        meeting=replace(
            meeting,
            minutes=minutes,
            agenda=agenda,
            files=tuple(replace(file, path=renamed.get(file.path, file.path)) for file in meeting.files),
            tray=tuple(_bare(renamed.get(f"oplacerat/{name}", name)) for name in meeting.tray),
        ),
        tray=tuple(replace(file, path=renamed.get(file.path, file.path)) for file in read.tray),
        ledger=tuple(
            replace(entry, destination=renamed.get(entry.destination, entry.destination)) for entry in read.ledger
        ),
    )


def _bare(path: str) -> str:
    return path.removeprefix("oplacerat/")


def _paragraph(one: Paragraph, renamed: Mapping[str, str]) -> Paragraph:
    return replace(
        one,
        sections=tuple(replace(section, text=_relinked(section.text, renamed)) for section in one.sections),
        unlisted=tuple(replace(entry, file=renamed.get(entry.file or "", entry.file)) for entry in one.unlisted),
    )


def _item(one: AgendaItem, renamed: Mapping[str, str]) -> AgendaItem:
    return replace(
        one,
        sections=tuple(replace(section, text=_relinked(section.text, renamed)) for section in one.sections),
        unlisted=tuple(replace(entry, file=renamed.get(entry.file or "", entry.file)) for entry in one.unlisted),
    )


def _relinked(text: str, renamed: Mapping[str, str]) -> str:
    for old, new in renamed.items():
        text = text.replace(f"]({old})", f"]({new})")
    return text
