"""Heads and feet of pages in text that has lost its pages."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from paragraf.importing.bodies import body_of
from paragraf.importing.document import Line
from paragraf.importing.frames import Framing
from paragraf.importing.furniture import Marks
from paragraf.importing.unpaged import mark_unpaged

FRAMING = Framing(body="Kommunstyrelsen", days=(date(2024, 2, 14),))
TEXTS = [
    "\n".join(
        f"Stycket om {what} på {page} handlar om något helt annat än det förra." for what in ("vägar", "hus", "bad")
    )
    for page in ("söndag", "måndag", "tisdag", "onsdag", "torsdag")
]


def furniture(text: str) -> list[str]:
    """The lines that are marked, in order."""
    lines = tuple(Line(number=place, text=line, empty=not line) for place, line in enumerate(text.split("\n"), 1))
    marks = Marks(lines)
    mark_unpaged(marks, FRAMING)
    return [lines[index].text for index in sorted(marks.furniture)]


def test_a_head_with_a_number_that_grows_and_the_foot_above_it() -> None:
    heads = [f"Sjöbygdens kommun Protokoll\nSida {page} av 3" for page in (1, 2, 3)]
    foot = "Justerandes sign"
    text = f"\n{foot}\n".join(f"{head}\n{text}" for head, text in zip(heads, TEXTS, strict=False)) + f"\n{foot}"
    later = ["Sjöbygdens kommun Protokoll", "Sida 2 av 3", "Sjöbygdens kommun Protokoll", "Sida 3 av 3"]
    assert furniture(text) == ["Sida 1 av 3", foot, *later[:2], foot, *later[2:], foot]


def test_the_first_lines_again_without_a_number() -> None:
    head = "Rödeby kommun Tilläggslista\nMiljö- och byggnadsnämnden Utskickad 2021-04-23"
    assert furniture("\n".join([head, *TEXTS[:3], head, TEXTS[3]])) == head.split("\n")


def test_numbers_of_items_and_of_attached_documents_are_no_pages() -> None:
    items = [f"§ {number} Ärende\n{text}" for number, text in enumerate(TEXTS, 1)]
    assert furniture("\n".join(["Kommunstyrelsen", *items])) == []
    attached = [f"Tjänsteskrivelse sida {page} av 2\n{TEXTS[4]}" for page in (1, 2)]
    assert furniture("\n".join(["Kommunstyrelsen", *TEXTS[:4], *attached])) == []


def test_pages_that_the_source_tells_are_left_alone() -> None:
    texts = [f"Sida {page} av 3" for page in (1, 2, 3) for _ in range(2)]
    lines = tuple(Line(number=place, text=text, page=1) for place, text in enumerate(texts, 1))
    assert all(one.page == other.page for one, other in pairwise(lines))
    marks = Marks(lines)
    assert mark_unpaged(marks, FRAMING) == (frozenset(), frozenset())
    assert marks.furniture == {}


def test_a_recipient_that_is_the_body_itself_stays() -> None:
    head = "Rönnby kommun\n2024-02-14\n{} (3)"
    pages = [f"{head.format(page)}\n{text}" for page, text in enumerate(TEXTS[:3], 1)]
    pages[1] += "\nBeslutet skickas till\nKommunstyrelsen"
    assert furniture("\n".join(pages)) == ["1 (3)", *head.format(2).split("\n"), *head.format(3).split("\n")]


def test_a_notice_of_adjustment_keeps_its_body_and_day() -> None:
    notice = "Organ\nKommunstyrelsen\nSammanträdesdatum\n2024-02-14\nAnslaget till\n2024-03-07"
    text = "\n".join(["Protokoll", "Kommunstyrelsen", "2024-02-14", *TEXTS, notice, TEXTS[0]])
    assert furniture(text) == []


def test_labels_of_paragraphs_at_the_top_of_every_page_are_no_heads() -> None:
    head = "Högvalla kommun Protokoll\nSida {} av 3\nKs § {} Dnr KS 2023-0021{}\n"
    text = "\n".join(head.format(page, 133 + page, page) + TEXTS[page] for page in (1, 2, 3))
    assert not [line for line in furniture(text) if "§" in line]


@pytest.mark.parametrize("word", ["Sida", "Sidan", "Sid.", "Sid nr", "Sidnr", "Blad", "Blad nr", "Page"])
def test_what_a_page_is_called_is_no_part_of_the_body(word: str) -> None:
    heads = [f"Sjöbygdens kommun Protokoll\nKommunstyrelsen {word} {page} (3)" for page in (1, 2, 3)]
    text = "\n".join(f"{head}\n{text}" for head, text in zip(heads, TEXTS, strict=False))
    assert furniture(text)[1:] == [line for head in heads[1:] for line in head.split("\n")]
    assert body_of([heads[0].split("\n")[1]], Counter(), None) == "Kommunstyrelsen"
