"""Votes by name in columns: a head with Ja and Nej, and crosses below them."""

import re
from collections.abc import Sequence

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.names import NAME
from paragraf.importing.rollcall import RollCall
from paragraf.vocabulary.voting import MARKS, SIDES

_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_PARTS = re.compile(r"\S+(?:\s\S+)*")
"""Words with one blank between them; wider gaps are between columns."""
_HAS_SIDE = re.compile(rf"(?<!\w)(?:{_SIDE})(?!\w)", re.IGNORECASE)
_SUM = re.compile(r"(?:summa|totalt|antal(?: röster)?|resultat|s:a)\b.*", re.IGNORECASE)
FEWEST = 2
"""Ballots of a vote, at least."""


def _cells(line: Line) -> tuple[str, ...]:
    if line.cells:
        return line.cells
    return tuple(part for part in re.split(r"\s{2,}|\t", line.text) if part)


def in_columns(lines: Sequence[LaidLine]) -> RollCall | None:
    """A head with Ja and Nej, and crosses under them; or two and more columns of names and words."""
    for place, line in enumerate(lines):
        if line.blank:
            continue
        head = [cell.casefold().strip(" :.") for cell in _cells(line.line)]
        sides = [SIDES.get(cell) for cell in head]
        if not ("ja" in sides and "nej" in sides):
            words = line.line.text.casefold().split()
            sides = [SIDES.get(word) for word in words]
            if not ("ja" in sides and "nej" in sides) or len(words) > 8 or line.line.text.endswith("."):
                continue
        return _under_head(lines, place)
    return None


def _under_head(lines: Sequence[LaidLine], head: int) -> RollCall | None:
    columns = _columns_of(lines[head].line)
    ballots: list[tuple[str, str]] = []
    unread: list[str] = []
    sums: list[tuple[str, int]] = []
    end = head + 1
    for place in range(head + 1, len(lines)):
        line = lines[place]
        if line.blank:
            continue
        text = line.line.text
        if text == lines[head].line.text:
            end = place + 1
            continue
        if _SUM.fullmatch(text):
            numbers = [int(one) for one in re.findall(r"\b\d{1,3}\b", text)]
            sides = [side for side, _, _ in columns]
            sums = list(zip(sides, numbers, strict=False)) if len(numbers) in (2, len(sides)) else []
            break
        found = _ballot_in(line.line, lines[head].line, columns)
        if found is None:
            break
        who, vote = found
        if vote:
            ballots.append((who, vote))
        else:
            unread.append(who)
        end = place + 1
    if len(ballots) < FEWEST:
        return None
    return RollCall(start=head, end=end, ballots=tuple(ballots), unread=tuple(unread), sums=tuple(sums))


def _columns_of(head: Line) -> list[tuple[str, int, int]]:
    """Vote, beginning and end of the words in a head that name votes."""
    if head.spans and head.cells:
        cells = zip(head.cells, head.spans, strict=False)
        return [(side, *span) for cell, span in cells if (side := SIDES.get(cell.casefold().strip(" :.")))]
    return [
        (SIDES[match.group().casefold()], head.indent + match.start(), head.indent + match.end())
        for match in _HAS_SIDE.finditer(head.text)
    ]


def _ballot_in(line: Line, head: Line, columns: Sequence[tuple[str, int, int]]) -> tuple[str, str] | None:
    """Who a row is of and the vote that its cross says, empty when it cannot be told; None: no row of the table."""
    if line.spans and head.spans:
        return _by_place(list(zip(line.cells or (line.text,), line.spans, strict=False)), columns, gap=0)
    if line.cells and len(line.cells) == len(head.cells):
        return _by_column(line.cells, [SIDES.get(title.casefold().strip(" :.")) for title in head.cells])
    words = [(one.group(), (line.indent + one.start(), line.indent + one.end())) for one in _PARTS.finditer(line.text)]
    if not _has_places(line):
        marks = [word for word, _ in words if _is_mark(word)]
        said = SIDES.get(marks[0].casefold(), "") if len(marks) == 1 else ""
        who = who_of([" ".join(word for word, _ in words if not _is_mark(word) and word not in "-–")])
        return (who, said) if who else None
    return _by_place(words, columns, gap=2)


def _by_column(cells: Sequence[str], sides: Sequence[str | None]) -> tuple[str, str] | None:
    """A row of a table whose cells agree with its head."""
    who = who_of([cell for cell, side in zip(cells, sides, strict=True) if cell and not side])
    votes = [side for cell, side in zip(cells, sides, strict=True) if side and _is_mark(cell)]
    return (who, votes[0] if len(votes) == 1 else "") if who else None


def _by_place(
    words: Sequence[tuple[str, tuple[int, int]]], columns: Sequence[tuple[str, int, int]], *, gap: int
) -> tuple[str, str] | None:
    """A row whose crosses stand below the words of the head, at most `gap` beside them."""
    first = min((start for _, start, _ in columns), default=0)
    marks = [(word, span) for word, span in words if _is_mark(word)]
    named = [word for word, (start, _) in words if not _is_mark(word) and start < first]
    who = who_of(named)
    if not who:
        return None
    if len(marks) != 1:
        return who, ""
    word, (start, end) = marks[0]
    if word.casefold() in SIDES:
        return who, SIDES[word.casefold()]
    near = [side for side, left, right in columns if start < right + gap and end > left - gap]
    return who, near[0] if len(near) == 1 else ""


def _has_places(line: Line) -> bool:
    """Whether the blanks of a line say where its words stood."""
    return bool(re.search(r"\s{2,}|\t", line.text))


def _is_mark(cell: str) -> bool:
    return cell.casefold() in MARKS or cell.casefold() in SIDES


def who_of(cells: Sequence[str]) -> str:
    """Name and party of the cells of a row: "Ek, Bo" and "S" make "Ek, Bo (S)"; empty when no name stands there."""
    cells = [cell for cell in cells if not re.fullmatch(r"\d{1,3}[.)]?", cell)]
    words = " ".join(cells)
    words = re.sub(r"^\d{1,3}[.)]?\s+", "", words).strip(" *")
    if len(cells) == 2 and re.fullmatch(r"\(?[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\)?|-", cells[1]):
        words = f"{cells[0].strip(' *')} ({cells[1].strip('()')})"
    elif len(cells) == 2 and re.fullmatch(r"\(?[A-ZÅÄÖ]{1,3}D?\)?", cells[0]):
        words = f"{cells[1].strip(' *')} ({cells[0].strip('()')})"
    if re.search(NAME, words) and len(words) < 90 and not words.endswith((".", ":")):
        return words
    return ""
