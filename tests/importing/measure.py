"""How right imports are: every family, as text and in its other formats, compared with its truth fact by fact.

In tests/: `python -m importing.measure` prints precision and recall by field and by family. `--family NAME --diff`
prints every difference, `--folder DIR` measures another folder of families, `--write` writes differences.txt anew.

Precision: the part of what the import says that the truth says too. Recall: the part of the truth that the import says.
A fact counts once for every time it stands there; see facts.py for when two agree. An import that refuses a document
says nothing of it, so that its recall is 0.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from importing.describing import FAMILIES, names, read_description
from importing.facts import FIELDS, Facts, of_folder, of_truth
from importing.rendering import render
from paragraf import importing
from paragraf.problems import Problem

DIFFERENCES = "differences.txt"
ENDINGS = {"raw": "txt"}
"""Form -> ending of its file, where they are not the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One document in one format, and what an import made of it."""

    name: str
    form: str
    """txt, raw, pdf or docx; see rendering.py."""
    expected: Facts
    found: Facts
    refused: tuple[str, ...] = ()
    """Messages of an import that wrote nothing."""

    @property
    def title(self) -> str:
        return f"{self.name}.{self.form}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Numbers of facts."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            expected=self.expected + other.expected, found=self.found + other.found, right=self.right + other.right
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """Counts, precision, recall, as a row of a table has them."""
        precision = f"{self.right / self.found:.3f}" if self.found else "–"
        recall = f"{self.right / self.expected:.3f}" if self.expected else "–"
        return str(self.expected), str(self.found), str(self.right), precision, recall


def measure(folder: Path, name: str, form: str) -> Measured:
    """Import one document and compare. The folder is written to a temporary place."""
    known = json.loads((folder / name / "truth.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        source = folder / name / "source.txt"
        if form != "txt":
            source = Path(place) / f"{name}.{ENDINGS.get(form, form)}"
            source.write_bytes(render(read_description(folder / name), form))
        expected = of_truth(known, lines=form == "txt")
        if form == "raw" and read_description(folder / name).layout.get("votes", "columns") == "columns":
            expected["votes"].clear()  # crosses in columns that are lost say nothing
        try:
            result = importing.run(source, Path(place) / "content")
        except Exception as error:
            # A fault of the import must not hide what it makes of the other documents.
            result = importing.ImportResult(folder=None, problems=(fault(source, error),))
        if result.folder is None:
            messages = tuple(problem.message for problem in result.problems)
            return Measured(name=name, form=form, expected=expected, found=_nothing(), refused=messages)
        found = of_folder(result.folder, source if form == "txt" else None, known)
        return Measured(name=name, form=form, expected=expected, found=found)


def fault(source: Path, error: Exception) -> Problem:
    """An exception as what it is to a reader of the table: a refusal."""
    return Problem(path=str(source), line=0, code="undantag", message=f"{type(error).__name__}: {error}")


def forms(folder: Path, name: str) -> tuple[str, ...]:
    """The formats in which a family is measured."""
    return ("txt", *read_description(folder / name).layout.get("formats", ()))


def differences(one: Measured) -> list[str]:
    """Every difference as a line: - what was expected, + what was found instead; sorted by field."""
    if one.refused:
        return [f"vägrade: {message}" for message in one.refused]
    lines = []
    for name in FIELDS:
        missing, extra = one.expected[name] - one.found[name], one.found[name] - one.expected[name]
        for sign, those in (("-", missing), ("+", extra)):
            lines += [f"{sign} {name}: {' | '.join(fact)}" for fact in sorted(those.elements())]
    return lines


def differences_text(those: Iterable[Measured]) -> str:
    """The contents of differences.txt; empty when all is right."""
    parts = ((one.form, differences(one)) for one in those)
    return "".join("".join(f"{line}\n" for line in (f"== {form}", *lines)) for form, lines in parts if lines)


def score(one: Measured, name: str) -> Score:
    """The score of one field."""
    expected, found = one.expected[name], one.found[name]
    return Score(expected=expected.total(), found=found.total(), right=(expected & found).total())


def tables(those: Sequence[Measured]) -> tuple[Table, ...]:
    """Tables for the terminal: by field, by document and by format."""
    columns = ("facit", "funna", "rätta", "precision", "täckning")
    by_field = Table("fält", *columns, title="Efter fält")
    whole = Score()
    for name in FIELDS:
        total = sum((score(one, name) for one in those), Score())
        whole += total
        by_field.add_row(name, *total.cells)
    by_field.add_section()
    by_field.add_row("alla", *whole.cells)
    by_document = Table("dokument", *columns, "", title="Efter dokument")
    for one in those:
        total = sum((score(one, name) for name in FIELDS), Score())
        by_document.add_row(one.title, *total.cells, "vägrade" if one.refused else "")
    by_form = Table("form", *columns, title="Efter form")
    for form in dict.fromkeys(one.form for one in those):
        total = sum((score(one, name) for one in those if one.form == form for name in FIELDS), Score())
        by_form.add_row(form, *total.cells)
    return by_field, by_document, by_form


def _nothing() -> Facts:
    return {name: Counter() for name in FIELDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FAMILIES)
    parser.add_argument("--family", action="append")
    parser.add_argument("--form", action="append", choices=("txt", "raw", "pdf", "docx"))
    parser.add_argument("--diff", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    console = Console(width=120, highlight=False, markup=False)
    those = []
    for name in asked.family or names(asked.folder):
        ours = [measure(asked.folder, name, form) for form in forms(asked.folder, name)]
        if asked.write:
            (asked.folder / name / DIFFERENCES).write_text(differences_text(ours), encoding="utf-8", newline="\n")
        those += [one for one in ours if not asked.form or one.form in asked.form]
    if asked.diff:
        for one in those:
            console.print(f"== {one.title}", *differences(one), sep="\n", soft_wrap=True)
        return
    for one_table in tables(those):
        console.print(one_table)


if __name__ == "__main__":
    main()
