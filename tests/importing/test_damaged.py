"""Damaged documents: an import says no or accounts for every line, and never breaks off in the middle."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from importing.cases import CASES, NAMES
from paragraf import importing
from paragraf.reading import read_meeting

STRAY = ("§ 12 Sak", "§ 7", "2 - Sak", "5", "# rubrik", "> citat", "```", "| a | b |", "[x](y)", "*a* _b_", "Beslut")
STRAY += (" Föredragande", "Tid: 12.00", "Kultur- och fritidsnämnden", "1. ett", "- ", "\x07", "a\u2028b", "\f")
ACTIONS = ("drop", "repeat", "strip", "indent", "cut", "stray")


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """One of the cases with some lines lost, doubled, cut or strange."""
    lines = (CASES / f"{draw(st.sampled_from(NAMES))}.txt").read_text("utf-8").split("\n")
    for action in draw(st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=10)):
        at = draw(st.integers(0, len(lines) - 1))
        if action == "drop":
            del lines[at : at + draw(st.integers(1, 4))]
        elif action == "repeat":
            lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
        elif action == "strip":
            lines[at] = lines[at].strip()
        elif action == "indent":
            lines[at] = f" {lines[at]}"
        elif action == "cut":
            lines[at] = lines[at][: draw(st.integers(0, 30))]
        else:
            lines[at] = draw(st.sampled_from(STRAY))
        lines = lines or [""]
    return "\n".join(lines)


@settings(max_examples=150)
@given(damaged())
def test_damaged_documents(text: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "skadad.txt", Path(place) / "content"
        source.write_text(text, encoding="utf-8", newline="")
        result = importing.run(source, target)
        if result.folder is None:
            assert {problem.code for problem in result.problems} <= {
                *("inga-ärenden", "organ-saknas", "datum-saknas", "okänt-dokument", "tom-fil")
            }
            assert not target.exists()
            return
        meeting, problems = read_meeting(result.folder)
        assert meeting is not None
        assert [str(problem) for problem in problems if problem.severity == "fel"] == []
        report = (result.folder / "import-rapport.md").read_text("utf-8")
        assert "rader är redovisade (100 %)." in report


def test_a_notice_heading_can_be_the_last_line(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    text = "PROTOKOLL\nKommunstyrelsen\nSammanträdesdatum 2024-02-14\n\n§ 1 Sak\n\nBeslut\nSaken godkänns.\n\nJusteras"
    source.write_text(text, "utf-8")
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None
