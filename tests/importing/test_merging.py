"""What comes to a meeting that is there already: the same document changed, a supplement, an extract, attachments."""

from pathlib import Path

import pytest

from importing.cases import files_of
from importing.test_refusals import AGENDA
from paragraf import importing
from paragraf.importing import Status, import_all
from paragraf.importing.batch import Here
from paragraf.reading import read_meeting

FOLDER = "kfn/2024-02-14"
SUPPLEMENT = """\
 KOMPLETTERANDE KALLELSE
Utskick 2024-02-12
Sammanträdesdatum 2024-02-14

Kultur- och fritidsnämnden

2 - Bidrag 2024 (KFN 2024/17)

Sammanfattning
Föreningen har skickat in en ny budget.

3 - Läget på badhuset (KFN 2024/31)

Sammanfattning
Badhuset är stängt till påsk.
"""
MINUTES = """\
 PROTOKOLL
Sammanträdesdatum 2024-02-14

Kultur- och fritidsnämnden

§ 7 Upprop

Beslut
Uppropet förrättas.

§ 8 Bidrag 2024 (KFN 2024/17)

Beslut
Nämnden delar ut bidragen.

Beslutsunderlag
- Tjänsteskrivelse bidrag 2024
- Bilaga 1 Karta över anläggningar
- Budget från föreningen
"""


def given(folder: Path, name: str, text: str) -> Path:
    """A file with a text."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """A content folder with an agenda that has been sent."""
    content = tmp_path / "content"
    assert importing.run(given(tmp_path, "kallelse.txt", AGENDA), content).folder == content / FOLDER
    return content


def test_a_supplement_adds_items_and_touches_none(agenda: Path) -> None:
    sent = {path.name: path.read_bytes() for path in (agenda / FOLDER / "kallelse").iterdir()}
    result = importing.run(given(agenda.parent, "tillagg.txt", SUPPLEMENT), agenda)
    assert result.folder == agenda / FOLDER
    assert {path: (agenda / FOLDER / "kallelse" / path).read_bytes() for path in sent} == sent
    meeting, problems = read_meeting(result.folder)
    assert meeting is not None
    assert meeting.agenda is not None
    assert [str(one) for one in problems if one.severity == "fel"] == []
    assert [(one.number, one.title, str(one.added or "")) for one in meeting.agenda.items] == [
        (1, "Upprop", ""),
        (2, "Bidrag 2024", ""),
        (None, "Bidrag 2024 (tillägg till punkt 2)", "2024-02-12"),
        (3, "Läget på badhuset", "2024-02-12"),
    ]
    before = files_of(agenda)
    again = importing.run(agenda.parent / "tillagg.txt", agenda)
    assert again.written is not None
    assert again.written.unchanged
    assert files_of(agenda) == before


def test_a_supplement_put_right_changes_its_own_items_alone(agenda: Path) -> None:
    source = given(agenda.parent, "tillagg.txt", SUPPLEMENT)
    importing.run(source, agenda)
    names = sorted(path.name for path in (agenda / FOLDER / "kallelse").iterdir())
    given(agenda.parent, "tillagg.txt", SUPPLEMENT.replace("till påsk", "till maj").replace("ny budget", "ny karta"))
    result = importing.run(source, agenda)
    assert result.folder is not None
    texts = {path.name: path.read_text("utf-8") for path in (agenda / FOLDER / "kallelse").iterdir()}
    assert sorted(texts) == names
    assert "till maj" in texts["03-laget-pa-badhuset.md"]
    assert "ny karta" in texts["02_1-bidrag-2024-tillagg-till-punkt-2.md"]
    assert "ny karta" not in texts["02-bidrag-2024.md"]


def test_the_agenda_after_the_minutes_is_the_same_as_before_them(tmp_path: Path) -> None:
    texts = {"kallelse.txt": AGENDA, "protokoll.txt": MINUTES}
    sources = [given(tmp_path, name, text) for name, text in texts.items()]
    found = []
    for name, order in (("a", sources), ("b", sources[::-1])):
        for source in order:
            assert importing.run(source, tmp_path / name).folder is not None
        files = files_of(tmp_path / name)
        found.append({path: text for path, text in files.items() if not path.endswith(("rapport.md", "import.json"))})
    assert found[0] == found[1]


def test_facts_that_were_edited_stay_when_the_document_says_what_it_said(tmp_path: Path) -> None:
    source = given(tmp_path, "protokoll.txt", MINUTES)
    content = tmp_path / "content"
    importing.run(source, content)
    facts = content / FOLDER / "mote.yml"
    mine = facts.read_text("utf-8").replace("utkast: ja\n", "plats: Biblioteket  # enligt kallelsen\n")
    facts.write_text(mine, "utf-8")
    given(tmp_path, "protokoll.txt", MINUTES.replace("delar ut", "fördelar"))
    result = importing.run(source, content)
    assert result.folder is not None
    assert facts.read_text("utf-8").replace("utkast: protokoll\n", "") == mine
    draft = "Mappen var inget utkast. Nu är den ändrad, och protokollet syns inte förrän ”utkast: protokoll” tas bort."
    assert draft in [one.message for one in result.problems]
    report = (content / FOLDER / "import-rapport.md").read_text("utf-8")
    assert "Oplacerade dokument: 0. Protokollet syns inte förrän ”utkast: protokoll” tas bort.\n" in report
    assert "fördelar" in (content / FOLDER / "protokoll" / "008-bidrag-2024.md").read_text("utf-8")


def published(agenda: Path, *, draft: str = "") -> Path:
    """mote.yml of the agenda, which has been read and sent."""
    facts = agenda / FOLDER / "mote.yml"
    text = facts.read_text("utf-8").replace("kallelse:\n", "kallelse:\n  publicerad: 2024-02-07\n")
    facts.write_text(text.replace("utkast: ja\n", draft and f"utkast: {draft}\n"), "utf-8")
    return facts


def draft_of(facts: Path) -> str:
    """What `utkast` says."""
    found = [line.removeprefix("utkast: ") for line in facts.read_text("utf-8").splitlines() if "utkast" in line]
    return "".join(found)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("", MINUTES, "protokoll"),
        ("", SUPPLEMENT, "tillägg"),
        ("", MINUTES.replace("PROTOKOLL", "PROTOKOLLSUTDRAG"), "protokoll"),
        ("nej", MINUTES, "protokoll"),
        ("protokoll", MINUTES, "protokoll"),
        ("protokoll", SUPPLEMENT, "protokoll och tillägg"),
        ("tillägg", MINUTES, "protokoll och tillägg"),
        ("ja", MINUTES, "ja"),
        ("ja", SUPPLEMENT, "ja"),
        ("", AGENDA.replace("Biblioteket", "Gäddan"), "ja"),
        ("protokoll", AGENDA.replace("Förslag inför", "Nya förslag till"), "ja"),
        ("", f"Tid 15:00\n{SUPPLEMENT}", "tillägg"),
    ],
)
def test_only_what_is_new_becomes_a_draft(agenda: Path, before: str, text: str, after: str) -> None:
    facts = published(agenda, draft=before)
    assert importing.run(given(agenda.parent, "nytt.txt", text), agenda).problems is not None
    assert draft_of(facts) == after


def test_what_a_supplement_tells_of_the_whole_agenda_makes_all_of_it_a_draft(tmp_path: Path) -> None:
    place = "Tid Plats\n17:00-19:00 Biblioteket\n"
    content = tmp_path / "content"
    importing.run(given(tmp_path, "kallelse.txt", AGENDA.replace(place, "")), content)
    facts = published(content)
    before = facts.read_text("utf-8")
    importing.run(given(tmp_path, "nytt.txt", SUPPLEMENT.replace("nämnden\n", f"nämnden\n{place}")), content)
    assert "plats: Biblioteket" not in before
    assert "  plats: Biblioteket\n" in facts.read_text("utf-8")
    assert draft_of(facts) == "ja"


@pytest.mark.parametrize("at", ["protokoll/008-bidrag-2024.md", "kallelse/02-bidrag-2024.md"])
def test_a_new_attachment_makes_that_a_draft_which_links_it(agenda: Path, at: str) -> None:
    minutes, budget = given(agenda.parent, "protokoll.txt", MINUTES), given(agenda.parent, "budget.xlsx", "PK")
    importing.run(minutes, agenda)
    facts = published(agenda)
    for path in (agenda / FOLDER).glob("*/*.md"):
        path.write_text(path.read_text("utf-8").replace("- Budget från föreningen\n", ""), "utf-8")
    item = agenda / FOLDER / at
    item.write_text(f"{item.read_text('utf-8')}\n## Beslutsunderlag\n- Budget\n", "utf-8")
    *_, one = import_all([minutes, budget], agenda, executor=lambda _: Here())
    assert "- [Budget](bilagor/budget.xlsx)\n" in item.read_text("utf-8")
    word, hidden = ("protokoll", "protokollet") if at.startswith("protokoll") else ("ja", "inget av mötet")
    assert draft_of(facts) == word
    told = f"Mappen var inget utkast. Nu är den ändrad, och {hidden} syns{' inte' * (word != 'ja')} förrän"
    assert [problem.message.partition(". ")[2] for problem in one.problems] == [f"{told} ”utkast: {word}” tas bort."]


def test_what_is_put_in_the_tray_makes_nothing_a_draft(agenda: Path) -> None:
    facts = published(agenda)
    before = facts.read_text("utf-8")
    sources = [agenda.parent / "kallelse.txt", given(agenda.parent, "okand.bin", "??")]
    assert [one.status for one in import_all(sources, agenda, executor=lambda _: Here())][1] is Status.TRAY
    assert facts.read_text("utf-8") == before


def test_what_the_document_no_longer_has_goes_unless_it_was_edited(tmp_path: Path) -> None:
    source = given(tmp_path, "protokoll.txt", MINUTES + "\n§ 9 Avslut\n\nBeslut\nMötet är slut.\n")
    content = tmp_path / "content"
    importing.run(source, content)
    last = content / FOLDER / "protokoll" / "009-avslut.md"
    text = last.read_text("utf-8")
    given(tmp_path, "protokoll.txt", MINUTES)
    importing.run(source, content)
    assert not last.exists()
    last.write_text(text + "Mitt.\n", "utf-8")
    given(tmp_path, "protokoll.txt", MINUTES.replace("delar ut", "fördelar"))
    importing.run(source, content)
    assert last.read_text("utf-8") == text + "Mitt.\n"


def test_separate_attachments_are_placed_and_linked(tmp_path: Path) -> None:
    content = tmp_path / "content"
    files = [given(tmp_path / "in", "protokoll.txt", MINUTES)]
    for name, data in (("Bilaga_1.png", b"\x89PNG"), ("budget från föreningen.xlsx", b"PK"), ("okand.bin", b"??")):
        (tmp_path / "in" / name).write_bytes(data)
        files.append(tmp_path / "in" / name)
    outcomes = list(import_all(files, content, executor=lambda _: Here()))
    assert [one.status for one in outcomes] == [Status.IMPORTED, Status.ATTACHED, Status.ATTACHED, Status.TRAY]
    folder = content / FOLDER
    text = (folder / "protokoll" / "008-bidrag-2024.md").read_text("utf-8")
    assert "- [Bilaga 1 Karta över anläggningar](bilagor/bilaga-1.png)" in text
    assert "- [Budget från föreningen](bilagor/budget-fran-foreningen.xlsx)" in text
    assert (folder / "oplacerat" / "okand.bin").read_bytes() == b"??"
    meeting, problems = read_meeting(folder)
    assert meeting is not None
    assert [str(one) for one in problems if one.severity == "fel"] == []
    # All of it once more changes nothing; minutes that come anew keep the links.
    before = sorted((path, path.read_bytes()) for path in content.rglob("*") if path.is_file())
    again = list(import_all(files, content, executor=lambda _: Here()))
    assert {one.status for one in again} == {Status.UNCHANGED}
    assert sorted((path, path.read_bytes()) for path in content.rglob("*") if path.is_file()) == before
    given(tmp_path / "in", "protokoll.txt", MINUTES.replace("delar ut", "fördelar"))
    (third, *_) = import_all(files[:1], content, executor=lambda _: Here())
    assert third.status is Status.IMPORTED
    text = (folder / "protokoll" / "008-bidrag-2024.md").read_text("utf-8")
    assert "fördelar" in text
    assert "](bilagor/bilaga-1.png)" in text
