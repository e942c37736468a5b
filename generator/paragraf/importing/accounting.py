"""Where every line went, told for readers: item and section, page furniture, and how large a share."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from paragraf.importing.dividers import letters
from paragraf.importing.document import Entry, Line, Row, Where
from paragraf.importing.ledger import FACTS, REPORT

ITEMS = ("kallelse/", "protokoll/")
HEADER = "rubrik och fakta"
TEXT = "text"


def rows_of(entries: Sequence[Entry], lines: Sequence[Line], files: Mapping[str, str]) -> tuple[Row, ...]:
    """The account with the section of each line in the file of its item; `files`: path -> text as it was written."""
    runs: list[tuple[str, str, list[Line]]] = []
    outlines: dict[str, _Outline] = {}
    for entry in entries:
        own = lines[entry.first - 1 : entry.last]
        if entry.destination.startswith(ITEMS) and entry.destination in files:
            outline = outlines.setdefault(entry.destination, _Outline(files[entry.destination]))
            parts = [(outline.section(line, entry.in_order), line) for line in own]
        else:
            parts = [("", line) for line in own]
        for section, line in parts:
            if runs and runs[-1][:2] == (entry.destination, section):
                runs[-1][2].append(line)
            else:
                runs.append((entry.destination, section, [line]))
    return tuple(_row(*run) for run in runs)


def _row(destination: str, section: str, lines: Sequence[Line]) -> Row:
    pages = [line.page for line in lines if line.page] or [0]
    return Row(
        first=lines[0].number,
        last=lines[-1].number,
        destination=destination,
        where=where(destination),
        section=section,
        pages=(pages[0], pages[-1]),
    )


def where(destination: str) -> Where:
    """What sort of place a destination is."""
    if destination.startswith(ITEMS):
        return Where.ITEM
    if destination.startswith("bilagor/"):
        return Where.ATTACHMENT
    if destination.startswith("oplacerat/"):
        return Where.TRAY
    return {FACTS: Where.FACTS, REPORT: Where.REPORT}.get(destination, Where.FRAME)


def shares(rows: Sequence[Row]) -> dict[Where, tuple[int, int]]:
    """Place -> lines and per cent of all lines. The per cents are whole numbers and their sum is 100."""
    counts = {place: sum(row.last - row.first + 1 for row in rows if row.where is place) for place in Where}
    total = sum(counts.values())
    if not total:
        return {}
    exact = {place: 100 * count / total for place, count in counts.items()}
    whole = {place: int(share) for place, share in exact.items()}
    # Largest remainders: what whole numbers lack of 100 goes to those that lost most.
    lost = sorted(Where, key=lambda place: whole[place] - exact[place])
    for place in lost[: 100 - sum(whole.values())]:
        whole[place] += 1
    return {place: (counts[place], whole[place]) for place in Where if counts[place]}


def place_of(number: int, lines: Sequence[Line]) -> str:
    """ "Rad 34", or with its page "Sida 2, rad 34"; for the whole document nothing."""
    if not number:
        return ""
    page = lines[number - 1].page
    return f"Sida {page}, rad {number}" if page else f"Rad {number}"


class _Outline:
    """The sections of an item's file, and how far into its letters the account has come."""

    def __init__(self, text: str) -> None:
        parts = list(_parts(text))
        self.names = [name for name, _ in parts]
        self.plain = [letters(part) for _, part in parts]
        self.starts = [0, *accumulate(len(part) for part in self.plain)]
        self.all = "".join(self.plain)
        self.position = 0
        self.last = 0

    def section(self, line: Line, in_order: bool) -> str:
        """The heading under which a line's words stand; that of the line above when it has none of its own."""
        wanted = letters(line.text)
        if wanted and in_order:
            at = self.all.find(wanted, self.position)
            if at >= 0:
                self.position = at + len(wanted)
                self.last = self._of(self.position - 1)
        elif wanted:
            words = [plain for word in line.text.split() if (plain := letters(word))]
            held = [sum(word in part for word in words) for part in self.plain]
            if held[self.last] < max(held):
                self.last = held.index(max(held))
        return self.names[self.last]

    def _of(self, position: int) -> int:
        return min(bisect_right(self.starts, position) - 1, len(self.names) - 1)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Name and text of every part of an item's file, in order."""
    head, *sections = f"\n{text}".split("\n## ")
    title, _, rest = head.strip("\n").partition("\n\n")
    facts, _, more = rest.partition("\n\n")
    is_facts = bool(facts) and all(": " in line or line.endswith(":") for line in facts.split("\n"))
    yield HEADER, f"{title}\n{facts}" if is_facts else title
    if body := (more if is_facts else rest).strip():
        yield TEXT, body
    for section in sections:
        name = section.partition("\n")[0].strip()
        yield name, section
