"""Texts that no one writes, but someone can: they are shown, and cost no more than others."""

import html5lib
import pytest

from paragraf.pages.bounds import DEEPEST
from paragraf.pages.items import plain
from paragraf.pages.markdown import render

MANY = 100_000

# Each of these takes hours, or all memory, where the converter pairs its marks as it finds them.
BRACKETS = {
    "open brackets": "[" * MANY,
    "brackets and addresses without end": "[a](" * MANY,
    "pictures without end": "![a" * MANY,
    "references without end": "[a][" * MANY,
    "code marks of every length": "".join(" a" + "`" * length for length in range(1, 800)),
    "escaped code marks": r"\`" * MANY,
}


@pytest.mark.parametrize("text", BRACKETS.values(), ids=BRACKETS)
def test_marks_without_number_are_shown_as_they_were_written(text: str) -> None:
    assert render(text).html == f"<p>{text.strip()}</p>"


def test_a_row_of_a_table_can_be_full_of_code_marks() -> None:
    html = render("| a |\n|---|\n" + "|`|" * MANY).html
    cells = html5lib.parseFragment(html, namespaceHTMLElements=False).findall(".//td")
    assert [cell.text for cell in cells] == ["`"]


@pytest.mark.parametrize("marker", ["- ", "1. ", "> - ", "- 1. "])
def test_lists_in_lists_go_down_to_a_bound(marker: str) -> None:
    html = render(marker * 5000 + "botten").html
    assert html.count("<ul>") + html.count("<ol>") + html.count("<blockquote>") <= DEEPEST
    assert "botten" in "".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext())


def test_indented_lists_go_down_to_a_bound() -> None:
    html = render("".join("    " * depth + f"- nivå {depth}\n" for depth in range(1500))).html
    assert html.count("<ul>") <= DEEPEST + 1
    assert "nivå 1499" in html


def test_lists_that_people_write_are_as_they_were() -> None:
    text = "".join("    " * depth + "- x\n" for depth in range(DEEPEST))
    assert render(text).html.count("<ul>") == DEEPEST


def test_headings_without_number_have_names_of_their_own() -> None:
    rendered = render("### Samma\n" * 20_000, id_prefix="a-")
    assert [heading.id for heading in rendered.headings[:3]] == ["a-samma", "a-samma-2", "a-samma-3"]
    assert len({heading.id for heading in rendered.headings}) == 20_000


def test_a_paragraph_with_a_bracket_too_many_keeps_its_links() -> None:
    html = render("[se [§ 45](https://example.se/) och [§ 46](https://example.se/) " + "ord " * 500).html
    assert html.count("<a ") == 2


def test_code_is_not_taken_for_lists() -> None:
    code = "    " * 20 + "- x"
    assert f"{code}\n" in render(f"```\n{code}\n```").html


def test_a_summary_of_open_brackets() -> None:
    assert plain("[" * MANY) == "[" * MANY
    assert plain("a\n" + "\n" * MANY + "b").split() == ["a", "b"]
