"""Rows of attendance tables: who each is of, was he or she there, for whom, for which §§, and how he or she voted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import LaidLine, Note
from paragraf.importing.people import people
from paragraf.importing.rollcall import RollCall
from paragraf.importing.rollcells import UNPLACED, Cells, below, is_mark, meaning
from paragraf.importing.rollheads import Column, Head, cells_of
from paragraf.model import Attendee
from paragraf.vocabulary.rolls import LETTERS
from paragraf.vocabulary.voting import SIDES

VACANT = re.compile(r"vakan(?:t|s)\b.*", re.IGNORECASE)
_ONLY_SUBSTITUTES = re.compile(r"(?:(?:tjänstg|tjg|ej|icke|närv|övriga|beslut)\S* ){0,3}ers", re.IGNORECASE)
_TRAILING = re.compile(r"\s+(X|x|✓|Ja|Nej|JA|NEJ|Tjg\.?|Ej tjg\.?)$")
PRESENCE = ("present", "listening", "absent", "remote", "which", "time")


@dataclass(frozen=True, kw_only=True, slots=True)
class TableVote:
    """A vote that stands in an attendance table."""

    number: int
    """Its §; 0: it does not say."""
    line: int
    """Number of the table's first line."""
    call: RollCall
    annex: int = 0
    """Number of the annex that it stands in."""


@dataclass(kw_only=True, slots=True)
class Row:
    """What stands in the columns of a row, over one or more lines."""

    cells: Cells
    numbers: list[int]
    row: int


@dataclass(kw_only=True, slots=True)
class Table:
    """A table while it is read."""

    head: Head
    label: str
    known: Sequence[ParagraphNumber]
    only_votes: bool
    number: int
    first: int
    groups: list[tuple[str, list[Attendee]]] = field(default_factory=list)
    serving: list[Attendee] = field(default_factory=list)
    serving_label: str = ""
    ballots: dict[tuple[int, int], list[tuple[str, str]]] = field(default_factory=dict)
    doubtful: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    sums: dict[tuple[int, int], list[tuple[str, int]]] = field(default_factory=dict)
    notices: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    certain: int = 0
    """Rows with something in a column that was understood."""


def finish(row: Row | None, table: Table) -> None:
    """Take in a row: who it is of, whether he or she was there, for whom, for which §§, and how he or she voted."""
    if row is None:
        return
    cells, columns = dict(row.cells), table.head.columns
    party = next((cells.get(at, "") for at, one in enumerate(columns) if one.kind == "party"), "").strip("() ")
    name = _with_party(cells.get(0, ""), party)
    if VACANT.fullmatch(name):
        table.notes.append(Note(line=row.numbers[0], text=f"”{name}” är en tom plats och står inte i närvaron."))
        table.notices += row.numbers
        return
    if len(cells) == 1 and (mark := _TRAILING.search(name)):
        cells[UNPLACED], name = mark[1], name[: mark.start()]
    said = _said(cells, columns)
    found = people(f"{name}{said.words}" if said else "", table.known)
    member = found[0] if found else None
    if said is None or member is None or len(found) > 1:
        table.unread += row.numbers
        return
    table.certain += len(cells) > 1
    voted = any(one.kind == "vote" and is_mark(cells.get(at, "")) for at, one in enumerate(columns))
    there = said.there if said.there is not None else voted or UNPLACED in cells or not table.head.has(*PRESENCE)
    serving = _serving(said, member, row, table)
    if serving and not voted and said.there is None and table.head.has(*PRESENCE):
        there = False
    if there:
        if not table.groups or table.groups[-1][0] != table.label:
            table.groups.append((table.label, []))
        table.groups[-1][1].append(replace(member, remote=True) if said.remote else member)
    elif not serving:
        table.notices += row.numbers
    _vote(cells, member, serving, table, there=there)


def _with_party(name: str, party: str) -> str:
    """A name and the party of the column beside it: "Bo Ek, ordf" and "M"."""
    if not party or not re.fullmatch(r"[\w-]{1,8}", party) or "(" in name:
        return name
    first, comma, rest = name.partition(",")
    return f"{first.strip()} ({party}){comma}{rest}"


@dataclass(kw_only=True, slots=True)
class _Said:
    """What the cells beside a name say."""

    there: bool | None = None
    """None: no mark says it."""
    remote: bool = False
    words: str = ""
    """As they are written after a name."""
    substitutes: str = ""
    column: str = ""
    """Head of the column in which substitutes stand."""


def _said(cells: Cells, columns: Sequence[Column]) -> _Said | None:
    """What the cells beside a name say; None: something that is not understood."""
    said = _Said()
    which: list[str] = []
    for at, column in enumerate(columns):
        words = cells.get(at, "").strip()
        if not at or not words or column.kind in ("party", "vote"):
            continue
        means = meaning(words)
        if column.kind in ("role", "remark") and not means:
            said.words += f", {words}"
        elif column.kind == "serves":
            said.words += "" if means == "absent" else f" ersätter {words}"
            said.there = said.there if means == "absent" else True
        elif column.kind == "substitute" and means not in ("present", "absent"):
            said.substitutes, said.column = words, column.title
        elif means in ("set", "time"):
            which.append(words)
            said.there = True
        elif not means:
            return None
        elif column.kind == "absent":
            said.there = False if means == "present" else said.there
        elif column.kind in ("listening", "which", "time", "substitute", "remark", "role"):
            said.there = True if means in ("present", "listening") else said.there
        else:
            said.there = means != "absent"
            said.remote = said.remote or means == "remote" or column.kind == "remote"
    said.words += "".join(f", {words}" for words in which)
    return said


def _serving(said: _Said, member: Attendee, row: Row, table: Table) -> tuple[Attendee, ...]:
    """The substitutes that stand beside a member; nothing when it cannot be told who serves for whom."""
    if not said.substitutes:
        return ()
    found = people(said.substitutes, table.known)
    if _ONLY_SUBSTITUTES.match(table.label) or not found:
        text = f"Vem som tjänstgör för vem går inte att utläsa: ”{member.name}” och ”{said.substitutes}”."
        table.notes.append(Note(line=row.numbers[0], text=text))
        return ()
    those = tuple(
        one if one.serves_for else replace(one, serves_for=member.name, serves_for_party=member.party) for one in found
    )
    table.serving += those
    table.serving_label = said.column
    return those


def _vote(cells: Cells, member: Attendee, serving: tuple[Attendee, ...], table: Table, *, there: bool) -> None:
    """Put the marks in the columns of votes to who cast them: the member, or the substitute who served for the §."""
    for key in dict.fromkeys(one.vote for one in table.head.columns if one.kind == "vote"):
        found = [(one, cells[at]) for at, one in enumerate(table.head.columns) if one.vote == key and cells.get(at, "")]
        votes = [vote for one, words in found if (vote := _side(one, words))]
        number = ParagraphNumber(key[0] or table.number or 1)
        who = [one for one in ((member,) if there else ()) if _serves_at(one, number)]
        who += [one for one in serving if _serves_at(one, number)] if not who else []
        if not found:
            continue
        if len(votes) == len(found) == len(who) == 1:
            table.ballots.setdefault(key, []).append((_who(who[0]), votes[0]))
        elif any(words.strip("-– ") for _, words in found):
            table.doubtful.setdefault(key, []).append(_who(who[0] if who else member))


def _serves_at(one: Attendee, number: ParagraphNumber) -> bool:
    return one.paragraphs is None or one.paragraphs.covers(number)


def _who(one: Attendee) -> str:
    return f"{one.name} ({one.party})" if one.party else one.name


def _side(column: Column, words: str) -> str:
    """The vote that a cell says; empty: none that is understood."""
    plain = words.strip(" .").casefold()
    if column.side:
        return column.side if meaning(words) == "present" or SIDES.get(plain) == column.side else ""
    return SIDES.get(plain, "") or LETTERS.get(plain, "")


def take_sums(line: LaidLine, table: Table) -> None:
    """What the last row counts, below each vote."""
    table.notices.append(line.line.number)
    for words, start, end in cells_of(line.line):
        at = below(start, end, table.head.columns)
        if words.isdigit() and at != UNPLACED and table.head.columns[at].side:
            column = table.head.columns[at]
            table.sums.setdefault(column.vote, []).append((column.side, int(words)))


def votes_of(table: Table) -> Iterator[TableVote]:
    for key, ballots in table.ballots.items():
        number = key[0] or table.number
        doubtful = tuple(table.doubtful.get(key, ()))
        call = RollCall(start=0, end=0, ballots=tuple(ballots), unread=doubtful, sums=tuple(table.sums.get(key, ())))
        yield TableVote(number=number, line=table.first, call=call)
    if not table.head.placed and table.head.has("vote"):
        text = "Spalterna i närvarolistan har gått förlorade; vilka röster kryssen står för går inte att läsa."
        table.notes.append(Note(line=table.first, text=text))
