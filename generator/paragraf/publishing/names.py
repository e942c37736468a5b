"""Protected people: their plain names are looked for in every file of a finished site, before anyone can see it.

A name is found whatever has become of it on the way: inflected, with the surname first, in capitals, decomposed, as
character references, in an address or a file name, split by tags, line breaks or soft hyphens.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from paragraf.publishing.unpacking import readable

_MASK = "▒▒▒"
_AROUND = 30
# Pagefind's word lists hold every word by itself, in alphabetical order: neighbours there say nothing of a name.
_WORD_LISTS = ".pf_index"
_MARK = re.compile(rb"\xfe\xff|\xff\xfe")
_TAG = re.compile(r"<[^<>]*>")
# Of HTML, Word, OpenDocument and Excel.
_BLOCK = re.compile(
    r"</?(?:p|div|li|dt|dd|td|th|tr|h[1-6]|br|section|article|header|footer|nav|title|option|button"
    r"|w:(?:p|tc|br|tab)|text:(?:p|h|s|tab|line-break)|table:table-cell|si|c)\b(?![:-])",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_LETTERS = {"æ": "a", "ø": "o", "đ": "d", "ł": "l", "ß": "ss"}


@dataclass(frozen=True, order=True, kw_only=True, slots=True)
class NameHit:
    """A protected name in the finished site. Says where without repeating the name."""

    path: str
    """File, relative to the site folder, the name masked."""
    excerpt: str
    """What stands around the name, in small letters without accents, the name masked; empty for a file name."""

    def __str__(self) -> str:
        place = f"”… {self.excerpt} …”" if self.excerpt else "i själva adressen"
        return f"{self.path}: ett skyddat namn står här: {place}"


def find_names(site: Path, names: Iterable[str]) -> tuple[NameHit, ...]:
    """The files of a finished site in which any of `names` (first names before surname) can be read, sorted.

    A file is named once, with the first place in it. Of Word, Excel and OpenDocument files the text is read, of PDF
    files their properties; not the letters that a PDF draws, nor pictures.
    """
    sought = tuple(_Name.of(words) for name in sorted(set(names)) if (words := _words(name)))
    if not sought:
        return ()
    hits: list[NameHit] = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = _fold(file.relative_to(site).as_posix())
        shown = _masked(path, sought)
        if shown != path:
            hits.append(NameHit(path=shown, excerpt=""))
        if file.suffix != _WORD_LISTS and (excerpt := _first_place(_readings(file), sought)):
            hits.append(NameHit(path=shown, excerpt=excerpt))
    return tuple(sorted(hits))


def finder(names: Iterable[str]) -> Callable[[str], bool]:
    """A function that tells whether any of `names` can be read in a text."""
    sought = tuple(_Name.of(words) for name in sorted(set(names)) if (words := _words(name)))

    def reads_a_name(text: str) -> bool:
        reading = _fold(text)
        return any(name.stands_in(reading) for name in sought)

    return reads_a_name


@dataclass(frozen=True, slots=True)
class _Name:
    always: tuple[str, ...]
    """Words that stand in every form of the name: where one of them is not, the name is not."""
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, words: list[str]) -> "_Name":
        *first, last = words
        orders = {tuple(words), (last, *first), (*first[:1], last), (last, *first[:1])}
        # Words follow each other directly, or with anything but letters and digits between, and at most one initial.
        between = r"[\W_]*(?:[^\W\d_][\W_]+)?"
        forms = (between.join(f"{re.escape(word)}s?" for word in order) for order in sorted(orders, reverse=True))
        letter = r"[^\W\d_]"
        return cls((*first[:1], last), re.compile(f"(?<!{letter})(?:{'|'.join(forms)})(?!{letter})"))

    def stands_in(self, reading: str) -> bool:
        return all(word in reading for word in self.always) and bool(self.pattern.search(reading))


def _masked(reading: str, sought: Iterable[_Name]) -> str:
    for name in sought:
        reading = name.pattern.sub(_MASK, reading)
    return reading


def _first_place(readings: Iterable[str], sought: tuple[_Name, ...]) -> str:
    """What stands around the first name that can be read, every name masked; empty when there is none."""
    for reading in map(_fold, readings):
        if any(name.stands_in(reading) for name in sought):
            before, mask, after = _masked(reading, sought).partition(_MASK)
            return " ".join((before[-_AROUND:] + mask + after[:_AROUND]).split())
    return ""


def _readings(file: Path) -> Iterator[str]:
    """The text of a file in every way that a program or a person may read it."""
    for data in readable(file):
        yield from _texts(data, file.suffix)


def _texts(data: bytes, suffix: str) -> Iterator[str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # Latin-1 text, or the properties of a PDF or picture, which may be UTF-16 with its mark.
        text = _MARK.sub(b" ", data).replace(b"\0", b"").decode("latin-1")
    if suffix == ".ics":
        text = _FOLDED_LINE.sub("", text)
    yield _decode(text)
    for glue in (" ", _glue, "") if "<" in text else ():
        inner = _decode(_TAG.sub(glue, text))
        yield inner
        if "<" in inner:  # HTML inside a feed
            yield _decode(_TAG.sub(glue, inner))


def _glue(tag: re.Match[str]) -> str:
    """What stands between the words around a tag: nothing within a line."""
    return " " if _BLOCK.match(tag[0]) else ""


def _decode(text: str) -> str:
    """Character references, percent signs and JSON's escapes as the characters that they stand for."""
    if "&" in text:
        text = html.unescape(text)
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return unquote(text, errors="replace") if "%" in text else text


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", _fold(name))


def _fold(text: str) -> str:
    """Small letters without accents, as in addresses; marks and invisible characters are gone."""
    return text.translate(_folding())


@cache
def _folding() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in range(0x3000):
        char = chr(code)
        if unicodedata.category(char) in {"Mn", "Cf"}:
            table[code] = None
        else:
            lower = char.lower()
            base = "".join(one for one in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(one))
            folded = "".join(_LETTERS.get(one, one) for one in base)
            if folded != char:
                table[code] = folded
    return table
