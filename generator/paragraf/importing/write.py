"""Stage 5, write: the meeting's folder, whole or not at all, joined with what is already there of the same meeting."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from paragraf.importing.accounting import rows_of
from paragraf.importing.document import Conflict, Entry, FieldsRead, ImportRefusedError, Note, Written, refuse
from paragraf.importing.drafting import DOCUMENTS, parts_of, with_draft
from paragraf.importing.factsmerge import remembered
from paragraf.importing.ledger import FACTS, REPORT, problems_of
from paragraf.importing.merge import Files, Plan, earlier_of, make_plan
from paragraf.importing.originals import split_out
from paragraf.importing.place import cannot_write, held, organisation_of, place, sweep
from paragraf.importing.records import RECORD, DocumentRecord, Memory, checksum, memory_text, read_memory
from paragraf.importing.records import Written as Left
from paragraf.importing.report import joined_reports, report_text
from paragraf.model import Draft, Meeting, Organisation
from paragraf.problems import Problem
from paragraf.reading import read_meeting
from paragraf.writing import attachment_text, facts_text, meeting_files, write_folder


def write(read: FieldsRead) -> Written:
    """Read the meeting as data; write its folder. Raises ImportRefusedError, and then nothing has been written.

    The documents of one meeting share its folder. What another document wrote stays as it is, and so does what has
    been edited by hand, unless Request.choose or Request.replace says otherwise. Bytes that have been imported are not
    imported again, unless Request.replace says so. Imports to the same content folder write one at a time.
    """
    target = read.request.target
    originals, read = split_out(read)
    own = _own(read)
    with held(target):
        organisation = organisation_of(target)
        code, folder = place(read, target, organisation)
        is_new_body = not folder.parent.exists()
        read = replace(read, meeting=replace(read.meeting, id=replace(read.meeting.id, body=code)))
        try:
            sweep(folder.parent)
            return _into(folder, read, {**own, **originals}, organisation)
        except (OSError, ValueError) as error:
            raise _could_not(folder, error) from error
        finally:
            if is_new_body:
                with suppress(OSError):  # it holds the meeting, as it should
                    folder.parent.rmdir()


def _into(folder: Path, read: FieldsRead, own: Files, organisation: Organisation | None) -> Written:
    memory = read_memory(folder)
    there = _existing(read, folder, organisation)
    if there and memory.of_bytes(read.sha256) and not read.request.replace:
        return Written(folder=folder, read=read, rows=(), notes=(), unchanged=True)
    plan = make_plan(read, own, there, folder, memory) if there else _alone(own)
    taken, plan = _answered(read, folder, plan)
    files, draft, more = _drafted(read, taken, plan, there, folder)
    read = _as_placed(read, plan, more)
    rows = rows_of(read.ledger, read.lines, _texts(own, plan))
    old = _disk(folder) if there else {}
    kept = {path: lies for path, lies in old.items() if path not in plan.removed}
    report = report_text(read, rows, plan.kept, draft=draft)
    if REPORT in kept:
        report = joined_reports(report, (folder / REPORT).read_text(encoding="utf-8"))
    facts = remembered(memory.facts, str(own[FACTS]), read.kind, only_fill=bool(read.variant and there))
    record = memory_text(Memory(facts=facts, documents=_remembered(read, plan, files, kept, memory)))
    write_folder({**kept, **files, REPORT: report, RECORD: record}, folder, replace=bool(there))
    return Written(folder=folder, read=read, rows=rows, notes=read.notes, kept=plan.kept, draft=draft)


def _own(read: FieldsRead) -> Files:
    """Every file of the document as it would be alone; every line of the source is where the account says.

    Raises ImportRefusedError.
    """
    source = str(read.request.source)
    try:
        texts = meeting_files(read.meeting)
    except ValueError as error:
        raise refuse(source, "går-inte-att-skriva", str(error)) from error
    texts[FACTS] = facts_text(read.meeting)
    texts |= {file.path: attachment_text(file) for file in read.tray}
    told = {**texts, REPORT: report_text(read, (), draft=read.meeting.draft)}
    found = [
        Problem(path=source, line=line, code="rad-saknas", message=message)
        for line, message in problems_of(read.ledger, read.lines, told)
    ]
    if found:
        raise ImportRefusedError(*found)
    return dict(texts)


def _alone(own: Files) -> Plan:
    return Plan(files=own, told={path: checksum(content) for path, content in own.items() if path != FACTS})


def _existing(read: FieldsRead, folder: Path, organisation: Organisation | None) -> Meeting | None:
    """The meeting that the folder holds; raises ImportRefusedError when it cannot be read."""
    if not folder.exists() or not any(folder.iterdir()):
        return None
    there, problems = read_meeting(folder, organisation, root=read.request.target)
    if there is None:
        raise ImportRefusedError(*problems)
    return there


def _answered(read: FieldsRead, folder: Path, plan: Plan) -> tuple[Files, Plan]:
    """What is written when everything has been asked. Raises ImportRefusedError when nobody can be."""
    if not plan.conflicts:
        return plan.files, plan
    choose = read.request.choose
    if choose is None:
        found = [_edited(folder, conflict) for conflict in plan.conflicts]
        raise ImportRefusedError(*found, conflicts=plan.conflicts)
    files, kept = dict(plan.files), list(plan.kept)
    for conflict in plan.conflicts:
        if choose(conflict):
            files[conflict.path] = plan.asked[conflict.path]
        else:
            kept.append(conflict.path)
    return files, replace(plan, kept=tuple(kept))


def _drafted(
    read: FieldsRead, taken: Files, plan: Plan, there: Meeting | None, folder: Path
) -> tuple[Files, Draft, tuple[Note, ...]]:
    """The files with everything new as a draft, what is one then, and a note when it was none."""
    if there is None:
        return taken, read.meeting.draft, ()
    new = DOCUMENTS[read.kind, read.variant] | parts_of(taken, plan.removed, there, folder)
    facts, draft, note = with_draft(str(taken[FACTS]), there.draft, new)
    return {**taken, FACTS: facts}, draft, (Note(line=0, text=note),) if note else ()


def _edited(folder: Path, conflict: Conflict) -> Problem:
    what = "är ändrad för hand" if conflict.now is not None or conflict.new is None else "är borttagen"
    return Problem(
        path=str(folder / conflict.path),
        line=0,
        code="finns-redan",
        message=f"Filen {what} och dokumentet säger nu något annat. Ingenting av dokumentet är skrivet.",
        suggestion="Jämför texterna; ”--ersätt” låter dokumentets text ersätta det som är ändrat.",
    )


def _as_placed(read: FieldsRead, plan: Plan, more: tuple[Note, ...]) -> FieldsRead:
    """The account with the names that the files got."""

    def renamed(entry: Entry) -> Entry:
        return replace(entry, destination=plan.paths.get(entry.destination, entry.destination))

    tray = tuple(replace(file, path=plan.paths.get(file.path, file.path)) for file in read.tray)
    notes = tuple(sorted((*read.notes, *plan.notes, *more), key=lambda note: note.line))
    return replace(read, ledger=tuple(map(renamed, read.ledger)), tray=tray, notes=notes)


def _texts(own: Files, plan: Plan) -> dict[str, str]:
    """The document's own texts under the names that they got."""
    return {plan.paths.get(path, path): text for path, text in own.items() if isinstance(text, str)}


def _disk(folder: Path) -> dict[str, str | bytes | Path]:
    """What lies in the folder: copied as it is."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _remembered(
    read: FieldsRead, plan: Plan, files: Files, kept: Mapping[str, str | bytes | Path], memory: Memory
) -> tuple[DocumentRecord, ...]:
    """The documents of the folder, with this one."""
    left: dict[str, Left] = {}
    for path, told in plan.told.items():
        before = memory.written(path)
        if path in files and path not in plan.kept:
            left[path] = Left(left=checksum(files[path]), told=told)
        elif path in plan.kept or path not in kept:
            # Edited or deleted: it stays so as long as the document says this.
            left[path] = Left(left=before.left if before else told, told=told)
        else:
            left[path] = Left(left=checksum(Path(str(kept[path])).read_bytes()), told=told)
    record = DocumentRecord(
        kind=read.kind,
        variant=read.variant,
        source=read.request.source.name,
        sha256=read.sha256,
        files=left,
        renamed={old: new for old, new in plan.paths.items() if new in left},
    )
    others = tuple(one for one in memory.documents if one not in earlier_of(read, memory))
    return (*others, record)


def _could_not(folder: Path, error: OSError | ValueError) -> ImportRefusedError:
    if isinstance(error, OSError):
        return cannot_write(folder, error)
    return refuse(str(folder), "går-inte-att-skriva", f"Mappen gick inte att skriva: {error}")
