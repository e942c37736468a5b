"""The documents of a meeting: which lines of which items mean the same one, and what its address is."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import unquote

from paragraf.archive.naming import Names, normalised, number_slug, word_slug
from paragraf.archive.types import Attachment, Located, Use
from paragraf.ids import nfc, slugify
from paragraf.model import AttachmentEntry, AttachmentFile, Item
from paragraf.model.derived import attachments

FOLDER = "bilagor/"
_ADDRESS = r"\(\s*<?(?P<file>(?:\./)?bilagor/[^()<>\n]*(?:\([^()<>\n]*\)[^()<>\n]*)*)>?\s*\)"
LINK = re.compile(r"!?\[(?P<title>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]" + _ADDRESS)
_LINK_END = re.compile(r"\]" + _ADDRESS)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<file>(?:\./)?bilagor/[^>\n]*).*$", re.MULTILINE)
_LINK_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_BULLET = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_CODE = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?P<tick>`+)[^`].*?(?P=tick)", re.DOTALL | re.MULTILINE)
_MARKED = re.compile(r"\(publiceras (?:inte|ej)\b", re.IGNORECASE)

Identity = tuple[str, str, str]
Lines = Sequence[tuple[Located, AttachmentEntry]]
Listed = Mapping[str, tuple[tuple[AttachmentEntry, str], ...]]


def file_path(link: str) -> str | None:
    """The path in bilagor/ that a link leads to; None for other addresses.

    A file's name is written as it is, blanks and all; a name in the form of addresses (min%20fil.pdf) is understood.
    """
    path = nfc(unquote(_LINK_TITLE.sub("", link).strip())).removeprefix("./")
    before, ending, _ = path.partition(".md#")
    path = before + ".md" if ending else path
    return path if path.startswith(FOLDER) and len(path) > len(FOLDER) else None


def without_private_links(text: str, files: Collection[str]) -> str:
    """Markdown in which a link to a file that is not among `files` has become its words."""
    if FOLDER not in text:
        return text

    def kept(link: re.Match[str], instead: str) -> str:
        return link[0] if file_path(link["file"]) in files else instead

    text = LINK.sub(lambda link: kept(link, link["title"]), text)
    text = _LINK_END.sub(lambda link: kept(link, "]"), text)
    return _DEFINITION.sub(lambda link: kept(link, ""), text)


def entries(item: Item) -> tuple[AttachmentEntry, ...]:
    """All attachments of an item: its lists, its facts, then what its running text links besides."""
    named = attachments(item)
    seen = {file_path(entry.file) for entry in named if entry.file}
    texts = ((item.text, item.text_line), *((section.text, section.text_line) for section in item.sections))
    linked = (entry for text, line in texts if FOLDER in text for entry in _links(text, line))
    return (*named, *(entry for entry in linked if entry.file not in seen))


def _links(text: str, line: int) -> Iterator[AttachmentEntry]:
    """Links of a text outside code. A mark counts for its whole list entry or paragraph: it never is published."""
    blank = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for block in _blocks(blank.split("\n")):
        marked = any(_MARKED.search(words) for _, words in block)
        for offset, words in block:
            for link in LINK.finditer(words):
                path = file_path(link["file"])
                if path:
                    yield AttachmentEntry(
                        title=link["title"] or path.removeprefix(FOLDER),
                        file=path,
                        withheld="" if marked else None,
                        kind="bilaga",
                        listed=False,
                        line=line + offset,
                    )


def _blocks(rows: Sequence[str]) -> Iterator[Sequence[tuple[int, str]]]:
    """Paragraphs and list entries, each line with its place in the text."""
    block: list[tuple[int, str]] = []
    for offset, row in enumerate(rows):
        if block and (not row.strip() or _BULLET.match(row)):
            yield block
            block = []
        block.append((offset, row))
    yield block


def index_attachments(
    items: Sequence[Located], files: Sequence[AttachmentFile], pairs: Mapping[str, str]
) -> tuple[tuple[Attachment, ...], Listed]:
    """The attachments of a meeting in document order, and those of each item by its slug.

    One file is one attachment. Lines without a file are the same attachment when they have the same title and
    stand in the same item, or in an agenda item and the § that handles it: "Tjänsteskrivelse" of another item is
    another document. What is marked as not published anywhere in the meeting has no file, and its file's name
    appears nowhere, the address included.
    """
    lines = [(one, entry) for one in items for entry in entries(one.item)]
    secret = {path for _, entry in lines if entry.withheld is not None and (path := file_path(entry.file or ""))}
    threads = {paragraph: item for item, paragraph in pairs.items()}
    groups: dict[Identity, list[tuple[Located, AttachmentEntry]]] = {}
    order: list[Identity] = []
    for one, entry in lines:
        path = file_path(entry.file or "")
        identity = ("title", threads.get(one.slug, one.slug), normalised(entry.title))
        if path and path not in secret:
            identity = ("file", path, "")
        groups.setdefault(identity, []).append((one, entry))
        order.append(identity)
    slugs = _slugs(groups)
    by_path = {file.path: file for file in files}
    found = tuple(
        _attachment(group, slugs[identity], by_path.get(identity[1]) if identity[0] == "file" else None)
        for identity, group in groups.items()
    )
    twins = _twins(groups, slugs, threads)
    listed: dict[str, list[tuple[AttachmentEntry, str]]] = {}
    for (one, entry), identity in zip(lines, order, strict=True):
        listed.setdefault(one.slug, []).append((entry, slugs[identity]))
    return (
        tuple(replace(attachment, same_as=twins.get(attachment.slug)) for attachment in found),
        MappingProxyType({slug: tuple(row) for slug, row in listed.items()}),
    )


def _slugs(groups: Mapping[Identity, Lines]) -> dict[Identity, str]:
    """Addresses: files first, so that a line without file never takes the address of one."""
    names = Names()
    slugs: dict[Identity, str] = {}
    for identity in groups:
        if identity[0] == "file":
            stem, _, ending = identity[1].removeprefix(FOLDER).rpartition(".")
            name = slugify(stem or ending) or "fil"
            slugs[identity] = names.new(name, f"{name}-{slugify(ending)}" if stem else name)
    for identity, group in groups.items():
        if identity not in slugs:
            located, entry = group[0]
            name = word_slug(entry.title)
            number = number_slug(located.item)
            slugs[identity] = names.new(name, f"{name}-{number}") if number else names.new(name)
    return slugs


def _twins(
    groups: Mapping[Identity, Lines], slugs: Mapping[Identity, str], threads: Mapping[str, str]
) -> dict[str, str]:
    """Slug of a line without file -> slug of the only file with its title in the same item or its pair."""
    filed: dict[Identity, set[str]] = {}
    for identity, group in groups.items():
        if identity[0] == "file":
            for one, entry in group:
                twin = ("title", threads.get(one.slug, one.slug), normalised(entry.title))
                filed.setdefault(twin, set()).add(slugs[identity])
    return {
        slugs[identity]: next(iter(filed[identity]))
        for identity, group in groups.items()
        if len(filed.get(identity, ())) == 1 and all(entry.withheld is None for _, entry in group)
    }


def _attachment(group: Lines, slug: str, file: AttachmentFile | None) -> Attachment:
    return with_uses(
        Attachment(meeting_id=group[0][0].meeting_id, slug=slug, title="", kinds=(), file=file),
        group,
    )


def with_uses(attachment: Attachment, group: Lines) -> Attachment:
    """The attachment with everything that follows from its uses taken from these lines alone."""
    marks = [entry.withheld for _, entry in group if entry.withheld is not None]
    return replace(
        attachment,
        title=group[0][1].title,
        kinds=tuple(dict.fromkeys(entry.kind for _, entry in group)),
        withheld=next((mark for mark in marks if mark), "" if marks else None),
        uses=tuple(Use(ref=one.ref, entry=entry) for one, entry in group),
        cases=tuple(sorted({number.key for one, _ in group for number in one.item.case_numbers})),
    )
