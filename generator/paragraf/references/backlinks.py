"""Who refers to what, from what linking found: the other end of every link."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from paragraf.references.link import Linked
from paragraf.references.targets import StatuteTarget

Source = TypeVar("Source")
Order = Callable[[Source], Any]


def backlinks(
    found: Iterable[tuple[Source, Linked]], address_of: Callable[[Source], str], order: Order[Source]
) -> Mapping[str, tuple[Source, ...]]:
    """Address -> the sources whose text links to it, each once, sorted; what a source says of itself is left out.

    `found` may hold several texts of one source; `address_of` gives a source's own address.
    """
    mentions: dict[str, set[Source]] = {}
    for source, linked in found:
        for one in linked.links:
            if one.address != address_of(source):
                mentions.setdefault(one.address, set()).add(source)
    return MappingProxyType({address: tuple(sorted(mentions[address], key=order)) for address in sorted(mentions)})


def citations(
    found: Iterable[tuple[Source, Linked]], order: Order[Source]
) -> Mapping[tuple[StatuteTarget, str], tuple[Source, ...]]:
    """Place in a statute and its address -> the sources that cite it, each once, sorted."""
    cited: dict[tuple[StatuteTarget, str], set[Source]] = {}
    for source, linked in found:
        for one in linked.links:
            if isinstance(one.reference.target, StatuteTarget):
                cited.setdefault((one.reference.target, one.address), set()).add(source)
    return MappingProxyType({place: tuple(sorted(sources, key=order)) for place, sources in cited.items()})
