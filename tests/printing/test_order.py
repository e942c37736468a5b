"""`paragraf pdf` as a registrar meets it: what it makes, and what it says of what cannot be made."""

import builtins
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from paragraf import cli
from paragraf.printing import engine
from printing.small import FILES, MEETING

Run = Callable[..., Result]


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """The folder of the small municipality's meeting."""
    for path, content in FILES.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path / "content" / "san" / "2023-04-26"


@pytest.fixture
def run(meeting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function: the command with these options, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def ran(*options: str, folder: str = "content/san/2023-04-26") -> Result:
        return CliRunner().invoke(cli.main, ["pdf", folder, *options], catch_exceptions=False)

    return ran


def first_words(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--date", "2023-06-01"), "protokoll-san-2023-04-26.pdf"),
        (("--date", "2023-06-01", "--kallelse"), "kallelse-san-2023-04-26.pdf"),
        (("--date", "2023-04-20"), "kallelse-san-2023-04-26.pdf"),
        (("--date", "2023-06-01", "--utdrag", "45"), "protokollsutdrag-san-2023-04-26-p45.pdf"),
    ],
)
def test_the_file_gets_a_name_of_its_own(run: Run, tmp_path: Path, options: tuple[str, ...], name: str) -> None:
    result = run(*options)
    assert (result.stderr, result.stdout, result.exit_code) == ("", f"Skrev {name}.\n", 0)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF-1.7")


def test_a_draft_is_made_of_what_is_not_public_and_says_so_on_every_page(run: Run, tmp_path: Path) -> None:
    result = run("--date", "2023-04-20", "--protokoll", "--utkast", "--till", "utkast.pdf")
    assert (result.stderr, result.exit_code) == ("", 0)
    with pypdfium2.PdfDocument(tmp_path / "utkast.pdf") as pdf:
        pages = [one.get_textpage().get_text_bounded() for one in pdf]
    assert ["Utkast – inte offentligt" in text for text in pages] == [True] * len(pages)


def test_what_is_adjusted_in_part_is_printed_in_part(run: Run, tmp_path: Path) -> None:
    run("--date", "2023-04-30", "--till", "del.pdf")
    text = first_words(tmp_path / "del.pdf")
    assert "En del av protokollet är justerat. Övriga paragrafer är inte justerade än." in text
    assert "§ 46 Motion om skolskjuts" in text
    assert "Mätetal" not in text


ADVICE = "Med --utkast görs dokumentet ändå, märkt på varje sida."


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--utdrag", "99"), "Fel: § 99 finns inte i protokollet. Där finns §§\u00a045–46."),
        (("--utdrag", "45", "--date", "2023-04-30"), f"Fel: § 45 är inte publik 2023-04-30. {ADVICE}"),
        (("--protokoll", "--date", "2023-04-20"), f"Fel: Protokollet är inte publikt 2023-04-20. {ADVICE}"),
        (("--date", "2023-04-01"), f"Fel: Ingenting av sammanträdet är publikt 2023-04-01. {ADVICE}"),
        (
            ("--utdrag", "fem"),
            "Fel: ”fem” är inget paragrafnummer. Skriv som 45 eller 12a. Se ”main pdf --help”.",
        ),
        (("--utdrag", "45", "--kallelse"), "Fel: --utdrag och --kallelse kan inte användas tillsammans."),
        (
            ("--till", "finns/inte/fil.pdf"),
            "Fel: Det gick inte att skriva finns/inte/fil.pdf: mappen finns inte.",
        ),
        (("--till", "redan.pdf"), "Fel: redan.pdf finns redan. Ange en annan fil med --till."),
    ],
)
def test_what_cannot_be_made_is_told(run: Run, tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    (tmp_path / "redan.pdf").write_text("annan", "utf-8")
    result = run("--date", "2023-06-01", *options)
    assert (result.stderr.rstrip("\n"), result.stdout, result.exit_code) == (message, "", 1)
    assert (tmp_path / "redan.pdf").read_text("utf-8") == "annan"


def test_a_folder_that_is_no_meeting_is_told(run: Run) -> None:
    result = run(folder="content/san")
    assert result.stderr == (
        "Fel: content/san är ingen mapp för ett sammanträde: där finns ingen mote.yml. "
        "Ange en som content/san/2023-04-26.\n"
    )


def test_what_is_wrong_with_the_meeting_is_told_first(run: Run, meeting: Path, tmp_path: Path) -> None:
    (meeting / "mote.yml").write_text(MEETING.replace("plats:", "palts:"), "utf-8")
    result = run("--date", "2023-06-01")
    assert "san/2023-04-26/mote.yml:4: fel [okänd-nyckel]" in result.stderr
    assert result.stderr.endswith("Fel: Dokumentet är inte gjort.\n")
    assert list(tmp_path.glob("*.pdf")) == []


def test_faults_of_other_meetings_stop_nothing(run: Run, meeting: Path) -> None:
    other = meeting.with_name("2023-05-24")
    other.mkdir()
    (other / "mote.yml").write_text("organ: SAN\ndatum: ingen\n", "utf-8")
    assert run("--date", "2023-06-01").exit_code == 0


def test_a_protected_name_stops_the_document_without_being_told(run: Run, meeting: Path) -> None:
    organisation = meeting.parent.parent / "organisation.yml"
    text = (
        organisation.read_text("utf-8").replace("Box 1,", "Box 1, Jo Exempel,")
        + "skyddade personer:\n  - namn: Jo Exempel\n    alias: En chef\n"
    )
    organisation.write_text(text, "utf-8")
    result = run("--date", "2023-06-01", "--utdrag", "45")
    assert result.stderr.splitlines()[-1] == (
        "Fel: Ett skyddat namn står i dokumentet. Skriv personens alias i texten."
    )


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which WeasyPrint cannot load Pango."""
    load = builtins.__import__

    def refused(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return load(name, *rest, **more)

    engine.engine.cache_clear()
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(builtins, "__import__", refused)
    yield
    engine.engine.cache_clear()


@pytest.mark.usefixtures("without_pango")
def test_missing_libraries_are_told_with_what_to_install(run: Run) -> None:
    result = run("--date", "2023-06-01")
    assert result.stderr == (
        "Fel: För PDF behövs Pango, som inte finns på den här datorn. Installera det (Debian och Ubuntu: apt install "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango) och kör om.\n"
    )
