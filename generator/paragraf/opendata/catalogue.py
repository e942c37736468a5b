"""The catalogue of the open data (DCAT-AP-SE 3.0.1), as dataportal.se harvests it: RDF/XML with absolute addresses.

To be named in the municipality's own catalogue, or fetched by itself. Without an address of the site there is none.
"""

from dataclasses import dataclass

from lxml import etree

from paragraf.model import Organisation
from paragraf.publishing.outside import CATALOGUE, Document, document

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_EU = "http://publications.europa.eu/resource/authority"
_PUBLISHER_TYPES = {
    "region": "http://purl.org/adms/publishertype/RegionalAuthority",
}
_LOCAL = "http://purl.org/adms/publishertype/LocalAuthority"


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    path: str
    media: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Set:
    name: str
    titles: tuple[str, str]
    """Swedish and English, fewer than ten words, without the publisher's name."""
    about: tuple[str, str]
    keywords: tuple[str, ...]
    files: tuple[_File, ...]


_JSON, _CSV, _ATOM, _ICS = "application/json", "text/csv", "application/atom+xml", "text/calendar"
SETS: tuple[_Set, ...] = (
    _Set(
        name="sammantraden",
        titles=("Sammanträden", "Meetings"),
        about=(
            "Fullmäktiges, styrelsens och nämndernas sammanträden med kallelser, protokoll och ärenden.",
            "Meetings of the council, the executive board and the committees, with agendas, minutes and cases.",
        ),
        keywords=("sammanträde", "kallelse", "protokoll", "ärende"),
        files=(
            _File(path="oppna-data/index.json", media=_JSON, title="Innehållet som JSON"),
            _File(path="moten.ics", media=_ICS, title="Kalender"),
            _File(path="nytt.xml", media=_ATOM, title="Flöde med det som är nytt"),
        ),
    ),
    _Set(
        name="beslut",
        titles=("Protokollsbeslut", "Decisions in minutes"),
        about=(
            "Besluten i justerade protokoll, en rad för varje paragraf.",
            "Decisions in adjusted minutes, one row for each paragraph.",
        ),
        keywords=("beslut", "protokoll", "paragraf"),
        files=(_File(path="oppna-data/beslut.csv", media=_CSV, title="Besluten som CSV"),),
    ),
    _Set(
        name="omrostningar",
        titles=("Omröstningar och förtroendevalda", "Votes and elected members"),
        about=(
            "Hur de förtroendevalda har röstat, och deras uppdrag.",
            "How the elected members have voted, and their mandates.",
        ),
        keywords=("omröstning", "förtroendevald", "Popolo"),
        files=(
            _File(path="oppna-data/omrostningar.csv", media=_CSV, title="Rösterna som CSV"),
            _File(path="oppna-data/personer.json", media=_JSON, title="Förtroendevalda som JSON (Popolo)"),
        ),
    ),
)


def catalogue(organisation: Organisation, license: str) -> bytes:
    """The catalogue as RDF/XML in UTF-8; `license` is an address. The organisation must know the site's address."""
    where = document(organisation, CATALOGUE)
    root = etree.Element(_name("rdf:RDF"), nsmap=_SPACES)
    whole = _node(root, "dcat:Catalog", _here(where, "katalog"))
    name = organisation.name
    _texts(whole, "dcterms:title", "Sammanträden och beslut", "Meetings and decisions")
    _texts(
        whole,
        "dcterms:description",
        f"Öppna data om sammanträden, beslut och omröstningar i {name}.",
        f"Open data about meetings, decisions and votes in {name}.",
    )
    _link(whole, "dcterms:publisher", _here(where, "utgivare"))
    _link(whole, "dcterms:license", license)
    _link(whole, "dcterms:language", f"{_EU}/language/SWE")
    _link(whole, "foaf:homepage", where.to("oppna-data/"))
    for one in SETS:
        _link(whole, "dcat:dataset", _here(where, one.name))
    agent = _node(root, "foaf:Agent", _here(where, "utgivare"))
    _text(agent, "foaf:name", name, "sv")
    _link(agent, "dcterms:type", _PUBLISHER_TYPES.get(organisation.kind, _LOCAL))
    if organisation.registrar:
        contact = _node(root, "vcard:Organization", _here(where, "kontakt"))
        _text(contact, "vcard:fn", name, "sv")
        _link(contact, "vcard:hasEmail", f"mailto:{organisation.registrar}")
    for one in SETS:
        _dataset(root, one, where, license, contact=bool(organisation.registrar))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _dataset(root: etree._Element, one: _Set, where: Document, license: str, *, contact: bool) -> None:
    dataset = _node(root, "dcat:Dataset", _here(where, one.name))
    _texts(dataset, "dcterms:title", *one.titles)
    _texts(dataset, "dcterms:description", *one.about)
    _link(dataset, "dcterms:publisher", _here(where, "utgivare"))
    if contact:
        _link(dataset, "dcat:contactPoint", _here(where, "kontakt"))
    _link(dataset, "dcat:theme", f"{_EU}/data-theme/GOVE")
    for word in one.keywords:
        _text(dataset, "dcat:keyword", word, "sv")
    _link(dataset, "dcterms:language", f"{_EU}/language/SWE")
    _link(dataset, "dcterms:accessRights", f"{_EU}/access-right/PUBLIC")
    _link(dataset, "dcterms:accrualPeriodicity", f"{_EU}/frequency/DAILY")
    _link(dataset, "dcat:landingPage", where.to("oppna-data/"))
    for file in one.files:
        _link(dataset, "dcat:distribution", _here(where, file.path))
    for file in one.files:
        given = _node(root, "dcat:Distribution", _here(where, file.path))
        _text(given, "dcterms:title", file.title, "sv")
        _link(given, "dcat:accessURL", where.to(file.path))
        _link(given, "dcat:downloadURL", where.to(file.path))
        _text(given, "dcterms:format", file.media)
        _link(given, "dcterms:license", license)


def _here(where: Document, name: str) -> str:
    """What something in the catalogue is called: an address within the catalogue."""
    return f"{where.to(CATALOGUE)}#{name}"


def _name(short: str) -> str:
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


def _node(parent: etree._Element, kind: str, address: str) -> etree._Element:
    return etree.SubElement(parent, _name(kind), {_name("rdf:about"): address})


def _link(parent: etree._Element, relation: str, address: str) -> None:
    etree.SubElement(parent, _name(relation), {_name("rdf:resource"): address})


def _text(parent: etree._Element, relation: str, text: str, language: str = "") -> None:
    etree.SubElement(parent, _name(relation), {_LANGUAGE: language} if language else {}).text = text


def _texts(parent: etree._Element, relation: str, swedish: str, english: str) -> None:
    _text(parent, relation, swedish, "sv")
    _text(parent, relation, english, "en")
