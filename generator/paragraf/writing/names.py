"""File names of items: 044-inledning.md, 012a-avtal.md, 01-upprop.md. Their order is the order of the document."""

from collections.abc import Sequence
from itertools import pairwise

from paragraf.ids import nfc, slugify
from paragraf.model import AgendaItem, Paragraph

_LONGEST_SLUG = 60


def file_names(items: Sequence[AgendaItem | Paragraph], *, digits: int) -> tuple[str, ...]:
    """One name per item, ascending.

    Names that the items already have are kept when they are all there and in order. Else a name is number and title;
    an item without number takes the one before it (044_1-paus.md). Where the numbers do not ascend, the place in the
    document counts instead.
    """
    own = [nfc(item.file) for item in items]
    if all(own) and _ascending(own):
        return tuple(own)
    for keys in (_by_number(items, digits), [f"{place:0{digits}}" for place in range(1, len(items) + 1)]):
        names = [_name(key, item.title) for key, item in zip(keys, items, strict=True)]
        if _ascending(names):
            break
    return tuple(names)


def _by_number(items: Sequence[AgendaItem | Paragraph], digits: int) -> list[str]:
    keys: list[str] = []
    number, extra = "0" * digits, 0
    for item in items:
        if item.number is None:
            extra += 1
            keys.append(f"{number}_{extra}")  # "_" sorts after "-" and before letters: between § 44 and § 44a
            continue
        bare, suffix = (item.number, "") if isinstance(item.number, int) else (item.number.number, item.number.suffix)
        number, extra = f"{bare:0{digits}}{slugify(suffix)}", 0
        keys.append(number)
    return keys


def _name(key: str, title: str) -> str:
    slug = slugify(title)
    if len(slug) > _LONGEST_SLUG:
        slug = slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]
    return f"{key}-{slug}.md" if slug else f"{key}.md"


def _ascending(names: Sequence[str]) -> bool:
    return all(first < second for first, second in pairwise(names))
