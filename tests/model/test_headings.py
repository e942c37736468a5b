"""Headings are told by the table: a golden file with one line per wording."""

from pathlib import Path

import pytest

from paragraf.vocabulary.headings import KINDS, UNKNOWN, kind_of

GOLDEN = Path(__file__).with_name("rubriker.txt")
CASES = [tuple(part.strip() for part in line.split("|")) for line in GOLDEN.read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_heading(case: tuple[str, ...]) -> None:
    heading, kind, *own = case
    assert kind_of(heading, tuple(own)) == kind


def test_no_wording_means_two_kinds() -> None:
    wordings = [wording for of_kind in KINDS.values() for wording in of_kind]
    assert sorted(set(wordings)) == sorted(wordings)
    assert UNKNOWN not in KINDS
