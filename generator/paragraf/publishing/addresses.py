"""adresser.yml: every address that has been public, so that none of them ever dies.

What moves leaves a redirect, what is withdrawn leaves a stub. A key tells what a page is about, whatever its address:
`§ SAN 45/2023`, `dnr 23/SAN/115`. When the same key turns up at another address, the thing has moved.

The file is one group of lines for each address, sorted, so that two people's changes merge. The program writes it in
one fixed form, which is YAML, and reads that form alone: fast, and a slip of the hand never loses an address.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paragraf.archive import Archive
from paragraf.problems import Problem, did_you_mean, why_not_written
from paragraf.reading.files import opened, reason
from paragraf.reading.report import short

FILE = "adresser.yml"
LARGEST = 50_000_000
"""Bytes that are read of the file: some 400,000 addresses."""
ENOUGH = 50
"""Faults after which the rest of the file is not worth reading."""
_INTRODUCTION = (
    "# Alla adresser som har varit publika. Paragraf skriver filen efter varje publicering.\n"
    "# En rad som tas bort här gör adressen död: gör det bara när något i själva adressen inte får synas.\n"
)
_PATH = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._-]+/)*")
_ENTRY = re.compile(r"(\S.*):")
_FACT = re.compile(r"  ([^:]+): (.+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEY, _SINCE, _MOVED, _WITHDRAWN = "nyckel", "sedan", "flyttad till", "återkallad"
_FACTS = (_KEY, _SINCE, _MOVED, _WITHDRAWN)


@dataclass(frozen=True, order=True, kw_only=True, slots=True)
class Address:
    """One address that has been public: still so, moved, or withdrawn."""

    path: str
    """From the root of the site, "" or ending in a slash: san/2023-04-26/p45/."""
    key: str
    """What the page is about, the same wherever it moves: § SAN 45/2023."""
    since: date
    """The first day that it was public."""
    moved_to: str | None = None
    """The address where the same thing is now."""
    withdrawn: date | None = None
    """The first day that nothing with the key was public any more."""

    @property
    def is_public(self) -> bool:
        """Whether the page itself is there."""
        return self.moved_to is None and self.withdrawn is None


def merge(old: Iterable[Address], current: Mapping[str, str], on: date) -> tuple[Address, ...]:
    """What is to be remembered of all old addresses when `current` (path -> key) is public on a day, sorted by path."""
    known = {address.path: address for address in old}
    homes: dict[str, str] = {}
    for path in sorted(current):
        homes.setdefault(current[path], path)
    merged = [
        Address(path=path, key=key, since=known[path].since if path in known else on) for path, key in current.items()
    ]
    for path, address in known.items():
        if path not in current:
            moved_to = homes.get(address.key)
            withdrawn = None if moved_to is not None else address.withdrawn or on
            merged.append(
                Address(path=path, key=address.key, since=address.since, moved_to=moved_to, withdrawn=withdrawn)
            )
    return tuple(sorted(merged, key=lambda address: address.path))


def hidden(whole: Archive, public: Archive) -> frozenset[str]:
    """Addresses that tell a title or the name of a file that is written in the content and is not public.

    There nothing is left, not even a stub. They are remembered all the same, and come back with what they name.
    """
    items = {ref.path for ref, one in whole.item_by_ref.items() if one.item.number is None}
    files = {one.path for one in whole.attachments.values()}
    known = {ref.path for ref in public.item_by_ref} | {one.path for one in public.attachments.values()}
    return frozenset(f"{path}/" for path in (items | files) - known)


def record(content: Path, current: Mapping[str, str], on: date) -> tuple[Problem, ...]:
    """Write down what is public on a day; what could not be written, and why.

    The file is read anew: its author may have taken an address away while the site was built.
    """
    remembered, problems = read(content)
    try:
        if not problems:
            write(content, merge(remembered, current, on))
    except OSError as error:
        message = f"Webbplatsen är publicerad, men filen går inte att skriva: {why_not_written(error)}."
        return (_problem(0, message, "Rätta det och bygg igen, annars glöms adresserna."),)
    return problems


def may_be_recorded(*, draft: bool, date: date, today: date) -> bool:
    """Whether a build makes addresses public for good: never a draft or a build for another day than today."""
    return not draft and date == today


def write(content: Path, addresses: Iterable[Address]) -> bool:
    """Write adresser.yml in one step, if it is to say anything new; True when it was written."""
    text = _INTRODUCTION + "".join(_lines(address) for address in sorted(addresses, key=lambda address: address.path))
    file = content / FILE
    if file.is_file() and file.read_bytes() == text.encode():
        return False
    handle, name = tempfile.mkstemp(prefix=f".{FILE}.", dir=content)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        temporary.chmod(file.stat().st_mode if file.is_file() else 0o644)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def read(content: Path) -> tuple[tuple[Address, ...], tuple[Problem, ...]]:
    """The addresses of a content folder, and what is wrong in the file; no file means that nothing was public yet."""
    try:
        with opened(content / FILE) as file:
            data = file.read(LARGEST + 1)
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        return (), ()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return (), (_problem(line, "Filen är inte UTF-8."),)
    except OSError as error:
        return (), (_problem(0, f"Filen {reason(error)}.", "Ta tillbaka filen som den var; programmet skriver den."),)
    if len(data) > LARGEST:
        return (), (_problem(0, f"Filen är större än {LARGEST // 1_000_000} MB.", _suggestion("")),)
    addresses: dict[str, Address] = {}
    problems: list[Problem] = []
    for line, path, facts in _groups(text, problems):
        if path.removeprefix("/") in addresses:
            problems.append(_problem(line, f"Adressen ”{path}” står två gånger.", "Behåll en av dem."))
        elif address := _address(line, path, facts, problems):
            addresses[address.path] = address
    return tuple(sorted(addresses.values(), key=lambda address: address.path)), tuple(problems)


def _lines(address: Address) -> str:
    facts = {
        _KEY: address.key,
        _SINCE: address.since.isoformat(),
        _MOVED: None if address.moved_to is None else f"/{address.moved_to}",
        _WITHDRAWN: address.withdrawn and address.withdrawn.isoformat(),
    }
    return f"/{address.path}:\n" + "".join(f"  {name}: {value}\n" for name, value in facts.items() if value is not None)


Facts = dict[str, tuple[int, str]]


def _groups(text: str, problems: list[Problem]) -> Iterator[tuple[int, str, Facts]]:
    """Line, address and facts (name -> line and value) of each group; other lines become problems."""
    group: tuple[int, str, Facts] | None = None
    lines = (line.removesuffix("\r") for line in text.split("\n"))
    for number, line in enumerate(lines, 1):
        if len(problems) >= ENOUGH:
            return
        if not line.strip() or line.startswith("#"):
            continue
        if entry := _ENTRY.fullmatch(line):
            if group:
                yield group
            group = (number, entry[1], {})
        elif (fact := _FACT.fullmatch(line)) and group:
            if fact[1] in group[2]:
                problems.append(_problem(number, f"”{fact[1]}” står två gånger för samma adress."))
            group[2][fact[1]] = (number, fact[2])
        else:
            problems.append(_problem(number, f"Raden ”{short(line)}” går inte att förstå.", _suggestion(line)))
    if group:
        yield group


def _address(line: int, path: str, facts: Facts, problems: list[Problem]) -> Address | None:
    """An address from its lines; None, and a problem for each thing that is wrong."""
    before = len(problems)
    _check_path(line, path, problems)
    for name, (at, _) in facts.items():
        if name not in _FACTS:
            problems.append(_problem(at, f"”{name}” är okänt här.", did_you_mean(name, _FACTS)))
    for name in (_KEY, _SINCE):
        if name not in facts:
            problems.append(_problem(line, f"Adressen ”{path}” saknar ”{name}”."))
    if _MOVED in facts and _WITHDRAWN in facts:
        problems.append(_problem(line, f"Adressen ”{path}” kan inte vara både flyttad och återkallad."))
    since = _date(facts.get(_SINCE), problems)
    withdrawn = _date(facts.get(_WITHDRAWN), problems)
    at, moved_to = facts.get(_MOVED, (0, None))
    if moved_to is not None:
        _check_path(at, moved_to, problems)
        moved_to = moved_to.removeprefix("/")
    if since is None or len(problems) > before:
        return None
    return Address(path=path.removeprefix("/"), key=facts[_KEY][1], since=since, moved_to=moved_to, withdrawn=withdrawn)


def _check_path(line: int, path: str, problems: list[Problem]) -> None:
    if not _PATH.fullmatch(path):
        problems.append(_problem(line, f"”{short(path)}” är ingen adress på webbplatsen.", "Skriv som /san/2026/."))


def _date(fact: tuple[int, str] | None, problems: list[Problem]) -> date | None:
    if fact is None:
        return None
    try:
        if _DAY.fullmatch(fact[1]):
            return date.fromisoformat(fact[1])
    except ValueError:
        pass
    problems.append(_problem(fact[0], f"”{fact[1]}” är inget datum.", "Skriv som 2026-05-31."))
    return None


def _suggestion(line: str) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "Två ändringar har krockat i git: behåll raderna från båda, i bokstavsordning."
    return "Ta tillbaka filen som den var; programmet skriver den."


def _problem(line: int, message: str, suggestion: str = "") -> Problem:
    return Problem(path=FILE, line=line, code="adresser", message=message, suggestion=suggestion)
