"""A YAML tree read by a shape: values with their types, and a problem for everything that does not fit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from paragraf.problems import did_you_mean
from paragraf.reading import strict_yaml
from paragraf.reading.report import Report, short
from paragraf.reading.scalars import WrongValueError
from paragraf.reading.shapes import Either, ListOf, Record, Shape, TableOf, Text
from paragraf.reading.strict_yaml import Node, Scalar, Unreadable


@dataclass(frozen=True, kw_only=True, slots=True)
class Values:
    """What a record held; a key that was missing or could not be read gives None."""

    line: int
    """Where the record begins."""
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """Key -> its line, also for a key whose value could not be read."""
    faulty: frozenset[str] = frozenset()
    """Keys whose value could not be read, or not in whole."""

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)

    def has(self, key: str) -> bool:
        """Whether the author wrote the key, readable or not."""
        return key in self.lines


class _Nothing:
    """The value could not be read; the reason has been reported."""


NOTHING = _Nothing()


def read_record(node: strict_yaml.Mapping, shape: Record, report: Report) -> Values:
    """The values of a mapping; what is wrong goes to the report."""
    return _Typing(report).record(node, shape)


MOST_ENTRIES = 1000
"""Rows of a list."""
MOST_UNKNOWN = 20
"""Unknown keys in one place that are told one by one."""


class _Typing:
    def __init__(self, report: Report) -> None:
        self.report = report

    def read(self, key: str, node: Node, shape: Shape) -> Any:
        if isinstance(node, Unreadable):
            return NOTHING
        match shape:
            case Text():
                return self.text(key, node, shape)
            case ListOf():
                return self.entries(key, node, shape)
            case TableOf():
                return self.table(key, node, shape)
            case Record():
                if isinstance(node, strict_yaml.Mapping):
                    return self.record(node, shape)
                if _is_empty(node):
                    return self.record(strict_yaml.Mapping(entries=(), line=node.line), shape)
                return self.wrong_type(key, node, f"indragna rader ”{shape.fields[0].key}: värde”")
            case Either():
                if isinstance(node, Scalar):
                    value = self.text(key, node, shape.text)
                    return value if value is NOTHING else Values(line=node.line, values={shape.short: value})
                return self.read(key, node, shape.record)

    def record(self, node: strict_yaml.Mapping, shape: Record) -> Values:
        known = {field.key: field for field in shape.fields}
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        faulty: set[str] = set()
        unknown = 0
        for key, value in node.entries:
            if key.text not in known:
                unknown += 1
                if unknown > MOST_UNKNOWN:
                    continue
                advice = did_you_mean(key.text, known) or f"Här kan stå: {', '.join(known)}."
                self.report.add("okänd-nyckel", key.line, f"Nyckeln ”{short(key.text)}” finns inte här.", advice)
                continue
            lines[key.text] = key.line
            before = len(self.report.problems)
            typed = self.read(key.text, value, known[key.text].shape)
            if typed is not NOTHING:
                values[key.text] = typed
            if typed is NOTHING or len(self.report.problems) > before or _has_unreadable(value):
                faulty.add(key.text)
        if unknown > MOST_UNKNOWN:
            message = f"Här finns {unknown} okända nycklar; bara de första {MOST_UNKNOWN} visas."
            self.report.add("för-många", node.line, message)
        for field_ in shape.fields:
            if field_.required and field_.key not in lines:
                self.report.add("saknad-nyckel", node.line, f"Nyckeln ”{field_.key}” saknas: {field_.about}.")
        return Values(line=node.line, values=values, lines=lines, faulty=frozenset(faulty))

    def entries(self, key: str, node: Node, shape: ListOf) -> Any:
        if _is_empty(node):
            return ()
        if not isinstance(node, strict_yaml.Sequence):
            return self.wrong_type(key, node, "en lista, med ett ”- ” först på varje rad")
        if len(node.entries) > MOST_ENTRIES:
            message = f"Listan ”{key}” har {len(node.entries)} rader; bara de första {MOST_ENTRIES} läses."
            self.report.add("för-många", node.line, message)
        typed = (self.read(key, entry, shape.entry) for entry in node.entries[:MOST_ENTRIES])
        return tuple(value for value in typed if value is not NOTHING)

    def table(self, key: str, node: Node, shape: TableOf) -> Any:
        if _is_empty(node):
            return {}
        if not isinstance(node, strict_yaml.Mapping):
            return self.wrong_type(key, node, f"indragna rader ”{shape.key}: …”")
        typed = ((name.text, self.read(name.text, value, shape.value)) for name, value in node.entries)
        return {name: value for name, value in typed if value is not NOTHING}

    def text(self, key: str, node: Node, shape: Text) -> Any:
        if not isinstance(node, Scalar):
            return self.wrong_type(key, node, shape.form)
        if not node.text:
            self.report.add("tomt-värde", node.line, f"”{key}” har inget värde; det ska vara {shape.form}.")
            return NOTHING
        return read_text(node.text, shape.read, shape.form, f"”{short(f'{key}: {node.text}')}”", node.line, self.report)

    def wrong_type(self, key: str, node: Node, wanted: str) -> _Nothing:
        found = {Scalar: "en text", strict_yaml.Sequence: "en lista", strict_yaml.Mapping: "rader med nycklar"}
        self.report.add("fel-typ", node.line, f"”{key}” är {found[type(node)]} men ska vara {wanted}.")
        return NOTHING


def read_text(text: str, read: Callable[[str], Any], form: str, shown: str, line: int, report: Report) -> Any:
    """One line of text as a value; NOTHING when it cannot be read, which has then been reported.

    `shown` is the author's line as it is quoted in the problem.
    """
    try:
        return read(text)
    except WrongValueError as error:
        report.add(error.code, line, error.message, error.suggestion)
    except ValueError:
        report.add("fel-form", line, f"{shown} går inte att läsa: det ska vara {form}.")
    return NOTHING


def check_period(values: Values, report: Report) -> tuple[date | None, date | None]:
    """The period från–till of a record; one that ends before it begins is reported."""
    start: date | None = values["från"]
    end: date | None = values["till"]
    if start and end and end < start:
        report.add("fel-form", values.lines["till"], f"Tiden slutar {end}, innan den börjar {start}.")
    return start, end


def _has_unreadable(node: Node) -> bool:
    """Whether something in a value was reported when the YAML was read."""
    match node:
        case Unreadable():
            return True
        case strict_yaml.Sequence():
            return any(_has_unreadable(entry) for entry in node.entries)
        case strict_yaml.Mapping():
            return any(_has_unreadable(value) for _, value in node.entries)
        case Scalar():
            return False


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text
