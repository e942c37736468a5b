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
_COUNT = rf"(?P<{{0}}>\d{{{{1,3}}}}|{'|'.join(_NUMBERS)})"
_STATED: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = tuple(
    (side, tuple(re.compile(form, re.IGNORECASE) for form in forms))
    for side, forms in (
        (
            "ja",
            (
                rf"\b{_COUNT.format('n')}\s+(?:st\s+)?(?:ja\b(?:-?\s?röst(?:er)?)?|(?:ledamöter |röster )?(?:röstar? |röstade |för )ja\b)",
                rf"\bja(?:-?\s?röst(?:er)?)?\s*[:=]?\s*\(?{_COUNT.format('n')}\b(?!\s*(?:ja|nej))",
            ),
        ),
        (
            "nej",
            (
                rf"\b{_COUNT.format('n')}\s+(?:st\s+)?(?:nej\b(?:-?\s?röst(?:er)?)?|(?:ledamöter |röster )?(?:röstar? |röstade |för )nej\b)",
                rf"\bnej(?:-?\s?röst(?:er)?)?\s*[:=]?\s*\(?{_COUNT.format('n')}\b(?!\s*(?:ja|nej))",
            ),
        ),
        (
            "avstår",
            (
                rf"\b{_COUNT.format('n')}\s+(?:ledamot |ledamöter |som )?(?:avst(?:år|od|ått|ående)\w*|blanka?)",
                rf"\bavst(?:år|od|ått)\s*[:=]?\s*\(?{_COUNT.format('n')}\b",
            ),
        ),
    )
)
_MEANINGS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE | re.MULTILINE)
    for form in (
        r"^[-*\s]*(?P<side>ja|nej)(?:-röst)?\s*[:=]\s*(?P<meaning>.+)$",
        r"^[-*\s]*(?P<side>ja|nej)(?:-röst(?:er)?)?\s+(?:för|betyder|innebär|är|=|–|-)\s+(?P<meaning>[^.\n]+?)(?=,? (?:och |medan )?(?:ja|nej)(?:-röst)?\s+(?:för|betyder|innebär|är)|[.\n]|$)",
        r"\b(?P<side>ja|nej)(?:-röst)?\s+(?:för|betyder|innebär|är röst för)\s+(?P<meaning>[^.;\n]+?)(?=,? (?:och |medan )?(?:ja|nej)(?:-röst)?\s+(?:för|betyder|innebär)|[.;,\n]|$)",
        r"\b(?:den|de|ledamot|ledamöter|var och en)(?: som)?(?: vill)? (?P<meaning>[^.;\n]+?)[,]? (?:ska |skall )?röstar? (?P<side>ja|nej)\b",
        r"\bröstar? (?P<side>ja|nej) (?:för|till) (?P<meaning>[^.;\n]+?)(?=,? och|[.;,\n]|$)",
    )
)


def meanings(text: str) -> dict[str, str]:
    """What ja and nej mean by a text: "Den som vill bifalla motionen röstar ja", "Nej-röst för avslag"."""
    found: dict[str, str] = {}
    for form in _MEANINGS:
        for match in form.finditer(text):
            words = re.sub(r"^(?:som |vill )+", "", match["meaning"].strip(" ,")).strip()
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
    if not found and (
        score := re.search(r"(?:röstetal|röstsiffror\w*|votering|omröstning)\D{0,20}(\d+)\s*[-–]\s*(\d+)", text)
    ):
        return {"ja": int(score[1]), "nej": int(score[2])}
    return found


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
