"""Headings of Swedish minutes: every wording that has been seen, and the kind of section it means.

Source: headings of published minutes of some thirty municipalities. The page always shows the author's wording.
"""

import re
from collections.abc import Sequence
from functools import cache

UNKNOWN = "ovrigt"

KINDS: dict[str, tuple[str, ...]] = {
    "beslut": ("beslut", "beslutet", "nämndens beslut", "styrelsens beslut"),
    "forslag": (
        "förslag till beslut",
        "beslutsförslag",
        "förslag",
        "förvaltningens förslag till beslut",
        "ordförandens förslag till beslut",
    ),
    "sammanfattning": (
        "sammanfattning",
        "sammanfattning av ärendet",
        "ingress",
        "ärendet i korthet",
        "kort om ärendet",
    ),
    "arendebeskrivning": (
        "ärendebeskrivning",
        "beskrivning av ärendet",
        "ärendet",
        "bakgrund",
        "redogörelse för ärendet",
        "beskrivning",
    ),
    "beredning": (
        "beredning",
        "ärendets beredning",
        "ärendets gång",
        "tidigare behandling",
        "remissinstanser",
        "tidigare beslut",
        "beredningens behandling av ärendet",
    ),
    "bedomning": (
        "bedömning",
        "förvaltningens bedömning",
        "förvaltningens överväganden",
        "överväganden",
        "motivering till förslaget",
        "motivering",
        "skäl för beslutet",
        "skäl till beslutet",
    ),
    "barnkonsekvens": (
        "barnkonsekvensanalys",
        "barnchecklista",
        "barnperspektiv",
        "barnperspektivet",
        "prövning av barnets bästa",
        "barnkonsekvenser",
    ),
    "konsekvenser": (
        "jämställdhetskonsekvenser",
        "ekonomiska konsekvenser",
        "miljökonsekvenser",
        "konsekvenser",
        "ekonomi",
        "finansiering",
    ),
    "yrkanden": (
        "yrkanden",
        "yrkande",
        "förslag till beslut på sammanträdet",
        "tilläggsyrkande",
        "motyrkande",
        "alternativa förslag",
        "förslag på sammanträdet",
    ),
    "proposition": ("propositionsordning", "proposition", "propositioner", "beslutsgång", "beslutsordning"),
    "omrostning": ("omröstning", "votering", "omröstningsresultat", "voteringsresultat"),
    "reservation": ("reservation", "reservationer", "blank reservation"),
    "anteckning": (
        "protokollsanteckning",
        "protokollsanteckningar",
        "anteckning till protokollet",
        "noteringar till protokollet",
    ),
    "sarskilt_yttrande": ("särskilt yttrande", "särskilda yttranden", "särskilt uttalande", "yttrande"),
    "talare": ("yttranden", "inlägg", "talare"),
    "jav": ("jäv", "anmälan om jäv", "anmälan av jäv"),
    "underlag": ("beslutsunderlag", "handlingar", "underlag", "ärendedokument", "handlingar i ärendet"),
    "bilagor": ("bilagor", "bilaga"),
    "delegationsbeslut": ("delegeringsbeslut", "delegationsbeslut", "förteckning över delegationsbeslut"),
    "meddelanden": ("meddelanden", "anmälningar", "anmälningsärenden"),
    "expedieras": (
        "expedieras till",
        "expediering",
        "beslutet skickas till",
        "beslutet expedieras till",
        "skickas till",
        "delges",
        "sändlista",
        "kopia till",
        "beslutsexpediering",
        "protokollsutdrag till",
    ),
    "overklagande": ("hur man överklagar", "besvärshänvisning", "överklagande", "så här överklagar du"),
    "dagens": ("dagens sammanträde", "behandling på mötet", "behandling på sammanträdet", "dagens behandling"),
}
"""Kind -> wordings in lower case. Shown in docs/format.md too."""

_BY_WORDING = {wording: kind for kind, wordings in KINDS.items() for wording in wordings}
_HANDLING = re.compile(r"(?P<body>.+?)s? behandling(?: av ärendet)?")
_BODY_DECIDES = re.compile(r".+ (?:beslutar|beslut)")
_BODY_PROPOSES = re.compile(r".*\bförslag (?:till beslut|till \w+)\b.*")
_OWN_PROPOSAL = re.compile(r"(?P<body>.+?)s? förslag till (?:beslut|\w*(?:fullmäktige|styrelsen|nämnden|utskottet))")


@cache
def kind_of(heading: str, own_names: Sequence[str] = ()) -> str:
    """The kind of a heading; `own_names` (a tuple) are the names and aliases of the meeting's own body.

    "Nämndens behandling av ärendet" is the meeting's own handling (dagens) when the body is the meeting's own,
    else an earlier body's (beredning). Without known names a subcommittee is taken to be an earlier body.
    "Kommunstyrelsens förslag till kommunfullmäktige" is what kommunstyrelsen decided, and to others a proposal.
    """
    words = " ".join(heading.casefold().replace("\u00a0", " ").rstrip(" :").split())
    if words in _BY_WORDING:
        return _BY_WORDING[words]
    if handled := _HANDLING.fullmatch(words):
        return "dagens" if _is_own(handled["body"], own_names) else "beredning"
    if (proposed := _OWN_PROPOSAL.fullmatch(words)) and _names_own(proposed["body"], own_names):
        return "beslut"
    if _BODY_PROPOSES.fullmatch(words):
        return "forslag"
    if _BODY_DECIDES.fullmatch(words):
        return "beslut"
    return UNKNOWN


def is_own_proposal(heading: str) -> bool:
    """Whether the heading of a decision says that it is a proposal to another body."""
    return bool(_OWN_PROPOSAL.fullmatch(" ".join(heading.casefold().rstrip(" :").split())))


def _names_own(body: str, own_names: Sequence[str]) -> bool:
    """Whether words name the meeting's own body: in full, by an alias, or as "nämnden", "arbetsutskottet"."""
    name = body.removesuffix("s")
    own = {one.casefold().removesuffix("s") for one in own_names}
    last_words = {one.rpartition(" ")[2] for one in own}
    return name in own or any(len(last) > 4 and (last.endswith(name) or name.startswith(last)) for last in last_words)


def _is_own(body: str, own_names: Sequence[str]) -> bool:
    own = {name.casefold().removesuffix("s") for name in own_names}
    name = body.removesuffix("s")
    if name in own:
        return True
    last_word = name.rpartition(" ")[2]
    about_subcommittee = last_word.endswith(("utskottet", "utskott", "presidiet", "presidium"))
    own_subcommittee = any(one.rpartition(" ")[2].endswith(("utskottet", "utskott")) for one in own)
    if " " in name and own:
        return False
    return about_subcommittee == own_subcommittee
