"""Links on paper, and what WeasyPrint may fetch: nothing but our own."""

from collections.abc import Callable

import pytest
from lxml import html

from paragraf.printing import Printed, make_pdf
from paragraf.printing.engine import engine, pages
from paragraf.printing.layout import layout, shown
from printing.small import DECISION, ORGANISATION, VOTE, png

MINUTES = "protokoll-san-2023-04-26.pdf"
EXTRACT = "protokollsutdrag-san-2023-04-26-p46.pdf"


def links(document: Printed) -> set[str]:
    return {link.get("href") for link in html.document_fromstring(layout(document)[0]).xpath("//a")}


def test_a_paragraph_of_the_same_document_is_linked_within_it(printed: dict[str, Printed]) -> None:
    assert "#p45" in links(printed[MINUTES])


def test_in_an_extract_the_others_lead_to_the_site(printed: dict[str, Printed]) -> None:
    assert "https://moten.exempel.test/san/2023-04-26/p45/" in links(printed[EXTRACT])


def test_without_a_public_address_only_what_lies_elsewhere_is_linked(make: Callable[..., dict[str, Printed]]) -> None:
    made = make({"organisation.yml": ORGANISATION.replace("adress: https://moten.exempel.test/\n", "")})
    assert {one for one in links(made[MINUTES]) if not one.startswith("https://lagen.nu/")} == {"#p45"}
    extract = made[EXTRACT]
    assert extract.qr == ""
    markup, _ = layout(extract)
    assert "Utdraget är gjort ur det publicerade protokollet." in markup
    assert make_pdf(extract, png()).startswith(b"%PDF")


def test_what_authors_write_is_never_html(make: Callable[..., dict[str, Printed]]) -> None:
    nasty = "<img src='https://annan.exempel.test/x.png'>"
    made = make(
        {
            "san/2023-04-26/protokoll/045-matetal.md": DECISION.replace("Mätetal för AMI", f"Mätetal {nasty}").replace(
                "till 10 %.", f"till {nasty}."
            )
        }
    )
    tree = html.document_fromstring(layout(made[MINUTES])[0])
    assert [image.get("src") for image in tree.iter("img")] == ["paragraf:vapen.png"]


@pytest.mark.parametrize("address", ["https://annan.exempel.test/x.png", "file:///etc/passwd", "paragraf:../../x"])
def test_nothing_is_fetched_from_elsewhere(printed: dict[str, Printed], address: str) -> None:
    with pytest.raises(engine().urls.FatalURLFetchingError) as refused:
        pages(printed[MINUTES], f"<html lang=sv><title>x</title><body><img alt=x src='{address}'>", None)
    assert str(refused.value) == f"{address} får inte hämtas."


def test_a_paragraph_with_a_thousand_rows_is_printed(make: Callable[..., dict[str, Printed]]) -> None:
    rows = "".join(f"| 23/SAN/{number} | Anmälan av beslut |\n" for number in range(1, 1001))
    table = f"\n## Delegationsbeslut\n| Nummer | Text |\n|---|---|\n{rows}"
    made = make({"san/2023-04-26/protokoll/046-motion.md": VOTE + table})[EXTRACT]
    assert make_pdf(made, png()).count(b"%%EOF") == 1


def test_an_address_is_printed_short() -> None:
    assert shown("https://moten.exempel.test/san/") == "moten.exempel.test/san"
