"""The municipality: its bodies, people, numbers and words. What organisation.yml says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from paragraf.ids import NumberPattern, slugify


class BodyKind(StrEnum):
    """What sort of body it is; decides whether its decisions are proposals to another body."""

    COUNCIL = "fullmäktige"
    BOARD = "styrelse"
    COMMITTEE = "nämnd"
    SUBCOMMITTEE = "utskott"


def holds(valid_from: date | None, valid_to: date | None, day: date) -> bool:
    """Whether a period (None: open end) includes a day."""
    return (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """Another name or abbreviation of a body."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A person's mandate in a body."""

    name: str
    party: str | None = None
    """Party code without parentheses."""
    role: str = "ledamot"
    """ordförande, vice ordförande, ledamot, ersättare…"""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What a body has decided about its own documents."""

    call_days: int | None = None
    """Days before a meeting when the agenda must be out (fullmäktige: 7, KL 5:13); None: not decided."""
    adjustment_days: int = 14
    """Days after a meeting when minutes must be adjusted (KL 5:69)."""
    unadjusted_visible: bool = False
    """True: minutes that are not adjusted are shown too, marked so on every page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """An organ: fullmäktige, styrelse, nämnd or utskott."""

    code: str
    """SAN."""
    name: str
    """Full name: Social- och arbetsmarknadsnämnden."""
    kind: BodyKind = BodyKind.COMMITTEE
    aliases: tuple[Alias, ...] = ()
    parent: str | None = None
    """Code of the body that this one prepares for or stands under."""
    task: str = ""
    """What it answers for, in a sentence or two."""
    members: tuple[Term, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    published: bool = True
    """False: the body's meetings are never on the site."""
    rules: Rules = Rules()
    statutes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Abbreviations that mean another law here: AL -> 2010:1622."""

    @property
    def slug(self) -> str:
        """Folder in content/ and address on the site."""
        return slugify(self.code)

    @property
    def is_preparing(self) -> bool:
        """Whether its decisions are proposals to its parent."""
        return self.kind is BodyKind.SUBCOMMITTEE

    def members_on(self, day: date) -> tuple[Term, ...]:
        """Who has a mandate on a day, substitutes among them."""
        return tuple(term for term in self.members if holds(term.valid_from, term.valid_to, day))


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture beside organisation.yml, as it was when it was read."""

    path: str
    """File name: vapen.png."""
    size: int
    """In bytes."""
    sha256: str
    width: int
    """In pixels."""
    height: int
    """In pixels."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """How the municipality is reached; an empty text for what it does not say."""

    phone: str = ""
    email: str = ""
    visit: str = ""
    """Where one can go."""
    post: str = ""
    """Where one can write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A party and how long it went by that name."""

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A named address that the site points to."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ProtectedPerson:
    """Someone whose name must never be published (OSL 21:3; the author chooses the alias)."""

    name: str
    alias: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """A municipality, region or kommunalförbund."""

    name: str
    kind: str = "kommun"
    """kommun, region or kommunalförbund."""
    bodies: tuple[Body, ...] = ()
    number_patterns: tuple[NumberPattern, ...] = ()
    parties: tuple[Party, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Abbreviation -> what it means."""
    links: tuple[Link, ...] = ()
    """Shown at the foot of every page."""
    protected: tuple[ProtectedPerson, ...] = ()
    license: str = ""
    """Terms of the open data, a key of vocabulary.licenses.LICENSES; empty: the usual one."""
    pdf: str = ""
    """What becomes PDF when the site is built: dokument (agendas and minutes), allt (extracts too); else nothing."""
    archive_start: date | None = None
    """`publiceras från`: meetings before this day are not on the site and references to them no problems."""
    registrar: str = ""
    """E-mail address where a document can be requested."""
    notice_board: str = ""
    """Address of the official notice board (KL 8:9); empty: this site's /anslag/ is all there is."""
    statute_url: str = ""
    """Template for addresses of statutes; empty: the built-in one."""
    colour: str = ""
    """The municipality's own colour, #rrggbb."""
    arms: Picture | None = None
    """The coat of arms, at the head of every page."""
    contact: Contact = Contact()
    address: str = ""
    """The public address of the site, https://…/; for canonical links and feeds."""

    def body(self, code: str) -> Body | None:
        """The body with this code, or None."""
        return next((body for body in self.bodies if body.code == code), None)

    def find_body(self, word: str, day: date) -> Body | None:
        """The body that a code, name or alias (in any case) meant on a day, or None."""
        wanted = word.casefold()
        for body in self.bodies:
            if wanted in (body.code.casefold(), body.name.casefold(), body.slug):
                return body
        for body in self.bodies:
            if any(a.name.casefold() == wanted and holds(a.valid_from, a.valid_to, day) for a in body.aliases):
                return body
        return None
