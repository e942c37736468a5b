"""The facts of an item: names, forms and how each is read. docs/format.md tells authors the same."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from paragraf.model import Correction, Publication, Publicity, Waiver, Withdrawal
from paragraf.model.derived import attachment_entry
from paragraf.problems import did_you_mean
from paragraf.reading import scalars
from paragraf.reading.people import presenter
from paragraf.reading.scalars import WrongValueError
from paragraf.vocabulary.items import APPEALS, OPENNESS, OUTCOMES, TYPES
from paragraf.vocabulary.problem_codes import CODES

_PUBLICATION = re.compile(r"(?P<level>[^\W\d_]+)\s*(?:\((?P<reason>.*)\))?")
_CORRECTION = re.compile(r"(?P<day>[^,]+),\s*(?P<by>[^:]+?)\s*:\s*(?P<change>.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A fact that an item can state."""

    read: Callable[[str], Any]
    """Raises ValueError, or WrongValueError with a message of its own."""
    form: str
    """Swedish, to follow "ska vara"."""
    repeatable: bool = False


def publication(text: str) -> Publication:
    """rubrik (26 kap. 1 § OSL)."""
    match = _PUBLICATION.fullmatch(text)
    if not match:
        raise ValueError(text)
    level = scalars.one_of(Publicity)(match["level"])
    return Publication(level=Publicity(level), reason=(match["reason"] or "").strip())


def correction(text: str) -> Correction:
    """2023-05-10, Kim Exempel: 15 % -> 10 %."""
    match = _CORRECTION.fullmatch(text)
    if not match:
        raise ValueError(text)
    arrow = "->" if "->" in match["change"] else "→"
    was, found, now = match["change"].partition(arrow)
    if not found or not (was.strip() or now.strip()):
        raise ValueError(text)
    return Correction(date=scalars.day(match["day"].strip()), by=match["by"], was=was.strip(), now=now.strip())


def withdrawal(text: str) -> Withdrawal:
    """2023-06-01, skäl."""
    day, _, reason = text.partition(",")
    return Withdrawal(date=scalars.day(day.strip()), reason=reason.strip())


def waiver(text: str) -> Waiver:
    """okänd-rubrik, Kim Exempel, 2023-05-10, skäl."""
    parts = [part.strip() for part in text.split(",", 3)]
    if len(parts) != 4 or not all(parts):
        raise ValueError(text)
    code, who, day, reason = parts
    if code not in CODES:
        message = f"”{code}” är ingen problemkod; de står i docs/problem.md."
        raise WrongValueError("okänt-värde", message, did_you_mean(code, CODES))
    if not CODES[code].can_be_waived:
        message = f"Problemet ”{code}” kan inte undantas: bara varningar kan det."
        raise WrongValueError("okänt-värde", message, CODES[code].remedy)
    return Waiver(code=code, who=who, date=scalars.day(day), reason=reason)


def case_number(text: str) -> str:
    """23/SAN/115, as written: a line of its own for each."""
    if not any(char.isdigit() for char in text) or "," in text:
        raise ValueError(text)
    return text


def _choice(words: Iterable[str]) -> Fact:
    known = tuple(words)
    return Fact(read=scalars.one_of(known), form=scalars.either(known))


FACTS: dict[str, Fact] = {
    "Diarienummer": Fact(read=case_number, form="ett diarienummer som 23/SAN/115, ett per rad", repeatable=True),
    "Föredragande": Fact(read=presenter, form="namn och titel, som Jo Exempel, förvaltningschef", repeatable=True),
    "Tid": Fact(read=scalars.clock, form="ett klockslag som 13.10"),
    "Typ": _choice(TYPES),
    "Utfall": _choice(OUTCOMES),
    "Bilaga": Fact(
        read=lambda text: attachment_entry(text, kind="bilaga", listed=False, line=0),
        form="en bilaga som [Titel](bilagor/fil.pdf)",
        repeatable=True,
    ),
    "Tillagd": Fact(read=scalars.day, form="ett datum som 2023-05-22"),
    "Hör ihop": Fact(read=case_number, form="ett diarienummer som 23/KS/44, ett per rad", repeatable=True),
    "Överklagande": _choice(APPEALS),
    "Offentlighet": _choice(OPENNESS),
    "Omedelbar justering": Fact(read=scalars.yes_or_no, form="ja eller nej"),
    "Publicering": Fact(
        read=publication, form="full, maskad, rubrik eller ingen, och skälet: rubrik (26 kap. 1 § OSL)"
    ),
    "Rättelse": Fact(
        read=correction,
        form="datum, vem: vad som stod -> vad som står, som 2023-05-10, Kim Exempel: 15 % -> 10 %",
        repeatable=True,
    ),
    "Återkallad": Fact(read=withdrawal, form="datum och skäl, som 2023-06-01, innehåller personuppgifter"),
    "Undantag": Fact(
        read=waiver,
        form="problemkod, vem, datum och skäl, som okänd-rubrik, Kim Exempel, 2023-05-10, rubriken står så",
        repeatable=True,
    ),
}
"""Name -> form, in the order in which they are written."""

GOVERNING = ("Publicering", "Tillagd", "Återkallad")
"""Facts that hold something back: one that cannot be read holds back the whole item."""
