"""Which label every line of a front page belongs to: the one before it, above it, or at the head of its column."""

import re
from collections.abc import Sequence
from itertools import groupby, zip_longest

from paragraf.importing.bodies import is_body_name
from paragraf.importing.dates import PAUSED, find_spans, without_dates
from paragraf.importing.document import LaidLine
from paragraf.importing.frontdays import with_days
from paragraf.importing.frontfields import Field, Value
from paragraf.importing.frontlabels import DATED, SINGLE, is_meant, notice_of, pieces_of
from paragraf.importing.frontrows import MARK, Row, rows_of
from paragraf.importing.labels import Labelled, labelled
from paragraf.importing.names import NAME, SERVES, without_title
from paragraf.importing.people import goes_on, people, split_people
from paragraf.importing.rollheads import PEOPLE
from paragraf.importing.rolls import Roll
from paragraf.importing.signing import signed_in
from paragraf.importing.told import told_in
from paragraf.vocabulary.documents import AGENDA_LISTS, DOCUMENT_WORDS
from paragraf.vocabulary.front import PARTIES

OF_SOME = re.compile(
    r"(?P<days>\d.*\d)\s*\((?:gäller |avser )?(?P<which>§+\s*\d[\d\s,§–-]*(?:och\s+§*\s*\d+)?)\)", re.IGNORECASE
)
"""Days of a notice and of which §§ it is, on one line: "2011-05-17 t o m 2011-06-08 (§ 30)"."""
_TITLE = re.compile(rf"(?:{'|'.join(DOCUMENT_WORDS)})\b.*", re.IGNORECASE)
_LIST_HEAD = re.compile(
    rf"(?:{'|'.join(AGENDA_LISTS)}|ärenden?(?: (?:att behandla|till behandling|(?:vid|på|till) \w+))?)\s*:?",
    re.IGNORECASE,
)
"""What stands over a list of items."""
_OWN_TITLE = re.compile(rf"(?P<body>[^\d:,.]{{4,60}}?)s\s+(?i:{'|'.join(DOCUMENT_WORDS)})(?:[\s,]+\S+){{0,5}}")
"""A title that begins with the body: "Nämndens protokoll 2024-03-05"."""
_FOR = re.compile(rf"(?:{SERVES}|för)\s+(?P<whom>[A-ZÅÄÖ].*)", re.IGNORECASE)
_NAMED = re.compile(NAME)
_NAME_HEAD = re.compile(r"namn|ledamot(?:ens namn)?|förtroendevald", re.IGNORECASE)


def fields_of(
    lines: Sequence[LaidLine], body: str, parts: frozenset[int] = frozenset(), rolls: Sequence[Roll] = ()
) -> list[Field]:
    """The fields of these lines, in order; no field goes on over a line whose number `parts` has.

    `rolls`: the attendance tables among the lines.
    """
    found = [Field(name="nothing")]
    told: list[Field] = []
    start = 0
    for roll in rolls:
        _read_rows(found, _untold(lines[start : roll.start], told), body, parts)
        label = found[-1].label if found[-1].name == "people" and not found[-1].values else ""
        found += [Field(name="roll", label=label, roll=roll), Field(name="nothing")]
        start = roll.end
    _read_rows(found, _untold(lines[start:], told), body, parts)
    for one in found:
        if one.name == "people":
            one.values = _by_columns(one.values)
    return [*found, *told]


def _by_columns(values: Sequence[Value]) -> list[Value]:
    """Values in the order in which people stand: down the first column, then down the next one."""
    found: list[Value] = []
    rows: list[list[Value]] = []
    for value in values:
        if rows and rows[-1][0][1][0] == value[1][0]:
            rows[-1].append(value)
        else:
            rows.append([value])
    for beside, those in groupby(rows, key=lambda row: len(row) > 1):
        run = list(those)
        columns = zip_longest(*run) if beside and len(run) > 1 else run
        found += [value for column in columns for value in column if value]
    return found


def _untold(lines: Sequence[LaidLine], told: list[Field]) -> list[Row]:
    """The rows of lines that are no sentences of who adjusts, chairs and keeps the minutes; those become fields."""
    sentences, rows = told_in(with_days(rows_of(lines)))
    for one in sentences:
        names = [f"{name} ({party})" if party else name for name, party in one.people]
        told.append(Field(name="told", label=one.office, values=[(name, one.lines) for name in names]))
    return rows


def _read_rows(found: list[Field], rows: Sequence[Row], body: str, parts: frozenset[int]) -> None:
    """Add the fields of rows to those found before."""
    columns: list[Field] = []
    signed = marked = False
    in_table: Field | None = None
    signing = signed_in(rows)
    for at, row in enumerate(rows):
        cells = row.cells
        if at in signing or at - 1 in signing:
            for one in signing.get(at, ()):
                found.append(
                    Field(name="signed", label=one.office.name, line=one.below, values=[(one.name, (one.number,))])
                )
            found.append(Field(name="signatures", line=cells[0][1]))
            columns, signed = [], True
            continue
        if cells[0][1] in parts:
            found.append(Field(name="nothing"))
            columns, signed, marked, in_table = [], False, False, None
        texts = [text for text, _ in cells]
        heads = [None if place and text.startswith("§") else labelled(text) for place, text in enumerate(texts)]
        heads = [None if head and head.name in ("from", "numbered") and head.value else head for head in heads]
        is_head = len(texts) > 1 and all(head and not head.value and head.name in PEOPLE for head in heads)
        if is_head:
            columns = [
                Field(name=head.name, label=head.label, line=number)
                for head, (_, number) in zip(heads, row.cells, strict=True)
                if head
            ]
            found += columns
            continue
        if _NAME_HEAD.fullmatch(texts[0]) and len(texts) > 1:
            found.insert(-1, Field(name="numbered", line=cells[0][1]))  # the head of a table of names
            continue
        if len(columns) > 1 and len(texts) == 1 and len(apart := split_people(texts[0])) == len(columns):
            cells, texts = tuple((one, cells[0][1]) for one in apart), apart
        if columns and not any(heads):
            for place, (text, number) in enumerate(cells):
                column = columns[min(place, len(columns) - 1)]  # one label can stand over several names
                _add(column if len(texts) > 1 or not row.indented else columns[-1], text, number)
            continue
        columns = []
        if len(texts) > 1 and all(MARK.fullmatch(text) for text in texts[1:]) and heads[0] and not heads[0].value:
            marked, cells = True, row.cells[:1]
        elif len(texts) > 1 and found[-1].name in PEOPLE and not signed and not any(heads):
            marked = marked or any(MARK.fullmatch(text) and not text.startswith("§") for text in texts)
            said = _table_row(texts, marked=marked)
            if said is not None:
                in_table = found[-1] if marked else None
                found[-1].values.append((said, (row.cells[0][1],)))
                continue
        elif in_table is found[-1] and people(texts[0]):
            in_table.values.append(("", (row.cells[0][1],)))  # no mark: was not there
            continue
        in_columns = len(cells) > 1
        for cell, number in cells:
            for piece in pieces_of(cell):
                current = found[-1]
                head = notice_of(piece, current, signed=signed) or labelled(piece)
                if head and is_meant(head, current, signed=signed):
                    signed = (signed or head.name in ("signatures", "notice")) and head.name != "people"
                    found += _begun(head, current, number, signed=signed)
                elif _is_head(piece, body):
                    found.append(Field(name="head", values=[(piece, (number,))]))
                    if current.name in (*PEOPLE, "when where", "where", "when"):
                        found.append(Field(name="nothing"))
                elif current.name == "head" or _is_full(current, piece, number, gap=row.gap):
                    found.append(Field(name="nothing", values=[(piece, (number,))]))
                else:
                    current = _open(found, piece)
                    _add(current, piece, number, apart=in_columns and current.name in PEOPLE)


def _is_full(current: Field, text: str, number: int, *, gap: bool) -> bool:
    """Whether a place and time that are complete are followed by something else."""
    if current.name not in ("where", "when", "when where") or not current.values:
        return False
    before, numbers = current.values[-1]
    spans, rest = find_spans(text)
    if number in numbers or text[0].islower() or text[0] == "(" or before.endswith(","):
        return False
    if spans:
        return len(without_dates(rest).split()) > 3 and not PAUSED.search(text)
    if current.name == "when where":
        said = find_spans(" ".join(value for value, _ in current.values))
        return bool(said[0]) and len(said[1]) > 4 and (gap or len(current.values) > 1)
    return True


def _table_row(texts: Sequence[str], *, marked: bool) -> str | None:
    """A row of an attendance table as one person's line: name, party, whom he or she serves for, §§, marks.

    Empty: someone who has no mark and was not there. None: it is no such row.
    """
    if not people(texts[0]) and not (len(texts) > 1 and texts[0] in PARTIES and people(texts[1])):
        return None
    cells = list(texts)
    if texts[0] in PARTIES:
        cells[:2] = [f"({texts[0]}) {texts[1]}"]
    words = [cells[0]]
    there = not marked
    for cell in cells[1:]:
        if MARK.fullmatch(cell) and not cell.startswith("§"):
            there = True
        elif cell.strip("()") in PARTIES:
            name, comma, role = words[0].partition(",")
            words[0] = f"{name} ({cell.strip('()')}){comma}{role}"
        elif cell.startswith("§"):
            words.append(f", {cell}")
        elif match := _FOR.fullmatch(cell):
            words.append(f" ersätter {match['whom']}")
        elif re.match(r"hela (?:sammanträdet|mötet)", cell, re.IGNORECASE):
            there = True
        else:
            return None
    return "".join(words) if there or len(words) > 1 else ""


def _begun(head: Labelled, current: Field, number: int, *, signed: bool) -> list[Field]:
    """The field that a label begins. A role before a name inside a group is said of that person, and a label below a
    signature takes the name above it.
    """
    is_titled = head.name == "secretary" and not head.colon and _titled(current)
    if current.name == "people" and (head.name in ("chair", "vice") or is_titled) and head.value and not signed:
        current.values.append((f"{head.value}, {head.label[:1].lower()}{head.label[1:]}", (number,)))
        return []
    new = Field(name=head.name, label=head.label, line=number)
    if head.value:
        new.values.append((head.value, (number,)))
    elif (
        signed
        and head.name in PEOPLE
        and head.name != "people"
        and current.name == "signatures"
        and _ends_with_name(current)
    ):
        new.values.append(current.values.pop())
        return [new, Field(name="signatures", line=number)]
    return [new]


def _titled(current: Field) -> bool:
    """Whether the people of a group have their titles before their names: "Kommundirektör Bo Ek"."""
    return any(without_title(named[0], "")[1] for text, _ in current.values if (named := _NAMED.match(text)))


def _ends_with_name(current: Field) -> bool:
    return bool(current.values) and bool(people(current.values[-1][0]))


def _open(found: list[Field], text: str) -> Field:
    """The field that a text without label goes to: not one that has said all it can. Days can be of some §§ each."""
    current = found[-1]
    if current.name not in SINGLE or not current.values:
        return current
    if current.name == "announced" and OF_SOME.fullmatch(text) and OF_SOME.fullmatch(current.values[-1][0]):
        return current
    for before in reversed(found[-4:-1]):
        if before.name in PEOPLE and not before.values:
            return before
    found.append(Field(name="nothing"))
    return found[-1]


def _add(current: Field, text: str, number: int, *, apart: bool = False) -> None:
    """A value more, or the rest of the last one."""
    if current.values and not apart and _continues(current, text, number):
        before, numbers = current.values[-1]
        current.values[-1] = (f"{before} {text}", (*numbers, number))
    else:
        current.values.append((text, (number,)))


def _continues(current: Field, text: str, number: int) -> bool:
    if current.name in PEOPLE:
        return goes_on(current.values[-1][0], text)
    same_line = number in current.values[-1][1]
    return same_line and current.name not in DATED


def _is_head(text: str, body: str) -> bool:
    """Whether a text is a title of the document or the name of its body."""
    if text.casefold() == body.casefold() or (is_body_name(text) and text.casefold() in body.casefold()):
        return True
    if _LIST_HEAD.fullmatch(text):
        return True
    if (own := _OWN_TITLE.fullmatch(text)) and is_body_name(own["body"]):
        return True
    return len(text) < 90 and _TITLE.fullmatch(text) is not None and not find_spans(text)[0]
