"""Statutes: every way in which minutes cite the law. There the number stands before the §.

4 kap. 1 § SoL, 4 kapitel 1§ SoL, SoL 4 kap 1 §, 9 § 3 LSS, 28 f-g §§ LSS, LSS Funk 9 § 3 Ledsagarservice, 7 kap. 11 och
24 a §§, 2 §, 3 § och 6 § LVU, kommunallagens 6 kap. 9 §, 3 § samma lag, TF 2:3, JB 22:2 st. 2, § 9 LSS,
11 kap. § 10 PBL, 26 kap. OSL, skollagen (2010:800), lag (2010:427) om ändring i socialtjänstlagen, 34 § i
arbetsordningen.

A citation of no statute that the table knows is taken all the same, so that nobody mistakes it for a § of ours.
"""

import re
from collections.abc import Iterator

from paragraf.references.citations import (
    CITATION,
    KAP,
    NOT_AFTER,
    SLOPPY,
    foreign,
    places,
    references,
    target_of,
)
from paragraf.references.context import Context, bodies_named
from paragraf.references.grammar import GAP, MAYBE, without
from paragraf.references.laws import LawName, Laws, amended, explicit_names, name_at, name_before
from paragraf.references.moments import MOMENT, NAMED_MOMENT, Moment, read_moment
from paragraf.references.targets import Reference, StatuteTarget
from paragraf.vocabulary.statutes import LOCAL_RULES, statute

_SHORT = re.compile(rf"(?<![\w:.])([1-9]\d?):([1-9]\d{{0,2}}(?:\s?[a-z](?!\w))?)(?![\w:])({MOMENT})")
_CHAPTER = re.compile(rf"{NOT_AFTER}([1-9]\d?(?:\s?[a-z](?=\s?kap))?){MAYBE}{KAP}")
_BEFORE = re.compile(rf",?{GAP}(?:(?:Funk|ÄO|IFO){GAP})?")
_TIGHT = re.compile(GAP)
_OPENING = re.compile(rf"{MAYBE}\({MAYBE}")
_AFTER = re.compile(rf"{GAP}(?:(?:i|ur|enligt|av){GAP})?|")
_AFTER_SLOPPY = re.compile(rf"{GAP}(?:(?:i|ur){GAP})?")
_OTHERS = re.compile(rf"§{MAYBE}\d{{1,3}}(?:\s?[a-z])?{GAP}\Z")
"""§ 9 LSS: a name that follows this belongs to it."""
_GOES_ON = re.compile(rf"{GAP}(?:\d|kap|§)")
_MOMENT = re.compile(NAMED_MOMENT)
_LOCAL = re.compile(
    rf"{GAP}(?:i|ur|enligt|av){GAP}(?:[^\W\d_]{{1,40}}{GAP}){{0,2}}[^\W\d_-]{{0,40}}(?:{'|'.join(LOCAL_RULES)})(?!\w)"
)


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every citation of law in a text."""
    laws = Laws(context=context, text=text)
    for form in (_citations, _sloppy, _short, _chapters, _named):
        found = list(form(text, laws))
        yield from found
        text = without(text, ((reference.start, reference.end) for reference in found))


def _citations(text: str, laws: Laws) -> Iterator[Reference]:
    """The number before the §."""
    taken = 0
    while match := CITATION.search(text, taken):
        start, end = match.span()
        before = name_before(text, start, taken, laws.context, _BEFORE)
        if before and _OTHERS.search(text, max(taken, before.start - 20), before.start):
            before = None
        name, outer, trailing = _following(text, end, laws.context)
        if before and (name is None or (_TIGHT.fullmatch(text, before.end, start) and _GOES_ON.match(text, name.end))):
            name, outer, trailing = before, end, ""
        taken = max(outer, end)
        sfs = laws.sfs(name) if name else None
        if name is None or sfs is None:
            yield foreign(text, start, taken, "lokala regler" if _LOCAL.match(text, end) else "lag")
            continue
        first = before.start if before and (before is name or laws.sfs(before) == sfs) else start
        laws.cite(taken, sfs)
        yield from references(text, (first, taken), places(text, start, end, trailing), sfs)


def _following(text: str, position: int, context: Context) -> tuple[LawName | None, int, str]:
    """The statute named after a citation, where the citation ends (a name in parentheses stays outside), its moment."""
    if (gap := _OPENING.match(text, position)) and (name := name_at(text, gap.end(), context)):
        return name, position, ""
    gap = _AFTER.match(text, position)
    name = name_at(text, gap.end(), context) if gap else None
    if name is None:
        return None, position, ""
    moment = _MOMENT.match(text, name.end)
    return name, moment.end() if moment else name.end, moment[0] if moment else ""


def _sloppy(text: str, laws: Laws) -> Iterator[Reference]:
    """The § before the number, as in minutes, but with a statute or a chapter next to it."""
    taken, end = 0, 0
    while match := SLOPPY.search(text, max(taken, end)):
        start, end = match.span()
        before = name_before(text, start, taken, laws.context, _BEFORE)
        gap = _AFTER_SLOPPY.match(text, end)
        after = name_at(text, gap.end(), laws.context) if gap else None
        opening = _OPENING.match(text, end)
        in_parentheses = name_at(text, opening.end(), laws.context) if opening else None
        found = places(text, start, end)
        name = after or before
        if name and bodies_named(text[name.start : name.end], laws.context):
            continue
        if name is None:
            if in_parentheses or found[0].chapter:
                taken = end
                yield foreign(text, start, end, "lag")
            continue
        taken = max(end, name.end)
        sfs = laws.sfs(name)
        known = statute(sfs) if sfs else None
        if sfs is None or (known and known.chapters_restart and not found[0].chapter):
            yield foreign(text, start, taken, "lag")
            continue
        laws.cite(taken, sfs)
        yield from references(text, (before.start if name is before else start, taken), found, sfs)


def _short(text: str, laws: Laws) -> Iterator[Reference]:
    """TF 2:3, JB 22:2 st. 2: only with the name of a statute that counts by chapter, and not where it may be a time."""
    taken = 0
    for match in _SHORT.finditer(text):
        name = name_before(text, match.start(), taken, laws.context, _TIGHT)
        sfs = laws.sfs(name) if name else None
        known = statute(sfs) if sfs else None
        if not name or not sfs or not known or not known.chapters_restart:
            continue
        moment = read_moment(match[3])
        if _may_be_time(match[1], match[2]) and moment == Moment():
            continue
        taken = match.end()
        target = target_of(sfs, match[1], "".join(match[2].split()), moment)
        yield Reference(start=name.start, end=taken, text=text[name.start : taken], target=target)


def _may_be_time(chapter: str, section: str) -> bool:
    """Whether it can be an hour on an agenda: "KL 13:30" and "SoL 15:35" are, more often than not."""
    return 6 <= int(chapter) <= 23 and len(section) == 2 and section.isdigit() and int(section) % 5 == 0


def _chapters(text: str, laws: Laws) -> Iterator[Reference]:
    """26 kap. OSL, OSL 26 kap."""
    taken = 0
    for match in _CHAPTER.finditer(text):
        start, end = match.span()
        before = name_before(text, start, taken, laws.context, _TIGHT)
        gap = _AFTER.match(text, end)
        name = (name_at(text, gap.end(), laws.context) if gap else None) or before
        sfs = laws.sfs(name) if name else None
        if name is None or sfs is None:
            continue
        start, taken = min(start, name.start), max(end, name.end)
        yield Reference(
            start=start,
            end=taken,
            text=text[start:taken],
            target=StatuteTarget(sfs=sfs, chapter="".join(match[1].split())),
        )


def _named(text: str, laws: Laws) -> Iterator[Reference]:
    """A statute with its number and no §: skollagen (2010:800). A bare name or abbreviation is no reference."""
    taken = 0
    for name in explicit_names(text, laws.context):
        if name.start < taken or name.explicit is None:
            continue
        taken, target = name.end, StatuteTarget(sfs=name.explicit)
        if changed := amended(text, name, laws.context):
            taken = changed.end
            sfs = laws.sfs(changed)
            if sfs is None:
                yield foreign(text, name.start, taken, "lag")
                continue
            target = StatuteTarget(sfs=sfs, amended_by=name.explicit)
        if int(name.explicit[:4]) > laws.context.year:
            yield foreign(text, name.start, taken, "lag som inte finns än")
            continue
        yield Reference(start=name.start, end=taken, text=text[name.start : taken], target=target)
