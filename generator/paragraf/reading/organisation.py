"""organisation.yml: the municipality."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from paragraf.colour import AA, on_white, readable
from paragraf.ids import NumberPattern, nfc, slugify
from paragraf.model import (
    Alias,
    Body,
    BodyKind,
    Contact,
    Link,
    Organisation,
    Party,
    ProtectedPerson,
    Rules,
    Term,
)
from paragraf.problems import Problem, did_you_mean
from paragraf.reading import scalars, strict_yaml
from paragraf.reading.files import MAX_YAML, Entry, read_text
from paragraf.reading.people import MEMBER_FORM, member
from paragraf.reading.picture import read_picture
from paragraf.reading.report import Report
from paragraf.reading.shapes import (
    DATE,
    MAIL_ADDRESS,
    NUMBER,
    SITE_ADDRESS,
    TEXT,
    WEB_ADDRESS,
    YES_OR_NO,
    Either,
    Field,
    ListOf,
    Record,
    TableOf,
    Text,
    one_of,
)
from paragraf.reading.typed import Values, check_period, read_record
from paragraf.vocabulary.licenses import LICENSES

TEMPLATE = Text(
    read=scalars.template,
    form="en mall som ÅÅ/ENHET/NR, med ÅÅÅÅ, ÅÅ, ENHET, NR, PLAN och HNR högst en gång var",
    pattern="NR",
)
COLOUR = Text(read=scalars.colour, form="sex hexadecimala siffror som 1b4f72", pattern="^#?[0-9a-fA-F]{6}$")
MEMBER = Text(read=member, form=MEMBER_FORM)

_FROM = Field(key="från", shape=DATE, about="första dagen det gäller")
_TO = Field(key="till", shape=DATE, about="sista dagen det gäller")
_NAME = Field(key="namn", shape=TEXT, about="hela namnet", required=True)

PATTERN = Record(
    fields=(
        Field(key="mall", shape=TEMPLATE, about="ett ärendes nummer, till exempel ÅÅ/ENHET/NR", required=True),
        Field(key="handling", shape=TEMPLATE, about="en handlings nummer, till exempel ÅÅ/ENHET/NR-HNR"),
        _FROM,
        _TO,
        Field(key="kräver etikett", shape=YES_OR_NO, about="känns bara igen efter ett ord som Dnr"),
    )
)
PARTY = Record(
    fields=(
        Field(key="kod", shape=TEXT, about="beteckningen utan parentes, till exempel S", required=True),
        _NAME,
        _FROM,
        _TO,
    )
)
LINK = Record(
    fields=(_NAME, Field(key="adress", shape=WEB_ADDRESS, about="adressen som länken leder till", required=True))
)
PROTECTED = Record(
    fields=(_NAME, Field(key="alias", shape=TEXT, about="vad som står i stället för namnet", required=True))
)
ALIAS = Either(text=TEXT, record=Record(fields=(_NAME, _FROM, _TO)), short="namn")
RULES = Record(
    fields=(
        Field(key="kallelse dagar", shape=NUMBER, about="så många dagar före mötet ska kallelsen vara ute"),
        Field(key="justering dagar", shape=NUMBER, about="så många dagar efter mötet ska protokollet vara justerat"),
        Field(key="ojusterat visas", shape=YES_OR_NO, about="visa också ojusterade protokoll, märkta så"),
    )
)
TERM = Record(fields=(_FROM, _TO, Field(key="ledamöter", shape=ListOf(entry=MEMBER), about="en person per rad")))
BODY = Record(
    fields=(
        Field(key="kod", shape=TEXT, about="kort beteckning, till exempel SAN; mappen heter likadant", required=True),
        _NAME,
        Field(key="slag", shape=one_of(*BodyKind), about="vilket slags organ det är"),
        Field(key="alias", shape=ListOf(entry=ALIAS), about="andra namn och förkortningar"),
        Field(key="uppdrag", shape=TEXT, about="vad organet ansvarar för, i en eller två meningar"),
        Field(key="hör till", shape=TEXT, about="koden för organet som det bereder ärenden åt"),
        _FROM,
        _TO,
        Field(key="publiceras", shape=YES_OR_NO, about="nej: organets sammanträden publiceras aldrig"),
        Field(key="regler", shape=RULES, about="vad organet har bestämt om sina handlingar"),
        Field(
            key="lagförkortningar",
            shape=TableOf(key="förkortning", value=TEXT),
            about="förkortningar som betyder en annan lag här, med dess SFS-nummer",
        ),
        Field(key="mandat", shape=ListOf(entry=TERM), about="ledamöter per mandatperiod"),
    )
)
CONTACT = Record(
    fields=(
        Field(key="telefon", shape=TEXT, about="telefonnumret till växeln"),
        Field(key="e-post", shape=MAIL_ADDRESS, about="kommunens e-postadress"),
        Field(key="besöksadress", shape=TEXT, about="dit man kan gå"),
        Field(key="postadress", shape=TEXT, about="dit man kan skriva"),
    )
)
ORGANISATION = Record(
    fields=(
        Field(key="namn", shape=TEXT, about="kommunens namn", required=True),
        Field(key="slag", shape=one_of("kommun", "region", "kommunalförbund"), about="vilket slags organisation"),
        Field(key="adress", shape=SITE_ADDRESS, about="webbplatsens publika adress"),
        Field(key="färg", shape=COLOUR, about="kommunens egen färg"),
        Field(key="vapen", shape=TEXT, about="kommunvapnet: en PNG-bild bredvid organisation.yml"),
        Field(key="kontakt", shape=CONTACT, about="hur man når kommunen; står längst ned på varje sida"),
        Field(key="registrator", shape=MAIL_ADDRESS, about="dit man vänder sig för att begära ut en handling"),
        Field(key="anslagstavla", shape=WEB_ADDRESS, about="adressen till den officiella anslagstavlan"),
        Field(key="licens", shape=one_of(*LICENSES), about="villkoren för öppna data; CC0 1.0 om den saknas"),
        Field(
            key="pdf",
            shape=one_of("nej", "dokument", "allt"),
            about="vad som också görs till PDF när webbplatsen byggs: kallelser och protokoll, eller också utdrag",
        ),
        Field(key="publiceras från", shape=DATE, about="tidigare sammanträden finns inte på webbplatsen"),
        Field(key="lagrumsadress", shape=WEB_ADDRESS, about="mall för länkar till lagar"),
        Field(key="nummerserier", shape=ListOf(entry=PATTERN), about="hur diarienummer skrivs"),
        Field(key="partier", shape=ListOf(entry=PARTY), about="partier och deras beteckningar"),
        Field(
            key="ordlista",
            shape=TableOf(key="förkortning", value=TEXT),
            about="förkortningar och vad de betyder",
        ),
        Field(key="länkar", shape=ListOf(entry=LINK), about="länkar i sidfoten"),
        Field(key="skyddade personer", shape=ListOf(entry=PROTECTED), about="personer som aldrig nämns vid namn"),
        Field(key="organ", shape=ListOf(entry=BODY), about="fullmäktige, styrelse, nämnder och utskott"),
    )
)

RESERVED = frozenset(
    (
        "anslag",
        "arenden",
        "assets",
        "data",
        "folj",
        "javascripts",
        "lagrum",
        "oppna-data",
        "pagefind",
        "partier",
        "personer",
        "search",
        "sidor",
        "sok",
        "statistik",
        "stylesheets",
        "vad-som-finns",
    )
)
"""First parts of addresses that are not a body's, nor of a page in sidor/."""


def read_organisation(path: Path) -> tuple[Organisation | None, tuple[Problem, ...]]:
    """The organisation and everything wrong with its file; None when nothing of it can be read. Never raises."""
    report = Report(nfc(path.name))
    text = read_text(Entry(path=path, shown=report.path, name=report.path, is_folder=False), report, limit=MAX_YAML)
    node = strict_yaml.parse(text, report) if text is not None else None
    organisation = _organisation(read_record(node, ORGANISATION, report), path.parent, report) if node else None
    return organisation, tuple(report.problems)


def _organisation(found: Values, folder: Path, report: Report) -> Organisation:
    bodies = tuple(_bodies(found["organ"] or (), report))
    if found["färg"]:
        _can_be_read(found["färg"], found.lines["färg"], report)
    return Organisation(
        name=found["namn"] or "",
        kind=found["slag"] or "kommun",
        bodies=bodies,
        number_patterns=tuple(_patterns(found["nummerserier"] or (), report)),
        parties=tuple(
            Party(code=one["kod"], name=one["namn"], valid_from=start, valid_to=end)
            for one in found["partier"] or ()
            for start, end in (check_period(one, report),)
            if one["kod"] and one["namn"]
        ),
        glossary=MappingProxyType(found["ordlista"] or {}),
        links=tuple(
            Link(label=one["namn"], url=one["adress"]) for one in found["länkar"] or () if one["namn"] and one["adress"]
        ),
        protected=tuple(_protected(found["skyddade personer"] or (), report)),
        license=found["licens"] or "",
        pdf=found["pdf"] or "",
        archive_start=found["publiceras från"],
        registrar=found["registrator"] or "",
        notice_board=found["anslagstavla"] or "",
        statute_url=found["lagrumsadress"] or "",
        colour=found["färg"] or "",
        arms=read_picture(folder, found["vapen"], found.lines["vapen"], report) if found["vapen"] else None,
        contact=_contact(found["kontakt"]),
        address=found["adress"] or "",
    )


def _can_be_read(colour: str, line: int, report: Report) -> None:
    """Text in the colour can be read on white, or the author is told which tone readers get instead."""
    ratio = on_white(colour)
    if ratio >= AA:
        return
    shown, least = (f"{one:.1f}".replace(".", ",") for one in (ratio, AA))
    message = f"Färgen {colour.removeprefix('#')} har kontrasten {shown}:1 mot vitt; text behöver {least}:1."
    tone = readable(colour).removeprefix("#")
    advice = f"Länkar och rubriker får tonen {tone} i stället. Skriv den om ni vill ha samma färg överallt."
    report.add("svag-färg", line, message, advice)


def _contact(found: Values | None) -> Contact:
    if found is None:
        return Contact()
    return Contact(
        phone=found["telefon"] or "",
        email=found["e-post"] or "",
        visit=found["besöksadress"] or "",
        post=found["postadress"] or "",
    )


def _patterns(entries: tuple[Values, ...], report: Report) -> Iterator[NumberPattern]:
    for one in entries:
        start, end = check_period(one, report)
        if one["mall"]:
            yield NumberPattern(
                template=one["mall"],
                handling=one["handling"] or "",
                valid_from=start,
                valid_to=end,
                needs_label=bool(one["kräver etikett"]),
            )


def _protected(entries: tuple[Values, ...], report: Report) -> Iterator[ProtectedPerson]:
    for one in entries:
        if not one["namn"] or not one["alias"]:
            continue
        if one["namn"].casefold() in one["alias"].casefold():
            report.add("fel-form", one.lines["alias"], f"Aliaset ”{one['alias']}” innehåller namnet det ska dölja.")
        yield ProtectedPerson(name=one["namn"], alias=one["alias"])


def _bodies(entries: tuple[Values, ...], report: Report) -> Iterator[Body]:
    """The bodies whose code and name can be read."""
    readable = [one for one in entries if one["kod"] and one["namn"]]
    codes = [one["kod"] for one in readable]
    first: dict[str, int] = {}
    for one in readable:
        slug = slugify(one["kod"])
        line = one.lines["kod"]
        if not slug or slug in RESERVED:
            report.add(
                "fel-form", line, f"Koden ”{one['kod']}” kan inte bli en adress på webbplatsen.", "Välj en annan."
            )
        if slug in first:
            report.add(
                "dubbel-nyckel", line, f"Koden ”{one['kod']}” finns redan på rad {first[slug]}.", "Välj en annan."
            )
            continue
        first[slug] = line
        parent = one["hör till"]
        if parent and (parent not in codes or parent == one["kod"]):
            others = [code for code in codes if code != one["kod"]]
            advice = did_you_mean(parent, others) or f"Här finns: {', '.join(others) or 'inga andra'}."
            report.add("okänt-organ", one.lines["hör till"], f"”hör till: {parent}” är inget annat organs kod.", advice)
            parent = None
        yield _body(one, parent, report)


def _body(found: Values, parent: str | None, report: Report) -> Body:
    start, end = check_period(found, report)
    rules = found["regler"]
    # What was written but cannot be read must not make public what the author may have closed.
    closed = "publiceras" in found.faulty
    usual = Rules()
    return Body(
        code=found["kod"],
        name=found["namn"],
        kind=BodyKind(found["slag"]) if found["slag"] else BodyKind.COMMITTEE,
        aliases=tuple(_alias(one, report) for one in found["alias"] or () if one["namn"]),
        parent=parent,
        task=found["uppdrag"] or "",
        members=tuple(_members(found["mandat"] or (), report)),
        valid_from=start,
        valid_to=end,
        published=not closed and found["publiceras"] is not False,
        rules=Rules(
            call_days=rules["kallelse dagar"],
            adjustment_days=_or(rules["justering dagar"], usual.adjustment_days),
            unadjusted_visible=bool(rules["ojusterat visas"]),
        )
        if rules
        else usual,
        statutes=MappingProxyType(found["lagförkortningar"] or {}),
    )


def _or(value: int | None, usual: int) -> int:
    return usual if value is None else value


def _alias(found: Values, report: Report) -> Alias:
    start, end = check_period(found, report)
    return Alias(name=found["namn"], valid_from=start, valid_to=end)


def _members(terms: tuple[Values, ...], report: Report) -> Iterator[Term]:
    for term in terms:
        start, end = check_period(term, report)
        yield from (replace(one, valid_from=start, valid_to=end) for one in term["ledamöter"] or ())
