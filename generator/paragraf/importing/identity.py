"""What a document is: agenda, supplement, minutes or extract, of which body and which day.

Every sign is weighed over the document's first page, its running heads and its structure; the heaviest wins, so that
no single form of a title page is required.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf.importing.bodies import body_of
from paragraf.importing.dates import find_date, find_dates, without_dates
from paragraf.importing.deciding import deciding_body
from paragraf.importing.document import Line, Note, refuse
from paragraf.model import Organisation
from paragraf.reading import read_organisation
from paragraf.vocabulary.documents import (
    BODY_CODES,
    DATE_LABELS,
    DOCUMENT_WORDS,
    ITEM_LISTS,
    OTHER_DATES,
    PAGE_WORDS,
)
from paragraf.vocabulary.headings import kind_of

MINUTES, AGENDA = "protokoll", "kallelse"
_FIRST = 70
"""Lines with text among which the document says what it is."""
_INSIDE = ("beslut", "forslag", "underlag", "sammanfattning", "arendebeskrivning", "expedieras")
"""Kinds of sections under whose headings the first item's text has begun."""
_REFERENCE = re.compile(r"protokoll\w*\b.*(?:19|20)\d\d.*§")
"""Minutes of another day that something rests on: "Arbetsutskottets protokoll 2024-08-28 § 55"."""
_ENTRY = re.compile(r"(?:§+\s?\d|\d{1,3}[.)]?\s+[A-ZÅÄÖ]|-\s)")
_SIGNS: tuple[tuple[re.Pattern[str], str, float], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), what, worth)
    for pattern, what, worth in (
        (r"\bjustera(?:n)?des? (?:sign|signatur)\w*|\bjusterares? sign\w*|\butdragsbestyrkande\b", MINUTES, 3),
        (r"^(?:utses|utsedda?) att justera\b|^anslag\s?/\s?bevis\b|^bevis om anslag", MINUTES, 3),
        (r"^protokollet är justerat|^paragrafen är justerad|^§+ ?\d+\D", MINUTES, 1),
        (r"\bkallas (?:härmed )?till\b|\bhärmed kallas\b|\bförhinder\b|^kallade\b|^välkommen\b", AGENDA, 3),
        (r"^(?:tid|kl)?\s*föredragande\b|\bföredragande$", AGENDA, 1),
    )
)
_SPEAKING = ("juster", "utdragsbestyrkande", "anslag", "bevis", "§", "kalla", "förhinder", "välkommen", "föredragande")
"""One of these stands in all that these patterns find, in lower case: few lines have any."""
_LABELLED = re.compile(rf"(?:{'|'.join(DATE_LABELS)})\b\s*:?\s*(?P<value>.*)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """What a document is."""

    kind: str
    """protokoll or kallelse: which of the two documents of a meeting."""
    variant: str = ""
    """tillägg of an agenda, utdrag of minutes; empty: the document itself."""
    body: str
    """Full name."""
    days: tuple[date, ...]
    """Of the meeting; one, or the days that it went on."""
    notes: tuple[Note, ...] = ()
    """What of it was taken from elsewhere than the first page."""


def identify(
    lines: Sequence[Line], source: Path, organisation: Organisation | None = None, *, named: str = ""
) -> Identity:
    """Say what the document is; `named`: the body, as somebody who knows says. Raises ImportRefusedError when kind,
    day or body is nowhere to be found.
    """
    first = first_texts(lines)
    kind, variant = _kind(first, lines, source)
    days = _days(first, source)
    repeated = Counter(" ".join(line.text.split()).casefold() for line in lines if line.text)
    if body := _named(named, days[0], organisation) or body_of(first, repeated, organisation):
        return Identity(kind=kind, variant=variant, body=body, days=days)
    if found := deciding_body(lines):
        return Identity(kind=kind, variant=variant, body=found[0], days=days, notes=(found[1],))
    raise refuse(
        str(source),
        "organ-saknas",
        "Organets namn syns inte på första sidan; väntade en rad som ”Socialnämnden” eller ”Kommunstyrelsen”.",
        suggestion="Säg vilket det är, till exempel --organ SN.",
    )


def _named(word: str, day: date, organisation: Organisation | None) -> str:
    """The name of the body that somebody has named by code or name."""
    known = organisation.find_body(word, day) if organisation and word else None
    return known.name if known else BODY_CODES.get(word.casefold(), word)


def declared_bodies(target: Path) -> Organisation | None:
    """What organisation.yml of a content folder says; None without one that can be read."""
    path = target / "organisation.yml"
    return read_organisation(path)[0] if path.is_file() else None


def first_texts(lines: Sequence[Line]) -> list[str]:
    """The first texts of the document, cell by cell, up to its list of items or the first section of an item."""
    found: list[str] = []
    for line in lines:
        if not line.text:
            continue
        if line.text.casefold().rstrip(" :") in ITEM_LISTS and len(found) > 5:
            break
        if len(found) > 8 and not line.cells and kind_of(line.text) in _INSIDE:
            break
        found += [" ".join(cell.split()) for cell in (line.cells or (line.text,)) if cell]
        if len(found) > _FIRST:
            break
    return found


def _kind(first: Sequence[str], lines: Sequence[Line], source: Path) -> tuple[str, str]:
    named = [said for place, text in enumerate(first[:40]) if (said := _title_weight(text, place))]
    scores = {MINUTES: 0.0, AGENDA: 0.0}
    for weight, what in named:
        scores[_document(what)] += weight
    short = [line.text for line in lines if 0 < len(line.text) < 120 and _speaks(line.text.casefold())]
    for pattern, spoken_for, worth in _SIGNS:
        times = sum(pattern.search(text) is not None for text in short)
        scores[spoken_for] += min(times * worth, 6)
    if not named and (what := _word_of(re.sub(r"[-_\d]+", " ", source.stem))):
        scores[_document(what)] += 2
        named.append((1.0, what))
    if max(scores.values()) < 2:
        raise refuse(
            str(source),
            "okänt-dokument",
            "Dokumentet börjar varken som en kallelse eller som ett protokoll.",
            suggestion="Dess första sida ska ha ordet KALLELSE eller PROTOKOLL.",
        )
    kind = MINUTES if scores[MINUTES] >= scores[AGENDA] else AGENDA
    variant = "utdrag" if kind == MINUTES else "tillägg"
    others = max((weight for weight, what in named if what == kind), default=0.0)
    its_own = max((weight for weight, what in named if what == variant), default=0.0)
    return kind, variant if its_own and its_own >= others - 1 else ""


def _speaks(lower: str) -> bool:
    return any(word in lower for word in _SPEAKING)


def _document(what: str) -> str:
    return MINUTES if what in ("protokoll", "utdrag") else AGENDA


def _title_weight(text: str, place: int) -> tuple[float, str] | None:
    """How much a line says what the document is, and what; None when it does not."""
    if _ENTRY.match(text) or len(text) > 140:
        return None
    plain = re.sub(rf"\s+(?:{PAGE_WORDS})?\s*\d+ ?(?:\(\d+\)|av \d+)$", "", text, flags=re.IGNORECASE)
    for pattern, what in DOCUMENT_WORDS.items():
        match = re.search(rf"(?<![\w-]){pattern}(?![\w-])", plain, re.IGNORECASE)
        if match is None:
            continue
        if match.group().casefold() == "utdrag" and not re.match(r"utdrag$", plain, re.IGNORECASE):
            continue
        whole = match.group() == plain
        weight = 6.0 if whole else 4.0 if match.start() == 0 else 2.5
        if weight < 6 and re.search(r"[.;]$|\bbilaga\b|\bprotokollet\b", plain, re.IGNORECASE):
            weight = 1.0
        early = 2.0 if place < 6 else 1.0 if place < 15 else 0.0
        return weight + early + (1.0 if match.group().isupper() else 0.0), what
    return None


def _word_of(text: str) -> str:
    found = (what for pattern, what in DOCUMENT_WORDS.items() if re.search(rf"\b{pattern}\b", text, re.IGNORECASE))
    return next(found, "")


def _days(first: Sequence[str], source: Path) -> tuple[date, ...]:
    """The days of the meeting: the date that most signs speak for."""
    scores: dict[date, float] = {}
    runs: dict[date, tuple[date, ...]] = {}
    for place, text in enumerate(first):
        before = first[place - 1] if place else ""
        if not (days := find_dates(text)):
            continue
        day = days[0]
        run = days if _is_run(days) else (day,)
        weight = 1.0 - place / 100
        labelled = _LABELLED.match(text) or (before and _LABELLED.fullmatch(before) and find_date(before) is None)
        exact = re.match(r"sammanträde|möte|datum för samm", (text if _LABELLED.match(text) else before), re.IGNORECASE)
        if labelled:
            weight += 6 if exact else 3
        if _title_weight(text, place) and not _REFERENCE.search(text):
            weight += 5
        if re.search(r"\bsammanträde|\bmöte\b|\bkl(?:ockan)?\b|^(?:plats|tid)\b", text, re.IGNORECASE):
            weight += 3
        if _WEEKDAY.search(text):
            weight += 1.5
        alone = not any(char.isupper() for char in without_dates(text))  # else the line says itself what its day is of
        if _of_something_else(text) or (_of_something_else(before) and alone and not labelled):
            weight -= 6
        if _ENTRY.match(text):
            weight -= 2
        scores[day] = scores.get(day, 0.0) + weight
        if len(run) > len(runs.get(day, ())):
            runs[day] = run
    best = max(scores, key=lambda day: (scores[day], -day.toordinal()), default=None)
    if best is None or scores[best] < -4:
        named = find_date(re.sub(r"_", " ", source.stem))
        if named:
            return (named,)
    if best is None:
        raise refuse(
            str(source),
            "datum-saknas",
            "Sammanträdets datum syns inte på första sidan; väntade till exempel ”Sammanträdesdatum 2023-05-24”.",
        )
    return runs[best]


def _is_run(days: Sequence[date]) -> bool:
    return all(0 < (days[place + 1] - days[place]).days < 4 for place in range(len(days) - 1))


def _of_something_else(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return any(word.startswith(OTHER_DATES) for word in words)
