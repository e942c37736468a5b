"""Agenda items and §§ as Markdown files: title, facts, text, sections."""

import re
from collections.abc import Callable, Iterable, Iterator

from paragraf.ids import CaseNumber
from paragraf.model import AgendaItem, AttachmentEntry, Item, Paragraph, Publication, Publicity
from paragraf.model.derived import attachment_entry
from paragraf.vocabulary.facts import STARTS_FACTS, nearest
from paragraf.writing.lines import block, clock, one_line, word
from paragraf.writing.people import presenter

# How a title without number must not begin.
_MISREAD = {
    Paragraph: re.compile(r"§+\s*\d{1,4}[a-zåäö]?\s", re.IGNORECASE),
    AgendaItem: re.compile(r"punkt\s+\d{1,4}\s", re.IGNORECASE),
}


def item_text(item: AgendaItem | Paragraph) -> str:
    """The file of an item. Raises ValueError for what the format cannot hold; see lines.py."""
    facts = [f"{name}: {value}" for name, values in FACTS.items() for value in values(item)]
    text = block(item.text, "Texten")
    if not facts and _looks_like_facts(text):
        # The first paragraph after the title would be read as facts: say what goes without saying before it.
        facts = [f"Publicering: {Publicity.FULL}"]
    parts = [_title(item), "\n".join(facts), text]
    for section in item.sections:
        body = block(section.text, f"Avsnittet {section.heading}")
        parts.append(f"## {_heading(section.heading)}" + (f"\n{body}" if body else ""))
    return "\n\n".join(part for part in parts if part) + "\n"


def _title(item: AgendaItem | Paragraph) -> str:
    title = _heading(item.title)
    if item.number is None:
        if _MISREAD[type(item)].match(title):
            raise ValueError(f"Rubriken kan inte skrivas: ”{title}” skulle läsas som ett nummer.")
        return f"# {title}"
    return f"# § {item.number} {title}" if isinstance(item, Paragraph) else f"# Punkt {item.number} {title}"


def _heading(words: str) -> str:
    return word(words, "Rubriken", ())


def _looks_like_facts(text: str) -> bool:
    name, colon, _ = text.partition("\n")[0].partition(":")
    return bool(colon and nearest(name.strip(), STARTS_FACTS))


def _publication(item: Item) -> Iterator[str]:
    if item.publication != Publication():
        reason = one_line(item.publication.reason, "Skälet")
        yield str(item.publication.level) + (f" ({reason})" if reason else "")


def _corrections(item: Item) -> Iterator[str]:
    for correction in item.corrections:
        by = word(correction.by, "Vem som rättade", (":",))
        was, now = one_line(correction.was, "Rättelsen"), one_line(correction.now, "Rättelsen")
        if "->" in was or not (was or now):
            raise ValueError("Rättelsen kan inte skrivas: det som stod innehåller ”->”, eller så är allt tomt.")
        yield f"{correction.date}, {by}: {was} -> {now}"


def _withdrawal(item: Item) -> Iterator[str]:
    if item.withdrawal:
        reason = one_line(item.withdrawal.reason, "Skälet")
        yield str(item.withdrawal.date) + (f", {reason}" if reason else "")


def _waivers(item: Item) -> Iterator[str]:
    for waiver in item.waivers:
        code, who = word(waiver.code, "Problemkoden", (",",)), word(waiver.who, "Vem som ansvarar", (",",))
        yield f"{code}, {who}, {waiver.date}, {word(waiver.reason, 'Skälet', ())}"


def _stated(value: str | None) -> tuple[str, ...]:
    return (word(value, "Uppgiften", ()),) if value else ()


FACTS: dict[str, Callable[[Item], Iterable[str]]] = {
    "Diarienummer": lambda item: map(_number, item.case_numbers),
    "Föredragande": lambda item: map(presenter, item.presenters),
    "Tid": lambda item: [clock(item.at)] if item.at else [],
    "Typ": lambda item: _stated(item.type),
    "Utfall": lambda item: _stated(item.outcome),
    "Bilaga": lambda item: map(attachment_line, item.unlisted),
    "Tillagd": lambda item: [item.added.isoformat()] if item.added else [],
    "Hör ihop": lambda item: map(_number, item.related),
    "Överklagande": lambda item: _stated(item.appeal),
    "Offentlighet": lambda item: _stated(item.openness),
    "Omedelbar justering": lambda item: ["ja"] if item.immediate else [],
    "Publicering": _publication,
    "Rättelse": _corrections,
    "Återkallad": _withdrawal,
    "Undantag": _waivers,
}
"""Name -> the values an item has of it, in the order in which facts are written."""


def attachment_line(entry: AttachmentEntry) -> str:
    """`[Titel](bilagor/x.pdf)`, `Titel` or `Titel (publiceras inte: skäl)`.

    Raises ValueError when that would be read back as something else, or is linked and withheld at once.
    """
    title = word(entry.title, "Bilagans titel", ())
    file = word(entry.file, "Bilagans sökväg", ()) if entry.file is not None else None
    reason = one_line(entry.withheld, "Skälet") if entry.withheld is not None else None
    words = f"[{title}]({file})" if file else title
    if reason is not None:
        words += f" (publiceras inte: {reason})" if reason else " (publiceras inte)"
    found = attachment_entry(words, kind=entry.kind, listed=entry.listed, line=0)
    if (found.title, found.file, found.withheld) != (title, file, reason):
        raise ValueError(f"Bilagan kan inte skrivas: ”{words}” skulle läsas som något annat.")
    if file and reason is not None:
        raise ValueError(f"Bilagan kan inte skrivas: ”{title}” är både länkad och undantagen.")
    return words


def _number(number: CaseNumber) -> str:
    return word(number.written, "Diarienumret", (",",))
