"""Types and outcomes of items: how they are told from titles and decisions, and what readers see."""

import re

TYPES: dict[str, str] = {
    "formalia": "Formalia",
    "information": "Information",
    "val": "Val",
    "motion": "Motion",
    "interpellation": "Interpellation",
    "fråga": "Fråga",
    "medborgarförslag": "Medborgarförslag",
    "delegationsbeslut": "Delegationsbeslut",
    "meddelanden": "Meddelanden",
    "ärende": "Ärende",
}
"""What an author can state in Typ -> what a reader sees."""

QUIET_TYPES = ("formalia", "information", "delegationsbeslut", "meddelanden")
"""Types that say little about what was decided."""

OUTCOMES: dict[str, str] = {
    "bifall": "Bifall",
    "avslag": "Avslag",
    "återremiss": "Återremiss",
    "bordläggning": "Bordläggning",
    "utgår": "Utgår",
    "information": "Till handlingarna",
    "val": "Val",
    "beslut": "Beslut",
}
"""What an author can state in Utfall -> what a reader sees."""

APPEALS: dict[str, str] = {
    "laglighetsprövning": "Beslutet kan överklagas genom laglighetsprövning (13\u00a0kap. kommunallagen).",
    "förvaltningsbesvär": "Beslutet kan överklagas av den som det angår (förvaltningsbesvär).",
    "ej överklagbart": "Beslutet kan inte överklagas.",
}
"""What an author can state in Överklagande -> what a reader sees."""
NOT_APPEALED = "ej överklagbart"
"""The one of them that leaves no way to appeal."""

OPENNESS: dict[str, str] = {
    "öppet": "Ärendet behandlades inför öppna dörrar.",
    "stängt": "Ärendet behandlades inom stängda dörrar.",
    "delvis": "Ärendet behandlades delvis inom stängda dörrar.",
}
"""What an author can state in Offentlighet (KL 5:42, 6:25) -> what a reader sees."""

ATTACHMENT_KINDS: dict[str, str] = {
    "underlag": "Beslutsunderlag",
    "bilagor": "Protokollsbilaga",
    "bilaga": "Bilaga",
    "delegationsbeslut": "Delegationsbeslut",
    "meddelanden": "Meddelande",
}
"""Kind of section (or bilaga: the fact) in which an attachment is named -> what a reader sees."""

RUN_BY_BROWSERS = frozenset(
    (
        "asp",
        "aspx",
        "cgi",
        "css",
        "hta",
        "htm",
        "html",
        "js",
        "jse",
        "jsp",
        "mht",
        "mhtml",
        "mjs",
        "php",
        "phtml",
        "pl",
        "py",
        "rb",
        "sh",
        "shtml",
        "svg",
        "svgz",
        "swf",
        "vbs",
        "wasm",
        "xht",
        "xhtml",
        "xml",
        "xsl",
        "xslt",
    )
)
"""Endings of files that a browser, or a web server, runs instead of showing."""

VOTES: tuple[str, ...] = ("ja", "nej", "avstår", "frånvarande", "jäv")
"""What can stand in the column Röst."""

_TITLE_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "formalia",
        re.compile(
            r"sammanträdets (?:inledning|öppnande|avslutning)|mötets (?:öppnande|avslutning)|upprop"
            r"|val av juster|fastställande av (?:dagordning|föredragningslista)|godkännande av dagordning"
            r"|laga ordning|kungjort|anmälan (?:om|av) jäv|justering|övriga frågor"
        ),
    ),
    ("delegationsbeslut", re.compile(r"delegation|delegerings?(?:beslut|ärende)")),
    ("meddelanden", re.compile(r"meddelande|anmälningsärende|anmälningar|för kännedom")),
    ("motion", re.compile(r"\bmotion(?:en|er)?\b")),
    ("interpellation", re.compile(r"\binterpellation")),
    ("medborgarförslag", re.compile(r"medborgarförslag")),
    ("fråga", re.compile(r"\bfråg(?:a|or) (?:till|från|om)|frågestund|enkel fråga")),
    ("information", re.compile(r"^info(?:rmation)?\b|informationsärende")),
    ("val", re.compile(r"\bval av|fyllnadsval|avsägelse|entledigande")),
)
_OUTCOME_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("återremiss", re.compile(r"återremi")),
    ("bordläggning", re.compile(r"bordlägg")),
    ("utgår", re.compile(r"\butgår\b|utgår (?:ur|från) dagordning")),
    ("avslag", re.compile(r"\bavslå|\bavslås|\bavstyrk")),
    (
        "information",
        re.compile(
            r"godkänn\w* (?:\w+ )?(?:informationen|redovisningen)|informationen (?:noteras|godkänns)"
            r"|redovisningen godkänns|till handlingarna|notera\w* informationen|tar del av informationen"
        ),
    ),
    ("val", re.compile(r"\b(?:utser|väljer|utses|väljs|entledigar)\b|\batt (?:utse|välja|entlediga)\b")),
    (
        "bifall",
        re.compile(r"\b(?:bifall\w*|godkänn\w*|anta\w*|fastställ\w*|bevilja\w*|tillstyrk\w*|ställer sig bakom)"),
    ),
)


def type_of(title: str) -> str:
    """The type that a title tells; "ärende" when it tells none."""
    words = title.casefold()
    return next((key for key, pattern in _TITLE_TYPES if pattern.search(words)), "ärende")


def outcome_of(decision: str) -> str | None:
    """The outcome that a decision's words tell; "beslut" for other words, None for no words."""
    words = decision.casefold()
    if not words.strip():
        return None
    return next((key for key, pattern in _OUTCOME_WORDS if pattern.search(words)), "beslut")
