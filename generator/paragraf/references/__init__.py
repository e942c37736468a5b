"""References in texts: found family by family, resolved against what is public, and turned into links and backlinks."""

from paragraf.references.addresses import LawAddresses
from paragraf.references.context import BodyName, Context, TextKind, body_names, context_of
from paragraf.references.link import FAMILIES, Link, Linked, find, link
from paragraf.references.targets import (
    AttachmentTarget,
    CaseTarget,
    Excused,
    Foreign,
    ParagraphTarget,
    Reference,
    SeriesTarget,
    StatuteTarget,
    Target,
)

__all__ = [
    "FAMILIES",
    "AttachmentTarget",
    "BodyName",
    "CaseTarget",
    "Context",
    "Excused",
    "Foreign",
    "LawAddresses",
    "Link",
    "Linked",
    "ParagraphTarget",
    "Reference",
    "SeriesTarget",
    "StatuteTarget",
    "Target",
    "TextKind",
    "body_names",
    "context_of",
    "find",
    "link",
]
