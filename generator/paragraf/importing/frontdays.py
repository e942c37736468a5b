"""Tables of adjustments on a front page: a row or a column of days for each of the parts that were adjusted apart.

Paragraf      Justerad     Anslaget sätts upp     Anslaget tas ner            Paragraf        § 4          Övriga
§ 4           2012-09-19   2012-09-20             2012-10-12                  Justerad        2012-09-19   2012-09-26
Övriga        2012-09-26   2012-09-27             2012-10-19                  Sätts upp       2012-09-20   2012-09-27
"""

import re
from collections.abc import Sequence

from paragraf.importing.dates import placed_dates
from paragraf.importing.frontrows import Row
from paragraf.importing.labels import labelled

_DATED = {
    "adjusted": "Justerat",
    "announced": "Datum för anslags uppsättande",
    "removed": "Datum för anslags nedtagande",
}
"""What a column of days is of -> the label under which each of them is read."""
_NAMES = {"adjusting": "adjusted", "adjusters": "adjusted"}
"""Labels that are of something else elsewhere: "Justeringsdatum", "Justeras"."""
_NUMBERS = r"\d{1,4}[a-z]?(?:\s*(?:[,–-]|och|samt)\s*\d{1,4}[a-z]?)*"
_WHICH = re.compile(
    rf"(?:(?:paragraf(?:er(?:na)?)?|punkt(?:er)?)\s*)?(?:§+\s*)?(?P<which>{_NUMBERS})(?:\s*§+)?"
    r"|(?P<others>(?:protokollets )?övriga?(?: delar?| §+| paragrafer(?:na)?)?(?: av protokollet)?)",
    re.IGNORECASE,
)
_WHICH_HEAD = re.compile(
    r"(?:(?:avser |gäller )?paragraf(?:er|erna)?|§+|avser|gäller|omfattning|del(?: av protokollet)?)(?=\s|$)",
    re.IGNORECASE,
)
"""What stands over the column of §§."""


def with_days(rows: Sequence[Row]) -> list[Row]:
    """The rows of a front page, tables of adjustments as one label and value after the other."""
    found: list[Row] = []
    place = 0
    while place < len(rows):
        number = rows[place].cells[0][1]
        below = [_text(row) for row in rows[place + 1 :]]
        told = _rows_of_days(_text(rows[place]), below) or _columns_of_days(_text(rows[place]), below)
        if not told:
            found.append(rows[place])
            place += 1
            continue
        count = max(at for _, _, at in told) + 1
        numbers = [row.cells[0][1] for row in rows[place + 1 : place + 1 + count]]
        found.append(Row(cells=(("Anslag", number),)))
        found += [Row(cells=((f"{label}: {value}", numbers[at]),)) for label, value, at in told]
        place += 1 + count
    return found


def _text(row: Row) -> str:
    return " ".join(text for text, _ in row.cells)


def _rows_of_days(head: str, below: Sequence[str]) -> list[tuple[str, str, int]]:
    """(label, value, row) of a table whose rows are of one part each."""
    match = _WHICH_HEAD.match(head)
    columns = _columns(head[match.end() :].strip()) if match else []
    if len(columns) < 2:
        return []
    found: list[tuple[str, str, int]] = []
    for at, text in enumerate(below):
        days = placed_dates(text)
        which = _which(text[: days[0][0]]) if days else ""
        if not which or len(days) != len(columns):
            break
        found.append(("Paragrafer", which, at))
        found += [(_DATED[name], text[one[0] : one[1]], at) for name, one in zip(columns, days, strict=True)]
    return found


def _columns(head: str) -> list[str]:
    """What each column of days is of; empty when any words of the head are of something else."""
    found: list[str] = []
    while head:
        label = labelled(head)
        name = _NAMES.get(label.name, label.name) if label else ""
        if label is None or name not in _DATED:
            return []
        found.append(name)
        # The last word of a label can be the first one of the next.
        cut = re.match(r"(?:för|då|när)\b", label.value) and re.search(r"\b(?:datum|dag)$", label.label, re.IGNORECASE)
        head = f"{cut[0]} {label.value}" if cut else label.value
    return found if len(set(found)) == len(found) else []


def _columns_of_days(head: str, below: Sequence[str]) -> list[tuple[str, str, int]]:
    """(label, value, row) of a table whose columns are of one part each."""
    match = _WHICH_HEAD.match(head)
    parts = _parts(head[match.end() :].strip() if match and not _which(head) else head)
    if len(parts) < 2:
        return []
    rows: list[tuple[str, list[str]]] = []
    for text in below:
        days = placed_dates(text)
        label = labelled(text[: days[0][0]].strip()) if days else None
        name = _NAMES.get(label.name, label.name) if label and not label.value else ""
        if name not in _DATED or len(days) != len(parts):
            break
        rows.append((_DATED[name], [text[one[0] : one[1]] for one in days]))
    return [
        one
        for place, part in enumerate(parts if rows else ())
        for one in (("Paragrafer", part, 0), *((label, days[place], at) for at, (label, days) in enumerate(rows)))
    ]


def _parts(head: str) -> list[str]:
    """The parts that stand beside each other over columns: "§ 4   Övriga paragrafer"."""
    cells = [one for one in re.split(r"\s+(?=§|[Öö]vrig|Protokollets|Paragraf)", head) if one]
    found = [_which(cell) for cell in cells]
    return found if all(found) else []


def _which(text: str) -> str:
    match = _WHICH.fullmatch(text.strip(" :"))
    return "" if match is None else match["which"] or "övriga"
