"""How the tests of what a matter says write agendas and minutes."""

from collections.abc import Callable

from paragraf.pages import Page

Pages = Callable[..., dict[str, Page]]
AGENDA = "san/2023-04-26/kallelse/"
MINUTES = "san/2023-04-26/protokoll/"


def item(sign: str, title: str, decided: str = "", number: str = "23/SAN/1") -> str:
    """An agenda item, or a § with its decision."""
    text = f"# {sign} {title}\n\nDiarienummer: {number}\n"
    return f"{text}\n## Beslut\n{decided}\n" if decided else text


def ballots(*votes: str) -> str:
    rows = "\n".join(f"| N{number} Exempel ({vote[0]}) | {vote[1:]} |" for number, vote in enumerate(votes))
    return f"# § 45 A\n\n## Omröstning\nJa: bygga\nNej: vänta\n\n| Ledamot | Röst |\n|---|---|\n{rows}\n"
