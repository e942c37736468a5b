"""README.md: its commands work in the order in which they stand, and its paths and messages are true."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from paragraf import cli
from paragraf.reading import read_content
from serving import CONTENT_SECURITY_POLICY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = [
    (match[1], match[2]) for match in re.finditer(r"^```(\S[^\n]*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
]
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
DAY = "2027-03-01"
"""Builds of the tour are made for this day, so that they say the same whenever the test runs."""


def paragraf(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    _, command, *words = shlex.split(line)
    words += ["--date", DAY] if command == "build" else []
    program = [Path(sys.executable).with_name("paragraf"), command, *words]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parts of the checkout that the tour works on."""
    folder = tmp_path_factory.mktemp("readme")
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def test_every_command_is_one_of_ours() -> None:
    assert {tuple(line.split()[:2]) for line in COMMANDS} == {
        ("make", "site"),
        ("make", "test"),
        *((("paragraf", name)) for name in ("new", "check", "serve", "import", "show", "build", "pdf")),
    }


def test_make_has_the_targets() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {line.split()[1] for line in COMMANDS if line.startswith("make ")} <= targets


def test_serve_understands_its_options() -> None:
    line = next(line for line in COMMANDS if line.startswith("paragraf serve"))
    context = cli.serve.make_context("serve", shlex.split(line)[2:])
    assert context.params["draft"] is True


@pytest.mark.build
def test_the_tour_works_from_beginning_to_end(checkout: Path) -> None:
    for kind, text in BLOCKS:
        if kind.partition(" ")[2].startswith("content/"):
            file = checkout / kind.partition(" ")[2]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        for line in text.splitlines() if kind == "sh" else ():
            if line.startswith("paragraf ") and not line.startswith("paragraf serve"):
                done = paragraf(line, checkout)
                assert (line, done.returncode, done.stderr if done.returncode else "") == (line, 0, "")
    assert (checkout / "site" / "san" / "2027-02-10" / "p1" / "index.html").is_file()
    # An import is a draft until its author says otherwise.
    assert not (checkout / "site" / "bun" / "2027-01-20").exists()


def test_the_message_is_what_the_program_says(tmp_path: Path) -> None:
    for name in ("organisation.yml", "vapen.png"):
        shutil.copyfile(ROOT / "content" / name, tmp_path / name)
    for kind, text in BLOCKS:
        path = kind.partition(" ")[2]
        if path.startswith("content/"):
            file = tmp_path / path.removeprefix("content/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("Diarienummer:", "Diarienumer:"), "utf-8")
    message = next(text for kind, text in BLOCKS if kind == "text" and ": fel [" in text)
    assert [str(problem) for problem in read_content(tmp_path).problems] == [message.strip()]


def test_what_it_points_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    folders = re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE)
    assert [path for path in (*links, *folders) if not (ROOT / path).exists()] == []


def test_servers_send_the_policy_that_the_site_is_tested_under() -> None:
    assert re.findall(r'Content-Security-Policy "([^"]+)"', README) == [CONTENT_SECURITY_POLICY] * 2
