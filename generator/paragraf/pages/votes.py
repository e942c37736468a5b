"""Votes as tables: who voted how is a legal part of the minutes (KL 5:67), not decoration."""

import re
from typing import Any

from paragraf.archive import Located
from paragraf.model import BodyKind
from paragraf.model.derived import Vote, outcome, table_cells
from paragraf.pages.people import person_href
from paragraf.pages.place import Place
from paragraf.vocabulary.items import VOTES

_ALWAYS_COUNTED = ("ja", "nej")
_DRAWN = ("ja", "avstår", "nej")
"""What the bar shows, from left to right: those who took part."""
_ONE, _MANY = {"avstår": "avstod", "frånvarande": "var frånvarande", "jäv": "deltog inte på grund av jäv"}, "ledamöter"
_CASTING = re.compile(r"\butslagsröst\w*", re.IGNORECASE)
_NOT = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)
_SENT_BACK = {"återremiss": ("återremi", "återremitteras"), "bordläggning": ("bordl", "bordläggs")}
"""Outcomes that a third of those present in the council can bring about (KL 5:50) -> how a side of the vote names it,
what is said of it."""
WIDTH = 100
"""Of the bar, in its own units."""


def vote_view(
    vote: Vote, text: str, place: Place, located: Located, *, number: int, several: bool
) -> dict[str, Any] | None:
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
    minority = _minority(vote, place, located)
    return {
        "caption": f"Så röstade ledamöterna, omröstning {number}" if several else "Så röstade ledamöterna",
        "parties_caption": f"Rösterna per parti, omröstning {number}" if several else "Rösterna per parti",
        "yes": vote.yes_means,
        "no": vote.no_means,
        "yes_count": yes,
        "no_count": no,
        "won": "" if minority or yes == no else "ja" if yes > no else "nej",
        "result": ", ".join(f"{count} {word}" for word, count in counts if count or word in _ALWAYS_COUNTED),
        "sentence": _sentence(vote, text, minority),
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


def _minority(vote: Vote, place: Place, located: Located) -> str:
    """What is said when fewer votes sent the matter back or put it off than wanted to settle it; else nothing."""
    sign, told = _SENT_BACK.get(outcome(located.item) or "", ("", ""))
    sides = sorted([(vote.count("ja"), vote.yes_means), (vote.count("nej"), vote.no_means)])
    (fewer, lost), (more, won) = sides
    if not sign or fewer == more or sign not in lost.casefold() or sign in won.casefold():
        return ""
    enough = 3 * fewer >= more + fewer + vote.count("avstår")
    if place.index.body(located.meeting_id.body).kind is BodyKind.COUNCIL and enough:
        return (
            f"Ärendet {told} ändå: det räcker att en tredjedel av de närvarande begär det "
            "(5\u00a0kap. 50\u00a0§ kommunallagen)."
        )
    return f"Ärendet {told} ändå."


def _sentence(vote: Vote, text: str, minority: str) -> str:
    """Nej vann med 5 röster mot 4. En ledamot avstod."""
    yes, no = vote.count("ja"), vote.count("nej")
    casting = any(_CASTING.search(line) and not _NOT.search(line) for line in re.split(r"[.\n]", text))
    if minority:
        said = [f"{yes} röstade ja och {no} nej.", minority]
    elif yes == no:
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
