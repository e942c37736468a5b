"""Headings of an author's own, which no table has: told by their form, and by where else they stand.

A short line over running text is one where the same line stands in several §§, or where it stands apart between
headings that the table has. A name, an address, a recipient or a row of a list never is.
"""

import re
from collections import Counter
from collections.abc import Sequence

from paragraf.importing.document import LaidLine
from paragraf.importing.flow import begins_entry
from paragraf.importing.headings import Heading, Place, heading_at
from paragraf.importing.hyphens import clean
from paragraf.importing.itemfacts import is_fact
from paragraf.vocabulary.documents import BODY_ENDINGS
from paragraf.vocabulary.headings import UNKNOWN, plain, unspaced
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_LISTS = (*ATTACHMENT_KINDS, "expedieras")
_DECISIONS = ("beslut", "forslag")
_LONGEST, _MOST_WORDS = 60, 7
_RUNS = 45
"""Characters of a line that is running text for certain."""
_SIGNS = re.compile(r"[\d()@/§]|[.;,!?”\"]$")
_SAYS = re.compile(
    r"\b(?:är|har|ska|skall|kan|får|var|blir|besluta(?:r|de)?|föreslå[rs]|yrkar|finner|reserverar|informerar|redovisar"
    r"|rapporterar|redovisas|anmäls|framgår|bifogas|följande|deltar|anmäler|utgår|noterar|godkänner|lägger|öppnar|avslutar|svarar|väljer|utser|\w+(?:eras|ställs)"
    r"|bordläggs|utses|väljs|antas|avslås|bifalls|godkänns|läggs)\b",
    re.IGNORECASE,
)
"""Words of a sentence: what is said, not what a text is about."""
_NAMES = re.compile(r"(?:[A-ZÅÄÖÉ][\w-]+ ?){2,}")
"""Every word has a capital: a person or a place."""


def recurring(parts: Sequence[Sequence[LaidLine]]) -> frozenset[str]:
    """Lines that could be headings and stand over text in several of the items, as `plain` writes them."""
    counts: Counter[str] = Counter()
    for lines in parts:
        counts.update({plain(line.line.text) for at, line in enumerate(lines) if _is_formed(lines, at)})
    return frozenset(words for words, count in counts.items() if count > 1)


def own_heading(
    lines: Sequence[LaidLine], index: int, place: Place, *, known: frozenset[str], among: bool
) -> Heading | None:
    """The heading that a line of an item is by its form; None when it is none.

    `known`: what `recurring` found. `among`: a heading of the table stands above it in its item, or nothing does.
    """
    line = lines[index].line
    if not place.ended or not _is_formed(lines, index):
        return None
    again = plain(line.text) in known
    looks = bool(line.heading or line.bold or line.text.endswith(":"))
    apart = place.after_blank or looks
    if place.section in _LISTS:
        sure = again and apart and not _entry_follows(lines, index)
    elif place.section in _DECISIONS:
        sure = again and apart and place.filled
    else:
        sure = apart and (again or (among and _heading_follows(lines, index, place)))
    words = " ".join(unspaced(clean(line.text)).split()).rstrip(" :")
    return Heading(text=words, kind=UNKNOWN) if sure else None


def _is_formed(lines: Sequence[LaidLine], index: int) -> bool:
    """Whether a line has the form of a heading over running text."""
    line = lines[index].line
    text = line.text
    if lines[index].blank or line.cells or line.wrapped or line.soft or begins_entry(text) or not text[0].isupper():
        return False
    words = text.rstrip(" :").split()
    if not 3 < len(text) <= _LONGEST or len(words) > _MOST_WORDS or _SIGNS.search(text) or _SAYS.search(text):
        return False
    if _NAMES.fullmatch(" ".join(words)) or words[-1].casefold().endswith(BODY_ENDINGS) or is_fact(text):
        return False
    following = _following(lines, index)
    if following is None or following.line.cells or heading_at([following.line.text], after_blank=True):
        return False
    below = following.line
    runs = len(below.text) >= _RUNS or below.soft or bool(below.wrapped) or below.text.endswith(".")
    return runs and (below.text[0].isupper() or begins_entry(below.text))


def _following(lines: Sequence[LaidLine], index: int) -> LaidLine | None:
    return next((one for one in lines[index + 1 :] if not one.blank), None)


def _entry_follows(lines: Sequence[LaidLine], index: int) -> bool:
    following = _following(lines, index)
    return following is not None and begins_entry(following.line.text)


def _heading_follows(lines: Sequence[LaidLine], index: int, place: Place) -> bool:
    """Whether a heading of the table stands further on in the item."""
    return any(
        heading_at([one.line.text], after_blank=True, own_names=place.own_names)
        for one in lines[index + 2 :]
        if not one.blank
    )
