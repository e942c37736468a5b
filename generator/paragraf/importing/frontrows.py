"""Rows of a front page: what stands side by side, with labels that are wrapped over two lines put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paragraf.importing.document import LaidLine
from paragraf.importing.hyphens import SOFT
from paragraf.importing.labels import labelled
from paragraf.importing.people import people
from paragraf.vocabulary.front import PARTIES

MARK = re.compile(
    r"(?:X|x|✓|√|1|tjg\.?|ej tjg\.?|tjänstg\w*|ja|nej|avst\w*|närv\.?|närvarande|frånv\w*|parti|röst\w*|tjänstgör för"
    r"|§+ ?\d+[a-z]?|–|-)",
    re.IGNORECASE,
)
"""A cell of an attendance table that is a mark, or the head of a column of them."""
_ENDS_OPEN = re.compile(r"(?:\b(?:för|av|på|hos|och|samt|att)|/|(?<=\w)[-\u2010\u00ad])$")
"""How a label ends that goes on in the next line."""
_DANGLING = re.compile(r"(?P<word>och|samt|för|av|/)\s+(?P<value>[A-ZÅÄÖ(*\d].*)")
_BROKEN = re.compile(
    r"(?P<label>[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,3}(?:[-\u2010\u00ad]|(?<= och)|(?<= att)))\s+(?P<value>[A-ZÅÄÖ].*)"
)
"""A label that is cut in the middle of a word, or after a word that wants another."""
_BEGUN = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,2})\s+(?P<value>[A-ZÅÄÖ\d].*)")
"""Words before a value that are a label if the next line says the rest of it: "Protokollets Stadshuset"."""
_DAY = r"\d{4}-\d\d-\d\d|\d{1,2}[. ]\S+ \d{4}|\d{1,2}/\d{1,2}(?: ?-? ?\d{2,4})?"
_TWO_DAYS = re.compile(
    rf"(?P<one>[A-ZÅÄÖ][^\d:]*?)\s+(?P<first>{_DAY})\s+(?P<other>[A-ZÅÄÖ][^\d:]*?)\s+(?P<second>{_DAY})"
)
"""The first halves of two labels, each with its day."""
_TWO_BELOW = re.compile(
    rf"(?P<one>[a-zåäö][^\d:]*?)\s+(?P<first>{_DAY})\s+(?P<other>[a-zåäö][^\d:]*?)\s+(?P<second>{_DAY})"
)
"""The second halves of two labels, each with its day."""
_MOST_WORDS = 4
"""Words of the rest of a label, at most."""
_LONGEST = 40
"""Characters of it."""
_COLUMN = 24
"""Blanks before a line of plain text from which it stands in the second column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What stands side by side."""

    cells: tuple[tuple[str, int], ...]
    """Texts and the numbers of their lines."""
    indented: bool = False
    """The first cell stands far to the right."""
    gap: bool = False
    """A blank line stands above it."""


def rows_of(lines: Sequence[LaidLine]) -> list[Row]:
    """The rows of these lines, without blank ones and furniture."""
    found: list[Row] = []
    before = False
    cut: int | None = None  # the row of a label whose last line has a value of its own
    for line in lines:
        if line.blank:
            before, cut = False, None
            continue
        texts = [" ".join(cell.split()) for cell in line.line.cells] or [" ".join(line.line.text.split())]
        cells = tuple((text, line.line.number) for text in _with_parties([text for text in texts if text]))
        row = Row(cells=cells, indented=line.line.indent >= _COLUMN, gap=not before)
        near = before or (found and _is_open(found[-1])) or (len(cells) == 1 and cells[0][0][:1].islower())
        joined = _joined(found[-1], row) if found and near else ()
        if joined:
            cut = len(found) - 1 if len(joined) > 1 else None
            found[-1:] = joined
        elif cut is not None and len(further := _joined(found[cut], row)) > 1:
            found[cut] = further[0]
            found += further[1:]
        else:
            cut = None
            found.append(row)
        before = True
    return found


def _with_parties(texts: list[str]) -> list[str]:
    """A party in a cell of its own before a name goes with the name: "C | Bo Ek"."""
    found: list[str] = []
    for text in texts:
        named = len(found) > 1 and bool(people(found[-2]))
        if found and found[-1] in PARTIES and not named and " " in text and text[0].isupper():
            found[-1] = f"({found[-1]}) {text}"
        else:
            found.append(text)
    return found


def _joined(first: Row, second: Row) -> tuple[Row, ...]:
    """Two rows whose labels go on from the one to the other: "Datum för anslags | Datum för anslags" over
    "uppsättande | nedtagande". What stands after the rest of a label is a row of its own where the columns are lost.
    Empty when no label goes on.
    """
    cells = list(first.cells)
    if len(cells) == len(second.cells) == 1 and (rows := _joined_words(cells[0], second.cells[0])):
        return rows
    at, used = -1, 0
    for text, number in second.cells:
        place = next((i for i in range(at + 1, len(cells)) if _goes_on(cells[i][0], text)), None)
        if place is not None:
            cells[place] = (_whole(cells[place][0], text), cells[place][1])
            at, used = place, used + 1
        elif used:
            end = next((i for i in range(at + 1, len(cells)) if _is_part(cells[i][0])), len(cells))
            cells.insert(end, (text, number))
        else:
            return ()
    return (Row(cells=tuple(cells), indented=first.indented, gap=first.gap),) if used else ()


def _joined_words(first: tuple[str, int], second: tuple[str, int]) -> tuple[Row, ...]:
    """The rows of two lines without columns: "Tjänstgörande Bo Ek (S)" over "ersättare Eva Al (S)"."""
    (text, number), (rest, below) = first, second
    if (two := _TWO_DAYS.fullmatch(text)) and len(words := rest.split()) <= _MOST_WORDS:
        for cut in range(1, len(words)):
            labels = [f"{two['one']} {' '.join(words[:cut])}", f"{two['other']} {' '.join(words[cut:])}"]
            if all(_is_label(label) for label in labels):
                days = (two["first"], two["second"])
                return tuple(Row(cells=((f"{label}: {day}", number),)) for label, day in zip(labels, days, strict=True))
    if (two := _TWO_BELOW.fullmatch(rest)) and len(words := text.split()) <= _MOST_WORDS:
        for cut in range(1, len(words)):
            labels = [f"{' '.join(words[:cut])} {two['one']}", f"{' '.join(words[cut:])} {two['other']}"]
            if all(_is_label(label) for label in labels):
                days = (two["first"], two["second"])
                return tuple(Row(cells=((f"{label}: {day}", number),)) for label, day in zip(labels, days, strict=True))
    label, value = _open_label(text)
    if not value:
        return ()
    words = rest.split()
    for cut in range(min(len(words), _MOST_WORDS), 0, -1):
        end, after = " ".join(words[:cut]).rstrip(" :"), " ".join(words[cut:])
        if _goes_on(label, end) and not after[:1].islower():
            joined = Row(cells=((f"{_whole(label, end).rstrip(' :')}: {value}", number),))
            return (joined, Row(cells=((after, below),))) if after else (joined,)
    return ()


def _open_label(text: str) -> tuple[str, str]:
    """A label with the word or hyphen that it ends in the middle of a line with, and what stands after it."""
    head = labelled(text)
    if head and head.value and (match := _DANGLING.match(head.value)):
        return f"{head.label} {match['word']}", match["value"]
    if head and head.value:
        return head.label, head.value
    match = _BROKEN.match(text) or _BEGUN.match(text)
    return (match["label"], match["value"]) if match else ("", "")


def _is_open(row: Row) -> bool:
    """Whether a label of a row ends in the middle, or is none before a value, so that the next row goes on with it."""
    begun = len(row.cells) > 1 and labelled(row.cells[0][0]) is None
    return begun or any(_ENDS_OPEN.search(text) for text, _ in row.cells)


def _goes_on(label: str, text: str) -> bool:
    """Whether a text is the rest of a label: it begins with a small letter, or the label ends in the middle."""
    if not text or len(text) > _LONGEST or not (text[0].islower() or _ENDS_OPEN.search(label)):
        return False
    return _is_label(re.sub(r"\s*(?:\b(?:och|samt)|[-/])$", "", _whole(label, text)))


def _whole(label: str, text: str) -> str:
    """Two lines of a label as one: "Justerings-" and "person" make a word, "Plats-" and "och tid" do not."""
    if label[-1:] in SOFT or label.endswith("-"):
        word = f"{label[:-1]}{text}"
        return word if _is_label(word) else f"{label[:-1]}- {text}"
    return f"{label} {text}"


def _is_label(text: str) -> bool:
    """Whether a text is a label from its first word to its last."""
    whole = text.rstrip(" :")
    found = labelled(whole)
    return found is not None and not found.value and len(found.label) == len(whole)


def _is_part(text: str) -> bool:
    return labelled(text) is not None or re.match(r"datum (?:för|då|när)", text, re.IGNORECASE) is not None
