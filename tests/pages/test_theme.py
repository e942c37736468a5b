"""The templates: whatever authors write is escaped, every text stands in one table, nothing is inline."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import html5lib
import pytest

from pages.small import MEETING, ORGANISATION, made
from paragraf.pages import Page, Site

THEME = Path(__file__).parent.parent.parent / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
NASTY = "<b x='y'>&\"</b>"
"""Stands in every place where an author can write."""

HOSTILE = {
    "organisation.yml": ORGANISATION.replace("Socialnämnden", f"Nämnden {NASTY}").replace("Exempelby", f"By {NASTY}"),
    "san/2023-04-26/mote.yml": MEETING.replace("Gäddan", f"Rum {NASTY}")
    .replace("Siv Exempel (S)", f"Siv {NASTY} (S)")
    .replace("beslutande:", f'"beslutande {NASTY.replace(chr(34), "")}":'),
    "san/2023-04-26/kallelse/01-a.md": f"""# Punkt 1 Titel {NASTY}

Diarienummer: 23/SAN/1

## Förslag {NASTY}
Text {NASTY}
""",
    "san/2023-04-26/protokoll/045-a.md": f"""# § 45 Titel {NASTY}

Diarienummer: 23/SAN/1
Föredragande: Jo {NASTY}, chef {NASTY}
Publicering: maskad (skäl {NASTY})
Rättelse: 2023-05-10, Kim {NASTY}: var {NASTY} -> är {NASTY}
Bilaga: [Bilaga {NASTY}](bilagor/b.md)

Text {NASTY}

## Beslut
1. Ett {NASTY}

## Egen rubrik {NASTY}
- Text {NASTY}

## Beslutsunderlag
- Promemoria {NASTY}
- Hemlig (publiceras inte: {NASTY})

## Omröstning
Ja: {NASTY}
Nej: {NASTY}

| Ledamot | Röst |
|---|---|
| Bo {NASTY} (C) | ja |

## Expedieras till
- Någon {NASTY}
""",
    "san/2023-04-26/bilagor/b.md": f"# Bilaga {NASTY}\n\n## Rubrik {NASTY}\nText {NASTY}\n",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Site:
    """A site in which every text has marks of HTML."""
    return made(tmp_path, HOSTILE, date(2023, 6, 1))


def test_what_authors_write_is_never_html(hostile: Site, show: Callable[..., str]) -> None:
    seen = set()
    for page in hostile.pages:
        html = show(page, hostile.constants)
        tree = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(html)
        assert [element.tag for element in tree.iter("b")] == [], page.path
        assert [element.attrib for element in tree.iter() if element.get("x") == "y"] == [], page.path
        assert "&amp;lt;" not in html, page.path
        seen.add(page.template)
    assert {
        "paragraph.html",
        "agenda_item.html",
        "meeting.html",
        "document.html",
        "attachment.html",
        "case.html",
    } <= seen


def test_every_page_is_sound_html_without_anything_inline(hostile: Site, show: Callable[..., str]) -> None:
    for page in hostile.pages:
        html = show(page, hostile.constants)
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert sorted(ids) == sorted(set(ids)), page.path
        assert len(list(tree.iter("h1"))) == 1, page.path
        assert list(tree.iter("style")) == []
        for element in tree.iter():
            assert not {name for name in element.attrib if name == "style" or name.startswith("on")}, page.path
        for script in tree.iter("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", page.path


def test_the_page_that_does_not_exist_is_swedish(hostile: Site, show: Callable[..., str]) -> None:
    html = show(
        Page(path="", key="", template="404.html", title="", context=hostile.pages[0].context), hostile.constants
    )
    assert "<h1>Sidan finns inte</h1>" in html


def test_a_draft_says_so_on_every_page(tmp_path: Path, show: Callable[..., str]) -> None:
    draft = made(tmp_path, HOSTILE, date(2023, 6, 1), draft=True)
    for page in draft.pages:
        html = show(page, draft.constants)
        assert "Utkast – inte offentligt" in html, page.path
        assert "data-pagefind-body" not in html, page.path
        assert '<meta name="robots" content="noindex">' in html, page.path


_OWN_WORDS = ("{{ t.not_found }}", "{{ page.content }}")
"""What no author writes as text: words of the theme, and the HTML that MkDocs made of a page in sidor/."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_templates_are_short_and_escape(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.name == "texts.html":
        return
    assert len(text.splitlines()) <= 80
    # MkDocs escapes nothing by itself: each block, partial and macro has to ask for it.
    outside = re.sub(r"{%-? ?autoescape true ?-?%}.*?{%-? ?endautoescape ?-?%}", "", text, flags=re.DOTALL)
    assert re.findall(r"{{.*?}}", outside) in ([], ["{{ c.title | e }}", "{{ page.content }}"], ["{{ t.not_found }}"])
    # What stands around a block does not hold within it. The templates of PDF have a host that escapes all.
    for block in re.findall(r"{% block \w+ %}(.*?){% endblock %}", text, re.DOTALL) if path.parent == THEME else ():
        bare = re.findall(r"{{.*?}}", block) if "autoescape true" not in block else []
        assert [one for one in bare if not one.endswith("| e }}") and one not in _OWN_WORDS] == []


def test_only_keys_that_end_in_html_are_taken_as_html() -> None:
    trusted = {match for path in TEMPLATES for match in re.findall(r"{{ ([\w.]+) \| safe }}", path.read_text("utf-8"))}
    assert {one for one in trusted if not one.endswith("html")} == {"page.content"}


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    table = re.findall(r"{% set (\w+) = ", (THEME / "partials" / "texts.html").read_text("utf-8"))
    used = {name for path in TEMPLATES for name in re.findall(r"\bt\.(\w+)", path.read_text("utf-8"))}
    assert sorted(table) == sorted(set(table))
    assert set(table) - used == set()
    assert used - set(table) == set()
