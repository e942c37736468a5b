"""Rules that need more than one file: archive -> problems."""

from collections.abc import Callable, Iterator, Sequence

from paragraf.archive import Archive
from paragraf.checks.deadlines import (
    adjusted_in_time,
    announced_in_time,
    called_in_time,
    called_some_day,
    removed_late_enough,
)
from paragraf.checks.disclosure import (
    open_items_of_closed,
    personal_numbers,
    protected_names,
    shared_with_closed,
)
from paragraf.checks.people import known_parties, vote_counts, voters_served, votes_once
from paragraf.checks.references import references_lead_somewhere
from paragraf.checks.whole import known_cases, moved_to_a_meeting, unclaimed_files
from paragraf.model import AuthorPage
from paragraf.problems import Problem
from paragraf.reading.waivers import apply_waivers

Rule = Callable[[Archive, Sequence[AuthorPage]], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    personal_numbers,
    protected_names,
    shared_with_closed,
    open_items_of_closed,
    voters_served,
    votes_once,
    vote_counts,
    known_parties,
    adjusted_in_time,
    announced_in_time,
    removed_late_enough,
    called_in_time,
    called_some_day,
    moved_to_a_meeting,
    known_cases,
    unclaimed_files,
    references_lead_somewhere,
)
"""Each rule's docstring says what must hold."""


def run(archive: Archive, pages: Sequence[AuthorPage] = ()) -> tuple[Problem, ...]:
    """Everything in the whole content that breaks a rule, waivers counted, sorted. `pages` are those of sidor/."""
    found = [problem for rule in RULES for problem in rule(archive, pages)]
    items = [located.item for located in archive.item_by_ref.values()]
    return tuple(sorted(set(apply_waivers(found, items))))
