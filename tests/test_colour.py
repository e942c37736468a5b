"""Whatever colour a municipality has, text in it and on it can be read."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from paragraf.colour import AA, contrast, on_white, parsed, readable, style, tones

BASE = (Path(__file__).parent.parent / "theme" / "assets" / "paragraf" / "base.css").read_text("utf-8")


def grounds(scheme: str, *names: str) -> list[str]:
    """The surfaces of a scheme in base.css that text stands on: `scheme` is the selector's start."""
    block = BASE[BASE.index(scheme) :]
    found = {name: re.search(rf"--{name}: (#[0-9a-f]+);", block) for name in names}
    values = [match.group(1) for match in found.values() if match]
    assert len(values) == len(names)
    return [value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:]) for value in values]


LIGHT = grounds(":root {", "paper", "tint", "note", "mark")
DARK = grounds(':root[data-scheme="dark"]', "paper", "tint", "note", "mark")
INK = {
    "own-wash": grounds(":root {", "ink", "soft"),
    "own-wash-dark": grounds(':root[data-scheme="dark"]', "ink", "soft"),
}


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_gives_tones_that_can_be_read(number: int) -> None:
    found = {name: parsed(value) for name, value in tones(f"#{number:06x}").items()}
    assert contrast(found["own-band"], found["own-band-on"]) >= AA
    for ground in LIGHT:
        assert contrast(found["own-text"], parsed(ground)) >= AA
    for ground in DARK:
        assert contrast(found["own-text-dark"], parsed(ground)) >= AA
    assert contrast(found["own-text-more"], (1, 1, 1)) >= 7
    assert contrast(found["own-text"], found["own-wash"]) >= AA
    assert contrast(found["own-text-dark"], found["own-wash-dark"]) >= AA
    for ground, inks in INK.items():
        for ink in inks:
            assert contrast(found[ground], parsed(ink)) >= AA


def test_every_tone_has_a_value_of_its_own_in_the_theme() -> None:
    assert set(re.findall(r"^  --(own[a-z-]*):", BASE, re.MULTILINE)) == set(tones("#1b4f72"))


def test_a_colour_that_can_be_read_is_kept() -> None:
    assert style("#1B4F72").splitlines()[:5] == [
        ":root {",
        "  --own: #1b4f72;",
        "  --own-band: #1b4f72;",
        "  --own-band-on: #ffffff;",
        "  --own-text: #1b4f72;",
    ]


def test_a_light_colour_keeps_its_band_and_gets_a_darker_text() -> None:
    yellow = tones("#f2c300")
    assert (yellow["own-band"], yellow["own-band-on"]) == ("#f2c300", "#000000")
    assert yellow["own-text"] == readable("#f2c300") == "#796200"
    assert round(on_white("#f2c300"), 1) == 1.7
