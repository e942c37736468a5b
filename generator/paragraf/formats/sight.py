"""Which text of a PDF page a reader sees: not what is drawn invisibly, in white, too small, clipped off or covered.

ISO 32000-1, 8.5.4 (clipping), 9.3.6 (text rendering mode), 11.6.4 (constant alpha).
"""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from paragraf.formats.boxes import PAGE, Box, Frame, both, holds, times

INVISIBLE = "osynlig text"
WHITE = "vit text"
TINY = "för liten text"
CLIPPED = "bortklippt text"
COVERED = "övertäckt text"

_UNDRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_LIGHTEST = 244
"""Of 255: parts of a colour from which it is as good as white."""
_DEEPEST = 8
"""Forms within forms."""
_MOST = 20_000
"""Objects of a page that are looked at: maps and drawings have more."""
SMALLEST = 2.0
"""Points of a line's height below which nobody reads it."""
_LAYER_MARK = [*map(ord, "OC\0")]
_LARGE = 0.5
"""Part of a page that the picture of a scanned page fills, at least."""

Item = Any
"""A pointer to an object of a page, as pdfium gives it."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Something that is painted on the page."""

    place: int
    """In the order in which the page is drawn."""
    box: Box
    picture: bool
    light: bool
    """White, or as good as."""
    opaque: bool


@dataclass(slots=True)
class Drawn:
    """A piece of text that the file draws at once."""

    why: str
    """Why none of it is seen, wherever it stands; empty: it is seen, unless something else hides it."""
    white: bool
    place: int
    """In the order in which the page is drawn; -1: unknown."""
    clip: Box | None
    """What lies outside is cut off; None: nothing is."""

    @property
    def hideable(self) -> bool:
        """Whether it depends on where a letter stands if it is seen."""
        return self.white or self.clip is not None


@dataclass(slots=True)
class Sight:
    """What is painted on a page, and which text can be seen there."""

    width: float
    height: float
    areas: list[_Area] = field(default_factory=list)
    layered: bool = False
    """Something that is painted, or text that has been looked at, belongs to a layer, shown or not."""
    _frames: dict[int, tuple[int, Frame]] = field(default_factory=dict)
    """Piece of text -> its place, and the form that it stands in."""
    _count: int = 0

    @property
    def scanned(self) -> bool:
        """Whether a picture fills the page."""
        whole = self.width * self.height
        return any(
            area.picture and (area.box[2] - area.box[0]) * (area.box[3] - area.box[1]) > _LARGE * whole
            for area in self.areas
        )

    def paint(self, item: Item, area: _Area) -> None:
        """Take in an object that paints an area."""
        self.layered = self.layered or _is_in_layer(item)
        self.areas.append(area)

    def drawn(self, item: Item) -> Drawn:
        """How a piece of text is drawn."""
        self.layered = self.layered or _is_in_layer(item)
        return _looked_at(item, *self._frames.get(address(item), (-1, PAGE)))

    def cuts(self, one: Drawn, first: tuple[float, float], last: tuple[float, float]) -> bool:
        """Whether some letters of a word may be hidden and others not; the middles of its first and last letter."""
        boxes = [area.box for area in self.areas if one.white or (area.opaque and area.place > one.place)]
        if one.clip:
            boxes.append(one.clip)
        (left, right), (bottom, top) = sorted((first[0], last[0])), sorted((first[1], last[1]))
        return any(
            box[0] <= right
            and box[2] >= left
            and box[1] <= top
            and box[3] >= bottom
            and not (holds(box, *first) and holds(box, *last))
            for box in boxes
        )

    def why_unseen(self, one: Drawn, x: float, y: float) -> str:
        """Swedish: why nobody sees the letter of this piece of text whose middle is here; empty: it is seen."""
        if one.clip and one.place >= 0 and not holds(one.clip, x, y):
            return CLIPPED
        here = [area for area in self.areas if holds(area.box, x, y)]
        if one.place >= 0 and any(area.place > one.place and area.opaque for area in here):
            return COVERED
        if one.white:
            under = [area for area in here if area.place < one.place or one.place < 0]
            return "" if under and (under[-1].picture or not under[-1].light) else WHITE
        return ""


def sight_of(page: pdfium.PdfPage) -> Sight:
    """What is painted on a page."""
    left, bottom, right, top = page.get_bbox()
    found = Sight(width=right - left, height=top - bottom)
    count = raw.FPDFPage_CountObjects(page)
    _look_through(found, (raw.FPDFPage_GetObject(page, at) for at in range(count if count <= _MOST else 0)), PAGE)
    return found


def _look_through(found: Sight, items: Iterable[Item], frame: Frame) -> None:
    """Take in what a page or a form draws, in order."""
    for item in items:
        found._count += 1
        place = found._count
        if place > _MOST:
            return
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found._frames[address(item)] = place, frame
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if box := _bounds(item):
                opaque = frame.opaque and not raw.FPDFPageObj_HasTransparency(item)
                found.paint(item, _Area(place, frame.on_page(box), True, False, opaque))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            if area := _painted(item, place, frame):
                found.paint(item, area)
        elif kind == raw.FPDF_PAGEOBJ_FORM and frame.depth < _DEEPEST:
            parts = range(max(raw.FPDFFormObj_CountObjects(item), 0))
            _look_through(found, (raw.FPDFFormObj_GetObject(item, at) for at in parts), _inside(item, frame))


def _inside(form: Item, frame: Frame) -> Frame:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, matrix):
        return frame
    own, colour = _clip(form), _colour(form)
    return Frame(
        times((matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f), frame.matrix),
        both(frame.clip, frame.on_page(own) if own else None),
        frame.opaque and (colour is None or colour[3] == 255),
        frame.depth + 1,
    )


def address(item: Item) -> int:
    """What tells an object of a page from the others; 0: there is none."""
    return ctypes.addressof(item.contents) if item else 0


def _is_in_layer(item: Item) -> bool:
    """Whether an object stands in marked content that belongs to a layer (ISO 32000-1, 8.11.3.2)."""
    name, size = (ctypes.c_ushort * 4)(), ctypes.c_ulong()
    for place in range(max(raw.FPDFPageObj_CountMarks(item), 0) if item else 0):
        mark = raw.FPDFPageObj_GetMark(item, place)
        if raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size) and name[:3] == _LAYER_MARK:
            return True
    return False


def _painted(item: Item, place: int, frame: Frame) -> _Area | None:
    """A path that fills an area large enough for a word."""
    own = _bounds(item)
    box = own and frame.on_page(own)
    if box is None or box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or not fill.value:
        return None
    colour = _colour(item)
    if colour is None:
        return _Area(place, box, False, False, False)  # a pattern
    opaque = frame.opaque and colour[3] == 255 and not raw.FPDFPageObj_HasTransparency(item)
    return _Area(place, box, False, min(colour[:3]) >= _LIGHTEST, opaque)


def _looked_at(drawn: Item, place: int, frame: Frame) -> Drawn:
    if not drawn:
        return Drawn("", False, place, None)
    colour = _colour(drawn)
    if raw.FPDFTextObj_GetTextRenderMode(drawn) in _UNDRAWN or (colour is not None and colour[3] == 0):
        return Drawn(INVISIBLE, False, place, None)
    own = _clip(drawn) if place >= 0 else None
    clip = both(frame.clip, frame.on_page(own) if own else None)
    white = colour is not None and min(colour[:3]) >= _LIGHTEST
    return Drawn("", white, place, clip)


def _colour(item: Item) -> tuple[int, int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *parts):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def _bounds(item: Item) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *edges):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _clip(item: Item) -> Box | None:
    """The box that everything outside of is cut off; None: nothing is."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    found: Box | None = None
    for path in range(raw.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = []
        for place in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
            x, y = ctypes.c_float(), ctypes.c_float()
            if raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, place), x, y):
                points.append((x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            found = both(found, (min(xs), min(ys), max(xs), max(ys)))
    return found
