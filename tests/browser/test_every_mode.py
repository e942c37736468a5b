"""Every way of looking: high contrast, the system's own colours, zoom, text spacing, reduced motion, a slow font."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, Route

from browser.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]
LOOKED_AT = ("start", "body", "year", "cases", "statutes", "notices", "search", "attachment", "attachment as text")
WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_more_contrast_is_asked_for(
    scheme: str, reader: Reader, address: str, axe: Callable[[Page], list[str]]
) -> None:
    page, _ = reader(1280, color_scheme=scheme, contrast="more")
    found = []
    for kind in LOOKED_AT:
        page.goto(address + KINDS[kind])
        found += [f"{kind}: {one}" for one in axe(page)]
    assert found == []


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


@pytest.mark.parametrize("zoom", [200, 400])
def test_everything_flows_into_a_zoomed_window(zoom: int, reader: Reader, address: str) -> None:
    page, _ = reader(1280 * 100 // zoom)
    page.set_viewport_size({"width": 1280 * 100 // zoom, "height": 1024 * 100 // zoom})
    for kind, path in KINDS.items():
        page.goto(address + path)
        assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, (kind, zoom)


SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"  # noqa: E501
CUT = """
() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && !one.closest('.unseen, .table, .skip, svg, select')
    && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 90))
"""


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_when_text_is_spaced_out(width: int, reader: Reader, address: str) -> None:
    page, _ = reader(width, bypass_csp=True)
    for kind in LOOKED_AT:
        page.goto(address + KINDS[kind])
        page.add_style_tag(content=SPACING)
        assert page.evaluate(CUT) == [], kind
        assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, kind


def test_nothing_moves_for_those_who_want_no_motion(reader: Reader, address: str) -> None:
    page, _ = reader(reduced_motion="reduce")
    page.goto(address)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s'"
        " || getComputedStyle(one).animationName !== 'none').map((one) => one.tagName)"
    )
    assert moving == []


SHIFTS = """
() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 300);
})
"""


@pytest.mark.parametrize("kind", ["start", "paragraph", "cases"])
def test_a_font_that_comes_late_moves_next_to_nothing(kind: str, reader: Reader, address: str) -> None:
    page, _ = reader()
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))  # noqa: PLW0108 (playwright asks it for its signature)
    page.goto(address + KINDS[kind], wait_until="domcontentloaded")
    page.wait_for_timeout(300)
    assert page.evaluate("document.fonts.check('16px \"Paragraf Sans\"')") is False
    for route in waiting:
        route.continue_()
    page.evaluate("document.fonts.ready")
    assert page.evaluate(SHIFTS) < 0.02


BUDGET = 300_000
"""Bytes of a first view: HTML, style sheets, fonts, scripts and the arms."""


def weight(page: Page, address: str) -> int:
    """Bytes of everything that a page fetches when it is opened for the first time."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    return sum(len(answer.body()) for answer in answers)


@pytest.mark.parametrize("kind", ["start", "paragraph", "case", "meeting", "cases", "search"])
def test_the_first_view_is_light(kind: str, reader: Reader, address: str) -> None:
    page, _ = reader()
    assert 0 < weight(page, address + KINDS[kind]) < BUDGET


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
