"""Names over the offices in which they sign: "Bo Ek" over "Ordförande", alone, below each other or in columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.frontrows import Row
from paragraf.importing.labels import Labelled, labelled
from paragraf.importing.people import people
from paragraf.importing.rollheads import PEOPLE

OFFICES = ("chair", "vice", "secretary", "adjusters")
"""Labels of those who sign."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed:
    """Someone who signs."""

    office: Labelled
    name: str
    number: int
    """Of the line with the name."""
    below: int
    """Of the line with the office."""


def signed_in(rows: Sequence[Row]) -> dict[int, tuple[Signed, ...]]:
    """Place of a row with names -> who signs there; the row after it has their offices.

    Where names and offices take turns down the page the last of them tells which goes with which: a run that ends
    with an office has its names first. One pair alone stands apart from what is above it.
    """
    found: dict[int, tuple[Signed, ...]] = {}
    place = 0
    while place + 1 < len(rows):
        if beside := _pairs(rows[place], rows[place + 1], several=True):
            found[place] = beside
            place += 2
            continue
        run: dict[int, tuple[Signed, ...]] = {}
        end = place
        while end + 1 < len(rows) and (one := _pairs(rows[end], rows[end + 1], several=False)):
            run[end] = one
            end += 2
        apart = len(run) > 1 or rows[place].gap
        if run and apart and not (place and _heads(rows[place - 1])) and not (end < len(rows) and _is_name(rows[end])):
            found |= run
        place = max(end, place + 1)
    return found


def _pairs(row: Row, below: Row, *, several: bool) -> tuple[Signed, ...]:
    """Who signs in a row with the offices straight below; empty where it is not so."""
    if len(row.cells) != len(below.cells) or several != (len(row.cells) > 1):
        return ()
    offices = [labelled(text) for text, _ in below.cells]
    if not all(office and not office.value and office.name in OFFICES for office in offices):
        return ()
    if not _is_name(row):
        return ()
    return tuple(
        Signed(office=office, name=name, number=number, below=line)
        for office, (name, number), (_, line) in zip(offices, row.cells, below.cells, strict=True)
        if office
    )


def _is_name(row: Row) -> bool:
    """Whether there is nothing but a name in every cell of a row."""
    those = [people(text) for text, _ in row.cells]
    return all(len(one) == 1 and not one[0].role and not one[0].paragraphs for one in those) and not any(
        re.search(r"[,(]", text) for text, _ in row.cells
    )


def _heads(row: Row) -> bool:
    """Whether a row is the label of the people below it."""
    label = labelled(row.cells[0][0])
    return label is not None and not label.value and label.name in PEOPLE
