"""Random organisations that the format can hold."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paragraf.ids import NumberPattern
from paragraf.model import (
    Alias,
    Body,
    BodyKind,
    Contact,
    Link,
    Organisation,
    Party,
    ProtectedPerson,
    Rules,
    Term,
)
from strategies.meetings import lines, names, parties

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31))
PERIODS = st.sampled_from(((None, None), (date(2019, 1, 1), None), (None, date(2022, 12, 31)), (date(2019, 1, 1),) * 2))
NUMBERS = st.integers(0, 9999)


def dated(made: type, /, **given: SearchStrategy[object]) -> SearchStrategy[object]:
    """Something with a period."""
    return st.builds(
        lambda period, values: made(**values, valid_from=period[0], valid_to=period[1]),
        PERIODS,
        st.fixed_dictionaries(given),
    )


terms = dated(Term, name=names, party=parties, role=st.sampled_from(("ledamot", "ersättare", "2:e vice ordförande")))
tables = st.dictionaries(lines().map(str.strip), lines(), max_size=3)
bodies = st.lists(
    dated(
        Body,
        code=st.from_regex(r"[A-ZÅÄÖ]{2,6}X", fullmatch=True),
        name=lines(),
        kind=st.sampled_from(BodyKind),
        task=st.just("") | lines(),
        aliases=st.lists(dated(Alias, name=lines()), max_size=3).map(tuple),
        members=st.lists(terms, max_size=4).map(tuple),
        published=st.booleans(),
        rules=st.builds(
            Rules, call_days=st.none() | NUMBERS, adjustment_days=NUMBERS, unadjusted_visible=st.booleans()
        ),
        statutes=tables,
    ),
    max_size=4,
    unique_by=lambda body: body.slug,
).map(tuple)
addresses = st.just("") | st.sampled_from(("https://exempel.test/", "http://exempel.test/a?b=c#d"))
organisations = st.builds(
    Organisation,
    name=lines(),
    kind=st.sampled_from(("kommun", "region", "kommunalförbund")),
    bodies=bodies,
    number_patterns=st.lists(
        st.builds(
            lambda period, template, handling, label: NumberPattern(template, handling, *period, label),
            PERIODS,
            st.sampled_from(("ÅÅ/ENHET/NR", "ENHET ÅÅÅÅ/NR PLAN", "ÅÅENHETNR")),
            st.sampled_from(("", "ÅÅ/ENHET/NR-HNR")),
            st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    parties=st.lists(dated(Party, code=lines(), name=lines()), max_size=3).map(tuple),
    glossary=tables,
    links=st.lists(st.builds(Link, label=lines(), url=addresses.filter(bool)), max_size=2).map(tuple),
    protected=st.lists(
        st.builds(ProtectedPerson, name=lines().map(lambda one: f"Q{one}"), alias=st.just("Ledamot A")), max_size=2
    ).map(tuple),
    license=st.sampled_from(("", "CC0 1.0", "CC BY 4.0")),
    pdf=st.sampled_from(("", "nej", "dokument", "allt")),
    archive_start=st.none() | days,
    registrar=st.sampled_from(("", "registrator@exempel.test")),
    notice_board=addresses,
    statute_url=addresses,
    colour=st.sampled_from(("", "#1b4f72")),
    contact=st.builds(
        Contact,
        phone=st.just("") | lines(),
        email=st.sampled_from(("", "kommun@exempel.test")),
        visit=st.just("") | lines(),
        post=st.just("") | lines(),
    ),
    address=st.sampled_from(("", "https://exempel.test/", "https://exempel.test/a/b/")),
)
