"""From a content folder to everything that the site consists of: the one place where the parts meet.

Read, check, archive, publish, pages, and what other programs read. No host is needed for it, and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.feeds import feed_files
from paragraf.model import Organisation
from paragraf.opendata import data_files
from paragraf.pages import Site, SiteFile, site
from paragraf.printing import with_pdf
from paragraf.problems import Problem, Severity
from paragraf.publishing import addresses
from paragraf.publishing.public import PublicArchive, publish
from paragraf.reading import read_content


@dataclass(frozen=True, kw_only=True, slots=True)
class Compiled:
    """A site in memory, not yet rendered by any host."""

    public: PublicArchive
    site: Site
    page_files: tuple[SiteFile, ...]
    """Pictures and the like beside the authors' pages."""
    addresses: Mapping[str, str]
    """Every address that is public in this site, and its key."""
    protected: tuple[str, ...]
    """Names that must be nowhere in the finished site."""
    problems: tuple[Problem, ...]
    """Everything that was found, sorted by file and line."""

    @property
    def organisation(self) -> Organisation:
        """The municipality as far as it is public."""
        return self.public.archive.organisation

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a publication."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def compile_site(content: Path, day: date, *, draft: bool = False, pdf: bool = False) -> Compiled:
    """Read `content` and make the site of `day`; bad input becomes problems, never an exception.

    With `pdf` what organisation.yml asks for is made too, which takes its time: previews do without. It alone raises
    MissingLibraryError, and ChangedFileError.
    """
    read = read_content(content)
    whole = build_archive(read.organisation, read.meetings)
    public = publish(whole, day, draft=draft)
    remembered, faults = addresses.read(content)
    hidden = addresses.hidden(whole, public.archive)
    made = site(public, read.pages, [one for one in remembered if one.path not in hidden], content)
    problems = tuple(sorted({*read.problems, *faults, *run_checks(whole, read.pages)}))
    if pdf and not any(problem.severity is Severity.ERROR for problem in problems):
        made = with_pdf(made, public, content)
    return Compiled(
        public=public,
        site=replace(made, files=(*made.files, *feed_files(public), *data_files(public))),
        page_files=tuple(
            SiteFile(path=path, content=file.path, sha256=file.sha256) for path, file in read.page_files.items()
        ),
        addresses={page.path: page.key for page in made.pages if page.is_kept and not page.is_stub},
        protected=tuple(person.name for person in read.organisation.protected),
        problems=problems,
    )
