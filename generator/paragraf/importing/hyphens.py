"""Hyphens at line ends: which belong to the word and which only break it."""

import re
from collections.abc import Iterable

SOFT = "\u00ad\ufffe\x02"
"""Signs that only break a word: the soft hyphen, and what PDF readers make of one."""
_HYPHEN = "-\u2010"
_ENDS = re.compile(rf"(?P<tail>[\w:]+)[{_HYPHEN}{SOFT}]$")
_SHARED = re.compile(r"(?:och|eller|samt|till|respektive|och/eller|liksom|men)\b", re.IGNORECASE)
"""What follows a hyphen that stands for the end of a compound: "barn- och utbildningsnämnden"."""
_WITHIN = re.compile(f"[{SOFT}](?=.)")
_LONGEST = 60
"""Letters of the longest word that is looked at."""
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of lines in lower case, those that a line end may have cut left out."""
    found: set[str] = set()
    for text in texts:
        for match in _WORD.finditer(text):
            if match.end() < len(text):
                found.add(match.group().casefold().replace("\u2010", "-"))
    return frozenset(found)


def join(first: str, second: str, *, soft: bool = False, words: frozenset[str] = frozenset()) -> str:
    """Text and its next line as one. `soft`: a blank stood after it; `words`: those of the document, see `words_in`.

    "kommun-/styrelsen" becomes one word, "barn-/och" keeps its hyphen and gets a blank, "Anna-/Karin", "IT-/system"
    and what the document elsewhere writes with a hyphen keep theirs. Only the text's end is looked at: it grows.
    """
    following = clean(second)
    if first[-1:] and first[-1] in SOFT and following:
        return first[:-1] + following
    end = _ENDS.search(first, max(0, len(first) - _LONGEST))
    if not end or soft or _SHARED.match(following):
        return f"{first} {following}"
    word = _WORD.match(following)
    hyphened = f"{first[:-1]}-{following}"
    if not word or not following[0].islower() or _is_abbreviated(end["tail"]):
        return hyphened
    head, rest = end["tail"].casefold(), word.group().casefold()
    if f"{head}-{rest}" in words and head + rest not in words:
        return hyphened
    return first[:-1] + following


def clean(text: str) -> str:
    """A line without soft hyphens, except at its end, and with plain ones."""
    return _WITHIN.sub("", text).replace("\u2010", "-")


def _is_abbreviated(tail: str) -> bool:
    """Whether a hyphen always stands after such a word: IT-, e-, 80-, SoL-, AMI:s-."""
    return len(tail) == 1 or not tail.isalpha() or any(char.isupper() for char in tail[1:])
