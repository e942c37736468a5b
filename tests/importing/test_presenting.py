"""Agendas whose lists name who presents below the titles, and letters between their items without a page head."""

from pathlib import Path

from paragraf import importing
from paragraf.model import Agenda
from paragraf.reading import read_meeting

HEAD = "Rönnby kommun                    KALLELSE\nSocialnämnden      2024-03-05      {page} (4)\n\n"
LIST = """Plats och tid      Sal Eken, kl 13:00

Ärendelista

1.   Upprop

2.   Ny taxa för hemtjänst                   SN 2024/11
     Ture K. Berg, Eva Al
     Medtag: budget för året

3.   Flytt av träffpunkten från
     Storgatan
     Eva Al, enhetschef
"""
ITEMS = (
    "2.   Ny taxa för hemtjänst\n     Dnr SN 2024/11\n\nFörslag till beslut\nTaxan antas.\n\n"
    "Handlingar\n- Tjänsteskrivelse 2024-02-20\n",
    "3.   Flytt av träffpunkten från Storgatan\n\nFörslag till beslut\nTräffpunkten flyttas.\n",
)
LETTER = """Rönnby kommun
Socialkontoret               TJÄNSTESKRIVELSE
Eva Al                       2024-02-20

Taxan är låg.
"""
SQUARE = """Plats och tid      Sal Eken, kl 13:00

Ärendelista

1.   Upprop

2.   Ny detaljplan
     Stora Torget

3.   Övrigt
"""


def agenda_of(place: Path, *pages: str) -> Agenda:
    source = place / "kallelse.txt"
    source.write_text("\f".join(pages), "utf-8")
    result = importing.run(source, place / "ut")
    assert result.folder is not None, [one.message for one in result.problems]
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None and meeting.agenda is not None
    return meeting.agenda


def headed(*texts: str) -> list[str]:
    return [f"{HEAD.format(page=number)}{text}" for number, text in enumerate(texts, 1)]


def test_names_alone_below_titles_present_the_items(tmp_path: Path) -> None:
    found = agenda_of(tmp_path, *headed(LIST, *ITEMS)).items
    assert [(one.number, one.title, [(who.name, who.title) for who in one.presenters]) for one in found] == [
        (1, "Upprop", []),
        (2, "Ny taxa för hemtjänst", [("Ture K. Berg", ""), ("Eva Al", "")]),
        (3, "Flytt av träffpunkten från Storgatan", [("Eva Al", "enhetschef")]),
    ]


def test_a_single_name_below_a_title_is_no_habit(tmp_path: Path) -> None:
    assert [who.name for one in agenda_of(tmp_path, *headed(SQUARE)).items for who in one.presenters] == []


def test_a_page_without_the_head_of_all_others_is_a_document_of_the_item_before(tmp_path: Path) -> None:
    own = headed(LIST, *ITEMS)
    found = agenda_of(tmp_path, own[0], own[1], LETTER, own[2]).items
    texts = {one.number: [section.text for section in one.sections] for one in found}
    assert texts[2] == ["Taxan antas.", "- [Tjänsteskrivelse 2024-02-20](bilagor/tjansteskrivelse-2024-02-20.md)"]
    assert texts[3] == ["Träffpunkten flyttas."]
