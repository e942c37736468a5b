"""What stays on one line in running text: § 45, 2023-04-26, 6 kap. 28 § KL, 10 %."""

import re
from xml.etree import ElementTree

_REFERENCE = re.compile(r"§|\d-\d")
_SHORT = 26
"""Most characters of a reference that stays on one line: it then fits a line of a telephone."""
_PERCENT = re.compile(r"(?<=\d) (?=%)")


def keep_together(root: ElementTree.Element) -> None:
    """Mark the links whose words are a short reference, so that the style sheet never divides them."""
    for link in root.iter("a"):
        words = "".join(link.itertext())
        if len(words) <= _SHORT and _REFERENCE.search(words):
            link.set("class", "number")


def percents(html: str) -> str:
    """The HTML with a blank that does not break between a figure and its sign."""
    return _PERCENT.sub("\u00a0", html)
