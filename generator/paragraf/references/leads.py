"""What stands before and after a § and says whose it is: a body, a date, a year, a set of local rules.

Kommunstyrelsens beslut den 5 mars 2014, § 25 · KS § 187, 2016-12-06 · arbetsordningens § 34 · § 12 i KS.
"""

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date

from paragraf.references.context import BodyName, Context, bodies_named
from paragraf.references.grammar import BLANK, COMMA, FULL_DATE, GAP, MAYBE, SHORT_DATE, read_date
from paragraf.vocabulary.statutes import LOCAL_RULES

_DATED = re.compile(
    rf"(?P<lead>(?:(?:av|från|vid|per){GAP})?(?:[Dd]en{GAP})?)(?<![\w/:.-])(?P<date>{FULL_DATE}|{SHORT_DATE}){COMMA}\Z"
)
_YEARED = re.compile(rf"(?<![\w/:.-])(?P<year>(?:19|20)\d\d){COMMA}\Z")
_NOUN = re.compile(
    r"(?<!\w)(?:sammanträdes)?(?:protokoll(?:et|sutdrag)?|beslut(?:et)?|sammanträde(?:t)?|möte(?:t)?)"
    rf"(?:{GAP}(?:av|från|vid|den|i|enligt)){{0,2}}(?:{MAYBE}[,:]{MAYBE}|{MAYBE})\Z",
    re.IGNORECASE,
)
_END_OF_WORD = re.compile(rf"(?P<mark>[*_]{{0,3}})(?:{MAYBE}[,:]{MAYBE}|{MAYBE})[*_]{{0,3}}\Z")
_WORDS = re.compile(r"[^\s\ufffc|()\[\]*_\"”“»«]++")
_NAME_WORDS = re.compile(r"[^\W_]++(?:[-&][^\W_]*+)*+")
_TAKEN = re.compile(rf"\ufffc{BLANK}{{0,3}}(?:(?:,|/|&|och|samt|eller){BLANK}{{0,3}})?[*_]{{0,3}}\Z")
_AFTER_DATE = re.compile(rf"(?:,|){MAYBE}\(?(?:(?:av|från|vid){GAP})?(?:den{GAP})?(?P<date>{FULL_DATE})(?![\w/:]|-\d)")
_AFTER_YEAR = re.compile(rf",?{GAP}(?:(?:år|från|under|av){GAP}){{0,2}}(?P<year>(?:19|20)\d\d)(?![\w/:-]|\.\d)")
_AFTER_OF = re.compile(rf"{GAP}(?:i|från|av|hos|vid){GAP}")
_AFTER_WORD = re.compile(rf",?{BLANK}{{1,3}}")
_NEXT = re.compile(rf"{COMMA}§{{1,2}}{MAYBE}\d{{1,4}}[a-z]?")
_SIGN = re.compile(rf"{MAYBE}(?:§|\d)")
_LOCAL = re.compile(rf"[^\W\d_-]{{0,60}}(?:{'|'.join(LOCAL_RULES)})[.,;]?\Z", re.IGNORECASE)
_BODY_NOUN = re.compile(
    r"(?:[^\W\d_]|-){0,60}(?:nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|fullmäktige|beredning(?:en)?|kommitté(?:n)?"
    r"|råd(?:et)?|direktion(?:en)?)s?[.,;]?\Z",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:[A-ZÅÄÖ]{2,7}|[bcdfghjklmnpqrstvwxz]{2,5})(?::?s)?[.,;]?\Z")
"""BUN, and bmn: no Swedish word is without vowels."""
_ORDINARY = frozenset(
    (
        "se", "jfr", "av", "om", "i", "och", "mot", "enl", "del", "ej", "samt", "även", "dock", "ang", "ad", "till",
        "från", "vid", "under", "den", "det", "per", "som", "med", "nr", "är", "än", "för", "på", "efter", "enligt",
        "paragraf", "punkt", "denna", "detta", "dessa", "not", "avser", "avseende", "gäller", "angående", "beslut",
        "protokoll", "protokollet", "ärende", "ärendet", "ärenden", "justering", "justerat", "justerade", "omedelbar",
        "reservation", "jäv", "omröstning", "information", "bordlagd", "bordläggning", "återremiss", "återremitterad",
        "återremitterat", "behandlat", "föregående", "tidigare", "ändring", "rättelse",
    )
)  # fmt: skip
"""Words that can stand before a § of one's own with a capital letter; any other may be a name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """What the words before a § say."""

    start: int
    """Where those of them begin that belong to the reference."""
    bodies: tuple[BodyName, ...] = ()
    """Whom they name; several for "AU"; none: nobody."""
    stranger: str = ""
    """Whose § it is instead, when it is none of ours: okänt organ, lokala regler."""
    day: date | None = None
    year: int | None = None
    """Stated by a date or a year."""


def lead(text: str, position: int, floor: int, context: Context, when: date | None = None) -> Lead:
    """Read backwards from a § to `floor` at most; `when` is the day that stands after it: names are as of then."""
    window = text[max(floor, position - 160) : position]
    base = position - len(window)
    cut, day, year = len(window), None, None
    start = cut
    if dated := _DATED.search(window):
        day = read_date(dated["date"], context.day)
        cut = start = dated.start()
    elif yeared := _YEARED.search(window):
        year, cut = int(yeared["year"]), yeared.start()
        start = cut
    named = _NOUN.search(window[:cut])
    said = Lead(start=base + start, day=day, year=day.year if day else year)
    words = window[: named.start()] if named else window[:cut]
    return _whose(words, base, said, context, said.day or end_of(said.year, context) or when)


def end_of(year: int | None, context: Context) -> date | None:
    """The last day of a year, or that of the text within its own year."""
    return min(date(year, 12, 31), context.day) if year else None


def _whose(words: str, base: int, said: Lead, context: Context, when: date | None) -> Lead:
    """Add the body that the words end with."""
    if _TAKEN.search(words):
        return replace(said, stranger="oklart")
    end = _END_OF_WORD.search(words)
    emphasised = "*" in words[end.start() :] or "_" in words[end.start() :] if end else False
    words = words[: end.start()] if end else words
    found = list(_WORDS.finditer(words))
    if not found or found[-1].end() != len(words):
        return said
    for count in range(min(context.names.longest, len(found)), 0, -1):
        first = found[-count].start()
        if bodies := bodies_named(words[first:], context, when):
            return replace(said, bodies=bodies, start=said.start if emphasised else base + first)
    paused = bool(end and set(",:") & set(end[0]))
    return replace(said, stranger=_stranger(found[-1][0], context, paused=paused))


def _stranger(word: str, context: Context, *, paused: bool = False) -> str:
    """Why a § next to this word is not the body's own; empty when nothing speaks against it.

    After a comma or colon (`paused`) a name is someone's who was there, not of a body: "Jo Exempel, § 45".
    """
    if _LOCAL.match(word):
        return "lokala regler"
    if _BODY_NOUN.match(word):
        return "" if _is_own(word, context) else "okänt organ"
    if any(char.isdigit() for char in word) or word.casefold() in _ORDINARY:
        return ""
    if _ABBREVIATION.match(word) or context.names.has_been(word):
        return "okänt organ"
    return "okänt namn" if word[0].isupper() and not paused else ""


def _is_own(word: str, context: Context) -> bool:
    """Whether "nämnden" or "utskottets" is how the body speaks of itself."""
    noun = word.casefold().rstrip(".,;").removesuffix("s")
    return any(name.endswith(noun) and name != noun for name in context.names.of_body(context.body))


@dataclass(frozen=True, kw_only=True, slots=True)
class Trail:
    """What the words after a § say."""

    end: int
    """Where the reference ends, a date or body that belongs to it included."""
    bodies: tuple[BodyName, ...] = ()
    stranger: str = ""
    day: date | None = None
    year: int | None = None


def trail(text: str, position: int, context: Context) -> Trail:
    """Read on from the end of a §."""
    said = Trail(end=position)
    dated = _AFTER_DATE.match(text, position)
    if dated and not _leads_next(text, dated.end()):
        day = read_date(dated["date"], context.day)
        said = Trail(end=dated.end(), day=day, year=day.year if day else None)
    elif yeared := _AFTER_YEAR.match(text, position):
        said = Trail(end=yeared.end(), year=int(yeared["year"]))
    if of := _AFTER_OF.match(text, said.end):
        return _of_whom(text, of.end(), said, context)
    following = _AFTER_WORD.match(text, said.end)
    bodies, end = _name_at(text, following.end(), context) if following else ((), 0)
    if not bodies or _SIGN.match(text, end) or any(name.body == context.body for name in bodies):
        return said
    return replace(said, stranger="oklart organ")


def _leads_next(text: str, position: int) -> bool:
    """Whether a date is that of the § after it: it is followed by a §, and that one by no date of its own."""
    following = _NEXT.match(text, position)
    return bool(following and not _AFTER_DATE.match(text, following.end()))


def _of_whom(text: str, position: int, said: Trail, context: Context) -> Trail:
    """§ 12 i KS, § 34 i nämndens reglemente."""
    bodies, end = _name_at(text, position, context)
    words = [word[0] for word in _WORDS.finditer(text[position : position + 120])][:3]
    if any(_LOCAL.match(word) for word in words):
        return replace(said, stranger="lokala regler")
    if bodies:
        return replace(said, bodies=bodies, end=end)
    return replace(said, stranger=_stranger(words[0], context)) if words else said


def _name_at(text: str, position: int, context: Context) -> tuple[tuple[BodyName, ...], int]:
    """The bodies whose name begins at a position, and where it ends; the longest name wins."""
    window = text[position : position + 120]
    words = list(itertools.islice(_NAME_WORDS.finditer(window), context.names.longest))
    for word in reversed(words):
        if bodies := bodies_named(window[: word.end()], context):
            return bodies, position + word.end()
    return (), position
