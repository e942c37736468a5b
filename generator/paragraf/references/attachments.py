"""Attachments of the same meeting: "bilaga 3", "bilagor 1–3", a title in quotation marks, a title after "bilaga".

A title must be that of an attachment to the letter (case apart). In a Markdown attachment "bilaga 3" is its own annex,
and a law has annexes too ("bilaga 1 till skollagen"): those are nobody's.
"""

import re
from collections.abc import Iterator

from paragraf.references.context import Context, TextKind
from paragraf.references.grammar import AND, GAP, MAYBE, TO, member_spans
from paragraf.references.laws import name_at
from paragraf.references.targets import AttachmentTarget, Foreign, Reference

_NUMBER = r"[1-9]\d{0,2}(?:[a-zåäö](?!\w))?"
_NUMBERED = re.compile(
    rf"(?<![\w-])bilag(?:a|an|or|orna){GAP}(?:nr\.?{GAP})?(?P<members>{_NUMBER}(?:(?:{AND}|{TO}){_NUMBER}){{0,12}})(?![\w%]|[.:/]\d|-\w|{MAYBE}%)",
    re.IGNORECASE,
)
_MEMBER = re.compile(_NUMBER)
_OF_A_LAW = re.compile(rf"{GAP}(?:till|i){GAP}")
_QUOTED = re.compile(r"[”\"“«»](?P<title>[^”\"“«»\n\ufffc]{2,200}+)[”\"“«»]|’(?P<single>[^’\n\ufffc]{2,200}+)’")
_ANNOUNCED = re.compile(rf"(?<![\w-])bilagan?{MAYBE}:?{GAP}", re.IGNORECASE)


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every reference to an attachment of the meeting."""
    titles = {title.casefold(): title for title in context.attachments if not set(title) & set("[]`\n")}
    quoted = list(_quoted(text, titles))
    yield from quoted
    taken = {reference.start for reference in quoted}
    yield from (reference for reference in _announced(text, titles) if reference.start not in taken)
    if context.kind is TextKind.ITEM:
        yield from _numbered(text, context)


def _numbered(text: str, context: Context) -> Iterator[Reference]:
    for match in _NUMBERED.finditer(text):
        gap = _OF_A_LAW.match(text, match.end())
        if (gap and name_at(text, gap.end(), context)) or name_at(text, match.end() + 1, context):
            yield Reference(start=match.start(), end=match.end(), text=match[0], target=Foreign(kind="bilaga till lag"))
            continue
        members = list(_MEMBER.finditer(text, match.start("members"), match.end("members")))
        spans = member_spans(match.span(), [member.span() for member in members])
        for (start, end), member in zip(spans, members, strict=True):
            yield Reference(
                start=start, end=end, text=text[start:end], target=AttachmentTarget(number=member[0].lower())
            )


def _quoted(text: str, titles: dict[str, str]) -> Iterator[Reference]:
    position = 0
    while match := _QUOTED.search(text, position):
        group = "title" if match["title"] else "single"
        title = titles.get(match[group].casefold())
        # A quotation that is no title may end where the next one begins.
        position = match.end() if title else match.start() + 1
        if title:
            start, end = match.span(group)
            yield Reference(start=start, end=end, text=match[group], target=AttachmentTarget(title=title))


def _announced(text: str, titles: dict[str, str]) -> Iterator[Reference]:
    longest = sorted(titles.items(), key=lambda title: (-len(title[1]), title[0]))
    for match in _ANNOUNCED.finditer(text):
        start = match.end()
        for key, title in longest:
            end = start + len(title)
            if text[start:end].casefold() == key and not re.match(r"[\w-]", text[end : end + 1]):
                yield Reference(start=start, end=end, text=text[start:end], target=AttachmentTarget(title=title))
                break
