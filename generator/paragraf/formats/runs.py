"""A paragraph of Word as pieces of text: what a reader sees when all tracked changes are accepted."""

from collections import Counter
from dataclasses import dataclass, field, replace

from lxml import etree

from paragraf.formats.package import child, name_of, value
from paragraf.formats.styles import Look, Styles, with_marks

LINE, PAGE = "\n", "\f"
"""Breaks inside a paragraph, as they stand in its text."""
_NOT_SHOWN = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sectPr", "rt", "Fallback")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": LINE, "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class Seen:
    """What was met on the way through the document, for its notes."""

    counts: Counter[str] = field(default_factory=Counter)
    """Kinds: ändringar, dold text, objekt."""
    waiting: int = 0
    """Foot notes and end notes of the table so far: theirs are numbered through it, others from 1 in each paragraph."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph."""

    look: Look
    text: str = ""
    """With LINE and PAGE where it is broken."""
    bold: bool = True
    """All letters so far."""
    size: int = 0
    """Of its first letters, in half points; 0: unknown."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Contents of text boxes that are anchored in it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Foot notes and end notes that it refers to: kind and identity."""
    joined: bool = False
    """Its end is deleted: the next paragraph goes on with it."""
    section: etree._Element | None = None
    """Properties of the section that ends with it."""


def read_paragraph(element: etree._Element, styles: Styles, seen: Seen) -> Paragraph:
    """Read a w:p."""
    properties = child(element, "pPr")
    look = styles.look(value(child(properties, "pStyle")) or styles.default)
    # Cells and boxes can be dark, by the styles of tables and shapes.
    look = replace(look, shaded=any(name_of(one) in ("tc", "txbxContent") for one in element.iterancestors()))
    marks = child(properties, "rPr")
    found = Paragraph(look=with_marks(look, properties, None))
    found.joined = child(marks, "del") is not None or child(marks, "moveFrom") is not None
    found.section = child(properties, "sectPr")
    _walk(element, found, found.look, styles, seen)
    found.bold = found.bold and bool(found.text.strip())
    return found


def _walk(element: etree._Element, found: Paragraph, look: Look, styles: Styles, seen: Seen) -> None:
    for one in element:
        name = name_of(one)
        if name in ("ins", "moveTo", "del", "moveFrom"):
            seen.counts["ändringar"] += 1
        if name == "AlternateContent":
            # The same thing twice, for newer and older programs.
            chosen = child(one, "Choice")
            _walk(chosen if chosen is not None else one, found, look, styles, seen)
        elif name in _NOT_SHOWN:
            continue
        elif name == "r":
            _run(one, found, look, styles, seen)
        elif name == "t":
            _add(found, "".join(one.itertext()), look)
        elif name == "br":
            found.text += PAGE if value(one, "type") == "page" else LINE
        elif name in _SIGNS:
            found.text += _SIGNS[name]
        elif name == "sym":
            code = value(one, "char")
            _add(found, chr(int(code, 16)) if len(code) == 4 and code.isalnum() and _is_hex(code) else "", look)
        elif name in ("footnoteReference", "endnoteReference"):
            found.notes.append((name.removesuffix("Reference"), value(one, "id")))
            _add(found, f" [{seen.waiting + len(found.notes)}]", look)
        elif name == "txbxContent":
            found.boxes.append(one)
        else:
            seen.counts["objekt"] += name in ("object", "altChunk")
            _walk(one, found, look, styles, seen)


def _run(run: etree._Element, found: Paragraph, look: Look, styles: Styles, seen: Seen) -> None:
    properties = child(run, "rPr")
    style = value(child(properties, "rStyle"))
    if style:
        named = styles.look(style)
        look = replace(
            look, bold=look.bold or named.bold, hidden=look.hidden or named.hidden, white=look.white or named.white
        )
    own = with_marks(look, None, properties)
    if own.unseen:
        seen.counts["dold text"] += bool("".join(run.itertext()).strip())
        return
    _walk(run, found, own, styles, seen)


def _add(found: Paragraph, text: str, look: Look) -> None:
    if text.strip():
        found.bold = found.bold and look.bold
        found.size = found.size or look.size
    found.text += text


def _is_hex(text: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF" for sign in text)
