"""Lines that are rows of values."""

import re

_VALUE = re.compile(r"[-+−<>=]*\d[\d.,:/%]*%?|-|–|kr|%|tkr|mkr|ja|nej|JA|NEJ|DELVIS")


def is_row(text: str) -> bool:
    """Whether a line is mostly values: "Badhuset 12 400 -3 100 9 300"."""
    parts = text.split()
    values = sum(bool(_VALUE.fullmatch(part)) for part in parts)
    short = sum(len(part) <= 4 for part in parts)
    return (
        (values >= 2 and values * 2 > len(parts))
        or (values == len(parts) > 0)
        or (len(parts) >= 8 and short * 5 >= len(parts) * 4)
        or bool(re.search(r"\S {4,}\S", text))
    )
