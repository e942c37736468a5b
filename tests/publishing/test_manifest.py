"""manifest.json: the same files give the same bytes, and a site that is not whole is told."""

import hashlib
from pathlib import Path

import pytest

from paragraf.publishing.manifest import MANIFEST, FileSum, Manifest, read, verify, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "san" / "2026-05-04").mkdir(parents=True)
    (tmp_path / "san" / "2026-05-04" / "index.html").write_text("<p>Mötet</p>", "utf-8")
    (tmp_path / "index.html").write_text("<p>Start</p>", "utf-8")
    (tmp_path / "logga.svg").write_bytes(b"")
    return tmp_path


def test_the_manifest_lists_every_file(site: Path) -> None:
    written = write(site, version="1.2.3", date="2026-05-04", draft=False)
    assert written == read(site)
    assert written == Manifest(
        version="1.2.3",
        date="2026-05-04",
        draft=False,
        files={
            "index.html": FileSum(sha256=hashlib.sha256(b"<p>Start</p>").hexdigest(), size=12),
            "logga.svg": FileSum(sha256=hashlib.sha256(b"").hexdigest(), size=0),
            "san/2026-05-04/index.html": FileSum(sha256=hashlib.sha256("<p>Mötet</p>".encode()).hexdigest(), size=13),
        },
    )
    assert verify(site) == ()


def test_the_same_files_give_the_same_bytes(site: Path) -> None:
    write(site, version="1.2.3", date="2026-05-04", draft=False)
    first = (site / MANIFEST).read_bytes()
    write(site, version="1.2.3", date="2026-05-04", draft=False)
    assert (site / MANIFEST).read_bytes() == first


def test_what_differs_is_told(site: Path) -> None:
    write(site, version="1.2.3", date="2026-05-04", draft=False)
    (site / "index.html").write_text("<p>Stört</p>", "utf-8")
    (site / "logga.svg").unlink()
    (site / "ny.html").write_text("", "utf-8")
    assert verify(site) == ("index.html har ändrats", "logga.svg saknas", "ny.html står inte i manifest.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": "En app", "icons": []}', '{"version": "1", "files": 3}'])
def test_another_manifest_is_not_ours(site: Path, text: str) -> None:
    (site / MANIFEST).write_text(text, "utf-8")
    assert read(site) is None
    assert verify(site) == ("manifest.json saknas eller går inte att läsa",)


def test_a_site_holds_no_links(site: Path) -> None:
    (site / "protokoll.html").symlink_to(site / "index.html")
    with pytest.raises(ValueError, match=r"protokoll\.html är en länk; en webbplats består av vanliga filer"):
        write(site, version="1.2.3", date="2026-05-04", draft=False)
