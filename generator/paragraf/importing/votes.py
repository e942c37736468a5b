"""Votes by name, however they are printed: columns with crosses, words after names, lists of names."""

import re
from collections.abc import Sequence

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import Measure, bullet
from paragraf.importing.names import NAME
from paragraf.importing.rollcall import RollCall
from paragraf.importing.votecolumns import FEWEST, in_columns, who_of
from paragraf.importing.votelists import lists_of_names
from paragraf.vocabulary.front import PARTIES
from paragraf.vocabulary.voting import SIDES

_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_CODE = "|".join([r"[A-ZÅÄÖ]{1,5}", *sorted(PARTIES, key=len, reverse=True)])
_WORD_AFTER = re.compile(
    rf"(?P<who>[A-ZÅÄÖÉÜ][^\d,()|:]*\s?\([^()\d]{{1,8}}\)|{NAME})(?:,?\s+(?P<code>{_CODE}))?"
    rf"\s*[:,–-]?\s*(?P<vote>(?i:{_SIDE}))\.?"
)


def find_roll_call(lines: Sequence[LaidLine], by: Measure) -> RollCall | None:
    """The first vote by name among lines; None when there is none."""
    if columns := in_columns(lines):
        return columns
    found = [one for one in (_words_after_names(lines), lists_of_names(lines, by)) if one]
    return max(found, key=lambda one: len(one.ballots), default=None)


def _words_after_names(lines: Sequence[LaidLine]) -> RollCall | None:
    """ "Lo Granat (L) Nej", one a line, or in cells beside each other."""
    rows: list[tuple[int, list[tuple[str, str]]]] = []
    for place, line in enumerate(lines):
        if line.blank:
            continue
        found = _ballots_of(line.line)
        if found:
            rows.append((place, found))
        elif rows and not _is_head(line.line):
            break
    ballots = tuple(ballot for _, row in rows for ballot in row)
    if len(ballots) < FEWEST:
        return None
    start, end = rows[0][0], rows[-1][0] + 1
    above = next((place for place in range(start - 1, -1, -1) if not lines[place].blank), None)
    if above is not None and _is_head(lines[above].line):
        start = above
    return RollCall(start=start, end=end, ballots=ballots, in_order=True)


def _ballots_of(line: Line) -> list[tuple[str, str]]:
    if found := _in_cells([cell for cell in line.cells if cell]):
        return found
    words = bullet(line.text) or line.text
    if match := _WORD_AFTER.fullmatch(" ".join(words.split())):
        return [(_with_party(match["who"].strip(), match["code"] or ""), SIDES[match["vote"].casefold()])]
    return []


def _in_cells(cells: Sequence[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    waiting: list[str] = []
    for cell in cells:
        if (vote := SIDES.get(cell.casefold().strip(". "))) and waiting:
            if not (who := who_of(waiting)):
                return []
            found.append((who, vote))
            waiting = []
        else:
            waiting.append(cell)
    return found


def _with_party(who: str, code: str) -> str:
    """A name and the party that stands after it without parentheses: a name never holds a party."""
    name, _, last = who.rpartition(" ")
    if not code and " " in name and last in PARTIES:
        who, code = name, last
    return f"{who} ({code})" if code and "(" not in who else who


def _is_head(line: Line) -> bool:
    return bool(re.fullmatch(r"(?:namn|ledamot|ledamöter|parti|röst|röster|tjänstgörande|/|\s)+", line.text.casefold()))
