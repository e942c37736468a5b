"""Statutes that minutes cite: names, abbreviations, SFS numbers, from when to when, and how their §§ are numbered.

The numbers of the laws that reference tables of Swedish administrative law name are read in the statutes; start dates
that only matter for documents older than that are as commonly given. An organisation can give an abbreviation another
meaning (organisation.yml), and an SFS number in the text always wins.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})


class Generation(Enum):
    """Which of several statutes with the same name is meant: "gamla SoL", "nya SoL"."""

    CURRENT = "gällande"
    OLDER = "gamla"
    NEWER = "nya"


@dataclass(frozen=True, kw_only=True, slots=True)
class Statute:
    """A law, code or ordinance, or one of its generations."""

    sfs: str
    """2017:725."""
    name: str
    """Without article, lower case: kommunallag."""
    abbreviations: tuple[str, ...] = ()
    """Case matters: BFL is not BfL."""
    titles: tuple[str, ...] = ()
    """What follows "lagen" in laws that are named by a phrase: "om offentlig upphandling"."""
    chapters_restart: bool = False
    """True: every chapter begins with 1 §, so a § needs its chapter."""
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the abbreviation and the name meant this statute on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def _statute(
    sfs: str,
    name: str,
    abbreviations: str = "",
    chapters: str = "",
    *,
    title: str = "",
    valid_from: str = "",
    valid_to: str = "",
) -> Statute:
    """A row of the table below, in short."""
    return Statute(
        sfs=sfs,
        name=name,
        abbreviations=tuple(abbreviations.split()),
        titles=tuple(title.split("|")) if title else (),
        chapters_restart=chapters == "kap.",
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_to=date.fromisoformat(valid_to) if valid_to else None,
    )


STATUTES: tuple[Statute, ...] = (
    # The constitution
    _statute("1974:152", "regeringsform", "RF", "kap."),
    _statute("1949:105", "tryckfrihetsförordning", "TF", "kap."),
    _statute("1991:1469", "yttrandefrihetsgrundlag", "YGL", "kap."),
    # How municipalities and authorities work
    _statute("2017:725", "kommunallag", "KL KomL", "kap.", valid_from="2018-01-01"),
    _statute("1991:900", "kommunallag", "KL KomL", "kap.", valid_from="1992-01-01", valid_to="2017-12-31"),
    _statute("2017:900", "förvaltningslag", "FL FVL", valid_from="2018-07-01"),
    _statute("1986:223", "förvaltningslag", "FL FVL", valid_to="2018-06-30"),
    _statute("1971:291", "förvaltningsprocesslag", "FPL"),
    _statute("2009:400", "offentlighets- och sekretesslag", "OSL", "kap.", valid_from="2009-06-30"),
    _statute("1980:100", "sekretesslag", "SekrL", "kap.", valid_to="2009-06-29"),
    _statute("1990:782", "arkivlag", "ArkivL"),
    _statute("2018:218", "dataskyddslag", "", "kap.", valid_from="2018-05-25",
             title="med kompletterande bestämmelser till EU:s dataskyddsförordning"),
    _statute("1998:204", "personuppgiftslag", "PuL PUL"),
    _statute("2018:1937", "dos-lag", "", title="om tillgänglighet till digital offentlig service"),
    _statute("2022:818", "öppna datalag", "", "kap.", title="om den offentliga sektorns tillgängliggörande av data"
             "|om offentlig sektors tillgängliggörande av data"),
    _statute("2005:837", "vallag", "", "kap."),
    _statute("2009:600", "språklag"),
    _statute("2018:597", "redovisningslag", "LKBR", "kap.", title="om kommunal bokföring och redovisning"),
    _statute("1999:1078", "bokföringslag", "BFL", "kap."),
    _statute("2005:551", "aktiebolagslag", "ABL", "kap."),
    _statute("2006:544", "leh-lag", "LEH", "kap.",
             title="om kommuners och regioners åtgärder inför och vid extraordinära händelser i fredstid och höjd"
             " beredskap"),
    _statute("2021:890", "visselblåsarlag", "", "kap.", title="om skydd för personer som rapporterar om"
             " missförhållanden"),
    # Social services and health care
    _statute("2025:400", "socialtjänstlag", "SoL", "kap.", valid_from="2025-07-01"),
    _statute("2001:453", "socialtjänstlag", "SoL", "kap.", valid_from="2002-01-01", valid_to="2025-06-30"),
    _statute("1980:620", "socialtjänstlag", "SoL", valid_to="2001-12-31"),
    _statute("2001:937", "socialtjänstförordning", "SoF", "kap.", valid_from="2002-01-01", valid_to="2025-06-30"),
    _statute("1993:387", "lss-lag", "LSS", title="om stöd och service till vissa funktionshindrade"),
    _statute("1990:52", "lvu-lag", "LVU", title="med särskilda bestämmelser om vård av unga"),
    _statute("1988:870", "lvm-lag", "LVM", title="om vård av missbrukare i vissa fall"),
    _statute("1991:1128", "lpt-lag", "LPT", title="om psykiatrisk tvångsvård"),
    _statute("2017:30", "hälso- och sjukvårdslag", "HSL", "kap.", valid_from="2017-04-01"),
    _statute("1982:763", "hälso- och sjukvårdslag", "HSL", valid_to="2017-03-31"),
    _statute("2010:659", "patientsäkerhetslag", "PSL", "kap."),
    _statute("2014:821", "patientlag", "", "kap."),
    _statute("2008:355", "patientdatalag", "PDL", "kap."),
    _statute("2017:372", "klagomålslag", "", title="om stöd vid klagomål mot hälso- och sjukvården"),
    _statute("2002:445", "medlingslag", "", title="om medling med anledning av brott"),
    _statute("2004:168", "smittskyddslag", "", "kap."),
    _statute("2010:110", "socialförsäkringsbalk", "SFB", "kap."),
    _statute("2018:1197", "barnkonventionslag"),
    _statute("1949:381", "föräldrabalk", "FB", "kap."),
    _statute("1958:637", "ärvdabalk", "ÄB", "kap."),
    _statute("2010:1622", "alkohollag", "", "kap."),
    _statute("2018:2088", "tobakslag", "LTLP", "kap.", title="om tobak och liknande produkter"),
    _statute("1997:736", "färdtjänstlag", "", title="om färdtjänst"),
    # School
    _statute("2010:800", "skollag", "SkolL SL", "kap."),
    _statute("2011:185", "skolförordning", "", "kap."),
    _statute("2010:2039", "gymnasieförordning", "", "kap."),
    _statute("2013:801", "bibliotekslag"),
    # Building, environment, safety
    _statute("2010:900", "plan- och bygglag", "PBL", "kap."),
    _statute("2011:338", "plan- och byggförordning", "PBF", "kap."),
    _statute("1998:808", "miljöbalk", "MB", "kap."),
    _statute("2011:13", "miljötillsynsförordning", "", "kap."),
    _statute("1970:994", "jordabalk", "JB", "kap."),
    _statute("1973:1149", "anläggningslag"),
    _statute("1970:988", "fastighetsbildningslag", "FBL", "kap."),
    _statute("2006:412", "vattentjänstlag", "LAV", title="om allmänna vattentjänster"),
    _statute("2003:778", "räddningstjänstlag", "LSO", "kap.", title="om skydd mot olyckor"),
    _statute("2010:1011", "lbe-lag", "LBE", title="om brandfarliga och explosiva varor"),
    _statute("2006:804", "livsmedelslag"),
    _statute("1993:1617", "ordningslag", "OL", "kap."),
    _statute("1998:1276", "trafikförordning", "TrF", "kap."),
    _statute("2000:1383", "bostadsförsörjningslag", "", title="om kommunernas bostadsförsörjningsansvar"),
    # Procurement
    _statute("2016:1145", "upphandlingslag", "LOU", "kap.", valid_from="2017-01-01", title="om offentlig upphandling"),
    _statute("2007:1091", "upphandlingslag", "LOU", "kap.", valid_from="2008-01-01", valid_to="2016-12-31",
             title="om offentlig upphandling"),
    _statute("2008:962", "valfrihetslag", "LOV", "kap.", title="om valfrihetssystem"),
    # Work
    _statute("1976:580", "medbestämmandelag", "MBL", title="om medbestämmande i arbetslivet"),
    _statute("1977:1160", "arbetsmiljölag", "AML", "kap."),
    _statute("1982:80", "anställningsskyddslag", "LAS", title="om anställningsskydd"),
    _statute("2008:567", "diskrimineringslag", "DL DiskrL", "kap."),
    # Crime
    _statute("1962:700", "brottsbalk", "BrB", "kap."),
)  # fmt: skip

AMBIGUOUS: frozenset[str] = frozenset({"AL", "BfL"})
"""Known as abbreviations of statutes, but of different ones in different places: a law, never linked unless the
organisation says which. AL is anläggningslagen to surveyors and alkohollagen to a social committee."""

NOT_STATUTES: tuple[str, ...] = (
    "förslagen", "avslagen", "anslagen", "underlagen", "bolagen", "inslagen", "uppslagen", "utslagen", "beslagen",
    "föreslagen", "påslagen", "nedslagen", "omslagen", "tillslagen", "genomslagen", "ombudslagen", "arbetslagen",
    "takbalken",
)  # fmt: skip
"""Words that end like names of statutes but are none, also as the last part of a longer word."""

LOCAL_RULES: tuple[str, ...] = (
    "ordning", "ordningen", "ordningens", "ordningar", "reglemente", "reglementet", "reglementets", "stadga", "stadgan",
    "stadgar", "stadgarna", "stadgarnas", "avtal", "avtalet", "avtalets", "föreskrift", "föreskriften", "föreskrifter",
    "föreskrifterna", "policy", "policyn", "taxa", "taxan", "riktlinjer", "riktlinjerna", "kontrakt", "kontraktet",
    "instruktion", "instruktionen",
)  # fmt: skip
"""Endings of rules that a municipality makes itself or agrees on (arbetsordningen, reglementet): their §§ have no
page."""

SERIES: Mapping[str, str] = MappingProxyType(
    {
        "prop": "https://lagen.nu/prop/{number}",
        "sou": "https://lagen.nu/sou/{number}",
        "ds": "https://lagen.nu/ds/{number}",
        "bet": "https://lagen.nu/bet/{number}",
        "rskr": "https://lagen.nu/rskr/{number}",
        "sosfs": "https://lagen.nu/sosfs/{number}",
        "hslf-fs": "https://lagen.nu/hslf-fs/{number}",
        "celex": "https://lagen.nu/ext/celex/{number}",
    }
)
"""Series of preparatory works and regulations that have addresses: key -> template."""

STATUTE_URL = "https://lagen.nu/{sfs}"
"""Default template. Fields: sfs (2017:725), year, number, fragment (#K5P67 or nothing; last when it is not said)."""

_ARTICLES = {"lag": "en", "balk": "en", "form": "en", "förordning": "en"}


def _forms(name: str) -> tuple[str, ...]:
    article = next((_ARTICLES[ending] for ending in _ARTICLES if name.endswith(ending)), "")
    return (name, name + "s", name + article, name + article + "s")


@cache
def _by_name() -> Mapping[str, tuple[Statute, ...]]:
    found: dict[str, tuple[Statute, ...]] = {}
    for statute in STATUTES:
        for form in _forms(statute.name):
            found[form] = (*found.get(form, ()), statute)
    return found


@cache
def _by_abbreviation() -> Mapping[str, tuple[Statute, ...]]:
    found: dict[str, tuple[Statute, ...]] = {}
    for statute in STATUTES:
        for abbreviation in statute.abbreviations:
            found[abbreviation] = (*found.get(abbreviation, ()), statute)
    return found


def statute(sfs: str) -> Statute | None:
    """The statute with this SFS number, or None when the table does not know it."""
    return next((entry for entry in STATUTES if entry.sfs == sfs), None)


def is_abbreviation(word: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> bool:
    """Whether a word is an abbreviation of some statute, on any day."""
    return word in overrides or word in _by_abbreviation() or word in AMBIGUOUS


def abbreviates(word: str, name: str) -> bool:
    """Whether a word is an abbreviation of the statute of this name (lower case, any form)."""
    return word in AMBIGUOUS or any(name in _forms(entry.name) for entry in _by_abbreviation().get(word, ()))


def by_abbreviation(
    word: str,
    day: date,
    overrides: Mapping[str, str] = NO_OVERRIDES,
    generation: Generation = Generation.CURRENT,
) -> str | None:
    """SFS number of the statute that an abbreviation meant on a day; None when unknown or ambiguous."""
    if word in overrides:
        return overrides[word]
    return _pick(_by_abbreviation().get(word, ()), day, generation)


def by_name(name: str, day: date, generation: Generation = Generation.CURRENT) -> str | None:
    """SFS number of the statute of this name (any case, with or without article and genitive s) on a day."""
    return _pick(_by_name().get(name.casefold(), ()), day, generation)


def _pick(entries: tuple[Statute, ...], day: date, generation: Generation) -> str | None:
    current = next((entry.sfs for entry in entries if entry.holds(day)), None)
    if generation is Generation.OLDER:
        past = [entry for entry in entries if entry.valid_to and entry.valid_to < day]
        return max(past, key=lambda entry: entry.valid_to or day).sfs if past else None
    if generation is Generation.NEWER:
        coming = [entry for entry in entries if entry.valid_from and day < entry.valid_from]
        return min(coming, key=lambda entry: entry.valid_from or day).sfs if coming else current
    return current


def by_title(title: str, day: date) -> str | None:
    """SFS number of the statute that "lagen" with this phrase meant on a day."""
    wanted = title.casefold()
    return next((entry.sfs for entry in STATUTES if wanted in entry.titles and entry.holds(day)), None)


def titles() -> tuple[str, ...]:
    """Every phrase that can follow "lagen", longest first."""
    return tuple(sorted({title for entry in STATUTES for title in entry.titles}, key=lambda t: (-len(t), t)))


def looks_like_name(word: str) -> bool:
    """Whether a word is the name of some statute: in the table, or in definite form with such an ending."""
    lowered = word.casefold()
    if lowered in _by_name():
        return True
    base = lowered.removesuffix("s")
    endings = ("lagen", "balken", "förordningen", "regeringsformen", "kungörelsen")
    return base.endswith(endings) and base != "lagen" and not base.endswith(NOT_STATUTES)
