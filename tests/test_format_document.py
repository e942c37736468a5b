"""docs/format.md: every example is read as it stands, and its tables are the program's own."""

import re
from pathlib import Path

import pytest

from paragraf.reading import read_content
from paragraf.reading.items import FACTS
from paragraf.vocabulary.headings import KINDS
from paragraf.vocabulary.items import APPEALS, OPENNESS, OUTCOMES, TYPES, VOTES

DOCUMENT = Path(__file__).parent.parent / "docs" / "format.md"
TEXT = DOCUMENT.read_text("utf-8")
EXAMPLES = [
    pytest.param(path, text, id=f"{path} rad {TEXT[: match.start()].count(chr(10)) + 1}")
    for match in re.finditer(r"^```(?:yaml|markdown) (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for path, text in ((match[1], match[2]),)
]
ORGANISATION = next(example.values[1] for example in EXAMPLES if example.values[0] == "organisation.yml")
HEAD = "organ: SAN\ndatum: 2023-04-26\n"


def problems_of(folder: Path, path: str, text: str) -> list[str]:
    """The problems of a content folder with one meeting that the example is a file of."""
    meeting = folder / "san" / "2023-04-26"
    files = {folder / "organisation.yml": ORGANISATION, meeting / "mote.yml": HEAD}
    at_top = path.startswith(("organisation", "sidor"))
    if path == "mote.yml" and not text.startswith("organ:"):
        text = HEAD + text
    files[(folder if at_top else meeting) / path] = text
    for linked in re.findall(r"bilagor/[\w.-]+", text):
        files.setdefault(meeting / linked, "# Bilaga\n")
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return [str(problem) for problem in read_content(folder).problems]


@pytest.mark.parametrize(("path", "text"), EXAMPLES)
def test_every_example_is_read_without_problems(tmp_path: Path, path: str, text: str) -> None:
    assert problems_of(tmp_path, path, text) == []


def test_a_wrong_example_would_be_seen(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "protokoll/045-x.md", "# § 45 Avgifter\n\nTidd: 13.10\n") != []


def test_no_example_is_forgotten() -> None:
    fences = re.findall(r"^```(.*)$", TEXT, re.MULTILINE)
    assert {fence for fence in fences if fence and " " not in fence} == set()
    assert len(EXAMPLES) >= 20


def rows(header: str) -> dict[str, str]:
    """First cell -> second cell of the table under a header row; code marks taken away."""
    table = TEXT.split(header, 1)[1].split("\n\n", 1)[0]
    return {
        cells[0].strip(" `"): cells[1].strip() for row in table.split("\n") if len(cells := row.split("|")[1:-1]) > 1
    }


def test_the_table_of_headings_is_the_vocabulary() -> None:
    assert {kind: tuple(words.split(", ")) for kind, words in rows("| slag | rubriker |\n|---|---|\n").items()} == KINDS


def test_the_table_of_facts_is_the_readers() -> None:
    assert set(rows("| faktum | värde | flera |\n|---|---|---|\n")) == set(FACTS)


@pytest.mark.parametrize(
    ("fact", "words"),
    [("Typ", TYPES), ("Utfall", OUTCOMES), ("Överklagande", APPEALS), ("Offentlighet", OPENNESS)],
)
def test_the_words_to_choose_from_are_the_vocabulary(fact: str, words: dict[str, str]) -> None:
    assert re.findall(r"`([^`]+)`", rows("| faktum | värde | flera |\n|---|---|---|\n")[fact]) == list(words)


def test_the_votes_are_the_vocabulary() -> None:
    sentence = re.search(r"Rösten är (.*?)\. ", TEXT, re.DOTALL)
    assert sentence and tuple(re.findall(r"`(\w+)`", sentence[1])) == VOTES
