"""Case numbers: as the organisation declares them, or, where nothing is declared, in the forms that are common.

23/SAN/115, 23/SAN/13-5, KSN 2015-1345, 2023/BUN 0203 40, 22PN1486. A number without letters (0263/20, 2016-000003) is a
case number only after a label: Dnr, Diarienummer, Ärendenummer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from paragraf.ids import NumberPattern, case_number, template_regex
from paragraf.references.context import Context
from paragraf.references.grammar import GAP, MAYBE
from paragraf.references.targets import CaseTarget, Reference

_LABEL = rf"(?<!\w)(?:dnr|d:nr|diarienr|diarienummer|ärendenr|ärendenummer|vår{GAP}beteckning)\.?{MAYBE}:?{MAYBE}"
_LABEL_UNITS = ("dnr", "nr", "diarienr", "diarienummer", "ärendenr", "ärendenummer", "beteckning", "protokoll")
_START = r"(?<![\w/§-])(?<!§[ \u00a0])(?<!\d[.:])"
_END = r"(?![/:.-]?\d)(?![\w/])"


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """One way of writing case numbers."""

    pattern: re.Pattern[str]
    """Groups: number (all of it), perhaps unit, case and handling."""
    declared: NumberPattern | None = None
    """The organisation's own pattern; None: built in."""


def _built_in(number: str, label: str = "") -> Form:
    written = rf"(?P<number>(?P<case>{number})(?:-(?P<handling>\d{{1,4}}))?){_END}"
    return Form(pattern=re.compile((f"(?i:{label})" if label else _START) + written))


_UNIT = r"(?!(?:[Dd]|D)?[Nn][Rr])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}"
_YEAR = r"(?:19|20)\d\d"
BUILT_IN: tuple[Form, ...] = (
    _built_in(r"\d\d/[A-ZÅÄÖ]{1,6}/\d{1,5}"),  # 23/SAN/115
    _built_in(rf"{_YEAR}/{_UNIT}[ \u00a0]\d{{4}}(?:[ \u00a0]\d{{2,3}})?"),  # 2018/KS 0041 001, 2023/BUN 0214
    _built_in(rf"{_UNIT}(?:[ \u00a0/.-]|){_YEAR}[/:.-]\d{{1,6}}"),  # KS 2018/124, KS/2017:499, KSN-2014-0604, KU.2017.3
    _built_in(r"\d\d[A-ZÅÄÖ]{2,4}\d{2,6}"),  # 20RS6891
    _built_in(r"[A-ZÅÄÖ]{2,5}\d\d/\d{1,4}"),  # KFN19/3
    _built_in(r"[A-ZÅÄÖ]{2,4} \d\d-\d{1,4} \d{2,4}", _LABEL),  # KS 02-820 107
    _built_in(rf"(?:[A-ZÅÄÖ](?:-[A-ZÅÄÖ][a-zåäö])?[ \u00a0])?{_YEAR}-\d{{1,6}}-\d{{1,5}}", _LABEL),  # 2006-152-307
    _built_in(rf"\d(?:\.\d{{1,2}}){{1,4}}-\d{{1,5}}-{_YEAR}", _LABEL),  # 1.2.4-182-2013
    _built_in(rf"\d{{1,5}}-\d{{1,5}}[/-](?:{_YEAR}|\d\d)", _LABEL),  # 106-156/2013, 102-274-04
    _built_in(rf"{_YEAR}[/-]\d{{1,7}}", _LABEL),  # 2016-000003, 2019/00136
    _built_in(rf"\d{{1,5}}/(?:{_YEAR}|\d\d)", _LABEL),  # 0263/20
)
"""The forms of a site without organisation.yml, the most specific first."""


@cache
def forms(patterns: tuple[NumberPattern, ...]) -> tuple[Form, ...]:
    """The forms that declared patterns describe; handlings first, since they go on where a case number ends."""
    found: list[Form] = []
    for pattern in patterns:
        # A handling's number without the case's serial number does not tell which case it belongs to.
        handling = pattern.handling if "NR" in pattern.handling.replace("HNR", "") else ""
        labelled = pattern.needs_label or "ENHET" not in pattern.template
        for template in filter(None, (handling, pattern.template)):
            start = _LABEL if labelled else _START
            source = rf"{start}(?P<number>{template_regex(template)}){_END}"
            found.append(Form(pattern=re.compile(source, re.IGNORECASE), declared=pattern))
    return tuple(found)


def find(text: str, context: Context) -> Iterator[Reference]:
    """Every case number in a text, by the patterns that had come into use by its day, or else by the built-in forms."""
    current = tuple(p for p in context.patterns if p.valid_from is None or p.valid_from <= context.day)
    taken: set[int] = set()
    for form in forms(current) if context.patterns else BUILT_IN:
        for match in form.pattern.finditer(text):
            start, end = match.span("number")
            reference = _reference(match, form)
            if reference and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield reference


def _reference(match: re.Match[str], form: Form) -> Reference | None:
    start, end = match.span("number")
    written = match["number"]
    if form.declared is None:
        number, handling = case_number(match["case"]), (match["handling"] or "").lstrip("0")
        sure = False
    else:
        number = case_number(written, (form.declared,))
        handling = number.handling if number else ""
        unit = match.groupdict().get("unit") or ""
        word_in_prose = unit[:1].islower() and form.declared.template.startswith("ENHET")
        if word_in_prose or unit.casefold() in _LABEL_UNITS:
            return None
        sure = unit == unit.upper()
    if number is None:
        return None
    target = CaseTarget(key=number.key, handling=handling)
    return Reference(start=start, end=end, text=written, target=target, sure=sure)
