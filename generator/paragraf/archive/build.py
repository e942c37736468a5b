"""From meetings to an archive, in one pass over them."""

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from paragraf.archive.cases import case_slugs, index_cases
from paragraf.archive.documents import index_attachments
from paragraf.archive.naming import item_slugs
from paragraf.archive.pairing import compare, pairs
from paragraf.archive.types import Archive, ItemRef, Located, MeetingIndex, Phase
from paragraf.ids import ParagraphId
from paragraf.model import AgendaItem, Meeting, Organisation, Paragraph

Key = TypeVar("Key", bound=Hashable)


def build(organisation: Organisation, meetings: Iterable[Meeting]) -> Archive:
    """The archive of the whole content, whatever is public of it."""
    indexes = [index_meeting(meeting) for meeting in meetings]
    slugs = case_slugs(item for index in indexes for item in (*index.agenda, *index.minutes))
    return assemble(organisation, indexes, slugs)


def index_meeting(meeting: Meeting) -> MeetingIndex:
    """Everything that can be looked up within one meeting."""
    items = meeting.agenda.items if meeting.agenda else ()
    paragraphs = meeting.minutes.paragraphs if meeting.minutes else ()
    row: tuple[AgendaItem | Paragraph, ...] = (*items, *paragraphs)
    located = [
        Located(
            meeting=meeting,
            phase=Phase.MINUTES if isinstance(item, Paragraph) else Phase.AGENDA,
            item=item,
            slug=slug,
        )
        for item, slug in zip(row, item_slugs(row), strict=True)
    ]
    agenda, minutes = tuple(located[: len(items)]), tuple(located[len(items) :])
    paired = MappingProxyType(pairs(agenda, minutes))
    attachments, listed = index_attachments(located, meeting.files, paired)
    return MeetingIndex(
        meeting=meeting,
        agenda=agenda,
        minutes=minutes,
        pairs=paired,
        comparison=compare(agenda, minutes, paired),
        attachments=attachments,
        listed=listed,
    )


def assemble(organisation: Organisation, indexes: Iterable[MeetingIndex], slugs: Mapping[str, str]) -> Archive:
    """The archive of these meetings; `slugs` are the cases' address parts by key, for at least their cases."""
    ordered = sorted(indexes, key=lambda index: index.meeting.id)
    items = [item for index in ordered for item in (*index.agenda, *index.minutes)]
    paragraphs: dict[ParagraphId, Located] = {}
    for item in items:
        if item.paragraph_id:
            paragraphs.setdefault(item.paragraph_id, item)
    meetings = tuple(index.meeting for index in ordered)
    refs: dict[ItemRef, Located] = {item.ref: item for item in items}
    return Archive(
        organisation=organisation,
        meetings=meetings,
        meeting_by_id=MappingProxyType({meeting.id: meeting for meeting in meetings}),
        index_by_id=MappingProxyType({index.meeting.id: index for index in ordered}),
        by_body=_grouped((meeting.id.body, meeting) for meeting in meetings),
        by_year=_grouped(((meeting.id.body, meeting.id.date.year), meeting) for meeting in meetings),
        item_by_ref=MappingProxyType(refs),
        paragraph_by_id=MappingProxyType(paragraphs),
        cases=index_cases(organisation, items, slugs),
        attachments=MappingProxyType(
            {(index.meeting.id, one.slug): one for index in ordered for one in index.attachments}
        ),
    )


def _grouped(pairs: Iterable[tuple[Key, Meeting]]) -> Mapping[Key, tuple[Meeting, ...]]:
    found: dict[Key, list[Meeting]] = {}
    for key, meeting in pairs:
        found.setdefault(key, []).append(meeting)
    return MappingProxyType({key: tuple(row) for key, row in found.items()})
