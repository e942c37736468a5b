"""What a document is, where its items begin, and what its first page says: in forms that no single template has."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paragraf.ids import ParagraphNumber
from paragraf.importing.casenumbers import case_numbers_in, split_case
from paragraf.importing.dates import find_dates, find_spans, held_spans
from paragraf.importing.document import ImportRefusedError, LaidLine, Line, Request, Segmented
from paragraf.importing.extract import extract
from paragraf.importing.front import Front, read_front
from paragraf.importing.layout import lay_out
from paragraf.importing.people import people
from paragraf.importing.segment import segment

DATES = {
    "2024-03-05": ["2024-03-05"],
    "tisdagen den 5 mars 2024": ["2024-03-05"],
    "den 5:e mars 2024": ["2024-03-05"],
    "24-03-05": ["2024-03-05"],
    "2024.03.05": ["2024-03-05"],
    "5/3 2024": ["2024-03-05"],
    "5–6 mars 2024": ["2024-03-05", "2024-03-06"],
    "2023-02-30": [],
    "KS 2024/123": [],
    "420-145-2012": [],
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    assert [day.isoformat() for day in find_dates(text)] == DATES[text]


def spans(text: str) -> list[str]:
    return [f"{one.start:%H:%M}–{one.end:%H:%M}" if one.end else f"{one.start:%H:%M}" for one in held_spans(text)]


def test_times() -> None:
    assert spans("kl. 13.00–16.10") == spans("13:00 - 16:10") == spans("klockan 13 till 16.10") == ["13:00–16:10"]
    assert spans("klockan 8.30") == ["08:30"]
    assert spans("13.00–16.00, ajournering 14.30–14.45") == ["13:00–14:30", "14:45–16:00"]
    assert find_spans("Berg 1:4")[0] == ()


CASES = {
    "Bidrag (Dnr 0263/20)": ("Bidrag", ["0263/20"]),
    "Bidrag Dnr:KS 2018/124": ("Bidrag", ["KS 2018/124"]),
    "2023/BUN 0203 40 Bidrag": ("Bidrag", ["2023/BUN 0203 40"]),
    "Bidrag 20RS6891": ("Bidrag", ["20RS6891"]),
    "Bidrag till 2024–2025": ("Bidrag till 2024–2025", []),
    "Svar KS 2024/1 på motion": ("Svar KS 2024/1 på motion", []),
}


@pytest.mark.parametrize("text", CASES)
def test_case_numbers_in_titles(text: str) -> None:
    numbers, rest = split_case(text)
    assert (rest, [one.written for one in numbers]) == CASES[text]


WITH_PLAN = {
    "Dnr 14/2016 209": ["14/2016 209"],
    "14/2016 209, 8/2015 049": ["14/2016 209", "8/2015 049"],
    "Dnr 2016/14 209": ["2016/14 209"],
    "Dnr: 2016.14 - 209": ["2016.14 - 209"],
    "Dnr 14/16-209": ["14/16-209"],
    "14/16 209": ["14/16 209"],
    "TN 14/2016": ["TN 14/2016"],
    "Dnr TN 14/2016 209 och TN 15/2016": ["TN 14/2016 209", "TN 15/2016"],
    "14/16": [],
}
"""Numbers with a code of the filing plan."""


def test_lines_of_case_numbers() -> None:
    alone = ("Diarienr 1.2.4-182-2013", "(KS 2024/1, KS 2024/2)", "KU.2017.3", "S-Dp 2002-11922-54")
    assert [[one.written for one in case_numbers_in(text)] for text in alone] == [
        *(["1.2.4-182-2013"], ["KS 2024/1", "KS 2024/2"], ["KU.2017.3"], ["S-Dp 2002-11922-54"]),
    ]
    assert [[one.written for one in case_numbers_in(text)] for text in WITH_PLAN] == list(WITH_PLAN.values())
    assert case_numbers_in("2024-03-05") == case_numbers_in("2023/2024") == case_numbers_in("§ 45") == ()


RUNS = {
    "Anna Ek (S), ordförande Bo Al (M), Cia By (C)": ["Anna Ek S ordförande", "Bo Al M", "Cia By C"],
    "C Ulla-Maj Persson": ["Ulla-Maj Persson C"],
    "(S) Anna Ek": ["Anna Ek S"],
    "Jan Hill, M, Bo Al, C": ["Jan Hill M", "Bo Al C"],
    "Ordförande: Anna Ek (S)": ["Anna Ek S ordförande"],
    "Stadsdirektör Karl Nord, chef Liv Ås §§ 4–6 och sekreterare Bo Ek": [
        *("Karl Nord stadsdirektör", "Liv Ås chef 4–6", "Bo Ek sekreterare"),
    ],
    "Bo Ek (S) fr.o.m. § 45, på distans": ["Bo Ek S 45–50 distans"],
    "Fred Tig (M) för Eva Sol (M)": ["Fred Tig M för Eva Sol"],
    "Enligt särskild lista": [],
}


@pytest.mark.parametrize("text", RUNS)
def test_people_in_runs(text: str) -> None:
    found = people(text, [ParagraphNumber(41), ParagraphNumber(50)])
    assert [
        " ".join(
            [one.name]
            + [part for part in (one.party, one.role) if part]
            + ([f"för {one.serves_for}"] if one.serves_for else [])
            + ([str(one.paragraphs)] if one.paragraphs else [])
            + (["distans"] if one.remote else [])
        )
        for one in found
    ] == RUNS[text]


def front(text: str) -> Front:
    lines = [
        LaidLine(line=Line(number=number, text=row.strip(), indent=len(row) - len(row.lstrip()), cells=cells_of(row)))
        for number, row in enumerate(text.split("\n"), 1)
    ]
    return read_front(lines, "Kulturnämnden", [ParagraphNumber(7), ParagraphNumber(9)])


def cells_of(row: str) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in row.split("   ") if cell.strip())
    return cells if len(cells) > 1 else ()


def test_labels_that_are_wrapped_beside_each_other() -> None:
    read = front(
        "ANSLAGSBEVIS\nDatum för anslags   2024-02-05   Datum för anslags   2024-02-27\nuppsättande   nedtagande\n"
        "Förvaringsplats   Biblioteket\nför protokollet"
    )
    (notice,) = read.all_notices
    assert (notice.announced, notice.removed) == (date(2024, 2, 5), date(2024, 2, 27))
    assert (notice.kept_at, read.unread) == ("Biblioteket", ())


def test_a_notice_in_a_sentence() -> None:
    read = front("Anslag\nProtokollet justerades den 3 maj och anslås från och med den 4 maj 2024.")
    assert [(one.adjusted, one.announced) for one in read.all_notices] == [(date(2024, 5, 3), date(2024, 5, 4))]


def test_two_notices_each_of_its_own_paragraphs() -> None:
    read = front(
        "Anslag\nJusteringen av §§ 7–8 och 10–11 tillkännages på anslagstavlan.\n"
        "Anslaget publiceras: 2024-03-21\nAnslaget tas bort: 2024-04-12\n\n"
        "Anslag\nJusteringen av § 9 tillkännages på anslagstavlan.\n"
        "Anslaget publiceras: 2024-03-15\nAnslaget tas bort: 2024-04-06"
    )
    assert [(str(one.paragraphs), one.announced, one.removed) for one in read.all_notices] == [
        ("7–8, 10–11", date(2024, 3, 21), date(2024, 4, 12)),
        ("9", date(2024, 3, 15), date(2024, 4, 6)),
    ]


def test_two_columns_of_attendance() -> None:
    read = front("Ledamöter   Ersättare\nAnna Ek (S), ordförande   Bo Al (M)\nCia By (C)   Dan Ed (V)\nEva Fe (L)")
    assert [(group.label, [one.name for one in group.people]) for group in read.groups] == [
        *(("Ledamöter", ["Anna Ek", "Cia By", "Eva Fe"]), ("Ersättare", ["Bo Al", "Dan Ed"])),
    ]


def test_a_table_of_marks_leaves_out_who_was_not_there() -> None:
    read = front("LEDAMÖTER   Tjg   JA   NEJ\nAnna Ek (S)   X   X\nBo Al (M)\nCia By (C) §§ 7–8   X   X")
    ((label, those),) = [(group.label, [one.name for one in group.people]) for group in read.groups]
    assert (label, those, read.unread) == ("LEDAMÖTER", ["Anna Ek", "Cia By"], ())


def test_signatures_below_the_names() -> None:
    read = front("Beslutande\nAnna Ek (S), ordförande\nUnderskrifter\nBo Al\nSekreterare\nAnna Ek\nOrdförande")
    assert [(group.label, [one.name for one in group.people]) for group in read.groups] == [
        *(("Beslutande", ["Anna Ek"]), ("Sekreterare", ["Bo Al"])),
    ]


def test_what_no_label_explains_is_told() -> None:
    read = front("Plats och tid   Biblioteket kl. 13.00–14.00\nKaffe serveras från kl. 12.30 i foajén")
    assert (read.place, read.unread) == ("Biblioteket", (2,))


def parts(text: str) -> Segmented:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "dokument.txt"
        source.write_text(text, encoding="utf-8")
        return segment(lay_out(extract(Request(source=source, target=Path(place) / "content"))))


TOP = "Sammanträdesprotokoll\nKulturnämnden\n2024-03-05\n\n"
HEADS = {
    "KN § 7/2024 Upprop\n\nBeslut\nJa.\n\nKN § 8/2024 Bidrag\nDnr KN 2024/3\n\nBeslut\nNej enligt\n§ 9 LSS.": [
        *("7 Upprop", "8 Bidrag KN 2024/3"),
    ],
    "§ 7\nUpprop\n\nBeslut\nJa.\n\nKN 2024/3\n§ 8\nBidrag till\nföreningar\n\nBeslut\nNej.\n\nforts. § 8\n\nMer.": [
        *("7 Upprop", "8 Bidrag till föreningar KN 2024/3"),
    ],
    "7 § Upprop\n\nBeslut\nJa.\n\n8 § Bidrag\n\nBeslut\nEnligt 4 kap. 1 § SoL.": ["7 Upprop", "8 Bidrag"],
    "Innehåll\n§ 7 Upprop ...... 2\n§ 8 Bidrag ...... 2\n\n§ 7 Upprop\n\nBeslut\nJa.\n\n§ 8 Bidrag\n\nBeslut\nNej.": [
        *("7 Upprop", "8 Bidrag"),
    ],
    "§ 7 Upprop\n\nBeslut\nJa.\n\n§ 9 Bidrag\n\nBeslut\nNej.\n\n§ 8 Lån\n\nBeslut\nJa.\n\n§ 9 Hyra\n\nBeslut\nJa.": [
        *("7 Upprop", "9 Bidrag", "8 Lån", "9 Hyra"),
    ],
}


@pytest.mark.parametrize("text", HEADS)
def test_heads_of_paragraphs(text: str) -> None:
    found = parts(TOP + text).items
    assert [
        " ".join([f"{one.number}", one.title, *(case.written for case in one.case_numbers)]) for one in found
    ] == HEADS[text]


def test_an_agenda_as_a_table() -> None:
    text = (
        "Kallelse till kulturnämnden\nTisdagen den 5 mars 2024 kl. 13.00\n\nNr   Ärende   Föredragande   Tid\n"
        "1   Upprop      13.00\n2   Bidrag 2024   Bo Ek   13.10\n    KN 2024/3   Eva Al\nPaus 14.00–14.15\n"
        "3   Övriga frågor      14.15\n"
    )
    found = parts(text)
    assert (found.laid.kind, found.laid.body, found.laid.date) == ("kallelse", "Kulturnämnden", date(2024, 3, 5))
    assert [(str(one.number), one.title, one.time) for one in found.items] == [
        *(("1", "Upprop", "13.00"), ("2", "Bidrag 2024", "13.10"), ("3", "Övriga frågor", "14.15")),
    ]
    assert found.items[1].presenters == (("Bo Ek", ""), ("Eva Al", ""))


def test_first_items_without_a_text_are_no_list_of_items() -> None:
    found = parts(
        "Kallelse till kulturnämnden\nTisdagen den 5 mars 2024 kl. 13.00\n\nÄrende 1\nUpprop\n\n"
        "Ärende 2\nVal av justerare\n\n"
        "Förslag till beslut\nBo Ek (S) väljs.\n\nÄrende 3\nBidrag 2024\n\nFörslag till beslut\n"
        "1. Bidragen beviljas.\n2. Pengarna betalas ut i mars.\n\nÄrende 4\nÖvriga frågor\n"
    ).items
    assert [f"{one.number} {one.title}" for one in found] == [
        *("1 Upprop", "2 Val av justerare", "3 Bidrag 2024", "4 Övriga frågor"),
    ]


WHAT = {
    "Protokoll från kommunstyrelsens sammanträde den 5 mars 2024": ("protokoll", "", "Kommunstyrelsen"),
    "Protokollsutdrag\nKommunstyrelsens arbetsutskott (KSAU)\n2024-03-05": (
        *("protokoll", "utdrag", "Kommunstyrelsens arbetsutskott"),
    ),
    "KSAU\nPROTOKOLL 1 (25)\n24-03-05": ("protokoll", "", "Kommunstyrelsens arbetsutskott"),
    "Kommunstyrelsen\nArbetsutskottet\nMötesprotokoll 2024-03-05": (
        *("protokoll", "", "Kommunstyrelsens arbetsutskott"),
    ),
    "Region Exempel\nHÄLSO- OCH SJUKVÅRDSNÄMNDEN\nSammanträdesdatum\n2024-03-05\nJusterandes sign": (
        *("protokoll", "", "Hälso- och sjukvårdsnämnden"),
    ),
    "Kompletterande kallelse\nNämnden för arbete och välfärd\nUtskick 2024-02-27\nMötesdatum 5/3 2024": (
        *("kallelse", "tillägg", "Nämnden för arbete och välfärd"),
    ),
}


@pytest.mark.parametrize("text", WHAT)
def test_what_a_document_is(text: str) -> None:
    sign = "§ 1 Upprop\n\nBeslut\nJa.\n" if WHAT[text][0] == "protokoll" else "1. Upprop\n2. Val\n"
    laid = parts(f"{text}\n\n{sign}").laid
    assert (laid.kind, laid.variant, laid.body, laid.date) == (*WHAT[text], date(2024, 3, 5))


PIECES = (
    *("Plats och tid", "Rådhuset kl 9", "Beslutande", "Anna Ek (S)", "ersätter Bo Al (M)", "§§ 4, 7–", "Underskrifter"),
    *(
        "....... Paragrafer 7–9",
        "ANSLAG/BEVIS",
        "Datum för anslags",
        "uppsättande 2024-13-40",
        "X   X",
        "(",
        "§",
        "för",
    ),
    *("Tjg   Ej tjg", "Namn   Parti", "C   Bo Ek", "Ordförande", ": : :", "1:e vice", "på distans", "fr.o.m. § 9", ";"),
    *("Utses att justera   Bo Al (M) med Eva Ek (S) som ersättare", "Se sida 2", "övriga paragrafer 2024-03-05"),
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_front_page_raises(pieces: list[str]) -> None:
    read = front("\n".join(pieces))
    assert set(read.unread) <= set(range(1, len(pieces) + 1))
    try:
        parts(f"{TOP}{chr(10).join(pieces)}\n\n§ 7 Upprop\n\nBeslut\nJa.\n")
    except ImportRefusedError as refused:
        assert refused.problems


def test_a_notice_with_both_days_and_one_paragraph_beside_a_name() -> None:
    read = front(
        "Plats och tid      Sal Eken\n                   Tisdagen den 5 mars 2024 kl 18:00\n\n"
        "Tjänstemän\nEva Al, ekonom          § 3\n\nAnslag\nProtokollet är anslaget      2024-03-12 -- 2024-04-03"
    )
    assert [(one.announced, one.removed) for one in read.all_notices] == [(date(2024, 3, 12), date(2024, 4, 3))]
    assert [str(one.start) for one in read.times] == ["18:00:00"]
    assert [(one.name, str(one.paragraphs)) for group in read.groups for one in group.people] == [("Eva Al", "3")]
