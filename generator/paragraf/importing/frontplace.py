"""Where and when a meeting is, by the words of its front page."""

import re
from collections.abc import Sequence

from paragraf.importing.dates import find_spans, without_dates
from paragraf.importing.frontfields import Field

_BREAKS = re.compile(
    r"[\s,(–-]*(?:\b(?:för|med|mötet|sammanträdet|[\w-]*(?:nämnd|styrels|utskott|fullmäktige|direktion)\w*)\s+)?\b(?:ajourner|paus|rast|avbrott|lunch|uppehåll|fika)\w*[^,;)]*\)?",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)?|klockan|kl\.?|tid|plats)(?=[\s,:;.]|$)\s*:?|^\s*den\b"
    r"|\bden \d{1,2}(?::?e)? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:i|på)\s+(?=\S)")
"""Before a place that a sentence names: "kl. 13.00 i konferenssalen"."""
_CALLED = re.compile(
    r"\b(?:kallas|sammanträder|sammanträde)\b[^.]*?(?P<when>\bkl(?:ockan|\.)?\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?)"
    r"(?:\s*,?\s*(?:i|på)?\s+(?P<place>[A-ZÅÄÖ][^.:]*))?"
)
_CALLED_AT = re.compile(
    r"\b(?:sammanträde|möte)\s+(?:i|på)\s+(?P<place>[A-ZÅÄÖ][^.:]*?)"
    r",?\s+(?=(?:(?:mån|tis|ons|tors|fre|lör|sön)dag|den \d|kl(?:ockan|\.)))"
)


def called(fields: Sequence[Field]) -> str:
    """Time and place of "kallas till sammanträde den 26 november kl. 19.00 i Medborgarhuset"."""
    text = " ".join(text for one in fields if one.name in ("nothing", "head") for text, _ in one.values)
    match = _CALLED.search(text)
    at = _CALLED_AT.search(text)
    where = match["place"] or (at["place"] if at else "") if match else ""
    return f"{match['when']} {where}" if match else ""


def place_of(text: str) -> str:
    """The place: what is left without days, times and breaks."""
    plain = without_dates(find_spans(_BREAKS.sub("", text))[1])
    plain = _NOT_PLACE.sub(" ", plain)
    plain = re.sub(r"\(\s*\)", " ", plain)
    plain = re.sub(r"(?:^|[\s,;]+)(?:och|samt)\s*(?=$|,)", " ", " ".join(plain.split()))
    plain = re.sub(r"(?:\s*[,;:–-]\s*){2,}|\s+,\s*", ", ", " ".join(plain.split()))
    return _AT.sub("", plain.strip(" ,;:.–-"))
