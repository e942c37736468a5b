"""Random archives in which every word knows whether it may be seen.

Each title, text, fact, name, file name and number holds a token of its own. While the archive is drawn, the tokens are
sorted into those that readers must see on the day, those that they must not, and those that nobody may see even in a
draft. What is public is decided here by how a thing was drawn, never by asking the code under test.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from paragraf.model import (
    Meeting,
    Organisation,
)
from paragraf.writing import organisation_text, write_meeting
from strategies.dealer import Dealer, file_bytes


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """An archive and what may be seen of it."""

    organisation: Organisation
    meetings: tuple[Meeting, ...]
    seen: frozenset[str]
    """Tokens that readers see on the day."""
    hidden: frozenset[str]
    """Tokens that they do not see on the day, but in a draft."""
    never: frozenset[str]
    """Tokens that nobody sees."""

    def __repr__(self) -> str:
        """Short: a failing test names the words that it is about."""
        return f"Drawn({', '.join(str(meeting.id) for meeting in self.meetings)})"

    def write(self, content: Path) -> None:
        """Write organisation.yml and every meeting's folder; a file's bytes are its hidden or seen token."""
        content.mkdir(parents=True, exist_ok=True)
        (content / "organisation.yml").write_text(organisation_text(self.organisation), "utf-8")
        for meeting in self.meetings:
            store = content.parent / "store" / meeting.id.path
            store.mkdir(parents=True)
            binary = {file.path: store / Path(file.path).name for file in meeting.files if not file.is_markdown}
            for path, source in binary.items():
                source.write_bytes(file_bytes(path))
            write_meeting(meeting, content / meeting.id.path, binary)
            for name in meeting.tray:
                tray = content / meeting.id.path / "oplacerat"
                tray.mkdir(exist_ok=True)
                (tray / name).write_text(f"# {name}\n", "utf-8")


@st.composite
def archives(draw: Callable[[st.SearchStrategy[Any]], Any], *, faulty: bool = False) -> Drawn:
    """Random archives; with `faulty` also files that are linked and marked as not published: an error."""
    dealer = Dealer(draw, faulty=faulty)
    organisation = dealer.organisation()
    chosen = draw(st.lists(st.sampled_from(organisation.bodies), min_size=1, max_size=4))
    meetings = tuple(dealer.meeting(body, place) for place, body in enumerate(chosen))
    tokens = dealer.tokens
    return Drawn(
        organisation=organisation,
        meetings=meetings,
        seen=frozenset(tokens.seen),
        hidden=frozenset(tokens.hidden - tokens.seen),
        never=frozenset(tokens.never),
    )
