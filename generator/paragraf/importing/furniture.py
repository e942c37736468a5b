"""Furniture of single pages: page numbers, signature lines, letterheads. Each function marks indexes of lines."""

import re
from collections.abc import Sequence

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.dates import find_date
from paragraf.importing.document import Line
from paragraf.importing.flow import begins_entry
from paragraf.importing.frames import Framing
from paragraf.importing.likeness import kind_of_document
from paragraf.vocabulary.documents import (
    CONTACT_LABELS,
    DOCUMENT_KINDS,
    DOCUMENT_TYPES,
    EXTRACTS,
    HEAD_KINDS,
    PAGE_HEAD_LABELS,
    PAGE_WORDS,
)

FOOT = "sidfot"
HEAD = "sidhuvud"
LETTERHEAD = "brevhuvud"
LINK_TARGET = "länkmål"

_SIGNATURES = re.compile(
    r"(?:(?:justera(?:n?de|re)?s?|justerarnas|justerar|just|ordförandes?|ordf|sekreterares?|sekr|protokollförares?"
    r"|(?:justerar)?(?:signatur(?:er)?|sign)|paraf(?:er)?|utdragsbestyrkande|utdrag(?:ets)? bestyrks|bestyrkes)"
    r"\b\.?[\s:;,|_.…/]*)+",
    re.IGNORECASE,
)
_NEEDS_SIGNATURE = re.compile(r"sign|paraf|bestyrk", re.IGNORECASE)
_OF_ALL = re.compile(rf"{PAGE_WORDS}\s+(\d+)\s+(?:of|av)\s+(\d+)", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{PAGE_WORDS})?\s*(\d+) ?\((\d+)\)", re.IGNORECASE)
_KIND_AND_PAGE = re.compile(rf"\w+(?: \w+)?\s+{PAGE_WORDS} (\d+) ?(?:av (\d+)|\((\d+)\))", re.IGNORECASE)
_ATTACHED_PAGE = re.compile(
    rf"(?:(?P<sender>\S.{{1,60}}?)\s+)?(?P<kind>{'|'.join(HEAD_KINDS)})(?: \w+){{0,3}}?\s+"
    rf"(?:{PAGE_WORDS} )?(?P<page>\d+) ?(?:av (?P<of>\d+)|\((?P<total>\d+)\))",
    re.IGNORECASE,
)
"""The head of an attached document's page, with its sender: "TJÄNSTESKRIVELSE 2 (4)", "Museet YTTRANDE 1 (2)".

Minutes and agendas have such heads themselves.
"""
_LAST_OF_ALL = re.compile(r"\b(\d+) ?\((\d+)\)$")
_DATED = re.compile(r"(?:datum:?\s+)?\d{4}-\d\d-\d\d\b", re.IGNORECASE)
_OWN_HEAD = 12
"""Lines from the beginning among which the head of the document itself stands."""
_RUNNING_HEAD = re.compile(r".{8,}\s(\d+) ?\((\d+)\)")
_LETTERHEAD_LINE = re.compile(r".*\b\d{3} \d\d\b.*\b(?:besöksadress|postadress|telefon)\b.*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:dnr|diarienr|diarienummer)\s*:?\s*\S*\d\S*", re.IGNORECASE)
_HEAD_AT_MOST = 5
"""Lines of a page head."""
_PAGES_BACK = 6
"""Pages, or what may be pages, among which the first page of the same document is looked for."""


class Marks:
    """Furniture found so far, and the page labels that it told."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.furniture: dict[int, str] = {}
        self.labels: dict[int, int] = {}
        """Index of a line -> its page's own number."""
        self.after_foot: set[int] = set()
        """Indexes of lines that close a page of the whole document."""
        self.begins: set[int] = set()
        """Indexes of lines with which pages of attached documents begin, where the source tells no pages."""

    def mark(self, kind: str, *indexes: int) -> None:
        """Mark lines; an earlier mark stays."""
        for index in indexes:
            self.furniture.setdefault(index, kind)

    def following(self, index: int, count: int) -> list[int]:
        """The next lines with text that are not furniture, from `index` on."""
        found: list[int] = []
        while index < len(self.lines) and len(found) < count:
            if self.lines[index].text and index not in self.furniture:
                found.append(index)
            index += 1
        return found


def mark_single_lines(marks: Marks) -> None:
    """Signature lines, page numbers of the whole, heads such as "Tjänsteskrivelse Sida 1 av 2", link targets."""
    attached = _attached_pages(marks.lines)
    for index, line in enumerate(marks.lines):
        text = line.text
        if _SIGNATURES.fullmatch(text) and _NEEDS_SIGNATURE.search(text):
            marks.mark(FOOT, index)
        elif _OF_ALL.fullmatch(text):
            marks.mark(FOOT, index)
            if text.casefold().startswith("page"):
                marks.after_foot.add(index)
        elif index in attached:
            marks.mark(HEAD, index)
            marks.labels[index] = attached[index]
            if not line.page:
                marks.begins.add(index)
        elif match := _KIND_AND_PAGE.fullmatch(text):
            marks.mark(HEAD, index)
            marks.labels[index] = int(match[1])
        elif text.startswith("file:///") and " " not in text:
            marks.mark(LINK_TARGET, index)
        elif _LETTERHEAD_LINE.fullmatch(text) and len(text) < 120:
            marks.mark(LETTERHEAD, index)


def _attached_pages(lines: Sequence[Line]) -> dict[int, int]:
    """Index of line -> number of the page whose head it is, in a document that is not the meeting's own.

    The meeting's document has its own kind and number of pages in its first lines. An extract of minutes has the
    numbers of the whole: its first page is 1 here.
    """
    own = {_shape(match) for line in lines[:_OWN_HEAD] if (match := _ATTACHED_PAGE.fullmatch(line.text))}
    last: dict[tuple[str, ...], tuple[int, int]] = {}
    found: dict[int, int] = {}
    for index, line in enumerate(lines):
        match = _ATTACHED_PAGE.fullmatch(line.text)
        if match is None or _shape(match) in own or begins_entry(line.text):
            continue
        lower = not match["kind"][0].isupper() or (match["sender"] or "X")[0].islower()
        if lower or any(word.casefold() in DOCUMENT_TYPES for word in line.text.split()):
            continue
        printed = int(match["page"])
        if not 1 <= printed <= int(match["of"] or match["total"]):
            continue
        before, number = last.get(_shape(match), (0, 0))
        is_part = printed != before + 1 and match["kind"].casefold().endswith(EXTRACTS)
        found[index] = 1 if is_part else number + 1 if printed == before + 1 else printed
        last[_shape(match)] = printed, found[index]
    return found


def kind_of_head(text: str) -> str:
    """The kind of document that the head of a page names, first or beside the sender; empty: none."""
    match = _ATTACHED_PAGE.fullmatch(text)
    return kind_of_document(match["kind"] if match else text)


def _shape(match: re.Match[str]) -> tuple[str, ...]:
    """What the heads of all pages of a document have in common."""
    return (match["sender"] or "").casefold(), match["kind"].casefold(), match["of"] or match["total"]


def mark_attached_heads(marks: Marks, framing: Framing) -> None:
    """ "Kommunstyrelsen 1(1)" where the source tells no pages: no page of the document's own, which are marked.

    Any other words do where a page may begin, and the day or the case number of a letter stands below.
    """
    for index, line in enumerate(marks.lines):
        if line.page or index in marks.furniture or index < _OWN_HEAD or not (match := _LAST_OF_ALL.search(line.text)):
            continue
        if not 1 <= int(match[1]) <= int(match[2]):
            continue
        if len(framing.parts(line.text)) < 2 and not _is_letter(marks, index, int(match[1])):
            continue
        above = index - 1
        head = [index]
        while above >= 0 and framing.parts(marks.lines[above].text) == {"avsändare"}:
            head.append(above)
            above -= 1
        marks.mark(HEAD, *head)
        marks.labels[index] = int(match[1])
        marks.begins.add(head[-1])


def _is_letter(marks: Marks, index: int, number: int) -> bool:
    """Whether the first page of a letter begins here, or a page after one with the same head."""
    line, above = marks.lines[index], marks.lines[index - 1]
    if not 1 <= line.indent <= 2 or above.empty or begins_entry(line.text):
        return False
    words = line.text[: line.text.rindex("(")].rstrip(" 0123456789")
    if number > 1:
        return any(at in marks.labels and marks.lines[at].text.startswith(words) for at in range(index - 1, -1, -1))
    below = [marks.lines[at].text for at in marks.following(index + 1, 3)]
    return any(_DATED.match(text) or case_numbers_in(text) for text in below)


def mark_letterheads(marks: Marks) -> None:
    """Runs of at least three contact labels, each over its value, and the sender's name above them."""
    index = 0
    while index < len(marks.lines):
        if marks.lines[index].text.casefold() not in CONTACT_LABELS:
            index += 1
            continue
        run = _contact_run(marks, index)
        if len(run) >= 6:
            above = index - 1
            if above >= 0 and marks.lines[above].text and len(marks.lines[above].text) < 60:
                run.insert(0, above)
            marks.mark(LETTERHEAD, *run)
        index = max(index, run[-1] if run else index) + 1


def _contact_run(marks: Marks, index: int) -> list[int]:
    run: list[int] = []
    while len(pair := marks.following(index, 2)) == 2:
        label, value = pair
        if marks.lines[label].text.casefold() not in CONTACT_LABELS:
            break
        run += [label, value]
        index = value + 1
        if not marks.lines[index - 1].text:
            break
    return run


def mark_page_labels(marks: Marks) -> None:
    """ "Sida" over "2(5)", "1 (2)" alone, and the head of the page that they stand in."""
    for index, line in enumerate(marks.lines):
        if index in marks.furniture:
            continue
        match = next((found for part in (line.text, *line.cells[-1:]) if (found := _LABEL.fullmatch(part))), None)
        if not match or not 1 <= int(match[1]) <= int(match[2]):
            continue
        head = _head_above(marks, index)
        over = [above for above in head if marks.lines[above].text.casefold() in ("sida", "sid", "blad")]
        if not over and not line.text[0].isalpha() and "(" not in line.text:
            continue
        marks.labels[index] = int(match[1])
        marks.mark(HEAD, index)
        # The first page's dates are content: they say when the document was written.
        marks.mark(HEAD, *(head if int(match[1]) > 1 else over))


def _head_above(marks: Marks, index: int) -> list[int]:
    """Labels and dates straight above a page label, with nothing else between."""
    found: list[int] = []
    above = index - 1
    while above >= 0 and len(found) < 8:
        line = marks.lines[above]
        if line.text and above not in marks.furniture:
            is_label = line.text.casefold() in PAGE_HEAD_LABELS
            is_date = len(line.text) == 10 and find_date(line.text) is not None
            if not (is_label or is_date):
                break
            found.append(above)
            if line.indent:
                break
        above -= 1
    return found


def mark_running_heads(marks: Marks, page_starts: Sequence[int]) -> None:
    """At the top of a page: "Kontoret, Rapporten 2(57)", a page number alone, a row of labels."""
    for start in page_starts:
        top = marks.following(start, 2)
        if not top:
            continue
        first = top[0]
        if marks.lines[first].text.casefold() in ("datum sida", "datum sida dnr", "datum diarienummer sida"):
            marks.mark(HEAD, first)
            top = top[1:]
        if not top:
            continue
        text = marks.lines[top[0]].text
        match = _RUNNING_HEAD.fullmatch(text)
        if match and 1 <= int(match[1]) <= int(match[2]):
            marks.mark(HEAD, top[0])
            marks.labels[top[0]] = int(match[1])
        elif text.isdigit() and len(text) <= 3 and _foot_above(marks, top[0]):
            marks.mark(HEAD, top[0])
            marks.labels[top[0]] = int(text)


def mark_repeated_heads(marks: Marks, page_starts: Sequence[int], may_start: Sequence[int]) -> None:
    """The head of an attached document's first page once more: "Protokoll / Skolrådet / 2023-04-21", "Dnr: 23/SN/4"."""
    starts = sorted({*page_starts, *may_start})
    certain = set(page_starts)
    for place, start in enumerate(starts):
        top = marks.following(start, _HEAD_AT_MOST)
        if not top or top[0] - start > _HEAD_AT_MOST:
            continue
        for other in reversed(starts[max(0, place - _PAGES_BACK) : place]):
            count = _same_lines(marks, marks.following(other, _HEAD_AT_MOST), top)
            lines = [marks.lines[index].text for index in top[:count]]
            named = count > 1 and start in certain and lines[0].casefold() in DOCUMENT_KINDS
            if named or (count and _NUMBERED.fullmatch(lines[0])):
                marks.mark(HEAD, *(top[:count] if named else top[:1]))
                break


def _same_lines(marks: Marks, first: Sequence[int], second: Sequence[int]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one >= second[0] or marks.lines[one].text != marks.lines[other].text:
            break
        count += 1
    return count


def _foot_above(marks: Marks, index: int) -> bool:
    above = index - 1
    while above >= 0 and not marks.lines[above].text:
        above -= 1
    return above in marks.after_foot
