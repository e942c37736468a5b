"""Pages of a PDF as a file of their own: just those pages, and nothing that tells of the others."""

import base64
import io
import re
import zlib
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from importing.papers import Paper, pdf
from paragraf import importing
from paragraf.formats.apart import read_apart
from paragraf.formats.line import UnreadableError
from paragraf.formats.split import pages_of
from paragraf.reading import read_meeting


def three_pages() -> bytes:
    """Pages that link to each other, under an outline, by an author."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setAuthor("Hemlig Handläggare")
    canvas.setTitle("Hemlig titel")
    for name in ("forsta", "andra", "tredje"):
        canvas.bookmarkPage(name)
        canvas.addOutlineEntry(f"Hemligt om {name}", name)
        canvas.beginForm(f"stampel-{name}")
        canvas.drawString(70, 400, f"stampel {name}")
        canvas.endForm()
        canvas.doForm(f"stampel-{name}")
        canvas.drawString(70, 700, f"sidan {name}")
        for other in ("forsta", "andra", "tredje"):
            canvas.linkRect("", other, (70, 690, 200, 720))
        canvas.linkURL("file:///C:/Users/hemlig/dokument.docx", (70, 600, 200, 620))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def unpacked(data: bytes) -> bytes:
    """A PDF with its streams unpacked."""
    parts = [data]
    for stream in re.findall(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", data, re.DOTALL):
        for packed in (stream, _ascii85(stream)):
            try:
                parts.append(zlib.decompress(packed))
            except zlib.error:
                parts.append(packed)
    return b"\n".join(parts)


def _ascii85(data: bytes) -> bytes:
    try:
        return base64.a85decode(data.strip().removesuffix(b"~>"))
    except ValueError:
        return data


def test_only_those_pages() -> None:
    source = three_pages()
    assert b"sidan forsta" in unpacked(source)
    found = unpacked(pages_of(source, 2, 2))
    assert b"sidan andra" in found
    assert b"stampel andra" in found
    for other in (b"forsta", b"tredje", b"Hemlig", b"hemlig", b"Users", b"Outlines", b"CreationDate", b"ModDate"):
        assert other not in found, other
    texts = [line.text for line in read_apart(".pdf", pages_of(source, 2, 3)).lines if line.text]
    assert texts == ["sidan andra", "stampel andra", "sidan tredje", "stampel tredje"]


def test_the_same_pages_are_the_same_bytes() -> None:
    source = three_pages()
    assert pages_of(source, 1, 2) == pages_of(source, 1, 2)


def test_pages_that_are_not_there() -> None:
    with pytest.raises(UnreadableError, match="Sidorna 3–4 går inte att skilja ut ur filen"):
        pages_of(three_pages(), 3, 4)


MINUTES = """\
PROTOKOLL
Sammanträdesdatum 2024-02-14
Kultur- och fritidsnämnden

Beslutande
Alva Rönn (S), ordförande

§ 1 Upprop

Beslut
Uppropet förrättas.

Paragrafen är justerad
\f§ 2 Hyra av sporthall

Beslut
Nämnden hyr ut hallen.

Beslutsunderlag
- Tjänsteskrivelse hyra av sporthall

Paragrafen är justerad
\fTjänsteskrivelse hyra av sporthall

Rönnby IF vill hyra hallen på söndagar. Förvaltningen ser inga hinder.
\fHallen är ledig mellan klockan 9 och 17. Hyran följer taxan.
\f§ 3 Mötets avslutning

Beslut
Ordföranden avslutar mötet.

Paragrafen är justerad
"""


def test_an_attached_document_is_its_pages_and_its_text(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(pdf(MINUTES, Paper(header=("Rönnby kommun\t\tSida {page} ({pages})",))))
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    stem = "bilagor/tjansteskrivelse-hyra-av-sporthall"
    assert (folder / f"{stem}.pdf").read_bytes() == pages_of(source.read_bytes(), 3, 4)
    text = (folder / f"{stem}-som-text.md").read_text("utf-8")
    assert text.startswith("# Tjänsteskrivelse hyra av sporthall\n")
    assert "Hyran följer taxan." in text
    assert "Rönnby kommun" not in text
    item = next(folder.glob("protokoll/002-*.md")).read_text("utf-8")
    assert f"- [Tjänsteskrivelse hyra av sporthall]({stem}.pdf)" in item
    assert f"Bilaga: [Tjänsteskrivelse hyra av sporthall, som text]({stem}-som-text.md)" in item
    meeting, problems = read_meeting(folder)
    assert meeting is not None
    assert [str(one) for one in problems if one.severity == "fel"] == []


def shared() -> bytes:
    """Two pages with one dictionary of resources, as office programs write: each page's form lies there for both."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    parts = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/Resources 5 0 R>>"]
    parts += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number} 0 R>>" for number in (6, 7)]
    parts += [f"<</Font<</F1 {font}/F2 {font}>>/XObject<</A 8 0 R/B 9 0 R>>>>"]
    parts += [stream("BT /F1 12 Tf 70 700 Td (sida ett) Tj ET /A Do"), stream("BT /F1 12 Tf 70 700 Td (x) Tj ET /B Do")]
    form = f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 {font}>>>>"
    parts += [stream(f"BT /F1 12 Tf 70 {y} Td ({text}) Tj ET", form) for y, text in ((600, "visas"), (500, "hemligt"))]
    body = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


def stream(text: str, more: str = "") -> str:
    return f"<</Length {len(text)}{more}>>\nstream\n{text}\nendstream"


def test_resources_that_pages_share_are_not_taken_along() -> None:
    assert b"hemligt" in unpacked(shared())
    found = pages_of(shared(), 1, 1)
    assert [line.text for line in read_apart(".pdf", found).lines if line.text] == ["sida ett", "visas"]
    assert b"hemligt" not in unpacked(found)
