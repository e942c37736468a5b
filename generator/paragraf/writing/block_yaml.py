"""YAML in the form that strict reading accepts: block style, every scalar text, quoted only where it must be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from paragraf.writing.lines import word

Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`~<="
_NEEDS_QUOTES = re.compile(r":\s|:$|\s#")
_LONGEST_KEY = 1000  # libyaml looks for the colon of a key within 1024 characters


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """A mapping as a YAML file; an empty list or mapping is a key without value.

    Raises ValueError for a scalar with a line break and for a key of more than a thousand characters.
    """
    return "".join(f"{line}\n" for line in _mapping(tree))


def scalar(value: str) -> str:
    """A scalar, plain where YAML reads it back as it is, else in double quotes; raises ValueError for an empty one."""
    text = word(value, "Värdet", ())
    if text[0] not in _INDICATORS and not _NEEDS_QUOTES.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _mapping(tree: Mapping[str, Tree]) -> Iterator[str]:
    for key, value in tree.items():
        if len(key) > _LONGEST_KEY:
            raise ValueError(f"”{key[:40]}…” kan inte skrivas: {len(key)} tecken är för långt för en nyckel.")
        if isinstance(value, str):
            yield f"{scalar(key)}: {scalar(value)}"
        else:
            yield f"{scalar(key)}:"
            yield from (f"  {line}" for line in _lines(value))


def _lines(tree: Sequence[Tree] | Mapping[str, Tree]) -> Iterator[str]:
    if isinstance(tree, Mapping):
        yield from _mapping(tree)
        return
    for entry in tree:
        inner = [scalar(entry)] if isinstance(entry, str) else list(_lines(entry))
        yield f"- {inner[0]}"
        yield from (f"  {line}" for line in inner[1:])
