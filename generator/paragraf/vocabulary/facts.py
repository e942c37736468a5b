"""Names of the facts that can stand under the title of an item."""

from difflib import get_close_matches

NAMES: tuple[str, ...] = (
    "Diarienummer",
    "Föredragande",
    "Tid",
    "Typ",
    "Utfall",
    "Bilaga",
    "Tillagd",
    "Hör ihop",
    "Överklagande",
    "Offentlighet",
    "Omedelbar justering",
    "Publicering",
    "Rättelse",
    "Återkallad",
    "Undantag",
)

STARTS_FACTS = 0.75
"""How like a name a word must be for the first paragraph to be taken for facts with a slip of the pen."""

_BY_WORD = {name.casefold(): name for name in NAMES}


def named(word: str) -> str:
    """The name that a word is, in any case; empty when it is none."""
    return _BY_WORD.get(word.casefold(), "")


def nearest(word: str, likeness: float) -> str:
    """The name that a word is, or is at least so like (0–1); empty when there is none."""
    if name := named(word):
        return name
    near = get_close_matches(word.casefold(), _BY_WORD, n=1, cutoff=likeness)
    return _BY_WORD[near[0]] if near else ""
