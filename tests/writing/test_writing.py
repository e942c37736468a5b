"""What is written, to the letter, and what is refused."""

from dataclasses import replace
from datetime import date, time

import pytest

from paragraf.ids import CaseNumber, NumberPattern, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AgendaItem,
    Alias,
    AttachmentEntry,
    AttendanceGroup,
    Attendee,
    Body,
    BodyKind,
    Meeting,
    Organisation,
    Paragraph,
    ParagraphSet,
    Presenter,
    Publication,
    Publicity,
    Rules,
    Section,
    Term,
    TimeSpan,
    Withheld,
)
from paragraf.writing import meeting_files, organisation_text
from paragraf.writing.block_yaml import scalar
from writing.small import MEETING, minutes, paragraph


def refusal(meeting: Meeting) -> str:
    with pytest.raises(ValueError) as caught:
        meeting_files(meeting)
    return str(caught.value)


def test_facts_of_a_meeting() -> None:
    meeting = replace(
        MEETING,
        kind="extra",
        times=(TimeSpan(start=time(13), end=time(14, 30)), TimeSpan(start=time(15), end=time(16, 5))),
        place="Kulturhuset: ingång #2",
        agenda=Agenda(
            published=date(2023, 4, 19),
            called=(AttendanceGroup(label="Ledamöter", people=(Attendee(name="Siv Exempel", party="S"),)),),
        ),
        adjustments=(
            Adjustment(paragraphs=ParagraphSet.parse("44–47, 12a"), adjusted=date(2023, 5, 3)),
            Adjustment(paragraphs=ParagraphSet(rest=True), adjusters=(Attendee(name="Ann Exempel"),), place="Arkivet"),
        ),
        attendance=(
            AttendanceGroup(
                label="Beslutande",
                people=(
                    Attendee(
                        name="Bo Exempel",
                        party="C",
                        role="vice ordförande",
                        serves_for="Inga Exempel",
                        serves_for_party="C",
                        remote=True,
                        paragraphs=ParagraphSet.parse("ej 40, 42–43"),
                    ),
                    Attendee(name="Jo Exempel", role="förvaltningschef", paragraphs=ParagraphSet.parse("del av 9")),
                ),
            ),
            AttendanceGroup(label="Allmänhet"),
        ),
        withheld=(Withheld(paragraphs=ParagraphSet.parse("56-58"), reason="individärenden"),),
    )
    assert meeting_files(meeting) == {
        "mote.yml": """\
organ: Social- och arbetsmarknadsnämnden
datum: 2023-04-26
typ: extra
tid: 13.00–14.30, 15.00–16.05
plats: "Kulturhuset: ingång #2"
kallelse:
  publicerad: 2023-04-19
  kallade:
    Ledamöter:
      - Siv Exempel (S)
justering:
  - paragrafer: 44–47, 12a
    justerat: 2023-05-03
  - paragrafer: övriga
    justerat: okänt
    justerare:
      - Ann Exempel
    förvaras: Arkivet
närvaro:
  Beslutande:
    - Bo Exempel (C), vice ordförande ersätter Inga Exempel (C), distans, ej § 40, 42–43
    - Jo Exempel, förvaltningschef, del av § 9
  Allmänhet:
ej på webben:
  - paragrafer: 56–58
    skäl: individärenden
"""
    }


def test_a_paragraph_as_minutes_read() -> None:
    files = meeting_files(
        minutes(
            paragraph(
                case_numbers=(CaseNumber("23/SAN/115", "23/SAN/115"),),
                presenters=(Presenter(name="Jo Exempel", title="förvaltningschef"), Presenter(name="Kim Exempel")),
                at=time(13, 5),
                unlisted=(
                    AttachmentEntry(title="Karta", file="bilagor/karta.pdf", kind="bilaga", listed=False),
                    AttachmentEntry(title="Avtal", withheld="19 kap. 3 § OSL", kind="bilaga", listed=False),
                ),
                publication=Publication(level=Publicity.MASKED, reason="personuppgifter"),
                immediate=True,
                text="\n \nText.\n",
                sections=(
                    Section(heading="Beslut", kind="beslut", text="att bifalla\n"),
                    Section(heading="Jäv", kind="jav", text=""),
                ),
            )
        )
    )
    assert (
        files["protokoll/045-avgifter.md"]
        == """\
# § 45 Avgifter

Diarienummer: 23/SAN/115
Föredragande: Jo Exempel, förvaltningschef
Föredragande: Kim Exempel
Tid: 13.05
Bilaga: [Karta](bilagor/karta.pdf)
Bilaga: Avtal (publiceras inte: 19 kap. 3 § OSL)
Omedelbar justering: ja
Publicering: maskad (personuppgifter)

Text.

## Beslut
att bifalla

## Jäv
"""
    )


def test_text_that_looks_like_facts_gets_a_fact_before_it() -> None:
    files = meeting_files(
        minutes(paragraph(text="Bilagor: se nedan"), paragraph(number=ParagraphNumber(46), text="Beslut: se nedan"))
    )
    assert list(files.values())[1:] == [
        "# § 45 Avgifter\n\nPublicering: full\n\nBilagor: se nedan\n",
        "# § 46 Avgifter\n\nBeslut: se nedan\n",
    ]


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (["44", "45"], ["044-a.md", "045-a.md"]),
        (["12", "12a", "13"], ["012-a.md", "012a-a.md", "013-a.md"]),
        (["12", None, None, "12a"], ["012-a.md", "012_1-a.md", "012_2-a.md", "012a-a.md"]),
        ([None, "1"], ["000_1-a.md", "001-a.md"]),
        (["45", "44"], ["001-a.md", "002-a.md"]),
        (["999", "1000"], ["001-a.md", "002-a.md"]),
        (["1000", "1001"], ["1000-a.md", "1001-a.md"]),
    ],
)
def test_file_names_follow_the_order_of_the_document(numbers: list[str | None], names: list[str]) -> None:
    items = [Paragraph(title="A", number=ParagraphNumber.parse(one) if one else None) for one in numbers]
    assert [path.removeprefix("protokoll/") for path in list(meeting_files(minutes(*items)))[1:]] == names
    assert sorted(names) == names


def test_file_names_of_an_agenda_are_bounded() -> None:
    items = (
        AgendaItem(title="Ändring av " + "ordning " * 20, number=1),
        AgendaItem(title="Å" * 200, number=2),
        AgendaItem(title="§§§", number=3),
    )
    assert list(meeting_files(replace(MEETING, agenda=Agenda(items=items))))[1:] == [
        "kallelse/01-andring-av-ordning-ordning-ordning-ordning-ordning-ordning.md",
        f"kallelse/02-{'a' * 60}.md",
        "kallelse/03.md",
    ]


def test_names_that_the_author_chose_are_kept() -> None:
    chosen = (paragraph(file="044-x.md"), paragraph(file="045-y.md", number=ParagraphNumber(46)))
    assert list(meeting_files(minutes(*chosen)))[1:] == ["protokoll/044-x.md", "protokoll/045-y.md"]
    assert list(meeting_files(minutes(*reversed(chosen))))[1:] == [
        "protokoll/001-avgifter.md",
        "protokoll/002-avgifter.md",
    ]


def test_the_body_is_a_code_where_the_organisation_knows_it() -> None:
    bodies = (Body(code="SAN", name=MEETING.body_name), Body(code="KF", name="Kommunfullmäktige"))
    written = [
        meeting_files(MEETING, organisation)["mote.yml"].partition("\n")[0]
        for organisation in (
            None,
            Organisation(name="", bodies=bodies),
            Organisation(name="", bodies=bodies[1:]),
        )
    ]
    assert written == [
        "organ: Social- och arbetsmarknadsnämnden",
        "organ: SAN",
        "organ: Social- och arbetsmarknadsnämnden",
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"title": "Två\nrader"},
            "Rubriken kan inte skrivas: ”Två\nrader” innehåller radbrytning.",
        ),
        ({"title": "  "}, "Rubriken kan inte skrivas: värdet är tomt."),
        ({"text": "Ett\n## Beslut\nTvå"}, "Texten kan inte skrivas: raden ”## Beslut” skulle läsas som en rubrik."),
        (
            {"sections": (Section(heading="Beslut", kind="beslut", text="```\nkod"),)},
            "Avsnittet Beslut kan inte skrivas: ett kodblock (```) avslutas inte.",
        ),
        (
            {"presenters": (Presenter(name="Jo, Kim"),)},
            "Föredragandens namn kan inte skrivas: ”Jo, Kim” innehåller ”,”, som skiljer värden åt.",
        ),
        (
            {
                "unlisted": (
                    AttachmentEntry(title="A", file="bilagor/a.pdf", withheld="x", kind="bilaga", listed=False),
                )
            },
            "Bilagan kan inte skrivas: ”A” är både länkad och undantagen.",
        ),
        (
            {"unlisted": (AttachmentEntry(title="A [x](y)", kind="bilaga", listed=False),)},
            "Bilagan kan inte skrivas: ”A [x](y)” skulle läsas som något annat.",
        ),
    ],
)
def test_what_the_format_cannot_hold_is_refused(given: dict[str, object], message: str) -> None:
    told = refusal(minutes(paragraph(file="045-x.md", **given)))
    assert told == f"protokoll/045-x.md: {message}"


@pytest.mark.parametrize(
    ("person", "message"),
    [
        (
            Attendee(name="Siv, Exempel"),
            "Namnet kan inte skrivas: ”Siv, Exempel” innehåller ”,”, som skiljer värden åt.",
        ),
        (Attendee(name=""), "Namnet kan inte skrivas: värdet är tomt."),
        (Attendee(name="Siv", role="distans"), "Rollen kan inte skrivas: ”distans” säger att någon deltog på distans."),
        (Attendee(name="Siv", paragraphs=ParagraphSet(rest=True)), "Paragrafer för en person måste räknas upp."),
    ],
)
def test_people_that_would_be_misread_are_refused(person: Attendee, message: str) -> None:
    meeting = replace(MEETING, attendance=(AttendanceGroup(label="Beslutande", people=(person,)),))
    assert refusal(meeting) == f"mote.yml: {message}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("ja", "ja"),
        ("2023-04-26", "2023-04-26"),
        ("  Lillsjön\t", "Lillsjön"),
        ("Kulturhuset: salen", '"Kulturhuset: salen"'),
        ("sal #2", '"sal #2"'),
        ("sal#2", "sal#2"),
        ("#2", '"#2"'),
        ("- streck", '"- streck"'),
        ("slut:", '"slut:"'),
        ('”typografiskt”, "rakt"', '”typografiskt”, "rakt"'),
        ('"rakt"', '"\\"rakt\\""'),
        ("c:\\x: y", '"c:\\\\x: y"'),
        ("Sandstro\u0308m", "Sandström"),
    ],
)
def test_scalars_are_quoted_only_where_they_must(value: str, written: str) -> None:
    assert scalar(value) == written


def test_an_organisation() -> None:
    organisation = Organisation(
        name="Lillånga kommun",
        colour="#1b4f72",
        archive_start=date(2019, 1, 1),
        number_patterns=(NumberPattern("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR", date(2020, 1, 1), None, True),),
        glossary={"AMI": "arbetsmarknadsenheten: alla"},
        bodies=(
            Body(
                code="SAN",
                name="Socialnämnden",
                aliases=(Alias(name="soc"), Alias(name="SN", valid_to=date(2018, 12, 31))),
                parent="KF",
                published=False,
                rules=Rules(call_days=7, unadjusted_visible=True),
                statutes={"AL": "2010:1622"},
                members=(
                    Term(name="Siv Exempel", party="S", role="ordförande", valid_from=date(2023, 1, 1)),
                    Term(name="Bo Exempel", valid_from=date(2023, 1, 1)),
                    Term(name="Ann Exempel", role="ersättare"),
                ),
            ),
            Body(code="KF", name="Kommunfullmäktige", kind=BodyKind.COUNCIL),
        ),
    )
    assert (
        organisation_text(organisation)
        == """\
namn: Lillånga kommun
färg: 1b4f72
publiceras från: 2019-01-01
ordlista:
  AMI: "arbetsmarknadsenheten: alla"
nummerserier:
  - mall: ÅÅ/ENHET/NR
    handling: ÅÅ/ENHET/NR-HNR
    från: 2020-01-01
    kräver etikett: ja
organ:
  - kod: SAN
    namn: Socialnämnden
    slag: nämnd
    alias:
      - soc
      - namn: SN
        till: 2018-12-31
    hör till: KF
    publiceras: nej
    regler:
      kallelse dagar: 7
      ojusterat visas: ja
    lagförkortningar:
      AL: 2010:1622
    mandat:
      - från: 2023-01-01
        ledamöter:
          - Siv Exempel (S), ordförande
          - Bo Exempel
      - ledamöter:
          - Ann Exempel, ersättare
  - kod: KF
    namn: Kommunfullmäktige
    slag: fullmäktige
"""
    )
