"""Stage 5, write: the meeting's folder, whole or not at all, beside what is already there of the same meeting."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from paragraf.ids import MeetingId, parse_folder, slugify
from paragraf.importing.document import FieldsRead, ImportRefusedError, Note, Written, refuse
from paragraf.importing.ledger import FACTS, REPORT, problems_of
from paragraf.importing.merge import merged, with_other_paths
from paragraf.importing.originals import split_out
from paragraf.importing.report import report_text
from paragraf.model import AttachmentFile, Meeting, Organisation
from paragraf.problems import Problem
from paragraf.reading import read_meeting, read_organisation
from paragraf.writing import attachment_text, facts_text, meeting_files, write_folder


def write(read: FieldsRead) -> Written:
    """Read the meeting as data; write its folder. Raises ImportRefusedError, and then nothing has been written.

    An agenda and minutes of one meeting share its folder; what the other document wrote stays as it is. The same
    document twice is refused.
    """
    target = read.request.target
    if target.exists() and not target.is_dir():
        raise refuse(str(target), "ingen-mapp", "Målet är en fil; väntade en mapp.")
    organisation = _organisation(target)
    code, folder = _place(read, target, organisation)
    read = replace(read, meeting=replace(read.meeting, id=replace(read.meeting.id, body=code)))
    originals = split_out(read)
    there = _existing(read, folder, organisation)
    if there:
        renamed = _free_paths(read, folder, originals)
        read = with_other_paths(read, renamed)
        originals = {renamed.get(path, path): data for path, data in originals.items()}
        read = replace(read, meeting=merged(there, read.meeting, read.kind), notes=(*read.notes, *_draft_note(there)))
    files = _files(read, there)
    _check(read, files)
    kept = _kept(folder) if there else {}
    if REPORT in kept:
        files[REPORT] += f"\n{(folder / REPORT).read_text(encoding='utf-8')}"
    try:
        write_folder({**kept, **files, **originals}, folder, replace=bool(there))
    except (OSError, ValueError) as error:
        raise refuse(str(folder), "går-inte-att-skriva", f"Mappen gick inte att skriva: {error}") from error
    return Written(folder=folder, meeting=read.meeting, ledger=read.ledger, notes=read.notes)


def _organisation(target: Path) -> Organisation | None:
    """What organisation.yml says; None without one. Raises ImportRefusedError when it cannot be read."""
    path = target / "organisation.yml"
    if not path.is_file():
        return None
    organisation, problems = read_organisation(path)
    if organisation is None:
        raise ImportRefusedError(*problems)
    return organisation


def _place(read: FieldsRead, target: Path, organisation: Organisation | None) -> tuple[str, Path]:
    """Code of the body and the meeting's folder: as organisation.yml has it, else as the documents tell."""
    name, day = read.meeting.body_name, read.meeting.id.date
    if organisation:
        body = organisation.find_body(name, day)
        if body is None:
            raise refuse(
                str(read.request.source),
                "okänt-organ",
                f"Organet ”{name}” finns inte i organisation.yml.",
                suggestion="Skriv in det där, eller som alias för ett organ som finns.",
            )
        return body.code, target / MeetingId(body=body.code, date=day).path
    for facts in sorted(target.glob(f"*/*/{FACTS}")):
        if _is_of(facts, name):
            return name, facts.parent.parent / MeetingId(body=name, date=day).folder
    return name, target / slugify(read.unit or name) / MeetingId(body=name, date=day).folder


def _is_of(facts: Path, name: str) -> bool:
    """Whether a meeting folder is of the same body. Only the line that says so is looked at."""
    try:
        parse_folder(facts.parent.name)
        lines = facts.read_text(encoding="utf-8").splitlines()
    except (ValueError, OSError):
        return False
    return any(line.startswith("organ:") and slugify(line.removeprefix("organ:")) == slugify(name) for line in lines)


def _existing(read: FieldsRead, folder: Path, organisation: Organisation | None) -> Meeting | None:
    """The meeting that the folder holds; raises ImportRefusedError when it has this document or is unreadable."""
    if not folder.exists() or not any(folder.iterdir()):
        return None
    there, problems = read_meeting(folder, organisation, root=read.request.target)
    if there is None:
        raise ImportRefusedError(*problems)
    document = there.minutes if read.kind == "protokoll" else there.agenda and there.agenda.items
    if document:
        what = "protokollet" if read.kind == "protokoll" else "kallelsen"
        raise refuse(
            str(folder),
            "finns-redan",
            f"Mappen har redan {what}; det som står där skrivs inte över.",
            suggestion=f"Ta bort {folder / read.kind} om dokumentet ska läsas in på nytt.",
        )
    return there


def _free_paths(read: FieldsRead, folder: Path, originals: Mapping[str, bytes]) -> dict[str, str]:
    """New names for files whose names are taken by something else."""
    renamed: dict[str, str] = {}
    contents = {file.path: attachment_text(file).encode() for file in (*read.meeting.files, *read.tray)}
    contents |= originals
    taken = set(contents)
    for old, data in contents.items():
        stem, ending = old.rsplit(".", 1)
        path, number = old, 1
        while (folder / path).exists() and (folder / path).read_bytes() != data:
            number += 1
            path = f"{stem}-{number}.{ending}"
            while path in taken:
                number += 1
                path = f"{stem}-{number}.{ending}"
        if path != old:
            renamed[old] = path
            taken.add(path)
    return renamed


def _files(read: FieldsRead, there: Meeting | None) -> dict[str, str]:
    """What is written: the facts, this document's items, its attachments, the tray and the report."""
    try:
        texts = meeting_files(replace(read.meeting, files=_own_files(read)))
    except ValueError as error:
        raise refuse(str(read.request.source), "går-inte-att-skriva", str(error)) from error
    files = {path: text for path, text in texts.items() if path.startswith((f"{read.kind}/", "bilagor/"))}
    files[FACTS] = facts_text(read.meeting)
    files |= {file.path: attachment_text(file) for file in read.tray}
    files[REPORT] = report_text(read, read.lines)
    return files


def _own_files(read: FieldsRead) -> tuple[AttachmentFile, ...]:
    """The attachments of this import, not those that another document brought."""
    ours = {entry.destination for entry in read.ledger}
    return tuple(file for file in read.meeting.files if file.path in ours)


def _check(read: FieldsRead, files: Mapping[str, str]) -> None:
    """Every line of the source is where the account says, or nothing is written."""
    found = [
        Problem(path=str(read.request.source), line=line, code="rad-saknas", message=message)
        for line, message in problems_of(read.ledger, read.lines, files)
    ]
    if found:
        raise ImportRefusedError(*found)


def _kept(folder: Path) -> dict[str, str | Path]:
    """What another document or an author put in the folder: copied as it is."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _draft_note(there: Meeting) -> tuple[Note, ...]:
    if there.draft:
        return ()
    text = "Mappen var inget utkast. Nu är den det, och inget av mötet syns förrän ”utkast: ja” tas bort."
    return (Note(line=0, text=text),)
