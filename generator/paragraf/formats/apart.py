"""Reading in a process of its own: bounded time and memory, whatever the file holds."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import cbor2

from paragraf.formats.child import COLUMNS, SECONDS, TOO_HEAVY
from paragraf.formats.line import Line, Reading, UnreadableError

MODULE = "paragraf.formats.child"
"""What runs in the process of its own."""
WAIT = SECONDS + 60
"""Seconds on the clock before the child is ended, whatever it does."""


def read_apart(ending: str, data: bytes) -> Reading:
    """Lines of a document of this file ending (".pdf", ".docx"). Raises UnreadableError."""
    found = _ask(("read", ending), data)
    lines = tuple(_line(row) for row in found["lines"])
    return Reading(lines=lines, notes=tuple((line, text) for line, text in found["notes"]), pages=found["pages"])


def split_apart(data: bytes, first: int, last: int) -> bytes:
    """Pages `first` to `last` (from 1) of a PDF as a PDF of its own. Raises UnreadableError."""
    file: bytes = _ask(("split", ".pdf", str(first), str(last)), data)["file"]
    return file


def _line(row: Sequence[Any]) -> Line:
    values = dict(zip(COLUMNS, row, strict=True))
    values["cells"] = tuple(values["cells"])
    return Line(**values)


def _ask(arguments: Sequence[str], data: bytes) -> dict[str, Any]:
    command = (sys.executable, "-m", MODULE, *arguments)
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=WAIT, check=False)
        found: dict[str, Any] = cbor2.loads(done.stdout) if done.returncode == 0 and done.stdout else {}
    except (subprocess.TimeoutExpired, cbor2.CBORDecodeError):
        found = {}
    if not found or "error" in found:
        code, message, suggestion, line = found.get("error", TOO_HEAVY)
        raise UnreadableError(code, message, suggestion, line=line)
    return found
