"""The files as others read them: two judges of PDF/A and PDF/UA, a reader of text, of structure and of QR codes."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import page
import pdfua
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from paragraf.printing import Printed, make_pdf
from paragraf.printing.archival import archival
from printing.small import FILES, png

AGENDA = "kallelse-san-2023-04-26.pdf"
MINUTES = "protokoll-san-2023-04-26.pdf"
EXTRACT = "protokollsutdrag-san-2023-04-26-p46.pdf"
NAMES = (AGENDA, MINUTES, "protokollsutdrag-san-2023-04-26-p45.pdf", EXTRACT)


def text_of(file: Path) -> str:
    """The words of all pages, lines and pages joined."""
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [one.get_textpage().get_text_bounded() for one in pdf]
    return " ".join("\n".join(pages).split())


def pages_of(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]


def tags(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below one, in reading order."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def test_there_is_a_file_for_each_document(files: dict[str, Path]) -> None:
    assert tuple(files) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1])
def test_a_judge_of_archives_and_accessibility_finds_nothing(
    files: dict[str, Path], name: str, profile: page.ValidationProfile
) -> None:
    report = page.validate_pdf(files[name], profile=profile)
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []


@pytest.mark.parametrize("name", NAMES)
def test_another_judge_of_accessibility_finds_nothing(files: dict[str, Path], name: str) -> None:
    report = pdfua.validate(str(files[name]))
    assert [f"{one.rule_id}: {one.message}" for one in report.findings] == []
    # The rule about empty headings fails itself, on any file, with the pikepdf that we have.
    assert [one.rule_id for one in report.outcomes if one.skipped_reason] == ["UA-14-001"]


def test_the_judges_see_what_is_wrong(printed: dict[str, Printed], tmp_path: Path) -> None:
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(tmp_path / "tom.pdf")
    assert page.validate_pdf(tmp_path / "tom.pdf", profile=page.ValidationProfile.PDF_A_3A).failures
    assert pdfua.validate(str(tmp_path / "tom.pdf")).findings


def test_the_minutes_say_all_that_was_decided_in_order(files: dict[str, Path]) -> None:
    text = text_of(files[MINUTES])
    wanted = (
        "Exempelby", "Socialnämnden", "Protokoll", "Onsdag 26 april 2023", "13.00–16.10", "Gäddan",
        "Siv Exempel (S), ordförande", "Bo Exempel (C), ersätter Inga Exempel (C)", "Ann Exempel (M), ej § 46",
        "Kim Exempel",
        "§ 46 är justerad 26 april 2023.", "Övriga paragrafer är justerade 3 maj 2023 av Ann Exempel (M).",
        "Det undertecknade protokollet förvaras: Kansliet.",
        "§ 46 2023-04-26 2023-04-27", "§ 45 2023-05-03 2023-05-04",
        "§ 45 Mätetal för AMI", "Dnr 23/SAN/115 · Föredragande: Jo Exempel, förvaltningschef",
        "Nämnden ändrar mätetalet till 10 %.", "23/SAN/13-5 Anmälan av beslut", "Tjänsteskrivelse (text",
        "Utredning (publiceras inte: 26 kap. 1 § OSL)", "10 maj 2023: ”15 %” är rättat till ”10 %” av Kim Exempel.",
        "moten.exempel.test/san/2023-04-26/p45",
        "§ 46 Motion om skolskjuts", "Ja 1 motionen avslås", "Nej 1 motionen bifalls", "Siv Exempel S Ja",
        "Bo Exempel C Nej",
        "1. Nämnden avslår motionen.", "2. Nämnden följer upp beslutet i december.",
        "Bo Exempel (C) reserverar sig mot beslutet.",
    )  # fmt: skip
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, f"{words} saknas efter: {text[max(0, at - 80) : at + 200]}"
        at = found + len(words)


def test_the_agenda_says_what_will_be_handled(files: dict[str, Path]) -> None:
    text = text_of(files[AGENDA])
    for words in ("Kallelse", "Kallelsen skickad 19 april 2023", "Punkt 9 Mätetal för AMI", "Tid 13.20"):
        assert words in text
    assert "Justering" not in text


def test_the_extract_holds_one_paragraph_and_what_belongs_to_it(files: dict[str, Path]) -> None:
    text = text_of(files[EXTRACT])
    for words in (
        "Protokollsutdrag",
        "SAN 2023-04-26 § 46, dnr 22/SAN/310",
        "Nämnden avslår motionen.",
        "Deltog inte i beslutet Ann Exempel (M)",
        "Paragrafen är justerad 26 april 2023. Justeringen anslogs 27 april 2023.",
        "Paragrafen har adressen: moten.exempel.test/san/2023-04-26/p46",
    ):
        assert words in text
    assert "§ 45 Mätetal" not in text


def test_references_stand_in_their_sentence(make: Callable[..., dict[str, Printed]], tmp_path: Path) -> None:
    name = "san/2023-04-26/protokoll/046-motion.md"
    text = FILES[name].replace("Se § 45 och", "Se § 45, SAN § 45/2023 och")
    (tmp_path / EXTRACT).write_bytes(make_pdf(make({name: text})[EXTRACT], png()))
    # A gap after one, or letters of one upon another, is read as words divided or glued together.
    assert "Se § 45, SAN § 45/2023 och 4 kap. 1 § SoL." in text_of(tmp_path / EXTRACT)


def test_every_page_says_which_it_is(files: dict[str, Path]) -> None:
    pages = pages_of(files[MINUTES])
    assert len(pages) > 1
    assert all(f"Sida {number} ({len(pages)})" in text for number, text in enumerate(pages, 1))
    assert all("Socialnämnden · Protokoll 2023-04-26" in text for text in pages[1:])


def test_the_properties_are_those_of_the_document(files: dict[str, Path]) -> None:
    with pikepdf.open(files[MINUTES]) as pdf:
        with pdf.open_metadata() as said:
            assert said["dc:title"] == "Protokoll Socialnämnden 26 april 2023"
            assert said["dc:creator"] == ["Socialnämnden, Exempelby"]
            assert said["xmp:CreateDate"] == "2023-05-10T00:00:00Z"
            assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("3", "A", "1")
        assert str(pdf.Root.Lang) == "sv"
        assert "/Filter" not in pdf.Root.Metadata
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            (top,) = outline.root
            assert top.title == "Protokoll"
            assert [one.title for one in top.children] == [
                "Närvaro", "Justering", "§ 45 Mätetal för AMI", "§ 46 Motion om skolskjuts",
            ]  # fmt: skip


def test_headings_follow_each_other_and_tables_have_heads(files: dict[str, Path]) -> None:
    with pikepdf.open(files[MINUTES]) as pdf:
        found = list(tags(pdf.Root.StructTreeRoot))
        levels = [int(str(one.S)[2:]) for one in found if str(one.S) in ("/H1", "/H2", "/H3", "/H4")]
        scopes = {str(one.A.Scope) for one in found if str(one.S) == "/TH"}
        pictures = [str(one.Alt) for one in found if str(one.S) == "/Figure"]
        lists = [one for one in found if str(one.S) == "/L"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert scopes == {"/Column", "/Row"}
    assert pictures == ["Kommunvapnet för Exempelby"]
    assert all({str(kid.S) for kid in tags(one)} & {"/LI"} for one in lists)


def test_links_lead_into_the_document_or_to_the_public_site(files: dict[str, Path]) -> None:
    with pikepdf.open(files[MINUTES]) as pdf:
        links = [one for sheet in pdf.pages for one in sheet.obj.get("/Annots", [])]
        outward = {str(one.A.URI) for one in links if "/A" in one}
        inward = {(str(one.Dest), str(one.Contents)) for one in links if "/Dest" in one}
        assert {int(one.F) for one in links} == {4}
        assert all(str(one.Contents).startswith("Länk till ") for one in links)
    assert inward == {("p45", "Länk till § 45 Mätetal för AMI")}
    site = "https://moten.exempel.test/san/2023-04-26"
    assert {one for one in outward if one.startswith("https://moten")} == {
        f"{site}/p45/",
        f"{site}/p46/",
        f"{site}/bilagor/skrivelse/",
        f"{site}/bilagor/utredning/",
    }
    assert [one for one in outward if not one.startswith("https://")] == []


def test_the_qr_code_says_the_address(files: dict[str, Path]) -> None:
    with pypdfium2.PdfDocument(files[EXTRACT]) as pdf:
        pictures = [one.render(scale=3).to_pil() for one in pdf]
    said = [found.text for picture in pictures for found in zxingcpp.read_barcodes(Image.Image.convert(picture, "L"))]
    assert said == ["https://moten.exempel.test/san/2023-04-26/p46/"]


def test_fonts_are_our_own(files: dict[str, Path]) -> None:
    with pikepdf.open(files[MINUTES]) as pdf:
        fonts = {
            str(one.BaseFont).partition("+")[2]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == pikepdf.Name.Font
        }
    assert {name.startswith("Paragraf-Sans") for name in fonts} == {True}


def test_the_same_document_is_the_same_file(printed: dict[str, Printed], files: dict[str, Path]) -> None:
    assert {name: make_pdf(one, png()) == files[name].read_bytes() for name, one in printed.items()} == dict.fromkeys(
        NAMES, True
    )


def test_no_stream_has_an_unclear_end(files: dict[str, Path], printed: dict[str, Printed]) -> None:
    """A stream that ends in a carriage return is written otherwise, and says the same."""
    with pikepdf.open(files[MINUTES]) as pdf:
        sheet = pdf.pages[0]
        data = sheet.Contents.read_bytes() + b"\n% slut\r"
        sheet.Contents = pdf.make_stream(data)
        pdf.save(files[MINUTES].with_name("otydlig.pdf"), compress_streams=False)
    unclear = files[MINUTES].with_name("otydlig.pdf").read_bytes()
    assert b"\r\nendstream" in unclear
    clear = archival(unclear, printed[MINUTES], {})
    assert b"\r\nendstream" not in clear
    with pikepdf.open(files[MINUTES].with_name("otydlig.pdf")) as was:
        expected = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(was.pages[0]))
    target = files[MINUTES].with_name("tydlig.pdf")
    target.write_bytes(clear)
    with pikepdf.open(target) as now:
        assert pikepdf.unparse_content_stream(pikepdf.parse_content_stream(now.pages[0])) == expected
