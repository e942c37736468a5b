"""Resolving against an archive: what is there, what cannot be, and what should be and is not."""

from datetime import date

import pytest

from paragraf.archive import Archive, build
from paragraf.ids import CaseNumber, MeetingId, ParagraphId, ParagraphNumber
from paragraf.model import (
    Agenda,
    AttachmentFile,
    Body,
    BodyKind,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    Section,
)
from paragraf.references import (
    AttachmentTarget,
    CaseTarget,
    Excused,
    Linked,
    ParagraphTarget,
    Resolver,
    StatuteTarget,
    backlinks,
    citations,
    context_of,
    link,
)

ORGANISATION = Organisation(
    name="Provköpings kommun",
    bodies=(
        Body(code="KS", name="Kommunstyrelsen", kind=BodyKind.BOARD),
        Body(code="SAN", name="Social- och arbetsmarknadsnämnden"),
        Body(code="DIN", name="Individnämnden", published=False),
    ),
    archive_start=date(2022, 3, 1),
)


def paragraph(number: int, text: str = "", case: str = "") -> Paragraph:
    cases = (CaseNumber(case, case),) if case else ()
    return Paragraph(title=f"Ärende {number}", number=ParagraphNumber(number), case_numbers=cases, text=text)


def meeting(body: str, day: str, *paragraphs: Paragraph, **more: object) -> Meeting:
    id = MeetingId(body, date.fromisoformat(day))
    return Meeting(id=id, body_name=body, minutes=Minutes(paragraphs=paragraphs), **more)  # type: ignore[arg-type]


UNDERLAG = Section(
    heading="Beslutsunderlag",
    kind="underlag",
    text="- [Bilaga 3 Tidplan](bilagor/tidplan.pdf)\n- [Utredning](bilagor/utredning.pdf)\n- Utredning\n- Bilaga 4\n",
)
FIRST = meeting("SAN", "2022-03-16", paragraph(20), paragraph(21, case="22/SAN/7"))
SECOND = meeting(
    "SAN",
    "2023-04-26",
    paragraph(44, "Se § 45, § 46 och 4 kap. 1 § SoL."),
    paragraph(45, "Se § 45, SAN § 21/2022, SAN § 21/2022 och 22/SAN/7. Enligt 4 kap. 1 § SoL och 9 § LSS."),
    Paragraph(title="Underlag", number=ParagraphNumber(46), sections=(UNDERLAG,)),
    files=(
        AttachmentFile(path="bilagor/tidplan.pdf", size=1, sha256="0" * 64),
        AttachmentFile(path="bilagor/utredning.pdf", size=1, sha256="1" * 64),
    ),
)
THIRD = meeting("SAN", "2023-05-24", paragraph(60))


@pytest.fixture(scope="module")
def archive() -> Archive:
    return build(ORGANISATION, (FIRST, SECOND, THIRD))


@pytest.fixture(scope="module")
def resolver(archive: Archive) -> Resolver:
    return Resolver(archive=archive, meeting=SECOND.id)


def target(body: str, year: int, number: int, day: str = "") -> ParagraphTarget:
    id = ParagraphId(body, year, ParagraphNumber(number))
    return ParagraphTarget(id=id, day=date.fromisoformat(day) if day else None)


BEFORE = Excused(reason="före arkivets början")


@pytest.mark.parametrize(
    ("sought", "answer"),
    [
        (target("SAN", 2023, 45), "/san/2023-04-26/p45/"),
        (target("SAN", 2023, 45, "2023-04-26"), "/san/2023-04-26/p45/"),
        (target("SAN", 2023, 45, "2023-04-25"), None),
        (target("SAN", 2022, 21), "/san/2022-03-16/p21/"),
        (target("SAN", 2023, 99), None),
        (target("SAN", 2023, 60), None),  # of a later meeting
        (target("SAN", 2021, 3), BEFORE),
        (target("SAN", 2022, 19), BEFORE),  # a lower number than the first one of that year
        (target("SAN", 2022, 22), None),
        (target("SAN", 2022, 22, "2022-02-16"), BEFORE),
        (target("KS", 2022, 22), BEFORE),
        (target("KS", 2023, 22), None),
        (target("DIN", 2023, 1), Excused(reason="organet publiceras inte")),
        (CaseTarget(key="22/SAN/7"), "/arenden/22-san-7/"),
        (CaseTarget(key="22/SAN/7", handling="2"), "/arenden/22-san-7/"),
        (CaseTarget(key="22/SAN/8"), None),
        (CaseTarget(key="21/SAN/8"), BEFORE),
        (CaseTarget(key="KS-2019/117"), BEFORE),
        (CaseTarget(key="263/20"), BEFORE),
        (CaseTarget(key="KS-2022/117"), None),
        (AttachmentTarget(number="3"), "/san/2023-04-26/bilagor/tidplan/"),
        (AttachmentTarget(number="4"), "/san/2023-04-26/bilagor/bilaga-4/"),
        (AttachmentTarget(number="5"), None),
        (AttachmentTarget(title="utredning"), "/san/2023-04-26/bilagor/utredning/"),
        (AttachmentTarget(title="Något annat"), None),
        (StatuteTarget(sfs="2017:725"), None),
    ],
)
def test_resolver(resolver: Resolver, sought: ParagraphTarget, answer: str | Excused | None) -> None:
    assert resolver.address(sought) == answer


def test_without_a_start_nothing_is_excused_by_age() -> None:
    archive = build(Organisation(name="Provköping"), (FIRST,))
    resolver = Resolver(archive=archive, meeting=FIRST.id)
    assert resolver.address(target("SAN", 1999, 3)) is None
    assert resolver.address(CaseTarget(key="99/SAN/3")) is None


def test_a_body_that_no_organisation_knows_has_its_own_name() -> None:
    archive = build(Organisation(name="Provköping"), (SECOND,))
    found = link(
        "Se SAN § 44/2023.",
        context_of(archive.organisation, "SAN", SECOND.id.date),
        Resolver(archive=archive, meeting=SECOND.id).address,
    )
    assert found.text == "Se [SAN § 44/2023](/san/2023-04-26/p44/)."


def linked_paragraphs(archive: Archive) -> list[tuple[str, Linked]]:
    found = []
    for ref, located in archive.item_by_ref.items():
        context = context_of(archive.organisation, ref.meeting_id.body, ref.meeting_id.date)
        resolver = Resolver(archive=archive, meeting=ref.meeting_id)
        found.append((f"/{ref.path}/", link(located.item.text, context, resolver.address)))
    return found


def test_backlinks_are_the_other_end_of_every_link(archive: Archive) -> None:
    found = backlinks(linked_paragraphs(archive), address_of=str, order=str)
    assert found == {
        "/arenden/22-san-7/": ("/san/2023-04-26/p45/",),
        "/san/2022-03-16/p21/": ("/san/2023-04-26/p45/",),
        "/san/2023-04-26/p45/": ("/san/2023-04-26/p44/",),
        "/san/2023-04-26/p46/": ("/san/2023-04-26/p44/",),
    }


def test_citations_gather_who_cites_a_place_in_the_law(archive: Archive) -> None:
    found = citations(linked_paragraphs(archive), order=str)
    assert {str(place): sources for place, sources in found.items()} == {
        "SFS 2001:453 4 kap. 1 §": ("/san/2023-04-26/p44/", "/san/2023-04-26/p45/"),
        "SFS 1993:387 9 §": ("/san/2023-04-26/p45/",),
    }


def test_an_agenda_can_be_referred_from(archive: Archive) -> None:
    called = Meeting(id=MeetingId("KS", date(2023, 5, 2)), body_name="KS", agenda=Agenda())
    whole = build(ORGANISATION, (FIRST, SECOND, called))
    resolver = Resolver(archive=whole, meeting=called.id)
    assert resolver.address(target("SAN", 2023, 45)) == "/san/2023-04-26/p45/"
