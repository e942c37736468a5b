"""How much speaks for a line being the head of an item, and not a reference, a list or another document's head."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.dates import CLOCK, find_date
from paragraf.importing.document import Break, LaidLine, LaidOut
from paragraf.importing.headings import heading_at
from paragraf.importing.labels import labelled
from paragraf.importing.numbering import PARAGRAPHS, Numbered
from paragraf.importing.rollheads import PEOPLE
from paragraf.importing.rows import is_row
from paragraf.importing.sections import is_adjusted_mark

_ENDS_WITH_TIME = re.compile(rf"(?:^|\s){CLOCK}$", re.IGNORECASE)
_LAW = re.compile(
    r"(?:i\s|och\s|samt\s|eller\s|st\s|stycket|punkten|första|andra|tredje|kap\b|[a-zåäö-]*lagen\b|[a-zåäö-]*balken\b"
    r"|förordning|(?:SoL|LSS|LVU|LVM|KL|OSL|FL|PBL|MB|TF|RF|LOU|LSO)\b(?!-))"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*$|\s{2,}\d{1,3}$|\t\d+$")
_SENTENCE = re.compile(r"[.!?][”\"’)]?$")
_OF_ALL = re.compile(r"protokollet\b", re.IGNORECASE)
_OF_NOTICES = ("adjusted", "announced", "removed")
"""Labels of the days of a notice of adjustment."""
_HEADS_NOTICE = 12.0
_NEAR = 9
"""Lines with text below a head within which its first section, or its case number, is looked for."""


@dataclass(kw_only=True, slots=True)
class Surroundings:
    """What is known of every line's place before any item is: computed once over the document."""

    laid: LaidOut
    after_head: list[bool] = field(default_factory=list)
    """Only blank lines and furniture stand between a page head of ours, or the document's beginning, and the line."""
    top: list[bool] = field(default_factory=list)
    """The first text of a page."""
    closed: list[bool] = field(default_factory=list)
    """A mark that the § is adjusted stands between the line and the last page head of ours."""
    attached: list[bool] = field(default_factory=list)
    """The page is an attached document's by its own page number or letterhead."""
    above: list[int] = field(default_factory=list)
    """Index of the last line with text above; -1: none."""
    has_heads: bool = False
    listed: Mapping[str, str] = field(default_factory=dict)
    """Number -> title in the document's own list of items."""
    stated: frozenset[int] = frozenset()
    """Numbers that the front page says are in the document; empty: it does not say."""


def surroundings(laid: LaidOut) -> Surroundings:
    """Walk over the lines once."""
    found = Surroundings(laid=laid)
    after_head, top, closed, attached, last = True, True, False, False, -1
    own_page = other_page = 0
    for index, line in enumerate(laid.lines):
        if line.page is Break.CERTAIN:
            top, attached = True, False
        if line.own_head:
            after_head, closed, attached = True, False, False
        elif line.furniture and line.page_number:
            # Numbers of our own pages go on; those of an attached document begin at 1 and go on from there.
            number = line.page_number
            attached = bool(own_page) and (number == 1 or (other_page > 0 and number == other_page + 1))
            own_page, other_page = (own_page, number) if attached else (number, 0)
        found.after_head.append(after_head)
        found.top.append(top)
        found.closed.append(closed)
        found.attached.append(attached)
        found.above.append(last)
        if not line.blank:
            after_head = top = False
            last = index
            closed = closed or (is_adjusted_mark(line.line.text) and not _OF_ALL.match(line.line.text))
    found.has_heads = sum(line.own_head and line.page is Break.CERTAIN for line in laid.lines) > 1
    return found


def evidence(at: Surroundings, index: int, one: Numbered) -> float:
    """The weight of the signs; above 0 more speaks for a head than against it."""
    line, lines = at.laid.lines[index], at.laid.lines
    rest = one.rest
    weight = 0.0
    if at.after_head[index]:
        weight += 4.0
    elif at.top[index]:
        weight += 1.0
    weight += _from_above(at, index)
    weight += 2.0 * bool(one.time) + 1.0 * line.line.bold + 1.5 * bool(line.line.heading)
    if line.line.cells:
        first = line.line.cells[min(bool(one.time), len(line.line.cells) - 1)]
        weight += 2.0 if first.strip(" .)").isdigit() else 0.5
    weight += _from_words(one, line)
    weight += _from_below(lines, index, one)
    weight -= _HEADS_NOTICE * (_heads_notice(lines, index, one) or _heads_people(one))
    known = at.listed.get(str(one.number))
    if at.listed:
        weight += 4.0 if known is not None and same_beginning(known, _title_near(lines, index, rest)) else -1.5
    if at.stated:
        weight += 1.5 if one.number.number in at.stated else -4.0
    if at.has_heads and at.closed[index] and not at.after_head[index]:
        weight -= 2.0 if known is not None else 9.0
    if at.has_heads and one.form not in (*PARAGRAPHS, "punkt", "dash") and not at.after_head[index]:
        weight -= 2.0
    if at.attached[index] and not at.after_head[index]:
        weight -= 5.0
    return weight


def _from_above(at: Surroundings, index: int) -> float:
    """Whether the line above has come to an end."""
    above = at.above[index]
    if above < 0 or at.after_head[index]:
        return 0.5
    line = at.laid.lines[above]
    text = line.line.text
    if above < index - 1:
        return 1.5
    if is_adjusted_mark(text):
        return 2.0
    if line.line.wrapped or line.line.soft:
        return -2.0
    if _SENTENCE.search(text) or _ENDS_WITH_TIME.search(text) or is_column(text) or len(text) < 45:
        return 0.5
    if at.laid.lines[index].line.empty:
        return 1.0
    return -1.5


def _from_words(one: Numbered, line: LaidLine) -> float:
    rest = one.rest
    if not rest:
        return 0.5 if one.form in (*PARAGRAPHS, "punkt") or line.line.cells else -1.5
    if _LAW.match(rest) or (rest[0].islower() and not one.continued):
        return -4.0
    weight = 1.5 if rest[0].isupper() or rest[0] in "”\"'(" else 0.0
    if _SENTENCE.search(rest) and len(rest) > 60:
        weight -= 2.0
    if _LEADERS.search(rest):
        weight -= 1.0
    if one.form in ("bare", "dot", "paren") and (is_row(" ".join(rest.split())) or len(rest) < 3):
        weight -= 3.0
    if is_column(line.line.text):
        weight += 3.0
    elif _ENDS_WITH_TIME.search(line.line.text):
        weight += 1.0
    if find_date(rest[:12]) and len(rest) < 14:
        weight -= 2.0
    return weight


def _from_below(lines: Sequence[LaidLine], index: int, one: Numbered) -> float:
    """A section's heading or a case number soon below, before anything that looks like another head."""
    if one.rest and case_numbers_in(one.rest):
        return 2.0
    seen = 0
    for place in range(index + 1, min(len(lines), index + 30)):
        line = lines[place]
        if line.own_head:
            break
        if line.blank:
            continue
        seen += 1
        text = line.line.text
        if heading_at([text], after_blank=True) or case_numbers_in(text):
            return 2.0
        if is_column(text) and seen < 4:
            return 2.0
        if seen >= _NEAR or re.match(r"§\s?\d", text):
            break
    return 0.0


def _heads_notice(lines: Sequence[LaidLine], index: int, one: Numbered) -> bool:
    """Whether a number stands over the days of its own adjustment: "57 §", "Justerad 2023-12-08"."""
    below = [line.line.text for line in lines[index + 1 : index + 6] if not line.blank][:1]
    head = labelled(one.rest or "".join(below))
    return head is not None and head.name in _OF_NOTICES and find_date(head.value) is not None


def _heads_people(one: Numbered) -> bool:
    """Whether a number stands beside a label of people, over the marks of its vote: "Ledamöter   § 45"."""
    head = labelled(one.rest) if one.margin else None
    return head is not None and not head.value and head.name in PEOPLE


def _title_near(lines: Sequence[LaidLine], index: int, rest: str) -> str:
    """The words of a head: those after its number, or the next lines'."""
    words = [rest]
    for line in lines[index + 1 : index + 8]:
        if not line.blank:
            words.append(line.line.text)
        if len(words) > 3:
            break
    return " ".join(words)


def same_beginning(title: str, text: str) -> bool:
    """Whether a title of the list of items is that of a head."""
    plain = _letters(title)
    return bool(plain) and plain[:12] in _letters(text)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())


def is_column(text: str) -> bool:
    """Whether a line has the heading of the column Föredragande."""
    return bool(re.search(r"\bföredragande\b", text, re.IGNORECASE))
