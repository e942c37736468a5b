"""WCAG 2.2 AA and our promises to readers on every kind of page: colours, zoom, spacing, paper, weight, a late font."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from browser import checks
from browser.kinds import KINDS
from browser.sweep import A4, CHECKS, NARROW, WIDE, Sweep, walk
from serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]


@pytest.fixture(scope="module")
def sweep(browser: Browser, address: str, axe: Callable[..., list[str]]) -> Iterator[Sweep]:
    """One round over every kind of page, which all of these tests look at."""
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm")
    done = Sweep(context.new_page(), address, axe)
    done.run()
    yield done
    context.close()


@pytest.mark.parametrize("check", CHECKS)
def test_every_kind_of_page(check: str, sweep: Sweep) -> None:
    assert sweep.found[check] == []


def test_nothing_was_found_that_no_test_looks_at(sweep: Sweep) -> None:
    assert set(sweep.found) <= set(CHECKS)
    assert set(sweep.texts) == set(KINDS)


INSTEAD = "Sökningen behöver JavaScript. Utan det kan du leta i registren: Ärenden, Lagrum, Organ."


def test_every_kind_reads_the_same_without_scripts(sweep: Sweep, reader: Reader, address: str) -> None:
    page, _ = reader(java_script_enabled=False)
    for kind, path in KINDS.items():
        page.goto(address + path)
        assert [line for line in page.evaluate(checks.READ) if line != INSTEAD] == sweep.texts[kind], kind
        assert page.locator("article button:visible").all_inner_texts() in ([], ["Sök"]), kind


@pytest.fixture(scope="module")
def open_address(built_site: Path) -> Iterator[str]:
    """The site without the policy, which would stop a request to somebody else before anyone saw it."""
    with serve(built_site, "/kommun/", policy=None) as url:
        yield url


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_font_that_comes_late_moves_nothing_and_nobody_else_is_asked(
    width: int, reader: Reader, open_address: str
) -> None:
    page, _ = reader(width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))  # noqa: PLW0108 (playwright asks it for its signature)
    moved = {}
    for kind, path in KINDS.items():
        page.goto(open_address + path, wait_until="domcontentloaded")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert not page.evaluate("document.fonts.check('16px \"Paragraf Sans\"')"), kind
        while waiting:
            waiting.pop().continue_()
        page.evaluate("document.fonts.ready")
        moved[kind] = page.evaluate(checks.SHIFTS)
    assert {kind: moved[kind] for kind in moved if moved[kind] >= 0.01} == {}
    assert [url for url in asked if not url.startswith(open_address)] == []


FAULTY = """<!doctype html><html lang="sv"><title>Fel</title><style>
a { display: inline-block; font-size: 8px; line-height: 8px; transition: color 1s; text-decoration: none }
.cut { height: 1em; margin-bottom: 4em; overflow: hidden } .on { position: relative; top: -2.4em }
.wide { width: 2000px }
@media print { .dark { background: #000; color: #fff } .pale { color: #eee } details:not([open]) { display: block } }
</style><body><article><span class="brand-name" hidden>Kommun</span>
<p><a href="https://a.example/">a</a><br><a href="https://b.example/">b</a></p><p class="cut">en rad<br>en till</p>
<p class="decision-proposal">Under</p><p class="on">Över</p><p class="wide">Bred</p><p class="dark">Mörk</p>
<p class="pale">Blek</p>
<div class="table" style="overflow: auto">Tabell</div><main><details><summary>Mer</summary><p>Inne</p></details></main>
<button>Tryck</button></article></body></html>"""


@pytest.mark.parametrize(
    ("check", "found"),
    [
        (checks.WIDER, ["utanför fönstret"]),
        (checks.TARGETS, ["5 x 8 px", "5 x 8 px", "51 x 21 px"]),
        (checks.CUT, ['avklippt: <p class="cut">']),
        (checks.OVERLAPS, ["ligger på varandra"]),
        (checks.MOVING, ["rör sig: <a", "rör sig: <a"]),
        (checks.PLAIN_LINKS, ["utan understrykning: a", "utan understrykning: b"]),
    ],
)
def test_the_checks_find_what_they_look_for(check: str, found: list[str], page: Page) -> None:
    page.set_content(FAULTY)
    said = page.evaluate(check)
    assert [next((part for part in found if part in line), line) for line in said] == found


def test_the_check_of_paper_finds_what_it_looks_for(page: Page) -> None:
    page.set_content(FAULTY)
    page.set_viewport_size({"width": A4, "height": 800})
    page.emulate_media(media="print")
    said = [line.partition(":")[0] for line in page.evaluate(checks.PAPER)]
    assert said == [
        "utanför arket",
        "mörk botten",
        "blek text",
        "hopfälld",
        "tabellen är avklippt",
        "utan adress",
        "utan adress",
        "förslag som ser ut som beslut",
        "utan brevhuvud",
        "går inte att använda på papper",
    ]


@pytest.mark.parametrize(
    ("control", "found"),
    [
        ("<button>Tryck</button>", []),
        ('<button style="outline: none">Tryck</button>', ["fokus syns inte"]),
        (
            '<button>Tryck</button><p style="position: fixed; inset: 0; background: #fff">Lock</p>',
            ["skymd", "skymd", "skymd"],
        ),
        ('<p>Rad</p><button style="position: absolute; top: 0">Tryck</button>', ["hoppar uppåt"]),
        ('<button tabindex="-1">Tryck</button>', ["väntade 1 <button"]),
        ('<button onkeydown="event.preventDefault()">Tryck</button>', ["väntade 2 <a"]),
        ('<button tabindex="1">Tryck</button>', ["väntade 0 <a"]),
        (
            "<script>onkeydown = (key) => { if (document.activeElement.hash === '#b') key.preventDefault() }</script>",
            ["kommer inte ut"],
        ),
        ("<div tabindex='2'>Tryck</div>", ["väntade 0 <a"]),
    ],
)
def test_the_walk_by_keyboard_finds_what_it_looks_for(control: str, found: list[str], page: Page) -> None:
    style = "a { display: block; margin: 3em 0 } :focus-visible { outline: 3px solid }"
    page.set_content(f'<style>{style}</style><a href="#a">A</a>{control}<a href="#b">B</a>')
    said = walk(page)
    assert [next((part for part in found if line.startswith(part)), line) for line in said] == found
