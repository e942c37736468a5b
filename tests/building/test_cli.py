"""The command line as a secretary meets it: what it prints, and with which status it ends."""

import errno
import json
import re
import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from paragraf import cli, writing

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


def test_a_body_that_is_misspelt_is_told_with_the_name_that_is_near() -> None:
    result = run("new", "Byggnämnden", "2027-01-20", "--content", ROOT / "content")
    assert result.exit_code == 1
    assert result.stderr.endswith("BMN. Menade du ”Bygg- och miljönämnden”?\n")


def test_a_new_meeting_tells_that_nobody_has_a_mandate_that_day(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    told = "Ingen står som kallad: organisation.yml har ingen med mandat i SAN den"
    assert told not in run("new", "SAN", "2026-12-30", "--content", content).stdout
    assert f"{told} 2027-01-20." in run("new", "SAN", "2027-01-20", "--content", content).stdout


def test_a_new_meeting_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied", "content/san/.2027-01-20.x")

    monkeypatch.setattr(writing, "new_meeting", refused)
    result = run("new", "SAN", "2027-01-20", "--content", ROOT / "content")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Fel: Det gick inte att skriva i {ROOT}/content: rättigheterna tillåter det inte. Ingenting är skrivet.\n"
    )


WHOLE = (("check",), ("build", "--content"), ("serve", "--content"), ("new", "SAN", "2027-01-20", "--content"))
"""What works on all content; the folder comes last."""


@pytest.mark.parametrize("line", WHOLE, ids=lambda line: line[0])
def test_a_part_of_the_content_is_not_taken_for_the_whole(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for folder, whose in (("content/san", "organ"), ("content/san/2023-04-26", "sammanträde")):
        result = run(*line, folder)
        told = f"{folder} är mappen för ett {whose}, inte för hela innehållet. Menade du ”content”?"
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"Fel: {told}")
    monkeypatch.chdir(tmp_path)
    result = run(*line, "innehåll")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"Fel: Mappen innehåll finns inte i {tmp_path}. Ange mappen som organisation.yml ligger i."
    )


def test_an_import_into_a_body_or_a_meeting_is_refused(tmp_path: Path) -> None:
    lone = tmp_path / "kvar" / "san" / "2023-04-26"
    lone.mkdir(parents=True)
    (lone / "mote.yml").write_text("organ: SAN\ndatum: 2023-04-26\n", "utf-8")
    result = run("import", ROOT / "docs" / "exempel" / "protokoll.txt", "--till", lone.parent)
    assert result.exit_code == 1
    told = "är mappen för ett organ, inte för hela innehållet. Ange mappen som organisation.yml ligger i."
    assert f"{lone.parent} {told}" in result.stderr
    assert [path.name for path in lone.parent.iterdir()] == ["2023-04-26"]


def test_help_is_in_swedish() -> None:
    for command in ("", *cli.main.commands):
        told = run(*command.split(), "--help").stdout
        assert told.startswith("Användning: ")
        assert not re.search(r"Usage|Option|Command|Show|default|required|OPTION|ARGS|\.\.\.", told), told


def test_a_preview_at_a_taken_address_says_which_one_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--content", ROOT / "content", "--adress", f"127.0.0.1:{port}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Fel: Adressen 127.0.0.1:{port} används redan, kanske av en annan förhandsvisning. Stäng den, "
        f"eller ange en annan: --adress 127.0.0.1:{port + 1}\n"
    )


def test_a_preview_at_an_address_of_another_machine_is_refused() -> None:
    result = run("serve", "--content", ROOT / "content", "--adress", "192.0.2.1:8000")
    assert result.exit_code == 1
    assert result.stderr == (
        "Fel: Adressen 192.0.2.1:8000 går inte att använda på den här datorn. Rätta den, "
        "eller ange en annan: --adress 127.0.0.1:8000\n"
    )


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
    "serve --adress 80": "”80” är ingen adress. Skriv värd och port, som 127.0.0.1:8000. Se ”paragraf serve --help”.",
    "show": "MAPP saknas. Se ”paragraf show --help”.",
    "import x.txt": "--till saknas. Se ”paragraf import --help”.",
}


@pytest.mark.parametrize("line", LINES)
def test_what_is_wrong_on_the_command_line_is_told_in_swedish(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli.main, line.split(), prog_name="paragraf")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Fel: {LINES[line]}\n")
