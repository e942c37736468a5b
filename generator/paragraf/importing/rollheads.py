"""Heads of attendance tables: which column tells who was there, for whom, for which §§, and how they voted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.labels import labelled
from paragraf.vocabulary.rolls import COLUMNS
from paragraf.vocabulary.voting import SIDES

PEOPLE = ("people", "chair", "vice", "secretary", "adjusters", "adjuster substitutes")
"""Labels under which people stand."""

_PARTS = re.compile(r"\S+(?:\s\S+)*")
"""Words with one blank between them; wider gaps are between columns."""
_WIDE = 1000
"""Between cells whose places are not known, only their order."""
_KINDS = tuple(
    (kind, re.compile(form, re.IGNORECASE))
    for kind, form in sorted(
        ((kind, form) for kind, forms in COLUMNS.items() for form in forms), key=lambda one: -len(one[1])
    )
)
_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_COUNTED = re.compile(r"(?:nr|nummer|plats|plats ?nr|stol|bänk|#)\.?", re.IGNORECASE)
"""The head of a column that counts the rows."""
_COUNTED_NAMES = re.compile(r"(?:nr|nummer)\.?\s+(?=(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
"""The same before the head of the next column, in one cell."""
_VOTE = re.compile(
    r"(?:(?P<word>vot(?:ering(?:en)?|\.)|omr(?:östning(?:en)?|\.)|röstning|röst(?:er)?)(?: nr\.?)?(?: ?\d{1,2})?)?"
    r"[ ,:]*(?:(?:på |vid |för )?(?:[A-ZÅÄÖ]{2,5} )?§\s*(?P<number>\d{1,4}))?"
    r"(?:[ ,:(–-]*(?:vot(?:ering|\.)|omr(?:östning|\.))? ?\d?\)?)",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a line of a head, at most."""
_OVER_SIDES = re.compile(r"(?P<name>[A-ZÅÄÖ][^\d§]*?)(?:\s+(?:§|vot|omr|röst)\D{0,14}\d{1,4})+", re.IGNORECASE)
"""Names, and the §§ whose votes the next line of a head has."""
_VOTE_SIDE = re.compile(rf"(?P<vote>.*?)[\s,:]*(?<!\w)(?P<side>{_SIDE})[:.]?", re.IGNORECASE)
_SIDE_VOTE = re.compile(rf"(?P<side>{_SIDE})\s+(?P<vote>§.*)", re.IGNORECASE)

Cell = tuple[str, int, int]
"""Words, and where they begin and end: in characters, in thousandths of the page, or by order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """What a column tells."""

    kind: str
    """Key of vocabulary.rolls.COLUMNS, or vote."""
    title: str
    start: int
    end: int
    vote: tuple[int, int] = (0, 0)
    """Of a vote: its §, 0 when the head does not say, and which vote of the table it is, from 1."""
    side: str = ""
    """Of a vote: what a cross says; empty: the cell itself says it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The head of an attendance table."""

    columns: tuple[Column, ...]
    lines: int
    """How many lines of the document it takes."""
    placed: bool = True
    """False: the columns are lost, and only their order is known."""

    @property
    def name(self) -> str:
        """Title of the column of names: a label of a group, or that it is names; empty: nothing stands there."""
        return next((one.title for one in self.columns if one.kind == "name"), "")

    def has(self, *kinds: str) -> bool:
        """Whether a column is of one of these kinds."""
        return any(one.kind in kinds for one in self.columns)


def cells_of(line: Line) -> list[Cell]:
    """The cells of a line that are not empty, with their places, without the one that only counts the rows."""
    found = _cells_of(line)
    counts = len(found) > 1 and (
        _COUNTED.fullmatch(found[0][0]) is not None
        or (found[0][0].strip(".)").isdigit() and found[1][0][:1].isupper() and len(found[1][0]) > 1)
    )
    if found and (both := _COUNTED_NAMES.match(found[0][0])):
        return [(found[0][0][both.end() :], *found[0][1:]), *found[1:]]
    return found[1:] if counts else found


def _cells_of(line: Line) -> list[Cell]:
    if line.spans:
        cells = line.cells or (line.text,)
        return [(_plain(words), *span) for words, span in zip(cells, line.spans, strict=False) if words]
    if line.cells and (line.row or "" in line.cells or "\t" in line.text):
        return [
            (_plain(words), at * _WIDE, at * _WIDE + _WIDE // 2) for at, words in enumerate(line.cells) if words.strip()
        ]
    return [(one.group(), line.indent + one.start(), line.indent + one.end()) for one in _PARTS.finditer(line.text)]


def _plain(words: str) -> str:
    return " ".join(words.split())


def head_at(lines: Sequence[LaidLine], start: int) -> Head | None:
    """The head of an attendance table that begins with a line; None: it is none."""
    rows = [(at, cells_of(lines[at].line)) for at in range(start, min(start + 3, len(lines))) if not lines[at].blank]
    if not rows or rows[0][0] != start:
        return None
    two = _two_rows(rows[0][1], rows[1][1]) if len(rows) > 1 else None
    if two:
        return Head(columns=two, lines=rows[1][0] + 1 - start)
    if len(rows[0][1]) > 1:
        one = _one_row(rows[0][1])
        return Head(columns=one, lines=1) if one else None
    if lost := _in_order(rows[0][1][0][0]):
        return Head(columns=lost, lines=1, placed=False)
    lost = _in_order_below(rows[0][1][0][0], rows[1][1][0][0]) if len(rows) > 1 and len(rows[1][1]) == 1 else ()
    return Head(columns=lost, lines=rows[1][0] + 1 - start, placed=False) if lost else None


def kind_of_column(title: str) -> str:
    """What a head of a column says that it tells; empty: it is none."""
    plain = title.strip(" :")
    return next((kind for kind, form in _KINDS if form.fullmatch(plain)), "")


def _is_name(title: str) -> bool:
    """Whether a head is one of a column of names, or a label of the people below it."""
    head = labelled(title)
    return kind_of_column(title) == "name" or (head is not None and not head.value and head.name in PEOPLE)


def _vote_of(title: str) -> int | None:
    """The § of the head of a vote, 0 when it does not say; None: it is no vote's head."""
    match = _VOTE.fullmatch(title.strip(" :"))
    return int(match["number"] or 0) if match and (match["word"] or match["number"]) else None


def _side_of(title: str) -> tuple[str, int]:
    """What a cross below a head says of a vote, and its § when the same cell says it: "§ 45 Ja"."""
    plain = title.strip(" :").casefold()
    if plain in SIDES:
        return SIDES[plain], 0
    match = _VOTE_SIDE.fullmatch(title) or _SIDE_VOTE.fullmatch(title)
    number = _vote_of(match["vote"]) if match else None
    return (SIDES[match["side"].casefold()], number or 0) if match and number is not None else ("", 0)


def _one_row(cells: Sequence[Cell], above: Sequence[Cell] = ()) -> tuple[Column, ...]:
    """The columns of a head; nothing when a word of it is no head of a column. `above`: what groups of them say."""
    found: list[Column] = []
    groups: list[int] = []
    near = _tolerance(cells)
    for title, start, end in cells:
        group = next((one for one in reversed(above) if one[1] <= start + near), ("", -1, -1))
        side, number = _side_of(title)
        if side and kind_of_column(group[0]) == "present" and _vote_of(group[0]) is None:
            column = Column(kind="present" if side == "ja" else "absent", title=title, start=start, end=end)
        elif side or (_vote_of(title) and not _is_over(group)):
            number = number or _vote_of(group[0]) or (0 if side else _vote_of(title) or 0)
            last = found[-1] if found and found[-1].kind == "vote" else None
            sides = [one.side for one in found if last and one.vote == last.vote]
            goes_on = last and side and side not in sides and number in (0, last.vote[0]) and group[1] == groups[-1]
            vote = last.vote if last and goes_on else (number, max((one.vote[1] for one in found), default=0) + 1)
            column = Column(kind="vote", title=title, start=start, end=end, vote=vote, side=side)
        else:
            plain = _column(title, start, end, first=not found)
            if plain is None:
                return ()
            column = plain
        found.append(column)
        groups.append(group[1])
    return tuple(found) if sum(one.kind == "name" for one in found) == 1 and len(found) > 1 else ()


def _is_over(group: Cell) -> bool:
    """Whether a cell stands over others as the head of a vote."""
    return bool(group[0]) and _vote_of(group[0]) is not None


def _tolerance(cells: Sequence[Cell]) -> int:
    """How far from each other two cells of the same column may begin."""
    return 2 if max(end for _, _, end in cells) < _WIDE // 4 else 12


def _column(title: str, start: int, end: int, *, first: bool) -> Column | None:
    """A column that is none of a vote's."""
    if first and _is_name(title):
        return Column(kind="name", title=title, start=start, end=end)
    kind = kind_of_column(title)
    return Column(kind=kind, title=title, start=start, end=end) if kind and kind != "name" else None


def _two_rows(first: Sequence[Cell], second: Sequence[Cell]) -> tuple[Column, ...]:
    """The columns of a head over two lines: "Närvaro", "§ 5" over "Tjg", "Ej tjg", "Ja", "Nej"."""
    over = [one for one in first if any(_under(one, below, first) for below in second)]
    if not any(_vote_of(title) is not None or kind_of_column(title) == "present" for title, *_ in over):
        return ()
    own = [one for one in first if one not in over]
    return _one_row(sorted([*own, *second], key=lambda one: one[1]), above=over)


def _under(cell: Cell, below: Cell, row: Sequence[Cell]) -> bool:
    """Whether a cell of the second row belongs to one of the first."""
    limit = next((start for _, start, _ in row if start > cell[1]), None)
    near = _tolerance([*row, below])
    return cell[1] - near <= below[1] and (limit is None or below[1] < limit - near)


def _in_order_below(first: str, second: str) -> tuple[Column, ...]:
    """The lost columns of a head over two lines: "Ledamöter § 45" over "Ja Nej Avstår"."""
    over = _OVER_SIDES.fullmatch(first) if len(first) < _LONGEST else None
    if over is None or not all(word.casefold() in SIDES for word in second.split()):
        return ()
    return _in_order(f"{over['name']} {second}")


def _in_order(text: str) -> tuple[Column, ...]:
    """The columns of a head whose columns are lost: "Namn Parti Tjänstgör för Närvarande"."""
    words = text.split()
    if len(words) < 2 or len(words) > 12 or text.endswith((".", ":")):
        return ()
    whole = labelled(text)
    if whole and not whole.value:
        return ()
    found: list[Column] = []
    place = 0
    while place < len(words):
        column = None
        for end in range(min(len(words), place + 4), place, -1):
            title = " ".join(words[place:end])
            column = _column(title, place * _WIDE, place * _WIDE + 1, first=not found)
            if column is None and found and (side := SIDES.get(title.casefold())):
                column = Column(kind="vote", title=title, start=place, end=place, side=side)
            if column:
                place = end
                break
        if column is None:
            return ()
        found.append(column)
    return tuple(found) if len(found) > 1 and found[0].kind == "name" else ()
