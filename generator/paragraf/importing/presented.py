"""Who presents which §§, as the front page says it after a name: "Eva Al, ekonom, kl 13–14, föredragande av § 5"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from paragraf.importing.document import LaidLine
from paragraf.importing.names import NAME
from paragraf.importing.presence import paragraph_set
from paragraf.model import Paragraph, ParagraphSet, Presenter

_PRESENTS = re.compile(
    rf"(?P<name>{NAME})(?:,\s+(?P<title>[a-zåäö][a-zåäö -]*[a-zåäö]))?(?:,?\s+\(?kl(?:ockan|\.)?\s*[\d.: –-]+\)?)?"
    r",?\s+\(?(?:föredragande|föredrar)\s+(?:(?:av|för|i|på|under|vid)\s+)?"
    r"(?P<which>§+\s*\d+(?:\s*(?:[–,-]|och)\s*§*\s*\d+)*)"
)


def with_presented(paragraphs: tuple[Paragraph, ...], front: Sequence[LaidLine]) -> tuple[Paragraph, ...]:
    """The §§ with those whom the lines of the front page name as presenting them, each once."""
    told: list[tuple[Presenter, ParagraphSet]] = []
    for match in _PRESENTS.finditer(" ".join(" ".join(one.line.text.split()) for one in front if not one.blank)):
        if which := paragraph_set(match["which"]):
            told.append((Presenter(name=match["name"], title=match["title"] or ""), which))
    return tuple(_with(one, told) for one in paragraphs)


def _with(one: Paragraph, told: Sequence[tuple[Presenter, ParagraphSet]]) -> Paragraph:
    named = {who.name for who in one.presenters}
    more = [who for who, which in told if one.number and which.covers(one.number) and who.name not in named]
    return replace(one, presenters=(*one.presenters, *more))
