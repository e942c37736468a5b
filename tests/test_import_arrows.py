"""Imports run one way: the table below is design.md's arrow diagram, and any other arrow fails."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "paragraf"

WORDS = ("colour", "ids", "vocabulary", "problems")
MODEL = (*WORDS, "model")
ARCHIVE = (*MODEL, "reading", "writing", "archive")
PUBLISHING = (*ARCHIVE, "publishing")
REFERENCES = (*PUBLISHING, "references")
PAGES = (*REFERENCES, "checks", "figures", "pages")

# part of the package -> the parts that it may import, itself apart
ARROWS: dict[str, tuple[str, ...]] = {
    "__init__": (),
    "colour": (),
    "ids": (),
    "vocabulary": (),
    "formats": ("ids",),
    "problems": ("vocabulary",),
    "model": WORDS,
    "reading": MODEL,
    "writing": MODEL,
    "archive": MODEL,
    "show": MODEL,
    "importing": (*MODEL, "formats", "reading", "writing"),
    "publishing": ARCHIVE,
    "references": PUBLISHING,
    "checks": REFERENCES,
    "figures": (*ARCHIVE, "publishing"),
    "pages": (*REFERENCES, "figures"),
    "feeds": PAGES,
    "opendata": PAGES,
    "theme": (),
    "printing": (*PAGES, "theme"),
    "compiling": (*PAGES, "feeds", "opendata", "printing"),
    "adapters": (*PAGES, "compiling", "theme"),
    "building": (*PAGES, "compiling", "adapters"),
    "__main__": ("cli",),
    "command_line": (*WORDS, "reading"),
    "cli": (*PAGES, "adapters", "building", "command_line", "importing", "printing", "show"),
}

HOSTS = {"mkdocs", "material", "properdocs", "zensical"}
HOME_OF_THE_HOST = "adapters/mkdocs.py"

Import = tuple[str, int, str]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[Import]:
    """Every import in a module, also inside functions and TYPE_CHECKING: where it stands, line, absolute name."""
    where = path.relative_to(PACKAGE).as_posix()
    package = ("paragraf", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((where, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, node.module or "")).rstrip(".")
            names = (f"{module}.{alias.name}" for alias in node.names) if module == "paragraf" else (module,)
            yield from ((where, node.lineno, name) for name in names)


def own_part(name: str) -> str | None:
    """The part of the package that an imported name lies in, None for other packages."""
    top, _, rest = name.partition(".")
    if top != "paragraf":
        return None
    first = rest.partition(".")[0]
    # `from paragraf import __version__` reads the package itself, which imports nothing.
    return "__init__" if not first or first.startswith("__") else first


def wrong_arrows(path: Path) -> list[str]:
    part = part_of(path)
    allowed = {part, "__init__", *ARROWS[part]}
    return [
        f"{where}:{line}: {part} får inte importera {target}"
        for where, line, name in imports(path)
        if (target := own_part(name)) is not None and target not in allowed
    ]


def test_every_part_has_its_arrows() -> None:
    assert {part_of(path) for path in modules()} <= set(ARROWS)


def test_no_part_may_see_one_that_sees_it() -> None:
    assert [(part, seen) for part, sees in ARROWS.items() for seen in sees if part in ARROWS[seen]] == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_follow_the_arrows(path: Path) -> None:
    assert wrong_arrows(path) == []


def test_only_the_adapter_knows_the_host() -> None:
    found = [
        (where, line, name)
        for path in modules()
        for where, line, name in imports(path)
        if name.partition(".")[0] in HOSTS and where != HOME_OF_THE_HOST
    ]
    assert found == []


def test_words_lean_on_the_standard_library_alone() -> None:
    found = [
        (where, line, name)
        for path in modules()
        if part_of(path) in WORDS
        for where, line, name in imports(path)
        if own_part(name) is None and name.partition(".")[0] not in sys.stdlib_module_names
    ]
    assert found == []


def test_the_reader_of_imports_sees_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    module = tmp_path / "model" / "meeting.py"
    module.parent.mkdir()
    module.write_text(
        "import paragraf.cli\n"
        "from paragraf import pages, __version__\n"
        "from ..reading.folder import read\n"
        "from .. import checks\n"
        "from . import body\n"
        "from ..ids import ParagraphId\n"
        "def late():\n"
        "    from paragraf.writing import write\n",
        "utf-8",
    )
    assert wrong_arrows(module) == [
        "model/meeting.py:1: model får inte importera cli",
        "model/meeting.py:2: model får inte importera pages",
        "model/meeting.py:3: model får inte importera reading",
        "model/meeting.py:4: model får inte importera checks",
        "model/meeting.py:8: model får inte importera writing",
    ]


def test_no_module_has_grown_out_of_hand() -> None:
    lengths = {path.relative_to(PACKAGE).as_posix(): len(path.read_bytes().splitlines()) for path in modules()}
    assert {where: length for where, length in lengths.items() if length > 400} == {}
