"""Draws the parts of a random archive, and sorts every word by who may see it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from paragraf.ids import CaseNumber, MeetingId, ParagraphNumber
from paragraf.model import (
    Adjustment,
    Agenda,
    AgendaItem,
    Alias,
    AttachmentEntry,
    AttachmentFile,
    AttendanceGroup,
    Attendee,
    Body,
    BodyKind,
    Cancellation,
    Correction,
    Draft,
    Meeting,
    Minutes,
    Organisation,
    Paragraph,
    ParagraphSet,
    Presenter,
    ProtectedPerson,
    Publication,
    Publicity,
    Rules,
    Section,
    Source,
    Term,
    Waiver,
    Withdrawal,
    Withheld,
)

DAY = date(2024, 3, 15)
"""The day of the site in every drawn archive."""
START = date(2023, 6, 1)
"""Where the drawn archives begin to be published."""
DRAFTS = (Draft.NONE, Draft.NONE, Draft.MINUTES, Draft.SUPPLEMENT, Draft.MINUTES | Draft.SUPPLEMENT)
"""What is a draft of a meeting that is otherwise open."""


@dataclass
class Tokens:
    """Hands out words and sorts them."""

    seen: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    never: set[str] = field(default_factory=set)
    count: int = 0

    def word(self, public: bool) -> str:
        """A new word that readers see, or that they do not see."""
        return self._new("synlig" if public else "hemlig", self.seen if public else self.hidden)

    def internal(self) -> str:
        """A new word that is for authors alone."""
        return self._new("intern", self.never)

    def _new(self, stem: str, kept: set[str]) -> str:
        self.count += 1
        word = f"{stem}{self.count:04}q"
        kept.add(word)
        return word


class Dealer:
    """Draws one archive."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any], *, faulty: bool) -> None:
        self.draw = draw
        self.faulty = faulty
        self.tokens = Tokens()
        self.protected = ProtectedPerson(
            name=f"{self.tokens.internal().capitalize()} Exempel", alias=f"Ledamot {self.tokens.word(True)}"
        )
        self.cases: list[CaseNumber] = []

    def chance(self, percent: int = 50) -> bool:
        return int(self.draw(st.integers(1, 100))) <= percent

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def past(self) -> date:
        return DAY - timedelta(days=self.draw(st.integers(0, 9)))

    def future(self) -> date:
        return DAY + timedelta(days=self.draw(st.integers(1, 60)))

    def word(self, public: bool) -> str:
        return self.tokens.word(public)

    def name(self, public: bool) -> str:
        return f"{self.word(public).capitalize()} Exempel"

    def people(self, public: bool) -> tuple[Attendee, ...]:
        """Members under one label; the protected person is among them under her own name."""
        deputy = Attendee(name=self.name(public), party="S", serves_for=self.name(public), serves_for_party="S")
        return (deputy, Attendee(name=self.protected.name, serves_for=self.protected.name), self.attendee(public))

    def attendee(self, public: bool, paragraphs: ParagraphSet | None = None) -> Attendee:
        return Attendee(name=self.name(public), role=f"chef {self.word(public)}", paragraphs=paragraphs)

    def case_numbers(self, public: bool) -> tuple[CaseNumber, ...]:
        """A new case or, of what readers see, perhaps one that they see already."""
        if self.cases and self.chance(30):
            return (self.one_of(*self.cases),)
        written = self.word(public)
        case = CaseNumber(written=written, key=written.upper())
        if public:
            self.cases.append(case)
        return (case,)

    # Files and the lines that name them

    def file(self, files: list[AttachmentFile], public: bool, *, markdown: bool | None = None) -> str:
        name = self.word(public)
        if self.chance(30) if markdown is None else markdown:
            path = f"bilagor/{name}.md"
            texts = {"title": "Text" if public else f"Text {self.word(False)}", "text": f"Stycke {self.word(public)}."}
            files.append(AttachmentFile(path=path, size=7, sha256="", **texts))
        else:
            path = f"bilagor/{name}.pdf"
            content = file_bytes(path)
            files.append(AttachmentFile(path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest()))
            (self.tokens.seen if public else self.tokens.hidden).add(files[-1].sha256)
        return path

    def entry_lines(self, files: list[AttachmentFile], public: bool) -> list[str]:
        """Lines of a list of attachments, of every kind."""
        title = f"Bilaga {self.word(public)}"
        own = self.file(files, public)
        lines = [f"- [Underlag {self.word(public)}]({own})", f"- {title}"]
        lines.append(f"- Utredning {self.word(public)} (publiceras inte: {self.word(public)})")
        shared = [file.path for file in files if "synlig" in file.path]
        if shared and self.chance():
            lines.append(f"- [Samma {self.word(public)}]({self.one_of(*shared)})")
        if self.faulty and self.chance(20):
            path = f"bilagor/{self.tokens.internal()}.pdf"
            files.append(AttachmentFile(path=path, size=1, sha256=self.tokens.internal()))
            lines.append(f"- [Fel {self.word(public)}]({path}) (publiceras inte: {self.word(public)})")
        return lines

    # Items

    def facts(self, files: list[AttachmentFile], day_has_come: bool, withheld: bool) -> dict[str, Any]:
        """The fields of an item; `withheld`: mote.yml keeps it off the web."""
        level = self.one_of(*Publicity) if self.chance(50) else Publicity.FULL
        withdrawn = self.one_of(self.past(), self.future()) if self.chance(15) else None
        comes_later = withdrawn is not None and withdrawn > DAY
        dated = day_has_come and not withheld and not comes_later
        told = dated and withdrawn is None
        public = told and level in (Publicity.FULL, Publicity.MASKED)
        reason = self.word(told and level is not Publicity.FULL) if level is not Publicity.FULL else ""
        linked = self.file(files, public, markdown=False) if self.chance(30) else None
        unlisted = AttachmentEntry(
            title=f"Fakta {self.word(public)}", file=self.file(files, public), kind="bilaga", listed=False
        )
        correction_seen = self.chance()
        correction = Correction(
            date=self.past() if correction_seen else self.future(),
            by=f"{self.name(public and correction_seen)} och {self.protected.name}",
            was=self.word(public and correction_seen),
            now=self.word(public and correction_seen),
        )
        return {
            "title": f"Ärende {self.word(told and level is not Publicity.NONE)}",
            "case_numbers": self.case_numbers(public),
            "related": tuple(self.cases[:1]) if public else self.case_numbers(False),
            "presenters": (
                Presenter(name=self.name(public), title=f"chef {self.word(public)}"),
                Presenter(name=self.protected.name),
            ),
            "unlisted": (unlisted,),
            "publication": Publication(level=level, reason=reason),
            "withdrawal": withdrawn and Withdrawal(date=withdrawn, reason=self.word(dated)),
            "corrections": (correction,),
            "waivers": (
                Waiver(
                    code="okänd-rubrik", who=self.tokens.internal(), date=self.past(), reason=self.tokens.internal()
                ),
            ),
            "text": f"Inledning {self.word(public)}."
            + (f" Se [kartan {self.word(public)}]({linked})." if linked else ""),
            "sections": (
                Section(heading="Beslut", kind="beslut", text=f"Nämnden godkänner {self.word(public)}."),
                Section(heading="Beslutsunderlag", kind="underlag", text="\n".join(self.entry_lines(files, public))),
                Section(heading="Omröstning", kind="omrostning", text=self.vote(public)),
                Section(heading=f"Rubrik {self.word(public)}", kind="ovrigt", text=self.word(public)),
            ),
            "source": Source(path=self.tokens.internal()),
        }

    def vote(self, public: bool) -> str:
        rows = [f"Ja: {self.word(public)}", "", "| Ledamot | Röst |", "| --- | --- |"]
        return "\n".join([*rows, f"| {self.name(public)} (S) | ja |", f"| {self.protected.name} (M) | nej |"])

    def agenda(self, files: list[AttachmentFile], *, closed: bool, late: bool) -> Agenda:
        """`late`: what was added after it was sent is no draft."""
        published = self.one_of(None, self.past(), self.past(), self.future())
        public = not closed and published is not None and published <= DAY
        items = []
        for number in range(1, self.draw(st.integers(1, 3)) + 1):
            added = self.one_of(None, None, self.past(), self.future())
            has_come = public and (added is None or (late and added <= DAY))
            items.append(
                AgendaItem(
                    number=None if self.chance(20) else number,
                    file=f"{number:02}-{self.tokens.internal()}.md",
                    added=added,
                    **self.facts(files, has_come, withheld=False),
                )
            )
        return Agenda(
            published=published,
            place=f"Plats {self.word(public)}",
            called=(AttendanceGroup(label=f"kallade {self.word(public)}", people=self.people(public)),),
            items=tuple(items),
        )

    # Meetings

    def adjustment(self, closed: bool, paragraphs: ParagraphSet | None) -> Adjustment:
        dates = self.one_of(
            (None, None),
            (self.past(), None),
            (DAY - timedelta(days=10), self.past()),
            (None, self.future()),
            (self.past(), self.future()),
            (self.future(), None),
        )
        public = not closed and all(day is None or day <= DAY for day in dates)
        return Adjustment(
            paragraphs=paragraphs,
            adjusted=dates[0],
            announced=dates[1],
            adjusters=self.people(public),
            place=f"Arkiv {self.word(public)}",
        )

    def meeting(self, body: Body, place: int) -> Meeting:
        fate = self.one_of("open", "open", "open", "draft", "old")
        draft = Draft.ALL if fate == "draft" else self.one_of(*DRAFTS)
        closed = fate != "open" or not body.published
        held = fate == "old" or self.chance(75)
        day = date(2024, 1, 10) + timedelta(days=place) if held else DAY + timedelta(days=10 + place)
        day = START - timedelta(days=5 + place) if fate == "old" else day
        files: list[AttachmentFile] = []
        agenda = (
            self.agenda(files, closed=closed, late=Draft.SUPPLEMENT not in draft)
            if not held or self.chance(70)
            else None
        )
        minutes = self.minutes(body, place, files, closed=closed or Draft.MINUTES in draft) if held else {}
        agenda_seen = not closed and agenda is not None and agenda.published is not None and agenda.published <= DAY
        cancelled = None
        if not held and self.chance(30):
            when = self.one_of(self.past(), self.future())
            cancelled = Cancellation(date=when, reason=f"Skäl {self.word(agenda_seen and when <= DAY)}")
        return Meeting(
            id=MeetingId(body.code, day),
            body_name=body.name,
            draft=draft,
            cancelled=cancelled,
            agenda=agenda,
            tray=(f"{self.tokens.internal()}.md",),
            source=Source(path=self.tokens.internal()),
            files=tuple(sorted(files, key=lambda file: file.path)),
            **minutes,
        )

    def minutes(self, body: Body, place: int, files: list[AttachmentFile], *, closed: bool) -> dict[str, Any]:
        """The fields of a meeting that was held."""
        count = self.draw(st.integers(1, 4))
        first = 40 + 10 * place
        numbers = [ParagraphNumber(first + step) for step in range(count)]
        adjustments: list[Adjustment] = []
        named = numbers[: self.draw(st.integers(0, count))]
        if named:
            adjustments.append(self.adjustment(closed, ParagraphSet.of(named)))
        if self.chance(70):
            adjustments.append(self.adjustment(closed, self.one_of(None, ParagraphSet(rest=True))))
        early = body.rules.unadjusted_visible and not closed

        def day_has_come(number: ParagraphNumber) -> bool:
            last = adjustments[-1] if adjustments else None
            covers_rest = last is not None and (last.paragraphs is None or last.paragraphs.rest)
            one = adjustments[0] if number in named else last if covers_rest else None
            dates = (one.adjusted, one.announced) if one else ()
            return early or (not closed and one is not None and all(day is None or day <= DAY for day in dates))

        withheld: list[Withheld] = []
        if self.chance(30):
            off = self.one_of(numbers[0], ParagraphNumber(first + count))
            withheld.append(Withheld(paragraphs=ParagraphSet.of([off]), reason=f"skäl {self.word(day_has_come(off))}"))
        off_web = [number for number in numbers if any(one.paragraphs.covers(number) for one in withheld)]
        paragraphs = [
            Paragraph(
                number=number,
                file=f"{number.number:03}-{self.tokens.internal()}.md",
                **self.facts(files, day_has_come(number), withheld=number in off_web),
            )
            for number in numbers
        ]
        later = [one for one in paragraphs if self._waits(one, day_has_come, off_web)]
        known = [one.number for one in paragraphs if one not in later] + [
            first
            for one in withheld
            for first, _ in one.paragraphs.ranges
            if first not in numbers and day_has_come(first)
        ]
        shown = [
            one.number
            for one in paragraphs
            if one not in later and one.number not in off_web and not one.withdrawal
            and one.publication.level is not Publicity.NONE
        ]  # fmt: skip
        held_seen = bool(known)
        people = [*self.people(held_seen)]
        people += [
            self.attendee(one.number in shown, ParagraphSet.of([one.number])) for one in paragraphs if one.number
        ]
        complete = (
            not withheld
            and all(one.number in shown and one.publication.level is Publicity.FULL for one in paragraphs)
            and all(not early for _ in paragraphs)
        )
        return {
            "minutes": Minutes(paragraphs=tuple(paragraphs)),
            "adjustments": tuple(adjustments),
            "withheld": tuple(withheld),
            "place": f"Plats {self.word(held_seen)}",
            "attendance": (AttendanceGroup(label=f"grupp {self.word(held_seen)}", people=tuple(people)),),
            "original": self.file(files, complete, markdown=False) if not early else None,
        }

    def _waits(
        self, one: Paragraph, day_has_come: Callable[[ParagraphNumber], bool], off_web: list[ParagraphNumber]
    ) -> bool:
        """Whether readers do not even know of a §."""
        if one.number is None or not day_has_come(one.number):
            return True
        return one.number not in off_web and one.withdrawal is not None and one.withdrawal.date > DAY

    def organisation(self) -> Organisation:
        members = (
            Term(name=self.name(True), party="S", valid_from=self.past()),
            Term(name=self.protected.name),
            Term(name=self.name(False), valid_from=self.future()),
        )
        bodies = (
            Body(
                code="SAN",
                name=f"Nämnden {self.word(True)}",
                aliases=(Alias(name="Nämnden"), Alias(name=self.word(False), valid_from=self.future())),
                members=members,
            ),
            Body(code="AU", name="Arbetsutskottet", kind=BodyKind.SUBCOMMITTEE, parent="SAN"),
            Body(code="KS", name="Kommunstyrelsen", kind=BodyKind.BOARD, rules=Rules(unadjusted_visible=True)),
            Body(
                code="DOLD",
                name=f"Nämnden {self.word(False)}",
                published=False,
                members=(Term(name=self.name(False)),),
            ),
        )
        return Organisation(
            name=f"Kommunen {self.word(True)}", bodies=bodies, archive_start=START, protected=(self.protected,)
        )


def file_bytes(path: str) -> bytes:
    """What lies in a drawn file: its own name, which holds its token."""
    return f"{path}\n".encode()
