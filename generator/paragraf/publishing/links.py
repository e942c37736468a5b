"""Links tell the truth: every address on a finished site is followed, before anyone can see it.

A site is plain files under a path that we do not know: a link is right when the file is there, and the anchor in it,
counted from the page that the link stands on. Nothing is fetched from anyone else; readers may be led there.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree


class Fault(StrEnum):
    """What is wrong with a link; the end of a Swedish sentence that begins with the link."""

    MISSING = "leder till något som inte finns"
    ANCHOR = "leder till ett ställe som inte finns på sidan"
    OUTSIDE = "leder ut ur webbplatsens mapp"
    FROM_ROOT = "börjar med / och fungerar inte under en annan sökväg"
    NO_SLASH = "leder till en mapp men slutar inte med /"
    THIRD_PARTY = "hämtas från någon annan"
    FORBIDDEN = "är av ett slag som inte får förekomma"


@dataclass(frozen=True, order=True, kw_only=True, slots=True)
class BadLink:
    """A link on a page of the finished site that does not hold."""

    page: str
    """File, relative to the site folder."""
    line: int
    """Line in the file, 0 where it is not known."""
    link: str
    """The address as it stands."""
    fault: Fault

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: ”{self.link}” {self.fault}"


@dataclass(frozen=True, slots=True)
class _Link:
    line: int
    address: str
    fetched: bool
    """The browser gets it by itself: a picture, a script. Otherwise a reader follows it."""


_FETCHED = ("src", "poster", "data", "action", "formaction", "background", "href", "xlink:href")
_FETCHED_SETS = ("srcset", "imagesrcset")
_FOLLOWED_TAGS = {"a", "area"}
_FOLLOWED_RELATIONS = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search", "up"}
_FOLLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
_REFRESH = re.compile(r"""^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)
_CSS = re.compile(rb"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_NOT_FOUND_PAGE = "404.html"


@dataclass(frozen=True, slots=True)
class _Site:
    files: frozenset[str]
    anchors: dict[str, frozenset[str]]
    """Page -> ids on it."""
    address: str
    """Public address of the site, or nothing."""


def dead_links(site: Path, address: str = "") -> tuple[BadLink, ...]:
    """Every link of a finished site that does not hold, sorted.

    `address` is the site's public address (https://…/), if it is known: full links to it are followed as our own, and
    the page 404.html, which is shown at any address, may count from its path.
    """
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    links: dict[str, tuple[_Link, ...]] = {}
    whole = _Site(files, {}, address)
    for name in sorted(files):
        if name.endswith(".html"):
            links[name], whole.anchors[name] = _read_page((site / name).read_bytes())
        elif name.endswith(".css"):
            links[name] = tuple(_css_links((site / name).read_bytes()))
    found = (
        BadLink(page=page, line=link.line, link=link.address, fault=fault)
        for page, on_page in links.items()
        for link in on_page
        if (fault := _fault(page, link, whole))
    )
    return tuple(sorted(set(found)))


def _read_page(data: bytes) -> tuple[tuple[_Link, ...], frozenset[str]]:
    """The links and the anchors of a page."""
    if not data.strip():
        return (), frozenset()
    links: list[_Link] = []
    anchors: set[str] = set()
    for element in etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)).iter(etree.Element):
        links.extend(_element_links(element))
        if anchor := element.get("id"):
            anchors.add(anchor)
    return tuple(links), frozenset(anchors)


def _element_links(element: etree._Element) -> Iterator[_Link]:
    line = element.sourceline or 0
    relations = set((element.get("rel") or "").lower().split())
    followed = element.tag in _FOLLOWED_TAGS or (element.tag == "link" and bool(relations & _FOLLOWED_RELATIONS))
    for name, value in element.attrib.items():
        if name in _FETCHED:
            yield _Link(line, str(value).strip(), not followed)
        elif name in _FETCHED_SETS:
            yield from (_Link(line, one.split()[0], True) for one in str(value).split(",") if one.strip())
    if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
        match = _REFRESH.match(element.get("content") or "")
        yield _Link(line, match[1].strip() if match else "", False)


def _css_links(data: bytes) -> Iterator[_Link]:
    for match in _CSS.finditer(data):
        address = (match[1] or match[2]).decode("utf-8", "replace").strip()
        yield _Link(data.count(b"\n", 0, match.start()) + 1, address, True)


def _fault(page: str, link: _Link, site: _Site) -> Fault | None:
    """What is wrong with a link on a page, or None."""
    own = bool(site.address) and link.address.startswith(site.address)
    try:
        parts = urlsplit(link.address.removeprefix(site.address) if own else link.address)
    except ValueError:
        return Fault.FORBIDDEN
    if parts.scheme or parts.netloc:
        return _outward_fault(parts.scheme or "https", fetched=link.fetched)
    path, folder = unquote(parts.path), "" if own else posixpath.dirname(page)
    if path.startswith("/"):
        base = urlsplit(site.address).path or "/"
        if page != _NOT_FOUND_PAGE or not path.startswith(base):
            return Fault.FROM_ROOT
        path, folder = path.removeprefix(base), ""
    target = page if not parts.path and not own else _target(folder, path, site.files)
    if isinstance(target, Fault):
        return target
    anchor = unquote(parts.fragment).partition(":~:")[0]
    known = site.anchors.get(target)
    return Fault.ANCHOR if anchor and known is not None and anchor not in known else None


def _outward_fault(scheme: str, *, fetched: bool) -> Fault | None:
    if fetched:
        return None if scheme == "data" else Fault.THIRD_PARTY
    return None if scheme in _FOLLOWED_SCHEMES else Fault.FORBIDDEN


def _target(folder: str, path: str, files: frozenset[str]) -> str | Fault:
    """The file that a path leads to, counted from a folder."""
    whole = posixpath.normpath(posixpath.join(folder, path))
    if whole == ".." or whole.startswith("../"):
        return Fault.OUTSIDE
    names_a_folder = posixpath.basename(path) in {"", ".", ".."}
    if whole in files and not names_a_folder:
        return whole
    index = posixpath.normpath(f"{whole}/index.html")
    if index not in files:
        return Fault.MISSING
    return index if names_a_folder else Fault.NO_SLASH
