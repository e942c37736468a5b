"""Cases: everything with one case number, and what belongs together with it."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from paragraf.archive.naming import Names
from paragraf.archive.types import Case, Handling, Located, Phase
from paragraf.ids import slugify
from paragraf.model import AgendaItem, Body, BodyKind, Organisation, Paragraph
from paragraf.model.derived import decision, item_type, outcome
from paragraf.vocabulary.headings import is_own_proposal

_RANK = {BodyKind.SUBCOMMITTEE: 0, BodyKind.COMMITTEE: 1, BodyKind.BOARD: 2, BodyKind.COUNCIL: 3}
_NO_PROPOSAL_TYPES = ("formalia", "information", "delegationsbeslut", "meddelanden")
_NO_PROPOSAL_OUTCOMES = ("information", "återremiss", "bordläggning", "utgår")
_PROPOSES = re.compile(r"föresl(?:år|ås)\b.*?(?:fullmäktige|styrelsen|nämnden)", re.IGNORECASE | re.DOTALL)
_DECIDES = re.compile(r"\bbeslutar\b", re.IGNORECASE)


def is_proposal(item: AgendaItem | Paragraph, body: Body | None) -> bool:
    """Whether what a body decided is a proposal to the next one.

    So it is with a preparing body, unless the item says how its decision is appealed (then it was delegated) or
    only concerns the body's own order; with other bodies below the council when the decision says nothing else.
    """
    words = decision(item)
    if body is None or not words or item.appeal in ("laglighetsprövning", "förvaltningsbesvär"):
        return False
    if item_type(item) in _NO_PROPOSAL_TYPES or outcome(item) in _NO_PROPOSAL_OUTCOMES:
        return False
    if body.is_preparing or any(one.kind == "beslut" and is_own_proposal(one.heading) for one in item.sections):
        return True
    return body.kind is not BodyKind.COUNCIL and bool(_PROPOSES.search(words)) and not _DECIDES.search(words)


def case_slugs(items: Iterable[Located]) -> Mapping[str, str]:
    """Key -> address part, over the whole content. Of keys that would share one, the earliest keeps it.

    The others are prefixed with the body that first handled them.
    """
    names = Names()
    slugs: dict[str, str] = {}
    for one in sorted(items, key=lambda one: (one.meeting_id.date, one.meeting_id)):
        for number in one.item.case_numbers:
            if number.key not in slugs:
                slug = number.slug or "arende"
                slugs[number.key] = names.new(slug, f"{slugify(one.meeting_id.body)}-{slug}")
    return MappingProxyType(slugs)


def index_cases(organisation: Organisation, items: Iterable[Located], slugs: Mapping[str, str]) -> Mapping[str, Case]:
    """All cases by key, sorted by key."""
    bodies = {body.code: body for body in organisation.bodies}
    handled: dict[str, list[Located]] = {}
    related: dict[str, set[str]] = {}
    for one in items:
        keys = dict.fromkeys(number.key for number in one.item.case_numbers)
        for key in keys:
            handled.setdefault(key, []).append(one)
            for other in one.item.related:
                if other.key not in keys:
                    related.setdefault(key, set()).add(other.key)
                    related.setdefault(other.key, set()).add(key)
    return MappingProxyType(
        {
            key: _case(key, slugs[key], handled[key], bodies, related.get(key, set()) & handled.keys())
            for key in sorted(handled)
        }
    )


def _case(key: str, slug: str, items: list[Located], bodies: Mapping[str, Body], related: set[str]) -> Case:
    def moment(one: Located) -> tuple[object, ...]:
        body = bodies.get(one.meeting_id.body)
        rank = _RANK[body.kind] if body else 1
        return (one.meeting_id.date, rank, one.meeting_id, one.phase is Phase.MINUTES)

    ordered = sorted(items, key=moment)
    # What was last decided names the case; an item that only is planned may be about a part of it.
    decided = [one for one in ordered if one.phase is Phase.MINUTES] or ordered
    written = [number for one in reversed(ordered) for number in one.item.case_numbers if number.key == key]
    return Case(
        key=key,
        slug=slug,
        written=next((number for number in written if not number.handling), written[0]).written,
        title=decided[-1].item.title,
        handlings=tuple(
            Handling(
                meeting_id=one.meeting_id,
                phase=one.phase,
                item=one.item,
                slug=one.slug,
                is_proposal=is_proposal(one.item, bodies.get(one.meeting_id.body)),
            )
            for one in ordered
        ),
        related=tuple(sorted(related)),
    )
