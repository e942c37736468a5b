"""Decisions without a heading of their own: "Nämnden beslutar att", "Till ledamot väljs", "Motionen anses besvarad".

They get the heading Beslut, so that a reader finds the decision of every § in the same place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from paragraf.importing.document import LaidLine, Note
from paragraf.importing.groups import Group
from paragraf.vocabulary.documents import BODY_ENDINGS
from paragraf.vocabulary.headings import is_decision_of_a_body, kind_of
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_WHO = rf"(?P<who>(?:[A-ZÅÄÖ][\w, -]{{0,60}}?)?(?i:{'|'.join(BODY_ENDINGS)}))s?(?: [\w-]+)?"
_DECIDES = re.compile(rf"{_WHO}\s+(?:beslutar|beslutade|beslöt)\b")
_DECIDES_THAT = re.compile(rf"{_WHO}\s+beslutar(?:\s+(?:enhälligt\s+|därefter\s+)?att\b|\s*:?\s*$)")
"""Says what is decided now, not what once was or what a body can decide."""
_BY_PROPOSAL = re.compile(rf"{_WHO}\s+beslutar\s+(?:i enlighet med|enligt)\b")
_ENACTS = re.compile(
    rf"{_WHO}\s+(?:beslutar|godkänner|antar|avslår|bifaller|noterar|remitterar|utser|väljer|beviljar|överlämnar|avger"
    r"|ställer sig bakom|(?:tackar för [\w -]{3,60} och )?lägger\b[^.]*\btill handlingarna|ger \w+ i uppdrag)\b"
)
"""What a body does in the last paragraph of a §."""
_RESULT = re.compile(
    r"(?:Till|Som) [^.]{3,120}\b(?:väljs|utses)\b"
    r"|[A-ZÅÄÖ]\w+(?:en|et)\s(?:anses|förklaras|är) (?:därmed |härmed )?besvarad"
)
"""A decision that names nobody who takes it."""
_OF_RESULTS = re.compile(
    r"\b(?:\w*val|avsägelse\w*|motion\w*|interpellation\w*|medborgarförslag\w*|fråga)\b", re.IGNORECASE
)
"""Titles of items with such decisions."""
_OPEN = ("", "dagens", "proposition", "omrostning")
"""Kinds of sections in which the body's own decision is told."""
_TOLD = (*_OPEN, "sammanfattning", "arendebeskrivning", "bedomning", "konsekvenser", "yrkanden", "talare", "ovrigt")
"""Kinds of sections whose last paragraph can be the decision, when nothing stands below it."""


def with_decision(
    groups: Sequence[Group], own_names: tuple[str, ...], notes: list[Note], title: str
) -> Iterator[Group]:
    """The same sections; a decision that stands in one of them becomes a section, with all that follows under it.

    In a section of another kind that is so where nothing else in the § is a decision: what a subcommittee proposes
    stands before "Kommunstyrelsen beslutar" and its clauses. `title`: of the item.
    """
    decided = any(group.kind == "beslut" for group in groups)
    for index, group in enumerate(groups):
        place = None if decided else _decision_in(group, own_names, title, last=index + 1 == len(groups))
        if place is None:
            yield group
            continue
        decided = True
        line = group.lines[place].line
        yield replace(group, lines=group.lines[:place])
        if is_decision_of_a_body(line.text):
            words = line.text.rstrip(" :")
            yield Group(heading=words, kind="beslut", line=line.number, lines=group.lines[place + 1 :])
            continue
        notes.append(Note(line=line.number, text="Beslutet saknar rubrik; rubriken ”Beslut” är tillagd."))
        yield Group(heading="Beslut", kind="beslut", line=line.number, lines=group.lines[place:])


def _decision_in(group: Group, own_names: tuple[str, ...], title: str, *, last: bool) -> int | None:
    """Index of the line with which a decision begins. A proposal begins with such words itself."""
    if group.kind in (*ATTACHMENT_KINDS, "expedieras"):
        return None
    begins = [place for place, line in enumerate(group.lines) if not line.blank and _is_start(group.lines, place)]
    first = next((place for place, line in enumerate(group.lines) if not line.blank), 0)
    form = _DECIDES if group.kind in _OPEN else _DECIDES_THAT
    for place in begins:
        if (group.kind != "forslag" or place > first) and _is_own(form, group.lines[place].line.text, own_names):
            return place
    if not last or not begins:
        return None
    text = " ".join(line.line.text for line in group.lines[begins[-1] :] if not line.blank)
    if group.kind in _TOLD and _is_own(_ENACTS, text, own_names):
        return begins[-1]
    if group.kind == "" and _RESULT.match(text) and _OF_RESULTS.search(title):
        return begins[-1]
    proposed = group.kind == "forslag" and begins[-1] > first and _is_own(_BY_PROPOSAL, text, own_names)
    return begins[-1] if proposed else None


def _is_start(lines: Sequence[LaidLine], place: int) -> bool:
    """Whether a paragraph begins with a line."""
    above = lines[place - 1] if place else None
    return above is None or above.blank or above.line.text.endswith(".")


def _is_own(form: re.Pattern[str], text: str, own_names: tuple[str, ...]) -> bool:
    """Whether the body that decides by a text is the minutes' own."""
    match = form.match(text)
    return match is not None and kind_of(f"{' '.join(match['who'].split())} beslutar", own_names) == "beslut"
