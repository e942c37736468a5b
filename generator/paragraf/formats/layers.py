"""Layers of a PDF that are not shown: their text is made invisible, and is then told as other unseen text is.

ISO 32000-1, 8.11 (optional content), 9.3.6 (text rendering mode).
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    Stream,
)

_PAINTS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
_SHOWS = frozenset(("Do", "sh", "INLINE IMAGE"))
_INVISIBLE = 3
_DEEPEST = 12
"""Forms within forms."""

_Id = tuple[int, int]
_Instruction = ContentStreamInstruction | ContentStreamInlineImage


def with_layers_as_shown(data: bytes) -> bytes | None:
    """The document with the text of its hidden layers invisible and nothing painted there; None: it hides none.

    A layer is hidden that is off when the document is opened to be read. A damaged document hides none.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            layers = _Layers(off=frozenset(_off(pdf)))
            if not layers.off or not sum([layers.settle(pdf, page.obj, depth=0) for page in pdf.pages]):
                return None
            buffer = io.BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        return None


def _off(pdf: Pdf) -> Iterator[_Id]:
    """The layers that are off when the document is opened."""
    told = pdf.Root.get("/OCProperties")
    if not isinstance(told, Dictionary) or not isinstance(start := told.get("/D"), Dictionary):
        return
    if start.get("/BaseState") == Name.OFF:
        shown = {layer.objgen for layer in _listed(start.get("/ON"))}
        yield from (layer.objgen for layer in _listed(told.get("/OCGs")) if layer.objgen not in shown)
    yield from (layer.objgen for layer in _listed(start.get("/OFF")))


def _listed(found: Object | None) -> Iterable[Object]:
    return found if isinstance(found, Array) else () if found is None else (found,)


@dataclass(kw_only=True, slots=True)
class _Layers:
    """Goes through pages and their forms."""

    off: frozenset[_Id]
    done: set[_Id] = field(default_factory=set)

    def settle(self, pdf: Pdf, owner: Object, *, depth: int) -> bool:
        """Make what a page or a form shows in hidden layers unseen; whether there was any."""
        if depth > _DEEPEST or owner.objgen in self.done:
            return False
        self.done.add(owner.objgen)
        resources = owner.get("/Resources")
        resources = resources if isinstance(resources, Dictionary) else Dictionary()
        changed = False
        forms = resources.get("/XObject")
        for form in forms.values() if isinstance(forms, Dictionary) else ():
            if isinstance(form, Stream) and form.get("/Subtype") == Name.Form:
                changed = self.settle(pdf, form, depth=depth + 1) or changed
        named = resources.get("/Properties")
        hidden = {name for name, one in named.items() if self.hides(one)} if isinstance(named, Dictionary) else set()
        whole = self.hides(owner.get("/OC"))
        if not hidden and not whole:
            return changed
        content = pikepdf.unparse_content_stream(list(_unseen(pikepdf.parse_content_stream(owner), hidden, whole)))
        if isinstance(owner, Stream):
            owner.write(content)
        else:
            owner["/Contents"] = pdf.make_stream(content)
        return True

    def hides(self, one: Object | None) -> bool:
        """Whether what belongs to a layer, or to several (an OCMD), is not shown."""
        if not isinstance(one, Dictionary):
            return False
        if one.get("/Type") != Name.OCMD:
            return one.objgen in self.off
        states = [layer.objgen not in self.off for layer in _listed(one.get("/OCGs")) if isinstance(layer, Dictionary)]
        policy = str(one.get("/P", "/AnyOn"))
        shown = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}.get(policy, any(states))
        return bool(states) and not shown


def _unseen(instructions: Iterable[_Instruction], hidden: set[str], whole: bool) -> Iterator[_Instruction]:
    """The instructions of a content stream, nothing of the hidden layers being painted and their text invisible."""
    marks = [whole]
    mode, saved = 0, list[int]()
    if whole:
        yield _text_mode(_INVISIBLE)
    for one in instructions:
        operator = str(one.operator)
        if marks[-1] and operator in _SHOWS:
            continue
        if operator == "Tr":
            mode = int(one.operands[0])
            if marks[-1]:
                continue
        elif operator == "q":
            saved.append(mode)
        elif operator == "Q":
            mode = saved.pop() if saved else mode
        yield _nothing() if marks[-1] and operator in _PAINTS else one
        if operator in ("BDC", "BMC"):
            layer = operator == "BDC" and one.operands[0] == Name.OC and str(one.operands[1]) in hidden
            marks.append(marks[-1] or layer)
        elif operator == "EMC" and len(marks) > 1:
            marks.pop()
        if operator in ("BDC", "EMC", "Q"):
            yield _text_mode(_INVISIBLE if marks[-1] else mode)


def _text_mode(mode: int) -> ContentStreamInstruction:
    return ContentStreamInstruction([mode], Operator("Tr"))


def _nothing() -> ContentStreamInstruction:
    return ContentStreamInstruction([], Operator("n"))
