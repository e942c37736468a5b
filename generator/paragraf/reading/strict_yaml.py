"""YAML read strictly: block style, one value a line, every scalar text with its line. No anchors, tags or surprises.

libyaml's events are used as they come, so the work is bounded by the size of the file whatever it holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from paragraf.ids import nfc
from paragraf.reading.report import Report, short

MAX_DEPTH = 10
MAX_PROBLEMS = 50
_COMMENT = re.compile(r"\s+#")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A value on one line."""

    text: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Sequence:
    """A list with hyphens."""

    entries: tuple["Node", ...]
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapping:
    """Keys with values, in the author's order; keys are unique."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreadable:
    """A value that has been reported and must not be taken for anything."""

    line: int


Mark: TypeAlias = "yaml.error.Mark | yaml._yaml.Mark"
Node: TypeAlias = Scalar | Sequence | Mapping | Unreadable


class _GaveUpError(Exception):
    """The rest of the file is not worth reading; the reason has been reported."""


class _Open:
    """A list or mapping whose end has not been read."""

    def __init__(self, *, is_mapping: bool, line: int) -> None:
        self.is_mapping = is_mapping
        self.line = line
        self.entries: list[Node] = []
        self.pairs: list[tuple[Scalar, Node]] = []
        self.key: Scalar | None = None
        self.key_line: dict[str, int] = {}

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(entries=tuple(self.pairs), line=self.line)
        return Sequence(entries=tuple(self.entries), line=self.line)


def parse(text: str, report: Report, *, first_line: int = 1) -> Mapping | None:
    """The mapping that a YAML text holds; None when it is empty or cannot be read, which has then been reported.

    `first_line` is the line of the file on which the text begins (front matter).
    """
    reader = _Reader(text, report, first_line)
    try:
        root = reader.read()
    except _GaveUpError:
        return None
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        line, message, suggestion = translate(error, reader.lines)
        if all(one.line != line + first_line for one in report.problems):
            report.add("yaml-form", line + first_line, message, suggestion)
        return None
    if isinstance(root, Unreadable):
        return None
    if root is None or root == Scalar(text="", line=root.line):
        report.add("tom-fil", 0, "Filen är tom; den ska ha rader som ”nyckel: värde”.")
        return None
    if not isinstance(root, Mapping):
        report.add("yaml-form", root.line, "Filen ska bestå av rader som ”nyckel: värde”.")
        return None
    return root


class _Reader:
    def __init__(self, text: str, report: Report, first_line: int) -> None:
        self.lines = text.split("\n")
        self.text = text
        self.report = report
        self.first_line = first_line
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def read(self) -> Node | None:
        events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
        for event in events:
            if isinstance(event, yaml.AliasEvent):
                self._refuse_indicator(event)
                raise _GaveUpError
            if isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event, events)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._place(self.stack.pop().closed())
            if len(self.report.problems) >= MAX_PROBLEMS:
                raise _GaveUpError
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.version or event.tags:
            self.report.add("yaml-form", self._line(event), "Rader som börjar med % används inte här.")
            raise _GaveUpError
        if self.documents > 1:
            message = "Filen innehåller flera dokument: ”---” börjar ett nytt. Bara det första läses."
            self.report.add("flera-dokument", self._line(event), message, "Ta bort raden ”---”.")
            raise _GaveUpError

    def _start(self, event: yaml.CollectionStartEvent, events: Iterator[yaml.Event]) -> None:
        if event.anchor or event.tag:
            self._refuse_indicator(event)
            raise _GaveUpError
        if event.flow_style:
            self._flow(event, events)
            return
        if len(self.stack) >= MAX_DEPTH:
            self.report.add("yaml-form", self._line(event), f"Raderna är indragna i fler än {MAX_DEPTH} nivåer.")
            raise _GaveUpError
        self.stack.append(_Open(is_mapping=isinstance(event, yaml.MappingStartEvent), line=self._line(event)))

    def _flow(self, start: yaml.CollectionStartEvent, events: Iterator[yaml.Event]) -> None:
        """Report a list or mapping in brackets and skip it."""
        is_list = isinstance(start, yaml.SequenceStartEvent)
        message = f"Värdet börjar med ”{'[' if is_list else '{'}”, som i YAML betyder en uppräkning inom parentes."
        advice = "- värde" if is_list else "nyckel: värde"
        advice = f"Skriv indragna rader ”{advice}”, eller sätt citattecken om tecknet hör till värdet."
        self.report.add("flödesform", self._line(start), message, advice)
        depth = 1
        while depth:
            event = next(events)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH or isinstance(event, yaml.AliasEvent):
                raise _GaveUpError
        self._place(Unreadable(line=self._line(start)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or (event.tag and event.tag != "!"):
            self._refuse_indicator(event)
            raise _GaveUpError
        readable = True
        start, end = _marks(event)
        if event.style in ("|", ">"):
            readable = False
            message = f"”{event.style}” används inte: ett värde står på en enda rad."
            self.report.add("yaml-form", self._line(event), message, "Skriv hela värdet på raden efter nyckeln.")
        elif event.value and start.line != end.line:
            readable = False
            message = f"Raden hör till värdet ovanför (rad {self._line(event)}), men ett värde står på en enda rad."
            advice = "Skriv hela värdet på en rad, eller rätta indraget."
            self.report.add("yaml-form", self._line(event) + 1, message, advice)
        elif event.value and _COMMENT.match(self.lines[start.line][end.column :]):
            self._cut(event.value, start.line, is_quoted=bool(event.style))
        value = Scalar(text=nfc(event.value).strip(), line=self._line(event))
        if not event.value and not event.style:
            self._place(self._empty(value))
        else:
            self._place(value if readable else Unreadable(line=value.line))

    def _empty(self, value: Scalar) -> Node:
        """An empty value stands where its key stands; it may have been cut by a comment."""
        key = self.stack[-1].key if self.stack else None
        if key is None:
            return value
        if re.search(r":\s+#", self.lines[key.line - self.first_line]):
            self._cut("", key.line - self.first_line)
            return Unreadable(line=key.line)
        return Scalar(text="", line=key.line)

    def _cut(self, kept: str, line: int, *, is_quoted: bool = False) -> None:
        whole = self.lines[line].strip()
        key, colon, rest = whole.removeprefix("- ").partition(": ")
        value = (rest if colon else key).strip()
        mark = "'" if '"' in value else '"'
        wanted = f"{key}: {mark}{value}{mark}" if colon else f"- {mark}{value}{mark}"
        found = f"bara ”{short(kept)}” läses" if kept else "inget värde läses"
        message = f"I ”{short(whole)}” börjar en kommentar vid ” #”, så {found}."
        advice = f"Skriv ”{short(wanted)}” om # hör till värdet, annars kommentaren på en egen rad."
        if is_quoted:
            advice = "Skriv kommentaren på en egen rad."
        self.report.add("avhugget-värde", line + self.first_line, message, advice)

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_mapping:
            top.entries.append(node)
        elif top.key is None:
            self._key(top, node)
        else:
            if top.key_line[top.key.text] == top.key.line:
                top.pairs.append((top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> None:
        if not isinstance(node, Scalar) or not node.text:
            self.report.add("yaml-form", node.line, "Raden saknar nyckel; den ska se ut som ”nyckel: värde”.")
            raise _GaveUpError
        if first := top.key_line.get(node.text):
            message = f"Nyckeln ”{short(node.text)}” finns redan på rad {first}."
            self.report.add("dubbel-nyckel", node.line, message, "Ta bort den ena.")
        top.key_line.setdefault(node.text, node.line)
        top.key = node

    def _refuse_indicator(self, event: yaml.NodeEvent) -> None:
        message = "Värdet börjar med ”&”, ”*” eller ”!”, som i YAML är ankare, hänvisningar och typer. De används inte."
        self.report.add("ankare", self._line(event), message, "Sätt citattecken om tecknet hör till värdet.")

    def _line(self, event: yaml.Event) -> int:
        return _marks(event)[0].line + self.first_line


def _marks(event: yaml.Event) -> tuple["Mark", "Mark"]:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None, "libyaml marks every event"
    return start, end


QUOTE_IT = "Sätt hela värdet inom citattecken."


def translate(error: yaml.YAMLError, lines: list[str]) -> tuple[int, str, str]:
    """Line (from 0), message and suggestion in Swedish for an error of libyaml."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, "Filen innehåller ett tecken som inte får finnas i YAML.", ""
    mark = error.problem_mark
    if error.context in ("while scanning a simple key", "while scanning a quoted scalar") and error.context_mark:
        mark = error.context_mark
    number = min(mark.line, len(lines) - 1)
    line = lines[number]
    bare = short(line)
    at = line[mark.column : mark.column + 1]
    if "\t" in line[: len(line) - len(line.lstrip())] or at == "\t":
        return number, "Raden är indragen med tabb.", "Dra in raden med två blanksteg per nivå."
    if error.context == "while scanning a quoted scalar":
        return number, f"Citattecknet i ”{bare}” avslutas aldrig.", "Sätt ett likadant citattecken sist i värdet."
    if "escape" in (error.problem or ""):
        advice = "Skriv \\\\ för ett omvänt snedstreck, eller använd ' i stället för \"."
        return number, f"”{bare}” innehåller ett omvänt snedstreck som inte betyder något.", advice
    if error.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag"):
        return number, f"Värdet i ”{bare}” börjar med ett tecken som har en egen betydelse i YAML.", QUOTE_IT
    if at and at in "@`%]},?":
        return number, f"Ett värde får inte börja med ”{at}”.", QUOTE_IT
    if error.problem == "mapping values are not allowed in this context":
        if bare.count(": ") + bare.endswith(":") > 1:
            return number, f"”{bare}” innehåller ett kolon för mycket.", QUOTE_IT
        return number, f"”{bare}” är indragen på ett sätt som inte stämmer med raderna ovanför.", INDENT_IT
    if bare and ":" not in bare and not bare.startswith("-"):
        return number, f"”{bare}” är varken ”nyckel: värde” eller ”- värde”.", ""
    if error.problem == "block sequence entries are not allowed in this context":
        return number, f"Listan i ”{bare}” ska börja på en egen rad.", "Skriv ”- värde” på raden efter nyckeln."
    if re.search(r"""^(?:- )?(?:[^:]*: )?(["']).*\1.+$""", bare):
        return number, f"I ”{bare}” står text efter det avslutande citattecknet.", QUOTE_IT
    return number, f"”{bare}” stämmer inte med raderna ovanför: indraget är fel eller så saknas något.", INDENT_IT


INDENT_IT = "Rader på samma nivå ska vara lika mycket indragna."
