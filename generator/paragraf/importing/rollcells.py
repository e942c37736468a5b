"""Cells of attendance tables: in which column each stands, and what a mark in it says."""

import re
from collections.abc import Sequence

from paragraf.importing.dates import CLOCK
from paragraf.importing.names import NAME
from paragraf.importing.rollheads import Cell, Column
from paragraf.vocabulary.front import PARTIES
from paragraf.vocabulary.rolls import ABSENT, LETTERS, LISTENING, PRESENT, REMOTE
from paragraf.vocabulary.voting import SIDES

Cells = dict[int, str]
"""Place of the column in the head -> words; UNPLACED -> a mark of which the column cannot be told."""
UNPLACED = -1

_SET = (
    r"(?:(?:ej|utom|del(?:ar)? av|fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|från|till)\s+)*"
    r"§+\s*\d[\d\s,.§–-]*(?:och\s+\d+)?"
)
_TIME = rf"(?:kl\.?\s*)?{CLOCK}\s*(?:[-–—]\s*{CLOCK})?(?:\s*(?:[,;]|och)\s*(?:kl\.?\s*)?{CLOCK}\s*[-–—]\s*{CLOCK})*"
_MEANINGS = tuple(
    (meaning, re.compile(form, re.IGNORECASE))
    for meaning, form in (
        ("remote", REMOTE),
        ("listening", LISTENING),
        ("absent", ABSENT),
        ("present", PRESENT),
        ("set", rf"{_SET}(?:\s*\(?{_TIME}\)?)?"),
        ("time", rf"\(?{_TIME}\)?"),
    )
)
_PARTY = "|".join(sorted((re.escape(code) for code in PARTIES), key=len, reverse=True))
_MARK = rf"{REMOTE}|{LISTENING}|{PRESENT}|{ABSENT}|{_SET}|{_TIME}"
_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_LONGEST = 250
"""Characters of a row, at most."""
_FORMS: dict[str, str] = {
    "party": rf"\(?(?:{_PARTY})\)?|-",
    "serves": rf"{NAME}(?:\s*\([^()]{{1,8}}\))?(?:,?\s*{_SET})?|[-–]",
    "substitute": rf"{NAME}(?:\s*\([^()]{{1,8}}\))?(?:,?\s*{_SET})?|X|x|[-–]",
    "role": r"[a-zåäö12][^\d()]*?",
    "remark": r"[a-zåäö].*?",
    "vote": rf"(?i:X|1|{_SIDE})",
}
"""What stands in a column, where only the order of the columns is known; every other one has marks."""


def meaning(words: str) -> str:
    """What a cell says: present, listening, absent, remote, a set of §§ or a time; empty: something else."""
    plain = words.strip()
    return next((meaning for meaning, form in _MEANINGS if form.fullmatch(plain)), "")


def is_mark(words: str) -> bool:
    """Whether a cell is a mark or a word of a vote, and no text."""
    plain = words.strip().casefold()
    return meaning(words) in ("present", "listening", "absent", "remote") or plain in SIDES or plain in LETTERS


def placed(cells: Sequence[Cell], columns: Sequence[Column]) -> Cells:
    """The cells by the column that they stand in: text begins where its column does, a mark stands below its head."""
    found: Cells = {}
    for words, start, end in cells:
        at = below(start, end, columns) if is_mark(words) else _beginning(start, columns)
        found[at] = f"{found[at]} {words}" if at in found else words
    return found


def _beginning(start: int, columns: Sequence[Column]) -> int:
    """The last column that begins before, or next to, a text."""
    near = 3 if columns[-1].end < 250 else 15
    return max((at for at, one in enumerate(columns) if one.start <= start + near), default=0)


def below(start: int, end: int, columns: Sequence[Column]) -> int:
    """The column whose head stands over a mark; UNPLACED where two are as near."""
    over = [at for at, one in enumerate(columns) if at and start < one.end and end > one.start]
    if len(over) == 1:
        return over[0]
    middle = (start + end) / 2
    away = sorted((abs((one.start + one.end) / 2 - middle), at) for at, one in enumerate(columns) if at)
    near = [at for distance, at in away if distance <= away[0][0] * 1.5]
    return near[0] if len(near) == 1 else UNPLACED


def in_order(text: str, columns: Sequence[Column]) -> Cells | None:
    """The cells of a row whose columns are lost, by what each column may hold; None: it is no row of the table.

    A cross tells of no column when several could have it.
    """
    if len(text) > _LONGEST:
        return None
    parts = [r"(?P<c0>(?:\S+\s+\S.*?|Vakan\w*.*?))"]
    for at, one in enumerate(columns[1:], 1):
        parts.append(rf"(?:\s+(?P<c{at}>{_FORMS.get(one.kind, f'(?i:{_MARK})')}))?")
    match = re.fullmatch("".join(parts), " ".join(text.split()))
    if not match:
        return None
    found = {at: match[f"c{at}"] for at in range(len(columns)) if match[f"c{at}"]}
    marked = [at for at, one in enumerate(columns) if at and (one.kind not in _FORMS or one.kind == "vote")]
    there = [at for at in marked if at in found]
    if len(there) < len(marked) and any(is_mark(found[at]) for at in there):
        for at in there:
            del found[at]
        found[UNPLACED] = "X"
    return found
