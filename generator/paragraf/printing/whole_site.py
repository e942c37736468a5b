"""Every document of a site as PDF, and the links to them on its pages: what `pdf:` in organisation.yml asks for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from paragraf.archive import Phase
from paragraf.pages import Page, Site, SiteFile
from paragraf.pages.index import Index
from paragraf.pages.site import make_index
from paragraf.pages.words import size
from paragraf.printing.contents import documents_of, extract
from paragraf.printing.document import Kind, Printed
from paragraf.printing.make import make_pdf, read_arms
from paragraf.publishing.public import PublicArchive

_LABELS = {
    Kind.AGENDA: "Kallelsen som PDF",
    Kind.MINUTES: "Protokollet som PDF",
    Kind.EXTRACT: "Protokollsutdrag som PDF",
}


def with_pdf(site: Site, public: PublicArchive, content: Path) -> Site:
    """The site with the PDF files that its organisation wants; the same site when it wants none.

    `content` is where the coat of arms lies. Raises MissingLibraryError without Pango, ChangedFileError when the coat
    of arms is another than when it was read.
    """
    wanted = public.archive.organisation.pdf
    if wanted not in ("dokument", "allt"):
        return site
    index = make_index(public)
    arms = read_arms(index.organisation, content)
    files: list[SiteFile] = []
    links: dict[str, list[dict[str, Any]]] = {}
    for document in _documents(index, extracts=wanted == "allt"):
        data = make_pdf(document, arms)
        files.append(SiteFile(path=document.path, content=data))
        for page, href in _shown_on(document):
            links.setdefault(page, []).append(
                {"label": _LABELS[document.kind], "href": href, "size": size(len(data)), "kind": document.kind.value}
            )
    return replace(site, pages=tuple(_linked(page, links) for page in site.pages), files=(*site.files, *files))


def _documents(index: Index, *, extracts: bool) -> Iterator[Printed]:
    for meeting in index.archive.meetings:
        yield from documents_of(index, meeting)
    if extracts:
        for located in index.archive.item_by_ref.values():
            if located.phase is Phase.MINUTES:
                yield extract(index, located)


def _shown_on(document: Printed) -> Iterator[tuple[str, str]]:
    """The pages that link a document, each with the way from it: its own, and for a whole one its meeting's."""
    yield document.page, document.name
    if document.kind is not Kind.EXTRACT:
        yield document.page.removesuffix(f"{document.kind.value}/"), f"{document.kind.value}/{document.name}"


def _linked(page: Page, links: dict[str, list[dict[str, Any]]]) -> Page:
    found = links.get(page.path)
    return replace(page, context={**page.context, "pdf": found}) if found else page
