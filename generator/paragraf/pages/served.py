"""Who served on one §, and who of the members did not: jäv, absence for a while, a substitute in their place."""

from typing import Any

from paragraf.archive import Located
from paragraf.model import Attendee
from paragraf.model.derived import votes
from paragraf.pages.people import groups_view, person_href, was_at
from paragraf.pages.place import Place
from paragraf.vocabulary.attendance import decides, is_substitute


def served_view(place: Place, located: Located) -> dict[str, Any] | None:
    """`groups` of those who were there, and `absent`; None when the minutes say nothing."""
    groups = groups_view(place, located.meeting.attendance or (), located.paragraph.number)
    return {"groups": groups, "absent": _absent(place, located)} if groups else None


def _absent(place: Place, located: Located) -> list[dict[str, str]]:
    """Members who did not take part, though they did in other §§ or had somebody in their place.

    Only what the minutes say: one who is named neither among those present nor as replaced is unknown here.
    """
    number = located.paragraph.number
    deciding = [group for group in located.meeting.attendance or () if decides(group.label)]
    if number is None:
        return []
    here = [person for group in deciding for person in group.people if was_at(person, number)]
    present = {person.name for person in here}
    stand_ins = {person.serves_for: person for person in here if person.serves_for}
    members = (person for group in deciding if not is_substitute(group.label) for person in group.people)
    gone = {person.name: person.party or "" for person in members if _is_member(person)}
    gone |= {person.serves_for: person.serves_for_party or "" for person in here if person.serves_for}
    disqualified = _disqualified(located)
    return [
        {
            "name": name,
            "party": party,
            "note": _why(name, disqualified, stand_ins.get(name)),
            "href": person_href(place, name, party or None),
        }
        for name, party in gone.items()
        if name not in present
    ]


def _why(name: str, disqualified: set[str], stand_in: Attendee | None) -> str:
    why = ["på grund av jäv" if any(name in text for text in disqualified) else ""]
    if stand_in:
        party = f" ({stand_in.party})" if stand_in.party else ""
        why.append(f"ersattes av {stand_in.name}{party}")
    return ", ".join(filter(None, why))


def _is_member(person: Attendee) -> bool:
    """Not someone who only came in a member's place."""
    return not person.serves_for and not is_substitute(person.role or "")


def _disqualified(located: Located) -> set[str]:
    """Names of those with jäv in votes, and the texts of sections about it."""
    voted = {ballot.name for vote in votes(located.item) for ballot in vote.ballots if ballot.vote == "jäv"}
    return voted | {section.text for section in located.item.sections if section.kind == "jav"}
