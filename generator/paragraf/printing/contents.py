"""What the documents say: agenda and minutes whole, and one § by itself. Only the public archive is asked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from paragraf.archive import Located, Phase
from paragraf.colour import readable
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.citation import citation
from paragraf.pages.documents import document_page
from paragraf.pages.index import Index
from paragraf.pages.paragraph import paragraph_page
from paragraf.printing.adjusting import kept_at, notices_view, statement_of, statements
from paragraf.printing.document import Kind, Printed
from paragraf.publishing.publicity import adjustment_of

_LONG = 8
"""So many items have a list of contents, with page numbers."""
_UNFINISHED = {"unadjusted": "Ännu inte justerat", "partly_adjusted": ""}
"""Keys of pages.standing of what may change -> what then stands on every page; the document itself says more."""


def documents_of(index: Index, meeting: Meeting) -> Iterator[Printed]:
    """The agenda and the minutes of a meeting, those that are public."""
    within = index.archive.index_by_id[meeting.id]
    if within.agenda:
        yield whole(index, meeting, Phase.AGENDA)
    if within.minutes:
        yield whole(index, meeting, Phase.MINUTES)


def whole(index: Index, meeting: Meeting, phase: Phase) -> Printed:
    """One document of a meeting. It must be public: there is at least one item of it."""
    within = index.archive.index_by_id[meeting.id]
    items = within.agenda if phase is Phase.AGENDA else within.minutes
    page = document_page(index, meeting, phase, items)
    shown = page.context
    agenda = phase is Phase.AGENDA
    name = shown["head"]["body"]
    day = _agenda_day(meeting) if agenda else _minutes_day(index, meeting, items)
    context = {
        **_letterhead(index),
        "heading": shown["heading"],
        "head": shown["head"],
        **_mark(index, "" if agenda else shown["status"]["key"], "" if agenda else shown["status"]["text"]),
        "people_heading": "Kallade" if agenda else "Närvaro",
        "people": _groups(shown["attendance"]),
        "people_unknown": not agenda and meeting.attendance is None,
        "numbers": "" if agenda else words.numbers(str(one.item.number) for one in items if one.item.number),
        "statements": [] if agenda else statements(index, meeting),
        "notices": [] if agenda else notices_view(index, meeting),
        "kept": "" if agenda else kept_at(meeting),
        "contents": len(items) >= _LONG,
        "items": [_with_address(index, meeting, one) for one in shown["items"]],
        "address": shown["address"],
    }
    kind = Kind.AGENDA if agenda else Kind.MINUTES
    return Printed(
        kind=kind,
        page=page.path,
        name=f"{kind.value}-{meeting.id.path.replace('/', '-')}.pdf",
        title=page.title,
        subject=f"{shown['heading']} från sammanträdet {words.long_date(meeting.id.date)}",
        author=f"{name}, {index.organisation.name}",
        day=day,
        context=context,
        anchors={page.path: "top"} | {f"{one.ref.path}/": one.slug for one in items},
        address=index.organisation.address,
    )


def extract(index: Index, located: Located) -> Printed:
    """Protokollsutdrag: one § with who served on it, its adjustment and its address."""
    meeting = located.meeting
    # The document page of this § alone has it in its author's order, the page of the § what stands around it.
    shown = document_page(index, meeting, Phase.MINUTES, (located,)).context
    (item,) = (one for one in shown["items"] if "id" in one)
    page = paragraph_page(index, located)
    around = page.context
    kept = adjustment_of(meeting, located.paragraph.number)
    context = {
        **_letterhead(index),
        "heading": "Protokollsutdrag",
        "head": shown["head"],
        **_mark(index, around["state"]["key"], around["state"]["text"] + "."),
        "item": {**item, "address": ""},
        "people": _groups((around["served"] or {}).get("groups", [])),
        "absent": _people((around["served"] or {}).get("absent", [])),
        "statement": statement_of(index, located),
        "announced": words.when(kept.announced) if kept and kept.announced and kept.announced <= index.day else None,
        "kept": kept.place if kept else "",
        "appeal": around["appeal"],
        "citation": citation(located),
        "address": around["address"],
    }
    return Printed(
        kind=Kind.EXTRACT,
        page=page.path,
        name=f"{Kind.EXTRACT.value}-{located.ref.path.replace('/', '-')}.pdf",
        title=f"Protokollsutdrag {citation(located)}",
        subject=located.item.title,
        author=f"{shown['head']['body']}, {index.organisation.name}",
        day=_minutes_day(index, meeting, (located,)),
        context=context,
        anchors={page.path: located.slug},
        address=index.organisation.address,
        qr=around["address"],
    )


def _letterhead(index: Index) -> dict[str, Any]:
    organisation = index.organisation
    arms, contact = organisation.arms, organisation.contact
    return {
        "organisation": organisation.name,
        "arms": {"width": arms.width, "height": arms.height} if arms else None,
        "contact": {
            "Besöksadress": contact.visit,
            "Postadress": contact.post,
            "Telefon": contact.phone,
            "E-post": contact.email,
        },
        "colour": readable(organisation.colour) if organisation.colour else "",
    }


def _mark(index: Index, key: str, text: str) -> dict[str, str]:
    """What stands on every page of a document that is a draft, or can change; and at its beginning."""
    if index.draft:
        return {"mark": "Utkast – inte offentligt", "mark_text": ""}
    return {"mark": _UNFINISHED.get(key, ""), "mark_text": text if key in _UNFINISHED else ""}


def _groups(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"label": one["label"], "people": _people(one["people"])} for one in groups]


def _people(people: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [{"name": one["name"], "party": one["party"], "note": one["note"]} for one in people]


def _with_address(index: Index, meeting: Meeting, view: dict[str, Any]) -> dict[str, Any]:
    """An item as the templates take it, with its own address in full; what is not shown stays as it is."""
    if "id" not in view:
        return {"gap": " ".join(filter(None, (view["gap"], view["text"]))), "reason": view["reason"]}
    address = index.organisation.address
    return {**view, "address": f"{address.rstrip('/')}/{meeting.id.path}/{view['id']}/" if address else ""}


def _agenda_day(meeting: Meeting) -> date:
    agenda = meeting.agenda
    added = [item.added for item in agenda.items if item.added] if agenda else []
    return max([*added, (agenda and agenda.published) or meeting.id.date])


def _minutes_day(index: Index, meeting: Meeting, items: tuple[Located, ...]) -> date:
    """The latest day up to the day of the site on which the §§ were held, adjusted, announced or corrected."""
    days = [meeting.id.date]
    for one in items:
        found = adjustment_of(meeting, one.paragraph.number)
        days += [day for day in (found.adjusted, found.announced) if day] if found else []
        days += [correction.date for correction in one.item.corrections]
    return max(day for day in days if day <= index.day or day == meeting.id.date)
