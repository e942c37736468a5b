"""Front pages whose labels stand in the middle of their cells, or at their foot: what stands above belongs to them."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from paragraf import importing
from paragraf.importing.document import FieldsRead, Request
from paragraf.importing.extract import extract
from paragraf.importing.fields import read_fields
from paragraf.importing.layout import lay_out
from paragraf.importing.segment import segment

MEMBERS = ("Vera Ekdal (S), ordförande", "Isak Norling (M)", "Åsa Öqvist (C)", "Nils Udd (V)", "Pia Rask (MP)")
NAMES = [one.split(" (")[0] for one in MEMBERS]
SUBSTITUTES = ("Ture Bäck (S)", "Alma Hed (M)", "Ella Tun (C)")
LEADING = 13.0
"""Points between two lines of a cell."""


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


def drawn(rows: list[tuple[str, tuple[str, ...]]], *, where: float, padding: float, ruled: bool) -> bytes:
    """Minutes with a table of labels (lines divided by |) and values. `where`: 0 the labels stand at the top of their
    cells, 0.5 in the middle, 1 at the foot. `padding`: points above and below in every cell.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(220, 790, "SAMMANTRÄDESPROTOKOLL")
    canvas.drawString(260, 777, "2027-03-03")
    canvas.drawString(60, 740, "Barn- och utbildningsnämnden")
    top = 710.0
    for label, values in rows:
        words = label.split("|")
        height = max(len(values), len(words)) * LEADING + 2 * padding
        for texts, x, share in ((words, 60, where), (values, 220, 0.5)):
            room = height - 2 * padding - len(texts) * LEADING
            for place, one in enumerate(texts):
                canvas.drawString(x, top - padding - room * share - place * LEADING - 10, one)
        if ruled:
            for left, right in ((57, 215), (215, 500)):
                canvas.rect(left, top - height, right - left, height)
        top -= height
    for place, one in enumerate(("§ 11 Öppnande", "Beslut", "Barn- och utbildningsnämnden fastställer dagordningen.")):
        canvas.drawString(60, top - 50 - 30 * place, one)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("label", "count"), [("Beslutande", 1), ("Beslutande", 2), ("Beslutande|ledamöter", 3), ("Beslutande|ledamöter", 4)]
)
@pytest.mark.parametrize(("padding", "ruled"), [(1.5, False), (4, True), (10, False)])
@pytest.mark.parametrize("where", [0, 0.5, 1])
def test_a_label_stands_anywhere_in_its_cell(
    tmp_path: Path, ruled: bool, where: float, padding: float, count: int, label: str
) -> None:
    rows = [
        ("Plats och tid", ("Gäddan, kommunhuset,", "klockan 13.00–14.40")),
        (label, MEMBERS[:count]),
        ("Ersättare", SUBSTITUTES),
        ("Sekreterare", ("Tuva Lindmark",)),
        ("Justerare", ("Isak Norling (M)",)),
    ]
    found = read(tmp_path / "protokoll.pdf", drawn(rows, where=where, padding=padding, ruled=ruled))
    assert groups(found) == {
        label.replace("|", " "): NAMES[:count],
        "Ersättare": ["Ture Bäck", "Alma Hed", "Ella Tun"],
        "Sekreterare": ["Tuva Lindmark"],
        "Justerare": ["Isak Norling"],
    }
    assert found.meeting.place == "Gäddan, kommunhuset"
    assert [note.text for note in found.notes] == ["Dokumentet säger inte att det är justerat."]


TEXTS = {
    "one line above": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "  Beslutande                 Isak Norling (M)",
        "                             Åsa Öqvist (C)",
        "  Sekreterare                Tuva Lindmark",
    ),
    "a line of its own": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "                             Isak Norling (M)",
        "  Beslutande",
        "                             Åsa Öqvist (C)",
        "                             Nils Udd (V)",
        "  Sekreterare                Tuva Lindmark",
    ),
    "two labels": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "  Beslutande                 Isak Norling (M)",
        "                             Åsa Öqvist (C)",
        "                             Ture Bäck (S)",
        "  Ersättare                  Alma Hed (M)",
        "                             Ella Tun (C)",
        "  Sekreterare                Tuva Lindmark",
    ),
    "two labels on lines of their own": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "  Beslutande",
        "                             Isak Norling (M)",
        "                             Ture Bäck (S)",
        "  Ersättare",
        "                             Alma Hed (M)",
        "  Sekreterare                Tuva Lindmark",
    ),
    "empty lines between": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "",
        "                             Vera Ekdal (S), ordförande",
        "  Beslutande                 Isak Norling (M)",
        "                             Åsa Öqvist (C)",
        "",
        "                             Ture Bäck (S)",
        "  Ersättare                  Alma Hed (M)",
        "                             Ella Tun (C)",
        "",
        "  Sekreterare                Tuva Lindmark",
    ),
    "the first line": (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "  Beslutande                 Vera Ekdal (S), ordförande",
        "                             Isak Norling (M)",
        "",
        "                             Åsa Öqvist (C)",
        "  Sekreterare                Tuva Lindmark",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_label_stands_below_those_beside_it_in_text(tmp_path: Path, case: str) -> None:
    rows = TEXTS[case]
    found = read(tmp_path / "protokoll.txt", text(*rows).encode())
    told = groups(found)
    assert told.pop("Beslutande") == [name for name in NAMES if any(name in row for row in rows)]
    assert told.pop("Ersättare", []) == [
        name for one in SUBSTITUTES if any((name := one.split(" (")[0]) in row for row in rows)
    ]
    assert told == {"Sekreterare": ["Tuva Lindmark"]}
    assert found.meeting.place == "Gäddan, kommunhuset"


def test_someone_in_the_time_and_place_is_told(tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    rows = (
        "  Plats och tid              Gäddan, kommunhuset, klockan 13.00–14.40",
        "                             Vera Ekdal (S), ordförande",
        "",
        "  Sekreterare                Tuva Lindmark",
    )
    source.write_text(text(*rows), encoding="utf-8")
    (told,) = importing.run(source, tmp_path / "content").problems
    assert str(told) == (
        f"{source}:7: upplysning [granska-import] ”Vera Ekdal (S), ordförande” står i tid och plats men ser ut som en "
        "person i närvaron."
    )
