"""A section while it is gathered: its heading and its lines."""

from dataclasses import dataclass, field

from paragraf.importing.document import LaidLine


@dataclass(kw_only=True, slots=True)
class Group:
    """A heading and its lines; the first group of an item has no heading."""

    heading: str = ""
    kind: str = ""
    level: int = 0
    """Of the heading, where the source tells; see Line.heading."""
    line: int = 0
    """Number of the heading's line."""
    lines: list[LaidLine] = field(default_factory=list)
    inner: set[int] = field(default_factory=set)
    """Numbers of lines that are headings within the section."""
