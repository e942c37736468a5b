"""Every § once: a number that a document has twice is kept in a title, since one § is one address."""

from collections.abc import Sequence
from dataclasses import replace

from paragraf.ids import ParagraphNumber
from paragraf.importing.document import ItemBlock, LaidOut, Note
from paragraf.model import Paragraph


def numbered_once(
    paragraphs: Sequence[Paragraph], items: Sequence[ItemBlock], laid: LaidOut, notes: list[Note]
) -> tuple[Paragraph, ...]:
    """The same §§; a number that stands twice is kept in the title of the second: one § is one address."""
    seen: dict[ParagraphNumber, int] = {}
    found = []
    for one, item in zip(paragraphs, items, strict=True):
        line = laid.lines[item.start].line.number
        if one.number in seen:
            text = f"§ {one.number} finns också på rad {seen[one.number]}; här står numret i rubriken."
            notes.append(Note(line=line, text=text))
            found.append(replace(one, number=None, title=f"{one.title} (§ {one.number})"))
            continue
        if one.number and seen and one.number < max(seen):
            text = f"§ {one.number} kommer efter § {max(seen)}; ordningen är dokumentets."
            notes.append(Note(line=line, text=text))
        if one.number:
            seen[one.number] = line
        found.append(one)
    return tuple(found)
