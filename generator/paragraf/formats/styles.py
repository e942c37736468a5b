"""What the styles of Word say of a paragraph: level of heading, numbering, space around it, weight and size."""

from dataclasses import dataclass, replace

from lxml import etree

from paragraf.formats.package import child, children, is_on, value

_SMALLEST = 4
"""Half points below which nobody reads a letter."""
_LIGHTEST = 244
"""Of 255: parts of a colour from which it is as good as white."""
_TITLES = ("title", "rubrik", "titel")


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a paragraph looks before its runs say otherwise."""

    name: str = ""
    """Of the style, in lower case."""
    outline: int = 0
    """1-9: level of heading; 0: running text."""
    list_number: str = ""
    list_level: int = 0
    before: int = 0
    """Space in twentieths of a point."""
    after: int = 0
    together: bool = False
    """No space between paragraphs of the same style."""
    new_page: bool = False
    bold: bool = False
    hidden: bool = False
    """By a switch (w:vanish)."""
    white: bool = False
    shaded: bool = False
    """Something else than white may be behind it."""
    size: int = 0
    """In half points; 0: unknown."""

    @property
    def unseen(self) -> bool:
        """Whether nobody sees text of this look on white paper."""
        return self.hidden or (self.white and not self.shaded) or 0 < self.size < _SMALLEST


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {value(one, "styleId"): one for one in children(root, "style")}
        self._looks: dict[str, Look] = {}
        defaults = child(root, "docDefaults")
        self._base = with_marks(Look(), child(defaults, "pPrDefault", "pPr"), child(defaults, "rPrDefault", "rPr"))
        self.default = next(
            (key for key, one in self._elements.items() if value(one, "type") == "paragraph" and is_on_default(one)), ""
        )

    def look(self, identity: str) -> Look:
        """What a style says; an unknown one says what the document's defaults say."""
        chain: list[str] = []
        at = identity
        while at in self._elements and at not in chain and at not in self._looks and len(chain) < 50:
            chain.append(at)
            at = value(child(self._elements[at], "basedOn"))
        look = self._looks.get(at, self._base)
        for one in reversed(chain):
            element = self._elements[one]
            name = value(child(element, "name")).lower()
            look = with_marks(replace(look, name=name), child(element, "pPr"), child(element, "rPr"))
            heading = _heading_in(name)
            if heading and not look.outline:
                look = replace(look, outline=heading)
            self._looks[one] = look
        return look


def is_on_default(style: etree._Element) -> bool:
    """Whether a style is the default one of its kind."""
    return value(style, "default") in ("1", "true", "on")


def with_marks(look: Look, paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    """A look with what the properties of a paragraph (pPr) and of a run (rPr) change in it."""
    if paragraph is not None:
        spacing = child(paragraph, "spacing")
        numbers = child(paragraph, "numPr")
        level = child(paragraph, "outlineLvl")
        look = replace(
            look,
            before=_measure(value(spacing, "before"), look.before),
            after=_measure(value(spacing, "after"), look.after),
            together=_switch(paragraph, "contextualSpacing", look.together),
            new_page=_switch(paragraph, "pageBreakBefore", look.new_page),
            outline=look.outline if level is None else (_measure(value(level), 9) + 1) % 10,
            list_number=value(child(numbers, "numId")) or look.list_number,
            shaded=_shaded(paragraph, look.shaded),
            list_level=min(_measure(value(child(numbers, "ilvl")), look.list_level), 8),
        )
    if run is not None:
        look = replace(
            look,
            bold=_switch(run, "b", look.bold),
            hidden=_switch(run, "vanish", look.hidden),
            white=_white(run, look.white),
            shaded=_shaded(run, look.shaded) or child(run, "highlight") is not None,
            size=_measure(value(child(run, "sz")), look.size),
        )
    return look


def _white(run: etree._Element, inherited: bool) -> bool:
    """Whether letters are as good as white; a colour of the theme is told by its printed value."""
    colour = value(child(run, "color"))
    if len(colour) != 6 or any(sign not in "0123456789abcdefABCDEF" for sign in colour):
        return inherited and not colour
    return min(bytes.fromhex(colour)) >= _LIGHTEST


def _shaded(element: etree._Element, inherited: bool) -> bool:
    shade = child(element, "shd")
    if shade is None:
        return inherited
    return value(shade, "fill").lower() not in ("", "auto", "ffffff") or value(shade) not in ("", "clear", "nil")


def _switch(element: etree._Element, name: str, inherited: bool) -> bool:
    found = child(element, name)
    return inherited if found is None else is_on(found)


def _measure(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _heading_in(name: str) -> int:
    """The level that a style's name tells: "heading 2", "Rubrik 2", "title"."""
    words = name.rsplit(" ", 1)
    if len(words) == 2 and words[0] in ("heading", "rubrik") and words[1].isdigit():
        return min(int(words[1]), 9)
    return 1 if name in _TITLES else 0
