"""A description printed as pages of text, as a case system's PDF gives them when its text is taken out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from importing.describing import Block, Description, header, header_rows, heading
from importing.wrapping import wrap

_FEWEST_LEFT = 4
"""Lines that must be left on a page for an item to begin there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedLine:
    """A line on a page."""

    text: str
    style: str = ""
    """item, heading, furniture, first (of the first page's frame) or empty."""
    attached: int | None = None
    """Which attached document it is part of, from 0."""
    goes_on: bool = False
    """The paragraph goes on in the next line."""
    bullet: str = ""
    """The sign that it begins with, when it is the first line of an entry of a list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """The pages, and what the truth needs to know of their lines."""

    pages: tuple[tuple[PrintedLine, ...], ...]
    text: str
    attached: list[tuple[int, int]]
    """Numbers of the first and last line of each attached document."""
    furniture: list[int]
    either: list[int]


@dataclass(kw_only=True, slots=True)
class Printer:
    """Fills pages from top to bottom."""

    layout: dict[str, Any]
    total: int
    """Pages, as counted the first time round."""
    measure: Callable[[str], float] = len
    """How wide a text is, in characters of running text."""
    starts: dict[int, int] = field(default_factory=dict)
    """Index of an item -> its page, as found the first time round."""
    pages: list[list[PrintedLine]] = field(default_factory=list)
    body: int = 0
    """Lines of text on the page so far."""
    framed: bool = False
    """Whether the page has the document's own head and foot."""
    attached: int | None = None
    documents: int = 0
    items: dict[int, int] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return int(self.layout.get("width", 80))

    def open(self, *, framed: bool = True) -> None:
        """Begin a page."""
        self.pages.append([])
        self.body, self.framed = 0, framed
        if framed:
            name = "first_head" if len(self.pages) == 1 and "first_head" in self.layout else "head"
            self._frame(name)

    def close(self) -> None:
        """End the page with its foot."""
        if self.pages and self.framed:
            while self.pages[-1] and not self.pages[-1][-1].text:
                self.pages[-1].pop()
            self._frame("foot")
        self.framed = False

    def turn(self, *, framed: bool) -> None:
        """End the page and begin the next."""
        self.close()
        self.open(framed=framed)

    def line(self, text: str, style: str = "", *, goes_on: bool = False, bullet: str = "") -> None:
        """Print a line, on the next page when this one is full."""
        if self.framed and self.body >= int(self.layout.get("page", 46)):
            self.turn(framed=True)
        if not text and not self.body:
            return
        attached = None if style else self.attached
        self.pages[-1].append(
            PrintedLine(text=text, style=style, attached=attached, goes_on=goes_on, bullet=bullet if text else "")
        )
        self.body += 1

    def paragraph(self, text: str, *, style: str = "", indent: str = "", hang: str = "", bullet: str = "") -> None:
        """Print a paragraph over as many lines as it needs."""
        rows = self.wrapped(text, indent, indent + hang, hyphen=self.layout.get("hyphen", ""))
        soft = self.layout.get("soft") == "yes"
        for at, row in enumerate(rows):
            goes_on = row is not rows[-1]
            blank = " " if goes_on and soft and not row.endswith("\u00ad") else ""
            self.line(row + blank, style, goes_on=goes_on, bullet="" if at else bullet)

    def wrapped(self, text: str, first: str = "", rest: str = "", *, hyphen: str = "", narrower: int = 0) -> list[str]:
        """The rows of a text; `narrower`: characters to be left free at the right."""
        return wrap(text, self.width - narrower, hyphen, first, rest, self.measure)

    def _frame(self, name: str) -> None:
        style = "first" if name != "foot" and len(self.pages) == 1 else "furniture"
        for row in self.layout.get(name, "").rstrip("\n").split("\n"):
            text = row.replace("{page}", str(len(self.pages))).replace("{pages}", str(self.total))
            left, tab, right = text.partition("\t")
            right = right.replace("\t", "   ")
            text = f"{left}{right:>{self.width - len(left)}}" if tab else text
            self.pages[-1].append(PrintedLine(text=text.rstrip(), style=style if text.strip() else ""))
        if name != "foot" and name in self.layout:
            self.pages[-1].append(PrintedLine(text=""))


def print_pages(description: Description, measure: Callable[[str], float] = len) -> Printed:
    """Print a document: to count its pages, to know where its items begin, and for good."""
    total, starts = 1, dict[int, int]()
    for _ in range(3):
        printer = Printer(layout=description.layout, total=total, starts=starts, measure=measure)
        _print(printer, description.blocks)
        total, starts = len(printer.pages), printer.items
    return _printed(printer.pages)


def _printed(pages: Sequence[Sequence[PrintedLine]]) -> Printed:
    rows = [line for page in pages for line in page]
    text = "\f".join("".join(f"{line.text}\n" for line in page) for page in pages)
    numbered = list(enumerate(rows, 1))
    attached: dict[int, list[int]] = {}
    for number, line in numbered:
        if line.attached is not None and line.text:
            attached.setdefault(line.attached, []).append(number)
    return Printed(
        pages=tuple(tuple(page) for page in pages),
        text=text,
        attached=[(lines[0], lines[-1]) for _, lines in sorted(attached.items())],
        furniture=[number for number, line in numbered if line.style == "furniture"],
        either=[number for number, line in numbered if line.style == "first"],
    )


def _print(printer: Printer, blocks: Sequence[Block]) -> None:
    printer.open()
    items = [block for block in blocks if block.word == "item"]
    section = ""
    for index, block in enumerate(blocks):
        if block.word == "page":
            if printer.body:
                printer.turn(framed=printer.attached is None)
            continue
        if block.word in ("attachment", "unlisted"):
            _print_attached(printer, block)
            continue
        if not printer.framed:
            if block.word == "blank":
                continue
            printer.turn(framed=True)
        if block.word == "item":
            left = int(printer.layout.get("page", 46)) - printer.body
            if (printer.layout.get("new_page") == "yes" and printer.body) or left < _FEWEST_LEFT:
                printer.turn(framed=True)
            printer.items[items.index(block)] = len(printer.pages)
            section = ""
        if not block.printed:
            continue
        if block.word == "item":
            _print_item(printer, block, blocks[index + 1 : index + 8])
        elif block.word == "contents":
            _print_contents(printer, items)
        else:
            section = heading(block)[1] if block.word == "heading" else section
            _print_block(printer, block, section)
    printer.close()


def _print_block(printer: Printer, block: Block, section: str = "") -> None:
    indent = " " * int(printer.layout.get("indent", 0))
    if block.word == "blank":
        printer.line("")
    elif block.word == "raw":
        printer.line(block.text)
    elif block.word == "furniture":
        printer.line(block.text, "furniture")
    elif block.word == "heading":
        printer.paragraph(_styled(heading(block)[0], printer.layout.get("heading", "plain")), style="heading")
    elif block.word == "vote":
        _print_vote(printer, block)
    elif block.word == "table":
        _print_table(printer, block)
    elif block.word == "text":
        glyph = printer.layout.get("bullet", "-")
        if section in ("underlag", "bilagor", "expedieras", "meddelanden"):
            glyph = printer.layout.get("list_bullet", glyph)
        if block.text.startswith("- "):
            text = f"{glyph} {block.text[2:]}" if glyph else block.text[2:]
            printer.paragraph(text, indent=indent, hang=" " * (len(glyph) + 1 if glyph else 0), bullet=glyph)
        elif re.match(r"\d{1,2}[.)] ", block.text):
            printer.paragraph(block.text, indent=indent, hang="   ")
        else:
            printer.paragraph(block.text, indent=indent)


def _styled(words: str, how: str) -> str:
    if how == "upper":
        return words.upper()
    if how == "spaced":
        return "  ".join(" ".join(word.upper()) for word in words.split())
    return f"{words}:" if how == "colon" else words


def _print_item(printer: Printer, block: Block, following: Sequence[Block]) -> None:
    title = header(block)[2]
    for text in header_rows(printer.layout, block, following):
        left, tab, right = text.partition("\t")
        if tab or not text:
            printer.line(f"{left}{right:>{printer.width - len(left)}}" if tab else "", "item" if tab else "")
            continue
        indent = " " * (len(text) - len(text.lstrip()))
        hang = " " * text.find(title) if printer.layout.get("hang") == "yes" and title in text else indent
        rows = printer.wrapped(text.strip(), indent, hang, narrower=8)
        for at, one in enumerate(rows):
            soft = printer.layout.get("soft") == "yes" and at < len(rows) - 1
            printer.line(one + " " if soft else one, "item", goes_on=at < len(rows) - 1)


def _print_contents(printer: Printer, items: Sequence[Block]) -> None:
    template = str(printer.layout["contents"])
    for index, block in enumerate(items):
        number, suffix, title, cases = header(block)
        values = {
            "number": f"{number or ''}{suffix and f' {suffix}'}",
            "label": f"{number or ''}{suffix.upper()}",
            "cases": ", ".join(cases),
        }
        page = str(printer.starts.get(index, 1))
        left = template.partition("{title}")[0].format(**values, page=page)
        rows = printer.wrapped(title, narrower=len(left) + 8)
        for row in rows[:-1]:
            printer.line(left + row)
            left = " " * len(left)
        text = left + rows[-1]
        after = template.partition("{title}")[2]
        if "{dots}" in after:
            text += " " + "." * (printer.width - len(text) - len(page) - 2) + " " + page
        else:
            text += after.format(**values, page=page)
        printer.line(text.rstrip())


def _print_vote(printer: Printer, block: Block) -> None:
    how = printer.layout.get("votes", "columns")
    ballots = [row.text.rpartition(":") for row in block.rows]
    if how == "colon":
        for side in ("Ja", "Nej", "Avstår"):
            those = ", ".join(who for who, _, vote in ballots if vote.strip().casefold() == side.casefold())
            if those:
                printer.paragraph(f"{side}: {those}")
        return
    width = max(len(who) for who, _, _ in ballots) + 4
    if how == "words":
        printer.line(f"{'Ledamot':{width}}Röst")
        for who, _, vote in ballots:
            printer.line(f"{who:{width}}{vote.strip().capitalize()}")
        return
    sides = ("ja", "nej", "avstår")
    printer.line(f"{'Ledamot':{width}}{'Ja':8}{'Nej':8}Avstår")
    for who, _, vote in ballots:
        printer.line(f"{who:{width}}{' ' * 8 * sides.index(vote.strip())}X")
    sums = [sum(vote.strip() == side for _, _, vote in ballots) for side in sides]
    printer.line(f"{'Summa':{width}}" + "".join(f"{one:<8}" for one in sums).rstrip())


def _print_table(printer: Printer, block: Block) -> None:
    rows = [[cell.strip() for cell in row.text.split(" ; ")] for row in block.rows]
    widths = [max(len(row[at]) for row in rows if len(row) > at) for at in range(max(map(len, rows)) - 1)]
    for row in rows:
        left = "".join(f"{cell:{widths[at] + 2}}" for at, cell in enumerate(row[:-1]))
        lines = printer.wrapped(row[-1], narrower=len(left))
        for at, text in enumerate(lines):
            printer.line((left if not at else " " * len(left)) + text)


def _print_attached(printer: Printer, block: Block) -> None:
    printer.attached = printer.documents
    printer.documents += 1
    printer.turn(framed=False)
    for one in block.rows:
        if one.word == "page":
            printer.turn(framed=False)
        elif one.printed:
            _print_block(printer, one)
    printer.attached = None
