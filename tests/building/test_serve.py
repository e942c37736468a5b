"""`paragraf serve` lives through whatever an author does to the folder while it runs."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SMALL = Path(__file__).parent.parent / "golden" / "format"
PATIENCE = 60
"""Seconds before we hold that something will not come."""

pytestmark = pytest.mark.build


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def serving(content: Path, log: Path) -> Iterator[str]:
    port = free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "paragraf", "serve", "--content", content, "--adress", f"127.0.0.1:{port}"],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}/"
        assert process.poll() is None, log.read_text("utf-8")
    finally:
        process.terminate()
        process.wait(PATIENCE)


def answer(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return str(response.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError) as error:
        return f"{error}"


def wait_for(url: str, text: str, log: Path, *, gone: bool = False) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (text in answer(url)) != gone:
            return
        time.sleep(0.3)
    raise AssertionError(f"{url}: {text!r}\n{log.read_text('utf-8')}")


def test_serve_lives_through_deleted_and_half_written_folders(tmp_path: Path) -> None:
    content, log = tmp_path / "content", tmp_path / "log"
    shutil.copytree(SMALL, content)
    page = content / "san" / "2023-04-26" / "protokoll" / "044-inledning.md"
    with serving(content, log) as url:
        wait_for(f"{url}san/2023-04-26/p44/", "<h1", log)
        told = log.read_text("utf-8")
        assert "Läser innehållet och gör sidorna." in told
        assert f"Öppna {url} och avsluta med Ctrl+C." in told
        original = page.read_text("utf-8")
        page.write_text(original.replace("# § 44 ", "# § 44 Ändrad under tiden: ", 1), "utf-8")
        wait_for(f"{url}san/2023-04-26/p44/", "Ändrad under tiden", log)

        (content / "san" / "2023-04-26" / "mote.yml").write_text("organ: SAN\ndatum: [", "utf-8")
        wait_for(f"{url}san/2023-04-26/p44/", "Ändrad under tiden", log, gone=True)
        assert "san/2023-04-26/mote.yml:2: fel [" in log.read_text("utf-8")
        assert "Sidorna är klara, men 1 fel måste rättas innan något kan publiceras." in log.read_text("utf-8")

        shutil.rmtree(content / "san")
        shutil.rmtree(content / "sidor")
        (content / "organisation.yml").write_text("namn: Kvarstad\n", "utf-8")
        wait_for(url, "Kvarstad", log)
        assert "Traceback" not in log.read_text("utf-8")
