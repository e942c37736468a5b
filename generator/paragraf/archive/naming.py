"""Addresses within a meeting. They depend on what is written there, never on what of it is public."""

from collections.abc import Iterable, Sequence
from itertools import chain, count

from paragraf.ids import nfc, slugify
from paragraf.model import AgendaItem, Paragraph

RESERVED = ("kallelse", "protokoll", "bilagor")
"""Addresses of the meeting's own pages."""

LONGEST = 80
"""Of an address part made of words: folder names end at 255 bytes."""


class Names:
    """Hands out address parts, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def new(self, *wishes: str) -> str:
        """The first wish that is free; when none is, the last one with the lowest number that makes it so."""
        numbered = (f"{wishes[-1]}-{number}" for number in count(2))
        name = next(name for name in chain(wishes, numbered) if name not in self._taken)
        self._taken.add(name)
        return name


def normalised(title: str) -> str:
    """A title for comparing: case, blanks, dashes and closing punctuation set aside."""
    words = nfc(title).casefold().replace("–", "-").replace("—", "-")
    return " ".join(words.split()).rstrip(" .:;,")


def word_slug(title: str) -> str:
    """An address part of a title, cut at a word when it is long; "utan-titel" when nothing is left."""
    slug = slugify(title)
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug or "utan-titel"


def number_slug(item: AgendaItem | Paragraph) -> str | None:
    """punkt-9, p45, or None for an item without number."""
    if isinstance(item, Paragraph):
        return None if item.number is None else item.number.slug
    return None if item.number is None else f"punkt-{item.number}"


def item_slugs(items: Sequence[AgendaItem | Paragraph]) -> tuple[str, ...]:
    """Address parts of a meeting's items, in the order given: agenda first, then §§.

    Numbered items choose first, so that no words take the address of a number.
    """
    names = Names(RESERVED)
    slugs: dict[int, str] = {}
    for position, item in enumerate(items):
        if number := number_slug(item):
            slugs[position] = names.new(number)
    for position, item in enumerate(items):
        if position not in slugs:
            slugs[position] = names.new(word_slug(item.title))
    return tuple(slugs[position] for position in range(len(items)))
