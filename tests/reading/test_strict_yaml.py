"""Forms of YAML that are read, and what the others get."""

import pytest

from paragraf.reading import strict_yaml
from paragraf.reading.report import Report
from paragraf.reading.strict_yaml import Mapping, Node, Scalar, Sequence

QUOTE = "Sätt hela värdet inom citattecken."
INDENT = "Rader på samma nivå ska vara lika mycket indragna."


def plain(node: Node | None) -> object:
    """A tree as Python's own lists and dicts."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(entry) for entry in node.entries]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
    return None


def read(text: str) -> tuple[object, list[str]]:
    report = Report("x")
    return plain(strict_yaml.parse(text, report)), [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: 48\nb: 2023-04-26\nc: nej\nd: 1e3\n", {"a": "48", "b": "2023-04-26", "c": "nej", "d": "1e3"}),
        ("a: null\nb: ~\nc:\nd: ''\n", {"a": "null", "b": "~", "c": "", "d": ""}),
        ("a: \"b # c: d\"\ne: 'it''s'\n", {"a": "b # c: d", "e": "it's"}),
        ("# rad\na: b#c\n", {"a": "b#c"}),
        ("a: # om listan\n  - b\n", {"a": ["b"]}),
        ("a:\n- b\n- c: d\n  e: f\n", {"a": ["b", {"c": "d", "e": "f"}]}),
        ("---\na: 13.00–16.10\n...\n", {"a": "13.00–16.10"}),
        ("ej på webben: ja\n", {"ej på webben": "ja"}),
        ("a: A\u030a\n", {"a": "Å"}),
    ],
)
def test_every_value_stays_text(text: str, tree: object) -> None:
    assert read(text) == (tree, [])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a:\n\tb: c\n", 2, "Raden är indragen med tabb. Dra in raden med två blanksteg per nivå."),
        ("a: b: c\n", 1, f"”a: b: c” innehåller ett kolon för mycket. {QUOTE}"),
        ("a: @b\n", 1, f"Ett värde får inte börja med ”@”. {QUOTE}"),
        ("a: * b\n", 1, f"Värdet i ”a: * b” börjar med ett tecken som har en egen betydelse i YAML. {QUOTE}"),
        ("a: 'b' c\n", 1, f"I ”a: 'b' c” står text efter det avslutande citattecknet. {QUOTE}"),
        ('a: b\nc: "d\n', 2, 'Citattecknet i ”c: "d” avslutas aldrig. Sätt ett likadant citattecken sist i värdet.'),
        ("a: b\nbara text\nc: d\n", 2, "”bara text” är varken ”nyckel: värde” eller ”- värde”."),
        ("a: - b\n", 1, "Listan i ”a: - b” ska börja på en egen rad. Skriv ”- värde” på raden efter nyckeln."),
        (
            "a: b\n  c\n",
            2,
            "Raden hör till värdet ovanför (rad 1), men ett värde står på en enda rad. "
            "Skriv hela värdet på en rad, eller rätta indraget.",
        ),
        (
            "a: |\n  b\n",
            1,
            "”|” används inte: ett värde står på en enda rad. Skriv hela värdet på raden efter nyckeln.",
        ),
        (
            "a:\n  b: c\n d: e\n",
            3,
            f"”d: e” stämmer inte med raderna ovanför: indraget är fel eller så saknas något. {INDENT}",
        ),
        ("- a\n", 1, "Filen ska bestå av rader som ”nyckel: värde”."),
        ("bara text\n", 1, "Filen ska bestå av rader som ”nyckel: värde”."),
        ("%YAML 1.1\n---\na: b\n", 1, "Rader som börjar med % används inte här."),
        ("a:\n" + "".join(f"{'  ' * n}- \n" for n in range(1, 12)), 11, "Raderna är indragna i fler än 10 nivåer."),
        (
            'a: "b\\q"\n',
            1,
            '”a: "b\\q"” innehåller ett omvänt snedstreck som inte betyder något. '
            "Skriv \\\\ för ett omvänt snedstreck, eller använd ' i stället för \".",
        ),
    ],
)
def test_broken_lines(text: str, line: int, message: str) -> None:
    assert read(text)[1] == [f"x:{line}: fel [yaml-form] {message}"]


@pytest.mark.parametrize("value", ["&b c", "*b", "!b c", "!!str c"])
def test_anchors_aliases_and_tags(value: str) -> None:
    assert [problem.split("]")[0] for problem in read(f"a: {value}\nb: c: d\n")[1]] == ["x:1: fel [ankare"]


def test_what_follows_an_unreadable_value_is_read() -> None:
    tree, problems = read("a: [b]\nc: d # e\nf: >\n  g\nh: i\n")
    assert tree == {"a": None, "c": "d", "f": None, "h": "i"}
    assert [problem.split("]")[0] for problem in problems] == [
        "x:1: fel [flödesform",
        "x:2: fel [avhugget-värde",
        "x:3: fel [yaml-form",
    ]


def test_problems_of_one_file_are_bounded() -> None:
    assert len(read("a: [b]\n" * 100_000)[1]) == strict_yaml.MAX_PROBLEMS


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 900_000,
        "a: " + "{b: " * 200_000,
        "- " * 400_000,
        "&a " * 300_000,
        "'" * 999_999,
        "a: " + "b: " * 300_000,
    ],
    ids=["brackets", "braces", "hyphens", "anchors", "quotes", "colons"],
)
def test_hostile_text_gets_one_short_problem(text: str) -> None:
    (problem,) = read(text)[1]
    assert len(problem) < 400
