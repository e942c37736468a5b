"""The sections of an item in its author's words and order; votes and lists of documents get a form of their own."""

import re
from collections.abc import Iterator
from typing import Any

from paragraf.archive import Located
from paragraf.ids import slugify
from paragraf.model import Section
from paragraf.model.derived import list_entries, votes
from paragraf.pages.decision import decision_view
from paragraf.pages.place import Place
from paragraf.pages.proposal import is_proposed, proposal_view
from paragraf.pages.versions import item_document
from paragraf.pages.votes import vote_view
from paragraf.vocabulary.items import ATTACHMENT_KINDS

_ENTRY = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s+\S")


def sections_view(located: Located, place: Place, *, level: int, prefix: str = "") -> list[dict[str, Any]]:
    """Every section of an item: `id`, `heading`, `kind`, and one of `html`, `parts` (decision), `vote`, `attachments`.

    A decision that only is a proposal has it as `proposal`.
    `level` is that of headings inside a section's text. No section is left out, an empty one neither.
    """
    item = located.item
    texts = place.index.links.texts_of(located.ref).sections
    ids = _ids(item.sections, prefix)
    ballots = iter(votes(item))
    several_votes = sum(section.kind == "omrostning" for section in item.sections) > 1
    listed = iter([pair for pair in place.index.archive.attachments_of(located) if pair[0].listed])
    proposal = proposal_view(place, located)
    found: list[dict[str, Any]] = []
    vote_number = 0
    clause_number = 1
    for section, text in zip(item.sections, texts, strict=True):
        view: dict[str, Any] = {"id": next(ids), "heading": section.heading, "kind": section.kind}
        label = f"Tabell under {section.heading}"
        if section.kind == "omrostning":
            vote_number += 1
            view["vote"] = vote_view(next(ballots), text, place, located, number=vote_number, several=several_votes)
        elif section.kind == "beslut":
            view |= decision_view(
                text,
                resolve=place.resolve,
                level=level,
                prefix=prefix,
                first=clause_number,
                glossary=place.index.glossary,
            )
            clause_number += sum("id" in part for part in view["parts"])
            view["proposal"] = proposal if is_proposed(item, section.heading) else None
        elif section.kind in ATTACHMENT_KINDS:
            entries = [next(listed) for _ in list_entries(section.text)]
            if is_only_a_list(section.text):
                view["attachments"] = [
                    item_document(place, located, entry, attachment) for entry, attachment in entries
                ]
        if not any(view.get(key) for key in ("vote", "parts", "attachments")):
            view["html"] = place.html(text, level=level, table=label)
        found.append(view)
    return found


def is_only_a_list(text: str) -> bool:
    """Whether a text is nothing but a list, so that its entries say all of it."""
    in_entry = False
    for line in text.split("\n"):
        if _ENTRY.match(line):
            in_entry = True
        elif line.strip() and not (in_entry and line.startswith("  ")):
            return False
        else:
            in_entry = in_entry and bool(line.strip())
    return bool(list_entries(text))


def _ids(sections: tuple[Section, ...], prefix: str) -> Iterator[str]:
    used: dict[str, int] = {}
    for section in sections:
        name = slugify(section.heading) or section.kind
        used[name] = used.get(name, 0) + 1
        # Not beslut-2: that is the address of a clause.
        yield prefix + (name if used[name] == 1 else f"{name}-avsnitt-{used[name]}")
