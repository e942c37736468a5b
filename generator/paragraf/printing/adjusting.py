"""What stands where minutes are signed: who certified which §§ and when, and what the notice board said of it."""

from typing import Any

from paragraf.archive import Located
from paragraf.model import Adjustment, Meeting
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.people import paragraphs_text
from paragraf.publishing.publicity import adjustment_of
from paragraf.publishing.status import concerns_appeal


def statements(index: Index, meeting: Meeting) -> list[str]:
    """Protokollet är justerat 3 maj 2023 av Elin Brobacke (S). – one sentence for each adjustment, in order."""
    return [statement(index, one) for one in meeting.adjustments]


def statement_of(index: Index, located: Located) -> str:
    """The same for one §; that it is not adjusted when nothing of it is known."""
    found = adjustment_of(located.meeting, located.paragraph.number)
    if found is None or index.public.standing(located).unadjusted:
        return "Paragrafen är ännu inte justerad. Den kan ändras."
    return _sentence(index, found, "Paragrafen", "justerad")


def statement(index: Index, adjustment: Adjustment) -> str:
    """One adjustment as a sentence."""
    covered = adjustment.paragraphs
    if covered is None:
        return _sentence(index, adjustment, "Protokollet", "justerat")
    which = paragraphs_text(covered)
    several = covered.rest or which.startswith("§§")
    return _sentence(index, adjustment, which[:1].upper() + which[1:], "justerade" if several else "justerad")


def _sentence(index: Index, adjustment: Adjustment, what: str, adjusted: str) -> str:
    by = words.listing(
        [f"{one.name} ({one.party})" if one.party else one.name for one in adjustment.adjusters],
    )
    by = f" av {by}" if by else ""
    if adjustment.adjusted is None:
        return f"{what} är {adjusted}{by}; dagen är inte känd."
    verb = "är" if adjustment.adjusted <= index.day else "ska bli"
    return f"{what} {verb} {adjusted} {words.long_date(adjustment.adjusted)}{by}."


def notices_view(index: Index, meeting: Meeting) -> list[dict[str, Any]]:
    """The notices of a meeting as rows: which §§, and the days of KL 8:12 and 13:5."""
    return [
        {
            "paragraphs": _capitalised(paragraphs_text(one.paragraphs) if one.paragraphs else "alla paragrafer"),
            "adjusted": words.when(one.adjusted) if one.adjusted else None,
            "announced": words.when(one.announced),
            "last_day": words.when(one.last_appeal_day) if concerns_appeal(index.public, one) else None,
            "removal": words.when(one.removed or one.earliest_removal),
        }
        for one in index.public.notices.get(meeting.id, ())
    ]


def kept_at(meeting: Meeting) -> str:
    """Where the signed minutes are kept; empty when nobody says."""
    return words.listing(list(dict.fromkeys(one.place for one in meeting.adjustments if one.place)))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
