"""Every clause of a decision has an address, and not a word of it is lost."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.model.derived import clauses
from paragraf.pages.decision import decision_view
from paragraf.pages.markdown import no_own_address


def outline(text: str) -> list[str]:
    """The parts of a decision, one line each: id, number, words."""
    view = decision_view(text, resolve=no_own_address, level=3)
    return [
        " | ".join(
            (
                part.get("id", "-"),
                part.get("number", ""),
                re.sub(r"\s+", " ", re.sub("<.*?>", " ", part["html"])).strip(),
            )
        )
        for part in view["parts"]
    ]


GOLDEN = {
    "one sentence": ("Nämnden godkänner rapporten.", ["beslut-1 |  | Nämnden godkänner rapporten."]),
    "numbers": (
        "Nämnden beslutar\n1. att anta planen.\n2. att avslå yrkandet.",
        ["- |  | Nämnden beslutar", "beslut-1 | 1. | att anta planen.", "beslut-2 | 2. | att avslå yrkandet."],
    ),
    "dashes of every kind": ("– en\n• två\n* tre", ["beslut-1 | – | en", "beslut-2 | – | två", "beslut-3 | – | tre"]),
    "att begins a line": ("att ett\natt två", ["beslut-1 |  | att ett", "beslut-2 |  | att två"]),
    "letters": ("a) ett\nb) två", ["beslut-1 | a) | ett", "beslut-2 | b) | två"]),
    "text between and after": (
        "- ett\n\nSamt:\n\n- två\n\nSlutord.",
        ["beslut-1 | – | ett", "- |  | Samt:", "beslut-2 | – | två", "- |  | Slutord."],
    ),
    "a list within a clause": ("1. att\n    - x\n    - y\n2. b", ["beslut-1 | 1. | att x y", "beslut-2 | 2. | b"]),
    "a line goes on": ("- ett och\n  två", ["beslut-1 | – | ett och två"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "parts"), GOLDEN.values(), ids=GOLDEN)
def test_golden(text: str, parts: list[str]) -> None:
    assert outline(text) == parts


LINES = st.lists(
    st.sampled_from(
        ["- ett", "1. två", "2) tre", "att fyra", "a) fem", "Sex sju.", "  åtta", "", "– nio", "| tio | elva |"]
    ),
    max_size=8,
).map("\n".join)


@given(LINES)
def test_no_word_is_lost_and_the_numbers_are_those_of_the_model(text: str) -> None:
    view = decision_view(text, resolve=no_own_address, level=3)
    shown = html.unescape(" ".join(f"{part.get('number', '')} {part['html']}" for part in view["parts"]))
    words = re.compile(r"[a-zåäö]{2,}")
    assert words.findall(text.lower()) == words.findall(re.sub("<[^>]*>", " ", shown).lower())
    ids = [part["id"] for part in view["parts"] if "id" in part]
    assert ids == [f"beslut-{clause.number}" for clause in clauses(text)]


def test_a_second_decision_goes_on_with_the_numbers() -> None:
    view = decision_view("- a\n- b", resolve=no_own_address, level=4, prefix="p45-", first=3)
    assert [part["id"] for part in view["parts"]] == ["p45-beslut-3", "p45-beslut-4"]
