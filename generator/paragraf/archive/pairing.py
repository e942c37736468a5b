"""Which § handles which agenda item, and how the minutes differ from the agenda. What is uncertain is left out."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from paragraf.archive.naming import normalised
from paragraf.archive.types import Comparison, Located
from paragraf.model import Item
from paragraf.model.derived import item_type, outcome
from paragraf.vocabulary.formalia import formality

Signs = Callable[[Item], tuple[Hashable, ...]]
"""What an item can be recognised by: several signs, or none."""


def pairs(agenda: Sequence[Located], minutes: Sequence[Located]) -> dict[str, str]:
    """Slug of each agenda item -> slug of the § that handles it, where that is certain.

    A pair is certain when a sign (SIGNS, strongest first) is found exactly once in each document
    and nothing else contradicts it.
    """
    found: dict[str, str] = {}
    for signs in SIGNS:
        ours = _bearers(signs, [one for one in agenda if one.slug not in found])
        theirs = _bearers(signs, [one for one in minutes if one.slug not in found.values()])
        certain = {
            (items[0].slug, others[0].slug)
            for sign, items in ours.items()
            if len(items) == len(others := theirs.get(sign, [])) == 1 and _agree(items[0].item, others[0].item)
        }
        items_seen = Counter(item for item, _ in certain)
        paragraphs_seen = Counter(paragraph for _, paragraph in certain)
        found |= {
            item: paragraph for item, paragraph in certain if items_seen[item] == 1 and paragraphs_seen[paragraph] == 1
        }
    return {one.slug: found[one.slug] for one in agenda if one.slug in found}


def _cases_and_title(item: Item) -> tuple[Hashable, ...]:
    return tuple((number.key, normalised(item.title)) for number in item.case_numbers)


def _cases(item: Item) -> tuple[Hashable, ...]:
    return tuple(dict.fromkeys(number.key for number in item.case_numbers))


def _title(item: Item) -> tuple[Hashable, ...]:
    return (normalised(item.title),)


def _formality(item: Item) -> tuple[Hashable, ...]:
    key = formality(item.title)
    return (key,) if key else ()


SIGNS: tuple[Signs, ...] = (_cases_and_title, _cases, _title, _formality)


def _bearers(signs: Signs, row: Sequence[Located]) -> dict[Hashable, list[Located]]:
    found: dict[Hashable, list[Located]] = {}
    for one in row:
        for sign in dict.fromkeys(signs(one.item)):
            found.setdefault(sign, []).append(one)
    return found


def _agree(one: Item, other: Item) -> bool:
    """Items that name only different cases are different, whatever their titles say."""
    ours, theirs = set(_cases(one)), set(_cases(other))
    return not ours or not theirs or bool(ours & theirs)


def compare(agenda: Sequence[Located], minutes: Sequence[Located], paired: Mapping[str, str]) -> Comparison:
    """What the minutes added to the agenda, struck from it and put off."""
    paragraphs = {one.slug: one.item for one in minutes}
    outcomes = {
        one.slug: outcome(paragraphs[paired[one.slug]]) if one.slug in paired else one.item.outcome for one in agenda
    }
    return Comparison(
        added=tuple(_added(agenda, minutes, paired)) if agenda else (),
        withdrawn=tuple(slug for slug, what in outcomes.items() if what == "utgår"),
        tabled=tuple(slug for slug, what in outcomes.items() if what == "bordläggning"),
    )


def _added(agenda: Sequence[Located], minutes: Sequence[Located], paired: Mapping[str, str]) -> Iterator[str]:
    """Slugs of §§ that cannot be any item of the agenda: their case is not on it, nor their title."""
    handled = set(paired.values())
    cases = {key for one in agenda for key in _cases(one.item)}
    titles = {normalised(one.item.title) for one in agenda}
    all_paired = len(paired) == len(agenda)
    for one in minutes:
        if one.slug in handled or item_type(one.item) == "formalia":
            continue
        new_case = bool(one.item.case_numbers) and not cases.intersection(_cases(one.item))
        if normalised(one.item.title) not in titles and (new_case or all_paired or one.item.added):
            yield one.slug
