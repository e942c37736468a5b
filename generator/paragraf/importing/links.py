"""Links of an item's lists to files: other names, and those that stood there before."""

import re
from collections.abc import Mapping

from paragraf.model.derived import attachment_entry, list_entries

_LISTED = re.compile(r"- \[(?P<title>.+?)\]\((?P<file>bilagor/[^)]+)\)")


def relinked(text: str, renamed: Mapping[str, str]) -> str:
    """The same text with links to the files' new names."""
    for old, new in renamed.items():
        text = text.replace(f"]({old})", f"]({new})")
    return text


def with_links_of(text: str, now: str) -> str:
    """The same text; an entry of a list without link gets the one that the file now has for that very title."""
    links = {match["title"]: match["file"] for match in _LISTED.finditer(now)}
    lines = text.split("\n")
    for entry in list_entries(text):
        found = attachment_entry(entry.text, kind="underlag", listed=True, line=0)
        if found.file is None and found.withheld is None and found.title in links:
            lines[entry.line] = linked(lines[entry.line], found.title, links[found.title])
    return "\n".join(lines)


def linked(line: str, title: str, file: str) -> str:
    """A line of a list with its title as a link."""
    return line.replace(title, f"[{title}]({file})", 1)
