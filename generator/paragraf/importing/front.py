"""The front page, and what stands elsewhere of its kind: time, place, who took part, who adjusts, notices.

First every line is put under the label that it belongs to (labels.py): after it, below it, or in the column that the
label heads. Then each field is read as what it is. A line that belongs to nothing is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from paragraf.ids import ParagraphNumber
from paragraf.importing.centred import with_labels_first
from paragraf.importing.dates import PAUSED, find_date, held_spans, without_dates
from paragraf.importing.document import LaidLine, Note
from paragraf.importing.excepted import excepted
from paragraf.importing.frontfields import Field, Value
from paragraf.importing.frontgroups import grouped
from paragraf.importing.frontnotices import read_adjusting, read_dates, read_heading, read_kept, read_paragraphs
from paragraf.importing.frontplace import called, place_of
from paragraf.importing.fronts import fields_of
from paragraf.importing.frontstate import Notice, Reading
from paragraf.importing.names import NAME, PARTY
from paragraf.importing.people import known_person, people, with_role
from paragraf.importing.rollannexes import annexed_rolls
from paragraf.importing.rollrows import TableVote
from paragraf.importing.rolls import read_rolls
from paragraf.model import AttendanceGroup, Attendee, ParagraphSet, TimeSpan
from paragraf.vocabulary.front import ANNEX

_ELSEWHERE = re.compile(
    r"(?:enl(?:igt|\.)|se|framgår av|jfr)\s+.*(?:lista|bilaga|sid\w*|förteckning|nästa|nedan|omstående)\b.*",
    re.IGNORECASE,
)
"""Attendance that stands on another page."""
_OFFICES = {"secretary": "Sekreterare", "chair": "Ordförande"}
"""Office that a sentence tells of -> label of its group."""
_MEMBER = re.compile(
    rf"{NAME}(?:\s+{PARTY.format('party')}|,\s+(?:\d:[ae] )?(?:vice )?(?:ordf|sekr|ledamot|ersätt)\w*)"
)
"""Someone who took part, by party or office."""
_STAR = re.compile(r"\*\s?(?=[A-ZÅÄÖ])")


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
    votes: tuple[TableVote, ...] = ()
    """That stand in the columns of attendance tables."""
    notes: tuple[Note, ...] = ()


def read_front(
    lines: Sequence[LaidLine],
    body: str,
    known: Sequence[ParagraphNumber] = (),
    *,
    parts: frozenset[int] = frozenset(),
    minutes: bool = True,
    day: date | None = None,
) -> Front:
    """Read the lines before the first item or the list of items, and those of its kind elsewhere.

    `known`: the §§ of the document. `parts`: numbers of the lines with which those elsewhere begin.
    `minutes`: those who sign were at the meeting. `day`: of the meeting, for days without a year.
    """
    lines = with_labels_first(lines, parts)
    so_far = Reading(body=body, known=known, minutes=minutes, day=day)
    annexed = tuple(annexed_rolls(lines, parts))
    others = [
        one for one in read_rolls(lines, known) if not any(a.start < one.end and one.start < a.end for a in annexed)
    ]
    rolls = sorted((*annexed, *others), key=lambda one: one.start)
    fields = grouped(fields_of(lines, body, parts, rolls))
    for one in fields:
        _READERS.get(one.name, _read_nothing)(so_far, one)
    for substitute, label in so_far.serving:
        _place_serving(so_far.groups, substitute, label)
    where = " ".join(so_far.where) or called(fields)
    return Front(
        times=held_spans(where),
        place=place_of(where),
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
        votes=tuple(vote for one in rolls for vote in one.votes),
        notes=(
            *so_far.notes,
            *(note for one in rolls for note in one.notes),
            *_stars(lines, so_far),
            *_misplaced(fields),
        ),
    )


def _misplaced(fields: Sequence[Field]) -> Iterator[Note]:
    """People with a party or an office in the time and place: they took part in the meeting, most often."""
    for one in fields:
        if one.name not in ("when where", "when", "where"):
            continue
        for text, numbers in one.values:
            if _MEMBER.search(text):
                yield Note(line=numbers[0], text=f"”{text}” står i tid och plats men ser ut som en person i närvaron.")


def _stars(lines: Sequence[LaidLine], so_far: Reading) -> tuple[Note, ...]:
    """Stars before some of the names: they mark substitutes by custom, and are told of since they are not kept."""
    starred = [
        line.line.number
        for line in lines
        if not line.blank and _STAR.match(line.line.text) and people((line.line.cells or (line.line.text,))[0])
    ]
    if not starred or len(starred) >= sum(len(those) for those in so_far.groups.values()):
        return ()
    text = f"Stjärnan före {len(starred)} namn är inte med i närvaron; den brukar märka tjänstgörande ersättare."
    return (Note(line=starred[0], text=text),)


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


def _without_chair(those: tuple[Attendee, ...], so_far: Reading) -> tuple[Attendee, ...]:
    """Without the chair, who signs beside those who are elected to."""
    chairs = [
        one
        for label, group in so_far.groups.items()
        for one in group
        if re.match(r"ordf", one.role or "") or label.casefold() == "ordförande"
    ]
    elected = tuple(one for one in those if not any(known_person(one, chair) for chair in chairs))
    return elected or those


def _read_when(so_far: Reading, one: Field) -> None:
    so_far.where += [f"{text}," if PAUSED.search(text) else text for text, _ in one.values]


def _read_where(so_far: Reading, one: Field) -> None:
    so_far.where += [f"{text}," for text, _ in one.values]


def _read_people(so_far: Reading, one: Field) -> None:
    label = one.label.rstrip(" :")
    group = so_far.groups.setdefault(label, [])
    values: Sequence[Value] = one.values
    if told := excepted(values):
        values = told.rest
        group += told.serving
        so_far.notices += told.numbers
        so_far.notes.append(told.note)
    for text, numbers in values:
        found = people(text, so_far.known) if text else ()
        if not text or (one.name != "people" and _are_known(so_far, text)):
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


def _read_roll(so_far: Reading, one: Field) -> None:
    """Everyone in an attendance table, below its own labels or the one that stands above it."""
    if one.roll is None:
        return
    so_far.notices += one.roll.notices
    so_far.unread += one.roll.unread
    for label, those in one.roll.groups:
        so_far.groups.setdefault(label or one.label or "Närvarande", []).extend(those)
    so_far.serving += [(substitute, one.roll.serving_label) for substitute in one.roll.serving]


def _place_serving(groups: dict[str, list[Attendee]], substitute: Attendee, label: str) -> None:
    """Say of a substitute, where he or she stands or else in a group of its own, in whose place he or she serves."""
    for those in groups.values():
        for place, one in enumerate(those):
            if known_person(one, substitute) and one.serves_for is None:
                those[place] = replace(substitute, role=one.role, remote=one.remote or substitute.remote)
                return
    groups.setdefault(label, []).append(substitute)


def _read_told(so_far: Reading, one: Field) -> None:
    """Those of a sentence: who adjusts; a chair and a secretary whom no group has."""
    for text, numbers in one.values:
        so_far.notices += numbers
        those = people(text, so_far.known)
        if one.label == "adjusters":
            so_far.adjusters += those
        elif unknown := [person for person in those if not _known(so_far, person)]:
            so_far.groups.setdefault(_OFFICES[one.label], []).extend(unknown)


def _known(so_far: Reading, person: Attendee) -> bool:
    return any(
        known_person(person, other) for those in so_far.groups.values() for other in those if other is not person
    )


def _are_known(so_far: Reading, text: str) -> bool:
    """Whether a text is the names of some who take part and nothing more, without a sign between: they sign."""
    names = {person.name.casefold() for those in so_far.groups.values() for person in those}
    rest = re.sub(r"§+[\s\d,–-]*|\([^()]*\)", " ", text)
    words, at, count = rest.casefold().split(), 0, 0
    while at < len(words):
        end = next((end for end in range(len(words), at + 1, -1) if " ".join(words[at:end]) in names), None)
        if end is None:
            return False
        at, count = end, count + 1
    return count > 1


def _read_adjusters(so_far: Reading, one: Field) -> None:
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


def _read_furniture(so_far: Reading, one: Field) -> None:
    """Labels whose values are told elsewhere: the day, the body, titles, last day of appeal."""
    so_far.notices += one.lines


def _read_head(so_far: Reading, one: Field) -> None:
    """Titles; the name of the body itself stands in the facts."""
    if any(text.casefold() != so_far.body.casefold() for text, _ in one.values):
        so_far.notices += one.lines


def _read_signatures(so_far: Reading, one: Field) -> None:
    so_far.notices.append(one.line)
    _read_nothing(so_far, one)


def _read_signed(so_far: Reading, one: Field) -> None:
    """Someone who signs: minutes are signed by who took part in the meeting, an agenda by who calls to it."""
    so_far.notices.append(one.line)
    if one.label == "adjusters":
        _read_adjusters(so_far, one)
    elif so_far.minutes and one.label in _OFFICES:
        _read_told(so_far, one)
    else:
        _read_nothing(so_far, one)


def _read_nothing(so_far: Reading, one: Field) -> None:
    """Names that are only signed again; all else is told."""
    for text, numbers in one.values:
        found = people(text)
        day = find_date(text) and len(without_dates(text)) < 4
        signed = found and all(_known(so_far, person) or _adjusts(so_far, person) for person in found)
        (so_far.notices if signed or day or ANNEX.fullmatch(text) else so_far.unread).extend(numbers)


def _adjusts(so_far: Reading, person: Attendee) -> bool:
    return any(known_person(person, other) for other in so_far.adjusters)


_READERS = {
    "when where": _read_when,
    "when": _read_when,
    "where": _read_where,
    "people": _read_people,
    "roll": _read_roll,
    "chair": _read_people,
    "vice": _read_people,
    "secretary": _read_people,
    "adjusters": _read_adjusters,
    "adjuster substitutes": _read_adjusters,
    "adjusting": read_adjusting,
    "paragraphs": read_paragraphs,
    "notice": read_heading,
    "adjusted": read_dates,
    "announced": read_dates,
    "removed": read_dates,
    "kept": read_kept,
    "date": _read_furniture,
    "of": _read_furniture,
    "appeal": _read_furniture,
    "head": _read_head,
    "numbered": _read_furniture,
    "from": _read_nothing,
    "signatures": _read_signatures,
    "told": _read_told,
    "signed": _read_signed,
    "nothing": _read_nothing,
}
"""Label -> what reads its values."""
