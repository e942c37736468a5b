"""Dates: taken so that nobody reads 2018-10-02 as a case number with plan code. They are references to nothing."""

import re
from collections.abc import Iterator

from paragraf.references.context import Context
from paragraf.references.grammar import FULL_DATE
from paragraf.references.targets import Foreign, Reference

_DATE = re.compile(rf"(?<![\w/:.-]){FULL_DATE}(?![\w/:]|-\d)")


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every whole date in a text."""
    for match in _DATE.finditer(text):
        yield Reference(start=match.start(), end=match.end(), text=match[0], target=Foreign(kind="datum"))
