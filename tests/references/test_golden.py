"""Golden cases of cross-links: every form and every collision, as files that anyone can add to."""

import pytest

from paragraf.references import Foreign, SeriesTarget, StatuteTarget, find
from references.golden_cases import Case, cases

CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_golden(case: Case) -> None:
    links, left_alone = [], []
    for reference in find(case.text, case.context):
        target = reference.target
        assert case.text[reference.start : reference.end] == reference.text
        shown = case.context.addresses.of(target) if isinstance(target, StatuteTarget | SeriesTarget) else target
        line = f"{reference.text} -> {shown}".replace("\n", "\\n")
        (left_alone if isinstance(target, Foreign) else links).append(line)
    assert links == list(case.links)
    assert [line for line in left_alone if line in case.left_alone] == list(case.left_alone)
