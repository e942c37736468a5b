"""What must hold within one meeting: numbers, adjustments, attendance, the original. Each rule is a generator."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from paragraf.ids import ParagraphNumber
from paragraf.model import AgendaItem, Meeting, Paragraph, ParagraphSet
from paragraf.problems import Problem, problem
from paragraf.reading.item_rules import file_problems

Lines = Mapping[str, int]
_LEADING_NUMBER = re.compile(r"0*(\d+)([a-zåäö]?)(?=[-.])", re.IGNORECASE)
_ORDERED_NAME = re.compile(r"\d+[a-zåäö]?(?:_\d+)?(?:-.*)?\.md", re.IGNORECASE)


def meeting_problems(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """Everything that breaks a rule in a meeting; `lines` says where the keys of mote.yml stand."""
    for rule in MEETING_RULES:
        yield from rule(meeting, lines)


def unique_points(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """A number stands once in an agenda."""
    first: dict[int, str] = {}
    for item in _points(meeting):
        if item.number is None:
            continue
        if other := first.get(item.number):
            message = f"Punkt {item.number} finns redan i {other}."
            yield problem("dubbel-punkt", item.source.path, item.source.line, message, "Rätta numret i den ena filen.")
        first.setdefault(item.number, item.source.path)


def unique_paragraphs(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """A § stands once in the minutes."""
    first: dict[ParagraphNumber, str] = {}
    for one in _paragraphs(meeting):
        if one.number is None:
            continue
        if other := first.get(one.number):
            message = f"§ {one.number} finns redan i {other}."
            yield problem("dubbel-paragraf", one.source.path, one.source.line, message, "Rätta numret i den ena filen.")
        first.setdefault(one.number, one.source.path)


def file_names(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """A file's name begins with the number that gives its place, in the minutes the number of the §."""
    items: tuple[AgendaItem | Paragraph, ...] = (*_points(meeting), *_paragraphs(meeting))
    for item in items:
        path, name = item.source.path, item.file
        if not _ORDERED_NAME.fullmatch(name):
            message = f"Filnamnet ”{name}” börjar inte med ett nummer, så ordningen är osäker."
            yield problem("filnamn", path, 0, message, "Döp filen som 045-rubrik.md.")
        elif isinstance(item, Paragraph) and item.number and (match := _LEADING_NUMBER.match(name)):
            if (match[1], match[2].lower()) == (str(item.number.number), item.number.suffix):
                continue
            message = f"Filen börjar med {match[1]}{match[2]} men rubriken säger § {item.number}. Rubriken gäller."
            better = f"{item.number.number:03}{item.number.suffix}{name[match.end() :]}"
            yield problem("nummer-och-filnamn", path, item.source.line, message, f"Döp om filen till {better}.")


def order(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """Numbers ascend in the order of the files, without gaps but for §§ that are not on the web."""
    numbered = [(one, one.number) for one in _paragraphs(meeting) if one.number]
    for (_, before), (one, number) in pairwise(numbered):
        if number < before:
            message = f"§ {number} kommer efter § {before}."
            advice = "Börja filnamnen med lika många siffror, i samma ordning som numren."
            yield problem("nummerordning", one.source.path, one.source.line, message, advice)
    held = [one.paragraphs for one in meeting.withheld]
    ascending = sorted({number.number for _, number in numbered})
    where = {number.number: one for one, number in reversed(numbered)}
    for low, high in pairwise(ascending):
        absent = [n for n in range(low + 1, high) if not any(one.covers(ParagraphNumber(n)) for one in held)]
        if absent:
            gap = ParagraphSet.of(ParagraphNumber(n) for n in absent)
            one = where[high]
            message = f"§ {gap} saknas mellan § {low} och § {high}."
            advice = "Lägg till det som saknas, eller skriv numren under ”ej på webben” i mote.yml."
            yield problem("lucka", one.source.path, one.source.line, message, advice)
    points = [(item, item.number) for item in _points(meeting) if item.number]
    for (_, earlier), (item, point) in pairwise(points):
        if point < earlier:
            message = f"Punkt {point} kommer efter punkt {earlier}."
            advice = "Börja filnamnen med lika många siffror, i samma ordning som numren."
            yield problem("nummerordning", item.source.path, item.source.line, message, advice)


def adjustments(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """Minutes are adjusted after the meeting, announced after that, and taken down last (KL 5:69, 8:12)."""
    for one in meeting.adjustments:
        if one.adjusted and one.adjusted < meeting.id.date:
            message = f"Justerat {one.adjusted}, före sammanträdet {meeting.id.date}."
            yield problem("justerat-före-mötet", _facts(meeting), one.line, message)
        if one.adjusted and one.announced and one.announced < one.adjusted:
            message = f"Anslaget {one.announced}, innan det justerades {one.adjusted}."
            yield problem("anslaget-före-justering", _facts(meeting), one.line, message)
        if one.announced and one.removed and one.removed < one.announced:
            message = f"Nedtaget {one.removed}, innan det anslogs {one.announced}."
            yield problem("nedtaget-före-anslag", _facts(meeting), one.line, message)


def adjusted_once(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """A § is adjusted once; "övriga" is what the others do not cover, and stands once."""
    general = [one for one in meeting.adjustments if one.paragraphs is None or one.paragraphs.rest]
    if len(general) > 1 or (general and general[0].paragraphs is None and len(meeting.adjustments) > 1):
        message = "Flera justeringar gäller samma paragrafer: alla utan ”paragrafer:” gäller hela protokollet."
        advice = "Skriv ”paragrafer: övriga” i en av dem."
        yield problem("dubbel-justering", _facts(meeting), general[-1].line, message, advice)
    seen: dict[ParagraphNumber, int] = {}
    for one in meeting.adjustments:
        if one.paragraphs is None or one.paragraphs.rest:
            continue
        twice = [number for number in _numbers(meeting) if one.paragraphs.covers(number) and number in seen]
        if twice:
            message = f"§ {ParagraphSet.of(twice)} är justerad redan på rad {seen[twice[0]]}."
            yield problem("dubbel-justering", _facts(meeting), one.line, message)
        seen |= {number: one.line for number in _numbers(meeting) if one.paragraphs.covers(number)}


def known_paragraphs(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """Adjustments and attendance name §§ that the minutes have."""
    numbers = _numbers(meeting)
    if not numbers:
        return
    for one in meeting.adjustments:
        yield from _absent(one.paragraphs, numbers, meeting, one.line, "Justeringen")
    line = lines.get("närvaro", 0)
    for group in meeting.attendance or ():
        for person in group.people:
            yield from _absent(person.paragraphs, numbers, meeting, line, f"Närvaron för {person.name}")


def original(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """The signed document lies in bilagor/."""
    if meeting.original:
        files = {file.path: file for file in meeting.files}
        yield from file_problems(meeting.original, files, _facts(meeting), lines["original"])


def called_before(meeting: Meeting, lines: Lines) -> Iterator[Problem]:
    """An agenda goes out before the meeting; what is added late is added by then."""
    if not meeting.agenda:
        return
    if meeting.agenda.published and meeting.agenda.published > meeting.id.date:
        message = f"Kallelsen är publicerad {meeting.agenda.published}, efter sammanträdet {meeting.id.date}."
        yield problem("kallad-efter-mötet", _facts(meeting), lines.get("kallelse", 0), message)
    for item in meeting.agenda.items:
        if item.added and item.added > meeting.id.date:
            message = f"Punkten är tillagd {item.added}, efter sammanträdet {meeting.id.date}."
            yield problem("kallad-efter-mötet", item.source.path, item.source.line, message)


MEETING_RULES: tuple[Callable[[Meeting, Lines], Iterator[Problem]], ...] = (
    unique_points,
    unique_paragraphs,
    file_names,
    order,
    adjustments,
    adjusted_once,
    known_paragraphs,
    original,
    called_before,
)
"""In the order in which they are tried."""


def _facts(meeting: Meeting) -> str:
    return f"{meeting.source.path}/mote.yml"


def _points(meeting: Meeting) -> tuple[AgendaItem, ...]:
    return meeting.agenda.items if meeting.agenda else ()


def _paragraphs(meeting: Meeting) -> tuple[Paragraph, ...]:
    return meeting.minutes.paragraphs if meeting.minutes else ()


def _numbers(meeting: Meeting) -> list[ParagraphNumber]:
    """The §§ of the minutes, sorted."""
    return sorted({one.number for one in _paragraphs(meeting) if one.number})


def _absent(
    these: ParagraphSet | None, numbers: list[ParagraphNumber], meeting: Meeting, line: int, who: str
) -> Iterator[Problem]:
    """Ends of ranges that are no § of the minutes, on the web or not, and ranges that hold none at all."""
    if these is None:
        return
    ends = dict.fromkeys(end for pair in these.ranges for end in pair)
    absent = [
        end
        for end in ends
        if bisect_left(numbers, end) == bisect_right(numbers, end)
        and not any(one.paragraphs.covers(end) for one in meeting.withheld)
    ]
    if absent:
        told = ", ".join(str(number) for number in absent)
        message = f"{who} nämner § {told}, som inte finns i protokollet ({_span(numbers)})."
        yield problem("okänd-paragraf", _facts(meeting), line, message)


def _span(numbers: Iterable[ParagraphNumber]) -> str:
    return f"§ {ParagraphSet.of(numbers)}"
