"""What a Word file says as lines: numbers, tables, changes, notes, boxes, heads and feet."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from importing.papers import Paper
from importing.papers import docx as paper
from paragraf import importing
from paragraf.formats.line import Line, Reading
from paragraf.formats.word import read_word

W = nsdecls("w")
SPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
HIDDEN = (0, "Dokumentet har dold text, eller text som är vit eller för liten att läsa. Den är inte med.")
TWO_WIDE = '<w:gridSpan w:val="2"/>'
FIRST, NEXT = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(build: Callable[[Document], None]) -> Reading:
    """The lines of a document that is built from an empty one."""
    document = docx.Document()
    document.styles["Normal"].paragraph_format.space_after = 0
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_word(buffer.getvalue())


def body(xml: str) -> Callable[[Document], None]:
    """Puts this XML into the body."""

    def build(document: Document) -> None:
        root = parse_xml(f"<w:body {SPACES}>{xml}</w:body>")
        for one in list(root):
            document.element.body.insert_element_before(one, "w:sectPr")

    return build


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if line.text]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def hidden_run(properties: str = "") -> str:
    return f"<w:p>{run('Dolt.', properties)}</w:p>"


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    found = read(
        body(
            f"<w:p>{run('Bidraget är ')}<w:del>{run('<!-- -->')}<w:r><w:delText>40 000</w:delText></w:r></w:del>"
            f"<w:ins>{run('50 000')}</w:ins>{run(' kronor.')}</w:p>"
            f"<w:p><w:moveFrom>{run('Flyttad.')}</w:moveFrom></w:p><w:p><w:moveTo>{run('Flyttad.')}</w:moveTo></w:p>"
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Stycket ')}</w:p><w:p>{run('går ihop.')}</w:p>"
        )
    )
    assert texts(found) == ["Bidraget är 50 000 kronor.", "Flyttad.", "Stycket går ihop."]
    assert found.notes == (
        (0, "Dokumentet har spårade ändringar. Det är läst som om alla vore godkända; struken text är inte med."),
    )


def test_comments_and_hidden_text_are_left_out_and_told() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Förslaget antas.")
        document.add_comment(paragraph.runs, text="Är detta sant?", author="Jo")
        hidden = document.add_paragraph("Synligt.").add_run(" Dolt.")
        hidden.font.hidden = True

    found = read(build)
    assert texts(found) == ["Förslaget antas.", "Synligt."]
    assert found.notes == (
        (0, "Dokumentet har kommentarer i marginalen (1 st). De är inte med."),
        HIDDEN,
    )


@pytest.mark.parametrize(
    "hidden",
    [
        hidden_run('<w:color w:val="FFFFFF"/>'),
        hidden_run('<w:sz w:val="2"/>'),
        hidden_run("<w:vanish/>"),
        hidden_run('<w:rStyle w:val="Gomd"/>'),
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{hidden_run()}</w:tc></w:tr></w:tbl>",
    ],
    ids=["white", "tiny", "vanish", "a style", "a row"],
)
def test_text_that_nobody_sees(hidden: str) -> None:
    def build(document: Document) -> None:
        named = '<w:name w:val="Gömd"/><w:rPr><w:vanish/></w:rPr>'
        document.styles.element.append(parse_xml(f'<w:style {W} w:type="character" w:styleId="Gomd">{named}</w:style>'))
        body(f"<w:p>{run('Synligt.')}</w:p>{hidden}")(document)

    found = read(build)
    assert texts(found) == ["Synligt."]
    assert found.notes == (HIDDEN,)


def test_white_text_on_something_dark_is_seen() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    found = read(
        body(
            f"<w:p>{run('I löptext', white + dark)}</w:p><w:p><w:pPr>{dark}</w:pPr>{run('I ett stycke', white)}</w:p>"
            f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>{run('I en tabell', white)}</w:p></w:tc></w:tr></w:tbl>"
        )
    )
    assert texts(found) == ["I löptext", "I ett stycke", "I en tabell"]
    assert found.notes == ()


def test_struck_out_rows_and_cells_of_tables() -> None:
    row = "<w:tr>{}<w:tc>{}<w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    struck = row.format("<w:trPr><w:del/></w:trPr>", "", run("Struken"), run("rad"))
    cell = row.format("", "<w:tcPr><w:cellDel/></w:tcPr>", run("Struken cell"), run("Kvar"))
    new = row.format("<w:trPr><w:ins/></w:trPr>", "", run("Ny"), run("rad"))
    found = read(body(f"<w:tbl><w:tblPr/><w:tblGrid/>{struck}{cell}{new}</w:tbl>"))
    assert texts(found) == ["Kvar", "Ny rad"]
    assert found.notes[0][1].startswith("Dokumentet har spårade ändringar.")


def test_fields_links_tabs_breaks_and_signs() -> None:
    found = read(
        body(
            f"<w:p><w:hyperlink>{run('Länken')}</w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            f"<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            f"{run(' sida 4')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
            f"<w:p>{run('Ann Öst (S)')}<w:r><w:tab/></w:r>{run('ordförande')}</w:p>"
            f"<w:p>{run('Kommun')}<w:r><w:softHyphen/></w:r>{run('hus')}<w:r><w:br/></w:r>{run('Storgatan 1')}</w:p>"
            f"<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A7'/></w:r>{run(' en punkt')}</w:p>"
            f"<w:p><w:smartTag><w:sdt><w:sdtContent>{run('I en ruta')}</w:sdtContent></w:sdt></w:smartTag></w:p>"
        )
    )
    assert texts(found) == [
        *("Länken sida 4", "Ann Öst (S) ordförande", "Kommunhus", "Storgatan 1", "- en punkt", "I en ruta"),
    ]
    assert found.lines[1].cells == ("Ann Öst (S)", "ordförande")


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('I rutan')}</w:p></w:txbxContent>"
    found = read(
        body(
            f"<w:p>{run('Före')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            f"</mc:AlternateContent></w:r></w:p><w:p>{run('Efter')}</w:p>"
        )
    )
    assert texts(found) == ["Före", "I rutan", "Efter"]


def cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p>{run(one)}</w:p>" for one in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def test_merged_cells_keep_their_places() -> None:
    found = read(
        body(
            "<w:tbl><w:tblPr/><w:tblGrid/>"
            f"<w:tr>{cell('Ledamöter')}{cell('Röst', TWO_WIDE)}</w:tr>"
            f"<w:tr>{cell('S', FIRST)}{cell('Ann Öst')}{cell('Ja')}</w:tr>"
            f"<w:tr>{cell('', NEXT)}{cell('Bo Ek')}{cell('Nej')}</w:tr></w:tbl>"
        )
    )
    rows = [(line.row, line.cells) for line in found.lines if line.text]
    assert rows == [(1, ("Ledamöter", "Röst", "")), (2, ("S", "Ann Öst", "Ja")), (3, ("", "Bo Ek", "Nej"))]


def noted(text: str, note: int) -> str:
    return f'{run(text)}<w:r><w:footnoteReference w:id="{note}"/></w:r>'


def with_notes(xml: str, *notes: str) -> Reading:
    """The lines of a document with footnotes 1, 2, ..."""

    def build(document: Document) -> None:
        body(xml)(document)
        told = "".join(
            f'<w:footnote w:id="{number}"><w:p>{run(one)}</w:p></w:footnote>' for number, one in enumerate(notes, 1)
        )
        name = PackURI("/word/footnotes.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(name, kind, f"<w:footnotes {W}>{told}</w:footnotes>".encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    return read(build)


def test_footnotes_stand_below_the_paragraph_that_refers_to_them() -> None:
    xml = f"<w:p>{noted('Saken godkänns.', 1)}{noted(' Även denna.', 2)}</w:p><w:p>{noted('Nästa.', 3)}</w:p>"
    assert texts(with_notes(xml, "Bilaga 1.", "Bilaga 2.", "Bilaga 3.")) == [
        *("Saken godkänns. [1] Även denna. [2]", "[1] Bilaga 1.", "[2] Bilaga 2.", "Nästa. [1]", "[1] Bilaga 3."),
    ]


def test_footnotes_of_a_table_stand_below_it_and_part_no_rows() -> None:
    names = f"<w:tc><w:p>{noted('Ann Öst', 1)}</w:p><w:p>{noted('Bo Ek', 2)}</w:p></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{names}{cell('ordförande|ledamot')}</w:tr></w:tbl>"
    found = with_notes(f"{table}<w:p>{run('Efter.')}</w:p>", "Till kl. 14.", "Från kl. 14.")
    assert [(line.text, line.cells) for line in found.lines if line.text] == [
        ("Ann Öst [1] ordförande", ("Ann Öst [1]", "ordförande")),
        ("Bo Ek [2] ledamot", ("Bo Ek [2]", "ledamot")),
        *(("[1] Till kl. 14.", ()), ("[2] Från kl. 14.", ()), ("Efter.", ())),
    ]


def test_a_label_that_is_wrapped_within_its_cell_stands_beside_its_value() -> None:
    broken = f"<w:tc><w:p>{run('Plats och')}<w:r><w:br/></w:r>{run('tid')}</w:p></w:tc>"
    found = read(body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{broken}{cell('Rådhuset, kl. 13.00')}</w:tr></w:tbl>"))
    assert [(line.cells, line.row) for line in found.lines if line.text] == [
        (("Plats och", "Rådhuset, kl. 13.00"), 1),
        (("tid", ""), 1),
    ]


@pytest.mark.parametrize("between", ["|", " "], ids=["two paragraphs", "one"])
def test_wrapped_labels_of_a_front_page_are_read(between: str, tmp_path: Path) -> None:
    rows = (
        (f"Plats och{between}tid", "Rådhuset, Storgatan 1, kl. 13.00-15.30"),
        (f"Beslutande{between}ledamöter", "Ann Öst (S), ordförande|Bo Ek (M)"),
        (f"Ej tjänstgörande{between}ersättare", "Lo Granat (L)"),
    )
    front = "".join(f"<w:tr>{cell(label)}{cell(said)}</w:tr>" for label, said in rows)
    heads = "".join(
        f"<w:p>{run(one)}</w:p>" for one in ("PROTOKOLL", "Kommunstyrelsen", "Sammanträdesdatum 2024-02-14")
    )
    item = "".join(f"<w:p>{run(one)}</w:p>" for one in ("§ 1 Budget", "Beslut", "Budgeten antas."))
    document = docx.Document()
    body(f"{heads}<w:tbl><w:tblPr/><w:tblGrid/>{front}</w:tbl>{item}")(document)
    document.save(str(tmp_path / "protokoll.docx"))
    folder = importing.run(tmp_path / "protokoll.docx", tmp_path / "content").folder
    assert folder is not None
    assert (folder / "mote.yml").read_text("utf-8") == (
        "organ: Kommunstyrelsen\ndatum: 2024-02-14\ntid: 13.00–15.30\nplats: Rådhuset, Storgatan 1\nutkast: ja\n"
        "närvaro:\n  Beslutande ledamöter:\n    - Ann Öst (S), ordförande\n    - Bo Ek (M)\n"
        "  Ej tjänstgörande ersättare:\n    - Lo Granat (L)\n"
    )


LONG = "Kommunstyrelsen har behandlat frågan vid flera sammanträden under året och vill nu avsluta den."


def test_a_table_for_layout_is_read_cell_by_cell_where_it_holds_text() -> None:
    found = read(body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('Ärendet')}{cell(f'{LONG}|{LONG}')}</w:tr></w:tbl>"))
    assert [line.cells for line in found.lines if line.text] == [("Ärendet", ""), ("", LONG), ("", LONG)]
    found = read(body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('Beslutande')}{cell('Ann Öst|Bo Ek')}</w:tr></w:tbl>"))
    assert [line.cells for line in found.lines if line.text] == [("Beslutande", "Ann Öst"), ("", "Bo Ek")]


def test_headings_lists_and_pages() -> None:
    text = "# Protokoll\n\n## Beslut\n- ett\n- två\n1. första\n2. andra\n\fNästa sida"
    lines = [line for line in read_word(paper(text)).lines if line.text]
    assert [(line.text, line.heading, line.new_page) for line in lines] == [
        ("Protokoll", 1, False),
        ("Beslut", 2, False),
        ("- ett", 0, False),
        ("- två", 0, False),
        ("1. första", 0, False),
        ("2. andra", 0, False),
        ("Nästa sida", 0, True),
    ]


def test_heads_and_feet_are_furniture() -> None:
    set_as = Paper(header=("Rönnby kommun\tProtokoll\tSida {page} ({pages})",), footer=("Justerandes sign",))
    lines = read_word(paper("Text.", set_as)).lines
    assert [(line.text, line.furniture) for line in lines if line.text] == [
        ("Rönnby kommun Protokoll Sida 1 (1)", "sidhuvud"),
        ("Text.", ""),
        ("Justerandes sign", "sidfot"),
    ]


def numbered(text: str, level: int = 0) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr>{run(text)}</w:p>'


def test_automatic_numbers_are_written_out() -> None:
    def build(document: Document) -> None:
        numbering = document.part.numbering_part.element
        level = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
        levels = level.format(0, 44, "decimal", "§ %1") + level.format(1, 1, "lowerLetter", "%2)")
        numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        body(numbered("Upprop") + numbered("ett", 1) + numbered("två", 1) + numbered("Budget") + numbered("ett", 1))(
            document
        )

    assert texts(read(build)) == ["§ 44 Upprop", "a) ett", "b) två", "§ 45 Budget", "a) ett"]


def test_lines_are_numbered_and_end_where_their_paragraph_does() -> None:
    lines: tuple[Line, ...] = read_word(paper("Ett\n\nTvå\nTre")).lines
    assert [(line.number, line.text, line.wrapped) for line in lines] == [
        *((1, "Ett", False), (2, "", None), (3, "Två", False), (4, "Tre", False)),
    ]
