"""What an item's own text says."""

import pytest

from paragraf.model import AttachmentEntry, Paragraph, Section
from paragraf.model import derived as read
from paragraf.vocabulary.headings import kind_of
from paragraf.vocabulary.items import outcome_of, type_of


def item(**sections: str) -> Paragraph:
    made = [
        Section(
            heading=heading.replace("_", " "),
            kind=kind_of(heading.replace("_", " ")),
            text=text,
            line=number * 10,
            text_line=number * 10 + 1,
        )
        for number, (heading, text) in enumerate(sections.items(), 1)
    ]
    return Paragraph(title="Prov", sections=tuple(made))


def test_lists_of_attachments_in_order_with_lines() -> None:
    made = item(
        Beslutsunderlag="- [Skrivelse](bilagor/skrivelse.pdf)\n"
        "- Utredning (publiceras inte: 26 kap. 1 § OSL (2009:400))\n"
        "- Lång titel\n  på två rader\n\nAnnat",
        Bilagor="1. Karta (publiceras ej)",
    )
    assert read.attachments(made) == (
        AttachmentEntry(title="Skrivelse", file="bilagor/skrivelse.pdf"),
        AttachmentEntry(title="Utredning", withheld="26 kap. 1 § OSL (2009:400)"),
        AttachmentEntry(title="Lång titel på två rader"),
        AttachmentEntry(title="Karta", withheld="", kind="bilagor"),
    )
    assert [entry.line for entry in read.attachments(made)] == [11, 12, 13, 21]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Nämnden godkänner\ninformationen.", ["Nämnden godkänner informationen."]),
        (
            "Nämnden beslutar\n\n- att anta planen,\n  med ändringar\n- att skicka den",
            ["att anta planen, med ändringar", "att skicka den"],
        ),
        ("1. Taxan antas.\n2. Den gäller från 1 maj.", ["1. Taxan antas.", "2. Den gäller från 1 maj."]),
        (
            "Styrelsen beslutar\natt anta taxan, och\natt den gäller från maj.",
            ["att anta taxan, och", "att den gäller från maj."],
        ),
        ("", []),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    found = read.clauses(text)
    assert [clause.text for clause in found] == clauses
    assert [clause.number for clause in found] == list(range(1, len(clauses) + 1))


def test_votes_are_read_with_meaning_and_names() -> None:
    made = item(
        Omröstning="Ja: för bifall\nNej: för avslag\n\n| Ledamot | Röst |\n|---|---|\n"
        "| Siv Exempel (S) | Ja |\n| Bo Exempel | avstår |",
    )
    (vote,) = read.votes(made)
    assert (vote.yes_means, vote.no_means) == ("för bifall", "för avslag")
    assert (vote.count("ja"), vote.count("nej"), vote.count("avstår")) == (1, 0, 1)
    assert [(one.name, one.party) for one in vote.ballots] == [("Siv Exempel", "S"), ("Bo Exempel", None)]


def test_recipients_are_entries_or_lines() -> None:
    assert read.recipients(item(Expedieras_till="- Förvaltningschef\n- Ekonom")) == ("Förvaltningschef", "Ekonom")
    assert read.recipients(item(Expedieras_till="Förvaltningschef\nEkonom")) == ("Förvaltningschef", "Ekonom")
    assert read.recipients(item()) == ()


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("Sammanträdets inledning", "formalia"),
        ("Val av justerare", "formalia"),
        ("Val av ledamot i valnämnden", "val"),
        ("Delegationsärenden", "delegationsbeslut"),
        ("Redovisning av delegeringsbeslut", "delegationsbeslut"),
        ("Meddelanden för kännedom", "meddelanden"),
        ("Svar på motion om gatubelysning", "motion"),
        ("Info från förvaltningschef", "information"),
        ("Frågor till ordförande", "fråga"),
        ("Taxa för vatten 2026", "ärende"),
    ],
)
def test_type(title: str, type_: str) -> None:
    assert type_of(title) == type_


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Nämnden godkänner informationen och lägger den till handlingarna.", "information"),
        ("Fullmäktige avslår motionen.", "avslag"),
        ("Ärendet återremitteras.", "återremiss"),
        ("Ärendet utgår.", "utgår"),
        ("Styrelsen väljer Siv Exempel (S).", "val"),
        ("Nämnden antar planen.", "bifall"),
        ("Nämnden ändrar mätetalet till 10 %.", "beslut"),
        ("", None),
    ],
)
def test_outcome(decision: str, outcome: str | None) -> None:
    assert outcome_of(decision) == outcome
