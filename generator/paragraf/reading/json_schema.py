"""JSON Schema files for editors, made from the shapes that the reader uses.

`python -m paragraf.reading.json_schema schema` writes them anew.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from paragraf.reading.author_pages import FRONT_MATTER
from paragraf.reading.meeting_facts import MEETING
from paragraf.reading.organisation import ORGANISATION
from paragraf.reading.shapes import Either, ListOf, Record, Shape, TableOf, Text

FILES: tuple[tuple[str, str, Record], ...] = (
    ("organisation.schema.json", "organisation.yml: kommunen, dess organ och nummerserier", ORGANISATION),
    ("mote.schema.json", "mote.yml: ett sammanträde", MEETING),
    ("sida.schema.json", "Uppgifterna överst på en sida i sidor/", FRONT_MATTER),
)


def schema_files() -> dict[str, str]:
    """File name -> text of every schema."""
    return {name: _text(title, shape) for name, title, shape in FILES}


def _text(title: str, shape: Record) -> str:
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return json.dumps({**head, **schema(shape)}, ensure_ascii=False, indent=2) + "\n"


def schema(shape: Shape) -> Mapping[str, Any]:
    """The JSON Schema of a shape. Editors type scalars (48 is a number to them), where the reader sees text."""
    match shape:
        case Text():
            return _scalar(shape)
        case ListOf():
            return {"type": ["array", "null"], "items": schema(shape.entry)}
        case TableOf():
            return {"type": ["object", "null"], "additionalProperties": schema(shape.value)}
        case Record():
            required = [field.key for field in shape.fields if field.required]
            return {
                "type": "object",
                "additionalProperties": False,
                **({"required": required} if required else {}),
                "properties": {field.key: _described(schema(field.shape), field.about) for field in shape.fields},
            }
        case Either():
            return {"anyOf": [schema(shape.text), schema(shape.record)]}


def _described(of_shape: Mapping[str, Any], about: str) -> Mapping[str, Any]:
    return {"description": about[:1].upper() + about[1:] + ".", **of_shape}


def _scalar(shape: Text) -> Mapping[str, Any]:
    if shape.choices:
        return {"type": "string", "enum": list(shape.choices)}
    found: dict[str, Any] = {"type": ["string", "number"]}
    return found | ({"pattern": shape.pattern} if shape.pattern else {})


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
