"""The fact Undantag: someone took responsibility for a problem, which then only informs."""

from collections.abc import Iterable
from dataclasses import replace

from paragraf.model import Item
from paragraf.problems import Problem, Severity


def apply_waivers(problems: Iterable[Problem], items: Iterable[Item]) -> list[Problem]:
    """The problems, where a warning that the item in the same file waives has become an upplysning."""
    waivers = {(item.source.path, waiver.code): waiver for item in items for waiver in item.waivers}
    if not waivers:
        return list(problems)
    found = []
    for one in problems:
        waiver = waivers.get((one.path, one.code))
        if waiver and one.severity is Severity.WARNING:
            told = f"{one.message} Undantag av {waiver.who} {waiver.date}: {waiver.reason}."
            one = replace(one, severity=Severity.INFO, message=told, suggestion="")  # noqa: PLW2901 (the waived one)
        found.append(one)
    return found
