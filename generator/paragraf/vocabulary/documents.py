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

DATE_LABELS: tuple[str, ...] = ("sammanträdesdatum", "sammanträdesdag", "mötesdatum", "datum")

BODY_ENDINGS: tuple[str, ...] = (
    "nämnden",
    "nämnd",
    "styrelsen",
    "styrelse",
    "utskottet",
    "utskott",
    "fullmäktige",
    "beredningen",
    "direktionen",
    "rådet",
    "presidiet",
)
"""How the name of a body ends."""

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

ADJUSTER_LABELS: tuple[str, ...] = ("justerare", "justerande", "utses att justera", "utsedd att justera")

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
)
"""What the first page of an attached document can be headed by, alone on its line."""

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
"""Headings that are also words of a list: a heading only after a blank line."""
