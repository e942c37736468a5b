"""A description as a PDF, line by line where the text has it, and as a Word file of paragraphs, headings and tables."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from importing.describing import Block, Description, header, header_rows, heading
from importing.papers import BOLD, Paper, docx
from importing.printing import print_pages

_TOP, _LEFT, _LEADING, _SIZE = 36.0, 50.0, 14.0, 9.5
_CELL = re.compile(r"\S+(?: \S+)*")
_NEAR = 3
"""Columns that begin this near each other are one."""
_ADVANCE = 5.4
"""Points from one place of a column in the text to the next."""


def render(description: Description, form: str) -> bytes:
    """The document's bytes; `form` is pdf, docx or raw, which is text without columns.

    The truth is that of the text with columns, line numbers apart.
    """
    if form == "raw":
        return raw_text(description).encode()
    if form == "pdf":
        return _pdf(description)
    text = "\n".join(_rows(description))
    return docx(text.replace("\n\f\n", "\f"), _paper(description), numbered=False)


def raw_text(description: Description) -> str:
    """The text as a viewer's "save as text" gives it: columns lost, a blank where a page begins and after a line that
    goes on, the page's foot under its head, and bullets as the blank that followed them.
    """
    rows: list[str] = []
    for page in print_pages(description).pages:
        last = max((at for at, line in enumerate(page) if line.text and line.style != "furniture"), default=0)
        head = next((at for at, line in enumerate(page) if line.text and line.style not in ("furniture", "first")), 0)
        while head and not page[head - 1].text:
            head -= 1
        feet = [line for line in page[last + 1 :] if line.text]
        framed = page[0].style in ("furniture", "first") and bool(feet)
        lines = [*page[:head], *feet, *page[head : last + 1]] if framed else [*page[: last + 1], *feet]
        for at, line in enumerate(lines):
            words = line.text.removeprefix(line.bullet) if line.bullet and line.bullet != "-" else line.text
            text = " ".join(words.split())
            lead = " " if text and (at == 0 or words is not line.text) else ""
            rows.append(f"{lead}{text}{' ' if line.goes_on and not text.endswith('-') else ''}")
    return "\n".join(rows) + "\n"


def _pdf(description: Description) -> bytes:
    """Pages as printed: what stands in columns in the text begins there on the page; headings are bold."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    signs = print_pages(description).text + description.layout.get("hyphen", "")
    latin = all(ord(char) < 256 or char in "–—•”’…" for char in signs)
    plain = "Helvetica" if latin else "DejaVuSans"
    for name in () if latin else (plain, BOLD[plain]):
        pdfmetrics.registerFont(TTFont(name, f"/usr/share/fonts/truetype/dejavu/{name}.ttf"))
    pages = print_pages(description, lambda text: pdfmetrics.stringWidth(text, plain, _SIZE) / _ADVANCE).pages
    for page in pages:
        feet = len(page) - max(
            (row for row, line in enumerate(page) if line.style != "furniture" and line.text), default=0
        )
        for row, line in enumerate(page):
            canvas.setFont(BOLD[plain] if line.style in ("item", "heading") else plain, _SIZE)
            for cell in _CELL.finditer(line.text):
                canvas.drawString(_LEFT + cell.start() * _ADVANCE, _height(row, len(page), feet), cell[0])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _height(row: int, rows: int, feet: int) -> float:
    """How high above the page's lower edge a line stands: its last `feet` lines are at the foot."""
    left = rows - 1 - row
    return 30 + left * _LEADING if left < feet - 1 else A4[1] - _TOP - row * _LEADING


def _paper(description: Description) -> Paper:
    layout = description.layout
    first = layout.get("first_head")
    return Paper(
        size=10,
        leading=13,
        header=_frame(layout.get("head", "")),
        footer=_frame(layout.get("foot", "")),
        first_header=_frame(first) if first else None,
    )


def _frame(text: str) -> tuple[str, ...]:
    """Lines of a head or foot: what stands at the left and, after a tab or many blanks, at the right."""
    rows = [row for row in text.split("\n") if row.strip()]
    return tuple(re.sub(r"\t| {3,}(?=\S)", "\t\t", row.rstrip()) for row in rows)


def _rows(description: Description) -> Iterator[str]:
    layout = description.layout
    items = [block for block in description.blocks if block.word == "item"]
    columns = _columns(description)
    for index, block in enumerate(description.blocks):
        if block.word == "page":
            yield "\f"
        elif not block.printed or block.word in ("meaning", "furniture"):
            continue
        elif block.word == "blank":
            yield ""
        elif block.word == "raw":
            yield _cells(block.text, columns[index])
        elif block.word == "heading":
            words = heading(block)[0]
            yield f"## {words.upper() if layout.get('heading') == 'upper' else words}"
        elif block.word == "item":
            for row in header_rows(layout, block, description.blocks[index + 1 : index + 8]):
                head = "\t" not in row and ("§" in row or header(block)[2] in row)
                yield f"# {row.strip()}" if head else row if "\t" in row else row.strip()
        elif block.word == "contents":
            for one in items:
                number, suffix, title, _ = header(one)
                label = layout["contents"].partition("{title}")[0].format(number=number, label=f"{number}{suffix}")
                yield f"{label.strip()}\t{title}"
        elif block.word == "vote":
            yield from _vote(block, layout.get("votes", "columns"))
        elif block.word == "table":
            for row in block.rows:
                yield "\t".join(cell.strip() for cell in row.text.split(" ; "))
        else:
            yield block.text


def _columns(description: Description) -> dict[int, list[int]]:
    """Index of each block printed as it stands -> where the columns of its run begin."""
    found: dict[int, list[int]] = {}
    for raw, run in groupby(enumerate(description.blocks), key=lambda one: one[1].word == "raw"):
        if raw:
            rows = list(run)
            starts = sorted({cell.start() for _, block in rows for cell in _CELL.finditer(block.text)} | {0})
            columns = [start for place, start in enumerate(starts) if not place or start - starts[place - 1] > _NEAR]
            found |= dict.fromkeys((index for index, _ in rows), columns)
    return found


def _cells(text: str, columns: Sequence[int]) -> str:
    """A line in columns as cells with tabs between them."""
    cells = [""] * len(columns)
    for cell in _CELL.finditer(text):
        place = max(at for at, start in enumerate(columns) if start <= cell.start())
        cells[place] = f"{cells[place]} {cell[0]}".strip()
    return "\t".join(cells).rstrip("\t") if any(cells[1:]) else cells[0]


def _vote(block: Block, how: str) -> Iterator[str]:
    ballots = [row.text.rpartition(":") for row in block.rows]
    sides = ("ja", "nej", "avstår")
    if how == "colon":
        for side in sides:
            those = ", ".join(who for who, _, vote in ballots if vote.strip() == side)
            if those:
                yield f"{side.capitalize()}: {those}"
    elif how == "words":
        yield "Ledamot\tRöst"
        for who, _, vote in ballots:
            yield f"{who}\t{vote.strip().capitalize()}"
    else:
        yield "Ledamot\tJa\tNej\tAvstår"
        for who, _, vote in ballots:
            yield "\t".join((who, *("X" if vote.strip() == side else "" for side in sides)))
        yield "\t".join(("Summa", *(str(sum(vote.strip() == side for _, _, vote in ballots)) for side in sides)))
