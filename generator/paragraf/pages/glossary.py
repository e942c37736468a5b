"""Abbreviations of the municipality's glossary, explained where a page first uses them and listed at its foot."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from html import unescape
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

from markdown.util import AtomicString

from paragraf.model import Organisation, holds

NO_PARTIES: Mapping[str, str] = MappingProxyType({})
_NOT_IN = ("a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6")


_EXPLAINED = re.compile(r'<abbr title="([^"]*)">([^<]*)</abbr>')


def with_words(context: Mapping[str, Any], parties: Mapping[str, str] = NO_PARTIES) -> dict[str, Any]:
    """The context of a page in which each word is explained once, at its first place, and all of them as `words`.

    `words` are for those who cannot point at a word; texts are the values of keys that end in html, in order. Of
    `parties` (code -> name) those that are the value of a key `party` are among them.
    """
    found: dict[str, str] = {}
    once = {key: _once(key, value, found) for key, value in context.items()}
    found |= {code: parties[code] for code in _parties(context) if code in parties}
    words = [{"word": word, "meaning": found[word]} for word in sorted(found, key=str.casefold)]
    return {**once, "words": words}


def party_names(organisation: Organisation, day: date) -> dict[str, str]:
    """The code of each party -> its name on a day."""
    return {one.code: one.name for one in organisation.parties if holds(one.valid_from, one.valid_to, day)}


def _parties(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        party = value.get("party")
        if isinstance(party, str):
            yield party
        for one in value.values():
            yield from _parties(one)
    elif isinstance(value, list):
        for one in value:
            yield from _parties(one)


def _once(key: str, value: Any, found: dict[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {name: _once(name, one, found) for name, one in value.items()}
    if isinstance(value, list):
        return [_once(key, one, found) for one in value]
    if not isinstance(value, str) or not key.endswith("html") or "<abbr" not in value:
        return value

    def first(match: re.Match[str]) -> str:
        word = unescape(match[2])
        if word in found:
            return match[2]
        found[word] = unescape(match[1])
        return match[0]

    return _EXPLAINED.sub(first, value)


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


def _just_said(meaning: str, before: str) -> bool:
    """Whether the author explains the word: Taxe- och avgiftsnämnden (TAN)."""
    return before.endswith("(") and before[:-1].rstrip().casefold().endswith(meaning.casefold())


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
        if _just_said(glossary[match[0]], text[: match.start()]):
            continue
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
