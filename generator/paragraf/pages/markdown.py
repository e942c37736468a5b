"""Authors' Markdown becomes HTML that is safe, valid and fit for the page that it stands on.

Raw HTML is shown as text, an address of another kind than http(s), mailto, tel or one of our own becomes plain text,
nothing carries a style attribute (the Content-Security-Policy forbids it), and a table can be scrolled by keyboard.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import count
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString

from paragraf.ids import slugify
from paragraf.pages.bounds import bound
from paragraf.pages.glossary import explain, words_of
from paragraf.pages.unbroken import keep_together, name_citations, percents

_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_HEADING = re.compile(r"h([1-6])")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")

Resolve = Callable[[str], str | None]
"""An address as it stands in the Markdown -> the one to use, or None: no link."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading of the text, for a list of contents."""

    level: int
    id: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """HTML and what it contains."""

    html: str
    headings: tuple[Heading, ...] = ()
    """With ids only where an id prefix was asked for."""


def no_own_address(href: str) -> str | None:
    """The resolver of texts that have no addresses of their own."""
    return None


def as_it_stands(href: str) -> str | None:
    """The resolver of texts whose addresses someone else looks after."""
    return href


@dataclass(kw_only=True, slots=True)
class _Task:
    """What one rendering asks for, and the headings that it found."""

    level: int | None = None
    resolve: Resolve = as_it_stands
    table_label: str = "Tabell"
    id_prefix: str | None = None
    pictures: bool = False
    """Whether pictures of one's own are shown; else their alternative text stands in their place."""
    glossary: Mapping[str, str] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)


def render(
    text: str,
    *,
    level: int = 2,
    resolve: Resolve = no_own_address,
    table_label: str = "Tabell",
    id_prefix: str | None = None,
    glossary: Mapping[str, str] | None = None,
) -> Rendered:
    """HTML of a Markdown text.

    `level` is what the text's topmost heading becomes; `resolve` answers for every address without a scheme;
    `table_label` names tables to who cannot see them; with `id_prefix` headings get ids; the first
    occurrence of each word of `glossary` is explained. Never raises.
    """
    if not text.strip():
        return Rendered(html="")
    if _is_plain(text) and not (glossary and words_of(glossary).search(text)):
        return Rendered(html=percents("\n".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))))
    return _convert(
        text,
        _Task(
            level=level,
            resolve=resolve,
            table_label=table_label,
            id_prefix=id_prefix,
            glossary=glossary or {},
        ),
    )


_PLAIN_LINE = r"[^\W\d_][^\n*_`\[\]<>&#\\!|{}\x00-\x1f\x7f-\xa0]*+"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n\n?{_PLAIN_LINE})*+")


def _is_plain(text: str) -> bool:
    """Whether a text is nothing but paragraphs: most are, and the converter is what a build spends its time on."""
    return bool(_PLAIN.fullmatch(text)) and "  " not in text and " \n" not in text and not text.endswith(" ")


def _convert(text: str, task: _Task) -> Rendered:
    converter, shape = _converter()
    shape.task = task
    html = converter.reset().convert(text)
    return Rendered(html=percents(html), headings=tuple(task.headings))


def inline(text: str, *, resolve: Resolve = no_own_address) -> str:
    """HTML of a line of Markdown, without a paragraph around it when it is one paragraph."""
    html = render(text, resolve=resolve).html
    return html[3:-4] if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1 else html


@cache
def _converter() -> "tuple[Markdown, _Shape]":
    """One for all renderings: to make it costs more than to use it."""
    plain = Plain()
    converter = Markdown(extensions=["tables", "sane_lists", "fenced_code", plain], output_format="html")
    return converter, plain.shape


class Plain(Extension):
    """What keeps authors' Markdown within our bounds; also for the pages of sidor/ that the host renders."""

    shape: "_Shape"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Take away raw HTML and add the processor."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        self.shape = _Shape(md)
        md.treeprocessors.register(self.shape, "paragraf", 15)
        bound(md)


def makeExtension(**options: Any) -> Plain:  # noqa: N802 (the name is Python-Markdown's)
    """Lets a host name this module among its Markdown extensions."""
    return Plain(**options)


class _Shape(Treeprocessor):
    """Headings, links, pictures, tables and abbreviations of a finished tree."""

    # What a host's own pages get, whose addresses and pictures the host looks after.
    task = _Task(pictures=True)

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        task = self.task
        if task.level is not None:
            _shift_headings(root, task, task.level)
        _replace(root, "img", lambda image: image if task.pictures and _is_own(image) else _alternative_text(image))
        _replace(root, "a", lambda link: _checked_link(link, task))
        keep_together(root)
        name_citations(root)
        _wrap_tables(root, task.table_label)
        if task.glossary:
            explain(root, task.glossary)


def _shift_headings(root: ElementTree.Element, task: _Task, topmost: int) -> None:
    headings = [element for element in root.iter() if _HEADING.fullmatch(element.tag)]
    if not headings:
        return
    top = min(int(element.tag[1]) for element in headings)
    used: set[str] = set()
    next_number: dict[str, Iterator[int]] = {}
    for element in headings:
        level = min(6, int(element.tag[1]) - top + topmost)
        element.tag = f"h{level}"
        if task.id_prefix is not None:
            label = "".join(element.itertext()).strip()
            base = task.id_prefix + (slugify(label) or "rubrik")
            name = base
            while name in used:
                name = f"{base}-{next(next_number.setdefault(base, count(2)))}"
            used.add(name)
            element.set("id", name)
            task.headings.append(Heading(level=level, id=name, label=label))


def _replace(root: ElementTree.Element, tag: str, change: Callable[[ElementTree.Element], ElementTree.Element]) -> None:
    for parent in root.iter():
        for index, child in enumerate(list(parent)):
            if child.tag == tag:
                changed = change(child)
                if changed is not child:
                    changed.tail = child.tail
                    parent[index] = changed


def _is_own(image: ElementTree.Element) -> bool:
    return not re.match(r"[a-z][a-z0-9+.-]*:|[/\\]", _as_browsers_read(image.get("src", "")))


def _as_browsers_read(address: str) -> str:
    """An address in small letters, without control characters and blanks.

    The converter keeps what was escaped (a backslash before a mark) as the mark's number between STX and ETX, and the
    ampersands that it wrote itself as a word between them.
    """
    written = _ESCAPED.sub(lambda mark: chr(int(mark[1])), address.replace(AMP_SUBSTITUTE, "&"))
    return re.sub(r"[\x00-\x20]", "", unescape(written)).lower()


def _alternative_text(image: ElementTree.Element) -> ElementTree.Element:
    span = ElementTree.Element("span")
    span.text = AtomicString(image.get("alt", ""))
    return span


def _checked_link(link: ElementTree.Element, task: _Task) -> ElementTree.Element:
    href = link.get("href", "").strip()
    bare = _as_browsers_read(href)
    if bare.startswith(_SAFE_SCHEMES):
        target: str | None = href
    elif re.match(r"[a-z][a-z0-9+.-]*:", bare) or bare.startswith(("//", "\\", "/\\")):
        target = None
    elif href.startswith("#") and task.id_prefix is not None:
        target = _heading_link(href, task)
    else:
        target = task.resolve(href)
    if target is None:
        span = ElementTree.Element("span")
        span.text = link.text
        span.extend(list(link))
        return span
    link.set("href", target)
    link.attrib.pop("title", None)
    if bare.startswith(("http://", "https://")):
        link.set("rel", "external noopener")
    return link


def _heading_link(href: str, task: _Task) -> str | None:
    """A link to a heading of the same text, however its author wrote the address; None when there is none."""
    wanted = task.id_prefix + slugify(unquote(href)) if task.id_prefix is not None else ""
    return next((f"#{heading.id}" for heading in task.headings if heading.id == wanted), None)


def _wrap_tables(root: ElementTree.Element, name: str) -> None:
    several = sum(1 for _ in root.iter("table")) > 1
    numbers = count(1)
    for parent in list(root.iter()):
        for index, table in enumerate(list(parent)):
            if table.tag != "table":
                continue
            _plain_table(table)
            label = f"{name} {next(numbers)}" if several else name
            box = ElementTree.Element("div", {"class": "table", "role": "region", "aria-label": label, "tabindex": "0"})
            box.tail, table.tail = table.tail, None
            box.append(table)
            parent[index] = box


def _plain_table(table: ElementTree.Element) -> None:
    table.set("class", "grid")
    for cell in table.iter():
        alignment = _ALIGNMENT.search(cell.attrib.pop("style", "")) or _ALIGNMENT.search(
            f"text-align: {cell.attrib.pop('align', '')}"
        )
        if alignment and alignment[1] != "left":
            cell.set("class", alignment[1])
        if cell.tag == "th" and not (cell.text or "").strip() and not len(cell):
            cell.tag = "td"
        elif cell.tag == "th":
            cell.set("scope", "col")
