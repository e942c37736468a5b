"""`paragraf import` as a secretary meets it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from importing.cases import CASES, files_of
from paragraf import cli
from paragraf.importing import command

MINUTES = CASES / "kultur-protokoll.txt"
FOLDER = "kfn/2024-02-14"
ITEM = f"{FOLDER}/protokoll/012a-hyra-av-sporthall.md"


def run(*arguments: str | Path, answers: str = "") -> Result:
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(cli.main, ["import", *words], input=answers, catch_exceptions=False, prog_name="paragraf")


def test_a_document_is_told_in_a_few_lines(tmp_path: Path) -> None:
    done = run(MINUTES, "--till", tmp_path / "c")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"{tmp_path}/c/{FOLDER}: protokoll för Kultur- och fritidsnämnden 2024-02-14, 5 paragrafer, 3 bilagor.",
        "216 rader, 100 % redovisade: ärenden 36 %, uppgifter om mötet 14 %, bilagor 18 %, "
        "sidans ram och tomma rader 32 %.",
        "2 ställen att granska, se ovan. Läs import-rapport.md där innan du tar bort ”utkast: ja”.",
    ]
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [f"{MINUTES}:67", f"{MINUTES}:153"]


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    run(MINUTES, "--till", tmp_path)
    before = files_of(tmp_path)
    again = run(MINUTES, "--till", tmp_path)
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == (
        f"{MINUTES}: upplysning [redan-importerad] Filen är redan importerad till {tmp_path}/{FOLDER}.\n"
    )
    assert files_of(tmp_path) == before


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Minutes, imported, edited by hand in § 12a and then come anew with other words there."""
    source = tmp_path / "protokoll.txt"
    shutil.copyfile(MINUTES, source)
    run(source, "--till", tmp_path / "c")
    file = tmp_path / "c" / ITEM
    file.write_text(file.read_text("utf-8").replace("## Beslut\n", "## Beslut\nMin mening.\n"), "utf-8")
    text = source.read_text("utf-8")
    assert "på söndagar" in text
    source.write_text(text.replace("på söndagar", "på lördagar"), "utf-8")
    return source


def test_what_was_edited_is_shown_and_refused(edited: Path) -> None:
    content = edited.parent / "c"
    before = files_of(content)
    done = run(edited, "--till", content)
    assert done.exit_code == 1
    assert files_of(content) == before
    assert "- Min mening." in done.stderr
    assert "  - som filen är nu   + som dokumentet har det" in done.stderr
    assert "”--ersätt” låter dokumentets text ersätta det som är ändrat." in done.stderr


def test_it_is_replaced_when_told_so(edited: Path) -> None:
    content = edited.parent / "c"
    done = run(edited, "--till", content, "--ersätt")
    assert done.exit_code == 0
    text = (content / ITEM).read_text("utf-8")
    assert "på lördagar" in text
    assert "Min mening." not in text


@pytest.mark.parametrize(("answer", "mine"), [("n\n", True), ("x\nj\n", False), ("alla\n", False), ("inga\n", True)])
def test_somebody_at_a_terminal_is_asked(
    answer: str, mine: bool, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "is_interactive", lambda: True)
    content = edited.parent / "c"
    done = run(edited, "--till", content, answers=answer)
    assert done.exit_code == 0, done.output
    text = (content / ITEM).read_text("utf-8")
    assert ("Min mening." in text) is mine
    assert ("på lördagar" in text) is not mine
    # The answer holds: the same bytes are not asked about again.
    assert "redan importerad" in run(edited, "--till", content).stderr


def test_everything_as_json(tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej!\n", "utf-8")
    done = run(MINUTES, tmp_path / "borta.txt", "--till", tmp_path / "c", "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert found["summary"] == {"importerad": 1, "inte importerad": 1}
    first, second = found["files"]
    rows = [number for row in first["rows"] for number in range(row["first"], row["last"] + 1)]
    assert rows == list(range(1, 217))
    assert sum(share["percent"] for share in first["shares"].values()) == first["accounted"] == 100
    assert [one["code"] for one in second["problems"]] == ["filen-saknas"]


def test_several_files_end_in_a_table(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copyfile(MINUTES, tmp_path / "in" / "a.txt")
    shutil.copyfile(MINUTES, tmp_path / "in" / "b.txt")
    (tmp_path / "in" / "c.pdf").write_bytes(b"%PDF-1.4 avhugget")
    (tmp_path / "in" / "d.xml").write_bytes(b"<x/>")
    done = run(tmp_path / "in", "--till", tmp_path / "c")
    assert done.exit_code == 1
    rows = [line.split() for line in done.stdout.splitlines() if line.strip()]
    assert [row[0] for row in rows[1:4]] == ["b.txt", "a.txt", "c.pdf"]
    told = done.stdout.splitlines()
    assert told[-2] == "3 filer: 1 importerad, 1 redan importerad, 1 inte importerad."
    folder = tmp_path / "c" / FOLDER
    assert told[-1] == f"Läs import-rapport.md innan du tar bort ”utkast” i {folder}."
    assert "1 fil av andra slag i mapparna hoppas över." in done.stderr
    assert "c.pdf: fel [skadad-fil]" in done.stderr
    assert "skadad" in done.stderr


def test_a_copy_with_another_ending_is_tried_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copyfile(MINUTES, tmp_path / "in" / "a.pdf")
    shutil.copyfile(MINUTES, tmp_path / "in" / "b.txt")
    done = run(tmp_path / "in", "--till", tmp_path / "c")
    assert done.exit_code == 1
    assert "2 filer: 1 importerad, 1 inte importerad." in done.stdout
    assert (tmp_path / "c" / ITEM).is_file()


def test_a_line_that_is_not_understood_is_quoted(tmp_path: Path) -> None:
    odd = tmp_path / "protokoll.txt"
    text = MINUTES.read_text("utf-8").replace("Plats och tid", "Väder: växlande molnighet\nPlats och tid", 1)
    odd.write_text(text, "utf-8")
    done = run(odd, "--till", tmp_path / "c")
    assert done.exit_code == 0
    assert "Där står: Väder: växlande molnighet" in done.stderr
