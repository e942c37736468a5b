"""The whole way: from a content folder to a verified site in place, with the example municipality."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from paragraf import building
from paragraf.publishing import addresses, manifest
from paragraf.publishing.links import dead_links
from paragraf.publishing.staging import StagingError
from trees import tree

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 11, 21)
SMALL = ROOT / "tests" / "golden" / "format"

pytestmark = pytest.mark.build


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content folder of our own to change."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def test_the_site_is_whole_and_its_links_hold(built_site: Path) -> None:
    assert manifest.verify(built_site) == ()
    assert dead_links(built_site, "https://protokoll.ronnvala.example.se/") == ()
    pages = list(built_site.rglob("index.html"))
    assert len(pages) >= 400


def test_no_citation_of_a_law_leads_to_a_paragraph_of_ours(built_site: Path) -> None:
    law = re.compile(r"\d\s*(?:kap|[a-z]?\s*§)|\b(?:SoL|LSS|KL|FL|OSL|PBL|LVU)\b")
    day = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]+ \d{4}")
    links = [
        (page, match[1], match[2])
        for page in built_site.rglob("index.html")
        for match in re.finditer(r'<a [^>]*href="([^"]*)"[^>]*>([^<]*)</a>', page.read_text("utf-8"))
    ]
    cited = [(page, href, text) for page, href, text in links if law.search(day.sub("", text))]
    assert len(cited) >= 50
    assert [one for one in cited if re.search(r"/p\d+[a-z]?/(?:#|$)", one[1])] == []
    assert {href.partition("/20")[0] for _, href, text in cited if text.startswith("4 kap")} == {"https://lagen.nu"}


def test_two_folders_with_the_same_content_give_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    content = tmp_path / "en annan mapp" / "innehåll"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("adresser.yml"))
    report = building.build(content, tmp_path / "site", DAY)
    assert report.published
    ours, theirs = tree(built_site), tree(tmp_path / "site")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_properdocs_makes_the_same_pages(built_site: Path, tmp_path: Path) -> None:
    program = (
        "import sys, properdocs.replacement\n"
        "from datetime import date\nfrom pathlib import Path\nfrom paragraf import building\n"
        "import mkdocs.commands.build as host\n"
        "assert host.__file__ and 'properdocs' in host.__file__, host.__file__\n"
        "report = building.build(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))\n"
        "sys.exit(not report.published)\n"
    )
    content, site = tmp_path / "content", tmp_path / "site"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("adresser.yml"))
    done = subprocess.run(
        [sys.executable, "-c", program, str(content), str(site), DAY.isoformat()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(built_site), tree(site)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_bad_content_leaves_the_old_site_untouched(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert building.build(small, site, DAY).published
    before = tree(site)
    report = building.build(ROOT / "tests" / "bad" / "content", site, DAY)
    assert not report.published
    assert tree(site) == before
    listed = (ROOT / "tests" / "bad" / "problems.txt").read_text("utf-8").splitlines()
    assert [str(problem) for problem in report.problems] == listed
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site.ny-")] == []


def test_an_empty_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    report = building.build(tmp_path / "content", tmp_path / "site", DAY)
    assert not report.published
    assert not (tmp_path / "site").exists()
    assert [problem.code for problem in report.problems] == ["tom-mapp"]


def test_a_draft_is_marked_on_every_page_and_never_replaces_a_published_site(small: Path, tmp_path: Path) -> None:
    public, draft = tmp_path / "public", tmp_path / "draft"
    assert building.build(small, public, DAY).published
    assert building.build(small, draft, DAY, draft=True).published
    unmarked = [
        page.relative_to(draft).as_posix()
        for page in draft.rglob("*.html")
        if not page.is_relative_to(draft / "pagefind") and "Utkast" not in page.read_text("utf-8")
    ]
    assert unmarked == []
    with pytest.raises(StagingError, match="är publicerad"):
        building.build(small, public, DAY, draft=True)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    """The day that the build takes for today."""

    class Calendar(date):
        @classmethod
        def today(cls) -> date:
            return DAY

    monkeypatch.setattr(building, "date", Calendar)
    yield DAY


def test_addresses_are_remembered_by_public_builds_of_today_alone(small: Path, tmp_path: Path, today: date) -> None:
    file = small / "adresser.yml"
    building.build(small, tmp_path / "draft", today, draft=True)
    building.build(small, tmp_path / "yesterday", date(2026, 11, 20))
    assert not file.exists()
    building.build(small, tmp_path / "site", today)
    kept, faults = addresses.read(small)
    assert faults == ()
    pages = (tmp_path / "site").rglob("index.html")
    living = {page for page in pages if "har tagits bort</h1>" not in page.read_text("utf-8")}
    # An address that is somebody's name is never written down.
    living -= set((tmp_path / "site" / "personer").glob("*/index.html"))
    assert {tmp_path / "site" / one.path / "index.html" for one in kept} == living


def test_a_meeting_with_another_date_leaves_redirects(
    small: Path, tmp_path: Path, today: date, vnu: Callable[[Path], list[str]]
) -> None:
    site = tmp_path / "site"
    assert building.build(small, site, today).published
    old, new = small / "san" / "2023-04-26", small / "san" / "2023-04-25"
    facts = (old / "mote.yml").read_text("utf-8").replace("datum: 2023-04-26", "datum: 2023-04-25")
    (old / "mote.yml").write_text(facts, "utf-8")
    old.rename(new)
    report = building.build(small, site, today)
    assert report.published, "\n".join(map(str, report.problems))
    moved = [one for one in addresses.read(small)[0] if one.moved_to]
    assert {one.path for one in moved} >= {"san/2023-04-26/p44/", "san/2023-04-26/p45/"}
    assert any("/bilagor/" in one.path for one in moved)
    for one in moved:
        page = (site / one.path / "index.html").read_text("utf-8")
        refresh = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', page)
        assert refresh
        assert (site / one.path / refresh[1] / "index.html").resolve() == site / (one.moved_to or "") / "index.html"
    assert vnu(site) == []


def test_a_title_is_text_wherever_it_stands(small: Path, tmp_path: Path, today: date) -> None:
    title = "Taxa </title><script>alert(1)</script> & </h1> {{ 7 * 7 }} &amp; ]]>"
    file = small / "san" / "2023-04-26" / "protokoll" / "045-handlaggningstider.md"
    file.write_text(re.sub(r"(?m)^# § 45 .*$", lambda _: f"# § 45 {title}", file.read_text("utf-8"), count=1), "utf-8")
    site = tmp_path / "site"
    report = building.build(small, site, today)
    assert report.published, "\n".join(map(str, report.problems))
    page = html.fromstring((site / "san" / "2023-04-26" / "p45" / "index.html").read_bytes())
    assert str(page.findtext(".//title")).startswith(f"§ 45 {title} – ")
    assert page.findtext(".//h1") == title
    for path in site.rglob("*.html"):
        scripts = html.fromstring(path.read_bytes()).iter("script")
        assert [one.text for one in scripts if one.text and one.get("type") != "application/ld+json"] == []


def test_what_is_gone_leaves_a_stub(small: Path, tmp_path: Path, today: date) -> None:
    content, site = small, tmp_path / "site"
    assert building.build(content, site, today).published
    addresses_before = {one.path for one in addresses.read(content)[0]}
    page = next(path for path in (content / "sidor").glob("*.md") if path.name != "index.md")
    page.unlink()
    assert building.build(content, site, today).published
    gone = site / page.stem / "index.html"
    text = gone.read_text("utf-8")
    assert "har tagits bort" in text
    assert 'content="noindex"' in text
    assert {one.path for one in addresses.read(content)[0]} == addresses_before
    (manifest_day,) = {json.loads((site / "manifest.json").read_text("utf-8"))["date"]}
    assert manifest_day == DAY.isoformat()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_hosts_own_command_previews_without_a_warning(host: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", host, "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(tmp_path)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's own notice, of no concern to this site
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert dead_links(tmp_path, "https://protokoll.ronnvala.example.se/") == ()


def test_search_engines_are_told_of_every_page_but_those_that_are_gone(built_site: Path) -> None:
    listed = set(
        re.findall(
            r"<loc>https://protokoll\.ronnvala\.example\.se/([^<]*)</loc>",
            (built_site / "sitemap.xml").read_text("utf-8"),
        )
    )
    pages = {
        page.parent.relative_to(built_site).as_posix()
        for page in built_site.rglob("index.html")
        if 'content="noindex"' not in page.read_text("utf-8")
    }
    assert listed == {"" if page == "." else f"{page}/" for page in pages}
    assert "san/2023-06-14/p76/" not in listed
