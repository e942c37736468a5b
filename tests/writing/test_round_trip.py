"""What is written is read back as it was, whatever the text holds."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from paragraf.model import Meeting, Minutes, Organisation
from paragraf.problems import Severity
from paragraf.reading import read_meeting, read_organisation
from paragraf.reading.facts import FACTS
from paragraf.vocabulary.facts import NAMES
from paragraf.writing import items, meeting_files, organisation_text, write_meeting
from strategies.meetings import ORGANISATION, canonical, meetings
from strategies.organisations import organisations


def written_and_read(meeting: Meeting) -> tuple[Meeting | None, list[str]]:
    """The meeting after a turn on disk, and what reading held to be an error."""
    with tempfile.TemporaryDirectory() as name:
        sources = {
            file.path: Path(name) / file.path.replace("/", "-") for file in meeting.files if not file.is_markdown
        }
        for path, source in sources.items():
            source.write_bytes(path.removeprefix("bilagor/").encode())
        folder = Path(name) / meeting.id.path
        write_meeting(meeting, folder, sources, ORGANISATION)
        found, problems = read_meeting(folder, ORGANISATION)
    return found, [str(problem) for problem in problems if problem.severity is Severity.ERROR]


@settings(max_examples=150)
@given(meetings())
def test_what_is_written_is_read_back(meeting: Meeting) -> None:
    assert written_and_read(meeting) == (canonical(meeting), [])


@settings(max_examples=50)
@given(meetings())
def test_writing_again_changes_nothing(meeting: Meeting) -> None:
    found, _ = written_and_read(meeting)
    assert found is not None
    assert meeting_files(found) == meeting_files(meeting)


@settings(max_examples=50)
@given(meetings())
def test_names_that_writing_chooses_keep_the_order(meeting: Meeting) -> None:
    paragraphs = meeting.minutes.paragraphs if meeting.minutes else ()
    nameless = replace(meeting, minutes=Minutes(paragraphs=tuple(replace(one, file="") for one in paragraphs)))
    found, _ = written_and_read(nameless)
    assert found is not None
    read = found.minutes.paragraphs if found.minutes else ()
    assert [one.title for one in read] == [canonical(one).title for one in paragraphs]


@settings(max_examples=100)
@given(organisations)
def test_an_organisation_is_read_back(organisation: Organisation) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "organisation.yml"
        path.write_text(organisation_text(organisation), "utf-8")
        assert read_organisation(path) == (canonical(organisation), ())


def test_reading_writing_and_the_vocabulary_name_the_same_facts() -> None:
    assert tuple(FACTS) == tuple(items.FACTS) == NAMES
