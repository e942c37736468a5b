"""Votes as tables: who voted how is a legal part of the minutes (KL 5:67), not decoration."""

import re
from typing import Any

from paragraf.model.derived import Vote, table_cells
from paragraf.pages.people import person_href
from paragraf.pages.place import Place
from paragraf.vocabulary.items import VOTES

_ALWAYS_COUNTED = ("ja", "nej")
_DRAWN = ("ja", "avstår", "nej")
"""What the bar shows, from left to right: those who took part."""
_ONE, _MANY = {"avstår": "avstod", "frånvarande": "var frånvarande", "jäv": "deltog inte på grund av jäv"}, "ledamöter"
_CASTING = re.compile(r"\butslagsröst\w*", re.IGNORECASE)
_NOT = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)
WIDTH = 100
"""Of the bar, in its own units."""


def vote_view(vote: Vote, text: str, place: Place, *, number: int, several: bool) -> dict[str, Any] | None:
    """A vote: what yes and no meant, the result in words and as a bar, who voted how, what else its author wrote.

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
    yes, no = vote.count("ja"), vote.count("nej")
    return {
        "caption": f"Så röstade ledamöterna, omröstning {number}" if several else "Så röstade ledamöterna",
        "parties_caption": f"Rösterna per parti, omröstning {number}" if several else "Rösterna per parti",
        "yes": vote.yes_means,
        "no": vote.no_means,
        "yes_count": yes,
        "no_count": no,
        "won": "ja" if yes > no else "nej" if no > yes else "",
        "result": ", ".join(f"{count} {word}" for word, count in counts if count or word in _ALWAYS_COUNTED),
        "sentence": _sentence(vote, text),
        "bar": _bar(vote),
        "parties": _parties(vote),
        "ballots": [
            {
                "name": ballot.name,
                "party": ballot.party or "",
                "vote": ballot.vote.capitalize(),
                "href": person_href(place, ballot.name, ballot.party),
            }
            for ballot in vote.ballots
        ],
        "before_html": place.html("\n".join(line for line in lines[:first] if not _is_meaning(line))),
        "after_html": place.html("\n".join(lines[last + 1 :])),
    }


def _sentence(vote: Vote, text: str) -> str:
    """Nej vann med 5 röster mot 4. En ledamot avstod."""
    yes, no = vote.count("ja"), vote.count("nej")
    casting = any(_CASTING.search(line) and not _NOT.search(line) for line in re.split(r"[.\n]", text))
    if yes == no:
        said = [f"Lika röstetal, {yes} mot {no}" + (": ordförandens utslagsröst avgjorde." if casting else ".")]
    else:
        said = [f"{'Ja' if yes > no else 'Nej'} vann med {max(yes, no)} röster mot {min(yes, no)}."]
    for word, told in _ONE.items():
        count = vote.count(word)
        if count:
            said.append(f"{'En ledamot' if count == 1 else f'{count} {_MANY}'} {told}.")
    return " ".join(said)


def _bar(vote: Vote) -> list[dict[str, Any]]:
    """The parts of the bar, from left to right: kind, and where it begins and how wide it is, in units of WIDTH."""
    counts = [(word, vote.count(word)) for word in _DRAWN]
    total = sum(count for _, count in counts)
    found, before = [], 0
    for word, count in counts:
        if count:
            found.append(
                {
                    "kind": "avstar" if word == "avstår" else word,
                    "x": round(before * WIDTH / total, 2),
                    "width": round(count * WIDTH / total, 2),
                }
            )
            before += count
    return found


def _parties(vote: Vote) -> list[dict[str, Any]]:
    """The sums of each party in the order they first vote; empty when there is but one, or any ballot has no party."""
    parties = dict.fromkeys(ballot.party for ballot in vote.ballots)
    if None in parties or len(parties) < 2:
        return []
    cast = {(ballot.party, ballot.vote) for ballot in vote.ballots}
    shown = [word for word in VOTES if word in _ALWAYS_COUNTED or any((party, word) in cast for party in parties)]
    return [
        {
            "party": party,
            "sums": [
                {
                    "word": word.capitalize(),
                    "count": sum(one.party == party and one.vote == word for one in vote.ballots),
                }
                for word in shown
            ],
        }
        for party in parties
    ]


def _is_meaning(line: str) -> bool:
    return line.strip().lstrip("-* ").casefold().startswith(("ja:", "nej:"))
