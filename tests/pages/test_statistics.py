"""The pages of statistics and of what is here: what they draw, say and link."""

from collections.abc import Callable
from datetime import date

import html5lib
import pytest

from pages.small import MEETING, ORGANISATION
from paragraf.pages import Page, Site
from paragraf.pages.charts import bars, columns, dots, parts

Pages = Callable[..., dict[str, Page]]
FILES = {
    "san/2023-04-26/mote.yml": MEETING + "ej på webben:\n  - paragrafer: 47\n    skäl: individärenden\n",
    "san/2023-04-26/protokoll/045-a.md": "# § 45 Val av justerare\n\n## Beslut\nSiv Exempel (S) utses.\n",
    "san/2023-04-26/protokoll/046-a.md": (
        "# § 46 Avgifter\n\n## Beslut\nNämnden antar avgifterna.\n\n## Beslutsunderlag\n"
        "- Kartan\n- Utredning (publiceras inte: 26 kap. 1 § OSL)\n- [Brev](bilagor/b.md)\n"
    ),
    "san/2023-04-26/protokoll/048-a.md": "# § 48 Taxa\n\n## Beslut\nNämnden avslår förslaget.\n",
    "san/2023-04-26/bilagor/b.md": "# Brev\n\nText.\n",
    "san/2023-05-10/mote.yml": "organ: SAN\ndatum: 2023-05-10\nkallelse:\n  publicerad: 2023-05-03\n",
    "san/2023-05-10/kallelse/01-a.md": "# Punkt 1 Avgifter\n",
}
DAY = date(2023, 6, 1)


def test_columns_stand_on_their_base_and_reach_the_top() -> None:
    chart = columns([("2022", 1), ("2023", 4)], top=4, tall=100, text="")
    assert [(one["y"], one["height"], one["middle"]) for one in chart["columns"]] == [
        ("99", "25", "25"),
        ("24", "100", "75"),
    ]
    assert chart["base"] == 124
    assert columns([("2023", 0)], top=0, tall=100, text="")["columns"][0]["height"] == "0"


def test_bars_are_as_long_as_their_numbers() -> None:
    assert [one["width"] for one in bars([("Bifall", 3), ("Avslag", 1)])] == ["100", "33.33"]


def test_parts_fill_the_bar_and_leave_out_what_is_nothing() -> None:
    assert parts([("members", 3), ("others", 0), ("unfilled", 1)]) == [
        {"kind": "members", "x": "0", "width": "75"},
        {"kind": "unfilled", "x": "75", "width": "25"},
    ]


def test_dots_are_larger_where_they_are_more_and_late_beyond_the_limit() -> None:
    row = dots([7, 7, 20], limit=14, most=20)
    assert [(one["x"], one["r"], one["late"]) for one in row["dots"]] == [("36.2", "6.5", False), ("96", "5", True)]
    assert row["limit"] == "68.4"


def test_the_statistics_say_what_they_draw(make: Pages) -> None:
    page = make(FILES, DAY)["statistik/"].context
    assert [(one["label"], one["value"]) for one in page["sums"]] == [
        ("Sammanträden", "1"),
        ("Paragrafer", "3"),
        ("Beslut", "2"),
        ("Förslag till annat organ", "0"),
    ]
    assert [one["text"] for one in page["yearly"]] == ["Sammanträden per år. 2023: 1.", "Beslut per år. 2023: 2."]
    assert [(one["name"], one["id"]) for one in page["by_body"]] == [("Socialnämnden", "organ-san")]
    assert [(one["word"], one["value"]) for one in page["outcomes"]] == [("Avslag", "1"), ("Bifall", "1")]
    (waits,) = page["adjusted"]
    assert waits["text"] == "Socialnämnden: 1 justering, 7 dagar. 1 av 1 inom 14 dagar."
    assert (waits["median_text"], waits["count"]) == ("–", 1)
    (attended,) = page["attended"]
    assert (attended["seats"], attended["members"], attended["others"]) == (2, 2, 0)


def test_few_numbers_have_no_median(make: Pages) -> None:
    days = {"2023-04-26": 1, "2023-04-27": 2, "2023-04-28": 6}
    files = {
        f"san/{day}/mote.yml": (
            f"organ: SAN\ndatum: {day}\njustering:\n  - justerat: 2023-05-0{late}\n    anslaget: 2023-05-0{late}\n"
        )
        for day, late in days.items()
    }
    texts = {f"san/{day}/protokoll/0{late}-a.md": f"# § {late} A\n\n## Beslut\nJa.\n" for day, late in days.items()}
    (row,) = make({**files, **texts}, DAY)["statistik/"].context["adjusted"]
    assert (row["told"], row["median_text"]) == ("3 justeringar, 5–8 dagar, median 5", "5")


def test_what_is_here_says_what_is_missing(make: Pages) -> None:
    page = make(FILES, DAY)["vad-som-finns/"].context
    (shelf,) = page["shelves"]
    assert [cell["text"] for cell in shelf["cells"]] == ["1 av 2"]
    (missing,) = page["missing"]
    assert (missing["date"]["iso"], missing["waits"]) == ("2023-05-10", False)
    assert missing["request"].startswith("mailto:registrator@exempelby.example?subject=Beg%C3%A4ran%20om%20handling")
    (gap,) = page["gaps"]
    assert (gap["label"], gap["count"], gap["reasons"]) == (
        "Publiceras inte på webben",
        "1 paragraf",
        [{"text": "individärenden", "count": 1}],
    )
    (series,) = page["series"]
    assert [(one["numbers"], one["after"]) for one in series["rows"]] == [("§§\N{NO-BREAK SPACE}1–44", None)]
    assert page["documents"] == {
        "all": 3,
        "here": 1,
        "withheld": 1,
        "elsewhere": 1,
        "reasons": [{"text": "26 kap. 1 § OSL", "count": 1}],
        "bodies": [{"name": "Socialnämnden", "figures": [3, 1, 1, 1]}],
    }


def test_a_meeting_that_waits_for_its_adjustment_is_not_asked_for(make: Pages) -> None:
    (missing,) = make(FILES, date(2023, 5, 20))["vad-som-finns/"].context["missing"]
    assert (missing["waits"], missing["request"]) == (True, "")


def test_numbers_that_wait_are_told_apart_from_those_that_are_missing(make: Pages) -> None:
    mote = MEETING.replace("  - justerat", "  - paragrafer: 45, 48\n    justerat")
    files = {path: text for path, text in FILES.items() if "2023-05-10" not in path} | {"san/2023-04-26/mote.yml": mote}
    later = make(files, DAY)["vad-som-finns/"].context["gaps"]
    assert [(one["label"], one["count"]) for one in later] == [
        ("Är inte justerade eller anslagna än", "2 paragrafer"),
    ]


def test_a_site_without_minutes_has_both_pages(make: Pages) -> None:
    pages = make({"organisation.yml": ORGANISATION}, DAY)
    assert pages["statistik/"].context["activity"] == []
    assert (pages["vad-som-finns/"].context["shelves"], pages["vad-som-finns/"].context["first"]) == ([], None)


def test_a_body_leads_to_its_figures_when_there_are_any(make: Pages) -> None:
    pages = make(FILES, DAY)
    assert pages["san/"].context["summed"] == [
        {"label": "Statistik", "href": "../statistik/#organ-san"},
        {"label": "Vad som finns här", "href": "../vad-som-finns/#organ-san"},
    ]
    assert pages["ks/"].context["summed"] == []


@pytest.mark.parametrize("path", ["statistik/", "vad-som-finns/"])
def test_every_drawing_has_words_or_is_beside_them(path: str, make: Pages, show: Callable[..., str]) -> None:
    constants = {**Site().constants, "organisation": "Exempelby", "contact": {}, "day": {"iso": "", "long": ""}}
    tree = html5lib.parse(show(make(FILES, DAY)[path], constants), namespaceHTMLElements=False)
    drawings = [one for one in tree.iter() if str(one.tag).endswith("svg")]
    assert len(drawings) >= 1
    for drawing in drawings:
        assert drawing.get("aria-label") if drawing.get("role") == "img" else drawing.get("aria-hidden") == "true"
