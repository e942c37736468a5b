"""Votes by name as lists: "Ja: Lo Granat (L), Bo Ek (S)", or names and then how they vote, in sentences over lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paragraf.importing.document import LaidLine
from paragraf.importing.flow import Measure, bullet
from paragraf.importing.hyphens import clean, join
from paragraf.importing.names import NAME, SERVES
from paragraf.importing.rollcall import RollCall
from paragraf.importing.votecolumns import FEWEST
from paragraf.vocabulary.voting import SIDES

_PARTY = r"\([A-ZÅÄÖa-zåäö-]{1,8}\)"
_PERSON = re.compile(
    rf"(?P<name>{NAME}|[A-ZÅÄÖ]\. ?[A-ZÅÄÖ][\w-]+)(?:,? ?(?P<party>{_PARTY}))?"
    rf"(?:,?\s+\(?(?:ordf|1|2|vice|tjg|tjänstg|för\s+[A-ZÅÄÖ]|(?:{SERVES})\s)[^,]*)?"
)
_SIDE = "|".join(sorted((re.escape(word) for word in SIDES), key=len, reverse=True))
_GIVEN = (
    r"(?:rösta(?:r|de)|(?:(?:har )?av(?:ges|gavs|getts|givits)|gavs|lämnas|lämnades|har lämnats) av|avger|avgav"
    r"|har avgett|från att rösta)"
)
"""Between a side and its names."""
_LIST = re.compile(
    r"(?:.{0,80}?\b(?:rösta(?:r|de)|röst|röster)\s+(?:följande\s+(?:ledamöter\s+)?)?|följande (?:ledamöter )?|för\s+)?"
    rf"(?P<vote>{_SIDE})(?:\s*\(?\d+\)?(?: st| röster)?\)?)?(?:\s+{_GIVEN})?(?:\s+följande(?: ledamöter)?)?"
    r"\s*[:–-]?\s*(?P<names>\S.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:.{{0,80}}?\brösta(?:r|de)\s+)?(?P<vote>{_SIDE})(?:\s*\(?\d+(?: st| röster)?\)?)?"
    r"(?:\s+(?:röstar|röstade))?\s*:?",
    re.IGNORECASE,
)
_HAS_SIDE = re.compile(rf"(?<!\w)(?:{_SIDE})(?!\w)", re.IGNORECASE)
_NAMES_FIRST = re.compile(
    rf"(?P<names>[A-ZÅÄÖ].*?)\s+(?:(?:rösta(?:r|de)|röst för|avger|avgav|lämnar|lämnade)\s+)?(?P<vote>{_SIDE})(?!\w)"
    r"(?:\s*\(?\d+\)?(?: röster)?)?\.?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:samt|och|även) )?(?:ledam(?:ot(?:en)?|öter(?:na)?)|(?:\w+ vice |tjänstgörande )?ordföranden?"
    r"|vice ordföranden?|(?:(?:tjänstgörande|tjg\.?|tj\.?) )?(?:ersättar(?:en?|na)|ers\.?))\s+"
)
_LEADS = re.compile(rf"(?:{_ROLE.pattern[1:]})?{NAME}\s*[(,]")
"""How a list of names begins whose vote comes in a line below."""
_NEXT = re.compile(
    rf"(?<!\w)(?i:{_SIDE})(?:\s*\(\d+\))?\.\s+(?=[A-ZÅÄÖ])|(?<=\)),?\s+(?:och|medan|samt)\s+(?=(?i:för\s+)?[Nn]ej\s+rösta)"
    rf"|(?<!\w)(?i:{_SIDE})(?:\s*\(\d+\))?,?\s+(?:och|medan|samt)\s+(?={NAME}\s*[(,])"
    r"|(?<=\)\.)\s+(?=[A-ZÅÄÖ])|(?<=[a-zåäö)][.:])\s+(?=(?:För\s+)?(?:[Jj]a|[Nn]ej)(?:-röst\w*)?(?:\s+(?:rösta|av|läm|gav)|\s*:|\s*$))"
    r"|(?<=[a-zåäö]\.)\s+(?=Följande\b)"
)
"""Where another side's names begin on a line, or end."""
_COUNT = re.compile(r"\s*\((?:totalt )?\d+(?: st| röster)?\)\.?$")
_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b)\s*(?![^()]*\))")


_SAID = re.compile(
    rf"(?<!\w)(?:{_SIDE})\s*\(?(?P<n>\d{{1,3}})\b|\((?:totalt )?(?P<last>\d{{1,3}})(?: st| röster)?\)\.?$",
    re.IGNORECASE,
)
"""How many a list itself says that it has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Group:
    """Names of one side."""

    start: int
    end: int
    """Place after its last line."""
    side: str
    names: tuple[str, ...]
    count: int | None
    """How many the text says that they are."""


def lists_of_names(lines: Sequence[LaidLine], by: Measure) -> RollCall | None:
    """ "Ja: A (S), B (M)" over one or more lines, or "Ja" alone over names one a line."""
    pieces = _pieces(lines)
    groups = _groups([one for one, _ in pieces], by)
    if not groups or sum(len(group.names) for group in groups) < FEWEST:
        return None
    if len({group.side for group in groups}) < 2 and len(groups) > 1:
        return None
    first, last = groups[0].start, groups[-1].end
    start, end = pieces[first][1], pieces[last - 1][1] + 1
    return RollCall(
        start=start,
        end=end,
        ballots=tuple((name, group.side) for group in groups for name in group.names),
        sums=tuple((group.side, group.count) for group in groups if group.count is not None),
        before=" ".join(one.line.text for one, place in pieces[:first] if place == start),
        after=" ".join(one.line.text for one, place in pieces[last:] if place == end - 1),
    )


def _pieces(lines: Sequence[LaidLine]) -> list[tuple[LaidLine, int]]:
    """The lines, cut where another side's names begin, and the place of the line that each is of."""
    found: list[tuple[LaidLine, int]] = []
    for place, line in enumerate(lines):
        cuts = [match.end() for match in _NEXT.finditer(line.line.text)] if not (line.blank or line.line.cells) else []
        limits = [0, *cuts, len(line.line.text)]
        if not cuts:
            found.append((line, place))
            continue
        for start, end in pairwise(limits):
            words = re.sub(r",?\s+(?:och|medan|samt)$", "", line.line.text[start:end].strip())
            found.append((replace(line, line=replace(line.line, text=words)), place))
    return found


def _groups(lines: Sequence[LaidLine], by: Measure) -> list[_Group]:
    """The lists of names that follow each other first."""
    groups: list[_Group] = []
    place = 0
    while place < len(lines):
        if lines[place].blank:
            place += 1
            continue
        group = _group_at(lines, place, by)
        if group:
            groups.append(group)
            place = group.end
        elif groups:
            break
        else:
            place += 1
    return groups


def _group_at(lines: Sequence[LaidLine], start: int, by: Measure) -> _Group | None:
    """A list of names of one side that begins with a line."""
    text = clean(bullet(lines[start].line.text) or lines[start].line.text)
    if lines[start].line.cells and (side := SIDES.get(lines[start].line.cells[0].casefold().strip(" :"))):
        text = f"{side}: {' '.join(cell for cell in lines[start].line.cells[1:] if cell)}"
    named = _NAMES_FIRST.fullmatch(text)
    if (label := _LABEL.fullmatch(text)) and not (named and _names_in(named["names"])):
        return _below_label(lines, start, SIDES[label["vote"].casefold()], text)
    if not _HAS_SIDE.search(text) and not _LEADS.match(text):
        return None
    best: _Group | None = None
    last = lines[start].line
    for end in range(start + 1, min(start + 40, len(lines) + 1)):
        match = _LIST.fullmatch(text)
        names = _names_in(match["names"]) if match else []
        if not names and (match := _NAMES_FIRST.fullmatch(text)):
            names = _names_in(match["names"])
        if match and names:
            best = _Group(
                start=start, end=end, side=SIDES[match["vote"].casefold()], names=tuple(names), count=_count(text)
            )
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


def _below_label(lines: Sequence[LaidLine], start: int, side: str, label: str) -> _Group | None:
    """Names one a line below the word of their side."""
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
    return _Group(start=start, end=end, side=side, names=tuple(names), count=_count(label)) if names else None


def _count(text: str) -> int | None:
    match = _SAID.search(text)
    return int(match["n"] or match["last"]) if match else None


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
    parts = [_ROLE.sub("", part.strip()) for part in _BETWEEN.split(_COUNT.sub("", text).strip(" .")) if part.strip()]
    people = [match for part in parts if (match := _PERSON.fullmatch(part))]
    if not parts or len(people) < len(parts) or (len(parts) == 1 and not people[0]["party"]):
        return []
    return [f"{one['name']} {one['party']}" if one["party"] else one["name"] for one in people]
