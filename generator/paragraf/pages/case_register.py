"""The register of cases, whatever its size: on one page, or shelved by the year of the diary and then by its series."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from paragraf.archive import Case
from paragraf.ids import slugify, template_regex
from paragraf.model import Organisation
from paragraf.pages import words
from paragraf.pages.body import shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, handling_view
from paragraf.pages.page import Page
from paragraf.pages.place import Place

LIMIT = 400
"""So many cases stand on one page at most, unless a single series of a single year has more."""
LATEST = 30
"""How many of those that were dealt with last are shown when the register is shelved."""
PATH = "arenden/"
_DIGITS = re.compile(r"(\d+)")

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """Cases that stand together."""

    label: str
    """2023, or 2023 SAN."""
    rows: tuple[Row, ...]

    @property
    def path(self) -> str:
        """Address of the shelf's own page, when it has one: arenden/ar/2023-san/."""
        return f"{PATH}ar/{slugify(self.label)}/"


def case_register(index: Index, limit: int = LIMIT) -> Iterator[Page]:
    """The register, and the pages of its shelves when there are more than `limit` cases."""
    place = Place(index=index, path=PATH)
    rows = [_row(place, case) for case in index.archive.cases.values()]
    shelves = list(shelved(rows, limit))
    is_split = len(rows) > limit
    latest = sorted(rows, key=lambda one: (one["date"]["iso"], _in_order(one)), reverse=True)[:LATEST]
    links = [
        {
            "label": one.label,
            "href": place.to(one.path) if is_split else f"#ar-{slugify(one.label)}",
            "count": len(one.rows),
        }
        for one in shelves
    ]
    groups = [Shelf(label="Senast behandlade", rows=tuple(latest))] if is_split else shelves
    yield _page(place, "register ärenden", "Ärenden", groups, total=len(rows), shelves=links, is_split=is_split)
    for shelf in shelves if is_split else ():
        inner = Place(index=index, path=shelf.path)
        moved = [_row(inner, index.archive.cases[one["key"]]) for one in shelf.rows]
        one = Shelf(label=shelf.label, rows=tuple(moved))
        yield _page(inner, f"register ärenden {shelf.label}", f"Ärenden {shelf.label}", [one], total=len(moved))


def shelved(rows: Sequence[Row], limit: int) -> Iterator[Shelf]:
    """The cases by the year of the diary, newest first; a year with more than `limit` also by its series."""
    ordered = sorted(rows, key=_in_order, reverse=True)
    for year, group in groupby(ordered, key=lambda one: one["year"]):
        cases = tuple(group)
        if len(cases) <= limit:
            yield Shelf(label=str(year), rows=cases)
            continue
        for series in sorted({one["series"] for one in cases}):
            held = tuple(one for one in cases if one["series"] == series)
            yield Shelf(label=f"{year} {series}".strip(), rows=held)


def series_of(organisation: Organisation, case: Case) -> tuple[int, str]:
    """Year and unit that a case's number tells: (2023, "SAN"); else the year in which it was first dealt with."""
    for pattern in organisation.number_patterns:
        match = re.fullmatch(template_regex(pattern.template), case.key, re.IGNORECASE)
        if match and (year := match.groupdict().get("year")):
            return int(year) + (2000 if len(year) == 2 else 0), (match.groupdict().get("unit") or "").upper()
    return case.handlings[0].meeting_id.date.year, ""


def _page(
    place: Place,
    key: str,
    title: str,
    groups: Sequence[Shelf],
    *,
    total: int,
    shelves: Sequence[Mapping[str, Any]] = (),
    is_split: bool = False,
) -> Page:
    crumbs = () if place.path == PATH else (("Ärenden", PATH),)
    bodies = dict.fromkeys(row["body"] for group in groups for row in group.rows)
    known = [body.name for body in shown_bodies(place.index)]
    return Page(
        path=place.path,
        key=key,
        template="cases.html",
        title=title,
        description="Ärenden med diarienummer, efter diariets år.",
        context={
            "frame": frame(place, label=title, crumbs=crumbs),
            "title": title,
            "total": words.count_of(total, "ärende", "ärenden"),
            "groups": [
                {"id": f"ar-{slugify(one.label)}", "label": one.label, "cases": list(one.rows)} for one in groups
            ],
            "shelves": list(shelves),
            "is_split": is_split,
            "bodies": sorted(bodies, key=lambda one: (one not in known, known.index(one) if one in known else 0, one)),
        },
    )


def _row(place: Place, case: Case) -> dict[str, Any]:
    year, series = series_of(place.index.organisation, case)
    last = handling_view(place, case.handlings[-1])
    return {**last, **case_link(place, case), "key": case.key, "year": year, "series": series}


def _in_order(row: Row) -> tuple[int, str, list[tuple[int, str]]]:
    """By year and series, and numbers by their value: 2 before 10."""
    parts = [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(row["key"]) if part]
    return row["year"], row["series"], parts
