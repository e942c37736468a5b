"""Every file of the open data. One file for each meeting, case and body; lists of them hold addresses alone."""

from collections.abc import Iterator

from paragraf.opendata.catalogue import catalogue
from paragraf.opendata.ground import Ground, body_ref, case_ref, ground, head, meeting_ref
from paragraf.opendata.popolo import people_data, voters
from paragraf.opendata.schemas import FOLDER, as_json, schema_files, schema_path
from paragraf.opendata.tables import decisions_csv, votes_csv
from paragraf.opendata.things import body_data, case_data, meeting_data, present
from paragraf.pages import SiteFile
from paragraf.publishing.outside import CATALOGUE, DATA
from paragraf.publishing.public import PublicArchive
from paragraf.vocabulary.licenses import license_address
from paragraf.vocabulary.open_data import FILES

HOME = "oppna-data/"


def data_files(public: PublicArchive) -> Iterator[SiteFile]:
    """The files, each a pure function of the public archive."""
    here = ground(public)
    yield from _things(here)
    yield from _lists(here)
    for name, data in schema_files().items():
        yield SiteFile(path=f"{FOLDER}/{name}", content=data)
    organisation = public.archive.organisation
    if organisation.address and not public.draft:
        terms = license_address(organisation.license)
        yield SiteFile(path=CATALOGUE, content=catalogue(organisation, terms))


def _things(here: Ground) -> Iterator[SiteFile]:
    known, there = voters(here), present(here)
    for body in here.bodies:
        path = f"{body.slug}/{DATA}"
        yield SiteFile(path=path, content=as_json(body_data(here, body, here.document(path))))
    for meeting in here.archive.meetings:
        path = f"{meeting.id.path}/{DATA}"
        yield SiteFile(path=path, content=as_json(meeting_data(here, meeting, here.document(path), known, there)))
    for case in here.archive.cases.values():
        path = f"{case.path}/{DATA}"
        yield SiteFile(path=path, content=as_json(case_data(here, case, here.document(path))))
    path = f"{HOME}beslut.csv"
    yield SiteFile(path=path, content=decisions_csv(here, here.document(path)))
    path = f"{HOME}omrostningar.csv"
    yield SiteFile(path=path, content=votes_csv(here, here.document(path), known))


def _lists(here: Ground) -> Iterator[SiteFile]:
    path = f"{HOME}personer.json"
    yield SiteFile(path=path, content=as_json(people_data(here, here.document(path))))
    years = sorted({meeting.id.date.year for meeting in here.archive.meetings}, reverse=True)
    for year in years:
        yield _year(here, year)
    path = f"{HOME}index.json"
    where = here.document(path)
    organisation = here.archive.organisation
    index = {
        **head(where, "index"),
        "organisation": organisation.name,
        "day": here.public.day.isoformat(),
        "draft": here.public.draft,
        "license": license_address(organisation.license),
        "bodies": [body_ref(body, where) for body in here.bodies],
        "years": [{"year": year, "data": where.to(f"{HOME}{year}.json")} for year in years],
        "people": where.to(f"{HOME}personer.json"),
        "decisions_csv": where.to(f"{HOME}beslut.csv"),
        "votes_csv": where.to(f"{HOME}omrostningar.csv"),
        "schemas": [where.to(schema_path(name)) for name in FILES],
    }
    yield SiteFile(path=path, content=as_json(index))


def _year(here: Ground, year: int) -> SiteFile:
    path = f"{HOME}{year}.json"
    where = here.document(path)
    meetings = [meeting for meeting in here.archive.meetings if meeting.id.date.year == year]
    cases = [
        case
        for case in here.archive.cases.values()
        if any(step.meeting_id.date.year == year for step in case.handlings)
    ]
    data = {
        **head(where, "ar"),
        "year": year,
        "meetings": [meeting_ref(here, one, where) for one in meetings],
        "cases": [case_ref(one, where) for one in cases],
    }
    return SiteFile(path=path, content=as_json(data))
