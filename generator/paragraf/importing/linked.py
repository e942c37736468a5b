"""The documents of an item: links from the entries of its lists, and those that no list names."""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import Document
from paragraf.importing.originals import text_version
from paragraf.model import AttachmentEntry, Section
from paragraf.model.derived import attachment_entry, list_entries
from paragraf.vocabulary.items import ATTACHMENT_KINDS


def linked(sections: Sequence[Section], documents: Sequence[Document]) -> tuple[Section, ...]:
    """The same sections, with links from entries of lists to the documents that were found."""
    paths: dict[str, list[str]] = {}
    for one in documents:
        if one.listed:
            paths.setdefault(one.title, []).append(one.original or one.path)
    found = []
    for section in sections:
        text = section.text
        if section.kind in ATTACHMENT_KINDS and paths:
            lines = section.text.split("\n")
            for entry in list_entries(section.text):
                title = attachment_entry(entry.text, kind=section.kind, listed=True, line=0).title
                if waiting := paths.get(title):
                    lines[entry.line] = lines[entry.line].replace(entry.text, f"[{title}]({waiting.pop(0)})")
            text = "\n".join(lines)
        found.append(replace(section, text=text))
    return tuple(found)


def unlisted(documents: Sequence[Document]) -> tuple[AttachmentEntry, ...]:
    """Attachments that the item's own lists do not name, and the text versions of those that are files."""
    found: list[AttachmentEntry] = []
    for one in documents:
        if not one.listed:
            found.append(AttachmentEntry(title=one.title, file=one.original or one.path, kind="bilaga", listed=False))
        if one.original:
            found.append(text_version(one))
    return tuple(found)
