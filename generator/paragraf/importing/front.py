"""The front page, and what stands elsewhere of its kind: time, place, who took part, who adjusts, notices.

First every line is put under the label that it belongs to (labels.py): after it, below it, or in the column that the
label heads. Then each field is read as what it is. A line that belongs to nothing is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from paragraf.ids import ParagraphNumber
from paragraf.importing.dates import PAUSED, find_date, find_spans, held_spans, placed_dates, without_dates
from paragraf.importing.document import LaidLine
from paragraf.importing.fronts import Field, fields_of
from paragraf.importing.people import known_person, paragraph_set, people, with_role
from paragraf.model import AttendanceGroup, Attendee, ParagraphSet, TimeSpan

_BREAKS = re.compile(
    r"[\s,(–-]*(?:\b(?:för|med|mötet|sammanträdet|[\w-]*(?:nämnd|styrels|utskott|fullmäktige|direktion)\w*)\s+)?\b(?:ajourner|paus|rast|avbrott|lunch|uppehåll|fika)\w*[^,;)]*\)?",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)?|klockan|kl\.?|tid|plats)(?=[\s,:;.]|$)\s*:?|^\s*den\b"
    r"|\bden \d{1,2}(?::?e)? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:enl(?:igt|\.)|se|framgår av|jfr)\s+.*(?:lista|bilaga|sid\w*|förteckning|nästa|nedan|omstående)\b.*",
    re.IGNORECASE,
)
"""Attendance that stands on another page."""


_CALLED = re.compile(
    r"\b(?:kallas|sammanträder|sammanträde)\b[^.]*?(?P<when>\bkl(?:ockan|\.)?\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?)"
    r"(?:\s*,?\s*(?:i|på)?\s+(?P<place>[A-ZÅÄÖ][^.:]*))?"
)
_CALLED_AT = re.compile(
    r"\b(?:sammanträde|möte)\s+(?:i|på)\s+(?P<place>[A-ZÅÄÖ][^.:]*?)"
    r",?\s+(?=(?:(?:mån|tis|ons|tors|fre|lör|sön)dag|den \d|kl(?:ockan|\.)))"
)
_MADE_KNOWN = re.compile(
    r"(?P<which>§+\s*\d[\d\s,§–-]*(?:och\s+§*\s*\d[\d\s–-]*)?)\s*(?:har\s+|är\s+)?tillkänna", re.IGNORECASE
)
"""Of which §§ a notice is: "Justeringen av §§ 43–47 och 49–52 tillkännages"."""
_YEARLESS = re.compile(
    r"\b\d{1,2}(?::?e)? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b(?!\.? ?,? ?\d{4})", re.IGNORECASE
)
_SAID: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for what, words in (
        ("", r"sammanträde|möte"),
        ("adjusted", r"(?:om)?juster"),
        ("announced", r"uppsatt|uppsätt|sätts upp|sattes upp|anslag(?:et|it|en|its|is)\b|anslås|publicer|tillkänna"),
        ("announced", r"fr\.?\s?o\.?\s?m\b|från\b"),
        ("removed", r"tas ne[dr]|tas bort|togs ne[dr]|ne[dr]t|avpublicer|t\.?\s?o\.?\s?m\b|till\b"),
    )
)
"""What a day is of -> the words before it that say so; the nearest ones do."""


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """What the front page says."""

    times: tuple[TimeSpan, ...] = ()
    place: str = ""
    groups: tuple[AttendanceGroup, ...] = ()
    adjusters: tuple[Attendee, ...] = ()
    to_adjust: date | None = None
    """The day on which the minutes were to be adjusted: true only when they say that it was done."""
    some_adjusted: tuple[tuple[ParagraphSet, date], ...] = ()
    """§§ that were adjusted on a day of their own."""
    all_notices: tuple[Notice, ...] = ()
    """One for every notice, in the order of the document."""
    notices: tuple[int, ...] = ()
    """Numbers of lines whose dates were read, or that only head others."""
    unread: tuple[int, ...] = ()
    """Numbers of lines that were not understood."""


@dataclass(kw_only=True, slots=True)
class _Reading:
    """What has been read so far."""

    body: str
    known: Sequence[ParagraphNumber]
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


def read_front(
    lines: Sequence[LaidLine],
    body: str,
    known: Sequence[ParagraphNumber] = (),
    *,
    parts: frozenset[int] = frozenset(),
) -> Front:
    """Read the lines before the first item or the list of items, and those of its kind elsewhere.

    `known`: the §§ of the document. `parts`: numbers of the lines with which those elsewhere begin.
    """
    so_far = _Reading(body=body, known=known)
    fields = fields_of(lines, body, parts)
    for one in fields:
        _READERS.get(one.name, _read_nothing)(so_far, one)
    where = " ".join(so_far.where) or _called(fields)
    return Front(
        times=held_spans(where),
        place=_place(where),
        groups=tuple(
            AttendanceGroup(label=label, people=tuple(dict.fromkeys(those)))
            for label, those in so_far.groups.items()
            if those
        ),
        adjusters=_without_chair(_once(so_far.adjusters), so_far),
        to_adjust=so_far.to_adjust,
        some_adjusted=tuple(so_far.some_adjusted),
        all_notices=tuple(one for one in so_far.all_notices if one != Notice()),
        notices=tuple(so_far.notices),
        unread=tuple(so_far.unread),
    )


def _called(fields: Sequence[Field]) -> str:
    """Time and place of "kallas till sammanträde den 26 november kl. 19.00 i Medborgarhuset"."""
    text = " ".join(text for one in fields if one.name in ("nothing", "head") for text, _ in one.values)
    match = _CALLED.search(text)
    at = _CALLED_AT.search(text)
    where = match["place"] or (at["place"] if at else "") if match else ""
    return f"{match['when']} {where}" if match else ""


def _once(those: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Everyone once, with what most is said of them."""
    found: list[Attendee] = []
    for one in those:
        at = next((place for place, other in enumerate(found) if known_person(one, other)), None)
        if at is None:
            found.append(one)
        elif one.party and not found[at].party:
            found[at] = one
    return tuple(found)


def _without_chair(those: tuple[Attendee, ...], so_far: _Reading) -> tuple[Attendee, ...]:
    """Without the chair, who signs beside those who are elected to."""
    chairs = [
        one
        for label, group in so_far.groups.items()
        for one in group
        if re.match(r"ordf", one.role or "") or label.casefold() == "ordförande"
    ]
    elected = tuple(one for one in those if not any(known_person(one, chair) for chair in chairs))
    return elected or those


def _place(text: str) -> str:
    """The place: what is left without days, times and breaks."""
    plain = without_dates(find_spans(_BREAKS.sub("", text))[1])
    plain = _NOT_PLACE.sub(" ", plain)
    plain = re.sub(r"\(\s*\)", " ", plain)
    plain = re.sub(r"(?:\s*[,;:–-]\s*){2,}|\s+,\s*", ", ", " ".join(plain.split()))
    return plain.strip(" ,;:.–-")


def _read_when(so_far: _Reading, one: Field) -> None:
    so_far.where += [f"{text}," if PAUSED.search(text) else text for text, _ in one.values]


def _read_where(so_far: _Reading, one: Field) -> None:
    so_far.where += [f"{text}," for text, _ in one.values]


def _read_people(so_far: _Reading, one: Field) -> None:
    label = one.label.rstrip(" :")
    group = so_far.groups.setdefault(label, [])
    for text, numbers in one.values:
        found = people(text, so_far.known) if text else ()
        if not text:
            so_far.notices += numbers
        elif found:
            group += [person for person in found if not (one.name != "people" and _known(so_far, person))]
            if one.name != "people" and all(_known(so_far, person) for person in found):
                so_far.notices += numbers
        elif _ELSEWHERE.fullmatch(text):
            so_far.notices += numbers
        else:
            so_far.unread += numbers
    if not one.values:
        so_far.notices.append(one.line)


def _known(so_far: _Reading, person: Attendee) -> bool:
    return any(
        known_person(person, other) for those in so_far.groups.values() for other in those if other is not person
    )


def _read_adjusters(so_far: _Reading, one: Field) -> None:
    substitutes = one.name == "adjuster substitutes"
    for text, numbers in one.values:
        first, *rest = re.split(r"\s*,?\s*(?:\bmed\s+|\()?\bersättare\b:?\s*", text, maxsplit=1, flags=re.IGNORECASE)
        found = people(re.sub(r"\s*(?:,|och|samt)?\s*ordföranden?\s*$", "", first), so_far.known)
        others = people(rest[0].strip(" )")) if rest else ()
        if not found and not others:
            day = find_date(text)
            so_far.to_adjust = so_far.to_adjust or day
            (so_far.notices if day else so_far.unread).extend(numbers)
            continue
        so_far.adjusters += [with_role(person, "ersättare") if substitutes else person for person in found]
        so_far.adjusters += [with_role(person, "ersättare") for person in others]


def _read_adjusting(so_far: _Reading, one: Field) -> None:
    for text, numbers in one.values:
        so_far.notices += numbers
        said = _MADE_KNOWN.search(text)
        if said and so_far.all_notices and (which := paragraph_set(said["which"], so_far.known)):
            _tell(so_far, paragraphs=which)
        for sentence in re.split(r"(?<=\d)[.;]\s+|\s+(?=övriga)", text, flags=re.IGNORECASE):
            day = find_date(sentence)
            some = re.search(r"§+\s*(\d[\d\s,–-]*(?:och\s+\d+)?)", sentence)
            which = paragraph_set(some[1]) if some else None
            if day and which:
                so_far.some_adjusted.append((which, day))
            else:
                so_far.to_adjust = so_far.to_adjust or day
    so_far.notices.append(one.line)


def _read_paragraphs(so_far: _Reading, one: Field) -> None:
    so_far.notices += one.lines
    for text, _ in one.values:
        if which := paragraph_set(re.sub(r"^[§\s]*(?=§)", "", text), so_far.known):
            if so_far.all_notices:
                _tell(so_far, paragraphs=which)
            else:
                so_far.stated = which


def _read_heading(so_far: _Reading, one: Field) -> None:
    """The heading of a notice: what follows is of a new one when the last one has said its dates."""
    so_far.notices += one.lines
    if not so_far.all_notices or so_far.all_notices[-1].announced or so_far.all_notices[-1].removed:
        so_far.all_notices.append(Notice())
    text = _with_years(" ".join([one.label, *(text for text, _ in one.values)]))
    if said := dict(_days_said(text)):
        _tell(so_far, **said)
    elif day := find_date(text):
        _tell(so_far, announced=day)


def _days_said(text: str) -> list[tuple[str, date]]:
    """What each day of a text is of, by the words before it: "justerades 2023-11-14", "tas bort 2023-12-07"."""
    found = []
    begin = 0
    for start, end, days in placed_dates(text):
        before = text[begin:start]
        said = [(match.end(), what) for what, words in _SAID for match in words.finditer(before)]
        if said and max(said)[1]:
            found.append((max(said)[1], days[0]))
        begin = end
    return found


def _with_years(text: str) -> str:
    """ "15 september till och med den 7 oktober 2022": the year holds for both."""
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    return _YEARLESS.sub(rf"\g<0> {year.group()}", text) if year else text


def _read_dates(so_far: _Reading, one: Field) -> None:
    so_far.notices += one.lines
    day = next((day for text, _ in one.values if (day := find_date(text))), None)
    if day is None or one.name not in ("adjusted", "announced", "removed"):
        return
    last = so_far.all_notices[-1] if so_far.all_notices else Notice()
    if one.name == "announced" and last.announced:
        so_far.all_notices.append(Notice())
    said = dict(_days_said(" ".join([one.label, *(text for text, _ in one.values)])))
    if one.name == "adjusted" and said.get("adjusted"):
        _tell(so_far, **said)
    elif one.name == "adjusted":
        _tell(so_far, adjusted=day)
    elif one.name == "announced":
        _tell(so_far, announced=day)
    else:
        _tell(so_far, removed=day)


def _read_kept(so_far: _Reading, one: Field) -> None:
    so_far.notices.append(one.line)
    if one.values:
        _tell(so_far, kept_at=one.values[0][0])
        so_far.unread += [number for _, numbers in one.values[1:] for number in numbers]


def _tell(so_far: _Reading, **said: object) -> None:
    """Put what a line says into the notice that it stands in."""
    if not so_far.all_notices:
        so_far.all_notices.append(Notice())
    so_far.all_notices[-1] = replace(so_far.all_notices[-1], **said)  # type: ignore[arg-type]


def _read_furniture(so_far: _Reading, one: Field) -> None:
    """Labels whose values are told elsewhere: the day, the body, titles, last day of appeal."""
    so_far.notices += one.lines


def _read_head(so_far: _Reading, one: Field) -> None:
    """Titles; the name of the body itself stands in the facts."""
    if any(text.casefold() != so_far.body.casefold() for text, _ in one.values):
        so_far.notices += one.lines


def _read_signatures(so_far: _Reading, one: Field) -> None:
    so_far.notices.append(one.line)
    _read_nothing(so_far, one)


def _read_nothing(so_far: _Reading, one: Field) -> None:
    """Names that are only signed again; all else is told."""
    for text, numbers in one.values:
        found = people(text)
        day = find_date(text) and len(without_dates(text)) < 4
        signed = found and all(_known(so_far, person) or _adjusts(so_far, person) for person in found)
        (so_far.notices if signed or day else so_far.unread).extend(numbers)


def _adjusts(so_far: _Reading, person: Attendee) -> bool:
    return any(known_person(person, other) for other in so_far.adjusters)


_READERS = {
    "when where": _read_when,
    "when": _read_when,
    "where": _read_where,
    "people": _read_people,
    "chair": _read_people,
    "vice": _read_people,
    "secretary": _read_people,
    "adjusters": _read_adjusters,
    "adjuster substitutes": _read_adjusters,
    "adjusting": _read_adjusting,
    "paragraphs": _read_paragraphs,
    "notice": _read_heading,
    "adjusted": _read_dates,
    "announced": _read_dates,
    "removed": _read_dates,
    "kept": _read_kept,
    "date": _read_furniture,
    "of": _read_furniture,
    "appeal": _read_furniture,
    "head": _read_head,
    "numbered": _read_furniture,
    "from": _read_nothing,
    "signatures": _read_signatures,
    "nothing": _read_nothing,
}
"""Label -> what reads its values."""
