"""One document as PDF: every step, in order."""

import hashlib
from pathlib import Path

from paragraf.model import Organisation
from paragraf.pages import ChangedFileError
from paragraf.printing.archival import archival
from paragraf.printing.document import Printed
from paragraf.printing.engine import pages
from paragraf.printing.layout import layout


def make_pdf(document: Printed, arms: bytes | None) -> bytes:
    """The bytes of the file: the same for the same document. Raises MissingLibraryError."""
    markup, names = layout(document)
    return archival(pages(document, markup, arms), document, names)


def read_arms(organisation: Organisation, content: Path) -> bytes | None:
    """The coat of arms; None without one. Raises ChangedFileError when it is another than when it was checked."""
    picture = organisation.arms
    if picture is None:
        return None
    data = (content / picture.path).read_bytes()
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise ChangedFileError(f"{picture.path} ändrades medan dokumentet gjordes. Kör om.")
    return data
