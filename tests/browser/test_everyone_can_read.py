"""Valid pages, ways in by keyboard, size of text; what every kind of page is looked at for: test_every_kind.py."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.kinds import KINDS
from serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]


def test_every_page_is_valid(built_site: Path, vnu: Callable[[Path], list[str]]) -> None:
    assert vnu(built_site) == []


def test_the_skip_link_leads_to_the_content(reader: Reader, address: str) -> None:
    page, _ = reader(320)
    page.goto(address + KINDS["paragraph"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_opens_by_enter_and_closes_by_escape(scripts: bool, reader: Reader, address: str) -> None:
    page, _ = reader(320, java_script_enabled=scripts)
    page.goto(address + KINDS["paragraph"])
    menu = page.locator(".menu")
    link = menu.get_by_role("link", name="Lagrum")
    assert not link.is_visible()
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    if scripts:
        link.focus()
        page.keyboard.press("Escape")
        assert not link.is_visible()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    else:
        link.press("Enter")
        page.wait_for_url("**/lagrum/")


def test_the_search_page_shows_another_way_without_scripts(reader: Reader, address: str) -> None:
    page, _ = reader(java_script_enabled=False)
    page.goto(address + "sok/")
    assert page.locator("noscript a").all_inner_texts() == ["Ärenden", "Lagrum", "Organ"]


def test_text_is_18_px_and_lines_are_short(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(address + KINDS["paragraph"])
    paragraph = page.locator("section p").first
    assert paragraph.evaluate("(p) => getComputedStyle(p).fontSize") == "18px"
    assert paragraph.evaluate("(p) => getComputedStyle(p).fontVariantNumeric") == "lining-nums tabular-nums"
    assert 50 < max(paragraph.evaluate(CHARACTERS_A_LINE)) <= 70


CHARACTERS_A_LINE = """
(paragraph) => {
  const lines = {};
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const line = Math.round(range.getBoundingClientRect().bottom / 10);
      lines[line] = (lines[line] || 0) + 1;
    }
  }
  return Object.values(lines);
}
"""


def test_a_missing_page_is_told_in_swedish(built_site: Path, reader: Reader) -> None:
    page, complaints = reader(320)
    with serve(built_site) as root:
        answer = page.goto(f"{root}finns/inte/")
        assert answer is not None
        assert answer.status == 404
        assert page.locator("h1").inner_text() == "Sidan finns inte"
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        page.get_by_role("link", name="Till startsidan").click()
        page.wait_for_url(root)
    assert [one for one in complaints if "404" not in one] == []
