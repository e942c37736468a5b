"""What scripts add: colours, copying, links to clauses."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_choice_of_colours_stays(reader: Reader, address: str) -> None:
    page, complaints = reader()
    page.goto(address)
    light = page.evaluate(BACKGROUND)
    page.get_by_role("button", name="Mörkt läge").click()
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    page.goto(address + KINDS["paragraph"])
    assert page.evaluate(BACKGROUND) == dark
    page.get_by_role("button", name="Ljust läge").click()
    assert page.evaluate(BACKGROUND) == light
    assert complaints == []


def test_dark_colours_need_no_script(reader: Reader, address: str) -> None:
    page, _ = reader(java_script_enabled=False, color_scheme="dark")
    page.goto(address)
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor") == "rgb(18, 23, 28)"
    assert not page.locator(".scheme").is_visible()


def test_a_citation_is_copied_with_its_address(reader: Reader, address: str) -> None:
    page, _ = reader(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{KINDS['paragraph']}#beslut-1")
    page.get_by_role("button", name="Kopiera hänvisning").click()
    expect(page.get_by_role("button", name="Kopierat")).to_be_visible()
    # The public address, wherever the reader happens to see the site.
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"SAN 2023-06-14 § 70, dnr 23/SAN/113, https://protokoll.ronnvala.example.se/{KINDS['paragraph']}"
    )


def test_a_clause_can_be_linked(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(address + KINDS["paragraph"])
    page.get_by_role("link", name="Länk till beslutspunkt 2").click()
    assert page.url.endswith("/p70/#beslut-2")
    assert page.locator(":target").inner_text().startswith("2.")
