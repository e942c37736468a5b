"""What a YAML file may hold, as data: both the reader (typed.py) and the editors' JSON Schema are made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from paragraf.reading import scalars


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """One line of text that becomes a value."""

    read: Callable[[str], object] = str
    """Raises ValueError for text in another form."""
    form: str = "en text"
    """Swedish, to follow "ska vara"."""
    pattern: str = ""
    """The form as a regular expression, for editors; the reader does not use it."""
    choices: tuple[str, ...] = ()
    """For editors: the words of a closed list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListOf:
    """Lines with hyphens."""

    entry: "Shape"


@dataclass(frozen=True, kw_only=True, slots=True)
class TableOf:
    """Keys of the author's own, each with a value of one shape."""

    key: str
    """What a key is, in Swedish."""
    value: "Shape"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A key of a closed set."""

    key: str
    shape: "Shape"
    about: str
    """Swedish, shown by editors."""
    required: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A closed set of keys."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Either:
    """A plain text, or the same with more to say about it."""

    text: Text
    record: Record
    short: str
    """Key of the record that the plain text stands for."""


Shape: TypeAlias = Text | ListOf | TableOf | Record | Either

TEXT = Text()
DATE = Text(read=scalars.day, form="ett datum som 2023-04-26", pattern=r"^\d{4}-\d{2}-\d{2}$")
DATE_OR_UNKNOWN = Text(
    read=scalars.day_or_unknown,
    form="ett datum som 2023-04-26, eller okänt",
    pattern=r"^(\d{4}-\d{2}-\d{2}|okänt)$",
)
SPANS = Text(
    read=scalars.spans,
    form="klockslag som 13.00–16.10, eller 13.00–14.30, 15.00–16.10",
    pattern=r"^\d{1,2}[.:]\d{2}",
)
YES_OR_NO = Text(read=scalars.yes_or_no, form="ja eller nej", choices=("ja", "nej"))
NUMBER = Text(read=scalars.number, form="ett heltal", pattern=r"^\d{1,4}$")
PARAGRAPHS = Text(read=scalars.paragraphs, form="paragrafer som 48, eller 44–47, 49, eller övriga")
WEB_ADDRESS = Text(read=scalars.web_address, form="en adress som https://www.example.se", pattern="^https?://")
SITE_ADDRESS = Text(
    read=scalars.site_address, form="en adress som https://www.example.se/, utan ? och #", pattern="^https?://[^?#]+$"
)
MAIL_ADDRESS = Text(read=scalars.mail_address, form="en e-postadress", pattern="^[^@ ]+@[^@ ]+$")
IN_FOLDER = Text(read=scalars.in_folder, form="en fil som bilagor/protokoll.pdf", pattern="^bilagor/")


def one_of(*words: str) -> Text:
    """A closed list of words."""
    return Text(read=scalars.one_of(words), form=scalars.either(words), choices=words)
