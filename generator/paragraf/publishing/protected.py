"""Protected people (skyddade personer): in fields that hold names the author's alias stands instead.

Free text is left as it is: the plain name is looked for in the finished pages, and stops the build there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from paragraf.ids import nfc
from paragraf.model import AttendanceGroup, Attendee, Correction, Presenter, ProtectedPerson, Section, Term


class Aliases:
    """Puts aliases in place of names."""

    def __init__(self, people: Sequence[ProtectedPerson]) -> None:
        self._aliases = {_key(person.name): person.alias for person in people if person.name.strip()}
        names = sorted(self._aliases, key=len, reverse=True)
        words = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in names)
        self._pattern = re.compile(rf"(?<![\w-])(?P<name>{words})(?P<genitive>s?)(?![\w-])", re.IGNORECASE)

    def text(self, words: str) -> str:
        """The words with every protected name, in any case and also in genitive, replaced."""
        if not self._aliases:
            return words
        return self._pattern.sub(lambda found: self._aliases[_key(found["name"])] + found["genitive"], nfc(words))

    def attendee(self, one: Attendee) -> Attendee:
        """Someone who was called, took part or adjusts."""
        return replace(one, name=self.text(one.name), serves_for=one.serves_for and self.text(one.serves_for))

    def attendees(self, people: Sequence[Attendee]) -> tuple[Attendee, ...]:
        """Several of them."""
        return tuple(self.attendee(one) for one in people)

    def groups(self, groups: Sequence[AttendanceGroup]) -> tuple[AttendanceGroup, ...]:
        """People under their labels."""
        return tuple(replace(group, people=self.attendees(group.people)) for group in groups)

    def presenter(self, one: Presenter) -> Presenter:
        """Someone who presented an item."""
        return replace(one, name=self.text(one.name))

    def correction(self, one: Correction) -> Correction:
        """Who corrected; what the minutes said and say is free text."""
        return replace(one, by=self.text(one.by))

    def term(self, one: Term) -> Term:
        """A member of a body."""
        return replace(one, name=self.text(one.name))

    def section(self, one: Section) -> Section:
        """The rows of a vote's table; all other text is left."""
        if one.kind != "omrostning":
            return one
        lines = one.text.split("\n")
        return replace(
            one, text="\n".join(self.text(line) if line.lstrip().startswith("|") else line for line in lines)
        )


def _key(name: str) -> str:
    return " ".join(nfc(name).casefold().split())
