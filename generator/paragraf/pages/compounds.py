"""The parts of compound words, so that lägenhet finds servicelägenheter: a search engine stems words but splits none.

There is no list of Swedish words here: the site's own texts tell which words there are. A part that is no word is
harmless, since nobody searches for it.
"""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[a-zåäöéü]{4,60}")
_SHORTEST = 9
"""A word with fewer letters is not split."""
_HEAD = 4
"""A first part has at least so many letters, its joint apart."""
_TAIL = 5
"""A last part has at least so many."""
_SURE = 6
"""So many letters must be left where only one of the two parts is a known word."""
_INFLECTED = "aens"
"""What rather begins an ending (kommun-ens) or follows a joint than begins a word."""
_ENDINGS = ("", "a", "e")
"""What a first part has lost of the word it comes from: skola in skolskjuts, arbete in arbetsmarknad."""


def words(texts: Iterable[str]) -> frozenset[str]:
    """Every word of four letters or more, in small letters."""
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


def parts(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The parts of the compound words of a text that are not words of it themselves, sorted.

    A word is split where its first part is a known word, with or without a joint (arbetsmarknad-s-nämnd), or its last
    part is one; what is left is split again.
    """
    own = words((text,))
    found: set[str] = set()
    rest = [word for word in own if len(word) >= _SHORTEST]
    while rest:
        new = {part for part in _split(rest.pop(), known) if part not in found}
        found |= new
        rest += sorted(part for part in new if len(part) >= _SHORTEST)
    return tuple(sorted(found - own))


def _split(word: str, known: frozenset[str]) -> Iterator[str]:
    for at in range(_HEAD, len(word) - _TAIL + 1):
        head, tail = word[:at], word[at:]
        bare = head.removesuffix("s")
        whole = next((one + end for one in (head, bare) for end in _ENDINGS if one + end in known), "")
        if tail in known and whole:
            yield from (whole, tail)
        elif len(tail) < _SURE:
            continue
        elif tail in known:
            yield tail
        elif len(bare) >= _TAIL and tail[0] not in _INFLECTED and (head in known or (whole and head != bare)):
            yield from (whole, tail)
