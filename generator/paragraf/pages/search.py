"""The search page: a form that works by its address (?q=…&organ=…), and registers for who has no JavaScript."""

from paragraf.pages.body import shown_bodies
from paragraf.pages.frame import frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place

TYPES = ("Beslut", "Punkt på dagordning", "Sammanträde", "Ärende", "Handling", "Organ", "Förtroendevald", "Sida")
"""Values of the filter typ, in the order of the form."""


def search_page(index: Index) -> Page:
    """The page of the search, and the values by which it can be narrowed."""
    place = Place(index=index, path="sok/")
    named = [body.name for body in shown_bodies(index)]
    held = [meeting.body_name for meeting in index.archive.meetings if meeting.body_name]
    years = sorted({meeting.id.date.year for meeting in index.archive.meetings}, reverse=True)
    return Page(
        path="sok/",
        key="sök",
        template="search.html",
        title="Sök",
        description="Sök bland beslut, punkter, sammanträden, ärenden och handlingar.",
        context={
            "frame": frame(place, label="Sök", indexed=False),
            "bodies": list(dict.fromkeys([*named, *held])),
            "years": [str(year) for year in years],
            "types": list(TYPES),
        },
    )
