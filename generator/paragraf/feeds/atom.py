"""Atom feeds (RFC 4287), built as a tree: no text can break out of its element."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lxml import etree

from paragraf.ids import UNPRINTABLE
from paragraf.model import Organisation
from paragraf.publishing.outside import document, stable_name

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A line of an entry's list."""

    text: str
    href: str
    after: str = ""
    """What stands after the link: the outcome."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry."""

    name: str
    """What it is called for ever, within the municipality: san/2023-04-26/minutes/2023-05-04."""
    title: str
    day: date
    href: str
    """As it stands in the feed."""
    summary: str
    kind: str
    """A word for sorting: protokoll."""
    author: str
    """The body."""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed and the page that it follows."""

    title: str
    page: str
    """Address of the page from the root of the site."""
    entries: tuple[Entry, ...]
    day: date
    """The day of the site: when a feed without entries was last changed is not known."""


def atom(organisation: Organisation, feed: Feed, path: str) -> bytes:
    """The feed as it lies at `path`, in UTF-8."""
    where = document(organisation, path)
    root = etree.Element(f"{{{ATOM}}}feed", {_LANGUAGE: "sv"}, nsmap={None: ATOM})
    _text(root, "id", stable_name(organisation, path).urn)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((one.day for one in feed.entries), default=feed.day)))
    _author(root, organisation.name or feed.title)
    _link(root, "alternate", where.to(feed.page), "text/html")
    if where.address:
        _link(root, "self", where.to(path), "application/atom+xml")
    for one in feed.entries:
        _entry(root, organisation, one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(root: etree._Element, organisation: Organisation, one: Entry) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", stable_name(organisation, one.name).urn)
    _text(entry, "title", one.title)
    _text(entry, "published", _moment(one.day))
    _text(entry, "updated", _moment(one.day))
    _author(entry, one.author)
    _link(entry, "alternate", one.href, "text/html")
    etree.SubElement(entry, f"{{{ATOM}}}category", term=one.kind)
    _text(entry, "summary", one.summary)
    if one.rows:
        _content(entry, one.summary, one.rows)


def _content(entry: etree._Element, summary: str, rows: Iterable[Row]) -> None:
    content = etree.SubElement(entry, f"{{{ATOM}}}content", type="xhtml")
    div = etree.SubElement(content, f"{{{XHTML}}}div", nsmap={None: XHTML})
    etree.SubElement(div, f"{{{XHTML}}}p").text = _clean(summary)
    listed = etree.SubElement(div, f"{{{XHTML}}}ul")
    for row in rows:
        item = etree.SubElement(listed, f"{{{XHTML}}}li")
        link = etree.SubElement(item, f"{{{XHTML}}}a", href=row.href)
        link.text = _clean(row.text)
        link.tail = _clean(f" – {row.after}") if row.after else None


def _author(parent: etree._Element, name: str) -> None:
    author = etree.SubElement(parent, f"{{{ATOM}}}author")
    _text(author, "name", name)


def _link(parent: etree._Element, relation: str, href: str, kind: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", rel=relation, href=href, type=kind)


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def _moment(day: date) -> str:
    """The start of a day: no author says at what hour a thing was announced."""
    return f"{day.isoformat()}T00:00:00Z"
