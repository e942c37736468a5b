"""What PDF/A-3a and PDF/UA-1 ask for and WeasyPrint leaves out (ISO 19005-3, ISO 14289-1).

The file claims both in its metadata; no complete validator exists for them, so nobody is told that it conforms.
"""

import base64
import io
import re
import zlib
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel, String

from paragraf import __version__
from paragraf.printing.document import Printed

_UNCLEAR = b"\r\nendstream"
"""Whether the carriage return belongs to the stream or to its end nobody can tell."""
_PRINTED = 4
"""The flag of an annotation that is shown on paper too."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def archival(data: bytes, document: Printed, names: Mapping[str, str]) -> bytes:
    """The PDF with its claims and all that they rest on; `names` are the words at its anchors."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _metadata(pdf, document)
        root = pdf.Root.StructTreeRoot
        reachable = _walk(root)
        _header_scopes(root)
        _artifacts(pdf, reachable)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
            for annotation in page.obj.get("/Annots", Array()):
                _annotation(annotation, names)
        packed = _saved(pdf, compress=True)
        if _UNCLEAR in packed:
            _pack(pdf)
            packed = _saved(pdf, compress=False)
    return packed


def _saved(pdf: Pdf, *, compress: bool) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=compress,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return target.getvalue()


def _pack(pdf: Pdf) -> None:
    """Let no stream end in a carriage return: with the line feed after it nobody could tell how long it is.

    Such a stream (one in 256) is written in ASCII, which ends in a mark of its own. When saved, streams must then stay
    as they are, so what is not compressed is so here, but for the metadata.
    """
    for one in pdf.objects:
        if not isinstance(one, Stream) or one.get("/Type") == Name.Metadata:
            continue
        raw, filters = one.read_raw_bytes(), _listed(one.get("/Filter"))
        parameters = _listed(one.get("/DecodeParms")) or [None] * len(filters)
        if not filters:
            raw, filters, parameters = zlib.compress(raw, 9), [Name.FlateDecode], [None]
        if raw.endswith(b"\r"):
            raw = base64.a85encode(raw, adobe=True).removeprefix(b"<~")
            filters, parameters = [Name.ASCII85Decode, *filters], [None, *parameters]
        given = Array(parameters) if any(one is not None for one in parameters) else None
        one.write(raw, filter=Array(filters), decode_parms=given)


def _listed(value: Object | None) -> list[Any]:
    """A value that may stand alone or in an array."""
    return [] if value is None else list(value) if isinstance(value, Array) else [value]


def _metadata(pdf: Pdf, document: Printed) -> None:
    """XMP as it is, uncompressed, and the same in the document information."""
    creator, producer = f"Paragraf {__version__}", str(pdf.docinfo.get("/Producer", ""))
    values = {
        "title": document.title,
        "subject": document.subject,
        "author": document.author,
        "day": document.day.isoformat(),
        "creator": creator,
        "producer": producer,
    }
    packet = _XMP.format_map({key: escape(value) for key, value in values.items()})
    stream = pdf.make_stream(packet.encode("utf-8"))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    stamp = f"D:{document.day:%Y%m%d}000000Z"
    del pdf.docinfo
    for key, value in {
        "/Title": document.title,
        "/Subject": document.subject,
        "/Author": document.author,
        "/Creator": creator,
        "/Producer": producer,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }.items():
        pdf.docinfo[key] = String(value)


def _kids(element: Object) -> list[Object]:
    return _listed(element.get("/K"))


def _walk(root: Object) -> set[tuple[int, int]]:
    """The structure elements that a reader comes to."""
    found: set[tuple[int, int]] = set()
    waiting = _kids(root)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            found.add(element.objgen)
            waiting += _kids(element)
    return found


def _header_scopes(root: Object) -> None:
    """Whether a header cell heads a column or a row: the first row of a table heads columns, a first cell its row."""
    waiting = _kids(root)
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        waiting += _kids(element)
        if element.S == Name.TR:
            cells = [cell for cell in _kids(element) if isinstance(cell, Dictionary) and cell.get("/S") in _CELLS]
            is_head = Name.THead == element.P.S or all(cell.S == Name.TH for cell in cells)
            for cell in cells:
                if cell.S == Name.TH:
                    attributes = cell.get("/A") or Dictionary(O=Name.Table)
                    attributes.Scope = Name.Column if is_head else Name.Row
                    cell.A = attributes


_CELLS = (Name.TH, Name.TD)


def _artifacts(pdf: Pdf, reachable: set[tuple[int, int]]) -> None:
    """What runs in the margins is no part of the text: its marks become artifacts of the page."""
    parents = dict(_pairs(pdf.Root.StructTreeRoot.ParentTree.Nums))
    for page in pdf.pages:
        elements = parents[int(page.obj.StructParents)]
        loose = {number for number, one in enumerate(elements) if one is None or one.objgen not in reachable}
        if not loose:
            continue
        instructions: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
        for one in pikepdf.parse_content_stream(page):
            if str(one.operator) == "BDC" and len(one.operands) > 1:
                mark = one.operands[1]
                if isinstance(mark, Dictionary) and int(mark.get("/MCID", -1)) in loose:
                    kind = Dictionary(Type=Name.Pagination)
                    one = pikepdf.ContentStreamInstruction([Name.Artifact, kind], one.operator)  # noqa: PLW2901
            instructions.append(one)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
        for number in loose:
            elements[number] = pikepdf.Object.parse(b"null")


def _pairs(numbers: Object) -> list[tuple[int, Object]]:
    flat = list(numbers)
    return [(int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True)]


def _annotation(annotation: Object, names: Mapping[str, str]) -> None:
    """A link is on paper too, and says where it leads."""
    annotation.F = _PRINTED
    action = annotation.get("/A")
    if action is not None:
        annotation.Contents = String(f"Länk till {re.sub(r'^(https?://|mailto:|tel:)', '', str(action.URI))}")
    elif "/Dest" in annotation:
        place = str(annotation.Dest)
        annotation.Contents = String(f"Länk till {names.get(place) or 'ett annat ställe i dokumentet'}")
