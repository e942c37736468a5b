"""What stays whole in running text: § 45, 2023-04-26, 6 kap. 28 § KL, 10 %; and which words are their own address."""

import re
from xml.etree import ElementTree

_REFERENCE = re.compile(r"§|\d-\d")
_SHORT = 26
"""Most characters of a reference that stays on one line: it then fits a line of a telephone."""
_LAW = re.compile(r"§|\b\d{4}(?:/\d{2})?:\d|^\d+(?: [a-zåäö])?$")
"""In the words of a citation: a § of a statute, the number of a statute or a preparatory work; all of a § in a row."""
_PERCENT = re.compile(r"(?<=\d) (?=%)")


def keep_together(root: ElementTree.Element) -> None:
    """Mark the links whose words are a short reference, so that the style sheet never divides them."""
    for link in root.iter("a"):
        words = "".join(link.itertext())
        if len(words) <= _SHORT and _REFERENCE.search(words):
            link.set("class", "number")


def name_citations(root: ElementTree.Element) -> None:
    """Mark the links out of the site whose words cite the law: on paper they need no address after them."""
    for link in root.iter("a"):
        if link.get("href", "").startswith("http") and _LAW.search("".join(link.itertext())):
            link.set("class", f"{link.get('class', '')} law".strip())


def percents(html: str) -> str:
    """The HTML with a blank that does not break between a figure and its sign."""
    return _PERCENT.sub("\u00a0", html)
