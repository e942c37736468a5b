"""People as minutes name them, one line each: `Bo Exempel (C), ordförande ersätter Inga Exempel (C), § 44–49`."""

import re

from paragraf.model import Attendee, ParagraphSet, Presenter, Term

_PARAGRAPHS = re.compile(r",\s*(?P<set>(?:(?:ej|utom|inte)\s+)?(?:del(?:ar)? av\s+)?§.*)$", re.IGNORECASE)
_SERVES = re.compile(r"\s+ersätter(?:\s+|$)")
_REMOTE = re.compile(r",\s*distans$", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[^(),]+?)(?:\s*\((?P<party>[^()]{1,12})\))?")
_NAMED_WITH_ROLE = re.compile(_NAMED.pattern + r"(?:\s*,\s*(?P<role>\S.*))?")

PERSON_FORM = "namn (parti), roll ersätter namn (parti), distans, § 44–49"
MEMBER_FORM = "namn (parti), roll"


def attendee(text: str) -> Attendee:
    """Someone in the attendance; everything but the name may be left out. Raises ValueError for another form."""
    rest = _blanks(text)
    which: ParagraphSet | None = None
    if match := _PARAGRAPHS.search(rest):
        which, rest = ParagraphSet.parse(match["set"]), rest[: match.start()].rstrip()
    remote = bool(match := _REMOTE.search(rest))
    rest = rest[: match.start()].rstrip() if match else rest
    person, *served = _SERVES.split(rest, maxsplit=1)
    named = _NAMED_WITH_ROLE.fullmatch(person.strip())
    for_whom = _NAMED.fullmatch(served[0].strip()) if served else None
    if not named or (served and not for_whom) or "§" in rest:
        raise ValueError(text)
    return Attendee(
        name=named["name"].strip(),
        party=_party(named),
        role=named["role"],
        serves_for=for_whom["name"].strip() if for_whom else None,
        serves_for_party=_party(for_whom) if for_whom else None,
        paragraphs=which,
        remote=remote,
    )


def member(text: str) -> Term:
    """Someone with a mandate, without its period: `Siv Exempel (S), ordförande`. Raises ValueError."""
    named = _NAMED_WITH_ROLE.fullmatch(_blanks(text))
    if not named:
        raise ValueError(text)
    return Term(name=named["name"].strip(), party=_party(named), role=named["role"] or "ledamot")


def presenter(text: str) -> Presenter:
    """Someone who presents: `Jo Exempel, förvaltningschef`. Raises ValueError without a name."""
    name, _, title = text.partition(",")
    if not name.strip():
        raise ValueError(text)
    return Presenter(name=name.strip(), title=title.strip())


def _blanks(text: str) -> str:
    """The text without long rows of blanks: each of them would be tried as the end of the name."""
    return re.sub(r"\s{20,}", " ", text.strip())


def _party(named: re.Match[str]) -> str | None:
    party = named["party"]
    return party.strip() or None if party else None
