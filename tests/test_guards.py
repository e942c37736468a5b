"""The guards bite: a green answer from axe, vnu or the third-party guard is worth something."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from serving import serve

FAULTY = """<!doctype html>
<html lang="sv">
<title>Protokoll</title>
<main>
<h1>Protokoll</h1>
<img src="bild.png">
<p>Text<div></p>
</main>
"""


def test_vnu_names_page_line_and_fault(tmp_path: Path, vnu: Callable[[Path], list[str]]) -> None:
    (tmp_path / "index.html").write_text(FAULTY, "utf-8")
    assert [found for found in vnu(tmp_path) if "alt" in found] == [
        "index.html:6: An “img” element must have an “alt” attribute, except under certain conditions. "
        "For details, consult guidance on providing text alternatives for images."
    ]


@pytest.mark.browser
def test_axe_finds_a_picture_without_text(page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.set_content(FAULTY)
    assert [found.partition(":")[0] for found in axe(page)] == ["image-alt"]


@pytest.mark.browser
def test_the_guard_sees_what_would_leave_this_machine(tmp_path: Path, page: Page, third_parties: list[str]) -> None:
    address = "http://tredje.example/bild.png"
    (tmp_path / "index.html").write_text(f'<!doctype html><title>x</title><img alt="" src="{address}">', "utf-8")
    with serve(tmp_path, "/kommun/", policy=None) as site:
        page.goto(site, wait_until="networkidle")
    assert third_parties == [address]
    third_parties.clear()


@pytest.mark.browser
def test_the_policy_is_in_force(tmp_path: Path, page: Page) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><script>document.title='y'</script>", "utf-8")
    with serve(tmp_path, "/kommun/") as site:
        page.goto(site)
        assert page.title() == "x"
        missing = page.goto(site.removesuffix("kommun/"))
    assert missing is not None
    assert missing.status == 404
