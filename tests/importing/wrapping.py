"""Paragraphs as lines, with Swedish words divided at the ends of lines."""

import re
from collections.abc import Callable

_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
_BREAKABLE = re.compile(r"(?P<word>[a-zåäöé]{9,})(?P<after>[.,;:]?)")


def wrap(
    text: str, width: int, hyphen: str, first: str = "", rest: str = "", measure: Callable[[str], float] = len
) -> list[str]:
    """Lines of at most `width` characters; long words are divided with `hyphen` when there is one."""
    rows: list[str] = []
    row = first
    for whole in text.split(" "):
        word = whole
        begun = f"{row} {word}" if row.strip() else row + word
        if row.strip() and measure(begun) > width:
            room = width - measure(f"{row} {hyphen}")
            head = divided(word, room, measure) if hyphen else ""
            if head:
                row += f" {head}{hyphen}"
                word = word[len(head) :]
            rows.append(row)
            begun = rest + word
        row = begun
    return [*rows, row]


def divided(word: str, room: float, measure: Callable[[str], float]) -> str:
    """The longest beginning of a word that fits and that a Swede could end a line with; empty when there is none."""
    match = _BREAKABLE.fullmatch(word)
    if not match:
        return ""
    for at in range(len(match["word"]) - 3, 2, -1):
        before, first, second = word[at - 1], word[at], word[at + 1]
        apart = first not in _VOWELS and second in _VOWELS and any(one in _VOWELS for one in word[:at])
        if apart and before != first and measure(word[:at]) <= room:
            return word[:at]
    return ""
