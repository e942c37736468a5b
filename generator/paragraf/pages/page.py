"""What the core hands to whoever writes the site: pages to be put into templates, and files as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from paragraf.problems import Problem

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of the site: a pure function of the public archive."""

    path: str
    """Address from the root of the site, "" or ending in a slash: san/2023-04-26/p45/."""
    key: str
    """What the page is about, the same if its address changes: § SAN 45/2023."""
    template: str
    """Name of the template in theme/: paragraph.html."""
    title: str
    """Plain text, for the browser's title."""
    description: str = ""
    """Plain text, one or two sentences."""
    html: str = ""
    """The page's running text where it is mostly that; else empty, and the template shows the context."""
    context: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    """All that the template shows, as plain data (text, numbers, lists, mappings); HTML only in keys ending in html."""
    is_stub: bool = False
    """True: it only says where the page went; nothing is at this address any more."""
    is_kept: bool = True
    """False: the address is a person's name. It is not remembered, and leaves nothing when the page goes."""
    source: str = ""
    """Of an author's own page: its file, relative to sidor/."""
    markdown: str = ""
    """Of an author's own page: its text, which the host renders since links between such pages are its matter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteFile:
    """A file that no template makes."""

    path: str
    """Address from the root of the site: san/2023-04-26/bilagor/utredning/utredning.pdf."""
    content: bytes | Path
    """The bytes themselves, or the file to copy."""
    sha256: str = ""
    """Of a file to copy, as it was when it was read: what has changed since nobody has decided about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Everything that is to be public."""

    pages: tuple[Page, ...] = ()
    files: tuple[SiteFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Links in authors' texts that lead nowhere; on the site they are plain text."""
    constants: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    """What is the same on all pages: name, links, draft mark…"""
