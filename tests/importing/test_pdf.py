"""What a PDF says as lines: reading order, columns, tables, divided words, heads and feet."""

import io
import unicodedata
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from importing.papers import Paper, pdf
from paragraf import importing
from paragraf.formats.pdf import read_pdf
from paragraf.formats.signs import with_bullet
from paragraf.importing.document import Request
from paragraf.importing.extract import extract
from paragraf.importing.layout import lay_out

SENTENCE = "Kommunstyrelsen har under året behandlat frågan vid flera sammanträden och vill nu att den avslutas."
UNICODE = Paper(font="DejaVuSans")


def texts(text: str, paper: Paper = UNICODE) -> list[str]:
    return [line.text for line in read_pdf(pdf(text, paper)).lines if line.text]


def paragraphs(text: str, paper: Paper = UNICODE) -> list[str]:
    """The paragraphs, put together where the lines say that they go on."""
    found: list[str] = []
    going_on = False
    for line in read_pdf(pdf(text, paper)).lines:
        if going_on and line.text:
            found[-1] += f" {line.text}"
        elif line.text:
            found.append(line.text)
        going_on = bool(line.wrapped)
    return found


def test_wrapped_lines_are_known_by_their_width() -> None:
    names = "Alva Rönn (S), ordförande\nMaj Ek (C)"
    assert paragraphs(f"{SENTENCE} {SENTENCE}\n\n{names}\n{SENTENCE}") == [
        f"{SENTENCE} {SENTENCE}",
        *names.split("\n"),
        SENTENCE,
    ]


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    story = " ".join([SENTENCE] * 10)
    assert paragraphs(f"# Rubrik\n\n{story}", Paper(columns=2, margins=(90, 70, 560, 70)))[0] == "Rubrik"
    assert " ".join(texts(story, Paper(columns=2, margins=(90, 70, 560, 70)))) == story


def test_people_in_two_columns_stay_beside_each_other() -> None:
    rows = [("Ledamöter", "Ersättare"), ("Alva Rönn (S)", "Ahmed Sabri (V)"), ("Maj Ek (C)", "Lo Granat (L)")]
    lines = read_pdf(pdf("\n".join("\t".join(row) for row in rows))).lines
    assert [line.cells for line in lines] == rows
    assert lines[1].text == "Alva Rönn (S) Ahmed Sabri (V)"


def test_drawn_tables_keep_empty_cells_and_rows() -> None:
    table = "Namn\tParti\tRöst\nBo Ek\t\tNej med en lång förklaring som inte får plats\nCia Al\tM\t"
    lines = [line for line in read_pdf(pdf(table, Paper(ruled=True))).lines if line.text]
    assert [(line.row, line.cells) for line in lines] == [
        (1, ("Namn", "Parti", "Röst")),
        (2, ("Bo Ek", "", "Nej med en lång förklaring")),
        (2, ("", "", "som inte får plats")),
        (3, ("Cia Al", "M", "")),
    ]


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u2010"])
def test_divided_words(hyphen: str) -> None:
    narrow = Paper(font="DejaVuSans", hyphen=hyphen, margins=(90, 290, 80, 70))
    found = texts("Nämnden behandlar kommunens för\u00advaltnings\u00adberättelse.", narrow)
    assert [line[-1] for line in found] == ["\u00ad", "."]
    assert "".join(f"{line} ".replace("\u00ad ", "") for line in found).strip() == (
        "Nämnden behandlar kommunens förvaltningsberättelse."
    )


def test_spaced_letters_bullets_ligatures_and_composed_letters() -> None:
    assert texts("B E S L U T") == ["BESLUT"]
    assert texts("\u25aa ett\n\u25cf två\n– tre\n–5 grader") == ["- ett", "- två", "- tre", "–5 grader"]
    assert [with_bullet(f"{sign} ett") for sign in "\uf0b7\uf0a7\u27a2o"] == ["- ett", "- ett", "- ett", "o ett"]
    assert texts("o\ufb03ciell\n" + unicodedata.normalize("NFD", "Åtgärd")) == ["officiell", "Åtgärd"]


def test_headings_are_larger_or_bolder() -> None:
    lines = read_pdf(pdf(f"# Protokoll\n\n{SENTENCE}\n\n## Beslut\n{SENTENCE}\n\n### Not\n{SENTENCE}")).lines
    found = [(line.text, line.heading) for line in lines if line.heading]
    assert found == [("Protokoll", 1), ("Beslut", 2), ("Not", 3)]


def test_a_page_with_few_words_has_them_whole() -> None:
    # pdfium takes so short a text for one that runs downwards and sees a line end after every letter.
    lines = ["Sammanträdets inledning", "§ 44"]
    assert texts("\n".join(lines), Paper(font="DejaVuSans", size=8)) == lines


def test_a_bold_heading_that_fills_its_line_is_not_part_of_the_text_below() -> None:
    paper = Paper(margins=(90, 250, 80, 70), paragraph_space=0)
    heading = "Utskottets behandling av detta ärende"
    found = read_pdf(pdf(f"### {heading}\nKanslichefen berättar. {SENTENCE}", paper)).lines
    assert (found[0].text, found[0].wrapped) == (heading, False)


AGENDA = """KALLELSE
Kommunstyrelsen
Sammanträdesdatum 2024-02-14

1 – Mötets öppnande\tFöredragande\t9:00

Ärendebeskrivning
Ordföranden öppnar mötet.

2 – Avsiktsförklaring om samverkan kring vattenvård (KS 2024/7)\tFöredragande Rut Alm, Ove Brandt, Disa Ceder\t9:10
Ärendebeskrivning
Föreningen har hört av sig.

3 – Budgetramar\tFöredragande Rut Alm\t9:40
Ärendebeskrivning
Ekonomin redovisas.
"""


def test_heads_of_items_wrapped_in_columns(tmp_path: Path) -> None:
    source = tmp_path / "kallelse.pdf"
    source.write_bytes(pdf(AGENDA, Paper(widths=(190, 170, 60))))
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    heads = [path.read_text("utf-8").split("\n## ")[0] for path in sorted(folder.glob("kallelse/0*.md"))]
    assert heads[0].startswith("# Punkt 1 Mötets öppnande\n\nTid: 09.00")
    assert heads[1].strip() == (
        "# Punkt 2 Avsiktsförklaring om samverkan kring vattenvård\n\n"
        "Diarienummer: KS 2024/7\nFöredragande: Rut Alm\nFöredragande: Ove Brandt\nFöredragande: Disa Ceder\nTid: 09.10"
    )


def drawn(*words: tuple[float, float, str]) -> bytes:
    """A page with words at their places: x, y, text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for x, y, text in words:
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()


def test_letters_drawn_one_by_one_are_words() -> None:
    places = [70 + stringWidth("Bo Ek (S) bifaller"[:at], "Helvetica", 12) for at in range(18)]
    page = drawn(*[(x, 700, letter) for x, letter in zip(places, "Bo Ek (S) bifaller", strict=True)])
    assert [line.text for line in read_pdf(page).lines] == ["Bo Ek (S) bifaller"]


def test_justified_text_with_wide_blanks_is_no_table() -> None:
    rows = ["Kommunfullmäktiges arbetsordning och", "kommunallagens bestämmelser förutsätter", "att planen antas av ny"]
    words = []
    for place, row in enumerate(rows):
        gap = (270 - stringWidth(row.replace(" ", ""), "Helvetica", 12)) / row.count(" ")
        x = 70.0
        for word in row.split():
            words.append((x, 700 - 14.0 * place, word))
            x += stringWidth(word, "Helvetica", 12) + gap
    assert [(line.text, line.cells) for line in read_pdf(drawn(*words)).lines] == [(row, ()) for row in rows]


def test_columns_of_names_with_equal_gaps_stay_cells() -> None:
    page = drawn(
        *[(70 + 120 * at, 700 - 14 * row, name) for row in range(4) for at, name in enumerate(("Ek", "Alm", "By"))]
    )
    assert {line.cells for line in read_pdf(page).lines} == {("Ek", "Alm", "By")}


def test_text_outside_the_page_is_told_and_part_of_nothing(tmp_path: Path) -> None:
    page = drawn((70, 700, "PROTOKOLL Kommunstyrelsen 2024-02-14"), (70, 660, "§ 1 Sak"), (70, 640, "Beslut"))
    page_and_more = drawn(
        *[(70, 700, "PROTOKOLL Kommunstyrelsen 2024-02-14"), (70, 660, "§ 1 Sak"), (70, 640, "Beslut")],
        *[(70, 620, "Saken godkänns."), (70, -30, "Saken avslås."), (900, 620, "Ej så.")],
    )
    assert all(not line.furniture for line in read_pdf(page).lines)
    reading = read_pdf(page_and_more)
    hidden = [line for line in reading.lines if line.furniture]
    assert {(line.text, line.furniture) for line in hidden} == {
        ("Ej så.", "utanför sidan"),
        ("Saken avslås.", "utanför sidan"),
    }
    assert reading.notes == ((hidden[0].number, "Sidan 1 har text som inte syns (utanför sidan). Den är inte med."),)
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(page_and_more)
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    texts = "".join(path.read_text("utf-8") for path in folder.glob("protokoll/*.md"))
    assert "godkänns" in texts
    assert "avslås" not in texts
    assert "Ej så" not in texts


def test_a_sentence_goes_on_on_the_next_page_past_foot_and_head(tmp_path: Path) -> None:
    paper = Paper(header=("Rönnby kommun\t\tSida {page} av {pages}",), footer=("Justerandes sign",))
    source = tmp_path / "protokoll.pdf"
    story = " ".join([SENTENCE.lower().removesuffix(".")] * 60)
    source.write_bytes(
        pdf(f"PROTOKOLL\nKommunstyrelsen\nSammanträdesdatum 2024-02-14\n\n§ 1 Sak\n\nBeslut\nAtt {story}.\n", paper)
    )
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    item = next(folder.glob("protokoll/001-*.md")).read_text("utf-8")
    assert f"Att {story}." in item


FRONT = "PROTOKOLL\nKommunstyrelsen\nSammanträdesdatum 2024-02-14\n\nBeslutande\nAlva Rönn (S)\n"
ITEM = "\f§ {0} Sak {0}\n\nBeslut\nSak {0} godkänns.\n\nBeslutet skickas till\nEkonomi\n"
ITEMS = "".join(ITEM.format(number) for number in range(1, 9))


def test_heads_and_feet_are_what_comes_again_at_its_place(tmp_path: Path) -> None:
    paper = Paper(
        header=("Rönnby kommun\t\tSida {page} av {pages}", "Besöksadress Storgatan 1"),
        first_header=("Rönnby",),
        footer=("Ordf. paraf\t\tUtdrag bestyrks", "Org.nr 212000-0000"),
    )
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(pdf(FRONT + ITEMS, paper))
    laid = lay_out(extract(Request(source=source, target=tmp_path / "content")))
    kept = [line.line.text for line in laid.lines if not line.blank]
    assert [text for text in kept if "Rönnby kommun" in text or "Storgatan" in text or "Org.nr" in text] == []
    assert [text for text in kept if "paraf" in text] == []
    assert kept.count("Ekonomi") == kept.count("Beslut") == 8
    assert [text for text in kept if text.startswith("§")] == [f"§ {n} Sak {n}" for n in range(1, 9)]


def test_markup_of_the_source_is_text(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(pdf(f"{FRONT}\f§ 1 Sak\n\nBeslut\n<b>x</b> [a](b) # c\n"))
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    text = next(folder.glob("protokoll/001-*.md")).read_text("utf-8")
    assert "<b>x</b>" in text.replace("\\", "")
    assert "[a](b)" not in text
