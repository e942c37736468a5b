"""Everything that is written, with indexes by id. What of it is public is decided in paragraf.publishing."""

from paragraf.archive.build import assemble, build, index_meeting
from paragraf.archive.cases import case_slugs, is_proposal
from paragraf.archive.people import Attendance, CastVote, Membership, Person, elected
from paragraf.archive.types import (
    Archive,
    Attachment,
    Case,
    Comparison,
    Handling,
    ItemRef,
    Located,
    MeetingIndex,
    Phase,
    Use,
)

__all__ = [
    "Archive",
    "Attachment",
    "Attendance",
    "Case",
    "CastVote",
    "Comparison",
    "Handling",
    "ItemRef",
    "Located",
    "MeetingIndex",
    "Membership",
    "Person",
    "Phase",
    "Use",
    "assemble",
    "build",
    "case_slugs",
    "elected",
    "index_meeting",
    "is_proposal",
]
