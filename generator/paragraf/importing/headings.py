"""Which lines are headings of sections. Stricter than the vocabulary: running text holds its words too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import begins_entry
from paragraf.importing.hyphens import clean
from paragraf.importing.rows import is_row
from paragraf.vocabulary.documents import BODY_ENDINGS, OTHER_HEADINGS, WEAK_HEADINGS
from paragraf.vocabulary.headings import (
    KINDS,
    UNKNOWN,
    is_decision_of_a_body,
    is_earlier_decision,
    is_of_a_body,
    is_proposal_to_a_body,
    kind_of,
    plain,
    unspaced,
)
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_WORDINGS = frozenset(wording for wordings in KINDS.values() for wording in wordings)
INLINE = re.compile(r"(?P<heading>[^:.]{3,70}?)\s*(?::|\s[–-])\s+(?P<rest>\S.*)")
"""A heading and the first words under it on one line."""
_DECIDES = re.compile(r"(?P<heading>[A-ZÅÄÖ][A-ZÅÄÖ& -]+ BESLUT(?:AR|ADE)?)\s+(?P<rest>\S.*)")
_SENTENCE = re.compile(r"[.;,!?”\"]$")
_LIST_KINDS = (*ATTACHMENT_KINDS, "expedieras")
_NAMED_KINDS = ("underlag", "bilagor", "expedieras")
"""Lists whose entries are names of documents or of recipients."""
_DOCUMENTS = (
    "checklista",
    "analys",
    "beskrivning",
    "utredning",
    "kalkyl",
    "bedömning",
    "prövning",
    "yttrande",
    "samråd",
)
"""Last words of headings that are also names of documents."""
_FOR_ITSELF = re.compile(r"\bför egen del\s*:?$", re.IGNORECASE)
_SIDE = re.compile(r"(?:ja|nej|avstår)\b", re.IGNORECASE)
"""What a line of a vote begins with, never a heading."""
_MOST_WORDS = 14
_LONGEST = 70
_LONG = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading that begins with a line."""

    text: str
    """As printed, without colon and letter-spacing."""
    kind: str
    lines: int = 1
    """How many lines it takes."""
    rest: str = ""
    """What stands after it on its last line: the first words of the section."""
    within: bool = False
    """Below the heading of the section that it stands in."""

    @property
    def known(self) -> bool:
        """Whether the table of variants has it."""
        return self.kind != UNKNOWN


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What stands before a line that may be a heading."""

    own_names: tuple[str, ...]
    section: str = ""
    """Kind of the section so far."""
    level: int = 0
    """Of that section's heading, where the source tells; see Line.heading."""
    after_blank: bool = True
    """A blank line stands before it, or a sentence that has ended with another one after the line."""
    ended: bool = True
    """What stands before it has ended: nothing goes on over the blank line."""
    filled: bool = True
    """The section so far has text."""
    by_body: bool = False
    """The section's heading says which body decides or proposes; the next such heading stands beside it."""
    strict: bool = False
    """Only wordings of the table and of bodies: a title may have the words of the other forms."""


def find_heading(lines: Sequence[LaidLine], index: int, place: Place) -> Heading | None:
    """The heading that begins with a line, if one does: own line, wrapped, in a margin, or before its text."""
    line = lines[index].line
    if (begins_entry(line.text) and not line.heading) or _SIDE.match(line.text):
        return None
    if line.cells:
        return _in_margin(lines, index, place)
    following = _next(lines, index)
    if place.section == "beslut" and _begins_decision(line.text, place):
        return None
    if _is_known(line, following, place):
        return _heading(line.text, place)
    if following and _wraps(line, following, place):
        return _heading(f"{line.text} {following.text}", place, lines=2)
    return _before_text(line, place) or _unknown(lines, index, place)


def _begins_decision(text: str, place: Place) -> bool:
    """Whether words under "Beslut" say what the decision is: a proposal to another body, or whose decision it is."""
    if not place.filled:
        return kind_of(text, place.own_names) in ("forslag", "beslut") and not text.endswith(".")
    return is_proposal_to_a_body(text)


def heading_at(texts: Sequence[str], *, after_blank: bool, section: str = "", own_names: tuple[str, ...] = ()) -> int:
    """How many of the lines form a known heading: 1, 2 when it is wrapped, 0 when there is none."""
    place = Place(own_names=own_names, section=section, after_blank=after_blank, strict=True)
    lines = [LaidLine(line=Line(number=number, text=text)) for number, text in enumerate(texts)]
    if not texts[0] or begins_entry(texts[0]):
        return 0
    following = _next(lines, 0)
    if _is_known(lines[0].line, following, place) or _before_text(lines[0].line, place):
        return 1
    return 2 if following and _wraps(lines[0].line, following, place) else 0


def _next(lines: Sequence[LaidLine], index: int) -> Line | None:
    """The line straight after, if it is text."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after.line if after and not after.blank else None


def _heading(text: str, place: Place, *, lines: int = 1, rest: str = "") -> Heading:
    words = " ".join(unspaced(clean(text)).split()).rstrip(" :")
    return Heading(text=words, kind=kind_of(words, place.own_names), lines=lines, rest=rest)


def _is_set_off(line: Line) -> bool:
    """Whether the line's look says that it is a heading."""
    return bool(line.heading or line.bold) or (line.text.isupper() and len(line.text) > 3)


def _is_named_document(words: str, following: Line | None, place: Place) -> bool:
    """Whether words that can head a section are an entry of a list of documents, straight among the others."""
    among = place.section in ATTACHMENT_KINDS and place.filled and not place.after_blank
    return among and words.endswith(_DOCUMENTS) and not _is_sentence(following)


def _is_known(line: Line, following: Line | None, place: Place) -> bool:
    """Whether a line is a heading of the table and nothing else."""
    text = line.text
    if not text[:1].isupper() or len(text) > 120 or line.wrapped or _SENTENCE.search(text):
        return False
    words = plain(text)
    if words.count(" ") > _MOST_WORDS:
        return False
    set_off = _is_set_off(line) or text.endswith(":")
    if is_decision_of_a_body(text):
        return _is_heading_of_decision(line, place)
    if words in WEAK_HEADINGS:
        return (place.after_blank or set_off) and (place.section != "expedieras" or _is_set_off(line))
    if words in _WORDINGS:
        return set_off or not _is_named_document(words, following, place)
    if words in OTHER_HEADINGS:
        return not place.strict and (set_off or (place.after_blank and place.section not in _LIST_KINDS))
    if kind_of(text, place.own_names) == UNKNOWN or (_goes_on(following) and not set_off):
        return False
    # The forms of the table are words of running text too: these need a look or a place of their own.
    if is_earlier_decision(text):
        return place.section not in (*_LIST_KINDS, "beredning") and (place.after_blank or set_off)
    if is_of_a_body(text):
        return True
    in_list = place.section in _LIST_KINDS and not (place.section in _NAMED_KINDS and _is_sentence(following))
    return not place.strict and (set_off or (place.after_blank and not in_list))


def _is_sentence(following: Line | None) -> bool:
    """Whether running text stands straight below a line, as it does under a heading and not under a document's name."""
    return following is not None and following.text.endswith(".") and following.text.count(" ") > 3


def _goes_on(following: Line | None) -> bool:
    """Whether the next line goes on with a sentence."""
    return following is not None and following.text[0].islower() and not re.match(r"att\s|[a-z]\)", following.text)


def _is_heading_of_decision(line: Line, place: Place) -> bool:
    """Whether "Kommunstyrelsen beslutar" is a heading and not the beginning of a decision or proposal."""
    if place.by_body and place.filled and place.after_blank and _FOR_ITSELF.search(line.text):
        return True
    if place.section in ("beslut", "forslag"):
        return place.section == "forslag" and place.filled and _is_set_off(line) and place.after_blank
    return place.after_blank or _is_set_off(line)


def _wraps(line: Line, following: Line, place: Place) -> bool:
    """Whether a heading of a body goes on in the next line."""
    if not line.text[:1].isupper() or len(line.text) <= 50 or not following.text[0].islower() or following.cells:
        return False
    joined = f"{line.text} {following.text}"
    if is_decision_of_a_body(joined) and not _is_heading_of_decision(line, place):
        return False
    return not _SENTENCE.search(joined) and kind_of(joined, place.own_names) not in (UNKNOWN, "jav", "underlag")


def _in_margin(lines: Sequence[LaidLine], index: int, place: Place) -> Heading | None:
    """A heading in a cell of its own, its text beside it; it may go on in the next line's first cell."""
    line = lines[index].line
    first, others = line.cells[0], [cell for cell in line.cells[1:] if cell]
    if not first or not others:
        return None
    for count in (2, 1):
        below = lines[index + 1 : index + count]
        if any(one.blank or len(one.line.cells) < 2 or not one.line.cells[0] for one in below):
            continue
        words = " ".join([first, *(one.line.cells[0] for one in below)])
        alone = plain(words) in _WORDINGS or (len(others) == 1 and kind_of(words, place.own_names) != UNKNOWN)
        if not words[:1].isupper() or not alone or place.section in ("omrostning", "delegationsbeslut"):
            continue
        rest = " ".join([*others, *(cell for one in below for cell in one.line.cells[1:] if cell)])
        return _heading(words, place, lines=count, rest=rest)
    return None


def _before_text(line: Line, place: Place) -> Heading | None:
    """A heading with a colon, or in capitals, before its text on the same line."""
    found = _DECIDES.fullmatch(line.text) or INLINE.fullmatch(line.text)
    if not found or not line.text[:1].isupper():
        return None
    words = plain(found["heading"])
    capitals = found["heading"].isupper() and len(words) > 3
    if found.re is _DECIDES and place.section in ("beslut", "forslag"):
        return None
    if ":" not in line.text[found.end("heading") :][:3] and not capitals:
        return None
    sure = words in _WORDINGS and (words not in WEAK_HEADINGS or place.after_blank or capitals)
    shaped = (
        not place.strict and (place.after_blank or capitals) and kind_of(found["heading"], place.own_names) != UNKNOWN
    )
    if is_decision_of_a_body(found["heading"]) and place.section in ("beslut", "forslag"):
        return None
    if place.section in _LIST_KINDS and not place.after_blank and words in WEAK_HEADINGS:
        return None
    return _heading(found["heading"], place, rest=found["rest"]) if sure or shaped else None


def _unknown(lines: Sequence[LaidLine], index: int, place: Place) -> Heading | None:
    """An author's own heading: set off by its look, or a short line alone straight over running text."""
    line = lines[index].line
    text = line.text
    words = text.split()
    if len(text) > _LONGEST or len(words) > 9 or not text[:1].isupper() or _SENTENCE.search(text) or line.wrapped:
        return None
    if is_row(text) or re.search(r"\([^()]{1,4}\)|\d{4}-\d\d-\d\d|@", text) or text.casefold().endswith(BODY_ENDINGS):
        return None
    if text.endswith(":") or is_decision_of_a_body(text) or place.section in _LIST_KINDS:
        return None
    following = next((one.line for one in lines[index + 1 :] if not one.blank), None)
    if following is None or not place.ended:
        return None
    straight = _next(lines, index)
    runs = len(following.text) >= _LONG or following.soft or bool(following.wrapped) or following.text.endswith(".")
    within = bool(place.level and line.heading > place.level)
    if line.heading or (line.bold and not following.bold and place.section != "beslut"):
        return (
            Heading(text=" ".join(unspaced(clean(text)).split()), kind=UNKNOWN, within=within)
            if runs or line.heading
            else None
        )
    alone = (
        place.after_blank and straight is not None and len(words) <= 6 and place.section not in ("beslut", "forslag")
    )
    over_text = straight is not None and len(straight.text) >= _LONG and straight.text[0].isupper()
    if alone and over_text and line.wrapped is None and not line.soft and not line.indent:
        return Heading(text=" ".join(unspaced(clean(text)).split()), kind=UNKNOWN)
    return None
