"""Letters that ask for what is not on the web."""

from urllib.parse import parse_qs, urlsplit

from pages.matter import MINUTES, Pages, item
from pages.small import MEETING, ORGANISATION


def letter(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    return parts.path, query["subject"][0], query["body"][0].replace("\r\n", "\n")


def test_a_letter_asks_for_a_document_that_is_not_here(make: Pages) -> None:
    text = item("§ 45", "A", "Ja.") + "\n## Beslutsunderlag\n- Bilaga & kalkyl (publiceras inte: 26 kap. 1 § OSL)\n"
    organisation = f"{ORGANISATION}adress: https://exempelby.example/\n"
    pages = make({"organisation.yml": organisation, "san/2023-04-26/mote.yml": MEETING, f"{MINUTES}045-a.md": text})
    (document,) = pages["san/2023-04-26/p45/"].context["attachments"]
    assert document["state"] == "publiceras inte: 26 kap. 1 § OSL"
    assert letter(document["request"]) == (
        "registrator@exempelby.example",
        "Begäran om handling: Bilaga & kalkyl",
        "Hej! Jag vill ta del av handlingen ”Bilaga & kalkyl”.\n\n"
        "Den hör till: SAN 2023-04-26 § 45, dnr 23/SAN/1\n\n"
        "https://exempelby.example/san/2023-04-26/bilagor/bilaga-kalkyl/\n\n"
        "Handlingen finns inte på webbplatsen. Som skäl anges: 26 kap. 1 § OSL.\n\n"
        "Kan den inte lämnas ut, eller bara till en del, vill jag ha ett skriftligt beslut som går att överklaga.",
    )


def test_a_letter_reaches_an_address_with_signs(make: Pages) -> None:
    organisation = ORGANISATION.replace("registrator@", '"diarium?cc=a&b@').replace(
        "exempelby.example", 'exempelby.example"'
    )
    files = {
        "organisation.yml": organisation,
        "san/2023-04-26/mote.yml": MEETING,
        f"{MINUTES}045-a.md": "# § 45 Taxa\n\n## Beslut\nJa.\n\n## Beslutsunderlag\n- Kalkyl\n",
    }
    (paper,) = make(files)["san/2023-04-26/p45/"].context["attachments"]
    letter = urlsplit(paper["request"])
    assert letter.path == "diarium%3Fcc%3Da%26b@exempelby.example"
    assert set(parse_qs(letter.query)) == {"subject", "body"}


def test_a_letter_asks_for_a_version_that_can_be_read(minutes: Pages) -> None:
    text = item("§ 45", "A", "Ja.") + "\n## Beslutsunderlag\n- [Tabell](bilagor/tabell.csv)\n"
    context = minutes(text, **{"san/2023-04-26/bilagor/tabell.csv": "a;b\n"})["san/2023-04-26/p45/"].context
    assert letter(context["accessible"])[1:] == (
        "Begäran om tillgänglig version: Tabell",
        "Hej! Jag behöver en tillgänglig version av:\n- Tabell\n\n"
        "Den hör till: SAN 2023-04-26 § 45, dnr 23/SAN/1\n\n"
        "Så här behöver jag kunna läsa (till exempel uppläst, förstorat, punktskrift, text som går att markera):",
    )


def test_nobody_is_asked_where_there_is_no_registrar(make: Pages) -> None:
    text = item("§ 45", "A", "Ja.") + "\n## Beslutsunderlag\n- Kalkyl\n"
    organisation = ORGANISATION.replace("registrator: registrator@exempelby.example\n", "")
    pages = make({"organisation.yml": organisation, "san/2023-04-26/mote.yml": MEETING, f"{MINUTES}045-a.md": text})
    assert [one["request"] for one in pages["san/2023-04-26/p45/"].context["attachments"]] == [""]
