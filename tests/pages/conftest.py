"""Pages of a small invented municipality, and the templates without any host."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from pages.small import MEETING, Texts, made
from paragraf.pages import Page

THEME = Path(__file__).parent.parent.parent / "theme"


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., dict[str, Page]]:
    """A function: content files (path -> text) and a day become pages by address."""

    def pages(files: Texts, day: date = date(2023, 6, 1), *, draft: bool = False) -> dict[str, Page]:
        return {page.path: page for page in made(tmp_path, files, day, draft=draft).pages}

    return pages


@pytest.fixture
def minutes(make: Callable[..., dict[str, Page]]) -> Callable[..., dict[str, Page]]:
    """A function: the texts of §§ by number become the pages of one meeting's site."""

    def pages(*paragraphs: str, day: date = date(2023, 6, 1), mote: str = MEETING, **more: str) -> dict[str, Page]:
        files = {
            f"san/2023-04-26/protokoll/{number:03d}-paragraf.md": text for number, text in enumerate(paragraphs, 45)
        }
        return make({"san/2023-04-26/mote.yml": mote, **files, **more}, day)

    return pages


@pytest.fixture(scope="session")
def show() -> Callable[..., str]:
    """A function: a page becomes HTML by its template, without any host."""
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))

    def html(page: Page, constants: Mapping[str, object]) -> str:
        meta = {
            "title": page.title,
            "description": page.description,
            "template": page.template,
            "paragraf": page.context,
        }
        view = SimpleNamespace(
            meta=meta,
            content=page.html,
            title=page.title,
            url=page.path or "./",
            canonical_url=None,
            is_homepage=page.path == "",
        )
        config = SimpleNamespace(site_name=constants["organisation"], extra={"paragraf": constants})
        base = "/".join([".."] * page.path.count("/")) or "."
        return templates.get_template(page.template).render(page=view, config=config, base_url=base)

    return html
