"""The front page: time, place, who is called or took part, and what a notice of adjustment says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from paragraf.importing.dates import find_date, find_spans
from paragraf.importing.document import LaidLine
from paragraf.model import AttendanceGroup, Attendee, TimeSpan
from paragraf.vocabulary.documents import ADJUSTER_LABELS, GROUP_LABELS

_WHEN_WHERE = re.compile(
    r"(?P<label>tid plats|plats och tid|tid och plats|plats|tid)\s*:?\s*(?P<value>.*)", re.IGNORECASE
)
_LABELLED = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäö /]{2,40}?)\s*:\s*(?P<value>.*)")
_PERSON = re.compile(
    r"(?P<name>[A-ZÅÄÖÉÜ][^\d,()]*?)\s*(?:\((?P<party>[^()\d]{1,8})\))?(?:,\s*(?P<role>[^()]+))?"
    r"(?:\s+(?:ersätter|tjänstgör för|tjg\.? för)\s+(?P<other>[^,()]+?)\s*(?:\((?P<other_party>[^()\d]{1,8})\))?)?"
)
_PARAGRAPHS = re.compile(
    r"(?:(?:avser |justerade )?paragrafer|protokollet omfattar|§§?)\s*:?\s*§*\s*\d.*", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:underskrifter|anslag(?:/bevis|sbevis)?|bevis(?: om anslag)?|underskrift)\b.*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """What the front page says."""

    times: tuple[TimeSpan, ...] = ()
    place: str = ""
    groups: tuple[AttendanceGroup, ...] = ()
    adjusters: tuple[Attendee, ...] = ()
    adjusted: date | None = None
    announced: date | None = None
    removed: date | None = None
    notices: tuple[int, ...] = ()
    """Numbers of lines whose dates were read, or that only head others."""
    unread: tuple[int, ...] = ()
    """Numbers of lines that were not understood."""


def read_front(lines: Sequence[LaidLine], body: str) -> Front:
    """Read the lines before the first item or the list of items."""
    front = Front()
    label = ""
    where: list[str] = []
    groups: dict[str, list[Attendee]] = {}
    notices: list[int] = []
    unread: list[int] = []
    for line in lines:
        text = line.line.text
        if line.blank or text.casefold() == body.casefold():
            continue
        words, value = _split_label(text)
        if words:
            label = words
            if words in GROUP_LABELS or words in ADJUSTER_LABELS:
                groups.setdefault(_printed(text, value), [])
                if value:
                    _add(groups, _person(value))
            elif value:
                where.append(value)
            continue
        if dated := _notice(front, text):
            front = dated
            notices.append(line.line.number)
            label = ""
        elif _PARAGRAPHS.fullmatch(text) or _SIGNED.fullmatch(text):
            notices.append(line.line.number)
            label = ""
        elif label in ("tid", "plats", "tid plats", "plats och tid", "tid och plats"):
            where.append(text)
        elif label and groups:
            if text[0].islower() and _extend(groups, text):
                continue
            one = _person(text)
            if one:
                _add(groups, one)
            else:
                unread.append(line.line.number)
        else:
            unread.append(line.line.number)
    times, place = find_spans(" ".join(where))
    adjusters = [one for name, people in groups.items() if name.casefold() in ADJUSTER_LABELS for one in people]
    return replace(
        front,
        times=times,
        place=re.sub(r"^kl(?:ockan|\.)?\s*|\s*,?\s*kl(?:ockan|\.)?$", "", place, flags=re.IGNORECASE).strip(" ,"),
        groups=tuple(
            AttendanceGroup(label=name, people=tuple(people))
            for name, people in groups.items()
            if name.casefold() not in ADJUSTER_LABELS and people
        ),
        adjusters=tuple(adjusters),
        notices=tuple(notices),
        unread=tuple(unread),
    )


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
    return "", ""


def _printed(text: str, value: str) -> str:
    return (text[: len(text) - len(value)] if value else text).strip(" :")


def _person(text: str) -> Attendee | None:
    match = _PERSON.fullmatch(" ".join(text.split()))
    if not match or not match["name"].strip():
        return None
    if not (match["party"] or match["role"]) and len(match["name"].split()) < 2:
        return None
    other = match["other"]
    return Attendee(
        name=match["name"].strip(),
        party=match["party"],
        role=match["role"].strip() if match["role"] else None,
        serves_for=other.strip() if other else None,
        serves_for_party=match["other_party"],
    )


def _add(groups: dict[str, list[Attendee]], one: Attendee | None) -> None:
    if one:
        list(groups.values())[-1].append(one)


def _extend(groups: dict[str, list[Attendee]], text: str) -> bool:
    """A role that goes on in the next line: "2:e vice" / "ordförande"."""
    people = list(groups.values())[-1]
    if not people or not people[-1].role:
        return False
    people[-1] = replace(people[-1], role=f"{people[-1].role} {text}")
    return True


def _notice(front: Front, text: str) -> Front | None:
    """With a date of the notice of adjustment (anslag) that a line tells; None when it tells none."""
    words, day = text.casefold(), find_date(text)
    if not day:
        return None
    if "uppsätt" in words or "anslaget" in words or "publiceras från" in words:
        return replace(front, announced=day)
    if "nedtag" in words:
        return replace(front, removed=day)
    return replace(front, adjusted=day) if "juster" in words else None
