"""The editors' JSON Schema files: up to date, and of one mind with the reader."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from paragraf.reading.json_schema import schema_files, write_schemas

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "schema"
GOLDEN = ROOT / "tests" / "golden" / "format"
BAD = ROOT / "tests" / "bad" / "content"


def faults(name: str, file: Path) -> list[str]:
    """What an editor would underline. BaseLoader: every scalar is text, as it is to YAML 1.2's ja, nej and dates."""
    validator = jsonschema.Draft7Validator(json.loads((SCHEMAS / name).read_text("utf-8")))
    data: Any = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    return [error.message for error in validator.iter_errors(_without_empty(data))]


def _without_empty(data: Any) -> Any:
    """A key without value is null to an editor."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return None if data == "" else data


def test_the_files_are_up_to_date() -> None:
    written = {path.name: path.read_text("utf-8") for path in SCHEMAS.glob("*.json")}
    assert written == schema_files(), "kör python -m paragraf.reading.json_schema schema"


def test_writing_them_anew(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schema_files())


def test_they_are_json_schema() -> None:
    for text in schema_files().values():
        jsonschema.Draft7Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("file", sorted(GOLDEN.rglob("mote.yml")), ids=lambda path: path.parent.name)
def test_good_meetings_are_valid(file: Path) -> None:
    assert faults("mote.schema.json", file) == []


def test_a_good_organisation_is_valid() -> None:
    assert faults("organisation.schema.json", GOLDEN / "organisation.yml") == []


def test_bad_files_are_not(tmp_path: Path) -> None:
    assert len(faults("organisation.schema.json", BAD / "organisation.yml")) >= 10
    assert faults("mote.schema.json", BAD / "san/2023-06-21/mote.yml") != []
    page = tmp_path / "sida.yml"
    page.write_text("titel: Om\nbild: x.png\n", "utf-8")
    assert faults("sida.schema.json", page) == ["Additional properties are not allowed ('bild' was unexpected)"]


def test_numbers_are_text_to_the_reader_and_allowed_by_editors() -> None:
    validator = jsonschema.Draft7Validator(json.loads(schema_files()["mote.schema.json"]))
    meeting = {"organ": "SAN", "datum": "2023-04-26", "justering": [{"paragrafer": 48, "justerat": "okänt"}]}
    assert list(validator.iter_errors(meeting)) == []
