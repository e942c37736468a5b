"""What a text must be read against: whose it is, of which day, and what the municipality calls things."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache

from paragraf.ids import NumberPattern
from paragraf.model import Organisation, holds
from paragraf.references.addresses import LawAddresses
from paragraf.vocabulary.statutes import NO_OVERRIDES


class TextKind(Enum):
    """What a bare § means in a text."""

    ITEM = "punkt eller paragraf"
    """The body's own § of that year."""
    ATTACHMENT = "bilaga"
    """Anybody's: never ours."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyName:
    """One name, code or alias of a body."""

    name: str
    body: str
    """Code of the body."""
    parent: str | None = None
    """Code of the body's parent: tells one AU from another."""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """Everything outside the text itself that decides what its references mean."""

    body: str
    """Code of the body whose text it is."""
    day: date
    """Day of the meeting: statutes, names and number patterns are taken as of that day."""
    kind: TextKind = TextKind.ITEM
    names: tuple[BodyName, ...] = ()
    patterns: tuple[NumberPattern, ...] = ()
    """Empty: the built-in forms of case numbers are tried."""
    statutes: Mapping[str, str] = field(default_factory=lambda: NO_OVERRIDES)
    """Abbreviations that mean another statute here: AL -> 2010:1622."""
    addresses: LawAddresses = field(default_factory=LawAddresses)
    attachments: tuple[str, ...] = ()
    """Titles of the meeting's public attachments, as references can name them."""

    @property
    def year(self) -> int:
        """The year whose § series a bare § belongs to."""
        return self.day.year


def body_names(organisation: Organisation) -> tuple[BodyName, ...]:
    """Every name of every body of an organisation: code, full name, aliases with their periods."""
    found: list[BodyName] = []
    for body in organisation.bodies:
        always = (body.code, body.name)
        found += [BodyName(name=name, body=body.code, parent=body.parent) for name in dict.fromkeys(always)]
        found += [
            BodyName(
                name=alias.name,
                body=body.code,
                parent=body.parent,
                valid_from=alias.valid_from,
                valid_to=alias.valid_to,
            )
            for alias in body.aliases
        ]
    return tuple(found)


def context_of(
    organisation: Organisation | None,
    body: str,
    day: date,
    *,
    kind: TextKind = TextKind.ITEM,
    attachments: Iterable[str] = (),
) -> Context:
    """The context of a text of a body's meeting; without an organisation only the body's own name is known."""
    if organisation is None:
        names = (BodyName(name=body, body=body),)
        return Context(body=body, day=day, kind=kind, names=names, attachments=tuple(attachments))
    own = organisation.body(body)
    return Context(
        body=body,
        day=day,
        kind=kind,
        names=body_names(organisation),
        patterns=organisation.number_patterns,
        statutes=own.statutes if own else NO_OVERRIDES,
        addresses=LawAddresses(statute=organisation.statute_url) if organisation.statute_url else LawAddresses(),
        attachments=tuple(attachments),
    )


@lru_cache(maxsize=256)
def _index(names: tuple[BodyName, ...]) -> Mapping[str, tuple[BodyName, ...]]:
    found: dict[str, tuple[BodyName, ...]] = {}
    for name in names:
        key = " ".join(name.name.casefold().split())
        found[key] = (*found.get(key, ()), name)
    return found


def bodies_named(words: str, context: Context) -> tuple[BodyName, ...]:
    """The bodies that words meant on the day of the text: any case, genitive s or not; several for "AU"."""
    key = " ".join(words.casefold().split())
    index = _index(context.names)
    for form in (key, key.removesuffix(":s"), key.removesuffix("s")):
        current = tuple(n for n in index.get(form, ()) if holds(n.valid_from, n.valid_to, context.day))
        if current:
            return tuple({name.body: name for name in current}.values())
    return ()


def longest_name(context: Context) -> int:
    """Number of words in the longest name of a body."""
    return max((len(key.split()) for key in _index(context.names)), default=0)


def choose_body(candidates: tuple[BodyName, ...], near: str) -> str | None:
    """The one body that a name can mean next to the body `near`: itself or its subcommittee; None when unclear."""
    if len(candidates) == 1:
        return candidates[0].body
    itself = [name.body for name in candidates if name.body == near]
    below = [name.body for name in candidates if name.parent == near]
    chosen = itself or below
    return chosen[0] if len(chosen) == 1 else None
