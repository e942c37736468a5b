"""What scripts and paper add: colours, copying, print; and that nothing is asked of anyone else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS
from serving import serve

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


def test_nothing_is_asked_of_a_third_party(built_site: Path, page: Page, third_parties: list[str]) -> None:
    with serve(built_site, "/kommun/", policy=None) as root:
        for path in [*KINDS.values(), "sok/?q=simhall"]:
            page.goto(root + path, wait_until="networkidle")
    assert third_parties == []


PRINTED_TABLES = """
() => [...document.querySelectorAll('.table')].map((box) => ({
  clipped: getComputedStyle(box).overflowX !== 'visible',
  out: Math.round(box.firstElementChild.getBoundingClientRect().right - document.body.getBoundingClientRect().right),
}))
"""
A4 = 643
"""Width in px of what is left of an A4 sheet between the margins."""


@pytest.mark.parametrize("kind", ["paragraph", "paragraph with tables", "minutes", "meeting"])
@pytest.mark.parametrize("scripts", [True, False])
def test_tables_are_whole_on_paper(kind: str, scripts: bool, reader: Reader, address: str) -> None:
    page, _ = reader(A4, java_script_enabled=scripts)
    page.goto(address + KINDS[kind])
    page.emulate_media(media="print")
    tables = page.evaluate(PRINTED_TABLES)
    assert tables
    assert [one for one in tables if one["clipped"] or one["out"] > 0] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_folded_parts_are_open_on_paper(scripts: bool, reader: Reader, address: str) -> None:
    page, _ = reader(A4, java_script_enabled=scripts)
    page.goto(address + KINDS["paragraph"])
    inside = page.locator(".proposal li").first
    assert not inside.is_visible()
    page.emulate_media(media="print")
    assert inside.evaluate("(one) => one.getBoundingClientRect().height > 0 && one.checkVisibility()")


def test_paper_is_light_and_has_nothing_to_click(reader: Reader, address: str) -> None:
    page, _ = reader(A4, color_scheme="dark")
    page.goto(address)
    page.evaluate("localStorage.setItem('paragraf-scheme', 'dark')")
    page.goto(address + KINDS["paragraph"])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    for name in (".find", ".bar", ".menu", ".crumbs", ".around", ".buttons", ".scheme"):
        assert page.locator(f"{name}:visible").count() == 0, name
    assert page.locator(".brand-name").is_visible()


def test_addresses_of_links_are_on_paper(reader: Reader, address: str) -> None:
    page, _ = reader(A4)
    page.goto(address + KINDS["statutes"])
    page.emulate_media(media="print")
    law = page.locator('article a[href^="https://lagen.nu"]').first
    shown = law.evaluate("(a) => getComputedStyle(a, '::after').content")
    assert "lagen.nu" in shown or "attr(href)" in shown
