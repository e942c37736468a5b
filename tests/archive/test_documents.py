"""Attachments: which lines mean the same document, and what it is called."""

import pytest

from paragraf.archive import Attachment, index_meeting
from paragraf.archive.documents import entries, file_path, without_private_links
from paragraf.ids import MeetingId, ParagraphNumber
from paragraf.model import (
    Agenda,
    AgendaItem,
    AttachmentEntry,
    AttachmentFile,
    Meeting,
    Minutes,
    Paragraph,
    Section,
)
from publishing.meetings import HELD


def lists(*lines: str, kind: str = "underlag") -> tuple[Section, ...]:
    return (Section(heading="Handlingar", kind=kind, text="\n".join(lines), line=10, text_line=11),)


def documents(agenda: tuple[AgendaItem, ...], minutes: tuple[Paragraph, ...], *files: str) -> dict[str, Attachment]:
    one = Meeting(
        id=MeetingId("SAN", HELD),
        body_name="Socialnämnden",
        agenda=Agenda(items=agenda),
        minutes=Minutes(paragraphs=minutes),
        files=tuple(AttachmentFile(path=f"bilagor/{name}", size=1, sha256="") for name in files),
    )
    return {found.slug: found for found in index_meeting(one).attachments}


def item(number: int, *lines: str, title: str = "") -> AgendaItem:
    return AgendaItem(number=number, title=title or f"Ärende {number}", sections=lists(*lines))


def paragraph(number: int, *lines: str, title: str = "") -> Paragraph:
    return Paragraph(number=ParagraphNumber(number), title=title or f"Ärende {number}", sections=lists(*lines))


def used(found: dict[str, Attachment]) -> dict[str, list[str]]:
    return {slug: [use.ref.slug for use in one.uses] for slug, one in found.items()}


def test_one_file_is_one_attachment_with_the_title_of_its_first_use() -> None:
    found = documents(
        (item(1, "- [Utredningen](bilagor/utredning.pdf)"),),
        (paragraph(44, "- [Utredning om AMI](bilagor/utredning.pdf)"),),
        "utredning.pdf",
    )
    assert used(found) == {"utredning": ["punkt-1", "p44"]}
    one = found["utredning"]
    assert (one.title, one.kinds, one.path) == ("Utredningen", ("underlag",), "san/2023-04-26/bilagor/utredning")
    assert one.file is not None
    assert one.file.path == "bilagor/utredning.pdf"


def test_a_document_without_file_is_one_in_an_item_and_the_paragraph_that_handles_it() -> None:
    found = documents(
        (item(1, "- Tjänsteskrivelse", "- Tjänsteskrivelse"), item(2, "- Tjänsteskrivelse")),
        (paragraph(44, "- tjänsteskrivelse", title="Ärende 1"), paragraph(45, "- Tjänsteskrivelse")),
    )
    assert used(found) == {
        "tjansteskrivelse": ["punkt-1", "punkt-1", "p44"],
        "tjansteskrivelse-punkt-2": ["punkt-2"],
        "tjansteskrivelse-p45": ["p45"],
    }


def test_a_document_without_file_points_to_the_file_of_its_title() -> None:
    found = documents(
        (item(1, "- [Tjänsteskrivelse](bilagor/a.pdf)"), item(2, "- [X](bilagor/b.pdf)", "- [X](bilagor/c.pdf)")),
        (
            paragraph(44, "- Tjänsteskrivelse", title="Ärende 1"),
            paragraph(45, "- X", title="Ärende 2"),
            paragraph(46, "- Tjänsteskrivelse"),
        ),
        "a.pdf",
        "b.pdf",
        "c.pdf",
    )
    assert {slug: one.same_as for slug, one in found.items()} == {
        "a": None,
        "b": None,
        "c": None,
        "tjansteskrivelse": "a",
        "x": None,  # two files of that title
        "tjansteskrivelse-p46": None,  # another item
    }


def test_addresses_of_files_that_share_a_name() -> None:
    found = documents(
        (),
        (paragraph(44, "- Karta", "- [A](bilagor/karta.pdf)", "- [B](bilagor/Karta.PDF)", "- [C](bilagor/karta.md)"),),
        "karta.pdf",
        "Karta.PDF",
        "karta.md",
    )
    assert {slug: one.title for slug, one in found.items()} == {
        "karta-p44": "Karta",
        "karta": "A",
        "karta-pdf": "B",
        "karta-md": "C",
    }


def test_a_long_title_is_cut_at_a_word_and_an_odd_one_has_an_address_too() -> None:
    found = documents((), (paragraph(44, f"- {'Redovisning av ' * 9}slut", "- …"),))
    assert list(found) == [
        "redovisning-av-redovisning-av-redovisning-av-redovisning-av-redovisning-av",
        "utan-titel",
    ]


def test_marks_and_missing_files() -> None:
    found = documents(
        (),
        (
            paragraph(
                44, "- Utredning (publiceras inte: 26 kap. 1 § OSL)", "- Bild (publiceras ej)", "- [X](bilagor/x.pdf)"
            ),
        ),
    )
    assert {slug: (one.withheld, one.file) for slug, one in found.items()} == {
        "utredning": ("26 kap. 1 § OSL", None),
        "bild": ("", None),
        "x": (None, None),
    }


def test_links_in_running_text_are_attachments_too() -> None:
    one = Paragraph(
        title="Ärende",
        text_line=5,
        text="Se [kartan](bilagor/karta.pdf), [sidan](https://exempel.se) och [listan](bilagor/lista.pdf).",
        sections=(
            *lists("- [Listan](bilagor/lista.pdf)"),
            Section(
                heading="Bedömning",
                kind="bedomning",
                text="```\n[kod](bilagor/kod.pdf)\n```\n`[kod](bilagor/kod.pdf)`\n![](bilagor/bild.png)",
                line=20,
                text_line=22,
            ),
        ),
        unlisted=(AttachmentEntry(title="Fakta", file="bilagor/fakta.pdf", kind="bilaga", listed=False),),
    )
    assert [(entry.title, entry.file, entry.listed, entry.line) for entry in entries(one)] == [
        ("Listan", "bilagor/lista.pdf", True, 11),
        ("Fakta", "bilagor/fakta.pdf", False, 0),
        ("kartan", "bilagor/karta.pdf", False, 5),
        ("bild.png", "bilagor/bild.png", False, 26),
    ]


def test_paths_of_links() -> None:
    links = (
        "bilagor/a.pdf",
        "./bilagor/a.pdf",
        "bilagor/min%20fil.pdf",
        "bilagor/min fil (1).pdf",
        'bilagor/a.pdf "Titel"',
        "bilagor/text.md#avsnitt",
        "bilagor/a\u030a.md",
        "https://x.se/bilagor/a",
        "bilagor/",
    )
    assert [file_path(link) for link in links] == [
        "bilagor/a.pdf",
        "bilagor/a.pdf",
        "bilagor/min fil.pdf",
        "bilagor/min fil (1).pdf",
        "bilagor/a.pdf",
        "bilagor/text.md",
        "bilagor/å.md",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se [kartan](bilagor/karta.pdf).", "Se [kartan](bilagor/karta.pdf)."),
        ("- [Dold](bilagor/dold fil (1).pdf) (publiceras inte: x)", "- Dold (publiceras inte: x)"),
        ("![Bild](<./bilagor/dold.png>) och [A [b]](bilagor/dold.pdf)", "Bild och A [b]"),
        ("[a [b [c]]](bilagor/dold.pdf)", "[a [b [c]]]"),
        ("[a][1]\n\n[1]: bilagor/dold.pdf\n[2]: bilagor/karta.pdf", "[a][1]\n\n\n[2]: bilagor/karta.pdf"),
        ("[sidan](https://exempel.se/bilagor/x)", "[sidan](https://exempel.se/bilagor/x)"),
    ],
)
def test_links_to_files_that_are_not_public_become_words(text: str, expected: str) -> None:
    assert without_private_links(text, {"bilagor/karta.pdf"}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Se [kartan](bilagor/karta.pdf) (publiceras ej).",
        "Se [kartan](bilagor/karta.pdf)\n(publiceras inte: 18 kap. 8 § OSL).",
        "* [kartan](bilagor/karta.pdf)\n  (publiceras inte)\n* Annat",
    ],
)
def test_a_mark_counts_for_the_whole_entry_or_paragraph(text: str) -> None:
    assert [entry.withheld for entry in entries(Paragraph(title="Ärende", text=text))] == [""]


def test_a_mark_counts_for_no_other_entry() -> None:
    text = "- [a](bilagor/a.pdf) (publiceras inte)\n- [b](bilagor/b.pdf)\n\n[c](bilagor/c.pdf)"
    assert [entry.withheld for entry in entries(Paragraph(title="Ärende", text=text))] == ["", None, None]
