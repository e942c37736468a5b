"""Whose document it is when no line of the front page names a body: who decides in it, or whose §§ they are."""

import re
from collections import Counter
from collections.abc import Sequence

from paragraf.importing.bodies import PHRASE, cased
from paragraf.importing.document import Line, Note
from paragraf.vocabulary.documents import BODY_CODES, BODY_FIRST_WORDS

_DECIDES = re.compile(rf"(?P<name>{PHRASE.pattern})(?:\s+beslut(?:ar|ade)?\b|\s+har\s+beslutat\b)", re.IGNORECASE)
"""Who decides: "Direktionen beslutar", "Miljönämndens beslut"."""
_OTHERS = re.compile(r"\b(?:enligt|tidigare|föreslå\w*|förslag|protokoll\w*)\b|\d{4}", re.IGNORECASE)
"""Words of a line that tells what another body has decided."""
_LONGEST = 400
"""Characters of a line that are looked at."""
_LABEL = re.compile(r"(?P<code>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6})\s?§+\s?\d")
_GENERAL = tuple(word for word in BODY_FIRST_WORDS if word.isalpha())


def deciding_body(lines: Sequence[Line]) -> tuple[str, Note] | None:
    """The body that most often decides in the text, else the one whose letters stand before the numbers of the §§,
    with what a reader is told of it; None when the text tells of neither.
    """
    return _by_decisions(lines) or _by_labels(lines)


def _by_decisions(lines: Sequence[Line]) -> tuple[str, Note] | None:
    times: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for line in lines:
        match = _DECIDES.search(line.text[:_LONGEST])
        if match is None or not match["name"][0].isupper() or _OTHERS.search(line.text):
            continue
        name = cased(match["name"][: -1 if match["genitive"] else None])
        key = name.casefold()
        # At the beginning of its line it is a heading, or the sentence that the decision is.
        times[key] += 2 if match.start() == 0 else 1
        first.setdefault(key, (name, line.number))
    if not times:
        return None
    best = max(times, key=lambda key: (times[key], -first[key][1]))
    if best in _GENERAL:
        whole = [key for key in times if key.endswith(best) and key != best]
        best = max(whole, key=lambda key: times[key], default=best)
    name, number = first[best]
    text = f"Organets namn står inte på första sidan. ”{name}” beslutar oftast i texten. Är det fel, välj med --organ."
    return name, Note(line=number, text=text)


def _by_labels(lines: Sequence[Line]) -> tuple[str, Note] | None:
    found = [(match["code"], line.number) for line in lines if (match := _LABEL.match(line.text))]
    if not found:
        return None
    code = Counter(code for code, _ in found).most_common(1)[0][0]
    name = BODY_CODES.get(code.casefold(), code)
    number = next(number for one, number in found if one == code)
    text = f"Organets namn står inte i texten. ”{name}” är taget ur paragrafernas nummer. Är det fel, välj med --organ."
    return name, Note(line=number, text=text)
