"""What the archive is made of: every value once, every index read-only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from paragraf.ids import MeetingId, ParagraphId
from paragraf.model import (
    AgendaItem,
    AttachmentEntry,
    AttachmentFile,
    Meeting,
    Organisation,
    Paragraph,
)

Some = TypeVar("Some")


class Phase(StrEnum):
    """Which document of a meeting an item stands in."""

    AGENDA = "kallelse"
    MINUTES = "protokoll"


@dataclass(frozen=True, order=True, kw_only=True, slots=True)
class ItemRef:
    """What an item is called for ever: the same in the whole archive and in the public one."""

    meeting_id: MeetingId
    phase: Phase
    slug: str
    """Last part of the address: p45, punkt-9, or words of the title where there is no number."""

    @property
    def path(self) -> str:
        """The item's address on the site: san/2023-04-26/p45."""
        return f"{self.meeting_id.path}/{self.slug}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Located:
    """An item and where it stands."""

    meeting: Meeting = field(repr=False)
    phase: Phase
    item: AgendaItem | Paragraph
    slug: str
    """As in ItemRef."""

    @property
    def meeting_id(self) -> MeetingId:
        """The meeting's own name."""
        return self.meeting.id

    @property
    def ref(self) -> ItemRef:
        """The item's own name."""
        return ItemRef(meeting_id=self.meeting.id, phase=self.phase, slug=self.slug)

    @property
    def paragraph(self) -> Paragraph:
        """The item as a §; raises TypeError for an item of an agenda."""
        if not isinstance(self.item, Paragraph):
            raise TypeError(f"{self.ref.path} is an item of an agenda")
        return self.item

    @property
    def agenda_item(self) -> AgendaItem:
        """The item as an item of an agenda; raises TypeError for a §."""
        if not isinstance(self.item, AgendaItem):
            raise TypeError(f"{self.ref.path} is a §")
        return self.item

    @property
    def paragraph_id(self) -> ParagraphId | None:
        """The legal address of a §; None for items of agendas and §§ without number."""
        if not isinstance(self.item, Paragraph) or self.item.number is None:
            return None
        return ParagraphId(self.meeting.id.body, self.meeting.id.date.year, self.item.number)


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """One place where an attachment is listed or linked."""

    ref: ItemRef
    entry: AttachmentEntry
    """The line as its author wrote it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A document of a meeting, here or not, listed once or often."""

    meeting_id: MeetingId
    slug: str
    """From the file's name, else from the title."""
    title: str
    """As the first use calls it."""
    kinds: tuple[str, ...]
    """Keys of vocabulary.items.ATTACHMENT_KINDS, in the order of the uses, each once."""
    file: AttachmentFile | None = None
    """None: the document is not here, or marked as not published."""
    withheld: str | None = None
    """Why it is not published; empty text: marked without reason; None: not marked."""
    uses: tuple[Use, ...] = ()
    """In document order, agenda first."""
    cases: tuple[str, ...] = ()
    """Keys of the cases of the items that use it, sorted."""
    same_as: str | None = None
    """Of a document that is not here: slug of the file of that title which the same item, or the agenda item that it
    handles, links; None when there is none or it is uncertain."""

    @property
    def path(self) -> str:
        """The attachment's address on the site: san/2023-04-26/bilagor/utredning."""
        return f"{self.meeting_id.path}/bilagor/{self.slug}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """How the minutes differ from the agenda. Only what is certain is said."""

    added: tuple[str, ...] = ()
    """Slugs of §§ that were not on the agenda."""
    withdrawn: tuple[str, ...] = ()
    """Slugs of agenda items that were struck from it (utgår)."""
    tabled: tuple[str, ...] = ()
    """Slugs of agenda items whose decision was put off (bordläggning)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingIndex:
    """One meeting with everything that can be looked up within it."""

    meeting: Meeting
    agenda: tuple[Located, ...] = ()
    """In file order."""
    minutes: tuple[Located, ...] = ()
    """In file order."""
    pairs: Mapping[str, str]
    """Slug of an agenda item -> slug of the § in which it was handled."""
    comparison: Comparison = Comparison()
    attachments: tuple[Attachment, ...] = ()
    """In document order."""
    listed: Mapping[str, tuple[tuple[AttachmentEntry, str], ...]]
    """Slug of an item -> its attachment lines in order, each with the attachment's slug."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Handling:
    """One step of a case: an item of an agenda or a §."""

    meeting_id: MeetingId
    phase: Phase
    item: AgendaItem | Paragraph
    slug: str
    """As in ItemRef."""
    is_proposal: bool
    """What was decided is a proposal to another body."""

    @property
    def ref(self) -> ItemRef:
        """The item's own name."""
        return ItemRef(meeting_id=self.meeting_id, phase=self.phase, slug=self.slug)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Everything with one case number, across meetings, bodies and years."""

    key: str
    """CaseNumber.key: the same for every spelling."""
    slug: str
    """Last part of the address: 23-san-115."""
    written: str
    """As the latest item writes it, without the number of a single handling where one item does so."""
    title: str
    """Of the latest item."""
    handlings: tuple[Handling, ...]
    """In time order; on one day preparing bodies first and an agenda before its minutes. Planned ones included."""
    related: tuple[str, ...] = ()
    """Keys of cases that belong together with this one, whichever of them says so; sorted."""

    @property
    def path(self) -> str:
        """The case's address on the site: arenden/23-san-115."""
        return f"arenden/{self.slug}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """The whole content, or the public part of it, with indexes by id. Nothing in it can be changed."""

    organisation: Organisation
    meetings: tuple[Meeting, ...]
    """Sorted by body, day and ordinal."""
    meeting_by_id: Mapping[MeetingId, Meeting] = field(repr=False)
    index_by_id: Mapping[MeetingId, MeetingIndex] = field(repr=False)
    by_body: Mapping[str, tuple[Meeting, ...]] = field(repr=False)
    """Code of a body -> its meetings in time order."""
    by_year: Mapping[tuple[str, int], tuple[Meeting, ...]] = field(repr=False)
    """Code of a body and year -> its meetings in time order."""
    item_by_ref: Mapping[ItemRef, Located] = field(repr=False)
    """Every item, in the order of the meetings, agenda before minutes."""
    paragraph_by_id: Mapping[ParagraphId, Located] = field(repr=False)
    """A number that was given twice in a year leads to the earlier §."""
    cases: Mapping[str, Case] = field(repr=False)
    """By key."""
    attachments: Mapping[tuple[MeetingId, str], Attachment] = field(repr=False)
    """By meeting and slug."""

    def located(self, meeting: Meeting, item: AgendaItem | Paragraph) -> Located:
        """An item of a meeting of this archive with its address; raises KeyError when it is not there."""
        index = self.index_by_id[meeting.id]
        found = index.minutes if isinstance(item, Paragraph) else index.agenda
        for one in found:
            if one.item is item:
                return one
        raise KeyError(item.title)

    def handled_in(self, meeting: Meeting, item: AgendaItem) -> Paragraph | None:
        """The § of the same meeting in which an agenda item was handled; None when there is none or it is uncertain."""
        slug = self.index_by_id[meeting.id].pairs.get(self.located(meeting, item).slug)
        if slug is None:
            return None
        return self.item_by_ref[ItemRef(meeting_id=meeting.id, phase=Phase.MINUTES, slug=slug)].paragraph

    def agenda_item_of(self, meeting: Meeting, paragraph: Paragraph) -> AgendaItem | None:
        """The agenda item that a § handles; None when there is none or it is uncertain."""
        wanted = self.located(meeting, paragraph).slug
        index = self.index_by_id[meeting.id]
        for one in index.agenda:
            if index.pairs.get(one.slug) == wanted and isinstance(one.item, AgendaItem):
                return one.item
        return None

    def attachments_of(self, located: Located) -> tuple[tuple[AttachmentEntry, Attachment], ...]:
        """The attachment lines of an item in order, each with its document."""
        listed = self.index_by_id[located.meeting_id].listed.get(located.slug, ())
        return tuple((entry, self.attachments[located.meeting_id, slug]) for entry, slug in listed)

    def neighbours(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The body's meeting before and after this one."""
        return _around(self.by_body[meeting.id.body], self.meeting_by_id[meeting.id])

    def item_neighbours(self, located: Located) -> tuple[Located | None, Located | None]:
        """The item before and after this one in the same document."""
        index = self.index_by_id[located.meeting_id]
        row = index.agenda if located.phase is Phase.AGENDA else index.minutes
        return _around(row, self.item_by_ref[located.ref])

    def cases_of(self, item: AgendaItem | Paragraph) -> tuple[Case, ...]:
        """The cases of an item, in the order it names them."""
        return tuple(self.cases[key] for key in dict.fromkeys(number.key for number in item.case_numbers))

    def handled_again(self, located: Located) -> tuple[Handling, ...]:
        """The §§ of the same cases at later meetings, in time order: "Ärendet har behandlats igen"."""
        later: dict[ItemRef, Handling] = {}
        for case in self.cases_of(located.item):
            for step in case.handlings:
                if step.phase is Phase.MINUTES and step.meeting_id.date > located.meeting_id.date:
                    later[step.ref] = step
        return tuple(sorted(later.values(), key=lambda step: step.meeting_id.date))


def _around(row: tuple[Some, ...], one: Some) -> tuple[Some | None, Some | None]:
    position = next(at for at, other in enumerate(row) if other is one)
    return (row[position - 1] if position else None, row[position + 1] if position + 1 < len(row) else None)
