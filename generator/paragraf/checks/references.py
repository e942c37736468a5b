"""References in the authors' own texts that lead nowhere: told with what they were read as, and what is near."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from paragraf.archive import Archive
from paragraf.checks.texts import has_text, is_closed, items
from paragraf.ids import ParagraphId
from paragraf.model import AuthorPage, Item, Meeting
from paragraf.problems import Problem, did_you_mean, problem
from paragraf.references import (
    AttachmentTarget,
    CaseTarget,
    Context,
    ParagraphTarget,
    Reference,
    Resolver,
    body_names,
    context_of,
    link,
)


def references_lead_somewhere(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A reference to a §, a case or an attachment has a target, unless that is older than the archive or hidden."""
    names = body_names(archive.organisation)
    for meeting in archive.meetings:
        if is_closed(archive.organisation, meeting):
            continue
        resolver = Resolver(archive=archive, meeting=meeting.id)
        titles = dict.fromkeys(one.title for one in archive.index_by_id[meeting.id].attachments)
        known = names if archive.organisation.body(meeting.id.body) else None
        context = context_of(archive.organisation, meeting.id.body, meeting.id.date, names=known, attachments=titles)
        for item in items(meeting):
            if has_text(meeting, item):
                yield from _item(meeting, item, context, resolver)


def _item(meeting: Meeting, item: Item, context: Context, resolver: Resolver) -> Iterator[Problem]:
    texts = [(item.text, item.text_line), *((section.text, section.text_line) for section in item.sections)]
    for text, line in texts:
        for reference in link(text, context, resolver.address).unresolved:
            below = text.count("\n", 0, reference.start)
            message = f"”{' '.join(reference.text.split())}” {_reading(reference)}, så hänvisningen länkas inte."
            suggestion = _near(reference, resolver)
            yield problem("olöst-hänvisning", item.source.path, line + below, message, suggestion)


def _reading(reference: Reference) -> str:
    """What the reference was read as, and that it is missing."""
    target = reference.target
    if isinstance(target, ParagraphTarget):
        day = f" från {target.day.isoformat()}" if target.day else ""
        return f"läses som {target.id}{day}, som inte finns i innehållet"
    if isinstance(target, CaseTarget):
        return f"läses som ärendet {target.key}, som inte finns i innehållet"
    return "läses som en bilaga till sammanträdet, men ingen heter så"


def _near(reference: Reference, resolver: Resolver) -> str:
    """What may have been meant: the § of that number on another day or in the year before, a title like it."""
    target = reference.target
    if isinstance(target, ParagraphTarget):
        return _near_paragraph(target, resolver)
    if isinstance(target, AttachmentTarget):
        titles = [one.title for one in resolver.archive.index_by_id[resolver.meeting].attachments]
        return did_you_mean(target.title or f"Bilaga {target.number}", titles)
    return ""


def _near_paragraph(target: ParagraphTarget, resolver: Resolver) -> str:
    same = resolver.archive.paragraph_by_id.get(target.id)
    if same:
        return f"{target.id} är från {same.meeting_id.date.isoformat()}."
    before = ParagraphId(target.id.body, target.id.year - 1, target.id.number)
    earlier = replace(target, id=before, day=None)
    return f"Menade du {before}?" if isinstance(resolver.address(earlier), str) else ""
