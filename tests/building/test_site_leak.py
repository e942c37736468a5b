"""Nothing that is not public is in any byte of a finished site: random archives with a token in every private thing."""

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from paragraf import building
from strategies.archives import Drawn, archives
from strategies.dealer import DAY

pytestmark = pytest.mark.build


def everything(site: Path) -> str:
    """All bytes of a site, names of files and what lies packed in them, as lower case text."""
    return "\n".join(_parts(site)).casefold()


def _parts(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        yield path.relative_to(site).as_posix()
        if path.is_file():
            data = path.read_bytes()
            yield (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")


# Each example is a whole build: a failing one is told as it is, not made smaller.
@settings(max_examples=12, phases=[Phase.generate])
@given(archives())
def test_no_private_token_is_in_any_byte_of_the_site(drawn: Drawn) -> None:
    folder = Path(tempfile.mkdtemp(prefix="paragraf-test-"))
    try:
        drawn.write(folder / "content")
        report = building.build(folder / "content", folder / "site", DAY)
        errors = [str(problem) for problem in report.problems if problem.severity == "fel"]
        assert report.published, errors
        text = everything(folder / "site")
        assert [word for word in sorted(drawn.hidden | drawn.never) if word in text] == []
        assert [word for word in sorted(drawn.seen) if word not in text] == []
    finally:
        shutil.rmtree(folder)
