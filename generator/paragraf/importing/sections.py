"""The body of an item: sections in order, each with its heading as printed and its text as Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paragraf.importing.beside import without_recipients_beside
from paragraf.importing.dates import find_date
from paragraf.importing.decisions import with_decision
from paragraf.importing.document import LaidLine, Note
from paragraf.importing.flow import Measure, begins_entry
from paragraf.importing.groups import Group
from paragraf.importing.headings import Heading, Place, find_heading
from paragraf.importing.names import timed_names
from paragraf.importing.numbering import is_reference
from paragraf.importing.ownheadings import own_heading
from paragraf.importing.rendering import Rendered, section_text
from paragraf.importing.statements import says_adjusted_at_once, statement_in
from paragraf.importing.votes import find_roll_call
from paragraf.model import Section
from paragraf.model.derived import list_entries
from paragraf.vocabulary.documents import ADJUSTED_MARKS
from paragraf.vocabulary.headings import UNKNOWN, is_decision_of_a_body, kind_of, tells_result_of
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_RULE = re.compile(r"[\s_*=.\u2010-\u2015-]{3,}")
"""A line that only ends a § or sets it off."""
_SPEAKS = (
    "",
    "beslut",
    "dagens",
    "proposition",
    "omrostning",
    "yrkanden",
    "arendebeskrivning",
    "ovrigt",
    "sammanfattning",
)
"""Kinds of sections in which members' statements stand without a heading of their own."""
_VOTES_IN = ("", "proposition", "dagens", "yrkanden", "ovrigt", "arendebeskrivning", "beslut")
_TOLD_IN_LINES = ("omrostning", "proposition", "yrkanden")
"""Kinds of sections whose lines can begin with a word and a colon that head a section elsewhere."""
_SENTENCE = re.compile(
    r"att\s|(?:\S+\s+){4,}\S+\.$|(?:\S+\s+){14,}\S|[^,]*\b(?:beslutar|godkänns|beviljas|antas|avslås)\b"
)
"""An entry that names nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemBody:
    """What stands inside an item."""

    text: str = ""
    """Markdown before the first section."""
    sections: tuple[Section, ...] = ()
    mark: LaidLine | None = None
    """The line that says that the § is adjusted."""
    immediate: bool = False
    """The text says that it is adjusted at once."""
    presenters: tuple[tuple[str, str], ...] = ()
    """Name and title, of a line or section Föredragande."""
    time: str = ""
    """That stands with them, as printed."""
    notes: tuple[Note, ...] = ()
    rearranged: frozenset[int] = frozenset()
    """Numbers of lines whose words stand in the text in another order: tables, votes, facts."""


def is_adjusted_mark(text: str) -> bool:
    """Whether a line says that the § is adjusted."""
    return text.casefold().rstrip(".").startswith(ADJUSTED_MARKS)


def adjusted_on(mark: LaidLine) -> str:
    """The day in "Paragrafen är justerad 2023-05-03", or an empty string."""
    day = find_date(mark.line.text)
    return day.isoformat() if day else ""


def read_body(
    lines: Sequence[LaidLine],
    own_names: tuple[str, ...],
    by: Measure,
    *,
    minutes: bool = True,
    recurring: frozenset[str] = frozenset(),
    title: str = "",
) -> ItemBody:
    """Text before the first heading, sections, who presents, whether it is adjusted, and what was unsure.

    `recurring`: lines that stand over text in several items of the document; see ownheadings.py. `title`: of the item.
    """
    notes: list[Note] = []
    lines, beside = without_recipients_beside(lines, own_names)
    groups, mark = _groups(lines, own_names, notes, recurring)
    moved = set(beside)
    presenters: list[tuple[str, str]] = []
    groups, time = _without_presenters(groups, presenters, moved)
    kept = [
        part for group in groups for voting in _with_votes(group, by, notes) for part in _with_statements(voting, notes)
    ]
    if minutes:
        kept = list(with_decision(kept, own_names, notes, title))
    rendered = [section_text(group.kind, group.lines, by, inner=frozenset(group.inner)) for group in kept]
    for one in rendered:
        notes += one.notes
        moved |= one.rearranged
    sections = tuple(_section(group, one) for group, one in zip(kept[1:], rendered[1:], strict=True))
    notes += _doubts(kept[1:], sections)
    return ItemBody(
        text=rendered[0].text,
        sections=sections,
        mark=mark,
        immediate=minutes and _at_once(kept, rendered),
        presenters=tuple(presenters),
        time=time,
        notes=tuple(notes),
        rearranged=frozenset(moved),
    )


def _section(group: Group, rendered: Rendered) -> Section:
    return Section(heading=group.heading, kind=group.kind, text=rendered.text)


def _doubts(groups: Sequence[Group], sections: Sequence[Section]) -> Iterator[Note]:
    """What can only come of reading a decision or its recipients wrong."""
    for place, (group, section) in enumerate(zip(groups, sections, strict=True)):
        following = sections[place + 1].kind if place + 1 < len(sections) else ""
        if section.kind == "beslut" and not section.text.strip() and following not in ("beslut", "forslag"):
            yield Note(line=group.line, text=f"Avsnittet ”{section.heading}” är tomt; beslutet kan stå i ett annat.")
        if section.kind != "expedieras":
            continue
        for entry in list_entries(section.text):
            if _SENTENCE.match(entry.text):
                yield Note(line=group.line, text=f"Mottagaren ser ut som en mening: ”{entry.text}”.")


def _at_once(groups: Sequence[Group], rendered: Sequence[Rendered]) -> bool:
    return any(
        group.kind == "justering" or (group.kind in ("", "beslut", "dagens") and says_adjusted_at_once(one.text))
        for group, one in zip(groups, rendered, strict=True)
    )


def _groups(
    lines: Sequence[LaidLine], own_names: tuple[str, ...], notes: list[Note], recurring: frozenset[str]
) -> tuple[list[Group], LaidLine | None]:
    groups = [Group()]
    mark: LaidLine | None = None
    index, blank = 0, True
    while index < len(lines):
        line, group = lines[index], groups[-1]
        if line.blank or _RULE.fullmatch(line.line.text):
            group.lines.append(line if line.blank else _emptied(line))
            blank = blank or not line.furniture or line.own_head
            index += 1
            continue
        if is_adjusted_mark(line.line.text):
            mark = line
            index += 1
            continue
        # An entry of a list whose bullet was lost can be a word of a heading; a reference from the head heads nothing.
        is_entry = line.line.indent in (1, 2) and group.kind in (*ATTACHMENT_KINDS, "expedieras")
        is_entry = is_entry or (not index and is_reference(line.line.text) and any(map(_is_gap, lines[1:2])))
        place = _place(lines, index, group, own_names, blank)
        found = None if is_entry else find_heading(lines, index, place)
        if found is None and not is_entry:
            among = not place.filled if len(groups) == 1 else any(one.kind != UNKNOWN for one in groups[1:])
            found = own_heading(lines, index, place, known=recurring, among=among)
        if found is None or _is_said_in(group, found):
            group.lines.append(line)
        elif found.within or tells_result_of(found.text, group.heading):
            group.inner.add(line.line.number)
            group.lines.append(line)
        else:
            groups.append(_begun(line, found))
            if not found.known:
                text = f"Rubriken ”{found.text}” finns inte i tabellen över rubriker."
                notes.append(Note(line=line.line.number, text=text))
        blank = False
        index += found.lines if found else 1
    return groups, mark


def _is_said_in(group: Group, found: Heading) -> bool:
    """Whether words before a colon only lead a line of the section that tells of the same: "Omröstningsresultat: 7 ja"
    below "Omröstning".
    """
    headed = bool(group.heading) and not any(one.line.number == group.line for one in group.lines)
    return headed and bool(found.rest) and found.kind == group.kind and group.kind in _TOLD_IN_LINES


def _emptied(line: LaidLine) -> LaidLine:
    return replace(line, line=replace(line.line, text="", empty=True))


def _begun(line: LaidLine, found: Heading) -> Group:
    group = Group(heading=found.text, kind=found.kind, level=line.line.heading, line=line.line.number)
    if found.rest:
        group.lines.append(replace(line, line=replace(line.line, text=found.rest, cells=(), indent=0)))
    return group


def _place(lines: Sequence[LaidLine], index: int, group: Group, own_names: tuple[str, ...], blank: bool) -> Place:
    last = next((one.line for one in reversed(group.lines) if not one.blank), None)
    following = lines[index + 1].line.text if index + 1 < len(lines) and not lines[index + 1].blank else ""
    ended = last is None or bool(re.search(r"[.:;!?][”\"’)]?$|[”\"]$", last.text)) or begins_entry(last.text)
    in_list = group.kind in (*ATTACHMENT_KINDS, "expedieras")
    # A line without a blank line above stands between a sentence that has ended and another sentence.
    over_text = (
        last is not None
        and not in_list
        and last.text.endswith(".")
        and following[:1].isupper()
        and len(following.split()) > 2
    )
    return Place(
        own_names=own_names,
        section=group.kind,
        level=group.level,
        after_blank=blank or over_text,
        ended=ended or in_list,
        filled=last is not None,
        by_body=is_decision_of_a_body(group.heading),
    )


def _without_presenters(
    groups: Sequence[Group], presenters: list[tuple[str, str]], moved: set[int]
) -> tuple[list[Group], str]:
    """The groups without those that only name who presents, and the time that stands with the names.

    What stands after the names goes to the group before.
    """
    found: list[Group] = []
    time = ""
    for group in groups:
        named, at, after = _presenters_of(group)
        if not named or not found:
            found.append(group)
            continue
        presenters += named
        time = time or at
        moved.add(group.line)
        moved.update(line.line.number for line in group.lines[: len(group.lines) - len(after)] if not line.blank)
        found[-1].lines.extend(after)
    return found, time


def _presenters_of(group: Group) -> tuple[list[tuple[str, str]], str, list[LaidLine]]:
    """Who presents and when, by a section Föredragande, and what stands after its names: no part of it."""
    if group.kind != "foredragande":
        return [], "", []
    texts = [place for place, line in enumerate(group.lines) if not line.blank]
    end = (
        next((place for place in range(texts[0], len(group.lines)) if _is_gap(group.lines[place])), None)
        if texts
        else 0
    )
    own = group.lines[:end]
    people, time, rest = timed_names(", ".join(line.line.text.strip(" ,") for line in own if not line.blank))
    return (list(people), time, group.lines[len(own) :]) if people and not rest else ([], "", [])


def _is_gap(line: LaidLine) -> bool:
    return line.blank and not line.furniture


def _with_votes(group: Group, by: Measure, notes: list[Note]) -> Iterator[Group]:
    """A vote by name that stands under another heading becomes a section of its own."""
    call = find_roll_call(group.lines, by) if group.kind in _VOTES_IN else None
    if call is None or len(call.ballots) < 3:
        yield group
        return
    start = call.start
    while start > 0 and not (group.lines[start - 1].blank and not group.lines[start - 1].furniture):
        if re.search(r"(?:yrkar|finner|ställer proposition)\b", group.lines[start - 1].line.text):
            break
        start -= 1
    first = group.lines[start].line.number
    notes.append(Note(line=first, text="Omröstningen saknar rubrik; rubriken ”Omröstning” är tillagd."))
    yield Group(heading=group.heading, kind=group.kind, level=group.level, line=group.line, lines=group.lines[:start])
    yield Group(heading="Omröstning", kind="omrostning", line=first, lines=group.lines[start:])


def _with_statements(group: Group, notes: list[Note]) -> Iterator[Group]:
    """Reservations, jäv and notes without a heading become sections of their own, from their paragraph on."""
    if group.kind not in _SPEAKS:
        yield group
        return
    current = replace(group, lines=[])
    at_start = True
    for place, line in enumerate(group.lines):
        begins = at_start and not line.blank and bool(current.lines) and not begins_entry(line.line.text)
        heading = statement_in(_paragraph(group.lines, place)) if begins else ""
        if heading and any(not one.blank for one in current.lines):
            number = line.line.number
            notes.append(Note(line=number, text=f"Stycket saknar rubrik; rubriken ”{heading}” är tillagd."))
            yield current
            current = Group(heading=heading, kind=kind_of(heading), line=number)
        current.lines.append(line)
        ends = line.line.text.endswith(".") and line.line.wrapped is not True
        at_start = (line.blank and not line.furniture) or (ends and group.kind == "beslut")
    yield current


def _paragraph(lines: Sequence[LaidLine], start: int) -> str:
    words: list[str] = []
    for line in lines[start : start + 12]:
        if line.blank and not line.furniture:
            break
        if not line.blank:
            words.append(line.line.text)
    return " ".join(words)
