"""Tables of adjustments on a front page, and people whose titles stand before their names."""

from datetime import date

import pytest

from importing.test_heads_and_fronts import front

BY_ROWS = """ANSLAG
{head}
{first}   2012-09-19   2012-09-20   2012-10-12
{second}   2012-09-26   2012-09-27   2012-10-19
Förvaringsplats   Biblioteket"""
DAYS = [(9, 19), (9, 20), (10, 12), (9, 26), (9, 27), (10, 19)]


@pytest.mark.parametrize("columns", [True, False], ids=["columns", "columns lost"])
@pytest.mark.parametrize(
    "head",
    [
        "Paragraf   Justerad   Anslaget sätts upp   Anslaget tas ner",
        "Avser paragrafer   Justerat   Uppsatt   Nedtages",
        "§§   Justeras   Datum för anslags uppsättande   Datum för anslags nedtagande",
    ],
)
@pytest.mark.parametrize(("first", "second"), [("§ 7", "Övriga"), ("7 §", "Övriga paragrafer"), ("7", "8–9")])
def test_a_row_of_days_for_each_part(columns: bool, head: str, first: str, second: str) -> None:
    text = BY_ROWS.format(head=head, first=first, second=second)
    read = front(text if columns else "\n".join(" ".join(row.split()) for row in text.split("\n")))
    one, other = read.all_notices
    assert [str(one.paragraphs), str(other.paragraphs)] == ["7", "8–9" if "–" in second else "övriga"]
    days = [one.adjusted, one.announced, one.removed, other.adjusted, other.announced, other.removed]
    assert days == [date(2012, month, day) for month, day in DAYS]
    assert read.unread == ()


def test_a_column_of_days_for_each_part() -> None:
    read = front(
        "ANSLAG/BEVIS\nParagraf   § 7   Övriga paragrafer\nJusterad   2012-09-19   2012-09-26\n"
        "Anslaget sätts upp   2012-09-20   2012-09-27\nAnslaget tas ner   2012-10-12   2012-10-19"
    )
    assert [(str(one.paragraphs), one.adjusted, one.removed) for one in read.all_notices] == [
        ("7", date(2012, 9, 19), date(2012, 10, 12)),
        ("övriga", date(2012, 9, 26), date(2012, 10, 19)),
    ]
    assert read.unread == ()


def test_other_rows_of_numbers_are_no_adjustments() -> None:
    read = front("ANSLAG\nParagraf   Justerad   Sida\n7   2012-09-19   3")
    assert all(one.removed is None for one in read.all_notices)


def test_a_secretary_among_others_whose_titles_stand_first() -> None:
    rows = ["Kommundirektör Bo Ek", "Sekreterare Siv Exempel", "Ekonomichef Eva Al"]
    read = front("Övriga deltagare   " + "\n                   ".join(rows))
    (group,) = read.groups
    assert [(one.name, one.role) for one in group.people] == [
        ("Bo Ek", "kommundirektör"),
        ("Siv Exempel", "sekreterare"),
        ("Eva Al", "ekonomichef"),
    ]


def test_a_secretary_below_others_has_a_label_where_names_stand_first() -> None:
    read = front("Övriga deltagare   Bo Ek, kommundirektör\nSekreterare   Siv Exempel")
    assert [(group.label, len(group.people)) for group in read.groups] == [("Övriga deltagare", 1), ("Sekreterare", 1)]


def test_two_spans_of_time_leave_nothing_in_the_place() -> None:
    read = front("Plats och tid   Biblioteket, rum Eken\n                kl 09.00–11.45 och 13.00–16.30")
    assert (read.place, len(read.times)) == ("Biblioteket, rum Eken", 2)


def test_the_rest_of_a_label_below_an_empty_line_is_part_of_it() -> None:
    read = front("Tjänstgörande   Bo Ek (S) för Eva Al (S), § 7\n\nersättare\n\nÖvriga   Siv Exempel, chef")
    assert [group.label for group in read.groups] == ["Tjänstgörande ersättare", "Övriga"]
