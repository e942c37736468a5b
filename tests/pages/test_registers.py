"""The register of cases, whatever its size, and what the registers show."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from pages.small import MEETING, ORGANISATION, made
from paragraf.archive import build
from paragraf.pages import Page
from paragraf.pages.case_register import case_register
from paragraf.pages.index import Index
from paragraf.pages.site import make_index
from paragraf.pages.statute_register import statute_register
from paragraf.publishing.public import publish
from paragraf.reading import read_content

Pages = Callable[..., dict[str, Page]]


def files(*numbers: str) -> dict[str, str]:
    """A meeting with one § for each of these cases."""
    text = "# § {} Ärende\n\nDiarienummer: {}\n\n## Beslut\nJa.\n"
    return {"san/2023-04-26/mote.yml": MEETING} | {
        f"san/2023-04-26/protokoll/0{number}-a.md": text.format(number, case) for number, case in enumerate(numbers, 45)
    }


def register(folder: Path, limit: int, *numbers: str) -> dict[str, Page]:
    """The pages of the register when only `limit` cases may stand on one."""
    return {page.path: page for page in case_register(index_of(folder, files(*numbers)), limit)}


def index_of(folder: Path, content: Mapping[str, str]) -> Index:
    made(folder, content, date(2023, 6, 1))
    read = read_content(folder)
    return make_index(publish(build(read.organisation, read.meetings), date(2023, 6, 1)))


def listed(page: Page) -> list[tuple[str, list[str]]]:
    return [(group["label"], [one["number"] for one in group["cases"]]) for group in page.context["groups"]]


CASES = ("23/SAN/10", "22/SAN/7", "23/SAN/2", "23/KS/44")


def test_a_small_register_is_one_page_by_the_years_of_the_diary(tmp_path: Path) -> None:
    pages = register(tmp_path, 10, *CASES)
    assert list(pages) == ["arenden/"]
    page = pages["arenden/"]
    assert listed(page) == [("2023", ["23/SAN/10", "23/SAN/2", "23/KS/44"]), ("2022", ["22/SAN/7"])]
    assert page.context["shelves"] == [
        {"label": "2023", "href": "#ar-2023", "count": 3},
        {"label": "2022", "href": "#ar-2022", "count": 1},
    ]
    assert page.context["total"] == "4 ärenden"


def test_a_large_register_has_a_page_for_each_year(tmp_path: Path) -> None:
    pages = register(tmp_path, 3, *CASES)
    assert list(pages) == ["arenden/", "arenden/ar/2023/", "arenden/ar/2022/"]
    assert [one["href"] for one in pages["arenden/"].context["shelves"]] == [
        "../arenden/ar/2023/",
        "../arenden/ar/2022/",
    ]
    assert [label for label, _ in listed(pages["arenden/"])] == ["Senast behandlade"]
    row = pages["arenden/ar/2022/"].context["groups"][0]["cases"][0]
    assert (row["href"], row["body"]) == ("../../../arenden/22-san-7/", "Socialnämnden")
    assert pages["arenden/ar/2022/"].context["frame"]["crumbs"][-1] == {"label": "Ärenden", "href": "../../../arenden/"}


def test_a_large_year_has_a_page_for_each_series(tmp_path: Path) -> None:
    pages = register(tmp_path, 2, *CASES)
    assert list(pages) == ["arenden/", "arenden/ar/2023-ks/", "arenden/ar/2023-san/", "arenden/ar/2022/"]
    assert listed(pages["arenden/ar/2023-san/"]) == [("2023 SAN", ["23/SAN/10", "23/SAN/2"])]


def test_every_case_is_in_the_register_whatever_the_limit(tmp_path: Path) -> None:
    for limit in (1, 2, 3, 4):
        pages = register(tmp_path / str(limit), limit, *CASES)
        shelves = [page for path, page in pages.items() if path != "arenden/" or len(pages) == 1]
        numbers = [number for page in shelves for _, group in listed(page) for number in group]
        assert sorted(numbers) == sorted(CASES)


@pytest.mark.parametrize("declared", [True, False])
def test_a_number_without_year_stands_under_the_year_of_its_first_meeting(declared: bool, tmp_path: Path) -> None:
    text = ORGANISATION.replace("ÅÅ/ENHET/NR-HNR", "NR-HNR").replace("ÅÅ/ENHET/NR", "NR") if declared else ORGANISATION
    number = "117" if declared else "23/SAN/1"
    (page,) = (
        page
        for page in made(tmp_path, {**files(number), "organisation.yml": text}, date(2023, 6, 1)).pages
        if page.path == "arenden/"
    )
    assert listed(page) == [("2023", [number])]


def test_statutes_say_how_many_decisions_rest_on_them(minutes: Callable[..., dict[str, Page]]) -> None:
    text = "# § 45 A\n\n## Beslut\nEnligt 9 § 3 LSS, 9 § LSS och 28 f § LSS.\n"
    (law,) = minutes(text)["lagrum/"].context["laws"]
    assert (law["id"], law["count"]) == ("sfs-1993-387", 1)


LAWFUL = {
    "organisation.yml": ORGANISATION,
    **{
        f"san/2023-0{month}-26/{path}": text
        for month in (4, 5)
        for path, text in {
            "mote.yml": MEETING.replace("2023-04-26", f"2023-0{month}-26").partition("närvaro:")[0],
            "kallelse/01-a.md": "# Punkt 1 Avgifter\n\nEnligt 9 § LSS och 4 kap. 1 § SoL.\n",
            f"protokoll/04{month}-a.md": f"# § 4{month} Avgifter\n\n## Beslut\nEnligt 9 § LSS.\n",
        }.items()
    },
}


def statutes(folder: Path, limit: int) -> dict[str, Page]:
    return {page.path: page for page in statute_register(index_of(folder, LAWFUL), limit)}


def test_the_latest_on_a_statute_comes_first_and_an_agenda_item_only_without_its_paragraph(tmp_path: Path) -> None:
    (page,) = statutes(tmp_path, 4).values()
    assert [
        (law["name"].rpartition(", ")[2], [one["label"] for place in law["places"] for one in place["items"]])
        for law in page.context["laws"]
    ] == [
        ("LSS", ["SAN § 45/2023", "SAN § 44/2023"]),
        ("SoL", ["SAN punkt 1, 26 maj 2023", "SAN punkt 1, 26 april 2023"]),
    ]


def test_a_large_register_has_a_page_for_each_statute(tmp_path: Path) -> None:
    pages = statutes(tmp_path, 3)
    assert list(pages) == ["lagrum/", "lagrum/sfs-1993-387/", "lagrum/sfs-2001-453/"]
    assert [(law["href"], law["count"], law["places"]) for law in pages["lagrum/"].context["laws"]] == [
        ("../lagrum/sfs-1993-387/", 2, []),
        ("../lagrum/sfs-2001-453/", 2, []),
    ]
    (law,) = pages["lagrum/sfs-1993-387/"].context["laws"]
    assert [one["href"] for one in law["places"][0]["items"]] == [
        "../../san/2023-05-26/p45/",
        "../../san/2023-04-26/p44/",
    ]


def test_past_notices_stand_by_year(minutes: Callable[..., dict[str, Page]]) -> None:
    context = minutes("# § 45 A\n\n## Beslut\nJa.\n", day=date(2024, 1, 1))["anslag/"].context
    assert [(one["year"], len(one["rows"])) for one in context["past"]] == [("2023", 1)]
