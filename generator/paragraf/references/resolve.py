"""From what a reference means to its address in an archive, whole or public. Nothing outside the archive is known."""

import re
from dataclasses import dataclass
from datetime import date

from paragraf.archive import Archive, Attachment
from paragraf.ids import MeetingId, ParagraphId, slugify
from paragraf.references.targets import AttachmentTarget, CaseTarget, Excused, ParagraphTarget, Target

BEFORE_THE_ARCHIVE = Excused(reason="före arkivets början")
NOT_PUBLISHED = Excused(reason="organet publiceras inte")
_YEAR = re.compile(r"(?<!\d)(?P<long>(?:19|20)\d\d)(?!\d)|^(?P<short>\d\d)(?!\d)|/(?P<last>\d\d)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolver:
    """Answers for the references of one meeting's texts."""

    archive: Archive
    meeting: MeetingId
    """Whose texts refer: its attachments are meant, and it can refer to no later meeting."""

    def address(self, target: Target) -> str | Excused | None:
        """The address from the root of the site: /san/2023-04-26/p45/. None: there should be one, and there is none."""
        if isinstance(target, ParagraphTarget):
            return self._paragraph(target)
        if isinstance(target, CaseTarget):
            return self._case(target)
        return self._attachment(target) if isinstance(target, AttachmentTarget) else None

    def _paragraph(self, target: ParagraphTarget) -> str | Excused | None:
        body = self.archive.organisation.body(target.id.body)
        if body and not body.published:
            return NOT_PUBLISHED
        found = self.archive.paragraph_by_id.get(target.id)
        if found is None:
            return BEFORE_THE_ARCHIVE if self._is_older(target.id, target.day) else None
        held = found.meeting_id.date
        if held > self.meeting.date or (target.day is not None and target.day != held):
            return None
        return f"/{found.ref.path}/"

    def _is_older(self, id: ParagraphId, day: date | None) -> bool:
        """Whether a § that is not there comes from before the archive; in its first year the numbers tell."""
        start = self.archive.organisation.archive_start
        if start is None:
            return False
        if day is not None:
            return day < start
        if id.year != start.year:
            return id.year < start.year
        meetings = self.archive.by_year.get((id.body, id.year), ())
        known = [p.number for one in meetings if one.minutes for p in one.minutes.paragraphs if p.number]
        return not known or id.number < min(known)

    def _case(self, target: CaseTarget) -> str | Excused | None:
        if found := self.archive.cases.get(target.key):
            return f"/{found.path}/"
        start = self.archive.organisation.archive_start
        stated = _YEAR.search(target.key)
        if start is None or stated is None:
            return None
        year = int(stated["long"] or f"{start.year // 100}{stated['short'] or stated['last']}")
        return BEFORE_THE_ARCHIVE if year < start.year else None

    def _attachment(self, target: AttachmentTarget) -> str | None:
        own = self.archive.index_by_id[self.meeting].attachments
        found = [one for one in own if _is_called(one, target)]
        here = [one for one in found if one.file is not None]
        chosen = here or found
        return f"/{chosen[0].path}/" if len(chosen) == 1 else None


def _is_called(attachment: Attachment, target: AttachmentTarget) -> bool:
    if target.title:
        return attachment.title.casefold() == target.title.casefold()
    return f"{slugify(attachment.title)}-".startswith(f"bilaga-{target.number}-")
