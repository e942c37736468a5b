"""The start page and the pages of bodies: what was decided, what comes, who sits."""

from collections.abc import Callable
from datetime import date

from pages.small import MEETING, ORGANISATION
from paragraf.pages import Page

Pages = Callable[..., dict[str, Page]]

DECIDE = "## Beslut\nNämnden antar planen.\n"
INFORM = "## Beslut\nNämnden godkänner informationen.\n"
CALLED = """\
organ: SAN
datum: 2023-06-14
kallelse:
  publicerad: 2023-05-30
  tid: 13.00
  plats: Gäddan
"""
AGENDA = {
    "san/2023-06-14/mote.yml": CALLED,
    "san/2023-06-14/kallelse/01-a.md": "# Punkt 1 Upprop\n",
    **{f"san/2023-06-14/kallelse/0{number}-b.md": f"# Punkt {number} Plan {number}\n" for number in range(2, 7)},
}
"""A coming meeting with one item of formalia and five that are not."""


def sitting(day: str, *decided: str) -> dict[str, str]:
    """A meeting whose minutes hold these §§, numbered from its month: § 40, § 41 in April."""
    known = day == "2023-04-26"
    facts = MEETING if known else f"organ: SAN\ndatum: {day}\njustering:\n  - justerat: okänt\n"
    first = int(day[5:7]) * 10
    return {f"san/{day}/mote.yml": facts.replace("§ 45", "§ 40")} | {
        f"san/{day}/protokoll/0{number}-a.md": f"# § {number} {text}" for number, text in enumerate(decided, first)
    }


def test_the_start_page_tells_decisions_by_meeting_without_formalia_and_information(make: Pages) -> None:
    pages = make(
        sitting("2023-04-26", f"Val av justerare\n\n{DECIDE}", f"Läget\n\n{INFORM}", f"Plan\n\n{DECIDE}")
        | sitting("2023-05-24", f"Ny plan\n\n{DECIDE}")
        | sitting("2023-03-10", f"Läget\n\n{INFORM}")
    )
    found = pages[""].context["sittings"]
    assert [(one["date"]["iso"], [row["label"] for row in one["rows"]]) for one in found] == [
        ("2023-05-24", ["§ 50"]),
        ("2023-04-26", ["§ 42"]),
    ]
    assert (found[1]["all"], found[1]["state"], found[1]["rows"][0]["summary"]) == (
        3,
        "Justerat",
        "Nämnden antar planen.",
    )
    assert found[1]["rows"][0]["href"] == "./san/2023-04-26/p42/"


def test_the_start_page_names_what_a_coming_meeting_will_handle(make: Pages) -> None:
    (coming,) = make(AGENDA)[""].context["meetings"]
    assert (coming["body"], coming["date"]["iso"], coming["time"], coming["place"]) == (
        "Socialnämnden",
        "2023-06-14",
        "13.00",
        "Gäddan",
    )
    assert (coming["topics"], coming["more_topics"]) == (["Plan 2", "Plan 3", "Plan 4"], "och 2 ärenden till")


def test_the_start_page_says_what_each_register_holds(make: Pages) -> None:
    pages = make(sitting("2023-04-26", f"Plan\n\nDiarienummer: 23/SAN/1\n\n{DECIDE}"), day=date(2023, 5, 20))
    assert [(one["href"], one["text"]) for one in pages[""].context["ways"]][:3] == [
        ("./anslag/", "Ett anslag är uppe. Närmast går tiden för överklagande ut 25\xa0maj 2023."),
        ("./arenden/", "1 ärende med diarienummer."),
        ("./lagrum/", ""),
    ]


def test_a_preparing_body_stands_under_the_one_it_prepares_for(make: Pages) -> None:
    bodies = make(AGENDA)[""].context["bodies"]
    assert [(one["name"], one["when"], [child["name"] for child in one["children"]]) for one in bodies] == [
        ("Kommunstyrelsen", "inga sammanträden här", []),
        ("Socialnämnden", "sammanträder 14\xa0juni 2023", ["Socialnämndens arbetsutskott"]),
    ]


TERMS = """\
  - kod: KF
    namn: Kommunfullmäktige
    slag: fullmäktige
    uppdrag: Beslutar om budget.
    mandat:
      - från: 2018-10-15
        till: 2022-10-14
        ledamöter:
          - Moa Förra (C), ordförande
      - från: 2022-10-15
        till: 2026-10-14
        ledamöter:
          - Bo Exempel (C), ersättare
          - Siv Exempel (S), 2:e vice ordförande
          - Ann Exempel (S)
          - Jo Exempel (C), ordförande
          - Kim Exempel
"""


def test_a_cancelled_or_moved_meeting_is_not_the_latest_that_a_body_held(make: Pages) -> None:
    files = sitting("2023-04-26", "Plan\n\n" + DECIDE)
    for day, off in (
        ("2023-05-10", "inställt:\n  datum: 2023-05-05\n  skäl: för få ärenden\n"),
        ("2023-05-24", "flyttat till: 2023-09-01\n"),
    ):
        files[f"san/{day}/mote.yml"] = f"organ: SAN\ndatum: {day}\n{off}kallelse:\n  publicerad: 2023-05-01\n"
        files[f"san/{day}/kallelse/01-a.md"] = "# Punkt 1 Plan\n"
    bodies = make(files)[""].context["bodies"]
    assert {one["name"]: one["when"] for one in bodies}["Socialnämnden"] == "senast 26\xa0april 2023"


def test_a_body_shows_who_sits_in_it_term_by_term(make: Pages) -> None:
    context = make({"organisation.yml": ORGANISATION + TERMS})["kf/"].context
    assert context["task"] == "Beslutar om budget."
    assert [(one["label"], one["current"], one["ahead"]) for one in context["terms"]] == [
        ("15 oktober 2022–14 oktober 2026", True, False),
        ("15 oktober 2018–14 oktober 2022", False, False),
    ]
    people = [
        (group["label"], [(one["name"], one["party"], one["role"]) for one in group["people"]])
        for group in context["terms"][0]["groups"]
    ]
    assert people == [
        ("Presidium", [("Jo Exempel", "C", "ordförande"), ("Siv Exempel", "S", "2:e vice ordförande")]),
        ("Ledamöter", [("Ann Exempel", "S", ""), ("Kim Exempel", "", "")]),
        ("Ersättare", [("Bo Exempel", "C", "")]),
    ]
    assert [(one["party"], one["count"]) for one in context["seats"]] == [("S", 2), ("C", 1), ("utan parti", 1)]


def test_a_body_shows_its_meetings_and_each_year_its_own(make: Pages) -> None:
    pages = make(sitting("2023-04-26", f"A\n\n{DECIDE}", f"B\n\n{DECIDE}") | AGENDA)
    context = pages["san/"].context
    assert [(one["date"]["iso"], one["numbers"], one["state"]) for one in context["held"]] == [
        ("2023-04-26", "§§\u00a040–41", "Justerat")
    ]
    assert [one["agenda_count"] for one in context["coming"]] == ["6 punkter"]
    assert context["next"]["date"]["iso"] == "2023-06-14"
    assert [(one["label"], one["current"]) for one in context["years"]] == [("2023", False)]
    assert pages["san/2023/"].context["terms"] == []
