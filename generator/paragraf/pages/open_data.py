"""The page for those who build something of their own: which files there are, what is in them, how they are used."""

from collections.abc import Iterable, Iterator
from typing import Any

from paragraf.pages.following import OPEN_DATA
from paragraf.pages.frame import absolute, frame
from paragraf.pages.index import Index
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.publishing.outside import CATALOGUE
from paragraf.vocabulary.licenses import DEFAULT_LICENSE, LICENSES
from paragraf.vocabulary.open_data import DECISIONS, FILES, OBJECTS, TYPES, VOTES, Field
from paragraf.vocabulary.open_data_examples import EXAMPLES

UNKNOWN_ADDRESS = "https://moten.exempel.se/"
"""Stands in the examples of a site that does not know its address."""
LISTS: tuple[tuple[str, str, str], ...] = (
    ("index.json", "JSON", "innehållet: organ, år och adresser till allt annat"),
    ("personer.json", "JSON", "de förtroendevalda och deras uppdrag, enligt Popolo"),
    ("beslut.csv", "CSV", "alla beslut, en rad för varje paragraf"),
    ("omrostningar.csv", "CSV", "alla röster, en rad för varje röst"),
)
"""Files of the whole: name, format, what is in them."""


def open_data_page(index: Index) -> Iterator[Page]:
    """The page of the open data."""
    place = Place(index=index, path=OPEN_DATA)
    organisation = index.organisation
    license = organisation.license or DEFAULT_LICENSE
    address = absolute(place, "") or UNKNOWN_ADDRESS
    has_catalogue = bool(organisation.address) and not index.draft
    yield Page(
        path=OPEN_DATA,
        key="öppna data",
        template="open_data.html",
        title="Öppna data",
        description="Sammanträden, beslut, omröstningar och förtroendevalda som JSON och CSV, med exempel.",
        context={
            "frame": frame(
                place,
                label="Öppna data",
                toc=(
                    ("Filerna", "filerna"),
                    ("Exempel", "exempel"),
                    ("Fälten i JSON", "falten"),
                    ("Kolumnerna i CSV", "kolumnerna"),
                    ("Personer", "personer"),
                ),
            ),
            "lists": [
                {"name": name, "format": kind, "about": about, "href": place.to(f"{OPEN_DATA}{name}")}
                for name, kind, about in LISTS
            ],
            "catalogue": place.to(CATALOGUE) if has_catalogue else "",
            "license": {"name": license, "href": LICENSES[license]},
            "examples": [{"title": one.title, "code": one.at(address)} for one in EXAMPLES],
            "objects": [
                {"title": "Filerna", "objects": [_object(place, name) for name in FILES]},
                {
                    "title": "Det som står i dem",
                    "objects": [_object(place, name) for name in OBJECTS if name not in FILES],
                },
            ],
            "tables": [
                {"name": "beslut.csv", "fields": _fields(DECISIONS)},
                {"name": "omrostningar.csv", "fields": _fields(VOTES)},
            ],
            "help": place.to("folj/"),
        },
    )


def _object(place: Place, name: str) -> dict[str, Any]:
    thing = OBJECTS[name]
    return {
        "id": f"objekt-{name}",
        "title": thing.title,
        "about": thing.about,
        "schema": place.to(f"{OPEN_DATA}schema/{name}.schema.json") if name in FILES else "",
        "fields": _fields(thing.fields),
    }


def _fields(fields: Iterable[Field]) -> list[dict[str, str]]:
    return [{"name": one.name, "type": _type(one), "about": one.about} for one in fields]


def _type(field: Field) -> str:
    """datum, eller null · lista: Ett uppdrag (Popolo Membership)"""
    kind = field.type.rstrip("?*")
    words = kind if kind in TYPES else OBJECTS[kind].title.lower()
    if field.type.endswith("*"):
        return f"lista: {words}"
    return f"{words} eller null" if field.type.endswith("?") else words
