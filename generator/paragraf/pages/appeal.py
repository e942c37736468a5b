"""How a decision is appealed and until when; never that it has gained legal force."""

from typing import Any

from paragraf.archive import Located, is_proposal
from paragraf.model.derived import item_type, outcome
from paragraf.pages import words
from paragraf.pages.index import Index
from paragraf.pages.outcome import UNDECIDED
from paragraf.pages.place import Place
from paragraf.pages.standing import notice_of
from paragraf.publishing.notices import Notice
from paragraf.publishing.status import concerns_appeal
from paragraf.vocabulary.items import APPEALS, NOT_APPEALED, QUIET_TYPES

_HOW_TO_APPEAL = "overklaga/"
"""An author's page with this name tells how one appeals."""
_MEMBER_OF = {"kommun": "kommunen", "region": "regionen"}
"""Kind of organisation -> what one is a member of (KL 13:1); of others, one of their members."""


def how_to_appeal(place: Place) -> str:
    """The way from a page to the author's page on how one appeals; empty where there is none."""
    return place.to(_HOW_TO_APPEAL) if _HOW_TO_APPEAL in place.index.known else ""


def appeal_view(place: Place, located: Located) -> dict[str, Any] | None:
    """How a decision is appealed and until when; None where nothing is decided that could be.

    Of a § that does not say how, only the time for laglighetsprövning is told, as its notice gives it.
    """
    index = place.index
    paragraph = located.paragraph
    if paragraph.appeal not in APPEALS:
        if is_proposal(paragraph, index.body(located.meeting_id.body)):
            return {"text": "Ett förslag till ett annat organ kan inte överklagas."}
        notice = notice_of(index, located)
        if notice is None or item_type(paragraph) in QUIET_TYPES or outcome(paragraph) in (None, *UNDECIDED):
            return None
        if not concerns_appeal(index.public, notice):
            return None
        text = (
            "Protokollet säger inte hur just det här beslutet kan överklagas. Kommunala beslut kan oftast prövas genom "
            "laglighetsprövning (13\u00a0kap. kommunallagen)."
        )
        return {"text": text, "help": how_to_appeal(place), **_deadline(index, notice)}
    view: dict[str, Any] = {"text": APPEALS[paragraph.appeal]}
    if paragraph.appeal != NOT_APPEALED:
        view["help"] = how_to_appeal(place)
    if paragraph.appeal == "laglighetsprövning":
        whose = _MEMBER_OF.get(index.organisation.kind, "någon av förbundets medlemmar")
        view["how"] = (
            f"Den som är medlem i {whose} kan överklaga, skriftligt till förvaltningsrätten. Skriv vilket beslut det "
            "gäller och varför det inte skulle vara lagligt."
        )
        notice = notice_of(index, located)
        view |= _deadline(index, notice) if notice else {}
    return view


def _deadline(index: Index, notice: Notice) -> dict[str, Any]:
    """The last day, which is three weeks after the announcement (KL 13:5); never that nobody has appealed."""
    over = notice.appeal_is_over(index.day)
    return {
        "deadline": words.when(notice.last_appeal_day),
        "deadline_text": "Tiden för överklagande gick ut"
        if over
        else "Överklagandet ska ha kommit in till förvaltningsrätten senast",
        "over": over,
    }
