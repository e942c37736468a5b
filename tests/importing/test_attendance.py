"""Who was there, for whom, for which §§, and how they voted: as lists and tables of first pages print it."""

import pytest

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import LaidLine, Line, Note
from paragraf.importing.front import Front, read_front
from paragraf.importing.frontvotes import with_votes
from paragraf.importing.people import people
from paragraf.importing.statements import says_adjusted_at_once
from paragraf.model import Attendee, Paragraph, Section

KNOWN = [ParagraphNumber(43), ParagraphNumber(50)]


def shown(one: Attendee) -> str:
    """A person in few words: name, party, [role], whom he or she serves for, §§."""
    parts = [one.name, one.party or "", f"[{one.role}]" if one.role else ""]
    parts += [f"för {one.serves_for} {one.serves_for_party or ''}".rstrip()] if one.serves_for else []
    parts += [str(one.paragraphs)] if one.paragraphs else []
    return " ".join(part for part in (*parts, "distans" if one.remote else "") if part)


FORMS = {
    "Lo Granat (L) tj. ers. för Ivar Brandt (M) §§ 44-49": ["Lo Granat L för Ivar Brandt M 44–49"],
    "Lo Granat (L), tj ers Ivar Brandt (M)": ["Lo Granat L för Ivar Brandt M"],
    "Lo Granat (L) i.st.f. Ivar Brandt (M) t o m § 47": ["Lo Granat L för Ivar Brandt M 43–47"],
    "Lo Granat (L) istf Ivar Brandt (M), fr.o.m. kl. 14.10, § 48": [
        "Lo Granat L [fr.o.m. kl. 14.10] för Ivar Brandt M 48–50",
    ],
    "Lo Granat (L) ersätter vakant plats (M)": ["Lo Granat L för vakant plats M"],
    "Ersättare Lo Granat (L) för Ivar Brandt (M) § 45": ["Lo Granat L [ersättare] för Ivar Brandt M 45"],
    "Ivar Brandt (M) ersätts av Lo Granat (L) § 44": ["Ivar Brandt M", "Lo Granat L för Ivar Brandt M 44"],
    "Lo Granat (L) ersätter Bo Ek (M) §§ 44-46, Eva Al (S) för Jan Ask (S) t o m § 47, Siv Sol (C)": [
        *("Lo Granat L för Bo Ek M 44–46", "Eva Al S för Jan Ask S 43–47", "Siv Sol C"),
    ],
    "Lo Granat (L) §§ 44-49 (kl 9.00-11.30)": ["Lo Granat L [kl 9.00-11.30] 44–49"],
    "Lo Granat (L), kl. 13.00–15.10": ["Lo Granat L [kl. 13.00–15.10]"],
    "Lo Granat (L) (kom 17:20)": ["Lo Granat L [kom 17:20]"],
    "Lo Granat (L) anlände kl 17.20, § 45": ["Lo Granat L [anlände kl 17.20] 45–50"],
    "*Lo Granat (L), §§ 44-46, kl 18.30-19.10": ["Lo Granat L [kl 18.30-19.10] 44–46"],
    "Lo Granat (L) §§ 44–49 (ej § 46)": ["Lo Granat L 44–45, 47–49"],
    "Lo Granat (L) under § 50": ["Lo Granat L 50"],
    "Lo Granat (L), ej under § 44": ["Lo Granat L ej 44"],
    "Lo Granat (L) med undantag av § 44": ["Lo Granat L ej 44"],
    "Lo Granat (L) frånvarande § 45": ["Lo Granat L ej 45"],
    "Lo Granat (L), jäv § 44": ["Lo Granat L ej 44"],
    "Lo Granat (L) inträdde vid § 46": ["Lo Granat L 46–50"],
    "Ledamot Lo Granat (-)": ["Lo Granat - [ledamot]"],
}


@pytest.mark.parametrize("text", FORMS)
def test_what_stands_after_a_name(text: str) -> None:
    assert [shown(one) for one in people(text, KNOWN)] == FORMS[text]


UNTOLD = (
    *("Ivar Brandt (M), ersättare Lo Granat (L)", "Lo Granat (L) ersätter", "Lo Granat (L) Nej"),
    *("Lo Granat (L) lämnade sammanträdet kl. 14.00, § 45", "Närvarande Tjänstgörande", "Namn Parti"),
)


@pytest.mark.parametrize("text", UNTOLD)
def test_what_cannot_be_told_is_no_fact(text: str) -> None:
    assert people(text, KNOWN) == ()


def front(text: str) -> Front:
    """The front page of lines of plain text, with their blanks."""
    lines = []
    for number, row in enumerate(text.split("\n"), 1):
        cells = tuple(cell.strip() for cell in row.split("   ") if cell.strip())
        line = Line(
            number=number,
            text=row.strip(),
            indent=len(row) - len(row.lstrip()),
            empty=not row,
            cells=cells if len(cells) > 1 else (),
        )
        lines.append(LaidLine(line=line))
    return read_front(lines, "Kulturnämnden", KNOWN)


def groups(read: Front) -> dict[str, list[str]]:
    return {group.label: [shown(one) for one in group.people] for group in read.groups}


def test_substitutes_beside_members_serve_for_them() -> None:
    read = front(
        "Ledamöter                  Närvarande     Tjänstgörande ersättare\n"
        "Anna Ek (S), 1:e vice      Ja\n"
        "ordförande\n"
        "Bo Al (M)                  Nej            Lo Granat (M)\n"
        "Cia By (C)                 §§ 44–46       Siv Sol (C), §§ 47–49\n"
        "Dan Ed (V)                 På distans\n"
        "\n"
        "Ersättare                  Närvarande\n"
        "Lo Granat (M)              Ja\n"
        "Siv Sol (C)                Ja\n"
    )
    assert groups(read) == {
        "Ledamöter": ["Anna Ek S [1:e vice ordförande]", "Cia By C 44–46", "Dan Ed V distans"],
        "Ersättare": ["Lo Granat M för Bo Al M", "Siv Sol C för Cia By C 47–49"],
    }
    assert (read.unread, read.notes) == ((), ())


def test_a_column_of_members_in_whose_place_substitutes_serve() -> None:
    read = front(
        "Närvarolista\n\nNamn            Parti   Tjänstgör för      Närvarande\n"
        "Anna Ek         S                          hela mötet\n"
        "Lo Granat       KD      Walter Hav (KD)    §§ 44–46\nEva Fe          -                          X\n"
    )
    assert groups(read) == {"Närvarolista": ["Anna Ek S", "Lo Granat KD för Walter Hav KD 44–46", "Eva Fe -"]}


def test_lost_columns_are_read_by_their_order() -> None:
    read = front(
        "Närvarolista\nNamn Parti Tjänstgör för Närvarande\nAnna Ek S hela mötet\n"
        "Lo Granat KD Walter Hav (KD) §§ 44–46\n\n"
        "Ledamöter Närvarande Tjänstgörande ersättare\nBo Al (M) Nej Siv Sol (M)\nCia By (C) Ja"
    )
    assert groups(read) == {
        "Närvarolista": ["Anna Ek S", "Lo Granat KD för Walter Hav KD 44–46"],
        "Ledamöter": ["Cia By C"],
        "Tjänstgörande ersättare": ["Siv Sol M för Bo Al M"],
    }


def test_who_serves_for_whom_is_not_guessed() -> None:
    read = front(
        "Ersättare           Närvarande   Ersättare\n"
        "Lo Granat (M)       X            Bo Al (M)\nSiv Sol (C)         X\n"
    )
    assert groups(read) == {"Ersättare": ["Lo Granat M", "Siv Sol C"]}
    assert [note.text for note in read.notes] == [
        "Vem som tjänstgör för vem går inte att utläsa: ”Lo Granat” och ”Bo Al (M)”.",
    ]
    read = front("Ledamöter                Ersättare\nAnna Ek (S)              Bo Al (S)\nCia By (C)\n")
    assert groups(read) == {"Ledamöter": ["Anna Ek S", "Cia By C"], "Ersättare": ["Bo Al S"]}


def test_vacant_places_are_told() -> None:
    read = front("Ledamöter        Närvaro\nAnna Ek (S)      X\nVakant (M)\nBo Al (M)        X\n")
    assert groups(read) == {"Ledamöter": ["Anna Ek S", "Bo Al M"]}
    assert [(note.line, note.text) for note in read.notes] == [
        (3, "”Vakant (M)” är en tom plats och står inte i närvaron."),
    ]


VOTES = """NÄRVARO- OCH OMRÖSTNINGSLISTA

                            Närvaro          § 45           § 46
LEDAMÖTER                   Tjg   Ej tjg     JA   NEJ       JA   NEJ   AVST
Anna Ek (S), ordförande     X                X                         X
Bo Al (M)                   X                     X         X
Cia By (C), § 45            X                X
Dan Ed (V)
ERSÄTTARE
Lo Granat (V) för Dan Ed    X                X                   X
Siv Sol (M)                       X
Summa                       4     1          3    1         1    1     1
"""


def test_votes_in_an_attendance_table() -> None:
    read = front(VOTES)
    assert groups(read) == {
        "LEDAMÖTER": ["Anna Ek S [ordförande]", "Bo Al M", "Cia By C 45"],
        "ERSÄTTARE": ["Lo Granat V för Dan Ed", "Siv Sol M"],
    }
    assert [(vote.number, vote.call.ballots, vote.call.sums) for vote in read.votes] == [
        (
            45,
            (("Anna Ek (S)", "ja"), ("Bo Al (M)", "nej"), ("Cia By (C)", "ja"), ("Lo Granat (V)", "ja")),
            (("ja", 3), ("nej", 1)),
        ),
        (
            46,
            (("Anna Ek (S)", "avstår"), ("Bo Al (M)", "ja"), ("Lo Granat (V)", "nej")),
            (("ja", 1), ("nej", 1), ("avstår", 1)),
        ),
    ]
    assert read.unread == ()


def test_votes_go_to_their_paragraphs_and_are_compared_with_the_result() -> None:
    told = Section(heading="Omröstning", kind="omrostning", text="Med 3 ja-röster mot 2 nej-röster bifalls förslaget.")
    decided = Section(heading="Beslut", kind="beslut", text="Förslaget bifalls.")
    paragraphs = (
        Paragraph(number=ParagraphNumber(45), title="Bidrag", sections=(told, decided)),
        Paragraph(number=ParagraphNumber(46), title="Hyra", sections=(decided,)),
    )
    notes: list[Note] = []
    first, second = with_votes(paragraphs, front(VOTES).votes, notes)
    assert first.sections[0].text.startswith(f"{told.text}\n\n| Ledamot | Röst |\n|---|---|\n| Anna Ek (S) | ja |")
    assert [section.heading for section in second.sections] == ["Omröstning", "Beslut"]
    assert [note.text for note in notes] == [
        "§ 45: närvarolistans röster stämmer inte med resultatet: 2 nej enligt texten men 1 namn.",
        "§ 46: rösterna står i närvarolistan; rubriken ”Omröstning” är tillagd.",
    ]


def test_a_list_of_votes_names_its_paragraph_above() -> None:
    read = front(
        "Omröstningslista nr 1\n§ 46 Hyra för hallen\n\nLedamot           Ja    Nej   Avst   Frånv\n"
        "Anna Ek (S)       X\nBo Al (M)               X\nCia By (C)                    X\n"
    )
    assert read.groups == ()
    assert [(vote.number, vote.call.ballots) for vote in read.votes] == [
        (46, (("Anna Ek (S)", "ja"), ("Bo Al (M)", "nej"), ("Cia By (C)", "avstår"))),
    ]


def test_yes_and_no_of_attendance_are_no_votes() -> None:
    read = front(
        "NÄRVAROLISTA\n\n                  Närvaro          Votering\nLEDAMÖTER         Ja    Nej        Ja    Nej\n"
        "Anna Ek, ordf     X\nBo Al                   X\nCia By            X\n"
    )
    assert groups(read) == {"LEDAMÖTER": ["Anna Ek [ordf]", "Cia By"]}
    assert read.votes == ()


def test_a_vote_of_no_known_paragraph_is_told() -> None:
    read = front("Omröstningslista\n\nLedamot         Ja    Nej\nAnna Ek (S)     X\nBo Al (M)             X\n")
    notes: list[Note] = []
    assert with_votes((), read.votes, notes) == ()
    assert [note.text for note in notes] == [
        "Omröstningen säger inte vilken paragraf den gäller: Anna Ek (S) ja; Bo Al (M) nej.",
    ]


def test_names_that_sign_are_no_substitutes() -> None:
    read = front(
        "Tjänstepersoner\nBo Al, ekonomichef\nProtokollet signeras digitalt av\nOrdförande: Anna Ek\nJusterare: Cia By"
    )
    assert groups(read)["Tjänstepersoner"] == ["Bo Al [ekonomichef]"]


def test_names_over_offices_sign_and_belong_to_no_column() -> None:
    read = front("Ledamöter   Ersättare\nAnna Ek (S)   Bo Al (M)\n\nAnna Ek   Cia By\nOrdförande   Sekreterare")
    assert groups(read) == {"Ledamöter": ["Anna Ek S"], "Ersättare": ["Bo Al M"], "Sekreterare": ["Cia By"]}
    assert read.unread == ()


SIGNED = "Ledamöter\nAnna Ek (S)\n\nCia By\nSekreterare\n\nDan Lo\nJusteringsperson\n\nAnna Ek\nOrdförande"


def test_names_over_offices_down_the_page() -> None:
    read = front(SIGNED)
    assert groups(read) == {"Ledamöter": ["Anna Ek S"], "Sekreterare": ["Cia By"]}
    assert [one.name for one in read.adjusters] == ["Dan Lo"]
    offices_first = front("Ledamöter\nAnna Ek (S)\n\nSekreterare\nCia By\n\nOrdförande\nAnna Ek\n\nJusterare\nDan Lo")
    assert groups(offices_first) == groups(read)
    assert offices_first.adjusters == read.adjusters


def test_those_who_sign_an_agenda_are_not_called() -> None:
    text = SIGNED.replace("Justeringsperson", "Sekreterare")
    lines = [LaidLine(line=Line(number=at, text=one)) for at, one in enumerate(text.split("\n"), 1)]
    read = read_front(lines, "Nämnden", minutes=False)
    assert groups(read) == {"Ledamöter": ["Anna Ek S"]}
    assert read.unread == (4, 7)


def test_stars_before_names_are_told() -> None:
    read = front("Beslutande\nAnna Ek (S)\n*Lo Granat (M), §§ 44-46\nBo Al (C)")
    assert groups(read) == {"Beslutande": ["Anna Ek S", "Lo Granat M 44–46", "Bo Al C"]}
    assert [(note.line, note.text) for note in read.notes] == [
        (3, "Stjärnan före 1 namn är inte med i närvaron; den brukar märka tjänstgörande ersättare."),
    ]
    assert front("Beslutande\n* Anna Ek (S)\n* Lo Granat (M)").notes == ()


AT_ONCE = {
    "Paragrafen förklaras omedelbart justerad.": True,
    "Omedelbar justering av § 45.": True,
    "Förslaget antas med omedelbar justering.": True,
    "Protokollet justeras omedelbart i denna del.": True,
    "Nämnden avslår yrkandet om omedelbar justering.": False,
    "Ärendet justeras vid nästa sammanträde.": False,
}


@pytest.mark.parametrize("text", AT_ONCE)
def test_what_is_adjusted_at_once(text: str) -> None:
    assert says_adjusted_at_once(f"Förslaget bifalls.\n\n{text}") is AT_ONCE[text]


def test_those_who_are_excepted_were_not_there() -> None:
    read = front(
        "Beslutande    Samtliga närvarande med undantag av Bo Ek (s),\n"
        "              Eva Al (c) och Jan Ask (m)\n"
        "\n"
        "              Som ersättare inträder Siv Sol (s) för Bo Ek (s) och Lo\n"
        "              Granat (c) för Eva Al (c)\n"
        "\n"
        "              Jan Ask (m) saknar ersättare\n"
        "              Ivar Brandt (v) § 43"
    )
    assert groups(read) == {"Beslutande": ["Siv Sol s för Bo Ek s", "Lo Granat c för Eva Al c", "Ivar Brandt v 43"]}
    assert read.notes == (
        Note(
            line=1,
            text="Närvaron är skriven som löpande text, ”Samtliga närvarande med undantag av Bo Ek (s), Eva Al (c) och "
            "Jan Ask (m) Som ersättare inträder Siv Sol (s) för Bo Ek (s) och Lo Granat (c) för Eva Al (c) Jan Ask (m) "
            "saknar ersättare”: skriv in de närvarande för hand. Frånvarande: Bo Ek, Eva Al, Jan Ask. "
            "Ersättare som är inlästa: Siv Sol för Bo Ek, Lo Granat för Eva Al.",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Alla ledamöter utom Bo Ek (S)",
        "Fulltalig nämnd förutom Bo Ek (S)",
        "Hela nämnden närvarande. Frånvarande: Bo Ek (S)",
        "Samtliga ledamöter utom ordföranden Bo Ek (S)",
        "Ledamöterna med undantag för Bo Ek (S)",
    ],
)
def test_words_for_those_who_are_excepted(text: str) -> None:
    read = front(f"Beslutande    {text}")
    assert groups(read) == {}
    assert [note.text.endswith("skriv in de närvarande för hand. Frånvarande: Bo Ek.") for note in read.notes] == [True]


def test_names_in_a_list_below_the_exception_are_not_read_as_present() -> None:
    read = front("Beslutande    Samtliga med undantag av\n              Bo Ek (S)\n              Eva Al (C)")
    assert groups(read) == {}
    assert ["Bo Ek (S) Eva Al (C)”: skriv in" in note.text for note in read.notes] == [True]


@pytest.mark.parametrize("text", ["Gruppen utom Bo Ek (S)", "Eva Al (C) samt sekreterare i nämnden Siv Sol"])
def test_what_is_left_or_added_is_no_role(text: str) -> None:
    assert people(text) == ()


def test_who_is_excepted_from_taking_part_at_a_distance_was_there() -> None:
    read = front("Beslutande    Eva Al (C)\n              Bo Ek (S)\n              Alla på distans utom Bo Ek (S)")
    assert groups(read) == {"Beslutande": ["Eva Al C", "Bo Ek S"]}


@pytest.mark.parametrize("first", ["Övriga deltagande    Ersättare: ", "Övriga deltagande Ersättare: "])
def test_officials_after_substitutes_stand_under_the_outer_label(first: str) -> None:
    read = front(f"{first}Bo Ek (S), Eva Al (C) samt sekreterare Siv Sol,\n    socialchef Jan Ask § 43")
    assert groups(read) == {
        "Övriga deltagande": ["Siv Sol [sekreterare]", "Jan Ask [socialchef] 43"],
        "Ersättare": ["Bo Ek S", "Eva Al C"],
    }


def test_a_titled_name_after_someone_with_a_party() -> None:
    found = [shown(one) for one in people("Bo Ek (S) samt sekreterare Siv Sol")]
    assert found == ["Bo Ek S", "Siv Sol [sekreterare]"]


def test_what_a_body_decides_is_no_role() -> None:
    assert people("Närvarorätt Socialnämnden beslutar att medge närvarorätt.") == ()


def test_substitutes_below_another_heading_are_a_group_of_their_own() -> None:
    read = front(
        "Beslutande\n\nLedamöter    Bo Ek (S)\n\nErsättare    Eva Al (C)\n\n"
        "Övriga närvarande\n\nErsättare    Siv Sol (C)\n\nTjänstemän    Jan Ask, chef"
    )
    assert groups(read) == {
        "Ledamöter": ["Bo Ek S"],
        "Ersättare": ["Eva Al C"],
        "Övriga närvarande ersättare": ["Siv Sol C"],
        "Tjänstemän": ["Jan Ask [chef]"],
    }


def test_time_and_place_in_a_sentence_with_breaks() -> None:
    read = front(
        "Tid och plats    Onsdagen den 8 maj 2024 kl.13.30-17.10 i konferenssal Ån,\n"
        "                 Kommunhuset.\n"
        "                 Ajournering kl.15.05-15.20, 16.15-16.25"
    )
    assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in read.times if one.end] == [
        *("13:30-15:05", "15:20-16:15", "16:25-17:10"),
    ]
    assert read.place == "konferenssal Ån, Kommunhuset"
