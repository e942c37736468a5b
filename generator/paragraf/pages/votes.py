"""Votes as tables: who voted how is a legal part of the minutes (KL 5:67), not decoration."""

from typing import Any

from paragraf.model.derived import Vote, table_cells
from paragraf.vocabulary.items import VOTES

RESULTS = {"ja": "ja", "nej": "nej", "avstår": "avstår", "frånvarande": "frånvarande", "jäv": "jäv"}


def vote_view(vote: Vote, text: str, number: int, several: bool) -> dict[str, Any] | None:
    """A vote with its result in words; None when something in the text is no part of the vote and would be lost.

    `number` and `several` tell votes of the same § from each other.
    """
    if not _is_all_there(vote, text):
        return None
    counts = [(word, vote.count(key)) for key, word in RESULTS.items()]
    return {
        "caption": f"Omröstning {number}" if several else "Omröstning",
        "yes": vote.yes_means,
        "no": vote.no_means,
        "result": ", ".join(f"{count} {word}" for word, count in counts if count or word in ("ja", "nej")),
        "ballots": [
            {"name": ballot.name, "party": ballot.party or "", "vote": ballot.vote.capitalize()}
            for ballot in vote.ballots
        ],
    }


def _is_all_there(vote: Vote, text: str) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    rows = [cells for line in lines if (cells := table_cells(line))]
    meanings = ("ja:", "nej:")
    others = [one for one in lines if one[0] != "|" and not one.lstrip("-* ").casefold().startswith(meanings)]
    ballots = [cells for cells in rows if len(cells) == 2 and cells[1].casefold() in VOTES]
    return bool(rows) and not others and len(ballots) == len(rows) - 1 == len(vote.ballots)
