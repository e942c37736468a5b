"""What the pages of the matter itself say: proposals, differences, votes, who served, versions, where it stands."""

from datetime import date

import pytest

from pages.matter import AGENDA, MINUTES, Pages, ballots, item
from pages.small import MEETING, ORGANISATION
from paragraf.pages import Page
from paragraf.pages.glossary import with_words


def meeting(body: str, day: str) -> str:
    """mote.yml of a meeting that was called, held, adjusted and announced."""
    called = f"organ: {body}\ndatum: {day}\ntid: 13.00\nkallelse:\n  publicerad: {day[:4]}-01-02\n"
    return f"{called}justering:\n  - justerat: {day}\n    anslaget: {day}\n"


def differences(pages: dict[str, Page]) -> list[str]:
    found = pages["san/2023-04-26/"].context["differences"]
    return [" | ".join(filter(None, (one["label"], one["short"], one["was"], one["now"]))) for one in found]


def test_agenda_against_minutes(make: Pages) -> None:
    pages = make(
        {
            "san/2023-04-26/mote.yml": MEETING,
            f"{AGENDA}01-a.md": "# Punkt 1 Upprop\n",
            f"{AGENDA}02-b.md": item("Punkt 2", "Budget", number="23/SAN/2"),
            f"{AGENDA}03-c.md": item("Punkt 3", "Taxa", number="23/SAN/3"),
            f"{AGENDA}04-d.md": item("Punkt 4", "Bidrag\n\nTillagd: 2023-04-24", number="23/SAN/4").replace(
                "\n\nDiarie", "\nDiarie", 1
            ),
            f"{AGENDA}05-e.md": item("Punkt 5", "Skola", number="23/SAN/5"),
            f"{MINUTES}045-a.md": "# § 45 Upprop av ledamöter\n\n## Beslut\nJa.\n",
            f"{MINUTES}046-c.md": item("§ 46", "Taxa för torg", "Nämnden antar taxan.", "23/SAN/3"),
            f"{MINUTES}047-b.md": item("§ 47", "Budget", "Ärendet bordläggs.", "23/SAN/2"),
            f"{MINUTES}048-d.md": item("§ 48", "Bidrag", "Nämnden beviljar bidraget.", "23/SAN/4"),
            f"{MINUTES}049-e.md": item("§ 49", "Skola", "Ärendet utgår.", "23/SAN/5"),
            f"{MINUTES}050-f.md": item("§ 50", "Ny fråga", "Nämnden antar planen.", "23/SAN/6"),
        }
    )
    assert differences(pages) == [
        "§ 47 | Bordlagt",
        "§ 47 | Togs upp senare",
        "§ 46 | Ändrad rubrik | Taxa | Taxa för torg",
        "§ 48 | Tillagt sent, 24 april 2023",
        "§ 49 | Utgick",
        "§ 50 | Tillagt vid sammanträdet",
    ]
    texts = {
        path: [one["text"] for one in pages[f"san/2023-04-26/{path}/"].context["differences"]]
        for path in ("p45", "p46", "punkt-3", "p47", "p48", "p49", "p50")
    }
    title = "Rubriken är ändrad. I kallelsen: ”Taxa”. I protokollet: ”Taxa för torg”."
    order = "Ärendet togs upp senare än dagordningen angav."
    assert texts == {
        "p45": [],
        "p46": [title],
        "punkt-3": [title],
        "p47": ["Ärendet bordlades: beslutet sköts upp.", order],
        "p48": ["Ärendet lades till på dagordningen sent, 24 april 2023."],
        "p49": ["Ärendet utgick och behandlades inte vid sammanträdet."],
        "p50": ["Ärendet stod inte i kallelsen. Det lades till vid sammanträdet."],
    }


SIMHALL = {
    "sanau/2023-02-01/mote.yml": meeting("SANAU", "2023-02-01"),
    "sanau/2023-02-01/protokoll/001-a.md": item("§ 1", "Bad", "Nämnden bygger."),
}
BACK = {
    "san/2023-03-01/mote.yml": meeting("SAN", "2023-03-01"),
    "san/2023-03-01/protokoll/010-a.md": item("§ 10", "Bad", "Ärendet återremitteras till förvaltningen för kalkyl."),
}
DECIDED = {
    "san/2023-04-05/mote.yml": meeting("SAN", "2023-04-05"),
    "san/2023-04-05/protokoll/020-a.md": item("§ 20", "Bad", "Nämnden bygger badet."),
}
PLANNED = {
    "san/2023-09-20/mote.yml": meeting("SAN", "2023-09-20").partition("justering")[0],
    "san/2023-09-20/kallelse/07-a.md": item("Punkt 7", "Bad"),
}


@pytest.mark.parametrize(
    ("steps", "status", "text", "label"),
    [
        ({}, "Förslag till socialnämnden – inte beslutat än", "", None),
        (
            PLANNED,
            "Förslag till socialnämnden – inte beslutat än",
            "Socialnämnden ska behandla ärendet 20\xa0september 2023:",
            "SAN punkt 7",
        ),
        (
            BACK,
            "Förslag till socialnämnden – inte beslutat än",
            "Socialnämnden återremitterade ärendet 1\xa0mars 2023:",
            "SAN § 10",
        ),
        ({**BACK, **DECIDED}, "Förslag till socialnämnden", "Socialnämnden beslutade 5\xa0april 2023:", "SAN § 20"),
    ],
)
def test_a_proposal_says_what_became_of_it(
    steps: dict[str, str], status: str, text: str, label: str | None, make: Pages
) -> None:
    (section,) = make({**SIMHALL, **steps})["sanau/2023-02-01/p1/"].context["decisions"]
    proposal = section["proposal"]
    assert (proposal["status"], proposal["text"]) == (status, text)
    assert (proposal["link"] or {}).get("label") == label


def test_what_a_body_decides_itself_is_no_proposal(make: Pages) -> None:
    text = (
        "# § 1 Plan\n\n## Socialnämndens förslag till kommunstyrelsen\nPlanen antas.\n\n## Beslut\nYttrandet antas.\n"
    )
    pages = make({"san/2023-03-01/mote.yml": meeting("SAN", "2023-03-01"), "san/2023-03-01/protokoll/001-a.md": text})
    decisions = pages["san/2023-03-01/p1/"].context["decisions"]
    assert [(one["heading"], bool(one["proposal"])) for one in decisions] == [
        ("Socialnämndens förslag till kommunstyrelsen", True),
        ("Beslut", False),
    ]
    assert decisions[0]["proposal"]["status"] == "Förslag till kommunstyrelsen – inte beslutat än"


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (
            SIMHALL,
            "Pågår: socialnämndens arbetsutskott lämnade ett förslag 1\xa0februari 2023. Inget beslut är publicerat.",
        ),
        ({**SIMHALL, **BACK}, "Pågår: socialnämnden återremitterade ärendet 1\xa0mars 2023."),
        ({**SIMHALL, **BACK, **DECIDED}, "Beslutat 5\xa0april 2023 av socialnämnden."),
        ({**SIMHALL, **PLANNED}, "Planeras till 20\xa0september 2023 i socialnämnden."),
    ],
)
def test_a_case_says_where_it_stands(files: dict[str, str], text: str, make: Pages) -> None:
    assert make(files)["arenden/23-san-1/"].context["status"]["text"] == text


def test_a_case_waits_for_minutes(make: Pages) -> None:
    late = make({**SIMHALL, **PLANNED}, date(2023, 10, 1))["arenden/23-san-1/"].context
    assert late["status"]["text"] == (
        "Pågår: stod på dagordningen 20\xa0september 2023. Protokollet är inte publicerat än."
    )


def test_a_case_tells_of_a_meeting_that_was_cancelled(make: Pages) -> None:
    off = "inställt:\n  datum: 2023-09-01\nkallelse:"
    files = {path: text.replace("kallelse:", off) for path, text in PLANNED.items()}
    gone = make(files, date(2023, 10, 1))["arenden/23-san-1/"].context
    assert gone["status"]["text"] == "Pågår: sammanträdet 20\xa0september 2023 blev inte av."
    assert [step["state"] for step in gone["steps"]] == ["Sammanträdet ställdes in"]


def test_outcomes_say_to_whom_and_until_when(make: Pages) -> None:
    tabled = {
        "san/2023-05-03/mote.yml": meeting("SAN", "2023-05-03"),
        "san/2023-05-03/protokoll/030-a.md": item("§ 30", "Bad", "Ärendet bordläggs."),
    }
    pages = make({**BACK, **tabled, **PLANNED})
    assert pages["san/2023-03-01/p10/"].context["outcome"] == "Återremiss till förvaltningen"
    assert pages["san/2023-05-03/p30/"].context["outcome"] == "Bordlagt till 20 september 2023"


def test_the_handling_before_and_after(make: Pages) -> None:
    pages = make({**SIMHALL, **BACK, **PLANNED})
    (around,) = pages["san/2023-03-01/p10/"].context["handlings"]
    assert around == {
        "number": "23/SAN/1",
        "previous": {"label": "SANAU § 1,", "title": "1 februari 2023", "href": "../../../sanau/2023-02-01/p1/"},
        "next": {"label": "SAN punkt 7,", "title": "20 september 2023", "href": "../../../san/2023-09-20/punkt-7/"},
    }
    (note,) = pages["sanau/2023-02-01/p1/"].context["notes"]
    assert (note["text"], note["link"]["label"]) == (
        "Ärendet har behandlats igen, senast 1\xa0mars 2023:",
        "SAN § 10/2023",
    )


def test_the_version_that_was_decided_on(make: Pages) -> None:
    paper = "\n## Beslutsunderlag\n- [Kalkyl](bilagor/kalkyl.md)\n- [Tjänsteskrivelse](bilagor/skrivelse.md)\n"
    files = {path: text + paper if "/protokoll/" in path else text for path, text in {**BACK, **DECIDED}.items()}
    for number, day in enumerate(("2023-03-01", "2023-04-05")):
        files[f"san/{day}/bilagor/kalkyl.md"] = f"# Kalkyl\n\n{number} kronor.\n"
        files[f"san/{day}/bilagor/skrivelse.md"] = f"# Tjänsteskrivelse\n\nNummer {number}.\n"
    pages = make(files)
    versions = {
        path: {one["title"]: one["version"] for one in pages[path].context["attachments"]}
        for path in ("san/2023-03-01/p10/", "san/2023-04-05/p20/")
    }
    later = {"word": "Senare version", "label": "SAN 5 april 2023", "href": "../../../san/2023-04-05/bilagor/kalkyl/"}
    text = "Den version som beslutet grundas på."
    assert versions["san/2023-03-01/p10/"] == {"Kalkyl": {"text": text, "others": [later]}, "Tjänsteskrivelse": None}
    (earlier,) = versions["san/2023-04-05/p20/"]["Kalkyl"]["others"]
    assert (earlier["word"], earlier["label"]) == ("Tidigare version", "SAN 1 mars 2023")
    documents = pages["arenden/23-san-1/"].context["documents"]
    assert [(one["title"], [version["when"] for version in one["versions"]]) for one in documents] == [
        ("Kalkyl", ["SAN 1 mars 2023", "SAN 5 april 2023"]),
        ("Tjänsteskrivelse", ["SAN 1 mars 2023"]),
        ("Tjänsteskrivelse", ["SAN 5 april 2023"]),
    ]


SERVED = """\
närvaro:
  Beslutande ledamöter:
    - Siv Exempel (S), ordförande
    - Bo Exempel (C), ej § 45
    - Åke Exempel (M), § 46
  Tjänstgörande ersättare:
    - Eva Exempel (C) ersätter Bo Exempel (C), § 45
    - Ove Exempel (V) ersätter Ida Exempel (V)
  Ej tjänstgörande ersättare:
    - Per Exempel (S), § 46
"""


def test_who_served_and_who_did_not(minutes: Pages) -> None:
    mote = MEETING.partition("närvaro:")[0] + SERVED
    text = "# § 45 A\n\n## Jäv\nBo Exempel (C) anmäler jäv.\n\n## Beslut\nJa.\n"
    pages = minutes(text, "# § 46 B\n\n## Beslut\nJa.\n", mote=mote)
    told = {
        number: [
            (one["name"], one["party"], one["note"])
            for one in pages[f"san/2023-04-26/p{number}/"].context["served"]["absent"]
        ]
        for number in (45, 46)
    }
    ida = ("Ida Exempel", "V", "ersattes av Ove Exempel (V)")
    assert told == {
        45: [("Bo Exempel", "C", "på grund av jäv, ersattes av Eva Exempel (C)"), ("Åke Exempel", "M", ""), ida],
        46: [ida],
    }


def test_what_a_reader_should_not_miss_is_linked(minutes: Pages) -> None:
    text = ballots("Sja").replace("# § 45 A\n", "# § 45 A\n\nRättelse: 2023-05-10, Kim Exempel: 1 -> 2\n")
    glance = minutes(f"{text}\n## Reservation\nBo Exempel.\n")["san/2023-04-26/p45/"].context["glance"]
    assert [(one["label"], one["href"]) for one in glance] == [
        ("Omröstning: 1 ja, 0 nej", "#omrostning"),
        ("Reservation", "#reservation"),
        ("Rättad 10 maj 2023", "#rattelser"),
    ]


def test_words_are_explained_once_and_listed() -> None:
    word = '<abbr title="kommunens &quot;lag&quot;">KL</abbr>'
    context = with_words({"a": [{"html": f"<p>{word} och {word}</p>"}], "b_html": word, "title": word})
    assert context == {
        "a": [{"html": f"<p>{word} och KL</p>"}],
        "b_html": "KL",
        "title": word,
        "words": [{"word": "KL", "meaning": 'kommunens "lag"'}],
    }


def test_parties_are_among_the_words(make: Pages) -> None:
    parties = (
        "partier:\n  - kod: S\n    namn: Socialdemokraterna\n  - kod: C\n    namn: Gamla C\n    till: 2020-01-01\n"
    )
    pages = make(
        {
            "organisation.yml": ORGANISATION.replace("organ:\n", f"{parties}organ:\n"),
            "san/2023-04-26/mote.yml": MEETING,
            f"{MINUTES}045-a.md": "# § 45 A\n\n## Beslut\nJa.\n",
        }
    )
    for path in ("san/2023-04-26/p45/", "san/2023-04-26/", "san/2023-04-26/protokoll/"):
        assert pages[path].context["words"] == [{"word": "S", "meaning": "Socialdemokraterna"}], path


def test_a_decision_has_its_words_explained(minutes: Pages) -> None:
    context = minutes("# § 45 A\n\n## Beslut\nNämnden godkänner AMI. AMI följs upp.\n")["san/2023-04-26/p45/"].context
    assert context["words"] == [{"word": "AMI", "meaning": "arbetsmarknadsintegration"}]


def with_paper(name: str) -> str:
    return f"{item('§ 1', 'Plan', 'Att anta planen.')}\n## Beslutsunderlag\n- [Handlingsplan]({name})\n"


def test_of_versions_of_the_same_day_none_is_called_earlier(make: Pages) -> None:
    files = {}
    for body in ("SAN", "KS"):
        folder = f"{body.lower()}/2023-03-01"
        files[f"{folder}/mote.yml"] = meeting(body, "2023-03-01")
        files[f"{folder}/protokoll/001-plan.md"] = with_paper("bilagor/plan.md")
        files[f"{folder}/bilagor/plan.md"] = f"# Handlingsplan\n\nFör {body}.\n"
    pages = make(files)
    for body in ("san", "ks"):
        (paper,) = pages[f"{body}/2023-03-01/p1/"].context["attachments"]
        assert [one["word"] for one in paper["version"]["others"]] == ["Annan version samma dag"]


def test_of_two_documents_of_one_title_none_is_the_version_decided_on(make: Pages) -> None:
    files = {
        "san/2023-03-01/mote.yml": meeting("SAN", "2023-03-01"),
        "san/2023-03-01/protokoll/001-plan.md": with_paper("bilagor/a.md") + "- [Handlingsplan](bilagor/b.md)\n",
        "san/2023-03-01/bilagor/a.md": "# Handlingsplan\n\nEtt.\n",
        "san/2023-03-01/bilagor/b.md": "# Handlingsplan\n\nTvå.\n",
    }
    papers = make(files)["san/2023-03-01/p1/"].context["attachments"]
    assert [one["version"] for one in papers] == [None, None]


def test_a_document_that_the_minutes_only_name_is_the_one_of_the_agenda(make: Pages) -> None:
    listed = "\n## Beslutsunderlag\n- {}\n"
    pages = make(
        {
            "san/2023-04-26/mote.yml": MEETING,
            f"{AGENDA}01-a.md": item("Punkt 1", "A") + listed.format("[Kalkyl](bilagor/kalkyl.md)"),
            f"{MINUTES}045-a.md": item("§ 45", "A", "Ja.") + listed.format("Kalkyl"),
            "san/2023-04-26/bilagor/kalkyl.md": "# Kalkyl\n\nText.\n",
        }
    )
    (document,) = pages["san/2023-04-26/p45/"].context["attachments"]
    assert (document["here"], document["href"]) == (True, "../../../san/2023-04-26/bilagor/kalkyl/")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (
            date(2023, 4, 20),
            "Planerat sammanträde. Kallelsen är inte publicerad än.",
        ),
        (date(2023, 4, 28), "Sammanträdesdagen har varit. Protokollet är inte publicerat än."),
        (date(2023, 5, 10), "Protokollet är justerat. Tiden för överklagande går ut 25\xa0maj 2023."),
        (date(2023, 6, 1), "Protokollet är justerat. Tiden för överklagande gick ut 25\xa0maj 2023."),
    ],
)
def test_a_meeting_says_where_it_stands(day: date, text: str, minutes: Pages) -> None:
    mote = MEETING.replace("publicerad: 2023-04-19", "publicerad: 2023-04-19\n  tid: 13.00")
    page = minutes("# § 45 A\n\n## Beslut\nNämnden antar planen.\n", mote=mote, day=day)["san/2023-04-26/"]
    assert page.context["status"]["text"] == text


def test_a_moved_meeting_and_the_one_it_became_know_each_other(make: Pages) -> None:
    pages = make(
        {
            "san/2023-03-01/mote.yml": meeting("SAN", "2023-03-01").partition("justering")[0]
            + "flyttat till: 2023-04-05\n",
            "san/2023-03-01/kallelse/01-a.md": item("Punkt 1", "Bad"),
            **DECIDED,
        }
    )
    assert pages["san/2023-03-01/"].context["head"]["moved_to"]["href"] == "../../san/2023-04-05/"
    assert pages["san/2023-03-01/punkt-1/"].context["head"]["moved_to"]["date"]["long"] == "5 april 2023"
    (before,) = pages["san/2023-04-05/"].context["head"]["moved_from"]
    assert (before["date"]["iso"], before["href"]) == ("2023-03-01", "../../san/2023-03-01/")
