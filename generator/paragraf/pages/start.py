"""The start page: search, the ways on, what was just decided, what comes next, the bodies."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from paragraf.archive import Located
from paragraf.model import AuthorPage, Body, Meeting
from paragraf.model.derived import decision, is_quiet
from paragraf.pages import words
from paragraf.pages.body import KINDS, meeting_row, shown_bodies, topics
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import in_short, row
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.standing import meeting_notices
from paragraf.publishing.status import concerns_appeal

SITTINGS = 4
"""How many meetings with decisions are shown."""
DECISIONS = 5
"""How many decisions of each of them."""
MEETINGS = 6
"""How many coming meetings are shown."""
SUMMARY = 140
"""So much of a decision is told in the list."""


def start_page(index: Index, author: AuthorPage | None) -> Page:
    """The start page; `author` is sidor/index.md, whose text introduces the site."""
    place = Place(index=index, path="")
    organisation = index.organisation
    coming = sorted(
        (one for one in index.archive.meetings if one.id.date >= index.day), key=lambda one: (one.id.date, one.id)
    )
    context = {
        "frame": frame(place, label="Start"),
        "has_text": author is not None,
        "ways": ways(place),
        "sittings": [sitting_view(place, *one) for one in islice(sittings(index), SITTINGS)],
        "meetings": [{**meeting_row(place, one), **topics(place, one)} for one in coming[:MEETINGS]],
        "bodies": body_tree(place),
    }
    name = organisation.name
    return Page(
        path="",
        key="startsida",
        template="start.html",
        title=author.title if author and author.title else f"Sammanträden och beslut{f' – {name}' if name else ''}",
        description=(author.description if author else "")
        or f"Kallelser, protokoll, beslut och ärenden{f' i {name}' if name else ''}.",
        context=context,
        source=author.path if author else "",
        markdown=author.body if author else "",
    )


def sittings(index: Index) -> Iterator[tuple[Meeting, list[Located]]]:
    """The newest meetings first, each with what it decided: no formalia, no plain information."""
    for meeting in sorted(index.archive.meetings, key=_newest_first):
        decided = [
            one
            for one in index.archive.index_by_id[meeting.id].minutes
            if not is_quiet(one.item) and any(section.kind == "beslut" for section in one.item.sections)
        ]
        if decided:
            yield meeting, decided


def sitting_view(place: Place, meeting: Meeting, decided: list[Located]) -> dict[str, Any]:
    """A meeting with its decisions in short."""
    shown = [{**row(place, one), "summary": in_short(decision(one.item) or "", SUMMARY)} for one in decided[:DECISIONS]]
    return {
        **meeting_row(place, meeting),
        "rows": shown,
        "all": len(place.index.archive.index_by_id[meeting.id].minutes),
    }


def ways(place: Place) -> list[dict[str, str]]:
    """The registers and whatever else leads on, each with a line of what it holds."""
    index = place.index
    laws = words.count_of(len(index.links.laws), "lag", "lagar")
    told = (
        ("anslag/", "Anslag", _notices(index)),
        ("arenden/", "Ärenden", f"{words.count_of(len(index.archive.cases), 'ärende', 'ärenden')} med diarienummer."),
        ("lagrum/", "Lagrum", f"Beslut och punkter efter de {laws} som de stöder sig på." if index.links.laws else ""),
        ("folj/", "Följ", "Nya beslut och sammanträden i din kalender eller nyhetsläsare."),
    )
    return [{"href": place.to(path), "title": title, "text": text} for path, title, text in told if path in index.known]


def body_tree(place: Place) -> list[dict[str, Any]]:
    """The bodies; one that prepares for another stands under it."""
    shown = shown_bodies(place.index)
    codes = {body.code for body in shown}
    under = [body for body in shown if body.is_preparing and body.parent in codes]
    return [
        {**_body(place, body), "children": [_body(place, one) for one in under if one.parent == body.code]}
        for body in shown
        if body not in under
    ]


def _body(place: Place, body: Body) -> dict[str, Any]:
    index = place.index
    meetings = [one for one in index.archive.by_body.get(body.code, ()) if not one.cancelled and not one.moved_to]
    ahead = [one for one in meetings if one.id.date >= index.day]
    held = [one for one in meetings if one.id.date < index.day]
    if ahead:
        when = f"sammanträder {words.kept_date(ahead[0].id.date)}"
    elif held:
        when = f"senast {words.kept_date(held[-1].id.date)}"
    else:
        when = "inga sammanträden här"
    return {"name": body.name, "href": place.to(f"{body.slug}/"), "kind": KINDS[body.kind], "when": when}


def _notices(index: Index) -> str:
    """How many notices are up, and when the time for the next appeal ends."""
    posted = [
        one for meeting in index.archive.meetings for one in meeting_notices(index, meeting) if one.is_posted(index.day)
    ]
    if not posted:
        return "Inga anslag är uppe just nu."
    days = [
        one.last_appeal_day
        for one in posted
        if concerns_appeal(index.public, one) and not one.appeal_is_over(index.day)
    ]
    up = "Ett anslag är uppe." if len(posted) == 1 else f"{len(posted)} anslag är uppe."
    return f"{up} Närmast går tiden för överklagande ut {words.kept_date(min(days))}." if days else up


def _newest_first(meeting: Meeting) -> tuple[int, str]:
    return (-meeting.id.date.toordinal(), meeting.id.path)
