"""organisation.yml and sidor/ as the model has them."""

import struct
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from paragraf.ids import NumberPattern
from paragraf.model import (
    Alias,
    AuthorPage,
    Body,
    BodyKind,
    Contact,
    Draft,
    Link,
    Organisation,
    Party,
    Picture,
    ProtectedPerson,
    Rules,
    Term,
)
from paragraf.reading import read_content, read_meeting, read_organisation

TEXT = """namn: Provköping
slag: region
adress: https://www.example.se/
färg: 1B4F72
vapen: vapen.png
kontakt:
  telefon: 08-465 004 10
  e-post: region@example.se
  besöksadress: Torget 1
  postadress: Box 1
registrator: registrator@example.se
anslagstavla: https://www.example.se/anslag
publiceras från: 2020-01-01
lagrumsadress: https://lagar.example.se/{sfs}
nummerserier:
  - mall: ÅÅ/ENHET/NR
    handling: ÅÅ/ENHET/NR-HNR
    från: 2020-01-01
    till: 2025-12-31
    kräver etikett: ja
partier:
  - kod: S
    namn: Socialdemokraterna
    från: 1889-04-23
ordlista:
  LSS: lagen om stöd och service
länkar:
  - namn: Webbplatsen
    adress: https://www.example.se
skyddade personer:
  - namn: Hedda Prov
    alias: en ledamot
organ:
  - kod: SANAU
    namn: Arbetsutskottet
    slag: utskott
    uppdrag: Bereder ärenden.
    hör till: SAN
    alias:
      - AU
      - namn: Lilla utskottet
        till: 2019-12-31
    från: 2015-01-01
    publiceras: nej
    regler:
      kallelse dagar: 5
      justering dagar: 10
      ojusterat visas: ja
    lagförkortningar:
      AL: 2010:1622
    mandat:
      - från: 2022-10-15
        till: 2026-10-14
        ledamöter:
          - Siv Exempel (S), ordförande
          - Bo Exempel
  - kod: SAN
    namn: Socialnämnden
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.example.se", "https://www.example.se/"),
        ("https://www.example.se/", "https://www.example.se/"),
        ("https://www.example.se/en/vag", "https://www.example.se/en/vag/"),
    ],
)
def test_the_address_of_the_site_ends_with_a_slash(tmp_path: Path, written: str, meant: str) -> None:
    (tmp_path / "organisation.yml").write_text(f"namn: Exempelby\nadress: {written}\n", "utf-8")
    organisation, problems = read_organisation(tmp_path / "organisation.yml")
    assert (organisation and organisation.address, problems) == (meant, ())


@pytest.mark.parametrize("written", ["https://www.example.se/?a=b", "https://www.example.se/#a", "https:///a"])
def test_the_address_of_the_site_is_a_place_to_count_from(tmp_path: Path, written: str) -> None:
    (tmp_path / "organisation.yml").write_text(f'namn: Exempelby\nadress: "{written}"\n', "utf-8")
    organisation, (problem,) = read_organisation(tmp_path / "organisation.yml")
    assert organisation and organisation.address == ""
    assert "en adress som https://www.example.se/, utan ? och #" in str(problem)


PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", 200, 240, 8, 6, 0, 0, 0, 0)
"""The start of a picture of 200 × 240 pixels: all that is read of it."""


def test_every_key(tmp_path: Path) -> None:
    (tmp_path / "vapen.png").write_bytes(PNG)
    (tmp_path / "organisation.yml").write_text(TEXT, "utf-8")
    term = {"valid_from": date(2022, 10, 15), "valid_to": date(2026, 10, 14)}
    assert read_organisation(tmp_path / "organisation.yml") == (
        Organisation(
            name="Provköping",
            kind="region",
            address="https://www.example.se/",
            colour="#1b4f72",
            arms=Picture(path="vapen.png", size=33, sha256=sha256(PNG).hexdigest(), width=200, height=240),
            contact=Contact(phone="08-465 004 10", email="region@example.se", visit="Torget 1", post="Box 1"),
            registrar="registrator@example.se",
            notice_board="https://www.example.se/anslag",
            archive_start=date(2020, 1, 1),
            statute_url="https://lagar.example.se/{sfs}",
            number_patterns=(
                NumberPattern("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR", date(2020, 1, 1), date(2025, 12, 31), True),
            ),
            parties=(Party(code="S", name="Socialdemokraterna", valid_from=date(1889, 4, 23)),),
            glossary={"LSS": "lagen om stöd och service"},
            links=(Link(label="Webbplatsen", url="https://www.example.se"),),
            protected=(ProtectedPerson(name="Hedda Prov", alias="en ledamot"),),
            bodies=(
                Body(
                    code="SANAU",
                    name="Arbetsutskottet",
                    kind=BodyKind.SUBCOMMITTEE,
                    parent="SAN",
                    task="Bereder ärenden.",
                    aliases=(Alias(name="AU"), Alias(name="Lilla utskottet", valid_to=date(2019, 12, 31))),
                    valid_from=date(2015, 1, 1),
                    published=False,
                    rules=Rules(call_days=5, adjustment_days=10, unadjusted_visible=True),
                    statutes={"AL": "2010:1622"},
                    members=(
                        Term(name="Siv Exempel", party="S", role="ordförande", **term),
                        Term(name="Bo Exempel", **term),
                    ),
                ),
                Body(code="SAN", name="Socialnämnden"),
            ),
        ),
        (),
    )


def test_what_cannot_be_read_closes_a_body(tmp_path: Path) -> None:
    (tmp_path / "vapen.png").write_bytes(PNG)
    (tmp_path / "organisation.yml").write_text(TEXT.replace("publiceras: nej", "publiceras: [nej]"), "utf-8")
    organisation, problems = read_organisation(tmp_path / "organisation.yml")
    assert organisation is not None
    assert (organisation.bodies[0].published, [problem.code for problem in problems]) == (False, ["flödesform"])


def test_pages(tmp_path: Path) -> None:
    (tmp_path / "sidor" / "mer").mkdir(parents=True)
    (tmp_path / "organisation.yml").write_text("namn: Provköping\n", "utf-8")
    (tmp_path / "sidor" / "bild.png").write_bytes(b"png")
    (tmp_path / "sidor" / "om.md").write_text(
        "---\ntitel: Om oss\nbeskrivning: Kort.\nordning: 2\n---\n\nText.\n", "utf-8"
    )
    (tmp_path / "sidor" / "mer" / "index.md").write_text("# Mer att läsa\n\nText.\n", "utf-8")
    content = read_content(tmp_path)
    assert (content.pages, content.problems) == (
        (
            AuthorPage(path="om.md", title="Om oss", description="Kort.", order=2, body="\nText.\n"),
            AuthorPage(path="mer/index.md", title="Mer att läsa", body="# Mer att läsa\n\nText.\n"),
        ),
        (),
    )
    assert [page.source.line for page in content.pages] == [6, 1]


def test_a_folder_that_lies_alone(tmp_path: Path) -> None:
    folder = tmp_path / "utan datum"
    folder.mkdir()
    (folder / "mote.yml").write_text("organ: Socialnämnden i Prov\ndatum: 2023-04-26\n", "utf-8")
    meeting, problems = read_meeting(folder)
    assert problems == ()
    assert meeting is not None
    assert (str(meeting.id), meeting.body_name) == ("SOCIALNAMNDEN-I-PROV 2023-04-26", "Socialnämnden i Prov")


def test_content_without_organisation_takes_the_code_from_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "san" / "2023-04-26-2"
    folder.mkdir(parents=True)
    (folder / "mote.yml").write_text("organ: Socialnämnden\ndatum: 2023-04-26\n", "utf-8")
    (meeting,) = read_content(tmp_path).meetings
    assert (meeting.id.path, meeting.body_name) == ("san/2023-04-26-2", "Socialnämnden")


def test_what_may_be_closed_is_a_draft(tmp_path: Path) -> None:
    for words in ("utkast: kanske", "utkast: [ja]", "ej på webben: 4", "ej på webben:\n  - skäl: individärende"):
        (tmp_path / "mote.yml").write_text(f"organ: SAN\ndatum: 2023-04-26\n{words}\n", "utf-8")
        meeting, problems = read_meeting(tmp_path)
        assert meeting is not None
        assert (meeting.draft, len(problems)) == (Draft.ALL, 1)


def test_what_of_a_meeting_is_a_draft(tmp_path: Path) -> None:
    for words, draft in {
        "nej": Draft.NONE,
        "ja": Draft.ALL,
        "protokoll": Draft.MINUTES,
        "Tillägg": Draft.SUPPLEMENT,
        "protokoll och tillägg": Draft.MINUTES | Draft.SUPPLEMENT,
    }.items():
        (tmp_path / "mote.yml").write_text(f"organ: SAN\ndatum: 2023-04-26\nutkast: {words}\n", "utf-8")
        meeting, problems = read_meeting(tmp_path)
        assert meeting is not None
        assert (meeting.draft, problems) == (draft, ())
    (tmp_path / "mote.yml").write_text("organ: SAN\ndatum: 2023-04-26\nutkast: protokol\n", "utf-8")
    meeting, problems = read_meeting(tmp_path)
    assert meeting is not None
    assert meeting.draft is Draft.ALL
    assert [str(one) for one in problems] == [
        f"{tmp_path.name}/mote.yml:3: fel [okänt-värde] ”protokol” finns inte att välja på; det ska vara ja, "
        "protokoll, tillägg, protokoll och tillägg eller nej. Menade du ”protokoll”?"
    ]


def test_an_adjustment_that_cannot_be_read_opens_nothing(tmp_path: Path) -> None:
    for words in ("paragrafer: alla", "anslaget: i går"):
        text = f"organ: SAN\ndatum: 2023-04-26\njustering:\n  - justerat: 2023-05-03\n    {words}\n"
        (tmp_path / "mote.yml").write_text(text, "utf-8")
        meeting, problems = read_meeting(tmp_path)
        assert meeting is not None
        assert (meeting.adjustments, len(problems)) == ((), 1)


ADVICE = "Länkar och rubriker får tonen 796200 i stället. Skriv den om ni vill ha samma färg överallt."


def test_a_colour_that_cannot_be_read_is_told_with_its_ratio_and_another_tone(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text("namn: Provköping\nfärg: f2c300\n", "utf-8")
    message = f"Färgen f2c300 har kontrasten 1,7:1 mot vitt; text behöver 4,5:1. {ADVICE}"
    assert [str(one) for one in read_organisation(tmp_path / "organisation.yml")[1]] == [
        f"organisation.yml:2: upplysning [svag-färg] {message}"
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("vapen.svg", b"<svg/>", "fel [fel-bild] ”vapen.svg” är ingen PNG-bild."),
        ("vapen.png", PNG[:20], "fel [fel-bild] ”vapen.png” är ingen PNG-bild."),
        (
            "vapen.png",
            PNG.replace(struct.pack(">I", 240), struct.pack(">I", 2400)),
            "fel [fel-bild] ”vapen.png” är för stor: 200 × 2400 bildpunkter, 33 byte.",
        ),
        (
            "vapen.png",
            PNG + bytes(200_000),
            "fel [fel-bild] ”vapen.png” är för stor: 200 × 240 bildpunkter, 200033 byte.",
        ),
        ("annat.png", PNG, "fel [saknad-fil] Filen ”vapen.png” finns inte bredvid organisation.yml."),
    ],
)
def test_arms_that_cannot_be_shown(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    wanted = name if name.startswith("vapen") else "vapen.png"
    (tmp_path / "organisation.yml").write_text(f"namn: Provköping\nvapen: {wanted}\n", "utf-8")
    organisation, problems = read_organisation(tmp_path / "organisation.yml")
    assert [str(one) for one in problems] == [f"organisation.yml:2: {told}"]
    assert organisation is not None
    assert organisation.arms is None


def test_arms_lie_beside_the_file_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text("namn: Provköping\nvapen: ../hemligt.png\n", "utf-8")
    assert [str(one) for one in read_organisation(tmp_path / "organisation.yml")[1]] == [
        "organisation.yml:2: fel [fel-form] ”../hemligt.png” är inget filnamn. Lägg bilden bredvid organisation.yml."
    ]


def test_arms_are_no_unknown_file(tmp_path: Path) -> None:
    (tmp_path / "vapen.png").write_bytes(PNG)
    (tmp_path / "organisation.yml").write_text("namn: Provköping\nvapen: vapen.png\n", "utf-8")
    assert [str(one) for one in read_content(tmp_path).problems] == []
