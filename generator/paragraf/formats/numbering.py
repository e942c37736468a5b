"""The automatic numbers of Word as they are printed: "§ 45", "1.", "a)", bullets."""

from collections.abc import Iterator

from lxml import etree

from paragraf.formats.package import child, children, value

BULLET = "-"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LEVELS = 9


class Numbering:
    """Counts the numbered paragraphs of a document; `label` is asked once for each, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        linked = {value(child(one, "styleLink")): value(one, "abstractNumId") for one in children(root, "abstractNum")}
        for one in children(root, "abstractNum"):
            self._levels[value(one, "abstractNumId")] = dict(_levels(one))
        for one in children(root, "abstractNum"):
            other = linked.get(value(child(one, "numStyleLink")), "")
            if other and value(child(one, "numStyleLink")):
                self._levels[value(one, "abstractNumId")] = self._levels.get(other, {})
        for one in children(root, "num"):
            number, abstract = value(one, "numId"), value(child(one, "abstractNumId"))
            self._abstract[number] = abstract
            for override in children(one, "lvlOverride"):
                level = _number(value(override, "ilvl"), 0)
                start = child(override, "startOverride")
                if start is not None:
                    self._starts[number, level] = _number(value(start), 1)
                if (own := child(override, "lvl")) is not None:
                    self._levels[abstract] = {**self._levels.get(abstract, {}), level: own}

    def label(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of this list and level; empty: nothing."""
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for place in range(_LEVELS):
                if (number, place) in self._starts:
                    counts[place] = None
        current = counts[level]
        start = self._starts.get((number, level), _number(value(child(levels[level], "start")), 1))
        counts[level] = start if current is None else current + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if value(child(levels[level], "numFmt")) == "bullet":
            return BULLET
        text = value(child(levels[level], "lvlText"))
        for place in range(_LEVELS):
            if f"%{place + 1}" in text:
                own = levels.get(place)
                count = counts[place]
                count = _number(value(child(own, "start")), 1) if count is None else count
                text = text.replace(f"%{place + 1}", _written(count, value(child(own, "numFmt"))))
        return text.strip()


def _levels(abstract: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for one in children(abstract, "lvl"):
        level = _number(value(one, "ilvl"), -1)
        if 0 <= level < _LEVELS:
            yield level, one


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 10 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = ""
        for worth, letters in _ROMAN:
            roman += letters * (count // worth)
            count %= worth
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form == "none" else str(count)
