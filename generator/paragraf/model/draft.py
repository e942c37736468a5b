"""Which parts of a meeting are drafts: private whatever the dates say."""

from enum import Flag, auto

from paragraf.model.items import AgendaItem, Item, Paragraph


class Draft(Flag):
    """`utkast` in mote.yml: nothing, one or more of the parts, or all of the meeting."""

    NONE = 0
    AGENDA = auto()
    """The agenda as it was sent; a draft only together with all the rest."""
    SUPPLEMENT = auto()
    """What was added to the agenda later: items with a day of their own (Tillagd)."""
    MINUTES = auto()
    """The §§ and how the meeting was held: times, place, attendance, adjustments, notices."""
    ALL = AGENDA | SUPPLEMENT | MINUTES


DRAFT_WORDS = {
    Draft.ALL: "ja",
    Draft.MINUTES: "protokoll",
    Draft.SUPPLEMENT: "tillägg",
    Draft.MINUTES | Draft.SUPPLEMENT: "protokoll och tillägg",
    Draft.NONE: "nej",
}
"""Everything that `utkast` can say."""


def draft_part(item: Item) -> Draft:
    """The part of its meeting that an item belongs to."""
    if isinstance(item, Paragraph):
        return Draft.MINUTES
    return Draft.SUPPLEMENT if isinstance(item, AgendaItem) and item.added else Draft.AGENDA
