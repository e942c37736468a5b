"""docs/importera.md: its commands work in their order, its messages are said, its table is true."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from importing.recognised_page import CASES, DOCUMENTS, EXAMPLE, FRONT, ITEMS, PAGE, PARAGRAPHS, example, with_table
from paragraf import importing
from paragraf.formats.line import Line
from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.numbering import ITEMS as ITEM_FORMS
from paragraf.importing.numbering import PARAGRAPHS as PARAGRAPH_FORMS
from paragraf.importing.numbering import numbered
from paragraf.importing.outcomes import Outcome, Status
from paragraf.vocabulary.documents import DOCUMENT_WORDS
from paragraf.vocabulary.front import LABELS

ROOT = PAGE.parents[1]
TEXT = PAGE.read_text("utf-8")
BLOCKS = [(match[1], match[2]) for match in re.finditer(r"^```(\S[^\n]*)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)]


def test_the_table_is_as_it_is_made() -> None:
    assert with_table(TEXT) == TEXT


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_documents_that_are_recognised(kind: str) -> None:
    for words in DOCUMENTS[kind]:
        found = next(what for form, what in DOCUMENT_WORDS.items() if re.fullmatch(form, words, re.IGNORECASE))
        assert (words, found) == (words, kind)


@pytest.mark.parametrize("key", FRONT)
def test_labels_that_are_recognised(key: str) -> None:
    for words in FRONT[key]:
        assert [form for form in LABELS[key] if re.fullmatch(form, words, re.IGNORECASE)], words


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_paragraphs_that_are_recognised(text: str) -> None:
    assert numbered(Line(number=1, text=text), PARAGRAPH_FORMS)[0].rest == "Titel"


@pytest.mark.parametrize("text", ITEMS)
def test_items_that_are_recognised(text: str) -> None:
    assert "Titel" in [one.rest for one in numbered(Line(number=1, text=text), ITEM_FORMS)]


@pytest.mark.parametrize("text", CASES)
def test_case_numbers_that_are_recognised(text: str) -> None:
    assert len(case_numbers_in(text)) == 1


def test_the_example_is_what_its_text_becomes(tmp_path: Path) -> None:
    again = tmp_path / EXAMPLE.name
    again.write_bytes(example())
    folders = [importing.run(path, tmp_path / path.parent.name).folder for path in (EXAMPLE, again)]
    items = [sorted(path.read_text("utf-8") for path in folder.glob("protokoll/*")) for folder in folders if folder]
    assert len(items) == 2
    assert items[0] == items[1] != []


def test_the_fields_of_json_are_named() -> None:
    told = Outcome(source=Path("a.pdf"), status=Status.FAILED).as_json()
    assert [name for name in told if f"`{name}`" not in TEXT] == []


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!http|bilagor)([^)#]+)\)", TEXT)
    assert [link for link in links if not (PAGE.parent / link).exists()] == []


@pytest.mark.build
def test_the_worked_example_works(tmp_path: Path) -> None:
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    said = ""
    for kind, text in BLOCKS:
        if (path := kind.partition(" ")[2]).startswith("content/"):
            (tmp_path / path).write_text(text, "utf-8")
        for line in text.splitlines() if kind == "sh" else ():
            _, command, *words = shlex.split(line)
            words += ["--date", "2027-03-01"] if command == "build" else []
            program = [Path(sys.executable).with_name("paragraf"), command, *words]
            done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
            assert (line, done.returncode, done.stderr if done.returncode else "") == (line, 0, "")
            said += done.stdout + done.stderr
    message = next(text for kind, text in BLOCKS if kind == "text" and "[granska-import]" in text)
    assert message in said
    meeting = tmp_path / "site" / "bun" / "2027-01-27"
    page = (meeting / "p5" / "index.html").read_text("utf-8")
    assert "hyra lokalerna på Storgatan 4" in page
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert [path for path in files if path.name in ("import.json", "import-rapport.md")] == []
    assert [path for path in files if b"import-rapport" in path.read_bytes()] == []
