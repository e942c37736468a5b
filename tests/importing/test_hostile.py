"""PDF and Word files that cannot be read: each is told in Swedish, none takes the program with it."""

import io
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from importing.papers import PLAIN, docx, pdf, scan
from paragraf import importing
from paragraf.formats import apart, child
from paragraf.formats import pdf as formats_pdf
from paragraf.formats.line import UnreadableError

DAMAGED = ": fel [skadad-fil] Filen är skadad eller ingen PDF: den går inte att öppna. Hämta eller spara den på nytt."
DAMAGED_WORD = (
    ": fel [skadad-fil] Filen är skadad eller inget Worddokument: den går inte att öppna. "
    "Öppna den i Word, spara den på nytt som .docx och försök igen."
)
FRONT = "PROTOKOLL\nSammanträdesdatum 2024-02-14\nKultur- och fritidsnämnden\n\n"
MINUTES = f"{FRONT}§ 1 Upprop\n\nBeslut\nUppropet förrättas.\n"
XML = '<?xml version="1.0"?>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def message(source: Path, target: Path) -> list[str]:
    """What is said when an import is refused."""
    result = importing.run(source, target)
    assert result.folder is None
    assert not target.exists()
    return [str(problem).removeprefix(f"{source}") for problem in result.problems]


def encrypted() -> bytes:
    """A PDF that asks for a password."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=StandardEncryption("hemligt", strength=128), invariant=True)
    canvas.drawString(70, 700, "Protokoll")
    canvas.save()
    return buffer.getvalue()


def with_document(xml: bytes) -> bytes:
    """A Word file whose text is this XML."""
    source = zipfile.ZipFile(io.BytesIO(docx(MINUTES)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return buffer.getvalue()


def bomb() -> bytes:
    """Entities of entities of entities: a gigabyte when they are replaced."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"
    head = f'{XML}<!DOCTYPE x [<!ENTITY a0 "nej">{levels}]>'
    return f"{head}<w:document {WORD}><w:body>{text}</w:body></w:document>".encode()


def looping() -> bytes:
    """A PDF whose tree of pages has itself for a child."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


BAD = {
    "brus.pdf": (b"\x00\x01\x02 inte en PDF " * 50, DAMAGED),
    "tom.pdf": (b"", DAMAGED),
    "avkortad.pdf": (pdf(MINUTES)[:300], DAMAGED),
    "word.pdf": (
        docx(MINUTES),
        ": fel [skadad-fil] Filen är ingen PDF: den ser ut att vara ett Worddokument. "
        "Byt dess ändelse till .docx och försök igen.",
    ),
    "lås.pdf": (
        encrypted(),
        ": fel [skyddad-fil] Filen är skyddad med lösenord. Spara den utan lösenord och försök igen.",
    ),
    "inskannad.pdf": (
        scan(3),
        ": fel [inskannad-fil] Filen är inskannad: sidorna är bilder och har ingen text att läsa. "
        "Kör den genom ett program för teckenigenkänning (OCR) med svenska som språk, eller be om originalfilen.",
    ),
    "lång.pdf": (
        looping(),
        ": fel [för-stor-fil] Dokumentet har 1000000 sidor; det mesta som läses på en gång är 3000. Dela dokumentet.",
    ),
    "brus.docx": (b"inte ett arkiv", DAMAGED_WORD),
    "avkortad.docx": (docx(MINUTES)[:-900], DAMAGED_WORD),
    "gammal.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        ": fel [skyddad-fil] Filen är skyddad med lösenord eller sparad i Words gamla format. "
        "Öppna den i Word och spara den som .docx utan lösenord.",
    ),
    "entiteter.docx": (with_document(bomb()), DAMAGED_WORD),
    "djup.docx": (
        with_document(f"{XML}<w:document {WORD}><w:body>".encode() + b"<w:p>" * 100_000),
        DAMAGED_WORD,
    ),
    "zipbomb.docx": (
        with_document(f"{XML}<w:document {WORD}><w:body><w:p>".encode() + b" " * 70_000_000),
        ": fel [för-stor-fil] Filen packas upp till mer än vad som är rimligt för ett dokument. "
        "Öppna den i Word, spara den på nytt som .docx och försök igen.",
    ),
    "ark.docx": (
        with_document(f"{XML}<w:document {WORD}/>".encode()),
        ": fel [skadad-fil] Filen är inget Worddokument. Spara den som .docx och försök igen.",
    ),
    "gammal.doc": (
        b"x",
        ": fel [okänt-filformat] Filen har ändelsen ”.doc”; här läses .docm, .docx, .pdf, .txt. "
        "Öppna filen i Word eller LibreOffice och spara den som .docx.",
    ),
    "text.rtf": (
        b"x",
        ": fel [okänt-filformat] Filen har ändelsen ”.rtf”; här läses .docm, .docx, .pdf, .txt. "
        "Öppna filen i Word eller LibreOffice och spara den som .docx.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    data, expected = BAD[name]
    source = tmp_path / name
    source.write_bytes(data)
    assert message(source, tmp_path / "content") == [expected]


def test_pages_of_pictures_among_others_are_told(tmp_path: Path) -> None:
    found = apart.read_apart(".pdf", scan(6, text_on=(2, 6)))
    assert [text for _, text in found.notes] == [
        "Sidorna 1 och 3–5 är bilder utan text. Ingenting som står där har lästs. "
        "Kör den genom ett program för teckenigenkänning (OCR) med svenska som språk, eller be om originalfilen."
    ]
    assert [(line.page, line.text) for line in found.lines if line.new_page] == [
        *((1, ""), (2, "Sida med text."), (3, ""), (4, ""), (5, ""), (6, "Sida med text."))
    ]


def test_a_page_that_is_larger_than_a_house(tmp_path: Path) -> None:
    data = pdf(MINUTES, PLAIN).replace(b"/MediaBox [ 0 0 595.2756 841.8898 ]", b"/MediaBox [ 0 0 9e30 -8e30 ]      ")
    assert "9e30" in data.decode("latin-1")
    texts = [line.text for line in apart.read_apart(".pdf", data).lines if line.text]
    assert texts[-1] == "Uppropet förrättas."


def test_a_reader_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MODULE", "paragraf.formats.ingen")
    with pytest.raises(UnreadableError, match="inom rimlig tid och rimligt minne"):
        apart.read_apart(".pdf", b"")


def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WAIT", 0)
    with pytest.raises(UnreadableError, match="inom rimlig tid och rimligt minne"):
        apart.read_apart(".pdf", pdf(MINUTES))


def test_memory_that_runs_out_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(formats_pdf, "read_pdf", greedy)
    assert child.answer(("read", ".pdf"), b"")["error"][0] == "för-tung-fil"
