"""Reads tests/references/golden/*.txt.

A file holds cases with a line of four hyphens between them. A case is a text, a blank line, and the links that are
expected in it, one a line: `matched text -> target`, a line break in the text written as \\n. No line: no links.
`-> (slag)` says that something is recognised and left alone; such lines may be left out.
A first line with `@` changes what the text is read against: a day, organ=, slag=bilaga, nummer=, al=.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from paragraf.ids import NumberPattern
from paragraf.references import BodyName, Context, Names, TextKind

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2023, 4, 26)

BODIES = (
    BodyName(name="KF", body="KF"),
    BodyName(name="Kommunfullmäktige", body="KF"),
    BodyName(name="KS", body="KS"),
    BodyName(name="Kommunstyrelsen", body="KS"),
    BodyName(name="KSAU", body="KSAU", parent="KS"),
    BodyName(name="Kommunstyrelsens arbetsutskott", body="KSAU", parent="KS"),
    BodyName(name="AU", body="KSAU", parent="KS"),
    BodyName(name="SAN", body="SAN"),
    BodyName(name="Social- och arbetsmarknadsnämnden", body="SAN"),
    BodyName(name="AU", body="SANAU", parent="SAN"),
    BodyName(name="SN", body="SN", valid_to=date(2014, 12, 31)),
)
PATTERNS = {
    "san": (NumberPattern("ÅÅ/ENHET/NR", handling="ÅÅ/ENHET/NR-HNR"),),
    "uppsala": (NumberPattern("ENHET-ÅÅÅÅ-NR"),),
    "göteborg": (
        NumberPattern("NR/ÅÅ", valid_to=date(2022, 12, 31)),
        NumberPattern("ENHET-ÅÅÅÅ-NR", valid_from=date(2023, 1, 1)),
    ),
    "tyresö": (NumberPattern("ÅÅÅÅ/ENHET NR PLAN"), NumberPattern("ÅÅÅÅ/ENHET NR")),
    "inga": (),
}
TITLES = ("Sammanställning från 2022", "Tjänsteskrivelse internkontroll")
USUAL = Context(body="SAN", day=DAY, names=Names.of(BODIES), patterns=PATTERNS["san"], attachments=TITLES)


@dataclass(frozen=True)
class Case:
    """A text and what must be found in it."""

    id: str
    text: str
    links: tuple[str, ...]
    left_alone: tuple[str, ...]
    context: Context


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(GOLDEN.glob("*.txt")):
        for index, block in enumerate(path.read_text("utf-8").removesuffix("\n").split("\n----\n"), start=1):
            yield read_case(f"{path.stem}-{index}", block)


def read_case(name: str, block: str) -> Case:
    """One case; raises ValueError when a line of it is not of the form that the module describes."""
    lines = block.split("\n")
    context = USUAL
    if lines[0].startswith("@"):
        context = read_context(lines.pop(0)[1:].split())
    separator = len(lines) - 1 - lines[::-1].index("")
    expected = lines[separator + 1 :]
    if any(" -> " not in line for line in expected):
        raise ValueError(f"{name}: raderna sist ska ha formen `text -> mål`")
    left_alone = tuple(line for line in expected if line.endswith(")") and " -> (" in line)
    return Case(
        id=name,
        text="\n".join(lines[:separator]),
        links=tuple(line for line in expected if line not in left_alone),
        left_alone=left_alone,
        context=context,
    )


def read_context(words: list[str]) -> Context:
    """What an `@` line says."""
    context = USUAL
    for word in words:
        key, _, value = word.partition("=")
        if not value:
            context = replace(context, day=date.fromisoformat(word))
        elif key == "organ":
            own = () if any(name.body == value for name in BODIES) else (BodyName(name=value, body=value),)
            context = replace(context, body=value, names=Names.of((*BODIES, *own)))
        elif key == "slag":
            context = replace(context, kind=TextKind(value))
        elif key == "nummer":
            context = replace(context, patterns=PATTERNS[value])
        elif key == "al":
            context = replace(context, statutes={"AL": value})
        else:
            raise ValueError(word)
    return context
