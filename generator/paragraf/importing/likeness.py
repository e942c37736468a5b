"""How alike the title in a list of attachments and the head of a document are."""

import re
from collections.abc import Sequence

from paragraf.vocabulary.documents import HEAD_KINDS

ENOUGH = 0.6
"""A likeness from which a document is taken to be the one that is listed."""
SURE = 0.9
"""A likeness that alone is enough to say which item a document belongs to."""

_LITTLE = frozenset(
    (
        *("och", "samt", "för", "av", "i", "om", "till", "på", "med", "enligt", "från", "gällande", "angående"),
        *("den", "det", "de", "en", "ett"),
    )
)
_HEADED = frozenset(("tjänsteskrivelse", "tjänsteutlåtande", "beslutsunderlag", "missiv"))
"""Kinds of letters that go with other documents on the same thing, and say so at the top."""
_ALIKE = {"sammanträdesprotokoll": "protokoll", "protokollsutdrag": "protokoll", "riktlinjer": "riktlinje"}
"""Other words for the same kind of document."""


def words(text: str) -> list[str]:
    """The words that carry meaning, without genitive s."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return [word[:-1] if len(word) > 4 and word.endswith("s") else word for word in found if word not in _LITTLE]


def kind_of_document(text: str) -> str:
    """The kind of document that a title or head begins with: tjänsteskrivelse; empty when it names none."""
    first = re.findall(r"[^\W\d_]+", text.casefold())[:1]
    return _ALIKE.get(first[0], first[0]) if first and first[0] in HEAD_KINDS else ""


def likeness(title: str, heads: Sequence[str], page_kind: str) -> float:
    """0–1: how well the best of some head lines, alone or together, says what the title says."""
    kind = kind_of_document(title)
    wanted = [word for word in words(title) if not (kind and kind == page_kind and word == kind)] or words(title)
    if not wanted:
        return 0.0
    best = 0.0
    for first in range(len(heads)):
        for last in range(first + 1, min(first + 4, len(heads) + 1)):
            best = max(best, _overlap(wanted, words(" ".join(heads[first:last]))))
    return _with_kind(best, kind, page_kind)


def same_words(title: str, line: str) -> bool:
    """Whether a line is made of just the title's words, in any order."""
    wanted = words(title)
    return bool(wanted) and sorted(wanted) == sorted(words(line))


def _overlap(wanted: Sequence[str], found: Sequence[str]) -> float:
    if not any(_same(wanted[0], other) for other in found):
        return 0.0  # The first word says what sort of document it is; the others alone can stand anywhere.
    covered = sum(any(_same(word, other) for other in found) for word in wanted)
    recall, precision = covered / len(wanted), min(covered / len(found), 1.0)
    return recall * (0.75 + 0.25 * precision)


def _same(word: str, other: str) -> bool:
    return word == other or _abbreviates(word, other)


def _abbreviates(short: str, long: str) -> bool:
    """VP for verksamhetsplan: the letters of a short word stand in the long one in order, the first one first."""
    if not (2 <= len(short) <= 4 and short.isalpha() and len(long) >= 4 * len(short) and long[0] == short[0]):
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _with_kind(score: float, listed: str, found: str) -> float:
    """Letters that go with other documents say so at the top; those documents seldom name their kind."""
    if listed and listed == found:
        return 0.7 + 0.3 * score
    differs = bool(listed and found)
    return score * 0.5 if differs or _HEADED & {listed, found} else score
