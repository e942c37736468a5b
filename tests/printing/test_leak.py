"""Nothing that is not public is in any document, neither in what it shows nor in what it says of itself."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings

from paragraf.archive import Phase, build
from paragraf.pages.site import make_index
from paragraf.printing import Printed, make_pdf
from paragraf.printing.contents import documents_of, extract
from paragraf.printing.layout import layout
from paragraf.publishing.public import publish
from printing.small import FILES, documents, index_of, png
from strategies.archives import Drawn, archives
from strategies.dealer import DAY


def all_of(drawn: Drawn) -> list[Printed]:
    index = make_index(publish(build(drawn.organisation, drawn.meetings), DAY))
    made = [one for meeting in index.archive.meetings for one in documents_of(index, meeting)]
    rows = [one for one in index.archive.item_by_ref.values() if one.phase is Phase.MINUTES]
    return [*made, *(extract(index, one) for one in rows)]


def said(document: Printed) -> str:
    markup, names = layout(document)
    return "\n".join((markup, *names.values(), document.name, document.title, document.subject, document.qr)).casefold()


@settings(max_examples=40)
@given(archives())
def test_documents_are_made_of_what_is_public(drawn: Drawn) -> None:
    text = "\n".join(said(one) for one in all_of(drawn))
    assert [word for word in sorted(drawn.hidden | drawn.never) if word in text] == []


@pytest.mark.parametrize("secret", ["Publicering: rubrik (26 kap. 1 § OSL)", "Återkallad: 2023-05-20, skäl"])
def test_a_finished_file_has_no_byte_of_it(tmp_path: Path, secret: str) -> None:
    paragraph = f"# § 47 Ärende\n\n{secret}\n\n## Beslut\nHemligt Kvistfinger beslutas.\n"
    folder = tmp_path / "content"
    made = documents(index_of(folder, FILES | {"san/2023-04-26/protokoll/047-hemligt.md": paragraph}))
    for name, document in made.items():
        (tmp_path / name).write_bytes(make_pdf(document, png()))
        with pypdfium2.PdfDocument(tmp_path / name) as pdf:
            text = "".join(one.get_textpage().get_text_bounded() for one in pdf)
        with pikepdf.open(tmp_path / name) as pdf:
            streams = [
                one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Subtype" not in one
            ]
            rest = repr(list(pdf.objects)) + repr(pdf.docinfo)
        everything = text + rest + b"".join(streams).decode("latin-1")
        assert "Kvistfinger" not in everything, name
    assert "protokoll-san-2023-04-26.pdf" in made
