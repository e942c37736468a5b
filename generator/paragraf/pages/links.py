"""Every text of the public archive with its references linked, once for the whole site; and who refers to what.

An address within the site is written from its root (/san/2023-04-26/p45/); the page that shows the text makes it
relative. Only what is public is in the archive, so nothing else can be linked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from paragraf.archive import Archive, Attachment, ItemRef, Located
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.references import (
    Context,
    LawAddresses,
    Linked,
    Resolver,
    StatuteTarget,
    TextKind,
    backlinks,
    citations,
    context_of,
    link,
)
from paragraf.vocabulary.statutes import statute


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkedItem:
    """The Markdown of an item, with links."""

    text: str
    """Before the first section."""
    sections: tuple[str, ...]
    """In the order of the item's sections."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LawPlace:
    """A place in a statute, and the items that cite it."""

    label: str
    """4 kap. 1 §; empty: the statute as a whole."""
    url: str
    refs: tuple[ItemRef, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Law:
    """A statute that items cite."""

    sfs: str
    name: str
    places: tuple[LawPlace, ...]
    """In the order of the law."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """What linking the whole archive gave."""

    items: Mapping[ItemRef, LinkedItem]
    attachments: Mapping[tuple[MeetingId, str], str]
    """Meeting and slug of a Markdown attachment -> its text with links."""
    mentions: Mapping[str, tuple[ItemRef, ...]]
    """Address from the root of the site -> the items whose text refers to it, each once, in time order."""
    laws: tuple[Law, ...]
    """By name."""

    def texts_of(self, ref: ItemRef) -> LinkedItem:
        """The linked texts of an item."""
        return self.items[ref]


def link_all(archive: Archive) -> Links:
    """Link every text of an archive. Linear in the text: each is read once."""
    items: dict[ItemRef, LinkedItem] = {}
    attachments: dict[tuple[MeetingId, str], str] = {}
    found: list[tuple[ItemRef, Linked]] = []
    for meeting_id, within in archive.index_by_id.items():
        resolver = Resolver(archive=archive, meeting=meeting_id)
        context = _context(archive, meeting_id, within.attachments)
        for located in (*within.agenda, *within.minutes):
            linked = [link(text, context, resolver.address) for text in _texts(located)]
            items[located.ref] = LinkedItem(text=linked[0].text, sections=tuple(one.text for one in linked[1:]))
            found += ((located.ref, one) for one in linked)
        foreign = _context(archive, meeting_id, within.attachments, TextKind.ATTACHMENT)
        for one in within.attachments:
            if one.file is not None and one.file.is_markdown:
                attachments[meeting_id, one.slug] = link(one.file.text, foreign, resolver.address).text
    mentions = backlinks(found, address_of=lambda ref: f"/{ref.path}/", order=_in_time)
    return Links(
        items=MappingProxyType(items),
        attachments=MappingProxyType(attachments),
        mentions=MappingProxyType({address.removeprefix("/"): refs for address, refs in mentions.items()}),
        laws=_laws(citations(found, order=_in_time), _law_addresses(archive)),
    )


def _context(
    archive: Archive, meeting: MeetingId, attachments: tuple[Attachment, ...], kind: TextKind = TextKind.ITEM
) -> Context:
    titles = dict.fromkeys(one.title for one in attachments)
    return context_of(archive.organisation, meeting.body, meeting.date, kind=kind, attachments=titles)


def _texts(located: Located) -> tuple[str, ...]:
    return (located.item.text, *(section.text for section in located.item.sections))


def _in_time(ref: ItemRef) -> tuple[date, ItemRef]:
    return ref.meeting_id.date, ref


def _law_addresses(archive: Archive) -> LawAddresses:
    template = archive.organisation.statute_url
    return LawAddresses(statute=template) if template else LawAddresses()


def _laws(cited: Mapping[StatuteTarget, tuple[ItemRef, ...]], addresses: LawAddresses) -> tuple[Law, ...]:
    """The cited laws. Of stycke and punkt the register says nothing, the item's own text does."""
    by_law: dict[str, dict[StatuteTarget, dict[ItemRef, None]]] = {}
    for target in sorted(cited, key=_place_in_law):
        place = StatuteTarget(sfs=target.sfs, chapter=target.chapter, section=target.section)
        by_law.setdefault(target.sfs, {}).setdefault(place, {}).update(dict.fromkeys(cited[target]))
    laws = [
        Law(
            sfs=sfs,
            name=_law_name(sfs),
            places=tuple(
                LawPlace(label=_label(place), url=addresses.of(place) or "", refs=tuple(sorted(refs, key=_in_time)))
                for place, refs in places.items()
            ),
        )
        for sfs, places in by_law.items()
    ]
    return tuple(sorted(laws, key=lambda law: (law.name.casefold(), law.sfs)))


def _law_name(sfs: str) -> str:
    """Kommunallag (2017:725), KL – laws that are named by a phrase by all of it."""
    known = statute(sfs)
    if known is None:
        return f"SFS {sfs}"
    name = f"Lag {known.titles[0]}" if known.titles else known.name[:1].upper() + known.name[1:]
    return f"{name} ({sfs})" + (f", {known.abbreviations[0]}" if known.abbreviations else "")


def _label(target: StatuteTarget) -> str:
    """4 kap. 1 §, 28 f §"""
    parts = (
        f"{_spaced(target.chapter)} kap." if target.chapter else "",
        f"{_spaced(target.section)} §" if target.section else "",
    )
    return " ".join(filter(None, parts))


def _spaced(number: str) -> str:
    return re.sub(r"(?<=\d)(?=[a-zåäö])", " ", number)


def _place_in_law(target: StatuteTarget) -> tuple[object, ...]:
    return (target.sfs, _number(target.chapter), _number(target.section), target.part or 0, str(target))


def _number(text: str | None) -> ParagraphNumber:
    try:
        return ParagraphNumber.parse(text or "")
    except ValueError:
        return ParagraphNumber(0, text or "")
