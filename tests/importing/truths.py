"""What a right import of a family knows: truth.json, by its description.

In tests/: `python -m importing.truths [folder]` writes source.txt and truth.json of every family of the folder.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from importing.describing import FAMILIES, Block, Description, Json, header, heading, names, person, read_description
from importing.printing import print_pages

LISTS = {"underlag": "underlag", "bilagor": "underlag", "meddelanden": "underlag", "expedieras": "recipients"}
"""Kinds of sections whose blocks are entries of a list -> the field that they fill."""

_CLAUSE = re.compile(r"(?:- |\d{1,2}[.)] |[a-zåäö]\) |att )")


def truth(description: Description, attached: list[tuple[int, int]], furniture: list[int], either: list[int]) -> Json:
    """What a right import knows, in parts of the form of `paragraf show --json`.

    `attached`: first and last line of every attached document in order; `furniture`: numbers of the lines that only
    frame the pages; `either`: numbers of those that also tell a fact, the first page's.
    """
    facts = description.facts
    places = iter(attached)
    items: list[Json] = []
    for block in description.blocks:
        _take(block, items, places)
    groups = facts.get("attendance") or {}
    minutes = facts["kind"] in ("protokoll", "utdrag")
    return {
        "kind": facts["kind"],
        "body": facts["body"],
        "date": facts["date"],
        "time": facts.get("time"),
        "place": facts.get("place"),
        "attendance": [{"label": label, "people": [person(one) for one in those]} for label, those in groups.items()],
        "adjusters": facts.get("adjusters", []),
        "adjustments": [
            {key: one.get(key) for key in ("paragraphs", "adjusted", "announced", "removed", "place")}
            for one in facts.get("adjustments", [])
        ],
        "items": [_finished(item, minutes) for item in items],
        "furniture": furniture,
        "furniture_or_facts": either,
    }


def _take(block: Block, items: list[Json], places: Iterator[tuple[int, int]]) -> None:
    item = items[-1] if items else None
    if block.word == "item":
        number, suffix, title, cases = header(block)
        items.append(
            {
                "number": number,
                "suffix": suffix,
                "title": title,
                "case_numbers": cases,
                "presenters": [],
                "time": None,
                "sections": [{"heading": "", "kind": "", "blocks": []}],
                "votes": [],
                "attachments": [],
                "said": {},
            }
        )
    elif item is None:
        return
    elif block.word == "heading":
        words, kind = heading(block)
        item["sections"].append({"heading": words, "kind": kind, "blocks": []})
    elif block.word in ("text", "meaning"):
        item["sections"][-1]["blocks"].append(block.text)
    elif block.word == "table":
        cells = [" ".join(cell.strip() for cell in row.text.split(" ; ")) for row in block.rows]
        item["sections"][-1]["blocks"] += cells
    elif block.word == "vote":
        item["votes"].append(_vote(block))
    elif block.word == "presenter":
        item["presenters"].append(block.text)
    elif block.word == "time":
        item["time"] = block.text
    elif block.word in ("attachment", "unlisted"):
        first, last = next(places)
        listed = block.word == "attachment"
        item["attachments"].append({"title": block.text, "listed": listed, "first": first, "last": last})
    elif block.word in ("recipients", "underlag", "decision"):
        item["said"][block.word] = [one.strip() for one in block.text.split(";")]


def _vote(block: Block) -> Json:
    yes, _, no = block.text.partition(";")
    ballots = []
    for row in block.rows:
        who, _, vote = row.text.rpartition(":")
        one = person(who)
        ballots.append({"name": one["name"], "party": one["party"], "vote": vote.strip()})
    return {"yes_means": yes.strip(), "no_means": no.strip(), "ballots": ballots}


def _finished(item: Json, minutes: bool) -> Json:
    sections = [section for section in item["sections"] if section["heading"] or section["blocks"]]
    lists: dict[str, list[str]] = {"underlag": [], "recipients": []}
    for section in sections:
        if section["kind"] in LISTS:
            lists[LISTS[section["kind"]]] += [block.removeprefix("- ") for block in section["blocks"]]
        elif section["kind"] == "delegationsbeslut":  # a list of documents too, but for the rows of a table
            lists["underlag"] += [block[2:] for block in section["blocks"] if block.startswith("- ")]
    said = item["said"]
    return {
        "paragraph" if minutes else "number": item["number"],
        "suffix": item["suffix"],
        "title": item["title"],
        "case_numbers": item["case_numbers"],
        "presenters": item["presenters"],
        "time": item["time"],
        "sections": [
            {"heading": one["heading"], "kind": one["kind"], "text": "\n\n".join(one["blocks"])} for one in sections
        ],
        "decision": said.get("decision") or clauses(sections),
        "votes": item["votes"],
        "reservations": ["\n\n".join(one["blocks"]) for one in sections if one["kind"] == "reservation"],
        "underlag": said.get("underlag") or lists["underlag"],
        "recipients": said.get("recipients") or lists["recipients"],
        "attachments": item["attachments"],
    }


def clauses(sections: list[Json]) -> list[str]:
    """The clauses of a decision, section by section: numbered, dashed and att-lines; without any all of it is one."""
    found: list[str] = []
    for one in sections:
        blocks = one["blocks"] if one["kind"] == "beslut" else []
        marked = [block.removeprefix("- ") for block in blocks if _CLAUSE.match(block)]
        found += marked or ([" ".join(blocks)] if blocks else [])
    return found


def files(folder: Path) -> dict[str, str]:
    """source.txt and truth.json of a family, by its description."""
    description = read_description(folder)
    printed = print_pages(description)
    known = truth(description, printed.attached, printed.furniture, printed.either)
    return {"source.txt": printed.text, "truth.json": json.dumps(known, ensure_ascii=False, indent=1) + "\n"}


def main(folder: Path) -> None:
    """Write the files of every family of a folder."""
    for name in names(folder):
        for file, content in files(folder / name).items():
            (folder / name / file).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FAMILIES)
