"""`paragraf build`: compile, render beside the old site, verify, switch, remember the addresses. In that order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf import __version__
from paragraf.adapters.mkdocs import render
from paragraf.compiling import Compiled, compile_site
from paragraf.problems import Problem
from paragraf.publishing import addresses, manifest
from paragraf.publishing.links import BadLink, Fault, dead_links
from paragraf.publishing.names import find_names
from paragraf.publishing.staging import StagingError, staging, switch

SITE = "webbplatsen"
"""Stands for the finished site in the paths of problems; it has no folder of its own yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a build did."""

    problems: tuple[Problem, ...]
    published: bool
    """False: the old site lies where it lay."""
    pages: int = 0


def build(content: Path, site: Path, day: date, *, draft: bool = False) -> Report:
    """Build the site of `content` as of `day` and put it in the place of `site` in one step.

    Raises StagingError when `site` cannot be switched, ChangedFileError when a file changes during the build,
    MissingLibraryError when PDF files are wanted and Pango is not there; the old site has then not been touched.
    """
    _apart(content, site)
    with staging(site, draft=draft) as new:
        compiled = compile_site(content, day, draft=draft, pdf=True)
        if compiled.errors:
            return Report(problems=compiled.problems, published=False)
        render(compiled, new)
        faults = tuple(verify(new, compiled))
        if faults:
            return Report(problems=(*compiled.problems, *faults), published=False)
        manifest.write(new, version=__version__, date=day.isoformat(), draft=draft)
        switch(new, site)
        forgotten: tuple[Problem, ...] = ()
        if addresses.may_be_recorded(draft=draft, date=day, today=date.today()):
            forgotten = addresses.record(content, compiled.addresses, day)
    return Report(problems=(*compiled.problems, *forgotten), published=True, pages=len(compiled.site.pages))


def _apart(content: Path, site: Path) -> None:
    """Raise StagingError when one of the folders lies in the other."""
    one, other = content.resolve(), site.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise StagingError(
            f"Webbplatsen ({site}) och innehållet ({content}) får inte ligga i varandra. Ange en annan mapp."
        )


def ensure_clock(site: Path, today: date) -> None:
    """Raise StagingError when the site that lies at `site` shows a later day than today: then the clock is wrong.

    What is public follows from the day; on the wrong one everything could vanish.
    """
    old = manifest.read(site)
    if old is not None and old.date > today.isoformat():
        raise StagingError(
            f"{site} visar läget {old.date}, men datorns klocka säger {today}. Rätta klockan, "
            f"eller bygg med --date {today} om det är den dagen som ska visas."
        )


def verify(folder: Path, compiled: Compiled) -> list[Problem]:
    """What in a finished site must not be published: links that do not hold, requests to others, protected names."""
    bad = _once_each(dead_links(folder, compiled.organisation.address))
    hits = find_names(folder, compiled.protected)
    return [
        *(_problem("död-länk", one.page, f"”{one.link}” {one.fault}{also}.") for one, also in bad),
        *(_problem("skyddat-namn", one.path, f"{one}", "Skriv personens alias i texten.") for one in hits),
    ]


def _once_each(found: Iterable[BadLink]) -> Iterator[tuple[BadLink, str]]:
    """The first of the links that lead to the same place from many pages (a menu), and on how many more it stands."""
    pages: dict[tuple[str, Fault], dict[str, BadLink]] = {}
    for one in found:
        pages.setdefault((one.link.lstrip("./"), one.fault), {}).setdefault(one.page, one)
    for first, *others in (list(same.values()) for same in pages.values()):
        yield first, f" (så står det på {len(others)} sidor till)" if others else ""


def _problem(code: str, page: str, message: str, suggestion: str = "") -> Problem:
    return Problem(path=f"{SITE}/{page}", line=0, code=code, message=message, suggestion=suggestion)
