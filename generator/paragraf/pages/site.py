"""The whole site from the public archive."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from paragraf.colour import style
from paragraf.model import AuthorPage
from paragraf.pages.agenda_item import agenda_item_pages
from paragraf.pages.attachment import attachment_pages, file_view
from paragraf.pages.author import author_pages, author_path, menu
from paragraf.pages.body import body_pages, shown_bodies
from paragraf.pages.case import case_pages
from paragraf.pages.coverage import coverage_page
from paragraf.pages.documents import document_pages
from paragraf.pages.following import following_page, with_following
from paragraf.pages.index import Index
from paragraf.pages.links import link_all
from paragraf.pages.meeting import meeting_pages, original_path
from paragraf.pages.open_data import open_data_page
from paragraf.pages.page import Page, Site, SiteFile
from paragraf.pages.paragraph import paragraph_pages
from paragraf.pages.parties import party_pages, party_paths
from paragraf.pages.person import person_pages
from paragraf.pages.person_register import person_register
from paragraf.pages.registers import register_pages
from paragraf.pages.search import search_page
from paragraf.pages.search_data import with_search_data
from paragraf.pages.start import start_page
from paragraf.pages.statistics import statistics_page
from paragraf.pages.stubs import stub_pages
from paragraf.pages.words import when
from paragraf.publishing.addresses import Address
from paragraf.publishing.people import People, public_people
from paragraf.publishing.public import PublicArchive

KINDS: tuple[Callable[[Index], Iterator[Page]], ...] = (
    body_pages,
    meeting_pages,
    document_pages,
    agenda_item_pages,
    paragraph_pages,
    attachment_pages,
    case_pages,
    register_pages,
    following_page,
    open_data_page,
    person_register,
    person_pages,
    party_pages,
    statistics_page,
    coverage_page,
)
"""The kinds of pages that come from the archive alone."""
MENU = (
    ("Organ", "#organ"),
    ("Ärenden", "arenden/"),
    ("Anslag", "anslag/"),
    ("Lagrum", "lagrum/"),
    ("Följ", "folj/"),
    ("Sök", "sok/"),
)
"""The ways into the site, those that it has: title and address from its root."""
ARMS = "assets/vapen.png"
"""Where the coat of arms lies."""
_NOT_DIALLED = re.compile(r"[^\d+]")


def site(
    public: PublicArchive,
    authors: Iterable[AuthorPage] = (),
    remembered: Iterable[Address] = (),
    content: Path = Path(),
) -> Site:
    """Every page and file of the site.

    `authors` are the pages of sidor/, `remembered` the addresses that have been public, `content` the folder in which
    the attachments' files lie (they are named, not read).
    """
    own = tuple(authors)
    index = make_index(public, own)
    start = next((page for page in own if author_path(page) == ""), None)
    made = [start_page(index, start), search_page(index)]
    made += [page for kind in KINDS for page in kind(index)]
    made += author_pages(index, own)
    pages = with_following(index, with_search_data(index, {page.path: page for page in reversed(made)}))
    pages |= {page.path: page for page in stub_pages(index, pages, remembered)}
    return Site(
        pages=tuple(pages[path] for path in sorted(pages)),
        files=(*attachment_files(index, content), *identity_files(index, content)),
        constants=constants(index, own),
    )


def make_index(public: PublicArchive, authors: Iterable[AuthorPage] = ()) -> Index:
    """What all pages look up."""
    archive = public.archive
    people = public_people(public)
    return Index(
        public=public,
        links=link_all(archive),
        known=frozenset(_addresses(public, people, authors)),
        people=people,
        files={(one.meeting_id, one.file.path): one for one in archive.attachments.values() if one.file is not None},
    )


def _addresses(public: PublicArchive, people: People, authors: Iterable[AuthorPage]) -> Iterator[str]:
    archive = public.archive
    yield from (
        "",
        "sok/",
        "arenden/",
        "lagrum/",
        "anslag/",
        "folj/",
        "oppna-data/",
        "personer/",
        "partier/",
        "statistik/",
        "vad-som-finns/",
    )
    yield from (author_path(page) for page in authors)
    yield from (f"{person.path}/" for person in people.all)
    yield from party_paths(people.all)
    for meeting_id, within in archive.index_by_id.items():
        path = f"{meeting_id.path}/"
        yield path
        if within.agenda:
            yield f"{path}kallelse/"
        if within.minutes:
            yield f"{path}protokoll/"
    yield from (f"{body.slug}/" for body in archive.organisation.bodies)
    yield from (f"{ref.path}/" for ref in archive.item_by_ref)
    yield from (f"{one.path}/" for one in archive.attachments.values())
    yield from (f"{case.path}/" for case in archive.cases.values())


def attachment_files(index: Index, content: Path) -> Iterator[SiteFile]:
    """The files that attachments' pages link to, and the signed documents that have no such page."""
    for one in index.archive.attachments.values():
        view = file_view(one)
        if view and one.file:
            folder = content / one.meeting_id.path
            yield SiteFile(path=f"{one.path}/{view['name']}", content=folder / one.file.path, sha256=one.file.sha256)
    for meeting in index.archive.meetings:
        signed = next((file for file in meeting.files if file.path == meeting.original), None)
        if signed and not index.attachment_of_file(meeting.id, signed.path):
            path = content / meeting.id.path / signed.path
            yield SiteFile(path=original_path(meeting), content=path, sha256=signed.sha256)


def identity_files(index: Index, content: Path) -> Iterator[SiteFile]:
    """The coat of arms, and a style sheet with the municipality's colour, since the policy forbids styles in pages."""
    organisation = index.organisation
    text = style(organisation.colour) if organisation.colour else "/* Utan egen färg gäller den i base.css. */\n"
    yield SiteFile(path="assets/paragraf/colour.css", content=text.encode())
    if arms := organisation.arms:
        yield SiteFile(path=ARMS, content=content / arms.path, sha256=arms.sha256)


def constants(index: Index, authors: Iterable[AuthorPage]) -> Mapping[str, Any]:
    """What every page shows alike; addresses count from the root of the site."""
    organisation = index.organisation
    arms, contact = organisation.arms, organisation.contact
    return {
        "organisation": organisation.name,
        "kind": organisation.kind,
        "draft": index.draft,
        "day": when(index.day),
        "arms": {"path": ARMS, "width": arms.width, "height": arms.height} if arms else None,
        "contact": {
            "phone": contact.phone,
            "phone_link": _NOT_DIALLED.sub("", contact.phone),
            "email": contact.email,
            "visit": contact.visit,
            "post": contact.post,
        },
        "menu": [{"title": title, "path": path} for title, path in MENU if path.partition("#")[0] in index.known],
        "pages": [{"title": title, "path": path} for title, path in menu(authors)],
        "links": [{"label": link.label, "url": link.url} for link in organisation.links],
        "registrar": organisation.registrar,
        "board": organisation.notice_board,
        "has_address": bool(organisation.address),
        "bodies": [{"name": body.name, "path": f"{body.slug}/"} for body in shown_bodies(index)],
    }
