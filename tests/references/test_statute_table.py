"""The table of statutes: consistent in itself, and right on the days when the law changed."""

import re
from datetime import date, timedelta
from itertools import combinations

import pytest

from paragraf.vocabulary.statutes import (
    AMBIGUOUS,
    STATUTES,
    Generation,
    Statute,
    by_abbreviation,
    by_name,
    by_title,
    is_abbreviation,
    looks_like_name,
    statute,
)

TODAY = date(2023, 4, 26)


def overlap(one: Statute, other: Statute) -> bool:
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    end = min(one.valid_to or date.max, other.valid_to or date.max)
    return start <= end


def test_no_abbreviation_or_name_means_two_statutes_on_one_day() -> None:
    for one, other in combinations(STATUTES, 2):
        shared = {*one.abbreviations, one.name, *one.titles} & {*other.abbreviations, other.name, *other.titles}
        assert not (shared and overlap(one, other)), shared


def test_every_number_is_a_number_and_stands_once() -> None:
    assert all(re.fullmatch(r"\d{4}:\d{1,4}", entry.sfs) for entry in STATUTES)
    assert len({entry.sfs for entry in STATUTES}) == len(STATUTES)
    assert not AMBIGUOUS & {abbreviation for entry in STATUTES for abbreviation in entry.abbreviations}


@pytest.mark.parametrize(
    ("word", "first_day", "before", "after"),
    [
        ("SoL", date(2025, 7, 1), "2001:453", "2025:400"),
        ("SoL", date(2002, 1, 1), "1980:620", "2001:453"),
        ("KL", date(2018, 1, 1), "1991:900", "2017:725"),
        ("FL", date(2018, 7, 1), "1986:223", "2017:900"),
        ("HSL", date(2017, 4, 1), "1982:763", "2017:30"),
        ("LOU", date(2017, 1, 1), "2007:1091", "2016:1145"),
    ],
)
def test_an_abbreviation_changes_its_meaning_overnight(word: str, first_day: date, before: str, after: str) -> None:
    eve = first_day - timedelta(days=1)
    assert (by_abbreviation(word, eve), by_abbreviation(word, first_day)) == (before, after)
    assert by_abbreviation(word, first_day, generation=Generation.OLDER) == before
    assert by_abbreviation(word, eve, generation=Generation.NEWER) == after


@pytest.mark.parametrize(
    ("abbreviation", "sfs", "restarts"),
    [
        ("KL", "2017:725", True), ("FL", "2017:900", False), ("FVL", "2017:900", False), ("OSL", "2009:400", True),
        ("SoL", "2001:453", True), ("LSS", "1993:387", False), ("LVU", "1990:52", False), ("LVM", "1988:870", False),
        ("HSL", "2017:30", True), ("PBL", "2010:900", True), ("MB", "1998:808", True), ("LOU", "2016:1145", True),
        ("LOV", "2008:962", True), ("SkolL", "2010:800", True), ("SL", "2010:800", True), ("TF", "1949:105", True),
        ("RF", "1974:152", True), ("YGL", "1991:1469", True), ("MBL", "1976:580", False), ("AML", "1977:1160", True),
        ("LAS", "1982:80", False), ("SFB", "2010:110", True), ("FB", "1949:381", True), ("ÄB", "1958:637", True),
        ("BrB", "1962:700", True), ("LSO", "2003:778", True), ("OL", "1993:1617", True), ("ArkivL", "1990:782", False),
        ("DL", "2008:567", True), ("DiskrL", "2008:567", True), ("PSL", "2010:659", True),
    ],
)  # fmt: skip
def test_the_abbreviations_of_a_committee(abbreviation: str, sfs: str, restarts: bool) -> None:
    assert by_abbreviation(abbreviation, TODAY) == sfs
    known = statute(sfs)
    assert known
    assert known.chapters_restart is restarts


@pytest.mark.parametrize(
    ("name", "sfs"),
    [
        ("kommunallagens", "2017:725"),
        ("Plan- och bygglagen", "2010:900"),
        ("hälso- och sjukvårdslag", "2017:30"),
        ("DOS-lagen", "2018:1937"),
        ("dataskyddslagen", "2018:218"),
        ("barnkonventionslagen", "2018:1197"),
        ("tryckfrihetsförordningen", "1949:105"),
        ("alkohollagen", "2010:1622"),
        ("anläggningslagen", "1973:1149"),
        ("okändalagen", None),
    ],
)
def test_names(name: str, sfs: str | None) -> None:
    assert by_name(name, TODAY) == sfs


def test_titles() -> None:
    assert by_title("om offentlig sektors tillgängliggörande av data", TODAY) == "2022:818"
    assert by_title("om offentlig upphandling", date(2010, 1, 1)) == "2007:1091"
    assert by_title("om något annat", TODAY) is None


def test_what_is_ambiguous_is_an_abbreviation_without_meaning_until_the_organisation_says() -> None:
    assert is_abbreviation("AL")
    assert by_abbreviation("AL", TODAY) is None
    assert by_abbreviation("AL", TODAY, {"AL": "2010:1622"}) == "2010:1622"
    assert not is_abbreviation("sol")


@pytest.mark.parametrize(
    "word",
    ["anslagen", "bolagen", "avslagen", "förslagen", "ändringsförslagen", "dagordningen", "arbetsordningen", "lagen"],
)
def test_words_that_end_like_law(word: str) -> None:
    assert not looks_like_name(word)
