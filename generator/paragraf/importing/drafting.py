"""What of a meeting becomes a draft when something is put into its folder: all that is new, and no more than that.

What has been published stays as it was: the agenda is not taken from its readers because its minutes have been read.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from paragraf.importing.factsmerge import OWNED, as_draft, blocks, plain
from paragraf.importing.ledger import FACTS
from paragraf.model import DRAFT_WORDS, Draft, Meeting, draft_part
from paragraf.reading.items import Context, read_agenda_item
from paragraf.reading.report import Report

Files = Mapping[str, str | bytes]

DOCUMENTS = {
    ("kallelse", ""): Draft.ALL,
    ("kallelse", "tillägg"): Draft.SUPPLEMENT,
    ("protokoll", ""): Draft.MINUTES,
    ("protokoll", "utdrag"): Draft.MINUTES,
}
"""Kind and variant of a document -> what is new in its meeting at the least."""
_HIDDEN = {
    Draft.ALL: "inget av mötet syns",
    Draft.MINUTES: "protokollet syns inte",
    Draft.SUPPLEMENT: "det som är tillagt i kallelsen syns inte",
    Draft.MINUTES | Draft.SUPPLEMENT: "protokollet och det som är tillagt i kallelsen syns inte",
}


def _hidden(draft: Draft) -> str:
    """What readers do not see of a draft, and what somebody has to do about that."""
    return f"{_HIDDEN[draft]} förrän ”utkast: {DRAFT_WORDS[draft]}” tas bort"


def told_of(draft: Draft) -> str:
    """A sentence (Swedish) for the report of an import."""
    if draft is Draft.ALL:
        return "Mötet är ett utkast och syns inte på webbplatsen."
    words = _hidden(draft)
    return f"{words[0].upper()}{words[1:]}."


def with_draft(facts: str, there: Draft, new: Draft) -> tuple[str, Draft, str]:
    """mote.yml with `utkast` for what was a draft (`there`) and what is new; what it is then; a note (Swedish) if
    something became a draft. Facts of which no more becomes a draft stay as they are.
    """
    draft = there | new
    if Draft.AGENDA in draft:
        draft = Draft.ALL
    if not draft:
        return facts, draft, ""
    facts = as_draft(facts, draft)
    if draft == there:
        return facts, draft, ""
    was = "var inget utkast" if there is Draft.NONE else f"hade ”utkast: {DRAFT_WORDS[there]}”"
    return facts, draft, f"Mappen {was}. Nu är den ändrad, och {_hidden(draft)}."


def parts_of(files: Files, removed: Collection[str], there: Meeting, folder: Path) -> Draft:
    """The parts of the meeting that are not what they were; `files`: what is to be written in its folder."""
    new = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
    old = {path: (folder / path).read_bytes() for path in {*files, *removed} if (folder / path).is_file()}
    renamed = {old[path] for path in removed} & {content for path, content in new.items() if path not in old}
    found = Draft.NONE
    for path in sorted({*new, *removed}):
        was, says = old.get(path), new.get(path)
        if was != says and not ({was, says} & renamed):
            found |= _part(path, says, was, there, folder)
    return found


def _part(path: str, new: bytes | None, old: bytes | None, there: Meeting, folder: Path) -> Draft:
    """The part that a file is of; `new` and `old`: None where there is none."""
    kind = path.partition("/")[0]
    if path == FACTS:
        return _of_facts((old or b"").decode(), (new or b"").decode())
    if kind == "protokoll":
        return Draft.MINUTES
    if kind == "kallelse":
        return _of_items(path, [one for one in (new, old) if one is not None])
    # An attachment: it is as public as the items that link it, and those that are new have their own say.
    agenda = there.agenda.items if there.agenda else ()
    texts = {one: (folder / "kallelse" / one.file).read_text("utf-8") for one in agenda} if kind == "bilagor" else {}
    found = Draft.NONE
    for item, text in texts.items():
        if path in text:
            found |= draft_part(item)
    return found


def _of_items(path: str, texts: Collection[bytes]) -> Draft:
    found = Draft.NONE
    for text in texts:
        report = Report(path)
        item = read_agenda_item(text.decode(), Path(path).name, Context(day=date.min), report)
        found |= draft_part(item) if item else Draft.AGENDA
    return found


def _of_facts(old: str, new: str) -> Draft:
    found = Draft.NONE
    for key in _differing(old, new):
        found |= Draft.MINUTES if key in OWNED["protokoll"] else Draft.AGENDA
    return found


def _differing(old: str, new: str) -> Iterator[str]:
    was, says = blocks(old), blocks(new)
    for key in dict.fromkeys((*was, *says)):
        if key != "utkast" and plain(was.get(key)) != plain(says.get(key)):
            yield key
