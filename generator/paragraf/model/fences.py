"""Code fences of Markdown: where a heading is text."""

import re

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*)$")


def fence_after(line: str, fence: str) -> str:
    """The code fence that is open after a line, given the one that was open before it (empty: none)."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return "" if match["fence"][0] == "`" and "`" in match["info"] else match["fence"]
    closes = match["fence"][0] == fence[0] and len(match["fence"]) >= len(fence) and not match["info"].strip()
    return "" if closes else fence
