"""What a page says of a vote: in words, drawn, by party."""

from typing import Any

import pytest

from pages.matter import Pages, ballots


@pytest.mark.parametrize(
    ("votes", "after", "sentence", "bar"),
    [
        (("Sja", "Sja", "Mnej"), "", "Ja vann med 2 röster mot 1.", [("ja", 0.0, 66.67), ("nej", 66.67, 33.33)]),
        (
            ("Sja", "Mnej", "Mnej", "Cavstår"),
            "",
            "Nej vann med 2 röster mot 1. En ledamot avstod.",
            [("ja", 0.0, 25.0), ("avstar", 25.0, 25.0), ("nej", 50.0, 50.0)],
        ),
        (("Sja", "Mnej"), "", "Lika röstetal, 1 mot 1.", [("ja", 0.0, 50.0), ("nej", 50.0, 50.0)]),
        (
            ("Sja", "Mnej", "Vjäv", "Vjäv"),
            "\nOrdförandens utslagsröst avgör.",
            "Lika röstetal, 1 mot 1: ordförandens utslagsröst avgjorde. 2 ledamöter deltog inte på grund av jäv.",
            [("ja", 0.0, 50.0), ("nej", 50.0, 50.0)],
        ),
        (("Sfrånvarande",), "", "Lika röstetal, 0 mot 0. En ledamot var frånvarande.", []),
    ],
)
def test_a_vote_in_words_and_drawn(
    votes: tuple[str, ...], after: str, sentence: str, bar: list[Any], minutes: Pages
) -> None:
    (section,) = minutes(f"{ballots(*votes)}{after}\n")["san/2023-04-26/p45/"].context["sections"]
    assert section["vote"]["sentence"] == sentence
    assert [(part["kind"], part["x"], part["width"]) for part in section["vote"]["bar"]] == bar


SENT_BACK = """# § 45 A

Utfall: {outcome}

## Beslut
Ärendet skickas tillbaka.

## Omröstning
Ja: ärendet avgörs i dag
Nej: {no}

| Ledamot | Röst |
|---|---|
{rows}
"""


@pytest.mark.parametrize(
    ("outcome", "no", "against", "sentence", "won"),
    [
        ("återremiss", "ärendet återremitteras", 2, "3 röstade ja och 2 nej. Ärendet återremitteras ändå.", ""),
        ("bordläggning", "bordläggning", 1, "3 röstade ja och 1 nej. Ärendet bordläggs ändå.", ""),
        ("återremiss", "ärendet återremitteras", 4, "Nej vann med 4 röster mot 3.", "nej"),
        ("bifall", "ärendet återremitteras", 2, "Ja vann med 3 röster mot 2.", "ja"),
        ("återremiss", "avslag", 2, "Ja vann med 3 röster mot 2.", "ja"),
    ],
)
def test_a_minority_that_sends_a_matter_back_has_not_lost(
    outcome: str, no: str, against: int, sentence: str, won: str, minutes: Pages
) -> None:
    rows = "\n".join(f"| N{n} Exempel (S) | {'Ja' if n < 3 else 'Nej'} |" for n in range(3 + against))
    text = SENT_BACK.format(outcome=outcome, no=no, rows=rows)
    sections = minutes(text)["san/2023-04-26/p45/"].context["sections"]
    vote = next(one["vote"] for one in sections if one["kind"] == "omrostning")
    assert (vote["sentence"], vote["won"]) == (sentence, won)


def test_votes_per_party(minutes: Pages) -> None:
    (section,) = minutes(ballots("Sja", "Sja", "Mnej", "Savstår"))["san/2023-04-26/p45/"].context["sections"]
    assert [
        (one["party"], [(sum_["word"], sum_["count"]) for sum_ in one["sums"]]) for one in section["vote"]["parties"]
    ] == [("S", [("Ja", 2), ("Nej", 0), ("Avstår", 1)]), ("M", [("Ja", 0), ("Nej", 1), ("Avstår", 0)])]
