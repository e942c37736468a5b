"""Headings of Swedish minutes: the kind of section that each means, by the table of wordings or by its form.

The page always shows the author's wording. What both are made of is told in forms.py and wordings.py.
"""

import re
from collections.abc import Sequence
from functools import cache

from paragraf.vocabulary.forms import BODIES, BODY, CALL_FOR_VOTE, EARLIER, FORMS, PROPOSED, RESULT_OF_VOTE
from paragraf.vocabulary.wordings import KINDS as KINDS

UNKNOWN = "ovrigt"

_HANDLED = r"(?:behandling|handläggning|överläggning(?:ar)?|diskussion)(?:en)?"
_MATTER = r"(?: (?:av|i) (?:ärendet|frågan))?"
_HANDLING = (
    re.compile(rf"(?P<body>{BODY}) {_HANDLED}{_MATTER}"),
    re.compile(rf"(?:ärendets )?{_HANDLED}{_MATTER} (?:i|inom) (?P<body>{BODY})"),
)
_DECIDED = (
    re.compile(
        rf"(?P<body>{BODY}) beslut(?: i ärendet| för egen del.{{0,80}}|,? del \d| om (?:återremiss|bordläggning)"
        r"| och förslag(?: till .{1,60})?)?"
    ),
    re.compile(rf"beslut(?:et)?(?: i | av | från |, | [-–] | \()(?P<body>{BODY})\)?"),
)
_DECIDES = re.compile(
    rf"(?P<body>{BODY}) (?:beslutar|beslutade|beslöt|har beslutat|tillstyrker)"
    r"(?:,? (?:för egen del|följande|enhälligt|således|därmed|därvid|även|också|vidare|dessutom|dels|att))*,?"
)
_PROPOSES = re.compile(
    rf"(?P<body>{BODY}) (?:(?:beslutar|beslutade)(?: för egen del)?,? (?:och|samt) )?"
    rf"(?:föreslår|föreslog|hemställer|hemställde)(?: (?:att|hos))?(?: (?:[\w-]+ ){{0,4}}?[\w-]*{BODIES}(?:et|en|n)?)?"
    r"(?: (?:att )?(?:besluta|beslutar|föreslå (?:[\w-]+ ){0,4}[\w-]+?)(?: följande| att besluta)?)?(?: att)?"
)
_OWN_PROPOSAL = re.compile(
    rf"(?P<body>{BODY}) förslag(?: till (?:beslut(?: (?:i|till|för) {BODY})?|{BODY}(?: för beslut)?))?"
)
_SAYS_TO = re.compile(r" till | föresl| hemställ")
_SAYS_SO = re.compile(r"besl[uö]t|föresl|tillstyrk|hemställ")
_TO_A_BODY = re.compile(rf"förslag till (?:beslut (?:i|till|för) )?{BODY}")

_BY_WORDING = {wording: kind for kind, wordings in KINDS.items() for wording in wordings}
_BY_LETTERS = {wording.replace(" ", ""): wording for wording in _BY_WORDING}
_LONGEST = 140


def unspaced(text: str) -> str:
    """Letter-spaced words as words: "B E S L U T", "N Ä M N D E N S  B E S L U T"; other text as it is."""
    letters = text.rstrip(" :").split()
    if len(letters) < 3 or sum(len(one) == 1 for one in letters) * 4 < len(letters) * 3:
        return text
    words = ["".join(part.split()) for part in re.split(r"\s{2,}", text.strip(" :"))]
    whole = _BY_LETTERS.get("".join(words).casefold())
    if len(words) == 1 and whole:
        return whole.upper() if text.isupper() else whole.capitalize()
    return " ".join(words) if len(letters) > 3 else text


def plain(heading: str) -> str:
    """A heading's words in lower case, without the colon, or the letter-spacing that it is printed with."""
    return " ".join(unspaced(heading).casefold().replace("\u00a0", " ").replace("\u00ad", "").rstrip(" :.–-").split())


@cache
def kind_of(heading: str, own_names: Sequence[str] = ()) -> str:
    """The kind of a heading; `own_names` (a tuple) are the names and aliases of the meeting's own body.

    "Nämndens behandling av ärendet" is the meeting's own handling (dagens) when the body is the meeting's own,
    else an earlier body's (beredning). Without known names a subcommittee is taken to be an earlier body.
    "Kommunstyrelsens förslag till kommunfullmäktige" is what kommunstyrelsen decided, and to others a proposal. The
    decision of another body is an earlier one, unless it is fullmäktige that is to decide.
    """
    words = plain(heading)
    if words in _BY_WORDING:
        return _BY_WORDING[words]
    if len(words) > _LONGEST:
        return UNKNOWN
    if handled := _first(_HANDLING, words):
        return "dagens" if _is_own(handled["body"], own_names) else "beredning"
    if proposed := _PROPOSES.fullmatch(words) or _OWN_PROPOSAL.fullmatch(words):
        is_own = _names_own(proposed["body"], own_names)
        return "beslut" if is_own and _SAYS_TO.search(words) else "forslag"
    if _TO_A_BODY.fullmatch(words) or _first(PROPOSED, words):
        return "forslag"
    if decides := _DECIDES.fullmatch(words):
        return _decision_of(decides["body"], own_names, decides=True)
    if decided := _first(_DECIDED, words):
        return _decision_of(decided["body"], own_names, decides=False)
    if EARLIER.fullmatch(words):
        return "beredning"
    return next((kind for kind, form in FORMS if form.fullmatch(words)), UNKNOWN)


def _decision_of(body: str, own_names: Sequence[str], *, decides: bool) -> str:
    if not own_names or _names_own(body, own_names):
        return "beslut"
    return "beslut" if decides and body.endswith("fullmäktige") else "beredning"


def _first(forms: Sequence[re.Pattern[str]], words: str) -> re.Match[str] | None:
    return next((found for form in forms if (found := form.fullmatch(words))), None)


def is_decision_of_a_body(heading: str) -> bool:
    """Whether the words say that a body decides: "Kommunstyrelsen beslutar"; in a decision they are its beginning."""
    words = plain(heading)
    return _SAYS_SO.search(words) is not None and bool(_first((_DECIDES, _PROPOSES, *PROPOSED), words))


def is_of_a_body(heading: str) -> bool:
    """Whether the words are a body's decision, proposal or handling: hardly ever words of running text."""
    words = plain(heading)
    return any(form.fullmatch(words) for form in (_HANDLING[0], _DECIDED[0], _OWN_PROPOSAL, _TO_A_BODY))


def tells_result_of(heading: str, vote: str) -> bool:
    """Whether a heading is over the result of the vote that another one, over what yes and no mean, begins."""
    return bool(CALL_FOR_VOTE.fullmatch(plain(vote)) and RESULT_OF_VOTE.fullmatch(plain(heading)))


def is_earlier_decision(heading: str) -> bool:
    """Whether the words only name an earlier occasion: "Kommunstyrelsen 2024-05-28, § 98"."""
    return bool(EARLIER.fullmatch(plain(heading)))


def is_proposal_to_a_body(heading: str) -> bool:
    """Whether the words are "Förslag till kommunfullmäktige": in a decision they say that it is a proposal."""
    words = plain(heading)
    return "till beslut" not in words and bool(_TO_A_BODY.fullmatch(words))


def is_own_proposal(heading: str) -> bool:
    """Whether the heading of a decision says that it is a proposal to another body."""
    words = plain(heading)
    return bool(_OWN_PROPOSAL.fullmatch(words) or _PROPOSES.fullmatch(words))


def _names_own(body: str, own_names: Sequence[str]) -> bool:
    """Whether words name the meeting's own body: in full, in part ("nämnden", "arbetsutskottet") or by its letters."""
    return any(_is_name_of(body.removesuffix("s").removesuffix(":"), one.casefold()) for one in own_names)


def _is_name_of(body: str, own: str) -> bool:
    own = own.removesuffix("s")
    if body == own:
        return True
    kind, own_kind = _kind_of_body(body), _kind_of_body(own)
    if not kind:
        return len(body) <= 6 and " " not in body and _abbreviates(body, own)
    if kind != own_kind:
        return False
    stem = re.sub(rf"{BODIES}\w*$", "", body.rpartition(" ")[2]).strip("-s ")
    if " " in body and " " in own:
        first = [word.strip("s,-") for word in body.split() if len(word) > 4]
        return all(word[:5] in own for word in first)
    return not stem or stem[:6] in own


def _kind_of_body(name: str) -> str:
    found = re.search(rf"{BODIES}\w*$", name)
    return re.match(BODIES, found.group()).group() if found else ""  # type: ignore[union-attr]


def _abbreviates(letters: str, own: str) -> bool:
    """Whether letters stand for a name: they come in its order, and the first one begins one of its words."""
    if _kind_of_body(own) == "utskott" and "u" not in letters:
        return False
    for start in (found.start() for found in re.finditer(r"\b\w", own)):
        position = start
        if own[start] != letters[0]:
            continue
        for letter in letters[1:]:
            position = own.find(letter, position + 1)
            if position < 0:
                break
        else:
            return True
    return False


def _is_own(body: str, own_names: Sequence[str]) -> bool:
    own = {name.casefold().removesuffix("s") for name in own_names}
    name = body.removesuffix("s")
    if name in own:
        return True
    last_word = name.rpartition(" ")[2]
    about_subcommittee = last_word.endswith(("utskottet", "utskott", "presidiet", "presidium"))
    own_subcommittee = any(one.rpartition(" ")[2].endswith(("utskottet", "utskott")) for one in own)
    if " " in name and own:
        return False
    return about_subcommittee == own_subcommittee
