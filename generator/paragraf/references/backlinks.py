"""Who refers to what, from what linking found: the other end of every link."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from paragraf.references.link import Linked
from paragraf.references.targets import SeriesTarget, StatuteTarget

Source = TypeVar("Source", bound=Hashable)
Key = TypeVar("Key", bound=Hashable)


def backlinks(
    found: Iterable[tuple[Source, Linked]], address_of: Callable[[Source], str], order: Callable[[Source], Any]
) -> Mapping[str, tuple[Source, ...]]:
    """Address on the site -> the sources whose text links to it, each once, sorted.

    `found` may hold several texts of one source; `address_of` gives a source's own address, since what it says of
    itself is left out. Links to the law are no backlinks: see citations.
    """
    return _gathered(
        (
            (one.address, source)
            for source, linked in found
            for one in linked.links
            if not isinstance(one.reference.target, StatuteTarget | SeriesTarget) and one.address != address_of(source)
        ),
        order,
    )


def citations(
    found: Iterable[tuple[Source, Linked]], order: Callable[[Source], Any]
) -> Mapping[StatuteTarget, tuple[Source, ...]]:
    """Place in a statute -> the sources that cite it, each once, sorted."""
    return _gathered(
        (
            (target, source)
            for source, linked in found
            for one in linked.links
            if isinstance(target := one.reference.target, StatuteTarget)
        ),
        order,
    )


def _gathered(pairs: Iterable[tuple[Key, Source]], order: Callable[[Source], Any]) -> Mapping[Key, tuple[Source, ...]]:
    sources: dict[Key, dict[Source, None]] = {}
    for key, source in pairs:
        sources.setdefault(key, {})[source] = None
    return MappingProxyType({key: tuple(sorted(several, key=order)) for key, several in sources.items()})
