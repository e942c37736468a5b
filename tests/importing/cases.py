"""Documents that an import must read: cases/<name>.txt and, beside it, cases/<name>.golden with every file it becomes.

All of them are invented, in the shape that case systems export: a page break and a lost bullet are both one leading
blank, a wrapped line ends with a blank. `python tests/importing/cases.py` writes the golden files anew; read the
difference before you commit it.
"""

import tempfile
from pathlib import Path

from paragraf import importing

CASES = Path(__file__).parent / "cases"
NAMES = tuple(sorted(path.stem for path in CASES.glob("*.txt")))


def files_of(folder: Path) -> dict[str, str]:
    """Path from the folder -> text, sorted."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def shown(folder: Path, target: Path) -> str:
    """A meeting folder as one text, without what the import notes for itself."""
    parts = [f"=== {path}\n{text}" for path, text in files_of(folder).items() if path != "import.json"]
    return f"Mapp: {folder.relative_to(target).as_posix()}\n\n" + "\n".join(parts)


def golden(name: str) -> Path:
    """The file that says what a case becomes."""
    return CASES / f"{name}.golden"


if __name__ == "__main__":
    for name in NAMES:
        with tempfile.TemporaryDirectory() as place:
            result = importing.run(CASES / f"{name}.txt", Path(place))
            if result.folder is None:
                raise SystemExit("\n".join(str(problem) for problem in result.problems))
            golden(name).write_text(shown(result.folder, Path(place)), encoding="utf-8", newline="\n")
