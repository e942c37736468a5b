"""What a text must be read against: whose it is, of which day, and what the municipality calls things."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

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


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every body, looked up in any case."""

    by_form: Mapping[str, tuple[BodyName, ...]]
    """Lower-case name -> the bodies that it has meant."""
    longest: int
    """Number of words in the longest name."""

    @classmethod
    def of(cls, names: Iterable[BodyName]) -> "Names":
        """An index over names; the order of bodies with the same name is kept."""
        found: dict[str, tuple[BodyName, ...]] = {}
        for name in names:
            found[_form(name.name)] = (*found.get(_form(name.name), ()), name)
        return cls(MappingProxyType(found), max((len(form.split()) for form in found), default=0))

    def of_body(self, body: str) -> tuple[str, ...]:
        """Every name that a body has had, in lower case."""
        return tuple(form for form, names in self.by_form.items() if any(name.body == body for name in names))

    def has_been(self, words: str) -> bool:
        """Whether some body had this name on some day."""
        return _form(words).rstrip(".,;") in self.by_form


def _form(words: str) -> str:
    return " ".join(words.casefold().split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """Everything outside the text itself that decides what its references mean."""

    body: str
    """Code of the body whose text it is."""
    day: date
    """Day of the meeting: statutes, names and number patterns are taken as of that day."""
    kind: TextKind = TextKind.ITEM
    names: Names = field(default_factory=lambda: Names.of(()))
    patterns: tuple[NumberPattern, ...] = ()
    """Empty: the built-in forms of case numbers are tried."""
    statutes: Mapping[str, str] = field(default_factory=lambda: NO_OVERRIDES)
    """Abbreviations that mean another statute here: AL -> 2010:1622."""
    addresses: LawAddresses = field(default_factory=LawAddresses)
    attachments: tuple[str, ...] = ()
    """Titles of the meeting's attachments, as references can name them."""

    @property
    def year(self) -> int:
        """The year whose § series a bare § belongs to."""
        return self.day.year


def body_names(organisation: Organisation, own: str = "") -> Names:
    """The names of an organisation's bodies: code, full name, and aliases with their periods.

    `own` is a body that has a name even where no organisation knows it.
    """
    found = [BodyName(name=own, body=own)] if own and organisation.body(own) is None else []
    for body in organisation.bodies:
        for name in dict.fromkeys((body.code, body.name)):
            found.append(BodyName(name=name, body=body.code, parent=body.parent))
        for alias in body.aliases:
            period = {"valid_from": alias.valid_from, "valid_to": alias.valid_to}
            found.append(BodyName(name=alias.name, body=body.code, parent=body.parent, **period))
    return Names.of(found)


def context_of(
    organisation: Organisation,
    body: str,
    day: date,
    *,
    kind: TextKind = TextKind.ITEM,
    names: Names | None = None,
    attachments: Iterable[str] = (),
) -> Context:
    """The context of a text of a body's meeting; `names` saves reading them from the organisation every time."""
    own = organisation.body(body)
    return Context(
        body=body,
        day=day,
        kind=kind,
        names=names or body_names(organisation, body),
        patterns=organisation.number_patterns,
        statutes=own.statutes if own else NO_OVERRIDES,
        addresses=LawAddresses(statute=organisation.statute_url) if organisation.statute_url else LawAddresses(),
        attachments=tuple(attachments),
    )


def bodies_named(words: str, context: Context, day: date | None = None) -> tuple[BodyName, ...]:
    """The bodies that words meant on a day, else that of the text: any case, genitive s or not; several for "AU"."""
    form = _form(words)
    for wanted in (form, form.removesuffix(":s"), form.removesuffix("s")):
        known = context.names.by_form.get(wanted, ())
        current = tuple(name for name in known if holds(name.valid_from, name.valid_to, day or context.day))
        if current:
            return tuple({name.body: name for name in current}.values())
    return ()


def choose_body(candidates: tuple[BodyName, ...], near: str) -> str | None:
    """The one body that a name can mean next to the body `near`: itself or its subcommittee; None when unclear."""
    if len(candidates) == 1:
        return candidates[0].body
    itself = [name.body for name in candidates if name.body == near]
    below = [name.body for name in candidates if name.parent == near]
    chosen = itself or below
    return chosen[0] if len(chosen) == 1 else None
