"""The front page: time, place, who is called or took part, and what a notice of adjustment says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from paragraf.importing.dates import find_date, find_spans
from paragraf.importing.document import LaidLine
from paragraf.importing.people import known_person, person
from paragraf.importing.sections import is_adjusted_mark
from paragraf.model import AttendanceGroup, Attendee, TimeSpan
from paragraf.vocabulary.documents import ADJUSTER_LABELS, DATE_LABELS, DOCUMENT_TYPES, GROUP_LABELS, NOTICE_BODIES

_WHEN_WHERE = re.compile(
    r"(?P<label>tid plats|plats och tid|tid och plats|plats|tid)\s*:?\s*(?P<value>.*)", re.IGNORECASE
)
_LABELLED = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäö /]{2,40}?)\s*:\s*(?P<value>.*)")
_GROUP_FIRST = re.compile(
    rf"(?P<label>{'|'.join(sorted((*GROUP_LABELS, *ADJUSTER_LABELS), key=len, reverse=True))})\s+(?P<value>[A-ZÅÄÖ].*)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"(?:(?:avser |justerade )?paragrafer|protokollet omfattar|§§?)\s*:?\s*§*\s*\d.*", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:underskrifter|anslag(?:/bevis|sbevis)?|bevis(?: om anslag)?|underskrift)\b.*", re.IGNORECASE)
_ADJUSTED_AT = re.compile(
    r"(?:justeringens (?:plats och tid|tid och plats|plats|tid)|(?:plats och tid|tid och plats|plats|tid) för justering"
    r"|justeringsda(?:g|tum)|datum för justering)\s*:?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"förvaringsplats(?: för protokollet| av protokollet)?\s*:?\s*(?P<value>.*)", re.IGNORECASE)
_OF_NOTICE = re.compile(
    rf"(?:{'|'.join(NOTICE_BODIES)})\s*:?\s+\S.*|sista (?:dag|datum) för överklagande\b.*"
    rf"|(?:{'|'.join(DATE_LABELS)})\b.*|{'|'.join(DOCUMENT_TYPES)}",
    re.IGNORECASE,
)
_LABEL_AND_SET = re.compile(
    r"(?P<label>sekreterare|ordförande|justerare|justerande)\s+paragraf(?:er)?\s*§*\s*\d[\d\s,–-]*", re.IGNORECASE
)
"""Signature lines that name the §§ beside the label."""
_TO_SIGN_ON = re.compile(r"\s*[._…]{4,}$")
_WHEN = ("tid", "plats", "tid plats", "plats och tid", "tid och plats")


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """What the front page says."""

    times: tuple[TimeSpan, ...] = ()
    place: str = ""
    groups: tuple[AttendanceGroup, ...] = ()
    adjusters: tuple[Attendee, ...] = ()
    adjusted: date | None = None
    to_adjust: date | None = None
    """The day on which the minutes were to be adjusted: true only when they say that it was done."""
    announced: date | None = None
    removed: date | None = None
    kept_at: str = ""
    """Where the minutes are kept."""
    notices: tuple[int, ...] = ()
    """Numbers of lines whose dates were read, or that only head others."""
    unread: tuple[int, ...] = ()
    """Numbers of lines that were not understood."""


@dataclass(kw_only=True, slots=True)
class _Reading:
    """What has been read of the front page so far."""

    front: Front = field(default_factory=Front)
    label: str = ""
    """What the lines that follow are about."""
    group: str = ""
    """The group that people who follow are added to."""
    signed: bool = False
    """Below "Underskrifter": who has been named already is only named again."""
    where: list[str] = field(default_factory=list)
    groups: dict[str, list[Attendee]] = field(default_factory=dict)
    notices: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)


def read_front(lines: Sequence[LaidLine], body: str) -> Front:
    """Read the lines before the first item or the list of items."""
    so_far = _Reading()
    for line in lines:
        text = _TO_SIGN_ON.sub("", line.line.text)
        if label := _LABEL_AND_SET.fullmatch(text):
            text = label["label"]
        if not line.blank and text.casefold() != body.casefold():
            _read_line(so_far, text, line.line.number)
    times, place = find_spans(" ".join(so_far.where))
    groups = so_far.groups
    adjusters = [one for name, people in groups.items() if name.casefold() in ADJUSTER_LABELS for one in people]
    return replace(
        so_far.front,
        times=_without_breaks(times, " ".join(so_far.where)),
        place=re.sub(
            r"^kl(?:ockan|\.)?\s*|\s*,?\s*kl(?:ockan|\.)?$|,?\s*ajournera\w*|,?\s*ajournering(?:ar)?\b",
            "",
            place,
            flags=re.IGNORECASE,
        ).strip(" ,;"),
        groups=tuple(
            AttendanceGroup(label=name, people=tuple(people))
            for name, people in groups.items()
            if name.casefold() not in ADJUSTER_LABELS and people
        ),
        adjusters=tuple({(one.name, one.party): one for one in adjusters}.values()),
        notices=tuple(so_far.notices),
        unread=tuple(so_far.unread),
    )


def _read_line(so_far: _Reading, text: str, number: int) -> None:
    if not text or _read_notice(so_far, text):
        so_far.notices.append(number)
    elif (found := _split_label(text))[0]:
        _begin(so_far, text, *found, number)
    elif so_far.label in _WHEN:
        so_far.where.append(text)
    elif so_far.label and so_far.group:
        _read_person(so_far, text, number)
    elif _only_signs(so_far, person(text)):
        so_far.notices.append(number)
    else:
        so_far.unread.append(number)


def _begin(so_far: _Reading, text: str, label: str, value: str, number: int) -> None:
    """A line with a label, and what stands after the label."""
    so_far.label = label
    if label not in GROUP_LABELS and label not in ADJUSTER_LABELS:
        so_far.where += [value] if value else []
        return
    so_far.group = _printed(text, value)
    so_far.groups.setdefault(so_far.group, [])
    if value:
        _read_person(so_far, value, number)


def _read_person(so_far: _Reading, text: str, number: int) -> None:
    people = so_far.groups[so_far.group]
    if text[0].islower() and people and people[-1].role:
        # A role that goes on in the next line: "2:e vice" / "ordförande".
        people[-1] = replace(people[-1], role=f"{people[-1].role} {text}")
        return
    one = person(text)
    if one is None:
        so_far.unread.append(number)
    elif _only_signs(so_far, one):
        so_far.notices.append(number)
    else:
        people.append(one)


def _only_signs(so_far: _Reading, one: Attendee | None) -> bool:
    """Whether a name below "Underskrifter" is of someone who has been named above."""
    if one is None or not so_far.signed:
        return False
    return any(known_person(one, other) for people in so_far.groups.values() for other in people)


def _read_notice(so_far: _Reading, text: str) -> bool:
    """Take what a line tells of adjustment and notice; whether it was such a line."""
    front, label = so_far.front, ""
    adjusted_at, kept = _ADJUSTED_AT.fullmatch(text), _KEPT.fullmatch(text)
    if adjusted_at:
        day = find_date(adjusted_at["value"])
        so_far.front = replace(front, to_adjust=day or front.to_adjust)
        label = "" if day else "justering"
    elif kept:
        so_far.front = replace(front, kept_at=kept["value"])
        label = "" if kept["value"] else "förvaras"
    elif dated := _dated(front, text):
        so_far.front = dated
    elif is_adjusted_mark(text) or any(one.fullmatch(text) for one in (_PARAGRAPHS, _SIGNED, _OF_NOTICE)):
        so_far.signed = so_far.signed or bool(_SIGNED.fullmatch(text))
    elif so_far.label == "justering" and (day := find_date(text)):
        so_far.front = replace(front, to_adjust=day)
    elif so_far.label == "förvaras":
        so_far.front = replace(front, kept_at=text)
    else:
        return False
    so_far.label = label
    return True


def _dated(front: Front, text: str) -> Front | None:
    """With the dates of the notice of adjustment (anslag) that a line tells; None when it tells none."""
    found = front
    for part in re.split(r"(?<=\d)\s+(?=[^\W\d])", text):
        words, day = part.casefold(), find_date(part)
        if not day:
            continue
        if re.search(r"nedtag|tas ne[dr]|tagits ne[dr]", words):
            found = replace(found, removed=day)
        elif re.search(r"uppsätt|anslaget|publiceras från", words):
            found = replace(found, announced=day)
        elif "juster" in words:
            found = replace(found, adjusted=day)
    return found if found != front else None


def _split_label(text: str) -> tuple[str, str]:
    """A known label and what stands after it on the line; empty when the line begins with none."""
    if not text[0].isupper():
        return "", ""
    words = " ".join(text.split()).rstrip(":").casefold()
    if words in GROUP_LABELS or words in ADJUSTER_LABELS:
        return words, ""
    if match := _LABELLED.fullmatch(text):
        known = match["label"].casefold()
        if known in GROUP_LABELS or known in ADJUSTER_LABELS:
            return known, match["value"].strip()
    if match := _WHEN_WHERE.fullmatch(text):
        value = match["value"].strip()
        if not value or text[len(match["label"]) :].lstrip().startswith(":") or any(char.isdigit() for char in value):
            return match["label"].casefold(), value
        if match["label"].casefold() == "plats":
            return "plats", value
    if (match := _GROUP_FIRST.fullmatch(text)) and person(match["value"]):
        return match["label"].casefold(), match["value"]
    return "", ""


def _printed(text: str, value: str) -> str:
    return (text[: len(text) - len(value)] if value else text).strip(" :")


def _without_breaks(times: tuple[TimeSpan, ...], text: str) -> tuple[TimeSpan, ...]:
    """ "13.15-16.05, ajournering 14.30-14.45": what was held is what lies before and after the break."""
    if not re.search(r"\bajourner", text, re.IGNORECASE) or len(times) < 2 or times[0].end is None:
        return times
    start, last = times[0].start, times[0].end
    held: list[TimeSpan] = []
    for pause in times[1:]:
        if pause.end is None or not start < pause.start < pause.end < last:
            return times
        held.append(TimeSpan(start=start, end=pause.start))
        start = pause.end
    return (*held, TimeSpan(start=start, end=last))
