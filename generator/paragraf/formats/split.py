"""Pages of a PDF as a document of their own."""

import io
import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.line import UnreadableError
from paragraf.formats.pdf import opened

_TOLD = (
    re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]"),
    re.compile(rb"/(?:CreationDate|ModDate|Producer|Creator)\s*\([^)]*\)"),
)
"""What tells when and by what the file was written."""


def pages_of(data: bytes, first: int, last: int) -> bytes:
    """Pages `first` to `last` (from 1, both included) alone: no outline, no metadata, nothing of the other pages.

    Notes and filled-in fields become part of the page; links are left out, since they lead to other pages and files.
    The same pages of the same bytes give the same bytes. Raises UnreadableError.
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
    return _plain(buffer.getvalue())


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
        # Pages can share one dictionary of pictures and fonts. When content is added, here nothing, pdfium takes away
        # what the page itself does not use; else the pictures of all pages would come along.
        raw.FPDFPage_InsertObject(page, raw.FPDFPageObj_CreateNewPath(0, 0))
        raw.FPDFPage_GenerateContent(page)
    finally:
        page.close()


def _plain(data: bytes) -> bytes:
    """With blanks for what tells of the writing, so that every byte keeps its place."""
    for told in _TOLD:
        data = told.sub(lambda found: b" " * len(found[0]), data)
    return data
