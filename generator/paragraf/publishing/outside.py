"""What other programs are told: feeds, calendars and data carry addresses and names that hold outside the site too.

With an address in organisation.yml (`adress`) every link is absolute. Without it links count from the file that they
stand in, which feed readers and programs resolve as browsers do; names never depend on it, so nothing that somebody
follows is doubled when the site gets an address or moves to another.
"""

import posixpath
import re
import uuid
from dataclasses import dataclass

from paragraf.model import Organisation

NEWS = "nytt.xml"
"""Name of an Atom feed, beside the page that it follows."""
CALENDAR = "moten.ics"
"""Name of a calendar of meetings, beside the page of the body or of the site."""
MEETING_CALENDAR = "mote.ics"
"""Name of the calendar file of one meeting, beside its page."""
DATA = "data.json"
"""Name of the data of a meeting, case or body, beside its page."""
CATALOGUE = "dcat.rdf"
"""The catalogue of the open data, at the root of the site."""

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://paragraf.invalid/")

_LINK = re.compile(r"!?\[([^\]]{0,500})\]\([^)]{0,1000}\)")
_MARK = re.compile(r"[*`]|(?m:^[ ]{0,3}(?:#{1,6}|>)[ ]+)|(?m:[ \t]+$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A file of the site that other programs read, and how it names addresses of the site."""

    path: str
    """From the root of the site: san/moten.ics."""
    address: str = ""
    """The public address of the site; empty when it is not known."""

    def to(self, path: str) -> str:
        """An address of the site ("", san/, moten.ics) as it stands in the document: absolute where that can be."""
        if self.address:
            return f"{self.address.rstrip('/')}/{path}"
        start = posixpath.dirname(self.path)
        relative = posixpath.relpath(path or ".", start or ".")
        return f"{relative}/" if not path or path.endswith("/") else relative


def document(organisation: Organisation, path: str) -> Document:
    """A file of a municipality's site."""
    return Document(path=path, address=organisation.address)


def stable_name(organisation: Organisation, what: str) -> uuid.UUID:
    """What something is called for ever: the same on every machine, whatever the site's address is."""
    return uuid.uuid5(_NAMES, f"{organisation.name}\n{what}")


def bare_text(markdown: str) -> str:
    """A Markdown text without its marks and the addresses of its links; lists and tables keep their lines."""
    return _MARK.sub("", _LINK.sub(r"\1", markdown)).strip()
