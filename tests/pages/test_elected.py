"""Pages of elected members: who has one, what it says, and that nothing of it stays when the person is gone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pages.small import MEETING, ORGANISATION, made
from paragraf import compiling
from paragraf.pages import Page
from paragraf.publishing import addresses

Pages = Callable[..., dict[str, Page]]
DAY = date(2023, 6, 1)
VOTE = """# § 45 Avgifter

Föredragande: Jo Exempel, förvaltningschef

## Beslut
Ja.

## Omröstning
Ja: bifall
Nej: avslag

| Ledamot | Röst |
|---|---|
| Siv Exempel (S) | nej |
| Kim Okänd | ja |

## Reservation
Siv Exempel (S) reserverar sig mot beslutet.
"""
INGA = """organ: SAN
datum: 2023-04-26
kallelse:
  publicerad: 2023-04-19
justering:
  - justerat: 2023-05-03
    anslaget: 2023-05-04
    justerare:
      - Siv Exempel (S)
närvaro:
  beslutande:
    - Siv Exempel (S), ordförande
    - Bo Exempel (C) ersätter Inga Exempel (C), § 45
  ej tjänstgörande ersättare:
    - Ann Exempel (M)
  övriga:
    - Jo Exempel, förvaltningschef
  sekreterare:
    - Kim Exempel
"""
FILES = {"san/2023-04-26/mote.yml": INGA, "san/2023-04-26/protokoll/045-a.md": VOTE}


def people_of(pages: dict[str, Page]) -> list[str]:
    return sorted(path for path in pages if path.startswith("personer/"))


@pytest.fixture
def pages(make: Pages) -> dict[str, Page]:
    """A meeting at which Bo served for Inga, who is not a member in organisation.yml."""
    text = ORGANISATION.replace("          - Bo Exempel (C)\n", "          - Bo Exempel (C), ersättare\n").replace(
        "ordförande\n", "ordförande\n          - Inga Exempel (C)\n"
    )
    return make({**FILES, "organisation.yml": text}, DAY)


def test_only_the_elected_have_pages(pages: dict[str, Page]) -> None:
    assert people_of(pages) == [
        "personer/",
        "personer/ann-exempel/",
        "personer/bo-exempel/",
        "personer/inga-exempel/",
        "personer/siv-exempel/",
    ]


def test_a_page_says_what_the_minutes_say(pages: dict[str, Page]) -> None:
    page = pages["personer/siv-exempel/"].context
    assert [(one["body"], one["role"], one["current"]) for one in page["mandates"]] == [
        ("Socialnämnden", "ordförande", True)
    ]
    assert [(one["how"], one["text"], one["href"]) for one in page["attendance"]] == [
        ("Tjänstgjorde", "som ordförande", "../../san/2023-04-26/")
    ]
    assert page["sums"] == [
        {"code": "SAN", "body": "Socialnämnden", "text": "tjänstgjorde vid 1 sammanträde"},
    ]
    assert [(one["vote"], one["href"], one["label"]) for one in page["votes"]] == [
        ("Nej", "../../san/2023-04-26/p45/", "SAN § 45/2023")
    ]
    assert [one["label"] for one in page["reservations"]] == ["SAN § 45/2023"]


def test_service_for_others_stands_on_both_pages(pages: dict[str, Page]) -> None:
    (served,) = pages["personer/bo-exempel/"].context["attendance"]
    assert (served["how"], served["text"]) == ("Tjänstgjorde", "för Inga Exempel, §\N{NO-BREAK SPACE}45")
    (replaced,) = pages["personer/inga-exempel/"].context["attendance"]
    assert replaced["how"] == "Ersattes"
    assert replaced["other"] == {
        "name": "Bo Exempel (C)",
        "href": "../../personer/bo-exempel/",
        "when": "§\N{NO-BREAK SPACE}45",
    }


def test_who_only_listens_is_said_to(pages: dict[str, Page]) -> None:
    (one,) = pages["personer/ann-exempel/"].context["attendance"]
    assert (one["how"], one["text"]) == ("Närvarade", "utan att tjänstgöra")


def test_a_member_whom_the_minutes_do_not_name_is_not_said_to_be_absent(make: Pages) -> None:
    text = ORGANISATION.replace("ordförande\n", "ordförande\n          - Åke Exempel (M)\n")
    page = make({**FILES, "organisation.yml": text}, DAY)["personer/ake-exempel/"].context
    assert (page["sums"], page["attendance"], page["votes"]) == ([], [], [])


def test_names_lead_to_their_pages_and_others_do_not(pages: dict[str, Page]) -> None:
    meeting = pages["san/2023-04-26/"].context
    named = {one["name"]: one["href"] for group in meeting["attendance"] for one in group["people"]}
    assert named == {
        "Siv Exempel": "../../personer/siv-exempel/",
        "Bo Exempel": "../../personer/bo-exempel/",
        "Ann Exempel": "../../personer/ann-exempel/",
        "Jo Exempel": "",
        "Kim Exempel": "",
    }
    assert meeting["adjustments"][0]["adjusters"][0]["href"] == "../../personer/siv-exempel/"
    (section,) = (one for one in pages["san/2023-04-26/p45/"].context["sections"] if one["kind"] == "omrostning")
    assert [(one["name"], one["href"]) for one in section["vote"]["ballots"]] == [
        ("Siv Exempel", "../../../personer/siv-exempel/"),
        ("Kim Okänd", ""),
    ]
    (absent,) = (one for one in pages["san/2023-04-26/p45/"].context["served"]["groups"] if one["label"] == "Övriga")
    assert absent["people"][0]["href"] == ""
    members = [one for group in pages["san/"].context["terms"][0]["groups"] for one in group["people"]]
    assert {one["name"]: one["href"] for one in members}["Inga Exempel"] == "../personer/inga-exempel/"


def test_of_two_with_one_name_nobody_is_linked_without_party(make: Pages) -> None:
    text = ORGANISATION.replace("ordförande\n", "ordförande\n          - Siv Exempel (M)\n")
    mote = INGA.replace("Siv Exempel (S), ordförande", "Siv Exempel, ordförande")
    pages = make({**FILES, "organisation.yml": text, "san/2023-04-26/mote.yml": mote}, DAY)
    group = pages["san/2023-04-26/"].context["attendance"][0]
    assert group["people"][0] == {"name": "Siv Exempel", "party": "", "note": "ordförande", "href": ""}
    (section,) = (one for one in pages["san/2023-04-26/p45/"].context["sections"] if one["kind"] == "omrostning")
    assert section["vote"]["ballots"][0]["href"] == "../../../personer/siv-exempel-s/"


def test_a_protected_member_has_no_page_and_no_link(make: Pages) -> None:
    text = ORGANISATION + "skyddade personer:\n  - namn: Siv Exempel\n    alias: Ledamot A\n"
    vote = VOTE.replace("\n## Reservation\nSiv Exempel (S) reserverar sig mot beslutet.\n", "")
    pages = make({**FILES, "organisation.yml": text, "san/2023-04-26/protokoll/045-a.md": vote}, DAY)
    assert people_of(pages) == ["personer/", "personer/ann-exempel/", "personer/bo-exempel/"]
    first = pages["san/2023-04-26/"].context["attendance"][0]["people"][0]
    assert (first["name"], first["href"]) == ("Ledamot A", "")
    assert "Ledamot A" not in str(pages["personer/"].context)
    assert not [path for path in pages if "siv" in path or "ledamot" in path]


def test_the_register_is_by_body_party_and_surname_with_former_members_apart(make: Pages) -> None:
    text = ORGANISATION.replace(
        "      - från: 2023-01-01\n",
        "      - till: 2022-12-31\n        ledamöter:\n          - Åsa Ek (S)\n      - från: 2023-01-01\n",
    ).replace("ordförande\n", "ordförande\n          - Eva Åberg (S), ersättare\n")
    pages = make({"organisation.yml": text}, DAY)
    register = pages["personer/"].context
    assert register["bodies"] == [
        {
            "name": "Socialnämnden",
            "href": "../san/#ledamoter",
            "chair": {"name": "Siv Exempel", "href": "../personer/siv-exempel/"},
            "members": 2,
            "substitutes": 1,
        }
    ]
    assert [(one["code"], one["count"]) for one in register["parties"]] == [("S", 2), ("C", 1)]
    assert [(one["label"], [row["name"] for row in one["people"]]) for one in register["letters"]] == [
        ("E", ["Bo Exempel", "Siv Exempel"]),
        ("Å", ["Eva Åberg"]),
    ]
    assert [(one["id"], [row["name"] for row in one["people"]]) for one in register["others"]] == [
        ("tidigare", ["Åsa Ek"])
    ]


def test_parties_have_seats_and_members(make: Pages) -> None:
    text = ORGANISATION.replace(
        "ordförande\n", "ordförande\n          - Eva Åberg (S), ersättare\n          - Li Ek (-)\n"
    )
    pages = make({"organisation.yml": text}, DAY)
    seats = pages["partier/"].context
    assert [(one["code"], one["counts"]) for one in seats["rows"]] == [("S", [1]), ("C", [1])]
    assert (seats["without"], seats["totals"]) == ([1], [3])
    (group,) = pages["partier/s/"].context["groups"]
    assert group["seats"] == "1 ledamot, 1 ersättare"
    assert [(one["name"], one["note"]) for one in group["people"]] == [
        ("Siv Exempel", "ordförande"),
        ("Eva Åberg", "ersättare"),
    ]
    assert sorted(path for path in pages if path.startswith("partier/")) == ["partier/", "partier/c/", "partier/s/"]


def test_an_address_that_is_a_name_is_not_remembered_and_leaves_nothing(tmp_path: Path) -> None:
    """Promise 1: who is gone from the content, or becomes protected, must not live on in an address."""
    made(tmp_path, {**FILES, "san/2023-04-26/mote.yml": MEETING}, DAY)
    first = compiling.compile_site(tmp_path, DAY)
    assert "personer/siv-exempel/" in {page.path for page in first.site.pages}
    assert [path for path in first.addresses if path.startswith("personer/")] == ["personer/"]
    assert addresses.record(tmp_path, first.addresses, DAY) == ()
    protected = ORGANISATION + "skyddade personer:\n  - namn: Bo Exempel\n    alias: Ledamot A\n"
    (tmp_path / "organisation.yml").write_text(protected, "utf-8")
    later = compiling.compile_site(tmp_path, DAY)
    assert [page.path for page in later.site.pages if "bo-exempel" in page.path] == []
    assert "bo-exempel" not in (tmp_path / addresses.FILE).read_text("utf-8")
