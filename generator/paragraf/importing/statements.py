"""Paragraphs that are a reservation, jäv or a note by their own words, though no heading stands over them."""

import re

from paragraf.importing.names import NAME, TITLE_ENDINGS, without_title

_PARTY = r"\(?[A-ZÅÄÖ]{1,4}\)?"
_WHO = (
    r"(?:(?:Mot beslutet|Från beslutet|Även|Ledamöterna|Ledamoten|Ordföranden|Följande ledamöter)?\s*"
    rf"(?:{NAME}|{_PARTY}(?:(?:,\s| och | samt ){_PARTY})*(?=\s)|[A-ZÅÄÖ][\w-]+))"
)
_NOTED = r"Det (?:antecknas|noteras)(?: till protokollet)? att"
_GIVEN = r"\b.{0,60}?\b(?:lämna[st]|lämnades|lämnats|anmäl[st]|anmäldes|anmälts|avge[st]|avgavs|inge[st]|ingavs)\b"
_ABSENT = r"\b(?:(?:deltar|deltog|deltagit) (?:inte|ej)|(?:inte|ej) (?:deltar|deltog|deltagit))"
_SPEAKING = ("jäv", "reserv", "yttrande", "röstförklaring", "delta", "deltog", "protokoll")
"""One of these stands in every such paragraph, in lower case: few have any, and the forms are slow."""
_STATEMENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (heading, re.compile(form))
    for heading, form in (
        ("Jäv", rf"{_WHO}.{{0,120}}?\b(?:anmäl(?:er|de|t)\s(?:\w+\s)?jäv|på grund av jäv|är jävig)\b"),
        ("Jäv", rf"(?:På grund av jäv\b|Jävi?g?: ?{NAME})"),
        ("Jäv", rf"(?:{_NOTED} )?{_WHO}.{{0,200}}?{_ABSENT} i (?:handläggningen|överläggningen|behandlingen av)\b"),
        ("Reservation", rf"{_WHO}.{{0,300}}?\b(?:reserverar? sig|reserverade sig|reservera sig)\b"),
        ("Reservation", rf"{_WHO}.{{0,300}}?\b(?:anmäl(?:er|de)|lämna(?:r|de))\b[^.]{{0,60}}?\breservation\b"),
        ("Reservation", rf"(?:(?:Skriftlig|Blank|Muntlig)a? r|R)eservation(?:er)?{_GIVEN}"),
        ("Reservation", r"Reserver(?:ar|ade) sig\b"),
        (
            "Särskilt yttrande",
            rf"{_WHO}.{{0,200}}?\b(?:lämna(?:r|de)|avge[rs]|inge[rs]|anmäler)\b.{{0,30}}särskilt yttrande",
        ),
        ("Särskilt yttrande", rf"Särskil(?:t|da) yttranden?{_GIVEN}"),
        ("Röstförklaring", rf"{_WHO}.{{0,200}}?\b(?:lämna(?:r|de)|avge[rs]|anmäler)\b.{{0,20}}röstförklaring"),
        ("Deltar ej i beslutet", rf"(?:{_NOTED} )?{_WHO}.{{0,200}}?{_ABSENT} i beslutet"),
        ("Deltar ej i beslutet", rf"(?:{_NOTED} )?{_WHO}.{{0,200}}?\bavst(?:år|od) från att delta i beslutet"),
        (
            "Protokollsanteckning",
            rf"{_WHO}.{{0,200}}?\b(?:lämnar|anmäler|medges|får|begär|önskar)\b.{{0,60}}"
            r"(?:protokollsanteckning|till protokollet)",
        ),
        ("Protokollsanteckning", rf"Protokollsanteckning(?:ar)?{_GIVEN}"),
    )
)
"""Heading that such a paragraph gets -> how it begins."""
_THIS = (
    r"(?:(?:denna )?paragraf(?:en|er|erna)?|ärendet|punkten|protokollet i denna del|beslutet|§+ ?\d+\w?(?:[–-]\d+)?)"
)
_AT_ONCE = re.compile(
    rf"{_THIS}[^.;]{{0,60}}?"
    r"(?:\bomedelbart justera(?:d|t|s|de)\b|\bjustera(?:d|t|s|de|des|r)? omedelbart|\bomedelbar(?:t)? juster"
    r"|\bdirektjuster)"
    rf"|\b(?:omedelbart justera {_THIS}|justera {_THIS} omedelbart|besluta[rs]? om omedelbar justering)"
    r"|\bmed omedelbar justering\b|\bprotokollet justeras omedelbart i denna del"
    r"|(?:^|\n)\W*(?:omedelbar justering(?: av (?:§|paragraf).{0,40})?|direktjusteras)\.?$",
    re.IGNORECASE | re.MULTILINE,
)


_INFORMS = re.compile(
    rf"(?:^|[.\n]\s*)(?:(?P<title>[A-ZÅÄÖ][\w-]*(?:{'|'.join(TITLE_ENDINGS)})) )?(?P<name>{NAME})"
    r"(?:, (?P<after>[^.,]{3,60}),)?"
    r"\s+(?:informera(?:r|de)|(?:ger|lämnar) information|berätta(?:r|de)|rapportera(?:r|de)|redogör|redogjorde)\b"
)


def informants(text: str) -> tuple[tuple[str, str], ...]:
    """(name, title) of who informs by the text of an item that is information: "Kommundirektör Bo Ek informerar om"."""
    found = (without_title(one["name"], one["title"] or one["after"] or "") for one in _INFORMS.finditer(text))
    return tuple((name, title[:1].lower() + title[1:]) for name, title in found)


def statement_in(paragraph: str) -> str:
    """The heading of a paragraph that is a statement of members; empty for other text."""
    lower = paragraph.casefold()
    if not any(word in lower for word in _SPEAKING):
        return ""
    return next((heading for heading, form in _STATEMENTS if form.match(paragraph)), "")


def says_adjusted_at_once(text: str) -> bool:
    """Whether a text says that its § is adjusted at the meeting (KL 8:9 a contrario; custom: omedelbar justering)."""
    return bool(_AT_ONCE.search(text))
