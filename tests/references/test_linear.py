"""No text makes linking slower than in proportion to its length.

Two things together show it without a clock: every repetition in every pattern is bounded or possessive (so one attempt
to match costs at most a constant, and no attempt is taken back over a long way), and what is read of a text is counted.
"""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from re import _constants as opcodes  # type: ignore[attr-defined]  # the parse tree of a pattern has no public door
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from paragraf import references
from paragraf.references import ParagraphTarget, StatuteTarget, find, link
from paragraf.references.cases import BUILT_IN, forms
from paragraf.references.text import protected
from references.golden_cases import USUAL, cases

LONGEST = 2000
"""The most that one bounded repetition may read; addresses are the longest."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package, by name."""
    for module in pkgutil.iter_modules(references.__path__, "paragraf.references."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and not name.startswith("__"):
                yield f"{module.name}.{name}", value
    for index, form in enumerate((*BUILT_IN, *forms(USUAL.patterns))):
        yield f"form {index}", form.pattern


def endless(tree: Any) -> Iterator[str]:
    """The repetitions of a parsed pattern that are neither bounded nor possessive."""
    for operation, argument in tree:
        if operation in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT) and argument[1] > LONGEST:
            yield str(argument[2])
        for part in argument if isinstance(argument, tuple | list) else (argument,):
            if isinstance(part, parser.SubPattern):
                yield from endless(part)
            elif isinstance(part, list):
                for branch in part:
                    if isinstance(branch, parser.SubPattern):
                        yield from endless(branch)


PATTERNS = dict(sorted(patterns(), key=lambda one: one[0]))


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS.keys())
def test_every_repetition_is_bounded(pattern: re.Pattern[str]) -> None:
    found = list(endless(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)))
    assert found == []


HOSTILE = (
    "§ ", "1, ", "§ 1, ", "1 och ", "kap. ", "4 kap. 1 § ", "SoL ", "LSS § ", "(2010:800) ", "a- och ", "lagen om ",
    "[", "](", "[a](", "`", "``` ", "”", "’", "Dnr ", "2023-", "KS § 1/", "x@", "* ", "    ", "\n", "\n\n",
    "bilaga 1, ", "den 1 mars ", "http://", "<a", "\\", "\ufffc", "1:", "samma lag ", "A-", "åäö", "§ 1 i ", "gamla ",
    "lag (2010:1) om ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_twice_the_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is what is asked: attempts of patterns from our own code, and what they find."""
    counts = []
    for size in (100, 200, 400):
        count = Counter[str]()
        with monkeypatch.context() as patch:
            count_calls(patch, count)
            find(piece * size, USUAL)
        counts.append(sum(count.values()))
    first, second, third = counts
    assert third - second <= 2.2 * (second - first) + 50


def count_calls(patch: pytest.MonkeyPatch, count: "Counter[str]") -> None:
    """Count the calls of the functions that read text around a place."""
    for module, name in (("laws", "name_at"), ("laws", "_is_law"), ("leads", "lead"), ("leads", "trail")):
        home = importlib.import_module(f"paragraf.references.{module}")
        original = getattr(home, name)

        def counted(*arguments: Any, _original: Any = original, _name: str = name) -> Any:
            count[_name] += 1
            return _original(*arguments)

        for user in pkgutil.iter_modules(references.__path__, "paragraf.references."):
            imported = importlib.import_module(user.name)
            if getattr(imported, name, None) is original:
                patch.setattr(imported, name, counted)


def test_a_long_text_gives_as_many_references_as_its_parts() -> None:
    usual = [case for case in cases() if case.context == USUAL and "```" not in case.text and "[b1]" not in case.text]
    part = "\n\nNytt stycke.\n\n".join(case.text for case in usual)
    within = "\n\nNytt stycke.\n\n"
    once, often = find(part, USUAL), find(within.join([part] * 40), USUAL)
    for kind in (ParagraphTarget, StatuteTarget):
        here = sum(isinstance(reference.target, kind) for reference in once)
        there = sum(isinstance(reference.target, kind) for reference in often)
        assert here > 50
        assert there == 40 * here


def test_a_megabyte_of_one_word_is_read_to_its_end() -> None:
    text = "a" * 1_000_000 + " § 45"
    assert [reference.text for reference in find(text, USUAL)] == ["§ 45"]
    assert len(link("§ 45 " * 20_000, USUAL, lambda target: "/x/").links) == 20_000
    assert protected("[" * 100_000) == ()
