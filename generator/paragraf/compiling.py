"""From a content folder to everything that the site consists of: the one place where the parts meet.

Read, check, archive, publish, pages. No host is needed for it, and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.model import Organisation
from paragraf.pages import Site, site
from paragraf.problems import Problem, Severity
from paragraf.publishing import addresses
from paragraf.publishing.addresses import Address
from paragraf.publishing.public import PublicArchive, publish
from paragraf.reading import read_content


@dataclass(frozen=True, kw_only=True, slots=True)
class Compiled:
    """A site in memory, not yet rendered by any host."""

    public: PublicArchive
    site: Site
    page_files: Mapping[str, Path]
    """Pictures and the like beside the authors' pages: path from sidor/ -> file."""
    addresses: tuple[Address, ...]
    """Every address that has been public once this site is."""
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


def compile_site(content: Path, day: date, *, draft: bool = False) -> Compiled:
    """Read `content` and make the site of `day`; bad input becomes problems, never an exception."""
    read = read_content(content)
    whole = build_archive(read.organisation, read.meetings)
    public = publish(whole, day, draft=draft)
    remembered, faults = addresses.read(content)
    made = site(public, read.pages, remembered, content)
    current = {page.path: page.key for page in made.pages if not page.is_stub}
    return Compiled(
        public=public,
        site=made,
        page_files=read.page_files,
        addresses=addresses.merge(remembered, current, day),
        protected=tuple(person.name for person in read.organisation.protected),
        problems=tuple(sorted({*read.problems, *faults, *run_checks(whole, read.pages)})),
    )
