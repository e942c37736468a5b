"""docs/tema.md tells the truth: every class, partial, variable and style sheet that it names is in the theme."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
THEME = ROOT / "theme"
ASSETS = THEME / "assets" / "paragraf"
PAGE = (ROOT / "docs" / "tema.md").read_text("utf-8")
CODE = re.findall(r"`([^`\n]+)`", PAGE)
CSS = {path.name: re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL) for path in ASSETS.glob("*.css")}
PAGES = ROOT / "generator" / "paragraf" / "pages"
MARKUP = "\n".join(
    path.read_text("utf-8") for path in (*THEME.rglob("*.html"), *ASSETS.glob("*.js"), PAGES / "markdown.py")
)


@pytest.mark.parametrize("name", sorted({one for one in CODE if re.fullmatch(r"\.[a-z][\w-]*", one)}))
def test_every_class_is_styled_and_used(name: str) -> None:
    assert any(re.search(rf"{re.escape(name)}(?![\w-])", text) for text in CSS.values())
    assert re.search(rf"(?<![\w-]){re.escape(name[1:])}(?![\w-])", MARKUP)


@pytest.mark.parametrize("name", sorted({one for one in CODE if re.fullmatch(r"[\w/-]+\.(html|css|js|py)", one)}))
def test_every_file_is_there(name: str) -> None:
    if name in ("base.html", "colour.css"):
        return
    places = (THEME, ASSETS, ROOT / "generator" / "paragraf")
    assert [place for place in places if (place / name).is_file()], name


def test_every_variable_is_told_and_every_told_variable_is_there() -> None:
    told = set(re.findall(r"`(--[\w-]+)`", PAGE))
    root = CSS["base.css"].partition(":root {")[2].partition("\n}")[0]
    assert told == set(re.findall(r"^\s+(--[\w-]+):", root, re.MULTILINE))


def test_every_variable_is_used() -> None:
    whole = "\n".join(CSS.values())
    defined = set(re.findall(r"(--[\w-]+):", whole))
    assert {name for name in defined if f"var({name})" not in whole} == set()


def test_every_style_sheet_is_told_and_read() -> None:
    read = re.findall(
        r'"(\w+)"', re.findall(r"{% for name in \[(.*?)\] %}", (THEME / "main.html").read_text("utf-8"))[0]
    )
    assert {f"{name}.css" for name in read} == set(CSS) | {"colour.css"}
    assert re.findall(r"^\| `(\w+\.css)`", PAGE, re.MULTILINE) == [f"{name}.css" for name in read]
