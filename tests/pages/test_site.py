"""The site as a whole: every address once, links that lead somewhere, nothing that should not be there."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest

from pages.small import MEETING, made
from paragraf.archive import build
from paragraf.feeds import feed_files
from paragraf.opendata import data_files
from paragraf.pages import Site, site
from paragraf.pages.frame import json_ld
from paragraf.pages.place import root_of
from paragraf.publishing.addresses import Address
from paragraf.publishing.public import publish
from paragraf.reading import read_content

CONTENT = Path(__file__).parent.parent.parent / "content"
DAY = date(2026, 11, 21)


def whole(folder: Path, day: date) -> Site:
    """The site of a content folder with all that other programs read."""
    read = read_content(folder)
    public = publish(build(read.organisation, read.meetings), day)
    made = site(public, read.pages, (), folder)
    return replace(made, files=(*made.files, *feed_files(public), *data_files(public)))


MINUTES = "# § 45 Titel\n\n## Beslut\nJa.\n"
FILES = {"san/2023-04-26/mote.yml": MEETING, "san/2023-04-26/protokoll/045-x.md": MINUTES}


@pytest.fixture(scope="module")
def example() -> Site:
    """The site of the example municipality."""
    return whole(CONTENT, DAY)


def hrefs(value: Any) -> list[str]:
    """Every address in a context, also in its HTML."""
    if isinstance(value, dict):
        own = [
            found for key, found in value.items() if key in ("href", "agenda_href", "minutes_href", "minutes") and found
        ]
        return own + [one for key, found in value.items() if key not in ("href",) for one in hrefs(found)]
    if isinstance(value, list):
        return [one for found in value for one in hrefs(found)]
    return re.findall(r'href="([^"]*)"', value) if isinstance(value, str) else []


def test_every_link_leads_to_a_page_or_a_file(example: Site) -> None:
    there = {page.path for page in example.pages} | {file.path for file in example.files}
    dead = []
    for page in example.pages:
        for href in [*hrefs(dict(page.context)), *re.findall(r'href="([^"]*)"', page.html)]:
            if not isinstance(href, str) or href.startswith(("https://", "http://", "mailto:", "#")):
                continue
            path = href.partition("#")[0]
            target = normpath(f"/{page.path}{path}").removeprefix("/")
            if (f"{target}/" if path.endswith("/") and target else target) not in there:
                dead.append((page.path, href))
    assert dead == []


def test_every_kind_of_page_is_there(example: Site) -> None:
    made_of = {page.template for page in example.pages}
    own = {path.name for path in (CONTENT.parent / "theme").glob("*.html")}
    assert own - made_of == {"main.html", "404.html", "moved.html"}


def test_a_key_names_one_page(example: Site) -> None:
    keys = [page.key for page in example.pages]
    assert sorted(keys) == sorted(set(keys))
    assert {page.path: page.key for page in example.pages}["san/2023-04-26/p45/"] == "§ SAN 45/2023"


def test_every_context_is_plain_data(example: Site) -> None:
    for page in example.pages:
        assert json.loads(json.dumps(dict(page.context))) == dict(page.context)
    assert json.loads(json.dumps(dict(example.constants))) == dict(example.constants)


def test_the_same_content_gives_the_same_site(example: Site) -> None:
    assert whole(CONTENT, DAY) == example


def test_addresses_go_up_to_the_root() -> None:
    assert [root_of(path) for path in ("", "sok/", "san/2023-04-26/p45/")] == ["./", "../", "../../../"]


def test_structured_data_cannot_end_its_element() -> None:
    text = json_ld([{"name": "</script><!-- & \u2028"}])
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"] == [{"name": "</script><!-- & \u2028"}]


def test_structured_data_says_no_more_than_the_page(example: Site) -> None:
    people = {term.name for body in read_content(CONTENT).organisation.bodies for term in body.members}
    for page in example.pages:
        text = page.context["frame"]["json_ld_html"]
        assert [name for name in people if name in text] == []


def test_files_lie_at_the_page_that_links_them(tmp_path: Path) -> None:
    text = "# § 45 A\n\nBilaga: [Ritning](bilagor/Ritning Å.PDF)\n\n## Beslut\nJa.\n"
    files = {**FILES, "san/2023-04-26/protokoll/045-x.md": text, "san/2023-04-26/bilagor/Ritning Å.PDF": "x"}
    (file,) = [one for one in made(tmp_path, files, DAY).files if "bilagor" in one.path]
    assert file.path == "san/2023-04-26/bilagor/ritning-a/ritning-a.pdf"
    assert file.content == tmp_path / "san/2023-04-26/bilagor/Ritning Å.PDF"


def test_a_signed_original_that_no_item_lists_has_a_place(tmp_path: Path) -> None:
    files = {
        **FILES,
        "san/2023-04-26/mote.yml": f"{MEETING}original: bilagor/p.pdf\n",
        "san/2023-04-26/bilagor/p.pdf": "x",
    }
    made_site = made(tmp_path, files, DAY)
    pages = {page.path: page for page in made_site.pages}
    original = pages["san/2023-04-26/"].context["original"]
    assert original == {"href": "../../san/2023-04-26/protokoll/p.pdf", "type": "PDF", "size": "1 byte"}
    assert "san/2023-04-26/protokoll/p.pdf" in [file.path for file in made_site.files]


def test_the_colour_of_the_municipality_is_a_file(tmp_path: Path) -> None:
    (file,) = [one for one in made(tmp_path, FILES, DAY).files if one.path.endswith("colour.css")]
    assert isinstance(file.content, bytes)
    assert "--own: #1b4f72;" in file.content.decode()


def moved(path: str, key: str) -> Address:
    return Address(path=path, key=key, since=date(2023, 6, 1))


def test_what_moved_leaves_a_redirect(tmp_path: Path) -> None:
    remembered = (moved("san/2023-04-27/p45/", "§ SAN 45/2023"),)
    pages = {page.path: page for page in made(tmp_path, FILES, DAY, remembered=remembered).pages}
    page = pages["san/2023-04-27/p45/"]
    assert (page.template, page.is_stub, page.context["href"]) == ("moved.html", True, "../../../san/2023-04-26/p45/")


def test_what_is_gone_leaves_a_stub_without_a_title(tmp_path: Path) -> None:
    remembered = (moved("san/2023-04-27/p99/", "§ SAN 99/2023"),)
    pages = {page.path: page for page in made(tmp_path, FILES, DAY, remembered=remembered).pages}
    page = pages["san/2023-04-27/p99/"]
    assert (page.template, page.is_stub, page.title) == ("withdrawn.html", True, "Sidan har tagits bort")
    assert page.context["frame"]["indexed"] is False


def test_a_withdrawn_paragraph_keeps_its_number_and_its_reason(tmp_path: Path) -> None:
    text = "# § 45 Om Hemlige Herr\n\nÅterkallad: 2023-06-01, uppgifter om enskild\n\n## Beslut\nHemligt.\n"
    other = "# § 46 B\n\n## Beslut\nJa.\n"
    files = {**FILES, "san/2023-04-26/protokoll/045-x.md": text, "san/2023-04-26/protokoll/046-y.md": other}
    page = {page.path: page for page in made(tmp_path, files, DAY).pages}["san/2023-04-26/p45/"]
    assert page.title == "§ 45 har tagits bort"
    assert page.context["reason"] == "uppgifter om enskild"
    assert "Heml" not in json.dumps(dict(page.context), ensure_ascii=False)


def test_a_draft_is_marked_and_kept_from_search_engines(tmp_path: Path) -> None:
    files = {**FILES, "san/2023-04-26/mote.yml": f"{MEETING}utkast: ja\n"}
    draft = made(tmp_path, files, DAY, draft=True)
    assert draft.constants["draft"] is True
    assert {page.context["frame"]["indexed"] for page in draft.pages} == {False}
    state = {page.path: page for page in draft.pages}["san/2023-04-26/p45/"].context["state"]
    assert state == {"key": "adjusted", "text": "Justerat 3\xa0maj 2023, anslaget 4\xa0maj 2023"}


def test_two_meetings_of_a_day_have_pages_of_their_own(tmp_path: Path) -> None:
    files = {
        **FILES,
        "san/2023-04-26-2/mote.yml": MEETING,
        "san/2023-04-26-2/protokoll/046-x.md": MINUTES.replace("45", "46"),
    }
    pages = {page.path for page in made(tmp_path, files, DAY).pages}
    assert {"san/2023-04-26/p45/", "san/2023-04-26-2/p46/"} <= pages
