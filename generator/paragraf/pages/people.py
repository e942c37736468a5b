"""Who was there, in words that a reader understands; per § where the minutes say so."""

from collections.abc import Sequence
from typing import Any

from paragraf.ids import ParagraphNumber
from paragraf.model import AttendanceGroup, Attendee, Meeting, ParagraphSet
from paragraf.pages.place import Place
from paragraf.pages.words import when


def groups_view(
    place: Place, groups: Sequence[AttendanceGroup], number: ParagraphNumber | None = None
) -> list[dict[str, Any]]:
    """The groups of an attendance with their people; with `number` only who was there at that §."""
    found = []
    for group in groups:
        there = (person for person in group.people if number is None or was_at(person, number))
        people = [person_view(person, number, person_href(place, person.name, person.party)) for person in there]
        if people:
            found.append({"label": _capitalised(group.label), "people": people})
    return found


def was_at(person: Attendee, number: ParagraphNumber) -> bool:
    """Whether someone was there at a §, in part or whole."""
    return person.paragraphs is None or person.paragraphs.covers(number)


def person_href(place: Place, name: str, party: str | None) -> str:
    """The page of whom a name in a meeting's document means; empty when it is nobody elected, or uncertain."""
    if place.meeting is None:
        return ""
    found = place.index.people.find(name, party, place.meeting.body, place.meeting.date)
    return place.to(f"{found.path}/") if found else ""


def person_view(person: Attendee, number: ParagraphNumber | None = None, href: str = "") -> dict[str, str]:
    """Name, party and what else is to be said: ordförande, ersätter Inga Exempel (C), på distans, § 44–49."""
    notes = [person.role or ""]
    if person.serves_for:
        party = f" ({person.serves_for_party})" if person.serves_for_party else ""
        notes.append(f"ersätter {person.serves_for}{party}")
    notes.append("deltog på distans" if person.remote else "")
    if person.paragraphs and number is None:
        notes.append(paragraphs_text(person.paragraphs))
    elif person.paragraphs and person.paragraphs.partly:
        notes.append("del av paragrafen")
    return {"name": person.name, "party": person.party or "", "note": ", ".join(filter(None, notes)), "href": href}


def adjustments_view(place: Place, meeting: Meeting) -> list[dict[str, Any]]:
    """Who certified which §§, when, and where the minutes are kept (KL 8:12)."""
    return [
        {
            "paragraphs": paragraphs_text(one.paragraphs) if one.paragraphs else "alla paragrafer",
            "adjusted": when(one.adjusted) if one.adjusted else None,
            "announced": when(one.announced) if one.announced else None,
            "adjusters": [
                person_view(person, href=person_href(place, person.name, person.party)) for person in one.adjusters
            ],
            "kept": one.place,
        }
        for one in meeting.adjustments
    ]


def paragraphs_text(paragraphs: ParagraphSet) -> str:
    """§ 45 · §§ 44–49, 51 · ej § 40 · del av § 9 · övriga paragrafer"""
    if paragraphs.rest:
        return "övriga paragrafer"
    several = len(paragraphs.ranges) > 1 or any(first != last for first, last in paragraphs.ranges)
    numbers = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in paragraphs.ranges)
    before = ("ej " if paragraphs.excluded else "") + ("del av " if paragraphs.partly else "")
    return f"{before}{'§§' if several else '§'}\u00a0{numbers}"


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]
