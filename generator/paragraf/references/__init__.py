"""References in texts: found family by family, resolved against what is public, and turned into links and backlinks."""

from paragraf.references.addresses import LawAddresses
from paragraf.references.backlinks import backlinks, citations
from paragraf.references.context import BodyName, Context, Names, TextKind, body_names, context_of
from paragraf.references.link import FAMILIES, Link, Linked, find, link
from paragraf.references.resolve import Resolver
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
    "Names",
    "ParagraphTarget",
    "Reference",
    "Resolver",
    "SeriesTarget",
    "StatuteTarget",
    "Target",
    "TextKind",
    "backlinks",
    "body_names",
    "citations",
    "context_of",
    "find",
    "link",
]
