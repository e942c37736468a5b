"""What a reader has to know before reading an item: that text is missing from it, or that it has been handled again."""

from typing import Any

from paragraf.archive import Located
from paragraf.model import Publicity
from paragraf.pages import words
from paragraf.pages.citation import citation
from paragraf.pages.items import full_label, item_link
from paragraf.pages.place import Place
from paragraf.pages.requests import document_request

_TEXTS = {
    Publicity.TITLE: "Ärendet redovisas inte på webben, bara dess nummer och rubrik.",
    Publicity.MASKED: "Uppgifter har tagits bort ur texten innan den publicerades.",
}


def notes(place: Place, located: Located) -> list[dict[str, Any]]:
    """Notes in order: `text`, and a `link` to an item or a `request` to the registrar."""
    found: list[dict[str, Any]] = []
    text = closed_text(located)
    if text:
        request = document_request(
            place,
            title=located.item.title,
            belongs=citation(located),
            path=place.path,
            reason=located.item.publication.reason,
        )
        found.append({"text": text, "request": request})
    again = place.index.archive.handled_again(located)
    if again:
        latest = place.index.archive.item_by_ref[again[-1].ref]
        day = words.kept_date(latest.meeting_id.date)
        link = {**item_link(place, latest), "label": full_label(place, latest)}
        found.append({"text": f"Ärendet har behandlats igen, senast {day}:", "link": link})
    return found


def closed_text(located: Located) -> str:
    """That an item is shown by title only, or masked, and why; empty when all of it is there."""
    publication = located.item.publication
    reason = f" Skäl: {publication.reason}." if publication.reason else ""
    text = _TEXTS.get(publication.level, "")
    return f"{text}{reason}" if text else ""
