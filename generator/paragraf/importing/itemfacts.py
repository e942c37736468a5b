"""Facts of an item on a line or in a cell of their own: the number of its case, who presents it, when."""

import re

from paragraf.importing.casenumbers import case_numbers_in
from paragraf.importing.dates import CLOCK

TIME = re.compile(rf"(?:tid|klockan|kl\.?)?\s*:?\s*(?P<time>{CLOCK}(?:\s*[-–—]\s*{CLOCK})?)", re.IGNORECASE)
"""When an item is taken up."""
PRESENTED = re.compile(
    r"(?:föredragande|föredragare|föredrar|föredras av|presenteras av)\b\s*:?\s*(?P<who>\S.*)", re.IGNORECASE
)
"""Who presents it, after a label."""
LABELLED = re.compile(r"[A-ZÅÄÖ][\w ]{1,25}:\s")
"""A label and its words: no part of a title."""
JOINING = re.compile(
    r"(?:[-–,/&]|\b(?:och|samt|eller|för|av|till|från|i|med|om|på|vid|enligt|under|mellan|den|det|de|en|ett|som|att"
    r"|kring))$"
)
"""The end of a line whose title goes on."""


def is_fact(text: str) -> bool:
    """Whether a line or cell says nothing else."""
    plain = " ".join(text.split())
    return bool(case_numbers_in(plain) or PRESENTED.fullmatch(plain) or TIME.fullmatch(plain))
