"""The municipality's colour in tones that can be read: as text on light and on dark, and under text (WCAG 1.4.3)."""

Colour = tuple[float, float, float]

_LIGHT: Colour = (0.953, 0.937, 0.89)
"""The darkest light ground that text stands on."""
_DARK: Colour = (0.17, 0.15, 0.09)
"""The lightest dark ground that text stands on."""
_WHITE: Colour = (1, 1, 1)
_BLACK: Colour = (0, 0, 0)
_ENOUGH = 4.8
"""A little more than AA's 4.5, for rounding."""
_CLEAR = 7.0
"""On dark ground AA's least looks dull."""


def style(colour: str) -> str:
    """A style sheet with the colour #rrggbb and its tones."""
    own = _parsed(colour)
    on = "#fff" if contrast(own, _WHITE) >= contrast(own, _BLACK) else "#000"
    tones = {
        "own": colour.lower(),
        "own-on": on,
        "own-text": _hex(_towards(own, _BLACK, _LIGHT, _ENOUGH)),
        "own-text-dark": _hex(_towards(own, _WHITE, _DARK, _CLEAR)),
    }
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in tones.items()) + "}\n"


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _towards(colour: Colour, end: Colour, ground: Colour, wanted: float) -> Colour:
    """The colour mixed with as little of `end` as makes it readable on `ground`."""
    for step in range(51):
        share = step / 50
        mixed = (
            colour[0] + (end[0] - colour[0]) * share,
            colour[1] + (end[1] - colour[1]) * share,
            colour[2] + (end[2] - colour[2]) * share,
        )
        if contrast(mixed, ground) >= wanted:
            return mixed
    return end


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parsed(colour: str) -> Colour:
    digits = colour.removeprefix("#")
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return (red, green, blue)


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
