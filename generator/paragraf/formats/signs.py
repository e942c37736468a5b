"""Signs of documents as signs of text: composed, without control characters, ligatures and exotic bullets."""

import re
import unicodedata

NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Control characters that some PDFs leave in their text: they say nothing, and no file of ours can hold them."""
BLANKS = " \t\u00a0\u2007\u202f"
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]")
"""Zero-width signs and signs of direction: they would hide or turn what a reader sees."""
_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
_BULLET = re.compile(
    r"(?:[\u2022\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25e6\u25c6\u25c7\u27a2\u27a4\u2794"
    r"\u2756\u2752\u2713\u2714\u00b7\u2212\u2010-\u2015\ue000-\uf8ff]|-)(?:\s+|$)|[\uf000-\uf0ff\u2022\u25aa\u25cf](?=\S)"
)
_UNUSUAL = re.compile(r"[^ -~åäöÅÄÖéÉüÜ§–”’…]")
"""Some other sign than those of which nearly every line is made: they are one code point each, and stay."""
_LETTER_ALONE = re.compile(r"(?:[^\W\d_]|[:.])", re.UNICODE)
SOFT_HYPHEN = "\u00ad"
_HYPHEN = re.compile(r"[\u00ad\u2010\u2011\u0002\ufffe]")
_ENDS_DIVIDED = re.compile(r"(?<=[^\W\d_])[\u00ad\u2010\u0002\ufffe]$")


def cleaned(text: str) -> str:
    """NFC, ligatures as letters, no control or invisible characters; what was one becomes a blank or nothing."""
    if not _UNUSUAL.search(text):
        return text
    text = NO_TEXT.sub(" ", unicodedata.normalize("NFC", text))
    return _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), _INVISIBLE.sub("", text))


def divided(text: str) -> str:
    """A line whose last word is divided at its end, by the sign that says so, ends with U+00AD; no other one stays."""
    text = text.rstrip(BLANKS)
    if not _HYPHEN.search(text):
        return text
    ends = bool(_ENDS_DIVIDED.search(text))
    text = text[:-1] if ends else text
    text = text.replace(SOFT_HYPHEN, "").replace("\u2010", "-").replace("\u2011", "-")
    return text + SOFT_HYPHEN if ends else text


def with_bullet(text: str) -> str:
    """A line that begins with a bullet of any kind, also a private one of a symbol font, begins with "- "."""
    match = _BULLET.match(text)
    if not match or (text[0] in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212" and text[match.end() :][:1].isdigit()):
        return text
    return f"- {text[match.end() :]}".rstrip()


def unspaced(text: str) -> str:
    """ "B E S L U T" as "BESLUT"; two blanks or more stand between two such words."""
    parts = text.split()
    if len(parts) < 4 or not all(_LETTER_ALONE.fullmatch(part) for part in parts):
        return text
    words = re.split(r"\s{2,}", text.strip())
    if any(len(word.split()) < 2 for word in words):
        return "".join(parts)
    return " ".join("".join(word.split()) for word in words)
