"""What stands around the text of every page is in no text, whatever it looks like and however few the pages are."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from paragraf import importing

BODY, DAY = "Kommunstyrelsen", "2024-02-14"
FRONT = ("PROTOKOLL", BODY, f"Sammanträdesdatum {DAY}", "", "Beslutande", "Alva Rönn (S), ordförande", "Maj Ek (C)", "")
Frame = Callable[[int, int], list[tuple[float, float, str]]]
"""Page and number of pages -> x, y from the upper edge (below 0: from the lower one) and text; ^: it is turned."""

FRAMES: dict[str, Frame] = {
    "number alone": lambda page, pages: [(290, -30, f"{page}")],
    "number between dashes": lambda page, pages: [(285, -30, f"- {page} -")],
    "sender and number of all": lambda page, pages: [
        (70, -30, "Rönnby kommun, 123 45 Rönnby"),
        (480, -30, f"{page}/{pages}"),
    ],
    "number in words": lambda page, pages: [(450, 40, f"Sida {page} av {pages}")],
    "left and right in turns": lambda page, pages: (
        [(70, -30, f"{page}"), (400, -30, "Kommunstyrelsens protokoll")]
        if page % 2 == 0
        else [(70, -30, "Kommunstyrelsens protokoll"), (500, -30, f"{page}")]
    ),
    "first page different": lambda page, pages: (
        [(70, 40, "RÖNNBY KOMMUN")] if page == 1 else [(70, 40, f"{BODY} {DAY}"), (480, 40, f"{page} ({pages})")]
    ),
    "head of four lines": lambda page, pages: [
        (70, 30, "Rönnby kommun"),
        (300, 30, "SAMMANTRÄDESPROTOKOLL"),
        (70, 44, BODY),
        (300, 44, "Sammanträdesdatum"),
        (480, 44, "Sida"),
        (300, 58, DAY),
        (480, 58, f"{page} ({pages})"),
        (70, 72, "Protokoll nr 11"),
    ],
    "signatures below": lambda page, pages: [
        (70, -44, "Ordf. sign."),
        (200, -44, "Just. sign."),
        (330, -44, "Utdragsbestyrkande"),
        (290, -30, f"{page}"),
    ],
    "paths and times of print": lambda page, pages: [
        (70, -30, f"Utskriven 2024-02-21 13:0{page}"),
        (350, -30, "G:\\Protokoll\\2024\\ks0214.docx"),
        (540, -30, f"{page}"),
    ],
    "three lines of address": lambda page, pages: [
        (70, -58, "Postadress"),
        (230, -58, "Besök"),
        (390, -58, "Telefon"),
        (70, -44, "123 45 Rönnby"),
        (230, -44, "Storgatan 1"),
        (390, -44, "010-123 45 67"),
        (70, -30, "ronnby.example"),
    ],
    "signed electronically": lambda page, pages: [
        (570, 300, "^Transaktion 0922211555750001 Signerat SA, PG"),
        (70, -30, f"Sida {page}/{pages}"),
    ],
    "number far above the edge": lambda page, pages: [(70, -95, f"Protokoll Kommunstyrelsen {DAY}, sida {page}")],
}


def text(items: int) -> Iterator[str]:
    """Lines of minutes, none of them twice but for the headings."""
    words = ["vägar", "hus", "bad", "skogar", "broar", "skolor", "torg", "parker", "hamnar"]
    for number in range(21, 21 + items):
        what = words[number % len(words)]
        yield from (f"§ {number} Plan för kommunens {what}", "", "Sammanfattning")
        for part in "abcdef":
            yield f"Planen för {what} i del {part} av § {number} anger vad kommunen ska göra under kommande år och"
        yield from ("vem som ska betala.", "", "Beslut", f"Kommunstyrelsen antar planen för {what}.", "")
        yield from ("Beslutet skickas till", f"Enheten för {what}", f"Förbundet för {what}", "")


def document(frame: Frame, pages: int, *, wide: bool = False) -> bytes:
    """Minutes of so many pages, each page full; `wide`: the last page but one lies on its side."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    rows = [*FRONT, *text(4 * pages)]
    for page in range(1, pages + 1):
        size = landscape(A4) if wide and page == pages - 1 else A4
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 10)
        for x, y, words in frame(page, pages):
            canvas.saveState()
            canvas.translate(x, size[1] - y if y > 0 else -y)
            canvas.rotate(90 if words.startswith("^") else 0)
            canvas.drawString(0, 0, words.lstrip("^"))
            canvas.restoreState()
        height = size[1] - 100
        while rows and height > 110:
            row = rows.pop(0)
            if row or height < size[1] - 100:
                canvas.setFont("Helvetica-Bold" if re.match("§|Beslut$|Samman", row) else "Helvetica", 10)
                canvas.drawString(70, height, row)
                height -= 13
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


_SENTENCE = r"Planen för \w+ i del [a-f] av § \d+ anger vad kommunen ska göra under kommande år och ?"
_TEXT = re.compile(
    r"§ \d+ Plan för kommunens \w+|Sammanfattning|Beslut|Kommunstyrelsen antar planen för \w+\."
    rf"|Beslutet skickas till|(?:Enheten|Förbundet) för \w+|(?:{_SENTENCE})*(?:vem som ska betala\.)?"
)


@pytest.mark.parametrize("wide", [False, True], ids=["upright", "one on its side"])
@pytest.mark.parametrize("pages", [2, 3, 6])
@pytest.mark.parametrize("name", FRAMES)
def test_frames_of_printed_pages(name: str, pages: int, wide: bool, tmp_path: Path) -> None:
    frame = FRAMES[name]
    source = tmp_path / "protokoll.pdf"
    source.write_bytes(document(frame, pages, wide=wide))
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None, [one.message for one in result.problems]
    found = [path.read_text("utf-8").split("\n") for path in sorted(result.folder.glob("protokoll/*.md"))]
    lines = [re.sub(r"^(?:#+|-) ", "", line).rstrip("\\ ") for lines in found for line in lines if line]
    joined = " ".join(lines)
    assert [row for row in lines if not _TEXT.fullmatch(row)] == []
    for number in range(21, 21 + len(found)):
        for place in "abcdef" if number < 20 + len(found) else "":
            assert f"del {place} av § {number} anger" in joined


Lines = Callable[[int, int], tuple[str, str]]
"""Page and number of pages -> its head and its foot, as lines."""

TEXTS: dict[str, Lines] = {
    "each part on its own line": lambda page, pages: (
        f"Kommunstyrelsen\n\nSammanträdesdatum\n\n{DAY}\n\n{page} ({pages})\n\nProtokoll nr 11\n",
        "",
    ),
    "in changing order": lambda page, pages: (
        [
            f"Sida {page} av {pages}\nRönnby kommun\n{BODY}\n{DAY}",
            f"Rönnby kommun\n{BODY}\n{DAY}\nSida {page} av {pages}",
            f"{DAY}\nRönnby kommun\nSida {page} av {pages}\n{BODY}",
        ][page % 3],
        "",
    ),
    "one line": lambda page, pages: (f"{BODY} {DAY} Sida {page} ({pages})", ""),
    "without a number": lambda page, pages: (f"Rönnby kommun SAMMANTRÄDESPROTOKOLL\n{BODY} {DAY}", "Justerandes sign"),
    "signatures below, number above": lambda page, pages: (
        f"SAMMANTRÄDESPROTOKOLL\n{page}({pages})\n{BODY}\nSammanträdesdatum {DAY}",
        "Ordf. sign. Just. sign. ………\n\nUtdragsbestyrkande",
    ),
    "number last": lambda page, pages: ("Rönnby kommun", f"\nRönnby kommun, 123 45 Rönnby\n\n{page}"),
    "number between dashes": lambda page, pages: ("", f"\n- {page} -\n"),
    "left and right in turns": lambda page, pages: (
        "",
        f"Kommunstyrelsens protokoll {page}" if page % 2 else f"{page} Kommunstyrelsens protokoll",
    ),
    "first page without": lambda page, pages: ("", "") if page == 1 else (f"{BODY}\n{DAY}", f"{page} ({pages})"),
    "sender and number": lambda page, pages: ("", f"Rönnby kommun | Box 12 | 123 45 Rönnby | {page}/{pages}"),
    "a table of labels": lambda page, pages: (
        f"Protokoll\nSammanträdesdatum\nSida\n{BODY}\n{DAY}\n{page} ({pages})",
        "Justerarnas signaturer\nUtdragsbestyrkande",
    ),
}


def plain(lines: Lines, pages: int) -> str:
    """Minutes of so many pages as text that tells no pages."""
    rows = [*FRONT, *text(4 * pages)]
    found = []
    long = len(rows) // pages + 1
    for page in range(1, pages + 1):
        head, foot = lines(page, pages)
        taken, rows = rows[:long], rows[long:]
        found += [head] * bool(head) + taken + [foot] * bool(foot)
    return "\n".join(found)


@pytest.mark.parametrize("pages", [2, 3, 6])
@pytest.mark.parametrize("name", TEXTS)
def test_frames_of_text_without_pages(name: str, pages: int, tmp_path: Path) -> None:
    source = tmp_path / "protokoll.txt"
    source.write_text(plain(TEXTS[name], pages), "utf-8")
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None, [one.message for one in result.problems]
    found = [path.read_text("utf-8").split("\n") for path in sorted(result.folder.glob("protokoll/*.md"))]
    lines = [re.sub(r"^(?:#+|-) ", "", line).rstrip("\\ ") for lines in found for line in lines if line]
    assert [row for row in lines if not _TEXT.fullmatch(row)] == []
    assert len(found) == 4 * pages


@pytest.mark.parametrize("label", ["Mbn § {}", "§ {}", "KSAU § {}", "{} §", "Ks § {} a"])
def test_labels_of_paragraphs_on_pages_of_their_own_are_no_frames(label: str, tmp_path: Path) -> None:
    """They stand at the same place of every page, with a number that grows as the page's does."""
    pages = [
        f"Rönnby kommun\n{BODY}      {DAY}      {page}(5)\n\n{label.format(page + 20)}\n\nÄRENDE {'ABCDE'[page]}\n\n"
        f"Beslut\n{BODY} beslutar att avslå ansökan nummer {page}.\n\nJusterandes signatur\n"
        for page in range(1, 5)
    ]
    source = tmp_path / "protokoll.txt"
    source.write_text("\f".join(["\n".join(FRONT), *pages]), "utf-8")
    result = importing.run(source, tmp_path / "content")
    assert result.folder is not None, [one.message for one in result.problems]
    assert len(list(result.folder.glob("protokoll/*.md"))) == len(pages)
