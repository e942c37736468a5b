"""Words of printed agendas and minutes: labels of front pages, page furniture, kinds of attached documents."""

DOCUMENT_TYPES: dict[str, str] = {
    "sammanträdesprotokoll": "protokoll",
    "protokoll": "protokoll",
    "mötesprotokoll": "protokoll",
    "beslutsprotokoll": "protokoll",
    "kallelse": "kallelse",
    "kallelse/föredragningslista": "kallelse",
    "kallelse och föredragningslista": "kallelse",
    "kallelse/dagordning": "kallelse",
    "föredragningslista": "kallelse",
    "dagordning": "kallelse",
}
"""Head of every page, in lower case -> which document of a meeting it is."""

DOCUMENT_WORDS: dict[str, str] = {
    r"(?:protokollsutdrag|protokoll[ ,–-]+utdrag|utdrag (?:ur|från) (?:\w*protokoll(?:et)?)|utdrag)": "utdrag",
    r"(?:(?:kompletter(?:ande|ad)|extra) (?:kallelse|ärendelista|föredragningslista|dagordning|ärenden?|handlingar)"
    r"|kompletterings(?:kallelse|lista)|tilläggs(?:kallelse|lista|ärenden?|dagordning|föredragningslista)"
    r"|(?:tillägg|komplettering) (?:till|av) \w*(?:kallelse|lista|dagordning)\w*|sent inkomna ärenden"
    r"|extraärenden)": "tillägg",
    r"(?:\w*protokoll|protokollsingress(?:er)?|(?:minnes|mötes)anteckningar)": "protokoll",
    r"(?:\w*kallelse|föredragningslista|dagordning|ärendelista|sammanträdeshandlingar|möteshandlingar|kungörelse"
    r"|ärendeförteckning|lista över ärenden|mötesbok|(?:underrättelse|tillkännagivande) om sammanträde"
    r"|inbjudan till (?:sammanträde|möte))": "kallelse",
}
"""Pattern of the words with which a document names itself -> what it is. The first one that fits holds."""

DATE_LABELS: tuple[str, ...] = (
    "sammanträdesdatum",
    "sammanträdesdag",
    "mötesdatum",
    "mötesdag",
    "datum för sammanträde",
    "datum för sammanträdet",
    "datum",
)

OTHER_DATES: tuple[str, ...] = (
    "juster",
    "anslag",
    "anslås",
    "uppsätt",
    "nedtag",
    "överklag",
    "utskrift",
    "utskriven",
    "publicer",
    "skapad",
    "upprättad",
    "reviderad",
    "senast",
    "anmäl",
    "ankom",
    "utsänd",
    "utskick",
    "kallelsedatum",
    "beslutad",
    "gruppmöte",
    "nästa",
    "föregående",
)
"""Beginnings of words that say that a date beside them is not the meeting's."""

BODY_ENDINGS: tuple[str, ...] = (
    "nämnden",
    "nämnd",
    "styrelsen",
    "styrelse",
    "utskottet",
    "utskott",
    "fullmäktige",
    "beredningen",
    "beredning",
    "direktionen",
    "rådet",
    "råd",
    "presidiet",
    "presidium",
    "delegationen",
    "kommittén",
    "kommitté",
    "gruppen",
    "överförmyndaren",
)
"""How the name of a body ends."""

DEFINITE: dict[str, str] = {
    "nämnd": "nämnden",
    "styrelse": "styrelsen",
    "utskott": "utskottet",
    "fullmäktige": "fullmäktige",
    "beredning": "beredningen",
    "direktion": "direktionen",
    "delegation": "delegationen",
    "presidie": "presidiet",
    "råd": "rådet",
}
"""A kind of body as the first part of a compound -> its name."""
BODY_FIRST_WORDS: tuple[str, ...] = (
    "nämnden",
    "nämnd",
    "styrelsen",
    "utskottet",
    "rådet",
    "beredningen",
    "direktionen",
    "förbundsdirektionen",
    "delegationen",
    "kommittén",
    r"gemensam(?:ma)? (?:nämnd(?:en)?|[\w-]*nämnd(?:en)?)",
)
"""How the name of a body begins that goes on with what it is for."""

BODY_CODES: dict[str, str] = {
    "kf": "Kommunfullmäktige",
    "kfm": "Kommunfullmäktige",
    "ks": "Kommunstyrelsen",
    "kst": "Kommunstyrelsen",
    "ksau": "Kommunstyrelsens arbetsutskott",
    "kspu": "Kommunstyrelsens personalutskott",
    "rf": "Regionfullmäktige",
    "rs": "Regionstyrelsen",
    "rsau": "Regionstyrelsens arbetsutskott",
    "hsn": "Hälso- och sjukvårdsnämnden",
    "sn": "Socialnämnden",
    "snau": "Socialnämndens arbetsutskott",
    "bun": "Barn- och utbildningsnämnden",
    "kfn": "Kultur- och fritidsnämnden",
    "mbn": "Miljö- och byggnadsnämnden",
    "sbn": "Samhällsbyggnadsnämnden",
    "tn": "Tekniska nämnden",
    "vn": "Valnämnden",
    "öfn": "Överförmyndarnämnden",
}
"""Abbreviation in lower case -> the body that it stands for most often, where no name stands beside it."""

AGENDA_LISTS: tuple[str, ...] = ("dagordning", "föredragningslista", "förslag till dagordning", "program", "punkter")
"""More headings over the items of an agenda, which are also what the agenda is called."""

AGENDA_COLUMNS: dict[str, tuple[str, ...]] = {
    "time": ("tid", "klockan", "kl", "starttid", "tidpunkt", "ca tid", "tid ca", "beräknad tid"),
    "number": ("nr", "punkt", "§", "ärende nr", "ärendenr", "punkt nr", "p", "nummer", "ordningsnr", "#"),
    "title": (
        "ärende",
        "ärendebenämning",
        "ärenden",
        "rubrik",
        "ärendemening",
        "titel",
        "ärenderubrik",
        "benämning",
        "punkter",
    ),
    "case": ("dnr", "diarienr", "diarienummer", "ärendenummer", "beteckning"),
    "presenter": (
        "föredragande",
        "föredragare",
        "ansvarig",
        "föredras av",
        "föredragning",
        "deltar",
        "handläggare",
        "ansvarig handläggare",
        "medverkande",
    ),
    "papers": ("underlag", "handlingar", "handling", "beslutsunderlag", "bilagor", "bilaga", "dokument"),
    "page": ("sida", "sid", "sidnr", "sidnummer"),
}
"""Column of a table of items -> its headings."""

AGENDA_PARTS: tuple[str, ...] = (
    r"(?:öppn|slutn|stängd|övrig|initial|formell|bordlagd|återremitterad|ny|inledande|avslutande)a "
    r"(?:(?:besluts|informations)?ärenden|(?:besluts|informations)?punkter)",
    r"(?:besluts|informations|berednings|sekretess|formalia|diskussions|anmälnings|delgivnings|motions|individ|val"
    r"|nämnds|styrelse|fullmäktige|utskotts|rapport|uppföljnings|remiss|dialog|ekonomi|personal|tillsyns|plan|bygglovs"
    r"|initiativ|rutin|lednings)-?\s?(?:ärenden|punkter)"
    r"(?: och (?:information|\w+ärenden))?",
    r"(?:öppe[nt]|slutet|stäng[dt]) (?:del|sammanträde)(?: .{1,30})?",
    r"(?:ärenden|punkter) (?:för|till) (?:beslut|information|beredning|diskussion|\w*(?:nämnden|styrelsen|fullmäktige))"
    r"(?: .{1,40})?",
    r"(?:besluts|informations|sekretess)(?:del|punkter)",
    r"formalia",
)
"""Rows between the items of an agenda that say what sort of items follow."""

LOOSE_AGENDA_PARTS: tuple[str, ...] = (
    r"övrig(?:t|a frågor|a punkter)",
    r"(?:nya |inkomna |besvarade )?(?:motioner|interpellationer|medborgarförslag|e-förslag|frågor|remisser|yttranden"
    r"|val)(?:,? (?:och |samt )?(?:motioner|interpellationer|medborgarförslag|frågor|avsägelser|val))*",
    r"(?:rapporter|redovisningar|meddelanden|anmälningar|delgivningar|delegationer)(?: och \w+)?",
    r"(?:procedur|ordnings)frågor",
    r"inledning|avslutning|ekonomi|information(?:er)?|uppföljning|muntlig information|beslut",
)
"""More such rows: these words stand as often for an item, so that only their place tells."""

ITEM_LISTS: tuple[str, ...] = (
    "ärendelista",
    "ärendeförteckning",
    "innehåll",
    "innehållsförteckning",
    "ärenden",
    "paragrafförteckning",
)
"""Heading over the list of §§ or items."""

GROUP_LABELS: tuple[str, ...] = (
    "beslutande",
    "beslutande ledamöter",
    "ledamöter",
    "närvarande ledamöter",
    "tjänstgörande ersättare",
    "beslutande ersättare",
    "ej tjänstgörande ersättare",
    "ej beslutande ersättare",
    "närvarande ersättare",
    "ersättare",
    "övriga",
    "övriga deltagande",
    "övriga deltagare",
    "övriga närvarande",
    "tjänstemän",
    "tjänstepersoner",
    "kallade",
    "ordförande",
    "sekreterare",
)
"""Labels on a front page under which people stand."""

ADJUSTER_LABELS: tuple[str, ...] = (
    *("justerare", "justerande", "just.", "utses att justera", "utsedd att justera"),
    *("utses att jämte ordföranden justera", "utses tillsammans med ordförande att justera"),
)

NOTICE_BODIES: tuple[str, ...] = ("organ", "instans", "forum", "beslutsinstans", "nämnd", "styrelse/nämnd")
"""Labels of a notice of adjustment before the name of the body."""

ADJUSTED_MARKS: tuple[str, ...] = (
    "paragrafen är justerad",
    "paragrafen är omedelbart justerad",
    "denna paragraf är omedelbart justerad",
    "omedelbart justerad",
    "protokollet är justerat",
)

CONTACT_LABELS: tuple[str, ...] = (
    "hemsida",
    "webbplats",
    "e-post",
    "e-postadress",
    "organisationsnr",
    "organisationsnummer",
    "org.nr",
    "postadress",
    "besöksadress",
    "telefon",
    "växel",
    "fax",
    "bankgiro",
    "plusgiro",
)
"""Labels of a letterhead, each over its value."""

PAGE_WORDS = r"(?:sida(?:n|nr)?|sid(?:\s?nr|nummer)?\.?|blad(?:\s?nr)?\.?|page)"
"""Pattern of the words before the number of a page."""

PAGE_HEAD_LABELS: tuple[str, ...] = ("datum", "reviderad", "sida", "sid", "version", "dokumentnamn")
"""Labels in the head of a page of an attached document."""

DOCUMENT_KINDS: tuple[str, ...] = (
    "tjänsteskrivelse",
    "tjänsteutlåtande",
    "protokoll",
    "protokollsutdrag",
    "sammanträdesprotokoll",
    "riktlinje",
    "riktlinjer",
    "policy",
    "rapport",
    "remiss",
    "remissvar",
    "skrivelse",
    "yttrande",
    "reservation",
    "protokollsanteckning",
    "motion",
    "interpellation",
    "medborgarförslag",
)
"""What the first page of an attached document can be headed by, alone on its line."""

HEAD_KINDS: tuple[str, ...] = (
    *DOCUMENT_KINDS,
    "beslutsunderlag",
    "utlåtande",
    "promemoria",
    "missiv",
    "utredning",
    "granskningsrapport",
    "revisionsrapport",
    "delårsrapport",
    "utdrag",
)
"""What the head of an attached document's page can call it, beside the sender or the page's number."""

EXTRACTS: tuple[str, ...] = ("protokoll", "utdrag")
"""Kinds of which the pages that are attached have the numbers of the whole."""

DELEGATION_COLUMNS: tuple[str, str, str] = ("Systemnummer", "Dokumentnummer", "Text")
"""Columns of a list of delegated decisions."""

WEAK_HEADINGS: tuple[str, ...] = (
    "beslutet",
    "förslag",
    "beskrivning",
    "bedömning",
    "bakgrund",
    "motivering",
    "konsekvenser",
    "ekonomi",
    "finansiering",
    "yrkande",
    "yttrande",
    "yttranden",
    "inlägg",
    "talare",
    "handlingar",
    "underlag",
    "bilaga",
    "bilagor",
    "meddelanden",
    "anmälningar",
    "jäv",
    "ingress",
    "beredning",
    "överklagande",
)

OTHER_HEADINGS: tuple[str, ...] = (
    "villkor",
    "upplysningar",
    "avgift",
    "avgifter",
    "beräkning av avgiften",
)
"""Headings of no kind of their own, of decisions on permits; words of lists and running text too."""
"""Headings that are also words of a list: a heading only after a blank line."""
