"""A PDF with a text layer as lines in reading order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.columns import in_columns
from paragraf.formats.line import Line, Reading, UnreadableError
from paragraf.formats.rows import Row, rows_of
from paragraf.formats.rules import rules_of
from paragraf.formats.signs import cleaned, divided, unspaced, with_bullet
from paragraf.formats.words import Turn, words_of

MOST_PAGES = 3000
_LAYER = b"/OC"
"""Stands in every file with a form that belongs to a layer: the keys of streams are never packed."""
_GAP = 1.22
"""Times the usual distance between lines from which a space between two paragraphs is one."""
_LARGER = 1.12
"""Times the running text's size from which a line is a heading."""
_ALMOST = 0.75
"""Part of the column's width from which a line may be wrapped although the next word had room."""
_ENOUGH = 6
"""Rows of running text on a page that tell its right edge."""
_LONG = 50
"""Characters of such a row, at least."""
_ENDS = re.compile(r"[.:;!?][”\"’)]?$")
_GOES_ON = re.compile(r"[^\W\dA-ZÅÄÖ]|\d+(?:[\s,]|$)")
_OCR = "Kör den genom ett program för teckenigenkänning (OCR) med svenska som språk, eller be om originalfilen."


@dataclass(slots=True)
class Sheet:
    """A page of the document."""

    rows: list[Row]
    width: float
    height: float
    picture: bool
    """It shows a picture and no text."""
    recognised: bool
    """It is a picture, and its text is what a program took the letters for."""
    layered: bool
    """Something on it belongs to a layer, shown or not."""
    edge: float
    """Right edge of its running text; 0: too little of it to tell. Attached documents have margins of their own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Type:
    """How the document is set."""

    height: float
    """Of running text."""
    leading: dict[int, float]
    """Tenths of a line's height -> usual distance between the tops of two such lines."""
    edges: dict[int, float]
    """Width of page -> right edge of running text."""
    larger: tuple[float, ...]
    """Heights of headings, tallest first."""


def is_running(row: Row) -> bool:
    """Whether a row is long enough to tell where the column ends."""
    return len(row.cells) == 1 and len(row.cells[0].text) > _LONG and not row.unseen


def read_pdf(data: bytes) -> Reading:
    """Lines of a PDF, page by page. Raises UnreadableError: damaged, encrypted, too long, or pictures alone."""
    sheets = _sheets(data)
    hides = _LAYER in data or any(sheet.layered for sheet in sheets)
    if hides and (shown := _as_shown(data)):
        sheets = _sheets(shown)
    _refuse_pictures(sheets)
    lines = _lines(sheets)
    return Reading(lines=lines, notes=(*_notes(sheets), *_unseen(lines)), pages=len(sheets))


def _as_shown(data: bytes) -> bytes | None:
    # Few documents have layers, and loading what reads them takes longer than reading a short document.
    from paragraf.formats.layers import with_layers_as_shown

    return with_layers_as_shown(data)


def _sheets(data: bytes) -> list[Sheet]:
    document = opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError(
                "för-stor-fil",
                f"Dokumentet har {len(document)} sidor; det mesta som läses på en gång är {MOST_PAGES}.",
                "Dela dokumentet.",
            )
        return [_sheet(document, index) for index in range(len(document))]
    finally:
        document.close()


def opened(data: bytes) -> pdfium.PdfDocument:
    """The document of these bytes. Raises UnreadableError."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableError(
                "skyddad-fil", "Filen är skyddad med lösenord.", "Spara den utan lösenord och försök igen."
            ) from error
        if data.startswith(b"PK") and b"word/document.xml" in data:
            raise UnreadableError(
                "skadad-fil",
                "Filen är ingen PDF: den ser ut att vara ett Worddokument.",
                "Byt dess ändelse till .docx och försök igen.",
            ) from error
        raise UnreadableError(
            "skadad-fil", "Filen är skadad eller ingen PDF: den går inte att öppna.", "Hämta eller spara den på nytt."
        ) from error
    if not len(document):
        document.close()
        raise UnreadableError("skadad-fil", "Filen är skadad: den har inga sidor.", "Hämta eller spara den på nytt.")
    return document


def _sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise UnreadableError(
            "skadad-fil", f"Sida {index + 1} är skadad och går inte att läsa.", "Hämta eller spara filen på nytt."
        ) from error
    try:
        turn = Turn(page)
        words = words_of(page, turn)
        letters = sum(len(word.text) for word in words.words)
        unreadable = letters and words.unknown * 3 > letters
        picture = (letters < 4 or unreadable) and _shows_something(page)
        rows = [] if unreadable else in_columns(rows_of(words, rules_of(page, turn)), turn.width)
        rights = [row.right for row in rows if is_running(row)]
        return Sheet(
            rows=rows,
            width=words.width,
            height=words.height,
            picture=bool(picture or unreadable),
            recognised=words.recognised,
            layered=words.layered,
            edge=max(rights) if len(rights) >= _ENOUGH else 0.0,
        )
    finally:
        page.close()


def _shows_something(page: pdfium.PdfPage) -> bool:
    """Whether there is a picture, or letters drawn as lines."""
    kinds = Counter(item.type for item, _ in zip(page.get_objects(max_depth=3), range(400), strict=False))
    return kinds[raw.FPDF_PAGEOBJ_IMAGE] > 0 or kinds[raw.FPDF_PAGEOBJ_PATH] > 50


def _refuse_pictures(sheets: Sequence[Sheet]) -> None:
    if any(sheet.rows for sheet in sheets):
        return
    if any(sheet.picture for sheet in sheets):
        raise UnreadableError(
            "inskannad-fil", "Filen är inskannad: sidorna är bilder och har ingen text att läsa.", _OCR
        )


def _notes(sheets: Sequence[Sheet]) -> Iterable[tuple[int, str]]:
    if pictures := [number for number, sheet in enumerate(sheets, 1) if sheet.picture]:
        yield 0, f"{_are_pictures(pictures)} utan text. Ingenting som står där har lästs. {_OCR}"
    if recognised := [number for number, sheet in enumerate(sheets, 1) if sheet.recognised]:
        which = "den noga mot bilden" if len(recognised) == 1 else "dem noga mot bilderna"
        told = f"med text som ett program har känt igen. Läs {which}: bokstäver kan vara fel."
        yield 0, f"{_are_pictures(recognised)}, {told}"


def _are_pictures(pages: Sequence[int]) -> str:
    return f"Sida {pages[0]} är en bild" if len(pages) == 1 else f"Sidorna {spans(pages)} är bilder"


def _unseen(lines: Sequence[Line]) -> Iterable[tuple[int, str]]:
    """Text that no reader sees can be a leftover, or be meant to deceive: it is told, page by page."""
    for page, group in groupby((line for line in lines if line.furniture), key=lambda line: line.page):
        those = list(group)
        why = " och ".join(dict.fromkeys(line.furniture for line in those))
        yield those[0].number, f"Sidan {page} har text som inte syns ({why}). Den är inte med."


def spans(numbers: Sequence[int]) -> str:
    """ "1, 3–5 och 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"{', '.join(words[:-1])} och {words[-1]}" if len(words) > 1 else words[0]


def _lines(sheets: Sequence[Sheet]) -> tuple[Line, ...]:
    by = _measured(sheets)
    found: list[Line] = []
    rows_before = 0
    for number, sheet in enumerate(sheets, 1):
        fresh = True
        before: Row | None = None
        for place, row in enumerate(sheet.rows):
            following = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
            if before is not None and not _close(before, row, by):
                above = found[-1]
                found.append(
                    Line(
                        number=len(found) + 1,
                        text="",
                        empty=True,
                        page=number,
                        down=above.down,
                        page_height=above.page_height,
                    )
                )
            line = _line(row, following, sheet, by, len(found) + 1, number, fresh, rows_before)
            if line.text:
                found.append(line)
                fresh, before = False, row
        if fresh:  # a page without text is a page too
            found.append(Line(number=len(found) + 1, text="", empty=True, new_page=True, page=number))
        rows_before += max((row.number for row in sheet.rows), default=0)
    return tuple(found)


def _measured(sheets: Sequence[Sheet]) -> Type:
    rows = [row for sheet in sheets for row in sheet.rows if row.upright and not row.unseen]
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.height, 1)] += sum(len(cell.text) for cell in row.cells)
    height = sizes.most_common(1)[0][0] if sizes else 12.0
    leading: defaultdict[int, Counter[float]] = defaultdict(Counter)
    edges: defaultdict[int, list[float]] = defaultdict(list)
    for sheet in sheets:
        for row, following in zip(sheet.rows, sheet.rows[1:], strict=False):
            step = following.bottom - row.bottom
            if abs(row.height - following.height) < 0.6 and 0.6 * row.height < step < 2.6 * row.height:
                leading[round(row.height * 10)][round(step * 2) / 2] += 1
        for row in sheet.rows:
            if is_running(row):
                edges[round(sheet.width)].append(row.right)
    larger = sorted({size for size in sizes if size > height * _LARGER}, reverse=True)
    return Type(
        height=height,
        leading={size: _usual(steps) for size, steps in leading.items()},
        edges={width: sorted(rights)[int(len(rights) * 0.97)] for width, rights in edges.items()},
        larger=tuple(larger),
    )


def _usual(steps: Counter[float]) -> float:
    """The smallest distance that is common: larger ones have space between paragraphs in them."""
    total = sum(steps.values())
    return min((step for step, count in steps.items() if count * 7 >= total), default=min(steps))


def _close(before: Row, row: Row, by: Type) -> bool:
    """Whether no space stands between two rows."""
    if before.column != row.column or before.unseen != row.unseen or not (before.upright and row.upright):
        return False
    taller = before if before.height >= row.height else row
    usual = by.leading.get(round(taller.height * 10), 1.2 * taller.height)
    return row.bottom - before.bottom <= max(usual * _GAP, usual + 1.5)


def _line(
    row: Row, following: Row | None, sheet: Sheet, by: Type, number: int, page: int, fresh: bool, rows_before: int
) -> Line:
    cells = [unspaced(cleaned(cell.text)).strip() for cell in row.cells]
    across = 1000 / sheet.width if sheet.width else 0.0
    spans = [(round(cell.left * across), round(cell.right * across)) for cell in row.cells]
    if len(cells) > 1 and not row.number and (with_bullet(cells[0]) == "-" or cells[0] in ("o", "§")):
        # A bullet or the sign § a bit before its text.
        mark = "§" if cells[0] == "§" else "-"
        cells[:2] = [f"{mark} {cells[1]}"]
        spans[:2] = [(spans[0][0], spans[1][1])]
    text = with_bullet(" ".join(cell for cell in cells if cell))
    wrapped = _wrapped(row, following, sheet, by)
    return Line(
        number=number,
        text=divided(text),
        soft=bool(wrapped),
        wrapped=wrapped,
        new_page=fresh,
        page=page,
        down=round(min(max(row.bottom / sheet.height, 0.0), 1.0), 4) if sheet.height else 0.0,
        page_height=round(sheet.height),
        cells=tuple(cells) if len(cells) > 1 else (),
        spans=tuple(spans) if across and not row.number else (),
        row=row.number + rows_before if row.number else 0,
        bold=row.bold,
        heading=_heading(row, by),
        furniture=row.unseen,
    )


def _wrapped(row: Row, following: Row | None, sheet: Sheet, by: Type) -> bool | None:
    """Whether the next row goes on with the paragraph: its first word found no room on this one."""
    if row.number or not row.upright:
        return None
    if len(row.cells) > 1:
        # Beside a label: the text goes on below itself.
        if following is None or abs(following.left - row.cells[-1].left) > 3 or len(following.cells) > 1:
            return None
        edge = sheet.edge or by.edges.get(round(sheet.width), sheet.width * 0.88)
        overflows = row.right + following.first + 0.2 * row.height > edge
        return True if overflows and _close(row, following, by) else None
    if following is None or following.column != row.column or following.unseen:
        return None  # the sentence may go on on the next page
    edge = row.edge or sheet.edge or by.edges.get(round(sheet.width), sheet.width * 0.88)
    long = row.right - row.left > _ALMOST * (edge - row.left)
    if not _close(row, following, by):
        # The page's last line of text has its foot below it: the sentence may go on on the next page.
        return None if long and not _ENDS.search(row.cells[-1].text) else False
    if len(following.cells) > 1:
        return False
    if abs(following.height - row.height) > 0.12 * row.height:
        return False
    if row.bold is not following.bold and not following.cells[0].text[:1].islower():
        return False  # a heading that fills its line, and the text under it
    if row.right + following.first + 0.2 * row.height > edge:
        return True
    # Ragged lines can end a word too early: then the words tell.
    return long and not _ENDS.search(row.cells[-1].text) and _GOES_ON.match(following.cells[0].text) is not None


def _heading(row: Row, by: Type) -> int:
    """The level of a heading by its size, then by being bold."""
    if len(row.cells) > 1 or len(row.cells[0].text) > 200:
        return 0
    size = round(row.height, 1)
    if size > by.height * _LARGER:
        return min(1 + next((place for place, other in enumerate(by.larger) if size >= other), 0), 5)
    return min(len(by.larger) + 1, 6) if row.bold and size > by.height * 0.9 and len(row.cells[0].text) < 120 else 0
