"""Votes as tables: who voted how is a legal part of the minutes (KL 5:67), not decoration."""

from typing import Any

from paragraf.model.derived import Vote, table_cells
from paragraf.pages.place import Place
from paragraf.vocabulary.items import VOTES

_ALWAYS_COUNTED = ("ja", "nej")


def vote_view(vote: Vote, text: str, place: Place, *, number: int, several: bool) -> dict[str, Any] | None:
    """A vote: what yes and no meant, the result in words, who voted how, and what else its author wrote.

    None when a row of its table is no vote, so that the table must be shown as it was written. `number` and `several`
    tell votes of the same § from each other.
    """
    lines = text.split("\n")
    rows = [cells for line in lines if (cells := table_cells(line))]
    ballots = [cells for cells in rows if len(cells) == 2 and cells[1].casefold() in VOTES]
    if not rows or len(ballots) != len(rows) - 1 or len(ballots) != len(vote.ballots):
        return None
    first = next(index for index, line in enumerate(lines) if table_cells(line))
    last = max(index for index, line in enumerate(lines) if line.strip().startswith("|"))
    counts = [(word, vote.count(word)) for word in VOTES]
    return {
        "caption": f"Så röstade ledamöterna, omröstning {number}" if several else "Så röstade ledamöterna",
        "yes": vote.yes_means,
        "no": vote.no_means,
        "result": ", ".join(f"{count} {word}" for word, count in counts if count or word in _ALWAYS_COUNTED),
        "ballots": [
            {"name": ballot.name, "party": ballot.party or "", "vote": ballot.vote.capitalize()}
            for ballot in vote.ballots
        ],
        "before_html": place.html("\n".join(line for line in lines[:first] if not _is_meaning(line))),
        "after_html": place.html("\n".join(lines[last + 1 :])),
    }


def _is_meaning(line: str) -> bool:
    return line.strip().lstrip("-* ").casefold().startswith(("ja:", "nej:"))
