"""Files and folders that are odd: links, names, line ends, what cannot be read or vanishes."""

import os
import shutil
import threading
import time
import unicodedata
from pathlib import Path

import pytest

from paragraf.reading import read_content, read_meeting, read_organisation
from reading.good import GOOD, ITEM, MEETING, messages, write


def test_symbolic_links(tmp_path: Path) -> None:
    outside = tmp_path / "utanför"
    outside.mkdir()
    (outside / "hemlig.pdf").write_text("hemligt")
    shutil.copytree(write(tmp_path / "mall", {}) / MEETING, outside / "2023-05-24")
    content = write(
        tmp_path / "content",
        {
            ITEM: "# § 45 Avgifter\n\n## Beslutsunderlag\n- [Hemlig](bilagor/hemlig.pdf)\n",
            f"{MEETING}/bilagor/a.txt": "a",
        },
    )
    (content / MEETING / "bilagor" / "hemlig.pdf").symlink_to(outside / "hemlig.pdf")
    (content / "san" / "2023-05-24").symlink_to(outside / "2023-05-24")
    (content / "ks").symlink_to(outside)
    told = "fel [symbolisk-länk] Det här är en symbolisk länk, som kan leda ut ur innehållet. Den läses inte."
    assert messages(content) == [
        f"ks: {told} Lägg själva filen här.",
        f"san/2023-04-26/bilagor/hemlig.pdf: {told} Lägg själva filen här.",
        "san/2023-04-26/protokoll/045-avgifter.md:4: fel [saknad-fil] Filen ”bilagor/hemlig.pdf” finns inte.",
        f"san/2023-05-24: {told} Lägg själva filen här.",
    ]
    meeting, problems = read_meeting(content / "san" / "2023-05-24")
    assert meeting is None
    assert [str(problem) for problem in problems] == [
        "2023-05-24: fel [symbolisk-länk] Mappen är en symbolisk länk, som kan leda ut ur innehållet. "
        "Den läses inte. Lägg själva mappen här."
    ]


def test_empty_folders(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert messages(content) == [".: fel [tom-mapp] Mappen är tom; den ska ha organisation.yml och en mapp per organ."]
    write(content, {})
    (content / "san" / "2023-05-24").mkdir()
    (content / MEETING / "kallelse").mkdir()
    assert messages(content) == [
        "san/2023-04-26/kallelse: varning [utan-punkter] Mappen kallelse/ är tom. "
        "Lägg dit en fil per punkt, eller ta bort den.",
        "san/2023-05-24: fel [tom-mapp] Mappen är tom; den ska minst ha mote.yml.",
    ]


def test_missing_folders_and_files(tmp_path: Path) -> None:
    gone = "finns inte, eller försvann medan den lästes."
    assert messages(tmp_path / "content") == [f".: fel [går-inte-att-läsa] Mappen {gone}"]
    assert [str(one) for one in read_meeting(tmp_path / "san" / "2023-04-26")[1]] == [
        f"2023-04-26: fel [går-inte-att-läsa] Mappen {gone}"
    ]
    assert [str(one) for one in read_organisation(tmp_path / "organisation.yml")[1]] == [
        f"organisation.yml: fel [går-inte-att-läsa] Filen {gone}"
    ]


def test_without_organisation(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    (content / "organisation.yml").unlink()
    assert messages(content) == [
        "organisation.yml: upplysning [utan-organisation] organisation.yml saknas, "
        "så organ och diarienummer kontrolleras inte."
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_either_form_of_unicode_are_one(tmp_path: Path, form: str) -> None:
    name = unicodedata.normalize(form, "pensionärsrådet.pdf")
    linked = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "bilagor/pensionärsrådet.pdf")
    content = write(
        tmp_path,
        {
            ITEM: f"# § 45 Råd\n\n## Beslutsunderlag\n- [Råd]({linked})\n",
            f"{MEETING}/bilagor/{name}": "pdf",
            unicodedata.normalize("NFD", f"{MEETING}/kallelse/01-öppnande.md"): "# Punkt 1 Öppnande\n",
        },
    )
    read = read_content(content)
    assert read.problems == ()
    assert [file.path for file in read.meetings[0].files] == ["bilagor/pensionärsrådet.pdf"]
    assert read.meetings[0].agenda is not None
    assert read.meetings[0].agenda.items[0].source.path == f"{MEETING}/kallelse/01-öppnande.md"


def test_one_name_in_both_forms_of_unicode(tmp_path: Path) -> None:
    names = {f"{MEETING}/bilagor/{unicodedata.normalize(form, 'råd.pdf')}": form for form in ("NFC", "NFD")}
    assert messages(write(tmp_path, {ITEM: "# § 45 Råd\n\nBilaga: [Råd](bilagor/råd.pdf)\n", **names})) == [
        f"{MEETING}/bilagor/råd.pdf: fel [samma-namn] Två filer heter ”råd.pdf”, med å, ä och ö kodade på olika sätt. "
        "Bara den ena läses. Ta bort eller döp om den ena."
    ]


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    content = write(tmp_path, {f"{MEETING}/bilagor/a.txt": "a", ITEM: "# § 45 A\n\nBilaga: [A](bilagor/a.txt)\n"})
    (content / MEETING / "bilagor" / os.fsdecode(b"r\xe5d.pdf")).write_text("pdf")
    assert messages(content) == [
        f"{MEETING}/bilagor/r?d.pdf: fel [inte-utf-8] Filnamnet innehåller tecken som inte är UTF-8 "
        "eller inte går att skriva ut. Döp om filen."
    ]


def test_windows_line_ends_and_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    unix = read_content(write(tmp_path / "unix", {}))
    marked = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in GOOD.items()}
    windows = read_content(write(tmp_path / "windows", {**marked}))
    assert windows.problems == ()
    assert (windows.organisation, windows.meetings) == (unix.organisation, unix.meetings)


def test_leftovers_of_editors_are_passed_over(tmp_path: Path) -> None:
    names = (".DS_Store", "Thumbs.db", "045-avgifter.md~", ".045-avgifter.md.swp", "~$045.docx", "#045-avgifter.md#")
    assert messages(write(tmp_path, {f"{MEETING}/protokoll/{name}": "x" for name in names})) == []


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write(tmp_path, {})

    def refuse(path: Path, flags: int, *args: int) -> int:
        if str(path).endswith("avgifter.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *args)

    opened = os.open
    monkeypatch.setattr(os, "open", refuse)
    assert messages(content) == [
        f"{ITEM}: fel [går-inte-att-läsa] Filen får inte läsas: rättigheterna tillåter det inte."
    ]


def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    os.mkfifo(content / MEETING / "protokoll" / "046-ror.md")
    assert messages(content) == [
        f"{MEETING}/protokoll/046-ror.md: fel [går-inte-att-läsa] Det här är varken en fil eller en mapp."
    ]


def test_a_folder_that_vanishes_while_it_is_read_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write(tmp_path, {f"{MEETING}/bilagor/{number}.pdf": "pdf" for number in range(20)})

    def vanishing(path: Path, flags: int, *args: int, **more: int) -> int:
        if str(path).endswith("mote.yml"):
            shutil.rmtree(content / MEETING)
        return opened(path, flags, *args, **more)

    opened = os.open
    monkeypatch.setattr(os, "open", vanishing)
    gone = "finns inte, eller försvann medan den lästes."
    assert messages(content) == [
        f"{MEETING}/bilagor: fel [går-inte-att-läsa] Mappen {gone}",
        f"{MEETING}/mote.yml: fel [går-inte-att-läsa] Filen {gone}",
        f"{MEETING}/protokoll: fel [går-inte-att-läsa] Mappen {gone}",
    ]


def test_reading_while_someone_writes_never_raises(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {})
    done = threading.Event()

    def disturb() -> None:
        while not done.is_set():
            shutil.rmtree(content / MEETING, ignore_errors=True)
            write(content, {ITEM: "# § 45 Avgif"})
            time.sleep(0)

    writer = threading.Thread(target=disturb)
    writer.start()
    try:
        codes = {problem.code for _ in range(200) for problem in read_content(content).problems}
    finally:
        done.set()
        writer.join()
    assert codes <= {"går-inte-att-läsa", "tom-mapp", "tom-fil", "saknad-fil", "utan-punkter", "punkt-utan-rubrik"}
