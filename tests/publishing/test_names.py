"""Names of protected people are found in whatever shape they reached the finished site."""

import gzip
import json
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.publishing.names import find_names
from paragraf.publishing.search_index import index
from paragraf.publishing.unpacking import LARGEST, PIECE, readable

NAME = "Åsa-Märta Söderlöv"

SHAPES = {
    "plain": "Beslut om Åsa-Märta Söderlöv.",
    "capitals": "ÅSA-MÄRTA SÖDERLÖV",
    "genitive": "Åsa-Märta Söderlövs ansökan",
    "genitive-first": "Åsa-Märtas Söderlövs",
    "surname-first": "Söderlöv, Åsa-Märta",
    "first-of-two": "Åsa Söderlöv",
    "first-of-two-surname-first": "SÖDERLÖV ÅSA",
    "initial": "Åsa-Märta K. Söderlöv",
    "decomposed": unicodedata.normalize("NFD", NAME),
    "references": "&Aring;sa-M&#228;rta&nbsp;S&#xF6;derl&ouml;v",
    "percent": '<a href="?q=%C3%85sa-M%C3%A4rta+S%C3%B6derl%C3%B6v">sök</a>',
    "slug": '<a href="../bilagor/brev-asa-marta-soderlov/">brev</a>',
    "underscore": "tjanst_åsa_söderlöv_2026",
    "camel": "ÅsaSöderlöv2.pdf",
    "mail": '<a href="mailto:asa.soderlov@example.se">',
    "attribute": '<img alt="Åsa Söderlöv" src="a.png">',
    "comment": "<!-- Åsa Söderlöv -->",
    "json": '{"name": "\\u00c5sa S\\u00f6derl\\u00f6v"}',
    "tags-between": "<td>Åsa</td>\n      <td>Söderlöv</td>",
    "tags-within": "<b>Å</b>sa Söder<wbr>löv",
    "soft-hyphens": "Åsa Söder&shy;löv",
    "line-break": "Åsa\r\n        Söderlöv",
    "feed": "<content type='html'>&lt;b&gt;Åsa&lt;/b&gt; &lt;strong&gt;Söder&lt;/strong&gt;löv</content>",
}

OTHERS = [
    "Åsa Lindberg och Bo Söderlöv",
    "Söderlöv",
    "Åsas söder löven",
    "Vasa Söderlöv",
    "Åsa Söderlövberg",
    "Märta Lind",
]


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_every_shape_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_text(text, "utf-8")
    assert [hit.path for hit in find_names(tmp_path, [NAME])] == ["index.html"]


@pytest.mark.parametrize("text", OTHERS)
def test_other_people_are_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_text(text, "utf-8")
    assert find_names(tmp_path, [NAME]) == ()


def test_no_names_and_empty_names_are_never_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Åsa", "utf-8")
    assert find_names(tmp_path, []) == ()
    assert find_names(tmp_path, ["", " – "]) == ()


def test_a_single_name_is_found_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Zlatas ansökan", "utf-8")
    (tmp_path / "annat.html").write_text("Zlatan", "utf-8")
    assert [hit.path for hit in find_names(tmp_path, ["Zlata"])] == ["index.html"]


def test_names_in_other_letters_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Жанна <b>Ёлкина</b></p>", "utf-8")
    assert [hit.path for hit in find_names(tmp_path, ["Жанна Ёлкина"])] == ["index.html"]


def test_file_and_folder_names_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "bilagor" / unicodedata.normalize("NFD", "Brev från Åsa Söderlöv")
    folder.mkdir(parents=True)
    (folder / "brev.pdf").write_bytes(b"%PDF")
    assert [str(hit) for hit in find_names(tmp_path, [NAME])] == [
        "bilagor/brev fran ▒▒▒/brev.pdf: ett skyddat namn står här: i själva adressen"
    ]


def test_the_message_does_not_repeat_any_name(tmp_path: Path) -> None:
    text = "<p>Beslut att bevilja Åsa Söderlöv bistånd, sökt av Bo Ekenstam och Åsa Söderlövs mor.</p>"
    (tmp_path / "index.html").write_text(text, "utf-8")
    assert [str(hit) for hit in find_names(tmp_path, [NAME, "Bo Ekenstam"])] == [
        "index.html: ett skyddat namn står här: ”… <p>beslut att bevilja ▒▒▒ bistand, sokt av ▒▒▒ och ▒▒▒ …”"
    ]


def test_files_of_other_kinds_are_read(tmp_path: Path) -> None:
    (tmp_path / "moten.ics").write_bytes("DESCRIPTION:Besök av Åsa Söd\r\n erlöv\r\n".encode())
    (tmp_path / "gammal.txt").write_bytes("Från Åsa Söderlöv".encode("latin-1"))
    (tmp_path / "brev.pdf").write_bytes(b"%PDF /Author (\xfe\xff" + "Åsa Söderlöv".encode("utf-16-be") + b") \xff")
    (tmp_path / "data.json").write_text(json.dumps({"namn": NAME}), "utf-8")
    (tmp_path / "arkiv.gz").write_bytes(gzip.compress(NAME.encode()))
    (tmp_path / "trasig.gz").write_bytes(gzip.compress(NAME.encode())[:-9])
    assert [hit.path for hit in find_names(tmp_path, [NAME])] == [
        "arkiv.gz",
        "brev.pdf",
        "data.json",
        "gammal.txt",
        "moten.ics",
        "trasig.gz",
    ]


def test_the_search_index_is_read_and_its_word_list_is_no_name(tmp_path: Path) -> None:
    page = '<html lang="sv"><title>x</title><main data-pagefind-body><h1>Hej</h1><p>{}</p></main></html>'
    for number, text in enumerate(("Asa hälsar.", "En soderlov.", "Brev från Åsa Söderlöv.")):
        (tmp_path / f"p{number}").mkdir()
        (tmp_path / f"p{number}" / "index.html").write_text(page.format(text), "utf-8")
    index(tmp_path)
    hits = [hit.path for hit in find_names(tmp_path, [NAME])]
    assert len(hits) == 2
    assert hits[0] == "p2/index.html"
    assert hits[1].startswith("pagefind/fragment/")


WORDS = st.text(st.sampled_from("abcdeåäöéü"), min_size=2, max_size=6)
SEPARATORS = st.sampled_from([" ", "-", "_", "+", "%20", "&nbsp;", "\n  ", "</b> <b>", ", ", "</td><td>", "\u00ad "])
CHANGES = st.sampled_from([str.upper, str.title, str.swapcase, lambda text: unicodedata.normalize("NFD", text)])


@given(WORDS, WORDS, SEPARATORS, CHANGES, st.booleans())
def test_any_name_is_found_in_any_dress(
    tmp_path_factory: pytest.TempPathFactory, first: str, last: str, separator: str, change, turned: bool
) -> None:
    site = tmp_path_factory.mktemp("site")
    words = (change(last), change(first)) if turned else (change(first), change(last))
    (site / "index.html").write_text(f"<p>Om <b>{separator.join(words)}</b>.</p>", "utf-8")
    assert len(find_names(site, [f"{first} {last}"])) == 1


def word_file(path: Path, text: str) -> None:
    """A Word file as it is: XML in a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", "<Types/>")
        container.writestr("word/document.xml", f"<w:p>{text}</w:p>" + "<w:p>Text.</w:p>" * 1000)


def test_word_files_are_read(tmp_path: Path) -> None:
    word_file(tmp_path / "brev.docx", "<w:r><w:t>Åsa-Mär</w:t></w:r><w:r><w:t>ta Söderlöv</w:t></w:r>")
    word_file(tmp_path / "annat.docx", "<w:r><w:t>Åsa Lindberg</w:t></w:r>")
    assert [hit.path for hit in find_names(tmp_path, [NAME])] == ["brev.docx"]


@pytest.mark.parametrize("text", ["Åsa Söderlöv".encode("latin-1"), b"\xfe\xff" + "Åsa Söderlöv".encode("utf-16-be")])
def test_properties_of_a_pdf_are_read_also_packed(tmp_path: Path, text: bytes) -> None:
    packed = zlib.compress(b"<< /Author (" + text + b") >>")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n5 0 obj\nstream\r\n" + packed + b"\r\nendstream\nendobj\n")
    assert [hit.path for hit in find_names(tmp_path, [NAME])] == ["a.pdf"]


def test_damaged_files_are_no_crash(tmp_path: Path) -> None:
    word_file(tmp_path / "hel.docx", "Åsa Söderlöv")
    whole = (tmp_path / "hel.docx").read_bytes()
    (tmp_path / "halv.docx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "tom.docx").write_bytes(b"")
    (tmp_path / "skadad.pdf").write_bytes(b"%PDF-1.7\nstream\nx\x9cskadad")
    (tmp_path / "halv.gz").write_bytes(gzip.compress("Åsa Söderlöv. ".encode() * 99)[:-20])
    assert [hit.path for hit in find_names(tmp_path, [NAME])] == ["halv.gz", "hel.docx"]


@given(st.integers(-30, 30))
def test_a_large_file_is_read_in_pieces(tmp_path_factory: pytest.TempPathFactory, place: int) -> None:
    file = tmp_path_factory.mktemp("site") / "stor.txt"
    name = "Åsa-Märta Söderlöv".encode()
    with file.open("wb") as data:
        data.write("ö".encode() * ((PIECE + place) // 2) + b" " * (place % 2 + 1) + name + b" " + "ä".encode() * 1000)
    assert [hit.path for hit in find_names(file.parent, [NAME])] == ["stor.txt"]
    file.unlink()


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", bytes(2 * LARGEST))
        container.writestr("word/andra.xml", "Åsa Söderlöv")
    assert max(map(len, readable(tmp_path / "bomb.docx"))) == LARGEST
    assert len(list(readable(tmp_path / "bomb.docx"))) == 2
