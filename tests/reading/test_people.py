"""People, one line each."""

import pytest

from paragraf.model import Attendee, ParagraphSet, Presenter, Term
from paragraf.reading.people import attendee, member, presenter


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Siv Exempel", Attendee(name="Siv Exempel")),
        ("Siv Exempel (S)", Attendee(name="Siv Exempel", party="S")),
        ("Siv Exempel(S), ordförande", Attendee(name="Siv Exempel", party="S", role="ordförande")),
        ("Jo Exempel, förvaltningschef, IT", Attendee(name="Jo Exempel", role="förvaltningschef, IT")),
        ("Ann Exempel (M), 2:e vice ordförande", Attendee(name="Ann Exempel", party="M", role="2:e vice ordförande")),
        (
            "Bo Exempel (C) ersätter Inga Exempel (C), § 44–49",
            Attendee(
                name="Bo Exempel",
                party="C",
                serves_for="Inga Exempel",
                serves_for_party="C",
                paragraphs=ParagraphSet.parse("44–49"),
            ),
        ),
        (
            "Bo Exempel (C), ordförande ersätter Inga Exempel, distans, §§ 44-47, 49",
            Attendee(
                name="Bo Exempel",
                party="C",
                role="ordförande",
                serves_for="Inga Exempel",
                remote=True,
                paragraphs=ParagraphSet.parse("44–47, 49"),
            ),
        ),
        ("Ann Exempel (M), distans", Attendee(name="Ann Exempel", party="M", remote=True)),
        ("Ann Exempel (M), ej § 40", Attendee(name="Ann Exempel", party="M", paragraphs=ParagraphSet.parse("ej 40"))),
        (
            "Jo Exempel, jurist, del av § 9",
            Attendee(name="Jo Exempel", role="jurist", paragraphs=ParagraphSet.parse("del av 9")),
        ),
    ],
)
def test_people_in_the_attendance(line: str, person: Attendee) -> None:
    assert attendee(line) == person


@pytest.mark.parametrize(
    "line",
    [
        "",
        "(S)",
        "Siv Exempel (S",
        "Siv (S) Exempel",
        "Siv § 4",
        "Siv, § fyra",
        "Siv ersätter ",
        "Siv (Socialdemokraterna)",
    ],
)
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError):
        attendee(line)


def test_members_and_presenters() -> None:
    assert member("Siv Exempel (S), ordförande") == Term(name="Siv Exempel", party="S", role="ordförande")
    assert member("Bo Exempel") == Term(name="Bo Exempel")
    assert presenter("Jo Exempel, förvaltningschef, IT") == Presenter(name="Jo Exempel", title="förvaltningschef, IT")
    assert presenter("Jo Exempel") == Presenter(name="Jo Exempel")
    with pytest.raises(ValueError):
        presenter(", förvaltningschef")
