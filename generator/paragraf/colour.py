"""The municipality's colour in tones that can be read: under text, and as text on light and dark (WCAG 2.2, 1.4.3)."""

import colorsys

Colour = tuple[float, float, float]

_LIGHT: Colour = (0.925, 0.925, 0.9)
"""As dark as any light ground that text stands on."""
_DARK: Colour = (0.17, 0.15, 0.09)
"""As light as any dark ground that text stands on."""
_NIGHT: Colour = (0.071, 0.09, 0.11)
"""The dark paper."""
_WHITE: Colour = (1, 1, 1)
_BLACK: Colour = (0, 0, 0)
AA = 4.5
"""What text needs."""
_ENOUGH = 4.8
"""A little more than AA, for rounding."""
_CLEAR = 7.0
"""AAA; on dark ground AA's least looks dull."""
_BOLD = 3.0
"""A colour that white is seen on this well becomes a darker band under white text; a lighter one keeps black text."""
_WASH = 0.07
"""So much of the colour lies in the ground behind the head of a page."""


def style(colour: str) -> str:
    """A style sheet with the colour #rrggbb and its tones."""
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in tones(colour).items()) + "}\n"


def tones(colour: str) -> dict[str, str]:
    """The names of base.css and the tones of #rrggbb, each as #rrggbb."""
    own = parsed(colour)
    is_bold = contrast(own, _WHITE) >= _BOLD
    band = _towards(own, _BLACK, _WHITE, _ENOUGH) if is_bold else own
    text_dark = _towards(own, _WHITE, _DARK, _CLEAR)
    return {
        "own": _hex(own),
        "own-band": _hex(band),
        "own-band-on": "#ffffff" if is_bold else "#000000",
        "own-text": _hex(_towards(own, _BLACK, _LIGHT, _ENOUGH)),
        "own-text-more": _hex(_towards(own, _BLACK, _LIGHT, _CLEAR)),
        "own-text-dark": _hex(text_dark),
        "own-wash": _hex(_mixed(_WHITE, own, _WASH)),
        "own-wash-dark": _hex(_mixed(_NIGHT, text_dark, _WASH)),
    }


def readable(colour: str) -> str:
    """The tone of #rrggbb nearest to it that can be read as text on light ground: itself, if it can."""
    return _hex(_towards(parsed(colour), _BLACK, _LIGHT, _ENOUGH))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_white(colour: str) -> float:
    """The contrast of #rrggbb against white paper."""
    return contrast(parsed(colour), _WHITE)


def parsed(colour: str) -> Colour:
    """#rrggbb, with or without the mark, as three shares of 1."""
    digits = colour.removeprefix("#")
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return (red, green, blue)


def _towards(colour: Colour, end: Colour, ground: Colour, wanted: float) -> Colour:
    """The colour made as little darker or lighter as gives the wanted contrast with `ground`; its hue stays."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    goal = end[0]
    shades = (colorsys.hls_to_rgb(hue, lightness + (goal - lightness) * step / 50, saturation) for step in range(51))
    return next((shade for shade in (colour, *shades) if contrast(shade, ground) >= wanted), end)


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (one + (two - one) * share for one, two in zip(colour, other, strict=True))
    return (red, green, blue)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
