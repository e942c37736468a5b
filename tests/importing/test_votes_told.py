"""Votes by name that sentences tell: who voted how, and what of the lines tells something else."""

import pytest

from paragraf.importing.document import LaidLine, Line
from paragraf.importing.flow import measure
from paragraf.importing.rollcall import RollCall
from paragraf.importing.votes import find_roll_call


def call_of(text: str) -> RollCall | None:
    lines = [LaidLine(line=Line(number=at, text=one.strip())) for at, one in enumerate(text.split("\n"), 1)]
    return find_roll_call(lines, measure(line.line for line in lines))


ALL = {"Bo Ek (S)": "ja", "Eva Al (ÖL)": "ja", "Lo By (M)": "nej"}
SENTENCES = (
    "Bo Ek (S) och Eva Al (ÖL) röstar ja (2). Lo By (M) röstar nej (1).",
    "Ja röstar Bo Ek (S) och Eva Al (ÖL). Nej röstar Lo By (M).",
    "Ja röstade: Bo Ek (S), Eva Al (ÖL)\nNej röstade: Lo By (M)",
    "Vid omröstningen röstar följande ledamöter ja: Bo Ek (S) och Eva\nAl (ÖL). Följande röstar nej: Lo By (M).",
    "Följande röstade ja: Bo Ek (S), Eva Al (ÖL).\n\nFöljande röstade nej: Lo By (M).",
    "Ja-röst har avgetts av Bo Ek (S) och Eva Al (ÖL). Nej-röst har avgetts av Lo By (M).",
    "Bo Ek (S) tjg. för Siv Lo (S) och Eva Al (ÖL) röstar ja, medan Lo By (M) röstar nej.",
    "Ja röstar ledamöterna Bo Ek (S) och Eva Al (ÖL) samt nej röstar ordföranden Lo By (M).",
    "Ledamot Parti Röst\nBo Ek S Ja\nEva Al ÖL Ja\nLo By M Nej",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_who_voted_how_by_sentences(text: str) -> None:
    call = call_of(text)
    assert call is not None
    assert dict(call.ballots) == ALL


def test_what_a_line_tells_beside_the_vote_is_kept() -> None:
    call = call_of(
        "Votering begärs. Ja röstar Bo Ek (S) och Eva Al (ÖL).\nNej röstar Lo By (M). Nämnden avslår yrkandet."
    )
    assert call is not None
    assert dict(call.ballots) == ALL
    assert (call.before, call.after) == ("Votering begärs.", "Nämnden avslår yrkandet.")


GROUPS = (
    "Ledamöterna för S och V röstar nej.",
    "Socialdemokraterna och Vänsterpartiet röstar ja. Moderaterna röstar nej.",
    "Med 7 ja-röster mot 4 nej-röster beslutar nämnden att avslå.",
)


@pytest.mark.parametrize("text", GROUPS)
def test_votes_of_parties_name_nobody(text: str) -> None:
    assert call_of(text) is None
