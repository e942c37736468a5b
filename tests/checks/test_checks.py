"""Rules over the whole content. Most messages stand in tests/bad/problems.txt; here is what must not be told."""

from pathlib import Path

import pytest

from paragraf import archive, checks
from paragraf.reading import read_content

ORGANISATION = """namn: Provköping
publiceras från: 2020-01-01
skyddade personer:
  - namn: Hedda Prov
    alias: en ledamot
partier:
  - kod: S
    namn: Socialdemokraterna
organ:
  - kod: KF
    namn: Kommunfullmäktige
    slag: fullmäktige
  - kod: DOLD
    namn: Dolda nämnden
    publiceras: nej
"""
HEAD = "organ: KF\ndatum: 2023-04-26\n"
ADJUSTED = HEAD + "justering:\n  - justerat: 2023-05-03\n    anslaget: 2023-05-05\n    nedtaget: 2023-05-27\n"
NUMBER = "Född 19121212-1212."
NAMED = "Hedda Provs yrkande."


def messages(folder: Path, files: dict[str, str], pages: dict[str, str] | None = None) -> list[str]:
    """What the rules find in a content folder with one meeting of KF."""
    texts = {"organisation.yml": ORGANISATION, "kf/2023-04-26/mote.yml": ADJUSTED}
    texts |= {name if name.count("/") > 1 else f"kf/2023-04-26/{name}": text for name, text in files.items()}
    texts |= {f"sidor/{name}": text for name, text in (pages or {}).items()}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    content = read_content(folder)
    assert [str(problem) for problem in content.problems] == []
    return [
        str(problem) for problem in checks.run(archive.build(content.organisation, content.meetings), content.pages)
    ]


FOUND = "Här står ett personnummer eller samordningsnummer. Ta bort numret."
PUBLIC = "protokoll/045-a.md"


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({PUBLIC: f"# § 45 A\n\n\nText.\n{NUMBER}\n"}, "kf/2023-04-26/protokoll/045-a.md:5"),
        ({PUBLIC: f"# § 45 {NUMBER}\n\nPublicering: rubrik (26 kap. 1 § OSL)\n"}, "kf/2023-04-26/protokoll/045-a.md:1"),
        ({PUBLIC: f"# § 45 A\n\nFöredragande: Jo, {NUMBER}\n"}, "kf/2023-04-26/protokoll/045-a.md"),
        ({PUBLIC: f"# § 45 A\n\n## Beslut\n\nEtt.\n\n- {NUMBER}\n"}, "kf/2023-04-26/protokoll/045-a.md:7"),
        (
            {PUBLIC: "# § 45 A\n\nSe [b](bilagor/b.md).\n", "bilagor/b.md": f"# B\n{NUMBER}\n"},
            "kf/2023-04-26/bilagor/b.md:2",
        ),
        ({"mote.yml": f'{ADJUSTED}plats: "{NUMBER}"\n'}, "kf/2023-04-26/mote.yml"),
        (
            {PUBLIC: "# § 45 A\n\nBilaga: [B](bilagor/b.md)\n", "bilagor/b.md": f"# B\n\nEtt.\n\n{NUMBER}\n"},
            "kf/2023-04-26/bilagor/b.md:5",
        ),
        (
            {PUBLIC: "# § 45 A\n\nBilaga: [B](bilagor/191212121212.pdf)\n", "bilagor/191212121212.pdf": ""},
            "kf/2023-04-26/bilagor/191212121212.pdf",
        ),
    ],
)
def test_personal_numbers_wherever_they_stand(tmp_path: Path, files: dict[str, str], line: str) -> None:
    assert messages(tmp_path, files) == [f"{line}: fel [personnummer] {FOUND}"]


@pytest.mark.parametrize(
    "files",
    [
        {PUBLIC: f"# § 45 {NUMBER}\n\nPublicering: ingen (26 kap. 1 § OSL)\n"},
        {PUBLIC: f"# § 45 A\n\nPublicering: rubrik (26 kap. 1 § OSL)\n\n{NUMBER}\n\n{NAMED}\n"},
        {PUBLIC: f"# § 45 A\n\nÅterkallad: 2023-06-01, personuppgifter\n\n{NUMBER}\n"},
        {
            PUBLIC: f"# § 45 {NAMED}\n",
            "mote.yml": f"{ADJUSTED}ej på webben:\n  - paragrafer: 45\n    skäl: individärende\n",
        },
        {"dold/2023-04-26/mote.yml": f'organ: DOLD\ndatum: 2023-04-26\nplats: "{NUMBER}"\n'},
        {"kf/2019-12-18/mote.yml": f'organ: KF\ndatum: 2019-12-18\nplats: "{NUMBER}"\n'},
    ],
)
def test_what_is_never_public_may_hold_them(tmp_path: Path, files: dict[str, str]) -> None:
    assert messages(tmp_path, files) == []


def test_in_a_draft_they_only_warn(tmp_path: Path) -> None:
    files = {"mote.yml": f"{ADJUSTED}utkast: ja\n", PUBLIC: f"# § 45 A\n\n{NUMBER}\n\n{NAMED}\n"}
    assert [one.split("]")[0] for one in messages(tmp_path, files)] == [
        "kf/2023-04-26/protokoll/045-a.md:3: varning [personnummer",
        "kf/2023-04-26/protokoll/045-a.md:5: varning [skyddat-namn",
    ]


def test_where_only_a_part_is_a_draft_they_only_warn_there(tmp_path: Path) -> None:
    linked = "\n\nBilaga: [A](bilagor/a.md)\n\n"
    files = {
        "mote.yml": f"{ADJUSTED}plats: Sal {NUMBER}\nutkast: UTKAST\nkallelse:\n  plats: Rum {NUMBER}\n",
        PUBLIC: f"# § 45 A{linked}{NUMBER}\n",
        "bilagor/a.md": f"# A\n\n{NUMBER}\n",
        "kallelse/01-b.md": f"# Punkt 1 B\n\n{NUMBER}\n",
        "kallelse/02-c.md": f"# Punkt 2 C\n\nTillagd: 2023-04-20\n\n{NUMBER}\n",
    }
    found = {
        words: {
            one.split(":")[0].removeprefix("kf/2023-04-26/")
            for one in messages(tmp_path, files | {"mote.yml": files["mote.yml"].replace("UTKAST", words)})
            if "varning [personnummer" in one
        }
        for words in ("nej", "protokoll", "tillägg", "protokoll och tillägg")
    }
    held = {"mote.yml", "protokoll/045-a.md", "bilagor/a.md"}
    assert found == {
        "nej": set(),
        "protokoll": held,
        "tillägg": {"kallelse/02-c.md"},
        "protokoll och tillägg": {*held, "kallelse/02-c.md"},
    }


def test_in_organisation(tmp_path: Path) -> None:
    (tmp_path / "organisation.yml").write_text(f'namn: Prov\nordlista:\n  AB: "{NUMBER}"\n', "utf-8")
    content = read_content(tmp_path)
    found = checks.run(archive.build(content.organisation, content.meetings))
    assert [str(one) for one in found] == [f"organisation.yml: fel [personnummer] {FOUND}"]


NAME = "fel [skyddat-namn] Här nämns en skyddad person vid namn. Skriv personens alias."


def test_protected_names_in_text(tmp_path: Path) -> None:
    files = {
        PUBLIC: f"# § 45 A\n\nEtt.\n\n## Reservation\n\nTvå.\n{NAMED}\nPROV, Hedda\n\nHedda\nProv\n",
        "protokoll/046-b.md": "# § 46 Avsägelse från Hedda Prov\n\nBilaga: [B](bilagor/hedda-prov.pdf)\n",
        "bilagor/hedda-prov.pdf": "",
    }
    pages = {"om.md": "---\ntitel: Om\n---\n# Om\n\nFråga Hedda Prov.\n"}
    assert messages(tmp_path, files, pages) == [
        f"kf/2023-04-26/bilagor/hedda-prov.pdf: {NAME}",
        f"kf/2023-04-26/protokoll/045-a.md:8: {NAME}",
        f"kf/2023-04-26/protokoll/045-a.md:9: {NAME}",
        f"kf/2023-04-26/protokoll/046-b.md:1: {NAME}",
        f"sidor/om.md:6: {NAME}",
    ]


def test_a_protected_name_broken_over_two_lines(tmp_path: Path) -> None:
    assert messages(tmp_path, {PUBLIC: "# § 45 A\n\nEtt.\nSagt av Hedda\nProv.\n"}) == [
        f"kf/2023-04-26/protokoll/045-a.md:4: {NAME}"
    ]


def test_names_in_fields_for_names_are_replaced_and_no_problem(tmp_path: Path) -> None:
    attendance = "närvaro:\n  beslutande:\n    - Hedda Prov (S)\n    - Siv Exempel (S)\n"
    vote = "Ja: bifall\nNej: avslag\n\n| Ledamot | Röst |\n|---|---|\n| Hedda Prov (S) | ja |\n| Siv Exempel | nej |"
    item = f"# § 45 A\n\nFöredragande: Hedda Prov\n\n## Omröstning\n{vote}\n\nMed 1 ja-röst mot 1 nej-röst.\n"
    assert messages(tmp_path, {"mote.yml": ADJUSTED + attendance, PUBLIC: item}) == []


def test_votes_of_those_who_served_only_on_some(tmp_path: Path) -> None:
    attendance = (
        "närvaro:\n  beslutande:\n    - Siv Exempel (S), ej § 45\n    - Bo Exempel (S), § 44–45\n"
        "  ej tjänstgörande ersättare:\n    - Ann Exempel (S)\n  övriga:\n    - Jo Exempel\n"
    )
    rows = "| Siv Exempel (S) | jäv |\n| Bo  exempel | ja |\n| Ann Exempel (S) | nej |\n| Jo Exempel | avstår |"
    item = f"# § 45 A\n\n## Omröstning\nJa: bifall\nNej: avslag\n\n| Ledamot | Röst |\n|---|---|\n{rows}\n"
    start = "# § 44 Start\n"
    assert messages(tmp_path, {"mote.yml": ADJUSTED + attendance, PUBLIC: item, "protokoll/044-s.md": start}) == [
        "kf/2023-04-26/protokoll/045-a.md:3: varning [röst-utan-tjänst] "
        f"{name} röstade, men tjänstgjorde inte på § 45 enligt mote.yml."
        for name in ("Ann Exempel", "Jo Exempel")
    ]


def test_days_that_are_kept(tmp_path: Path) -> None:
    on_time = "kallelse:\n  publicerad: 2023-04-19\njustering:\n  - justerat: 2023-05-10\n    anslaget: 2023-05-12\n"
    assert messages(tmp_path, {"mote.yml": HEAD + on_time}) == []


def test_a_meeting_that_was_moved(tmp_path: Path) -> None:
    files = {
        "mote.yml": HEAD + "flyttat till: 2023-05-03\n",
        "kf/2023-05-03/mote.yml": "organ: KF\ndatum: 2023-05-03\n",
    }
    assert messages(tmp_path, files) == []


def test_files_that_are_named(tmp_path: Path) -> None:
    files = {
        "mote.yml": ADJUSTED + "original: bilagor/o.pdf\n",
        PUBLIC: "# § 45 A\n\nSe [k](bilagor/k.pdf).\n\n## Bilagor\n- [B](bilagor/b.pdf)\n",
        **{f"bilagor/{name}.pdf": name for name in "okbx"},
    }
    assert messages(tmp_path, files) == [
        "kf/2023-04-26/bilagor/x.pdf: upplysning [bilaga-utan-hänvisning] Ingen punkt eller paragraf hänvisar till "
        "filen, så den publiceras inte. Länka till den, eller ta bort den."
    ]


def test_a_waiver_turns_a_warning_into_an_upplysning(tmp_path: Path) -> None:
    waiver = "Undantag: rösträkning, Kim Exempel, 2023-05-10, så står det i originalet"
    vote = "Ja: bifall\nNej: avslag\n\n| Ledamot | Röst |\n|---|---|\n| Siv Exempel | ja |\n\n5 ja mot 2 nej."
    assert messages(tmp_path, {PUBLIC: f"# § 45 A\n\n{waiver}\n\n## Omröstning\n{vote}\n"}) == [
        "kf/2023-04-26/protokoll/045-a.md:13: upplysning [rösträkning] Texten säger 5 ja och 2 nej, "
        "men tabellen har 1 ja och 0 nej. Undantag av Kim Exempel 2023-05-10: så står det i originalet."
    ]


def test_every_rule_says_what_must_hold() -> None:
    assert [rule.__name__ for rule in checks.RULES if not (rule.__doc__ or "").strip().endswith(".")] == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (HEAD, True),
        (HEAD + "utkast: protokoll\n", True),
        (HEAD + "utkast: ja\n", False),
        (HEAD + "kallelse:\n  publicerad: 2023-04-12\n", False),
        (HEAD + "inställt:\n  datum: 2023-04-20\n  skäl: för få ärenden\n", False),
    ],
)
def test_an_agenda_that_nobody_will_see_is_told(tmp_path: Path, facts: str, told: bool) -> None:
    found = messages(tmp_path, {"kallelse/01-a.md": "# Punkt 1 A\n", "mote.yml": facts})
    assert any("[kallelse-utan-dag]" in one for one in found) is told
