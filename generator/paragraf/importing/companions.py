"""Files that are no meeting document: attachments of the meeting that they are imported together with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paragraf.ids import nfc, slugify
from paragraf.importing.document import ImportRefusedError, Request
from paragraf.importing.drafting import parts_of, with_draft
from paragraf.importing.extract import LARGEST, extract
from paragraf.importing.ledger import FACTS, REPORT
from paragraf.importing.likeness import ENOUGH, kind_of_document, likeness
from paragraf.importing.links import linked
from paragraf.importing.outcomes import Outcome, Status
from paragraf.importing.place import cannot_write, held, sweep
from paragraf.importing.records import RECORD, DocumentRecord, Memory, checksum, memory_text, read_memory
from paragraf.importing.records import Written as Left
from paragraf.importing.report import escape, joined_reports
from paragraf.model import AgendaItem, Draft, Meeting, Paragraph
from paragraf.model.derived import attachment_entry, list_entries
from paragraf.problems import problem
from paragraf.reading import read_meeting
from paragraf.vocabulary.items import ATTACHMENT_KINDS
from paragraf.writing import write_folder

ATTACHABLE = ("okänt-dokument", "okänt-filformat", "inskannad-fil", "datum-saknas", "organ-saknas", "inga-ärenden")
"""Codes of refusals after which a file may be an attachment."""
_CERTAINLY = ("okänt-dokument", "okänt-filformat")
"""Those after which it can be nothing else: it is put in the tray when no list names it."""
_LARGEST = 200_000_000
_HEADS = 12
"""Lines at the top of a document in which its title is looked for."""
_NUMBERED = re.compile(r"bilaga\W*(\d+)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """A line of a list of attachments whose document is not there."""

    folder: Path
    path: str
    """The item's file, from the meeting folder."""
    label: str
    """§ 45."""
    title: str


def attach(outcome: Outcome, folders: Sequence[Path], target: Path) -> Outcome:
    """Place a file that could not be imported in one of the meetings: in bilagor/ with a link from the list that names
    it, else in the tray when there is only one meeting. When it cannot be placed the outcome is as it was.
    """
    source = outcome.source
    certain = any(one.code in _CERTAINLY for one in outcome.problems)
    try:
        data = source.read_bytes() if source.stat().st_size <= _LARGEST else b""
    except OSError:
        return outcome
    if not data or not folders:
        return outcome
    heads = _heads(source, target)
    try:
        with held(target):
            entry = _best([one for folder in folders for one in _missing(folder, target)], source, heads)
            if entry is None and not (certain and len(folders) == 1):
                return outcome if len(folders) == 1 else _homeless(outcome)
            return _placed(source, data, entry, folders[0] if entry is None else entry.folder)
    except ImportRefusedError as refused:
        return replace(outcome, status=Status.FAILED, problems=refused.problems)


def _homeless(outcome: Outcome) -> Outcome:
    said = outcome.problems[0]
    message = f"{said.message} Inget av de inlästa sammanträdena har en handling med det namnet."
    advice = "Är filen en bilaga, importera den tillsammans med bara sitt eget protokoll."
    return replace(outcome, problems=(replace(said, message=message, suggestion=advice),))


def _heads(source: Path, target: Path) -> tuple[str, ...]:
    """The first lines of a document whose format is read; nothing of others."""
    if source.suffix.lower() not in LARGEST:
        return ()
    try:
        lines = extract(Request(source=source, target=target)).lines
    except ImportRefusedError:
        return ()
    return tuple(line.text for line in lines if line.text)[:_HEADS]


def _missing(folder: Path, target: Path) -> Iterator[_Entry]:
    """What the lists of a meeting name and no file is linked from."""
    meeting, _ = read_meeting(folder)
    for kind, item in _items(meeting) if meeting else ():
        for section in item.sections:
            if section.kind not in ATTACHMENT_KINDS or section.kind == "delegationsbeslut":
                continue
            for line in list_entries(section.text):
                found = attachment_entry(line.text, kind=section.kind, listed=True, line=0)
                if found.file is None and found.withheld is None:
                    label = f"{'§' if kind == 'protokoll' else 'punkt'} {item.number or item.title}"
                    yield _Entry(folder=folder, path=f"{kind}/{item.file}", label=label, title=found.title)


def _items(meeting: Meeting) -> Iterator[tuple[str, AgendaItem | Paragraph]]:
    if meeting.minutes:
        yield from (("protokoll", one) for one in meeting.minutes.paragraphs)
    if meeting.agenda:
        yield from (("kallelse", one) for one in meeting.agenda.items)


def _best(entries: Sequence[_Entry], source: Path, heads: Sequence[str]) -> _Entry | None:
    """The entry that the file's name or its first lines are the most like; None when none is, or two are as much."""
    name = " ".join(re.findall(r"[^\W_]+", nfc(source.stem)))
    kind = next((found for head in heads if (found := kind_of_document(head))), "")
    scored = sorted(((_score(one.title, name, heads, kind), place) for place, one in enumerate(entries)), reverse=True)
    if not scored or scored[0][0] < ENOUGH:
        return None
    first = entries[scored[0][1]]
    rivals = [entries[place] for score, place in scored[1:] if score == scored[0][0]]
    return None if any((one.folder, one.title) != (first.folder, first.title) for one in rivals) else first


def _score(title: str, name: str, heads: Sequence[str], kind: str) -> float:
    numbered, named = _NUMBERED.match(title), _NUMBERED.match(name)
    if numbered and named:
        return 1.0 if numbered[1] == named[1] else 0.0
    return max(likeness(title, (name,), ""), likeness(title, heads, kind) if heads else 0.0)


def _placed(source: Path, data: bytes, entry: _Entry | None, folder: Path) -> Outcome:
    sweep(folder.parent)
    disk = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    memory = read_memory(folder)
    ending = source.suffix.lower()
    wanted = f"{'bilagor' if entry else 'oplacerat'}/{slugify(nfc(source.stem))[:80].strip('-') or 'bilaga'}"
    path, number = f"{wanted}{ending}", 1
    while path in disk and disk[path].read_bytes() != data:
        number += 1
        path = f"{wanted}-{number}{ending}"
    files: dict[str, str | bytes] = {path: data}
    if entry:
        files[entry.path] = _linked_in(disk[entry.path].read_text(encoding="utf-8"), entry.title, path)
    facts = disk[FACTS].read_text(encoding="utf-8")
    there, _ = read_meeting(folder)
    new = parts_of(files, (), there, folder) if there else Draft.ALL
    files[FACTS], _, changed = with_draft(facts, there.draft if there else Draft.NONE, new)
    where = f"{entry.label}, ”{entry.title}”, har den i sin lista" if entry else "ingen lista nämner den"
    told = f"Filen ligger i {path}: {where}. {changed}".rstrip()
    report = f"# Import av bilagan {escape(source.name)}\n\nSHA-256 {checksum(data)}.\n\n{told}\n"
    if not entry:
        report = report.replace(
            told, f"## Att granska\n\n- {told} Flytta den till bilagor/ och länka den, eller ta bort den."
        )
    files[REPORT] = joined_reports(report, disk[REPORT].read_text(encoding="utf-8")) if REPORT in disk else report
    files[RECORD] = memory_text(_remembered(memory, source, path, data, entry, files, disk))
    try:
        write_folder({**disk, **files}, folder, replace=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    note = problem("granska-import", str(source), 0, told)
    status = Status.ATTACHED if entry else Status.TRAY
    return Outcome(source=source, status=status, folder=folder, kind="bilaga", problems=(note,))


def _linked_in(text: str, title: str, path: str) -> str:
    """An item's text with the first entry of that title as a link."""
    lines = text.split("\n")
    for entry in list_entries(text):
        found = attachment_entry(entry.text, kind="underlag", listed=True, line=0)
        if found.title == title and found.file is None:
            lines[entry.line] = linked(lines[entry.line], title, path)
            break
    return "\n".join(lines)


def _remembered(
    memory: Memory,
    source: Path,
    path: str,
    data: bytes,
    entry: _Entry | None,
    files: dict[str, str | bytes],
    disk: dict[str, Path],
) -> Memory:
    """With the file, and with the link that was put into an item that nobody had edited."""
    documents = list(memory.documents)
    for place, one in enumerate(documents):
        base = one.files.get(entry.path) if entry else None
        if entry and base and base.left == checksum(disk[entry.path].read_bytes()):
            left = Left(left=checksum(files[entry.path]), told=base.told)
            documents[place] = replace(one, files={**one.files, entry.path: left})
    sha = checksum(data)
    record = DocumentRecord(
        kind="bilaga", variant="", source=source.name, sha256=sha, files={path: Left(left=sha, told=sha)}
    )
    return replace(memory, documents=(*(one for one in documents if one.sha256 != sha), record))
