"""docs/exempel/innehall.md: the list of constructs leads to something in the example municipality, each time."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLACES = re.findall(r"^\| .* \| `(\S+)` \|$", (ROOT / "docs" / "exempel" / "innehall.md").read_text("utf-8"), re.M)


@pytest.mark.build
def test_every_construct_has_its_example(built_site: Path) -> None:
    assert len(PLACES) > 100
    files = {place: ROOT / place for place in PLACES if place.startswith("content/")}
    pages = {place: built_site / place / "index.html" for place in PLACES if not place.startswith("content/")}
    assert [place for place, path in {**files, **pages}.items() if not path.exists()] == []
