"""The example municipality's site, built for a report and served under the strict policy."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from paragraf import building
from serving import serve

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
"""The day that the browser tests build for."""
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Flags with which Chromium runs as root and calls nobody."""


@contextmanager
def example() -> Iterator[str]:
    """The address (ending in /) of a fresh build. Raises SystemExit when the content does not build."""
    with tempfile.TemporaryDirectory() as place:
        content = Path(place, "content")
        shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("adresser.yml"))
        report = building.build(content, Path(place, "site"), DAY)
        if not report.published:
            raise SystemExit("\n".join(map(str, report.problems)))
        with serve(Path(place, "site")) as address:
            yield address
