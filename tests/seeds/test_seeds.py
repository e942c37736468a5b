"""The two documents that the project exists for are imported exactly: every field, every line, no page furniture.

Their text is not ours to publish: only counts, line numbers and checksums stand here.
"""

import re
from pathlib import Path

import pytest

from paragraf import importing
from paragraf.importing.document import Request
from paragraf.importing.extract import extract
from paragraf.reading import read_content, read_meeting
from paragraf.show import meeting_as_json
from seeds.checksums import GOLDEN, checksums

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
NAMES = ("kallelse-2023-05-24", "protokoll-2023-04-26")
FURNITURE = re.compile(
    r"Justerare signatur|Utdragsbestyrkande|SAMMANTRÄDESPROTOKOLL|^KALLELSE$|Page \d+ of \d+|Sida \d+ av \d+|file:///",
    re.MULTILINE,
)
ATTACHED = {
    # First and last line of text of every attached document, in order; found by reading.
    "kallelse-2023-05-24": [
        *[(249, 307), (308, 469), (472, 615), (618, 656), (657, 1759), (1765, 1838)],
        *[(1839, 2722), (2723, 2816)],
    ],
    "protokoll-2023-04-26": [
        *[(102, 131), (178, 210), (236, 502), (535, 583), (584, 1930), (1979, 2026), (2052, 5663), (5664, 5694)],
        *[(5737, 5776), (5777, 5868), (5995, 6188), (6189, 6719), (6720, 6807), (6813, 6975)],
    ],
}
IN_TRAY = {"kallelse-2023-05-24": 2, "protokoll-2023-04-26": 0}


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    for name in NAMES:
        assert importing.run(SEEDS / f"{name}.txt", folder).folder == folder / "san" / name[-10:]
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_every_field(name: str, content: Path) -> None:
    meeting, problems = read_meeting(content / "san" / name[-10:])
    assert meeting is not None
    assert problems == ()
    found = list(checksums(meeting_as_json(meeting)))
    assert found == (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_attached_documents_begin_and_end_where_they_do(name: str, content: Path) -> None:
    folder = content / "san" / name[-10:]
    spans: dict[str, tuple[int, int]] = {}
    lines = extract(Request(source=SEEDS / f"{name}.txt", target=content)).lines
    for first, last, path in rows(folder):
        texts = [number for number in range(first, last + 1) if lines[number - 1].text]
        if path.startswith(("bilagor/", "oplacerat/")) and texts:
            spans[path] = (spans.get(path, (texts[0], 0))[0], texts[-1])
    assert sorted(spans.values()) == ATTACHED[name]
    assert sum(path.startswith("oplacerat/") for path in spans) == IN_TRAY[name]
    assert {path for path in spans if (folder / path).is_file()} == set(spans)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_accounted_for(name: str, content: Path) -> None:
    folder = content / "san" / name[-10:]
    lines = (SEEDS / f"{name}.txt").read_text("utf-8").splitlines()
    numbers = [number for first, last, _ in rows(folder) for number in range(first, last + 1)]
    assert numbers == list(range(1, len(lines) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_no_page_furniture_in_any_text(name: str, content: Path) -> None:
    folder = content / "san" / name[-10:]
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "import-rapport.md"]
    texts = {path: path.read_text("utf-8") for path in paths}
    assert [(path.name, match.group()) for path, text in texts.items() for match in FURNITURE.finditer(text)] == []


def test_a_case_joins_both_meetings(content: Path) -> None:
    cases = []
    for meeting in read_content(content).meetings:
        items = meeting.minutes.paragraphs if meeting.minutes else meeting.agenda.items if meeting.agenda else ()
        cases.append({case.key for item in items for case in item.case_numbers})
    assert len(cases) == 2
    assert set.intersection(*cases) == {"23/SAN/28"}


def rows(folder: Path) -> list[tuple[int, int, str]]:
    """The table of the report: first line, last line, where they went."""
    found = []
    for line in (folder / "import-rapport.md").read_text("utf-8").split("\n"):
        if match := re.fullmatch(r"\| (\d+)(?:–(\d+))? \| (.*) \|", line):
            found.append((int(match[1]), int(match[2] or match[1]), match[3]))
    return found
