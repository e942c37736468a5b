"""What must not become public: personal numbers, protected people, files of closed items."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from paragraf.archive import Archive
from paragraf.checks.texts import PublicText, has_text, is_closed, items, public_texts
from paragraf.model import AuthorPage, Item, Paragraph, Publicity
from paragraf.model.derived import attachments
from paragraf.problems import Problem, Severity, problem
from paragraf.publishing.names import finder
from paragraf.vocabulary import personal_numbers as numbers


def personal_numbers(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """No personal number stands in what may be public (SKR: personnummer are removed before publication)."""
    for text in public_texts(archive, pages):
        for number, line in enumerate(text.text.split("\n")):
            found = list(numbers.find(line))
            if not found:
                continue
            at = text.line + number if text.line else 0
            if any(one.is_certain for one in found):
                message = "Här står ett personnummer eller samordningsnummer."
                yield _graver(problem("personnummer", text.path, at, message, "Ta bort numret."), text)
            else:
                message = "Här står något som ser ut som ett personnummer, men kontrollsiffran stämmer inte."
                advice = "Ta bort numret om det är ett felskrivet personnummer."
                yield problem("troligt-personnummer", text.path, at, message, advice)


def protected_names(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A protected person is not named in text; in fields for names the alias stands anyway (OSL 21:3)."""
    if not archive.organisation.protected:
        return
    names_someone = finder(person.name for person in archive.organisation.protected)
    for text in public_texts(archive, pages):
        if text.is_name or not text.text or not names_someone(text.text):
            continue
        message = "Här nämns en skyddad person vid namn."
        for line in _lines_with_name(text, names_someone):
            yield _graver(problem("skyddat-namn", text.path, line, message, "Skriv personens alias."), text)


def shared_with_closed(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """A file of an item that is not published is not linked from one that is."""
    for meeting in archive.meetings:
        closed: dict[str, str] = {}
        for item in items(meeting):
            if not has_text(meeting, item):
                number = f"§ {item.number}" if isinstance(item, Paragraph) else f"punkt {item.number}"
                name = number if item.number else f"”{item.title}”"
                closed |= {entry.file: name for entry in attachments(item) if entry.file}
        for item in items(meeting) if closed else ():
            if not has_text(meeting, item):
                continue
            for entry in attachments(item):
                if entry.file in closed:
                    message = f"”{entry.file}” hör också till {closed[entry.file]}, som inte publiceras."
                    advice = "Kontrollera att filen får publiceras."
                    yield problem("delad-hemlig-fil", item.source.path, entry.line, message, advice)


def open_items_of_closed(archive: Archive, pages: Sequence[AuthorPage]) -> Iterator[Problem]:
    """What the agenda said of a § that is not published is not published either."""
    for meeting in archive.meetings:
        if is_closed(archive.organisation, meeting):
            continue
        index = archive.index_by_id[meeting.id]
        closed = {one.slug: one for one in index.minutes if not has_text(meeting, one.item)}
        for one in index.agenda if closed else ():
            handled = closed.get(index.pairs.get(one.slug, ""))
            if handled is None or not has_text(meeting, one.item) or not _tells_more(one.item, handled.item):
                continue
            number = f"§ {handled.paragraph.number}" if handled.paragraph.number else "paragrafen"
            message = f"Punkten visas i kallelsen, men {number}, där den behandlas, publiceras inte i sin helhet."
            advice = "Skriv Publicering i punkten också, eller ett Undantag om den kan visas."
            yield problem("öppen-punkt", one.item.source.path, one.item.source.line, message, advice)


def _tells_more(item: Item, paragraph: Item) -> bool:
    """Whether an agenda item says what its § does not. That a withdrawn § had a title is no news."""
    hides_title = not paragraph.withdrawal and paragraph.publication.level is not Publicity.TITLE
    return hides_title or bool(item.text or item.sections or item.unlisted or item.case_numbers)


def _lines_with_name(text: PublicText, names_someone: Callable[[str], bool]) -> Iterator[int]:
    """The lines on which a name begins; it may be broken over two."""
    lines = text.text.split("\n")
    alone = [number for number, line in enumerate(lines) if names_someone(line)]
    if not alone:
        pairs = (" ".join(lines[number : number + 2]) for number in range(len(lines)))
        alone = [number for number, pair in enumerate(pairs) if names_someone(pair)][:1] or [0]
    yield from dict.fromkeys(text.line + number if text.line else 0 for number in alone)


def _graver(found: Problem, text: PublicText) -> Problem:
    """Nothing of a draft is public: there what would stop a publication only warns."""
    return replace(found, severity=Severity.WARNING) if text.is_draft else found
