"""One case: its course over bodies and years, what is planned, what belongs together with it, every document."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from paragraf.archive import Case, Phase
from paragraf.pages import words
from paragraf.pages.attachments import shown_as
from paragraf.pages.course import case_status
from paragraf.pages.decision import decision_view
from paragraf.pages.frame import absolute, frame, thing
from paragraf.pages.glossary import with_words
from paragraf.pages.index import Index
from paragraf.pages.items import case_link, case_steps, full_label, handling_view, item_link
from paragraf.pages.page import Page
from paragraf.pages.place import Place
from paragraf.pages.proposal import proposal_view
from paragraf.pages.versions import documents_view, item_document

LONG, LATEST = 40, 20
"""A case of more than LONG steps tells its LATEST whole, and those before in a row each."""


def case_pages(index: Index) -> Iterator[Page]:
    """A page for each case."""
    for case in index.archive.cases.values():
        yield case_page(index, case)


def case_page(index: Index, case: Case) -> Page:
    """The page of one case."""
    path = f"{case.path}/"
    place = Place(index=index, path=path)
    steps = [handling_view(place, step) for step in case_steps(index, case)]
    _add_documents(place, case, steps)
    decided = [step for step in steps if step["phase"] == Phase.MINUTES.value and step["summary"]]
    years = {step.meeting_id.date.year for step in case.handlings}
    bodies = [step["body"] for step in steps]
    context = {
        "frame": frame(
            place,
            label=case.written,
            crumbs=(("Ärenden", "arenden/"),),
            filters={"organ": bodies[-1] if bodies else "", "år": str(max(years)), "typ": "Ärende"},
            data=(thing(place, "CreativeWork", path, name=case.title, identifier=case.written, inLanguage="sv"),),
        ),
        "number": case.written,
        "title": case.title,
        "status": case_status(index, case),
        "latest": decided[-1] | _clauses(place, case, decided[-1]) if decided else None,
        **_course(steps),
        "documents": documents_view(place, case),
        "related": [case_link(place, index.archive.cases[key]) for key in case.related if key in index.archive.cases],
        "mentions": [
            {**item_link(place, one), "label": full_label(place, one)}
            for one in index.mentions_of(path)
            if case.key not in {number.key for number in one.item.case_numbers}
        ],
        "citation": f"Ärende {case.written}",
        "address": absolute(place, path),
    }
    return Page(
        path=path,
        key=f"dnr {case.key}",
        template="case.html",
        title=f"{case.title} – ärende {case.written}",
        description=f"Ärende {case.written}: {words.count_of(len(steps), 'steg', 'steg')} i "
        f"{words.listing(list(dict.fromkeys(bodies)))}.",
        context=with_words(context),
    )


def _course(steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The steps that are told whole, and of a long case those before them, year by year."""
    cut = len(steps) - LATEST if len(steps) > LONG else 0
    years = groupby(steps[:cut], key=lambda one: one["date"]["year"])
    earlier = [{"year": year, "rows": list(rows)} for year, rows in years]
    return {"steps": list(steps[cut:]), "earlier": earlier}


def _clauses(place: Place, case: Case, latest: dict[str, Any]) -> dict[str, Any]:
    """The whole decision of a step."""
    step = next(step for step in case.handlings if place.to(f"{step.ref.path}/") == latest["href"])
    texts = place.index.links.texts_of(step.ref).sections
    decided = [text for section, text in zip(step.item.sections, texts, strict=True) if section.kind == "beslut"]
    view = decision_view(
        "\n\n".join(decided),
        resolve=place.in_meeting(step.meeting_id).resolve,
        level=3,
        glossary=place.index.glossary,
    )
    return {**view, "proposal": proposal_view(place, place.index.archive.item_by_ref[step.ref])}


def _add_documents(place: Place, case: Case, steps: list[dict[str, Any]]) -> None:
    """Put each document at the first step that names it."""
    archive = place.index.archive
    by_href = {place.to(f"{step.ref.path}/"): archive.item_by_ref[step.ref] for step in case.handlings}
    seen: set[str] = set()
    for step in steps:
        step["attachments"] = []
        located = by_href[step["href"]]
        for entry, attachment in archive.attachments_of(located):
            shown = shown_as(place, attachment).path
            if shown not in seen:
                seen.add(shown)
                step["attachments"].append(item_document(place, located, entry, attachment))
