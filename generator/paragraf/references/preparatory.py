"""Preparatory works, regulations of authorities, judgments: prop. 2016/17:171 s. 154, SOU 2017:114, SOSFS 2011:9 (S).

Those whose series has no address are recognised all the same: "RiR 2019:23" looks like a case number. The numbers of
state authorities and courts (DI-2020-1539, mål nr 5794-23) are no cases of ours.
"""

import re
from collections.abc import Callable, Iterator

from paragraf.references.context import Context
from paragraf.references.grammar import BLANK, GAP, MAYBE
from paragraf.references.targets import Foreign, Reference, SeriesTarget, StatuteTarget, Target
from paragraf.vocabulary.statutes import SERIES

_YEAR = r"(?:19|20)\d\d"
_PAGE = rf"(?:,?{GAP}(?:s|sid)\.?{MAYBE}(?P<page>[1-9]\d{{0,3}})(?:-\d{{1,4}})?(?!\w)|)"
_GDPR = "32016R0679"
_KEYS = ("prop", "bet", "rskr", "skr", "mot", "ds", "sou", "dir", "sfs")

_PARLIAMENT = re.compile(
    r"(?<!\w)(?P<series>prop(?:\.|osition(?:en)?)?|bet(?:\.|änkande(?:t)?)?|rskr\.?|skr(?:\.|ivelse(?:n)?)?"
    rf"|mot(?:\.|ion(?:en)?)?|ds|sou|dir(?:\.|ektiv(?:et)?)?|sfs){MAYBE}"
    rf"(?P<number>{_YEAR}(?:/\d\d(?:\d\d)?)?:(?:[A-ZÅÄÖ]{{1,5}})?[1-9]\d{{0,4}})(?!\w){_PAGE}",
    re.IGNORECASE,
)
_REGULATION = re.compile(
    rf"(?<![\w-])(?P<series>[A-ZÅÄÖ]{{2,8}}-FS|[A-ZÅÄÖ]{{1,7}}FS|RiR|BBR){GAP}(?P<number>{_YEAR}:[1-9]\d{{0,3}})(?![\w:])"
    rf"(?:{GAP}\((?:S|M|M{GAP}och{GAP}S)\)|)"
)
_JUDGMENT = re.compile(
    rf"(?<!\w)(?:HFD|RÅ|NJA|AD|MÖD|RH|RK){GAP}{_YEAR}(?:/\d\d)?(?:{GAP}(?:ref|not|nr|s)\.?{MAYBE}|:)[1-9]\d{{0,3}}(?!\w)"
    rf"|(?<!\w)J[OK]{GAP}{_YEAR}(?:/\d\d)?(?:{GAP}s\.?{MAYBE}|:)\d{{1,4}}(?!\w)"
)
_UNION = re.compile(rf"(?<!\w)\(?E[UG]\)?{GAP}(?:nr{GAP})?(?P<year>20\d\d)/(?P<number>[1-9]\d{{0,3}})(?!\d)")
_DIRECTIVE = re.compile(r"direktiv(?:et)?\s{0,3}\Z", re.IGNORECASE)
_ARTICLE = re.compile(
    rf"(?<!\w)art(?:ikel|\.)?{GAP}[1-9]\d?(?:\.\d{{1,2}})?{MAYBE}(?:[a-z](?!\w))?{GAP}(?:i{GAP})?"
    rf"(?:GDPR|DSF|(?:EU:s{GAP}|allmänna{GAP})?dataskyddsförordningen)(?!\w)",
    re.IGNORECASE,
)
_AUTHORITY = (
    r"(?:JO|JK|DI|IMY|IVO|MSB|Skolverkets|Boverkets|Socialstyrelsens|Länsstyrelsens"
    r"|[^\W\d_]{1,30}(?:verkets|inspektionens|domstolens|rättens|myndighetens))"
)
_AGENCY = re.compile(
    r"(?<![\w-])(?:"
    rf"{_AUTHORITY}{GAP}(?:dnr|diarienr|diarienummer)\.?:?{MAYBE}(?=\S{{0,20}}\d)[\w/:-](?:\.?[\w/:-]){{0,30}}"
    rf"|(?:DI|IMY|IVO)-{_YEAR}-\d{{1,6}}"
    rf"|RA{GAP}\d\d-\d{{4}}/\d{{1,6}}"
    rf"|\d\.\d\.\d-{_YEAR}-\d{{2,6}}"
    rf"|VA{GAP}\d{{1,4}}/\d\d-\d{{1,4}}/\d\d"
    rf"|mål(?:et)?{GAP}(?:nr\.?|nummer){GAP}(?:[A-ZÅÄÖ]{{1,3}}{BLANK})?\d{{1,6}}-\d\d"
    r")(?![\w-])"
)


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every reference to a document of a national or EU series, or of a state authority or court."""
    yield from _each(_AGENCY, text, lambda match: Foreign(kind="statlig myndighet"))
    yield from _each(_PARLIAMENT, text, lambda match: _parliament(match, context))
    yield from _each(_REGULATION, text, _regulation)
    yield from _each(_JUDGMENT, text, lambda match: Foreign(kind="avgörande"))
    yield from _each(_UNION, text, _union)
    yield from _each(_ARTICLE, text, lambda match: SeriesTarget(series="celex", number=_GDPR))


def _each(pattern: re.Pattern[str], text: str, target: Callable[[re.Match[str]], Target]) -> Iterator[Reference]:
    for match in pattern.finditer(text):
        yield Reference(start=match.start(), end=match.end(), text=match[0], target=target(match))


def _parliament(match: re.Match[str], context: Context) -> Target:
    word = match["series"].casefold().rstrip(".")
    series = next(key for key in _KEYS if word.startswith(key))
    number, page = match["number"], match["page"]
    if int(number[:4]) > context.year:
        return Foreign(kind="förarbete som inte finns än")
    if series == "sfs":
        return StatuteTarget(sfs=number)
    return _in_series(series, number, page)


def _regulation(match: re.Match[str]) -> Target:
    return _in_series(match["series"].casefold(), match["number"], None)


def _in_series(series: str, number: str, page: str | None) -> Target:
    if series not in SERIES:
        return Foreign(kind=series)
    return SeriesTarget(series=series, number=number, page=int(page) if page else None)


def _union(match: re.Match[str]) -> Target:
    letter = "L" if _DIRECTIVE.search(match.string, max(0, match.start() - 20), match.start()) else "R"
    return SeriesTarget(series="celex", number=f"3{match['year']}{letter}{match['number']:0>4}")
