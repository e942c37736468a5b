"""What a document says, as single facts by field: of its truth, and of the folder that an import wrote.

A fact is a tuple of texts, its field apart; two facts agree when all their texts are equal. Blanks are collapsed, list
marks and Markdown's own signs are taken away, and case does not matter in headings, roles and the body's name, which
can stand in capitals; nothing else is forgiven.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paragraf.ids import ParagraphNumber
from paragraf.model import ParagraphSet
from paragraf.model.derived import clauses as clauses_of
from paragraf.reading import read_meeting
from paragraf.show import ADJUSTERS, meeting_as_json

Json = dict[str, Any]
Facts = dict[str, Counter[tuple[str, ...]]]

FIELDS: dict[str, str] = {
    "kind": "kallelse, tillägg, protokoll or utdrag",
    "body": "its name",
    "date": "the day",
    "times": "of the meeting, adjournments included; of an item",
    "place": "where",
    "attendance": "group, name and party",
    "roles": "name and role or title",
    "substitutes": "name and whom he or she serves for",
    "presence": "name and §§; name and distans",
    "adjusters": "name",
    "adjustments": "§§, day, announced, removed, place: all of them at once",
    "numbers": "§ or number of an item, letter included",
    "titles": "item and title",
    "case numbers": "item and one case number",
    "presenters": "item and one name",
    "section kinds": "item, heading and kind",
    "section texts": "item, heading and all its words in order; lists and votes have fields of their own",
    "paragraphs": "item, heading and one paragraph or entry of a list",
    "decisions": "item and one clause",
    "votes": "item, place of the vote, name, party and vote; a vote without names: what yes and no mean",
    "vote meanings": "item, what yes and what no means, where the document says so in words that can be taken out",
    "reservations": "item and the words",
    "underlag": "item and one title",
    "recipients": "item and one recipient",
    "attachments": "item, first and last line with text; in PDF and Word: item and title of the listed ones",
    "furniture": "number of the line; only of text",
}
"""Field -> what a fact of it holds."""

_ELSEWHERE = ("underlag", "bilagor", "meddelanden", "expedieras")
_SIGNING = ("ordförande", "sekreterare")
_FURNITURE = ("sidhuvud", "sidfot", "sidnummer", "brevhuvud", "länkmål")


def plain(text: str | None) -> str:
    """The words of Markdown or of a truth, with single blanks."""
    rows = [row for row in (text or "").split("\n") if not re.fullmatch(r"\|[\s|:-]+\|", row.strip())]
    return " ".join(" ".join(map(_plain_row, rows)).replace("\u00a0", " ").split())


def _plain_row(row: str) -> str:
    words = re.sub(r"^\s*(?:[-*+]|[•–—])\s+", "", row).strip()
    if words.startswith("|"):
        words = words.strip("|").replace("|", " ")
    words = re.sub(r"\[([^\]]+)\]\((?:bilagor|oplacerat)/[^)]*\)", r"\1", words)
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", words)


def blocks(text: str) -> list[str]:
    """Paragraphs and entries of lists, each as plain words."""
    found: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        rows: list[str] = []
        for row in part.split("\n"):
            if rows and not re.match(r"\s*(?:[-*+]\s|\d{1,2}[.)]\s|[a-zåäö]\)\s|att\s|\|)", row):
                rows[-1] += f" {row}"
            else:
                rows.append(row)
        found += [words for row in rows if (words := plain(row))]
    return found


def of_truth(known: Json, *, lines: bool) -> Facts:
    """The facts of a truth.json; `lines`: with numbers of lines."""
    facts = _empty()
    _meeting(facts, known)
    for group in known["attendance"]:
        _people(facts, group["label"], group["people"])
    _add(facts, "adjusters", *((name,) for name in known["adjusters"]))
    for item in known["items"]:
        votes = [(vote["yes_means"], vote["no_means"], vote["ballots"]) for vote in item["votes"]]
        _item(facts, item, votes, item["decision"], item["underlag"], polled=any(ballots for *_, ballots in votes))
        for one in item["attachments"]:
            if lines:
                _add(facts, "attachments", (_label(item), str(one["first"]), str(one["last"])))
            elif one["listed"]:
                _add(facts, "attachments", (_label(item), one["title"]))
    if lines:
        _add(facts, "furniture", *((str(number),) for number in known["furniture"]))
    return facts


def of_folder(folder: Path, source: Path | None, known: Json) -> Facts:
    """The facts of an imported folder; `source`: the text that it came from, None for other formats."""
    facts = _empty()
    meeting, _ = read_meeting(folder)
    if meeting is None:
        return facts
    shown = meeting_as_json(meeting)
    report = (folder / "import-rapport.md").read_text("utf-8")
    ledger = _ledger(report)
    shown["kind"] = _kind(report, shown["phase"])
    _meeting(facts, shown)
    for group in shown["attendance"]["groups"]:
        if group["label"] == ADJUSTERS:
            _add(facts, "adjusters", *((one["name"],) for one in group["people"]))
        else:
            _people(facts, group["label"], _without_signatures(group, known))
    told = {_label(one) for one in known["items"] for vote in one["votes"] if vote["yes_means"]}
    polled = {_label(one) for one in known["items"] for vote in one["votes"] if vote["ballots"]}
    rows = source.read_text("utf-8").replace("\f", "").split("\n") if source else []
    frame = {row for row, to in ledger.items() if to.startswith(_FURNITURE) and row <= len(rows) and rows[row - 1]}
    for item in shown["items"]:
        # The format has no item 4 a: there number and letter are part of the title.
        if lettered := re.fullmatch(r"(\d+) ?([a-zåäö])\W+(.*)", item["title"], re.IGNORECASE):
            item["number"], item["suffix"], item["title"] = int(lettered[1]), lettered[2].lower(), lettered[3]
        for section in item["sections"]:
            section["text"] = section["text"].replace("\\-", "-")
        votes = [(vote["yes_means"], vote["no_means"], vote["ballots"]) for vote in item["votes"]]
        decided = [
            plain(one.text) for part in item["sections"] if part["kind"] == "beslut" for one in clauses_of(part["text"])
        ]
        listed = [one["title"] for one in item["attachments"] if one["listed"]]
        label = _label(item)
        _item(facts, item, votes, decided, listed, polled=label in polled, meanings=label in told)
        for one in item["attachments"]:
            if not one["file"]:
                continue
            if source is None and one["listed"]:
                _add(facts, "attachments", (_label(item), one["title"]))
            elif source is not None:
                there = [row for row, to in ledger.items() if to == one["file"] and rows[row - 1].strip()]
                there = [row for row in there if row not in frame]
                if there:
                    _add(facts, "attachments", (_label(item), str(min(there)), str(max(there))))
    if source is not None:
        either = set(known["furniture_or_facts"])
        _add(facts, "furniture", *((str(row),) for row in sorted(frame - either) if rows[row - 1].strip()))
    return facts


def _without_signatures(group: Json, known: Json) -> list[Json]:
    """The people of a group. Who signs as chair or secretary may be told in a group of its own, or not."""
    label = group["label"].casefold()
    if label not in _SIGNING or any(one["label"].casefold() == label for one in known["attendance"]):
        return list(group["people"])
    there = {person["name"] for one in known["attendance"] for person in one["people"]}
    return [person for person in group["people"] if person["name"] not in there]


def _empty() -> Facts:
    return {name: Counter() for name in FIELDS}


def _add(facts: Facts, name: str, *those: tuple[str, ...]) -> None:
    facts[name].update(tuple(plain(text) for text in one) for one in those)


def _meeting(facts: Facts, known: Json) -> None:
    for name, key in (("kind", "kind"), ("body", "body"), ("date", "date"), ("times", "time"), ("place", "place")):
        if known.get(key):
            _add(facts, name, (known[key].casefold() if name == "body" else known[key],))
    sets = [one["paragraphs"] and ParagraphSet.parse(one["paragraphs"]) for one in known["adjustments"]]
    for one, those in zip(known["adjustments"], sets, strict=True):
        days = (str(one[key] or "-") for key in ("adjusted", "announced", "removed", "place"))
        _add(facts, "adjustments", (_covered(those, sets, known["items"]), *days))


def _covered(those: ParagraphSet | None, sets: Sequence[ParagraphSet | None], items: Sequence[Json]) -> str:
    """The §§ that an adjustment covers, one by one: "övriga" and "44-47" can mean the same."""
    numbers = [ParagraphNumber(number=one["paragraph"], suffix=one["suffix"]) for one in items if one.get("paragraph")]
    if those is None:
        return " ".join(map(str, numbers))
    if those.rest:
        return " ".join(str(one) for one in numbers if not any(other.covers(one) for other in sets if other))
    return " ".join(str(one) for one in numbers if those.covers(one))


def _people(facts: Facts, label: str, people: list[Json]) -> None:
    for one in people:
        _add(facts, "attendance", (label.casefold().rstrip(":"), one["name"], one["party"] or ""))
        for name, key in (("roles", "role"), ("substitutes", "serves_for"), ("presence", "paragraphs")):
            if one[key]:
                _add(facts, name, (one["name"], one[key].casefold() if key == "role" else one[key]))
        if one["remote"]:
            _add(facts, "presence", (one["name"], "distans"))


def _label(item: Json) -> str:
    number = item.get("paragraph") or item.get("number")
    suffix = item["suffix"]
    return f"{number or ''}{suffix}" or item["title"]


def _item(
    facts: Facts,
    item: Json,
    votes: list[tuple[str, str, list[Json]]],
    decided: list[str],
    underlag: list[str],
    *,
    polled: bool,
    meanings: bool = True,
) -> None:
    """`polled`: votes of people are known, so that the words of a vote's section are those of the table;
    `meanings`: what yes and no mean is said in words that can be taken out.
    """
    label = _label(item)
    _add(facts, "numbers", (label,))
    _add(facts, "titles", (label, item["title"]))
    _add(facts, "case numbers", *((label, case) for case in item["case_numbers"]))
    _add(facts, "presenters", *((label, one) for one in item["presenters"]))
    if item["time"]:
        _add(facts, "times", (label, item["time"]))
    sections = list(item["sections"])
    if item.get("text"):
        sections.insert(0, {"heading": "", "kind": "", "text": item["text"]})
    for section in sections:
        name = plain(section["heading"]).casefold().rstrip(" :")
        if name:
            _add(facts, "section kinds", (label, name, section["kind"]))
        if section["kind"] in _ELSEWHERE or (section["kind"] == "omrostning" and polled):
            continue
        if words := plain(section["text"]):
            _add(facts, "section texts", (label, name, words))
        _add(facts, "paragraphs", *((label, name, one) for one in blocks(section["text"])))
        if section["kind"] == "reservation":
            _add(facts, "reservations", (label, section["text"]))
    _add(facts, "decisions", *((label, one) for one in decided))
    for place, (yes, no, ballots) in enumerate(votes, 1):
        if (yes or no) and meanings:
            _add(facts, "vote meanings", (label, yes.rstrip("."), no.rstrip(".")))
        for one in ballots:
            _add(facts, "votes", (label, str(place), one["name"], one["party"] or "", one["vote"]))
    _add(facts, "underlag", *((label, one) for one in underlag))
    _add(facts, "recipients", *((label, one) for one in item["recipients"]))


def _ledger(report: str) -> dict[int, str]:
    """Number of a line -> where the report says that it went."""
    found: dict[int, str] = {}
    for line in report.split("\n"):
        if match := re.fullmatch(r"\| (\d+)(?:–(\d+))? \| (.*) \|", line):
            found |= dict.fromkeys(range(int(match[1]), int(match[2] or match[1]) + 1), match[3])
    return found


def _kind(report: str, phase: str) -> str:
    """The kind of document as the report's title has it."""
    words = report.partition("\n")[0].casefold()
    if "tillägg" in words:
        return "tillägg"
    return "utdrag" if "utdrag" in words else phase
