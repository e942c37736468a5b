"""An item's file taken apart: title, facts, text and sections, each with its line. Nothing is interpreted yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from paragraf.model.fences import fence_after
from paragraf.reading.facts import FACTS, GOVERNING
from paragraf.reading.markdown_rules import no_comments
from paragraf.reading.report import Report, short
from paragraf.vocabulary.facts import STARTS_FACTS, named, nearest

MOST_FACTS = 200
"""Lines in the paragraph of facts."""
_FACT = re.compile(r"(?P<name>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3})\s?:\s*(?P<value>.*)")
_VALUE = re.compile(r"(?:full|maskad|rubrik|ingen)\b|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_ALMOST_HEADING = re.compile(r"^(?:##(?=[^\s#])| {1,3}##?\s|##\s*$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Lines of text without blank lines at their ends."""

    text: str
    line: int
    """Line of the first of them, from 1; where it would have stood when there are none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RawSection:
    """A heading and what stands under it."""

    heading: str
    line: int
    body: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class RawFact:
    """A line of the fact paragraph."""

    name: str
    """As the table of facts has it."""
    value: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """The parts of an item's file."""

    title: str
    """What stands after "# ", number included."""
    line: int
    facts: tuple[RawFact, ...]
    body: Block
    sections: tuple[RawSection, ...]


def split_title(text: str, report: Report) -> tuple[str, int, list[str]] | None:
    """Title, its line from 1, and the lines after it; None for a file without one, which is reported."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if line.strip()), None)
    if place is None:
        report.add("tom-fil", 0, "Filen är tom; den ska börja med en rubrik som ”# § 45 Titel”.")
        return None
    first = lines[place].rstrip()
    if re.match(r"#\s+\S", first):
        return first[1:].strip(), place + 1, lines[place + 1 :]
    advice = "Skriv ”# § 45 Titel”, ”# Punkt 5 Titel” eller ”# Titel”."
    if first == "---":
        advice = "Ta bort ”---”: faktauppgifter står i ett stycke direkt under rubriken."
    elif re.match(r"#[^#\s]", first):
        advice = f"Skriv ett blanksteg efter #: ”# {first[1:]}”."
    report.add("punkt-utan-rubrik", place + 1, f"Filen ska börja med en rubrik, men här står ”{short(first)}”.", advice)
    return None


def outline(text: str, report: Report) -> Outline | None:
    """The parts of an item's file; None for a file without title. What is wrong goes to the report."""
    split = split_title(text, report)
    if split is None:
        return None
    title, line, rest = split
    no_comments(rest, line + 1, report)
    heads = list(_headings(rest, line + 1, report))
    ends = [number for number, _ in (*heads[1:], (len(rest), ""))]
    sections = tuple(
        RawSection(heading=heading, line=line + 1 + number, body=block(rest[number + 1 : end], line + 2 + number))
        for (number, heading), end in zip(heads, ends, strict=False)
    )
    before = rest[: heads[0][0]] if heads else rest
    start = next((number for number, one in enumerate(before) if one.strip()), len(before))
    count = _count_facts(before[start:])
    facts = tuple(_facts(before[start : start + count], line + 1 + start, report))
    body = block(before[start + count :], line + 1 + start + count)
    _misplaced(body, sections, report)
    return Outline(title=title, line=line, facts=facts, body=body, sections=sections)


def _headings(lines: list[str], first_line: int, report: Report) -> Iterator[tuple[int, str]]:
    """Place and words of every heading of second level outside code fences."""
    fence, opened = "", 0
    for number, line in enumerate(lines):
        before, fence = fence, fence_after(line, fence)
        if fence and not before:
            opened = number
        if fence or before:
            continue
        at = first_line + number
        if line.startswith("## ") and line[3:].strip():
            yield number, line[3:].strip()
        elif re.match(r"#\s+\S", line):
            message = f"”{short(line)}” är en rubrik på högsta nivån; en fil har bara en, på första raden."
            report.add("extra-rubrik", at, message, f"Skriv ”## {short(line[1:].strip())}”, eller gör en egen fil.")
        elif _ALMOST_HEADING.match(line):
            words = line.strip().strip("#").strip()
            advice = f"Skriv ”## {short(words)}” först på raden." if words else "Skriv rubriken efter ”## ”."
            report.add("rubrikform", at, f"”{short(line)}” läses inte som en rubrik.", advice)
        elif re.fullmatch(r" {0,3}(?:=+|--+)\s*", line) and number and _is_text(lines[number - 1]):
            words = short(lines[number - 1].strip())
            advice = f"Skriv ”## {words}”, eller lägg en tom rad före strecken."
            report.add("understruken-rubrik", at, f"Strecken gör ”{words}” till en rubrik.", advice)
    if fence:
        report.add(
            "öppet-kodblock", first_line + opened, f"Kodblocket ”{fence}” avslutas aldrig.", f"Avsluta med {fence}."
        )


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("|", "-", "#", ">"))


def block(lines: list[str], first_line: int) -> Block:
    """Lines without blank ones at their ends; `first_line` is the line of the first of them."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return Block(text="\n".join(lines[start:end]), line=first_line + start)


def _count_facts(lines: list[str]) -> int:
    """How many of the first lines are the fact paragraph: none when the first does not name a fact, or nearly."""
    if not lines or not (match := _FACT.fullmatch(lines[0].strip())) or not nearest(match["name"], STARTS_FACTS):
        return 0
    return next((number for number, line in enumerate(lines) if not line.strip()), len(lines))


def _facts(lines: list[str], first_line: int, report: Report) -> Iterator[RawFact]:
    first: dict[str, int] = {}
    if len(lines) > MOST_FACTS:
        message = f"Stycket med faktauppgifter har {len(lines)} rader; bara de första {MOST_FACTS} läses."
        advice = "Lägg en tom rad före texten, om det är där den börjar."
        report.add("för-många", first_line + MOST_FACTS, message, advice)
    for number, line in enumerate(lines[:MOST_FACTS], first_line):
        match = _FACT.fullmatch(line.strip())
        name = named(match["name"]) if match else None
        if not match or not name:
            near = nearest(match["name"], 0.6) if match else ""
            what = f"”{match['name']}” är inget faktum." if match else f"”{short(line)}” är ingen faktauppgift."
            advice = f"Menade du ”{near}”?" if near else "Lägg en tom rad före texten, om det är där den börjar."
            report.add("okänt-faktum", number, what, advice)
            continue
        if name in first and not FACTS[name].repeatable:
            message = f"{name} står redan på rad {first[name]} och kan bara stå en gång."
            report.add("upprepat-faktum", number, message, "Ta bort den ena raden.")
            continue
        first.setdefault(name, number)
        yield RawFact(name=name, value=match["value"].strip(), line=number)


def _misplaced(body: Block, sections: tuple[RawSection, ...], report: Report) -> None:
    """Facts that decide what is public have no force in the text: the author must know.

    Before the first section any such line counts, also nearly spelt so; in a section only one that would be a fact.
    """
    first = body.text.partition("\n")[0].strip()
    word, _, value = first.partition(" ")
    if word.isalpha() and (name := _governing(word)) and _VALUE.match(value):
        message = f"”{short(first)}” har inget kolon och gäller inte: {name} styr vad som publiceras."
        report.add("faktum-i-text", body.line, message, f"Skriv ”{name}: {short(value)}” direkt under rubriken.")
    for block in (body, *(section.body for section in sections)):
        if ":" not in block.text:
            continue
        for number, line in enumerate(block.text.split("\n"), block.line):
            match = _FACT.fullmatch(line.strip())
            name = _governing(match["name"]) if match else ""
            if name and match and (block is body or _VALUE.match(match["value"])):
                message = f"”{short(line)}” står i texten och gäller inte: {name} styr vad som publiceras."
                report.add("faktum-i-text", number, message, "Flytta raden till stycket direkt under rubriken.")


_GOVERNING = {name.casefold(): name for name in GOVERNING}


@lru_cache(maxsize=4096)
def _governing(word: str) -> str:
    if not 6 <= len(word) <= 13:
        return ""
    near = get_close_matches(word.casefold(), _GOVERNING, n=1, cutoff=0.85)
    return _GOVERNING[near[0]] if near else ""
