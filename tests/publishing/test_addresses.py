"""adresser.yml: what moves, what is withdrawn, and how the file is read and written."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.publishing.addresses import ENOUGH, FILE, LARGEST, Address, may_be_recorded, merge, read, write

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 1)
OLD, NEW = "san/2026-04-26/p45/", "san/2026-04-27/p45/"
KEY = "§ SAN 45/2026"


def test_what_stays_keeps_its_first_day() -> None:
    first = merge((), {OLD: KEY, "": "start"}, MAY)
    assert first == (Address(path="", key="start", since=MAY), Address(path=OLD, key=KEY, since=MAY))
    assert merge(first, {OLD: KEY, "": "start"}, JUNE) == first


def test_what_moves_leads_on_also_in_two_steps() -> None:
    third = "san/2026-04-28/p45/"
    addresses = merge(merge(merge((), {OLD: KEY}, MAY), {NEW: KEY}, JUNE), {third: KEY}, JULY)
    assert addresses == (
        Address(path=OLD, key=KEY, since=MAY, moved_to=third),
        Address(path=NEW, key=KEY, since=JUNE, moved_to=third),
        Address(path=third, key=KEY, since=JULY),
    )


def test_what_is_withdrawn_keeps_the_day_and_can_come_back() -> None:
    gone = merge(merge((), {OLD: KEY}, MAY), {}, JUNE)
    assert gone == (Address(path=OLD, key=KEY, since=MAY, withdrawn=JUNE),)
    assert merge(gone, {}, JULY) == gone
    assert merge(gone, {OLD: KEY}, JULY) == (Address(path=OLD, key=KEY, since=MAY),)
    assert merge(gone, {NEW: KEY}, JULY)[0] == Address(path=OLD, key=KEY, since=MAY, moved_to=NEW)


def test_what_had_moved_and_is_then_withdrawn_is_withdrawn_everywhere() -> None:
    addresses = merge(merge(merge((), {OLD: KEY}, MAY), {NEW: KEY}, JUNE), {}, JULY)
    assert addresses == (
        Address(path=OLD, key=KEY, since=MAY, withdrawn=JULY),
        Address(path=NEW, key=KEY, since=JUNE, withdrawn=JULY),
    )


def test_an_address_that_gets_another_content_is_public() -> None:
    addresses = merge(merge((), {OLD: KEY}, MAY), {OLD: "§ SAN 46/2026", NEW: KEY}, JUNE)
    assert addresses == (
        Address(path=OLD, key="§ SAN 46/2026", since=MAY),
        Address(path=NEW, key=KEY, since=JUNE),
    )


@pytest.mark.parametrize(
    ("draft", "day", "recorded"), [(False, MAY, True), (True, MAY, False), (False, JUNE, False), (True, JUNE, False)]
)
def test_drafts_and_other_days_leave_no_trace(draft: bool, day: date, recorded: bool) -> None:
    assert may_be_recorded(draft=draft, date=day, today=MAY) is recorded


def test_the_file_is_sorted_groups_of_lines(tmp_path: Path) -> None:
    may = merge((), {OLD: KEY, "": "start", "arenden/26-san-1/": "dnr 26/SAN/1"}, MAY)
    addresses = merge(may, {"": "start", NEW: KEY}, JUNE)
    assert write(tmp_path, addresses)
    assert (tmp_path / FILE).read_text("utf-8") == (
        "# Alla adresser som har varit publika. Paragraf skriver filen efter varje publicering.\n"
        "# En rad som tas bort här gör adressen död: gör det bara när något i själva adressen inte får synas.\n"
        "/:\n"
        "  nyckel: start\n"
        "  sedan: 2026-05-04\n"
        "/arenden/26-san-1/:\n"
        "  nyckel: dnr 26/SAN/1\n"
        "  sedan: 2026-05-04\n"
        "  återkallad: 2026-06-01\n"
        "/san/2026-04-26/p45/:\n"
        "  nyckel: § SAN 45/2026\n"
        "  sedan: 2026-05-04\n"
        "  flyttad till: /san/2026-04-27/p45/\n"
        "/san/2026-04-27/p45/:\n"
        "  nyckel: § SAN 45/2026\n"
        "  sedan: 2026-06-01\n"
    )
    assert read(tmp_path) == (addresses, ())


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    addresses = merge((), {OLD: KEY}, MAY)
    assert write(tmp_path, addresses)
    assert not write(tmp_path, addresses)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), ())


def test_windows_line_ends_and_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbf/san/:\r\n  nyckel: organ SAN\r\n  sedan: 2026-05-04\r\n")
    assert read(tmp_path) == ((Address(path="san/", key="organ SAN", since=MAY),), ())


def test_every_fault_has_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "  nyckel: herrelös\n"
        "/san/:\n"
        "  nyckel: organ SAN\n"
        "  sedan: 2026-02-30\n"
        "/san/../../etc/:\n"
        "  nykel: x\n"
        "  sedan: 20260501\n"
        "/ks/:\n"
        "  nyckel: organ KS\n"
        "  nyckel: organ KSAU\n"
        "  sedan: 2026-05-04\n"
        "  flyttad till: //tredje.example/\n"
        "  återkallad: 2026-05-04\n"
        "<<<<<<< HEAD\n"
        "/kf/:\n"
        "  nyckel: organ KF\n"
        "  sedan: 2026-05-04\n"
        "/kf/:\n"
        "  nyckel: organ KF\n"
        "  sedan: 2026-05-04\n",
        "utf-8",
    )
    addresses, problems = read(tmp_path)
    assert addresses == (Address(path="kf/", key="organ KF", since=MAY),)
    assert [str(problem) for problem in problems] == [
        "adresser.yml:1: fel [adresser] Raden ”nyckel: herrelös” går inte att förstå. "
        "Ta tillbaka filen som den var; programmet skriver den.",
        "adresser.yml:4: fel [adresser] ”2026-02-30” är inget datum. Skriv som 2026-05-31.",
        "adresser.yml:5: fel [adresser] ”/san/../../etc/” är ingen adress på webbplatsen. Skriv som /san/2026/.",
        "adresser.yml:6: fel [adresser] ”nykel” är okänt här. Menade du ”nyckel”?",
        "adresser.yml:5: fel [adresser] Adressen ”/san/../../etc/” saknar ”nyckel”.",
        "adresser.yml:7: fel [adresser] ”20260501” är inget datum. Skriv som 2026-05-31.",
        "adresser.yml:10: fel [adresser] ”nyckel” står två gånger för samma adress.",
        "adresser.yml:14: fel [adresser] Raden ”<<<<<<< HEAD” går inte att förstå. "
        "Två ändringar har krockat i git: behåll raderna från båda, i bokstavsordning.",
        "adresser.yml:8: fel [adresser] Adressen ”/ks/” kan inte vara både flyttad och återkallad.",
        "adresser.yml:12: fel [adresser] ”//tredje.example/” är ingen adress på webbplatsen. Skriv som /san/2026/.",
        "adresser.yml:18: fel [adresser] Adressen ”/kf/” står två gånger. Behåll en av dem.",
    ]


def test_other_encodings_are_told_with_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes("/san/:\n  nyckel: organ Önnby\n".encode("latin-1"))
    addresses, problems = read(tmp_path)
    assert addresses == ()
    assert [str(problem) for problem in problems] == ["adresser.yml:2: fel [adresser] Filen är inte UTF-8."]


PARTS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True)
PATHS = st.lists(PARTS, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))
KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1)
STATES = st.dictionaries(PATHS, KEYS, max_size=6)


@given(st.lists(STATES, max_size=4))
def test_no_address_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]]) -> None:
    addresses: tuple[Address, ...] = ()
    folder = tmp_path_factory.mktemp("content")
    for month, current in enumerate(states, 1):
        addresses = merge(addresses, current, date(2026, month, 1))
        write(folder, addresses)
        addresses, problems = read(folder)
        assert problems == ()
    assert {address.path for address in addresses} == {path for current in states for path in current}
    for address in addresses:
        assert address.is_public == (address.path in states[-1])
        if address.moved_to is not None:
            assert states[-1][address.moved_to] == address.key
        elif not address.is_public:
            assert address.key not in states[-1].values()


def test_a_folder_a_link_and_a_pipe_are_no_file_of_addresses(tmp_path: Path) -> None:
    advice = "Ta tillbaka filen som den var; programmet skriver den."
    file = tmp_path / FILE
    file.mkdir()
    assert [str(one) for one in read(tmp_path)[1]] == [f"adresser.yml: fel [adresser] Filen är en mapp. {advice}"]
    file.rmdir()
    os.mkfifo(file)
    told = f"adresser.yml: fel [adresser] Filen är ingen vanlig fil. {advice}"
    assert [str(one) for one in read(tmp_path)[1]] == [told]
    file.unlink()
    file.symlink_to("/dev/zero")
    told = f"adresser.yml: fel [adresser] Filen är en symbolisk länk, som inte läses. {advice}"
    assert [str(one) for one in read(tmp_path)[1]] == [told]


def test_a_file_of_nonsense_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("b: *a\n" * 100_000, "utf-8")
    addresses, problems = read(tmp_path)
    assert addresses == ()
    assert len(problems) == ENOUGH


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(LARGEST + 1)
    told = (
        "adresser.yml: fel [adresser] Filen är större än 50 MB. Ta tillbaka filen som den var; programmet skriver den."
    )
    assert [str(one) for one in read(tmp_path)[1]] == [told]
