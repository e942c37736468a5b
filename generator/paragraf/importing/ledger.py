"""The account of every line: where it went, and a check of the finished files that it is really there."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from paragraf.importing.dividers import letters
from paragraf.importing.document import Document, Entry, LaidLine, Line, Note, Segmented
from paragraf.importing.front import Front
from paragraf.importing.numbering import PARAGRAPHS, numbered
from paragraf.importing.sections import is_adjusted_mark
from paragraf.vocabulary.documents import ADJUSTER_LABELS, DATE_LABELS, GROUP_LABELS
from paragraf.vocabulary.voting import SIDES

FACTS = "mote.yml"
REPORT = "import-rapport.md"
BLANK = "tomma rader"
LISTING = "ärendelistan, jämförd med ärendena"
NOTICE = "framsidans rubriker och anslagets datum"
DIVIDER = "skiljesida före ett ärendes handlingar"
_LABELS = frozenset(
    letters(word)
    for label in (
        *DATE_LABELS,
        *GROUP_LABELS,
        *ADJUSTER_LABELS,
        "ersätter tjänstgör tjänstgörande ersättare tjg tjg. ers ers. för i istället ställe st st. f f. ej utom inte",
        "del delar av kl. ajournering ajourneringar ajournerat",
        *SIDES,
        "x namn parti ledamot ledamöter röst röster st röstar röstade",
        "tid plats och kl klockan föredragande punkt ärende dnr diarienummer diarienr ärendenummer paragrafer avser",
        "nr paragraf ärendenr till samt den kl. måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen",
        "fredag fredagen lördag söndag ajournerades ajournerad paus rast t.o.m. fr.o.m. tom from på distans via",
        "för sammanträdet mötet deltar deltog sammanträdestid mötestid sammanträdesplats mötesplats",
    )
    for word in label.split()
)
"""Words that say what stands beside them and are not kept themselves."""

_Place = tuple[str, bool]


def account(
    segmented: Segmented,
    paths: Sequence[str],
    documents: Sequence[Document],
    front: Front,
    reported: Collection[int] = (),
    *,
    rearranged: frozenset[int] = frozenset(),
) -> tuple[Entry, ...]:
    """Say of every line where it went; `paths`: the files of the items, in order.

    `reported`: numbers of lines that stand in the report, since no file has all of their words.
    `rearranged`: numbers of lines whose words stand there in another order: tables, votes, facts.
    A line that no part claims gets an empty destination, which `problems_of` reports.
    """
    laid = segmented.laid
    to: list[_Place] = [("", False)] * len(laid.lines)
    _fill(to, *segmented.front, (FACTS, False))
    for start, end in segmented.metas:
        _fill(to, start, end, (FACTS, False))
    _fill(to, *segmented.listing, (LISTING, False))
    for divider in segmented.dividers:
        _fill(to, divider.start, divider.end, (DIVIDER, False))
    for item, path in zip(segmented.items, paths, strict=True):
        _fill(to, item.start, item.body_start, (path, False))
        _fill(to, item.body_start, item.end, (path, True))
    for one in documents:
        _fill(to, one.start, one.end, (one.path, True))
    ours = {index for item in segmented.items for index in range(item.start, item.end)}
    for index, line in enumerate(laid.lines):
        if line.furniture:
            to[index] = (line.furniture, False)
        elif line.line.number in front.unread or line.line.number in reported:
            to[index] = (REPORT, True)
        elif line.line.number in front.notices:
            to[index] = (NOTICE, False)
        elif index in ours and is_adjusted_mark(line.line.text):
            to[index] = (FACTS, False)
        elif line.line.number in rearranged:
            to[index] = (to[index][0], False)
        elif not line.line.text and not to[index][0]:
            to[index] = (BLANK, False)
    return _runs(laid.lines, to)


def _fill(to: list[_Place], start: int, end: int, place: _Place) -> None:
    to[start:end] = [place] * (end - start)


def _runs(lines: Sequence[LaidLine], to: Sequence[_Place]) -> tuple[Entry, ...]:
    """Entries in order. Blank lines between furniture go with it, so that a letterhead is one entry."""
    places = list(to)
    furniture_below = [False] * len(lines)
    below = False
    for index in range(len(lines) - 1, -1, -1):
        below = bool(lines[index].furniture) if lines[index].line.text else below
        furniture_below[index] = below
    for index in range(1, len(lines)):
        above = lines[index - 1]
        if furniture_below[index] and not lines[index].line.text and above.blank and above.furniture:
            places[index] = places[index - 1]
    entries: list[Entry] = []
    start = 0
    for (destination, in_order), run in groupby(places):
        end = start + sum(1 for _ in run)
        first, last = lines[start].line.number, lines[end - 1].line.number
        entries.append(Entry(first=first, last=last, destination=destination, in_order=in_order))
        start = end
    return tuple(entries)


def unkept(
    entries: Sequence[Entry], lines: Sequence[Line], files: Mapping[str, str], notes: Sequence[Note]
) -> Iterator[int]:
    """Numbers of the lines whose words were read as facts, but stand neither in the file that they went to nor in a
    note.
    """
    told = letters(" ".join(note.text for note in notes))
    plain = {path: letters(text) for path, text in files.items()}
    for entry in entries:
        if entry.in_order or entry.destination not in plain:
            continue
        for line in lines[entry.first - 1 : entry.last]:
            if any(word not in plain[entry.destination] and word not in told for word in _kept_words(line)):
                yield line.number


def problems_of(entries: Sequence[Entry], lines: Sequence[Line], files: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Line and Swedish reason of everything in the account that is not true of the files."""
    yield from _coverage(entries, lines)
    position: dict[str, int] = {}
    plain = {path: letters(text) for path, text in files.items()}
    reported = plain.get(REPORT, "")
    for entry in entries:
        if entry.destination not in plain:
            continue
        text = plain[entry.destination]
        for line in lines[entry.first - 1 : entry.last]:
            if entry.in_order:
                wanted = letters(line.text)
                at = text.find(wanted, position.get(entry.destination, 0))
                if at < 0:
                    yield line.number, f"Raden ”{line.text}” står inte på sin plats i {entry.destination}."
                else:
                    position[entry.destination] = at + len(wanted)
            elif missing := [word for word in _kept_words(line) if word not in text and word not in reported]:
                yield line.number, f"”{missing[0]}” i raden ”{line.text}” står inte i {entry.destination}."


def _coverage(entries: Sequence[Entry], lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    expected = 1
    for entry in entries:
        if entry.first != expected:
            yield expected, f"Raderna {expected}–{entry.first - 1} är inte redovisade."
        if not entry.destination:
            yield entry.first, f"Raderna {entry.first}–{entry.last} hör inte till någon del av dokumentet."
        expected = entry.last + 1
    if expected != len(lines) + 1:
        yield expected, f"Raderna {expected}–{len(lines)} är inte redovisade."


def _kept_words(line: Line) -> Iterator[str]:
    if is_adjusted_mark(line.text):
        return
    # The body and the year of "KSAU § 33/2024" are the meeting's own.
    label = {words for head in numbered(line, PARAGRAPHS) for words in (letters(head.series), head.year)}
    if numbered(line, ("roman",)):  # the item's number, which the file has in digits
        label.add(letters(line.text.split()[0]))
    for word in re.split(r"[^\w:.]+", line.text):
        plain = letters(word)
        if plain and plain not in _LABELS and plain not in label:
            yield plain
