"""Abbreviations of the municipality's glossary, explained where a text first uses them."""

import re
from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree

from markdown.util import AtomicString

_NOT_IN = ("a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6")


def words_of(glossary: Mapping[str, str]) -> re.Pattern[str]:
    """What finds the words of a glossary in a text."""
    return _pattern(tuple(glossary))


def explain(root: ElementTree.Element, glossary: Mapping[str, str]) -> None:
    """Put the first occurrence of each word of the glossary below an element into an abbr with its meaning."""
    _explain_in(root, words_of(glossary), glossary, set())


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w/-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w/-])")


def _explain_in(
    element: ElementTree.Element, pattern: re.Pattern[str], glossary: Mapping[str, str], seen: set[str]
) -> None:
    """Wrap the first occurrence of each word below an element, in reading order."""
    children = list(element)
    if element.text and not isinstance(element.text, AtomicString):
        _explain_text(element, None, pattern, glossary, seen)
    for child in children:
        if child.tag not in _NOT_IN:
            _explain_in(child, pattern, glossary, seen)
        if child.tail:
            _explain_text(element, child, pattern, glossary, seen)


def _explain_text(
    parent: ElementTree.Element,
    after: ElementTree.Element | None,
    pattern: re.Pattern[str],
    glossary: Mapping[str, str],
    seen: set[str],
) -> None:
    """The same for the text at the start of `parent`, or after one of its children."""
    text = (after.tail if after is not None else parent.text) or ""
    position = list(parent).index(after) + 1 if after is not None else 0
    pieces: list[tuple[str, ElementTree.Element]] = []
    end = 0
    for match in pattern.finditer(text):
        if match[0] in seen:
            continue
        seen.add(match[0])
        abbreviation = ElementTree.Element("abbr", {"title": glossary[match[0]]})
        abbreviation.text = AtomicString(match[0])
        pieces.append((text[end : match.start()], abbreviation))
        end = match.end()
    if not pieces:
        return
    if after is not None:
        after.tail = pieces[0][0]
    else:
        parent.text = pieces[0][0]
    for number, (_, abbreviation) in enumerate(pieces):
        abbreviation.tail = pieces[number + 1][0] if number + 1 < len(pieces) else text[end:]
        parent.insert(position + number, abbreviation)
