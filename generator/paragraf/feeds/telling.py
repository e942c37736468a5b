"""Happenings in words: the entries of feeds, and the lines of "nytt sedan sist"."""

from collections.abc import Callable, Iterator

from paragraf.archive import Located, Phase, is_proposal
from paragraf.feeds.atom import Entry, Row
from paragraf.ids import ParagraphNumber
from paragraf.model import Meeting, Paragraph, ParagraphSet
from paragraf.model.derived import decision, outcome
from paragraf.pages import words
from paragraf.pages.items import number_label
from paragraf.pages.people import paragraphs_text
from paragraf.publishing.happenings import Happened, Happening
from paragraf.publishing.outside import Document, bare_text
from paragraf.publishing.public import PublicArchive
from paragraf.publishing.status import concerns_appeal
from paragraf.vocabulary.items import OUTCOMES


def title_of(public: PublicArchive, title: str) -> str:
    """A title that says so when everything is shown."""
    return f"Utkast – {title}" if public.draft else title


def entry(public: PublicArchive, where: Document, one: Happening) -> Entry:
    """A happening as an entry of a feed."""
    return Entry(
        name=one.name,
        title=headline(public, one),
        day=one.day,
        href=where.to(address(one)),
        summary=SUMMARIES[one.kind](public, one),
        kind=one.kind.value,
        author=body_name(public, one.meeting),
        rows=tuple(_row(public, where, item) for item in one.items) if one.kind in _LISTING else (),
    )


def case_entries(public: PublicArchive, where: Document, one: Happening, key: str) -> Iterator[Entry]:
    """What a happening means for one case: an entry for each of its items."""
    if one.kind is Happened.NOTICE:
        return
    for item in one.items:
        if key not in {number.key for number in item.item.case_numbers}:
            continue
        label = " ".join(filter(None, (number_label(item.item), item.item.title)))
        decided = bare_text(decision(item.item) or "") if one.kind is Happened.MINUTES else ""
        yield Entry(
            name=f"{one.name}/{item.slug}",
            title=f"{_CASE_WORDS[one.kind]}: {label}",
            day=one.day,
            href=where.to(f"{item.ref.path}/"),
            summary=words.shortened(f"{meeting_words(public, one.meeting)}. {decided}".strip(), 500),
            kind=one.kind.value,
            author=body_name(public, one.meeting),
        )


def address(one: Happening) -> str:
    """The page that a happening leads to, from the root of the site."""
    if one.kind in (Happened.LATE_ITEM, Happened.CORRECTION):
        return f"{one.items[0].ref.path}/"
    return f"{one.meeting.id.path}/"


def headline(public: PublicArchive, one: Happening) -> str:
    """Kallelse: Socialnämnden 26 april 2023"""
    meeting = meeting_words(public, one.meeting)
    match one.kind:
        case Happened.LATE_ITEM:
            return f"Ny punkt: {one.items[0].item.title}"
        case Happened.CORRECTION:
            return f"Rättelse: {' '.join(filter(None, (number_label(one.items[0].item), one.items[0].item.title)))}"
        case Happened.CANCELLED:
            return f"Inställt: {meeting}"
        case Happened.MOVED:
            return f"Flyttat: {meeting}"
        case Happened.AGENDA:
            return f"Kallelse: {meeting}"
    which = one.paragraphs if one.kind is Happened.NOTICE else _numbers(one)
    word = "Anslag" if one.kind is Happened.NOTICE else "Protokoll"
    return f"{word}: {meeting}{f', {paragraphs_text(which)}' if which else ''}"


def meeting_words(public: PublicArchive, meeting: Meeting) -> str:
    """Socialnämnden 26 april 2023"""
    return f"{body_name(public, meeting)} {words.long_date(meeting.id.date)}"


def body_name(public: PublicArchive, meeting: Meeting) -> str:
    """The body's name as the meeting gave it."""
    body = public.archive.organisation.body(meeting.id.body)
    return meeting.body_name or (body.name if body else meeting.id.body)


def _numbers(one: Happening) -> ParagraphSet | None:
    found: list[ParagraphNumber] = [
        item.item.number for item in one.items if isinstance(item.item, Paragraph) and item.item.number
    ]
    return ParagraphSet.of(found) if found else None


def _row(public: PublicArchive, where: Document, item: Located) -> Row:
    text = " ".join(filter(None, (number_label(item.item), item.item.title)))
    found = outcome(item.item) if item.phase is Phase.MINUTES else None
    body = public.archive.organisation.body(item.meeting_id.body)
    after = "" if found is None else "Förslag" if is_proposal(item.item, body) else OUTCOMES.get(found, found)
    return Row(text=text, href=where.to(f"{item.ref.path}/"), after=after)


def _agenda(public: PublicArchive, one: Happening) -> str:
    agenda = one.meeting.agenda
    times = words.time_spans(agenda.times) if agenda else ""
    place = agenda.place if agenda else ""
    day = f"{words.weekday(one.meeting.id.date)} {words.long_date(one.meeting.id.date)}"
    where = f"{f' klockan {times}' if times else ''}{f', {place}' if place else ''}"
    return f"Sammanträdet är {day}{where}. {words.count_of(len(one.items), 'punkt', 'punkter')} på dagordningen."


def _late(public: PublicArchive, one: Happening) -> str:
    return f"Punkten lades till på dagordningen efter att kallelsen publicerats. {meeting_words(public, one.meeting)}."


def _minutes(public: PublicArchive, one: Happening) -> str:
    count = words.count_of(len(one.items), "paragraf är publik", "paragrafer är publika")
    return f"{count}. {_posted(public, one)}".strip()


def _notice(public: PublicArchive, one: Happening) -> str:
    return f"Protokollet är justerat. {_posted(public, one)}"


def _posted(public: PublicArchive, one: Happening) -> str:
    if one.notice is None:
        return ""
    posted = f"Anslaget {words.long_date(one.notice.announced)}."
    if not concerns_appeal(public, one.notice):
        return posted
    return f"{posted} Tiden för laglighetsprövning går ut {words.long_date(one.notice.last_appeal_day)}."


def _correction(public: PublicArchive, one: Happening) -> str:
    made = [found for found in one.items[0].item.corrections if found.date == one.day]
    return " ".join(f"”{found.was}” är rättat till ”{found.now}”." for found in made)


def _cancelled(public: PublicArchive, one: Happening) -> str:
    reason = one.meeting.cancelled.reason if one.meeting.cancelled else ""
    return f"Sammanträdet är inställt{f': {reason}' if reason else ''}."


def _moved(public: PublicArchive, one: Happening) -> str:
    to = one.meeting.moved_to
    return f"Sammanträdet är flyttat till {words.long_date(to)}." if to else "Sammanträdet är flyttat."


_LISTING = (Happened.AGENDA, Happened.MINUTES)
"""Kinds whose entries list their items."""
_CASE_WORDS = {
    Happened.AGENDA: "På dagordningen",
    Happened.LATE_ITEM: "Ny punkt på dagordningen",
    Happened.MINUTES: "Protokoll",
    Happened.CORRECTION: "Rättelse",
    Happened.CANCELLED: "Inställt",
    Happened.MOVED: "Flyttat",
}
SUMMARIES: dict[Happened, Callable[[PublicArchive, Happening], str]] = {
    Happened.AGENDA: _agenda,
    Happened.LATE_ITEM: _late,
    Happened.MINUTES: _minutes,
    Happened.NOTICE: _notice,
    Happened.CORRECTION: _correction,
    Happened.CANCELLED: _cancelled,
    Happened.MOVED: _moved,
}
"""What a reader is told under the headline."""
