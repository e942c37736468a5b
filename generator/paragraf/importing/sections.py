"""The body of an item: sections in order, each with its heading as printed and its text as Markdown."""

import re
from collections.abc import Sequence

from paragraf.importing.dates import find_date
from paragraf.importing.document import LaidLine
from paragraf.importing.flow import Measure, pieces
from paragraf.importing.headings import heading_at
from paragraf.importing.markup import escape, markdown
from paragraf.model import Section
from paragraf.vocabulary.documents import ADJUSTED_MARKS, DELEGATION_COLUMNS
from paragraf.vocabulary.headings import kind_of
from paragraf.vocabulary.items import ATTACHMENT_KINDS, VOTES

_ROW = re.compile(r"(?P<system>/?\S*\d{4,}\S*)\s+(?P<document>(?:[A-ZÅÄÖ]{2,6} )?\S*\d\S*[/-]\S*\d)\s+(?P<text>\S.*)")
_BALLOT = re.compile(
    rf"(?P<who>[A-ZÅÄÖÉÜ][^\d,()|]*\s\([^()\d]{{1,8}}\))\s*[:,]?\s*(?P<vote>{'|'.join(VOTES)})\.?", re.IGNORECASE
)


def is_adjusted_mark(text: str) -> bool:
    """Whether a line says that the § is adjusted."""
    return text.casefold().rstrip(".").startswith(ADJUSTED_MARKS)


def read_body(
    lines: Sequence[LaidLine], own_names: tuple[str, ...], by: Measure
) -> tuple[str, tuple[Section, ...], LaidLine | None]:
    """Text before the first heading, the sections, and the line that says that the § is adjusted."""
    groups: list[tuple[str, str, list[LaidLine]]] = [("", "", [])]
    mark: LaidLine | None = None
    index, blank = 0, True
    while index < len(lines):
        line = lines[index]
        if line.blank:
            groups[-1][2].append(line)
            blank = True
            index += 1
            continue
        if is_adjusted_mark(line.line.text):
            mark = line
            index += 1
            continue
        following = lines[index + 1].line.text if index + 1 < len(lines) and not lines[index + 1].blank else ""
        # An entry of a list whose bullet was lost can be a word of a heading.
        entry = line.line.indent and groups[-1][1] in (*ATTACHMENT_KINDS, "expedieras")
        ended = blank or _over_text(groups[-1], following)
        count = 0 if entry else heading_at([line.line.text, following], after_blank=ended, section=groups[-1][1])
        if count:
            heading = " ".join(" ".join(one.line.text for one in lines[index : index + count]).split())
            groups.append((heading, kind_of(heading, own_names), []))
        else:
            groups[-1][2].append(line)
        blank = False
        index += max(count, 1)
    sections = tuple(
        Section(heading=heading, kind=kind, text=section_text(kind, part, by)) for heading, kind, part in groups[1:]
    )
    return section_text("", groups[0][2], by), sections, mark


def _over_text(group: tuple[str, str, list[LaidLine]], following: str) -> bool:
    """Whether a line without a blank line above stands between a sentence that has ended and another sentence."""
    last = next((line.line.text for line in reversed(group[2]) if not line.blank), "")
    in_list = group[1] in (*ATTACHMENT_KINDS, "expedieras")
    return not in_list and last.endswith(".") and following[:1].isupper() and len(following.split()) > 2


def adjusted_on(mark: LaidLine) -> str:
    """The day in "Paragrafen är justerad 2023-05-03", or an empty string."""
    day = find_date(mark.line.text)
    return day.isoformat() if day else ""


def section_text(kind: str, lines: Sequence[LaidLine], by: Measure) -> str:
    """The Markdown of a section."""
    if kind == "delegationsbeslut" and (table := delegation_table(lines)):
        return table
    if kind == "omrostning" and (table := vote_table(lines, by)):
        return table
    entries = kind in ATTACHMENT_KINDS or kind == "expedieras"
    return markdown(pieces(lines, by, entries=entries, clauses=kind in ("beslut", "forslag")))


def vote_table(lines: Sequence[LaidLine], by: Measure) -> str:
    """Votes printed as names and words, "Lo Granat (L) Nej", as the table of a vote; empty for other text.

    Lines before and after stay text. Crosses in columns are left as they are: the text does not say which column.
    """
    rows = [_BALLOT.fullmatch(" ".join(line.line.text.split())) for line in lines]
    voted = [place for place, row in enumerate(rows) if row]
    if len(voted) < 2 or any(not lines[place].blank for place in range(voted[0], voted[-1]) if place not in voted):
        return ""
    before = list(lines[: voted[0]])
    while before and (before[-1].blank or re.fullmatch(r"Ledamot\s+Röst", before[-1].line.text)):
        before.pop()
    table = ["| Ledamot | Röst |", "|---|---|"]
    table += [f"| {escape(row['who'])} | {row['vote'].lower()} |" for row in rows if row]
    after = lines[voted[-1] + 1 :]
    parts = (markdown(pieces(before, by)), "\n".join(table), markdown(pieces(after, by)))
    return "\n\n".join(part for part in parts if part)


def delegation_table(lines: Sequence[LaidLine]) -> str:
    """Rows of system number, document number and text, each over one or more lines; empty for other text."""
    rows: list[list[str]] = []
    for line in lines:
        if line.blank:
            continue
        text = " ".join(line.line.text.split())
        if match := _ROW.fullmatch(text):
            rows.append([match["system"], match["document"], match["text"]])
        elif rows:
            rows[-1][2] += f" {text}"
        else:
            return ""
    if not rows:
        return ""
    table = [DELEGATION_COLUMNS, ("---",) * 3, *rows]
    cells = [[escape(cell).replace("|", "\\|") for cell in row] for row in table]
    return "\n".join(f"|{'|'.join(row)}|" if row[0] == "---" else f"| {' | '.join(row)} |" for row in cells)
