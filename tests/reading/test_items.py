"""An item's file: title, facts, text and sections."""

from datetime import date, time

import pytest

from paragraf.ids import CaseNumber, NumberPattern, ParagraphNumber
from paragraf.model import (
    AttachmentEntry,
    Correction,
    Paragraph,
    Presenter,
    Publication,
    Publicity,
    Section,
    Waiver,
    Withdrawal,
)
from paragraf.reading.items import Context, read_agenda_item, read_paragraph
from paragraf.reading.report import Report

CONTEXT = Context(day=date(2023, 4, 26), patterns=(NumberPattern("ÅÅ/ENHET/NR", "ÅÅ/ENHET/NR-HNR"),))

WHOLE = """# § 12a Taxa för prov

Diarienummer: 23/SAN/115
diarienummer: 23/SAN/13-5
Föredragande: Jo Exempel, förvaltningschef
Tid: 13:10
Typ: Ärende
Utfall: återremiss
Bilaga: [Taxa (utkast)](bilagor/Taxa för prov (2).pdf)
Tillagd: 2023-04-24
Hör ihop: 23/KS/44
Överklagande: ej överklagbart
Offentlighet: stängt
Omedelbar justering: ja
Publicering: maskad (26 kap. 1 § (första stycket) OSL)
Rättelse: 2023-05-10, Kim Exempel: a -> b → c
Rättelse: 2023-05-11, Kim Exempel: 10 → 15
Återkallad: 2023-06-01, fel, dessutom
Undantag: okänd-rubrik, Kim Exempel, 2023-05-10, rubriken står så, ja

Texten börjar.

Tid: spelar ingen roll här.

## Ärendebeskrivning

```
## Ingen rubrik
```

### Underrubrik
Mer text.

## Beslut
## Egen rubrik

"""


def paragraph(text: str) -> tuple[Paragraph, list[str]]:
    report = Report("x.md")
    found = read_paragraph(text, "012a-taxa.md", CONTEXT, report)
    assert found is not None
    return found, [str(problem) for problem in report.problems]


def test_every_fact_and_section() -> None:
    assert paragraph(WHOLE) == (
        Paragraph(
            title="Taxa för prov",
            number=ParagraphNumber(12, "a"),
            file="012a-taxa.md",
            case_numbers=(
                CaseNumber("23/SAN/115", "23/SAN/115"),
                CaseNumber("23/SAN/13-5", "23/SAN/13", "5"),
            ),
            presenters=(Presenter(name="Jo Exempel", title="förvaltningschef"),),
            at=time(13, 10),
            type="ärende",
            outcome="återremiss",
            unlisted=(
                AttachmentEntry(
                    title="Taxa (utkast)", file="bilagor/Taxa för prov (2).pdf", kind="bilaga", listed=False
                ),
            ),
            added=date(2023, 4, 24),
            related=(CaseNumber("23/KS/44", "23/KS/44"),),
            appeal="ej överklagbart",
            openness="stängt",
            immediate=True,
            publication=Publication(level=Publicity.MASKED, reason="26 kap. 1 § (första stycket) OSL"),
            corrections=(
                Correction(date=date(2023, 5, 10), by="Kim Exempel", was="a", now="b → c"),
                Correction(date=date(2023, 5, 11), by="Kim Exempel", was="10", now="15"),
            ),
            withdrawal=Withdrawal(date=date(2023, 6, 1), reason="fel, dessutom"),
            waivers=(
                Waiver(code="okänd-rubrik", who="Kim Exempel", date=date(2023, 5, 10), reason="rubriken står så, ja"),
            ),
            text="Texten börjar.\n\nTid: spelar ingen roll här.",
            sections=(
                Section(
                    heading="Ärendebeskrivning",
                    kind="arendebeskrivning",
                    text="```\n## Ingen rubrik\n```\n\n### Underrubrik\nMer text.",
                ),
                Section(heading="Beslut", kind="beslut", text=""),
                Section(heading="Egen rubrik", kind="ovrigt", text=""),
            ),
        ),
        [],
    )


def test_every_part_knows_its_line() -> None:
    found, _ = paragraph(WHOLE)
    lines = WHOLE.split("\n")
    assert (found.source.line, lines[found.text_line - 1]) == (1, "Texten börjar.")
    assert [lines[one.line - 1] for one in found.sections] == ["## Ärendebeskrivning", "## Beslut", "## Egen rubrik"]
    assert lines[found.sections[0].text_line - 1] == "```"
    assert lines[found.unlisted[0].line - 1].startswith("Bilaga:")


@pytest.mark.parametrize(
    ("first_line", "number", "title"),
    [
        ("# § 45 Titel", ParagraphNumber(45), "Titel"),
        ("# §45 Titel", ParagraphNumber(45), "Titel"),
        ("# §\u00a045\u00a0Titel", ParagraphNumber(45), "Titel"),
        ("#  § 12A  Titel ", ParagraphNumber(12, "a"), "Titel"),
        ("# § 12 a Titel", ParagraphNumber(12), "a Titel"),
        ("# 2024 års budget", None, "2024 års budget"),
        ("# Punktlighet i trafiken", None, "Punktlighet i trafiken"),
        ("\n\n# Titel", None, "Titel"),
    ],
)
def test_titles(first_line: str, number: ParagraphNumber | None, title: str) -> None:
    found, problems = paragraph(f"{first_line}\n")
    assert (found.number, found.title, problems) == (number, title, [])


def test_numbers_of_agenda_items() -> None:
    found = read_agenda_item("# punkt 5 Titel\n", "05-titel.md", CONTEXT, Report("x.md"))
    assert found is not None
    assert (found.number, found.title, found.file) == (5, "Titel", "05-titel.md")


def test_a_first_paragraph_that_names_no_fact_is_text() -> None:
    found, problems = paragraph("# § 1 A\n\nBakgrund: taxan är gammal.\nTid: 13.10\n")
    assert (found.text, found.at, problems) == ("Bakgrund: taxan är gammal.\nTid: 13.10", None, [])


@pytest.mark.parametrize("fact", ["Publicering: delvis", "Tillagd: 2023-02-30", "Återkallad: snart", "Publicering:"])
def test_what_holds_something_back_but_cannot_be_read_holds_all_back(fact: str) -> None:
    found, problems = paragraph(f"# § 1 A\n\n{fact}\n")
    assert (found.publication.level, len(problems)) == (Publicity.NONE, 1)


@pytest.mark.parametrize(
    "text",
    [
        "# § 1 A\n\nDiarienummer: 23/SAN/1\n\nPublicering: ingen (sekretess)\n",
        "# § 1 A\n\nPublisering: ingen\n\nPubliceras inte.\n\nÅterkallat: 2023-06-01, fel\n",
        "# § 1 A\n\n## Beslut\nTillagd: 2023-05-22\n",
        "# § 1 A\n\nPublicering ingen (sekretess)\n",
        "# § 1 A\n\nDiarienummer: 23/SAN/1\n\nÅterkallad 2023-06-01, fel\n",
    ],
)
def test_a_fact_that_governs_publicity_is_never_mere_text(text: str) -> None:
    assert any("fel [faktum-i-text]" in problem or "fel [okänt-faktum]" in problem for problem in paragraph(text)[1])


def test_an_earlier_pattern_still_holds_for_old_cases() -> None:
    old = NumberPattern("ÅÅÅÅ:NR", valid_to=date(2019, 12, 31))
    report = Report("x.md")
    context = Context(day=date(2023, 4, 26), patterns=(old, *CONTEXT.patterns))
    found = read_paragraph("# § 1 A\n\nDiarienummer: 2018:44\n", "001-a.md", context, report)
    assert found is not None
    assert (found.case_numbers, report.problems) == ((CaseNumber("2018:44", "2018:44"),), [])
