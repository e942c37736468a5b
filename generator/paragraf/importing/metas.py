"""Parts that belong to the front page but stand elsewhere: lists of attendance, notices of adjustment, signatures."""

import re
from collections.abc import Sequence

from paragraf.importing.dates import without_dates
from paragraf.importing.document import Break, LaidLine, LaidOut
from paragraf.importing.labels import is_label_line
from paragraf.importing.names import NAME
from paragraf.importing.people import person
from paragraf.importing.rollannexes import annexed_roll
from paragraf.vocabulary.front import ANNEX

_NOTICE = re.compile(
    r"(?:anslag\s?/\s?bevis|anslags?bevis|bevis om (?:anslag|justering)\w*|bevis|anslag|underskrifter|signaturer"
    r"|tillkännagivande(?: av (?:justering|justerat protokoll)\w*| om justering\w*)?|justering(?:ssida|sblad)"
    r"|vid protokollet(?: justeras)?|justeras|protokollet är justerat.*|protokollets? justering\w*"
    r"|digitala underskrifter)[.:]?",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"(?:vid (?:protokollet|pennan)|(?:protokollet )?justeras(?: av)?|justerat|underskrift(?:er)?|in fidem)[.:]?",
    re.IGNORECASE,
)
"""What stands over a name that signs."""
_DOTS = re.compile(r"[\s._…–-]+")
_ATTENDANCE = re.compile(
    r"(?:bilaga \d+[.:,]?\s*)?(?:särskild\s+)?(?:närvaro|tjänstgörings?|upprops?|roll|deltagar)[- ]?(?:och [\w-]+)?"
    r"(?:lista|förteckning)(?:[ ,].{0,60})?|närvar(?:ande|o)(?: (?:på|vid) sammanträdet)?"
    r"|(?:förteckning|lista) (?:över|på) (?:\w+ )?(?:beslutande|närvarande|närvaro|ledamöter|tjänstgörande|deltagare)\b"
    r".{0,80}",
    re.IGNORECASE,
)
_ROW = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3} (?:\([A-ZÅÄÖa-zåäö-]{1,6}\)|[A-ZÅÄÖ]{1,3}\b)")
"""A name and a party, whatever follows."""
_NAMES = re.compile(rf"(?:{NAME}(?: \([A-ZÅÄÖ]{{1,5}}\))?\s*){{1,3}}")
_ROLE = re.compile(
    r"(?:(?:[A-ZÅÄÖ][\w-]*s )?(?:(?:[12]:[ea]? )?vice )?ordförande|[\w-]*sekreterare|justera(?:nde|re)"
    r"|protokolls?(?:förare|justerare)|justerings(?:person|man)|förbundschef)(?: i \w+)?"
    r"(?:\s+(?:ordförande|[\w-]*sekreterare|justera(?:nde|re)|justerings(?:person|man)))*",
    re.IGNORECASE,
)
"""What stands under a name that signs."""
_CLOSING = re.compile(
    r"(?:(?:hjärtligt |varmt )?välkom(?:men|na)(?: till sammanträdet)?|(?:med )?vänliga? hälsning(?:ar)?|mvh"
    r"|enligt uppdrag|(?:om (?:du|ni)|den som) (?:inte kan|får förhinder)\b.{1,120}"
    r"|[^\W\d_]+(?: [^\W\d_]+)?,?(?: den)? (?:\d{1,2}(?::?e)? [a-z]{3,9} \d{4}|\d{4}-\d\d-\d\d))[.!,]?",
    re.IGNORECASE,
)
"""What stands over the names that sign an agenda; place and day too, and whom to tell of one's absence."""
_MOST_CLOSING = 3
"""Such lines over the names, at most."""
_LOOK = 14
"""Lines with text below a heading that are looked at."""


def meta_spans(laid: LaidOut, start: int, end: int) -> list[tuple[int, int]]:
    """Where such parts lie between two lines, as first index and index after the last."""
    found: list[tuple[int, int]] = []
    index = start
    annexed = False
    while index < end:
        line = laid.lines[index]
        if not line.blank and (roll := annexed_roll(laid.lines, index, end, follows=annexed)):
            found.append((index, roll))
            index, annexed = roll, True
        elif (
            not line.blank
            and _begins(laid.lines, _below_title(laid, index, end), end)
            and not _is_of_extract(laid.lines[start : index + 1])
        ):
            last = _last(laid.lines, index, end)
            found.append((index, last))
            index, annexed = last, False
        else:
            annexed = annexed and line.blank
            index += 1
    return found


def _below_title(laid: LaidOut, index: int, end: int) -> int:
    """The next line with text when a line is nothing but the body and the day, over the name of an annex."""
    text = laid.lines[index].line.text
    if not text.casefold().startswith(laid.body.casefold()):
        return index
    words = without_dates(text).strip(" ,:–-").casefold()
    below = next((at for at in range(index + 1, end) if not laid.lines[at].blank), index)
    return below if words == laid.body.casefold() and _ATTENDANCE.fullmatch(laid.lines[below].line.text) else index


def _begins(lines: Sequence[LaidLine], index: int, end: int) -> bool:
    text = " ".join(lines[index].line.text.split())
    if len(text) > 110:
        return False
    if all(_NOTICE.fullmatch(cell) for cell in _cells(lines[index])) or _NOTICE.fullmatch(text):
        if _is_signed_to_the_end(lines, index, end):
            return True
        below = next((at for at in range(index + 1, end) if not lines[at].blank), end)
        labels = sum(is_label_line(one) for one in _texts(lines, index + 1, end, _LOOK))
        return labels >= 2 or (below < end and _are_signed(lines, below, end))
    if ANNEX.fullmatch(text):
        below = next((at for at in range(index + 1, end) if not lines[at].blank), end)
        return below < end and bool(_ATTENDANCE.fullmatch(lines[below].line.text)) and _begins(lines, below, end)
    if _ATTENDANCE.fullmatch(text):
        return sum(_is_present(one) for one in _texts(lines, index + 1, end, _LOOK)) >= 3
    return is_signed(lines, index, end)


def _is_signed_to_the_end(lines: Sequence[LaidLine], index: int, end: int) -> bool:
    """Whether "Vid protokollet" and names with their offices are all that is left."""
    rest = _texts(lines, index + 1, end, _LOOK)
    signs = [one for one in rest if not _DOTS.fullmatch(one)]
    return (
        _SIGNING.fullmatch(" ".join(lines[index].line.text.split())) is not None
        and 0 < len(rest) < _LOOK
        and any(_NAMES.fullmatch(one) for one in signs)
        and all(_NAMES.fullmatch(one) or _ROLE.fullmatch(one) or _SIGNING.fullmatch(one) for one in signs)
    )


def _is_of_extract(lines: Sequence[LaidLine]) -> bool:
    """Whether the last of these lines signs on a page that an attached document counts: an extract of minutes."""
    if not _SIGNING.fullmatch(" ".join(lines[-1].line.text.split())):
        return False
    for line in reversed(lines):
        if line.page_number or line.own_head or line.page is Break.CERTAIN:
            return line.page_number > 0 and not line.own_head
    return False


def is_signed(lines: Sequence[LaidLine], index: int, end: int) -> bool:
    """Whether names stand here alone, and their roles straight below them: "Bo Ek" over "Ordförande"."""
    return (not index or lines[index - 1].blank) and _are_signed(lines, index, end)


def _are_signed(lines: Sequence[LaidLine], index: int, end: int) -> bool:
    """As is_signed, whatever stands above."""
    for _ in range(_MOST_CLOSING):
        if index < end and _CLOSING.fullmatch(" ".join(lines[index].line.text.split())):
            index = next((at for at in range(index + 1, end) if not lines[at].blank), end)
    rows = [_cells(lines[at]) for at in range(index, min(index + 4, end)) if not lines[at].blank][:3]
    if len(rows) < 2 or not all(_NAMES.fullmatch(name) for name in rows[0]):
        return False
    if all(_ROLE.fullmatch(role) for role in rows[1]):
        return True
    after = [cell for row in rows[1:] for cell in row]
    roles = sum(_ROLE.fullmatch(cell) is not None for cell in after)
    return roles > 1 and all(_ROLE.fullmatch(cell) or _NAMES.fullmatch(cell) for cell in after)


def _cells(line: LaidLine) -> list[str]:
    return [" ".join(cell.split()) for cell in (line.line.cells or (line.line.text,)) if cell]


def _is_present(text: str) -> bool:
    """Whether a line begins with someone of an attendance list."""
    return person(text) is not None or _ROW.match(text) is not None


def _last(lines: Sequence[LaidLine], start: int, end: int) -> int:
    """Index after the part: the next page that does not go on with it, or the end."""
    for index in range(start + 1, end):
        if lines[index].page is not Break.CERTAIN:
            continue
        below = _texts(lines, index, end, 8)
        if not any(is_label_line(one) or ("(" in one and _is_present(one)) for one in below):
            return index
    return end


def _texts(lines: Sequence[LaidLine], start: int, end: int, count: int) -> list[str]:
    found: list[str] = []
    while start < end and len(found) < count:
        if not lines[start].blank:
            found.append(" ".join(lines[start].line.text.split()))
        start += 1
    return found
