"""People as front pages print them: "Lo Granat (L) tjg ers för Ivar Brandt (M), § 12", "(S) Siv Exempel", "C Bo Ek".

A text is cut into parts at commas and between names; each part is a name, a party, a role, a set of §§, or says for
whom someone serves. The parts decide where one person ends and the next begins, so that one rule reads a line, a run
of names and a column.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paragraf.ids import ParagraphNumber
from paragraf.importing.names import PARTICLE, SERVES, TITLE_ENDINGS
from paragraf.importing.presence import presence_after
from paragraf.model import Attendee
from paragraf.vocabulary.documents import AGENDA_COLUMNS
from paragraf.vocabulary.front import PARTIES, PARTY_ENDINGS
from paragraf.vocabulary.organisations import ENDINGS, ORGANISATIONS, OWNERS

_WORD = r"[A-ZÅÄÖÉÜÁØÆ](?:[\w'’]*\.?(?:-[A-ZÅÄÖÉÜa-zåäöé][\w'’]*)*)"
_NAME = rf"{_WORD}(?:\s+(?:{PARTICLE}\s+)*{_WORD}){{1,5}}"
_CODE = (
    r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}|[a-zåäö]{1,3}|-|–"
    rf"|[A-ZÅÄÖ](?:[\wåäö-]+\s){{0,4}}[\wåäö-]*(?:{PARTY_ENDINGS})"
)
_IN_PARENTHESES = re.compile(rf"\((?P<party>{_CODE})\)")
_WITH_PARTY = re.compile(rf"(?P<name>{_NAME}|{_WORD})\s*\((?P<party>{_CODE})\)")
_PARTY_FIRST = re.compile(rf"\((?P<party>{_CODE})\)\s*(?P<name>{_NAME})(?P<rest>.*)")
_CODE_FIRST = re.compile(rf"(?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖ]{{0,3}})\s+(?P<name>{_NAME})")
_CODE_LAST = re.compile(rf"(?P<name>{_NAME})\s+(?P<party>[A-ZÅÄÖ][A-ZÅÄÖa-z]{{0,3}})")
_LOCAL = re.compile(r"[A-ZÅÄÖ]{2,4}")
"""The code of a party that no list knows: a name has no such word."""
_OFFICES = frozenset(("VD", "HR", "IT", "KC", "EC", "VC", "MC", "IFO", "SYV", "CFO", "CEO", "SKR", "AB", "HB"))
"""Short words in capitals after a name that are no parties."""
_ROLE_FIRST = re.compile(
    rf"(?P<role>(?:[12](?::?[ae])?\s+|[Ff]örsta\s+|[Aa]ndra\s+)?[A-Za-zÅÄÖåäö][a-zåäö/-]*(?:\s+[a-zåäö][\w-]*){{0,4}})\s*[:–-]?\s+(?P<name>{_NAME})"
)
_TITLE_APART = re.compile(
    rf"(?P<title>[A-ZÅÄÖ][\w-]+(?:\s(?:och\s)?[\w-]+){{0,3}}),\s+(?P<name>{_NAME})(?P<rest>(?:[\s,(].*)?)"
)
"""A title before a name, with a comma between: "Avdelningschef Kultur, Bo Ek"."""
_SERVES = re.compile(
    rf"(?P<before>.*?)[\s,(]*\b(?:(?i:{SERVES})\s*:?\s+(?P<other>{_NAME}|{_WORD}|[Vv]akan\w*(?: \w+)?)"
    rf"|för\s+(?P<whom>{_NAME}))(?P<after>.*)"
)
_IN_PLACE = re.compile(rf"\bi\s+(?P<name>{_NAME}?(?::s|s|(?<=[sxz])))(?P<party>\s*\((?:{_CODE})\))?\s+ställe\b")
"""For whom someone serves, between two words: "i Eva Eks (S) ställe"."""
_OPEN = re.compile(rf"(?:,|\b(?:{SERVES})|\b(?:och|samt|vice|tjg|ers|för|§§?)|[-–]|\([^)]*)$", re.IGNORECASE)
_CUT_NAME = re.compile(rf"\)\s*(?:,|och|samt)\s+{_WORD}$")
_SURNAME = re.compile(rf"{_WORD}\s*\((?:{_CODE})\)")
"""A first name at the end of a line, after someone else, and the surname on the next one."""
_MARKS = re.compile(r"(?:\s+(?:[Hh]ela (?:sammanträdet|mötet)|X|x|✓|√|Tjg\.?|TJG|Ej tjg\.?|JA|NEJ|Ja|Nej|Närv\.?))+$")
_ROLE_WITH_PARTY = re.compile(rf"(?P<role>[a-zåäö12][^()]*?)\s*\((?P<party>{_CODE})\)")
_NAME_ROLE_PARTY = re.compile(rf"(?P<name>{_NAME})\s+{_ROLE_WITH_PARTY.pattern}")
_ORGANISATION = re.compile(
    rf"(?:{ORGANISATIONS})(?:\s+\S.*)?|(?:{OWNERS})\s+[A-ZÅÄÖ]\S.*|\S.*?(?:{ENDINGS})(?:\s+(?:[A-ZÅÄÖ]\S*|i\s\S.*))?"
)
_OF_UNION = re.compile(rf"(?P<union>{ORGANISATIONS})\s*[:–-]\s*(?P<name>{_NAME})")
_LEAD = re.compile(r"^(?:[*•]\s*|-\s+|\d{1,2}[.)]?\s+(?=[A-ZÅÄÖ(]))")
_REPLACED = re.compile(r"(?P<member>.+?)[\s,(]+(?:ersätts|ersattes|ersatt|ersättes) av:?\s+(?P<other>.+?)\)?")
_NEVER_NAMES = re.compile(
    r"(?<![\w-])(?:närvar(?:ande|o)|tjänstgörande|tjg|frånvarande|ersättare|ledam(?:ot|öter)|ja|nej|avstår|parti|namn|vakant"
    r"|röst|sammanträdet|mötet|paragraf(?:er)?|beslutande|justeringsperson|justera(?:re|nde))(?![\w-])",
    re.IGNORECASE,
)
"""Words of tables, which no name has."""
_NEVER_ROLES = re.compile(
    r"(?:^|\s)(?:(?:ersätter|ersätts|ist\.?f|i\.?\s?st|frånvarande)\.?(?:$|\s)|(?:ej|inte|utom)$|saknar\s|besluta(?:r|de)\s)|\b(?:utom|förutom|undantag)\b|^samt\s|§|^(?:ja|nej)$",
    re.IGNORECASE,
)
"""What stands after a name and says that something is left."""
_UNTOLD = re.compile(rf"\)\s*,?\s*\bersättare\s*:?\s+{_NAME}\s*\(")
"""Two people of whom it cannot be told who serves for whom: "Bo Ek (S), ersättare Eva Al (S)"."""
_ONE_MORE = re.compile(
    r"(§+\s*\d+(?:\s*[-–,]\s*\d+)*)\s*(?:,|och|samt)\s+"
    r"(?!(?:på|via|ej|inte|utom|del|distans\w*|digitalt|kl|klockan|fr|från|till|t|ersätter|för|tjg|ers)\b)(?=[^\W\d_])"
)
"""§§ of someone before the next one's name."""
_TITLED_NEXT = re.compile(rf"(?<=\))\s+(?:och|samt)\s+(?=(?P<title>[a-zåäö][\w-]*)\s+{_NAME})")
"""Between someone with a party and someone with a title before the name."""
_COLUMNS = frozenset(word for those in AGENDA_COLUMNS.values() for one in those for word in one.split())
_NOT_NAMES = re.compile(r"\d{2}|[@:]|\b(?:AB|enligt|kommunhus\w*|[Ss]e|bilaga|sida|sal(?:en)?|rum)\b")


@dataclass(kw_only=True, slots=True)
class _Someone:
    """A person while the parts are read."""

    name: str
    party: str | None = None
    roles: list[str]
    other: str | None = None
    other_party: str | None = None


def person(text: str, known: Sequence[ParagraphNumber] = ()) -> Attendee | None:
    """Someone of a line of the front page; None when it is not one person, or says what is not understood."""
    found = people(text, known)
    return found[0] if len(found) == 1 else None


def people(text: str, known: Sequence[ParagraphNumber] = ()) -> tuple[Attendee, ...]:
    """Everyone whom a text names, and nothing but names; empty when it says something else too.

    `known`: the §§ of the document, for "fr.o.m. § 45".
    """
    plain = _LEAD.sub("", " ".join(text.split())).strip(" ,;")
    if marks := _MARKS.search(plain):
        if marks.group().split() in (["Nej"], ["NEJ"]):
            return ()  # was not there, or voted: no column says which
        plain = plain[: marks.start()].strip(" ,;")
    if all(word in _COLUMNS for word in plain.casefold().split()) or _UNTOLD.search(plain):
        return ()
    found: list[Attendee] = []
    plain = _IN_PLACE.sub(lambda one: f"i stället för {_without_genitive(one['name'])}{one['party'] or ''}", plain)
    if (titled := _TITLE_APART.fullmatch(plain)) and _is_title(titled["title"].split()[0]):
        plain = f"{titled['name']}, {_lower(titled['title'])}{titled['rest']}"
    plain = _ONE_MORE.sub(r"\1; ", plain)
    plain = _TITLED_NEXT.sub(lambda one: "; " if _is_title(one["title"]) else one.group(), plain)
    for chunk in re.split(r"\s*;(?!\s*(?:[A-ZÅÄÖ]?[a-zåäö-]+ombud|[a-zåäö-]+)$)\s*", plain):
        for one in split_people(chunk):
            those = _read(one, known)
            if not those:
                return ()
            found += those
    return tuple(found)


def _without_genitive(name: str) -> str:
    """A name without the s of "Eva Eks"; one that ends in s itself keeps it: "Eva Markus"."""
    if name.endswith(":s"):
        return name[:-2]
    return name if re.search(r"(?:[aeiouxz]|s)s$", name) else name.removesuffix("s")


def goes_on(before: str, text: str) -> bool:
    """Whether a line goes on with the person of the line before: "2:a vice" / "ordförande", "§§ 45,"."""
    if text[0].islower() and not _ROLE_FIRST.fullmatch(text):
        return True
    if _CUT_NAME.search(before) and _SURNAME.match(text):
        return True
    return (text[0] in "(§," and not _PARTY_FIRST.match(text)) or _OPEN.search(before) is not None


def split_people(text: str) -> list[str]:
    """The text cut between people with a party each; whom one serves for stays with who serves."""
    found: list[str] = []
    begin = 0
    matches = list(_WITH_PARTY.finditer(text))
    for before, match in pairwise(matches):
        between = text[before.end() : match.start()]
        if re.search(rf"\b(?:{SERVES}|för|ersatt(?:es)? av|ersätt(?:s|es) av)\s*:?\s*$", between, re.IGNORECASE):
            continue
        if re.search(r"(?:ordförande|ledamot|ersättare)\s*:\s*$", between, re.IGNORECASE):
            cut = match.start() - len(re.search(r"[\w :]*$", between).group())  # type: ignore[union-attr]
        else:
            cut = match.start()
        found.append(re.sub(r"[\s,]*\b(?:och|samt)\s*$|[\s,]+$", "", text[begin:cut]))
        begin = cut
    found.append(text[begin:])
    return [one for one in found if one.strip()]


def _read(text: str, known: Sequence[ParagraphNumber]) -> tuple[Attendee, ...]:
    """The people of a text in which each has at most one party in parentheses."""
    if (match := _REPLACED.fullmatch(text)) and (member := _read(match["member"], known)):
        those = _read(match["other"], known)
        return (*member, *(_serving(one, member[-1]) for one in those)) if len(those) == 1 else ()
    said = presence_after(text, known)
    if said is None:
        return ()
    plain, there = said
    found: list[_Someone] = []
    for part in _parts(plain):
        if not _take(found, part):
            return ()
    if not found or any(not one.name for one in found):
        return ()
    if any(_is_no_name(one.name) or any(_is_no_role(role) for role in one.roles) for one in found):
        return ()
    if len(found) == 1 and not (found[0].party or found[0].roles or found[0].other) and " " not in found[0].name:
        return ()
    return tuple(
        Attendee(
            name=one.name,
            party=one.party,
            role=", ".join([*one.roles, *(there.times if one is found[-1] else ())]) or None,
            serves_for=one.other,
            serves_for_party=one.other_party,
            paragraphs=there.paragraphs if one is found[-1] else None,
            remote=there.remote and one is found[-1],
        )
        for one in found
    )


def _serving(one: Attendee, member: Attendee) -> Attendee:
    return replace(one, serves_for=member.name, serves_for_party=member.party)


def _is_no_name(name: str) -> bool:
    """Whether words with capitals are those of a table, or half a bracket was read wrong."""
    return name.count("(") != name.count(")") or _NEVER_NAMES.search(name) is not None


def _is_no_role(role: str) -> bool:
    """Whether what stands after a name says something that no role can say."""
    return role.count("(") != role.count(")") or _NEVER_ROLES.search(role) is not None


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    found: list[str] = []
    for part in parts:
        two = re.fullmatch(rf"({_NAME})\s+(?:och|samt)\s+({_NAME}.*)", part)
        found += [two[1], two[2]] if two else [part]
    return found


def _take(found: list[_Someone], part: str) -> bool:
    """Add a part to the people read so far; False when it is nothing that can be said of a person."""
    if match := _SERVES.fullmatch(part):
        if match["before"] and not _take(found, match["before"].strip(" ,")):
            return False
        if not found:
            return False
        found[-1].other = (match["other"] or match["whom"]).strip()
        after = match["after"].strip(" )") + (")" if "(" in match["after"] else "")
        if party := _IN_PARENTHESES.fullmatch(after):
            found[-1].other_party = party["party"]
            return True
        return not after
    if found and is_organisation(part):
        found[-1].roles.append(part)
        return True
    if found and found[-1].party is None and (match := _ROLE_WITH_PARTY.fullmatch(part)):
        found[-1].party, part = match["party"], match["role"]
    someone = _someone(part)
    titled = someone is not None and bool(someone.roles) and " " in someone.name
    if someone and not (found and _is_role(part) and not titled):
        found.append(someone)
        return True
    if not found or _NOT_NAMES.search(part.replace(":e ", " ").replace(":a ", " ")):
        return False
    if found[-1].party is None and part in PARTIES and not found[-1].roles:
        found[-1].party = part
        return True
    role, _, code = part.rpartition(" ")
    if found[-1].party is None and code.isupper() and code in PARTIES and role.casefold().endswith("ordförande"):
        found[-1].party, part = code, role  # "Bo Ek, ordförande M": the columns of a table are lost
    found[-1].roles.append(part.strip("() "))
    return True


def _someone(part: str) -> _Someone | None:
    """The person whose name begins, or fills, a part."""
    if match := _OF_UNION.fullmatch(part):
        return _Someone(name=match["name"], roles=[match["union"]])
    part = re.sub(r"(?<=[a-zåäö.])\s*:\s+", " ", part)
    if _NOT_NAMES.search(re.sub(r"\b[12]:[ae]\b", "", part)):
        return None
    if match := _PARTY_FIRST.fullmatch(part):
        return _Someone(
            name=match["name"], party=match["party"], roles=[match["rest"].strip()] if match["rest"] else []
        )
    if (match := _WITH_PARTY.fullmatch(part)) and is_organisation(match["party"]):
        return _Someone(name=match["name"], roles=[match["party"]])
    if match := _WITH_PARTY.match(part):
        rest = part[match.end() :].strip(" ,()")
        name, title = _untitled(match["name"])
        return _Someone(name=name, party=match["party"], roles=[one for one in (title, rest) if one])
    if match := _NAME_ROLE_PARTY.fullmatch(part):
        return _Someone(name=match["name"], party=match["party"], roles=[match["role"]])
    if (match := _WITH_PARTY.search(part)) and match.end() == len(part):
        role = part[: match.start()].strip(" :–-")
        return _Someone(name=match["name"], party=match["party"], roles=[_lower(role)] if role else [])
    if (match := _CODE_FIRST.fullmatch(part)) and match["party"] in PARTIES:
        return _Someone(name=match["name"], party=match["party"], roles=[])
    if (match := _CODE_LAST.fullmatch(part)) and " " in match["name"] and not match["name"].isupper():
        code = match["party"]
        if code in PARTIES or (_LOCAL.fullmatch(code) and code not in _OFFICES):
            return _Someone(name=match["name"], party=code, roles=[])
        if code in _OFFICES:
            return _Someone(name=match["name"], roles=[code])
    if match := re.fullmatch(rf"(?P<name>{_NAME})\s+\((?P<role>[a-zåäö][^()]{{3,60}})\)", part):
        return _Someone(name=match["name"], roles=[match["role"]])
    match = _ROLE_FIRST.fullmatch(part)
    if match and (match["role"][0].islower() or match["role"][0].isdigit() or _is_title(match["role"])):
        return _Someone(name=match["name"], roles=[_lower(match["role"].strip())])
    if re.fullmatch(_NAME, part):
        name, title = _untitled(part)
        return _Someone(name=name, roles=[title] if title else [])
    if match := re.fullmatch(rf"(?P<name>{_NAME})\s+[–-]?\s*(?P<role>[a-zåäö12][^()\d]*(?::[ae] [a-zåäö ]+)?)", part):
        return _Someone(name=match["name"], roles=[match["role"]])
    return None


def is_organisation(text: str) -> bool:
    """Whether words with capitals are whom someone speaks for, and no name: "Brandmännens Riksförbund"."""
    return _ORGANISATION.fullmatch(text) is not None


def _untitled(name: str) -> tuple[str, str]:
    """A name and the title that stood before it with a capital: "Ordförande Anna Ek"."""
    first, _, rest = name.partition(" ")
    return (rest, _lower(first)) if _is_title(first) and " " in rest else (name, "")


def _is_role(part: str) -> bool:
    """Whether words with capitals are a title after all: "Chef Kultur", "Ekonom"."""
    return " " not in part or _is_title(part.split()[0]) or _is_title(part)


def _is_title(word: str) -> bool:
    return word.casefold().endswith(TITLE_ENDINGS)


def _lower(role: str) -> str:
    return role if role[:2].isupper() else role[:1].lower() + role[1:]


def known_person(one: Attendee, other: Attendee) -> bool:
    """Whether two names are of one person, by what is said of them."""
    same_party = not (one.party and other.party) or one.party == other.party
    return one.name.casefold() == other.name.casefold() and same_party


def with_role(one: Attendee, role: str) -> Attendee:
    """The same person, with the role that a label says where nothing else does."""
    return one if one.role else replace(one, role=role)
