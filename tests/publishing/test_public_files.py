"""Which files are public on a day."""

from dataclasses import replace

import pytest

from paragraf.ids import ParagraphNumber
from paragraf.model import (
    Agenda,
    AgendaItem,
    AttachmentFile,
    Draft,
    Publication,
    Publicity,
    Section,
    Withdrawal,
)
from publishing.meetings import HELD, PAST, ROWS, SENT, day, meeting, paragraph, public


def test_a_file_of_what_is_a_draft_is_private_unless_something_public_links_it() -> None:
    files = tuple(AttachmentFile(path=f"bilagor/{name}.pdf", size=1, sha256=name) for name in ("ny", "båda"))
    links = {name: f"Se [{name}](bilagor/{name}.pdf)." for name in ("ny", "båda")}
    agenda = replace(SENT, items=(AgendaItem(number=1, title="Ärende 44", text=links["båda"]),))
    rows = (paragraph(44, text=f"{links['ny']} {links['båda']}"),)
    for draft, there in ((Draft.NONE, ["bilagor/ny.pdf", "bilagor/båda.pdf"]), (Draft.MINUTES, ["bilagor/båda.pdf"])):
        (found,) = public(meeting(*rows, agenda=agenda, adjustments=PAST, files=files, draft=draft)).archive.meetings
        assert [file.path for file in found.files] == there


def file(path: str, **facts: str) -> AttachmentFile:
    return AttachmentFile(path=f"bilagor/{path}", size=1, sha256="", **facts)


def lists(text: str) -> tuple[Section, ...]:
    return (Section(heading="Handlingar", kind="underlag", text=text),)


def test_files_are_public_when_a_public_item_links_them() -> None:
    one = meeting(
        paragraph(44, sections=lists("- [Karta](bilagor/karta.pdf)\n- [Läs](bilagor/text.md)")),
        paragraph(
            45,
            sections=lists("- [Karta igen](bilagor/karta.pdf)\n- [Dold](bilagor/dold.pdf)"),
            publication=Publication(level=Publicity.TITLE),
        ),
        paragraph(46, text="Se [planen](bilagor/plan.pdf) och `[koden](bilagor/kod.pdf)`."),
        adjustments=PAST,
        original="bilagor/original.pdf",
        files=(
            file("dold.pdf"),
            file("karta.pdf"),
            file("kod.pdf"),
            file("original.pdf"),
            file("plan.pdf"),
            file("text.md", title="Text", text="Se [den](bilagor/dold.pdf) och [kartan](bilagor/karta.pdf)."),
        ),
    )
    found = public(one).archive
    assert [one.path for one in found.meetings[0].files] == ["bilagor/karta.pdf", "bilagor/plan.pdf", "bilagor/text.md"]
    assert found.meetings[0].files[2].text == "Se den och [kartan](bilagor/karta.pdf)."
    assert found.meetings[0].original is None
    assert {(one.slug, one.title, len(one.uses)) for one in found.attachments.values()} == {
        ("karta", "Karta", 1),
        ("plan", "planen", 1),
        ("text", "Läs", 1),
    }


def test_a_file_that_is_marked_anywhere_is_nowhere() -> None:
    one = meeting(
        paragraph(44, sections=lists("- [Karta](bilagor/karta.pdf) (publiceras inte: 18 kap. 8 § OSL)")),
        paragraph(45, text="Se [kartan](bilagor/karta.pdf)."),
        paragraph(46, text="[Ritning](bilagor/ritning.pdf) (publiceras ej)"),
        adjustments=PAST,
        files=(file("karta.pdf"), file("ritning.pdf")),
    )
    found = public(one).archive
    assert found.meetings[0].files == ()
    assert [item.item.text for item in found.item_by_ref.values()] == ["", "Se kartan.", "Ritning (publiceras ej)"]
    assert {(one.slug, one.withheld, one.file) for one in found.attachments.values()} == {
        ("karta", "18 kap. 8 § OSL", None),
        ("kartan", None, None),
        ("ritning", "", None),
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, True),
        ({"publication": Publication(level=Publicity.MASKED)}, False),
        ({"publication": Publication(level=Publicity.NONE)}, False),
        ({"withdrawal": Withdrawal(date=HELD, reason="fel")}, False),
        ({"number": ParagraphNumber(47)}, False),
    ],
)
def test_the_original_is_public_only_with_every_paragraph_in_full(facts: dict[str, object], expected: bool) -> None:
    last = replace(paragraph(46), **facts)
    one = meeting(*ROWS[:2], last, adjustments=PAST, original="bilagor/o.pdf", files=(file("o.pdf"),))
    found = public(one).archive.meetings[0]
    assert (found.original is not None, len(found.files)) == (expected, int(expected))


def test_a_file_is_not_told_of_before_its_agenda_when_the_minutes_name_it_without_link() -> None:
    agenda = Agenda(
        published=day("2023-07-01"),
        items=(AgendaItem(number=1, title="Ärende 44", sections=lists("- [Skrivelse](bilagor/hemligt-namn.pdf)")),),
    )
    one = meeting(
        paragraph(44, sections=lists("- Skrivelse")), agenda=agenda, adjustments=PAST, files=(file("hemligt-namn.pdf"),)
    )
    before, after = public(one, on="2023-06-01").archive, public(one, on="2023-07-01").archive
    assert [(one.slug, one.same_as) for one in before.attachments.values()] == [("skrivelse", None)]
    assert [(one.slug, one.same_as) for one in after.attachments.values()] == [
        ("hemligt-namn", None),
        ("skrivelse", "hemligt-namn"),
    ]


def test_the_original_is_not_public_when_a_list_says_so() -> None:
    marked = paragraph(46, sections=lists("- [Protokoll](bilagor/o.pdf) (publiceras inte: underskrifter)"))
    one = meeting(*ROWS[:2], marked, adjustments=PAST, original="bilagor/o.pdf", files=(file("o.pdf"),))
    assert (public(one).archive.meetings[0].original, public(one).archive.meetings[0].files) == (None, ())
