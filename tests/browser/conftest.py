"""The example municipality's site under a sub-path, with the strict policy."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from serving import serve

PREFIX = "/kommun/"


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """Where the site is served, ending in a slash."""
    with serve(built_site, PREFIX) as url:
        yield url


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """A function: opens a page for a reader (width, colours, scripts…); also what the browser complains of."""
    contexts = []

    def opened(width: int = 1280, **options: Any) -> tuple[Page, list[str]]:
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="sv-SE", **options)
        contexts.append(context)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        return page, complaints

    yield opened
    for context in contexts:
        context.close()
