"""Front pages whose labels stand in the middle of their cells, or at their foot: what stands above belongs to them."""

from pathlib import Path

from paragraf import importing
from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment

MEMBERS = ("Vera Ekdal (S), ordförande", "Isak Norling (M)", "Åsa Öqvist (C)")


def text(*rows: str) -> str:
    """Minutes with these rows in the table of their front page, as text."""
    table = "\n".join(rows)
    return f"""                 SAMMANTRÄDESPROTOKOLL
                 2027-03-03

 Barn- och utbildningsnämnden

{table}

 § 11 Öppnande

 Beslut
 Barn- och utbildningsnämnden fastställer dagordningen.
"""


def read(source: Path, data: bytes) -> FieldsRead:
    source.write_bytes(data)
    return read_fields(segment(lay_out(extract(Request(source=source, target=source.parent / "content")))))


def groups(found: FieldsRead) -> dict[str, list[str]]:
    """Label -> names of those in the group."""
    return {one.label: [who.name for who in one.people] for one in found.meeting.attendance or ()}


def test_someone_in_the_time_and_place_is_told(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    rows = (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "  Sekreterare                Tuva Lindmark",
    )
    source.write_text(text(*rows), encoding="utf-8")
    (told,) = importing.run(source, tmp_path / "content").problems
    assert str(told) == (
        f"{source}:7: upplysning [granska-import] ”Vera Ekdal (S), ordförande” står i tid och plats men ser ut som en "
        "person i närvaron."
    )
