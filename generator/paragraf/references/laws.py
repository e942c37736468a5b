"""Names of statutes as they stand in a text: where one begins and ends, and which statute it is on the day of the text.

Forms: SoL, PBL 2010:900, socialtjänstlagen (SoL), plan- och bygglagen (2010:900) PBL, Lag (2017:372) om stöd vid
klagomål mot hälso- och sjukvården, lagen om offentlig upphandling, samma lag.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from paragraf.references.context import Context
from paragraf.references.grammar import COMMA, GAP, MAYBE
from paragraf.vocabulary.statutes import (
    Generation,
    abbreviates,
    by_abbreviation,
    by_name,
    by_title,
    is_abbreviation,
    looks_like_name,
    titles,
)

SFS = r"(?P<sfs>1[6-9]\d\d:\d{1,4}|20\d\d:\d{1,4})(?![\w:])"
_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}{{1,30}}-{GAP}(?:och|samt){GAP})?{_LETTER}{{1,60}}(?:-{_LETTER}{{1,30}})?(?![\w-])"
_NEWER = ("nya", "kommande")
_QUALIFIED = re.compile(
    rf"(?:den{GAP})?(?P<which>nya|kommande|gamla|äldre|tidigare|dåvarande|upphävda){GAP}|den{GAP}", re.IGNORECASE
)
_NAME = re.compile(rf"(?P<name>{_WORD})")
_SAME = re.compile(rf"(?:samma|nämnda|sistnämnda){GAP}(?:lag|balk|förordning)(?:en|s)?(?!\w)", re.IGNORECASE)
_GENERIC = re.compile(r"(?:lag(?:en)?|förordning(?:en)?)s?(?!\w)", re.IGNORECASE)
_TITLE = re.compile(
    MAYBE + "(?P<title>" + "|".join(re.escape(title).replace(r"\ ", GAP) for title in titles()) + r")(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"{MAYBE}(?:\({MAYBE}(?:SFS{GAP})?{SFS}{MAYBE}\)|(?:SFS{GAP})?{SFS.replace('sfs', 'bare')})")
_SHORT = re.compile(rf"{COMMA}(?:\((?P<inside>{_LETTER}{{2,10}})\)|(?P<after>{_LETTER}{{2,10}}))(?![\w-])")
_AMENDS = re.compile(rf"{GAP}om{GAP}(?:ändring|ändringar){GAP}i{GAP}", re.IGNORECASE)
_PHRASE = re.compile(rf"{GAP}(?:om|med){GAP}", re.IGNORECASE)
_NO_TITLE = "enligt|se|genom|vid|ska|skall|har|är|att|under|protokoll|beslut|beslutade|nämnden|styrelsen"
_PHRASED = re.compile(rf"{GAP}(?:om|med)(?:{GAP}(?!(?:{_NO_TITLE})\b)[a-zåäö-]{{1,40}}){{1,10}}{GAP}")
_WORD_START = re.compile(rf"(?<![\w-]){_LETTER}")
_EXPLICIT = re.compile(rf"(?<![\w:/]){SFS}")


@dataclass(frozen=True, kw_only=True, slots=True)
class LawName:
    """A statute named in a text."""

    start: int
    end: int
    keys: tuple[str, ...]
    """Names and abbreviations that stand there, as written."""
    explicit: str | None = None
    """The SFS number that stands there."""
    phrase: str | None = None
    """What follows "lagen": om offentlig upphandling."""
    same: bool = False
    """It says "samma lag"."""
    generation: Generation = Generation.CURRENT
    """It says "gamla" or "nya" before the name."""


def name_at(text: str, position: int, context: Context) -> LawName | None:
    """The statute that is named from a position on, None when it is no statute's name that stands there."""
    if match := _QUALIFIED.match(text, position):
        name = _name_at(text, match.end(), context)
        word = match["which"]
        generation = Generation.NEWER if word and word.casefold() in _NEWER else Generation.OLDER
        return replace(name, start=position, generation=generation if word else name.generation) if name else None
    return _name_at(text, position, context)


def _name_at(text: str, position: int, context: Context) -> LawName | None:
    if match := _SAME.match(text, position):
        return LawName(start=position, end=match.end(), keys=(), same=True)
    if match := _GENERIC.match(text, position):
        return _generic(text, position, match.end())
    match = _NAME.match(text, position)
    if not match or not _is_law(match["name"], context):
        return None
    return _numbered(text, position, match.end(), (match["name"],), context)


def _is_law(word: str, context: Context) -> bool:
    return is_abbreviation(word, context.statutes) or looks_like_name(_joined(word))


def _joined(word: str) -> str:
    return " ".join(word.split())


def _generic(text: str, start: int, end: int) -> LawName | None:
    """lagen (2002:445) om medling…, lagen om offentlig upphandling (2016:1145), lag om …"""
    numbered = _NUMBERED.match(text, end)
    if numbered:
        explicit = numbered["sfs"] or numbered["bare"]
        titled = _TITLE.match(text, numbered.end())
        return LawName(start=start, end=titled.end() if titled else numbered.end(), keys=(), explicit=explicit)
    titled = _TITLE.match(text, end)
    if titled:
        after = _NUMBERED.match(text, titled.end())
        explicit = (after["sfs"] or after["bare"]) if after else None
        phrase = _joined(titled["title"])
        return LawName(
            start=start, end=after.end() if after else titled.end(), keys=(), explicit=explicit, phrase=phrase
        )
    return LawName(start=start, end=end, keys=()) if _PHRASE.match(text, end) else None


def _numbered(text: str, start: int, end: int, keys: tuple[str, ...], context: Context) -> LawName:
    """Follow a name through its SFS number and abbreviation, in either order."""
    explicit = None
    for _ in range(2):
        if explicit is None and (match := _NUMBERED.match(text, end)):
            explicit = match["sfs"] or match["bare"]
            end = match.end()
        if len(keys) == 1 and (match := _SHORT.match(text, end)):
            short = match["inside"] or match["after"]
            if abbreviates(short, _joined(keys[0]).casefold()):
                keys = (*keys, short)
                end = match.end()
    return LawName(start=start, end=end, keys=keys, explicit=explicit)


def name_before(text: str, position: int, floor: int, context: Context, gap: re.Pattern[str]) -> LawName | None:
    """The statute whose name ends before a position, with only `gap` between; the longest one after `floor`."""
    floor = max(floor, position - 160)
    for match in _WORD_START.finditer(text[floor:position]):
        name = name_at(text, floor + match.start(), context)
        if name and name.end <= position and _reaches(text, name, position, gap):
            return name
    return None


def _reaches(text: str, name: LawName, position: int, gap: re.Pattern[str]) -> bool:
    """Whether a name goes on to a position: with a gap, or with the phrase that a law of many words is called by."""
    is_phrase = not name.keys and not name.same
    return bool(gap.fullmatch(text, name.end, position) or (is_phrase and _PHRASED.fullmatch(text, name.end, position)))


@dataclass(slots=True)
class Laws:
    """What the names in one text mean: the table as of its day, and what the text itself has said before."""

    context: Context
    text: str
    learned: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Name or abbreviation -> from where on it means which SFS number."""
    numbered: list[tuple[int, str]] = field(default_factory=list)
    """Every statute that is named with its SFS number."""
    cited: list[tuple[int, str]] = field(default_factory=list)
    """Every statute whose §§ were cited so far."""

    def __post_init__(self) -> None:
        for name in explicit_names(self.text, self.context):
            if name.explicit:
                for key in name.keys:
                    self.learned.setdefault(_key(key), []).append((name.start, name.explicit))
                self.numbered.append((name.end, name.explicit))

    def sfs(self, name: LawName) -> str | None:
        """The SFS number of a named statute, None when it is unknown or ambiguous."""
        if name.explicit:
            return name.explicit
        if name.same:
            nearest = max(_latest(self.cited, name.start), _latest(self.numbered, name.start))
            return nearest[1] or None
        if name.phrase:
            return by_title(name.phrase, self.context.day)
        return next(filter(None, (self._meaning(key, name) for key in name.keys)), None)

    def _meaning(self, key: str, name: LawName) -> str | None:
        day, which = self.context.day, name.generation
        taught = _latest(self.learned.get(_key(key), []), name.start)[1] if which is Generation.CURRENT else ""
        return taught or by_abbreviation(key, day, self.context.statutes, which) or by_name(_joined(key), day, which)

    def cite(self, position: int, sfs: str) -> None:
        """Remember a citation, for "samma lag"."""
        insort(self.cited, (position, sfs))


def _latest(found: list[tuple[int, str]], position: int) -> tuple[int, str]:
    index = bisect_right(found, (position, "~"))
    return found[index - 1] if index else (-1, "")


def _key(name: str) -> str:
    joined = _joined(name)
    return joined.casefold().removesuffix("s") if looks_like_name(joined) else joined


def explicit_names(text: str, context: Context) -> Iterator[LawName]:
    """Every name with its SFS number: skollagen (2010:800), PBL 2010:900, lagen (2002:445) om medling."""
    end = 0
    for match in _EXPLICIT.finditer(text):
        if match.start() < end:
            continue
        floor = max(end, match.start() - 200)
        for word in _WORD_START.finditer(text[floor : match.start()]):
            name = name_at(text, floor + word.start(), context)
            if name and name.explicit and name.end >= match.end():
                yield name
                end = name.end
                break


def amended(text: str, name: LawName, context: Context) -> LawName | None:
    """The statute that "lag (2010:427) om ändring i socialtjänstlagen" changes."""
    match = _AMENDS.match(text, name.end)
    return name_at(text, match.end(), context) if match else None
