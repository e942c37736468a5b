"""Pieces of text as Markdown, in which nothing of the source can become markup."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a piece of text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ORDERED = "ordered"
    LETTERED = "lettered"
    """"a) …", "2.1 …": within a numbered entry, or alone."""
    HEADING = "heading"
    """Below the heading of its section."""
    MADE = "made"
    """A table, or lines as they stand: Markdown already."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A paragraph, an entry of a list, a table."""

    form: Form
    text: str
    marker: str = ""
    """Of a numbered or lettered entry: "2.", "a)"."""
    marked: bool = False
    """A bullet, number or letter stood there; an entry without one is told by its place alone."""


def markdown(those: Sequence[Piece]) -> str:
    """Pieces as Markdown: lists after a blank line, what stands between numbered entries inside them."""
    parts: list[str] = []
    nested = _nested(those)
    for index, piece in enumerate(those):
        before = those[index - 1] if index else None
        text = _written(piece)
        if index in nested and piece.form is not Form.ORDERED:
            text = "\n".join(f"    {row}" if row else row for row in text.split("\n"))
        tight = before is not None and before.form is piece.form and piece.form in (Form.BULLET, Form.ORDERED)
        # "1)" is no list to Markdown: without a blank line its entries would be one paragraph.
        loose = piece.form is Form.ORDERED and (index in nested or piece.marker.endswith(")"))
        parts.append(("" if index == 0 else "\n" if tight and not loose else "\n\n") + text)
    return "".join(parts)


def _written(piece: Piece) -> str:
    if piece.form is Form.MADE:
        return piece.text
    words = escape(" ".join(piece.text.split()))
    match piece.form:
        case Form.BULLET:
            return f"- {_escape_inner_start(words)}"
        case Form.ORDERED:
            return f"{piece.marker} {_escape_inner_start(words)}"
        case Form.LETTERED:
            return f"{piece.marker} {words}"
        case Form.HEADING:
            return f"### {words}"
    return escape_start(words)


def _nested(those: Sequence[Piece]) -> frozenset[int]:
    """Places of the pieces that stand inside a numbered list, and of the entries of lists that have such pieces.

    A piece stands inside when another entry of the list follows, or after the last entry where others had such text.
    """
    found: set[int] = set()
    for first, last in _numbered_lists(those):
        entries = sum(piece.form is Form.ORDERED for piece in those[first : last + 1])
        loose = last - first + 1 > entries
        own = last + 1
        while own < len(those) and those[own].form is Form.LETTERED:
            own += 1
        end = own
        while loose and end < len(those) and those[end].form not in (Form.ORDERED, Form.HEADING):
            if those[end].text.endswith(":"):
                break
            end += 1
        if end < len(those) and those[end].form is Form.ORDERED:
            end = max(own, end - 1)  # what stands straight before another list is said of that one
        if loose or end > last + 1:
            found.update(range(first, end))
    return frozenset(found)


def _numbered_lists(those: Sequence[Piece]) -> list[tuple[int, int]]:
    """Places of the first and last entry of every numbered list: its numbers rise, and no heading cuts it."""
    found: list[tuple[int, int]] = []
    last = -1
    for place, piece in enumerate(those):
        if piece.form is Form.HEADING:
            last = -1
        elif piece.form is Form.ORDERED:
            number = int(piece.marker[:-1])
            if number > last >= 0:
                found[-1] = (found[-1][0], place)
            else:
                found.append((place, place))
            last = number
    return found


def escape(text: str) -> str:
    """Signs of the source that Markdown would take for its own."""
    text = re.sub(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])", r"\\\\", text)
    text = re.sub(r"([*`])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    # Neither a link, nor a reference to one, nor an address in angle brackets, nor a comment.
    text = re.sub(r"\[(?=[^\]]*\][(\[:])", r"\\[", text)
    text = re.sub(r"<(?=[A-Za-z][^>\s]*[:@][^>\s]*>)", r"\\<", text)
    return text.replace("](", "] (").replace("<!--", "<\\!--")


def escape_start(text: str) -> str:
    """A paragraph whose first sign would make it a heading, a quotation, a list or a table."""
    if re.match(r"(?:#|>|\+\s|-\s|=+$|-+$|\||~~~|(?:-\s?){3,}$|(?:_\s?){3,}$)", text):
        return f"\\{text}"
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", text)


def _escape_inner_start(text: str) -> str:
    """The words of an entry, which would begin a list or heading of their own."""
    return escape_start(text) if re.match(r"[#>+|~=-]|\d+[.)]\s", text) else text
