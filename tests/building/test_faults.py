"""What goes wrong around a build: the old site lies where it lay, and a message says what to do."""

import errno
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from paragraf import building
from paragraf.adapters import mkdocs
from paragraf.cli import main
from paragraf.compiling import Compiled
from paragraf.pages import ChangedFileError
from paragraf.publishing import addresses
from paragraf.publishing.staging import StagingError
from trees import tree

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 11, 21)
SMALL = ROOT / "tests" / "golden" / "format"

pytestmark = pytest.mark.build


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of our own to change, with a picture beside its pages."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "content"))
    (folder / "sidor" / "karta.png").write_bytes(b"karta")
    return folder


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    """The site as it was before."""
    folder = tmp_path / "site"
    assert building.build(content, folder, DAY).published
    return folder


@pytest.fixture
def while_building(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Lets something happen after the content has been read and before its files are copied."""

    def happens(event: Callable[[], object]) -> None:
        def render(compiled: Compiled, folder: Path) -> None:
            event()
            mkdocs.render(compiled, folder)

        monkeypatch.setattr(building, "render", render)

    return happens


LETTER = "san/2023-04-26/bilagor/tjansteskrivelse-handlaggningstider.docx"
PICTURE = "sidor/karta.png"


def changed(file: Path) -> None:
    file.write_bytes(b"hemligt")


def gone(file: Path) -> None:
    file.unlink()


def linked_out(file: Path) -> None:
    secret = file.parents[2] / "hemligt"
    secret.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(secret)


def endless(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def waiting(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


CHANGES: dict[Callable[[Path], None], str] = {
    changed: "ändrades medan webbplatsen byggdes. Kör om när den är färdig.",
    gone: "finns inte, eller försvann medan den lästes. Kör om när den är på plats.",
    linked_out: "är en symbolisk länk, som inte läses. Kör om när den är på plats.",
    endless: "är en symbolisk länk, som inte läses. Kör om när den är på plats.",
    waiting: "är ingen vanlig fil. Kör om när den är på plats.",
}


@pytest.mark.parametrize("name", [LETTER, PICTURE])
@pytest.mark.parametrize("change", CHANGES)
def test_only_the_bytes_that_were_read_are_published(
    content: Path,
    site: Path,
    while_building: Callable[[Callable[[], object]], None],
    change: Callable[[Path], None],
    name: str,
) -> None:
    before = tree(site)
    while_building(lambda: change(content / name))
    with pytest.raises(ChangedFileError) as told:
        building.build(content, site, DAY)
    assert str(told.value) == f"Filen {content / name} {CHANGES[change]}"
    assert tree(site) == before


def test_a_meeting_that_is_deleted_during_the_build_is_told(
    content: Path, site: Path, while_building: Callable[[Callable[[], object]], None]
) -> None:
    before = tree(site)
    while_building(lambda: shutil.rmtree(content / "san" / "2023-04-26"))
    with pytest.raises(ChangedFileError, match="finns inte, eller försvann medan den lästes"):
        building.build(content, site, DAY)
    assert tree(site) == before


def test_a_file_whose_name_is_decomposed_is_published(content: Path, tmp_path: Path) -> None:
    file = content / "san" / "2023-04-26" / "bilagor" / "pensionärsrådet-mars.pdf"
    data = file.read_bytes()
    file.rename(file.with_name(unicodedata.normalize("NFD", file.name)))
    assert not file.exists()
    report = building.build(content, tmp_path / "site", DAY)
    assert report.published, "\n".join(map(str, report.problems))
    copy = "site/san/2023-04-26/bilagor/pensionarsradet-mars/pensionarsradet-mars.pdf"
    assert (tmp_path / copy).read_bytes() == data


@pytest.mark.parametrize("place", ["content/site", ".", "content"])
def test_site_and_content_do_not_lie_in_each_other(content: Path, tmp_path: Path, place: str) -> None:
    before = tree(content)
    with pytest.raises(StagingError) as told:
        building.build(content, tmp_path / place, DAY)
    assert str(told.value) == (
        f"Webbplatsen ({tmp_path / place}) och innehållet ({content}) får inte ligga i varandra. Ange en annan mapp."
    )
    assert tree(content) == before


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    """The day that the build takes for today."""

    class Calendar(date):
        @classmethod
        def today(cls) -> date:
            return DAY

    monkeypatch.setattr(building, "date", Calendar)
    yield DAY


def test_addresses_that_cannot_be_written_are_told_after_the_switch(
    content: Path, site: Path, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, found: object) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(addresses, "write", full)
    (content / "sidor" / "ny.md").write_text("# En ny sida\n", "utf-8")
    report = building.build(content, site, today)
    assert report.published
    assert (site / "ny" / "index.html").exists()
    assert str(report.problems[-1]) == (
        "adresser.yml: fel [adresser] Webbplatsen är publicerad, men filen går inte att skriva: disken är full. "
        "Rätta det och bygg igen, annars glöms adresserna."
    )


def test_an_address_that_its_author_takes_away_during_a_build_stays_away(
    content: Path, site: Path, today: date, while_building: Callable[[Callable[[], object]], None]
) -> None:
    gone = addresses.Address(path="san/2023-04-26/bilagor/ett-namn/", key="bilaga", since=DAY)
    addresses.write(content, (gone,))
    while_building((content / "adresser.yml").unlink)
    assert building.build(content, site, today).published
    kept, _ = addresses.read(content)
    assert gone.path not in {one.path for one in kept}
    assert "san/2023-04-26/p45/" in {one.path for one in kept}


def test_a_clock_that_goes_backwards_does_not_empty_the_site(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    tomorrow = date.today().replace(year=date.today().year + 1, month=6, day=1)
    assert building.build(content, folder, tomorrow).published
    before = tree(folder)
    result = CliRunner().invoke(main, ["build", "--content", str(content), "--site", str(folder)])
    assert result.exit_code == 1
    assert result.stderr == (
        f"Fel: {folder} visar läget {tomorrow}, men datorns klocka säger {date.today()}. Rätta klockan, eller bygg "
        f"med --date {date.today()} om det är den dagen som ska visas.\n"
        "Ingenting är ändrat: den gamla webbplatsen ligger kvar.\n"
    )
    assert tree(folder) == before
    again = ["build", "--content", str(content), "--site", str(folder), "--date", date.today().isoformat()]
    assert CliRunner().invoke(main, again).exit_code == 0


def test_no_address_tells_a_title_that_is_not_public_any_more(content: Path, site: Path, today: date) -> None:
    """A stub stands at the addresses of numbers; an address made of words is a title."""
    meeting = content / "san" / "2023-04-26"
    (meeting / "bilagor" / "agda-ekstrand.pdf").write_bytes(b"%PDF-1.4")
    numbered, named = meeting / "protokoll" / "060-x.md", meeting / "protokoll" / "061-y.md"
    numbered.write_text(
        "# § 60 Ansökan\n\n## Beslut\nJa.\n\n## Bilagor\n- [Ansökan](bilagor/agda-ekstrand.pdf)\n", "utf-8"
    )
    named.write_text("# Beslutad fosterhemsplacering\n\n## Beslut\nJa.\n", "utf-8")
    report = building.build(content, site, today)
    assert report.published, "\n".join(map(str, report.problems))
    folder = site / "san" / "2023-04-26"
    assert (folder / "bilagor" / "agda-ekstrand" / "index.html").exists()
    assert (folder / "beslutad-fosterhemsplacering" / "index.html").exists()
    for item in (numbered, named):
        first, rest = item.read_text("utf-8").split("\n", 1)
        item.write_text(f"{first}\n\nÅterkallad: 2026-11-20, personuppgifter\n{rest}", "utf-8")
    report = building.build(content, site, today)
    assert report.published, "\n".join(map(str, report.problems))
    assert (folder / "p60" / "index.html").exists()
    bytes_and_names = b"\n".join(name.encode() + data for name, data in tree(site).items())
    assert [word for word in (b"agda", b"fosterhem") if word in bytes_and_names.lower()] == []
    remembered = {one.path for one in addresses.read(content)[0]}
    assert "san/2023-04-26/bilagor/agda-ekstrand/" in remembered


def test_a_link_that_is_dead_on_every_page_is_told_once(content: Path, site: Path) -> None:
    facts = content / "organisation.yml"
    links = "länkar:\n"
    assert links in facts.read_text("utf-8")
    dead = links + "  - namn: Död\n    adress: https://moten.lillanga.example/finns-inte/\n"
    facts.write_text(facts.read_text("utf-8").replace(links, dead), "utf-8")
    report = building.build(content, site, DAY)
    assert not report.published
    (told,) = [str(one) for one in report.problems if one.code == "död-länk"]
    pages = len(list(site.rglob("index.html")))
    assert told == (
        "webbplatsen/404.html: fel [död-länk] ”https://moten.lillanga.example/finns-inte/” leder till något som inte "
        f"finns (så står det på {pages} sidor till)."
    )
