"""Votes by name, however they are printed: columns with crosses, words after names, lists of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import Measure, bullet
from paragraf.importing.hyphens import clean, join
from paragraf.importing.markup import escape
from paragraf.importing.names import NAME
from paragraf.vocabulary.voting import MARKS, SIDES, stated

_PARTY = r"\([A-ZÅÄÖa-zåäö-]{1,8}\)"
_PERSON = re.compile(
    rf"(?P<name>{NAME}|[A-ZÅÄÖ]\. ?[A-ZÅÄÖ][\w-]+)(?:,? ?(?P<party>{_PARTY}))?(?:,? (?:ordf|1|2|vice|tjg)[^,]*)?"
)
_WITH_PARTY = re.compile(rf"{_PERSON.pattern}")
_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_WORD_AFTER = re.compile(
    rf"(?P<who>[A-ZÅÄÖÉÜ][^\d,()|:]*\s?\([^()\d]{{1,8}}\)|{NAME})\s*[:,–-]?\s*(?P<vote>{_SIDE})\.?", re.IGNORECASE
)
_LIST = re.compile(
    rf"(?:.{{0,80}}?\b(?:rösta(?:r|de)|röst|röster)\s+)?(?P<vote>{_SIDE})(?:\s*\(?\d+\)?(?: st| röster)?\)?)?"
    rf"(?:\s+(?:röstar|röstade|avges av|gavs av|lämnas av|från att rösta))?\s*[:–-]?\s*(?P<names>\S.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:.{{0,80}}?\brösta(?:r|de)\s+)?(?P<vote>{_SIDE})(?:\s*\(?\d+(?: st| röster)?\)?)?"
    r"(?:\s+(?:röstar|röstade))?\s*:?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\S+(?:\s\S+)*")
"""Words with one blank between them; wider gaps are between columns."""
_HAS_SIDE = re.compile(rf"(?<!\w)(?:{_SIDE})(?!\w)", re.IGNORECASE)
_SUM = re.compile(r"(?:summa|totalt|antal(?: röster)?|resultat|s:a)\b.*", re.IGNORECASE)
_NAMES_FIRST = re.compile(
    rf"(?P<names>[A-ZÅÄÖ].*?)\s+(?:(?:röstar|röstade|röst för)\s+)?(?P<vote>{_SIDE})(?!\w)"
    r"(?:\s*\(?\d+\)?(?: röster)?)?\.?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:samt|och|även) )?(?:ledamot(?:en|erna)?|(?:\w+ vice )?ordföranden?|vice ordföranden?|ersättaren?)\s+"
)
_LEADS = re.compile(rf"(?:{_ROLE.pattern[1:]})?{NAME}\s*[(,]")
"""How a list of names begins whose vote comes in a line below."""
_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b)\s*(?![^()]*\))")
_FEWEST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class RollCall:
    """A vote by name that stands in some of the lines."""

    start: int
    """Place of its first line."""
    end: int
    """Place after its last line."""
    ballots: tuple[tuple[str, str], ...]
    """Who, with party as printed, and one of VOTES."""
    unread: tuple[str, ...] = ()
    """Who stands there without a vote that could be read."""
    in_order: bool = False
    """The table says it in the same words and order."""
    sums: tuple[tuple[str, int], ...] = ()
    """What its own last row counts."""


def find_roll_call(lines: Sequence[LaidLine], by: Measure) -> RollCall | None:
    """The first vote by name among lines; None when there is none."""
    return _in_columns(lines) or _words_after_names(lines) or _lists_of_names(lines, by)


def roll_call_markdown(call: RollCall) -> str:
    """The table of the format."""
    rows = [f"| {escape(who)} | {vote} |" for who, vote in call.ballots]
    text = "\n".join(["| Ledamot | Röst |", "|---|---|", *rows])
    return f"{text}\n\nUtan läslig röst: {escape(', '.join(call.unread))}" if call.unread else text


def differences(call: RollCall, text: str) -> str:
    """Swedish: what the names say and the stated result does not; empty when they agree or none is stated."""
    told: list[str] = []
    for place, wanted in (("texten", stated(text)), ("tabellens summa", dict(call.sums))):
        for side, number in wanted.items():
            counted = sum(vote == side for _, vote in call.ballots)
            if counted != number and (side != "avstår" or counted):
                told.append(f"{number} {side} enligt {place} men {counted} namn")
    return "; ".join(told)


def _cells(line: Line) -> tuple[str, ...]:
    if line.cells:
        return line.cells
    return tuple(part for part in re.split(r"\s{2,}|\t", line.text) if part)


def _in_columns(lines: Sequence[LaidLine]) -> RollCall | None:
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
    if len(ballots) < _FEWEST:
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
        who = _who([" ".join(word for word, _ in words if not _is_mark(word) and word not in "-–")])
        return (who, said) if who else None
    return _by_place(words, columns, gap=2)


def _by_column(cells: Sequence[str], sides: Sequence[str | None]) -> tuple[str, str] | None:
    """A row of a table whose cells agree with its head."""
    who = _who([cell for cell, side in zip(cells, sides, strict=True) if cell and not side])
    votes = [side for cell, side in zip(cells, sides, strict=True) if side and _is_mark(cell)]
    return (who, votes[0] if len(votes) == 1 else "") if who else None


def _by_place(
    words: Sequence[tuple[str, tuple[int, int]]], columns: Sequence[tuple[str, int, int]], *, gap: int
) -> tuple[str, str] | None:
    """A row whose crosses stand below the words of the head, at most `gap` beside them."""
    first = min((start for _, start, _ in columns), default=0)
    marks = [(word, span) for word, span in words if _is_mark(word)]
    named = [word for word, (start, _) in words if not _is_mark(word) and start < first]
    who = _who(named)
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


def _who(cells: Sequence[str]) -> str:
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
    if len(ballots) < _FEWEST:
        return None
    start, end = rows[0][0], rows[-1][0] + 1
    above = next((place for place in range(start - 1, -1, -1) if not lines[place].blank), None)
    if above is not None and _is_head(lines[above].line):
        start = above
    return RollCall(start=start, end=end, ballots=ballots, in_order=True)


def _ballots_of(line: Line) -> list[tuple[str, str]]:
    cells = [cell for cell in line.cells if cell]
    found: list[tuple[str, str]] = []
    words = bullet(line.text) or line.text
    if match := _WORD_AFTER.fullmatch(" ".join(words.split())):
        return [(match["who"].strip(), SIDES[match["vote"].casefold()])]
    waiting: list[str] = []
    for cell in cells:
        if (vote := SIDES.get(cell.casefold().strip(". "))) and waiting:
            if not (who := _who(waiting)):
                return []
            found.append((who, vote))
            waiting = []
        else:
            waiting.append(cell)
    return found


def _is_head(line: Line) -> bool:
    return bool(re.fullmatch(r"(?:namn|ledamot|ledamöter|parti|röst|röster|tjänstgörande|/|\s)+", line.text.casefold()))


def _lists_of_names(lines: Sequence[LaidLine], by: Measure) -> RollCall | None:
    """ "Ja: A (S), B (M)" over one or more lines, or "Ja" alone over names one a line."""
    groups: list[tuple[int, int, str, list[str]]] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.blank:
            place += 1
            continue
        group = _group_at(lines, place, by)
        if group:
            end, vote, names = group
            groups.append((place, end, vote, names))
            place = end
        elif groups:
            break
        else:
            place += 1
    if not groups or sum(len(names) for _, _, _, names in groups) < _FEWEST:
        return None
    if len({vote for _, _, vote, _ in groups}) < 2 and len(groups) > 1:
        return None
    ballots = tuple((name, vote) for _, _, vote, names in groups for name in names)
    return RollCall(start=groups[0][0], end=groups[-1][1], ballots=ballots)


def _group_at(lines: Sequence[LaidLine], start: int, by: Measure) -> tuple[int, str, list[str]] | None:
    """Place after a list of names of one side, the side and the names."""
    text = clean(bullet(lines[start].line.text) or lines[start].line.text)
    if lines[start].line.cells and (side := SIDES.get(lines[start].line.cells[0].casefold().strip(" :"))):
        text = f"{side}: {' '.join(cell for cell in lines[start].line.cells[1:] if cell)}"
    if label := _LABEL.fullmatch(text):
        names: list[str] = []
        end = start + 1
        for place in range(start + 1, len(lines)):
            if lines[place].blank:
                continue
            who = _names_in(bullet(lines[place].line.text) or lines[place].line.text)
            if not who:
                break
            names += who
            end = place + 1
        return (end, SIDES[label["vote"].casefold()], names) if names else None
    if not _HAS_SIDE.search(text) and not _LEADS.match(text):
        return None
    best: tuple[int, str, list[str]] | None = None
    last = lines[start].line
    for end in range(start + 1, min(start + 40, len(lines) + 1)):
        match = _LIST.fullmatch(text)
        names = _names_in(match["names"]) if match else []
        if not names and (match := _NAMES_FIRST.fullmatch(text)):
            names = _names_in(match["names"])
        if match and names:
            best = (end, SIDES[match["vote"].casefold()], names)
        if end == len(lines) or (text.endswith(".") and best):
            break
        if lines[end].blank:
            if text.endswith(".") or not _over_page(lines, end):
                break
            continue
        if (next_list := _LIST.fullmatch(lines[end].line.text)) and _names_in(next_list["names"]):
            break
        text = join(text, clean(lines[end].line.text), soft=last.soft, words=by.words)
        last = lines[end].line
    return best


def _over_page(lines: Sequence[LaidLine], place: int) -> bool:
    """Whether a blank line stands between the foot of a page and the text of the next one."""
    first = last = place
    while first > 0 and lines[first - 1].blank:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].blank:
        last += 1
    return any(line.furniture for line in lines[first : last + 1])


def _names_in(text: str) -> list[str]:
    """People of a list of nothing but people; empty for other text."""
    parts = [_ROLE.sub("", part.strip()) for part in _BETWEEN.split(text.strip(" .")) if part.strip()]
    people = [_PERSON.fullmatch(part) for part in parts]
    if not parts or not all(people) or (len(parts) == 1 and not people[0]["party"]):  # type: ignore[index]
        return []
    return parts
