"""Real PDF and Word files out of a text, for the tests of importing: what a case system or a secretary would export.

The text says what is on paper:

- a line is a paragraph, which the paper wraps; an empty line is the space between two paragraphs,
- `# ` and `## ` begin headings, `- ` an entry of a list, `1. ` a numbered one,
- tabs stand between cells: lines with tabs that follow each other are a table (a cell may be empty),
- a form feed begins a page,
- U+00AD is where a word may be hyphenated at the end of a line.

In headers and footers `{page}` and `{pages}` are the page's number and how many there are, tabs put what follows in the
middle and at the right.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import docx as word
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SOFT_HYPHEN = "\u00ad"
BOLD = {
    "Helvetica": "Helvetica-Bold",
    "Times-Roman": "Times-Bold",
    "DejaVuSans": "DejaVuSans-Bold",
    "DejaVuSerif": "DejaVuSerif-Bold",
}
"""Font -> its bold sister."""
_TRUE_TYPE = "/usr/share/fonts/truetype/dejavu/{}.ttf"


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """How a document is set; measures in points (1/72 inch)."""

    font: str = "Helvetica"
    """A key of BOLD. Only the DejaVu fonts have signs outside Latin-1."""
    size: float = 11
    leading: float = 14
    margins: tuple[float, float, float, float] = (90, 70, 80, 70)
    """Top, right, bottom, left."""
    header: tuple[str, ...] = ()
    """Lines at the top of every page."""
    footer: tuple[str, ...] = ()
    first_header: tuple[str, ...] | None = None
    """Lines at the top of the first page instead; None: the same."""
    columns: int = 1
    """Newspaper columns of running text."""
    widths: tuple[float, ...] = ()
    """Widths of the cells of a table; empty: all the same. A narrow first one makes a column of labels."""
    ruled: bool = False
    """Lines are drawn around the cells."""
    hyphen: str = "-"
    """What stands at the end of a line where a word is hyphenated."""
    paragraph_space: float | None = None
    """Height of an empty line; None: a line's."""


PLAIN = Paper()


def pdf(text: str, paper: Paper = PLAIN) -> bytes:
    """A PDF with a text layer."""
    return _Setter(paper, pages=_Setter(paper).set(text)).whole(text)


def scan(pages: int, *, text_on: Sequence[int] = (), text: str = "Sida med text.") -> bytes:
    """A PDF of pictures; the pages (from 1) of `text_on` have a text layer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    picture = Image.new("L", (40, 56), 200)
    for page in range(1, pages + 1):
        if page in text_on:
            canvas.drawString(70, 700, text)
        else:
            canvas.drawInlineImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _font(name: str) -> str:
    if name.startswith("DejaVu") and name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, _TRUE_TYPE.format(name)))
    return name


class _Setter:
    """Sets a text line by line on a canvas."""

    def __init__(self, paper: Paper, pages: int = 0) -> None:
        self.paper = paper
        self.pages = pages
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=True)
        self.page = 0
        self.column = 0
        self.y = 0.0

    def whole(self, text: str) -> bytes:
        """The document."""
        self.set(text)
        self.canvas.save()
        return self.buffer.getvalue()

    def set(self, text: str) -> int:
        """Set all pages; how many they became."""
        for sheet in text.split("\f"):
            self._begin_page()
            rows = sheet.strip("\n").split("\n")
            for tabular, run in groupby(rows, key=lambda row: "\t" in row):
                if tabular:
                    self._table([row.split("\t") for row in run])
                else:
                    for row in run:
                        self._paragraph(row)
            self.canvas.showPage()
        return self.page

    @property
    def _left(self) -> float:
        return self.paper.margins[3] + self.column * (self._width + 20)

    @property
    def _width(self) -> float:
        columns = self.paper.columns
        whole = A4[0] - self.paper.margins[1] - self.paper.margins[3]
        return (whole - 20 * (columns - 1)) / columns

    def _begin_page(self) -> None:
        paper = self.paper
        self.page += 1
        self.column = 0
        self.y = A4[1] - paper.margins[0]
        header = paper.header
        if self.page == 1 and paper.first_header is not None:
            header = paper.first_header
        for place, line in enumerate(header):
            self._furniture(line, A4[1] - 30 - place * 12)
        for place, line in enumerate(paper.footer):
            self._furniture(line, 20 + 11 * (len(paper.footer) - 1 - place))

    def _furniture(self, line: str, y: float) -> None:
        left, right = self.paper.margins[3], A4[0] - self.paper.margins[1]
        parts = line.replace("{page}", str(self.page)).replace("{pages}", str(self.pages)).split("\t")
        self.canvas.setFont(_font(self.paper.font), 9)
        draws = (self.canvas.drawString, self.canvas.drawCentredString, self.canvas.drawRightString)
        for draw, x, part in zip(draws, (left, (left + right) / 2, right), parts, strict=False):
            draw(x, y, part)

    def _room(self, height: float) -> None:
        """Go to the next column or page when there is no room left."""
        if self.y - height >= self.paper.margins[2]:
            return
        if self.column + 1 < self.paper.columns:
            self.column += 1
            self.y = A4[1] - self.paper.margins[0]
        else:
            self.canvas.showPage()
            self._begin_page()

    def _paragraph(self, row: str) -> None:
        paper = self.paper
        if not row.strip():
            self.y -= paper.leading if paper.paragraph_space is None else paper.paragraph_space
            return
        level = len(row) - len(row.lstrip("#")) if row.startswith(("# ", "## ", "### ")) else 0
        font = _font(BOLD[paper.font] if level else paper.font)
        size = paper.size + (0, 5, 2, 0)[level]
        text = row.lstrip("#").strip() if level else row
        numbered = text[:1].isdigit() and text.partition(" ")[0].endswith(".") and " " in text
        hanging = 14.0 if numbered or text.startswith("- ") else 0.0
        marker, rest = text.split(" ", 1) if hanging else ("", text)
        for place, line in enumerate(self._wrapped(rest, font, size, self._width - hanging)):
            self._room(paper.leading)
            self.canvas.setFont(font, size)
            if marker and place == 0:
                self.canvas.drawString(self._left, self.y, "\u2022" if marker == "-" else marker)
            self.canvas.drawString(self._left + hanging, self.y, line)
            self.y -= paper.leading * (1.3 if level else 1)

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        paper = self.paper
        count = max(len(row) for row in rows)
        widths = paper.widths or (self._width / count,) * count
        font = _font(paper.font)
        for row in rows:
            cells = [self._wrapped(cell, font, paper.size, width - 8) for cell, width in zip(row, widths, strict=False)]
            height = max(len(cell) for cell in cells) * paper.leading
            self._room(height)
            x = self._left
            for cell, width in zip(cells, widths, strict=False):
                self.canvas.setFont(font, paper.size)
                for place, line in enumerate(cell):
                    self.canvas.drawString(x + 3, self.y - place * paper.leading, line)
                if paper.ruled:
                    self.canvas.rect(x, self.y - height + paper.size * 0.9, width, height)
                x += width
            self.y -= height

    def _wrapped(self, text: str, font: str, size: float, width: float) -> list[str]:
        """The lines of a paragraph, hyphenated at soft hyphens."""
        lines, line = [], ""
        for piece in text.split(" "):
            word = piece
            while word:
                begun = f"{line} {word}" if line else word
                if pdfmetrics.stringWidth(begun.replace(SOFT_HYPHEN, ""), font, size) <= width:
                    line, word = begun, ""
                    continue
                parts = word.split(SOFT_HYPHEN)
                fits = 0
                for count in range(1, len(parts)):
                    begun = f"{line} {''.join(parts[:count])}{self.paper.hyphen}".strip()
                    if pdfmetrics.stringWidth(begun, font, size) <= width:
                        fits = count
                if fits:
                    lines.append(f"{line} {''.join(parts[:fits])}{self.paper.hyphen}".strip())
                    line, word = "", SOFT_HYPHEN.join(parts[fits:])
                elif line:
                    lines.append(line)
                    line = ""
                else:
                    line, word = word, ""
        return [one.replace(SOFT_HYPHEN, "") if self.paper.hyphen != SOFT_HYPHEN else one for one in [*lines, line]]


def docx(text: str, paper: Paper = PLAIN, *, numbered: bool = True) -> bytes:
    """A Word file; `numbered`: "1. " is an automatic number of Word, else typed."""
    document = word.Document()
    style = document.styles["Normal"]
    style.font.size = Pt(paper.size)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    for lines, part in ((paper.header, section.header), (paper.footer, section.footer)):
        for place, line in enumerate(lines):
            paragraph = part.paragraphs[0] if place == 0 else part.add_paragraph()
            _fields(paragraph, line)
    for number, sheet in enumerate(text.split("\f")):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        rows = sheet.strip("\n").split("\n")
        for tabular, run in groupby(rows, key=lambda row: "\t" in row):
            if tabular:
                _word_table(document, [row.split("\t") for row in run], ruled=paper.ruled)
            else:
                for row in run:
                    _word_paragraph(document, row, numbered=numbered)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fields(paragraph: Paragraph, line: str) -> None:
    """Text with PAGE and NUMPAGES fields."""
    for part in line.replace("{page}", "\0PAGE\0").replace("{pages}", "\0NUMPAGES\0").split("\0"):
        if part not in ("PAGE", "NUMPAGES"):
            paragraph.add_run(part)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), part)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def _word_paragraph(document: WordDocument, row: str, *, numbered: bool) -> None:
    if row.startswith(("# ", "## ", "### ")):
        marks, _, title = row.partition(" ")
        document.add_heading(title, len(marks))
    elif row.startswith("- "):
        document.add_paragraph(row[2:], style="List Bullet")
    elif numbered and row[:1].isdigit() and row.partition(" ")[0].rstrip(".").isdigit() and ". " in row[:4]:
        document.add_paragraph(row.partition(" ")[2], style="List Number")
    else:
        document.add_paragraph(row)


def _word_table(document: WordDocument, rows: Sequence[Sequence[str]], *, ruled: bool) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    if ruled:
        table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
