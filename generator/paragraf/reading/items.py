"""Items of an agenda and §§ of minutes, from their files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from paragraf.ids import CaseNumber, NumberPattern, ParagraphNumber
from paragraf.ids import case_number as match_case_number
from paragraf.model import AgendaItem, AttachmentEntry, Paragraph, Publication, Publicity, Section, Source
from paragraf.reading.facts import FACTS, GOVERNING
from paragraf.reading.outline import Outline, RawFact, RawSection, outline
from paragraf.reading.report import Report, short
from paragraf.reading.typed import NOTHING, read_text
from paragraf.vocabulary.headings import kind_of

_PARAGRAPH = re.compile(r"§+\s*(?P<number>\d{1,4}[a-zåäö]?)(?=\s|$)\s*(?P<title>.*)", re.IGNORECASE)
_POINT = re.compile(r"punkt\s+(?P<number>\d{1,4})(?=\s|$)\s*(?P<title>.*)", re.IGNORECASE)
_ODD_NUMBER = re.compile(r"(?:§|paragraf\s+\d|punkt\s+\d|\d+\s?§|\d{1,4}[a-z]?[.)]\s)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What is known of the meeting that an item belongs to."""

    day: date
    patterns: tuple[NumberPattern, ...] = ()
    """Of the organisation; empty: numbers are not checked."""
    own_names: tuple[str, ...] = ()
    """Names and aliases of the meeting's body."""


def read_agenda_item(text: str, file: str, context: Context, report: Report) -> AgendaItem | None:
    """An item of a kallelse; None for a file without title. `file` is its name."""
    parts = outline(text, report)
    if parts is None:
        return None
    number, title = _numbered(parts, _POINT, "Punkt 5", report)
    common = _common(parts, title, context, report)
    return AgendaItem(**common, number=int(number) if number else None, file=file)


def read_paragraph(text: str, file: str, context: Context, report: Report) -> Paragraph | None:
    """A § of a protokoll; None for a file without title. `file` is its name."""
    parts = outline(text, report)
    if parts is None:
        return None
    number, title = _numbered(parts, _PARAGRAPH, "§ 45", report)
    common = _common(parts, title, context, report)
    return Paragraph(**common, number=ParagraphNumber.parse(number) if number else None, file=file)


def _numbered(parts: Outline, form: re.Pattern[str], example: str, report: Report) -> tuple[str | None, str]:
    """Number and title of a heading."""
    match = form.fullmatch(parts.title)
    if match and match["title"] and int(re.sub(r"\D", "", match["number"])):
        return match["number"], match["title"]
    if match:
        message = f"Rubriken ”{parts.title}” saknar titel." if not match["title"] else "Numret 0 finns inte."
        report.add("punkt-utan-rubrik", parts.line, message, f"Skriv ”# {example} Titel”.")
    elif _ODD_NUMBER.match(parts.title):
        message = f"Numret i ”{parts.title}” läses inte: här skrivs det ”# {example} Titel”."
        report.add("fel-nummerform", parts.line, message, "Skriv om rubriken, eller börja den med ett ord.")
    return None, parts.title


def _common(parts: Outline, title: str, context: Context, report: Report) -> dict[str, Any]:
    found = _facts(parts.facts, report)
    facts = {name: [value for value, _ in values] for name, values in found.items()}
    publication: Publication = (facts.get("Publicering") or [Publication()])[0]
    if any(name in facts and not facts[name] for name in GOVERNING):
        publication = Publication(level=Publicity.NONE)
    return {
        "title": title,
        "case_numbers": tuple(_case_numbers(found.get("Diarienummer", []), context, report)),
        "presenters": tuple(facts.get("Föredragande", ())),
        "at": _first(facts, "Tid"),
        "type": _first(facts, "Typ"),
        "outcome": _first(facts, "Utfall"),
        "unlisted": tuple(facts.get("Bilaga", ())),
        "added": _first(facts, "Tillagd"),
        "related": tuple(_case_numbers(found.get("Hör ihop", []), context, report)),
        "appeal": _first(facts, "Överklagande"),
        "openness": _first(facts, "Offentlighet"),
        "immediate": bool(_first(facts, "Omedelbar justering")),
        "publication": publication,
        "corrections": tuple(facts.get("Rättelse", ())),
        "withdrawal": _first(facts, "Återkallad"),
        "waivers": tuple(facts.get("Undantag", ())),
        "text": parts.body.text,
        "text_line": parts.body.line,
        "sections": tuple(_section(one, context) for one in parts.sections),
        "source": Source(path=report.path, line=parts.line),
    }


def _facts(raw: tuple[RawFact, ...], report: Report) -> Mapping[str, list[tuple[Any, int]]]:
    """Values and their lines by name; an empty list for a fact that could not be read."""
    values: dict[str, list[tuple[Any, int]]] = {}
    for one in raw:
        fact = FACTS[one.name]
        found = values.setdefault(one.name, [])
        if not one.value:
            report.add("tomt-värde", one.line, f"{one.name} har inget värde; det ska vara {fact.form}.")
            continue
        value = read_text(one.value, fact.read, fact.form, f"”{short(f'{one.name}: {one.value}')}”", one.line, report)
        if value is NOTHING:
            continue
        if isinstance(value, AttachmentEntry):
            value = replace(value, line=one.line)
        found.append((value, one.line))
        _without_reason(one, value, report)
    return values


def _without_reason(fact: RawFact, value: Any, report: Report) -> None:
    holds_back = fact.name == "Återkallad" or (fact.name == "Publicering" and value.level is not Publicity.FULL)
    if holds_back and not value.reason:
        better = f"{value.date}, skäl" if fact.name == "Återkallad" else f"{value.level} (26 kap. 1 § OSL)"
        message = f"”{fact.name}: {fact.value}” saknar skäl."
        report.add("utan-skäl", fact.line, message, f"Skriv till exempel ”{fact.name}: {better}”.")


def _first(facts: Mapping[str, list[Any]], name: str) -> Any:
    return next(iter(facts.get(name, ())), None)


def _case_numbers(values: list[tuple[str, int]], context: Context, report: Report) -> Iterator[CaseNumber]:
    """The case numbers of a fact; one that follows no pattern is kept as written."""
    # A case keeps its number for years: any pattern that was in use by the day of the meeting may hold.
    patterns = tuple(one for one in context.patterns if one.valid_from is None or one.valid_from <= context.day)
    for written, line in values:
        found = match_case_number(written, patterns)
        if found is None and patterns:
            found = match_case_number(written)
            known = ", ".join(dict.fromkeys(pattern.template for pattern in patterns))
            message = f"”{written}” följer ingen av nummerserierna i organisation.yml: {known}."
            report.add("okänt-diarienummer", line, message)
        if found:
            yield found


def _section(raw: RawSection, context: Context) -> Section:
    return Section(
        heading=raw.heading,
        kind=kind_of(raw.heading, context.own_names),
        text=raw.body.text,
        line=raw.line,
        text_line=raw.body.line,
    )
