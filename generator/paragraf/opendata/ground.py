"""What every part of the open data looks up: the public archive, its elected members, names and addresses."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from paragraf.archive import Archive, Attachment, Case, Person
from paragraf.ids import slugify
from paragraf.model import Body, Meeting
from paragraf.opendata.schemas import schema_path
from paragraf.publishing.outside import DATA, Document, document
from paragraf.publishing.people import public_people
from paragraf.publishing.public import PublicArchive
from paragraf.publishing.status import stage


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """The public archive, and who is who in it."""

    public: PublicArchive
    people: tuple[Person, ...] = field(repr=False)
    bodies: tuple[Body, ...] = field(repr=False)
    """Those of the organisation, and those that only their meetings know."""

    @property
    def archive(self) -> Archive:
        """The public part of the content."""
        return self.public.archive

    def document(self, path: str) -> Document:
        """A file of the site, for the addresses in it."""
        return document(self.archive.organisation, path)

    def body(self, code: str) -> Body:
        """The body with a code; raises StopIteration for one that nobody knows."""
        return next(body for body in self.bodies if body.code == code)


def ground(public: PublicArchive) -> Ground:
    """The ground of a public archive."""
    organisation = public.archive.organisation
    known = {body.code for body in organisation.bodies}
    named = (
        Body(code=code, name=meetings[-1].body_name or code)
        for code, meetings in public.archive.by_body.items()
        if code not in known
    )
    bodies = (*(body for body in organisation.bodies if body.published), *named)
    return Ground(public=public, people=public_people(public).all, bodies=bodies)


def head(where: Document, kind: str) -> dict[str, Any]:
    """How every file begins: the address of its schema."""
    return {"$schema": where.to(schema_path(kind))}


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def party_id(code: str | None) -> str | None:
    """What a party is called in the data: parti/s."""
    return f"parti/{slugify(code) or 'okant'}" if code else None


def person_id(person: Person) -> str:
    """What a person is called in the data: personer/siv-exempel/."""
    return f"{person.path}/"


def body_ref(body: Body, where: Document) -> dict[str, Any]:
    """A body in short."""
    return {"id": f"{body.slug}/", "code": body.code, "name": body.name, "data": where.to(f"{body.slug}/{DATA}")}


def meeting_ref(here: Ground, meeting: Meeting, where: Document) -> dict[str, Any]:
    """A meeting in short."""
    return {
        "id": f"{meeting.id.path}/",
        "body": meeting.id.body,
        "date": meeting.id.date.isoformat(),
        "status": stage(here.public, meeting).value,
        "data": where.to(f"{meeting.id.path}/{DATA}"),
    }


def case_ref(case: Case, where: Document) -> dict[str, Any]:
    """A case in short."""
    return {
        "id": f"{case.path}/",
        "number": case.written,
        "title": case.title,
        "data": where.to(f"{case.path}/{DATA}"),
    }


def attachment_id(one: Attachment) -> str:
    """What an attachment is called in the data."""
    return f"{one.path}/"
