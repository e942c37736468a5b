"""The page of one attachment: who uses it, its file, and letters that ask for what is not here or cannot be read."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pages.small import MEETING, ORGANISATION
from paragraf.pages import Page

Pages = Callable[..., dict[str, Page]]

FILES = {
    "organisation.yml": ORGANISATION.replace("färg:", "adress: https://moten.exempelby.example/\nfärg:"),
    "san/2023-04-26/mote.yml": MEETING,
    "san/2023-04-26/protokoll/045-a.md": """# § 45 Ändrat mål & mått

Diarienummer: 23/SAN/115

## Beslut
Ja.

## Beslutsunderlag
- [Utredning & kalkyl](bilagor/utredning.pdf)
- [Sammanfattning](bilagor/sammanfattning.md)
- Skrivelse (publiceras inte: 26 kap. 1 § OSL)
""",
    "san/2023-04-26/protokoll/046-b.md": """# § 46 Rapport

Bilaga: [Utredning & kalkyl](bilagor/utredning.pdf)

## Beslut
Ja.
""",
    "san/2023-04-26/bilagor/utredning.pdf": "%PDF-1.4 utredning",
    "san/2023-04-26/bilagor/sammanfattning.md": "# Sammanfattning\n\nText.\n",
}


def letter(address: str) -> tuple[str, dict[str, str]]:
    """To whom, and subject and body as a mail program reads them."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    return parts.path, {key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()}


def context(make: Pages, slug: str) -> Any:
    return make(FILES)[f"san/2023-04-26/bilagor/{slug}/"].context


def test_a_file_is_told_with_type_size_sum_and_who_uses_it(make: Pages) -> None:
    found = context(make, "utredning")
    assert (found["file"]["type"], found["file"]["size"], len(found["file"]["sha256"])) == ("PDF", "18 byte", 64)
    assert [(one["label"], one["title"]) for one in found["uses"]] == [
        ("SAN § 45/2023", "Ändrat mål & mått"),
        ("SAN § 46/2023", "Rapport"),
    ]


def test_a_version_that_can_be_read_is_asked_for_in_a_letter(make: Pages) -> None:
    to, told = letter(context(make, "utredning")["accessible"])
    assert to == "registrator@exempelby.example"
    assert told["subject"] == "Begäran om tillgänglig version: Utredning & kalkyl"
    lines = told["body"].split("\r\n\r\n")
    assert lines[1:3] == [
        "Den hör till: SAN 2023-04-26 § 45, dnr 23/SAN/115",
        "https://moten.exempelby.example/san/2023-04-26/bilagor/utredning/",
    ]


def test_text_needs_no_other_version(make: Pages) -> None:
    assert context(make, "sammanfattning")["accessible"] == ""


def test_a_document_that_is_not_here_is_asked_for_in_a_letter(make: Pages) -> None:
    found = context(make, "skrivelse")
    assert (found["is_withheld"], found["reason"], found["file"]) == (True, "26 kap. 1 § OSL", None)
    _, told = letter(found["view"]["request"])
    assert told["subject"] == "Begäran om handling: Skrivelse"
    assert "Som skäl anges: 26 kap. 1 § OSL." in told["body"]


def test_what_was_withdrawn_is_asked_for_without_its_title(make: Pages) -> None:
    gone = FILES["san/2023-04-26/protokoll/046-b.md"].replace(
        "Bilaga:", "Återkallad: 2023-05-20, personuppgifter\nBilaga:"
    )
    page = make({**FILES, "san/2023-04-26/protokoll/046-b.md": gone})["san/2023-04-26/p46/"]
    to, told = letter(page.context["request"])
    assert to == "registrator@exempelby.example"
    assert told["subject"] == "Begäran om handling: § 46"
    assert "Den hör till: Socialnämnden 2023-04-26" in told["body"]
    assert "Rapport" not in told["body"]
