"""The page of statistics: drawn charts, each with its figures in a table beside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from paragraf.figures import Activity, Delay, Presence, Spread, activity, delays, outcomes, presence, spread, total
from paragraf.figures.delays import NOTICE_LIMIT
from paragraf.model import Body
from paragraf.pages import words
from paragraf.pages.body import body_anchor, shown_bodies
from paragraf.pages.charts import bars, columns, dots, parts
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.vocabulary.items import OUTCOMES

PATH = "statistik/"
YEARS = 8
"""How many years are drawn; the tables have all."""
TALL, LOW = 120, 72
"""Pixels of the highest column, in a chart of all bodies and in one of each."""
FEW = 3
"""With fewer numbers than this there is no median to speak of."""


def statistics_page(index: Index) -> Iterator[Page]:
    """The page of statistics."""
    place = Place(index=index, path=PATH)
    rows = activity(index.public)
    years = sorted({one.year for one in rows})
    waits = delays(index.public)
    attended = presence(index.public)
    adjusted = _waits(place, waits, "adjusted")
    announced = _waits(place, waits, "announced")
    sections = (
        ("Sammanträden och beslut", "verksamhet", bool(rows)),
        ("Hur besluten blev", "utfall", bool(rows)),
        ("Tid till justering", "justering", bool(adjusted)),
        ("Tid till anslag", "anslag", bool(announced)),
        ("Närvaro", "narvaro", bool(attended)),
        ("Så är det räknat", "raknat", bool(rows)),
    )
    yield Page(
        path=PATH,
        key="statistik",
        template="statistics.html",
        title="Statistik",
        description="Sammanträden och beslut per organ och år, tid till justering och anslag, och närvaro.",
        context={
            "frame": frame(
                place,
                label="Statistik",
                toc=[(label, anchor) for label, anchor, there in sections if there],
                filters={"typ": "Sida"},
            ),
            "coverage": place.to("vad-som-finns/"),
            "sums": _sums(rows),
            "span": f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years)),
            "this_year": words.long_date(index.day) if index.day.year in years else "",
            "cut": len(years) > YEARS,
            "most_years": YEARS,
            "yearly": _yearly(rows, years) if rows else [],
            "by_body": list(_by_body(place, rows, years)),
            "activity": list(_activity_table(place, rows)),
            "outcomes": _outcomes(index),
            "adjusted": adjusted,
            "announced": announced,
            "attended": list(_attended(place, attended)),
            "few": FEW,
        },
    )


def _sums(rows: Sequence[Activity]) -> list[dict[str, str]]:
    whole = total(rows)
    return [
        {"label": label, "value": str(value)}
        for label, value in (
            ("Sammanträden", whole.meetings),
            ("Paragrafer", whole.paragraphs),
            ("Beslut", whole.decisions),
            ("Förslag till annat organ", whole.proposals),
        )
    ]


def _yearly(rows: Sequence[Activity], years: Sequence[int]) -> list[dict[str, Any]]:
    """All bodies together: meetings, and decisions."""
    sums = [total((one for one in rows if one.year == year), year=year) for year in years[-YEARS:]]
    return [
        _drawn("Sammanträden per år", [(str(one.year), one.meetings) for one in sums], tall=TALL),
        _drawn("Beslut per år", [(str(one.year), one.decisions) for one in sums], tall=TALL),
    ]


def _drawn(title: str, values: Sequence[tuple[str, int]], *, tall: int, top: int = 0) -> dict[str, Any]:
    told = ", ".join(f"{year}: {value}" for year, value in values)
    return {
        "title": title,
        **columns(values, top=top or max(value for _, value in values), tall=tall, text=f"{title}. {told}."),
    }


def _by_body(place: Place, rows: Sequence[Activity], years: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Small charts of one scale: the meetings of each body, year by year."""
    drawn = years[-YEARS:]
    top = max((one.meetings for one in rows if one.year in drawn), default=0)
    for body in shown_bodies(place.index):
        found = {one.year: one.meetings for one in rows if one.body == body.code}
        if found:
            values = [(str(year), found.get(year, 0)) for year in drawn]
            chart = _drawn(f"{body.name}, sammanträden per år", values, tall=LOW, top=top)
            yield {**chart, **_named(place, body)}


def _activity_table(place: Place, rows: Sequence[Activity]) -> Iterator[dict[str, Any]]:
    for body in shown_bodies(place.index):
        own = [one for one in rows if one.body == body.code]
        if own:
            yield {
                "name": body.name,
                "rows": [_figures(one, str(one.year)) for one in own],
                "sum": _figures(total(own), "Alla år") if len(own) > 1 else None,
            }


def _figures(one: Activity, label: str) -> dict[str, Any]:
    return {"label": label, "figures": [one.meetings, one.paragraphs, one.decisions, one.proposals]}


def _named(place: Place, body: Body) -> dict[str, str]:
    return {"name": body.name, "id": body_anchor(body), "href": place.to(f"{body.slug}/")}


def _outcomes(index: Index) -> list[dict[str, Any]]:
    counted = outcomes(index.public)
    named = {**OUTCOMES, "beslut": "Annat beslut"}
    found = [(named[key], counted[key]) for key in named if counted[key]]
    return bars(sorted(found, key=lambda one: (one[0] == named["beslut"], -one[1], one[0])))


def _waits(place: Place, waits: Sequence[Delay], what: str) -> list[dict[str, Any]]:
    """By body: the days, drawn and in figures."""
    found = []
    for body in shown_bodies(place.index):
        own = [one for one in waits if one.body == body.code]
        pairs = [
            (one.adjusted, one.adjusted_limit) if what == "adjusted" else (one.announced, NOTICE_LIMIT) for one in own
        ]
        if those := spread(pairs):
            limit = pairs[0][1]
            found.append((body, those, limit, sum(days is None for days, _ in pairs)))
    most = max((max(those.days[-1], limit) for _, those, limit, _ in found), default=0)
    return [
        {
            "name": body.name,
            "href": place.to(f"{body.slug}/"),
            "count": len(those.days),
            "unknown": unknown,
            "median_text": _median(those),
            "limit_days": str(limit),
            "least": those.days[0],
            "most": those.days[-1],
            "within": those.within,
            "limit": limit,
            "told": _days(those),
            "text": f"{body.name}: {_days(those)}. {those.within} av {len(those.days)} inom {limit} dagar.",
            **dots(those.days, limit=limit, most=most),
        }
        for body, those, limit, unknown in found
    ]


def _median(those: Spread) -> str:
    if len(those.days) < FEW:
        return "–"
    return f"{those.middle:g}".replace(".", ",")


def _days(those: Spread) -> str:
    """5 justeringar, 6–9 dagar, median 8"""
    count = words.count_of(len(those.days), "justering", "justeringar")
    least, most = those.days[0], those.days[-1]
    span = words.count_of(most, "dag", "dagar") if least == most else f"{least}–{most} dagar"
    return f"{count}, {span}" + (f", median {_median(those)}" if len(those.days) >= FEW and least != most else "")


def _attended(place: Place, attended: Sequence[Presence]) -> Iterator[dict[str, Any]]:
    """By body: how the seats were filled, all meetings together."""
    for body in shown_bodies(place.index):
        own = [one for one in attended if one.meeting_id.body == body.code]
        if not own:
            continue
        seats, members = sum(one.seats for one in own), sum(one.members for one in own)
        unfilled = sum(one.unfilled for one in own)
        others = seats - members - unfilled
        yield {
            "name": body.name,
            "href": place.to(f"{body.slug}/"),
            "meetings": len(own),
            "seats": seats,
            "members": members,
            "others": others,
            "unfilled": unfilled,
            "share": f"{round(100 * members / seats)} %",
            "parts": parts((("members", members), ("others", others), ("unfilled", unfilled))),
            "text": f"{body.name}: {members} av {seats} platser fylldes av ordinarie ledamöter, {others} av ersättare; "
            f"för {unfilled} nämns ingen.",
        }
