"""Documents put together at random from the parts of the layout families: what must hold whatever they look like."""

import re
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from importing.cases import files_of
from importing.describing import FAMILIES, Block, Description, names, read_description
from importing.printing import print_pages
from importing.rendering import raw_text
from paragraf import importing
from paragraf.reading import read_meeting
from paragraf.writing import meeting_files

FAMILY = {name: read_description(FAMILIES / name) for name in names()}
_FRAME = ("head", "foot", "first_head")
_TYPE = ("hyphen", "bullet", "list_bullet", "soft", "indent", "heading", "votes", "width", "page")
_NUMBERING = ("item", "hang", "contents")


def front_of(description: Description) -> tuple[Block, ...]:
    """What stands before the first item."""
    first = next(index for index, block in enumerate(description.blocks) if block.word == "item")
    return description.blocks[:first]


def items_of(description: Description) -> list[tuple[Block, ...]]:
    """The items, each with all that belongs to it."""
    starts = [index for index, block in enumerate(description.blocks) if block.word == "item"]
    ends = [*starts[1:], len(description.blocks)]
    return [description.blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def is_agenda(name: str) -> bool:
    """Whether a family is an agenda, or a supplement to one."""
    return FAMILY[name].facts["kind"] in ("kallelse", "tillägg")


FRONTS = {name: front_of(one) for name, one in FAMILY.items()}
ITEMS = [item for one in FAMILY.values() for item in items_of(one) if item[0].printed]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A front page, page furniture, type, numbering and items, each drawn from any family."""
    draws = st.sampled_from(sorted(FAMILY))
    front = draw(draws)
    layout = {}
    # §§ stand in minutes, numbers in agendas: numbering is of the same kind of document as the front page.
    alike = st.sampled_from([name for name in sorted(FAMILY) if is_agenda(name) == is_agenda(front)])
    for keys, families in ((_FRAME, alike), (_TYPE, draws), (_NUMBERING, alike)):
        chosen = FAMILY[draw(families)].layout
        layout |= {key: chosen[key] for key in keys if key in chosen}
    first = draw(st.integers(1, 400))
    chosen_items = draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=6))
    blocks = [block for block in FRONTS[front] if block.word != "contents" or "contents" in layout]
    for number, item in enumerate(chosen_items, first):
        head = re.sub(r"(@@?item )\d*[a-zA-Z]?;", rf"\g<1>{number};", item[0].text)
        blocks += [replace(item[0], text=head), *_shuffled(draw, item[1:])]
    description = Description(name=front, facts=FAMILY[front].facts, layout=layout, blocks=tuple(blocks))
    return raw_text(description) if draw(st.booleans()) else print_pages(description).text


def _shuffled(draw: st.DrawFn, blocks: tuple[Block, ...]) -> list[Block]:
    """The sections of an item in any order, some of them left out; what stands before the first one comes first."""
    starts = [index for index, block in enumerate(blocks) if block.word == "heading"]
    sections = [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]
    kept = draw(st.permutations(sections)) if draw(st.booleans()) else sections
    dropped = draw(st.integers(0, len(kept)))
    before = blocks[: starts[0]] if starts else blocks
    return [*before, *(block for place, section in enumerate(kept) if place != dropped for block in section)]


def lines_told(report: str) -> list[int]:
    """The numbers of the lines in the report's table, as they come."""
    rows = re.findall(r"^\| (\d+)(?:–(\d+))? \| \S.* \|$", report, flags=re.MULTILINE)
    return [number for first, last in rows for number in range(int(first), int(last or first) + 1)]


def rows_of(text: str) -> int:
    """How many lines a text has; a line end at its end begins no new one."""
    return text.count("\n") + (not text.endswith("\n"))


@settings(max_examples=120, deadline=None)
@given(text=documents())
def test_nothing_is_lost_and_what_is_written_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "dokument.txt"
        source.write_text(text, encoding="utf-8", newline="\n")
        result = importing.run(source, Path(place) / "content")
        if result.folder is None:
            # Refused for what the document says, never because the import itself lost a line.
            assert result.problems
            assert [problem.message for problem in result.problems if problem.code == "rad-saknas"] == []
            assert not (Path(place) / "content").exists() or not files_of(Path(place) / "content")
            return
        written = files_of(result.folder)
        assert lines_told(written["import-rapport.md"]) == list(range(1, rows_of(text) + 1))
        meeting, problems = read_meeting(result.folder)
        assert meeting is not None
        assert [str(problem) for problem in problems if problem.severity == "fel"] == []
        again = meeting_files(meeting)
        assert {path: written[path] for path in again} == again


@settings(max_examples=60, deadline=None)
@given(text=documents(), data=st.data())
def test_a_document_cut_anywhere_is_read_or_refused(text: str, data: st.DataObject) -> None:
    """Pages lost, lines doubled, a file that ends too early: never an exception, and never a line that is lost."""
    rows = text.split("\n")
    start = data.draw(st.integers(0, len(rows)))
    end = data.draw(st.integers(start, len(rows)))
    ways = [rows[:end], rows[start:], rows[:start] + rows[end:], rows + rows[start:]]
    cut = "\n".join(data.draw(st.sampled_from(ways)))
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "dokument.txt"
        source.write_text(cut, encoding="utf-8", newline="\n")
        result = importing.run(source, Path(place) / "content")
        assert result.folder is not None or result.problems
        if result.folder is not None:
            told = lines_told((result.folder / "import-rapport.md").read_text("utf-8"))
            assert told == list(range(1, rows_of(cut) + 1))
