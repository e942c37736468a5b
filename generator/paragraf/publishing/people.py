"""The elected members that the public is told of, and whom a name means where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from paragraf.archive import Attendance, Person, elected
from paragraf.ids import nfc
from paragraf.publishing.public import PublicArchive


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Everybody who is elected, with a way to find them by name."""

    all: tuple[Person, ...] = ()
    """Sorted by slug. Nobody who is protected: what is gathered about an alias would tell whose it is."""
    by_name: Mapping[str, tuple[Person, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """The name in small letters -> those who bear it."""

    def find(self, name: str, party: str | None, body: str, day: date) -> Person | None:
        """Whom a name means in a document of a body on a day; None when it is nobody elected, or uncertain.

        With a party it is the one who has borne it. Without it is the one who sits in the body that day, or whom its
        attendance that day was counted to.
        """
        bearers = self.by_name.get(_key(name), ())
        if party is not None:
            meant = [one for one in bearers if party in one.parties]
        else:
            meant = [one for one in bearers if _is_there(one, body, day)]
        return meant[0] if len(meant) == 1 else None


def public_people(public: PublicArchive) -> People:
    """The elected members of the public archive, those apart whose names are protected."""
    aliases = [f" {_key(alias)} " for alias in public.aliases]
    found = tuple(
        one for one in elected(public.archive) if not any(alias in f" {_key(one.name)} " for alias in aliases)
    )
    by_name: dict[str, tuple[Person, ...]] = {}
    for one in found:
        by_name[_key(one.name)] = (*by_name.get(_key(one.name), ()), one)
    return People(all=found, by_name=MappingProxyType(by_name))


def _is_there(person: Person, body: str, day: date) -> bool:
    if any(one.body == body and one.holds(day) for one in person.memberships):
        return True
    return any(_at(one, body, day) for one in person.attendance)


def _at(one: Attendance, body: str, day: date) -> bool:
    return one.meeting_id.body == body and one.meeting_id.date == day and one.party is None


def _key(name: str) -> str:
    return " ".join(nfc(name).casefold().split())
