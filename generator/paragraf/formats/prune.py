"""What a page of a PDF does not show is taken out of it, at every level: pages often share pictures, forms and fonts.

ISO 32000-1, 7.8.3 (resource dictionaries), 8.10 (form XObjects), 8.11 (optional content), 14.3 (metadata).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from paragraf.formats.line import UnreadableError

PAGE_KEYS = frozenset(
    ("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group")
)
"""Of a page, what its look needs. Others lead elsewhere or tell of the writing: notes, thumbnails, threads, actions."""
_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/AF", "/OPI", "/Ref")
"""Keys of forms and pictures that tell of the writing and not of the look."""
_NAMED_BY = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "sh": "/Shading",
    "BDC": "/Properties",
    "DP": "/Properties",
}
"""Operator -> the resources that its name is of."""
_DEEPEST = 30
_ALWAYS = {"/ColorSpace": ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")}
"""Resources that hold without being named."""


class CannotPruneError(Exception):
    """What a page shows cannot be told from what it does not."""


@dataclass(kw_only=True)
class _Used:
    """Names that a content stream uses, by kind of resource."""

    names: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, name: object) -> None:
        self.names.setdefault(kind, set()).add(str(name))

    def take(self, other: "_Used") -> None:
        for kind, names in other.names.items():
            self.names.setdefault(kind, set()).update(names)


def prune(pdf: Pdf) -> None:
    """Leave in a document only what its pages show. Raises UnreadableError when that cannot be made sure.

    Layers (optional content) may be hidden: a document with such is refused.
    """
    try:
        done: set[tuple[int, int]] = set()
        for page in pdf.pages:
            _page(page, done)
    except (CannotPruneError, pikepdf.PdfError, RecursionError) as error:
        message = "Sidorna går inte att skilja från resten av filen så säkert att inget annat följer med."
        raise UnreadableError("skadad-fil", message) from error
    for key in set(map(str, pdf.Root.keys())).difference(("/Type", "/Pages", "/Version")):
        del pdf.Root[key]
    for key in set(map(str, pdf.trailer.keys())).difference(("/Root", "/Size")):
        del pdf.trailer[key]


def _page(page: Page, done: set[tuple[int, int]]) -> None:
    for key in set(map(str, page.obj.keys())).difference(PAGE_KEYS):
        del page.obj[key]
    used = _used_by(page, 0)
    own = page.obj.get("/Resources")
    if isinstance(own, Dictionary):
        page.obj["/Resources"] = _pruned(own, used, done, 0)


def _pruned(resources: Dictionary, used: _Used, done: set[tuple[int, int]], depth: int) -> Dictionary:
    """A dictionary of resources of its own, with what is used."""
    if depth > _DEEPEST:
        raise CannotPruneError
    _with_inherited(resources, used, depth)
    kept = Dictionary()
    for kind, entries in resources.items():
        if not isinstance(entries, Dictionary):
            continue  # /ProcSet, which nobody reads
        names = used.names.get(kind, set()) | set(_ALWAYS.get(kind, ()))
        own = Dictionary()
        for name, one in entries.items():
            if name in names:
                _look_into(one, kind, done, depth)
                own[name] = one
        if own:
            kept[kind] = own
    return kept


def _with_inherited(resources: Dictionary, used: _Used, depth: int) -> None:
    """Forms without resources of their own use those of what shows them."""
    seen: set[str] = set()
    forms = resources.get("/XObject", Dictionary())
    while names := used.names.get("/XObject", set()) - seen:
        for name in names:
            seen.add(name)
            form = forms.get(name)
            if isinstance(form, Stream) and form.get("/Subtype") == Name.Form and "/Resources" not in form:
                used.take(_used_by(form, depth))


def _look_into(one: Object, kind: str, done: set[tuple[int, int]], depth: int) -> None:
    """Prune what is shown by a resource that is used."""
    if isinstance(one, Dictionary | Stream):
        if one.objgen != (0, 0):
            if one.objgen in done:
                return
            done.add(one.objgen)
        if "/OC" in one or one.get("/Type") in (Name.OCG, Name.OCMD):
            raise CannotPruneError
        for key in _TELLING:
            if key in one:
                del one[key]
    for stream in _streams(one, kind):
        for key in _TELLING:
            if key in stream:
                del stream[key]
        if "/OC" in stream:
            raise CannotPruneError
        own = stream.get("/Resources")
        if isinstance(own, Dictionary):
            stream["/Resources"] = _pruned(own, _used_by(stream, depth), done, depth + 1)
    if kind == "/XObject" and isinstance(one, Stream) and one.get("/Subtype") == Name.Image and "/Alternates" in one:
        del one["/Alternates"]
    if kind == "/Font" and isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type3:
        _type3(one, done, depth)


def _streams(one: Object, kind: str) -> Iterator[Object]:
    """The content streams that a resource draws with."""
    is_form = kind == "/XObject" and isinstance(one, Stream) and one.get("/Subtype") == Name.Form
    if is_form or (kind == "/Pattern" and isinstance(one, Stream)):
        yield one
    elif kind == "/ExtGState" and isinstance(one, Dictionary):
        mask = one.get("/SMask")
        if isinstance(mask, Dictionary) and isinstance(mask.get("/G"), Stream):
            yield mask["/G"]


def _type3(font: Dictionary, done: set[tuple[int, int]], depth: int) -> None:
    """A font whose letters are drawings: they share its resources."""
    own = font.get("/Resources")
    if not isinstance(own, Dictionary):
        return
    used = _Used()
    for letter in font.get("/CharProcs", Dictionary()).values():
        used.take(_used_by(letter, depth))
    font["/Resources"] = _pruned(own, used, done, depth + 1)


def _used_by(content: Page | Object, depth: int) -> _Used:
    """The names that a content stream uses."""
    if depth > _DEEPEST:
        raise CannotPruneError
    used = _Used()
    for instruction in pikepdf.parse_content_stream(content):
        word, operands = str(instruction.operator), list(instruction.operands)
        if word == "INLINE IMAGE":
            for value in operands:
                for name in _names(getattr(value, "obj", value)):
                    used.add("/ColorSpace", name)
        elif kind := _NAMED_BY.get(word):
            for value in operands:
                if isinstance(value, Name):
                    used.add(kind, value)
    return used


def _names(value: object) -> Iterator[Name]:
    if isinstance(value, Name):
        yield value
    elif isinstance(value, Array | list):
        for one in value:
            yield from _names(one)
    elif isinstance(value, Dictionary):
        for one in value.values():
            yield from _names(one)
