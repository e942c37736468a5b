"""Which text of a PDF page a reader sees: not what is drawn invisibly, in white, too small, clipped off or covered.

ISO 32000-1, 8.5.4 (clipping), 9.3.6 (text rendering mode), 11.6.4 (constant alpha).
"""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

INVISIBLE = "osynlig text"
WHITE = "vit text"
TINY = "för liten text"
CLIPPED = "bortklippt text"
COVERED = "övertäckt text"

_UNDRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_LIGHTEST = 244
"""Of 255: parts of a colour from which it is as good as white."""
_MOST = 20_000
"""Objects of a page that are looked at: maps and drawings have more."""
SMALLEST = 2.0
"""Points of a line's height below which nobody reads it."""
_LAYER_MARK = [*map(ord, "OC\0")]
_LARGE = 0.5
"""Part of a page that the picture of a scanned page fills, at least."""

Item = Any
"""A pointer to an object of a page, as pdfium gives it."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in the page's own coordinates."""


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
    """In the order in which the page is drawn; -1: it is part of a form."""
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
    _places: dict[int, int] = field(default_factory=dict)

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
        return _looked_at(item, self._places.get(address(item), -1))

    def why_unseen(self, one: Drawn, x: float, y: float) -> str:
        """Swedish: why nobody sees the letter of this piece of text whose middle is here; empty: it is seen."""
        if one.clip and one.place >= 0 and not _holds(one.clip, x, y):
            return CLIPPED
        here = [area for area in self.areas if _holds(area.box, x, y)]
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
    for place in range(count if count <= _MOST else 0):
        item = raw.FPDFPage_GetObject(page, place)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found._places[address(item)] = place
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if box := _bounds(item):
                opaque = not raw.FPDFPageObj_HasTransparency(item)
                found.paint(item, _Area(place, box, True, False, opaque))
        elif kind == raw.FPDF_PAGEOBJ_PATH and (area := _painted(item, place)):
            found.paint(item, area)
    return found


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


def _painted(item: Item, place: int) -> _Area | None:
    """A path that fills an area large enough for a word."""
    box = _bounds(item)
    if box is None or box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or not fill.value:
        return None
    colour = _colour(item)
    if colour is None:
        return _Area(place, box, False, False, False)  # a pattern
    opaque = colour[3] == 255 and not raw.FPDFPageObj_HasTransparency(item)
    return _Area(place, box, False, min(colour[:3]) >= _LIGHTEST, opaque)


def _looked_at(drawn: Item, place: int) -> Drawn:
    if not drawn:
        return Drawn("", False, place, None)
    colour = _colour(drawn)
    if raw.FPDFTextObj_GetTextRenderMode(drawn) in _UNDRAWN or (colour is not None and colour[3] == 0):
        return Drawn(INVISIBLE, False, place, None)
    clip = _clip(drawn)
    if clip is not None and place < 0:
        # Both are in the form's own coordinates, which letters are not.
        box = _bounds(drawn)
        if box and not _holds(clip, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2):
            return Drawn(CLIPPED, False, place, None)
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
            box = (min(xs), min(ys), max(xs), max(ys))
            found = box if found is None else _shared(found, box)
    return found


def _shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
