"""The parts of compound words, by which they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paragraf.pages.compounds import parts, words

KNOWN = words(["service nämnden arbete skola skjuts kommun budget uppföljning lägenheten marknaden arbetsmarknad"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Servicelägenheter", ("lägenheter", "service")),
        ("budgetuppföljning", ("budget", "uppföljning")),
        ("arbetsmarknadsnämnden", ("arbete", "arbetsmarknad", "marknad", "marknadsnämnden", "nämnden")),
        ("skolskjuts", ("skjuts", "skola")),
        ("förvaltningslägenheten", ("lägenheten",)),
        # An ending is no part.
        ("kommunens kommunernas kommunalt", ()),
        # Too short to be sure of, or nothing known in it.
        ("kommunval teaterföreställning", ()),
        # What the text says itself need not be said again.
        ("Servicelägenheter är lägenheter med service", ()),
    ],
)
def test_parts(text: str, found: tuple[str, ...]) -> None:
    assert parts(text, KNOWN | words([text])) == found


@given(st.text(alphabet="abcdeåäös ", max_size=60), st.text(alphabet="abcdeåäös ", max_size=60))
def test_every_part_stands_in_the_text_but_for_a_lost_letter(text: str, other: str) -> None:
    found = parts(text, words((text, other)))
    assert list(found) == sorted(set(found))
    assert all(part in text or part[:-1] in text for part in found)
