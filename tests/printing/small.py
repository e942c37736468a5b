"""A small invented municipality with one meeting, as documents to print."""

import struct
import zlib
from datetime import date
from pathlib import Path

from paragraf.archive import Phase
from paragraf.archive import build as build_archive
from paragraf.pages.index import Index
from paragraf.pages.site import make_index
from paragraf.printing import Printed
from paragraf.printing.contents import extract, whole
from paragraf.publishing.public import publish
from paragraf.reading import read_content

DAY = date(2023, 6, 1)


def png(width: int = 40, height: int = 48) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x1b\x4f\x72" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


ORGANISATION = """\
namn: Exempelby
adress: https://moten.exempel.test/
färg: 7a1f3d
vapen: vapen.png
kontakt:
  telefon: 08-465 004 10
  postadress: Box 1, 999 01 Exempelby
organ:
  - kod: SAN
    namn: Socialnämnden
"""
MEETING = """\
organ: SAN
datum: 2023-04-26
tid: 13.00–16.10
plats: Gäddan
kallelse:
  publicerad: 2023-04-19
justering:
  - paragrafer: 46
    justerat: 2023-04-26
    anslaget: 2023-04-27
  - paragrafer: övriga
    justerat: 2023-05-03
    anslaget: 2023-05-04
    justerare:
      - Ann Exempel (M)
    förvaras: Kansliet
närvaro:
  beslutande:
    - Siv Exempel (S), ordförande
    - Bo Exempel (C) ersätter Inga Exempel (C)
    - Ann Exempel (M), ej § 46
  sekreterare:
    - Kim Exempel
"""
VOTE = """\
# § 46 Motion om skolskjuts

Diarienummer: 22/SAN/310

Se § 45 och 4 kap. 1 § SoL.

## Omröstning
Ja: motionen avslås
Nej: motionen bifalls

| Ledamot | Röst |
|---|---|
| Siv Exempel (S) | ja |
| Bo Exempel (C) | nej |

## Beslut
1. Nämnden avslår motionen.
2. Nämnden följer upp beslutet i december.

## Reservation
Bo Exempel (C) reserverar sig mot beslutet.
"""
DECISION = """\
# § 45 Mätetal för AMI

Diarienummer: 23/SAN/115
Föredragande: Jo Exempel, förvaltningschef
Rättelse: 2023-05-10, Kim Exempel: 15 % -> 10 %

## Beslut
Nämnden ändrar mätetalet till 10 %.

## Delegationsbeslut
| Nummer | Text |
|---|---|
| 23/SAN/13-5 | Anmälan av beslut |

## Beslutsunderlag
- [Tjänsteskrivelse](bilagor/skrivelse.md)
- Utredning (publiceras inte: 26 kap. 1 § OSL)
"""
AGENDA = """\
# Punkt 9 Mätetal för AMI

Diarienummer: 23/SAN/115
Tid: 13.20

## Förslag till beslut
Nämnden ändrar mätetalet.
"""
FILES: dict[str, str | bytes] = {
    "organisation.yml": ORGANISATION,
    "vapen.png": png(),
    "san/2023-04-26/mote.yml": MEETING,
    "san/2023-04-26/kallelse/09-matetal.md": AGENDA,
    "san/2023-04-26/protokoll/045-matetal.md": DECISION,
    "san/2023-04-26/protokoll/046-motion.md": VOTE,
    "san/2023-04-26/bilagor/skrivelse.md": "# Tjänsteskrivelse\n\nText.\n",
}


def index_of(folder: Path, files: dict[str, str | bytes], day: date = DAY, *, draft: bool = False) -> Index:
    """What the pages of a content folder look up."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    read = read_content(folder)
    assert [str(problem) for problem in read.problems if problem.severity == "fel"] == []
    return make_index(publish(build_archive(read.organisation, read.meetings), day, draft=draft))


def documents(index: Index) -> dict[str, Printed]:
    """The agenda, the minutes and every extract of the only meeting, by file name."""
    (meeting,) = index.archive.meetings
    within = index.archive.index_by_id[meeting.id]
    made = [whole(index, meeting, Phase.AGENDA)] if within.agenda else []
    made += [whole(index, meeting, Phase.MINUTES), *(extract(index, one) for one in within.minutes)]
    return {one.name: one for one in made}
