"""How Swedish minutes tell of a vote: what yes and no mean, who voted how, and the result."""

import re

SIDES: dict[str, str] = {
    "ja": "ja",
    "ja-röst": "ja",
    "ja-röster": "ja",
    "nej": "nej",
    "nej-röst": "nej",
    "nej-röster": "nej",
    "avstår": "avstår",
    "avst": "avstår",
    "avst.": "avstår",
    "avstod": "avstår",
    "avstått": "avstår",
    "avstår från att rösta": "avstår",
    "blank": "avstår",
    "blankt": "avstår",
    "frånvarande": "frånvarande",
    "frånv": "frånvarande",
    "frånv.": "frånvarande",
    "ej närvarande": "frånvarande",
    "jäv": "jäv",
    "deltar ej": "avstår",
    "deltar inte": "avstår",
    "deltog ej": "avstår",
}
"""Words of a table's head or of a list -> the vote (items.VOTES)."""

MARKS = frozenset(("x", "×", "✓", "✔", "1", "•", "☒", "☑", "*"))
"""Signs in a column that say that a vote was so."""

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "noll",
            "en",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
            "sexton",
            "sjutton",
            "arton",
            "nitton",
            "tjugo",
        ]
    )
} | {"ett": 1, "inga": 0, "ingen": 0}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"


_GAP = r"[^\S\n]+"
"""A count and its word stand on one line."""


def _counted(side: str) -> tuple[str, ...]:
    """Forms of a count of ja or nej: the number after a colon, before the word, or after it."""
    before = rf"\b{_COUNT}{_GAP}(?:st{_GAP})?(?:{side}\b(?:-?\s?röst(?:er)?)?"
    return (
        rf"\b{side}(?:-?\s?röst(?:er)?)?\s*[:=]\s*\(?{_COUNT}\b",
        rf"{before}|(?:ledamöter |röster )?(?:röstar? |röstade |för ){side}\b)",
        rf"\b{side}-?\s?röst(?:er)? (?:avges|avgavs|lämnas|lämnades) av {_COUNT}\b",
        rf"\b{side}(?:-?\s?röst(?:er)?)?\s*[:=]?\s*\(?{_COUNT}\b(?![^\S\n]*(?:ja|nej))",
    )


_ABSTAINS = r"\bavst(?:år|od|ått)(?: från att rösta)?"
_STATED: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = tuple(
    (side, tuple(re.compile(form, re.IGNORECASE) for form in forms))
    for side, forms in (
        ("ja", _counted("ja")),
        ("nej", _counted("nej")),
        (
            "avstår",
            (
                rf"{_ABSTAINS}\s*(?:[:=]\s*\(?|\(){_COUNT}\b",
                rf"\b{_COUNT}{_GAP}(?:ledamot |ledamöter |som )?(?:avst(?:år|od|ått|ående)\w*|blanka?|nedlagda?\b)",
                rf"{_ABSTAINS}\s*\(?{_COUNT}\b",
            ),
        ),
    )
)
_SIDE = r"(?P<side>ja|nej)(?:-röst(?:er)?)?"
_MEANS = r"(?:(?:avges |ges |lämnas )?för|(?:betyder|innebär|avser|är)(?: att)?|till)"
_OTHER = rf"(?=,? (?:och |medan )?(?:ja|nej)(?:-röst)?\s+{_MEANS}\s|[.;\n]|$)"
_WHOEVER = r"\b(?:den|de|ledamot|ledamöter|var och en)(?: som\b)?(?: vill\b(?: att\b)?)?(?! det (?:ej|inte|icke)\b)"
_MEANINGS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE | re.MULTILINE)
    for form in (
        rf"(?:^[-*\s]*|[.;,]\s+){_SIDE}\s*[:=]\s*(?P<meaning>[^\n]+?)"
        rf"(?=[.;,]?\s+{_SIDE.replace('side', 'next')}\s*[:=]|$)",
        rf"^[-*\s]*{_SIDE}\s*[–-]\s+(?P<meaning>[^.;\n]+)",
        rf"\b{_SIDE}\s+{_MEANS}\s+(?P<meaning>[^.;\n]+?){_OTHER}",
        r"\bröstar (?P<side>ja|nej) röstar (?:för|till) (?P<meaning>[^.;\n]+)",
        rf"{_WHOEVER} (?!röstar )(?P<meaning>[^.;\n]+?),? (?:ska |skall )?röstar? (?P<side>ja|nej)\b",
        r"\b(?:vinner|segrar|blir det) (?P<side>ja|nej),? (?:så )?(?:har|är) [^.;\n]{3,80}? (?:beslutat|beslutar)"
        r" (?:att )?(?P<meaning>[^.;\n]+)",
        r"\bröstar? (?P<side>ja|nej) (?:för|till) (?P<meaning>[^.;\n]+?)(?=,? och|[.;,\n]|$)",
    )
)


_LED_IN = re.compile(r"^(?:som |vill |stöder |stödjer |röstar? för )+")
"""Words before what somebody is for."""
_SCORE = re.compile(r"(?:röstetal|röstsiffror\w*|votering|omröstning)\D{0,20}(\d+)\s*[-–]\s*(\d+)")


def meanings(text: str) -> dict[str, str]:
    """What ja and nej mean by a text: "Den som vill bifalla motionen röstar ja", "Nej-röst för avslag"."""
    found: dict[str, str] = {}
    for form in _MEANINGS:
        for match in form.finditer(text):
            words = _LED_IN.sub("", match["meaning"].strip(" ,.;")).strip()
            if words and not re.fullmatch(r"\(?\d+.*|(?:st|röster)\b.*", words):
                found.setdefault(match["side"].casefold(), words)
    return found


def stated(text: str) -> dict[str, int]:
    """How many voted so by the text's own words: "med 7 ja-röster mot 4 nej-röster"; sides without word left out."""
    found: dict[str, int] = {}
    for side, forms in _STATED:
        for form in forms:
            if match := form.search(text):
                found[side] = _number(match["n"])
                break
    if not found and (score := _SCORE.search(text)):
        return {"ja": int(score[1]), "nej": int(score[2])}
    return found


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
