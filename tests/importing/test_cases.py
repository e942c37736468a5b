"""Invented agendas and minutes, whole: what an import makes of them, and that nothing of them is lost."""

import re
import unicodedata
from pathlib import Path

import pytest

from importing.cases import CASES, NAMES, files_of, golden, shown
from paragraf import importing
from paragraf.importing.document import Request
from paragraf.importing.extract import extract
from paragraf.reading import read_meeting
from paragraf.writing import meeting_files


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, tmp_path: Path) -> None:
    result = importing.run(CASES / f"{name}.txt", tmp_path)
    assert result.folder is not None
    assert shown(result.folder, tmp_path) == golden(name).read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_read_without_errors_and_is_private(name: str, tmp_path: Path) -> None:
    result = importing.run(CASES / f"{name}.txt", tmp_path)
    assert result.folder is not None
    meeting, problems = read_meeting(result.folder)
    assert meeting is not None
    assert [str(problem) for problem in problems if problem.severity == "fel"] == []
    assert meeting.draft
    written = files_of(result.folder)
    again = meeting_files(meeting)
    assert {path: written[path] for path in again} == again


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_an_attached_document_is_kept_in_order(name: str, tmp_path: Path) -> None:
    source = CASES / f"{name}.txt"
    result = importing.run(source, tmp_path)
    assert result.folder is not None
    texts = files_of(result.folder)
    lines = {line.number: line.text for line in extract(Request(source=source, target=tmp_path)).lines}
    for path, text in texts.items():
        if not path.startswith(("bilagor/", "oplacerat/")):
            continue
        words = "".join(lines[number] for number in rows_to(path, texts["import-rapport.md"]))
        body = text.partition("\n")[2]
        assert letters(body) == letters(words), path


VARIANTS = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "hard blanks": lambda text: text.replace(" tkr", "\u00a0tkr").encode(),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", NAMES)
def test_how_the_text_was_saved_does_not_matter(name: str, variant: str, tmp_path: Path) -> None:
    text = (CASES / f"{name}.txt").read_text("utf-8")
    source = tmp_path / f"{name}.txt"
    source.write_bytes(VARIANTS[variant](text))
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None
    found = shown(result.folder, tmp_path / "content")
    assert without_checksum(found) == without_checksum(golden(name).read_text("utf-8"))


def test_form_feeds_are_page_breaks(tmp_path: Path) -> None:
    """The same document as pdftotext would export it: every page begins with a form feed and no blank."""
    text = (CASES / "kultur-protokoll.txt").read_text("utf-8")
    source = tmp_path / "kultur-protokoll.txt"
    heads = ("PROTOKOLL", "Tjänsteskrivelse Sida", "Fördelning av bidrag till", "Bidrag till", "Hyra av")
    for head in heads:
        text = text.replace(f"\n {head}", f"\n\f{head}")
    source.write_text(text, encoding="utf-8")
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None
    found = shown(result.folder, tmp_path / "content")
    assert without_report(found) == without_report(golden("kultur-protokoll").read_text("utf-8"))


def without_report(text: str) -> str:
    """What is written, apart from where the account draws the line between head and foot of a page."""
    return re.sub(r"=== import-rapport.md\n.*?(?====)", "", text, flags=re.DOTALL)


def without_checksum(text: str) -> list[str]:
    return [line for line in text.split("\n") if "SHA-256" not in line]


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def rows_to(path: str, report: str) -> list[int]:
    """Numbers of the lines that the report says went to a file."""
    rows: list[int] = []
    for line in report.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 2 and cells[1] == path:
            first, _, last = cells[0].partition("–")
            rows += range(int(first), int(last or first) + 1)
    return rows
