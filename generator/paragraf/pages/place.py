"""The page that a text is shown on: links are relative to it, so the site works under any path."""

from collections.abc import Mapping
from dataclasses import dataclass

from paragraf.ids import MeetingId
from paragraf.pages.index import Index
from paragraf.pages.markdown import render


def root_of(path: str) -> str:
    """The way from a page up to the root of the site: ../../../, or ./ from the start page."""
    return "../" * path.count("/") or "./"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An address of the site, and what is needed to write on it."""

    index: Index
    path: str
    """From the root of the site, "" or ending in a slash."""
    meeting: MeetingId | None = None
    """The meeting from whose folder authors' relative links count."""

    @property
    def root(self) -> str:
        """The way up to the root of the site."""
        return root_of(self.path)

    def in_meeting(self, meeting: MeetingId) -> "Place":
        """The same page, for a text from another meeting's folder."""
        return Place(index=self.index, path=self.path, meeting=meeting)

    def to(self, path: str) -> str:
        """A relative link to another address of the site."""
        return self.root + path if path else self.root

    def resolve(self, href: str) -> str | None:
        """A relative link for an address in a text: /from/the/root/, bilagor/file or #anchor; None: leads nowhere."""
        page, mark, fragment = href.partition("#")
        if page.startswith("/"):
            target = page[1:]
            return self.to(target) + mark + fragment if target in self.index.known else None
        if self.meeting is not None and page:
            attachment = self.index.attachment_of_file(self.meeting, page)
            return self.to(f"{attachment.path}/") if attachment else None
        return None

    def html(self, text: str, *, level: int = 3, table: str = "Tabell", glossary: bool = True) -> str:
        """A text as it stands on this page; `level` is that of its topmost heading."""
        words: Mapping[str, str] | None = self.index.glossary if glossary else None
        return render(text, level=level, resolve=self.resolve, table_label=table, glossary=words).html
