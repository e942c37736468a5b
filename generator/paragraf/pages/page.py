"""What the core hands to whoever writes the site: pages to be put into templates, and files as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of the site: a pure function of the public archive."""

    path: str
    """Address from the root of the site, "" or ending in a slash: san/2023-04-26/p45/."""
    template: str
    """Name of the template in theme/: paragraph.html."""
    title: str
    """Plain text, for the browser's title."""
    description: str = ""
    """Plain text, one or two sentences."""
    html: str = ""
    """The author's running text where the page is mostly that; else empty, the template shows the context."""
    context: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """All that the template shows: plain data (text, numbers, lists, mappings). HTML only under keys that end in html."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteFile:
    """A file that is not made by a template."""

    path: str
    """Address from the root of the site: san/2023-04-26/bilagor/utredning/utredning.pdf."""
    content: bytes | Path
    """Bytes, or a path relative to the content folder of a file to be copied."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unresolved:
    """A reference in an author's text that has no public target; another part makes a problem of it."""

    path: str
    """Source file of the text, relative to the content folder."""
    page: str
    """Address of the page that shows the text."""
    reference: Any
    """What references.link returned for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Everything that is to be public."""

    pages: tuple[Page, ...] = ()
    files: tuple[SiteFile, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
