"""People's names in running text and in columns."""

import re
from collections.abc import Iterator

from paragraf.importing.dates import CLOCK

NAME_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüèáàçøæ]+(?:[-'’][A-ZÅÄÖÉÜ]?[a-zåäöéüèáàçøæ]+)*"
PARTICLE = r"(?:af|av|von|van|der|den|de|el|al|bin)"
NAME = rf"{NAME_WORD}(?:\s+[A-ZÅÄÖ]\.?(?=\s{NAME_WORD}))?(?:\s+(?:{PARTICLE}\s+)?{NAME_WORD})+"
"""First name and surname, with what stands between: Maj von Exempel, Ture K. Berg."""
PARTY = r"\((?P<{0}>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,5}}|-)\)"

SERVES = (
    r"ersätter|tjänstgör(?:ande)?(?: ersättare)?(?: för| istället för| i stället för)"
    r"|(?:tjg|tgj|tj\.g)\.?(?: ?ers(?:ättare|\.)?)?(?: för)?|(?:tj|tjänstg)\.? ?ers(?:ättare|\.)?(?: för)?"
    r"|tjänstg\.? för|(?:tjänstgörande )?ers(?:ättare|\.)? för|ers\.?"
    r"|i ?stället för|istället för|i\.? ?st\.? ?f(?:ör|\.)?|istf\.?"
)
"""Words between a substitute and the member in whose place he or she serves."""

_PRESENTED = re.compile(r"\b[Ff]öredra(?:s|gs|gits) av (?P<who>[^.;:]+)")
_PRESENTS = re.compile(r"\s(?:föredrar|föredrog)\b")
_SENTENCE = re.compile(r"[.;:\n]")
_NAME = re.compile(NAME)
_IN_COLUMN = re.compile(
    rf"(?P<before>(?:(?:[A-ZÅÄÖ]{{1,5}}-)?[a-zåäöé][\w-]*\s+){{1,4}}(?={NAME}))?(?P<name>{NAME}|{NAME_WORD})"
    r"(?:,\s+(?P<after>(?:[A-ZÅÄÖ]{1,5}-)?[a-zåäö][\w-]+(?:(?<=-)\s+(?:och|samt)\s+[a-zåäö][\w-]*)?(?:\s+(?!(?:och|samt)\b)[a-zåäö][\w-]*){0,4})(?=\s*(?:,|$)|\s+(?:och|samt)\b))?"
)
_AT_END = re.compile(rf"[,\s]+(?P<time>{CLOCK}(?:\s*[-–—]\s*{CLOCK})?)\.?$", re.IGNORECASE)
_REPORTS = re.compile(
    rf"(?:^|(?<=[.\n]\s)|(?<=\n))(?P<title>[A-ZÅÄÖ][\w-]+) (?P<name>{NAME})"
    r"(?:\s\([A-ZÅÄÖ]+\))? (?:redovisar|rapporterar|redogör)\b"
)
"""Who tells of the matter, with a title: a board that "redovisar" something presents nothing."""
_STOP = re.compile(r"\b(?:som|vid|enligt)\b")
_SERVES = re.compile(
    rf"(?P<name>{NAME})\s+{PARTY.format('party')}\s+"
    rf"(?:{SERVES})\s+"
    rf"(?P<other>{NAME})(?:\s+{PARTY.format('other_party')})?"
)


def column_names(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """(name, title) of everyone in a column Föredragande, and what stands after them that is no name."""
    found: list[tuple[str, str]] = []
    rest = text.strip(" ,")
    while match := _IN_COLUMN.match(rest):
        name, title = without_title(match["name"], " ".join((match["before"] or match["after"] or "").split()))
        if found and " " not in name and name.casefold().endswith(TITLE_ENDINGS):
            found[-1] = (found[-1][0], name)  # "Eva Sand, Ekonom": a title with a capital
        else:
            found.append((name, title))
        after = rest[match.end() :]
        rest = after.lstrip(" ,")
        if joint := re.match(r"(?:och|samt)\s+(?=\S)", rest):
            rest = rest[joint.end() :]
        elif not after.startswith(","):
            break
    return tuple(found), rest.strip()


def timed_names(text: str) -> tuple[tuple[tuple[str, str], ...], str, str]:
    """As column_names, and the time that stands last, or "": "Bo Ek, ekonomichef, kl. 09.10"."""
    match = _AT_END.search(text)
    found, rest = column_names(text[: match.start()] if match else text)
    return found, match["time"] if match else "", rest


def presenters(text: str) -> tuple[tuple[str, str], ...]:
    """Who presents the item by its own text, as (name, title): "föredras av", "föredrar", or a
    title and "redovisar"; not "informerar".
    """
    found: dict[str, str] = {}
    for those in (*(match["who"] for match in _PRESENTED.finditer(text)), *_before_verb(text)):
        who = _STOP.split(those)[0]
        last = 0
        for name in _NAME.finditer(who):
            title = re.sub(r"^.*,|^.*\b(?:av|att)\b", "", who[last : name.start()])
            title = re.sub(r"^\s*(?:och|samt)\s", "", title).strip()
            clean, title = without_title(name.group(), " ".join(title.split()))
            found[clean] = found.get(clean) or title
            last = name.end()
    for match in _REPORTS.finditer(text):
        if match["title"].casefold().endswith(TITLE_ENDINGS):
            found.setdefault(match["name"], _lower(match["title"]))
    return tuple(found.items())


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]


def _before_verb(text: str) -> Iterator[str]:
    """What stands in a sentence before "föredrar": found from the verb, so that long texts take no longer."""
    last = 0
    for verb in _PRESENTS.finditer(text):
        before = text[last : verb.start()]
        ends = [stop.end() for stop in _SENTENCE.finditer(before)]
        yield before[ends[-1] if ends else 0 :]
        last = verb.end()


def without_title(name: str, title: str) -> tuple[str, str]:
    """A title at the start of a sentence has a capital too: "Förvaltningschef Bo Ek föredrar"."""
    words = name.split()
    if not title and len(words) > 2 and words[0].casefold().endswith(TITLE_ENDINGS):
        return " ".join(words[1:]), _lower(words[0])
    return " ".join(words), title


TITLE_ENDINGS = (
    "chef",
    "chefen",
    "sekreterare",
    "sekreteraren",
    "ekonom",
    "ekonomen",
    "handläggare",
    "samordnare",
    "ledare",
    "ledaren",
    "strateg",
    "controller",
    "direktör",
    "direktören",
    "rektor",
    "utredare",
    "planerare",
    "jurist",
    "ingenjör",
    "arkitekt",
    "inspektör",
    "konsult",
    "ordförande",
    "ordföranden",
    "läkare",
    "sköterska",
    "assistent",
    "ledamot",
    "ersättare",
)


def serving_substitutes(text: str) -> tuple[tuple[str, str, str, str | None], ...]:
    """(name, party, member replaced, that member's party) of every "X (C) ersätter Y (C)"."""
    joined = " ".join(text.split())
    return tuple(
        (match["name"], match["party"], match["other"], match["other_party"]) for match in _SERVES.finditer(joined)
    )
