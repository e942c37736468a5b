"""Where a paragraph or an entry of a list ends, when only the lines themselves tell."""

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import Measure, pieces

NARROW = Measure(width=40, soft=False, reach=38)


def texts(*lines: str, clauses: bool = False) -> list[str]:
    laid = [
        LaidLine(line=Line(number=at, text=one.strip(), indent=len(one) - len(one.lstrip())))
        for at, one in enumerate(lines, 1)
    ]
    return [one.text for one in pieces(laid, NARROW, clauses=clauses)]


def test_a_colon_at_the_end_of_a_full_line_ends_no_paragraph() -> None:
    full = ("Sekreteraren påminner om dessa tre tider:", "den 4 maj, den 1 juni och den 2 september")
    assert texts(*full) == [" ".join(full)]
    assert texts("Tiderna är:", "den 4 maj", "den 1 juni")[0] == "Tiderna är:"


def test_entries_that_lost_their_bullets_may_be_wrapped() -> None:
    found = texts(" Nämnden får i uppdrag att pröva om", "marken passar.", " Ägaren betalar planen.", clauses=True)
    assert found == ["Nämnden får i uppdrag att pröva om marken passar.", "Ägaren betalar planen."]
