"""Following in the reader's own browser: only for who asks for it, and nothing of it leaves the browser."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]
NEW = "Nytt sedan du var här"


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the site, in which something new can happen."""
    return Path(shutil.copytree(built_site, tmp_path / "site"))


def happens(site: Path, text: str, *keys: str) -> None:
    """Put something new first in the index of the site."""
    file = site / "nytt.json"
    index = json.loads(file.read_text("utf-8"))
    new = {"id": text, "day": "2026-11-22", "text": text, "body": "Nämnden", "href": "san/", "keys": list(keys)}
    index["news"].insert(0, new)
    file.write_text(json.dumps(index), "utf-8")


def stored(page: Page) -> list[str]:
    return list(page.evaluate("Object.keys(localStorage)"))


def test_nothing_is_stored_or_fetched_until_the_reader_asks(reader: Reader, address: str) -> None:
    page, complaints = reader()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "san/", "folj/"):
        page.goto(address + path, wait_until="networkidle")
        assert not page.get_by_role("heading", name=NEW).is_visible()
    assert stored(page) == []
    assert [url for url in asked if url.endswith("nytt.json")] == []
    assert complaints == []


def test_what_is_new_since_last_time(reader: Reader, site: Path) -> None:
    with serve(site, "/kommun/") as root:
        page, complaints = reader()
        page.goto(f"{root}folj/")
        page.get_by_role("button", name="Visa vad som är nytt sedan sist").click()
        expect(page.get_by_role("button", name="Glöm allt")).to_be_visible()
        page.goto(root, wait_until="networkidle")
        assert not page.get_by_role("heading", name=NEW).is_visible()
        happens(site, "Kallelse: Nämnden", "san")
        page.goto(root)
        section = page.get_by_role("region", name=NEW)
        expect(section.get_by_role("listitem")).to_have_text([re.compile("Kallelse: Nämnden 2026-11-22")])
        page.reload()
        expect(section.get_by_role("listitem")).to_have_count(1)
        section.get_by_role("link", name="Kallelse: Nämnden").click()
        expect(page).to_have_url(f"{root}san/")
        page.evaluate("sessionStorage.clear()")
        page.goto(root, wait_until="networkidle")
        assert not section.is_visible()
        assert complaints == []


def test_a_reader_follows_a_body_and_forgets_it(reader: Reader, site: Path) -> None:
    with serve(site, "/kommun/") as root:
        page, complaints = reader()
        page.goto(f"{root}san/")
        button = page.get_by_role("button", name="Följ i den här webbläsaren")
        expect(button).to_have_attribute("aria-pressed", "false")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Sluta följa")).to_have_attribute("aria-pressed", "true")
        happens(site, "Om en annan nämnd", "bun")
        happens(site, "Om nämnden", "san")
        page.goto(root)
        expect(page.get_by_role("region", name=NEW).get_by_role("listitem")).to_have_text([re.compile("Om nämnden")])
        page.goto(f"{root}folj/")
        expect(page.locator("#foljda a")).to_have_text(["Social- och arbetsmarknadsnämnden"])
        expect(page.locator("#handelser li").first).to_contain_text("Om nämnden")
        page.get_by_role("button", name="Sluta följa Social- och arbetsmarknadsnämnden").click()
        expect(page.locator("#foljda")).not_to_be_visible()
        page.get_by_role("button", name="Glöm allt").click()
        expect(page.get_by_role("button", name="Visa vad som är nytt sedan sist")).to_be_focused()
        assert stored(page) == []
        assert page.evaluate("Object.keys(sessionStorage)") == []
        assert complaints == []


def test_without_scripts_feeds_and_calendars_are_there(reader: Reader, address: str) -> None:
    page, _ = reader(java_script_enabled=False)
    page.goto(f"{address}folj/")
    assert not page.locator("#i-webblasaren").is_visible()
    expect(page.get_by_role("link", name="Flöde: Social- och arbetsmarknadsnämnden", exact=True)).to_be_visible()
    page.goto(f"{address}san/")
    assert not page.get_by_role("button", name="Följ i den här webbläsaren").is_visible()
    expect(page.get_by_role("link", name="Kalender med sammanträden")).to_be_visible()


def test_a_browser_that_may_not_store_offers_nothing(reader: Reader, address: str) -> None:
    page, complaints = reader()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } });")
    page.goto(f"{address}san/")
    assert not page.get_by_role("button", name="Följ i den här webbläsaren").is_visible()
    assert complaints == []


def test_browsers_find_the_feeds(reader: Reader, address: str) -> None:
    page, _ = reader()
    for path, first in (("", "nytt.xml"), ("san/", "san/nytt.xml"), ("anslag/", "anslag/nytt.xml")):
        page.goto(address + path)
        found = page.locator("link[type='application/atom+xml']").first
        assert found.evaluate("link => link.href") == address + first
