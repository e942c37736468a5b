"""The measure itself: that truths say what their documents say, and what counts as the same."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing.describing import FAMILIES, names, parse_description, person
from importing.facts import blocks, of_truth, plain
from importing.measure import Measured, Score, differences, score
from importing.printing import print_pages
from importing.rendering import raw_text
from importing.truths import files
from importing.wrapping import divided, wrap

TINY = """--- facts
kind: protokoll
body: Testnämnden
date: 2024-01-31
attendance:
  Beslutande:
    - Ada Test (S), ordförande
--- layout
width: 40
page: 12
head: |
  Testnämnden {page} av {pages}
foot: |
  Justering
--- text
| Testnämnden 2024-01-31

@item 7; Svar på remiss; TN 2024-1

# Beslut
- Nämnden lämnar yttrandet som sitt eget svar på remissen.
- Ärendet avslutas.
"""


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("name", names())
def test_every_word_of_a_truth_stands_in_its_document(name: str) -> None:
    known: dict[str, Any] = json.loads((FAMILIES / name / "truth.json").read_text("utf-8"))
    frame = {*known["furniture"], *known["furniture_or_facts"]}
    rows = (FAMILIES / name / "source.txt").read_text("utf-8").split("\n")
    own = [row for number, row in enumerate(rows, 1) if number not in frame]
    # Headings may be set in capitals, and titles of people follow the names that they stood before. What stands in the
    # margin, or in a narrow column, stands between the words of what is beside it.
    cells = [re.split(r"\s{3,}", row.strip()) for row in own]
    last, longest = "".join(row[-1] for row in cells), "".join(max(row, key=len) for row in cells)
    small = f"{letters(''.join(own))} {letters(last)} {letters(longest)}".casefold()
    told = [known["place"] or "", *known["adjusters"]]
    told += [one["name"] for group in known["attendance"] for one in group["people"]]
    for item in known["items"]:
        told += [item["title"], *item["case_numbers"], *item["presenters"], *item["decision"]]
        told += [*item["underlag"], *item["recipients"]]
        told += [text for section in item["sections"] for text in (*section["text"].split("\n\n"), section["heading"])]
        told += [ballot["name"] for vote in item["votes"] for ballot in vote["ballots"]]
    assert [text for text in told if letters(text).casefold() not in small] == []


def test_a_page_has_head_and_foot_and_a_truth_knows_their_lines() -> None:
    description = parse_description("tiny", TINY)
    printed = print_pages(description)
    assert printed.text == (
        "Testnämnden 1 av 1\n\nTestnämnden 2024-01-31\n\n§ 7 Svar på remiss\n\nBeslut\n"
        "- Nämnden lämnar yttrandet som sitt eget\n  svar på remissen.\n- Ärendet avslutas.\nJustering\n"
    )
    assert (printed.either, printed.furniture) == ([1], [11])
    assert raw_text(description).split("\n")[:3] == [" Testnämnden 1 av 1", "Justering", ""]
    assert "- Nämnden lämnar yttrandet som sitt eget \nsvar på remissen.\n" in raw_text(description)


def test_files_are_text_and_truth(tmp_path: Path) -> None:
    (tmp_path / "description.txt").write_text(TINY, encoding="utf-8")
    known = json.loads(files(tmp_path)["truth.json"])
    assert known["items"][0]["decision"] == [
        "Nämnden lämnar yttrandet som sitt eget svar på remissen.",
        "Ärendet avslutas.",
    ]
    assert known["furniture"] == [11]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Test (S), ordförande", ("Ada Test", "S", "ordförande", None, None, False)),
        ("Bo Test (C) ersätter Cia Test (C), § 4–6", ("Bo Test", "C", None, "Cia Test", "4–6", False)),
        ("Di Test, ekonom, del av § 9", ("Di Test", None, "ekonom", None, "del av 9", False)),
        ("Ed Test (-), 2:e vice ordförande, distans", ("Ed Test", "-", "2:e vice ordförande", None, None, True)),
        ("Fia Test (M), ej § 8", ("Fia Test", "M", None, None, "ej 8", False)),
    ],
)
def test_person(text: str, expected: tuple[object, ...]) -> None:
    assert tuple(person(text).values()) == expected


def test_a_heading_without_kind_is_a_fault_of_the_description() -> None:
    with pytest.raises(ValueError, match="which kind of section"):
        print_pages(parse_description("tiny", TINY.replace("# Beslut", "# Högläsning")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- [Karta](bilagor/karta.pdf)\n- Plan", "Karta Plan"),
        ("| Ledamot | Röst |\n|---|---|\n| Ada (S) | ja |", "Ledamot Röst Ada (S) ja"),
        ("Pris\\* 4\u00a0kr\n\nNytt  stycke", "Pris* 4 kr Nytt stycke"),
        ("1. Först", "1. Först"),
    ],
)
def test_plain(text: str, words: str) -> None:
    assert plain(text) == words


def test_blocks_are_paragraphs_and_entries() -> None:
    assert blocks("Inledning\nfortsätter\n\n- ett\n  mer\n- två\n\natt bifalla\natt avslå") == [
        "Inledning fortsätter",
        "ett mer",
        "två",
        "att bifalla",
        "att avslå",
    ]


def test_a_set_of_paragraphs_is_the_same_however_it_is_said() -> None:
    known = json.loads((FAMILIES / "tva-justeringar" / "truth.json").read_text("utf-8"))
    by_number = of_truth(known, lines=True)["adjustments"]
    known["adjustments"][1]["paragraphs"] = "övriga"
    assert of_truth(known, lines=True)["adjustments"] == by_number


def test_one_wrong_word_is_one_missing_and_one_extra() -> None:
    known = json.loads((FAMILIES / "utdrag" / "truth.json").read_text("utf-8"))
    expected = of_truth(known, lines=False)
    known["items"][0]["title"] = "Annan rubrik"
    one = Measured(name="utdrag", form="pdf", expected=expected, found=of_truth(known, lines=False))
    title = "Bidrag till bygdegårdsföreningen i Norrsjö för nytt tak"
    assert differences(one) == [f"- titles: 58 | {title}", "+ titles: 58 | Annan rubrik"]
    assert score(one, "titles") == Score(expected=1, found=1, right=0)
    assert score(one, "numbers").cells == ("1", "1", "1", "1.000", "1.000")


WORDS = ("barn", "utbildningsnämnden", "och", "kommunstyrelsen", "återremiss", "2:a", "(M),", "budget")


@given(st.lists(st.sampled_from(WORDS)))
def test_wrapped_words_are_the_same_words(words: list[str]) -> None:
    text = " ".join(words)
    rows = wrap(text, 16, "\u00ad", "", "  ")
    assert Counter(letters("".join(rows))) == Counter(letters(text))
    assert " ".join("\n".join(rows).replace("\u00ad\n  ", "").split()) == text


def test_words_are_divided_before_a_consonant() -> None:
    assert divided("utbildningsnämnden", 9, len) == "utbild"
    assert divided("barn", 3, len) == ""
