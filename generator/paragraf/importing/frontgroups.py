"""Labels of people below and beside others: "Övriga närvarande" above a second "Ersättare", or before "Ersättare:"."""

import re
from collections.abc import Sequence

from paragraf.importing.frontfields import Field
from paragraf.importing.labels import labelled
from paragraf.importing.people import people
from paragraf.model import Attendee

_JOINT = re.compile(r",?\s+(?:samt|och)\s+|,\s+")


def grouped(fields: Sequence[Field]) -> list[Field]:
    """The fields, with everyone below the label that he or she stands under."""
    return _told_apart([part for one in fields for part in _opened(one)])


def _opened(one: Field) -> list[Field]:
    """A field whose first value begins with a label of its own as two: "Övriga deltagande  Ersättare: Bo Ek (S)"."""
    inner = labelled(one.values[0][0]) if one.name == "people" and one.values else None
    if inner is None or inner.name != "people" or not (inner.colon and inner.value):
        return [one]
    (_, numbers), *rest = one.values
    within = Field(name="people", label=inner.label, line=numbers[0], values=[(inner.value, numbers), *rest])
    return [Field(name="people", label=one.label, line=one.line), within]


def _told_apart(fields: Sequence[Field]) -> list[Field]:
    """Groups whose label stood before get the heading above them; officials after those elected go to the outer label.

    Two groups of substitutes are not one: those below "Övriga närvarande" did not serve.
    """
    seen: set[str] = set()
    heading: Field | None = None
    before: Field | None = None
    for one in fields:
        if one.name != "people":
            heading, before = None, one
            continue
        label = one.label.rstrip(" :")
        if before and before.name == "people" and not before.values and before.line == one.line:
            _give_officials(one, before)
        if not one.values:
            heading = one
        elif heading and label.casefold() in seen and label.casefold() not in heading.label.casefold():
            one.label = f"{heading.label.rstrip(' :')} {label[0].lower()}{label[1:]}"
        if one.values:
            seen.add(label.casefold())
        before = one
    return list(fields)


def _give_officials(inner: Field, outer: Field) -> None:
    """Move those without party after the last one with a party: "Ersättare: Bo Ek (S) samt sekreterare Eva Al"."""
    for place, (text, numbers) in enumerate(inner.values):
        for joint in _JOINT.finditer(text):
            elected, officials = people(text[: joint.start()]), people(text[joint.end() :])
            if (
                elected
                and officials
                and all(one.party for one in elected)
                and all(_is_official(one) for one in officials)
            ):
                outer.values += [(text[joint.end() :], numbers), *inner.values[place + 1 :]]
                inner.values[place:] = [(text[: joint.start()], numbers)]
                return


def _is_official(one: Attendee) -> bool:
    return one.party is None and one.role is not None
