"""Who presents an item of an agenda, on a line of its own below the title and without any label.

7.   Nya gränser för skolorna             BUN 2018/97
     Ture Ek, Eva Al
"""

from dataclasses import replace

from paragraf.importing.document import LaidOut
from paragraf.importing.itemfacts import JOINING
from paragraf.importing.names import column_names
from paragraf.importing.numbering import ITEMS, numbered

_FEWEST = 2
"""Items with such a line, for a habit: one name alone can be the last words of a title, or a place."""
_MOST_LINES = 4
"""Lines of a title and its facts above the names, at most."""
_LONGEST = 100


def with_presenters(laid: LaidOut) -> LaidOut:
    """The document with those lines marked, where several items of an agenda have one."""
    if laid.kind != "kallelse":
        return laid
    found = {index for index in range(1, len(laid.lines)) if _presents(laid, index)}
    if len(found) < _FEWEST:
        return laid
    return replace(
        laid,
        lines=tuple(replace(line, presents=True) if at in found else line for at, line in enumerate(laid.lines)),
    )


def _presents(laid: LaidOut, index: int) -> bool:
    line, above = laid.lines[index], laid.lines[index - 1]
    if line.blank or above.blank or sum(map(bool, line.line.cells)) > 1 or not names_alone(line.line.text):
        return False
    if JOINING.search(above.line.text) or above.line.soft or above.line.wrapped or not line.line.text[0].isupper():
        return False
    for at in range(index - 1, max(index - 1 - _MOST_LINES, -1), -1):
        if laid.lines[at].blank:
            return False
        if any(one.rest for one in numbered(laid.lines[at].line, ITEMS)):
            return True
    return False


def names_alone(text: str) -> tuple[tuple[str, str], ...]:
    """The people, as name and title, of a text that names nobody and nothing else; else none."""
    if len(text) > _LONGEST:
        return ()
    found, left = column_names(text.strip(" ,"))
    return found if found and not left and all(" " in name for name, _ in found) else ()
