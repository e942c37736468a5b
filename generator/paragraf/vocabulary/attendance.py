"""What the labels and roles of an attendance mean: who decides, who is a substitute."""

import re

_DECIDING = re.compile(r"beslutande|ledamöter|tjänstgör|\btjg\b")
"""Words in the label of those who decide."""
_NOT_DECIDING = re.compile(r"\b(?:ej|icke|inte|frånvarande|närvarorätt|kallade|förutom|utöver)\b")
_SUBSTITUTE = "ersättare"


def decides(label: str) -> bool:
    """Whether those under a label take part in the decisions: Beslutande, Tjänstgörande ersättare."""
    words = label.casefold()
    return _DECIDING.search(words) is not None and not _NOT_DECIDING.search(words)


def only_listens(label: str) -> bool:
    """Whether a label says that those under it are there without deciding: Ej tjänstgörande ersättare."""
    return not decides(label) and is_substitute(label)


def is_substitute(words: str) -> bool:
    """Whether a role or a label is that of substitutes."""
    return _SUBSTITUTE in words.casefold()
