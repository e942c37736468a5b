"""Text in a layer of a PDF that is off is told as unseen; that of one that is on is text."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from importing.test_hidden import SECRET, minutes
from paragraf.formats.line import UnreadableError
from paragraf.formats.pdf import read_pdf
from paragraf.formats.split import pages_of

SHOWN = f"BT /F1 12 Tf 1 0 0 1 70 600 Tm ({SECRET}) Tj ET".replace("å", "\\345")
SAID = ["PROTOKOLL", "Kommunstyrelsen", "Sammanträdesdatum 2024-02-14", "§ 1 Sak", "Beslut", "Saken godkänns."]
Group = Callable[[Pdf, pikepdf.Object], pikepdf.Object]


def with_layer(
    content: str, start: Callable[[pikepdf.Object], Dictionary], group: Group, *, form: bool = False
) -> bytes:
    """Minutes with this content too, and a layer "M1"; `form`: the content is a form that belongs to it."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(minutes(lambda canvas: None))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Utkast"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=start(layer))
        page = pdf.pages[0]
        belongs = group(pdf, layer)
        if form:
            drawn = pdf.make_stream(content.encode("latin-1"))
            drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 850])
            drawn.Resources = Dictionary(Font=page.Resources.Font)
            drawn.OC = belongs
            page.Resources.XObject = Dictionary(Ruta=drawn)
            content = "/Ruta Do"
        else:
            page.Resources.Properties = Dictionary(M1=belongs)
        page.contents_add(f"q {content} Q".encode("latin-1"))
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def _off(layer: pikepdf.Object) -> Dictionary:
    return Dictionary(OFF=Array([layer]))


def _all_off(_: pikepdf.Object) -> Dictionary:
    return Dictionary(BaseState=Name.OFF)


def _on(layer: pikepdf.Object) -> Dictionary:
    return Dictionary(BaseState=Name.OFF, ON=Array([layer]))


def _itself(_: Pdf, layer: pikepdf.Object) -> pikepdf.Object:
    return layer


def _several(policy: str) -> Group:
    return lambda pdf, layer: pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=layer, P=Name(policy)))


MARKED = f"/OC /M1 BDC {SHOWN} EMC"
HIDDEN = {
    "off": with_layer(MARKED, _off, _itself),
    "all off": with_layer(MARKED, _all_off, _itself),
    "visible again within": with_layer(f"/OC /M1 BDC 0 Tr q /P BMC {SHOWN} EMC Q EMC", _off, _itself),
    "several layers": with_layer(MARKED, _off, _several("/AllOn")),
    "form": with_layer(SHOWN, _off, _itself, form=True),
}
SEEN = {
    "on": with_layer(MARKED, _on, _itself),
    "form": with_layer(SHOWN, _on, _itself, form=True),
    "when others are off": with_layer(MARKED, _off, _several("/AllOff")),
    "after one that is off": with_layer(f"/OC /M1 BDC q 0 0 600 850 re f Q EMC {SHOWN}", _off, _itself),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_layer_is_told(name: str) -> None:
    reading = read_pdf(HIDDEN[name])
    assert [line.text for line in reading.lines if line.text and not line.furniture] == SAID
    assert [(line.text, line.furniture) for line in reading.lines if line.furniture] == [(SECRET, "osynlig text")]
    assert [note for _, note in reading.notes] == ["Sidan 1 har text som inte syns (osynlig text). Den är inte med."]


@pytest.mark.parametrize("name", SEEN)
def test_a_layer_that_is_shown_is_text(name: str) -> None:
    reading = read_pdf(SEEN[name])
    assert [line.text for line in reading.lines if line.text and not line.furniture] == [*SAID, SECRET]
    assert reading.notes == ()


@pytest.mark.parametrize("data", [*HIDDEN.values(), *SEEN.values()], ids=[*HIDDEN, *(f"shown {name}" for name in SEEN)])
def test_pages_with_layers_are_never_split_out(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        pages_of(data, 1, 1)
