"""Folders that are written whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from paragraf.model import (
    AttachmentFile,
    Body,
    Term,
)
from paragraf.writing import new_meeting, write_folder, write_meeting
from writing.small import MEETING, minutes, paragraph


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    source = tmp_path / "källa.pdf"
    source.write_bytes(b"%PDF")
    meeting = replace(
        minutes(paragraph()),
        files=(
            AttachmentFile(path="bilagor/karta.pdf", size=4, sha256=""),
            AttachmentFile(path="bilagor/text.md", size=0, sha256="", title="Text", text="# Topp\n## Under"),
        ),
    )
    folder = tmp_path / "san" / "2023-04-26"
    write_meeting(meeting, folder, {"bilagor/karta.pdf": source})
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written == {
        "mote.yml": "organ: Social- och arbetsmarknadsnämnden\ndatum: 2023-04-26\n".encode(),
        "protokoll/045-avgifter.md": "# § 45 Avgifter\n".encode(),
        "bilagor/karta.pdf": b"%PDF",
        "bilagor/text.md": b"# Text\n\n# Topp\n## Under\n",
    }
    assert [path.name for path in folder.parent.iterdir()] == ["2023-04-26"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "2023-04-26"
    folder.mkdir()
    (folder / "anteckning.txt").write_text("kvar")
    with pytest.raises(FileExistsError, match="finns redan och är inte tom"):
        write_meeting(MEETING, folder)
    assert [path.name for path in tmp_path.rglob("*")] == ["2023-04-26", "anteckning.txt"]
    write_folder({"mote.yml": "ny"}, folder, replace=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["2023-04-26", "mote.yml"]


@pytest.mark.parametrize("path", ["../ute.md", "/ute.md", "a/../../ute.md", ""])
def test_no_file_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leder ut ur mappen"):
        write_folder({"mote.yml": "x", path: "y"}, tmp_path / "san" / "2023-04-26")
    assert list((tmp_path / "san").iterdir()) == []


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    folder = tmp_path / "2023-04-26"
    write_folder({"mote.yml": "gammal"}, folder)
    with pytest.raises(FileNotFoundError):
        write_folder({"mote.yml": "ny", "bilagor/x.pdf": tmp_path / "finns-inte.pdf"}, folder, replace=True)
    assert [path.read_text() for path in tmp_path.rglob("*.yml")] == ["gammal"]


def test_attachments_without_bytes_are_refused(tmp_path: Path) -> None:
    meeting = replace(MEETING, files=(AttachmentFile(path="bilagor/x.pdf", size=1, sha256=""),))
    with pytest.raises(ValueError, match=r"^Filer saknas: bilagor/x\.pdf\.$"):
        write_meeting(meeting, tmp_path / "2023-04-26")
    assert list(tmp_path.iterdir()) == []


def test_a_new_meeting_calls_those_who_serve(tmp_path: Path) -> None:
    body = Body(
        code="SAN",
        name="Socialnämnden",
        members=(
            Term(name="Siv Exempel", party="S", role="ordförande", valid_to=date(2023, 12, 31)),
            Term(name="Bo Exempel", party="C"),
            Term(name="Ann Exempel", party="M", role="ersättare"),
            Term(name="Jo Exempel", party="V", valid_from=date(2024, 1, 1)),
        ),
    )
    folder = new_meeting(body, date(2023, 4, 26), tmp_path)
    assert folder == tmp_path / "san" / "2023-04-26"
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.*"))}
    assert files == {
        "mote.yml": """\
organ: SAN
datum: 2023-04-26
utkast: ja
kallelse:
  kallade:
    ledamöter:
      - Siv Exempel (S), ordförande
      - Bo Exempel (C)
    ersättare:
      - Ann Exempel (M)
""",
        "kallelse/01-sammantradets-inledning.md": """\
# Punkt 1 Sammanträdets inledning

## Ärendebeskrivning
1. Upprop
2. Val av justerare
3. Godkännande av dagordning
4. Anmälan av jäv
""",
        "kallelse/02-sammantradets-avslutning.md": "# Punkt 2 Sammanträdets avslutning\n",
    }
    with pytest.raises(FileExistsError) as caught:
        new_meeting(body, date(2023, 4, 26), tmp_path)
    assert caught.value.filename == str(folder)
