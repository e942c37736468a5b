"""The layout families: that their files agree with their descriptions, and what an import still reads otherwise.

differences.txt of a family lists what is wrong, line by line, so that every change is seen, for better and for worse;
in tests/: `python -m importing.measure --write` writes it anew. Read the change before you commit it.
"""

import pytest

from importing.describing import FAMILIES, names
from importing.measure import DIFFERENCES, differences_text, forms, measure
from importing.truths import files

NAMES = names()


@pytest.mark.parametrize("name", NAMES)
def test_source_and_truth_are_those_of_the_description(name: str) -> None:
    for file, content in files(FAMILIES / name).items():
        assert (FAMILIES / name / file).read_text("utf-8") == content, f"run make families: {file}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_otherwise_is_known(name: str) -> None:
    found = differences_text(measure(FAMILIES, name, form) for form in forms(FAMILIES, name))
    assert found == (FAMILIES / name / DIFFERENCES).read_text("utf-8")
