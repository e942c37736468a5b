"""Importing into a meeting whose agenda is published: what readers see of it stays as it was, to the byte."""

from datetime import date
from pathlib import Path

import pytest

from importing.test_merging import FOLDER, MINUTES, SUPPLEMENT, given, published
from importing.test_refusals import AGENDA
from paragraf import building, importing
from trees import tree

DAY = date(2024, 3, 1)
BODY = "namn: Prov\norgan:\n  - kod: KFN\n    namn: Kultur- och fritidsnämnden\n"
ADJUSTED = "justering:\n  - justerat: 2024-02-20\n    anslaget: 2024-02-21\n"
SECRET = ("Uppropet förrättas", "delar ut bidragen", "Föreningen har skickat", "Läget på badhuset", "2024-02-20")

pytestmark = pytest.mark.build


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with a published agenda, made by an import that somebody has read."""
    made = tmp_path / "content"
    importing.run(given(tmp_path, "kallelse.txt", AGENDA), made)
    published(made)
    (made / "organisation.yml").write_text(BODY, "utf-8")
    return made


def built(content: Path, site: Path, *, draft: bool = False) -> dict[str, bytes]:
    """Every file of the site of a fixed day."""
    assert building.build(content, site, DAY, draft=draft).published
    return tree(site)


def test_the_published_agenda_is_never_changed_by_what_comes_after_it(content: Path, tmp_path: Path) -> None:
    before = built(content, tmp_path / "before")
    assert {f"{FOLDER}/index.html", f"{FOLDER}/punkt-1/index.html", f"{FOLDER}/punkt-2/index.html"} <= before.keys()
    for name, text, words in (
        ("protokoll.txt", MINUTES, "protokoll"),
        ("tillagg.txt", SUPPLEMENT, "protokoll och tillägg"),
    ):
        importing.run(given(tmp_path, name, text), content)
        facts = content / FOLDER / "mote.yml"
        facts.write_text(facts.read_text("utf-8") + ADJUSTED * (words == "protokoll"), "utf-8")
        assert f"utkast: {words}\n" in facts.read_text("utf-8")
        after = built(content, tmp_path / words)
        assert [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)] == []
    shown = b"".join(built(content, tmp_path / "draft", draft=True).values()).decode("utf-8", "replace")
    assert [words for words in SECRET if words not in shown] == []
    facts.write_text(facts.read_text("utf-8").replace("utkast: protokoll och tillägg\n", ""), "utf-8")
    done = built(content, tmp_path / "done")
    assert {f"{FOLDER}/p7/index.html", f"{FOLDER}/p8/index.html", f"{FOLDER}/punkt-3/index.html"} <= done.keys()
