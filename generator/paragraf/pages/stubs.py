"""What stands at an address whose page has moved or been withdrawn: the way on, or that it is gone; never a title."""

from collections.abc import Iterable, Iterator, Mapping

from paragraf.archive import Phase
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.proposal import in_sentence
from paragraf.pages.requests import document_request
from paragraf.pages.words import long_date, when
from paragraf.publishing.addresses import Address, merge
from paragraf.publishing.public import Stub


def stub_pages(index: Index, pages: Mapping[str, Page], remembered: Iterable[Address]) -> Iterator[Page]:
    """A page for every address that has been public and is not any more; `pages` are those that are, by address."""
    current = {path: page.key for path, page in pages.items()}
    withdrawn = {f"{stub.ref.path}/": stub for stub in index.public.stubs}
    for path, stub in withdrawn.items():
        if path not in current:
            yield withdrawn_page(index, path, stub)
    for address in merge(remembered, current, index.day):
        if address.is_public or address.path in withdrawn:
            continue
        if address.moved_to is not None:
            yield moved_page(index, address.path, address.moved_to)
        else:
            yield withdrawn_page(index, address.path, None)


def moved_page(index: Index, path: str, target: str) -> Page:
    """A redirect; it works without JavaScript and keeps search engines away from the old address."""
    place = Place(index=index, path=path)
    return Page(
        path=path,
        key=f"flyttad {path}",
        template="moved.html",
        is_stub=True,
        title="Sidan har flyttat",
        context={"frame": frame(place, label="Sidan har flyttat", indexed=False), "href": place.to(target)},
    )


def withdrawn_page(index: Index, path: str, stub: Stub | None) -> Page:
    """What is left of a page that is not public any more: that it was there, and how to ask for it."""
    place = Place(index=index, path=path)
    what = "Sidan"
    if stub:
        what = f"§ {stub.number}" if stub.ref.phase is Phase.MINUTES else f"Punkt {stub.number}"
    return Page(
        path=path,
        key=f"återkallad {path}",
        template="withdrawn.html",
        is_stub=True,
        title=f"{what} har tagits bort",
        context={
            "frame": frame(place, label="Borttagen sida", indexed=False),
            "what": what,
            "meeting": {
                "body": in_sentence(index.body(stub.ref.meeting_id.body).name),
                "date": long_date(stub.ref.meeting_id.date),
            }
            if stub
            else None,
            "date": when(stub.date) if stub else None,
            "reason": stub.reason if stub else "",
            "request": document_request(place, title=what, belongs=_belongs(index, stub, path), path=path),
        },
    )


def _belongs(index: Index, stub: Stub | None, path: str) -> str:
    """Meeting of what was withdrawn; of another page there is only its address."""
    if stub is None:
        return path
    meeting = stub.ref.meeting_id
    return f"{index.body(meeting.body).name} {meeting.date.isoformat()}"
