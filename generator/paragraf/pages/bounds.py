"""What keeps the work on a Markdown text within bounds, whatever it holds.

The converter goes down a level for each list in a list, and looks for the end of each bracket and code mark through all
that follows. A few of them are what people write; thousands are not, and stand as text.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

DEEPEST = 12
"""Lists and quotations within each other."""
MOST_MARKS = 1000
"""Code marks and escapes in a paragraph, marks of any kind in a long one, headings without a blank line between."""
LONG = 100_000
"""Characters of a paragraph."""
_INDENT = " " * 4 * DEEPEST
_MARKER = r"(?:[-*+]|\d{1,9}[.)]|>)[ ]+"
_CHAIN = re.compile(rf"^( *(?:{_MARKER}){{{DEEPEST}}})(?=[-*+>]|\d)(\d*)(.)")
_BRACKET = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)
_FREE, _EACH = 20_000, 30
_TICK, _TICK_IN_TABLE = "`", "&#96;"
_TICKS_IN_A_ROW = 100


def bound(md: Markdown) -> None:
    """Add the bounds to a converter."""
    # After fenced code (25) has been taken out of the text.
    md.preprocessors.register(_Lines(md), "paragraf-lines", 24)
    # Before links, emphasis and code are looked for (20).
    md.treeprocessors.register(_Texts(md), "paragraf-texts", 25)


class _Lines(Preprocessor):
    """No list lies deeper than DEEPEST, no table's row is full of code marks, no block of headings."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, changed where they go beyond a bound."""
        lines = [_in_table(_shallow(line)) for line in lines]
        if sum(line.startswith("#") for line in lines) <= MOST_MARKS:
            return lines
        return [one for line in lines for one in (("", line, "") if line.startswith("#") else (line,))]


class _Texts(Treeprocessor):
    """A text whose marks take too long to pair is shown as it was written."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            if element.text and _is_beyond(element.text):
                element.text = AtomicString(element.text.replace(_TICK_IN_TABLE, _TICK))


def _shallow(line: str) -> str:
    if line.startswith(_INDENT):
        line = _INDENT + line.lstrip(" ")
    return _CHAIN.sub(r"\1\2\\\3", line)


def _in_table(line: str) -> str:
    return line.replace(_TICK, _TICK_IN_TABLE) if "|" in line and line.count(_TICK) > _TICKS_IN_A_ROW else line


def _is_beyond(text: str) -> bool:
    if len(text) > LONG and sum(map(text.count, "*_[<&")) > MOST_MARKS:
        return True
    if text.count(_TICK) + text.count(_TICK_IN_TABLE) + text.count("\\") > MOST_MARKS:
        return True
    return "[" in text and _effort(text) > _FREE + _EACH * len(text)


def _effort(text: str) -> int:
    """How many characters are passed in search of the brackets' ends, at most."""
    effort = 0
    square: list[int] = []
    round_: list[int] = []
    for match in _BRACKET.finditer(text):
        mark, at = match[0], match.start()
        if mark == "[":
            square.append(at)
        elif mark in ("]", "](") and square:
            effort += at - square.pop()
        if mark in ("(", "]("):
            round_.append(at)
        elif mark == ")" and round_:
            effort += at - round_.pop()
    return effort + sum(len(text) - at for at in (*square, *round_))
