"""Personnummer and samordningsnummer in text (folkbokföringslagen 1991:481 § 18, lag 2022:1697 2 kap. 8 §)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_SEPARATOR = r"[-+\u2010-\u2015\u2212 \u00a0]"
_NUMBER = re.compile(
    rf"(?<![\d-])(?P<century>18|19|20)?(?P<day>\d{{6}})(?P<separator>{_SEPARATOR}?)(?P<end>\d{{4}})(?![\d-]|[.,]\d)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Something in a text that is, or looks like, a personal number."""

    start: int
    """Offset in the text."""
    is_certain: bool
    """The check digit holds; else it may be a number with a typing error."""


def find(text: str) -> Iterator[Found]:
    """Every personal number in a text.

    A number whose check digit fails only counts when it is written with a hyphen or with its century. Ten digits that
    begin as a mobile number does (07) and have no separator are never certain.
    """
    for match in _NUMBER.finditer(text):
        if not _is_day(match["day"]) or match["end"].startswith("000"):
            continue
        bare = not match["separator"] and not match["century"]
        has_hyphen = bool(match["separator"].strip())
        if _check_digit_holds(match["day"] + match["end"]):
            yield Found(start=match.start(), is_certain=not (bare and match["day"].startswith("07")))
        elif has_hyphen or (match["century"] and not match["separator"]):
            yield Found(start=match.start(), is_certain=False)


def _is_day(digits: str) -> bool:
    """Whether ÅÅMMDD is a day of some century; 60 is added to the day of a samordningsnummer."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    for century in (1900, 2000):
        try:
            date(century + year, month, day - 60 if day > 60 else day)
        except ValueError:
            continue
        return True
    return False


def _check_digit_holds(ten: str) -> bool:
    """Modulus 10 with the weights 2, 1, 2… over the ten digits."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0
