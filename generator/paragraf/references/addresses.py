"""Addresses of statutes and preparatory works outside the site. Nothing is fetched: an address is a template filled."""

from dataclasses import dataclass

from paragraf.references.targets import SeriesTarget, StatuteTarget
from paragraf.vocabulary.statutes import SERIES, STATUTE_URL, statute


@dataclass(frozen=True, kw_only=True, slots=True)
class LawAddresses:
    """Where readers find the law."""

    statute: str = STATUTE_URL
    """Template with {sfs} or {year} and {number}; the place in the statute goes where {fragment} stands, else last."""

    def of(self, target: StatuteTarget | SeriesTarget) -> str | None:
        """The address of a place in the law, None for series that have none."""
        if isinstance(target, SeriesTarget):
            template = SERIES.get(target.series)
            page = f"#sid{target.page}" if target.page else ""
            return template.replace("{number}", target.number) + page if template else None
        year, _, number = target.sfs.partition(":")
        values = {"sfs": target.sfs, "year": year, "number": number, "fragment": fragment(target)}
        address = self.statute if "{fragment}" in self.statute else self.statute + "{fragment}"
        for field, value in values.items():
            address = address.replace("{" + field + "}", value)
        return address


def fragment(target: StatuteTarget) -> str:
    """The anchor of a place in a statute as lagen.nu writes it: #K5P67S1N3.

    Without K where §§ are numbered through the whole statute, since the chapter is then no part of the number; and none
    at all where a § without its chapter could be any of several.
    """
    if target.amended_by:
        return f"#L{target.amended_by}"
    known = statute(target.sfs)
    restarts = known.chapters_restart if known else target.chapter is not None
    if restarts and not target.chapter:
        return ""
    chapter = f"K{target.chapter}" if restarts else ""
    if not target.section:
        return f"#{chapter}" if chapter else ""
    part = target.part or (1 if target.point else None)
    place = (
        f"P{target.section}",
        f"S{part}" if part else "",
        f"N{target.point}" if target.point else "",
        f"M{target.sentence}" if target.sentence else "",
    )
    return f"#{chapter}{''.join(place)}"
