"""An ordinary page that an author wrote in sidor/."""

from dataclasses import dataclass, field

from paragraf.model.items import NOWHERE, Source


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorPage:
    """A Markdown file of sidor/ with its front matter."""

    path: str
    """From sidor/, with forward slashes: om.md."""
    title: str
    """From the front matter (titel), else the first heading."""
    description: str = ""
    order: int | None = None
    """Place among the pages (ordning); None: not stated."""
    body: str = ""
    """Markdown after the front matter, its own heading included."""
    source: Source = field(default=NOWHERE, compare=False)
