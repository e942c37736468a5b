"""One document to be printed: what its template shows, and what a reader of PDF is told about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The documents that can be had as PDF; the value begins the file's name."""

    AGENDA = "kallelse"
    MINUTES = "protokoll"
    EXTRACT = "protokollsutdrag"


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """A document to be made into PDF: a pure function of the public archive, the same on every day it is unchanged."""

    kind: Kind
    page: str
    """Address of the page that it belongs to, from the root of the site: san/2023-04-26/protokoll/."""
    name: str
    """File name: protokoll-san-2023-04-26.pdf."""
    title: str
    subject: str
    author: str
    """The body whose document it is."""
    day: date
    """The latest day that it tells of; its date in the file's properties."""
    context: Mapping[str, Any] = field(repr=False)
    """All that the template theme/pdf/<kind>.html shows."""
    anchors: Mapping[str, str] = field(repr=False)
    """Addresses from the root of the site that are shown in the document itself -> their anchor in it."""
    address: str = ""
    """The public address of the site, https://…/; empty: links lead nowhere, and are left out."""
    qr: str = ""
    """What the QR code says; empty: there is none."""

    @property
    def path(self) -> str:
        """Where the file lies on the site."""
        return f"{self.page}{self.name}"
