"""Paragraphs of minutes. There the § stands before the number.

§ 45, §45, § 12a, §§ 57, 60, § 62-75, §§ 130 - 133, § 63/20, KSAU § 33/2023, KF § 266, Sn § 50 / Au § 84,
KS § 187, 2016-12-06, 24 november 2010 § 191, den 18 november 2015, § 201, Kommunstyrelsen 2014-03-05, § 25,
paragraf 12, § 12 i KS.

A § that a strange body, local rules or the law stand next to is taken and never linked. Numbers run per body and
calendar year: without a date or a year it is the year of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from paragraf.ids import ParagraphId, ParagraphNumber
from paragraf.references.context import Context, TextKind, bodies_named, choose_body
from paragraf.references.grammar import AND, GAP, MAYBE, MONTH, TO, member_spans
from paragraf.references.leads import Lead, Trail, end_of, lead, trail
from paragraf.references.targets import Foreign, ParagraphTarget, Reference, Target

_YEAR = r"(?:/(?:(?:19|20)\d\d|\d\d)(?![\w/]))?"
_NUMBER = r"(?!(?:19|20)\d\d)[1-9]\d{0,3}(?:[a-zåäö](?![\w-])|\s[a-h](?![\w-]))?" + _YEAR + r"(?!\w|/[^\W\d_]{1,6}/\d)"
_UNIT = "kr|tkr|mkr|mnkr|kronor|procent|dagar|veckor|år|månader|personer|ledamöter|st"
_COUNTED = rf"(?:/|-\d\d-\d|{GAP}(?:{MONTH})(?!\w)|{MAYBE}%|{MAYBE}(?:{_UNIT})(?!\w))"
"""What shows that the next number of a list is no § but a date, a case number or a quantity."""
_PARAGRAPH = re.compile(
    rf"(?<![\w§])(?:§{{1,2}}|paragraf(?:en|er|erna)?(?!\w)){MAYBE}"
    rf"(?P<members>{_NUMBER}(?:(?:{AND}|{TO}){_NUMBER}(?!{_COUNTED})){{0,40}})(?P<deeper>[.:]\d{{1,4}})?",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?P<number>[1-9]\d{0,3})(?P<suffix>[a-zåäö]|\s[a-h](?!\w))?(?:/(?P<year>\d{2,4}))?", re.IGNORECASE
)
_UNSIGNED = re.compile(
    r"(?<![\w/.:§-])(?P<body>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5})[ \u00a0](?P<number>[1-9]\d{0,2})(?P<suffix>[a-z])?"
    r"(?:/(?P<year>(?:19|20)\d\d|\d\d))?(?=[.,;]?(?:[\s)\]|]{0,8}(?:\Z|\n|[)\]|])|[,;]\s|\.\s{1,8}[A-ZÅÄÖ])|\s{1,8}(?:och|samt)\s)(?![\w/:-])"
)
_STATED_YEAR = re.compile(r"/(\d{2,4})\Z")
_CHAIN = re.compile(rf"(?:{AND}|{TO}|{MAYBE}[/&;]{MAYBE})(?:del{MAYBE}av{MAYBE})?")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Owner:
    """Whose §§ a reference names: what the next one in a row inherits."""

    end: int
    body: str | None
    """None: nobody's here."""
    why: str
    """Why it is nobody's."""
    day: date | None
    year: int | None
    stated: bool
    """The text names the body."""


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every § of minutes in a text, whoever's it is."""
    previous: _Owner | None = None
    for match in _PARAGRAPH.finditer(text):
        floor = previous.end if previous else 0
        after = trail(text, match.end(), context)
        year = after.year or _last_year(match["members"], context)
        before = lead(text, match.start(), floor, context, after.day or end_of(year, context))
        chained = previous if previous and _CHAIN.fullmatch(text, previous.end, before.start) else None
        owner = _owner(before, after, chained, context, match)
        yield from _references(text, match, before, owner, context)
        previous = owner


def _owner(before: Lead, after: Trail, chained: _Owner | None, context: Context, match: re.Match[str]) -> _Owner:
    named = before.bodies or after.bodies
    year, day = before.year or after.year, before.day or after.day
    end = after.end
    if match["deeper"]:
        body, why = None, "punkt i lokala regler"
    elif named:
        near = chained.body if chained and chained.body else context.body
        body, why = choose_body(named, near), "oklart organ"
    elif before.stranger or after.stranger:
        body, why = None, before.stranger or after.stranger
    elif chained:
        body, why = chained.body, chained.why
        year, day = (year, day) if year else (chained.year, chained.day)
    else:
        body, why = context.body, ""
    stated = bool(named) or bool(chained and chained.stated)
    if context.kind is TextKind.ATTACHMENT and not (stated and (year or "/" in match["members"])):
        body, why = None, "§ i bilaga"
    return _Owner(end=end, body=body, why=why, day=day, year=year, stated=stated)


def _references(text: str, match: re.Match[str], before: Lead, owner: _Owner, context: Context) -> Iterator[Reference]:
    members = list(_MEMBER.finditer(text, match.start("members"), match.end("members")))
    spans = member_spans((before.start, owner.end), [member.span() for member in members])
    years = [_year(member["year"], context) if member["year"] else None for member in members]
    for (start, end), member, year in zip(spans, members, years, strict=True):
        stated = year or years[-1] or owner.year
        target: Target = Foreign(kind=owner.why)
        if owner.body is not None:
            number = ParagraphNumber(int(member["number"]), (member["suffix"] or "").strip().lower())
            target = ParagraphTarget(id=ParagraphId(owner.body, stated or context.year, number), day=owner.day)
        yield Reference(start=start, end=end, text=text[start:end], target=target)


def _last_year(members: str, context: Context) -> int | None:
    """2023 of "§§ 12 och 13/2023"."""
    stated = _STATED_YEAR.search(members)
    return _year(stated[1], context) if stated else None


def _year(text: str, context: Context) -> int:
    """2023, or 23 for it."""
    return int(text) if len(text) == 4 else context.year // 100 * 100 + int(text)


def find_unsigned(text: str, context: Context) -> Iterator[Reference]:
    """KF 59, SN 13: a body's abbreviation and a number without §, where nothing else can follow."""
    for match in _UNSIGNED.finditer(text):
        bodies = bodies_named(match["body"], context)
        body = choose_body(bodies, context.body) if bodies else None
        if body is None or context.kind is TextKind.ATTACHMENT:
            continue
        number = ParagraphNumber(int(match["number"]), (match["suffix"] or "").lower())
        year = _year(match["year"], context) if match["year"] else context.year
        target = ParagraphTarget(id=ParagraphId(body, year, number))
        yield Reference(start=match.start(), end=match.end(), text=match[0], target=target, sure=False)
