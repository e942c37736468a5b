"""The parts of a Word file (OOXML, ECMA-376): a zip archive of XML, read with bounds and by local names.

Local names, because the same elements stand in two namespaces: transitional (Word) and strict (ISO 29500).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from paragraf.formats.line import UnreadableError

LARGEST_PART = 64_000_000
"""Bytes of a part when unpacked: some 10,000 pages of text. A zip bomb is larger."""
_TOO_LARGE = "Filen packas upp till mer än vad som är rimligt för ett dokument."
_DAMAGED = "Filen är skadad eller inget Worddokument: den går inte att öppna."
_AGAIN = "Öppna den i Word, spara den på nytt som .docx och försök igen."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises for archives that are cut off, encrypted or made up."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old .doc format and files with a password begin."""


def name_of(element: etree._Element) -> str:
    """Local name of an element; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its local name; empty when it or the element is missing."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if etree.QName(key).localname == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, then its child and so on; None when one is missing."""
    for name in path:
        element = None if element is None else next((one for one in element if name_of(one) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """All children of that name."""
    return (one for one in element if name_of(one) == name) if element is not None else iter(())


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as <w:b/> is there and not turned off."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


class Package:
    """The archive. Raises UnreadableError for what is none, or too large."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD):
            raise UnreadableError(
                "skyddad-fil",
                "Filen är skyddad med lösenord eller sparad i Words gamla format.",
                "Öppna den i Word och spara den som .docx utan lösenord.",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError("skadad-fil", _DAMAGED, _AGAIN) from error
        main = self._targets("", "officeDocument")
        if not main or self.part(main[0]) is None:
            raise UnreadableError("skadad-fil", _DAMAGED, _AGAIN)
        self.main = main[0]

    def part(self, path: str) -> etree._Element | None:
        """The root of a part; None when the file does not have it."""
        try:
            with self._zip.open(path) as file:
                data = file.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except _BROKEN as error:
            raise UnreadableError("skadad-fil", _DAMAGED, _AGAIN) from error
        if len(data) > LARGEST_PART:
            raise UnreadableError("för-stor-fil", _TOO_LARGE, _AGAIN)
        # Entities are what XML bombs are made of, and Word never writes any.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableError("skadad-fil", _DAMAGED, _AGAIN) from error
        if root.getroottree().docinfo.doctype:
            raise UnreadableError("skadad-fil", _DAMAGED, _AGAIN)
        return root

    def related(self, kind: str) -> etree._Element | None:
        """The first part that the document refers to as this kind ("styles", "numbering", "comments")."""
        return next((root for path in self._targets(self.main, kind) if (root := self.part(path)) is not None), None)

    def referred(self, identity: str) -> etree._Element | None:
        """The part that the document refers to by this relationship."""
        path = next((path for key, _, path in self._relations(self.main) if key == identity), "")
        return self.part(path) if path else None

    def count(self, kind: str) -> int:
        """How many parts the document refers to as this kind."""
        return len(self._targets(self.main, kind))

    def _targets(self, source: str, kind: str) -> list[str]:
        return [path for _, found, path in self._relations(source) if found == kind]

    def _relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in root if root is not None else ():
            if value(one, "TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, value(one, "Target"))).lstrip("/")
                yield value(one, "Id"), value(one, "Type").rpartition("/")[2], path
