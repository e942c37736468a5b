"""Descriptions of whole documents: what is printed and what it means. See families/README.md for the form.

One description gives the text with form feeds (printing.py), the same document as PDF and Word file (rendering.py) and
the truth that an import is measured against.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FAMILIES = Path(__file__).parent / "families"
Json = dict[str, Any]

KINDS: dict[str, str] = {
    "beslut": "beslut",
    "förslag till beslut": "forslag",
    "sammanfattning": "sammanfattning",
    "sammanfattning av ärendet": "sammanfattning",
    "ärendet i korthet": "sammanfattning",
    "ingress": "sammanfattning",
    "ärendebeskrivning": "arendebeskrivning",
    "beskrivning av ärendet": "arendebeskrivning",
    "ärendet": "arendebeskrivning",
    "bakgrund": "arendebeskrivning",
    "redogörelse för ärendet": "arendebeskrivning",
    "beredning": "beredning",
    "ärendets beredning": "beredning",
    "ärendets gång": "beredning",
    "tidigare behandling": "beredning",
    "förvaltningens bedömning": "bedomning",
    "bedömning": "bedomning",
    "skäl för beslutet": "bedomning",
    "motivering till förslaget": "bedomning",
    "barnkonsekvensanalys": "barnkonsekvens",
    "barnchecklista": "barnkonsekvens",
    "barnperspektiv": "barnkonsekvens",
    "prövning av barnets bästa": "barnkonsekvens",
    "ekonomiska konsekvenser": "konsekvenser",
    "miljökonsekvenser": "konsekvenser",
    "yrkanden": "yrkanden",
    "yrkande": "yrkanden",
    "tilläggsyrkande": "yrkanden",
    "förslag till beslut på sammanträdet": "yrkanden",
    "alternativa förslag": "yrkanden",
    "propositionsordning": "proposition",
    "propositioner": "proposition",
    "proposition": "proposition",
    "beslutsgång": "proposition",
    "beslutsordning": "proposition",
    "omröstning": "omrostning",
    "votering": "omrostning",
    "omröstningsresultat": "omrostning",
    "reservation": "reservation",
    "reservationer": "reservation",
    "protokollsanteckning": "anteckning",
    "anteckning till protokollet": "anteckning",
    "särskilt yttrande": "sarskilt_yttrande",
    "särskilt uttalande": "sarskilt_yttrande",
    "jäv": "jav",
    "anmälan om jäv": "jav",
    "beslutsunderlag": "underlag",
    "handlingar": "underlag",
    "handlingar i ärendet": "underlag",
    "underlag": "underlag",
    "ärendedokument": "underlag",
    "bilagor": "bilagor",
    "bilaga": "bilagor",
    "delegationsbeslut": "delegationsbeslut",
    "meddelanden": "meddelanden",
    "beslutet skickas till": "expedieras",
    "skickas till": "expedieras",
    "expedieras till": "expedieras",
    "beslutet expedieras till": "expedieras",
    "delges": "expedieras",
    "kopia till": "expedieras",
    "sändlista": "expedieras",
    "protokollsutdrag till": "expedieras",
    "hur man överklagar": "overklagande",
    "dagens sammanträde": "dagens",
    "behandling på mötet": "dagens",
}
"""Heading in lower case -> kind of section, by the table of variants of Swedish minutes; others say it themselves."""

_ITEM = re.compile(r"@@?item (?P<number>\d*)(?P<suffix>[a-zA-Z]?);\s*(?P<title>[^;]*)(?:;\s*(?P<cases>.*))?")
_OPTIONAL = re.compile(r"\[([^\]]*?\{(\w+)\}[^\]]*)\]")
_PERSON = re.compile(
    r"(?P<name>[^(,]+?)(?:\s*\((?P<party>[^()]{1,12})\))?(?:, (?P<role>(?!§|ej §|del av §|distans)[^§]*?))?"
    r"(?:\s*ersätter (?P<other>[^(,]+?)(?:\s*\([^()]+\))?)?(?:,\s*(?P<remote>distans))?"
    r"(?:,\s*(?P<set>(?:ej |del av )?§.*))?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A line of the description, or the lines up to its @end."""

    word: str
    """item, heading, text, raw, meaning, page, vote, table, attachment, furniture, contents, blank or a field."""
    text: str = ""
    printed: bool = True
    rows: tuple["Block", ...] = ()
    """Of a vote, a table or an attached document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Description:
    """A document as its author described it."""

    name: str
    facts: Json
    layout: Json
    blocks: tuple[Block, ...] = field(default=())


def read_description(folder: Path) -> Description:
    """Read description.txt of a family; raises ValueError for a line that means nothing."""
    return parse_description(folder.name, (folder / "description.txt").read_text("utf-8"))


def parse_description(name: str, text: str) -> Description:
    """The same for a text."""
    _, facts, layout, body = re.split(r"^--- (?:facts|layout|text)\n", text, flags=re.MULTILINE)
    lines = iter(body.rstrip("\n").split("\n"))
    loader = yaml.BaseLoader
    return Description(
        name=name,
        facts=yaml.load(facts, loader) or {},
        layout=yaml.load(layout, loader) or {},
        blocks=tuple(_blocks(lines, inside="")),
    )


def _blocks(lines: Iterator[str], *, inside: str) -> Iterator[Block]:
    for line in lines:
        word, _, rest = line.partition(" ")
        if inside and line == "@end":
            return
        if inside in ("vote", "table"):
            yield Block(word="row", text=line)
        elif not line.strip():
            yield Block(word="blank")
        elif word in ("|", "="):
            yield Block(word="raw" if word == "|" else "meaning", text=rest, printed=word == "|")
        elif word in ("#", "#!"):
            yield Block(word="heading", text=rest, printed=word == "#")
        elif word == "~":
            yield Block(word="page")
        elif word in ("@item", "@@item"):
            if not _ITEM.fullmatch(line):
                raise ValueError(line)
            yield Block(word="item", text=line, printed=word == "@item")
        elif word in ("@vote", "@@vote", "@table", "@attachment", "@unlisted"):
            plain = word.lstrip("@")
            rows = tuple(_blocks(lines, inside=plain))
            yield Block(word=plain, text=rest, printed=not word.startswith("@@"), rows=rows)
        elif word in ("@furniture", "@contents"):
            yield Block(word=word[1:], text=rest)
        elif word in ("@presenter", "@time", "@recipients", "@underlag", "@decision"):
            yield Block(word=word[1:], text=rest, printed=False)
        elif word.startswith("@"):
            raise ValueError(line)
        else:
            yield Block(word="text", text=line)


def person(text: str) -> Json:
    """Read "Bo Gran (S), vice ordförande ersätter Eva Rask (S), § 26–28"; raises ValueError for another form."""
    match = _PERSON.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    paragraphs = match["set"].replace("§", "").replace("  ", " ").strip() if match["set"] else None
    return {
        "name": match["name"].strip(),
        "party": match["party"],
        "role": match["role"].strip() if match["role"] else None,
        "serves_for": match["other"],
        "paragraphs": paragraphs,
        "remote": bool(match["remote"]),
    }


def header(block: Block) -> tuple[int | None, str, str, list[str]]:
    """Number, letter, title and case numbers of an item."""
    match = _ITEM.fullmatch(block.text)
    if match is None:
        raise ValueError(block.text)
    cases = [case.strip() for case in (match["cases"] or "").split(",") if case.strip()]
    return int(match["number"]) if match["number"] else None, match["suffix"].lower(), match["title"].strip(), cases


def header_rows(layout: Json, block: Block, following: Sequence[Block]) -> Iterator[str]:
    """The rows that a layout prints for an item; `following`: blocks after it, which tell its presenters and time.

    What stands in brackets in the template is printed only when its value is there.
    """
    number, suffix, title, cases = header(block)
    told: dict[str, list[str]] = {"presenter": [], "time": []}
    for one in following:
        if one.word not in told:
            break
        told[one.word].append(one.text)
    values = {
        "number": f"{number or ''}{suffix and f' {suffix}'}",
        "label": f"{number or ''}{suffix.upper()}",
        "title": title,
        "cases": ", ".join(cases),
        "presenter": ", ".join(told["presenter"]),
        "time": "".join(told["time"]),
    }
    for row in str(layout.get("item", "§ {number} {title}")).rstrip("\n").split("\n"):
        filled = _OPTIONAL.sub(lambda match: match[1] if values[match[2]] else "", row).format(**values).rstrip()
        if filled.strip() or not row:
            yield filled


def heading(block: Block) -> tuple[str, str]:
    """Heading as printed, and kind of a section; raises ValueError when neither table nor line tells the kind."""
    words, _, kind = block.text.partition(" =")
    kind = kind or KINDS.get(words.casefold().rstrip(" :"), "")
    if not kind:
        raise ValueError(f"{block.text}: which kind of section?")
    return words.strip(), kind.strip()


def names(folder: Path = FAMILIES) -> tuple[str, ...]:
    """The families of a folder."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/description.txt")))
