"""tests/golden/format/ holds every construct of the format; what is read of it is committed in golden/format-show/.

A file there is what `paragraf show --json` prints; of a meeting with both documents also the agenda, as it was sent.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.model import Meeting
from paragraf.problems import Problem, Severity
from paragraf.reading import Content, read_content, read_meeting, read_organisation
from paragraf.show import meeting_as_json
from paragraf.vocabulary.facts import NAMES
from paragraf.writing import meeting_files, organisation_text, write_meeting

GOLDEN = Path(__file__).parent / "golden"
FORMAT = GOLDEN / "format"
LONE = GOLDEN / "ensam" / "2021-03-10"
SHOWN = sorted((GOLDEN / "format-show").glob("*.json"))


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(FORMAT)


@pytest.fixture(scope="module")
def shown(content: Content) -> dict[str, object]:
    """Name of a golden file -> what it should hold."""
    lone, problems = read_meeting(LONE)
    assert lone is not None
    return {
        **{name: data for meeting in content.meetings for name, data in views(meeting, content.problems)},
        "ensam-2021-03-10": meeting_as_json(lone, problems),
    }


def views(meeting: Meeting, problems: tuple[Problem, ...]) -> Iterator[tuple[str, object]]:
    own = [problem for problem in problems if problem.path.startswith(f"{meeting.source.path}/")]
    name = meeting.source.path.replace("/", "-")
    yield name, meeting_as_json(meeting, own)
    if meeting.minutes and meeting.agenda:
        yield f"{name}-kallelse", meeting_as_json(replace(meeting, minutes=None), ())


@pytest.mark.parametrize("golden", SHOWN, ids=lambda path: path.stem)
def test_what_is_read_is_what_stands_there(golden: Path, shown: dict[str, object]) -> None:
    assert shown[golden.stem] == json.loads(golden.read_text("utf-8"))


def test_every_meeting_has_its_golden_file(shown: dict[str, object]) -> None:
    assert sorted(shown) == sorted(path.stem for path in SHOWN)


def test_the_one_problem_is_the_waived_one(content: Content) -> None:
    assert [str(problem) for problem in content.problems] == [
        "san/2023-04-26/protokoll/053-rattad.md:8: upplysning [okänd-rubrik] Rubriken ”Ordförandens tankar:” finns inte"
        " i tabellen över rubriker. Undantag av Siri Dahl 2023-05-11: rubriken står så, med kolon, i originalet."
    ]


def test_nothing_in_it_needs_mending(content: Content) -> None:
    problems = run_checks(build_archive(content.organisation, content.meetings))
    assert [str(problem) for problem in problems if problem.severity is not Severity.INFO] == []


def test_every_fact_is_there() -> None:
    lines = {line.partition(":")[0] for path in FORMAT.rglob("*.md") for line in path.read_text("utf-8").split("\n")}
    assert set(NAMES) - lines == set()


def test_every_meeting_is_written_and_read_back(content: Content, tmp_path: Path) -> None:
    for meeting in content.meetings:
        folder = tmp_path / meeting.id.path
        sources = {file.path: FORMAT / meeting.source.path / file.path for file in meeting.files}
        write_meeting(meeting, folder, sources, content.organisation)
        found, _ = read_meeting(folder, content.organisation, root=tmp_path)
        # The tray holds no data of ours, and is not written.
        assert found == replace(meeting, tray=())


def test_what_is_written_stands_as_the_author_wrote_it(content: Content) -> None:
    """The golden folder is written as writing writes, but for what authors may write in several ways."""
    differing = {
        f"{meeting.source.path}/{path}"
        for meeting in content.meetings
        for path, text in meeting_files(meeting, content.organisation).items()
        if text != (FORMAT / meeting.source.path / path).read_text("utf-8")
    }
    assert differing == {
        "ksau/2023-04-25/mote.yml",  # an alias
        "san/2023-04-26/kallelse/02-handlaggningstider.md",  # 13:10
        "san/2023-04-26/kallelse/03-sent.md",  # Publicering: full
        "san/2023-04-26/mote.yml",  # typ: ordinarie, 13:00-17:00
        "san/2023-04-26/protokoll/049-delegationsbeslut.md",  # a blank line under a heading
        "san/2023-05-24-2/mote.yml",  # the full name
        "san/2023-05-24/mote.yml",  # an alias that holds that day
    }


def test_an_organisation_is_written_and_read_back(content: Content, tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(organisation_text(content.organisation), "utf-8")
    assert read_organisation(tmp_path / "organisation.yml") == (content.organisation, ())


def test_pages_with_and_without_front_matter(content: Content) -> None:
    assert [(page.path, page.title, page.description, page.order) for page in content.pages] == [
        ("index.md", "Lillånga kommun", "Kommunens möten: kallelser och protokoll", 1),
        ("om.md", "Om webbplatsen", "", None),
    ]
