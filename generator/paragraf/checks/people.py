"""Who voted and served, and for which party."""

import re
from collections.abc import Iterator, Sequence

from paragraf.archive import Archive
from paragraf.checks.texts import facts_path, groups_of
from paragraf.ids import ParagraphNumber
from paragraf.model import AuthorPage, Meeting, Organisation, Paragraph, holds
from paragraf.model.derived import Vote, votes
from paragraf.problems import Problem, problem

_COUNT = re.compile(
    r"(?P<ja>\d+)\s+(?:st\s+)?ja(?:-röster)?\b[^.\d]{1,20}?(?P<nej>\d+)\s+(?:st\s+)?nej(?:-röster)?\b", re.IGNORECASE
)
_DID_NOT_VOTE = ("frånvarande", "jäv")
_NO_PARTY = ("-", "–", "")


def voters_served(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """Whoever voted on a § served on it (KL 5:67, 6:35)."""
    for meeting, paragraph, vote in _votes(archive):
        served = _served(meeting, paragraph.number) if paragraph.number else None
        if served is None:
            continue
        for ballot in vote.ballots:
            if ballot.vote.casefold() in _DID_NOT_VOTE or _plain(ballot.name) in served:
                continue
            message = f"{ballot.name} röstade, men tjänstgjorde inte på § {paragraph.number} enligt mote.yml."
            yield problem("röst-utan-tjänst", paragraph.source.path, vote.line, message)


def votes_once(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """Nobody stands twice in a vote."""
    for _, paragraph, vote in _votes(archive):
        seen: set[tuple[str, str | None]] = set()
        for ballot in vote.ballots:
            voter = (_plain(ballot.name), ballot.party)
            if voter in seen:
                message = f"{ballot.name} står två gånger i omröstningen."
                yield problem("dubbel-röst", paragraph.source.path, vote.line, message)
            seen.add(voter)


def vote_counts(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """Numbers of votes that the text states are those of the table (KL 5:55)."""
    for meeting in archive.meetings:
        for paragraph in meeting.minutes.paragraphs if meeting.minutes else ():
            counted = [vote for vote in votes(paragraph) if vote.ballots]
            if len(counted) != 1:
                continue
            vote = counted[0]
            for section in paragraph.sections:
                for match in _COUNT.finditer(section.text):  # the first one that is wrong is enough
                    stated = (int(match["ja"]), int(match["nej"]))
                    found = (vote.count("ja"), vote.count("nej"))
                    if stated != found:
                        message = (
                            f"Texten säger {stated[0]} ja och {stated[1]} nej, "
                            f"men tabellen har {found[0]} ja och {found[1]} nej."
                        )
                        line = section.text_line + section.text.count("\n", 0, match.start())
                        yield problem("rösträkning", paragraph.source.path, line, message)
                        break


def known_parties(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A party is one that organisation.yml has, and had on the day of the meeting."""
    if not archive.organisation.parties:
        return
    for meeting in archive.meetings:
        adjusters = [person for one in meeting.adjustments for person in one.adjusters]
        people = [*(person for group in groups_of(meeting) for person in group.people), *adjusters]
        named = {code for person in people for code in (person.party, person.serves_for_party) if code}
        for code in sorted(named):
            yield from _party(archive.organisation, code, meeting, facts_path(meeting), 0)
        for paragraph in meeting.minutes.paragraphs if meeting.minutes else ():
            for vote in votes(paragraph):
                for code in sorted({ballot.party for ballot in vote.ballots if ballot.party} - named):
                    yield from _party(archive.organisation, code, meeting, paragraph.source.path, vote.line)


def _party(organisation: Organisation, code: str, meeting: Meeting, path: str, line: int) -> Iterator[Problem]:
    if code in _NO_PARTY:
        return
    same = [one for one in organisation.parties if one.code.casefold() == code.casefold()]
    if any(holds(one.valid_from, one.valid_to, meeting.id.date) for one in same):
        return
    message = f"Partiet ”{code}” finns inte i organisation.yml."
    if same:
        message = f"Partiet ”{code}” fanns inte {meeting.id.date} enligt organisation.yml."
    known = [one.code for one in organisation.parties if holds(one.valid_from, one.valid_to, meeting.id.date)]
    yield problem("okänt-parti", path, line, message, f"Där finns: {', '.join(known)}." if known else "")


def _votes(archive: Archive) -> Iterator[tuple[Meeting, Paragraph, Vote]]:
    for meeting in archive.meetings:
        for paragraph in meeting.minutes.paragraphs if meeting.minutes else ():
            for vote in votes(paragraph):
                yield meeting, paragraph, vote


def _served(meeting: Meeting, number: ParagraphNumber) -> set[str] | None:
    """Names of those who served on a §; None when the attendance does not tell."""
    groups = [group for group in meeting.attendance or () if _is_serving(group.label)]
    if not groups:
        return None
    return {
        _plain(person.name)
        for group in groups
        for person in group.people
        if person.paragraphs is None or person.paragraphs.partly or person.paragraphs.covers(number)
    }


def _is_serving(label: str) -> bool:
    """Whether a group's label says that its people decide: Beslutande, Tjänstgörande ersättare, Ledamöter."""
    words = label.casefold()
    if re.match(r"(?:ej|icke|inte)\b", words):
        return False
    return bool(re.search(r"beslutande|tjänstgörande|ledamöter", words)) and "ej tjänstgörande" not in words


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
