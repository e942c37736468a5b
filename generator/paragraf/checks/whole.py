"""What one meeting says of others: moved meetings, cases that belong together; and files that nobody names."""

import re
from collections.abc import Iterator, Sequence

from paragraf.archive import Archive
from paragraf.checks.texts import facts_path, items
from paragraf.model import AuthorPage
from paragraf.model.derived import attachments
from paragraf.problems import Problem, problem

_LINKED = re.compile(r"\]\(<?(bilagor/[^)>#\n]+)")


def moved_to_a_meeting(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A meeting that was moved has one of the same body to be moved to."""
    days = {(meeting.id.body, meeting.id.date) for meeting in archive.meetings}
    for meeting in archive.meetings:
        if meeting.moved_to and (meeting.id.body, meeting.moved_to) not in days:
            message = f"Flyttat till {meeting.moved_to}, men den dagen finns inget sammanträde med {meeting.id.body}."
            yield problem("okänt-möte", facts_path(meeting), 0, message)


def known_cases(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A case that belongs together with another one has been handled somewhere."""
    handled = {number.key for one in archive.item_by_ref.values() for number in one.item.case_numbers}
    for located in archive.item_by_ref.values():
        for number in located.item.related:
            if number.key not in handled:
                message = f"Ärendet ”{number.written}” som hör ihop finns inte i innehållet."
                yield problem("okänt-ärende", located.item.source.path, 0, message)


def unclaimed_files(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A file in bilagor/ is named by an item, or is the signed original."""
    for meeting in archive.meetings:
        claimed = {entry.file for item in items(meeting) for entry in attachments(item)}
        claimed |= {
            target.strip()
            for item in items(meeting)
            for text in (item.text, *(section.text for section in item.sections))
            if "bilagor/" in text
            for target in _LINKED.findall(text)
        }
        for file in meeting.files:
            if file.path not in claimed and file.path != meeting.original:
                message = "Ingen punkt eller paragraf hänvisar till filen, så den publiceras inte."
                path = f"{meeting.source.path}/{file.path}"
                yield problem("bilaga-utan-hänvisning", path, 0, message, "Länka till den, eller ta bort den.")
