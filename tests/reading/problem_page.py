"""docs/problem.md, made from the table of codes and the messages of tests/bad/.

`python tests/reading/problem_page.py` writes it anew.
"""

from pathlib import Path

from paragraf.vocabulary.problem_codes import PARTS, Code

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "problem.md"
MESSAGES = ROOT / "tests" / "bad" / "problems.txt"

HEAD = """# Problem och vad man gör åt dem

`paragraf check` läser allt innehåll och berättar vad som är fel: fil, rad, hur allvarligt, vilket slags problem och vad
som väntades. Här står varje slags problem med sitt ord, det som också står i `paragraf check --json` och i `Undantag`.

- **fel** stoppar publiceringen: något skulle avslöjas, eller texten säger kanske inte det som författaren menade.
- **varning** är ett brott mot form. I ett justerat protokoll är det ett faktum; någon kan ta ansvar för det med raden
  `Undantag: problemets ord, vem, dag, skäl` bland faktauppgifterna, och då blir det en upplysning.
- **upplysning** är bra att veta.
"""


def page() -> str:
    """The text of docs/problem.md."""
    examples = example_of_code(MESSAGES.read_text("utf-8").splitlines())
    parts = [HEAD]
    for heading, codes in PARTS.items():
        parts.append(f"## {heading}\n")
        parts += [_entry(code, meaning, examples.get(code, "")) for code, meaning in codes.items()]
    return "\n".join(parts)


def example_of_code(lines: list[str]) -> dict[str, str]:
    """Code -> the first message with it."""
    return {line.partition("[")[2].partition("]")[0]: line for line in reversed(lines)}


def _entry(code: str, meaning: Code, example: str) -> str:
    shown = f"\n```text\n{example}\n```\n" if example else ""
    return f"### {code}\n\n{meaning.severity.capitalize()}. {meaning.means} {meaning.remedy}\n{shown}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
