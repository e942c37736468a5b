"""Whose document it is: the name of a body on a first page, alone, in a title, by a label, abbreviated."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from paragraf.importing.dates import without_dates
from paragraf.model import Organisation
from paragraf.vocabulary.documents import (
    BODY_CODES,
    BODY_ENDINGS,
    BODY_FIRST_WORDS,
    DATE_LABELS,
    DEFINITE,
    DOCUMENT_WORDS,
    NOTICE_BODIES,
    OTHER_DATES,
    PAGE_WORDS,
)

_ENDING = "|".join(sorted(BODY_ENDINGS, key=len, reverse=True))
_OF_MORE = r"(?:[a-zåäöé]+-(?:,\s+[a-zåäöé]+-)*\s+(?:och|samt)\s+)?"
_WORD = rf"{_OF_MORE}[a-zåäöé-]*(?:{_ENDING})"
_UNDER = rf"(?:s\s+{_OF_MORE}[a-zåäöé-]*(?:utskott|beredning|presidium|delegation|råd|kommitté|nämnd))?"
PHRASE = re.compile(
    rf"(?<![\w-])(?:(?-i:[A-ZÅÄÖ])[a-zåäö]+a\s+(?=nämnden))?{_WORD}{_UNDER}(?P<genitive>s)?(?![\w-])", re.IGNORECASE
)
_WHOLE = re.compile(
    rf"(?:(?:[a-zåäöé]+\s+){{0,3}}?{_WORD}{_UNDER}(?:\s+(?:i|för)\s+\S.*|\s+(?-i:[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ]\w+)?))?"
    rf"|(?:{'|'.join(BODY_FIRST_WORDS)})\s+(?:för|i)\s+\S.*)",
    re.IGNORECASE,
)
_PAGE = re.compile(rf"[\s,]+(?:{PAGE_WORDS}\s*\d+(?: ?\(\d+\)| av \d+)?|\d+ ?(?:\(\d+\)|av \d+))$", re.IGNORECASE)
_OWNER = re.compile(
    r"^(?:region [a-zåäö]+(?: län)?|[\w åäöÅÄÖ-]*?(?:kommunförbund|kommun|stad|landsting))\s*[,:–-]?\s+", re.IGNORECASE
)
_LABELS = re.compile(rf"\s*\b(?:{'|'.join(DATE_LABELS)})\s*:?\s*$|^(?:{'|'.join(NOTICE_BODIES)})\s*:\s*", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:{'|'.join(NOTICE_BODIES)})\s*:?\s+(?P<name>\S.*)", re.IGNORECASE)
_CODE = re.compile(r"\s*\(([A-ZÅÄÖ]{1,5}[a-zåäöA-ZÅÄÖ]{0,4})\)$")
_BARE = re.compile(r"(?P<name>[a-zåäö-]+(?:utskott|beredning|presidi|delegation))(?:et|en)", re.IGNORECASE)
_TITLE = re.compile(rf"\s+(?:{'|'.join(DOCUMENT_WORDS)})(?:\s*\(?nr\.?\s*\d+(?:/\d+)?\)?)?$", re.IGNORECASE)
_COMPOUND = re.compile(
    rf"(?<![\w-])(?P<name>[a-zåäö-]{{0,60}}?(?:{'|'.join(DEFINITE)}))(?:s|e)?-?(?:protokoll|kallelse|sammanträde|möte)(?:t|n)?(?![\w-])",
    re.IGNORECASE,
)
"""The name of a body in a word for its document: "Direktionsprotokoll", "Socialnämndsprotokoll"."""
_OWNED = re.compile(rf"(?<![\w-])[A-ZÅÄÖ][\w-]*s (?P<name>[a-zåäö-]*(?:{'|'.join(DEFINITE)}))(?![\w-])")
"""A body after whom it is of: "Kommunalförbundet Sjöarnas direktion"."""
_LETTERS = re.compile(r"(?<![\w-])(?P<code>[A-ZÅÄÖ]{2,6})[-:](?:protokoll|kallelse|möte|sammanträde)(?![\w-])")
"""The letters of a body in such a word: "KSAU-protokoll"."""
_SENTENCE = re.compile(r"\b(?:till|från|av|vid|med|den)\b|protokoll|kallelse", re.IGNORECASE)
"""Words that no body's name has before what it is for."""
_ENDS = re.compile(r"[.!?]$")
_LONGEST = 400
"""Characters of a line that are looked at."""
_LONGEST_CODE = 4
"""Letters of a name that stays in capitals: KPR."""


def is_body_name(text: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    if not text or len(text) > 80 or any(char.isdigit() or char in ".:;(" for char in text):
        return False
    return _WHOLE.fullmatch(text) is not None and not _SENTENCE.search(text) and (text[0].isupper() or " " not in text)


def body_of(first: Sequence[str], repeated: Counter[str], organisation: Organisation | None) -> str:
    """The full name of the body whose document begins with these lines; empty when none is named.

    `repeated`: how often every line stands in the whole document.
    """
    scores: dict[str, float] = {}
    written: dict[str, str] = {}
    for place, text in enumerate(first):
        for name, weight in _named(text, first[place + 1] if place + 1 < len(first) else "", organisation):
            key = name.casefold()
            written.setdefault(key, name)
            scores[key] = scores.get(key, 0.0) + weight - place / 100
    for key in written:
        scores[key] += 0.6 * min(repeated[key], 5)
        if _of_another(key, written):
            scores[key] += 1.5  # "Kommunstyrelsens arbetsutskott" says more than "Kommunstyrelsen"
    best = max(scores, key=lambda key: (scores[key], key), default="")
    return cased(written[best]) if best else ""


def _of_another(key: str, others: dict[str, str]) -> bool:
    return any(key.startswith(f"{other}s ") for other in others)


def _named(text: str, following: str, organisation: Organisation | None) -> Iterator[tuple[str, int]]:
    """Names of bodies in a line, with how much it says that the document is theirs."""
    text = text[:_LONGEST]
    plain = _PAGE.sub("", _LABELS.sub("", without_dates(_PAGE.sub("", text)))).strip(" ,:–-")
    plain = _CODE.sub("", plain).strip()
    if plain.rpartition(" ")[2].casefold().startswith(OTHER_DATES):
        plain = plain.rpartition(" ")[0]
    untitled = _TITLE.sub("", plain).strip(" ,:–-")
    plain = untitled if is_body_name(untitled) else plain
    of_title = any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in DOCUMENT_WORDS)
    if organisation:
        yield from _known(plain, of_title, organisation)
    if not plain or re.match(r"(?:§|\d+[.)]?\s)", text):
        return
    if (labelled := _LABELLED.fullmatch(text)) and is_body_name(
        name := _CODE.sub("", without_dates(labelled["name"])).strip(" ,")
    ):
        yield name, 5
        return
    for candidate in (plain, _OWNER.sub("", plain)):
        name = candidate
        joined = re.fullmatch(rf"(.+?(?:{_ENDING}))\s*[,/–-]\s*(\S+)", name, re.IGNORECASE)
        under = joined[2] if joined else following
        owner = joined[1] if joined else name
        if (bare := _BARE.fullmatch(under)) and is_body_name(owner) and not _BARE.fullmatch(owner):
            yield f"{cased(owner)}s {bare['name'].lower()}{'um' if bare['name'].endswith('presidi') else ''}", 8
        if is_body_name(name):
            yield name, 6 if candidate == plain else 5
            return
    if match := PHRASE.search(plain):
        short = not _ENDS.search(text) and len(text) < 120
        yield match.group()[: -1 if match["genitive"] else None], 4 if of_title else 2 if short else 1
    elif code := BODY_CODES.get(plain.casefold()):
        yield code, 4
    elif of_title:
        for word in re.findall(r"\w+", plain):
            if word[0].isupper() and (code := BODY_CODES.get(word.casefold())):
                yield code, 3
    for form in (_COMPOUND, *((_OWNED,) if of_title else ())):
        if match := form.search(text):
            yield _definite(match["name"]), 1
    if letters := _LETTERS.search(text):
        yield BODY_CODES.get(letters["code"].casefold(), letters["code"]), 1


def _known(plain: str, of_title: bool, organisation: Organisation) -> Iterator[tuple[str, int]]:
    """Bodies of organisation.yml by name, alias or code."""
    words = plain.casefold()
    for body in organisation.bodies:
        for name in (body.name, body.code, *(alias.name for alias in body.aliases)):
            if words == name.casefold():
                yield body.name, 8
            elif of_title and re.search(rf"(?<!\w){re.escape(name.casefold())}s?(?!\w)", words):
                yield body.name, 5


def _definite(name: str) -> str:
    """The name of a body by the first part of a compound: "direktion" is "direktionen", "kommunstyrelse" too."""
    plain = name.lower()
    ending = next(word for word in DEFINITE if plain.endswith(word))
    return f"{plain.removesuffix(ending)}{DEFINITE[ending]}"


def cased(name: str) -> str:
    """A name in capitals, or from the middle of a sentence, as a name is written."""
    plain = " ".join(name.split())
    whole = plain.isupper() and len(plain) > _LONGEST_CODE
    return plain.capitalize() if whole else plain[:1].upper() + plain[1:]
