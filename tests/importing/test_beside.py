"""Recipients in the margin beside a decision, and what is told when a decision or its recipients look wrong."""

from paragraf.importing.beside import without_recipients_beside
from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import measure
from paragraf.importing.sections import ItemBody, read_body

OWN = ("Kommunstyrelsen",)


def laid(text: str) -> list[LaidLine]:
    found = []
    for number, row in enumerate(text.strip("\n").split("\n"), 1):
        words = row.strip()
        cells = tuple(cell.strip() for cell in words.split("   ") if cell.strip())
        indent = len(row) - len(row.lstrip())
        line = Line(number=number, text=words, indent=indent, cells=cells if len(cells) > 1 else (), empty=not words)
        found.append(LaidLine(line=line))
    return found


def body(text: str) -> ItemBody:
    lines = laid(text)
    return read_body(lines, OWN, measure(line.line for line in lines if line.line.text))


def sections(text: str) -> list[tuple[str, str]]:
    return [(one.heading, one.text) for one in body(text).sections]


BESIDE = """
                 Kommunstyrelsens beslut
Exp till         1. Leden dras om väster om Lillberget.
Skoterklubben    2. Kommunchefen får i uppdrag att teckna nytt avtal.
Samebyn

                 3. Kostnaden belastar kontot för oförutsett.

                 Reservation
                 Bo Ek (S) reserverar sig.
"""


def test_recipients_beside_a_decision_stand_below_it() -> None:
    assert sections(BESIDE) == [
        (
            "Kommunstyrelsens beslut",
            "1. Leden dras om väster om Lillberget.\n2. Kommunchefen får i uppdrag att teckna nytt avtal.\n"
            "3. Kostnaden belastar kontot för oförutsett.",
        ),
        ("Exp till", "- Skoterklubben\n- Samebyn"),
        ("Reservation", "Bo Ek (S) reserverar sig."),
    ]
    assert body(BESIDE).notes == ()


def test_headings_that_have_the_margin_themselves_stay_beside_their_text() -> None:
    rows = laid(
        """
Beslut           Remissen besvaras.
Skickas till     Bergsstaten
                 Tekniska avdelningen
"""
    )
    assert without_recipients_beside(rows, OWN) == (rows, frozenset())


def test_an_empty_decision_and_a_recipient_that_is_a_sentence_are_told() -> None:
    found = body(
        """
Beslut

Skickas till

att marken säljs
"""
    )
    assert [(note.line, note.text) for note in found.notes] == [
        (1, "Avsnittet ”Beslut” är tomt; beslutet kan stå i ett annat."),
        (3, "Mottagaren ser ut som en mening: ”att marken säljs”."),
    ]
