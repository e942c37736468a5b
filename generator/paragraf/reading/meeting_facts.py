"""mote.yml: the dated facts of a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from paragraf.model import (
    DRAFT_WORDS,
    Adjustment,
    Agenda,
    AttendanceGroup,
    Attendee,
    Cancellation,
    Draft,
    ParagraphSet,
    TimeSpan,
    Withheld,
)
from paragraf.reading import strict_yaml
from paragraf.reading.people import PERSON_FORM, attendee
from paragraf.reading.report import Report
from paragraf.reading.shapes import (
    DATE,
    DATE_OR_UNKNOWN,
    IN_FOLDER,
    PARAGRAPHS,
    SPANS,
    TEXT,
    Field,
    ListOf,
    Record,
    TableOf,
    Text,
    one_of,
)
from paragraf.reading.typed import Values, read_record

_DRAFTS = {word: draft for draft, word in DRAFT_WORDS.items()}
PERSON = Text(read=attendee, form=f"en person per rad, ”{PERSON_FORM}”")
PEOPLE = TableOf(key="beslutande", value=ListOf(entry=PERSON))

CANCELLED = Record(
    fields=(
        Field(key="datum", shape=DATE, about="dagen då det bestämdes", required=True),
        Field(key="skäl", shape=TEXT, about="varför"),
    )
)
CALL = Record(
    fields=(
        Field(key="publicerad", shape=DATE, about="dagen då kallelsen blir publik"),
        Field(key="tid", shape=SPANS, about="tiden i kallelsen"),
        Field(key="plats", shape=TEXT, about="platsen i kallelsen"),
        Field(key="kallade", shape=PEOPLE, about="de kallade, under dokumentets egna rubriker"),
    )
)
ADJUSTMENT = Record(
    fields=(
        Field(key="paragrafer", shape=PARAGRAPHS, about="vilka paragrafer; utan raden gäller det alla"),
        Field(key="justerat", shape=DATE_OR_UNKNOWN, about="dagen då de justerades, eller okänt", required=True),
        Field(key="anslaget", shape=DATE, about="dagen då justeringen anslogs"),
        Field(key="nedtaget", shape=DATE, about="dagen då anslaget togs ned"),
        Field(key="justerare", shape=ListOf(entry=PERSON), about="de som justerade"),
        Field(key="förvaras", shape=TEXT, about="var protokollet förvaras"),
    )
)
WITHHELD = Record(
    fields=(
        Field(key="paragrafer", shape=PARAGRAPHS, about="vilka paragrafer", required=True),
        Field(key="skäl", shape=TEXT, about="varför de inte publiceras", required=True),
    )
)
MEETING = Record(
    fields=(
        Field(key="organ", shape=TEXT, about="organets kod, namn eller alias", required=True),
        Field(key="datum", shape=DATE, about="dagen, samma som mappens namn", required=True),
        Field(key="typ", shape=one_of("ordinarie", "extra"), about="slags sammanträde"),
        Field(key="tid", shape=SPANS, about="tiden som det blev"),
        Field(key="plats", shape=TEXT, about="platsen som det blev"),
        Field(key="utkast", shape=one_of(*_DRAFTS), about="vad som inte publiceras än; ja: ingenting av sammanträdet"),
        Field(key="inställt", shape=CANCELLED, about="sammanträdet blev inte av"),
        Field(key="flyttat till", shape=DATE, about="den nya dagen"),
        Field(key="original", shape=IN_FOLDER, about="det undertecknade protokollet i bilagor/"),
        Field(key="kallelse", shape=CALL, about="vad kallelsen sade"),
        Field(key="justering", shape=ListOf(entry=ADJUSTMENT), about="justeringar och anslag"),
        Field(key="närvaro", shape=PEOPLE, about="de närvarande, under dokumentets egna rubriker"),
        Field(key="ej på webben", shape=ListOf(entry=WITHHELD), about="paragrafer som inte publiceras"),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingFacts:
    """What mote.yml says, in the model's terms where it has any."""

    body: str | None
    """As written."""
    day: date | None
    kind: str
    times: tuple[TimeSpan, ...]
    place: str
    draft: Draft
    cancelled: Cancellation | None
    moved_to: date | None
    original: str | None
    agenda: Agenda | None
    """Without items; None: no key kallelse."""
    adjustments: tuple[Adjustment, ...]
    attendance: tuple[AttendanceGroup, ...] | None
    withheld: tuple[Withheld, ...]
    lines: Mapping[str, int]
    """Key -> line."""


def read_meeting_facts(text: str, report: Report) -> MeetingFacts | None:
    """The facts in a text; None when it is no YAML of ours."""
    node = strict_yaml.parse(text, report)
    if node is None:
        return None
    found = read_record(node, MEETING, report)
    cancelled = found["inställt"]
    return MeetingFacts(
        body=found["organ"],
        day=found["datum"],
        kind=found["typ"] or "ordinarie",
        times=found["tid"] or (),
        place=found["plats"] or "",
        draft=Draft.ALL if _may_be_closed(found) else _DRAFTS[found["utkast"] or "nej"],
        cancelled=Cancellation(date=cancelled["datum"], reason=cancelled["skäl"] or "")
        if cancelled and cancelled["datum"]
        else None,
        moved_to=found["flyttat till"],
        original=found["original"],
        agenda=_agenda(found["kallelse"]) if found["kallelse"] else None,
        adjustments=tuple(_adjustment(one) for one in found["justering"] or () if _is_whole(one)),
        attendance=_groups(found["närvaro"]) if found["närvaro"] is not None else None,
        withheld=tuple(_withheld(one) for one in found["ej på webben"] or () if one["paragrafer"]),
        lines=found.lines,
    )


def _may_be_closed(found: Values) -> bool:
    """What holds something back but cannot be read holds the whole meeting back."""
    entries: tuple[Values, ...] = found["ej på webben"] or ()
    return bool(found.faulty & {"utkast", "ej på webben"}) or any(not one["paragrafer"] for one in entries)


def _is_whole(adjustment: Values) -> bool:
    """An adjustment whose §§ or dates cannot be read must not make anything public."""
    return adjustment.has("justerat") and not adjustment.faulty & {"paragrafer", "justerat", "anslaget"}


def _agenda(found: Values) -> Agenda:
    return Agenda(
        published=found["publicerad"],
        times=found["tid"] or (),
        place=found["plats"] or "",
        called=_groups(found["kallade"] or {}),
    )


def _adjustment(found: Values) -> Adjustment:
    return Adjustment(
        paragraphs=found["paragrafer"],
        adjusted=found["justerat"],
        announced=found["anslaget"],
        removed=found["nedtaget"],
        adjusters=found["justerare"] or (),
        place=found["förvaras"] or "",
        line=found.line,
    )


def _withheld(found: Values) -> Withheld:
    paragraphs: ParagraphSet = found["paragrafer"]
    return Withheld(paragraphs=paragraphs, reason=found["skäl"] or "", line=found.line)


def _groups(found: Mapping[str, tuple[Attendee, ...]]) -> tuple[AttendanceGroup, ...]:
    return tuple(AttendanceGroup(label=label, people=people) for label, people in found.items())
