"""What an item's own text says, read by pure functions: decision, proposal, clauses, lists, votes, type, outcome.

Text is kept once, as the author wrote it (Section.text); what is derived is never stored beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from paragraf.model.items import AttachmentEntry, Item, Section
from paragraf.vocabulary.items import ATTACHMENT_KINDS, QUIET_TYPES, VOTES, outcome_of, type_of
from paragraf.vocabulary.voting import meanings

_ENTRY = re.compile(r"^\s{0,3}(?:[-*+]|\d+[.)])\s+(.*)$")
# A file name may hold blanks and balanced parentheses: an entry is one line, so nothing else can follow it.
_LINK = re.compile(r"\[(?P<title>[^\]]{0,500})\]\((?P<file>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_WITHHELD = re.compile(r"\(publiceras (?:inte|ej)(?::\s*(?P<reason>[^()]*(?:\([^()]*\)[^()]*)*))?\)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^\s{0,3}(?:[-–*+•]|\d{1,2}[.)]|[a-zåäö][.)](?=\s)|(?=(?:(?:samt|dels) )?[Aa]tt\s))\s*(?P<text>\S.*)$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ListEntry:
    """A line of a Markdown list."""

    text: str
    """With its continuation lines, joined by blanks."""
    line: int
    """Line within the text, from 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ballot:
    """How one person voted."""

    name: str
    party: str | None
    vote: str
    """As written; one of vocabulary.items.VOTES when right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """One omröstning (KL 5:54–56, 5:67)."""

    yes_means: str
    no_means: str
    ballots: tuple[Ballot, ...]
    """Empty for a closed vote."""
    line: int
    """Line of the section in its file."""

    def count(self, vote: str) -> int:
        """How many voted so ("ja", "nej", "avstår"…)."""
        return sum(ballot.vote.casefold() == vote for ballot in self.ballots)


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """One att-sats of a decision."""

    number: int
    """From 1, in order: the anchor is beslut-1."""
    text: str
    """As written, its own number or word included."""
    first: int = field(default=0, compare=False)
    """Line within the decision, from 0, where it begins."""
    last: int = field(default=0, compare=False)
    """Line within the decision where it ends."""


def split_person(text: str) -> tuple[str, str | None]:
    """Name and party of "Siv Exempel (S)"; party None when there is none."""
    match = re.search(r"\(([^()]{1,12})\)\s*$", text)
    return (text[: match.start()].strip(), match[1].strip()) if match else (text.strip(), None)


def list_entries(text: str) -> tuple[ListEntry, ...]:
    """The entries of the lists in a Markdown text; a line that is not indented and no bullet ends an entry."""
    found: list[tuple[int, list[str]]] = []
    open_entry = False
    for number, line in enumerate(text.split("\n")):
        if match := _ENTRY.match(line):
            found.append((number, [match[1].strip()]))
            open_entry = True
        elif open_entry and line.startswith("  ") and line.strip():
            found[-1][1].append(line.strip())
        else:
            open_entry = False
    return tuple(ListEntry(text=" ".join(lines), line=number) for number, lines in found)


def attachment_entry(text: str, *, kind: str, listed: bool, line: int) -> AttachmentEntry:
    """Read "[Titel](bilagor/fil.pdf)", "Titel" or "Titel (publiceras inte: skäl)"."""
    withheld = _WITHHELD.search(text)
    rest = text[: withheld.start()].strip() if withheld else text.strip()
    link = _LINK.search(rest)
    title = (rest[: link.start()] + link["title"] + rest[link.end() :]).strip() if link else rest
    return AttachmentEntry(
        title=title,
        file=link["file"].strip() if link else None,
        withheld=(withheld["reason"] or "").strip() if withheld else None,
        kind=kind,
        listed=listed,
        line=line,
    )


def attachments(item: Item) -> tuple[AttachmentEntry, ...]:
    """All attachments of an item: its lists in order, then the facts Bilaga."""
    listed = [
        attachment_entry(entry.text, kind=section.kind, listed=True, line=section.text_line + entry.line)
        for section in item.sections
        if section.kind in ATTACHMENT_KINDS
        for entry in list_entries(section.text)
    ]
    return (*listed, *item.unlisted)


def section_text(item: Item, kind: str) -> str | None:
    """The text of all sections of a kind, joined by a blank line; None when there is no such section."""
    texts = [section.text for section in item.sections if section.kind == kind]
    return "\n\n".join(text for text in texts if text) if texts else None


def decision(item: Item) -> str | None:
    """What was decided, as Markdown; None without such a section."""
    return section_text(item, "beslut")


def proposal(item: Item) -> str | None:
    """What was proposed before the meeting, as Markdown; None without such a section."""
    return section_text(item, "forslag")


def recipients(item: Item) -> tuple[str, ...]:
    """Who gets the decision: entries of lists, else lines."""
    text = section_text(item, "expedieras") or ""
    entries = list_entries(text)
    if entries:
        return tuple(entry.text for entry in entries)
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a decision: numbered, dashed and att-lines; a text without any is one clause."""
    found: list[str] = []
    lines: list[tuple[int, int]] = []
    current = False
    rows = text.split("\n")
    for row, line in enumerate(rows):
        if match := _CLAUSE.match(line):
            found.append(line.strip() if line.lstrip()[:1].isalnum() else match["text"].strip())
            lines.append((row, row))
            current = True
        elif line.strip() and (current or (found and line.startswith("    "))):
            found[-1] += f" {line.strip()}"
            lines[-1] = (lines[-1][0], row)
        elif not line.strip() or not line.startswith("    "):
            current = False
    if not found and text.strip():
        found = [" ".join(text.split())]
        lines = [(0, len(rows) - 1)]
    return tuple(
        Clause(number=number, text=words, first=first, last=last)
        for number, (words, (first, last)) in enumerate(zip(found, lines, strict=True), 1)
    )


def decided_clauses(item: Item) -> tuple[str, ...]:
    """The clauses of all that was decided, section by section: running text that stands as a section of its own is one
    clause, beside the clauses that are proposed to another body.
    """
    return tuple(one.text for part in item.sections if part.kind == "beslut" for one in clauses(part.text))


def votes(item: Item) -> tuple[Vote, ...]:
    """Every omröstning of an item, in order."""
    found = []
    for place, section in enumerate(item.sections):
        if section.kind != "omrostning":
            continue
        means = meanings_of_vote(item.sections, place)
        ballots = []
        for line in section.text.split("\n"):
            if len(cells := table_cells(line)) >= 2 and cells[1].casefold() in VOTES:
                name, party = split_person(cells[0])
                ballots.append(Ballot(name=name, party=party, vote=cells[1].casefold()))
        found.append(
            Vote(
                yes_means=means.get("ja", ""),
                no_means=means.get("nej", ""),
                ballots=tuple(ballots),
                line=section.line,
            )
        )
    return tuple(found)


def meanings_of_vote(sections: Sequence[Section], place: int) -> dict[str, str]:
    """What "ja" and "nej" mean in the vote at a place among an item's sections: by its own text, else by the last
    paragraph that says both of the propositionsordning between the vote before and it.
    """
    own = vote_meanings(sections[place].text)
    for section in reversed(sections[:place] if not own else ()):
        if section.kind == "omrostning":
            break
        if section.kind == "proposition":
            paragraphs = [vote_meanings(one) for one in reversed(section.text.split("\n\n"))]
            return next((one for one in paragraphs if len(one) > 1), vote_meanings(section.text))
    return own


def vote_meanings(text: str) -> dict[str, str]:
    """What "ja" and "nej" mean by the text of a vote: by lines "Ja: …", else by its sentences."""
    return meanings("\n".join(line for line in text.split("\n") if not line.lstrip().startswith("|")))


def table_cells(line: str) -> tuple[str, ...]:
    """The cells of a row of a Markdown table; empty for other lines and for the ruler under the head."""
    stripped = line.strip()
    if not stripped.startswith("|") or not re.search(r"[^|:\-\s]", stripped):
        return ()
    return tuple(cell.strip() for cell in stripped.strip("|").split("|"))


def item_type(item: Item) -> str:
    """The stated type, else the one that the title tells."""
    return item.type or type_of(item.title)


def outcome(item: Item) -> str | None:
    """The stated outcome, else the one that the decision's words tell; None without a decision."""
    return item.outcome or outcome_of(decision(item) or "")


def is_quiet(item: Item) -> bool:
    """Whether an item is formalia or plain information: it says little about what was decided."""
    return item_type(item) in QUIET_TYPES or outcome(item) == "information"
