"""Votes by name that stand on pages of their own, after the last § or in an annex, not in the § that they are of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from paragraf.importing.document import Break, LaidLine
from paragraf.importing.flow import measure
from paragraf.importing.headings import heading_at
from paragraf.importing.rollrows import TableVote
from paragraf.importing.rolls import Roll, read_rolls
from paragraf.importing.votes import find_roll_call

_HEAD = re.compile(
    r"(?:(?:protokolls)?bilaga\b.{0,80}"
    r"|(?:omröstnings?|voterings?|röst(?:nings)?|upprops?|namnupprops?|närvaro-?)(?: ?- ?| och | & |/)?[\w-]*"
    r"(?:protokoll|lista|listor|längd|bilaga|förteckning|resultat|schema|tabell|uppgift(?:er)?)\b.{0,80}"
    r"|(?:resultat (?:av|från|för) )?(?:omröstning|votering|namnupprop)(?:en|ar)?\b.{0,80}"
    r"|närvaro och omröstning\w*.{0,40})",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\b(?:protokolls)?bilaga\s+(?:nr\.?\s*)?(?P<annex>\d{1,2})\b", re.IGNORECASE)
_OF = re.compile(
    r"§+\s*(?P<before>\d{1,4})\b|\b(?P<after>\d{1,4})\s?§|\bparagraf\s+(?P<named>\d{1,4})\b", re.IGNORECASE
)
_COUNTS = re.compile(
    r"(?:antal|summa|totalt|resultat|s:a|ja|nej|avst\w*|frånv\w*)\b[^()]{0,40}\d[\d\s,;]*", re.IGNORECASE
)
"""A line below a vote that only counts it."""
_NEAR = 8
"""Lines with text below a heading within which its table begins."""
_LONGEST = 400
"""Lines of a table, at most."""


def annexed_roll(lines: Sequence[LaidLine], index: int, end: int, *, follows: bool) -> int | None:
    """Where a vote ends whose heading begins a page or an annex, or follows another such; None: none begins here.

    The heading says of which § it is, or which annex: a heading without either can be one in the § itself.
    """
    text = " ".join(lines[index].line.text.split())
    if not _HEAD.fullmatch(text) or not (follows or _ANNEX.match(text) or _is_top(lines, index)):
        return None
    roll = _roll_from(lines[index : min(end, index + _LONGEST)])
    if roll is None or not all(vote.number or vote.annex for vote in roll.votes):
        return None
    below = next((line.line.text for line in lines[index + roll.end : end] if not line.blank), "")
    goes_on = below and not _HEAD.fullmatch(below) and heading_at([below], after_blank=True)
    return None if goes_on else index + roll.end


def annexed_rolls(lines: Sequence[LaidLine], parts: frozenset[int]) -> Iterator[Roll]:
    """The votes among the parts that stand elsewhere than the front page; `parts`: numbers of their first lines."""
    starts = [place for place, line in enumerate(lines) if line.line.number in parts]
    for start, end in pairwise([*starts, len(lines)]):
        if _HEAD.fullmatch(" ".join(lines[start].line.text.split())) and (roll := _roll_from(lines[start:end])):
            yield replace(roll, start=start, end=start + roll.end)


def _roll_from(lines: Sequence[LaidLine]) -> Roll | None:
    """The vote below a heading, with the § or the annex that its head names."""
    roll = next((one for one in read_rolls(lines, ()) if one.votes), None)
    if roll is None:
        call = find_roll_call(lines[1:], measure(line.line for line in lines))
        if call is None:
            return None
        vote = TableVote(number=0, line=lines[0].line.number, call=call)
        roll = Roll(start=call.start + 1, end=call.end + 1, votes=(vote,))
    head = [line.line.text for line in lines[: roll.start] if not line.blank]
    if len(head) > _NEAR:
        return None
    of = next((found for text in head if (found := _OF.search(text))), None)
    annex = next((found for text in head if (found := _ANNEX.search(text))), None)
    number = int(of["before"] or of["after"] or of["named"]) if of else 0
    votes = tuple(
        replace(one, number=one.number or number, annex=int(annex["annex"]) if annex else 0) for one in roll.votes
    )
    end = roll.end
    while (at := next((at for at in range(end, len(lines)) if not lines[at].blank), None)) is not None:
        if not _COUNTS.fullmatch(lines[at].line.text):
            break
        end = at + 1
    told = {*roll.unread}
    rest = tuple(line.line.number for line in lines[:end] if not line.blank and line.line.number not in told)
    return replace(roll, start=0, end=end, votes=votes, notices=rest)


def _is_top(lines: Sequence[LaidLine], index: int) -> bool:
    """Whether a line is the first text of its page."""
    while index > 0:
        if lines[index].page is Break.CERTAIN:
            return True
        index -= 1
        if not lines[index].blank:
            return False
    return False
