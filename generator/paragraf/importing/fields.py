"""Stage 4, read fields: parts of a document become a meeting, texts of attachments, and an account of every line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from paragraf.ids import MeetingId, slugify
from paragraf.importing.attached import attached_markdown
from paragraf.importing.casenumbers import split_case
from paragraf.importing.dates import find_clock, find_spans
from paragraf.importing.document import (
    Document,
    FieldsRead,
    ItemBlock,
    LaidLine,
    LaidOut,
    Note,
    Original,
    Segmented,
    refuse,
)
from paragraf.importing.documents import Found, find_documents
from paragraf.importing.flow import measure
from paragraf.importing.front import Front, read_front
from paragraf.importing.frontvotes import with_votes
from paragraf.importing.ledger import account, unkept
from paragraf.importing.linked import linked, unlisted
from paragraf.importing.names import presenters
from paragraf.importing.numberedonce import numbered_once
from paragraf.importing.originals import AS_TEXT, own_pages
from paragraf.importing.ownheadings import recurring
from paragraf.importing.presented import with_presented
from paragraf.importing.sections import ItemBody, read_body
from paragraf.importing.service import adjustments_of, attendance_of, elected_in
from paragraf.importing.statements import informants
from paragraf.model import (
    Agenda,
    AgendaItem,
    AttachmentFile,
    Draft,
    Meeting,
    Minutes,
    Paragraph,
    Presenter,
    Section,
)
from paragraf.model.derived import attachment_entry, list_entries
from paragraf.vocabulary.items import ATTACHMENT_KINDS
from paragraf.writing import meeting_files

_NOT_SPOKEN = ("underlag", "bilagor", "expedieras", "delegationsbeslut", "beslut", "forslag")
"""Kinds of sections that do not tell who presents an item."""
_WITHDRAWN = re.compile(r"[(*_ ]*(?:(?:ärendet|punkten) )?(?:utgår|utgick|har utgått)[ .)*_]*", re.IGNORECASE)
_WITHDRAWN_TITLE = re.compile(r"(?:\s[-–]|,|\()\s*(?:ärendet |punkten )?(?:utgår|utgick)\b[.)]*$", re.IGNORECASE)


def read_fields(segmented: Segmented) -> FieldsRead:
    """Read the parts; write the meeting, the texts of its documents, the ledger and what was unsure."""
    laid = segmented.laid
    notes: list[Note] = [*segmented.laid.notes]
    if len(laid.days) > 1:
        days = ", ".join(day.isoformat() for day in laid.days)
        notes.append(Note(line=0, text=f"Sammanträdet har flera dagar: {days}. Mappen har den första."))
    numbers = [item.number for item in segmented.items if item.number]
    spans = (segmented.front, *segmented.metas)
    front = read_front(
        [line for first, last in spans for line in laid.lines[first:last]],
        laid.body,
        numbers,
        parts=frozenset(laid.lines[first].line.number for first, _ in segmented.metas),
        minutes=laid.kind == "protokoll",
        day=laid.date,
    )
    notes += [Note(line=line, text="Raden på framsidan tolkades inte.") for line in front.unread]
    notes += front.notes
    if pages := [item.page for item in segmented.items if item.page]:
        text = f"Sidnumren i ärendelistan följer inte med: {', '.join(pages)}."
        notes.append(Note(line=laid.lines[segmented.items[0].start].line.number, text=text))
    bodies = _bodies(segmented)
    documents = _documents(segmented, bodies, notes)
    files = tuple(_file(laid.lines[one.start : one.end], one) for one in documents)
    meeting = _meeting(segmented, front, bodies, documents, notes)
    attached = tuple(file for file in files if file.path.startswith("bilagor/"))
    tray = tuple(file for file in files if not file.path.startswith("bilagor/"))
    notes += _listing_notes(segmented)
    notes += [note for body in bodies for note in body.notes]
    rearranged = frozenset(number for body in bodies for number in body.rearranged)
    paths = item_paths(meeting, laid.request.source)
    ledger = account(segmented, paths, documents, front, rearranged=rearranged)
    lines = tuple(line.line for line in laid.lines)
    if missing := frozenset(unkept(ledger, lines, meeting_files(meeting), notes)):
        notes += [Note(line=line, text="Allt på raden kunde inte tolkas.") for line in missing]
        ledger = account(segmented, paths, documents, front, missing, rearranged=rearranged)
    return FieldsRead(
        request=laid.request,
        sha256=laid.sha256,
        lines=lines,
        kind=laid.kind,
        variant=laid.variant,
        unit=_unit(segmented),
        meeting=_with_files(meeting, attached, tray),
        tray=tray,
        ledger=ledger,
        notes=tuple(sorted(notes, key=lambda note: note.line)),
        originals=tuple(
            Original(path=one.original, first=one.pages[0], last=one.pages[1]) for one in documents if one.original
        ),
    )


def _bodies(segmented: Segmented) -> list[ItemBody]:
    laid = segmented.laid
    own = (laid.body,)
    parts = [_lines_of(laid, item) for item in segmented.items]
    by = measure(line.line for part in parts for line in part if not line.blank)
    again = recurring(parts)
    minutes = laid.kind == "protokoll"
    return [
        read_body(part, own, by, minutes=minutes, recurring=again, title=item.title)
        for part, item in zip(parts, segmented.items, strict=True)
    ]


def _lines_of(laid: LaidOut, item: ItemBlock) -> list[LaidLine]:
    """The lines of an item's text: those below its head, after those in it that are no part of the title, and last
    the recipients that stand above it.
    """
    inside = [laid.lines[index] for index in item.references]
    above = [laid.lines[index] for index in item.above]
    return [*inside, *_gap(inside), *laid.lines[item.body_start : item.end], *_gap(above), *above]


def _gap(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """A blank line between other lines, where there are any."""
    return [replace(lines[-1], line=replace(lines[-1].line, text="", cells=(), empty=True))] if lines else []


def _documents(segmented: Segmented, bodies: Sequence[ItemBody], notes: list[Note]) -> list[Document]:
    """Every attached document with its place: an item's list, an item, or the tray."""
    titles = {index: _listed_titles(body) for index, body in enumerate(bodies)}
    found: list[Found] = []
    for region in segmented.regions:
        for one in find_documents(segmented.laid, region, titles):
            if one.listed and one.item is not None:
                titles[one.item].remove(one.title)
            found.append(one)
    taken: set[str] = set()
    documents = []
    splits = segmented.laid.request.source.suffix.lower() == ".pdf"
    for one in found:
        folder = "oplacerat" if one.item is None else "bilagor"
        pages = own_pages(segmented.laid.lines, one.start, one.end) if splits else (0, 0)
        stem = f"{folder}/{_short(slugify(one.title)) or 'bilaga'}"
        original = _free(stem, taken, ".pdf") if pages[0] else ""
        path = _free(f"{original.removesuffix('.pdf')}-{AS_TEXT}" if original else stem, taken)
        documents.append(
            Document(
                start=one.start,
                end=one.end,
                item=one.item,
                title=one.title,
                listed=one.listed,
                path=path,
                how=one.how,
                sure=one.sure,
                pages=pages,
                original=original,
            )
        )
        line = segmented.laid.lines[one.start].line.number
        if not one.sure:
            notes.append(Note(line=line, text=f"”{one.title}” ({path}): {one.how}."))
    for index, left in titles.items():
        for title in left:
            name = _item_name(segmented, index)
            line = segmented.laid.lines[segmented.items[index].start].line.number
            notes.append(Note(line=line, text=f"{name}: handlingen ”{title}” finns inte i dokumentet."))
    return documents


def _listed_titles(body: ItemBody) -> list[str]:
    return [
        attachment_entry(entry.text, kind=section.kind, listed=True, line=0).title
        for section in body.sections
        if section.kind in ATTACHMENT_KINDS and section.kind != "delegationsbeslut"
        for entry in list_entries(section.text)
    ]


def _short(slug: str, longest: int = 80) -> str:
    return slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0] or slug[:longest]


def _free(stem: str, taken: set[str], ending: str = ".md") -> str:
    path, number = f"{stem}{ending}", 1
    while path in taken:
        number += 1
        path = f"{stem}-{number}{ending}"
    taken.add(path)
    return path


def _file(lines: Sequence[LaidLine], one: Document) -> AttachmentFile:
    return AttachmentFile(path=one.path, size=0, sha256="", title=one.title, text=attached_markdown(lines))


def _meeting(
    segmented: Segmented, front: Front, bodies: Sequence[ItemBody], documents: Sequence[Document], notes: list[Note]
) -> Meeting:
    laid = segmented.laid
    identity = MeetingId(body=laid.body, date=laid.date)
    items = list(zip(segmented.items, bodies, strict=True))
    own = {index: [one for one in documents if one.item == index] for index in range(len(items))}
    for item, _ in items:
        if len(find_spans(item.time)[0]) and find_spans(item.time)[0][0].end:
            text = f"{_name_of(laid, item)} har tiden {item.time}; bara när den börjar tas med."
            notes.append(Note(line=laid.lines[item.start].line.number, text=text))
        notes += [Note(line=laid.lines[item.start].line.number, text=text) for text in item.unsure]
        if laid.kind == "kallelse" and item.number and item.number.suffix:
            odd = "ett nummer i två led" if "." in item.number.suffix else "en bokstav"
            text = f"Punkt {item.number} har {odd}; numret står i rubriken."
            notes.append(Note(line=laid.lines[item.start].line.number, text=text))
    if laid.kind == "kallelse":
        agenda = Agenda(
            times=front.times,
            place=front.place,
            called=front.groups,
            items=tuple(_agenda_item(item, body, own[index]) for index, (item, body) in enumerate(items)),
        )
        return Meeting(id=identity, body_name=laid.body, draft=Draft.ALL, agenda=agenda)
    paragraphs = tuple(_paragraph(item, body, own[index]) for index, (item, body) in enumerate(items))
    paragraphs = numbered_once(paragraphs, segmented.items, laid, notes)
    paragraphs = with_votes(paragraphs, front.votes, notes)
    paragraphs = with_presented(paragraphs, laid.lines[slice(*segmented.front)])
    elected = front.adjusters or elected_in(paragraphs)
    adjustments = adjustments_of(front, elected, paragraphs, bodies)
    if not front.groups:
        text = "Dokumentet har ingen närvarolista; bara de ersättare som texten nämner är med."
        notes.append(Note(line=0, text=text))
    if elected and not adjustments:
        notes.append(Note(line=0, text="Dokumentet säger inte att det är justerat."))
    return Meeting(
        id=identity,
        body_name=laid.body,
        draft=Draft.ALL,
        times=front.times,
        place=front.place,
        attendance=attendance_of(front, paragraphs, () if adjustments else elected),
        adjustments=adjustments,
        minutes=Minutes(paragraphs=paragraphs),
    )


def item_paths(meeting: Meeting, source: Path) -> list[str]:
    """The files that the items are written to, in order. Raises ImportRefusedError when the format cannot hold them."""
    try:
        return [path for path in meeting_files(meeting) if path.startswith(("kallelse/", "protokoll/"))]
    except ValueError as error:
        raise refuse(str(source), "går-inte-att-skriva", str(error)) from error


def _unit(segmented: Segmented) -> str:
    """The unit in the case numbers when all agree (SAN of 23/SAN/115), else nothing.

    Those of a subcommittee and of fullmäktige stand in another body's diary, so that they do not tell its own name.
    """
    others = ("utskott", "utskottet", "beredning", "beredningen", "presidium", "fullmäktige")
    if segmented.laid.body.casefold().endswith(others):
        return ""
    written = {case.written for item in segmented.items for case in item.case_numbers}
    units = {found[0] if (found := re.findall(r"[A-ZÅÄÖ]{2,}", number.upper())) else "" for number in written}
    return units.pop().upper() if len(units) == 1 else ""


def _agenda_item(item: ItemBlock, body: ItemBody, documents: Sequence[Document]) -> AgendaItem:
    number, title = item.number, item.title
    lettered = number is not None and bool(number.suffix)
    if number and lettered:  # the format has no item 3 a: its number is part of the title
        title = f"{str(number) if '.' in number.suffix else f'{number.number} {number.suffix}'} – {title}"
    return AgendaItem(
        number=number.number if number and not lettered else None,
        title=title,
        case_numbers=item.case_numbers,
        presenters=_presenters((*item.presenters, *body.presenters)),
        at=find_clock(item.time or body.time),
        outcome=_withdrawn(item, body),
        text=body.text,
        sections=linked((*body.sections, *_papers(item)), documents),
        unlisted=unlisted(documents),
    )


def _papers(item: ItemBlock) -> Iterator[Section]:
    """What a column of the table of items lists, as a section."""
    heading, those = item.papers
    if those:
        yield Section(heading=heading, kind="underlag", text="\n".join(f"- {one}" for one in those))


def _withdrawn(item: ItemBlock, body: ItemBody) -> str | None:
    """Utfall of an item that the agenda says was taken off it: "Ärendet utgår" in its text or after its title."""
    said = _WITHDRAWN.fullmatch(body.text.strip()) or _WITHDRAWN_TITLE.search(item.title)
    return "utgår" if said else None


def _informants(item: ItemBlock, spoken: str) -> tuple[tuple[str, str], ...]:
    """Who informs presents an item that is information; elsewhere it is only part of the discussion."""
    return informants(spoken) if re.search(r"inform|rapport\b|rapporter\b|aktuellt", item.title.casefold()) else ()


def _presenters(people: Sequence[tuple[str, str]]) -> tuple[Presenter, ...]:
    """Each once, with the title that any place gives."""
    found: dict[str, str] = {}
    for name, title in people:
        found[name] = found.get(name) or title
    return tuple(Presenter(name=name, title=title) for name, title in found.items())


def _paragraph(item: ItemBlock, body: ItemBody, documents: Sequence[Document]) -> Paragraph:
    text, sections, mark = body.text, body.sections, body.mark
    spoken = "\n\n".join([text, *(section.text for section in sections if section.kind not in _NOT_SPOKEN)])
    return Paragraph(
        number=item.number,
        title=item.title,
        case_numbers=item.case_numbers,
        outcome=_withdrawn(item, body) if not sections else None,
        presenters=_presenters(
            (*item.presenters, *body.presenters, *(presenters(spoken) or _informants(item, spoken)))
        ),
        text=text,
        sections=linked(sections, documents),
        unlisted=unlisted(documents),
        immediate=body.immediate or (mark is not None and "omedelbart" in mark.line.text.casefold()),
    )


def _listing_notes(segmented: Segmented) -> list[Note]:
    """Differences between the document's own list of items and its items."""
    titles = {str(item.number): item.title for item in segmented.items}
    notes = []
    for number, title in segmented.listed:
        if number not in titles:
            text = f"Nummer {number}, {title}, står i ärendelistan men finns inte i dokumentet."
        elif slugify(titles[number]) != slugify(split_case(title)[1]) and slugify(titles[number]) != slugify(title):
            text = f"Nummer {number} heter ”{title}” i ärendelistan och ”{titles[number]}” i texten."
        else:
            continue
        notes.append(Note(line=0, text=text))
    return notes


def _item_name(segmented: Segmented, index: int) -> str:
    return _name_of(segmented.laid, segmented.items[index])


def _name_of(laid: LaidOut, item: ItemBlock) -> str:
    if item.number is None:
        return f"”{item.title}”"
    return f"{'§' if laid.kind == 'protokoll' else 'Punkt'} {item.number}"


def _with_files(meeting: Meeting, attached: tuple[AttachmentFile, ...], tray: tuple[AttachmentFile, ...]) -> Meeting:
    return replace(meeting, files=attached, tray=tuple(file.path.removeprefix("oplacerat/") for file in tray))
