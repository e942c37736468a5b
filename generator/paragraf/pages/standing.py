"""Where a meeting and its §§ stand, in words and with dates. Never that a decision has gained legal force."""

from typing import Any

from paragraf.archive import Located, Phase
from paragraf.model import Meeting
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.people import paragraphs_text
from paragraf.publishing.notices import Notice
from paragraf.publishing.public import Gap
from paragraf.publishing.publicity import State, adjustment_of
from paragraf.publishing.status import Stage, concerns_appeal, stage, steps

GAPS = {
    State.NOT_ON_WEB: "publiceras inte på webben",
    State.WITHDRAWN: "har tagits bort från webben",
    State.LATER: "publiceras när protokollet har justerats",
    State.MISSING: "finns inte på webben",
}
"""Why a number is not shown, after "§ 46"."""


def paragraph_state(index: Index, located: Located) -> dict[str, str]:
    """Justerat 3 maj 2023, anslaget 4 maj 2023 – in words, with a key for its looks."""
    adjustment = adjustment_of(located.meeting, located.paragraph.number)
    known = adjustment is not None and (adjustment.adjusted or index.day) <= index.day
    if adjustment is None or not known or index.public.standing(located).unadjusted:
        return {"key": "unadjusted", "text": "Ännu inte justerat"}
    how = "Omedelbart justerat" if located.item.immediate else "Justerat"
    text = f"{how} {words.kept_date(adjustment.adjusted)}" if adjustment.adjusted else f"{how}, dagen är inte känd"
    if adjustment.announced and adjustment.announced <= index.day:
        text += f", anslaget {words.kept_date(adjustment.announced)}"
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
    """Where a meeting stands, step by step in time: `text`, `which` §§, `date`, and whether it is done."""
    return [
        {
            "text": step.text,
            "which": paragraphs_text(step.paragraphs) if step.paragraphs else "",
            "date": words.when(step.day) if step.day else None,
            "done": step.done,
        }
        for step in sorted(steps(index.public, meeting), key=lambda step: (not step.done, step.day or meeting.id.date))
    ]


def meeting_status(index: Index, meeting: Meeting) -> dict[str, str]:
    """Where a meeting stands in one sentence, with a key for its looks."""
    found = stage(index.public, meeting)
    if found in (Stage.PLANNED, Stage.CALLED):
        if meeting.id.date < index.day:
            return {"key": "waiting", "text": "Sammanträdesdagen har varit. Protokollet är inte publicerat än."}
        sent = meeting.agenda.published if meeting.agenda and found is Stage.CALLED else None
        told = f"Kallelsen publicerades {words.kept_date(sent)}." if sent else "Kallelsen är inte publicerad än."
        what = "Kommande" if found is Stage.CALLED else "Planerat"
        return {"key": "ahead", "text": f"{what} sammanträde. {told}"}
    texts = {
        Stage.CANCELLED: "Sammanträdet är inställt.",
        Stage.MOVED: "Sammanträdet är flyttat.",
        Stage.UNADJUSTED: "Protokollet är ännu inte justerat. Det kan ändras.",
        Stage.PARTLY_ADJUSTED: "En del av protokollet är justerat. Övriga paragrafer är inte justerade än.",
        Stage.ADJUSTED: "Protokollet är justerat.",
    }
    text = texts[found]
    if found is Stage.ADJUSTED:
        text += _time_of_appeal(index, meeting)
    return {"key": found.name.lower(), "text": text}


def _time_of_appeal(index: Index, meeting: Meeting) -> str:
    """Until when the last of its decisions could be appealed; empty when none can, or nothing is announced."""
    notices = [one for one in meeting_notices(index, meeting) if concerns_appeal(index.public, one)]
    if not notices:
        return ""
    last = max(notices, key=lambda one: one.last_appeal_day)
    over = last.appeal_is_over(index.day)
    day = words.kept_date(last.last_appeal_day)
    return f" Tiden för överklagande gick ut {day}." if over else f" Tiden för överklagande går ut {day}."
