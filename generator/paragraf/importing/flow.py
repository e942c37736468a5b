"""Wrapped lines become paragraphs and lists again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.hyphens import SOFT, clean, join, words_in
from paragraf.importing.markup import Form, Piece
from paragraf.importing.names import NAME

BULLET = re.compile(r"(?:[-–—•▪◦●○■□*\u00b7\u2023\u2043\u2219\uf0b7\uf0a7\uf02d]|o(?=\s[A-ZÅÄÖ]))\s*(?=\S)")
_TEXT_DASH = re.compile(r"[-–—](?=\d)")
ORDERED = re.compile(r"(?P<marker>\d{1,2}[.)])(?:\s+(?=\S)|(?=[^\W\d]))")
LETTERED = re.compile(r"(?P<marker>[a-hA-H]\)|[a-h]\.|\d{1,2}\.\d{1,2}\.?|[ivx]{1,4}\))\s+(?=\S)")
_LETTER = re.compile(r"[a-h]\)\s")
CLAUSE = re.compile(r"(?:(?:samt|och|dels)\s+)?[Aa]tt\s")
"""The beginning of a clause of a decision."""
_ENDS = re.compile(r"[.:;!?][”\"’)]?$|[”\"]$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:och|eller|samt|i|på|av|för|till|med|som|en|ett|den|det|de|om|vid|mot|under|hos|från|mellan|enligt|utan"
    r"|inom|per|genom|över|än|dess))$",
    re.IGNORECASE,
)
"""A line that ends so cannot be the last one of an entry."""
_DATED = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\b(?:dnr|diarienr|mål nr|nr)\s*:?\s*(?:[A-ZÅÄÖ]{1,6}\s)?\S*\d)\)?$", re.IGNORECASE
)
"""What the name of a document ends with: its day, or its number where it is registered."""
_NUMBER_ALONE = re.compile(r"\d{1,3}[.)]")
_SPEAKER = re.compile(rf"{NAME} \([A-ZÅÄÖa-zåäö-]{{1,6}}\)(?: (?:och|samt) {NAME} \([A-ZÅÄÖa-zåäö-]{{1,6}}\))?:\s")
"""A member and what he or she says: each on a line of its own."""
_SUBJECT = re.compile(r"\b(?:beslutar|besluta|beslutade)$")
"""The end of a line under which a decision begins that has no "att"."""
_BARE = re.compile(r"(?P<marker>[1-9]\d?)\s+(?=[A-ZÅÄÖ])")
"""The number of a clause without a full stop."""
_BROKEN = 45
"""Characters of a line that is broken where its sentence has no end."""
_FULL = 0.72
_FEWEST_WRAPS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """How a document's lines are broken."""

    width: int
    """Of full lines."""
    soft: bool
    """Wrapped lines end with a blank; else only their length tells that they are wrapped."""
    reach: int = 0
    """How long a line would at least have been with the next one's first word, where it is wrapped."""
    words: frozenset[str] = frozenset()
    """Words of the document, to tell which hyphens belong to a word."""

    @property
    def full(self) -> int:
        """Length from which a line with a blank after it is a wrapped one."""
        return int(self.width * _FULL)


def measure(lines: Iterable[Line], *, share: float = 0.97) -> Measure:
    """Measure lines; `share`: the part of them that is not wider than the column."""
    texts = [line for line in lines if line.text]
    lengths = sorted(len(line.text) for line in texts)
    width = lengths[min(int(len(lengths) * share), len(lengths) - 1)] if lengths else 0
    return Measure(
        width=width,
        soft=sum(line.soft for line in texts) * 50 >= len(texts) > 0,
        reach=_reach(texts, width),
        words=words_in(line.text for line in texts),
    )


def _reach(texts: Sequence[Line], width: int) -> int:
    """Told by the lines that are wrapped for certain, since the next one goes on with a small letter.

    Letters are of different width, so that full lines have different lengths: the shortest tenth is left out.
    """
    sure = sorted(
        _with_next(first, second)
        for first, second in pairwise(texts)
        if second.number == first.number + 1 and second.text[0].islower() and not CLAUSE.match(second.text)
    )
    sure = [one for one in sure if one > width * 0.5]
    return sure[len(sure) // 10] if len(sure) >= _FEWEST_WRAPS else width + 1


def _with_next(first: Line, second: Line) -> int:
    return len(first.text) + 1 + len(second.text.split()[0])


def bullet(text: str) -> str | None:
    """The text after a bullet, or None; a dash before a digit is a minus sign or an interval."""
    match = BULLET.match(text)
    if not match or _TEXT_DASH.match(text):
        return None
    return text[match.end() :]


def begins_entry(text: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter of a list."""
    return bullet(text) is not None or bool(ORDERED.match(text) or LETTERED.match(text))


def goes_on(first: Line, second: Line, by: Measure, *, page_between: bool = False) -> bool:
    """Whether the second line continues the sentence or paragraph of the first."""
    if bullet(second.text) is not None or ORDERED.match(second.text) or _LETTER.match(second.text):
        return False
    if first.text[-1] in SOFT:
        return True
    if _SUBJECT.search(first.text) and second.text[0].isupper():
        return False
    ended = bool(_ENDS.search(first.text))
    if first.wrapped is not None:
        if first.wrapped:
            return not (page_between and ended and second.text[0].isupper())
        return not ended and _was_broken_by_hand(first, second)
    if ended and _SPEAKER.match(second.text):
        return False
    if second.text[0].islower():
        if first.text.endswith((":", ";")):
            full = len(second.text) >= by.full and _with_next(first, second) >= by.reach
            return full and not CLAUSE.match(second.text)
        return not (page_between and ended)
    if first.text[-1] != "," and _OPEN_END.search(first.text):
        return True
    if page_between:  # "läsåret" and "2023/24" on the next page
        return second.text[0].isdigit() and not ended and len(first.text) >= by.full
    if second.indent:
        return not ended
    if first.soft:
        return len(first.text) >= by.full or (not ended and not second.text[0].isupper()) or first.text.endswith(",")
    if first.text.endswith(("-", "–", "\u2010")):
        return True
    # Without blanks at line ends only the width tells: the next word would have fitted on a line that is not full.
    full = _with_next(first, second) >= by.reach or (first.text[-1] == "," and len(first.text) >= by.full)
    return full and not by.soft


def _was_broken_by_hand(first: Line, second: Line) -> bool:
    """Whether a line that has an end of its own still goes on: somebody broke it, or its column is narrow."""
    if first.heading or first.bold != second.bold or CLAUSE.match(second.text):
        return False
    if len(first.text) < _BROKEN:
        return False
    return second.text[0].islower() or bool(_OPEN_END.search(first.text) and first.text[-1] != ",")


def is_wrapped(first: Line, second: Line, by: Measure) -> bool:
    """Whether an entry of a list goes on in the next line, where every line may be an entry of its own.

    Stricter than `goes_on`: a small letter alone says nothing where recipients are written "kommunstyrelsen".
    """
    if begins_entry(second.text) or first.text[-1] in ".;":
        return False
    if first.text[-1] in SOFT or first.text.count("(") > first.text.count(")"):
        return True
    if first.wrapped is not None:
        return first.wrapped
    if _OPEN_END.search(first.text) or (first.text[-1] in "-\u2010" and second.text[0].islower()):
        return not first.text.endswith(",") or first.soft or len(first.text) >= by.full
    if second.indent:
        return False
    if first.soft and second.text[0].islower():
        return True
    if second.text[0].isupper() and not first.soft and (by.soft or _DATED.search(first.text)):
        return False
    return len(first.text) >= by.full and (second.text[0].islower() or _with_next(first, second) > by.width)


def pieces(lines: Sequence[LaidLine], by: Measure, *, entries: bool = False, clauses: bool = False) -> list[Piece]:
    """Read lines as paragraphs and lists.

    `entries`: every line is an entry of its own unless it goes on. `clauses`: lines that begin with "att" are clauses
    of a decision where what stands before them has ended.
    """
    found: list[Piece] = []
    last: LaidLine | None = None
    marked: int | None = None  # how far in the bullet of the last piece stands
    gap = page = False
    lost = _lost_bullets(lines)
    indented = entries and any(line.line.indent for line in lines if not line.blank)
    bulleted = any(bullet(line.line.text) is not None for line in lines if not line.blank)
    alone = clauses and sum(_is_clause(line) for line in lines) == 1
    bare = _bare_clauses(lines) if clauses else frozenset()
    for line in lines:
        if line.blank:
            gap = gap or not line.furniture
            page = page or line.own_head
            continue
        text = line.line.text
        together = last is not None and bool(found) and _together(last.line, line.line, by, gap=gap, page=page)
        if last is not None and not gap and not page and _number_goes_on(last.line, line.line, found, by):
            together = True
        elif line.line.number in lost or line.line.number in bare:
            together = False
        elif last is not None and found and entries:
            if marked is not None and not gap and _hangs(line, marked):
                together = True
            elif indented:
                together = together and not line.line.indent
            elif not gap:
                in_bullet = bulleted and found[-1].form is Form.BULLET and found[-1].marked
                together = is_wrapped(last.line, line.line, by) or (in_bullet and together)
        if together and clauses and last is not None and _is_clause(line):
            together = not _ends_clause(last.line, by, alone=alone)
        if together and last is not None:
            text = join(found[-1].text, text, soft=last.line.soft, words=by.words)
            found[-1] = replace(found[-1], text=text)
        else:
            text = _BARE.sub(r"\g<marker>. ", text, count=1) if line.line.number in bare else text
            found.append(_piece(text, entries=entries or line.line.number in lost))
            marked = line.line.indent if found[-1].marked else None
        last, gap, page = line, False, False
    return found


def _number_goes_on(first: Line, second: Line, found: Sequence[Piece], by: Measure) -> bool:
    """Whether a line that begins as a numbered entry is the end of a sentence: "ärende 7 behandlas före ärende / 3."

    The sentence before has not ended, on a line that is full, and no entry has the number before.
    """
    match = ORDERED.match(second.text) or _NUMBER_ALONE.fullmatch(second.text)
    if not match or _ENDS.search(first.text) or not found:
        return False
    if first.wrapped is False or (by.soft and not first.soft) or _with_next(first, second) < by.full:
        return False
    number = int(re.sub(r"\D", "", match[0]))
    before = next((piece.marker for piece in reversed(found) if piece.form is Form.ORDERED), "0")
    return number != int(re.sub(r"\D", "", before) or 0) + 1


def _hangs(line: LaidLine, marked: int) -> bool:
    """Whether a line stands below the words of a bullet that stands `marked` blanks in."""
    return line.page is not Break.CERTAIN and line.line.indent > marked + 1 and not begins_entry(line.line.text)


def _bare_clauses(lines: Sequence[LaidLine]) -> frozenset[int]:
    """Numbers of the lines that begin with 1, 2 and so on without a full stop; empty for a single one."""
    found: list[int] = []
    for line in lines:
        match = None if line.blank else _BARE.match(line.line.text)
        if match and int(match["marker"]) == len(found) + 1:
            found.append(line.line.number)
    return frozenset(found) if len(found) > 1 else frozenset()


def _lost_bullets(lines: Sequence[LaidLine]) -> frozenset[int]:
    """Numbers of lines that lost a bullet: two or more with one blank and a capital, one after the other or with the
    rest of the first one between them.
    """
    texts = [line for line in lines if not line.blank]
    begins = [1 <= line.line.indent <= 2 and line.line.text[0].isupper() and not line.own_head for line in texts]
    found: set[int] = set()
    last: int | None = None
    for place, line in enumerate(texts):
        if begins[place]:
            if last is not None and (place == last + 1 or _ENDS.search(texts[place - 1].line.text)):
                found |= {texts[last].line.number, line.line.number}
            last = place
        elif line.line.indent or not line.line.text[0].islower():
            last = None
    return frozenset(found)


def _is_clause(line: LaidLine) -> bool:
    return not line.blank and bool(CLAUSE.match(line.line.text))


def _ends_clause(line: Line, by: Measure, *, alone: bool) -> bool:
    """Whether a line may stand before a clause; `alone`: there is one only, so that it may as well be mere words."""
    if line.wrapped is not None:
        return not line.wrapped
    if re.search(r"[.;:]$" if alone else r"(?:[,.;:]|\boch|\bsamt)$", line.text):
        return True
    subject = re.search(r"(?:\bbeslutar|\bbesluta|\bbeslutade|\bföreslår|\bföreslås)$", line.text)
    if alone:
        return bool(subject) and not line.soft
    return bool(subject) or len(line.text) < by.full


def _together(first: Line, second: Line, by: Measure, *, gap: bool, page: bool) -> bool:
    if page:
        return goes_on(first, second, by, page_between=True)
    return not gap and goes_on(first, second, by)


def _piece(text: str, *, entries: bool) -> Piece:
    words = bullet(text)
    if words is not None:
        return Piece(form=Form.BULLET, text=clean(words), marked=True)
    if match := ORDERED.match(text):
        return Piece(form=Form.ORDERED, text=clean(text[match.end() :]), marker=match["marker"], marked=True)
    if match := LETTERED.match(text):
        return Piece(form=Form.LETTERED, text=clean(text[match.end() :]), marker=match["marker"], marked=True)
    over_list = entries and text.endswith(":")
    return Piece(form=Form.BULLET if entries and not over_list else Form.PARAGRAPH, text=clean(text))
