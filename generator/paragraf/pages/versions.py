"""Which version of a document an item rests on: documents of one title at several steps of the same case.

Nobody says which file is a later version of which. What is certain is that two files differ, that they have the same
title, and that they lie in the same case; titles that only name a kind of document (tjänsteskrivelse) say nothing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from paragraf.archive import Attachment, Case, Located, Phase, is_proposal
from paragraf.archive.naming import normalised
from paragraf.model import AttachmentEntry
from paragraf.model.derived import item_type
from paragraf.pages import words
from paragraf.pages.attachments import attachment_view, entry_view, shown_as
from paragraf.pages.place import Place
from paragraf.vocabulary.documents import DOCUMENT_KINDS
from paragraf.vocabulary.items import QUIET_TYPES

_KINDS = ("underlag", "bilagor", "bilaga")
"""Kinds of attachments that come again in new versions; lists of delegated decisions and messages are new ones."""


def item_document(place: Place, located: Located, entry: AttachmentEntry, attachment: Attachment) -> dict[str, Any]:
    """One line of an item's list of documents, with the version that it rests on."""
    view = entry_view(entry, attachment, place)
    return {**view, "version": version_view(place, located, shown_as(place, attachment))}


def version_view(place: Place, located: Located, attachment: Attachment) -> dict[str, Any] | None:
    """That this is the version an item rests on, and the others before and after it; None when it is the only one."""
    if item_type(located.item) in QUIET_TYPES or attachment.file is None:
        return None
    found = {
        one.path: one
        for case in place.index.archive.cases_of(located.item)
        for one in documents_of(place, case)
        if _sign(one) == _sign(attachment) and one.file and one.file.sha256 != attachment.file.sha256
    }
    own = {shown_as(place, one).path for _, one in place.index.archive.attachments_of(located)}
    # Where an item lists two documents of one title nobody says which of them it was.
    if not found or not _sign(attachment) or own & found.keys():
        return None
    others = sorted(found.values(), key=lambda one: one.meeting_id.date)
    return {
        "text": f"Den version som {_what(place, located)} grundas på.",
        "others": [
            {
                "word": _when(one.meeting_id.date, located.meeting_id.date),
                "label": dated(place, one),
                "href": place.to(f"{one.path}/"),
            }
            for one in others
            if one.meeting_id != located.meeting_id
        ],
    }


def _when(other: date, own: date) -> str:
    if other == own:
        return "Annan version samma dag"
    return "Senare version" if other > own else "Tidigare version"


def _what(place: Place, located: Located) -> str:
    if located.phase is Phase.AGENDA:
        return "punkten"
    return "förslaget" if is_proposal(located.item, place.index.body(located.meeting_id.body)) else "beslutet"


def documents_view(place: Place, case: Case) -> list[dict[str, Any]]:
    """Every document of a case by title, each with its versions in time order."""
    by_title: dict[str, list[Attachment]] = {}
    for one in documents_of(place, case):
        by_title.setdefault(_sign(one) or one.path, []).append(one)
    return [
        {
            "title": row[0].title,
            "versions": [{**attachment_view(one, place), "when": dated(place, one)} for one in row],
        }
        for row in by_title.values()
    ]


def documents_of(place: Place, case: Case) -> Iterator[Attachment]:
    """The documents of a case in the order of its handlings, each once; one that is here in place of its twin."""
    archive = place.index.archive
    seen: set[str] = set()
    for step in case.handlings:
        for _, attachment in archive.attachments_of(archive.item_by_ref[step.ref]):
            one = shown_as(place, attachment)
            if one.path not in seen:
                seen.add(one.path)
                yield one


def dated(place: Place, attachment: Attachment) -> str:
    """KS 10 maj 2023"""
    return f"{attachment.meeting_id.body} {words.long_date(attachment.meeting_id.date)}"


def _sign(attachment: Attachment) -> str:
    """What versions of a document have in common; empty for what has no versions."""
    title = normalised(attachment.title)
    comes_again = any(kind in _KINDS for kind in attachment.kinds)
    return title if comes_again and attachment.file and title not in DOCUMENT_KINDS else ""
