"""People as front pages print them: "Lo Granat (L) tjg ers för Ivar Brandt (M), § 12"."""

import re

from paragraf.importing.names import SERVES
from paragraf.model import Attendee, ParagraphSet

_PERSON = re.compile(
    r"(?P<name>[A-ZÅÄÖÉÜ][^\d,()§]*?)(?:\s*\((?P<party>[^()\d]{1,8})\)(?:,?\s*(?P<after>[^(),§]+?))??"
    r"|,\s*(?P<role>[^()§]+?))??"
    rf"(?:,?\s+(?:{SERVES})\s+(?P<other>[^,()]+?)\s*(?:\((?P<other_party>[^()\d]{{1,8}})\))?)?"
)
_ONLY = re.compile(r"[\s,]+\(?(?P<which>(?:(?:ej|utom|inte)\s+)?(?:del(?:ar)? av\s+)?§[^()]*)\)?$", re.IGNORECASE)


def person(text: str) -> Attendee | None:
    """Someone of a line of the front page; None when it is not a person, or says something that is not understood."""
    plain = re.sub(r"^[*•]\s*", "", " ".join(text.split()))
    which: ParagraphSet | None = None
    if match := _ONLY.search(plain):
        try:
            which, plain = ParagraphSet.parse(match["which"]), plain[: match.start()]
        except ValueError:
            return None
    found = _PERSON.fullmatch(plain)
    if not found or not found["name"].strip():
        return None
    name, party, other = found["name"].strip(), found["party"], found["other"]
    role = found["role"] or found["after"]
    if not (party or role) and len(name.split()) < 2:
        return None
    return Attendee(
        name=name,
        party=party,
        role=role.strip() if role else None,
        serves_for=other.strip() if other else None,
        serves_for_party=found["other_party"],
        paragraphs=which,
    )


def known_person(one: Attendee, other: Attendee) -> bool:
    """Whether two names are of one person, by what is said of them."""
    same_party = not (one.party and other.party) or one.party == other.party
    return one.name.casefold() == other.name.casefold() and same_party
