"""Which lines are headings of sections. Stricter than the vocabulary: running text holds its words too."""

import re
from collections.abc import Sequence

from paragraf.vocabulary.documents import BODY_ENDINGS, WEAK_HEADINGS
from paragraf.vocabulary.headings import KINDS

_WORDINGS = frozenset(wording for wordings in KINDS.values() for wording in wordings)
_BODY = rf"(?:[\w-]+ )*?[\w-]*(?:{'|'.join(BODY_ENDINGS)})s?"
_OF_A_BODY = re.compile(
    rf"(?:{_BODY} )*{_BODY} (?:behandling(?: av ärendet)?|beslut|förslag(?: till (?:beslut|{_BODY}))?)"
)
_TO_A_BODY = re.compile(rf"förslag till {_BODY}")
_DECIDES = re.compile(rf"{_BODY} beslutar")


def is_heading(text: str, *, after_blank: bool, section: str = "") -> bool:
    """Whether a line is the heading of a section.

    `after_blank`: a blank line, or the item's own title, stands before it. `section`: kind of the section so far.
    """
    words = " ".join(text.split()).casefold().rstrip(":")
    if not text[:1].isupper() or len(words) > 120:
        return False
    if words in WEAK_HEADINGS:
        return after_blank and section != "expedieras"
    if words in _WORDINGS:
        return True
    if _OF_A_BODY.fullmatch(words) or _TO_A_BODY.fullmatch(words):
        return True
    return bool(_DECIDES.fullmatch(words)) and after_blank and section not in ("beslut", "forslag")


def heading_at(texts: Sequence[str], *, after_blank: bool, section: str = "") -> int:
    """How many of the lines form a heading: 1, 2 when it is wrapped, 0 when there is none."""
    if is_heading(texts[0], after_blank=after_blank, section=section):
        return 1
    if len(texts) > 1 and texts[1] and len(texts[0]) > 50 and texts[1][0].islower():
        joined = f"{texts[0]} {texts[1]}"
        if _OF_A_BODY.fullmatch(joined.casefold()) and texts[0][:1].isupper():
            return 2
    return 0
