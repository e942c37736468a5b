"""High contrast, the system's own colours, the font, the filter of registers, whose site it is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]
CONTRAST = """
() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [a, b] = [light(one), light(two)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('main a:not(.button), main .soft')]
    .filter((one) => !one.closest('.hero'))
    .map((one) => ratio(getComputedStyle(one).color, paper));
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_gives_links_and_asides_seven_to_one(scheme: str, reader: Reader, address: str) -> None:
    page, _ = reader(1280, color_scheme=scheme, contrast="more")
    page.goto(address)
    ratios = page.evaluate(CONTRAST)
    assert len(ratios) > 20
    assert min(ratios) >= 7


SEEN = """
(name) => {
  const one = document.querySelector(name);
  const style = getComputedStyle(one);
  const paper = getComputedStyle(document.body).backgroundColor;
  const edge = ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0
    && style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== paper);
  return edge || style.backgroundColor !== paper;
}
"""


def test_the_systems_own_colours_show_where_one_is_and_what_can_be_used(reader: Reader, address: str) -> None:
    page, _ = reader(1280, forced_colors="active")
    for path, names in {
        "": [".hero", ".hero-field input", ".hero-field button", ".date-block", ".outcome"],
        "arenden/": [".bar a[aria-current]", ".sift", ".sift input"],
        KINDS["year"]: [".years a[aria-current]", ".item-head"],
        KINDS["notices"]: [".notice", ".note"],
        KINDS["attachment"]: [".download, .note, .attachment-text"],
    }.items():
        page.goto(address + path)
        for name in names:
            if page.locator(name).count():
                assert page.evaluate(SEEN, name) or name.startswith(".download"), (path, name)


def test_the_fonts_are_small_and_carry_their_licence(built_site: Path) -> None:
    fonts = built_site / "assets" / "paragraf" / "fonts"
    assert sum(file.stat().st_size for file in fonts.glob("*.woff2")) <= 60_000
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text("utf-8")


def test_the_font_has_every_letter_of_the_site(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    for sign in "åäöÅÄÖéüæø§–—−”’×½¼¾²³€…·%":
        assert page.evaluate("(sign) => document.fonts.check('16px \"Paragraf Sans\"', sign)", sign), sign


def test_the_filter_narrows_as_one_types_and_the_address_remembers(reader: Reader, address: str) -> None:
    page, complaints = reader(320)
    page.goto(f"{address}arenden/")
    rows = page.locator("[data-sift-row]:visible")
    whole = rows.count()
    page.get_by_label("Filtrera listan").press_sequentially("simhall")
    assert 0 < rows.count() < whole
    assert all(re.search("simhall", text, re.IGNORECASE) for text in rows.all_inner_texts())
    assert page.locator(".sift-count").inner_text() == f"{rows.count()} träffar"
    assert page.url == f"{address}arenden/?filter=simhall"
    shown = rows.count()
    page.reload()
    assert rows.count() == shown
    page.get_by_label("Filtrera listan").fill("")
    assert (rows.count(), page.url) == (whole, f"{address}arenden/")
    assert complaints == []


def test_a_number_is_found_however_its_signs_are_written(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(f"{address}arenden/?filter=23san115")
    assert page.locator("[data-sift-row]:visible .number").all_inner_texts() == ["23/SAN/115"]
    page.get_by_label("Organ", exact=True).select_option("Kommunfullmäktige")
    assert page.locator("[data-sift-row]:visible").count() == 0
    assert page.locator(".sift-count").inner_text() == "Inga träffar"
    assert page.locator("[data-sift-group]:visible").count() == 0


def test_arms_and_contact_stand_on_every_page(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(address + KINDS["year"])
    arms = page.locator(".brand-arms")
    assert arms.evaluate("(one) => one.naturalWidth") == 200
    assert page.locator("link[rel=icon]").get_attribute("href") == "../../assets/vapen.png"
    foot = page.locator("address")
    assert foot.get_by_role("link").first.get_attribute("href") == "tel:0846500400"
    assert "Kyrkogatan 4" in foot.inner_text()
