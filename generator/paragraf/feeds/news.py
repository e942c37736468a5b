"""The index of what is new, for "nytt sedan sist": the reader's own browser compares it with the last visit."""

import json
from collections.abc import Sequence

from paragraf.feeds.telling import address, body_name, headline
from paragraf.ids import slugify
from paragraf.publishing.happenings import Happening
from paragraf.publishing.public import PublicArchive

MOST = 200
"""How far back a reader who comes seldom is told."""


def news(public: PublicArchive, happened: Sequence[Happening]) -> bytes:
    """The latest happenings as JSON; `keys` are what a reader can follow: bodies and cases, by address."""
    rows = [
        {
            "id": one.name,
            "day": one.day.isoformat(),
            "text": headline(public, one),
            "body": body_name(public, one.meeting),
            "href": address(one),
            "keys": _keys(public, one),
        }
        for one in happened[:MOST]
    ]
    text = json.dumps({"day": public.day.isoformat(), "news": rows}, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _keys(public: PublicArchive, one: Happening) -> list[str]:
    cases = (case.path for item in one.items for case in public.archive.cases_of(item.item))
    return [slugify(one.meeting.id.body), *dict.fromkeys(cases)]
