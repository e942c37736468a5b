"""Case numbers in the heads of items: before, after, inside or under the title, labelled, in parentheses or bare."""

import re

from paragraf.ids import CaseNumber, case_number

_Y = r"(?:19|20)\d\d"
_U = r"[A-ZÅÄÖ]"
_NO_UNIT = (
    r"(?!(?i:budget|plan|mål|taxa|taxor|avgifter|bokslut|motion|fråga|strategi|policy|program|lag|lagen|prop|skr|sfs|sou"
    r"|dou|ds|afs|nfs|bfs|sosfs|hslf|valet|val|rapport|version|mötet|möte)\s)"
)
"""Words before a year that begin no case number: "Budget 2024-2026", "Motion 2024:14"."""
_UNIT = rf"{_NO_UNIT}(?:{_U}{{2,8}}|{_U}[A-Za-zÅÄÖåäö]{{1,7}}(?!\s?{_Y}-(?:{_Y}|\d\d-\d\d)\b))"
_SURE = (
    rf"{_UNIT}\s?[ /.-]?\s?{_Y}\s?[-/:. ]\s?\d{{1,6}}(?:-\d{{1,4}})?(?:\s\d{{3}})?(?: nr {_Y}\.\d+)?",
    rf"\d\d/{_U}{{1,6}}/\d+(?:-\d+)?",
    rf"{_Y}/{_U}[A-ZÅÄÖa-z]{{1,5}}[ /-]\d+(?: \d{{2,3}})*",
    rf"{_Y}-{_U}{{2,6}}-\d+",
    rf"{_Y}/{_U}{{1,5}}\d{{2,6}}",
    rf"{_U}{{2,6}}\d\d/\d+",
    rf"\d\d{_U}{{2,4}}\d{{1,6}}(?![A-ZÅÄÖa-z])",
    rf"{_U}{{1,2}}(?:-[A-Z][a-z])? {_Y}-\d+-\d+",
    rf"{_NO_UNIT}{_U}{{2,6}} \d\d[-/:]\d{{1,6}}(?: \d{{3}})?",
    rf"{_U}{{2,4}} \d{{4}}-\d{{4}}(?!-)",
    rf"{_U}[A-Za-zÅÄÖåäö]{{1,5}}[ .]?\d{{1,5}}[/:]{_Y}",
    rf"\d+(?:\.\d+)+-\d+-{_Y}",
)
_LIKELY = (
    rf"{_Y}[/:-](?!{_Y}\b|\d\d-\d\d\b)\d{{2,6}}(?:-\d{{1,4}})?(?:\s\d{{3}}(?!\d))?",
    rf"{_Y}-\d{{3}}-\d{{3}}",
    rf"(?!{_Y}-\d\d-\d\d\b)\d{{3,5}}-\d+[/-](?:{_Y}|\d\d)",
    rf"(?!{_Y}/)\d{{1,5}}/{_Y}",
    r"\d{1,5}/\d\d(?= \d{3}$)",
    rf"{_U}{{2,5}}(?:{_Y}|\d\d)\d{{3,6}}",
)
_LABELLED_ONLY = (r"\d{1,4}/\d\d(?!\d)", r"(?:[A-ZÅÄÖ]{1,6}[ ./-]?)?\d[\w.:/-]*\d")
"""After a label anything with digits is a number: no list of forms is whole."""
LABEL = (
    r"(?:dnr|d\.?nr|diarienr|diarienummer|ärendenummer|ärendenr|ärende-?id|vår beteckning|(?:diarie)?beteckning"
    r"|äd?nr|doknr)(?![a-zåäö])\.?\s*:?\s*"
)
_END = r"(?![\w/:-])"
_PLAN = rf"(?:(?: | ?[-–.] ?)\d{{3}}{_END})?"
"""A code of the filing plan after a number: "133/2015 233"; it is printed as a part of it."""
_BETWEEN = r"(?:\s*(?:,|;|\boch\b|\bsamt\b|/(?=\s))\s*|\s+)"


def _any(*forms: tuple[str, ...]) -> str:
    return rf"(?:{'|'.join(form for forms_of in forms for form in forms_of)}){_END}"


_BARE = _any(_SURE)
_ALONE = _any(_SURE, _LIKELY) + _PLAN
_AFTER_LABEL = _any(_SURE, _LIKELY, _LABELLED_ONLY) + _PLAN
_SOME = {one: rf"{one}(?:{_BETWEEN}(?i:{LABEL})?{one})*" for one in (_BARE, _ALONE, _AFTER_LABEL)}
_WHOLE = re.compile(rf"(?:(?i:{LABEL})(?P<labelled>{_SOME[_AFTER_LABEL]})|(?P<alone>{_SOME[_ALONE]}))\.?")
_IN_PARENTHESES = re.compile(rf"\s*\(\s*(?:(?i:{LABEL})({_SOME[_AFTER_LABEL]})|({_SOME[_ALONE]}))\s*\)")
_LABELLED = re.compile(rf"(?:^|(?<=\W))[-–,]?\s*(?i:{LABEL})({_SOME[_AFTER_LABEL]})")
_FIRST = re.compile(rf"({_SOME[_BARE]})\s*[-–:,]?\s+(?=\S)")
_LAST = re.compile(rf"[\s,–-]+({_SOME[_BARE]})$")


def case_numbers_in(text: str) -> tuple[CaseNumber, ...]:
    """The case numbers of a text that holds nothing else; empty for any other text."""
    plain = " ".join(text.split())
    match = _WHOLE.fullmatch(plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else plain)
    return _read(match["labelled"] or match["alone"]) if match else ()


def split_case(text: str) -> tuple[tuple[CaseNumber, ...], str]:
    """The case numbers that stand in a title, and the title without them."""
    plain = " ".join(text.split())
    for pattern in (_IN_PARENTHESES, _LABELLED, _FIRST, _LAST):
        match = pattern.match(plain) if pattern is _FIRST else _last(pattern, plain)
        if match:
            rest = f"{plain[: match.start()]} {plain[match.end() :]}"
            return _read(next(group for group in match.groups() if group)), " ".join(rest.split()).strip(" -–,")
    return (), plain


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _read(text: str) -> tuple[CaseNumber, ...]:
    found = re.findall(_AFTER_LABEL, text)
    return tuple(number for one in found if (number := case_number(one.strip())))
