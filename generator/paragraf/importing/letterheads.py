"""Attached documents whose first page has no number: their first line is what the item lists, or says when it came."""

import re
from collections.abc import Sequence

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.document import LaidLine
from paragraf.importing.flow import begins_entry, bullet
from paragraf.importing.headings import heading_at
from paragraf.importing.likeness import kind_of_document, same_words
from paragraf.vocabulary.headings import kind_of

_DAY = r"(?:\d{4}-\d\d-\d\d|(?:den )?\d{1,2} [a-zåäö]{3,9} \d{4})"
_NUMBERED = re.compile(r"bilag(?:a|or)\s*(?:nr\.?\s*)?(?:\d{1,3}|[A-Z])?\b[\s:.,–-]*", re.IGNORECASE)
"""What an annex begins with."""
_DATED = re.compile(rf"[\s,;(–-]*(?:datum:?\s+)?{_DAY}\)?$", re.IGNORECASE)
"""The day of a letter, last in its first line."""
_HEAD_LINES = 8
"""Lines with text of a letter among which its title stands."""


def listed_above(lines: Sequence[LaidLine]) -> list[str]:
    """What the list of documents of an item names: the lines below its heading, and lines with a dash anywhere."""
    found: list[str] = []
    kind = ""
    for line in lines:
        text = line.line.text
        if line.blank:
            continue
        if heading_at([text], after_blank=True):
            kind = kind_of(text)
        elif kind == "underlag" or text.startswith("- "):
            found.append(bullet(text) or text)
    return found


def is_named(first: str, listed: Sequence[str]) -> bool:
    """Whether the first line of a page is that of a document that is listed.

    "Budget 2014", "Bilaga 2: Budget 2014" and "Budget 2014   2013-10-30" are. "Motion till fullmäktige 2013-02-20" is
    when a motion is listed, and "Bilaga 1" with a day or alone when anything is.
    """
    if not listed:
        return False
    name = _NUMBERED.sub("", _DATED.sub("", first), count=1) if _NUMBERED.match(first) else _DATED.sub("", first)
    if any(same_words(title, words) for title in listed for words in {first, name} if words):
        return True
    if not name:
        return bool(_NUMBERED.match(first))
    kind = kind_of_document(name)
    return bool(kind and _DATED.search(first) and any(kind_of_document(title) == kind for title in listed))


def begins_letter(lines: Sequence[LaidLine], listed: Sequence[str]) -> bool:
    """Whether lines are the head of a letter that is listed: its sender and its day or case number over its title."""
    texts = [line for line in lines if not line.blank][:_HEAD_LINES]
    if not listed or not texts or begins_entry(texts[0].line.text) or kind_of_document(texts[0].line.text):
        return False
    dated = False
    for place, line in enumerate(lines):
        text = line.line.text
        if dated and not line.blank and lines[place - 1].blank and any(same_words(title, text) for title in listed):
            return place + 1 == len(lines) or lines[place + 1].blank
        dated = dated or bool(_DATED.search(text) or case_numbers_in(text))
        if line is texts[-1]:
            break
    return False
