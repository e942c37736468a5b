"""Labels of front pages, and what stands after them: what a line is about, whatever words the template uses."""

import re
from dataclasses import dataclass

from paragraf.vocabulary.front import LABELS

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"{words}(?![\wåäöÅÄÖ])", re.IGNORECASE)) for name, those in LABELS.items() for words in those
)
_JOINT = re.compile(r"\s*(?:,?\s+(?P<word>och|samt|eller|&)\s+|(?P<slash>/)\s*|,\s+(?=[a-zåäö]))")
"""Between two labels that head the same people."""
_AFTER = re.compile(r"(?P<colon>\s*:\s*|\s+)(?P<value>\S.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A label and what stands after it on its line."""

    name: str
    """Key of vocabulary.front.LABELS."""
    label: str
    """As printed, without colon."""
    value: str
    colon: bool
    """A colon stands between: whatever follows is the value."""


def labelled(text: str) -> Labelled | None:
    """The label that a text begins with, the longest one; None when it begins with none.

    Two labels of people can be one: "Beslutande och tjänstgörande ersättare".
    """
    first = _one(text)
    if first is None or first.name != "people" or first.colon:
        return first
    whole = " ".join(text.split())
    joint = _JOINT.match(whole, len(first.label))
    second = labelled(whole[joint.end()].upper() + whole[joint.end() + 1 :]) if joint and whole[joint.end() :] else None
    if joint is None or second is None or second.name != "people" or not whole[joint.end() :][0].islower():
        return first
    label = f"{whole[: joint.end()]}{second.label[:1].lower()}{second.label[1:]}"
    return Labelled(name="people", label=label, value=second.value, colon=second.colon)


def _one(text: str) -> Labelled | None:
    plain = " ".join(text.split())
    best: Labelled | None = None
    if not plain or not (plain[0].isupper() or plain[0] in "§*"):
        return None
    for name, pattern in _PATTERNS:
        match = pattern.match(plain)
        if not match or (best and len(best.label) >= len(match.group())):
            continue
        rest = plain[match.end() :]
        after = _AFTER.fullmatch(rest)
        if rest.strip(" :.…_") and not after:
            continue
        best = Labelled(
            name=name,
            label=match.group().strip(),
            value=after["value"] if after and rest.strip(" :.…_") else "",
            colon=rest.lstrip().startswith(":"),
        )
    return best


def is_label_line(text: str) -> bool:
    """Whether a line is a label of a front page, alone or with its value."""
    found = labelled(text)
    return found is not None and (not found.value or found.colon or len(text) < 90)
