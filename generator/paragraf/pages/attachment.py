"""One attachment: what it is, which §§ and cases use it, the file itself – or why it is not here."""

from collections.abc import Iterator
from typing import Any

from paragraf.archive import Attachment, Located
from paragraf.pages import words
from paragraf.pages.attachments import attachment_view, kind
from paragraf.pages.citation import citation
from paragraf.pages.frame import frame, thing
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, full_label, item_link
from paragraf.pages.markdown import render
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.requests import accessible_request
from paragraf.pages.versions import version_view


def attachment_pages(index: Index) -> Iterator[Page]:
    """A page for each attachment that a public item names."""
    for attachment in index.archive.attachments.values():
        yield attachment_page(index, attachment)


def attachment_page(index: Index, attachment: Attachment) -> Page:
    """The page of one attachment."""
    path = f"{attachment.path}/"
    meeting = index.archive.meeting_by_id[attachment.meeting_id]
    place = Place(index=index, path=path, meeting=meeting.id)
    body = index.body(meeting.id.body)
    name = meeting.body_name or body.name
    day = words.long_date(meeting.id.date)
    kinds = [kind(key) for key in attachment.kinds]
    text = index.links.attachments.get((meeting.id, attachment.slug), "")
    rendered = render(text, level=2, resolve=place.resolve, id_prefix="avsnitt-", glossary=index.glossary)
    context = {
        "frame": frame(
            place,
            label=attachment.title,
            crumbs=((name, f"{body.slug}/"), (day, f"{meeting.id.path}/"), ("Bilagor", f"{meeting.id.path}/#bilagor")),
            toc=[(heading.label, heading.id) for heading in rendered.headings if heading.level == 2],
            filters={"organ": name, "år": str(meeting.id.date.year), "typ": "Handling"},
            data=(thing(place, "DigitalDocument", path, name=attachment.title, inLanguage="sv"),),
        ),
        "title": attachment.title,
        "kinds": kinds,
        "meeting": {
            "date": words.when(meeting.id.date),
            "href": place.to(f"{meeting.id.path}/"),
            "body": name,
            "body_href": place.to(f"{body.slug}/"),
        },
        "view": attachment_view(attachment, place),
        "file": file_view(attachment),
        "reason": attachment.withheld or "",
        "is_withheld": attachment.withheld is not None,
        "accessible": _accessible(place, attachment),
        "uses": [{**item_link(place, one), "label": full_label(place, one)} for one in _uses(place, attachment)],
        "versions": _versions(place, attachment),
        "cases": [case_link(place, index.archive.cases[key]) for key in attachment.cases if key in index.archive.cases],
    }
    return Page(
        path=path,
        key=attachment_key(attachment),
        template="attachment.html",
        title=f"{attachment.title} – {name} {day}",
        description=f"{kinds[0] if kinds else 'Bilaga'} till {name}s sammanträde {day}.",
        html=rendered.html,
        context=context,
    )


def attachment_key(attachment: Attachment) -> str:
    """A document that is here is known by its bytes, so that it is found again under another name or date."""
    if attachment.file is None:
        return f"bilaga {attachment.path}"
    return f"bilaga {attachment.meeting_id.body} sha256:{attachment.file.sha256}"


def file_view(attachment: Attachment) -> dict[str, Any] | None:
    """The file that only the attachment's own page links to; None for text and for what is not here."""
    file = attachment.file
    if file is None or file.is_markdown:
        return None
    return {
        "href": words.file_name(file.path),
        "name": words.file_name(file.path),
        "type": words.file_type(file),
        "size": words.size(file.size),
        "sha256": file.sha256,
    }


def _uses(place: Place, attachment: Attachment) -> list[Located]:
    return [place.index.archive.item_by_ref[ref] for ref in dict.fromkeys(use.ref for use in attachment.uses)]


def _versions(place: Place, attachment: Attachment) -> list[dict[str, Any]]:
    """Other files of the same title in the same case, each once."""
    views = [version_view(place, one, attachment) for one in _uses(place, attachment)]
    return list({other["href"]: other for view in views if view for other in view["others"]}.values())


def _accessible(place: Place, attachment: Attachment) -> str:
    """A letter that asks for a version that everyone can read; empty for text, which everyone can."""
    if file_view(attachment) is None:
        return ""
    user = _uses(place, attachment)[0]
    return accessible_request(place, titles=[attachment.title], belongs=citation(user), path=f"{attachment.path}/")
