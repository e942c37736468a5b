"""What the labels and roles of an attendance mean: who decides, who is a substitute."""

_DECIDING = ("beslutande", "ledamöter", "tjänstgörande")
"""Words in the label of those who decide."""
_SUBSTITUTE = "ersättare"


def decides(label: str) -> bool:
    """Whether those under a label take part in the decisions: Beslutande, Tjänstgörande ersättare."""
    words = label.casefold()
    return not words.startswith(("ej ", "icke ", "inte ")) and any(word in words for word in _DECIDING)


def only_listens(label: str) -> bool:
    """Whether a label says that those under it are there without deciding: Ej tjänstgörande ersättare."""
    return not decides(label) and is_substitute(label)


def is_substitute(words: str) -> bool:
    """Whether a role or a label is that of substitutes."""
    return _SUBSTITUTE in words.casefold()
