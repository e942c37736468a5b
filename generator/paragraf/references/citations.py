"""Citations of §§ of law: their patterns, the spans that each number is linked by, and the places they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from paragraf.references.grammar import AND, COMMA, GAP, MAYBE, TO, member_spans
from paragraf.references.moments import MOMENT, Moment, read_moment
from paragraf.references.targets import Foreign, Reference, StatuteTarget

NUMBER = r"[1-9]\d{0,2}(?:\s?[a-zåäö](?!\w))?(?!\w)"
_AFTER_SIGN = r"[1-9]\d{0,2}(?:[a-zåäö](?!\w)|\s[a-hj-n](?!\w))?(?!\w)"
MEMBERS = rf"{NUMBER}(?:(?:{AND}|{TO})(?:{NUMBER}|[a-zåäö](?!\w))){{0,30}}"
KAP = r"kap(?:itlet|itel|\.)?(?!\w)"
CHAPTER = rf"(?:[1-9]\d?(?:\s?[a-z](?=\s?kap))?{MAYBE}{KAP}|{KAP}{MAYBE}[1-9]\d?(?!\w)){COMMA}"
NOT_AFTER = r"(?<![\w/§:-])(?<!§[ \u00a0])(?<!\d[.,])(?<!kap )(?<!kap\. )(?<!kapitel )"
"""What a citation cannot follow: a § (then the number is that §'s), a part of a date or of a case number."""

_GROUP = rf"(?:{CHAPTER})?{MEMBERS}{MAYBE}§{{1,2}}{MOMENT}"
_JOINED = rf"(?:{AND}|{TO}|{GAP}(?:jfr|jämfört{GAP}med|jämförd{GAP}med){GAP})"

CITATION = re.compile(rf"{NOT_AFTER}{_GROUP}(?:{_JOINED}{_GROUP}){{0,12}}")
"""4 kap. 1 § andra stycket, 2 § och 6 §: one or more groups that share one statute."""
SLOPPY = re.compile(
    rf"(?<![\w§])(?:{CHAPTER})?§{{1,2}}{MAYBE}{_AFTER_SIGN}(?:(?:{AND}|{TO}){_AFTER_SIGN}){{0,30}}{MOMENT}"
)
"""§ 9, 11 kap. § 10: law only when a statute or a chapter stands next to it."""

_PARTS = re.compile(
    rf"(?P<chapter>{CHAPTER})?(?P<lead>§{{1,2}}{MAYBE})?(?P<members>{MEMBERS})(?P<sign>{MAYBE}§{{1,2}})?(?P<moment>{MOMENT})"
)
_MEMBER = re.compile(
    r"(?P<number>[1-9]\d{0,2})(?:\s?(?P<letter>[a-zåäö](?!\w)))?|(?<![\w.])(?P<more>[a-zåäö])(?![\w.])"
)
_CHAPTER_NUMBER = re.compile(r"[1-9]\d?(?:\s?[a-z](?=\s?kap))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One § of a citation."""

    start: int
    """Where its number begins, or the chapter before it."""
    keep: int
    """Where what belongs to it ends: its § and moment, when no other number comes between."""
    chapter: str | None
    section: str
    moment: str

    def target(self, sfs: str) -> StatuteTarget:
        """The place in a statute."""
        return target_of(sfs, self.chapter, self.section, read_moment(self.moment))


def target_of(sfs: str, chapter: str | None, section: str, moment: Moment) -> StatuteTarget:
    """The place in a statute that these parts name."""
    return StatuteTarget(
        sfs=sfs,
        chapter=chapter,
        section=section,
        part=moment.part,
        point=moment.point,
        sentence=moment.sentence,
    )


def places(text: str, start: int, end: int, trailing: str = "") -> list[Place]:
    """Every § that a citation names; a chapter holds until the next one, `trailing` belongs to the last."""
    found = list(_places(text, start, end))
    return [*found[:-1], replace(found[-1], moment=found[-1].moment + trailing)]


def _places(text: str, start: int, end: int) -> Iterator[Place]:
    chapter: str | None = None
    number = ""
    for group in _PARTS.finditer(text, start, end):
        if group["chapter"]:
            found = _CHAPTER_NUMBER.search(group["chapter"])
            chapter = "".join(found[0].split()) if found else None
        members = list(_MEMBER.finditer(text, group.start("members"), group.end("members")))
        for index, member in enumerate(members):
            last = index == len(members) - 1
            number = member["number"] or number
            yield Place(
                start=group.start() if index == 0 else member.start(),
                keep=group.end() if last else member.end(),
                chapter=chapter,
                section=number + (member["letter"] or member["more"] or ""),
                moment=group["moment"] if last else "",
            )


def references(text: str, span: tuple[int, int], found: list[Place], sfs: str) -> Iterator[Reference]:
    """One reference for each § of a citation, which spans the statute's name too."""
    spans = member_spans(span, [(place.start, place.keep) for place in found])
    for (start, end), place in zip(spans, found, strict=True):
        yield Reference(start=start, end=end, text=text[start:end], target=place.target(sfs))


def foreign(text: str, start: int, end: int, kind: str) -> Reference:
    """What is recognised and has no page."""
    return Reference(start=start, end=end, text=text[start:end], target=Foreign(kind=kind))
