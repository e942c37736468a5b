"""JSON Schemas (2020-12) of the open data, made from the table that says what the fields mean.

`python -m paragraf.opendata schema/oppna-data` writes them anew.
"""

import json
from collections.abc import Mapping
from typing import Any

from paragraf.vocabulary.open_data import FILES, OBJECTS, TYPES, Field

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "oppna-data/schema"
"""Where the schemas lie on the site."""
_SINGLE: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "heltal": {"type": "integer"},
    "datum": {"type": "string", "format": "date"},
    "klockslag": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "ja/nej": {"type": "boolean"},
    "adress": {"type": "string", "format": "uri-reference"},
}


def schema_path(name: str) -> str:
    """Where the schema of a kind of file lies on the site."""
    return f"{FOLDER}/{name}.schema.json"


def schema_files() -> dict[str, bytes]:
    """File name -> bytes of every schema."""
    return {f"{name}.schema.json": as_json(schema(name)) for name in FILES}


def schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file, with all that it holds."""
    thing = OBJECTS[name]
    inner = {inside: _object(inside) for inside in sorted(_inside(name) - {name})}
    return {
        "$schema": DIALECT,
        "title": thing.title,
        "description": f"{thing.about[:1].upper()}{thing.about[1:]}.",
        **_object(name),
        **({"$defs": inner} if inner else {}),
    }


def as_json(value: Any) -> bytes:
    """JSON as it lies in files: letters as they are, two blanks, a line end last."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _inside(name: str) -> set[str]:
    """Every kind of object that can stand in one of a kind, itself too."""
    found = {name}
    for field in OBJECTS[name].fields:
        kind = field.type.rstrip("?*")
        if kind not in TYPES and kind not in found:
            found |= _inside(kind)
    return found


def _object(name: str) -> dict[str, Any]:
    fields = OBJECTS[name].fields
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields],
        "properties": {field.name: _described(field) for field in fields},
    }


def _described(field: Field) -> dict[str, Any]:
    kind = field.type.rstrip("?*")
    one: Mapping[str, Any] = _SINGLE[kind] if kind in TYPES else {"$ref": f"#/$defs/{kind}"}
    about = {"description": f"{field.about[:1].upper()}{field.about[1:]}."}
    if field.type.endswith("*"):
        return {**about, "type": "array", "items": one}
    if field.type.endswith("?"):
        return {**about, "anyOf": [one, {"type": "null"}]}
    return {**about, **one}
