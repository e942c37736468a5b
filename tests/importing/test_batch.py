"""Many files: processes, the same meeting at once, killed and resumed, odd names, what cannot be written."""

import os
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from importing.cases import CASES, NAMES, files_of
from importing.test_merging import FOLDER, MINUTES, given
from importing.test_refusals import AGENDA
from paragraf import importing
from paragraf.importing import Status, find_sources, import_all
from paragraf.importing.batch import Here, processes


def documents(content: Path) -> dict[str, str]:
    return {path: text for path, text in files_of(content).items() if not path.endswith("import.json")}


def test_processes_write_what_one_after_the_other_does(tmp_path: Path) -> None:
    files = [CASES / f"{name}.txt" for name in NAMES]
    outcomes = list(import_all(files, tmp_path / "a"))
    assert [one.status for one in outcomes] == [Status.IMPORTED] * len(NAMES)
    list(import_all(files, tmp_path / "b", executor=lambda _: Here()))
    assert documents(tmp_path / "a") == documents(tmp_path / "b")


def test_two_documents_of_a_meeting_at_once(tmp_path: Path) -> None:
    files = [given(tmp_path, "kallelse.txt", AGENDA), given(tmp_path, "protokoll.txt", MINUTES)]
    outcomes = list(import_all(files, tmp_path / "content"))
    assert [one.status for one in outcomes] == [Status.IMPORTED] * 2
    assert {path.name for path in (tmp_path / "content" / FOLDER).iterdir()} >= {"kallelse", "protokoll"}


class Dying(Executor):
    """Processes that die of a file."""

    def submit(self, function, /, request, accounts):  # type: ignore[no-untyped-def,override]
        future: Future[object] = Future()
        if "ond" in request.source.name:
            future.set_exception(BrokenProcessPool("dead"))
        else:
            future.set_result(function(request, accounts))
        return future


def test_a_process_that_dies_takes_its_own_file_alone(tmp_path: Path) -> None:
    files = [given(tmp_path, name, text) for name, text in (("a.txt", AGENDA), ("ond.txt", "x"), ("b.txt", MINUTES))]
    outcomes = list(import_all(files, tmp_path / "content", executor=lambda _: Dying()))
    assert [one.status for one in outcomes] == [Status.IMPORTED, Status.FAILED, Status.IMPORTED]
    assert [str(one) for one in outcomes[1].problems] == [
        f"{files[1]}: fel [för-tung-fil] Programmet dog när filen lästes: den tar för mycket minne. "
        "Inget av den är skrivet."
    ]


def test_a_killed_run_leaves_no_half_folder_and_goes_on(tmp_path: Path) -> None:
    many = tmp_path / "in"
    for name in NAMES:
        shutil.copyfile(CASES / f"{name}.txt", given(many, f"{name}.txt", ""))
    content = tmp_path / "content"
    program = [sys.executable, "-m", "paragraf", "import", str(many), "--till", str(content)]
    running = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while not list(content.glob("*/*/import.json")) and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    whole = {path.parent for path in content.glob("*/[0-9]*/import.json")}
    assert whole == set(content.glob("*/[0-9]*"))
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    list(import_all([many / f"{name}.txt" for name in NAMES], tmp_path / "other", executor=lambda _: Here()))
    assert documents(content) == documents(tmp_path / "other")
    assert list(content.glob("*/.*")) == []


def test_what_a_killed_exchange_moved_aside_is_put_back(tmp_path: Path) -> None:
    content = tmp_path / "content"
    importing.run(given(tmp_path, "kallelse.txt", AGENDA), content)
    before = files_of(content)
    beside = content / "kfn" / ".2024-02-14.abcd1234"
    (beside / "new").mkdir(parents=True)
    (content / FOLDER).rename(beside / "old")
    list(import_all([tmp_path / "kallelse.txt"], content, executor=lambda _: Here()))
    assert files_of(content) == before


ODD = (
    "med blanksteg.txt",
    unicodedata.normalize("NFD", "årsmöte.txt"),
    "rad\nbrytning.txt",
    "x" * 250 + ".txt",
    "-.txt",
)


@pytest.mark.parametrize("name", ODD)
def test_odd_names_of_files(name: str, tmp_path: Path) -> None:
    given(tmp_path / "in", name, MINUTES)
    (one,) = import_all(find_sources([tmp_path / "in"]).files, tmp_path / "content", executor=lambda _: Here())
    assert one.status is Status.IMPORTED


def test_the_same_file_is_meant_once(tmp_path: Path) -> None:
    source = given(tmp_path / "in", "a.txt", MINUTES)
    (tmp_path / "in" / "b.txt").symlink_to(source)
    (tmp_path / "in" / ".dold.txt").write_text("x", "utf-8")
    found = find_sources([source, source, tmp_path / "in"])
    assert found.files == (source,)
    assert found.repeated == (source, source, tmp_path / "in" / "b.txt")


def test_a_target_that_cannot_be_made(tmp_path: Path) -> None:
    source = given(tmp_path, "protokoll.txt", MINUTES)
    place = given(tmp_path, "fil", "x") / "content"
    result = importing.run(source, place)
    assert [str(one) for one in result.problems] == [
        f"{place}: fel [går-inte-att-skriva] Mappen gick inte att skriva: en del av sökvägen är en fil. "
        "Inget är ändrat. Kontrollera rättigheter och diskutrymme."
    ]


def test_one_file_needs_no_process() -> None:
    assert isinstance(processes(1), Here)
