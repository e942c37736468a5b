"""A vote by name: who voted how, as a table, and whether that is what the text says."""

from dataclasses import dataclass

from paragraf.importing.markup import escape
from paragraf.vocabulary.voting import stated


@dataclass(frozen=True, kw_only=True, slots=True)
class RollCall:
    """A vote by name that stands in some of the lines."""

    start: int
    """Place of its first line."""
    end: int
    """Place after its last line."""
    ballots: tuple[tuple[str, str], ...]
    """Who, with party as printed, and one of VOTES."""
    unread: tuple[str, ...] = ()
    """Who stands there without a vote that could be read."""
    in_order: bool = False
    """The table says it in the same words and order."""
    sums: tuple[tuple[str, int], ...] = ()
    """What its own last row counts."""
    before: str = ""
    """Words of its first line that tell something else, before it."""
    after: str = ""
    """Words of its last line after it."""


def roll_call_markdown(call: RollCall) -> str:
    """The table of the format."""
    rows = [f"| {escape(who)} | {vote} |" for who, vote in call.ballots]
    text = "\n".join(["| Ledamot | Röst |", "|---|---|", *rows])
    return f"{text}\n\nUtan läslig röst: {escape(', '.join(call.unread))}" if call.unread else text


def differences(call: RollCall, text: str) -> str:
    """Swedish: what the names say and the stated result does not; empty when they agree or none is stated."""
    told: list[str] = []
    for place, wanted in (("texten", stated(text)), ("tabellens summa", dict(call.sums))):
        for side, number in wanted.items():
            counted = sum(vote == side for _, vote in call.ballots)
            if counted != number and (side != "avstår" or counted):
                told.append(f"{number} {side} enligt {place} men {counted} namn")
    return "; ".join(told)
