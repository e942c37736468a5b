"""Linking: what becomes a link, what stays as it was written, and what is told of it."""

from dataclasses import replace

import pytest

from paragraf.ids import ParagraphId, ParagraphNumber
from paragraf.references import (
    CaseTarget,
    Excused,
    LawAddresses,
    Linked,
    ParagraphTarget,
    SeriesTarget,
    StatuteTarget,
    Target,
    link,
)
from references.golden_cases import USUAL

KNOWN: dict[Target, str | Excused] = {
    ParagraphTarget(id=ParagraphId("SAN", 2023, ParagraphNumber(12))): "/san/2023-02-15/p12/",
    ParagraphTarget(id=ParagraphId("KS", 2010, ParagraphNumber(3))): Excused(reason="före arkivets början"),
    CaseTarget(key="23/SAN/13"): "/arenden/23-san-13/",
    CaseTarget(key="23/SAN/13", handling="5"): "/arenden/23-san-13/",
}


def linked(text: str) -> Linked:
    return link(text, USUAL, KNOWN.get)


def test_what_is_there_is_linked_and_what_is_not_stays_and_is_told() -> None:
    found = linked("Se § 12, KSAU § 33/2023, KS § 3/2010 och 4 kap. 1 § SoL.\nHandling 23/SAN/13-5, ärende 23/SAN/99.")
    assert found.text == (
        "Se [§ 12](/san/2023-02-15/p12/), KSAU § 33/2023, KS § 3/2010"
        " och [4 kap. 1 § SoL](https://lagen.nu/2001:453#K4P1).\n"
        "Handling [23/SAN/13-5](/arenden/23-san-13/), ärende 23/SAN/99."
    )
    assert [(reference.text, reference.start) for reference in found.unresolved] == [
        ("KSAU § 33/2023", 9),
        ("23/SAN/99", 86),
    ]
    assert [one.address for one in found.links] == [
        "/san/2023-02-15/p12/",
        "https://lagen.nu/2001:453#K4P1",
        "/arenden/23-san-13/",
    ]


def test_what_may_be_something_else_is_no_problem_when_it_is_not_there() -> None:
    assert linked("Mötet i KS 13. Kvalitet enligt ISO 9001.").unresolved == ()
    guessed = link("Modell XC 2023/45 köps in.", replace(USUAL, patterns=()), KNOWN.get)
    assert guessed == Linked(text="Modell XC 2023/45 köps in.")


def test_what_belongs_to_others_is_no_problem() -> None:
    assert (
        linked("34 § i arbetsordningen, BUN § 3, § 9 SoL, bilaga 1 till skollagen, JO dnr 3940-2006").unresolved == ()
    )


@pytest.mark.parametrize("before", ["\\", "!", "]"])
def test_no_link_where_markdown_would_read_something_else(before: str) -> None:
    assert linked(f"text {before}§ 12").text == f"text {before}§ 12"


def test_an_address_cannot_end_its_own_link() -> None:
    found = link("Se § 12.", USUAL, lambda target: "/bilagor/en (1).pdf")
    assert found.text == "Se [§ 12](/bilagor/en%20%281%29.pdf)."


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("https://lagen.nu/{sfs}", "https://lagen.nu/2025:400#K11P1"),
        ("https://exempel.se/{year}{number}.html", "https://exempel.se/2025400.html#K11P1"),
        ("https://exempel.se/{fragment}?bet={sfs}", "https://exempel.se/#K11P1?bet=2025:400"),
    ],
)
def test_addresses_of_statutes_are_a_template(template: str, address: str) -> None:
    target = StatuteTarget(sfs="2025:400", chapter="11", section="1")
    assert LawAddresses(statute=template).of(target) == address


@pytest.mark.parametrize(
    ("target", "fragment"),
    [
        (StatuteTarget(sfs="2017:725", chapter="5", section="67"), "#K5P67"),
        (StatuteTarget(sfs="2017:725", chapter="5"), "#K5"),
        (StatuteTarget(sfs="2017:725", section="67"), ""),
        (StatuteTarget(sfs="1993:387", section="28f"), "#P28f"),
        (StatuteTarget(sfs="1993:387", chapter="2", section="9"), "#P9"),
        (StatuteTarget(sfs="1993:387", section="9", point="3"), "#P9S1N3"),
        (StatuteTarget(sfs="1993:387", section="9", part=2, sentence=1), "#P9S2M1"),
        (StatuteTarget(sfs="1999:1", chapter="2", section="3"), "#K2P3"),
        (StatuteTarget(sfs="1999:1", section="3"), "#P3"),
        (StatuteTarget(sfs="2001:453", amended_by="2010:427"), "#L2010:427"),
    ],
)
def test_places_in_statutes(target: StatuteTarget, fragment: str) -> None:
    assert LawAddresses().of(target) == f"https://lagen.nu/{target.sfs}{fragment}"


def test_series_without_address_have_none() -> None:
    assert LawAddresses().of(SeriesTarget(series="rir", number="2019:23")) is None
