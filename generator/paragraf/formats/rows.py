"""Words of a page as rows of cells, in the order in which they are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from paragraf.formats.rules import Rules
from paragraf.formats.words import PageWords, Word

CELL_GAP = 1.1
"""Heights of a line between two cells; justified text has smaller gaps."""
_ALIKE = 0.2
"""Heights of a line by which the gaps of a justified row differ, at most."""
_FEWEST = 3
"""Rows with the same ends that tell where justified text begins and ends."""
OUTSIDE = "utanför sidan"
_GLUED = 0.12
"""Heights of a line between two pieces of one word that the file draws apart."""


@dataclass(slots=True)
class Cell:
    """What stands together on a row."""

    text: str
    left: float
    right: float


@dataclass(slots=True)
class Row:
    """A row of a page, as it is printed."""

    cells: list[Cell]
    top: float
    bottom: float
    bold: bool
    height: float
    """Of its tallest words: what sizes are compared by."""
    first: float
    """Width of its first word."""
    edge: float
    """Right edge of the column that it stands in; 0: unknown."""
    number: int = 0
    """Of the table row that it is part of, on its page; 0: none known."""
    column: int = 0
    """Which column of running text, from 1; 0: the page's whole width."""
    upright: bool = True
    words: list[Word] = field(default_factory=list)
    """Its words from left to right."""
    unseen: str = ""
    """Why no reader of the page sees it; empty: it is seen."""

    @property
    def left(self) -> float:
        """Where its text begins."""
        return next((cell.left for cell in self.cells if cell.text), self.cells[0].left)

    @property
    def right(self) -> float:
        """Where its text ends."""
        return next((cell.right for cell in reversed(self.cells) if cell.text), self.cells[-1].right)


@dataclass(slots=True)
class _Band:
    """Words at one height."""

    words: list[Word] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    def add(self, word: Word) -> None:
        if not self.words:
            self.top, self.bottom = word.top, word.bottom
        elif word.height > 0.8 * (self.bottom - self.top):
            self.top, self.bottom = min(self.top, word.top), max(self.bottom, word.bottom)
        self.words.append(word)

    def holds(self, word: Word) -> bool:
        """Whether a word stands at this height: most of the lower of the two lies within the other."""
        top, bottom = word.top, word.bottom
        if bottom <= self.top or top >= self.bottom:
            return False  # so are most: this runs for every word and the bands above it
        shared = min(self.bottom, bottom) - max(self.top, top)
        return shared > 0.55 * min(bottom - top, self.bottom - self.top)


def rows_of(page: PageWords, rules: Rules) -> list[Row]:
    """The rows of a page from its top, each from left to right; turned text, and what no reader sees, last."""
    shown: list[Word] = []
    hidden: dict[str, list[Word]] = {}
    for word in page.words:
        if why := unseen(page, word):
            hidden.setdefault(why, []).append(word)
        else:
            shown.append(word)
    rows = [_row(band) for band in _bands([word for word in shown if word.upright])]
    _in_justified(rows)
    _in_tables(rows, rules)
    rows += [_row(_band_of([word])) for word in shown if not word.upright]
    return [*rows, *(replace(_row(band), unseen=why) for why, those in hidden.items() for band in _bands(those))]


def unseen(page: PageWords, word: Word) -> str:
    """Swedish: why nobody sees a word on this page; empty: it is seen."""
    return word.unseen or ("" if _is_on(page, word) else OUTSIDE)


def _is_on(page: PageWords, word: Word) -> bool:
    """Whether the middle of a word lies on the page."""
    return 0 <= word.left + word.right <= 2 * page.width and 0 <= word.top + word.bottom <= 2 * page.height


def _in_justified(rows: Sequence[Row]) -> None:
    """Make one cell of a row whose words are pushed apart to fill the line: all gaps are alike, and it is as long as
    other lines of running text on the page.
    """
    ends = Counter((round(row.left), round(row.right)) for row in rows if len(row.words) > 1)
    for row in rows:
        gaps = [after.left - before.right for before, after in pairwise(row.words)]
        if len(row.cells) < 3 or len(row.cells) != len(row.words) or max(gaps) - min(gaps) > _ALIKE * row.height:
            continue
        left, right = round(row.left), round(row.right)
        same = sum(ends[one, other] for one in range(left - 1, left + 2) for other in range(right - 1, right + 2))
        prose = sum(word.text.strip(".,:;()”").isalpha() for word in row.words)
        if same >= _FEWEST and 3 * prose >= 2 * len(row.words):
            row.cells = [Cell(" ".join(word.text for word in row.words), row.left, row.right)]


def _bands(words: Sequence[Word]) -> list[_Band]:
    found: list[_Band] = []
    for word in words:
        # The file draws in reading order, most often: the last bands are tried first.
        for band in reversed(found):
            if band.holds(word):
                band.add(word)
                break
        else:
            found.append(_band_of([word]))
    return sorted(found, key=lambda band: (band.top + band.bottom, band.words[0].left))


def _band_of(words: Sequence[Word]) -> _Band:
    band = _Band()
    for word in words:
        band.add(word)
    return band


def _row(band: _Band) -> Row:
    words = _once(sorted(band.words, key=lambda word: word.left))
    height = max(word.height for word in words)
    cells = [Cell(words[0].text, words[0].left, words[0].right)]
    for before, word in pairwise(words):
        gap = word.left - before.right
        cell = cells[-1]
        if gap > CELL_GAP * min(height, max(before.height, word.height)):
            cells.append(Cell(word.text, word.left, word.right))
            continue
        glued = not word.spaced and gap < _GLUED * word.height
        # In text with spaced letters a word's gap is wider than a letter's.
        between = "" if glued else "  " if len(before.text) == len(word.text) == 1 and gap > 0.55 * height else " "
        cell.text += between + word.text
        if word.right > cell.right:
            cell.right = word.right
    return Row(
        cells=cells,
        top=band.top,
        bottom=band.bottom,
        bold=all(word.bold for word in words),
        height=height,
        first=words[0].right - words[0].left,
        edge=0.0,
        upright=words[0].upright,
        words=words,
    )


def _in_tables(rows: Sequence[Row], rules: Rules) -> None:
    """Give rows between drawn lines the cells and the numbers of their table."""
    number, last = 0, (-1.0, -1.0)
    for row in rows:
        columns = rules.columns(row.top, row.bottom) if rules.vertical else []
        if not columns or row.left < columns[0] - 2 or row.right > columns[-1] + 2:
            last = (-1.0, -1.0)
            continue
        here = (columns[0], rules.above(columns[0], columns[-1], row.top, row.bottom))
        if here != last:
            number, last = number + 1, here
        row.number = number
        row.cells = [
            _cell([word for word in row.words if left <= (word.left + word.right) / 2 < right], left, right)
            for left, right in pairwise(columns)
        ]


def _cell(words: Sequence[Word], left: float, right: float) -> Cell:
    if not words:
        return Cell("", left, right)
    return Cell(" ".join(word.text for word in words), words[0].left, words[-1].right)


def _once(words: list[Word]) -> list[Word]:
    """Without words that are drawn twice at the same place to look bold."""
    if len({word.text for word in words}) == len(words):
        return words
    found: list[Word] = []
    for word in words:
        same = [one for one in found[-3:] if one.text == word.text and abs(one.left - word.left) < 0.25 * word.height]
        if not same:
            found.append(word)
    return found
