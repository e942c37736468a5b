"""What each kind of page tells its readers, from small archives written as authors write."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pages.small import MEETING
from paragraf.pages import Page, case

Pages = Callable[..., dict[str, Page]]

DECISION = """\
# § 45 Ändrat mål

Diarienummer: 23/SAN/115
Föredragande: Jo Exempel, förvaltningschef
Överklagande: laglighetsprövning
Bilaga: [Tabell](bilagor/tabell.csv)

Inledning med AMI, se 4 kap. 1 § SoL.

## Förslag till beslut
- Nämnden antar målet.

## Ärendebeskrivning
Se § 46. Ärendet hör till 23/SAN/7. Jämför [utredningen](bilagor/utredning.md).

## Beslut
1. Nämnden antar målet.
2. Förvaltningen återkommer.

## Beslutsunderlag
- [Utredning](bilagor/utredning.md)
- Promemoria
- Bilaga om enskild (publiceras inte: 26 kap. 1 § OSL)

## Expedieras till
- Förvaltningschefen
- Revisorerna
"""
NEXT = "# § 46 Rapport\n\nDiarienummer: 23/SAN/7\n\n## Beslut\nNämnden godkänner rapporten. Se § 45.\n"
FILES = {
    "san/2023-04-26/bilagor/utredning.md": "# Utredning\n\n## Läget\nText om § 45.\n",
    "san/2023-04-26/bilagor/tabell.csv": "a;b\n1;2\n",
}


@pytest.fixture
def paragraph(minutes: Pages) -> dict[str, Any]:
    """What the page of § 45 shows."""
    return dict(minutes(DECISION, NEXT, **FILES)["san/2023-04-26/p45/"].context)


def test_every_context_is_plain_data(minutes: Pages) -> None:
    for page in minutes(DECISION, NEXT, **FILES).values():
        assert json.loads(json.dumps(dict(page.context))) == dict(page.context)


def test_the_facts_of_a_paragraph(paragraph: dict[str, Any]) -> None:
    assert paragraph["number"] == "§ 45"
    assert paragraph["title"] == "Ändrat mål"
    assert paragraph["body"] == {"name": "Socialnämnden", "href": "../../../san/"}
    assert paragraph["meeting"]["href"] == "../../../san/2023-04-26/"
    assert [case["href"] for case in paragraph["cases"]] == ["../../../arenden/23-san-115/"]
    assert paragraph["presenters"] == ["Jo Exempel, förvaltningschef"]
    assert paragraph["state"] == {"key": "adjusted", "text": "Justerat 3\xa0maj 2023, anslaget 4\xa0maj 2023"}
    assert paragraph["citation"] == "SAN 2023-04-26 § 45, dnr 23/SAN/115"
    assert [crumb["label"] for crumb in paragraph["frame"]["crumbs"]] == ["Start", "Socialnämnden", "26 april 2023"]
    assert paragraph["frame"]["filters"] == {"organ": "Socialnämnden", "år": "2023", "typ": "Beslut"}


def test_the_decision_comes_in_clauses(paragraph: dict[str, Any]) -> None:
    (decision,) = paragraph["decisions"]
    assert [(part["id"], part["number"], part["html"]) for part in decision["parts"]] == [
        ("beslut-1", "1.", "<p>Nämnden antar målet.</p>"),
        ("beslut-2", "2.", "<p>Förvaltningen återkommer.</p>"),
    ]


def test_what_stands_beside_is_not_said_twice(paragraph: dict[str, Any]) -> None:
    assert [section["heading"] for section in paragraph["sections"]] == ["Ärendebeskrivning"]
    assert [section["heading"] for section in paragraph["proposals"]] == ["Förslag till beslut"]
    assert [one["html"] for one in paragraph["recipients"]] == ["Förvaltningschefen", "Revisorerna"]


def test_a_list_with_other_text_stays_in_the_text(minutes: Pages) -> None:
    text = "# § 45 Titel\n\n## Beslutsunderlag\nDe här handlingarna:\n\n- Promemoria\n"
    context = minutes(text)["san/2023-04-26/p45/"].context
    assert context["sections"][0]["html"] == "<p>De här handlingarna:</p>\n<ul>\n<li>Promemoria</li>\n</ul>"
    assert [one["title"] for one in context["attachments"]] == ["Promemoria"]


def test_attachments_say_in_words_where_they_are(paragraph: dict[str, Any]) -> None:
    assert [(one["title"], one["type"], one["size"], one["state"]) for one in paragraph["attachments"]] == [
        ("Utredning", "text", "", ""),
        ("Promemoria", "", "", "finns inte på webben"),
        ("Bilaga om enskild", "", "", "publiceras inte: 26 kap. 1 § OSL"),
        ("Tabell", "CSV", "8 byte", ""),
    ]


def test_running_text_is_linked_to_what_is_public(paragraph: dict[str, Any]) -> None:
    assert paragraph["sections"][0]["html"] == (
        '<p>Se <a class="number" href="../../../san/2023-04-26/p46/">§ 46</a>. Ärendet hör till '
        '<a href="../../../arenden/23-san-7/">23/SAN/7</a>. Jämför '
        '<a href="../../../san/2023-04-26/bilagor/utredning/">utredningen</a>.</p>'
    )
    assert paragraph["intro_html"] == (
        '<p>Inledning med <abbr title="arbetsmarknadsintegration">AMI</abbr>, se '
        '<a class="number law" href="https://lagen.nu/2001:453#K4P1" '
        'rel="external noopener">4 kap. 1 § SoL</a>.</p>'
    )


def test_a_paragraph_knows_who_mentions_it(paragraph: dict[str, Any]) -> None:
    assert [(one["label"], one["href"]) for one in paragraph["mentions"]] == [
        ("SAN § 46/2023", "../../../san/2023-04-26/p46/")
    ]


def test_who_was_there_is_told_per_paragraph(minutes: Pages) -> None:
    pages = minutes(DECISION, NEXT, **FILES)
    there = {
        number: [
            person["name"]
            for group in pages[f"san/2023-04-26/p{number}/"].context["served"]["groups"]
            for person in group["people"]
        ]
        for number in (45, 46)
    }
    assert there == {45: ["Siv Exempel", "Bo Exempel"], 46: ["Siv Exempel", "Jo Exempel"]}


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2023, 5, 25), "Överklagandet ska ha kommit in till förvaltningsrätten senast"),
        (date(2023, 5, 26), "Tiden för överklagande gick ut"),
    ],
)
def test_the_last_day_of_appeal(minutes: Pages, day: date, text: str) -> None:
    appeal = minutes(DECISION, NEXT, day=day, **FILES)["san/2023-04-26/p45/"].context["appeal"]
    assert (appeal["deadline_text"], appeal["deadline"]["iso"]) == (text, "2023-05-25")


def test_only_the_time_of_the_notice_is_told_when_the_author_says_nothing_of_appeal(minutes: Pages) -> None:
    appeal = minutes(DECISION, NEXT, **FILES)["san/2023-04-26/p46/"].context["appeal"]
    assert appeal["text"] == (
        "Protokollet säger inte hur just det här beslutet kan överklagas. Kommunala beslut kan oftast prövas genom "
        "laglighetsprövning (13\xa0kap. kommunallagen)."
    )
    assert (appeal["deadline_text"], appeal["deadline"]["iso"]) == ("Tiden för överklagande gick ut", "2023-05-25")


@pytest.mark.parametrize("decided", ["Nämnden återremitterar ärendet.", "Nämnden godkänner informationen."])
def test_nothing_is_said_of_appeal_where_nothing_is_decided(decided: str, minutes: Pages) -> None:
    assert minutes(f"# § 45 Ärende\n\n## Beslut\n{decided}\n")["san/2023-04-26/p45/"].context["appeal"] is None


def test_no_page_says_that_a_decision_has_legal_force(minutes: Pages) -> None:
    pages = minutes(DECISION, NEXT, day=date(2025, 1, 1), **FILES)
    assert [
        page.path for page in pages.values() if "laga kraft" in json.dumps(dict(page.context), ensure_ascii=False)
    ] == []


def test_only_the_title_is_shown_when_the_author_says_so(minutes: Pages) -> None:
    text = "# § 45 Yttrande\n\nDiarienummer: 23/SAN/9\nPublicering: rubrik (26 kap. 1 § OSL)\n\n## Beslut\nHemligt.\n"
    page = minutes(text)["san/2023-04-26/p45/"]
    (note,) = page.context["notes"]
    assert note["text"] == "Ärendet redovisas inte på webben, bara dess nummer och rubrik. Skäl: 26 kap. 1 § OSL."
    assert note["request"].startswith("mailto:registrator@exempelby.example?subject=Beg%C3%A4ran%20om%20handling")
    assert "Hemligt" not in json.dumps(dict(page.context)) + page.description


def test_a_masked_paragraph_says_so(minutes: Pages) -> None:
    text = "# § 45 Tillstånd\n\nPublicering: maskad (21 kap. 7 § OSL)\n\n## Beslut\n[Sökanden] får tillstånd.\n"
    (note,) = minutes(text)["san/2023-04-26/p45/"].context["notes"]
    assert note["text"] == "Uppgifter har tagits bort ur texten innan den publicerades. Skäl: 21 kap. 7 § OSL."


def test_a_correction_tells_what_it_said(minutes: Pages) -> None:
    text = "# § 45 Titel\n\nRättelse: 2023-05-10, Kim Exempel: 15 % -> 10 %\n\n## Beslut\n10 %.\n"
    (correction,) = minutes(text)["san/2023-04-26/p45/"].context["corrections"]
    assert (correction["was"], correction["now"], correction["by"]) == ("15 %", "10 %", "Kim Exempel")


VOTE = """\
# § 45 Titel

## Omröstning
Ja: bifall till förslaget
Nej: avslag

| Ledamot | Röst |
|---|---|
| Siv Exempel (S) | ja |
| Bo Exempel (C) | nej |
| Jo Exempel | jäv |

Utslagsröst användes inte.
"""


def test_a_vote_has_a_result_and_keeps_its_words(minutes: Pages) -> None:
    (section,) = minutes(VOTE)["san/2023-04-26/p45/"].context["sections"]
    vote = section["vote"]
    assert (vote["yes"], vote["no"], vote["result"]) == ("bifall till förslaget", "avslag", "1 ja, 1 nej, 1 jäv")
    assert vote["ballots"][2] == {"name": "Jo Exempel", "party": "", "vote": "Jäv", "href": ""}
    assert (vote["before_html"], vote["after_html"]) == ("", "<p>Utslagsröst användes inte.</p>")


def test_a_table_with_a_row_that_is_no_vote_is_shown_as_written(minutes: Pages) -> None:
    (section,) = minutes(VOTE.replace("| jäv |", "| kanske |"))["san/2023-04-26/p45/"].context["sections"]
    assert section["vote"] is None
    assert "<td>kanske</td>" in section["html"]


def test_a_preparing_body_decides_a_proposal(make: Pages) -> None:
    mote = MEETING.replace("organ: SAN", "organ: SANAU")
    text = "# § 1 Mål\n\nDiarienummer: 23/SAN/1\n\n## Beslut\nNämnden antar målet.\n"
    pages = make({"sanau/2023-04-26/mote.yml": mote, "sanau/2023-04-26/protokoll/001-x.md": text})
    context = pages["sanau/2023-04-26/p1/"].context
    assert context["outcome"] == "Förslag till socialnämnden"
    assert context["decisions"][0]["proposal"]["status"] == "Förslag till socialnämnden – inte beslutat än"
    assert context["appeal"] == {"text": "Ett förslag till ett annat organ kan inte överklagas."}


def test_a_meeting_tells_of_what_is_not_shown(minutes: Pages) -> None:
    mote = MEETING + "ej på webben:\n  - paragrafer: 46–47\n    skäl: individärenden\n"
    pages = minutes("# § 45 A\n\n## Beslut\nJa.\n", mote=mote)
    assert [row.get("gap") or row["label"] for row in pages["san/2023-04-26/"].context["decisions"]] == [
        "§ 45",
        "§§ 46–47",
    ]
    gap = pages["san/2023-04-26/protokoll/"].context["items"][1]
    assert gap == {"gap": "§§ 46–47", "text": "publiceras inte på webben", "reason": "individärenden"}


def test_a_whole_document_tells_only_of_the_paragraphs_that_stand_otherwise_than_most(minutes: Pages) -> None:
    texts = [f"# § {number} A\n\n## Beslut\nJa.\n" for number in (45, 46, 47)]
    first = "justering:\n  - paragrafer: 45\n    justerat: 2023-04-27\n    anslaget: 2023-04-28\n"
    apart = MEETING.replace("justering:\n  -", f"{first}  - paragrafer: övriga\n   ")

    def told(mote: str, day: date) -> list[str | None]:
        found = minutes(*texts, mote=mote, day=day)["san/2023-04-26/protokoll/"].context["items"]
        return [one["state"] and one["state"]["text"].replace("\xa0", " ") for one in found if "state" in one]

    assert told(MEETING, date(2023, 6, 1)) == [None, None, None]
    assert told(apart, date(2023, 6, 1)) == ["Justerat 27 april 2023, anslaget 28 april 2023", None, None]


def test_the_steps_of_a_meeting(minutes: Pages) -> None:
    steps = minutes(NEXT.replace("46", "45"), day=date(2023, 5, 10))["san/2023-04-26/"].context["steps"]
    assert [(step["text"], step["date"]["iso"], step["done"]) for step in steps] == [
        ("Kallelsen publicerades", "2023-04-19", True),
        ("Sammanträdde", "2023-04-26", True),
        ("Justerades", "2023-05-03", True),
        ("Anslogs", "2023-05-04", True),
        ("Anslaget till och med", "2023-05-25", False),
    ]


def test_a_whole_document_holds_every_section(minutes: Pages) -> None:
    context = minutes(DECISION, NEXT, **FILES)["san/2023-04-26/protokoll/"].context
    assert [one["id"] for one in context["items"]] == ["p45", "p46"]
    assert [section["id"] for section in context["items"][0]["sections"]] == [
        "p45-forslag-till-beslut",
        "p45-arendebeskrivning",
        "p45-beslut",
        "p45-beslutsunderlag",
        "p45-expedieras-till",
    ]
    assert [one["title"] for one in context["items"][0]["unlisted"]] == ["Tabell"]


def test_an_attachment_knows_where_it_belongs(minutes: Pages) -> None:
    pages = minutes(DECISION, NEXT, **FILES)
    page = pages["san/2023-04-26/bilagor/utredning/"]
    # A bare § in an attachment is never ours.
    assert page.html == '<h2 id="avsnitt-laget">Läget</h2>\n<p>Text om § 45.</p>'
    assert [use["label"] for use in page.context["uses"]] == ["SAN § 45/2023"]
    assert page.context["file"] is None
    file = pages["san/2023-04-26/bilagor/tabell/"].context["file"]
    assert (file["href"], file["type"], file["size"]) == ("tabell.csv", "CSV", "8 byte")
    assert len(file["sha256"]) == 64
    withheld = pages["san/2023-04-26/bilagor/bilaga-om-enskild/"].context
    assert (withheld["file"], withheld["reason"]) == (None, "26 kap. 1 § OSL")


def test_a_case_runs_over_meetings_with_the_latest_decision_on_top(make: Pages) -> None:
    item = "# {} Simhall\n\nDiarienummer: 23/SAN/1\n\n## {}\n{}\n"
    later = MEETING.replace("2023-04-26", "2023-09-20").partition("justering:")[0].replace("2023-04-19", "2023-05-30")
    pages = make(
        {
            "san/2023-04-26/mote.yml": MEETING,
            "san/2023-04-26/kallelse/01-simhall.md": item.format("Punkt 1", "Förslag till beslut", "- Bygg."),
            "san/2023-04-26/protokoll/045-simhall.md": item.format("§ 45", "Beslut", "Ärendet återremitteras."),
            "san/2023-09-20/mote.yml": later,
            "san/2023-09-20/kallelse/03-simhall.md": item.format("Punkt 3", "Förslag till beslut", "- Bygg."),
        }
    )
    context = pages["arenden/23-san-1/"].context
    assert [(step["label"], step["date"]["iso"], step["planned"]) for step in context["steps"]] == [
        ("§ 45", "2023-04-26", False),
        ("Punkt 3", "2023-09-20", True),
    ]
    assert context["latest"]["href"] == "../../san/2023-04-26/p45/"
    assert context["latest"]["outcome"] == "Återremiss"
    handled = pages["san/2023-04-26/punkt-1/"].context["handled"]
    assert handled["href"] == "../../../san/2023-04-26/p45/"
    assert pages["san/2023-04-26/p45/"].context["agenda_item"]["label"] == "Punkt 1"


def monthly() -> dict[str, str]:
    """A meeting each month of a year, which all handle one case."""
    files = {}
    for month in range(1, 13):
        day = f"2022-{month:02d}-15"
        mote = MEETING.replace("2023-04-26", day).replace("2023-04-19", "2022-01-01").partition("närvaro:")[0]
        files[f"san/{day}/mote.yml"] = mote.replace("2023-05", "2022-12")
        text = f"# § {month} Delegationsbeslut\n\nDiarienummer: 22/SAN/1\n\n## Beslut\nJa.\n"
        files[f"san/{day}/protokoll/{month:03d}-x.md"] = text
    return files


def test_a_long_case_is_shown_around_the_paragraph(make: Pages) -> None:
    pages = make(monthly())
    shown = {
        number: [step["label"] for step in pages[f"san/2022-{number:02d}-15/p{number}/"].context["course"][0]["steps"]]
        for number in (1, 6, 12)
    }
    assert shown == {
        1: [f"§ {number}" for number in range(1, 8)],
        6: [f"§ {number}" for number in range(3, 10)],
        12: [f"§ {number}" for number in range(6, 13)],
    }
    assert pages["san/2022-06-15/p6/"].context["course"][0]["all"] == "12 steg"
    assert len(pages["arenden/22-san-1/"].context["steps"]) == 12
    assert pages["arenden/22-san-1/"].context["earlier"] == []


def test_of_a_very_long_case_the_latest_steps_are_told_whole(make: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "LONG", 11)
    monkeypatch.setattr(case, "LATEST", 3)
    context = make(monthly())["arenden/22-san-1/"].context
    assert [step["label"] for step in context["steps"]] == ["§ 10", "§ 11", "§ 12"]
    assert [(one["year"], [row["label"] for row in one["rows"]]) for one in context["earlier"]] == [
        ("2022", [f"§ {number}" for number in range(1, 10)])
    ]
    assert context["latest"]["label"] == "§ 12"


def test_statutes_are_listed_by_place(minutes: Pages) -> None:
    text = "# § 45 A\n\n## Beslut\nEnligt 9 § 3 LSS, 9 § LSS, 28 f § LSS och 4 kap. 1 § SoL.\n"
    laws = minutes(text)["lagrum/"].context["laws"]
    assert [(law["name"], [place["label"] for place in law["places"]]) for law in laws] == [
        ("Lag om stöd och service till vissa funktionshindrade (1993:387), LSS", ["9 §", "28 f §"]),
        ("Socialtjänstlag (2001:453), SoL", ["4 kap. 1 §"]),
    ]


def test_notices_are_up_until_the_day_after_the_last_day_of_appeal(minutes: Pages) -> None:
    text = "# § 45 A\n\n## Beslut\nJa.\n"
    up = minutes(text, day=date(2023, 5, 25))["anslag/"].context
    over = minutes(text, day=date(2023, 5, 26))["anslag/"].context
    assert [(len(one["posted"]), len(one["past"])) for one in (up, over)] == [(1, 0), (0, 1)]
    assert up["posted"][0]["last_day"]["iso"] == "2023-05-25"
