"""Votes that stand in the columns of an attendance table, put into the §§ that they are of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import Note
from paragraf.importing.rollcall import differences, roll_call_markdown
from paragraf.importing.rollrows import TableVote
from paragraf.model import Paragraph, Section
from paragraf.model.derived import table_cells
from paragraf.vocabulary.items import VOTES

_AFTER = ("beslut", "reservation", "anteckning", "sarskilt_yttrande", "expedieras", "justering", "deltar_ej")
"""Kinds of sections that stand after a vote."""
_REFERRING = ("omrostning", "proposition", "beslut")
"""Kinds of sections that tell in which annex the names stand."""


def with_votes(paragraphs: Sequence[Paragraph], votes: Sequence[TableVote], notes: list[Note]) -> tuple[Paragraph, ...]:
    """The §§ with the votes of the attendance table, each in the section that tells of it or in a new one.

    What the text says that the names do not, and votes of a § that is not in the document, become notes.
    """
    found = list(paragraphs)
    for vote in votes:
        place = _place(found, vote)
        if place is None:
            names = "; ".join(f"{who} {side}" for who, side in vote.call.ballots)
            text = f"Omröstningen i § {vote.number} har ingen paragraf i dokumentet: {names}."
            if not vote.number:
                text = f"Omröstningen säger inte vilken paragraf den gäller: {names}."
            notes.append(Note(line=vote.line, text=text))
            continue
        found[place] = _with_vote(found[place], vote, notes)
    return tuple(found)


def _place(paragraphs: Sequence[Paragraph], vote: TableVote) -> int | None:
    """The § that a vote is of: by its number, or the only one that refers to the annex that the vote stands in."""
    if vote.number:
        those = [at for at, one in enumerate(paragraphs) if one.number and str(one.number) == str(vote.number)]
        return those[0] if those else None
    if not vote.annex:
        return None
    named = re.compile(rf"\bbilaga\s+(?:nr\.?\s*)?{vote.annex}\b", re.IGNORECASE)
    those = [
        at
        for at, one in enumerate(paragraphs)
        if any(named.search(part.text) and part.kind in _REFERRING for part in one.sections) or named.search(one.text)
    ]
    return those[0] if len(those) == 1 else None


def _with_vote(paragraph: Paragraph, vote: TableVote, notes: list[Note]) -> Paragraph:
    number = paragraph.number
    sections = list(paragraph.sections)
    told = next((at for at, one in enumerate(sections) if one.kind == "omrostning" and not _has_ballots(one)), None)
    around = sections[told].text if told is not None else "\n\n".join(one.text for one in sections)
    if said := differences(vote.call, around):
        text = f"§ {number}: närvarolistans röster stämmer inte med resultatet: {said}."
        notes.append(Note(line=vote.line, text=text))
    if vote.call.unread:
        text = f"§ {number}: rösten går inte att läsa för {', '.join(vote.call.unread)}."
        notes.append(Note(line=vote.line, text=text))
    table = roll_call_markdown(vote.call)
    if told is not None:
        sections[told] = replace(sections[told], text=f"{sections[told].text}\n\n{table}".strip())
    else:
        at = next((place for place, one in enumerate(sections) if one.kind in _AFTER), len(sections))
        sections.insert(at, Section(heading="Omröstning", kind="omrostning", text=table))
        text = f"§ {number}: rösterna står i närvarolistan; rubriken ”Omröstning” är tillagd."
        notes.append(Note(line=vote.line, text=text))
    return replace(paragraph, sections=tuple(sections))


def _has_ballots(section: Section) -> bool:
    """Whether a section says by name how members voted."""
    rows = (table_cells(line) for line in section.text.split("\n"))
    return any(len(cells) > 1 and cells[1].casefold() in VOTES for cells in rows)
