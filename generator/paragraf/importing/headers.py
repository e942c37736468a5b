"""The head of an item: number, title over several lines, case number, column Föredragande, time."""

import re
from dataclasses import dataclass

from paragraf.ids import CaseNumber, ParagraphNumber, case_number
from paragraf.importing.dates import CLOCK
from paragraf.importing.names import column_names

_DASH = r"[-–—]"
_PARAGRAPH = re.compile(rf"§\s?(?P<number>\d{{1,4}}(?:\s?[a-hj-z](?![a-zåäö]))?)\.?\s*(?:{_DASH}\s*|\s)(?P<title>\S.*)")
_ITEM = re.compile(
    rf"(?:(?:punkt|ärende)\s+)?(?P<number>\d{{1,3}}(?:\s?[a-hj-z](?=\s*{_DASH}))?)"
    rf"(?:\s*{_DASH}\s+|\.\s+|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
_SURE_ITEM = re.compile(
    rf"(?:(?:punkt|ärende)\s+\d{{1,3}}\b|\d{{1,3}}(?:\s?[a-hj-z])?\s*{_DASH}\s+\S).*", re.IGNORECASE
)
_COLUMN = re.compile(r"\s*\bföredragande\b\s*:?\s*", re.IGNORECASE)
_TIME_AT_END = re.compile(rf"\s+(?P<time>{CLOCK}(?:\s*{_DASH}\s*{CLOCK})?)$", re.IGNORECASE)
_ONE_NUMBER = (
    r"(?:\d{2}/[A-ZÅÄÖ]{1,6}/\d+(?:-\d+)?|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[ /-]?(?:19|20)\d\d[-/:. ]\d+"
    r"|[A-ZÅÄÖ]{2,6}\d{2}/\d+|\d{2}[A-ZÅÄÖ]{2,4}\d+|(?:19|20)\d\d[/-](?!(?:19|20)\d\d\b)\d{2,6}"
    r"|(?:19|20)\d\d/[A-ZÅÄÖ]{2,6} \d+(?: \d+)?)"
)
_LABEL = r"(?:dnr|diarienr|diarienummer|ärendenummer)\.?:?\s*"
_IN_PARENTHESES = re.compile(rf"\s*\((?:{_LABEL})?({_ONE_NUMBER}(?:\s*(?:,|och)\s*{_ONE_NUMBER})*)\)$", re.IGNORECASE)
_LABELLED = re.compile(rf"\s+{_LABEL}({_ONE_NUMBER}(?:\s*(?:,|och)\s*{_ONE_NUMBER})*)$", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|och)\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What the lines at the head of an item say."""

    number: ParagraphNumber
    title: str
    case_numbers: tuple[CaseNumber, ...]
    presenters: tuple[tuple[str, str], ...]
    """Name and title."""
    time: str
    unsure: tuple[str, ...]


def starts_paragraph(text: str) -> ParagraphNumber | None:
    """The number, when the line begins like the head of a §: "§ 45 - Titel"."""
    match = _PARAGRAPH.fullmatch(text)
    return ParagraphNumber.parse(match["number"]) if match else None


def starts_item(text: str, *, sure: bool) -> ParagraphNumber | None:
    """The number, when the line begins like the head of an agenda item; `sure`: only in forms that no list has."""
    match = (_SURE_ITEM if sure else _ITEM).fullmatch(text)
    if not match or not (found := _ITEM.fullmatch(text)):
        return None
    return ParagraphNumber.parse(found["number"])


def case_numbers_in(text: str) -> tuple[CaseNumber, ...]:
    """The case numbers of a text that holds nothing else."""
    parts = [part for part in _SPLIT.split(text.strip()) if re.fullmatch(_ONE_NUMBER, part, re.IGNORECASE)]
    return tuple(number for part in parts if (number := case_number(part)))


def parse_header(text: str, *, agenda: bool) -> Header:
    """Read the joined lines of a head: "2 - Titel (23/SAN/115) Föredragande Bo Ek, Eva Al 13:10"."""
    match = (_ITEM if agenda else _PARAGRAPH).fullmatch(" ".join(text.split()))
    if not match:
        raise ValueError(text)
    rest = match["title"]
    time = ""
    presenters: tuple[tuple[str, str], ...] = ()
    numbers: tuple[CaseNumber, ...] = ()
    unsure: list[str] = []
    if agenda:
        rest, time = _split_time(rest)
        column = _COLUMN.search(rest)
        if column:
            presenters, after = column_names(rest[column.end() :])
            rest = rest[: column.start()].rstrip()
            if not time:
                rest, time = _split_time(rest)
            if after and (found := _case(after)):
                numbers, after = found[0], found[1]
            if after:
                rest = f"{rest} {after}"
                unsure.append(f"Titeln fortsätter efter namnen i kolumnen Föredragande: ”{after}”.")
    if found := _case(rest):
        numbers, rest = found
    return Header(
        number=ParagraphNumber.parse(match["number"]),
        title=rest.strip(" -–"),
        case_numbers=numbers,
        presenters=presenters,
        time=time,
        unsure=tuple(unsure),
    )


def _split_time(text: str) -> tuple[str, str]:
    match = _TIME_AT_END.search(text)
    return (text[: match.start()], match["time"]) if match else (text, "")


def _case(text: str) -> tuple[tuple[CaseNumber, ...], str] | None:
    match = _IN_PARENTHESES.search(f" {text}") or _LABELLED.search(f" {text}")
    if not match:
        return None
    return case_numbers_in(match[1]), f" {text}"[: match.start()].strip()
