"""The search index: the same in every run, and it still finds and filters, in a browser under our policy."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from paragraf.publishing.search_index import SearchIndexError, index
from serving import serve

PAGES = 60
BODIES = ("SAN", "KS", "KF", "BUN")
KINDS = ("Ärende", "Paragraf", "Möte")

PAGE = """<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>§ {number} {title}</title></head>
<body>
<main data-pagefind-body>
<h1>§ {number} {title}</h1>
<p><span data-pagefind-filter="Organ">{body}</span>
<span data-pagefind-filter="År">{year}</span>
<span data-pagefind-filter="Typ">{kind}</span>
<time data-pagefind-sort="datum">{year}-05-04</time></p>
<p>Nämnden beslutar att godkänna protokollet. Dnr {year}/SAN/{number}.</p>
</main>
</body>
</html>
"""

SEARCH = """<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Sök</title></head>
<body><output></output><script type="module" src="sok.js"></script></body>
</html>
"""

SCRIPT = """
const pagefind = await import('./pagefind/pagefind.js')
const ask = async (query, filters) => {
  const found = await pagefind.search(query, {filters})
  return Promise.all(found.results.map(result => result.data())).then(all => all.map(one => one.url).sort())
}
document.querySelector('output').textContent = JSON.stringify({
  inflected: await ask('förskolornas', {Organ: 'KS', Typ: 'Ärende'}),
  number: await ask('2024/SAN/14', {}),
  filters: await pagefind.filters(),
})
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for number in range(PAGES):
        folder = site / f"p{number}"
        folder.mkdir(parents=True)
        facts = {"body": BODIES[number % 4], "year": 2020 + number % 5, "kind": KINDS[number % 3]}
        title = "Förskolan Linden" if number % 6 == 3 else "Avtal om färdtjänst"
        (folder / "index.html").write_text(PAGE.format(number=number, title=title, **facts), "utf-8")
    (site / "sok.html").write_text(SEARCH, "utf-8")
    (site / "sok.js").write_text(SCRIPT, "utf-8")
    return site


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_three_runs_are_the_same(site: Path, tmp_path: Path) -> None:
    copies = [tmp_path / name for name in ("en", "två", "tre")]
    for copy in copies:
        shutil.copytree(site, copy)
        index(copy)
    first, second, third = map(contents, copies)
    assert first == second == third
    assert sum(name.startswith("pagefind/filter/") for name in first) == 3


def test_a_new_index_leaves_nothing_of_the_old_one(site: Path) -> None:
    index(site)
    before = contents(site)
    (site / "p60").mkdir()
    (site / "p60" / "index.html").write_text(PAGE.format(number=60, title="Nytt", body="SAN", year=2020, kind="Möte"))
    index(site)
    shutil.rmtree(site / "p60")
    index(site)
    assert contents(site) == before


def test_settings_that_lie_about_change_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(site)
    before = contents(site)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    monkeypatch.setenv("PAGEFIND_KEEP_INDEX_URL", "true")
    index(site)
    assert contents(site) == before


def test_what_pagefind_says_is_told(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match=r"^Sökregistret gick inte att göra\. Pagefind svarade: ."):
        index(tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize("prefix", ["/", "/kommun/moten/"])
def test_search_and_filters_work_under_the_policy(
    site: Path, page: Page, third_parties: list[str], prefix: str
) -> None:
    index(site)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    with serve(site, prefix) as address:
        page.goto(f"{address}sok.html")
        output = page.locator("output")
        output.filter(has_text="filters").wait_for()
        found = page.evaluate("text => JSON.parse(text)", output.text_content())
    assert complaints == []
    assert found["inflected"] == [f"{prefix}p{number}/" for number in (21, 33, 45, 57, 9)]
    assert f"{prefix}p14/" in found["number"]
    assert found["filters"] == {
        "Organ": dict.fromkeys(BODIES, 15),
        "Typ": dict.fromkeys(KINDS, 20),
        "År": dict.fromkeys(map(str, range(2020, 2025)), 12),
    }


@pytest.mark.parametrize("cut", ["", "gzip"])
def test_a_full_disk_is_told_though_pagefind_says_that_all_is_well(
    cut: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text(
        PAGE.format(number=1, title="Budget", body="KS", year=2026, kind="Möte"), "utf-8"
    )
    run = subprocess.run

    def full(*args: Any, **options: Any) -> Any:
        done = run(*args, **options)
        fragment = next((tmp_path / "pagefind" / "fragment").iterdir())
        fragment.write_bytes(fragment.read_bytes()[:40] if cut else b"")
        return done

    monkeypatch.setattr(subprocess, "run", full)
    with pytest.raises(SearchIndexError, match=r"inte helt: sv_\w+\.pf_fragment är avhuggen\. Är disken full\?"):
        index(tmp_path)
