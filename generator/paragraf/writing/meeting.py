"""A meeting as text files: mote.yml, kallelse/, protokoll/ and Markdown attachments."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from paragraf.ids import nfc
from paragraf.model import (
    DRAFT_WORDS,
    Adjustment,
    Agenda,
    AgendaItem,
    AttachmentFile,
    Meeting,
    Organisation,
    Paragraph,
)
from paragraf.writing.block_yaml import Tree, yaml_text
from paragraf.writing.items import item_text
from paragraf.writing.lines import block, one_line, spans, word
from paragraf.writing.names import file_names
from paragraf.writing.people import groups, person

_Part = TypeVar("_Part")


def meeting_files(meeting: Meeting, organisation: Organisation | None = None) -> dict[str, str]:
    """Path from the meeting folder -> text, in the order of the document. Attachments of other kinds are not text.

    The body is written by its code where the organisation knows it, else by its name.
    What is written is NFC, with blanks at the ends of values and blank lines at the ends of texts taken away.
    Raises ValueError (Swedish, with the file it is about) for what the format cannot hold.
    """
    files = {"mote.yml": _in_file("mote.yml", partial(facts_text, organisation=organisation), meeting)}
    documents: tuple[tuple[str, Sequence[AgendaItem | Paragraph], int], ...] = (
        ("kallelse", meeting.agenda.items if meeting.agenda else (), 2),
        ("protokoll", meeting.minutes.paragraphs if meeting.minutes else (), 3),
    )
    for folder, items, digits in documents:
        for name, item in zip(file_names(items, digits=digits), items, strict=True):
            files[f"{folder}/{name}"] = _in_file(f"{folder}/{name}", item_text, item)
    for file in meeting.files:
        if file.is_markdown:
            files[nfc(file.path)] = _in_file(file.path, attachment_text, file)
    return files


def facts_text(meeting: Meeting, organisation: Organisation | None = None) -> str:
    """The text of mote.yml; raises ValueError for what it cannot hold."""
    tree: dict[str, Tree] = {"organ": _body(meeting, organisation), "datum": meeting.id.date.isoformat()}
    if meeting.kind != "ordinarie":
        tree["typ"] = meeting.kind
    if meeting.times:
        tree["tid"] = spans(meeting.times)
    if meeting.place.strip():
        tree["plats"] = one_line(meeting.place, "Platsen")
    if meeting.draft:
        tree["utkast"] = DRAFT_WORDS[meeting.draft]
    if meeting.cancelled:
        reason = one_line(meeting.cancelled.reason, "Skälet")
        tree["inställt"] = {"datum": meeting.cancelled.date.isoformat()} | ({"skäl": reason} if reason else {})
    if meeting.moved_to:
        tree["flyttat till"] = meeting.moved_to.isoformat()
    if meeting.original:
        tree["original"] = word(meeting.original, "Originalet", ())
    if meeting.agenda and ((facts := _agenda(meeting.agenda)) or not meeting.agenda.items):
        tree["kallelse"] = facts
    if meeting.adjustments:
        tree["justering"] = [_adjustment(one) for one in meeting.adjustments]
    if meeting.attendance is not None:
        tree["närvaro"] = groups(meeting.attendance)
    if meeting.withheld:
        tree["ej på webben"] = [
            {"paragrafer": str(one.paragraphs), "skäl": word(one.reason, "Skälet", ())} for one in meeting.withheld
        ]
    return yaml_text(tree)


def attachment_text(file: AttachmentFile) -> str:
    """The text of a Markdown attachment; raises ValueError for what it cannot hold."""
    title = word(file.title, "Bilagans titel", ())
    body = block(file.text, "Bilagans text", structured=False)
    return f"# {title}\n\n{body}\n" if body else f"# {title}\n"


def _body(meeting: Meeting, organisation: Organisation | None) -> str:
    known = organisation.body(meeting.id.body) if organisation else None
    return word(known.code if known else meeting.body_name or meeting.id.body, "Organet", ())


def _agenda(agenda: Agenda) -> dict[str, Tree]:
    tree: dict[str, Tree] = {}
    if agenda.published:
        tree["publicerad"] = agenda.published.isoformat()
    if agenda.times:
        tree["tid"] = spans(agenda.times)
    if agenda.place.strip():
        tree["plats"] = one_line(agenda.place, "Platsen")
    if agenda.called:
        tree["kallade"] = groups(agenda.called)
    return tree


def _adjustment(one: Adjustment) -> dict[str, Tree]:
    tree: dict[str, Tree] = {}
    if one.paragraphs:
        tree["paragrafer"] = str(one.paragraphs)
    tree["justerat"] = one.adjusted.isoformat() if one.adjusted else "okänt"
    if one.announced:
        tree["anslaget"] = one.announced.isoformat()
    if one.removed:
        tree["nedtaget"] = one.removed.isoformat()
    if one.adjusters:
        tree["justerare"] = [person(someone) for someone in one.adjusters]
    if one.place.strip():
        tree["förvaras"] = one_line(one.place, "Var protokollet förvaras")
    return tree


def _in_file(path: str, write: Callable[[_Part], str], part: _Part) -> str:
    try:
        return write(part)
    except ValueError as reason:
        raise ValueError(f"{path}: {reason}") from reason
