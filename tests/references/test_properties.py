"""What holds for any text: law is never a § of ours, nothing of the text is lost, and linking twice is linking once."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paragraf.references import (
    Context,
    Foreign,
    ParagraphTarget,
    StatuteTarget,
    Target,
    TextKind,
    find,
    link,
)
from references.golden_cases import USUAL, Case, cases
from references.law_citations import law_citations

CASES = tuple(cases())
BEFORE = ["", "Se ", "enligt ", "Beslut enligt ", "stöd av ", "(", "- ", "1. ", "**", "Nämnden tillämpar ", "KS och "]
AFTER = ["", ".", ",", ")", " gäller.", "\n\nNästa stycke.", "**", " och andra skäl.", " samt 23/SAN/115"]
WORDS = (
    ("§ ", "§§ ", "§", "45", "12 a", " kap. ", "SoL", "LSS", "KS ", "AU ", "Au § 3", " och ", ", ", "-", "/", " i "),
    ("[", "](", ")", "`", "```\n", "# ", "    ", "!", "\\", "<", ">", "|", "*", "_", ":", "\n", "\n\n", "---", "="),
    ("2023-04-26", "26 april 2023", "23/SAN/115", "23/SAN/13-5", "Dnr ", "bilaga 3", "prop. 2016/17:171", "1. ", "- "),
    ("lagen (2002:445) om ", "samma lag", "kommunallagens ", "TF 2:3", "KF 59", "”Sammanställning från 2022”"),
    ("https://exempel.se/",),
)
PIECES = st.sampled_from([word for row in WORDS for word in row])
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))
KINDS = st.sampled_from([replace(USUAL, kind=kind) for kind in TextKind])


def everything(target: Target) -> str:
    """A resolver for which everything is there."""
    return f"/mål/{abs(hash(str(target)))}/"


@given(st.sampled_from(BEFORE), law_citations, st.sampled_from(AFTER))
@settings(max_examples=800)
def test_law_is_never_a_paragraph_of_ours(before: str, citation: str, after: str) -> None:
    ours = [r for r in find(before + citation + after, USUAL) if isinstance(r.target, ParagraphTarget)]
    assert ours == []


@given(law_citations, st.integers(1, 300))
@settings(max_examples=300)
def test_a_paragraph_of_ours_is_found_beside_law(citation: str, number: int) -> None:
    text = f"Nämnden tillämpar {citation}.\n\nSe § {number}."
    ours = [r.target for r in find(text, USUAL) if isinstance(r.target, ParagraphTarget)]
    assert [target.id.number.number for target in ours] == [number]


@given(TEXTS, KINDS)
@settings(max_examples=600)
def test_nothing_of_the_text_is_lost(text: str, context: Context) -> None:
    linked = link(text, context, everything)
    rebuilt, position = [], 0
    for one in linked.links:
        rebuilt += [text[position : one.reference.start], f"[{one.reference.text}]({one.address})"]
        assert one.reference.text == text[one.reference.start : one.reference.end]
        position = one.reference.end
    assert "".join([*rebuilt, text[position:]]) == linked.text
    for one in linked.links:
        assert f"[{one.reference.text}]({one.address})" in linked.text


@given(TEXTS, KINDS)
@settings(max_examples=600)
def test_linking_twice_is_linking_once(text: str, context: Context) -> None:
    once = link(text, context, everything).text
    assert link(once, context, everything).text == once


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_links_stripped_give_the_text_back(case: Case) -> None:
    linked = link(case.text, case.context, everything)
    stripped = linked.text
    for one in linked.links:
        stripped = stripped.replace(f"[{one.reference.text}]({one.address})", one.reference.text, 1)
    assert stripped == case.text
    assert link(linked.text, case.context, everything).text == linked.text


@given(TEXTS, KINDS)
@settings(max_examples=600)
def test_references_do_not_overlap(text: str, context: Context) -> None:
    found = find(text, context)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.text(alphabet="abcåäö §.,\n", max_size=60))
def test_without_digits_nothing_is_found(text: str) -> None:
    assert find(text, USUAL) == ()


@given(TEXTS)
@settings(max_examples=400)
def test_a_bare_paragraph_in_an_attachment_is_never_ours(text: str) -> None:
    """Every § of ours in an attachment names a body, and a year or a day."""
    for reference in find(text, replace(USUAL, kind=TextKind.ATTACHMENT)):
        if isinstance(reference.target, ParagraphTarget):
            body = re.search(r"(?i)\b(?:KS|AU|KF)\b", text[: reference.end])
            assert body
            assert reference.target.day or re.search(r"/\d\d|(?:19|20)\d\d", text)


@given(law_citations)
@settings(max_examples=300)
def test_what_is_linked_in_law_is_law(citation: str) -> None:
    kinds = {type(reference.target) for reference in find(citation, USUAL)}
    assert kinds <= {StatuteTarget, Foreign}
