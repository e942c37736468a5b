"""Every feed and calendar of the site as files."""

from collections.abc import Callable, Iterator, Sequence

from paragraf.feeds.atom import Entry, Feed, atom
from paragraf.feeds.calendars import calendar, chains
from paragraf.feeds.news import news
from paragraf.feeds.telling import case_entries, entry, title_of
from paragraf.pages import SiteFile
from paragraf.publishing.happenings import Happened, Happening, happenings
from paragraf.publishing.outside import CALENDAR, MEETING_CALENDAR, NEWS, document
from paragraf.publishing.public import PublicArchive

MOST = 50
"""How many of the latest entries a feed holds; the feed of a case holds all."""


def feed_files(public: PublicArchive) -> Iterator[SiteFile]:
    """The files, each a pure function of the public archive."""
    happened = happenings(public)
    for kind in KINDS:
        yield from kind(public, happened)


def without_doubles(happened: Sequence[Happening]) -> list[Happening]:
    """The happenings without the notices that the minutes of the same day tell of."""
    told = {(one.meeting.id, one.day) for one in happened if one.kind is Happened.MINUTES}
    return [one for one in happened if one.kind is not Happened.NOTICE or (one.meeting.id, one.day) not in told]


def _everything(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    name = public.archive.organisation.name
    yield _feed(public, NEWS, "", title_of(public, f"Nytt{f' från {name}' if name else ''}"), without_doubles(happened))


def _bodies(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    own = without_doubles(happened)
    for code, slug, name in bodies_of(public):
        path, title = f"{slug}/{NEWS}", title_of(public, name)
        yield _feed(public, path, f"{slug}/", title, [one for one in own if one.meeting.id.body == code])


def _notices(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    posted = [one for one in happened if one.kind is Happened.NOTICE]
    yield _feed(public, f"anslag/{NEWS}", "anslag/", title_of(public, "Anslag om justerade protokoll"), posted)


def _feed(public: PublicArchive, path: str, page: str, title: str, happened: Sequence[Happening]) -> SiteFile:
    where = document(public.archive.organisation, path)
    return _file(public, path, page, title, [entry(public, where, one) for one in happened[:MOST]])


def _cases(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    by_case: dict[str, list[Happening]] = {key: [] for key in public.archive.cases}
    for one in happened:
        for key in dict.fromkeys(number.key for located in one.items for number in located.item.case_numbers):
            by_case[key].append(one)
    for key, case in public.archive.cases.items():
        path = f"{case.path}/{NEWS}"
        where = document(public.archive.organisation, path)
        entries = [made for one in by_case[key] for made in case_entries(public, where, one, key)]
        yield _file(public, path, f"{case.path}/", title_of(public, f"{case.written} {case.title}"), entries)


def _file(public: PublicArchive, path: str, page: str, title: str, entries: Sequence[Entry]) -> SiteFile:
    feed = Feed(title=title, page=page, entries=tuple(entries), day=public.day)
    return SiteFile(path=path, content=atom(public.archive.organisation, feed, path))


def _calendars(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    linked = chains(public.archive.meetings)
    name = public.archive.organisation.name
    whole = title_of(public, f"Sammanträden{f' i {name}' if name else ''}")
    yield SiteFile(path=CALENDAR, content=calendar(public, linked, CALENDAR, whole))
    for code, slug, body in bodies_of(public):
        path = f"{slug}/{CALENDAR}"
        own = [chain for chain in linked if chain[0].id.body == code]
        yield SiteFile(path=path, content=calendar(public, own, path, title_of(public, body)))
    for chain in linked:
        for meeting in chain:
            path = f"{meeting.id.path}/{MEETING_CALENDAR}"
            yield SiteFile(path=path, content=calendar(public, [chain], path, "", old=True))


def _news(public: PublicArchive, happened: Sequence[Happening]) -> Iterator[SiteFile]:
    yield SiteFile(path="nytt.json", content=news(public, without_doubles(happened)))


def bodies_of(public: PublicArchive) -> Iterator[tuple[str, str, str]]:
    """Code, address part and name of every body that has a page: those of the organisation, those of meetings alone."""
    known = {body.code: (body.slug, body.name) for body in public.archive.organisation.bodies if body.published}
    met = {
        code: (meetings[-1].id.path.partition("/")[0], meetings[-1].body_name or code)
        for code, meetings in public.archive.by_body.items()
    }
    for code, (slug, name) in (met | known).items():
        yield code, slug, name


KINDS: tuple[Callable[[PublicArchive, Sequence[Happening]], Iterator[SiteFile]], ...] = (
    _everything,
    _bodies,
    _notices,
    _cases,
    _calendars,
    _news,
)
