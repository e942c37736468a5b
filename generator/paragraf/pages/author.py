"""The ordinary pages that authors wrote in sidor/: the host renders their text, we give them the frame."""

from collections.abc import Iterable, Iterator

from paragraf.model import AuthorPage
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place


def author_pages(index: Index, pages: Iterable[AuthorPage]) -> Iterator[Page]:
    """A page for each file of sidor/ but index.md, which is part of the start page."""
    for one in pages:
        path = author_path(one)
        if path:
            place = Place(index=index, path=path)
            yield Page(
                path=path,
                key=f"sida {one.path}",
                template="author.html",
                title=one.title,
                description=one.description,
                context={"frame": frame(place, label=one.title, filters={"typ": "Sida"}), "title": one.title},
                source=one.path,
                markdown=one.body,
            )


def author_path(page: AuthorPage) -> str:
    """The address that the host gives a file: om.md -> om/, stod/index.md -> stod/."""
    stem = page.path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def menu(pages: Iterable[AuthorPage]) -> list[tuple[str, str]]:
    """Title and address of the authors' pages, in the order that they ask for."""
    ordered = sorted(pages, key=lambda one: (one.order is None, one.order or 0, one.title))
    return [(one.title, author_path(one)) for one in ordered if author_path(one)]
