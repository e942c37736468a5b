"""Wrapped lines become paragraphs and lists again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from paragraf.importing.document import LaidLine, Line

BULLET = re.compile(r"(?:[-–—•▪◦●*\u00b7\uf0b7\uf0a7]|o(?=\s[A-ZÅÄÖ]))\s*(?=\S)")
_TEXT_DASH = re.compile(r"[-–—](?=\d)")
ORDERED = re.compile(r"(?P<marker>\d{1,2}[.)])\s+(?=\S)")
_ENDS = re.compile(r"[.:;!?][”\"’)]?$|[”\"]$")
_FULL = 0.72


class Form(StrEnum):
    """What a piece of text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ORDERED = "ordered"


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A paragraph or an entry of a list."""

    form: Form
    text: str
    marker: str = ""
    """Of an ordered entry: "2."."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """How a document's lines are broken."""

    width: int
    """Of full lines."""
    soft: bool
    """Wrapped lines end with a blank; else only their length tells that they are wrapped."""

    @property
    def full(self) -> int:
        """Length from which a line with a blank after it is a wrapped one."""
        return int(self.width * _FULL)


def measure(lines: Iterable[Line], *, share: float = 0.97) -> Measure:
    """Measure lines; `share`: the part of them that is not wider than the column."""
    texts = [line for line in lines if line.text]
    lengths = sorted(len(line.text) for line in texts)
    width = lengths[min(int(len(lengths) * share), len(lengths) - 1)] if lengths else 0
    return Measure(width=width, soft=sum(line.soft for line in texts) * 50 >= len(texts) > 0)


def bullet(text: str) -> str | None:
    """The text after a bullet, or None; a dash before a digit is a minus sign or an interval."""
    match = BULLET.match(text)
    if not match or _TEXT_DASH.match(text):
        return None
    return text[match.end() :]


def goes_on(first: Line, second: Line, by: Measure, *, page_between: bool = False) -> bool:
    """Whether the second line continues the sentence or paragraph of the first."""
    if bullet(second.text) is not None or ORDERED.match(second.text):
        return False
    ended = bool(_ENDS.search(first.text))
    if second.text[0].islower():
        return not first.text.endswith((":", ";")) and not (page_between and ended)
    if page_between:
        return False
    if second.indent:
        return not ended
    if first.soft:
        return len(first.text) >= by.full or (not ended and not second.text[0].isupper()) or first.text.endswith(",")
    if first.text.endswith(("-", "–")):
        return True
    # Without blanks at line ends only the width tells: the next word would have fitted on a line that is not full.
    return not by.soft and len(first.text) + 1 + len(second.text.split()[0]) > by.width


def join(first: str, second: Line | str, *, soft: bool) -> str:
    """Two lines as one text. A hyphen at the end stays: only its writer knows whether it belongs to the word."""
    text = second if isinstance(second, str) else second.text
    hyphen = first.endswith("-") and not first.endswith(" -") and not soft
    if hyphen and not re.match(r"(?:och|eller|samt|till)\b", text):
        return first + text
    return f"{first} {text}"


def pieces(lines: Sequence[LaidLine], by: Measure, *, entries: bool = False, clauses: bool = False) -> list[Piece]:
    """Read lines as paragraphs and lists.

    `entries`: every line is an entry of its own unless it goes on. `clauses`: lines that begin with "att" are clauses
    of a decision when there are several.
    """
    found: list[Piece] = []
    clauses = clauses and sum(_is_clause(line) for line in lines) > 1
    last: LaidLine | None = None
    gap = page = False
    lost = _lost_bullets(lines)
    indented = entries and any(line.line.indent for line in lines if not line.blank)
    for line in lines:
        if line.blank:
            gap = gap or not line.furniture
            page = page or line.own_head
            continue
        text = line.line.text
        together = last is not None and bool(found) and _together(last.line, line.line, by, gap=gap, page=page)
        if line.line.number in lost:
            together = False
        if together and entries and indented:
            together = not line.line.indent
        elif together and entries and last is not None:
            together = bullet(text) is None and (text[0].islower() or (last.line.soft and last.line.text[-1] == ","))
        if together and clauses and last is not None and _is_clause(line):
            together = not _ends_clause(last.line, by)
        if together and last is not None:
            before = found[-1]
            found[-1] = Piece(form=before.form, text=join(before.text, text, soft=last.line.soft), marker=before.marker)
        else:
            found.append(_piece(text, entries=entries or line.line.number in lost))
        last, gap, page = line, False, False
    return found


def _lost_bullets(lines: Sequence[LaidLine]) -> frozenset[int]:
    """Numbers of lines that lost a bullet: two or more with one blank and a capital, one after the other."""
    texts = [line for line in lines if not line.blank]
    begins = [1 <= line.line.indent <= 2 and line.line.text[0].isupper() and not line.own_head for line in texts]
    return frozenset(
        line.line.number
        for place, line in enumerate(texts)
        if begins[place] and (any(begins[place + 1 : place + 2]) or (place and begins[place - 1]))
    )


def _is_clause(line: LaidLine) -> bool:
    return not line.blank and bool(re.match(r"att\s", line.line.text))


def _ends_clause(line: Line, by: Measure) -> bool:
    return bool(re.search(r"(?:[,.;:]|\boch|\bsamt|\bbeslutar|\bföreslår)$", line.text)) or len(line.text) < by.full


def _together(first: Line, second: Line, by: Measure, *, gap: bool, page: bool) -> bool:
    if page:
        return goes_on(first, second, by, page_between=True)
    return not gap and goes_on(first, second, by)


def _piece(text: str, *, entries: bool) -> Piece:
    words = bullet(text)
    if words is not None:
        return Piece(form=Form.BULLET, text=words)
    if match := ORDERED.match(text):
        return Piece(form=Form.ORDERED, text=text[match.end() :], marker=match["marker"])
    return Piece(form=Form.BULLET if entries else Form.PARAGRAPH, text=text)


def markdown(those: Sequence[Piece]) -> str:
    """Pieces as Markdown: lists after a blank line, paragraphs between numbered entries inside them."""
    parts: list[str] = []
    nested = False
    for index, piece in enumerate(those):
        before = those[index - 1] if index else None
        words = escape(" ".join(piece.text.split()))
        if piece.form is Form.BULLET:
            text = f"- {words}"
        elif piece.form is Form.ORDERED:
            text = f"{piece.marker} {words}"
        else:
            text = escape_start(words)
        inside = piece.form is not Form.ORDERED and _inside_numbered(those, index)
        nested = nested or inside
        if inside:
            text = f"    {text}"
        tight = before is not None and before.form is piece.form and piece.form is not Form.PARAGRAPH
        loose = piece.form is Form.ORDERED and _is_loose(those, index)
        parts.append(("" if index == 0 else "\n" if tight and not loose else "\n\n") + text)
    return "".join(parts)


def _inside_numbered(those: Sequence[Piece], index: int) -> bool:
    """Whether a piece stands between numbered entries, or after the last of a list where others had such text."""
    before = [place for place in range(index) if those[place].form is Form.ORDERED]
    if not before:
        return False
    if any(piece.form is Form.ORDERED for piece in those[index + 1 :]):
        return True
    return _is_loose(those, before[-1])


def _is_loose(those: Sequence[Piece], index: int) -> bool:
    """Whether a numbered list has text between its entries."""
    numbered = [place for place, piece in enumerate(those) if piece.form is Form.ORDERED]
    return numbered[-1] - numbered[0] + 1 > len(numbered)


def escape(text: str) -> str:
    """Signs of the source that Markdown would take for its own."""
    text = re.sub(r"([*`])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    return text.replace("](", "] (").replace("<!--", "<\\!--")  # neither a link nor a comment


def escape_start(text: str) -> str:
    """A paragraph whose first sign would make it a heading, a quotation, a list or a table."""
    if re.match(r"(?:#|>|\+\s|-\s|=+$|-+$|\|)", text):
        return f"\\{text}"
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", text)
