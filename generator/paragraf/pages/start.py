"""The start page: search, what was just decided, what comes next, the bodies, the way to the notice board."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from paragraf.archive import Located
from paragraf.model import AuthorPage
from paragraf.pages.body import KINDS, meeting_row, shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.items import is_quiet, row
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.standing import meeting_notices
from paragraf.pages.words import count_of

DECISIONS = 10
"""How many decisions are shown."""
MEETINGS = 6
"""How many coming meetings are shown."""


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
        "decisions": [row(place, one) for one in islice(latest(index), DECISIONS)],
        "meetings": [meeting_row(place, one) for one in coming[:MEETINGS]],
        "bodies": [
            {
                "name": body.name,
                "kind": KINDS[body.kind],
                "href": place.to(f"{body.slug}/"),
                "count": count_of(len(index.archive.by_body.get(body.code, ())), "sammanträde", "sammanträden"),
            }
            for body in shown_bodies(index)
        ],
        "posted": sum(
            one.is_posted(index.day) for meeting in index.archive.meetings for one in meeting_notices(index, meeting)
        ),
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


def latest(index: Index) -> Iterator[Located]:
    """Decisions, the newest meeting first, without formalia and plain information."""
    for meeting in sorted(index.archive.meetings, key=_newest_first):
        for located in index.archive.index_by_id[meeting.id].minutes:
            if not is_quiet(located.item) and any(one.kind == "beslut" for one in located.item.sections):
                yield located


def _newest_first(meeting: Any) -> tuple[int, str]:
    return (-meeting.id.date.toordinal(), meeting.id.path)
