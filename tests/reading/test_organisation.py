"""organisation.yml and sidor/ as the model has them."""

from datetime import date
from pathlib import Path

from paragraf.ids import NumberPattern
from paragraf.model import (
    Alias,
    AuthorPage,
    Body,
    BodyKind,
    Link,
    Organisation,
    Party,
    ProtectedPerson,
    Rules,
    Term,
)
from paragraf.reading import read_content, read_meeting, read_organisation

TEXT = """namn: Provköping
slag: region
adress: https://www.example.se/
färg: 1B4F72
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


def test_every_key(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(TEXT, "utf-8")
    term = {"valid_from": date(2022, 10, 15), "valid_to": date(2026, 10, 14)}
    assert read_organisation(tmp_path / "organisation.yml") == (
        Organisation(
            name="Provköping",
            kind="region",
            address="https://www.example.se/",
            colour="#1b4f72",
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
        assert (meeting.draft, len(problems)) == (True, 1)


def test_an_adjustment_that_cannot_be_read_opens_nothing(tmp_path: Path) -> None:
    for words in ("paragrafer: alla", "anslaget: i går"):
        text = f"organ: SAN\ndatum: 2023-04-26\njustering:\n  - justerat: 2023-05-03\n    {words}\n"
        (tmp_path / "mote.yml").write_text(text, "utf-8")
        meeting, problems = read_meeting(tmp_path)
        assert meeting is not None
        assert (meeting.adjustments, len(problems)) == ((), 1)
