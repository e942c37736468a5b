"""Pages of documents attached to agendas, told by what they lack: the head that every page of its own begins with."""

from collections.abc import Sequence
from itertools import pairwise

from paragraf.importing.document import Break, ItemBlock, LaidOut

_FEWEST = 2
"""Pages with a head, for a rule."""


def foreign_pages(laid: LaidOut, items: Sequence[ItemBlock]) -> tuple[int, ...]:
    """Indexes of lines that begin a page without a head, below the first item, where all items' pages have one.

    Empty when the document's own pages do without it: no page can then be told by that.
    """
    begins = [index for index, line in enumerate(laid.lines) if line.page is Break.CERTAIN]
    pages = [(first, last) for first, last in pairwise((*begins, len(laid.lines))) if last > items[0].start]
    headed = {first: _begins_with_head(laid, first, last) for first, last in pages}
    with_items = [
        first
        for first, last in pages
        if any(first <= item.start < last or first <= item.body_start < last for item in items)
    ]
    if sum(headed.values()) < _FEWEST or not all(headed[first] for first in with_items):
        return ()
    return tuple(
        first
        for first, last in pages
        if first > items[0].start and not headed[first] and not _is_empty(laid, first, last)
    )


def _begins_with_head(laid: LaidOut, first: int, last: int) -> bool:
    """Whether a head of the document's own stands above the first text of a page."""
    for line in laid.lines[first:last]:
        if line.own_head:
            return True
        if not line.blank:
            return False
    return False


def _is_empty(laid: LaidOut, first: int, last: int) -> bool:
    return all(line.blank for line in laid.lines[first:last])
