"""The words of a PDF page and where they stand, upright and from the top left corner."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_CHARACTERS = 200_000
"""Of a page: some forty pages' worth. More is no page that a human wrote."""
_BLANKS = frozenset(map(ord, "\t \u00a0\u2002\u2003\u2007\u2009\u202f\u3000"))
_LINE_ENDS = frozenset((0, 10, 13))
_LETTERS = {2: "\u00ad", 0xFFFE: "\u00ad"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""What pdfium makes of a hyphen that divides a word; halves of pairs are no letters."""
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
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
    """A blank or a line end stood before it."""

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
        reader = _Reader(text.raw, turn)
        words = tuple(reader.read(count))
    finally:
        text.close()
    return PageWords(words=words, width=turn.width, height=turn.height, unknown=reader.unknown)


class _Reader:
    """Puts characters together to words. Written for speed: it runs for every character of the document."""

    def __init__(self, text: ctypes.c_void_p, turn: Turn) -> None:
        self.text = text
        self.turn = turn
        self.unknown = 0
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def read(self, count: int) -> Iterator[Word]:
        """The words, in the order of the file."""
        box = raw.FS_RECTF()
        unicode, place, text, turn = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, self.text, self.turn.box
        word: Word | None = None
        letters: list[str] = []
        spaced = True
        for index in range(count):
            code = unicode(text, index)
            if code in _BLANKS or code in _LINE_ENDS:
                spaced = True
                continue
            if not place(text, index, box):
                continue
            left, right, top, bottom = turn(box.left, box.bottom, box.right, box.top)
            letter = _LETTERS.get(code) or chr(code)
            self.unknown += letter == "\ufffd"
            if word is not None and not spaced and _goes_on(word, left, top, bottom):
                letters.append(letter)
                if word.upright:
                    word.right = max(word.right, right)
                else:
                    word.top, word.bottom = min(word.top, top), max(word.bottom, bottom)
                continue
            if word is not None:
                word.text = "".join(letters)
                yield word
            word = Word("", left, right, top, bottom, self._bold(index), self._upright(index), spaced)
            letters = [letter]
            spaced = False
        if word is not None:
            word.text = "".join(letters)
            yield word

    def _bold(self, index: int) -> bool:
        if raw.FPDFText_GetFontWeight(self.text, index) >= _BOLD_WEIGHT:
            return True
        size = raw.FPDFText_GetFontInfo(self.text, index, self._name, len(self._name), self._flags)
        if not 0 < size <= len(self._name):
            return False
        name = self._name.raw[: size - 1].decode("utf-8", "replace").lower()
        return any(part in name for part in _BOLD_NAMES)

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
