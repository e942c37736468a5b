"""What the pages look up, made once for the whole site: the public archive, its linked texts, who refers to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from paragraf.archive import Archive, Attachment, Located
from paragraf.ids import MeetingId
from paragraf.model import Body, Organisation
from paragraf.pages.links import Links
from paragraf.publishing.people import People
from paragraf.publishing.public import PublicArchive


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """Everything that a page may know."""

    public: PublicArchive
    links: Links
    known: frozenset[str]
    """Every address that there will be, from the root of the site."""
    files: Mapping[tuple[MeetingId, str], Attachment] = field(repr=False)
    """Meeting and path of a file from its folder -> the attachment."""
    people: People = field(repr=False)
    """The elected members, each with a page."""

    @property
    def archive(self) -> Archive:
        """The public part of the content."""
        return self.public.archive

    @property
    def day(self) -> date:
        """The site is as of this day."""
        return self.public.day

    @property
    def draft(self) -> bool:
        """Whether everything is shown, and every page says so."""
        return self.public.draft

    @property
    def organisation(self) -> Organisation:
        """The municipality."""
        return self.archive.organisation

    @property
    def glossary(self) -> Mapping[str, str]:
        """Abbreviation -> what it means."""
        return self.organisation.glossary

    def body(self, code: str) -> Body:
        """The body with a code; one that is only named by its meetings gets the name that they give it."""
        known = self.organisation.body(code)
        if known:
            return known
        meetings = self.archive.by_body.get(code, ())
        return Body(code=code, name=meetings[-1].body_name if meetings else code)

    def attachment_of_file(self, meeting: MeetingId, path: str) -> Attachment | None:
        """The public attachment that a file is, or None."""
        return self.files.get((meeting, path))

    def mentions_of(self, path: str) -> tuple[Located, ...]:
        """The items whose text refers to an address."""
        return tuple(self.archive.item_by_ref[ref] for ref in self.links.mentions.get(path, ()))
