"""What stands inside a §: headings, decisions, lists, tables, statements, in the looks that printed minutes have."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import measure
from paragraf.importing.hyphens import join
from paragraf.importing.markup import Form, Piece, markdown
from paragraf.importing.names import timed_names
from paragraf.importing.sections import ItemBody, read_body
from paragraf.pages.markdown import render

OWN = ("Kommunstyrelsen",)
CASES = Path(__file__).parent / "sections"


def laid(text: str) -> list[LaidLine]:
    """Lines of plain text; cells by three blanks."""
    found = []
    for number, row in enumerate(text.split("\n"), 1):
        words = row.strip()
        cells = tuple(part for part in words.split("   ") if part.strip())
        cells = tuple(cell.strip() for cell in cells) if len(cells) > 1 else ()
        indent = len(row) - len(row.lstrip())
        line = Line(number=number, text=words, indent=indent if words else 0, empty=not words, cells=cells)
        found.append(LaidLine(line=line))
    return found


def body_of(text: str, *, minutes: bool = True) -> ItemBody:
    lines = laid(text)
    return read_body(lines, OWN, measure(line.line for line in lines), minutes=minutes)


def shown(body: ItemBody) -> str:
    """The body as the file has it, then what else was read."""
    parts = [body.text] if body.text else []
    parts += [f"## {one.heading} [{one.kind}]\n{one.text}".rstrip() for one in body.sections]
    if body.presenters:
        parts.append(f"Föredragande: {'; '.join(', '.join(one) for one in body.presenters)}")
    if body.immediate:
        parts.append("Omedelbart justerad.")
    parts += [f"Rad {note.line}: {note.text}" for note in body.notes]
    return "\n\n".join(parts)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    """Each file: the lines of a §, a line of ===, and what they become."""
    source, _, expected = path.read_text("utf-8").partition("\n===\n")
    assert shown(body_of(source)) == expected.rstrip("\n")


JOINED = {
    ("kommun-", "styrelsen"): "kommunstyrelsen",
    ("barn-", "och utbildningsnämnden"): "barn- och utbildningsnämnden",
    ("barn- och utbild-", "ningsnämnden"): "barn- och utbildningsnämnden",
    ("Anna-", "Karin Ek"): "Anna-Karin Ek",
    ("IT-", "system"): "IT-system",
    ("e-", "post"): "e-post",
    ("SoL-", "beslut"): "SoL-beslut",
    ("2023-", "2025"): "2023-2025",
    ("kommun\u2010", "styrelsen"): "kommunstyrelsen",
    ("kommun\u00ad", "styrelsen"): "kommunstyrelsen",
    ("nord-", "sydlig riktning"): "nord-sydlig riktning",
    ("ett streck -", "och mer"): "ett streck - och mer",
}


@pytest.mark.parametrize(("first", "second"), JOINED)
def test_hyphens_at_line_ends(first: str, second: str) -> None:
    assert join(first, second, words=frozenset(("nord-sydlig",))) == JOINED[first, second]


SIGNS = st.text(st.sampled_from(list("abå1 *_`#>|<[](){}!&~=+-.\\:\"'")), min_size=1, max_size=40)


@given(SIGNS, st.sampled_from([Form.PARAGRAPH, Form.BULLET, Form.ORDERED]))
def test_nothing_of_the_source_becomes_markup(text: str, form: Form) -> None:
    """Rendered, a piece of text shows its own letters and signs and makes no element but its paragraph or list."""
    words = " ".join(text.split())
    if not words:
        return
    html = render(markdown([Piece(form=form, text=words, marker="1." if form is Form.ORDERED else "")])).html
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "ul", "ol", "li"}


PRESENTED = {
    "Bo Ek, ekonomichef, kl. 09.10": ((("Bo Ek", "ekonomichef"),), "kl. 09.10", ""),
    "Bo Ek, kl. 9.10–9.30": ((("Bo Ek", ""),), "kl. 9.10–9.30", ""),
    "Bo Ek, mark- och exploateringschef, och Eva Al, jurist, kl. 10.10": (
        (("Bo Ek", "mark- och exploateringschef"), ("Eva Al", "jurist")),
        "kl. 10.10",
        "",
    ),
    "Bo Ek, ekonomichef": ((("Bo Ek", "ekonomichef"),), "", ""),
}


@pytest.mark.parametrize("text", PRESENTED)
def test_who_presents_can_have_a_time(text: str) -> None:
    assert timed_names(text) == PRESENTED[text]


def test_a_presenter_whose_time_is_wrapped_is_no_section() -> None:
    text = "Föredragande: Bo Ek, ekonomichef, och Eva Al,\njurist, kl. 10.10\n\n• Läget i kommunen"
    body = body_of(text, minutes=False)
    assert (body.presenters, body.time) == ((("Bo Ek", "ekonomichef"), ("Eva Al", "jurist")), "kl. 10.10")
    assert (body.text, body.sections) == ("- Läget i kommunen", ())


def test_headings_of_permits_keep_what_follows_out_of_the_decision() -> None:
    text = "Beslut\nBygglov lämnas.\n\nVillkor\n• Infarten delas.\n\nUpplysningar\nLovet gäller i fem år.\n\n"
    body = body_of(f"{text}Expedieras\n• Sökanden\n\nBeslutet meddelas\n• Grannar")
    assert [(one.heading, one.kind, one.text) for one in body.sections] == [
        ("Beslut", "beslut", "Bygglov lämnas."),
        ("Villkor", "ovrigt", "- Infarten delas."),
        ("Upplysningar", "ovrigt", "Lovet gäller i fem år."),
        ("Expedieras", "expedieras", "- Sökanden"),
        ("Beslutet meddelas", "expedieras", "- Grannar"),
    ]


def test_headings_of_regions_and_of_children() -> None:
    body = body_of(
        "Regiondirektörens förslag till regionfullmäktige\nPlanen antas.\n\nBarnets perspektiv\nIngen påverkan."
    )
    assert [one.kind for one in body.sections] == ["forslag", "barnkonsekvens"]
