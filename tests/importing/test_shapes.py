"""Single forms that printed agendas and minutes have: people, columns, page heads, marks, lists."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from paragraf import importing
from paragraf.cli import main
from paragraf.importing.attached import attached_markdown
from paragraf.importing.document import Break, LaidLine, Line
from paragraf.importing.headers import parse_header
from paragraf.importing.names import column_names, serving_substitutes
from paragraf.importing.people import person

PEOPLE = {
    "Siv Exempel (S)": ("Siv Exempel", "S", None, None, None),
    "Siv Exempel (S), ordförande": ("Siv Exempel", "S", "ordförande", None, None),
    "Siv Exempel (S) ordförande": ("Siv Exempel", "S", "ordförande", None, None),
    "* Maj von Exempel (-)": ("Maj von Exempel", "-", None, None, None),
    "Jo Exempel, förvaltningschef": ("Jo Exempel", None, "förvaltningschef", None, None),
    "Kim Exempel": ("Kim Exempel", None, None, None, None),
    "Bo Exempel (C) ersätter Inga Exempel (C)": ("Bo Exempel", "C", None, "Inga Exempel", None),
    "Bo Exempel (C) tjg ers för Inga Exempel (C)": ("Bo Exempel", "C", None, "Inga Exempel", None),
    "Bo Exempel (C) tjg. för Inga Exempel (C)": ("Bo Exempel", "C", None, "Inga Exempel", None),
    "Bo Exempel (C) i st f Inga Exempel (C) § 28": ("Bo Exempel", "C", None, "Inga Exempel", "28"),
    "Bo Exempel (C), vice ordförande tjänstgör för Inga Exempel": (
        *("Bo Exempel", "C", "vice ordförande", "Inga Exempel", None),
    ),
    "Bo Exempel (C), tjänstgörande ersättare för Inga Exempel (C)": ("Bo Exempel", "C", None, "Inga Exempel", None),
    "Jo Exempel, jurist, §§ 47, 50–52": ("Jo Exempel", None, "jurist", None, "47, 50–52"),
    "Jo Exempel, jurist (ej § 27)": ("Jo Exempel", None, "jurist", None, "ej 27"),
    "Jo Exempel, ekonom, del av § 28": ("Jo Exempel", None, "ekonom", None, "del av 28"),
}
NOBODY = ("Kommunhuset", "Jo Exempel, § abc", "2024-03-13", "enligt bilaga")


@pytest.mark.parametrize("text", PEOPLE)
def test_people(text: str) -> None:
    found = person(text)
    assert found is not None
    which = str(found.paragraphs) if found.paragraphs else None
    assert (found.name, found.party, found.role, found.serves_for, which) == PEOPLE[text]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_person(text: str) -> None:
    assert person(text) is None


COLUMNS = {
    "": ((), ""),
    "Anna-Karin Öst Åberg, Bo von Platen": ((("Anna-Karin Öst Åberg", ""), ("Bo von Platen", "")), ""),
    "Cecilia Eng och Davut Kaya": ((("Cecilia Eng", ""), ("Davut Kaya", "")), ""),
    "Eva Sand, ekonom": ((("Eva Sand", "ekonom"),), ""),
    "Eva Sand, Ekonom": ((("Eva Sand", "Ekonom"),), ""),
    "Eva Sand, tillförordnad ekonom, Bo Ek": ((("Eva Sand", "tillförordnad ekonom"), ("Bo Ek", "")), ""),
    "Förvaltningschef Bo Ek samt jurist Lo Al": ((("Bo Ek", "förvaltningschef"), ("Lo Al", "jurist")), ""),
    "Bo Lund om vägar": ((("Bo Lund", ""),), "om vägar"),
}


@pytest.mark.parametrize("text", COLUMNS)
def test_the_column_of_presenters(text: str) -> None:
    assert column_names(text) == COLUMNS[text]


HEADERS = {
    "2 - Titel (23/SN/132) Föredragande Bo Ek kl. 13:10": ("2", "Titel", ["23/SN/132"], "kl. 13:10"),
    "5 - Info 13:00 Föredragande Bo Ek": ("5", "Info", [], "13:00"),
    "3 a – Val av 2 – 3 ledamöter": ("3a", "Val av 2 – 3 ledamöter", [], ""),
    "7 – Plan för Berg 1:4 (2024-00123) Föredragande Bo Ek 10.30": ("7", "Plan för Berg 1:4", ["2024-00123"], "10.30"),
    "§ 12 a Titel Dnr KS 2024/12": ("12a", "Titel", ["KS 2024/12"], ""),
    "§ 7. Titel – med streck": ("7", "Titel – med streck", [], ""),
    "§ 45- Titel (24/SN/3 och 24/SN/4)": ("45", "Titel", ["24/SN/3", "24/SN/4"], ""),
}


@pytest.mark.parametrize("text", HEADERS)
def test_the_head_of_an_item(text: str) -> None:
    found = parse_header(text, agenda=not text.startswith("§"))
    numbers = [number.written for number in found.case_numbers]
    assert (str(found.number), found.title, numbers, found.time) == HEADERS[text]


def test_who_serves_for_whom_in_a_sentence() -> None:
    text = "Bo Ek (C) tjg ers för Eva Al (C). Lo Ek (S) tjänstgör i stället för Jan Al (S) och Ann Öst (M) är borta."
    assert serving_substitutes(text) == (("Bo Ek", "C", "Eva Al", "C"), ("Lo Ek", "S", "Jan Al", "S"))


def markdown(text: str) -> str:
    lines = [
        LaidLine(
            line=Line(
                number=number,
                text=row.strip(),
                indent=len(row) - len(row.lstrip()) if row.strip() else 0,
                soft=row.endswith(" ") and bool(row.strip()),
                empty=not row,
            ),
            page=Break.POSSIBLE if row.startswith(" ") and row.strip() else Break.NONE,
        )
        for number, row in enumerate(text.split("\n"), 1)
    ]
    return attached_markdown(lines)


LONG = "En rad som är så lång att den går ända ut till kanten av sidan och sedan bryts just efter"


def test_a_clause_that_begins_with_att_is_not_the_word_att_in_a_sentence() -> None:
    assert markdown(f"{LONG} och \natt den fortsätter här.") == f"{LONG} och att den fortsätter här."
    clauses = f"att {LONG}, \natt den andra satsen börjar."
    assert markdown(clauses) == f"att {LONG},\n\natt den andra satsen börjar."


def test_bullets_one_after_the_other_are_entries() -> None:
    assert markdown(f"- {LONG}. \n- {LONG}.") == f"- {LONG}.\n- {LONG}."


def test_notes_at_the_foot_of_a_page_stay_apart() -> None:
    text = f"{LONG} är \n \n1 {LONG}. \n2 {LONG}. \n större än så."
    assert markdown(text) == f"{LONG} är\n\n1 {LONG}.\n\n2 {LONG}.\n\nstörre än så."


def test_a_heading_is_one_wherever_it_stands() -> None:
    text = f"{LONG}.\n\nHemtjänsten\n\n{LONG}.\n{LONG}.\n\nHemtjänsten\n\nMålet nås."
    assert markdown(text).count("## Hemtjänsten") == 2


def test_a_line_over_running_text_is_its_heading() -> None:
    text = f"Risker\n{LONG} \noch så är det."
    assert markdown(text) == f"## Risker\n\n{LONG} och så är det."
    assert markdown(f"Helt vanlig rad.\n{LONG} \noch så är det.").startswith("Helt vanlig rad.\n\n")


def test_a_table_below_a_list_is_no_part_of_the_list() -> None:
    text = f"- {LONG} \noch så är det.\n\nBadhuset 12 400 13 100\nSimhallen 9 300 8 700"
    expected = f"- {LONG} och så är det.\n\n```\nBadhuset 12 400 13 100\nSimhallen 9 300 8 700\n```"
    assert markdown(text) == expected
    assert markdown("``` 1 2\n``` 3 4") == "````\n``` 1 2\n``` 3 4\n````"


def test_leaders_of_a_table_of_contents_are_short() -> None:
    assert markdown("1 Läget .......... 2\n1.1 Kön . . . . . . . 3") == "```\n1 Läget … 2\n1.1 Kön … 3\n```"


def test_the_head_of_a_table_over_its_first_row() -> None:
    text = "Boende i kommunen Platser Lediga Kö\nJanuari 48 19 11"
    assert markdown(text) == f"```\n{text}\n```"
    sentence = f"{LONG} \nhade 3,74 % av 1 559 000 kr"
    assert markdown(sentence) == f"{LONG} hade 3,74 % av 1 559 000 kr"


def test_lines_that_end_with_a_value_are_a_table() -> None:
    months = "Januari 13,5\n\nFebruari 12\n\nMars 14,25"
    assert markdown(months) == f"```\n{months}\n```"
    assert markdown("Januari 13,5\n\nFebruari 12") == "Januari 13,5\n\nFebruari 12"


HEAD = " PROTOKOLL\nSammanträdesdatum 2024-03-06\n\nSocialnämnden \n\nJusterare signatur Utdragsbestyrkande \n\n"
MINUTES = f"""\
{HEAD}§ 1 - Val av justerare

Beslut
Bo Ek (C) utses att justera protokollet.

Paragrafen är justerad
{HEAD}§ 2 - Yttrande (24/SN/4)

Beslut
Socialnämnden
 - lämnar yttrandet.

Beslutsunderlag
 Tjänsteskrivelse yttrande
 Protokoll pensionärsrådet

Paragrafen är omedelbart justerad.

Expedieras till
Regionen
 Yttrande
§ 2
24/SN/4
 Tjänsteskrivelse Sida 1 av 2
Dnr: 24/SN/4

Ärendet
Regionen har frågat vad nämnden tycker om förslaget till ny överenskommelse om hemsjukvård i länet.
 Dnr: 24/SN/4

Bilagor
Regionens brev

Page 4 of 9



Protokoll

Pensionärsrådet
2024-02-01

§ 3 Hemsjukvård
Rådet tycker att förslaget är bra.

Page 5 of 9



Protokoll

Pensionärsrådet
2024-02-01

Rådet tackar för informationen.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    source = tmp_path / "protokoll.txt"
    source.write_text(MINUTES, encoding="utf-8")
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    return folder


def shown(folder: Path) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["show", str(folder), "--json"])
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_paragraph_that_was_adjusted_at_once_and_what_stands_below_the_mark(minutes: Path) -> None:
    meeting = shown(minutes)
    assert [item["immediate"] for item in meeting["items"]] == [False, True]
    assert [one["paragraphs"] for one in meeting["adjustments"]] == ["1", "2"]
    assert meeting["items"][1]["recipients"] == ["Regionen"]
    assert meeting["items"][1]["decision"] == "Socialnämnden\n\n- lämnar yttrandet."
    assert [one["title"] for one in meeting["items"][1]["attachments"]] == [
        "Tjänsteskrivelse yttrande",
        "Protokoll pensionärsrådet",
    ]


def test_the_head_of_an_attached_document_stands_once(minutes: Path) -> None:
    letter = (minutes / "bilagor" / "tjansteskrivelse-yttrande.md").read_text("utf-8")
    assert letter.count("Dnr: 24/SN/4") == 1
    council = (minutes / "bilagor" / "protokoll-pensionarsradet.md").read_text("utf-8")
    assert council.count("Pensionärsrådet") == council.count("2024-02-01") == 1
    assert "Rådet tackar för informationen." in council


def test_show_tells_what_the_import_was_unsure_of_until_it_is_struck_out(minutes: Path) -> None:
    report = minutes / "import-rapport.md"
    missing = "Dokumentet har ingen närvarolista; bara de ersättare som texten nämner är med."
    assert shown(minutes)["problems"] == [
        {
            "code": "granska-import",
            "severity": "upplysning",
            "path": "import-rapport.md",
            "line": report.read_text("utf-8").split("\n").index(f"- {missing}") + 1,
            "message": missing,
            "suggestion": "",
        }
    ]
    report.write_text(report.read_text("utf-8").replace(f"- {missing}\n", ""), encoding="utf-8")
    assert shown(minutes)["problems"] == []
    report.unlink()
    assert shown(minutes)["problems"] == []
