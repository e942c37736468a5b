"""The search: inflected words, numbers, filters; under a sub-path and the strict policy."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.build]

Reader = Callable[..., tuple[Page, list[str]]]


@pytest.fixture
def page_of(reader: Reader, address: str) -> Callable[[str], Page]:
    """A function: the search page with a query in its address, when the answer is there."""
    opened, complaints = reader()

    def search(query: str) -> Page:
        opened.goto(f"{address}sok/{query}")
        expect(opened.locator("#traffar-antal")).to_contain_text("träff")
        assert complaints == []
        return opened

    return search


def titles(page: Page) -> list[str]:
    return page.locator(".hits a").all_inner_texts()


STUDY = "Utredning gällande behov och nyttjande av servicelägenheter i Rönnvåla kommun"


@pytest.mark.parametrize("words", ["servicelägenheter", "servicelägenhet", "Servicelägenheternas"])
def test_inflected_words_are_found(words: str, page_of: Callable[[str], Page]) -> None:
    assert STUDY in titles(page_of(f"?q={words}"))


def test_a_part_of_a_compound_word_finds_it(page_of: Callable[[str], Page]) -> None:
    found = titles(page_of("?q=lägenhet"))
    assert any("servicelägenheter" in title for title in found)


def test_decisions_come_before_the_items_of_agendas(page_of: Callable[[str], Page]) -> None:
    page = page_of("?q=simhall")
    kinds = [text.partition(" · ")[0] for text in page.locator(".hits .soft").all_inner_texts()]
    assert "Punkt på dagordning" not in kinds[: kinds.index("Beslut")]
    assert kinds[:5].count("Beslut") >= 3


def test_letters_may_be_written_without_dots(page_of: Callable[[str], Page]) -> None:
    assert STUDY in titles(page_of("?q=servicelagenheter"))


def test_a_case_number_finds_its_case_and_its_paragraphs(page_of: Callable[[str], Page]) -> None:
    found = titles(page_of("?q=23/SAN/115"))
    assert "Angående kontrollmoment i internkontroll för AMI" in found


def test_filters_narrow_by_body_year_and_type(page_of: Callable[[str], Page]) -> None:
    page = page_of("?q=simhall&organ=Kommunfullmäktige&år=2023&typ=Beslut")
    expect(page.locator(".hits .soft")).not_to_have_count(0)
    assert page.locator(".hits .soft").first.inner_text() == "Beslut · Kommunfullmäktige · 29 maj 2023 · 23/KS/44 § 38"
    narrowed = {tuple(text.split(" · ")[:2]) for text in page.locator(".hits .soft").all_inner_texts()}
    assert narrowed == {("Beslut", "Kommunfullmäktige")}
    assert [text for text in page.locator(".hits .soft").all_inner_texts() if " 2023 " not in text] == []
    assert page.get_by_label("Organ", exact=True).input_value() == "Kommunfullmäktige"


def test_a_filter_works_without_words(page_of: Callable[[str], Page]) -> None:
    page = page_of("?typ=Organ")
    assert "Socialnämnden" not in titles(page)
    assert "Kommunstyrelsen" in titles(page)


def test_a_hit_leads_to_its_page_under_the_sub_path(page_of: Callable[[str], Page], address: str) -> None:
    page = page_of("?q=internkontroll&typ=Beslut")
    with page.expect_navigation() as arrived:
        page.locator(".hits a").first.click()
    assert arrived.value.status == 200
    assert page.url.startswith(address)


def test_typing_searches_and_the_address_remembers(reader: Reader, address: str) -> None:
    page, _ = reader(320)
    page.goto(f"{address}sok/")
    page.get_by_label("Sök bland beslut, ärenden och handlingar").last.fill("biblioteksplan")
    expect(page.get_by_role("status")).to_contain_text("träffar")
    assert page.url == f"{address}sok/?q=biblioteksplan"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "organ"


def test_nothing_found_is_said(page_of: Callable[[str], Page]) -> None:
    page = page_of("?q=xyzzyqwerty")
    assert page.get_by_role("status").inner_text() == "Inga träffar"
    assert titles(page) == []


def test_the_form_in_the_header_leads_here(reader: Reader, address: str) -> None:
    page, _ = reader()
    page.goto(f"{address}san/2023-04-26/p46/")
    page.locator(".find input").fill("budget")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}sok/?q=budget")
    assert page.locator("#q").input_value() == "budget"


def test_more_hits_come_at_the_push_of_a_button(page_of: Callable[[str], Page]) -> None:
    page = page_of("?q=beslut")
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Visa fler träffar").click()
    expect(page.locator(".hits li")).to_have_count(20)
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]


def test_the_axe_finds_nothing_in_the_answer(page_of: Callable[[str], Page], axe: Callable[[Page], list[str]]) -> None:
    assert axe(page_of("?q=simhall")) == []
