"""A description as a PDF and as a Word file, through the paper of papers.py."""

import re
from collections.abc import Callable, Iterator

from importing.describing import Block, Description, header, heading
from importing.papers import Paper, docx, pdf

FORMATS: dict[str, Callable[[str, Paper], bytes]] = {"pdf": pdf, "docx": docx}


def render(description: Description, form: str) -> bytes:
    """The document's bytes; `form` is pdf or docx. Its truth is that of the text, line numbers apart."""
    text = "\n".join(_rows(description))
    return FORMATS[form](text.replace("\n\f\n", "\f"), _paper(description))


def _paper(description: Description) -> Paper:
    layout = description.layout
    widths = tuple(float(one) for one in str(layout.get("cells", "")).split())
    first = layout.get("first_head")
    return Paper(
        size=10,
        leading=13,
        margins=(110, 60, 80, 65),
        header=_frame(layout.get("head", "")),
        footer=_frame(layout.get("foot", "")),
        first_header=_frame(first) if first else None,
        widths=widths,
    )


def _frame(text: str) -> tuple[str, ...]:
    """Lines of a head or foot: what stands at the left and, after a tab or many blanks, at the right."""
    rows = [row for row in text.split("\n") if row.strip()]
    return tuple(re.sub(r"\t| {3,}(?=\S)", "\t\t", row.rstrip()) for row in rows)


def _rows(description: Description) -> Iterator[str]:
    layout = description.layout
    items = [block for block in description.blocks if block.word == "item"]
    for index, block in enumerate(description.blocks):
        if block.word == "page":
            yield "\f"
        elif not block.printed or block.word in ("meaning", "furniture"):
            continue
        elif block.word == "blank":
            yield ""
        elif block.word == "raw":
            yield _cells(block.text)
        elif block.word == "heading":
            words = heading(block)[0]
            yield f"## {words.upper() if layout.get('heading') == 'upper' else words}"
        elif block.word == "item":
            yield from _item(description, block, description.blocks[index + 1 : index + 8])
        elif block.word == "contents":
            for one in items:
                number, suffix, title, _ = header(one)
                label = layout["contents"].partition("{title}")[0].format(number=number, label=f"{number}{suffix}")
                yield f"{label.strip()}\t{title}"
        elif block.word == "vote":
            yield from _vote(block, layout.get("votes", "columns"))
        elif block.word == "table":
            for row in block.rows:
                yield "\t".join(cell.strip() for cell in row.text.split(" ; "))
        else:
            yield block.text


def _cells(text: str) -> str:
    """A line in columns as cells; a line that begins in a later column has an empty first one."""
    parts = re.split(r" {2,}", text.rstrip())
    return "\t".join(parts)


def _item(description: Description, block: Block, following: tuple[Block, ...]) -> Iterator[str]:
    number, suffix, title, cases = header(block)
    told = {"presenter": "", "time": ""}
    for one in following:
        if one.word not in told:
            break
        told[one.word] = ", ".join(part for part in (told[one.word], one.text) if part)
    values = {
        "number": f"{number or ''}{suffix and f' {suffix}'}",
        "label": f"{number or ''}{suffix.upper()}",
        "title": title,
        "cases": ", ".join(cases),
        **told,
    }
    template = str(description.layout.get("item", "§ {number} {title}"))
    template = re.sub(r"\[([^\]]*?\{(\w+)\}[^\]]*)\]", lambda match: match[1] if values[match[2]] else "", template)
    for row in template.rstrip("\n").split("\n"):
        text = row.format(**values).rstrip()
        if not row:
            yield ""
        elif "\t" in text:
            yield text
        elif text.strip():
            yield f"# {text.strip()}"


def _vote(block: Block, how: str) -> Iterator[str]:
    ballots = [row.text.rpartition(":") for row in block.rows]
    sides = ("ja", "nej", "avstår")
    if how == "colon":
        for side in sides:
            those = ", ".join(who for who, _, vote in ballots if vote.strip() == side)
            if those:
                yield f"{side.capitalize()}: {those}"
    elif how == "words":
        yield "Ledamot\tRöst"
        for who, _, vote in ballots:
            yield f"{who}\t{vote.strip().capitalize()}"
    else:
        yield "Ledamot\tJa\tNej\tAvstår"
        for who, _, vote in ballots:
            yield "\t".join((who, *("X" if vote.strip() == side else "" for side in sides)))
        yield "\t".join(("Summa", *(str(sum(vote.strip() == side for _, _, vote in ballots)) for side in sides)))
