"""Drawn figures: where each bar, dot and word of a chart stands, as numbers for its template.

Across, places are in per cent of the width, so that a chart fills what room there is and its words keep their size;
down, they are in pixels. A chart has an id for its heading, and says everything it shows in `text`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

ABOVE = 24
"""Pixels for the number over a column."""
BELOW = 26
"""Pixels for the word under a column."""
_WIDEST = 14.0
"""Per cent of the width that a column takes at most."""
_DOT, _DOT_GROWS = 5.0, 1.5
_LANE = 34
"""Pixels for a row of dots."""
_EDGE = 4.0
"""Per cent that is kept free on both sides of a row of dots."""


def columns(values: Sequence[tuple[str, int]], *, top: int, tall: int, text: str) -> dict[str, Any]:
    """Columns side by side: words and numbers, in order; `top` is the number of a column that is `tall` pixels."""
    step = 100 / max(1, len(values))
    width = min(_WIDEST, step * 0.66)
    return {
        "text": text,
        "height": ABOVE + tall + BELOW,
        "base": ABOVE + tall,
        "columns": [
            {
                "x": _number(step * (place + 0.5) - width / 2),
                "middle": _number(step * (place + 0.5)),
                "width": _number(width),
                "y": _number(ABOVE + tall - (high := tall * value / max(1, top))),
                "height": _number(high),
                "above": _number(ABOVE + tall - high - 7),
                "below": ABOVE + tall + 19,
                "value": str(value),
                "word": word,
            }
            for place, (word, value) in enumerate(values)
        ],
    }


def bars(values: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """Lying bars, one for each word: their words and numbers are outside the drawing."""
    most = max((value for _, value in values), default=0)
    return [{"word": word, "value": str(value), "width": _number(100 * value / max(1, most))} for word, value in values]


def parts(values: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """One bar that is as wide as there is room, in parts: kind and how much of it that is."""
    whole = sum(value for _, value in values)
    found, before = [], 0
    for kind, value in values:
        if value:
            x, width = _number(100 * before / whole), _number(100 * value / whole)
            found.append({"kind": kind, "x": x, "width": width})
            before += value
    return found


def dots(days: Sequence[int], *, limit: int, most: int) -> dict[str, Any]:
    """A row of dots on a scale of days from 0 to `most`: one for each number of days, larger where it is more of them.

    The line stands at the limit, which is not above `most`.
    """

    def across(day: float) -> str:
        return _number(_EDGE + (100 - 2 * _EDGE) * day / max(1, most))

    return {
        "height": _LANE,
        "middle": _LANE // 2,
        "left": _number(_EDGE),
        "right": _number(100 - _EDGE),
        "limit": across(limit),
        "dots": [
            {"x": across(day), "r": _number(min(12.0, _DOT + _DOT_GROWS * (count - 1))), "late": day > limit}
            for day, count in sorted(Counter(days).items())
        ],
    }


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
