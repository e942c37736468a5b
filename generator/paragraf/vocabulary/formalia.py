"""Formal items that agendas and minutes name differently, though they are the same."""

import re

FORMALIA: dict[str, re.Pattern[str]] = {
    "öppnande": re.compile(r"(?:sammanträdets|mötets) (?:inledning|öppnande)"),
    "upprop": re.compile(r"\bupprop"),
    "justerare": re.compile(r"\b(?:val|utseende) av (?:protokolls)?juster"),
    "dagordning": re.compile(r"(?:fastställande|godkännande) av (?:dagordning|föredragningslista)"),
    "kungörelse": re.compile(r"kungjort|kungörande|laga ordning"),
    "jäv": re.compile(r"anmälan (?:om|av) jäv"),
    "avslutning": re.compile(r"(?:sammanträdets|mötets) avslut"),
}


def formality(title: str) -> str | None:
    """Which formal item a title names; None when it names none or more than one."""
    words = title.casefold()
    found = [key for key, pattern in FORMALIA.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else None
