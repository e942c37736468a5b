"""Boxes of a PDF page, and the coordinates of the forms that are drawn on it (ISO 32000-1, 8.3, 8.10)."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in the page's own coordinates."""
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f (ISO 32000-1, 8.3.3)."""
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """What an object is part of: the page itself, or a form that is drawn on it."""

    matrix: Matrix
    """From its coordinates to the page's."""
    clip: Box | None
    """What lies outside is cut off; None: nothing is."""
    opaque: bool
    """What is painted there covers what is below it."""
    depth: int

    def on_page(self, box: Box) -> Box:
        """The box of a box on the page."""
        if self.matrix == _SAME:
            return box
        a, b, c, d, e, f = self.matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


PAGE = Frame(_SAME, None, True, 0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def both(one: Box | None, other: Box | None) -> Box | None:
    """What lies in both boxes; None: everything."""
    if one is None or other is None:
        return one or other
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
