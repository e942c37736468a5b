"""A line of a document, and why a document cannot be read: what every format gives."""

from dataclasses import dataclass


class UnreadableError(Exception):
    """A document that cannot be read; the message is Swedish and for its owner."""

    def __init__(self, code: str, message: str, suggestion: str = "", *, line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.suggestion = suggestion
        self.line = line


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the source: the same facts whatever the format, so that no later stage asks which one it was.

    PDF: a line as it stands on the page. Word: a paragraph, or a paragraph's height of a table row. Text: a row.
    """

    number: int
    """From 1, through the whole document."""
    text: str
    """NFC, without blanks at its ends. A row of cells: the cells that are not empty with one blank between them, or in
    plain text as they stood there. A bullet of any kind is "- ", an automatic number of Word stands as printed. Where
    a word is divided at the line's end it ends with U+00AD; a hyphen that belongs to the word is a hyphen."""
    indent: int = 0
    """Plain text alone: blanks before it; a page break or a lost bullet leaves one."""
    soft: bool = False
    """The sentence goes on in the next line, most often: a blank stood after it, or geometry says so."""
    wrapped: bool | None = None
    """Whether the paragraph goes on in the next line, where the source itself tells (PDF by geometry, Word always).
    None: it does not; ask the words."""
    empty: bool = False
    """Not even a blank stood there. PDF and Word: the space between two paragraphs."""
    new_page: bool = False
    """A page begins with it, for certain."""
    page: int = 0
    """Page of the source on which it stands, from 1; 0: the format has no pages (Word, text without form feeds)."""
    down: float = 0.0
    """How far down its page, from 0 (top edge) to 1 (bottom edge); 0.0: the format has no geometry."""
    page_height: int = 0
    """Points from the top edge of that page to its bottom edge; 0: the format has no geometry."""
    cells: tuple[str, ...] = ()
    """What stands side by side on the line, in columns: at least two, or none. PDF: by wide gaps and ruled tables;
    Word: a table's cells; text: by tabs or three blanks. A cell that is empty on this line is "", so that places agree
    between the lines of a table of Word or a ruled one of PDF."""
    spans: tuple[tuple[int, int], ...] = ()
    """PDF: where each cell begins and ends, in thousandths of the page's width. Empty: the format has no geometry."""
    row: int = 0
    """Lines of one table row have the same number, from 1 through the document (Word, ruled tables of PDF); 0: unknown
    or no table."""
    bold: bool = False
    """All of its letters are bold."""
    heading: int = 0
    """1-6: a heading by its style in Word, or by being larger or bolder than the running text in PDF; 0: not so, or
    unknown. Levels tell which of two headings is above the other in the same document and nothing more."""
    furniture: str = ""
    """What the format itself calls furniture (a header, a footer of Word): sidhuvud, sidfot; in PDF, what no reader
    sees: utanför sidan; else empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a reader of a format gives."""

    lines: tuple[Line, ...]
    notes: tuple[tuple[int, str], ...] = ()
    """Line number (0: the whole document) and, in Swedish, what a human should know: comments, pages of pictures."""
    pages: int = 0
    """How many pages it has; 0: the format has none."""
