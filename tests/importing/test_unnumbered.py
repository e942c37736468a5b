"""Agendas whose items have no numbers, whose items are rows of a table, or stand only in the list of items."""

import tempfile
from pathlib import Path

from paragraf.importing.document import Request, Segmented
from paragraf.importing.extract import extract
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment

FRONT = "Kallelse\nKulturnämnden\nSammanträdesdatum 2024-02-14\nTid 09:00–12:00\nPlats Regionens hus\n\n"


def segmented(text: str) -> Segmented:
    """An agenda read as its parts."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "kallelse.txt"
        source.write_text(FRONT + text, encoding="utf-8")
        return segment(lay_out(extract(Request(source=source, target=Path(folder) / "content"))))


def titles(text: str) -> list[str]:
    return [f"{item.number or '-'} {item.title}" for item in segmented(text).items]


def test_a_plain_list_of_titles() -> None:
    plain = "Upprop\nVal av justerare\nBidrag till länsmuseet och\nhembygdsföreningen\nDelegationsbeslut\n\n"
    plain += "Siv Ek\nOrdförande\n"
    wanted = [
        "- Upprop",
        "- Val av justerare",
        "- Bidrag till länsmuseet och hembygdsföreningen",
        "- Delegationsbeslut",
    ]
    assert titles(f"Ärenden\n\n{plain}") == wanted
    assert titles("Dagordning\n• Upprop\n• Bidrag (dnr 2024/77)\n  Föredragande: Ove Ek\n• Mötet avslutas\n") == [
        *("- Upprop", "- Bidrag", "- Mötet avslutas"),
    ]


def test_sections_below_titles_without_numbers() -> None:
    text = (
        "Ärenden\n\nUpprop\n\nKulturplan\nKN 2024/17\n\nFörslag till beslut\n1. Planen antas.\n2. Planen följs upp.\n\n"
    )
    assert titles(f"{text}Bidrag\nKN 2024/22\n\nFörslag till beslut\nBidraget beviljas.\n") == [
        *("- Upprop", "- Kulturplan", "- Bidrag"),
    ]


def test_a_table_with_times_presenters_and_papers() -> None:
    rows = (
        "Tid     Ärende                    Föredragande       Underlag\n"
        "09:00   Mötets öppnande\n"
        "09:10   Kulturplan 2025–2028      Anna Ek,           Tjänsteskrivelse\n"
        "        KN 2024/17                kulturchef         Förslag till plan\n"
        "10:00   Fika\n"
        "10:20   Bidrag                    Per Al             Ansökan\n"
    )
    first, plan, support = segmented(rows).items
    assert (first.title, first.time) == ("Mötets öppnande", "09:00")
    assert (plan.title, plan.time, plan.presenters) == ("Kulturplan 2025–2028", "09:10", (("Anna Ek", "kulturchef"),))
    assert [case.written for case in plan.case_numbers] == ["KN 2024/17"]
    assert plan.papers == ("Underlag", ("Tjänsteskrivelse", "Förslag till plan"))
    assert (support.title, support.papers) == ("Bidrag", ("Underlag", ("Ansökan",)))


def test_items_that_only_the_list_names() -> None:
    listed = "Ärendelista\n1    Upprop\n2    Justering\n3    Vinterväghållning\n4    Meddelanden\n\n"
    text = "3 Vinterväghållning\nDnr 2024/55\nSammanfattning\nDet gäller i fyra år.\nFörslag till beslut\nDet antas.\n"
    assert titles(listed + text) == ["1 Upprop", "2 Justering", "3 Vinterväghållning", "4 Meddelanden"]


def test_rows_that_say_what_sort_of_items_follow_are_none() -> None:
    text = "Beslutsärenden\n\n1. Upprop\n\nInformationsärenden\n\n2. Skolmiljö\n   Ärendet utgår\n\n"
    text += "Öppna ärenden\n\n3. Skrivelser\n"
    assert titles(text) == ["1 Upprop", "2 Skolmiljö", "3 Skrivelser"]
