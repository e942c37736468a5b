"""Attendance tables: everyone in them, whom substitutes serve for, and the votes that stand in their columns.

A cross says what the head of its column says. Whose place a substitute takes is told by the head too: in a column
"Tjänstgör för" stands the member, in a column "Tjänstgörande ersättare" of a table of members the substitute. Where the
head does not tell, nothing is said, and the report tells of the line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import LaidLine, Note
from paragraf.importing.labels import labelled
from paragraf.importing.people import goes_on, people
from paragraf.importing.rollcells import Cells, in_order, is_mark, meaning, placed
from paragraf.importing.rollheads import PEOPLE, Head, cells_of, head_at, kind_of_column
from paragraf.importing.rollrows import PRESENCE, VACANT, Row, Table, TableVote, finish, take_sums, votes_of
from paragraf.model import Attendee

_SUM = re.compile(r"(?:summa|totalt|antal|resultat|s:a|transport)\b.*", re.IGNORECASE)
_VOTED = re.compile(r"omröst|voter", re.IGNORECASE)
_HERE = re.compile(r"närvar|tjänstg|beslutande|upprop", re.IGNORECASE)
_NUMBER = re.compile(r"§\s*(\d{1,4})\b")
_MEMBERS = re.compile(r"(?:ledam|ersätt|ordförande|beslutande|tjänstg|ej |icke )", re.IGNORECASE)
_SERVES_ABOVE = re.compile(
    r"(?:tjänstgörande|tjänstg\.?|tjg\.?|tj\.?) ?ers(?:ättare|\.)?\s*:\s*(?P<who>[A-ZÅÄÖ].*)", re.IGNORECASE
)
"""In a row of its own: who serves for the member of the row above."""
_MARKED = (*PRESENCE, "vote")
_ABOVE = 4
"""Lines with text above a table that say what it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Roll:
    """An attendance table."""

    start: int
    """Place of its first line among those that were read."""
    end: int
    """Place after its last line."""
    groups: tuple[tuple[str, tuple[Attendee, ...]], ...] = ()
    """Label and people; an empty label: that of what stands above."""
    serving: tuple[Attendee, ...] = ()
    """Substitutes whom a table of members names beside those in whose place they serve."""
    serving_label: str = ""
    """Head of the column in which they stand."""
    votes: tuple[TableVote, ...] = ()
    notices: tuple[int, ...] = ()
    """Numbers of lines that are heads and sums, or of someone who was not there."""
    unread: tuple[int, ...] = ()
    """Numbers of lines that were not understood."""
    notes: tuple[Note, ...] = ()


def read_rolls(lines: Sequence[LaidLine], known: Sequence[ParagraphNumber]) -> tuple[Roll, ...]:
    """The attendance tables among the lines of a front page, in order. `known`: the §§ of the document."""
    found: list[Roll] = []
    place = 0
    while place < len(lines):
        one = None if lines[place].blank else _roll_at(lines, place, known)
        if one:
            found.append(one)
        place = one.end if one else place + 1
    return tuple(found)


def _roll_at(lines: Sequence[LaidLine], start: int, known: Sequence[ParagraphNumber]) -> Roll | None:
    head = head_at(lines, start)
    if head is None:
        return None
    if _is_two_lists(lines, start + head.lines, head):
        return None
    above = " ".join([one.line.text for one in lines[:start] if not one.blank][-_ABOVE:])
    head = _decided(head, above)
    if head is None:
        return None
    here = head.has("present", "listening", "absent", "remote", "which", "time", "serves", "substitute")
    number = _NUMBER.search(above)
    table = Table(
        head=head,
        label=_label(head),
        known=known,
        only_votes=not here and bool(_VOTED.search(above)) and not _HERE.search(above),
        number=int(number[1]) if number else 0,
        first=lines[start].line.number,
    )
    end = _read(lines, start + head.lines, table)
    if end is None or not table.certain:
        return None
    table.notices += [one.line.number for one in lines[start : start + head.lines] if not one.blank]
    votes = tuple(votes_of(table))
    return Roll(
        start=start,
        end=end,
        groups=() if table.only_votes else tuple((label, tuple(those)) for label, those in table.groups),
        serving=tuple(table.serving),
        serving_label=table.serving_label,
        votes=votes,
        notices=tuple(table.notices),
        unread=tuple(table.unread),
        notes=tuple(table.notes),
    )


def _is_two_lists(lines: Sequence[LaidLine], start: int, head: Head) -> bool:
    """Whether members and substitutes only stand beside each other: both lists begin at the top.

    Substitutes beside those in whose place they serve stand where those do, with space between.
    """
    if [one.kind for one in head.columns] != ["name", "substitute"] or not labelled(head.columns[1].title):
        return False
    following = next((one for one in lines[start:] if not one.blank), None)
    row = _row_of(following, head) if following else None
    return row is not None and 1 in row


def _decided(head: Head, above: str) -> Head | None:
    """The head; Ja and Nej without a word of what they are of say who was there, unless a vote is told of above."""
    open_votes = [one for one in head.columns if one.kind == "vote" and not one.vote[0]]
    if not open_votes or _VOTED.search(above) or any("öst" in one.title or "oter" in one.title for one in open_votes):
        return head
    sides = {one.side for one in open_votes}
    if head.has("present", "absent") or sides != {"ja", "nej"} or _NUMBER.search(above):
        return head
    kinds = {"ja": "present", "nej": "absent"}
    return replace(
        head,
        columns=tuple(replace(one, kind=kinds[one.side]) if one in open_votes else one for one in head.columns),
    )


def _label(head: Head) -> str:
    """The label of the people below a head; empty: it only says that they are names."""
    label = labelled(head.name)
    return head.name.rstrip(" :") if label and kind_of_column(head.name) != "name" else ""


def _read(lines: Sequence[LaidLine], start: int, table: Table) -> int | None:
    """Read the rows; the place after the last one. None: people stand below the heads, so that it is two lists."""
    waiting: Row | None = None
    place, end, gap = start, start, False
    while place < len(lines):
        line = lines[place]
        if line.blank:
            gap = gap or not line.furniture
            place += 1
            continue
        row = _row_of(line, table.head)
        if waiting and row and (serving := _SERVES_ABOVE.fullmatch(row.get(0, ""))):
            member = waiting.cells.get(0, "") if len(waiting.cells) == 1 else ""
            if not member:
                text = f"Vem som tjänstgör för vem går inte att utläsa: ”{line.line.text}”."
                table.notes.append(Note(line=line.line.number, text=text))
            finish(waiting, table)
            words = f"{serving['who']} ersätter {member}" if member else serving["who"]
            waiting = Row(cells=row | {0: words}, numbers=[line.line.number], row=line.line.row)
            place += 1
            end, gap = place, False
            continue
        head = head_at(lines, place)
        head = _decided(head, "") if head else None
        if head or (label := _group_label(lines, place, table, after_gap=gap)):
            finish(waiting, table)
            waiting = None
            taken = head.lines if head else 1
            table.notices += [one.line.number for one in lines[place : place + taken] if not one.blank]
            if head and not _same_columns(head, table.head):
                table.head = head
            table.label = _label(head) or table.label if head else label
            place += taken
            end, gap = place, False
            continue
        if _SUM.fullmatch(line.line.text):
            finish(waiting, table)
            waiting = None
            take_sums(line, table)
            place += 1
            end, gap = place, False
            continue
        if waiting and _continues(waiting, row, line, after_gap=gap):
            _add(waiting, row, line)
        elif row is not None and _begins(row, after_gap=gap and not _is_absent(lines, place, table)):
            if _is_list(row, table.head):
                return None
            finish(waiting, table)
            waiting = Row(cells=row, numbers=[line.line.number], row=line.line.row)
        else:
            break
        place += 1
        end, gap = place, False
    finish(waiting, table)
    return end


def _is_absent(lines: Sequence[LaidLine], place: int, table: Table) -> bool:
    """Whether a member without a mark stands between rows of the table, with space around."""
    member = people(lines[place].line.text)
    following = next((one for one in lines[place + 1 :] if not one.blank), None)
    row = _row_of(following, table.head) if following else None
    if len(member) != 1 or not member[0].party or not row or len(row) < 2:
        return False
    return _begins(row, after_gap=False) or _SERVES_ABOVE.fullmatch(row.get(0, "")) is not None


def _same_columns(one: Head, other: Head) -> bool:
    """Whether a head is only printed again, on a new page."""
    return [column.title for column in one.columns] == [column.title for column in other.columns]


def _group_label(lines: Sequence[LaidLine], place: int, table: Table, *, after_gap: bool) -> str:
    """The label of more people of the same table: "ERSÄTTARE". After a space rows with something in a column follow."""
    cells = cells_of(lines[place].line)
    label = labelled(cells[0][0])
    if not label or label.value or label.name not in PEOPLE:
        return ""
    if any(not is_mark(words) and not kind_of_column(words) for words, *_ in cells[1:]):
        return ""
    following = next((one for one in lines[place + 1 :] if not one.blank), None)
    row = _row_of(following, table.head) if following else None
    if row is None or not _begins(row, after_gap=False):
        return ""
    apart = after_gap and len(row) < 2 and (table.head.placed or not _is_marked(lines, place + 1, table))
    return label.label.rstrip(" :") if _MEMBERS.match(label.label) and not apart else ""


def _is_marked(lines: Sequence[LaidLine], place: int, table: Table) -> bool:
    """Whether something stands in a column of any row from here to the next space."""
    for line in lines[place:]:
        if line.blank and not line.furniture:
            return False
        if not line.blank and len(_row_of(line, table.head) or {}) > 1:
            return True
    return False


def _row_of(line: LaidLine, head: Head) -> Cells | None:
    """What stands in each column, by its place in the head; None: it is no row of the table."""
    cells = cells_of(line.line)
    if not head.placed and line.line.text[0].islower():
        return {0: line.line.text}
    if not head.placed or (len(cells) == 1 and len(line.line.text.split()) > 2 and not line.line.spans):
        found = in_order(line.line.text, head.columns)
        if found or not head.placed:
            return found
    return placed(cells, head.columns)


def _begins(row: Cells, *, after_gap: bool) -> bool:
    """Whether a row begins someone: a name stands in its column."""
    name = row.get(0, "")
    named = bool(people(name)) or bool(re.match(r"[*\d. ]*[A-ZÅÄÖ][\w'’-]+(?:,? [A-ZÅÄÖ]|,)", name))
    vacant = VACANT.fullmatch(name) is not None
    return ((named and labelled(name) is None) or vacant) and (len(row) > 1 or not after_gap)


def _is_list(row: Cells, head: Head) -> bool:
    """Whether someone stands below the head of a column that only marks stand in: it heads a list of its own."""
    return any(
        head.columns[at].kind in _MARKED and not meaning(words) and "(" in words and bool(people(words))
        for at, words in row.items()
        if at > 0
    )


def _continues(waiting: Row, row: Cells | None, line: LaidLine, *, after_gap: bool) -> bool:
    """Whether a line is more of the row above: of the same row by the source, or with nothing but the rest of cells."""
    if row is None:
        return False
    if line.line.row and line.line.row == waiting.row:
        return True
    name = row.get(0, "")
    if after_gap:
        return len(row) == 1 and name[:1].islower() and " " not in name
    return not name or name[0].islower() or name[0] in "(§," or (len(row) == 1 and goes_on(waiting.cells[0], name))


def _add(waiting: Row, row: Cells | None, line: LaidLine) -> None:
    for at, words in (row or {}).items():
        waiting.cells[at] = f"{waiting.cells[at]} {words}" if at in waiting.cells else words
    waiting.numbers.append(line.line.number)
