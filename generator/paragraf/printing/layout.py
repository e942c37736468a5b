"""From a document to HTML on paper: templates of theme/pdf/, and links that mean something outside the site."""

import re
from functools import cache
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html

from paragraf.pages.words import shortened
from paragraf.printing.document import Printed
from paragraf.theme import THEME

_SITE = "https://webbplatsen.invalid/"
"""Stands for the root of the site while links are followed."""
_OUTWARD = ("http://", "https://", "mailto:", "tel:")


def layout(document: Printed) -> tuple[str, dict[str, str]]:
    """The whole document as HTML, and what stands at each place that a link in it leads to."""
    template = _environment().get_template(f"pdf/{document.kind.value}.html")
    text = template.render(
        title=document.title,
        author=document.author,
        subject=document.subject,
        day=document.day.isoformat(),
        c=document.context,
    )
    tree = html.document_fromstring(text)
    anchors = {str(name) for name in tree.xpath("//@id")}
    for link in tree.xpath("//a"):
        target = _target(link.get("href", ""), document, anchors)
        if target is None:
            link.drop_tag()
        else:
            link.attrib.pop("rel", None)
            link.set("href", target)
    names = {str(one.get("id")): shortened(one.text_content(), 120) for one in tree.iter() if one.get("id")}
    return "<!doctype html>\n" + html.tostring(tree, encoding="unicode"), names


def _target(href: str, document: Printed, anchors: set[str]) -> str | None:
    """Where a link on paper leads: a place in the document, a page of the public site, someone else; None: nowhere."""
    if href.startswith(_OUTWARD):
        return href
    page, _, fragment = urljoin(f"{_SITE}{document.page}", href).removeprefix(_SITE).partition("#")
    if not href.startswith("#") and page not in document.anchors:
        return f"{document.address.rstrip('/')}/{page}{fragment and f'#{fragment}'}" if document.address else None
    place = document.anchors.get(page, "")
    found = next((one for one in (fragment, f"{place}-{fragment}", place) if one in anchors), None)
    return f"#{found}" if found else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    return environment


def shown(address: str) -> str:
    """An address as it is printed: without its scheme, and without a slash at its end."""
    return re.sub(r"^https?://", "", address).rstrip("/")
