"""What a reference in a text can point to. Strings become these once, when they are found."""

from dataclasses import dataclass
from datetime import date

from paragraf.ids import ParagraphId


@dataclass(frozen=True, kw_only=True, slots=True)
class StatuteTarget:
    """A statute, or a place in it: 4 kap. 1 § andra stycket SoL."""

    sfs: str
    """2001:453."""
    chapter: str | None = None
    """"4", "4a"."""
    section: str | None = None
    """"1", "28f"."""
    part: int | None = None
    """Stycke."""
    point: str | None = None
    """Punkt."""
    sentence: int | None = None
    """Mening."""
    amended_by: str | None = None
    """SFS number of an amending statute, when it is the one that the text speaks of."""

    def __str__(self) -> str:
        place = [f"{self.chapter} kap." if self.chapter else "", f"{self.section} §" if self.section else ""]
        place += [f"st {self.part}" if self.part else "", f"p {self.point}" if self.point else ""]
        place += [f"men {self.sentence}" if self.sentence else "", f"L{self.amended_by}" if self.amended_by else ""]
        return " ".join(["SFS", self.sfs, *filter(None, place)])


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesTarget:
    """A document of a national or EU series: prop. 2016/17:171 s. 154."""

    series: str
    """Key of vocabulary.statutes.SERIES."""
    number: str
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.series} {self.number}" + (f" s {self.page}" if self.page else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseTarget:
    """A case, or one handling of it: 23/SAN/13-5."""

    key: str
    """As ids.CaseNumber.key."""
    handling: str = ""

    def __str__(self) -> str:
        return f"ärende {self.key}" + (f" handling {self.handling}" if self.handling else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphTarget:
    """A § of minutes."""

    id: ParagraphId
    day: date | None = None
    """Day of the meeting, when the text says it: the § must be of that very meeting."""

    def __str__(self) -> str:
        return str(self.id) + (f" ({self.day.isoformat()})" if self.day else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachmentTarget:
    """An attachment of the meeting that the text belongs to; exactly one of the fields is filled."""

    number: str = ""
    """"3"."""
    title: str = ""
    """As the meeting has it."""

    def __str__(self) -> str:
        return f"bilaga {self.number}" if self.number else f"bilaga ”{self.title}”"


@dataclass(frozen=True, kw_only=True, slots=True)
class Foreign:
    """Recognised, and not on this site: never linked, and seen by no later family."""

    kind: str
    """What it was taken for, in Swedish: lag, lokala regler, okänt organ…"""

    def __str__(self) -> str:
        return f"({self.kind})"


Target = StatuteTarget | SeriesTarget | CaseTarget | ParagraphTarget | AttachmentTarget | Foreign


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A place in a text that refers to something."""

    start: int
    end: int
    text: str
    """What stands there: text[start:end]."""
    target: Target
    sure: bool = True
    """False: it may be something else altogether, so that it is no problem when there is no such target."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Excused:
    """A resolver's answer for what cannot be on the site, and need not be."""

    reason: str
    """före arkivets början, publiceras inte…"""
