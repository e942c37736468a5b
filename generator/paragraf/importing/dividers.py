"""Pages between items and their attached documents: "<titel> / § 45 / 23/SAN/115"."""

import re
from collections.abc import Sequence

from paragraf.importing.document import Break, Divider, ItemBlock, LaidOut

_LETTERS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"(?:§\s?)?(\d{1,4}(?:\s?[a-z])?)")


def letters(text: str) -> str:
    """Letters and digits of a text in lower case: what a wrapped title keeps."""
    return "".join(_LETTERS.findall(text.casefold()))


def find_divider(laid: LaidOut, start: int, items: Sequence[ItemBlock]) -> Divider | None:
    """The divider that begins with a line, if one does.

    It repeats the title of an item word for word, and then its number or case number; with the title alone the page
    must hold nothing else.
    """
    for index, item in enumerate(items):
        after_title = _title_ends(laid, start, letters(item.title))
        if after_title is None:
            continue
        end, numbered = after_title, False
        while (at := _next_text(laid, end)) is not None and laid.lines[at].page is Break.NONE:
            text = laid.lines[at].line.text
            number = _NUMBER.fullmatch(text)
            is_number = number is not None and number[1].replace(" ", "") == str(item.number)
            is_case = any(letters(text) == letters(case.written) for case in item.case_numbers)
            if not (is_number or is_case):
                break
            numbered, end = True, at + 1
        at = _next_text(laid, end)
        if numbered or at is None or laid.lines[at].page is not Break.NONE or _label_before(laid, end, at):
            return Divider(item=index, start=start, end=end, numbered=numbered)
    return None


def _title_ends(laid: LaidOut, start: int, title: str) -> int | None:
    """Index after the lines that together are the title; None when they are something else."""
    left, index = title, start
    while left and index < min(len(laid.lines), start + 8):
        line = laid.lines[index]
        if not line.blank:
            words = letters(line.line.text)
            if not words or not left.startswith(words) or (index > start and line.page is not Break.NONE):
                return None
            left = left.removeprefix(words)
        index += 1
    return index if not left else None


def _next_text(laid: LaidOut, index: int) -> int | None:
    while index < len(laid.lines):
        if not laid.lines[index].blank:
            return index
        index += 1
    return None


def _label_before(laid: LaidOut, start: int, end: int) -> bool:
    """Whether a page begins in the furniture between two lines."""
    return any(line.furniture and line.page is not Break.NONE for line in laid.lines[start:end])
