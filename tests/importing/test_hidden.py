"""What no reader of a PDF page sees is told and part of nothing, and never follows a page that is split out."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from paragraf import importing
from paragraf.formats.line import UnreadableError
from paragraf.formats.pdf import read_pdf
from paragraf.formats.split import pages_of

SECRET = "Saken avslås."
Draw = Callable[[Canvas], None]


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 600, SECRET)


def _invisible(canvas: Canvas) -> None:
    text = canvas.beginText(70, 600)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    canvas.drawText(text)


def _tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 0.8)
    canvas.drawString(70, 600, SECRET)


def _transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(70, 600, SECRET)


def _clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(70, 640, 300, 30)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, 600, SECRET)


def _clipped_in_form(canvas: Canvas) -> None:
    canvas.beginForm("ruta")
    _clipped(canvas)
    canvas.endForm()
    canvas.doForm("ruta")


def _under_a_box(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)


def _under_a_picture(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.drawImage(_picture(), 60, 590, 300, 24)


def _white_over_white_box(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)
    canvas.drawString(70, 600, SECRET)


def _form(canvas: Canvas, draw: Draw) -> None:
    canvas.beginForm("ruta", 0, 0, *A4)
    draw(canvas)
    canvas.endForm()
    canvas.doForm("ruta")


def _box(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)


def _under_a_form(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    _form(canvas, _box)


def _under_a_moved_form(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.translate(0, 300)
    canvas.scale(2, 1)
    _form(canvas, lambda inner: inner.rect(30, 290, 150, 24, stroke=0, fill=1))


def _under_a_picture_in_a_form(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    _form(canvas, lambda inner: inner.drawImage(_picture(), 60, 590, 300, 24))


def _form_under_a_box(canvas: Canvas) -> None:
    _form(canvas, lambda inner: inner.drawString(70, 600, SECRET))
    _box(canvas)


def _under_a_box_in_a_form(canvas: Canvas) -> None:
    _form(canvas, _under_a_box)


HIDDEN: dict[str, tuple[Draw, str]] = {
    "white": (_white, "vit text"),
    "white on a white box": (_white_over_white_box, "vit text"),
    "invisible": (_invisible, "osynlig text"),
    "transparent": (_transparent, "osynlig text"),
    "tiny": (_tiny, "för liten text"),
    "clipped": (_clipped, "bortklippt text"),
    "clipped in a form": (_clipped_in_form, "bortklippt text"),
    "under a box": (_under_a_box, "övertäckt text"),
    "under a picture": (_under_a_picture, "övertäckt text"),
    "under a form": (_under_a_form, "övertäckt text"),
    "under a moved form": (_under_a_moved_form, "övertäckt text"),
    "under a picture in a form": (_under_a_picture_in_a_form, "övertäckt text"),
    "form under a box": (_form_under_a_box, "övertäckt text"),
    "under a box in a form": (_under_a_box_in_a_form, "övertäckt text"),
}


def _white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 600, SECRET)


def _on_a_shade(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(70, 600, SECRET)


def _marked_over(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.setFillColorRGB(1, 1, 0)
    canvas.setFillAlpha(0.4)
    canvas.rect(60, 590, 300, 24, stroke=0, fill=1)


def _within_its_clip(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(68, 594, 300, 18)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, 600, SECRET)


def _framed(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.rect(60, 590, 300, 24, stroke=1, fill=0)


def _in_a_form(canvas: Canvas) -> None:
    canvas.translate(35, 300)
    canvas.scale(0.5, 0.5)
    _form(canvas, _white_on_dark)


def _over_a_form(canvas: Canvas) -> None:
    _form(canvas, _box)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 600, SECRET)


def _beside_a_form(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.translate(0, -100)
    _form(canvas, _box)


def _under_a_watermark(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.setFillAlpha(0.2)
    _form(canvas, lambda inner: inner.rect(60, 590, 300, 24, stroke=0, fill=1))


SEEN: dict[str, Draw] = {
    "white on dark": _white_on_dark,
    "on a shade": _on_a_shade,
    "marked over": _marked_over,
    "within its clip": _within_its_clip,
    "framed": _framed,
    "in a form": _in_a_form,
    "over a form": _over_a_form,
    "beside a form": _beside_a_form,
    "under a watermark": _under_a_watermark,
}


def _picture() -> ImageReader:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (60, 80), (200, 200, 190)).save(buffer, "PNG")
    buffer.seek(0)
    return ImageReader(buffer)


def minutes(draw: Draw) -> bytes:
    """Minutes of a page on which this too is drawn."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for y, text in (
        *((760, "PROTOKOLL"), (740, "Kommunstyrelsen"), (720, "Sammanträdesdatum 2024-02-14")),
        *((680, "§ 1 Sak"), (650, "Beslut"), (625, "Saken godkänns.")),
    ):
        canvas.drawString(70, y, text)
    canvas.saveState()
    draw(canvas)
    canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("name", HIDDEN)
def test_text_that_no_reader_sees(name: str, tmp_path: Path) -> None:
    draw, why = HIDDEN[name]
    data = minutes(draw)
    reading = read_pdf(data)
    assert [(line.text, line.furniture) for line in reading.lines if line.furniture] == [(SECRET, why)]
    assert [note for _, note in reading.notes] == [f"Sidan 1 har text som inte syns ({why}). Den är inte med."]
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(data)
    folder = importing.run(source, tmp_path / "content").folder
    assert folder is not None
    texts = "".join(path.read_text("utf-8") for path in folder.glob("protokoll/*.md"))
    assert "Saken godkänns." in texts
    assert "avslås" not in texts
    assert why in (folder / "import-rapport.md").read_text("utf-8")
    with pytest.raises(UnreadableError) as refused:
        pages_of(data, 1, 1)
    assert refused.value.message == f"Sidorna 1–1 har text som inte syns ({why})."


@pytest.mark.parametrize("name", SEEN)
def test_text_that_a_reader_sees(name: str) -> None:
    data = minutes(SEEN[name])
    reading = read_pdf(data)
    assert [line.furniture for line in reading.lines if line.text == SECRET] == [""]
    assert reading.notes == ()
    assert pages_of(data, 1, 1).startswith(b"%PDF")


def _narrow(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(70, 590, 60, 40)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, 600, SECRET)


def _end_under_a_box(canvas: Canvas) -> None:
    canvas.drawString(70, 600, SECRET)
    canvas.rect(130, 590, 300, 24, stroke=0, fill=1)


@pytest.mark.parametrize(("draw", "why"), [(_narrow, "bortklippt text"), (_end_under_a_box, "övertäckt text")])
def test_a_word_is_partly_seen(draw: Draw, why: str) -> None:
    data = minutes(draw)
    lines = [(line.text, line.furniture) for line in read_pdf(data).lines]
    assert lines[-3] == ("Saken avsl", "")
    assert lines[-1] == ("ås.", why)
    with pytest.raises(UnreadableError):
        pages_of(data, 1, 1)


def test_a_scanned_page_with_recognised_text_is_read_and_told() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.drawImage(_picture(), 0, 0, *A4)
    text = canvas.beginText(70, 600)
    text.setTextRenderMode(3)
    text.textLines(f"Protokoll\nKommunstyrelsen\n{SECRET}")
    canvas.drawText(text)
    canvas.save()
    data = buffer.getvalue()
    reading = read_pdf(data)
    assert [line.text for line in reading.lines if not line.furniture] == ["Protokoll", "Kommunstyrelsen", SECRET]
    assert [note for _, note in reading.notes] == [
        "Sida 1 är en bild, med text som ett program har känt igen. Läs den noga mot bilden: bokstäver kan vara fel."
    ]
    with pytest.raises(UnreadableError):
        pages_of(data, 1, 1)
