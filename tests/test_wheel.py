"""The package stands on its own: what is installed elsewhere holds code, types, theme, command and plugin."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
THEME = ROOT / "theme"
PACKAGE = ROOT / "generator" / "paragraf"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (file,) = folder.glob("paragraf-*.whl")
    return zipfile.Path(file)


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_code_and_theme_are_inside(wheel: zipfile.Path) -> None:
    names = {name for name in wheel.root.namelist() if not name.endswith("/")}
    theme = {f"paragraf/theme/{name}" for name in files(THEME)}
    assert any(name.endswith(".html") for name in theme)
    assert {name for name in names if not name.startswith("paragraf-")} == theme | {
        f"paragraf/{name}" for name in files(PACKAGE)
    }
    assert "paragraf/py.typed" in names


def test_command_and_plugin_are_announced(wheel: zipfile.Path) -> None:
    (folder,) = (path for path in wheel.iterdir() if path.name.endswith(".dist-info"))
    assert (folder / "entry_points.txt").read_text("utf-8").split("\n\n") == [
        "[console_scripts]\nparagraf = paragraf.cli:main",
        "[mkdocs.plugins]\nparagraf = paragraf.adapters.mkdocs:ParagrafPlugin\n",
    ]
    assert (folder / "licenses" / "LICENSE").is_file()
