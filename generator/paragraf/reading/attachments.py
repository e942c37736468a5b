"""bilagor/: what lies there, with size and checksum; Markdown with its title and text."""

from paragraf.model import AttachmentFile
from paragraf.problems import Problem, problem
from paragraf.reading.files import Entry, digest, list_folder, read_text
from paragraf.reading.markdown_rules import no_comments
from paragraf.reading.outline import block, split_title
from paragraf.reading.report import Report


def read_attachments(folder: Entry, problems: list[Problem]) -> tuple[AttachmentFile, ...]:
    """The files of a folder bilagor/, by name; one that cannot be read is left out and reported."""
    files = []
    for entry in list_folder(folder.path, folder.shown, problems):
        if entry.is_folder:
            message = "Undermappar i bilagor/ läses inte."
            problems.append(problem("okänd-fil", entry.shown, 0, message, "Lägg filerna direkt i bilagor/."))
            continue
        report = Report(entry.shown)
        if file := _attachment(entry, report):
            files.append(file)
        problems += report.problems
    return tuple(files)


def _attachment(entry: Entry, report: Report) -> AttachmentFile | None:
    measured = digest(entry, report)
    if measured is None:
        return None
    size, sha256 = measured
    path = f"bilagor/{entry.name}"
    if not path.endswith(".md"):
        return AttachmentFile(path=path, size=size, sha256=sha256)
    text = read_text(entry, report)
    split = split_title(text, report) if text is not None else None
    if split is None:
        return None
    title, line, rest = split
    no_comments(rest, line + 1, report)
    body = block(rest, line + 1)
    return AttachmentFile(path=path, size=size, sha256=sha256, title=title, text=body.text, text_line=body.line)
