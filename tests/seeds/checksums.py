"""Every field of a meeting as a checksum, so that what was found by reading can be compared without being told.

golden/<name>.txt holds a line per field: its place in `paragraf show --json` and the SHA-256 of its value with runs of
blanks as one. The values were written down by hand from the documents, not taken from the importer.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
TOP = ("body", "date", "phase", "time", "place")
ITEM = (
    *("number", "paragraph", "title", "case_numbers", "presenters", "time", "text", "decision", "proposal"),
    *("recipients", "votes"),
)
PERSON = ("name", "party", "role", "serves_for", "paragraphs")
SECTION = ("heading", "kind", "text")
ATTACHMENT = ("title", "kind", "file", "published", "reason", "listed")


def checksums(meeting: dict[str, Any]) -> Iterator[str]:
    """A line per field, and one per list with its length."""
    yield from _fields("", meeting, TOP)
    groups = meeting["attendance"]["groups"]
    yield f"groups {len(groups)}"
    for place, group in enumerate(groups):
        yield from _fields(f"groups.{place}.", group, ("label",))
        yield from _each(f"groups.{place}.people", group["people"], PERSON)
    yield f"items {len(meeting['items'])}"
    for place, item in enumerate(meeting["items"]):
        yield from _fields(f"items.{place}.", item, ITEM)
        yield from _each(f"items.{place}.sections", item["sections"], SECTION)
        yield from _each(f"items.{place}.attachments", item["attachments"], ATTACHMENT)


def _each(name: str, values: list[dict[str, Any]], keys: tuple[str, ...]) -> Iterator[str]:
    yield f"{name} {len(values)}"
    for place, value in enumerate(values):
        yield from _fields(f"{name}.{place}.", value, keys)


def _fields(prefix: str, values: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        plain = " ".join(json.dumps(values[key], ensure_ascii=False).replace("\\n", " ").split())
        yield f"{prefix}{key} {hashlib.sha256(plain.encode()).hexdigest()}"
