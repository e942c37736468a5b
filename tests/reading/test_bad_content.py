"""tests/bad/ is a content folder with everything wrong: its whole list of messages stands in problems.txt."""

from pathlib import Path

from paragraf import archive, checks
from paragraf.reading import read_content
from paragraf.vocabulary.problem_codes import CODES, PARTS

BAD = Path(__file__).parent.parent / "bad"

# What git or the file system cannot hold is in test_bad_input.py; what other parts find, in their own tests.
NOT_IN_A_FOLDER = {
    "går-inte-att-läsa",
    "symbolisk-länk",
    "för-stor-fil",
    "för-många",
    "samma-namn",
    "tom-mapp",
    "utan-punkter",
    "utan-organisation",
}


def all_problems(folder: Path) -> list[str]:
    content = read_content(folder)
    found = checks.run(archive.build(content.organisation, content.meetings), content.pages)
    return [str(problem) for problem in sorted({*content.problems, *found})]


def test_every_message_is_as_written_down() -> None:
    expected = (BAD / "problems.txt").read_text("utf-8").splitlines()
    assert all_problems(BAD / "content") == expected


def test_every_code_of_reading_and_checks_is_shown() -> None:
    text = (BAD / "problems.txt").read_text("utf-8")
    own = set(CODES) - set(PARTS["Bygge och import"])
    missing = {code for code in own if f"[{code}]" not in text}
    assert missing == NOT_IN_A_FOLDER


def test_a_faulty_meeting_does_not_stop_the_others() -> None:
    content = read_content(BAD / "content")
    assert [str(meeting.id) for meeting in content.meetings] == [
        "KF 2023-09-25",
        "SAN 2023-05-10",
        "KS 2023-08-16",
        "SAN 2023-05-24",
        "SAN 2023-06-21",
        "SAN 2023-08-30",
        "SAN 2023-09-06",
    ]
