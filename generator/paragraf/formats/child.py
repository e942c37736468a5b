"""Reads one document in a process of its own, so that a hostile file can use up that process and nothing else.

`python -m paragraf.formats.child read .pdf` takes the document's bytes on standard input and writes CBOR on standard
output: {"lines": …} or {"error": …}. `split .pdf 3 5` writes pages 3 to 5 as a PDF.
"""

import gc
import importlib
import sys
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import cbor2

from paragraf.formats.line import Line, UnreadableError

try:
    import resource
except ImportError:  # Windows: time is limited there, by the parent, and not memory
    resource = None  # type: ignore[assignment]

MEMORY = 1 << 30
"""Bytes of address space; a 500-page document takes a fifth of it."""
SECONDS = 120
"""Of processor time: some 6,000 pages."""
COLUMNS = tuple(field.name for field in fields(Line))
"""What stands in a line's row, in order."""

TOOLS = {
    "read .pdf": ("paragraf.formats.pdf", "read_pdf"),
    "read .docx": ("paragraf.formats.word", "read_word"),
    "read .docm": ("paragraf.formats.word", "read_word"),
    "split .pdf": ("paragraf.formats.split", "pages_of"),
}
"""What is asked for -> module and function. Only that module is loaded, when the process knows what it is for: half of
what reading a short document takes is the start of the process."""


def answer(arguments: Sequence[str], data: bytes) -> dict[str, Any]:
    """What is written for a document; every failure is an answer too."""
    module, function = TOOLS[" ".join(arguments[:2])]
    run = getattr(importlib.import_module(module), function)
    try:
        if arguments[0] == "split":
            return {"file": run(data, int(arguments[2]), int(arguments[3]))}
        reading = run(data)
    except UnreadableError as error:
        return {"error": [error.code, error.message, error.suggestion, error.line]}
    except (MemoryError, RecursionError):
        return {"error": list(TOO_HEAVY)}
    return {
        "lines": [[getattr(line, name) for name in COLUMNS] for line in reading.lines],
        "notes": [list(note) for note in reading.notes],
        "pages": reading.pages,
    }


TOO_HEAVY = (
    "för-tung-fil",
    "Filen går inte att läsa inom rimlig tid och rimligt minne. Den är skadad eller mycket ovanlig.",
    "Öppna den, skriv ut den som PDF på nytt och försök igen.",
    0,
)
"""Said when the child was stopped, or died."""


def main() -> None:
    """Read, answer, end."""
    gc.disable()  # the process ends when it has answered, and reading leaves no rings of objects behind
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.stdout.buffer.write(cbor2.dumps(answer(sys.argv[1:], sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
