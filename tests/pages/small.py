"""A small invented municipality, written as its authors would, and its site."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from paragraf.archive import build
from paragraf.pages import Site, site
from paragraf.publishing.addresses import Address
from paragraf.publishing.public import publish
from paragraf.reading import read_content

ORGANISATION = """\
namn: Exempelby kommun
färg: 1b4f72
registrator: registrator@exempelby.example
nummerserier:
  - mall: ÅÅ/ENHET/NR
    handling: ÅÅ/ENHET/NR-HNR
ordlista:
  AMI: arbetsmarknadsintegration
organ:
  - kod: KS
    namn: Kommunstyrelsen
    slag: styrelse
  - kod: SAN
    namn: Socialnämnden
    slag: nämnd
    mandat:
      - från: 2023-01-01
        ledamöter:
          - Bo Exempel (C)
          - Siv Exempel (S), ordförande
  - kod: SANAU
    namn: Socialnämndens arbetsutskott
    slag: utskott
    hör till: SAN
"""
MEETING = """\
organ: SAN
datum: 2023-04-26
tid: 13.00–16.10
plats: Gäddan
kallelse:
  publicerad: 2023-04-19
justering:
  - justerat: 2023-05-03
    anslaget: 2023-05-04
närvaro:
  beslutande:
    - Siv Exempel (S), ordförande
    - Bo Exempel (C) ersätter Inga Exempel (C), § 45
  övriga:
    - Jo Exempel, förvaltningschef, ej § 45
"""

Texts = Mapping[str, str]
"""Content files: path -> text."""


def made(folder: Path, files: Texts, day: date, *, draft: bool = False, remembered: tuple[Address, ...] = ()) -> Site:
    """The site of an organisation with these files. What its authors wrote must be right."""
    for path, text in {"organisation.yml": ORGANISATION, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    read = read_content(folder)
    assert [str(problem) for problem in read.problems if problem.severity == "fel"] == []
    return site(publish(build(read.organisation, read.meetings), day, draft=draft), read.pages, remembered, folder)
