"""Where a meeting and its §§ stand, in words and with dates. Never that a decision has gained legal force."""

from typing import Any

from paragraf.archive import Located, Phase, is_proposal
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.people import paragraphs_text
from paragraf.publishing.notices import Notice
from paragraf.publishing.public import Gap
from paragraf.publishing.publicity import State, adjustment_of
from paragraf.publishing.status import concerns_appeal, steps
from paragraf.vocabulary.items import APPEALS

GAPS = {
    State.NOT_ON_WEB: "publiceras inte på webben",
    State.WITHDRAWN: "har tagits bort från webben",
    State.LATER: "publiceras när protokollet har justerats",
    State.MISSING: "finns inte på webben",
}
"""Why a number is not shown, after "§ 46"."""
APPEAL_OPEN = "Överklagandet ska ha kommit in till förvaltningsrätten senast"
APPEAL_OVER = "Tiden för överklagande gick ut"


def paragraph_state(index: Index, located: Located) -> dict[str, str]:
    """Justerat 2023-05-03, anslaget 2023-05-04 – in words, with a key for its looks."""
    adjustment = adjustment_of(located.meeting, located.paragraph.number)
    known = adjustment is not None and (adjustment.adjusted or index.day) <= index.day
    if adjustment is None or not known or index.public.standing(located).unadjusted:
        return {"key": "unadjusted", "text": "Inte justerat"}
    how = "Omedelbart justerat" if located.item.immediate else "Justerat"
    text = f"{how} {adjustment.adjusted.isoformat()}" if adjustment.adjusted else f"{how}, dagen är inte känd"
    if adjustment.announced and adjustment.announced <= index.day:
        text += f", anslaget {adjustment.announced.isoformat()}"
    return {"key": "adjusted", "text": text}


def notice_of(index: Index, located: Located) -> Notice | None:
    """The latest notice that covers a §, if it has been announced."""
    number = located.paragraph.number
    if number is None:
        return None
    found = [
        one
        for one in meeting_notices(index, located.meeting)
        if one.paragraphs is None or one.paragraphs.covers(number)
    ]
    return found[-1] if found else None


def meeting_notices(index: Index, meeting: Meeting) -> tuple[Notice, ...]:
    """The notices of a meeting up to the day of the site."""
    return index.public.notices.get(meeting.id, ())


def gap_view(gap: Gap) -> dict[str, str]:
    """What readers are told of numbers that are not shown."""
    several = gap.first != gap.last
    if gap.first is None:
        what = "En paragraf utan nummer" if gap.phase is Phase.MINUTES else "En punkt utan nummer"
    elif gap.phase is Phase.MINUTES:
        what = f"§§ {gap.first}–{gap.last}" if several else f"§ {gap.first}"
    else:
        what = f"Punkt {gap.first}–{gap.last}" if several else f"Punkt {gap.first}"
    return {"gap": what, "text": GAPS[gap.state], "reason": gap.reason}


def gaps_of(index: Index, meeting: Meeting, phase: Phase) -> list[tuple[int, dict[str, str]]]:
    """The gaps of a document with the number before which each belongs; those without number come last."""
    gaps = [gap for gap in index.public.gaps.get(meeting.id, ()) if gap.phase is phase]
    return [(gap.first.number if gap.first else 9999, gap_view(gap)) for gap in gaps]


def appeal_view(index: Index, located: Located) -> dict[str, Any] | None:
    """How a decision is appealed, when its author has said so; of laglighetsprövning also until when."""
    paragraph = located.paragraph
    if paragraph.appeal not in APPEALS:
        if is_proposal(paragraph, index.body(located.meeting_id.body)):
            return {"text": "Beslutet är ett förslag till ett annat organ och kan inte överklagas."}
        return None
    view: dict[str, Any] = {"text": APPEALS[paragraph.appeal]}
    notice = notice_of(index, located)
    if notice and paragraph.appeal == "laglighetsprövning":
        over = notice.appeal_is_over(index.day)
        view["deadline"] = words.when(notice.last_appeal_day)
        view["deadline_text"] = (
            "Tiden för överklagande gick ut"
            if over
            else "Överklagandet ska ha kommit in till förvaltningsrätten senast"
        )
    return view


def notice_view(index: Index, notice: Notice) -> dict[str, Any]:
    """One notice as a table row: what, when, until when, where the minutes are kept."""
    return {
        "body": notice.body_name or index.body(notice.meeting_id.body).name,
        "meeting": words.when(notice.meeting_id.date),
        "path": f"{notice.meeting_id.path}/",
        "paragraphs": paragraphs_text(notice.paragraphs) if notice.paragraphs else "alla paragrafer",
        "adjusted": words.when(notice.adjusted) if notice.adjusted else None,
        "announced": words.when(notice.announced),
        "last_day": words.when(notice.last_appeal_day),
        "removal": words.when(notice.removed or notice.earliest_removal),
        "over": notice.appeal_is_over(index.day),
        "concerns_appeal": concerns_appeal(index.public, notice),
        "posted": notice.is_posted(index.day),
        "kept": notice.place,
    }


def steps_view(index: Index, meeting: Meeting) -> list[dict[str, Any]]:
    """Where a meeting stands, step by step: `text`, `which` §§, `date`, and whether it is done."""
    return [
        {
            "text": step.text,
            "which": paragraphs_text(step.paragraphs) if step.paragraphs else "",
            "date": words.when(step.day) if step.day else None,
            "done": step.done,
        }
        for step in steps(index.public, meeting)
    ]
