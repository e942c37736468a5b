"""Random meetings that the format can hold, with text that tempts every separator of it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paragraf.ids import CaseNumber, MeetingId, ParagraphNumber, case_number, nfc
from paragraf.model import (
    DRAFT_WORDS,
    Adjustment,
    Agenda,
    AgendaItem,
    AttachmentEntry,
    AttachmentFile,
    AttendanceGroup,
    Attendee,
    Body,
    Cancellation,
    Correction,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    ParagraphSet,
    Presenter,
    Publication,
    Publicity,
    Section,
    TimeSpan,
    Waiver,
    Withdrawal,
    Withheld,
)
from paragraf.vocabulary.headings import kind_of
from paragraf.vocabulary.items import APPEALS, OPENNESS, OUTCOMES, TYPES
from paragraf.writing import attachment_text

ORGANISATION = Organisation(name="Lillånga", bodies=(Body(code="SAN", name="Social- och arbetsmarknadsnämnden"),))
OWN_NAMES = ("Social- och arbetsmarknadsnämnden", "SAN")

_LETTERS = "abzABZåäöÅÄÖéü09 -–—.,:;#'\"()[]{}*&!|>%@§/\\_`~+=?<\u00a0\u2009€🌲a\u030ao\u0308"
_SNIPPETS = (
    " # ",
    ": ",
    "- ",
    "## ",
    "'",
    '"',
    "# § 45 ",
    "Beslut: ",
    "Tid: 13.10",
    " ersätter ",
    ", distans",
    ", § 44–49",
    "(S)",
    " (publiceras inte: skäl)",
    "[x](bilagor/x.pdf)",
    "---",
    "...",
    "ja",
    "null",
    "2023-04-26",
    "13.00–16.10",
    "åäö" * 40,
    " -> ",
    "\\n",
    "<br>",
)


def lines(*forbidden: str) -> SearchStrategy[str]:
    """A text of one line that is not blank and holds none of the forbidden marks, perhaps with blanks at its ends.

    Nor the beginning of a comment of HTML, which is an error wherever it stands.
    """
    pieces = st.one_of(st.text(alphabet=_LETTERS, max_size=8), st.sampled_from(_SNIPPETS))
    return st.lists(pieces, min_size=1, max_size=4).map(lambda found: _without("".join(found), ("<!--", *forbidden)))


def _without(text: str, forbidden: tuple[str, ...]) -> str:
    while found := [mark for mark in forbidden if mark in text]:
        text = text.replace(found[0], "")
    return text if text.strip() else f"{text}x"


def blocks() -> SearchStrategy[str]:
    """Markdown of several lines, without headings of first and second level outside code."""
    plain = lines().map(lambda line: f"x{line}" if re.match(r" {0,3}(?:#|`{3}|~{3})", nfc(line)) else line)
    shaped = st.sampled_from(
        (
            "",
            "   ",
            "- [Titel](bilagor/x.pdf)",
            "### Underrubrik",
            "    ## indragen kod",
            "```\n## ingen rubrik\n# inte heller\n```",
            "~~~~ text\n```\n## kvar\n~~~\n~~~~",
            "| Ledamot | Röst |",
            "|---|---|",
            "| Siv Exempel (S) | ja |",
            "Ja: bifall",
            "1. att bifalla",
            "#hashtagg",
            "``` inte ` kod",
        )
    )
    return st.lists(st.one_of(plain, shaped), max_size=6).map("\n".join)


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))


spans = st.builds(TimeSpan, start=clocks, end=st.none() | clocks)
times = st.lists(spans, max_size=2).map(tuple)
numbers = st.builds(ParagraphNumber, st.integers(1, 9999), st.sampled_from(("", "", "", "a", "ö")))


@st.composite
def paragraph_sets(draw: st.DrawFn, *, person: bool) -> ParagraphSet:
    ends = draw(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=3))
    ranges = tuple((min(pair), max(pair)) for pair in ends)
    flag = draw(st.booleans()) if person else False
    return ParagraphSet(ranges=ranges, excluded=flag, partly=draw(st.booleans()) if person else False)


_NAME = (",", "(", ")", "§", "ersätter")
names = lines(*_NAME)
parties = st.none() | st.text(alphabet="ABSVåäö-", min_size=1, max_size=8).map(lambda code: f"{code}x")
roles = lines("§", "ersätter").map(lambda role: f"{role}." if role.strip().casefold().endswith("distans") else role)


@st.composite
def attendees(draw: st.DrawFn) -> Attendee:
    serves_for = draw(st.none() | names)
    return Attendee(
        name=draw(names),
        party=draw(parties),
        role=draw(st.none() | roles),
        serves_for=serves_for,
        serves_for_party=draw(parties) if serves_for else None,
        paragraphs=draw(st.none() | paragraph_sets(person=True)),
        remote=draw(st.booleans()),
    )


people = st.lists(attendees(), max_size=3).map(tuple)
groups = st.lists(
    st.builds(AttendanceGroup, label=lines(), people=people),
    max_size=3,
    unique_by=lambda group: nfc(group.label).replace("\t", " ").strip(),
).map(tuple)
adjustments = st.builds(
    Adjustment,
    paragraphs=st.none() | st.just(ParagraphSet(rest=True)) | paragraph_sets(person=False),
    adjusted=st.none() | days,
    announced=st.none() | days,
    removed=st.none() | days,
    adjusters=people,
    place=st.just("") | lines(),
)

case_numbers = lines(",").map(lambda text: case_number(f"{text}7"))
titles = lines().map(lambda title: f"T{title}" if re.match(r"\s*[§\d]", title) else title)
link_titles = lines("[", "]", "(", ")")
link_files = st.sampled_from(("bilagor/x.pdf", "bilagor/utredning-2.docx", "bilagor/text.md"))


@st.composite
def entries(draw: st.DrawFn) -> AttachmentEntry:
    file = draw(st.none() | link_files)
    withheld = None if file else draw(st.none() | st.just("") | lines("(", ")"))
    return AttachmentEntry(title=draw(link_titles), file=file, withheld=withheld, kind="bilaga", listed=False)


@st.composite
def sections(draw: st.DrawFn) -> Section:
    heading = draw(st.sampled_from(("Beslut", "Nämndens behandling av ärendet", "Omröstning")) | lines())
    return Section(heading=heading, kind=kind_of(nfc(heading).strip(), OWN_NAMES), text=draw(blocks()))


_ITEM: dict[str, SearchStrategy[Any]] = {
    "title": titles,
    "case_numbers": st.lists(case_numbers, max_size=2).map(tuple),
    "presenters": st.lists(st.builds(Presenter, name=lines(","), title=st.just("") | lines()), max_size=2).map(tuple),
    "at": st.none() | clocks,
    "type": st.none() | st.sampled_from(tuple(TYPES)),
    "outcome": st.none() | st.sampled_from(tuple(OUTCOMES)),
    "unlisted": st.lists(entries(), max_size=2).map(tuple),
    "added": st.none() | days,
    "related": st.lists(case_numbers, max_size=2).map(tuple),
    "appeal": st.none() | st.sampled_from(tuple(APPEALS)),
    "openness": st.none() | st.sampled_from(tuple(OPENNESS)),
    "immediate": st.booleans(),
    "publication": st.builds(Publication, level=st.sampled_from(Publicity), reason=st.just("") | lines("(", ")")),
    "corrections": st.lists(
        st.builds(Correction, date=days, by=lines(":", ","), was=lines("->"), now=lines()), max_size=2
    ).map(tuple),
    "withdrawal": st.none() | st.builds(Withdrawal, date=days, reason=lines()),
    "waivers": st.lists(
        st.builds(Waiver, code=st.sampled_from(("okänd-rubrik", "lucka")), who=lines(","), date=days, reason=lines()),
        max_size=2,
    ).map(tuple),
    "text": blocks(),
    "sections": st.lists(sections(), max_size=3).map(tuple),
}


@st.composite
def paragraphs(draw: st.DrawFn, number: ParagraphNumber | None, file: str) -> Paragraph:
    return Paragraph(number=number, file=file, **{name: draw(value) for name, value in _ITEM.items()})


@st.composite
def agenda_items(draw: st.DrawFn, number: int | None, file: str) -> AgendaItem:
    return AgendaItem(number=number, file=file, **{name: draw(value) for name, value in _ITEM.items()})


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    chosen = draw(st.lists(st.none() | numbers, min_size=1, max_size=3, unique_by=lambda number: number or object()))
    files = [f"{place:03}-å.md" for place in range(len(chosen))]
    return Minutes(paragraphs=tuple(draw(paragraphs(one, file)) for one, file in zip(chosen, files, strict=True)))


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    chosen = draw(
        st.lists(st.none() | st.integers(1, 99), min_size=1, max_size=3, unique_by=lambda number: number or object())
    )
    files = [f"{place:02}-ö.md" for place in range(len(chosen))]
    return Agenda(
        published=draw(st.none() | days),
        times=draw(times),
        place=draw(st.just("") | lines()),
        called=draw(groups),
        items=tuple(draw(agenda_items(one, file)) for one, file in zip(chosen, files, strict=True)),
    )


@st.composite
def attachment_files(draw: st.DrawFn) -> tuple[AttachmentFile, ...]:
    markdown = AttachmentFile(
        path="bilagor/text.md",
        size=0,
        sha256="",
        title=draw(lines()),
        text=draw(blocks() | st.just("## Avsnitt\n# Topp")),
    )
    content = attachment_text(markdown).encode()
    described = replace(markdown, size=len(content), sha256=hashlib.sha256(content).hexdigest())
    return (described, *(binary_file(name) for name in ("utredning-2.docx", "x.pdf")))


def binary_file(name: str) -> AttachmentFile:
    """A file whose bytes are its name."""
    content = name.encode()
    return AttachmentFile(path=f"bilagor/{name}", size=len(content), sha256=hashlib.sha256(content).hexdigest())


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """A meeting of SAN that the format can hold."""
    return Meeting(
        id=MeetingId("SAN", draw(days), draw(st.integers(1, 3))),
        body_name="Social- och arbetsmarknadsnämnden",
        kind=draw(st.sampled_from(("ordinarie", "extra"))),
        times=draw(times),
        place=draw(st.just("") | lines()),
        draft=draw(st.sampled_from(tuple(DRAFT_WORDS))),
        cancelled=draw(st.none() | st.builds(Cancellation, date=days, reason=st.just("") | lines())),
        moved_to=draw(st.none() | days),
        original=draw(st.none() | st.just("bilagor/x.pdf")),
        attendance=draw(st.none() | groups),
        adjustments=draw(st.lists(adjustments, max_size=2).map(tuple)),
        withheld=draw(
            st.lists(st.builds(Withheld, paragraphs=paragraph_sets(person=False), reason=lines()), max_size=2).map(
                tuple
            )
        ),
        agenda=draw(st.none() | agendas()),
        minutes=draw(st.none() | minutes()),
        files=draw(attachment_files()),
    )


_BLOCK_FIELDS = {"text"}


def canonical(value: Any, field: str = "") -> Any:
    """What the format keeps of a model: NFC, no blanks around a line, no blank lines around a text."""
    if isinstance(value, CaseNumber):
        return case_number(canonical(value.written))
    if isinstance(value, str) and type(value) is str:
        return _block(value) if field in _BLOCK_FIELDS else nfc(value).strip()
    if isinstance(value, tuple):
        return tuple(canonical(one) for one in value)
    if isinstance(value, Mapping):
        return {canonical(key): canonical(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: canonical(getattr(value, one.name), one.name) for one in fields(value)})
    return value


def _block(text: str) -> str:
    kept = ["" if not line.strip() else line for line in nfc(text).split("\n")]
    while kept and not kept[0]:
        del kept[0]
    while kept and not kept[-1]:
        del kept[-1]
    return "\n".join(kept)
