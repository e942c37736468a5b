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


def over_page(before: str, after: str) -> list[str]:
    laid = [
        LaidLine(line=Line(number=1, text=before)),
        LaidLine(line=Line(number=2, text="Protokoll 2024-02-14"), furniture="sidhuvud", own_head=True),
        LaidLine(line=Line(number=3, text=after)),
    ]
    return [one.text for one in pieces(laid, NARROW)]


def test_a_full_line_goes_on_with_a_number_on_the_next_page() -> None:
    assert over_page("Skolan ska ta in elever även läsåret", "2023/24.") == [
        "Skolan ska ta in elever även läsåret 2023/24."
    ]
    assert len(over_page("Skolan ska ta in elever nästa läsår.", "2023 var ett annat.")) == 2
    assert len(over_page("Beredning", "2024-02-01 Nämnden")) == 2
