"""Examples of how the open data is used. They stand on the page and in docs/oppna-data.md, and tests run them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of code that works as it stands."""

    title: str
    language: str
    """sh or python."""
    code: str
    """With {address} for the address of the site."""

    def at(self, address: str) -> str:
        """The code for a site."""
        return self.code.replace("{address}", address)


EXAMPLES: tuple[Example, ...] = (
    Example(
        "Hämta alla beslut",
        "sh",
        "curl --silent {address}oppna-data/beslut.csv | head -n 5\n",
    ),
    Example(
        "Räkna besluten efter utfall",
        "python",
        """\
import csv
from collections import Counter
from urllib.request import urlopen

text = urlopen("{address}oppna-data/beslut.csv").read().decode("utf-8-sig")
rows = list(csv.DictReader(text.splitlines()))
for outcome, count in Counter(row["utfall"] for row in rows).most_common():
    print(outcome, count)
""",
    ),
    Example(
        "Se hur partierna röstade",
        "python",
        """\
import csv
from collections import Counter
from urllib.request import urlopen

text = urlopen("{address}oppna-data/omrostningar.csv").read().decode("utf-8-sig")
rows = list(csv.DictReader(text.splitlines()))
votes = Counter((row["id"], row["parti"], row["rost"]) for row in rows)
for (vote, party, option), count in sorted(votes.items()):
    print(vote, party, option, count)
""",
    ),
    Example(
        "Gå från innehållet till varje paragraf",
        "python",
        """\
import json
from urllib.parse import urljoin
from urllib.request import urlopen


def get(address):
    with urlopen(address) as answer:
        return json.load(answer)


start = "{address}oppna-data/index.json"
for year in get(start)["years"]:
    for meeting in get(urljoin(start, year["data"]))["meetings"]:
        for paragraph in get(urljoin(start, meeting["data"]))["minutes"]:
            print(meeting["date"], meeting["body"], paragraph["number"], paragraph["title"])
""",
    ),
)
"""In the order in which they are shown. Lines of a file in CSV are split at line ends: no cell of ours holds one."""
