"""Never half a site: whatever happens, the public folder is the old site or the new one, whole."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from paragraf.publishing import manifest, staging
from paragraf.publishing.staging import StagingError, Switch, SwitchResult, switch

PAGES = 40


def fill(folder: Path, text: str, *, draft: bool = False) -> None:
    """A small site where every page says the same."""
    folder.mkdir(exist_ok=True)
    for number in range(PAGES):
        (folder / f"p{number}").mkdir()
        (folder / f"p{number}" / "index.html").write_text(text, "utf-8")
    manifest.write(folder, version="0", date="2026-05-04", draft=draft)


def says(site: Path) -> str:
    """What every page of a whole site says."""
    assert manifest.verify(site) == ()
    pages = {page.read_text("utf-8") for page in site.rglob("*.html")}
    assert len(pages) == 1
    return pages.pop()


def as_folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    fill(site, "gammal")
    return site


def as_link(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    fill(tmp_path / "site.gammal", "gammal")
    site.symlink_to("site.gammal")
    return site


BOTH = pytest.mark.parametrize("make", [as_folder, as_link])
MakeSite = Callable[[Path], Path]


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())


def build(site: Path, text: str = "ny") -> SwitchResult:
    with staging.staging(site) as new:
        fill(new, text)
        return switch(new, site)


def test_the_first_site_is_a_folder_that_a_web_server_can_read(tmp_path: Path) -> None:
    site = tmp_path / "var" / "www" / "site"
    assert build(site) == SwitchResult(how=Switch.CREATED)
    assert says(site) == "ny"
    umask = os.umask(0)
    os.umask(umask)
    assert site.stat().st_mode & 0o777 == 0o777 & ~umask
    assert beside(site) == [".site.lock", "site"]


def test_an_empty_folder_keeps_its_rights(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    site.chmod(0o751)
    assert build(site) == SwitchResult(how=Switch.CREATED)
    assert site.stat().st_mode & 0o777 == 0o751


def test_a_folder_changes_places_with_the_new_one(tmp_path: Path) -> None:
    site = as_folder(tmp_path)
    site.chmod(0o751)
    assert build(site) == SwitchResult(how=Switch.EXCHANGED)
    assert says(site) == "ny"
    assert site.stat().st_mode & 0o777 == 0o751
    assert beside(site) == [".site.lock", "site"]


def test_a_link_is_replaced_and_a_folder_of_someone_else_is_left(tmp_path: Path) -> None:
    site = as_link(tmp_path)
    assert build(site) == SwitchResult(how=Switch.LINKED, unused=tmp_path / "site.gammal")
    assert says(site) == "ny"
    assert says(tmp_path / "site.gammal") == "gammal"
    first = site.readlink()
    assert build(site, "nyare") == SwitchResult(how=Switch.LINKED)
    assert says(site) == "nyare"
    assert beside(site) == [".site.lock", str(site.readlink()), "site", "site.gammal"]
    assert site.readlink() != first


def test_a_link_to_nothing_is_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.symlink_to("finns-inte")
    assert build(site) == SwitchResult(how=Switch.LINKED)
    assert says(site) == "ny"


def test_a_name_with_a_closing_slash_and_dots_is_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_link(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    build(Path("content/../site/"))
    assert says(tmp_path / "site") == "ny"
    assert (tmp_path / "site").is_symlink()


@BOTH
def test_a_fault_leaves_the_old_site(tmp_path: Path, make: MakeSite) -> None:
    site = make(tmp_path)
    before = beside(site)
    with pytest.raises(ZeroDivisionError), staging.staging(site) as new:
        fill(new, "ny")
        raise ZeroDivisionError
    assert says(site) == "gammal"
    assert beside(site) == [".site.lock", *before]


@BOTH
def test_a_full_disk_leaves_the_old_site(tmp_path: Path, make: MakeSite) -> None:
    site = make(tmp_path)
    before = beside(site)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)), staging.staging(site) as new:
        fill(new, "ny")
        (new / "sida.html").symlink_to("/dev/full")
        (new / "sida.html").write_text("ny", "utf-8")
    assert says(site) == "gammal"
    assert beside(site) == [".site.lock", *before]


@BOTH
def test_a_build_without_manifest_is_not_switched_in(tmp_path: Path, make: MakeSite) -> None:
    site = make(tmp_path)
    with staging.staging(site) as new:
        (new / "index.html").write_text("halv", "utf-8")
        with pytest.raises(StagingError) as error:
            switch(new, site)
    assert str(error.value) == f"Den nya webbplatsen är inte hel: manifest.json saknas. {site} är orörd."
    assert says(site) == "gammal"


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {here!r})
from test_staging import fill
from paragraf.publishing import staging

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def before(function):
    return die

def after(function):
    def run(*arguments):
        function(*arguments)
        die()
    return run

site = Path({site!r})
with staging.staging(site) as new:
    if {moment!r} == "mitt i bygget":
        (new / "halv.html").write_text("ny")
        die()
    fill(new, "ny")
    staging._exchange = {when}(staging._exchange)
    Path.replace = {when}(Path.replace)
    staging.switch(new, site)
"""


@BOTH
@pytest.mark.parametrize(
    ("moment", "when", "expected"),
    [("mitt i bygget", "before", "gammal"), ("steget", "before", "gammal"), ("steget", "after", "ny")],
)
def test_a_killed_build_leaves_a_whole_site(
    tmp_path: Path, make: MakeSite, moment: str, when: str, expected: str
) -> None:
    site = make(tmp_path)
    code = KILLED.format(here=str(Path(__file__).parent), site=str(site), moment=moment, when=when)
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert says(site) == expected
    assert any(name.startswith(".site.ny-") for name in beside(site))
    build(site, "nyare")
    assert says(site) == "nyare"
    in_use = [site.readlink().name] if site.is_symlink() else []
    assert [name for name in beside(site) if name.startswith(".site.ny-")] == in_use


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    site = as_folder(tmp_path)
    with staging.staging(site) as new:
        with pytest.raises(StagingError) as error:
            build(site, "annan")
        fill(new, "ny")
        switch(new, site)
    assert str(error.value) == f"Ett annat bygge av {site} pågår. Vänta tills det är klart och försök igen."
    assert says(site) == "ny"


def refused(site: Path, *, draft: bool = False) -> str:
    with pytest.raises(StagingError) as error, staging.staging(site, draft=draft):
        pass
    return str(error.value)


def test_a_folder_of_another_kind_is_never_replaced(tmp_path: Path) -> None:
    site = tmp_path / "hem"
    site.mkdir()
    (site / "brev.txt").write_text("hej", "utf-8")
    assert refused(site) == (
        f"{site} är inte en webbplats som Paragraf har byggt (manifest.json saknas), så den skrivs inte över. "
        "Ange en annan mapp, eller töm den först."
    )
    assert (site / "brev.txt").read_text("utf-8") == "hej"


def test_a_file_is_no_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.write_text("hej", "utf-8")
    assert refused(site) == f"{site} är en fil. Ange en mapp för webbplatsen."


def test_a_place_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("hej", "utf-8")
    message = f"Det går inte att skriva i {tmp_path}/fil: där ligger redan något annat."
    assert refused(tmp_path / "fil" / "site") == message


def test_a_mounted_volume_cannot_change_places() -> None:
    with pytest.raises(StagingError) as error:
        staging.check(Path("/proc"))
    assert str(error.value) == "/proc är en monterad volym och kan inte bytas ut. Ange en mapp i den: /proc/site"


@BOTH
def test_a_draft_never_takes_the_place_of_the_public_site(tmp_path: Path, make: MakeSite) -> None:
    site = make(tmp_path)
    assert refused(site, draft=True) == (
        f"{site} är publicerad. Ett utkast visar sådant som inte är offentligt och får inte läggas där. "
        "Ange en annan mapp."
    )
    shutil.rmtree(site.resolve())
    fill(site.resolve(), "utkast", draft=True)
    with staging.staging(site, draft=True) as new:
        fill(new, "nytt utkast", draft=True)
        switch(new, site)
    assert says(site) == "nytt utkast"


def test_where_folders_cannot_change_places_it_says_so_before_building(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = as_folder(tmp_path)

    def unable(first: Path, second: Path) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(staging, "_exchange", unable)
    assert refused(site) == (
        f"{site} kan inte bytas i ett steg i det här filsystemet (det stöds inte), så den är orörd. "
        f"Gör mappen till en länk och bygg igen:\n  mv {site} {site}.gammal\n  ln -s site.gammal {site}"
    )
    assert says(site) == "gammal"
    assert beside(site) == [".site.lock", "site"]
    # What it says to do helps.
    site.rename(tmp_path / "site.gammal")
    site.symlink_to("site.gammal")
    assert build(site).how is Switch.LINKED
    assert says(site) == "ny"


def test_nobody_else_can_read_what_is_being_built(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with staging.staging(site) as new:
        assert new.stat().st_mode & 0o777 == 0o700


def test_the_folder_that_one_stands_in_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = as_folder(tmp_path)
    monkeypatch.chdir(site)
    with pytest.raises(StagingError) as told:
        build(Path())
    assert str(told.value) == f"Du står i {site}, som ska bytas ut. Gå till en annan mapp och försök igen."
    assert says(site) == "gammal"


def test_a_folder_that_one_stood_in_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(StagingError) as told:
        build(tmp_path / "site")
    assert str(told.value) == "Mappen som du står i finns inte längre. Gå till en annan mapp och försök igen."
