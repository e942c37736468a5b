"""Cross-links in two passes: find every reference in a text, then link those whose target has an address."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from paragraf.references import attachments, cases, dates, paragraphs, preparatory, statutes
from paragraf.references.context import Context
from paragraf.references.grammar import without
from paragraf.references.targets import Excused, Foreign, Reference, SeriesTarget, StatuteTarget, Target
from paragraf.references.text import protected

Family = Callable[[str, Context], Iterator[Reference]]
Resolve = Callable[[Target], str | Excused | None]

FAMILIES: tuple[Family, ...] = (
    statutes.find,  # 9 § 3 LSS: before paragraphs, which would read "§ 3"
    preparatory.find,  # HSLF-FS 2016:40: before cases
    paragraphs.find,  # Kommunstyrelsen 2014-03-05, § 25: with its date, so before dates
    dates.find,  # 2018-10-02: before cases
    cases.find,
    paragraphs.find_unsigned,  # KF 59: what is left when KF 02-59 107 is taken
    attachments.find,
)
"""The most specific first: what one family takes, no later one sees."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A reference that became a link."""

    reference: Reference
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """A text with its references linked."""

    text: str
    links: tuple[Link, ...] = ()
    unresolved: tuple[Reference, ...] = ()
    """References to something of ours that is not there, for a problem each; `start` is the offset in the source."""


def find(text: str, context: Context) -> tuple[Reference, ...]:
    """Every reference in a Markdown text, in its order, those that are recognised as nobody's (Foreign) included."""
    found: list[Reference] = []
    rest = without(text, protected(text))
    for family in FAMILIES:
        taken = sorted(family(rest, context), key=lambda reference: reference.start)
        found += taken
        rest = without(rest, ((reference.start, reference.end) for reference in taken))
    return tuple(sorted(found, key=lambda reference: reference.start))


def link(text: str, context: Context, resolve: Resolve) -> Linked:
    """The text with Markdown links for what can be resolved.

    `resolve` gives the address of a case, a § or an attachment, Excused when it cannot be on the site and need not be,
    or None; statutes and series have the addresses of the context. What is not linked stays as it was written.
    """
    parts: list[str] = []
    links: list[Link] = []
    unresolved: list[Reference] = []
    position = 0
    for reference in find(text, context):
        address = _address(reference.target, context, resolve)
        if isinstance(address, str) and _can_hold_link(text, reference):
            parts += [text[position : reference.start], f"[{reference.text}]({_escaped(address)})"]
            position = reference.end
            links.append(Link(reference=reference, address=address))
        elif address is None and reference.sure and not isinstance(reference.target, Foreign):
            unresolved.append(reference)
    parts.append(text[position:])
    return Linked(text="".join(parts), links=tuple(links), unresolved=tuple(unresolved))


def _address(target: Target, context: Context, resolve: Resolve) -> str | Excused | None:
    if isinstance(target, StatuteTarget | SeriesTarget):
        return context.addresses.of(target)
    return None if isinstance(target, Foreign) else resolve(target)


def _can_hold_link(text: str, reference: Reference) -> bool:
    """Not where Markdown would read the bracket as something else: after a backslash, "!" or another bracket."""
    return not text[max(0, reference.start - 1) : reference.start].endswith(("\\", "!", "]"))


def _escaped(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
