"""A decision as its readers cite it: every clause has an address of its own, and not a word is left out."""

import re
from collections.abc import Mapping
from typing import Any

from paragraf.model.derived import clauses
from paragraf.pages.markdown import Resolve, render

_MARKER = re.compile(r"\s{0,3}(?:(?P<dash>[-–*+•])\s*|(?P<number>\d{1,2}[.)]|[a-zåäö][.)])\s+)?")

DASH = "–"
"""Stands before a clause that the author only put in a list."""


def decision_view(
    text: str,
    *,
    resolve: Resolve,
    level: int,
    prefix: str = "",
    first: int = 1,
    glossary: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The parts of a decision in order: running text (`html`) and clauses (`id`, `number`, `html`).

    `prefix` comes before the anchors where several decisions stand on one page: p45-beslut-1. `first` is the number
    of the first clause, for a § whose decision has more than one section.
    """

    def html(text: str) -> str:
        return render(text, level=level, resolve=resolve, glossary=glossary).html

    rows = text.split("\n")
    parts: list[dict[str, Any]] = []
    position = 0
    for clause in clauses(text):
        _add_text(parts, html("\n".join(rows[position : clause.first])))
        marker, words = without_marker(rows[clause.first : clause.last + 1])
        parts.append(
            {
                "id": f"{prefix}beslut-{clause.number + first - 1}",
                "number": marker,
                "html": html(words),
            }
        )
        position = clause.last + 1
    _add_text(parts, html("\n".join(rows[position:])))
    return {"parts": parts, "several": sum("id" in part for part in parts) > 1}


def _add_text(parts: list[dict[str, Any]], html: str) -> None:
    if html:
        parts.append({"html": html})


def without_marker(rows: list[str]) -> tuple[str, str]:
    """The clause's own number and its words; what is indented under it (a list, a table) moves out with it."""
    match = _MARKER.match(rows[0])
    marker = (match["number"] or (match["dash"] and DASH) or "") if match else ""
    first = rows[0][match.end() :] if match else rows[0]
    rest = [re.sub(r"^(?: {4}|\t)", "", row) for row in rows[1:]]
    if rest and re.match(r"[-*+|]|\d+\.", rest[0]):
        rest.insert(0, "")
    return marker, "\n".join([first, *rest])
