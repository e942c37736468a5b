"""mote.yml when a document comes to a meeting that has one: key by key, so that what an author wrote stays as written.

A key is taken from the document when nobody has edited it since an import wrote it, and left alone when the document
says what it said before. Comments, order and every key that the document knows nothing of stay.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from paragraf.model import DRAFT_WORDS, Draft

AGENDA = "kallelse"
_ORDER = (
    *("organ", "datum", "typ", "tid", "plats", "utkast", "inställt", "flyttat till", "original", AGENDA),
    *("justering", "närvaro", "ej på webben"),
)
_AGENDA_ORDER = ("publicerad", "tid", "plats", "kallade")
OWNED: Mapping[str, tuple[str, ...]] = {
    "protokoll": ("tid", "plats", "justering", "närvaro"),
    "kallelse": ("kallelse/tid", "kallelse/plats", "kallelse/kallade"),
}
"""Kind of document -> the keys that it tells."""

Blocks = dict[str, str]
"""Key -> its lines as they stand, comments above it included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactsMerged:
    """What came of it."""

    text: str
    """With everything that can be taken without asking."""
    asked: str
    """With the keys too that an author has edited."""
    differing: tuple[str, ...]
    """Those keys."""


def merge_facts(
    now: str, base: str, new: str, kind: str, *, only_fill: bool = False, replace: bool = False
) -> FactsMerged:
    """`now`: as it lies on disk; `base`: as an import left it; `new`: what the document says.

    `only_fill`: the document only adds what is missing (a supplement, an extract). `replace`: its keys replace what
    was edited.
    """
    disk, before, told = blocks(now), blocks(base), blocks(new)
    taken, asked, differing = dict(disk), dict(disk), []
    for key in OWNED[kind]:
        there, was, says = disk.get(key), before.get(key), told.get(key)
        if says is None or plain(there) == plain(says):
            continue
        if replace or (there is None and was is None) or (plain(there) == plain(was) and not only_fill):
            taken[key] = asked[key] = says
        elif plain(says) != plain(was):
            asked[key] = says
            differing.append(key)
    new_keys = set(told) - set(disk)
    return FactsMerged(
        text=together(taken, new=new_keys), asked=together(asked, new=new_keys), differing=tuple(differing)
    )


def remembered(base: str, new: str, kind: str, *, only_fill: bool = False) -> str:
    """What the documents together have told so far: the `base` of the next merge."""
    before, told = blocks(base), blocks(new)
    own = {key: told[key] for key in OWNED[kind] if key in told}
    return together({**own, **before} if only_fill else {**before, **own})


def as_draft(text: str, draft: Draft) -> str:
    """The same facts with `utkast` for the parts that are drafts; the text itself when it says so."""
    found, line = blocks(text), f"utkast: {DRAFT_WORDS[draft]}\n"
    if plain(found.get("utkast")) == line:
        return text
    new = {"utkast"} - set(found)
    found["utkast"] = line
    return together(found, new=new)


def blocks(text: str) -> Blocks:
    """The keys of a mote.yml; those of `kallelse` as kallelse/tid, where they are indented by two blanks."""
    found = _blocks(text.splitlines(keepends=True), "")
    agenda = found.get(AGENDA, "")
    inner = _blocks(agenda.splitlines(keepends=True)[1:], "  ") if agenda.startswith(f"{AGENDA}:\n") else {}
    if inner and not any(key.startswith(" ") for key in inner):
        at = list(found).index(AGENDA)
        rows = list(found.items())
        rows[at : at + 1] = [(f"{AGENDA}/{key}", block) for key, block in inner.items()]
        return dict(rows)
    return found


def together(found: Blocks, *, new: Collection[str] = ()) -> str:
    """The text of the keys as they stand; those that are new are put where they usually stand."""
    top: Blocks = {}
    agenda: Blocks = {}
    for key, block in found.items():
        if key.startswith(f"{AGENDA}/"):
            agenda[key.removeprefix(f"{AGENDA}/")] = block
            top.setdefault(AGENDA, "")
        else:
            top[key] = block
    if agenda:
        late = {key.removeprefix(f"{AGENDA}/") for key in new}
        top[AGENDA] = f"{AGENDA}:\n{_in_order(agenda, _AGENDA_ORDER, late)}"
        new = {*new, *({AGENDA} if {f"{AGENDA}/{key}" for key in agenda} <= set(new) else ())}
    return _in_order(top, _ORDER, new)


def _in_order(found: Blocks, order: Sequence[str], new: Collection[str]) -> str:
    placed = [key for key in found if key not in new]
    for key in (one for one in order if one in found and one in new):
        before = [at for at, other in enumerate(placed) if other in order and order.index(other) < order.index(key)]
        placed.insert(max(before) + 1 if before else 0, key)
    return "".join(found[key] if found[key].endswith("\n") else f"{found[key]}\n" for key in placed)


def _blocks(lines: Sequence[str], indent: str) -> Blocks:
    found: Blocks = {}
    above: list[str] = []
    key = ""
    for line in lines:
        match = re.match(rf"{indent}([^\s#:-][^:]*):(?:\s|$)", line)
        if match:
            key = match[1]
            found[key] = "".join(above) + line
            above = []
        elif not line.strip() or line.lstrip().startswith("#"):
            above.append(line)
        else:
            found[key] = found.get(key, "") + "".join(above) + line
            above = []
    if above:
        found[key] = found.get(key, "") + "".join(above)
    return found


def plain(block: str | None) -> str | None:
    """A block without comments and blank lines."""
    if block is None:
        return None
    return "".join(
        line for line in block.splitlines(keepends=True) if line.strip() and not line.lstrip().startswith("#")
    )
