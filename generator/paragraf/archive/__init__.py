"""Everything that is written, with indexes by id. What of it is public is decided in paragraf.publishing."""

from paragraf.archive.build import assemble, build, index_meeting
from paragraf.archive.cases import case_slugs, is_proposal
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
    "Case",
    "Comparison",
    "Handling",
    "ItemRef",
    "Located",
    "MeetingIndex",
    "Phase",
    "Use",
    "assemble",
    "build",
    "case_slugs",
    "index_meeting",
    "is_proposal",
]
