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
from paragraf.importing import originals
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


FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def document(pages: tuple[str, ...], *more: str, resources: str = "<<>>") -> bytes:
    """A PDF of pages with this content and these resources in common; `more`: objects from 10 on."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(len(pages)))
    parts = {1: "<</Type/Catalog/Pages 2 0 R>>"}
    parts[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources {resources}>>"
    for place, text in enumerate(pages):
        parts[place + 3] = f"<</Type/Page/Parent 2 0 R/Contents {place + 6} 0 R>>"
        parts[place + 6] = stream(text)
    parts |= {10 + place: one for place, one in enumerate(more)}
    body = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in sorted(parts.items()))
    return f"%PDF-1.5\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


def form(text: str, resources: str = f"<</Font<</F1 {FONT}>>>>", more: str = "") -> str:
    return stream(
        text, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{more}" + (f"/Resources{resources}" if resources else "")
    )


def shown(text: str, y: int = 700) -> str:
    return f"BT /F1 12 Tf 70 {y} Td ({text}) Tj ET"


NESTED = {
    "a form within a form": document(
        ("/A Do", "/C Do"),
        form(f"{shown('synlig')} /B1 Do", "<</Font<</F1 11 0 R>>/XObject<</B1 12 0 R/B2 13 0 R>>>>"),
        FONT,
        form(shown("inre", 500)),
        form(shown("hemligt", 400)),
        form("/B2 Do", "<</XObject<</B2 13 0 R>>>>"),
        resources="<</XObject<</A 10 0 R/C 14 0 R>>>>",
    ),
    "a form with the resources of its page": document(
        ("/A Do", "/C Do"),
        form(f"{shown('synlig')} /B1 Do", ""),
        FONT,
        form(shown("inre", 500), ""),
        form(shown("hemligt", 400), ""),
        form("/B2 Do", ""),
        resources="<</Font<</F1 11 0 R>>/XObject<</A 10 0 R/B1 12 0 R/B2 13 0 R/C 14 0 R>>>>",
    ),
    "a pattern": document(
        (f"{shown('synlig inre')} /Pattern cs /P1 scn 0 0 100 100 re f", "/C Do"),
        stream(
            "/B1 Do",
            "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
            "/Resources<</XObject<</B1 12 0 R/B2 13 0 R>>>>",
        ),
        FONT,
        form("0 0 5 5 re f", "<<>>"),
        form(shown("hemligt", 400)),
        form("/B2 Do", "<</XObject<</B2 13 0 R>>>>"),
        resources="<</Font<</F1 11 0 R>>/Pattern<</P1 10 0 R>>/XObject<</C 14 0 R>>>>",
    ),
}


@pytest.mark.parametrize("name", NESTED)
def test_what_another_page_shows_of_nested_forms_is_not_taken_along(name: str) -> None:
    source = NESTED[name]
    assert "hemligt" in " ".join(line.text for line in read_apart(".pdf", source).lines)
    found = pages_of(source, 1, 1)
    assert b"hemligt" not in unpacked(found)
    assert "synlig" in " ".join(line.text for line in read_apart(".pdf", found).lines)
    assert "inre" in " ".join(line.text for line in read_apart(".pdf", found).lines)


UNSURE = {
    "layers": document(
        (f"/OC /M1 BDC {shown('lager')} EMC", shown("annan")),
        "<</Type/OCG/Name(Hemligt lager)>>",
        FONT,
        resources="<</Font<</F1 11 0 R>>/Properties<</M1 10 0 R>>>>",
    ),
    "text outside the page": document(
        (f"{shown('synlig')} {shown('utanför', 3000)}".replace("ö", "o"), shown("annan")),
        FONT,
        resources="<</Font<</F1 10 0 R>>>>",
    ),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_cannot_be_made_sure_of_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match=r"går inte att skilja|text som inte syns"):
        pages_of(UNSURE[name], 1, 1)


def test_a_document_that_cannot_be_split_out_is_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> bytes:
        raise UnreadableError("skadad-fil", "Sidorna går inte att skilja ut.")

    monkeypatch.setattr(originals, "split_apart", refused)
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(pdf(MINUTES, Paper(header=("Rönnby kommun\t\tSida {page} ({pages})",))))
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None
    text = "bilagor/tjansteskrivelse-hyra-av-sporthall-som-text.md"
    assert [path.name for path in (result.folder / "bilagor").iterdir()] == [text.removeprefix("bilagor/")]
    item = next(result.folder.glob("protokoll/002-*.md")).read_text("utf-8")
    assert item.count(f"[Tjänsteskrivelse hyra av sporthall]({text})") == 1
    assert "Bilaga:" not in item
    assert (
        "Sida 3: Sidorna går inte att skilja ut. "
        f"{text} har texten; lägg själv dokumentet i bilagor/ om det ska visas som det såg ut."
    ) in [one.message for one in result.problems]
