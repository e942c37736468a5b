"""Sets of §§ in the words of minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.ids import ParagraphNumber
from paragraf.model import ParagraphSet

NUMBERS = st.builds(ParagraphNumber, st.integers(1, 300), st.sampled_from(["", "", "a", "b"]))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("48", "48"),
        ("§ 44–49", "44–49"),
        ("§§ 130 - 133", "130–133"),
        ("§§ 26 -- 38", "26–38"),
        ("44-47, 49 och 51", "44–47, 49, 51"),
        ("12 a", "12a"),
        ("ej § 40", "ej 40"),
        ("ej §§ 82–87", "ej 82–87"),
        ("del av § 159", "del av 159"),
        ("Övriga", "övriga"),
    ],
)
def test_forms(text: str, read: str) -> None:
    assert str(ParagraphSet.parse(text)) == read


@pytest.mark.parametrize("text", ["", "§", "49–44", "alla", "44–", "§ 44 hela"])
def test_what_is_no_set(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        ParagraphSet.parse(text)


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.booleans())
def test_written_and_read_back(numbers: list[ParagraphNumber], excluded: bool) -> None:
    made = ParagraphSet.of(numbers)
    made = ParagraphSet(ranges=made.ranges, excluded=excluded)
    assert ParagraphSet.parse(str(made)) == made


@given(st.lists(NUMBERS, min_size=1, max_size=12), NUMBERS)
def test_covers_just_what_it_was_made_of(numbers: list[ParagraphNumber], other: ParagraphNumber) -> None:
    made = ParagraphSet.of(numbers)
    assert all(made.covers(number) for number in numbers)
    if not other.suffix:
        assert made.covers(other) == (other in numbers)
