"""Decisions and votes as CSV (RFC 4180): comma, CRLF, quotes where needed, and a mark (BOM) first.

The mark is for Excel, which otherwise takes UTF-8 for Windows-1252 and spoils å, ä and ö. It is comma and not
semicolon since that is what the standard says and what programs expect; a Swedish Excel imports it by Data > Från
text/CSV, which sees the comma by itself. A cell that Excel would take for a formula has an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from paragraf.archive import Located, is_proposal
from paragraf.model.derived import decided_clauses, decision, item_type, outcome, votes
from paragraf.opendata.ground import Ground, iso, person_id
from paragraf.opendata.popolo import Voters, event_id
from paragraf.publishing.outside import Document, bare_text
from paragraf.publishing.publicity import adjustment_of
from paragraf.vocabulary.open_data import DECISIONS, VOTES, Field

_FORMULA = ("=", "+", "-", "@", "\t")


def decisions_csv(here: Ground, where: Document) -> bytes:
    """Every § that holds a decision, in the order of bodies and days."""
    rows = (_decision(here, one, where) for one in _paragraphs(here) if decision(one.item))
    return _csv(DECISIONS, rows)


def votes_csv(here: Ground, where: Document, known: Voters) -> bytes:
    """Every vote that somebody cast."""
    return _csv(VOTES, (row for one in _paragraphs(here) for row in _votes(one, where, known)))


def _paragraphs(here: Ground) -> Iterator[Located]:
    for meeting in here.archive.meetings:
        yield from here.archive.index_by_id[meeting.id].minutes


def _decision(here: Ground, one: Located, where: Document) -> Sequence[str]:
    paragraph = one.paragraph
    adjustment = adjustment_of(one.meeting, paragraph.number)
    body = here.body(one.meeting_id.body)
    return (
        f"{one.ref.path}/",
        one.meeting.body_name or body.name,
        body.code,
        one.meeting_id.date.isoformat(),
        str(paragraph.number or ""),
        paragraph.title,
        "; ".join(number.written for number in paragraph.case_numbers),
        item_type(paragraph),
        outcome(paragraph) or "",
        "ja" if is_proposal(paragraph, body) else "nej",
        " ".join(" ".join(bare_text(one).split()) for one in decided_clauses(paragraph)),
        (iso(adjustment.adjusted) if adjustment else None) or "",
        (iso(adjustment.announced) if adjustment else None) or "",
        where.to(f"{one.ref.path}/"),
    )


def _votes(one: Located, where: Document, known: Voters) -> Iterator[Sequence[str]]:
    for number, vote in enumerate(votes(one.item), 1):
        for ballot in vote.ballots:
            person = known.get((one.ref, number, ballot.name, ballot.party))
            yield (
                event_id(one, number),
                one.meeting_id.body,
                one.meeting_id.date.isoformat(),
                str(one.paragraph.number or ""),
                one.item.title,
                vote.yes_means,
                vote.no_means,
                person_id(person) if person else "",
                ballot.name,
                ballot.party or "",
                ballot.vote,
                where.to(f"{one.ref.path}/"),
            )


def _csv(columns: Iterable[Field], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
