"""Notices of adjustment on a front page: of which §§, when adjusted and announced, where the minutes are kept."""

import re
from datetime import date

from paragraf.importing.dates import find_date, find_dates, next_day, placed_dates
from paragraf.importing.frontfields import Field
from paragraf.importing.fronts import OF_SOME
from paragraf.importing.frontstate import Notice, Reading
from paragraf.importing.presence import paragraph_set

_MADE_KNOWN = re.compile(
    r"(?P<which>§+\s*\d[\d\s,§–-]*(?:och\s+§*\s*\d[\d\s–-]*)?)\s*(?:har\s+|är\s+)?tillkänna", re.IGNORECASE
)
"""Of which §§ a notice is: "Justeringen av §§ 43–47 och 49–52 tillkännages"."""
_REST_OF_LABEL = re.compile(r"^(?:för|av) (?:det justerade )?protokollet\s*:?\s+")
"""Of "Förvaringsplats" on the line before."""
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


def read_adjusting(so_far: Reading, one: Field) -> None:
    for text, numbers in one.values:
        so_far.notices += numbers
        said = _MADE_KNOWN.search(text)
        if said and so_far.all_notices and (which := paragraph_set(said["which"], so_far.known)):
            so_far.tell(paragraphs=which)
        for sentence in re.split(r"(?<=\d)[.;]\s+|\s+(?=övriga)", text, flags=re.IGNORECASE):
            day = find_date(sentence) or (next_day(sentence, so_far.day) if so_far.day else None)
            some = re.search(r"§+\s*(\d[\d\s,–-]*(?:och\s+\d+)?)", sentence)
            which = paragraph_set(some[1]) if some else None
            if day and which:
                so_far.some_adjusted.append((which, day))
            else:
                so_far.to_adjust = so_far.to_adjust or day
    so_far.notices.append(one.line)


def read_paragraphs(so_far: Reading, one: Field) -> None:
    so_far.notices += one.lines
    for text, _ in one.values:
        if which := paragraph_set(re.sub(r"^[§\s]*(?=§)", "", text), so_far.known):
            last = so_far.all_notices[-1] if so_far.all_notices else Notice()
            if last.paragraphs and (last.announced or last.removed):
                so_far.all_notices.append(Notice(paragraphs=which))
            elif so_far.all_notices:
                so_far.tell(paragraphs=which)
            else:
                so_far.stated = which


def read_heading(so_far: Reading, one: Field) -> None:
    """The heading of a notice: what follows is of a new one when the last one has said its dates."""
    so_far.notices += one.lines
    if not so_far.all_notices or so_far.all_notices[-1].announced or so_far.all_notices[-1].removed:
        so_far.all_notices.append(Notice())
    text = _with_years(" ".join([one.label, *(text for text, _ in one.values)]))
    if said := dict(_days_said(text)):
        so_far.tell(**said)
    elif day := find_date(text):
        so_far.tell(announced=day)


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


def read_dates(so_far: Reading, one: Field) -> None:
    so_far.notices += one.lines
    text = _with_years(" ".join([one.label, *(text for text, _ in one.values)]))
    day = next((day for text, _ in one.values if (day := find_date(text))), None)
    if day is None or one.name not in ("adjusted", "announced", "removed"):
        return
    own = [match for text, _ in one.values if (match := OF_SOME.fullmatch(text)) and find_date(match["days"])]
    if one.name == "announced" and len(own) == len(one.values):
        for match in own:
            _read_of_some(so_far, match)
        return
    last = so_far.all_notices[-1] if so_far.all_notices else Notice()
    if (one.name == "announced" and last.announced) or (one.name == "adjusted" and last.adjusted and last.announced):
        so_far.all_notices.append(Notice())
    said = dict(_days_said(text))
    if one.name == "adjusted" and said.get("adjusted"):
        so_far.tell(**said)
    elif one.name == "adjusted":
        so_far.tell(adjusted=day)
    elif one.name == "announced":
        so_far.tell(announced=day)
        if len(days := find_dates(" ".join(text for text, _ in one.values))) == 2:
            so_far.tell(removed=days[1])  # "anslaget 2024-04-23 -- 2024-05-15"
    else:
        so_far.tell(removed=day)


def _read_of_some(so_far: Reading, match: re.Match[str]) -> None:
    """A notice of its own for the days of some §§."""
    which, days = paragraph_set(match["which"], so_far.known), find_dates(match["days"])
    if so_far.all_notices and so_far.all_notices[-1].announced:
        so_far.all_notices.append(Notice())
    so_far.tell(paragraphs=which, announced=days[0], removed=days[1] if len(days) == 2 else None)


def read_kept(so_far: Reading, one: Field) -> None:
    so_far.notices.append(one.line)
    if one.values:
        so_far.tell(kept_at=_REST_OF_LABEL.sub("", one.values[0][0]))
        so_far.unread += [number for _, numbers in one.values[1:] for number in numbers]
