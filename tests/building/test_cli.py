"""The command line as a secretary meets it: what it prints, and with which status it ends."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from paragraf import cli

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "bad"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_check_prints_every_problem_with_place_and_ends_with_one() -> None:
    result = run("check", BAD / "content")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == (BAD / "problems.txt").read_text("utf-8").splitlines()


def test_check_as_json_has_the_documented_fields() -> None:
    result = run("check", BAD / "content", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert len(found) == len((BAD / "problems.txt").read_text("utf-8").splitlines())
    assert {tuple(one) for one in found} == {("code", "severity", "path", "line", "message", "suggestion")}
    assert {one["severity"] for one in found} == {"fel", "varning", "upplysning"}


def test_check_of_good_content_ends_with_nothing() -> None:
    result = run("check", ROOT / "content")
    assert result.exit_code == 0
    assert result.stdout == "39 sammanträden och 192 paragrafer lästa. 1 upplysning.\n"


def test_show_prints_a_lone_folder(tmp_path: Path) -> None:
    lone = tmp_path / "2023-04-26"
    shutil.copytree(ROOT / "content" / "san" / "2023-04-26", lone)
    result = run("show", lone, "--json")
    assert result.exit_code == 0
    shown = json.loads(result.stdout)
    assert (shown["date"], shown["phase"], len(shown["items"])) == ("2023-04-26", "protokoll", 12)


def test_show_of_what_cannot_be_read_ends_with_one(tmp_path: Path) -> None:
    result = run("show", tmp_path / "finns-inte", "--json")
    assert result.exit_code == 1
    assert "finns-inte" in result.stderr


def test_a_new_meeting_is_a_draft_without_problems(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    made = run("new", "san", "2027-01-20", "--content", content)
    assert made.exit_code == 0, made.output
    assert "utkast: ja" in (content / "san" / "2027-01-20" / "mote.yml").read_text("utf-8")
    assert run("check", content).stdout.startswith("40 sammanträden")
    again = run("new", "san", "2027-01-20", "--content", content)
    assert again.exit_code == 1
    assert "finns redan" in again.stderr


def test_a_new_meeting_of_an_unknown_body_names_the_known_ones() -> None:
    result = run("new", "xyz", "2027-01-20", "--content", ROOT / "content")
    assert result.exit_code == 1
    assert result.stderr.startswith("Fel: Organet ”xyz” finns inte") and "SAN" in result.stderr


@pytest.mark.build
def test_build_refuses_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    site = tmp_path / "hem"
    site.mkdir()
    (site / "viktigt.txt").write_text("kvar", "utf-8")
    result = run("build", "--content", ROOT / "content", "--site", site, "--date", "2026-11-21")
    assert result.exit_code == 1
    assert "är inte en webbplats som Paragraf har byggt" in result.stderr
    assert (site / "viktigt.txt").read_text("utf-8") == "kvar"


@pytest.mark.build
def test_build_of_bad_content_ends_with_one_and_says_that_the_old_site_is_there(tmp_path: Path) -> None:
    result = run("build", "--content", BAD / "content", "--site", tmp_path / "site")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Ingenting är ändrat: den gamla webbplatsen ligger kvar."
    assert not (tmp_path / "site").exists()


LINES = {
    "buld": "Kommandot ”buld” finns inte. Menade du ”build”?",
    "publicera": "Kommandot ”publicera” finns inte. Kommandon: build, serve, check, show, pdf, import, new.",
    "build --dat x": "--dat finns inte. Menade du ”--date”? Se ”paragraf build --help”.",
    "build --date": "--date saknar ett värde, eller har ett som inte ska stå där.",
    "build --date idag": "”idag” är inget datum. Skriv som 2026-05-31. Se ”paragraf build --help”.",
    "build --date 2026-02-30": "”2026-02-30” är inget datum. Skriv som 2026-05-31. Se ”paragraf build --help”.",
    "build --date 1871-01-01": "Året i ”1871-01-01” ska ligga mellan 1970 och 2100. Se ”paragraf build --help”.",
    "build --content README.md": "README.md är en fil. Ange en mapp. Se ”paragraf build --help”.",
    "show": "MAPP saknas. Se ”paragraf show --help”.",
    "import x.txt": "--till saknas. Se ”paragraf import --help”.",
}


@pytest.mark.parametrize("line", LINES)
def test_what_is_wrong_on_the_command_line_is_told_in_swedish(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli.main, line.split(), prog_name="paragraf")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Fel: {LINES[line]}\n")
