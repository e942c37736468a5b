"""A small content folder that is right, for tests to spoil."""

from pathlib import Path

from paragraf.reading import read_content

MEETING = "san/2023-04-26"
GOOD = {
    "organisation.yml": "namn: Provköping\norgan:\n  - kod: SAN\n    namn: Socialnämnden\n",
    f"{MEETING}/mote.yml": "organ: SAN\ndatum: 2023-04-26\n",
    f"{MEETING}/protokoll/045-avgifter.md": "# § 45 Avgifter\n\n## Beslut\nNämnden antar taxan.\n",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A content folder: the good one, with files added or put in place of its own."""
    for name, content in {**GOOD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def messages(folder: Path) -> list[str]:
    return [str(problem) for problem in read_content(folder).problems]


MOTE = f"{MEETING}/mote.yml"
HEAD = "organ: SAN\ndatum: 2023-04-26\n"
ITEM = f"{MEETING}/protokoll/045-avgifter.md"
