"""A Word file (.docx) as lines: paragraphs, tables, notes and text boxes, with headers and footers as furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from paragraf.formats.line import Line, Reading, UnreadableError
from paragraf.formats.numbering import BULLET, Numbering
from paragraf.formats.package import Package, child, children, is_on, name_of, value
from paragraf.formats.runs import LINE, PAGE, Paragraph, Seen, read_paragraph
from paragraf.formats.signs import BLANKS, cleaned, divided, unspaced, with_bullet
from paragraf.formats.styles import Styles

MOST_LINES = 500_000
_SPACE = 80
"""Twentieths of a point between two paragraphs from which a reader sees a space."""
_SHORT = 60
"""Paragraphs of a table's row that are all shorter stand beside each other: names beside names."""
_LARGER = 1.12
_CONTAINERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Printed:
    """A line of a paragraph, before it has a number."""

    text: str
    cells: tuple[str, ...] = ()
    heading: int = 0
    bold: bool = False
    new_page: bool = False
    gap: bool = False
    """Space stands before it."""
    row: int = 0
    furniture: str = ""


@dataclass(slots=True)
class _Document:
    """What is known while the document is read."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, etree._Element]]
    seen: Seen = field(default_factory=Seen)
    usual: int = 0
    """Size of running text in half points; 0: unknown."""
    rows: int = 0
    """Table rows so far."""
    depth: int = 0
    """Tables within tables."""
    waiting: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of the notes of the table that is read."""
    last: Paragraph | None = None
    new_page: bool = False
    """A break stood before what follows."""
    begun: str = ""
    """Text of a paragraph whose end is deleted."""


def read_word(data: bytes) -> Reading:
    """Lines of a .docx. Raises UnreadableError: damaged, protected by a password, or too large."""
    package = Package(data)
    root = package.part(package.main)
    body = child(root, "body")
    if body is None:
        raise UnreadableError("skadad-fil", "Filen är inget Worddokument.", "Spara den som .docx och försök igen.")
    styles = Styles(package.related("styles"))
    document = _Document(
        package=package,
        styles=styles,
        numbering=Numbering(package.related("numbering")),
        notes={
            kind: {value(one, "id"): one for one in children(package.related(f"{kind}s"), kind)}
            for kind in ("footnote", "endnote")
        },
        usual=styles.look(styles.default).size,
    )
    sections = [one for one in body.iter() if name_of(one) == "sectPr"]
    found = list(_furniture(document, sections, "header", "sidhuvud"))
    found += _blocks(body, document)
    found += _furniture(document, sections, "footer", "sidfot")
    return Reading(lines=_numbered(found), notes=tuple(_notes(document)))


def _numbered(printed: Sequence[_Printed]) -> tuple[Line, ...]:
    found: list[Line] = []
    for one in printed[:MOST_LINES]:
        blank = not one.text
        if (one.gap or blank) and found and found[-1].text:
            found.append(Line(number=len(found) + 1, text="", empty=True))
        if blank and not (one.new_page and not found):
            continue
        found.append(
            Line(
                number=len(found) + 1,
                text=one.text,
                wrapped=False,
                new_page=one.new_page,
                cells=one.cells,
                row=one.row,
                bold=one.bold,
                heading=one.heading,
                furniture=one.furniture,
            )
        )
    if len(printed) > MOST_LINES:
        raise UnreadableError("för-stor-fil", f"Dokumentet har fler än {MOST_LINES} stycken.", "Dela dokumentet.")
    return tuple(found)


def _notes(document: _Document) -> Iterator[tuple[int, str]]:
    comments = sum(1 for _ in children(document.package.related("comments"), "comment"))
    counts = document.seen.counts
    if comments:
        yield 0, f"Dokumentet har kommentarer i marginalen ({comments} st). De är inte med."
    if counts["ändringar"]:
        yield 0, "Dokumentet har spårade ändringar. Det är läst som om alla vore godkända; struken text är inte med."
    if counts["dold text"]:
        yield 0, "Dokumentet har dold text, eller text som är vit eller för liten att läsa. Den är inte med."
    if counts["objekt"]:
        yield 0, "Dokumentet har infogade filer, till exempel kalkylblad. De är inte lästa."


def _furniture(document: _Document, sections: Sequence[etree._Element], part: str, called: str) -> Iterator[_Printed]:
    """Headers or footers, each line once however many sections have it."""
    said: set[str] = set()
    for section in sections:
        order = sorted(children(section, f"{part}Reference"), key=lambda one: value(one, "type") != "first")
        for reference in order:
            root = document.package.referred(value(reference, "id"))
            for one in _blocks(root, document) if root is not None else ():
                if one.text and one.text not in said:
                    said.add(one.text)
                    yield _Printed(text=one.text, cells=one.cells, bold=one.bold, furniture=called)
    document.last, document.new_page = None, False


def _blocks(parent: etree._Element, document: _Document) -> Iterator[_Printed]:
    for one in parent:
        name = name_of(one)
        if name == "p":
            yield from _paragraph(one, document)
        elif name == "tbl":
            yield from _table(one, document)
        elif name in _CONTAINERS:
            yield from _blocks(one, document)
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            yield from _blocks(chosen if chosen is not None else one, document)
        elif name == "altChunk":
            document.seen.counts["objekt"] += 1


def _paragraph(element: etree._Element, document: _Document) -> Iterator[_Printed]:
    found = read_paragraph(element, document.styles, document.seen)
    found.text, document.begun = document.begun + found.text, ""
    if found.joined:
        document.begun = found.text
        return
    look, before = found.look, document.last
    label = ""
    if found.text.strip() and look.list_number not in ("", "0"):
        label = document.numbering.label(look.list_number, look.list_level)
    gap = before is not None and _space(before, found)
    heading = _heading(found, document)
    fresh = document.new_page or look.new_page
    document.new_page = False
    for place, page in enumerate(found.text.split(PAGE)):
        for number, text in enumerate(page.split(LINE)):
            first = place == number == 0
            line = _line(f"{label}\t{text}" if first and label else text, label=label if first else "")
            breaks = (place > 0 and number == 0) or (first and fresh)
            if not line[0] and breaks:
                document.new_page = True
                breaks = False
            elif line[0] and document.new_page:
                breaks, document.new_page = True, False
            yield _Printed(
                text=line[0],
                cells=line[1],
                heading=heading if line[0] else 0,
                bold=found.bold,
                new_page=breaks,
                gap=gap and first,
            )
    document.last = found
    if document.depth:
        document.waiting += found.notes
        document.seen.waiting = len(document.waiting)
    else:
        yield from _footnotes(found.notes, document)
    for box in found.boxes:
        for number, one in enumerate(list(_blocks(box, document))):
            yield _Printed(text=one.text, cells=one.cells, bold=one.bold, gap=one.gap or number == 0, row=one.row)
    if found.section is not None and value(child(found.section, "type")) != "continuous":
        document.new_page = True


def _footnotes(those: Sequence[tuple[str, str]], document: _Document) -> Iterator[_Printed]:
    """Notes below what refers to them: a paragraph, or a whole table, whose rows they must not come between."""
    for place, (kind, identity) in enumerate(those, 1):
        note = document.notes[kind].get(identity)
        for number, one in enumerate(list(_blocks(note, document)) if note is not None else ()):
            text = one.text if number else f"[{place}] {one.text}"
            yield _Printed(text=text, gap=number == 0, cells=one.cells)


def _line(text: str, *, label: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of a line and its cells."""
    cells = [unspaced(cleaned(cell)).strip(BLANKS) for cell in text.strip("\t").split("\t")]
    if label:
        mark = "- " if cells[0] == BULLET else f"{cells[0]} "
        cells = [mark + (cells[1] if len(cells) > 1 else ""), *cells[2:]]
    whole = divided(with_bullet(" ".join(cell for cell in cells if cell).strip()))
    found = tuple(cell.strip() for cell in cells) if sum(bool(cell) for cell in cells) > 1 else ()
    return whole, found


def _space(before: Paragraph, after: Paragraph) -> bool:
    if before.look.together and before.look.name == after.look.name:
        return False
    if before.look.list_number and before.look.list_number == after.look.list_number and before.look.after < 200:
        return False
    return max(before.look.after, after.look.before) >= _SPACE or bool(after.look.outline) or bool(before.look.outline)


def _heading(found: Paragraph, document: _Document) -> int:
    """By outline level; then a short paragraph that is larger than the text, or bold."""
    if found.look.outline:
        return min(found.look.outline, 6)
    if not found.text.strip() or len(found.text) > 120 or "\t" in found.text.strip():
        return 0
    if document.usual and found.size > document.usual * _LARGER:
        return 4
    return 6 if found.bold else 0


def _table(table: etree._Element, document: _Document) -> Iterator[_Printed]:
    document.last = None
    document.depth += 1
    first = True
    for row in _rows(table):
        if child(row, "trPr", "del") is not None:
            document.seen.counts["ändringar"] += 1
            continue
        if is_on(child(row, "trPr", "hidden")):
            document.seen.counts["dold text"] += bool("".join(row.itertext()).strip())
            continue
        document.rows += 1
        number = document.rows
        places: list[tuple[int, list[_Printed]]] = []
        at = _measure(value(child(row, "trPr", "gridBefore")))
        for cell in _cells(row):
            merge = child(cell, "tcPr", "vMerge")
            continued = merge is not None and value(merge) != "restart"
            if child(cell, "tcPr", "cellDel") is not None:
                document.seen.counts["ändringar"] += 1
                continued = True
            document.last = None
            places.append((at, [] if continued else [one for one in _blocks(cell, document) if one.text]))
            at += max(_measure(value(child(cell, "tcPr", "gridSpan"))), 1)
        for one in _beside(places, at):
            yield _Printed(
                text=one.text,
                cells=one.cells,
                heading=one.heading,
                bold=one.bold,
                new_page=one.new_page,
                gap=first,
                row=number,
            )
            first = False
    document.last = None
    document.depth -= 1
    yield _Printed(text="")
    if not document.depth:
        waiting, document.waiting, document.seen.waiting = document.waiting, [], 0
        yield from _footnotes(waiting, document)


def _beside(places: Sequence[tuple[int, list[_Printed]]], width: int) -> Iterator[_Printed]:
    """The lines of a row: the cells' paragraphs beside each other, or cell by cell where they are running text."""
    filled = [(at, those) for at, those in places if those]
    if not filled:
        return
    longest = max(len(those) for _, those in filled)
    short = all(len(one.text) < _SHORT for _, those in filled for one in those)
    if len(places) == 1:
        yield from filled[0][1]
    elif longest == 1 or short:
        for line in range(longest):
            yield _row([(at, those[line]) for at, those in filled if line < len(those)], width)
    else:
        for at, those in filled:
            for one in those:
                yield _row([(at, one)], width)


def _row(those: Sequence[tuple[int, _Printed]], width: int) -> _Printed:
    cells = [""] * width
    for at, one in those:
        cells[at] = one.text
    alone = those[0][1] if len(those) == 1 else None
    return _Printed(
        text=" ".join(one.text for _, one in those),
        cells=tuple(cells),
        heading=alone.heading if alone else 0,
        bold=all(one.bold for _, one in those),
        new_page=any(one.new_page for _, one in those),
    )


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for one in parent:
        if name_of(one) == "tr":
            yield one
        elif name_of(one) in _CONTAINERS:
            yield from _rows(one)


def _cells(parent: etree._Element) -> Iterator[etree._Element]:
    for one in parent:
        if name_of(one) == "tc":
            yield one
        elif name_of(one) in _CONTAINERS:
            yield from _cells(one)


def _measure(text: str) -> int:
    return min(int(text), 100) if text.isascii() and text.isdigit() and len(text) < 5 else 0
