"""Which items of a document are those that the meeting folder already has, and in which order all of them stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from paragraf.ids import ParagraphNumber, slugify
from paragraf.importing.likeness import ENOUGH, likeness
from paragraf.model import AgendaItem, Paragraph
from paragraf.writing.names import file_names

Piece = AgendaItem | Paragraph
"""The items of one document are all of the same kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """An item of the meeting as it will be."""

    item: Piece
    old: str = ""
    """Name of the file in which it lies; empty: it is new."""
    new: int | None = None
    """Index among the document's items; None: only the folder has it."""
    stays: bool = False
    """The file stays as it is, whatever the document says."""


def join(old: Sequence[Piece], new: Sequence[Piece], *, by_number_alone: bool) -> tuple[int | None, ...]:
    """For each new item the index of the old one that it is: by number, then by case number and title, then by title.

    `by_number_alone`: the same number is enough, as it is in two issues of the same document.
    """
    found: list[int | None] = [None] * len(new)
    ways: tuple[Callable[[Piece, Piece], bool], ...] = (
        lambda one, other: one.number is not None and one.number == other.number and _alike(one, other),
        lambda one, other: by_number_alone and one.number is not None and one.number == other.number,
        lambda one, other: _same_case(one, other) and _alike(one, other),
        lambda one, other: slugify(one.title) == slugify(other.title) and not _other_case(one, other),
    )
    for same in ways:
        for place, one in enumerate(new):
            taken = {index for index in found if index is not None}
            if found[place] is None:
                free = (index for index in range(len(old)) if index not in taken)
                found[place] = next((index for index in free if same(old[index], one)), None)
    return tuple(found)


def ordered(
    old: Sequence[Piece], new: Sequence[Piece], joined: Sequence[int | None], keep: Callable[[Piece], bool]
) -> tuple[Slot, ...]:
    """All items when a whole document comes anew: in its order, and old ones that it no longer has after the one that
    they stood after, as far as `keep` says that they stay.
    """
    slots = [
        Slot(item=one, old=old[index].file if index is not None else "", new=place)
        for place, (one, index) in enumerate(zip(new, joined, strict=True))
    ]
    for index, one in enumerate(old):
        if index in joined or not keep(one):
            continue
        before = [other.file for other in old[:index]]
        after = max((place for place, slot in enumerate(slots) if slot.old and slot.old in before), default=-1)
        slots.insert(after + 1, Slot(item=one, old=one.file))
    return tuple(slots)


def inserted(old: Sequence[Piece], new: Sequence[Piece], joined: Sequence[int | None]) -> tuple[Slot, ...]:
    """All items when a document adds some: the old ones as they stand, each new one by its number, else last.

    A new item that is joined to an old one stands in its place.
    """
    places = {index: place for place, index in enumerate(joined) if index is not None}
    slots = [
        Slot(item=new[places[index]] if index in places else one, old=one.file, new=places.get(index))
        for index, one in enumerate(old)
    ]
    for place, one in enumerate(new):
        if joined[place] is None:
            slots.insert(_place(one.number, slots), Slot(item=one, new=place))
    return tuple(slots)


def supplementary(
    old: Sequence[Piece],
    new: Sequence[Piece],
    joined: Sequence[int | None],
    sent: Callable[[Piece], bool],
    says_more: Callable[[Piece, Piece], bool],
    day: date,
) -> tuple[tuple[Slot, ...], tuple[str, ...]]:
    """All items when a supplement comes, and in Swedish what a human should know.

    Old items stay as they are, those apart that an earlier supplement brought (`sent` is false of them). What the
    supplement says more of an item that has been sent becomes an item of its own after it.
    """
    slots = [Slot(item=one, old=one.file) for one in old]
    notes: list[str] = []
    for place, one in enumerate(new):
        late = replace(one, added=day)
        index = joined[place]
        if index is None:
            if late.number is not None and any(late.number == slot.item.number for slot in slots):
                notes.append(f"Tilläggets punkt {one.number}, ”{one.title}”, står utan nummer: numret finns redan.")
                late = _without_number(late, title=one.title)
            slots.insert(_place(late.number, slots), Slot(item=late, new=place))
            continue
        was = old[index]
        at = next(number for number, slot in enumerate(slots) if slot.old == was.file)
        if not sent(was):
            same = _without_number(late, title=one.title) if was.number is None else late
            slots[at] = Slot(item=replace(same, added=was.added), old=was.file, new=place)
        elif says_more(was, one):
            which = f"tillägg till punkt {was.number}" if was.number is not None else "tillägg"
            notes.append(f"”{one.title}” finns i kallelsen, som står kvar; tilläggets text är en egen punkt efter den.")
            late = _without_number(late, title=f"{one.title} ({which})")
            before = next((one for one in slots if one.item.title == late.title and one.old), None)
            if before is None:
                slots.insert(at + 1, Slot(item=late, new=place))
            else:
                slots[slots.index(before)] = Slot(item=late, old=before.old, new=place)
        else:
            slots[at] = replace(slots[at], new=place, stays=True)
    return tuple(slots), tuple(notes)


def _without_number(one: Piece, *, title: str) -> Piece:
    if isinstance(one, AgendaItem):
        return replace(one, number=None, title=title)
    return replace(one, number=None, title=title)


def names_of(slots: Sequence[Slot], *, digits: int) -> tuple[str, ...]:
    """A file name for each: items that lie in a file keep its name, as long as the names then tell the order."""
    fresh = file_names([replace(slot.item, file="") for slot in slots], digits=digits)
    kept = tuple(slot.old or name for slot, name in zip(slots, fresh, strict=True))
    if all(first < second for first, second in pairwise(kept)):
        return kept
    found = [slot.old if slot.new is None or slot.stays else "" for slot in slots]
    for place, wanted in enumerate(fresh):
        if not found[place]:
            name = wanted
            while name in found:
                name = name.replace(".md", "-2.md")
            found[place] = name
    return tuple(found)


def _place(number: int | ParagraphNumber | None, slots: Sequence[Slot]) -> int:
    """Where an item of this number is put in: before the first one with a higher number, else last."""
    if number is None:
        return len(slots)
    return next((at for at, slot in enumerate(slots) if _after(slot.item.number, number)), len(slots))


def _after(one: int | ParagraphNumber | None, other: int | ParagraphNumber) -> bool:
    return one is not None and _key(one) > _key(other)


def _key(number: int | ParagraphNumber) -> tuple[int, str]:
    return (number, "") if isinstance(number, int) else (number.number, number.suffix)


def _alike(one: Piece, other: Piece) -> bool:
    """Whether two titles say the same thing, whichever of them says more."""
    return max(likeness(one.title, (other.title,), ""), likeness(other.title, (one.title,), "")) >= ENOUGH


def _same_case(one: Piece, other: Piece) -> bool:
    return bool(_cases(one) & _cases(other))


def _other_case(one: Piece, other: Piece) -> bool:
    return bool(_cases(one) and _cases(other)) and not _same_case(one, other)


def _cases(one: Piece) -> set[str]:
    return {case.key for case in one.case_numbers}
