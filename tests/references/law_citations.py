"""Random citations of law in every form in which minutes write them."""

from hypothesis import strategies as st

ABBREVIATIONS = st.sampled_from(
    ["SoL", "LSS", "LVU", "LVM", "KL", "FL", "OSL", "PBL", "MB", "MBL", "HSL", "SkolL", "BFL", "BfL", "AL", "TF", "JB"]
)
NAMES = st.sampled_from(
    [
        "socialtjänstlagen",
        "kommunallagen",
        "plan- och bygglagen",
        "hälso- och sjukvårdslagen",
        "miljöbalken",
        "skollagen (2010:800)",
        "lagen (2002:445) om medling",
        "lagen om offentlig upphandling",
        "socialtjänstlagen (2001:453), SoL",
        "socialtjänstförordningen",
        "den gamla brunnslagen",
        "nya socialtjänstlagen",
    ]
)
LAWS = ABBREVIATIONS | NAMES
LETTERS = st.sampled_from(["", "a", " a", " f", "g"])
NUMBERS = st.builds(lambda number, letter: f"{number}{letter}", st.integers(1, 199), LETTERS)
CHAPTERS = st.builds(
    lambda number, word: f"{number} {word}", st.integers(1, 30), st.sampled_from(["kap.", "kap", "kapitel"])
)
BLANKS = st.sampled_from([" ", " ", "\u00a0", "\n"])
SIGNS = st.sampled_from([" §", "§", "\u00a0§"])
MOMENTS = st.sampled_from(
    ["", "", " andra stycket", " 2 st.", " första stycket 3", " punkt 3", " 3 p", " första meningen", " 3"]
)


@st.composite
def _members(draw: st.DrawFn) -> str:
    """1, 2-4, 11 och 24 a."""
    numbers = draw(st.lists(NUMBERS, min_size=1, max_size=4))
    text = numbers[0]
    for number in numbers[1:]:
        text += draw(st.sampled_from([", ", " och ", " eller ", "-", "–", " - "])) + number
    return text


@st.composite
def _place(draw: st.DrawFn) -> str:
    """4 kap. 1 § andra stycket."""
    chapter = draw(st.just("") | st.builds(lambda c, b: c + b, CHAPTERS, BLANKS))
    members = draw(_members())
    sign = draw(SIGNS) if members.replace(" ", "").isalnum() else draw(st.sampled_from([" §§", "§§", " §"]))
    return chapter + members + sign + draw(MOMENTS)


_WITH_LAW_AFTER = st.builds(lambda place, blank, law: place + blank + law, _place(), BLANKS, LAWS)
_WITH_I = st.builds(lambda place, law: f"{place} i {law}", _place(), LAWS)
_WITH_LAW_BEFORE = st.builds(lambda law, blank, place: law + blank + place, LAWS, BLANKS, _place())
_GENITIVE = st.builds(lambda place: f"kommunallagens {place}", _place())
_FUNK = st.builds(lambda law, place: f"{law} Funk {place} Ledsagarservice", ABBREVIATIONS, _place())
_SHARED = st.builds(lambda first, second, law: f"{first}, {second} och {first} {law}", _place(), _place(), LAWS)
_SAME = st.builds(lambda place: f"{place} samma lag", _place())
_NAMELESS = _place()
_SHORT = st.builds(lambda law, c, p: f"{law} {c}:{p}", ABBREVIATIONS, st.integers(1, 30), st.integers(1, 60))
_SLOPPY = st.builds(lambda number, law: f"§ {number} {law}", NUMBERS, LAWS)
_SLOPPY_BEFORE = st.builds(lambda law, number: f"{law} § {number}", LAWS, NUMBERS)
_SLOPPY_CHAPTER = st.builds(lambda c, number, law: f"{c} § {number} {law}", CHAPTERS, NUMBERS, LAWS)
_LOCAL = st.builds(lambda place: f"{place} i arbetsordningen", _place())
_CHAPTER_ONLY = st.builds(lambda chapter, law: f"{chapter} {law}", CHAPTERS, LAWS)

law_citations = st.one_of(
    _WITH_LAW_AFTER,
    _WITH_I,
    _WITH_LAW_BEFORE,
    _GENITIVE,
    _FUNK,
    _SHARED,
    _SAME,
    _NAMELESS,
    _SHORT,
    _SLOPPY,
    _SLOPPY_BEFORE,
    _SLOPPY_CHAPTER,
    _LOCAL,
    _CHAPTER_ONLY,
)
"""Any citation, with or without the name of a statute."""
