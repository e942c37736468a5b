"""Pages of a PDF as a document of their own."""

import io
import re

import pypdfium2 as pdfium

from paragraf.formats.line import UnreadableError
from paragraf.formats.pdf import opened


def pages_of(data: bytes, first: int, last: int) -> bytes:
    """Pages `first` to `last` (from 1, both included) alone: no outline, no metadata, nothing of the other pages.

    The same pages of the same bytes give the same bytes. Raises UnreadableError.
    """
    source = opened(data)
    target = pdfium.PdfDocument.new()
    buffer = io.BytesIO()
    try:
        target.import_pages(source, list(range(first - 1, last)))
        target.save(buffer)
    except pdfium.PdfiumError as error:
        raise UnreadableError("skadad-fil", f"Sidorna {first}–{last} går inte att skilja ut ur filen.") from error
    finally:
        target.close()
        source.close()
    return _plain(buffer.getvalue())


def _plain(data: bytes) -> bytes:
    """Without what tells when and by what it was written; the bytes keep their places."""
    data = re.sub(rb"/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]", lambda found: b" " * len(found[0]), data)
    return re.sub(rb"/(?:CreationDate|ModDate)\s*\([^)]*\)", lambda found: b" " * len(found[0]), data)
