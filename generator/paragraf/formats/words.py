"""The words of a PDF page and where they stand, upright and from the top left corner."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.sight import COVERED, INVISIBLE, SMALLEST, TINY, Drawn, Sight, address, sight_of

MOST_CHARACTERS = 200_000
"""Of a page: some forty pages' worth. More is no page that a human wrote."""
_BLANKS = "\t \u00a0\u2002\u2003\u2007\u2009\u202f\u3000\0\n\r"
_LINE_ENDS = "\0\n\r"
_WORD = re.compile(f"[^{_BLANKS}]+")
_SIGNS = {0xFFFE: "\u00ad"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""What pdfium makes of a hyphen that divides a word; halves of pairs are no letters."""
_WIDEST = 0.75
"""Heights of a line that a letter is wide on average, at most: capitals of a bold type."""
_SAMPLE = 64
"""Characters between two by which it is seen whether the page's text has one letter for each."""
_ALMOST_ALL = 0.8
"""Part of a page's letters that are invisible where they are what a program recognised in its picture."""
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_BOLD_WEIGHT = 600


@dataclass(slots=True)
class Word:
    """Letters without a blank between them; measures in points, y from the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool
    upright: bool
    spaced: bool
    """A blank stood before it. A line end is none: pdfium sees one between the letters of a page that has few."""
    unseen: str = ""
    """Swedish: why no reader of the page sees it; empty: it is seen."""

    @property
    def height(self) -> float:
        """Of its line: what the font's size is measured by."""
        return self.bottom - self.top


@dataclass(frozen=True, kw_only=True, slots=True)
class PageWords:
    """A page as words."""

    words: tuple[Word, ...]
    width: float
    height: float
    unknown: int
    """Characters that the file does not say what letters they are."""
    recognised: bool
    """It is a picture, over which a program has written invisibly what it took the letters for."""
    layered: bool
    """Something on it belongs to a layer, shown or not."""


class Turn:
    """From the page's own coordinates to upright ones from the top left corner of what is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.rotation = page.get_rotation()
        across, up = right - left, top - bottom
        self.width, self.height = (up, across) if self.rotation in (90, 270) else (across, up)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, right, top and bottom on the upright page."""
        if self.rotation == 90:
            return bottom - self.bottom, top - self.bottom, left - self.left, right - self.left
        if self.rotation == 180:
            return self.right - right, self.right - left, bottom - self.bottom, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.top - bottom, self.right - right, self.right - left
        return left - self.left, right - self.left, self.top - top, self.top - bottom


def words_of(page: pdfium.PdfPage, turn: Turn) -> PageWords:
    """Read a page's words in the order in which the file draws them."""
    text = page.get_textpage()
    try:
        count = min(max(text.count_chars(), 0), MOST_CHARACTERS)
        sight = sight_of(page)
        reader = _Reader(text.raw, turn, sight)
        words = tuple(reader.read(count))
    finally:
        text.close()
    hidden = sum(len(word.text) for word in words if word.unseen in (INVISIBLE, COVERED))
    recognised = hidden > _ALMOST_ALL * sum(len(word.text) for word in words) and sight.scanned
    if recognised:
        for word in words:
            word.unseen = ""
    return PageWords(
        words=words,
        width=turn.width,
        height=turn.height,
        unknown=reader.unknown,
        recognised=recognised,
        layered=sight.layered,
    )


class _Reader:
    """Puts characters together to words. Written for speed: it runs for every character of the document.

    The file's own blanks part the words. Where the first and the last letter stand tells where a word does; only one
    that is turned, or wider than its letters are, is looked at letter by letter.
    """

    def __init__(self, text: ctypes.c_void_p, turn: Turn, sight: Sight) -> None:
        self.text = text
        self.sight = sight
        self.turn = turn
        self.unknown = 0
        self._box = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._looks: dict[int, tuple[bool, bool, Drawn]] = {}
        self._shows_all = not sight.areas

    def read(self, count: int) -> Iterator[Word]:
        """The words, in the order of the file."""
        letters = self._letters(count)
        self.unknown = letters.count("\ufffd")
        for match in _WORD.finditer(letters):
            start, end = match.span()
            if word := self._word(match[0], letters, start, end):
                yield word
            else:
                yield from self._by_letter(letters, start, end)

    def _letters(self, count: int) -> str:
        """A letter for every character of the page."""
        buffer = (ctypes.c_ushort * (count + 1))()
        given = raw.FPDFText_GetText(self.text, 0, count, buffer) - 1
        if given == count and all(buffer[at] == self._unicode(at) for at in range(0, count, _SAMPLE)):
            letters = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
            if len(letters) == count:
                return letters.translate(_SIGNS)
        # Characters that the file gives no letter, or that are halves of pairs, stand in the one count alone.
        return "".join([chr(self._unicode(index)) for index in range(count)]).translate(_SIGNS)

    def _unicode(self, index: int) -> int:
        code: int = raw.FPDFText_GetUnicode(self.text, index)
        return 0xFFFE if code == 2 else code

    def _word(self, text: str, letters: str, start: int, end: int) -> Word | None:
        """The word between two places; None when it must be looked at letter by letter."""
        first = self._place(start)
        last = self._place(end - 1) if end - start > 1 else first
        if first is None or last is None:
            return None
        left, _, top, bottom = first
        right = last[1]
        height = bottom - top
        if not (abs(last[3] - bottom) < 0.35 * height and 0 <= right - left < _WIDEST * height * (end - start)):
            return None
        bold, upright, drawn = self._look(start)
        if not upright:
            return None
        hideable = drawn.hideable or not self._shows_all
        if hideable and end - start > 1 and self.sight.cuts(drawn, self._middle(start), self._middle(end - 1)):
            return None
        spaced = start > 0 and letters[start - 1] not in _LINE_ENDS
        return Word(text, left, right, top, bottom, bold, True, spaced, self._unseen(drawn, start, height))

    def _by_letter(self, letters: str, start: int, end: int) -> Iterator[Word]:
        word: Word | None = None
        spaced = start > 0 and letters[start - 1] not in _LINE_ENDS
        for index in range(start, end):
            place = self._place(index)
            if place is None:
                continue
            left, right, top, bottom = place
            bold, upright, drawn = self._look(index)
            unseen = self._unseen(drawn, index, max(bottom - top, right - left))
            if word is not None and word.unseen == unseen and _goes_on(word, left, top, bottom):
                word.text += letters[index]
                if word.upright:
                    word.right = max(word.right, right)
                else:
                    word.top, word.bottom = min(word.top, top), max(word.bottom, bottom)
                continue
            if word is not None:
                yield word
            word = Word(letters[index], left, right, top, bottom, bold, upright, word is None and spaced, unseen)
        if word is not None:
            yield word

    def _place(self, index: int) -> tuple[float, float, float, float] | None:
        box = self._box
        if not raw.FPDFText_GetLooseCharBox(self.text, index, box):
            return None
        turn = self.turn
        if turn.rotation:
            return turn.box(box.left, box.bottom, box.right, box.top)
        left, top = turn.left, turn.top
        return box.left - left, box.right - left, top - box.top, top - box.bottom

    def _look(self, index: int) -> tuple[bool, bool, Drawn]:
        """Whether a character is bold, whether it is upright, and how it is drawn: the same for all that the file draws
        at once."""
        drawn = raw.FPDFText_GetTextObject(self.text, index)
        key = address(drawn)
        found = self._looks.get(key) if key else None
        if found is None:
            found = self._looks[key] = (self._bold(index), self._upright(index), self.sight.drawn(drawn))
        return found

    def _unseen(self, drawn: Drawn, index: int, height: float) -> str:
        """Why nobody sees a character; empty: it is seen."""
        if height < SMALLEST:
            return TINY
        if drawn.why or (self._shows_all and not drawn.hideable):
            return drawn.why
        return self.sight.why_unseen(drawn, *self._middle(index))

    def _middle(self, index: int) -> tuple[float, float]:
        """The middle of a character in the page's own coordinates."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self.text, index, box)
        return (box.left + box.right) / 2, (box.bottom + box.top) / 2

    def _bold(self, index: int) -> bool:
        if raw.FPDFText_GetFontWeight(self.text, index) >= _BOLD_WEIGHT:
            return True
        size = raw.FPDFText_GetFontInfo(self.text, index, self._name, len(self._name), self._flags)
        name = self._name.raw[: size - 1] if 0 < size <= len(self._name) else b""
        return any(part in name.lower() for part in _BOLD_NAMES)

    def _upright(self, index: int) -> bool:
        angle = raw.FPDFText_GetCharAngle(self.text, index)
        turned = (angle * 180 / 3.141592653589793 + self.turn.rotation) % 360 if angle >= 0 else 0.0
        return min(turned, 360 - turned) < 10


def _goes_on(word: Word, left: float, top: float, bottom: float) -> bool:
    """Whether the next character stands straight after the word."""
    if not word.upright:
        return True
    height = bottom - top
    return abs(bottom - word.bottom) < 0.35 * height and -0.4 * height < left - word.right < 0.35 * height
