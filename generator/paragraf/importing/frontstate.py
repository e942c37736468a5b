"""What has been read of a front page so far, and what its notices of adjustment say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import Note
from paragraf.model import Attendee, ParagraphSet


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """What one notice of adjustment (anslag) says."""

    paragraphs: ParagraphSet | None = None
    """None: it does not say, or all."""
    adjusted: date | None = None
    announced: date | None = None
    removed: date | None = None
    kept_at: str = ""
    """Where the minutes are kept."""


@dataclass(kw_only=True, slots=True)
class Reading:
    """What has been read so far."""

    body: str
    known: Sequence[ParagraphNumber]
    minutes: bool = True
    """Those who sign were at the meeting."""
    day: date | None = None
    """Of the meeting."""
    where: list[str] = field(default_factory=list)
    groups: dict[str, list[Attendee]] = field(default_factory=dict)
    adjusters: list[Attendee] = field(default_factory=list)
    to_adjust: date | None = None
    some_adjusted: list[tuple[ParagraphSet, date]] = field(default_factory=list)
    all_notices: list[Notice] = field(default_factory=list)
    stated: ParagraphSet | None = None
    """The §§ that the front page itself says that it is about."""
    notices: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    serving: list[tuple[Attendee, str]] = field(default_factory=list)
    """Substitutes whom tables of members name beside those in whose place they serve, and their columns' heads."""

    notes: list[Note] = field(default_factory=list)

    def tell(self, **said: object) -> None:
        """Put what a line says into the notice that it stands in."""
        if not self.all_notices:
            self.all_notices.append(Notice())
        self.all_notices[-1] = replace(self.all_notices[-1], **said)  # type: ignore[arg-type]
