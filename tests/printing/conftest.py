"""The documents of a small municipality, and the same as PDF files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from paragraf.printing import Printed, make_pdf
from printing.small import DAY, FILES, documents, index_of, png


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The documents of the small municipality."""
    return documents(index_of(tmp_path_factory.mktemp("printed"), FILES))


@pytest.fixture(scope="session")
def files(printed: dict[str, Printed], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same as files."""
    folder = tmp_path_factory.mktemp("files")
    for name, document in printed.items():
        (folder / name).write_bytes(make_pdf(document, png()))
    return {name: folder / name for name in printed}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., dict[str, Printed]]:
    """A function: more content files over those of the small municipality become documents."""

    def made(more: dict[str, str], day: date = DAY, *, draft: bool = False) -> dict[str, Printed]:
        return documents(index_of(tmp_path, FILES | more, day, draft=draft))

    return made
