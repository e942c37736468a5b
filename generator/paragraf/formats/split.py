"""Pages of a PDF as a document of their own."""

import io

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.line import UnreadableError
from paragraf.formats.pdf import opened
from paragraf.formats.prune import prune
from paragraf.formats.rows import OUTSIDE, unseen
from paragraf.formats.words import PageWords, Turn, Word, words_of

RECOGNISED = "text som ett program har känt igen i en bild"


def pages_of(data: bytes, first: int, last: int) -> bytes:
    """Pages `first` to `last` (from 1, both included) alone: no outline, no metadata, nothing of the other pages.

    Notes and filled-in fields become part of the page; links are left out, since they lead to other pages and files.
    The same pages of the same bytes give the same bytes. Raises UnreadableError, also when it cannot be made sure
    that nothing else comes along.
    """
    source = opened(data)
    target = pdfium.PdfDocument.new()
    buffer = io.BytesIO()
    try:
        if not 1 <= first <= last <= len(source):
            raise pdfium.PdfiumError("No such pages.")
        for index in range(first - 1, last):
            _settle(source, index)
        target.import_pages(source, list(range(first - 1, last)))
        target.save(buffer)
    except pdfium.PdfiumError as error:
        raise UnreadableError("skadad-fil", f"Sidorna {first}–{last} går inte att skilja ut ur filen.") from error
    finally:
        target.close()
        source.close()
    found = _alone(buffer.getvalue())
    if why := _unseen(found):
        raise UnreadableError("skadad-fil", f"Sidorna {first}–{last} har text som inte syns ({why}).")
    return found


def _settle(source: pdfium.PdfDocument, index: int) -> None:
    """Print the page's notes and fields into it and take away links, which would bring the pages they lead to."""
    page = source[index]
    try:
        for place in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
            annotation = raw.FPDFPage_GetAnnot(page, place)
            is_link = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_LINK
            raw.FPDFPage_CloseAnnot(annotation)
            if is_link:
                raw.FPDFPage_RemoveAnnot(page, place)
        raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
        for place in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
            raw.FPDFPage_RemoveAnnot(page, place)
    finally:
        page.close()


def _alone(data: bytes) -> bytes:
    """Without what the pages do not show, and without what tells of the writing."""
    buffer = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            prune(pdf)
            pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PdfError as error:
        raise UnreadableError("skadad-fil", "Sidorna går inte att skilja ut ur filen.") from error
    return buffer.getvalue()


def _unseen(data: bytes) -> str:
    """Why some text is not seen on its page; empty: all is seen. What is not may be what was cut away, or masked.

    What a program recognised in the picture of a page is not seen either, and may say what the picture hides.
    """
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            found = words_of(page, Turn(page))
            if found.recognised:
                return RECOGNISED
            for word in found.words:
                if why := unseen(found, word) or (OUTSIDE if _sticks_out(found, word) else ""):
                    return why
    return ""


def _sticks_out(page: PageWords, word: Word) -> bool:
    """Whether letters of a word stand outside the page."""
    left, right, top, bottom = -word.height, page.width + word.height, -word.height, page.height + word.height
    return word.left < left or word.right > right or word.top < top or word.bottom > bottom
