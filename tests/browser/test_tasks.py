"""What readers come for, by keyboard alone, narrow and wide: each within three steps of the start page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.journey import Journey
from serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]
Begin = Callable[..., Journey]
CITATION = "SAN 2023-06-14 § 70, dnr 23/SAN/113"
ADDRESS = "https://protokoll.ronnvala.example.se/san/2023-06-14/p70/"
BY_REGISTER = pytest.mark.parametrize(("width", "scripts"), [(320, True), (1280, True), (320, False)])
"""What needs no search is tried without scripts too."""
WIDTHS = pytest.mark.parametrize("width", [320, 1280])


@pytest.fixture
def begin(reader: Reader, address: str) -> Begin:
    """A function: a journey that begins at the start page."""

    def begun(width: int, *, scripts: bool = True, **options: object) -> Journey:
        page, _ = reader(width, java_script_enabled=scripts, **options)
        return Journey(page, address)

    return begun


@WIDTHS
def test_what_was_decided_on_a_matter_by_search(width: int, begin: Begin) -> None:
    reader = begin(width)
    reader.search("simhall")
    expect(reader.page.locator(".hits a").first).to_be_visible()
    reader.follow("Tilldelning av entreprenad för simhallen")
    assert reader.steps == 2
    expect(reader.page.locator(".decision")).to_contain_text("antar")


@BY_REGISTER
def test_what_was_decided_on_a_matter_by_browsing(width: int, scripts: bool, begin: Begin) -> None:
    reader = begin(width, scripts=scripts)
    reader.follow("Ärenden")
    reader.follow("Detaljplan för Kvarnfallet, del av Kvarnen 3:12")
    expect(reader.page.get_by_role("region", name="Senaste förslag i ärendet")).to_contain_text("Kvarnfallet")
    expect(reader.page.get_by_role("region", name="Ärendets gång")).to_contain_text("30 november 2026")


@BY_REGISTER
def test_a_case_from_its_first_agenda_to_its_last_decision(width: int, scripts: bool, begin: Begin) -> None:
    reader = begin(width, scripts=scripts)
    reader.follow("Ärenden")
    reader.follow("Lokalförsörjningsplan 2024–2028")
    course = reader.page.get_by_role("region", name="Ärendets gång").get_by_role("listitem")
    expect(course.first).to_contain_text("12 april 2023")
    case = reader.page.url
    reader.follow("Punkt 4")
    assert reader.page.url.endswith("/ksau/2023-04-12/punkt-4/")
    assert reader.steps == 3
    reader.back()
    assert reader.page.url == case
    expect(reader.page.get_by_role("region", name="Senaste beslut i ärendet")).to_contain_text("25 november 2024")
    reader.follow("§ 96a")
    assert reader.page.url.endswith("/kf/2024-11-25/p96a/")


@BY_REGISTER
def test_when_a_committee_meets_next_and_what_it_will_handle(width: int, scripts: bool, begin: Begin) -> None:
    reader = begin(width, scripts=scripts)
    reader.follow("Kommunstyrelsen")
    expect(reader.page.get_by_text("Nästa sammanträde")).to_be_visible()
    reader.follow("Onsdag 25 november 2026")
    expect(reader.page.locator("article")).to_contain_text("13.00–16.30")
    expect(reader.page.get_by_role("region", name="Dagordning", exact=True)).to_contain_text(
        "Lägesrapport om simhallen"
    )
    reader.follow("Avtal om snöröjning i Hästmyra")
    assert reader.page.url.endswith("/ks/2026-11-25/punkt-6/")


@BY_REGISTER
def test_the_last_day_of_appeal_and_how(width: int, scripts: bool, begin: Begin) -> None:
    reader = begin(width, scripts=scripts)
    reader.follow("Svar på motion om gratis busskort för unga")
    appeal = reader.page.get_by_role("region", name="Överklagande")
    expect(appeal).to_contain_text("ska ha kommit in till förvaltningsrätten senast 10 december 2026")
    expect(reader.page.get_by_role("link", name="Kan överklagas till och med 10 december 2026")).to_be_visible()
    reader.follow("Så överklagar du ett beslut")
    expect(reader.page.get_by_role("heading", name="Laglighetsprövning")).to_be_visible()


def test_the_last_day_of_appeal_from_the_notice(begin: Begin) -> None:
    reader = begin(320)
    reader.follow("Anslag")
    expect(reader.page.locator(".notice", has_text="Kommunfullmäktige")).to_contain_text("10 december 2026")
    reader.follow("Kommunfullmäktige 9 november 2026")
    reader.follow("§ 112 Svar på motion om gratis busskort för unga")
    expect(reader.page.get_by_role("region", name="Överklagande")).to_contain_text("10 december 2026")


@WIDTHS
def test_a_decision_is_cited(width: int, begin: Begin) -> None:
    reader = begin(width, permissions=["clipboard-read", "clipboard-write"])
    reader.follow("Ärenden")
    reader.follow("Servicehuset i Hästmyra")
    reader.follow("§ 70")
    reader.press("Kopiera hänvisning")
    expect(reader.page.locator("button:focus")).to_have_text("Kopierat")
    assert reader.page.evaluate("navigator.clipboard.readText()") == f"{CITATION}, {ADDRESS}"


def test_a_decision_is_cited_without_scripts(begin: Begin) -> None:
    reader = begin(320, scripts=False)
    reader.follow("Ärenden")
    reader.follow("Servicehuset i Hästmyra")
    reader.follow("§ 70")
    shown = reader.page.get_by_role("region", name="Hänvisa hit")
    expect(shown.locator(".cite-text")).to_have_text(f"{CITATION}{ADDRESS}")


WAY = "<!doctype html><title>Sida</title><a href='./'>Vidare</a>"


def test_a_journey_ends_where_a_reader_would_be_stuck(reader: Reader, tmp_path: Path) -> None:
    """The helper itself: a missing link, a focus that is not seen, one step too many."""
    page, _ = reader()
    for name, text in {
        "index": WAY,
        "hidden": f"{WAY}<style>a {{ outline: none }}</style>",
        "away": f"{WAY}<style>a {{ position: absolute; left: -99px }}</style>",
    }.items():
        (tmp_path / f"{name}.html").write_text(text, "utf-8")
    with serve(tmp_path, policy=None) as root:
        for address, link, said in (
            (root, "Finns inte", "inget mer att stanna på"),
            (f"{root}hidden.html", "Vidare", "fokus syns inte"),
            (f"{root}away.html", "Vidare", "fokus syns inte"),
        ):
            with pytest.raises(AssertionError, match=said):
                Journey(page, address).follow(link)
        journey = Journey(page, root)
        for _ in range(3):
            journey.follow("Vidare")
        with pytest.raises(AssertionError, match="här behövs ett steg till efter 3"):
            journey.follow("Vidare")
