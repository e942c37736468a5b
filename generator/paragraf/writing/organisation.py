"""organisation.yml: the municipality as text."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from paragraf.ids import NumberPattern
from paragraf.model import Alias, Body, Organisation, Rules
from paragraf.writing.block_yaml import Tree, yaml_text
from paragraf.writing.lines import word, yes
from paragraf.writing.people import member


def organisation_text(organisation: Organisation) -> str:
    """The text of organisation.yml; raises ValueError for what it cannot hold."""
    tree: dict[str, Tree] = {"namn": word(organisation.name, "Kommunens namn", ())}
    if organisation.kind != "kommun":
        tree["slag"] = organisation.kind
    plain = (
        ("adress", organisation.address),
        ("färg", organisation.colour.removeprefix("#")),
        ("vapen", organisation.arms.path if organisation.arms else ""),
        ("registrator", organisation.registrar),
        ("anslagstavla", organisation.notice_board),
        ("licens", organisation.license),
        ("pdf", organisation.pdf),
        ("publiceras från", organisation.archive_start.isoformat() if organisation.archive_start else ""),
        ("lagrumsadress", organisation.statute_url),
    )
    tree |= {key: value for key, value in plain if value}
    contact = (
        ("telefon", organisation.contact.phone),
        ("e-post", organisation.contact.email),
        ("besöksadress", organisation.contact.visit),
        ("postadress", organisation.contact.post),
    )
    if ways := {key: value for key, value in contact if value}:
        tree["kontakt"] = ways
    lists: tuple[tuple[str, list[Tree]], ...] = (
        ("nummerserier", [_pattern(one) for one in organisation.number_patterns]),
        (
            "partier",
            [
                {"kod": party.code, "namn": party.name, **_period(party.valid_from, party.valid_to)}
                for party in organisation.parties
            ],
        ),
        ("länkar", [{"namn": link.label, "adress": link.url} for link in organisation.links]),
        ("skyddade personer", [{"namn": one.name, "alias": one.alias} for one in organisation.protected]),
        ("organ", [_body(body) for body in organisation.bodies]),
    )
    if organisation.glossary:
        tree["ordlista"] = dict(organisation.glossary)
    return yaml_text(tree | {key: entries for key, entries in lists if entries})


def _body(body: Body) -> dict[str, Tree]:
    tree: dict[str, Tree] = {"kod": body.code, "namn": body.name, "slag": str(body.kind)}
    if body.aliases:
        tree["alias"] = [_alias(alias) for alias in body.aliases]
    if body.task:
        tree["uppdrag"] = body.task
    if body.parent:
        tree["hör till"] = body.parent
    tree |= _period(body.valid_from, body.valid_to)
    if not body.published:
        tree["publiceras"] = yes(body.published)
    if rules := _rules(body.rules):
        tree["regler"] = rules
    if body.statutes:
        tree["lagförkortningar"] = dict(body.statutes)
    if body.members:
        tree["mandat"] = list(_terms(body))
    return tree


def _terms(body: Body) -> Iterator[dict[str, Tree]]:
    """Neighbours with the same period share an entry, so that the order of the members is kept."""
    for (start, end), terms in groupby(body.members, key=lambda term: (term.valid_from, term.valid_to)):
        yield {**_period(start, end), "ledamöter": [member(term) for term in terms]}


def _alias(alias: Alias) -> Tree:
    period = _period(alias.valid_from, alias.valid_to)
    return {"namn": alias.name, **period} if period else alias.name


def _rules(rules: Rules) -> dict[str, Tree]:
    usual = Rules()
    tree: dict[str, Tree] = {}
    if rules.call_days is not None:
        tree["kallelse dagar"] = str(rules.call_days)
    if rules.adjustment_days != usual.adjustment_days:
        tree["justering dagar"] = str(rules.adjustment_days)
    if rules.unadjusted_visible:
        tree["ojusterat visas"] = yes(rules.unadjusted_visible)
    return tree


def _pattern(pattern: NumberPattern) -> dict[str, Tree]:
    tree: dict[str, Tree] = {"mall": pattern.template}
    if pattern.handling:
        tree["handling"] = pattern.handling
    tree |= _period(pattern.valid_from, pattern.valid_to)
    if pattern.needs_label:
        tree["kräver etikett"] = yes(pattern.needs_label)
    return tree


def _period(start: date | None, end: date | None) -> dict[str, str]:
    return {key: day.isoformat() for key, day in (("från", start), ("till", end)) if day}
