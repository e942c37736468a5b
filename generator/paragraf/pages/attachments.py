"""How an attachment is shown where it is listed: title, kind, type and size, or in words why it is not here."""

from typing import Any

from paragraf.archive import Attachment
from paragraf.model import AttachmentEntry
from paragraf.pages import words
from paragraf.pages.citation import citation
from paragraf.pages.place import Place
from paragraf.pages.requests import document_request
from paragraf.vocabulary.items import ATTACHMENT_KINDS


def entry_view(entry: AttachmentEntry, attachment: Attachment, place: Place) -> dict[str, Any]:
    """One line of a list of attachments, with the title as that item's author wrote it."""
    shown = shown_as(place, attachment)
    return {**attachment_view(shown, place), "title": entry.title or attachment.title, "kind": kind(entry.kind)}


def shown_as(place: Place, attachment: Attachment) -> Attachment:
    """The document itself; of one that is only named, the file of that title in the other of agenda and minutes."""
    twin = place.index.archive.attachments.get((attachment.meeting_id, attachment.same_as or ""))
    return twin or attachment


def attachment_view(attachment: Attachment, place: Place) -> dict[str, Any]:
    """An attachment as a link to its page; `request` is a letter that asks for one that is not here.

    `size` is of a file to fetch: a text is read on the page itself.
    """
    file = attachment.file
    return {
        "title": attachment.title,
        "href": place.to(f"{attachment.path}/"),
        "kind": kind(attachment.kinds[0]) if attachment.kinds else "",
        "here": file is not None,
        "type": words.file_type(file) if file else "",
        "size": words.size(file.size) if file and not file.is_markdown else "",
        "state": state(attachment),
        "request": "" if file else _request(attachment, place),
    }


def _request(attachment: Attachment, place: Place) -> str:
    user = place.index.archive.item_by_ref[attachment.uses[0].ref]
    return document_request(
        place,
        title=attachment.title,
        belongs=citation(user),
        path=f"{attachment.path}/",
        reason=attachment.withheld or "",
    )


def kind(key: str) -> str:
    """What a reader sees: Beslutsunderlag, Protokollsbilaga…"""
    return ATTACHMENT_KINDS.get(key, "Bilaga")


def state(attachment: Attachment) -> str:
    """Why the document is not here, in words; empty when it is."""
    if attachment.file is not None:
        return ""
    if attachment.withheld is None:
        return "finns inte på webben"
    return f"publiceras inte: {attachment.withheld}" if attachment.withheld else "publiceras inte"
