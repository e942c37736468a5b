"""What a vote's own words say: what yes and no mean, and the result."""

import pytest

from paragraf.ids import ParagraphNumber
from paragraf.model import Paragraph, Section
from paragraf.model.derived import clauses, decided_clauses, meanings_of_vote, vote_meanings
from paragraf.vocabulary.voting import stated

MEANINGS = {
    "Ja: bifall till förslaget\nNej: avslag": ("bifall till förslaget", "avslag"),
    "Den som vill bifalla förslaget röstar ja. Den som vill avslå det röstar nej.": ("bifalla förslaget", "avslå det"),
    "Ja-röst för bifall till förslaget, nej-röst för avslag.": ("bifall till förslaget", "avslag"),
    "JA innebär återremiss och NEJ innebär att ärendet avgörs idag.": ("återremiss", "ärendet avgörs idag"),
    "Ja = bifall. Nej = avslag.": ("bifall", "avslag"),
    "Den som vill att frågan avgörs röstar ja, den det ej vill röstar nej.": ("frågan avgörs", None),
    "Den som bifaller förslaget röstar ja, den det ej vill röstar nej. Vinner nej har nämnden beslutat avslå det.": (
        "bifaller förslaget",
        "avslå det",
    ),
    "Ja-röster: 7\nNej-röster: 4": (None, None),
    "| Ledamot | Röst |\n|---|---|\n| Ja: Ek (S) | ja |": (None, None),
}
RESULTS = {
    "Med 7 ja-röster mot 4 nej-röster beslutar nämnden": {"ja": 7, "nej": 4},
    "sju ja-röster och fyra nej-röster, två ledamöter avstår": {"ja": 7, "nej": 4, "avstår": 2},
    "Ja-röster: 7 Nej-röster: 4": {"ja": 7, "nej": 4},
    "efter votering 10–3": {"ja": 10, "nej": 3},
    "Nämnden beslutar enligt förslaget.": {},
}


@pytest.mark.parametrize("text", MEANINGS)
def test_what_yes_and_no_mean(text: str) -> None:
    found = vote_meanings(text)
    assert (found.get("ja"), found.get("nej")) == MEANINGS[text]


def test_what_yes_and_no_mean_by_what_was_put_to_the_vote() -> None:
    order = "Först prövas återremissen.\n\nJa-röst för bifall. Nej-röst för avslag."
    told = Section(heading="Propositionsordning", kind="proposition", text=order)
    vote = Section(heading="Omröstning", kind="omrostning", text="Bo Ek (S) röstar ja.")
    between = Section(heading="Yrkanden", kind="yrkanden", text="Ja-röst för annat.")
    assert meanings_of_vote([told, between, vote], 2) == {"ja": "bifall", "nej": "avslag"}
    assert meanings_of_vote([told, vote, vote], 2) == {}
    own = Section(heading="Omröstning", kind="omrostning", text="Ja: återremiss\nNej: avgörs i dag")
    assert meanings_of_vote([told, own], 1) == {"ja": "återremiss", "nej": "avgörs i dag"}


@pytest.mark.parametrize("text", RESULTS)
def test_the_stated_result(text: str) -> None:
    assert stated(text) == RESULTS[text]


def test_what_is_indented_under_a_clause_belongs_to_it() -> None:
    text = (
        "1. Taxan höjs.\n\n    a) Från den 1 maj.\n\n2. Taxan gäller.\n\nAtt protokollet justeras.\n\nsamt att avsluta."
    )
    assert [clause.text for clause in clauses(text)] == [
        "1. Taxan höjs. a) Från den 1 maj.",
        "2. Taxan gäller.",
        "Att protokollet justeras.",
        "samt att avsluta.",
    ]


def test_clauses_of_two_decisions_are_read_section_by_section() -> None:
    own = Section(heading="Beslut", kind="beslut", text="Styrelsen godkänner rapporten för egen del.")
    proposed = Section(heading="Förslag till fullmäktige", kind="beslut", text="- Ramen höjs.\n- Planen antas.")
    item = Paragraph(number=ParagraphNumber(4), title="Rapport", sections=(own, proposed))
    assert decided_clauses(item) == (own.text, "Ramen höjs.", "Planen antas.")
