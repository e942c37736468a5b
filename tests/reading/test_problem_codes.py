"""One table of codes: the source uses no other, and docs/problem.md tells of each."""

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

from paragraf.problems import Problem, Severity, problem
from paragraf.vocabulary.problem_codes import CODES

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent / "generator" / "paragraf"

# Calls that take a code, and the place of it among their arguments.
CALLS = {"problem": 0, "_problem": 0, "add": 0, "refuse": 1, "WrongValueError": 0, "UnreadableError": 0}


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Every code that a module states: an argument of one of the calls, or code="…"."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        stated = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        stated += node.args[CALLS[name] : CALLS[name] + 1] if name in CALLS else []
        # set.add and such take other words; a code is one word in small letters.
        words = [one.value for one in stated if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        yield from (word for word in words if word == word.lower() and " " not in word and len(word) > 4)


def all_codes() -> set[str]:
    """Of every module but those of the feeds: what they `add` are properties of calendars, and they tell no problem."""
    paths = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "feeds"]
    return {code for path in paths for code in codes_in(ast.parse(path.read_bytes()))}


def test_the_source_uses_the_codes_of_the_table_and_no_other() -> None:
    assert all_codes() == set(CODES)


def test_the_finder_of_codes_sees_every_form() -> None:
    source = 'problem("a-kod", p)\nreport.add("b-kodd", 1)\nrefuse(p, "c-kod")\nProblem(code="d-kod")\nset().add(x)\n'
    assert list(codes_in(ast.parse(source))) == ["a-kod", "b-kodd", "c-kod", "d-kod"]


def test_the_page_of_problems_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("problem_page", HERE / "problem_page.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.PAGE.read_text("utf-8") == made.page(), "kör python tests/reading/problem_page.py"


def test_a_problem_is_as_grave_as_its_code() -> None:
    assert problem("lucka", "a.md", 3, "Något.", "Gör så.") == Problem(
        path="a.md", line=3, code="lucka", message="Något.", severity=Severity.WARNING, suggestion="Gör så."
    )


def test_severities_are_the_three_words() -> None:
    assert {one.severity for one in CODES.values()} == set(Severity)


def test_what_would_disclose_cannot_be_waived() -> None:
    assert CODES["okänd-rubrik"].can_be_waived and not CODES["personnummer"].can_be_waived


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    assert [code for code, one in CODES.items() if not one.means.endswith(".") or not one.remedy.endswith(".")] == []
