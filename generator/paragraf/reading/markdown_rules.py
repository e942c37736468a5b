"""What must not stand in any Markdown that authors write, whichever file it is."""

import re

from paragraf.model.fences import fence_after
from paragraf.reading.report import Report, short

_CODE = re.compile(r"`[^`]*`")
_ENOUGH = 20


def no_comments(lines: list[str], first_line: int, report: Report) -> None:
    """Report the comments of HTML outside code: their author thinks that they are hidden, but everyone sees them."""
    fence, found = "", 0
    for number, line in enumerate(lines, first_line):
        before, fence = fence, fence_after(line, fence)
        if fence or before or "<!--" not in line or "<!--" not in _CODE.sub("", line):
            continue
        message = f"”{short(line)}” är en kommentar i HTML. Den döljs inte: varje läsare skulle se den."
        report.add("synlig-kommentar", number, message, "Ta bort den.")
        found += 1
        if found == _ENOUGH:
            return
